"""The part of the JSON contract that proves: facts, their values and their sources."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(min_length=1)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]


class Part(BaseModel):
    """Nothing is coerced, nothing unknown let through."""

    model_config = ConfigDict(strict=True, extra="forbid", use_attribute_docstrings=True)


class Person(Part):
    """A candidate or member."""

    name: str
    """Given and family name together."""
    given: str
    """Given names, as printed."""
    family: str
    """Family name, as printed."""
    published: Text | None = None
    """The name as the results or the list of members have it, where it is another."""


class Party(Part):
    """A party, or standing without one."""

    id: Text
    """The same from election to election, whatever the party was called."""
    name: str
    """The name on the ballot paper then."""
    abbreviation: str
    """Its abbreviation in the results."""


class Place(Part):
    """A seat, region, county or city."""

    id: Text
    """Its code or short name on record."""
    name: str
    """Its name as prose has it, without an article."""
    kind: Text
    """What sort of place it is."""


class Office(Part):
    """A post in government or Parliament, or at the head of a party."""

    title: Text
    """What it is called."""
    rank: str
    """What sort of post it is, as in the record's table of roles."""
    in_post: bool
    """Whether it was held at dissolution, and not only before."""
    shared: bool = False
    """Whether several people held a post of that title; left out where not."""


Scalar = str | int | bool | None


class Source(Part):
    """Rows of a table of the record."""

    table: Text
    """The table's path in the record, or the notes file."""
    digest: Digest | None
    """The sha256 of that file as read; null only where the record does not say."""
    rows: list[Count]
    """Line numbers in the file."""
    column: str
    """The column read; blank where the whole row counts."""


class Fact(Part):
    """One thing known, with its proof: it has inputs or sources."""

    id: Text
    """Subject and kind."""
    kind: Text
    """What is known."""
    value: Scalar | Person | Party | Place | Office | list[Scalar]
    """The value, unrounded: decimals, dates and times (ISO 8601) as text."""
    unit: Text
    """What the value is counted in, or what it is: votes, share, points, person, party, place, office."""
    working: str
    """The sum, where there is one."""
    inputs: list[Text]
    """Ids of the facts that it was worked out from, each among the article's facts."""
    sources: list[Source]
    """Where it was read."""

    @model_validator(mode="after")
    def has_proof(self):
        if not self.inputs and not self.sources:
            raise ValueError(f"the fact {self.id} has neither inputs nor sources")
        return self
