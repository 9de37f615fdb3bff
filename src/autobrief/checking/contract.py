"""The JSON contract as models: what a consumer of `--format json` may rely on.

`python -m autobrief.checking.contract` prints its JSON Schema, kept in docs/article.schema.json.
A document of another `schema_version` is another contract.
"""

import json
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter, model_validator
from pydantic.json_schema import GenerateJsonSchema

from .contract_facts import Count, Digest, Fact, Part, Text

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]


class Span(Part):
    """The characters of a sentence that print a fact."""

    start: Count
    """First character, counted in Unicode code points from nought."""
    end: Count
    """The character after the last."""
    fact: Text
    """Id of the fact, which is among the article's facts."""


class Sentence(Part):
    """One sentence, or one item of a list."""

    id: Text
    """Kind and subject of its message, and a number where a message has several sentences; never a position."""
    text: Text
    """The sentence as plain text."""
    message: Text
    """Id of the message that it words."""
    variant: str
    """Digest of the wording used; blank where an editor wrote it."""
    spans: list[Span]
    """Which characters came from which fact, in order."""

    @model_validator(mode="after")
    def spans_lie_in_the_text(self):
        for span in self.spans:
            if not span.start < span.end <= len(self.text):
                raise ValueError(f"the span {span.start} to {span.end} is not within the text of {self.id}")
        return self


class Cell(Part):
    """One cell of a table."""

    text: str
    """The cell as plain text."""
    fact: Text | None
    """Id of the fact that it prints, or null."""


class CopyBlock(Part):
    """A headline, a standfirst, a heading, a paragraph or the method note."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["headline", "standfirst", "lead", "heading", "paragraph", "method"]
    """What the block is in the article."""
    text: str
    """Its sentences with spaces between."""
    sentences: list[Sentence]
    """Its sentences, in order."""


class ListBlock(Part):
    """A list with a caption, such as the seats that changed hands."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["list"]
    """What the block is in the article."""
    caption: Text
    """What is listed."""
    title: Sentence | None
    """The caption as a sentence, with its message and spans."""
    text: str
    """Its items with line ends between."""
    sentences: list[Sentence]
    """Its items, in order."""


class PictureBlock(Part):
    """A picture from an editor's notes."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["picture"]
    """What the block is in the article."""
    address: Cell
    """Where it is: a web address, or a path relative to the article."""
    alt: Cell
    """What it shows, for those who cannot see it."""
    text: str
    """Its caption and credit."""
    sentences: list[Sentence]
    """Its caption and credit, with their facts."""


class LinksBlock(Part):
    """Links to read on, from an editor's notes."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["links"]
    """What the block is in the article."""
    caption: Text
    """What stands over them."""
    title: Sentence | None
    """The caption as a sentence, with its message and spans."""
    addresses: list[Cell]
    """Where each leads, one to a sentence: a web address, or a path relative to the article."""
    text: str
    """Their titles with line ends between."""
    sentences: list[Sentence]
    """Their titles, in order."""

    @model_validator(mode="after")
    def every_title_leads_somewhere(self):
        if len(self.addresses) != len(self.sentences):
            raise ValueError(f"{self.id} has not one address to a title")
        return self


class TableBlock(Part):
    """A table of results."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["table"]
    """What the block is in the article."""
    caption: Text
    """What the table shows."""
    columns: list[str]
    """The headings of its columns."""
    rows: list[list[Cell]]
    """Its rows, each with one cell to a column."""

    @model_validator(mode="after")
    def rows_fit_the_columns(self):
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of {self.id} has not one cell to a column")
        return self


Block = Annotated[CopyBlock | ListBlock | TableBlock | PictureBlock | LinksBlock, Field(discriminator="kind")]


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


class Article(Part):
    """The finished write-up, every printed fact traceable to its working and source."""

    schema_version: Literal[1]
    """The version of this contract."""
    generator: Annotated[str, StringConstraints(pattern=r"^autobrief \S+$")]
    """The program and version that wrote it."""
    id: Text
    """Election, kind and subject, and length or baseline where not the default; the same all night."""
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
    state: Literal["draft", "held"]
    """Whether it waits for a lawyer: then it is not for publication."""
    held: list[Cell]
    """Why it is held, each with the fact it rests on; none where it is not."""
    blocks: list[Block]
    """The article in reading order, headline and standfirst among them."""
    facts: list[Fact]
    """Every fact printed and every fact it was worked out from, sorted by id."""
    corrections: list[Text]
    """Corrections to what was published before, each a dated line."""
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
    def facts_are_sorted_and_present(self):
        known = [fact.id for fact in self.facts]
        if any(one >= other for one, other in pairwise(known)):
            raise ValueError("facts are not sorted by id, each once")
        missing = sorted(_cited(self) - set(known))
        if missing:
            raise ValueError(f"facts cited but not given: {', '.join(missing)}")
        return self


def _cited(article: Article) -> set[str]:
    found = {needed for fact in article.facts for needed in fact.inputs} | {cell.fact for cell in article.held if cell.fact}
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


def schema() -> dict:
    """The JSON Schema of the contract, draft 2020-12."""
    head = {"$schema": Generator.schema_dialect, "title": "An autobrief article",
            "description": "What `autobrief write --format json` prints. Decimals are strings; spans count Unicode code points."}
    return head | CONTRACT.json_schema(schema_generator=Generator)


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
