"""The JSON contract as models: what a consumer of `--format json` may rely on.

`python -m autobrief.checking.contract` prints its JSON Schema, kept in docs/article.schema.json.
A document of another `schema_version` is another contract.
"""

import json
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator
from pydantic.json_schema import GenerateJsonSchema

from .contract_blocks import Block, Cell, Span
from .contract_facts import Digest, Fact, Part, Text

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]


class Baseline(Part):
    """What gains and losses are measured against."""

    rule: Literal["general-election", "sitting-member"]
    """The last general election, or who held the seat on dissolution."""
    election: Text
    """Id of the election compared with."""
    name: Text
    """Its name in prose."""


class Subject(Part):
    """The region or seat that the article is about."""

    id: Text
    """Its short name, or its ONS code."""
    name: Text
    """Its name as prose has it, with its article."""


class Input(Part):
    """One thing that the article was written from."""

    name: Text
    """A table of the record by its path, `stylebook`, or a file of results or notes."""
    digest: Digest
    """Its sha256 as read."""


class Correction(Part):
    """A declared figure, name, party or winner that was given otherwise before."""

    id: Text
    """What is corrected, and a number, since one figure can be corrected twice."""
    date: Day
    """The day of the correction."""
    what: Literal["winner", "party", "name", "majority", "votes", "turnout", "second", "share"]
    """What sort of thing is corrected."""
    top: bool
    """Whether it stands at the top: the headline, the winner or the majority changed."""
    text: Text
    """The dated line, which is a block of the article too."""
    fact: Text
    """Id of the fact corrected, which may change again."""
    was: Text
    """What the article said before, in its words."""
    is_: Annotated[Text, Field(alias="is")]
    """What it said from then on."""
    facts: dict[str, Text]
    """The facts of the line by their names in its template, each among the article's facts."""


class Withdrawn(Part):
    """A declared figure that an earlier version printed and this one does not."""

    of: Text
    """Id that the fact had."""
    who: str
    """The candidate whose votes they are; blank for all else."""
    words: list[Text]
    """What it was printed in."""
    fact: Fact
    """The fact as it was, under an id of its own."""


class Article(Part):
    """The finished write-up, every printed fact traceable to its working and source."""

    schema_version: Literal[1]
    """The version of this contract."""
    generator: Annotated[str, StringConstraints(pattern=r"^autobrief \S+$")]
    """The program and version that wrote it."""
    id: Text
    """Election, kind and subject, and length or baseline where not the default; the same all night."""
    version: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    """A short name for exactly what a reader reads; another text is another version."""
    election: Text
    """Id of the election."""
    date: Day
    """Polling day."""
    as_of: Moment | None
    """The moment for which it was written, with its offset; null for all that is on record."""
    stage: Literal["waiting", "partial", "complete"]
    """Whether none, some or all of the seats are in."""
    baseline: Baseline | None
    """What it is compared with; null where there is nothing to compare."""
    length: Literal["brief", "standard", "long"]
    """The length asked for."""
    language: Literal["en-GB"]
    """The language of every text."""
    headline: str
    """The text of the headline block."""
    standfirst: str
    """The text of the standfirst block."""
    byline: str
    """Who it is by; blank where the house has none."""
    rehearsal: Text | None
    """By which mark it was written from test data: then every block says so, and it must never be published; null for a live one."""
    state: Literal["draft", "held"]
    """Whether it waits for a lawyer: then it is not for publication."""
    held: list[Cell]
    """Why it is held, each with the fact it rests on; none where it is not."""
    blocks: list[Block]
    """The article in reading order, headline and standfirst among them."""
    facts: list[Fact]
    """Every fact printed and every fact it was worked out from, sorted by id."""
    corrections: list[Correction]
    """Corrections to what was published before, in order; a change of wording or a new declaration is none."""
    withdrawn: list[Withdrawn] = []
    """Only where the program keeps an article for the next version, never in what it writes for others: what corrections compare with."""
    counted: str = ""
    """Likewise: a digest of which seats have figures."""
    alone: dict[Text, list[str]] = {}
    """Likewise: by its id, what a sentence says where those before it were taken out, and the names that it then gives in full."""
    inputs: list[Input]
    """What it was written from."""
    digest: Digest
    """The sha256 of all the rest as JSON with sorted keys and compact separators, in UTF-8."""

    @model_validator(mode="after")
    def it_is_held_for_a_reason(self):
        if (self.state == "held") != bool(self.held):
            raise ValueError("an article is held for a reason, or not at all")
        return self

    @model_validator(mode="after")
    def it_is_a_rehearsal_throughout(self):
        if bool(self.rehearsal) != self.id.startswith("rehearsal/"):
            raise ValueError("a rehearsal has it in its id, and nothing else has")
        if self.rehearsal and (bare := [block.id for block in self.blocks if not _says_so(block)]):
            raise ValueError(f"blocks of a rehearsal that do not say so: {', '.join(bare)}")
        return self

    @model_validator(mode="after")
    def facts_are_sorted_and_present(self):
        known = [fact.id for fact in self.facts]
        if any(one >= other for one, other in pairwise(known)):
            raise ValueError("facts are not sorted by id, each once")
        missing = sorted(_cited(self) - set(known))
        if missing:
            raise ValueError(f"facts cited but not given: {', '.join(missing)}")
        return self


