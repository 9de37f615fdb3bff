"""The Commons as a whole: seats by party, who has a majority, and how it stands in the record."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model.text import Fact, Source
from ..model.world import Assignment, Parliament, Person
from .making import make

COLUMNS = {"con": "con", "lab": "lab", "ld": "lib"}
GOVERNMENTS = {"Conservative": "con", "Labour": "lab"}


@dataclass(frozen=True)
class National:
    """The United Kingdom at this election, as far as declared."""

    assignment: Assignment

    @cached_property
    def seats(self) -> Counter:
        return Counter(w.party for w in self.assignment.winners if w.party)

    @cached_property
    def total(self) -> int:
        return len(self.assignment.winners)

    @cached_property
    def complete(self) -> bool:
        return self.total >= 600 and sum(self.seats.values()) == self.total

    @cached_property
    def parliament(self) -> Parliament | None:
        return next((p for p in self.assignment.parliaments if p.election == self.assignment.election.id), None)

    @property
    def subject(self) -> str:
        return f"{self.assignment.election.id}/united-kingdom"

    def source(self) -> tuple[Source, ...]:
        return (Source(f"elections/{self.assignment.election.id}/winners.csv", "", (), "party"),)

    def majority(self, speaker: str) -> tuple[str, int] | None:
        """(party, majority) over all others, the Speaker `opposed` or `left-out`; None if no party has one."""
        if not self.seats:
            return None
        party, seats = self.seats.most_common(1)[0]
        others = self.total - seats - (self.seats["spk"] if speaker == "left-out" else 0)
        return (party, seats - others) if seats > others else None

    def majority_fact(self, speaker: str) -> Fact | None:
        found = self.majority(speaker) if self.complete else None
        if not found:
            return None
        party, value = found
        return make(self.subject, "majority", value, "count", f"{self.seats[party]} - {self.seats[party] - value} "
                    f"(Speaker {speaker})", sources=self.source())

    def seats_fact(self, party: str) -> Fact:
        return make(self.subject, f"seats/{party}", self.seats[party], "seats", sources=self.source())

    def prime_minister_fact(self) -> Fact | None:
        """Who was prime minister after this election, from the record of governments."""
        row = self.parliament
        if not row or not row.prime_minister:
            return None
        given, _, family = row.prime_minister.rpartition(" ")
        return make(self.subject, "prime_minister", Person(f"pm/{row.prime_minister}", given, family), "person",
                    row.government, sources=(Source("national.csv", "", (row.row,), "prime_minister"),))

    def same_prime_minister(self) -> bool:
        """Whoever was prime minister at the dissolution is so still: then said to remain."""
        row, members = self.parliament, self.assignment.members_by_person or {}
        sitting = [mnis for mnis, held in (self.assignment.offices or {}).items()
                   if any(o.rank == "prime minister" and o.in_post for o in held)]
        return bool(row) and any(m in members and row.prime_minister in (members[m].person.name, members[m].person.published_name) for m in sitting)

    def largest_since(self, speaker: str) -> Fact | None:
        """The year of the last general election at which the same party had a larger majority of its own.

        None where there is none on record, or where it was the last election but one: then it is no news.
        Coalition and National governments are passed over, since their majorities were not one party's.
        """
        found = self.majority(speaker) if self.complete else None
        if not found or found[0] not in COLUMNS:
            return None
        party, value = found
        column = "majority_speaker_opposed" if speaker == "opposed" else "majority_speaker_left_out"
        earlier = [p for p in self.assignment.parliaments if p.date < self.assignment.election.date]
        larger = [p for p in earlier if GOVERNMENTS.get(p.government) == party and (getattr(p, column) or 0) >= value]
        since = larger[-1] if larger else None
        between = [p for p in earlier if since and p.date > since.date and GOVERNMENTS.get(p.government) == party]
        if since is None or not between:
            return None
        return make(self.subject, "largest_since", since.date.year, "year", f"{since.election}: {getattr(since, column)}",
                    sources=(Source("national.csv", "", (since.row,), column),))
