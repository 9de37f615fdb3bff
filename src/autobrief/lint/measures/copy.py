"""A finished article as the measures read it: sentences with the spans of their facts, and where each stands in its file."""

import json
import re
from typing import NamedTuple

from ...formats.json import plain
from ...model.text import Article
from .sentences import sentences

BODY = ("lead", "paragraph", "quoted")
"""Blocks of running copy; headline, standfirst, headings, lists, tables, pictures, links and method are read apart."""


class Known(NamedTuple):
    """What a measure needs of a fact: its kind, its unit and its value in plain JSON."""

    kind: str
    unit: str
    value: object


class Told(NamedTuple):
    """One sentence.  `spans` are (start, end, fact id), or None where the file says nothing of facts."""

    text: str
    spans: tuple[tuple[int, int, str], ...] | None
    message: str
    block: str
    line: int = 1
    col: int = 1

    @property
    def kind(self) -> str:
        return self.message.split("/")[0]


class Passage(NamedTuple):
    """One block with its sentences."""

    kind: str
    id: str
    told: tuple[Told, ...]


class Copy(NamedTuple):
    """One article: where it was read, what it is on, its passages and the facts that they cite.

    `names` are words known for names by their capitals, where the file says nothing of facts.
    """

    file: str
    id: str
    kind: str
    election: str
    as_of: str
    stage: str
    length: str
    subject: str
    passages: tuple[Passage, ...]
    facts: dict[str, Known]
    names: frozenset[str] = frozenset()

    def of(self, *kinds: str) -> list[Told]:
        """The sentences of blocks of these kinds, in order."""
        return [told for passage in self.passages if passage.kind in kinds for told in passage.told]

    @property
    def body(self) -> list[Told]:
        return self.of(*BODY)

    @property
    def of_one_seat(self) -> bool:
        """A seat's article, or that of a region which is one seat and written as one."""
        return self.kind == "seat" or any(told.message.startswith("seat_") for told in self.of("headline"))

    @property
    def group(self) -> tuple[str, str, str, str]:
        """Articles that are read side by side: of one kind, election, hour and length; without facts apart, since names are masked otherwise."""
        bare = all(told.spans is None for passage in self.passages for told in passage.told)
        return f"{self.kind} in Markdown" if bare and self.passages else self.kind, self.election, self.as_of, self.length


def of_article(article: Article, file: str = "") -> Copy:
    """An article just written; with no file its id stands for one."""
    passages = tuple(
        Passage(block.kind, block.id, tuple(each for s in block.sentences for each in _apart(Told(s.text, tuple(s.spans), s.message, block.kind))))
        for block in article.blocks if block.kind != "table")
    facts = {id: Known(fact.kind, fact.unit, plain(fact.value)) for id, fact in article.facts.items()}
    return Copy(file or article.id, article.id, article.kind, article.election, article.as_of or "", article.stage,
                article.length, article.subject, passages, facts)


def of_json(text: str, file: str) -> Copy:
    """The JSON that `write --format json` makes.  Raises ValueError where it is not that."""
    found = json.loads(text)
    try:
        place = found.get("region") or found.get("seat") or {}
        facts = {fact["id"]: Known(fact["kind"], fact["unit"], fact["value"]) for fact in found["facts"]}
        passages, at = [], max(text.find('"blocks"'), 0)
        for block in found["blocks"]:
            told = []
            for sentence in block.get("sentences", ()):
                at, line, col = _place(text, sentence["text"], at)
                spans = tuple((span["start"], span["end"], span["fact"]) for span in sentence["spans"])
                told += _apart(Told(sentence["text"], spans, sentence["message"], block["kind"], line, col))
            if block["kind"] != "table":
                passages.append(Passage(block["kind"], block["id"], tuple(told)))
        return Copy(file, found["id"], found["kind"], found["election"], found["as_of"] or "", found["stage"], found["length"],
                    place.get("id", ""), tuple(passages), facts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an article in JSON as `autobrief write --format json` makes it: {error!r}") from error


def _apart(told: Told) -> list[Told]:
    """What a message says, a sentence each; a headline and what stands in a list or a caption is one."""
    pieces = sentences(told.text, told.spans or ()) if told.block in (*BODY, "standfirst", "method") else []
    if len(pieces) < 2:
        return [told]
    return [told._replace(text=told.text[a:b], col=told.col + a, spans=tuple((max(start - a, 0), min(end, b) - a, fact)
            for start, end, fact in told.spans or () if start < b and end > a)) for a, b in pieces]


def _place(text: str, sentence: str, after: int) -> tuple[int, int, int]:
    """Where a sentence stands in the file: offset, line and column."""
    key = re.compile(r'"text":\s*' + re.escape(json.dumps(sentence, ensure_ascii=False)) + r',\s*"message"')
    found = key.search(text, after)
    if not found:
        return after, text.count("\n", 0, after) + 1, 1
    start = text.index('"', found.start() + len('"text"')) + 1
    return found.end(), text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
