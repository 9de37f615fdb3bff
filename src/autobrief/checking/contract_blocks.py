"""The part of the JSON contract that is read: blocks, their sentences, and which characters came from which fact."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .contract_facts import Count, Part, Text


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
    """A headline, a standfirst, a heading, a paragraph, a correction or the method note."""

    id: Text
    """Stable from version to version, since merging depends on it."""
    kind: Literal["headline", "standfirst", "lead", "heading", "paragraph", "correction", "method"]
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
