"""Results as they come in: a feed's bulletins, what was accepted of each seat, and what was held out.

A `Bulletin` is one message as it came; a `Report` is one held against the record, and accepted; a
`Refusal` is a row kept apart with its reason.  Nothing of a feed is lost between the three.
"""

from datetime import date, datetime
from typing import NamedTuple

from .world import Candidacy

KINDS = ("nomination", "rush", "result", "recount")
STATUSES = ("not_declared", "postponed", "recount", "winner_known", "declared", "corrected", "void")
"""In the order in which one supersedes another of the same revision."""

ADDS = {"not_declared": (), "postponed": (), "recount": (), "winner_known": ("seat",), "declared": ("seat", "votes"),
        "corrected": ("seat", "votes"), "void": ()}
"""What each status adds to a tally: a seat to its winner's party, votes to every party."""


class Named(NamedTuple):
    """A candidate as a feed names one.

    `person` is an MNIS id where the feed has one, `label` a second name of the party, such as its registration or
    abbreviation, `row` the line it stands on.
    """

    name: str
    party: str
    votes: int | None = None
    elected: bool = False
    given: str = ""
    family: str = ""
    person: str = ""
    label: str = ""
    row: int = 0


class Bulletin(NamedTuple):
    """One message on one seat as it came, before it is held against the record.

    `seat` is a code or a name, `number` the agency's own serial; `total` and `lead` are the sums that the message
    itself gives, in votes; `winner` the party it names as the winner.  `type` is `general` or `by-election`, or another
    kind of poll, or blank where the message does not say.  `test` says by which mark it is test data,
    `spoilt` that some row on the seat could not be read.
    """

    seat: str
    kind: str
    status: str
    revision: int = 1
    candidates: tuple[Named, ...] = ()
    declared: datetime | None = None
    electorate: int | None = None
    total: int | None = None
    lead: int | None = None
    winner: str = ""
    polled: date | None = None
    type: str = ""
    number: str = ""
    test: str = ""
    spoilt: bool = False
    file: str = ""
    row: int = 0


class Totals(NamedTuple):
    """An agency's own count of seats after so many `results`: (label, party, seats) of each party, and (serial, name) of each seat in it.

    `type`, `polled` and `test` are as a bulletin's.
    """

    file: str
    results: int
    seats: tuple[tuple[str, str, int], ...]
    included: tuple[tuple[str, str], ...] = ()
    polled: date | None = None
    type: str = ""
    test: str = ""


class Report(NamedTuple):
    """What stands of one seat: the newest message accepted.

    `seat` is the code on record.  `candidacies` are people and parties of the record with the feed's votes, most
    votes first; each one's `row` is its line in `file`.  `electorate` is None where the feed does not say; `test` says
    by which mark it is test data, whose people are the feed's own.
    """

    seat: str
    kind: str
    revision: int
    status: str
    declared: datetime | None
    candidacies: tuple[Candidacy, ...]
    electorate: int | None
    file: str
    row: int
    test: str = ""

    @property
    def winner(self) -> Candidacy | None:
        return next((c for c in self.candidacies if c.elected), None)


def printable(text: str) -> str:
    """A feed's own text so that it commands no terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


class Refusal(NamedTuple):
    """A row or message held out of the results: where, a code for the reason, the reason in words, the row as it stood.

    `waits` is true where a human should look at it; what belongs to another election, say, is merely passed over.
    """

    file: str
    row: int
    code: str
    reason: str
    text: str = ""
    seat: str = ""
    waits: bool = True

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.row}: {self.reason}" if self.row else f"{self.file}: {self.reason}")


class Results(NamedTuple):
    """A whole feed as it stands: the newest accepted report of each seat by code, and everything held out.

    `rehearsal` is true where the messages are test data, `why` by which mark; what is written from it must never be
    published.  `digest` is of the reports alone, so that it moves exactly when they do.
    """

    election: str
    reports: dict[str, Report]
    refusals: tuple[Refusal, ...] = ()
    rehearsal: bool = False
    why: str = ""
    digest: str = ""

    @property
    def waiting(self) -> tuple[Refusal, ...]:
        """The refusals that a human should look at."""
        return tuple(refusal for refusal in self.refusals if refusal.waits)