def _says_so(block: Block) -> bool:
    """The word stands at the head of what is read first of a block."""
    said = block.caption if block.kind in ("table", "list", "links") else block.text
    return said.startswith("REHEARSAL")


def _cited(article: Article) -> set[str]:
    found = {needed for fact in article.facts for needed in fact.inputs} | {cell.fact for cell in article.held if cell.fact}
    found |= {fact for each in article.corrections for fact in each.facts.values()}
    for block in article.blocks:
        if block.kind == "table":
            found |= {cell.fact for row in block.rows for cell in row if cell.fact}
        else:
            found |= {span.fact for sentence in block.sentences for span in sentence.spans}
        if block.kind in ("picture", "links"):
            cells = (block.address, block.alt) if block.kind == "picture" else block.addresses
            found |= {cell.fact for cell in cells if cell.fact}
    return found


class RegionArticle(Article):
    """A write-up of a region."""

    kind: Literal["region"]
    """That it is about a region."""
    region: Subject
    """The region."""


class SeatArticle(Article):
    """A write-up of one seat."""

    kind: Literal["seat"]
    """That it is about one seat."""
    seat: Subject
    """The seat."""


__all__ = ["CONTRACT", "Article", "RegionArticle", "SeatArticle", "Span", "faults", "read", "schema"]
CONTRACT = TypeAdapter(Annotated[RegionArticle | SeatArticle, Field(discriminator="kind")])


class Generator(GenerateJsonSchema):
    """Without OpenAPI's `discriminator`, which strict validators of JSON Schema do not know."""

    def tagged_union_schema(self, schema):
        found = super().tagged_union_schema(schema)
        found.pop("discriminator", None)
        return found


def read(text: str | bytes) -> Article:
    """An article from its JSON.  Raises pydantic.ValidationError with every fault and where it is."""
    return CONTRACT.validate_json(text)


def faults(text: str | bytes) -> list[str]:
    """Everything in which a text is no such article, each with its place; empty where it is one."""
    try:
        read(text)
    except ValidationError as error:
        return [f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}" for fault in error.errors()]
    return []


def schema() -> dict:
    """The JSON Schema of the contract, draft 2020-12."""
    head = {"$schema": Generator.schema_dialect, "title": "An autobrief article",
            "description": "What `autobrief write --format json` prints. Decimals are strings; spans count Unicode code points."}
    return head | CONTRACT.json_schema(schema_generator=Generator)


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
