"""The sentences that the checkers read, each once: a spread of articles, or all of them, and every case in its wordings."""

import random
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from articles_all import COMPLETE, LENGTHS, Ask, KeptShelf, asks
from cases import made
from cases.saying import facts_of, fitting, found, said

from autobrief.model.style import Stylebook
from autobrief.model.text import Article, Block, Fact, Message, Sentence
from autobrief.pipeline import write
from autobrief.record.load import assignment
from autobrief.sources.stylebook import load

CASES = Path(made.__file__).parent

SEATS = 34
"""Seats of each election, drawn once for all."""

PLURAL = re.compile(r"\b(?:[Tt]he )?(Conservatives|Liberal Democrats|Greens)\b")
"""Parties that are plural: put as a common noun, so that a parser sees their number."""


class Read(NamedTuple):
    """One sentence as printed: the kind of message and the wording it is of, the article it was first met in, or the case.

    `plain` is the same with seats, people and plural parties under names that a parser knows.
    """

    text: str
    plain: str
    kind: str
    variant: str
    block: str
    article: str


def spread(everything: bool) -> Iterator[tuple[str, Ask]]:
    """What is written: each region at each election once, and at two hours of its night, the lengths taking turns; and seats.

    With `everything` all lengths and all hours.
    """
    found = list(asks())
    if not everything:
        groups = groupby(found, key=lambda ask: (ask.region, ask.election, ask.hour))
        lengths = [next(ask for ask in many if ask.length == LENGTHS[n % 3]) for n, (_, many) in enumerate(groups)]
        found = [ask for n, ask in enumerate(lengths) if ask.hour == COMPLETE or n % 2]
    shelf, drawn = KeptShelf(), random.Random(2019)
    for election in sorted({ask.election for ask in found}):
        country = assignment(shelf, region="united-kingdom", election=election)
        for seat in drawn.sample(sorted(contest.seat for contest in country.contests), SEATS):
            yield "seat", Ask(seat, election, "standard", COMPLETE, None)
    yield from (("region", ask) for ask in found)


def written(everything: bool) -> tuple[list[Read], int]:
    """Every sentence of plain prose in those articles and in the cases, each once; and how many articles there were."""
    shelf, stylebook, met, count = KeptShelf(), load(), {}, 0
    for what, ask in spread(everything):
        count += 1
        article = write(assignment(shelf, **{what: ask.region}, election=ask.election, as_of=ask.as_of, length=ask.length), stylebook)
        for block, sentence in _prose(article):
            if (sentence.variant, sentence.text) not in met:
                met[sentence.variant, sentence.text] = _read(sentence, article.facts, block.kind, f"{article.id} {ask.hour}")
    for message in _cases(shelf, stylebook):
        for sentence in (each for variant in fitting(message, stylebook) for each in said(message, variant, stylebook)):
            if (sentence.variant, sentence.text) not in met:
                met[sentence.variant, sentence.text] = _read(sentence, facts_of(message), "", f"case of {message.kind}")
    return list(met.values()), count


def unread(reads: list[Read]) -> dict[str, list[int]]:
    """Wordings of the templates that no sentence read is of: kind of message and their numbers in its file."""
    digests, left = {(read.kind, read.variant) for read in reads}, {}
    for kind, variants in load().templates.items():
        if numbers := [n for n, variant in enumerate(variants, 1) if (kind, variant.digest[:6]) not in digests]:
            left[kind] = numbers
    return left


def _cases(shelf: KeptShelf, stylebook: Stylebook) -> Iterator[Message]:
    """The messages of tests/cases, and all of the made nights: between them they reach what few articles print, or none of these."""
    look = lru_cache(400)(lambda **asked: found(assignment(shelf, **asked), stylebook).messages)
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8")).get("case", []):
            messages = look(**{name: value for name, value in case.items() if name not in ("subject", "text", "others")})
            if (path.stem, case["subject"]) in messages:
                yield messages[path.stem, case["subject"]]
            else:
                print(f"not read: the case {case['subject']} of {path.name} is no more; tests/cases/make.py finds another", flush=True)
    for night in dict.fromkeys([case.night for case in made.CASES] + list(made.STORIES)):
        yield from found(night(), stylebook).messages.values()


def _read(sentence: Sentence, facts: dict[str, Fact], block: str, where: str) -> Read:
    return Read(sentence.text, _plain(sentence, facts), sentence.message.split("/")[0], sentence.variant[:6], block, where)


def _prose(article: Article) -> Iterator[tuple[Block, Sentence]]:
    """Headline, standfirst, copy, captions of lists and method; not tables, and not the names in a list."""
    for block in article.blocks:
        for sentence in (*(() if block.kind in ("list", "table") else block.sentences), *([block.title] if block.title else [])):
            yield block, sentence


def _plain(sentence: Sentence, facts: dict[str, Fact]) -> str:
    """The sentence with its seats called Ashton and its people Mary Smith, or Smith; by the spans of their facts."""
    text = sentence.text
    for span in sorted(sentence.spans, reverse=True):
        fact, said = facts[span.fact], text[span.start:span.end]
        end = "'s" if said.endswith("'s") else ""
        if fact.unit == "person" and said[:1].isupper():
            text = text[:span.start] + ("Mary Smith" if " " in said else "Smith") + end + text[span.end:]
        elif fact.kind == "seat" and said[:1].isupper():
            text = text[:span.start] + "Ashton" + end + text[span.end:]
    return PLURAL.sub(_nurses, text)


def _nurses(found: re.Match) -> str:
    said = found[0].replace(found[1], "nurses")
    return said[0].upper() + said[1:] if not found.start() else said
