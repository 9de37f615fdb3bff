"""Variety across a set: how many of the articles have a sentence of one build."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .copy import Copy
from .distance import neighbours
from .words import pattern

SLOTS = {"headline": 0.1, "standfirst": 0.1, "lead": 0.1, "sentence": 0.2}
"""The share of articles that may have one pattern in this place."""
FEWEST = 10
"""Of fewer articles nothing is said: one of nine is more than a tenth."""
EXEMPT = "method"


class Shown(NamedTuple):
    """One sentence as the comparison keeps it: which article, which slot, its pattern, and an example's text and place."""

    article: str
    slot: str
    shape: tuple[str, ...]
    kind: str
    text: str
    file: str
    line: int
    col: int


class Worn(NamedTuple):
    """A pattern with the articles that have it or one within two tokens of it."""

    slot: str
    articles: int
    of: int
    limit: float
    shape: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]
    example: Shown
    others: tuple[str, ...]

    @property
    def part(self) -> float:
        return self.articles / self.of

    @property
    def over(self) -> bool:
        return self.part > self.limit


def shown(copy: Copy) -> list[Shown]:
    """The sentences of an article that are compared; method and boundary notes are exempt."""
    found = []
    for told in (*copy.of("headline", "standfirst"), *copy.body):
        if told.block == "quoted" or told.kind.startswith(EXEMPT):
            continue
        slot = told.block if told.block in SLOTS else "sentence"
        found.append(Shown(copy.id, slot, pattern(told, copy), told.kind, told.text, copy.file, told.line, told.col))
    return found


def worn(sentences: Iterable[Shown], of: int, slot: str) -> list[Worn]:
    """The patterns of a slot, the most used first; each sentence counts for the first pattern that it is near to."""
    by_shape: dict[tuple[str, ...], list[Shown]] = defaultdict(list)
    for each in sentences:
        if each.slot == slot:
            by_shape[each.shape].append(each)
    near = neighbours(by_shape)
    reach = {shape: {each.article for other in near[shape] for each in by_shape[other]} for shape in near}
    found, taken = [], set()
    for shape in sorted(near, key=lambda shape: (-len(reach[shape]), -len(by_shape[shape]), shape)):
        if shape in taken:
            continue
        taken |= near[shape]
        within = [each for other in sorted(near[shape]) for each in by_shape[other]]
        kinds = defaultdict(int)
        for each in within:
            kinds[each.kind] += 1
        ranked = tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
        others = tuple(dict.fromkeys(each.text for each in within if each.shape != shape))[:2]
        found.append(Worn(slot, len(reach[shape]), of, SLOTS[slot], shape, ranked, by_shape[shape][0], others))
    return found
