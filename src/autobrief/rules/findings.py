"""Everything found in one assignment: readings, outcomes and tallies, each worked out once."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ..facts.national import National
from ..facts.reading import readings
from ..facts.tally import Tally
from ..model.world import Assignment, Region
from ..outcomes import classify

CONSULTED = frozenset({"slashed_majority", "boosted_majority", "incumbent_stood_down", "by_election_confirmed", "by_election_reversed"})
"""Marks that rules ask for; the others are for lists and explanations."""


@dataclass(frozen=True)
class Findings:
    """What the rules look at.  Nothing here is printed: only facts are."""

    assignment: Assignment
    thresholds: dict
    speaker: str = "opposed"
    ranks: dict = field(default_factory=dict)
    marks: frozenset | None = None

    half = Decimal("0.5")

    @cached_property
    def readings(self):
        return readings(self.assignment)

    @property
    def scope(self) -> str:
        """`seat`, `region` or `nation`; a region of one seat is written as that seat."""
        if self.assignment.kind == "seat" or len(self.readings) == 1:
            return "seat"
        return "nation" if self.assignment.region.id == "united-kingdom" else "region"

    @cached_property
    def by_seat(self) -> dict:
        return {reading.contest.seat: reading for reading in self.readings}

    @cached_property
    def stood(self) -> frozenset:
        """The ids of everybody who stood in any of the seats."""
        return frozenset(c.person.id for r in self.readings for c in r.contest.candidacies)

    @cached_property
    def outcomes(self) -> dict:
        return {r.contest.seat: classify(r, self.thresholds, self.marks) for r in self.readings}

    @cached_property
    def tally(self) -> Tally:
        return self.tally_of(self.assignment.region)

    def tally_of(self, region: Region) -> Tally:
        subject = f"{self.assignment.election.id}/region/{region.id}"
        return Tally(subject, tuple(self.by_seat[s] for s in region.seats if s in self.by_seat), self.outcomes)

    @cached_property
    def parts(self) -> tuple[tuple[Region, Tally], ...]:
        return tuple((part, self.tally_of(part)) for part in self.assignment.region.parts)

    @cached_property
    def stage(self) -> str:
        """`waiting`, `partial` or `complete`.

        A void or postponed contest does not keep a region waiting, where another has declared; a winner without
        figures keeps it from being complete.
        """
        open_seats = [r for r in self.readings if not r.contest.counted and r.contest.status not in ("void", "postponed")]
        if not open_seats and self.tally.declared:
            return "complete"
        return "partial" if self.tally.declared else "waiting"

    @cached_property
    def compared(self) -> bool:
        """There is a baseline for every seat; without it nothing is said of gains.

        A member who sat for a seat is not enough: what is compared is votes too.
        """
        return bool(self.assignment.baseline) and all(r.holder and r.previous for r in self.readings)

    @cached_property
    def national(self) -> National:
        return National(self.assignment)
