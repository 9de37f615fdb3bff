"""Counting seats: who has how many, who had, and what went from whom to whom."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model.text import Fact, Outcome, Source
from ..model.world import Party, Place, Region
from . import contest as result
from .making import make
from .reading import Reading


@dataclass(frozen=True)
class Tally:
    """Seats of a region, declared or not.  `subject` names it in the ids of its facts."""

    subject: str
    readings: tuple[Reading, ...]
    outcomes: dict[str, Outcome]

    @cached_property
    def total(self) -> int:
        return len(self.readings)

    @cached_property
    def declared(self) -> tuple[Reading, ...]:
        return tuple(r for r in self.readings if r.winner)

    @cached_property
    def outstanding(self) -> tuple[Reading, ...]:
        return tuple(r for r in self.readings if not r.winner)

    @cached_property
    def compared(self) -> bool:
        """Every declared seat has something to compare it with."""
        return bool(self.declared) and all(r.holder for r in self.declared)

    @cached_property
    def now(self) -> Counter:
        return Counter(r.winner.party.id for r in self.declared)

    @cached_property
    def before(self) -> Counter:
        """By the baseline, in the seats declared."""
        return Counter(r.holder for r in self.declared if r.holder)

    @cached_property
    def before_all(self) -> Counter:
        """By the baseline, in every seat."""
        return Counter(r.holder for r in self.readings if r.holder)

    @cached_property
    def changed(self) -> tuple[Reading, ...]:
        """Seats that went from one party to another, independents and the Speaker included."""
        return tuple(r for r in self.declared if self.outcomes[r.contest.seat].lost_by
                     or self.outcomes[r.contest.seat].change == "gain")

    @cached_property
    def pairs(self) -> dict[tuple[str, str], tuple[Reading, ...]]:
        """(to, from) -> seats, the most first."""
        found: dict = {}
        for reading in self.changed:
            lost_by = self.outcomes[reading.contest.seat].lost_by or reading.holder
            found.setdefault((reading.winner.party.id, lost_by), []).append(reading)
        return {pair: tuple(seats) for pair, seats in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}

    @cached_property
    def votes(self) -> Counter:
        """Votes by party in the seats with figures."""
        return _votes(r.contest for r in self.declared if r.contest.counted)

    @cached_property
    def votes_before(self) -> Counter:
        """Votes by party at the baseline, in the seats with figures."""
        return _votes(r.previous for r in self.declared if r.previous and r.contest.counted)

    def gains(self, party: str) -> tuple[Reading, ...]:
        return tuple(r for (to, _), seats in self.pairs.items() if to == party for r in seats)

    def losses(self, party: str) -> tuple[Reading, ...]:
        return tuple(r for (_, lost), seats in self.pairs.items() if lost == party for r in seats)

    def parties(self) -> list[str]:
        """Every party that has or had a seat here, most seats first, then most before, then by id."""
        known = set(self.now) | set(self.before_all)
        return sorted(known, key=lambda p: (-self.now[p], -self.before_all[p], p))

    # Facts ---------------------------------------------------------------------------------------

    def count_fact(self, kind: str, readings, unit: str = "seats") -> Fact:
        """How many seats, with their names as working and their rows as sources."""
        readings = tuple(readings)
        working = ", ".join(r.contest.reads for r in readings[:40]) + (" …" if len(readings) > 40 else "")
        sources = self._every_source if not readings or readings == self.readings else sources_of(readings)
        return make(self.subject, kind, len(readings), unit, working, sources=sources)

    @cached_property
    def _every_source(self) -> tuple[Source, ...]:
        return sources_of(self.readings)

    @cached_property
    def _total(self) -> Fact:
        return make(self.subject, "total", self.total, "seats", sources=sources_of(self.readings, "contests"))

    def total_fact(self) -> Fact:
        return self._total

    def seats_fact(self, party: str) -> Fact:
        return self.count_fact(f"seats/{party}", (r for r in self.declared if r.winner.party.id == party))

    def seats_before_fact(self, party: str) -> Fact:
        readings = tuple(r for r in self.readings if r.holder == party)
        return self.count_fact(f"seats_before/{party}", readings)

    def gains_fact(self, party: str) -> Fact:
        """Every seat gained, the Speaker's included: what the table counts."""
        seats = self.gains(party)
        return self.count_fact(f"gained/{party}", seats)

    def losses_fact(self, party: str) -> Fact:
        return self.count_fact(f"lost/{party}", self.losses(party))

    def party_fact(self, party: str) -> Fact:
        """The party by the name it has here now, else the one it had."""
        named = self._names.get(party)
        if named is None:
            # A party that stood for nobody here, such as that of a member who had changed sides: the desk has its name.
            named = (Party(party, party, party), sources_of(self.readings))
        return make(self.subject, f"party/{party}", named[0], "party", sources=named[1])

    @cached_property
    def _names(self) -> dict:
        names: dict = {}
        # This election's names before the baseline's: Reform UK, not the Brexit Party it was.
        contests = [r.contest for r in self.readings] + [r.previous for r in self.readings if r.previous]
        for contest in contests:
            for candidacy in contest.candidacies:
                if candidacy.party.id not in names:
                    names[candidacy.party.id] = (candidacy.party, result.votes_source(contest, candidacy))
        return names


def _votes(contests) -> Counter:
    votes: Counter = Counter()
    for contest in contests:
        for candidacy in contest.candidacies:
            votes[candidacy.party.id] += candidacy.votes or 0
    return votes


def sources_of(readings, table: str = "candidacies") -> tuple[Source, ...]:
    """The winners' rows (or the contests'), gathered by table."""
    rows: dict = {}
    for reading in readings:
        name, row = (reading.contest.table, reading.contest.row) if table == "contests" else reading.winning_row
        rows.setdefault(name, []).append(row)
    return tuple(Source(name, "", tuple(sorted(found)), "votes" if table == "candidacies" else "seat")
                 for name, found in sorted(rows.items()))


def region_fact(region: Region, readings) -> Fact:
    """The region by name, resting on its seats."""
    place = Place(region.id, region.label, region.article, region.kind)
    return make(f"region/{region.id}", "name", place, "place", sources=sources_of(readings, "contests"))
