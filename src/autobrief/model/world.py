"""The world as the record has it: elections, seats, contests, candidacies, members, regions.

Votes are whole numbers; a share is never stored, since it follows from votes.  Times carry
their offset.  What is unknown is None.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from .notes import Notes

DECLARED = ("declared", "corrected")
"""Statuses whose votes count; every other status adds nothing to a tally."""


class Party(NamedTuple):
    """A party as named on the ballot; `id` is the continuing one, so Brexit and Reform share it."""

    id: str
    name: str
    abbreviation: str


class Person(NamedTuple):
    """A candidate or member.  `id` is the MNIS id, else seat and name: never linked by name alone.

    Of somebody known by another name than the results have, `published` is theirs, given and family, and `known_row` the
    line of the other in the table of known names.
    """

    id: str
    given: str
    family: str
    gender: str | None = None
    published: tuple[str, str] | tuple[()] = ()
    known_row: int = 0

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def published_name(self) -> str:
        """The name as the results have it: the same, where somebody is known by two."""
        return " ".join(self.published).strip() or self.name


class Place(NamedTuple):
    """A seat, region, county or city as prose names it; `article` is "the" or ""."""

    id: str
    name: str
    article: str = ""
    kind: str = "seat"


class Election(NamedTuple):
    """One polling day.  `baseline` names the election that it is compared with, on record or not.

    `actual` are the countries where an estimate is none: boundaries there were not new.
    """

    id: str
    kind: str
    name: str
    date: date
    polls_close: datetime | None
    boundaries: str
    baseline: str | None = None
    timed: bool = False
    source: str = ""
    licence: str = ""
    authors: str = ""
    estimates: str | None = None
    seat: str | None = None
    actual: tuple[str, ...] = ()


class Candidacy(NamedTuple):
    """One candidate in one contest; `votes` is None until declared, `row` the line in its table.

    `elected` is said by a feed alone: of a winner known before the figures, or after a tie.
    """

    party: Party
    person: Person
    votes: int | None
    sitting: bool = False
    former: bool = False
    row: int = 0
    elected: bool = False


class Contest(NamedTuple):
    """One election in one seat.  Candidacies stand by votes, most first, then by family name."""

    election: str
    seat: str
    name: str
    reads: str
    region: str
    county: str
    country: str
    declared: datetime | None
    polled: date | None
    electorate: int | None
    status: str
    candidacies: tuple[Candidacy, ...]
    official_result: str = ""
    official_first: str = ""
    row: int = 0
    table: str = ""
    voice: int = 0
    estimated: bool = False

    @property
    def id(self) -> str:
        return f"{self.election}/{self.seat}"

    @property
    def counted(self) -> bool:
        return self.status in DECLARED


class Member(NamedTuple):
    """Who sat for a seat when Parliament was dissolved, with the party won for and the last on record.

    `last_party` is None where the record does not say; `last_basis` tells record from inference.
    """

    person: Person
    seat: str
    seat_name: str
    elected_for: str | None
    elected_on: date | None
    via: str
    last_party: str | None
    last_basis: str
    first_elected: date | None
    continuous_since: date | None
    row: int = 0
    table: str = "members"


class Office(NamedTuple):
    """A post held at dissolution, or before it where `in_post` is false; lower `order` is higher rank.

    `shared` where several people on record held a post of that rank and title at dissolution.
    """

    mnis: str
    rank: str
    order: int
    title: str
    in_post: bool
    row: int = 0
    table: str = "roles"
    shared: bool = False


class Winner(NamedTuple):
    """One seat's winner, for tallies over the whole country."""

    seat: str
    region: str
    party: str


class ByElection(NamedTuple):
    """A by-election since the baseline: who won and for which party."""

    election: str
    date: date
    seat: str
    party: str
    person: Person
    row: int = 0
    seat_name: str = ""
    changed_party: bool = False


class Detail(NamedTuple):
    """What is known of a seat as a place.  `leave` is a fraction; `basis` tells a declared figure from an estimate.

    `tags` are what sources called it: absence of a tag means nothing.  `largest_part` is the fraction of its
    people that came from the one old seat that gave most, on new boundaries.
    """

    seat: str
    city: str
    leave: Decimal | None
    basis: str
    tags: tuple[str, ...]
    row: int = 0
    table: str = "seats"
    largest_part: Decimal | None = None


class Held(NamedTuple):
    """Who won a seat of this name at general elections: (year, party group) from the start of the record."""

    seat: str
    winners: tuple[tuple[str, str], ...]
    confidence: str
    row: int = 0
    table: str = "held"


class Service(NamedTuple):
    """A person's spells in the Commons by seat: (seat name, from, to)."""

    mnis: str
    spells: tuple[tuple[str, str, str], ...]
    row: int = 0
    table: str = "service.csv"


class Parliament(NamedTuple):
    """A general election's Commons in the record of majorities."""

    election: str
    date: date
    seats: dict
    majority_speaker_opposed: int | None
    majority_speaker_left_out: int | None
    government: str
    prime_minister: str
    row: int = 0


class Region(NamedTuple):
    """A named set of seats with its parts, in order, which partition it."""

    id: str
    label: str
    article: str
    kind: str
    seats: tuple[str, ...]
    parts: tuple["Region", ...] = ()
    voice: int = 0

    @property
    def place(self) -> Place:
        return Place(self.id, self.label, self.article, self.kind)


class Assignment(NamedTuple):
    """Everything one article is written from.  Tables are keyed by seat code or MNIS id.

    `rehearsal` says by which mark the results are test data; the article must then never be published.
    """

    id: str
    kind: str
    election: Election
    region: Region
    contests: tuple[Contest, ...]
    baseline: Election | None = None
    rule: str = "general-election"
    previous: dict = None
    members: dict = None
    members_by_person: dict = None
    offices: dict = None
    by_elections: dict = None
    details: dict = None
    held: dict = None
    service: dict = None
    record: dict = None
    distribution: dict = None
    credits: dict = None
    winners: tuple[Winner, ...] = ()
    winners_before: tuple[Winner, ...] = ()
    parliaments: tuple[Parliament, ...] = ()
    as_of: datetime | None = None
    length: str = "standard"
    digests: tuple = ()
    notes: Notes | None = None
    corrections: tuple = ()
    rehearsal: str = ""
