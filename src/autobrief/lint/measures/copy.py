"""A finished article as the measures read it: sentences with the spans of their facts, and where each stands in its file."""

import json
import re
from typing import NamedTuple

from ...formats.json import plain
from ...model.text import Article

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
    """One article: where it was read, what it is on, its passages and the facts that they cite."""

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

    def of(self, *kinds: str) -> list[Told]:
        """The sentences of blocks of these kinds, in order."""
        return [told for passage in self.passages if passage.kind in kinds for told in passage.told]

    @property
    def body(self) -> list[Told]:
        return self.of(*BODY)

    @property
    def group(self) -> tuple[str, str, str, str]:
        """Articles that are read side by side: of one kind, election, hour and length."""
        return self.kind, self.election, self.as_of, self.length


def of_article(article: Article, file: str = "") -> Copy:
    """An article just written; with no file its id stands for one."""
    passages = tuple(
        Passage(block.kind, block.id, tuple(Told(s.text, tuple(s.spans), s.message, block.kind) for s in block.sentences))
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
                told.append(Told(sentence["text"], spans, sentence["message"], block["kind"], line, col))
            if block["kind"] != "table":
                passages.append(Passage(block["kind"], block["id"], tuple(told)))
        return Copy(file, found["id"], found["kind"], found["election"], found["as_of"] or "", found["stage"], found["length"],
                    place.get("id", ""), tuple(passages), facts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an article in JSON as `autobrief write --format json` makes it: {error!r}") from error


def _place(text: str, sentence: str, after: int) -> tuple[int, int, int]:
    """Where a sentence stands in the file: offset, line and column."""
    key = re.compile(r'"text":\s*' + re.escape(json.dumps(sentence, ensure_ascii=False)) + r',\s*"message"')
    found = key.search(text, after)
    if not found:
        return after, text.count("\n", 0, after) + 1, 1
    start = text.index('"', found.start() + len('"text"')) + 1
    return found.end(), text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
