"""Which articles a desk follows, which of them a change in the results moves, and each written again."""

from datetime import date
from typing import NamedTuple

from ..facts.national import National
from ..facts.reading import Reading
from ..merging.corrections import corrections
from ..model.notes import Notes
from ..model.results import Report, Results
from ..model.style import Stylebook
from ..model.text import Article, Outcome
from ..model.world import Assignment, Election
from ..naming import contests_called, known_by
from ..outcomes import classify
from ..pipeline import write
from ..record import find
from ..record.load import as_stands, known_as, recorded
from ..record.overlay import reported
from ..record.places import Places
from .keeping import KeptShelf


class Subject(NamedTuple):
    """One article followed: a seat's story or a region's, by id, with the seats that it tells of."""

    kind: str
    id: str
    name: str
    seats: frozenset[str]


class Asked(NamedTuple):
    """How every article is to be written."""

    election: Election
    length: str
    rule: str
    regions_file: str | None = None


class Happened(NamedTuple):
    """What a seat's newest report says: the seat beside its baseline, and its outcome by rule.

    `before` is the report that it replaces, `figures` the last one that had the declared figures.
    """

    reading: Reading
    outcome: Outcome
    report: Report | None
    before: Report | None
    figures: Report | None = None


class Desk:
    """The articles that are followed, and the record that they are written from, read once."""

    def __init__(self, shelf: KeptShelf, house: Stylebook, asked: Asked):
        self.shelf, self.house, self.asked = shelf, house, asked
        self._bases: dict[tuple, Assignment] = {}
        self.known = find.regions(shelf.fresh(), asked.regions_file)
        self.places = Places(shelf.fresh(), asked.election, self.known)
        self.names = {code: names[0] for code, names in self.places.seat_names().items()}
        self.notes: Notes | None = None
        self.placed: set[int] = set()
        # The whole country as the record has it: what a seat's report is held beside.
        self.country = self._country()
        self.called = known_by(known_as(shelf.fresh()))

    def _country(self) -> Assignment:
        whole = self.asked.election.kind != "by-election"
        shelf = self.shelf.fresh()
        return as_stands(shelf, self._recorded(**({"region": "united-kingdom"} if whole else {"seat": self.asked.election.seat})))

    def _recorded(self, region: str | None = None, seat: str | None = None) -> Assignment:
        """What the record has on a region or seat, read once."""
        key = ("seat", seat) if seat else ("region", region)
        if key not in self._bases:
            self._bases[key] = recorded(self.shelf.fresh(), region=region, seat=seat, election=self.asked.election.id, length=self.asked.length,
                                        rule=self.asked.rule, regions_file=self.asked.regions_file)
        return self._bases[key]

    def region(self, name: str) -> Subject:
        """A region by id or name.  Raises UnknownName with the nearest match."""
        choices = {k: [n.label] for k, n in self.known.items() if n.kind != "group"}
        named = self.known[find.match("region", name, choices)]
        place = self.places.region(named)
        return Subject("region", named.id, f"{place.article} {place.label}".strip(), frozenset(place.seats))

    def seat(self, name: str) -> Subject:
        """A seat by code or name.  Raises UnknownName with the nearest match."""
        code = name if name in self.names else find.match("seat", name, self.places.seat_names())
        return Subject("seat", code, self.names[code], frozenset((code,)))

    def everything(self) -> list[Subject]:
        """Every region with seats at this election, and every seat."""
        regions = [self.region(id) for id, named in self.known.items() if named.kind != "group"]
        return [subject for subject in regions if subject.seats] + [self.seat(code) for code in self.names]

    def assigned(self, subject: Subject, results: Results) -> Assignment:
        """What the article is written from."""
        found = as_stands(self.shelf.fresh(), self._recorded(**{subject.kind: subject.id}), results)
        if self.notes is None:
            return found
        return found._replace(notes=self.notes, digests=(*found.digests, (self.notes.table, self.notes.digest)))

    def article(self, assigned: Assignment, base: Article | None, on: date) -> Article:
        """The article, with the corrections of what `base` said, None where nothing of it can be to correct; new ones are dated `on`."""
        article = write(assigned, self.house)
        due = corrections(base, article, on) if base else ()
        if self.notes:
            from ..sources.notes import unplaced
            self.placed |= {note.row for note in self.notes.notes} - {line for line, _ in unplaced(article, self.notes)}
        return write(assigned._replace(corrections=due), self.house) if due else article

    def unplaced(self) -> list[str]:
        """The notes that stand in no article so far, by line: nothing that an editor wrote is lost silently."""
        return [f"{self.notes.table}:{note.row}: not used: none of the articles followed has a place for this {note.kind.replace('_', ' ')}"
                for note in self.notes.notes if note.row not in self.placed] if self.notes else []

    def happened(self, seat: str, results: Results, before: Report | None, figures: Report | None) -> Happened:
        """A seat beside what it is compared with, and what the rules say became of it."""
        base = next(c for c in self.country.contests if c.seat == seat)
        contest, = contests_called([reported(base, results)], self.called)
        sat = self.country.members_by_person or {}
        if sat:
            contest = contest._replace(candidacies=tuple(c._replace(sitting=c.sitting and c.person.id in sat) for c in contest.candidacies))
        reading = Reading(contest, self.country.previous.get(seat), (self.country.members or {}).get(seat),
                          (self.country.by_elections or {}).get(seat), self.asked.rule)
        return Happened(reading, classify(reading, self.house.thresholds), results.reports.get(seat), before, figures)


def moved(before: Results | None, after: Results) -> tuple[str, ...]:
    """The seats whose report says something else than it did, by code."""
    then = before.reports if before else {}
    return tuple(sorted(seat for seat in {*then, *after.reports} if _said(then.get(seat)) != _said(after.reports.get(seat))))


def _said(report: Report | None):
    """What a report says, wherever in the feed it stands."""
    return report and (report.status, report.declared, report.electorate,
                       tuple((c.person.id, c.party.name, c.votes, c.elected) for c in report.candidacies))


def affected(subjects: list[Subject], before: Results | None, after: Results, frame: bool) -> tuple[list[Subject], list[Subject]]:
    """The articles to write at once, the smallest first, and those that can wait a little: nothing in their own seats moved.

    With `frame` the national picture moved, and regions tell of it.
    """
    seats = set(moved(before, after))
    everything = before is None or (before.rehearsal, before.why) != (after.rehearsal, after.why)
    order = sorted(subjects, key=lambda s: (len(s.seats), s.id))
    return ([s for s in order if s.seats & seats],
            [s for s in order if not s.seats & seats and (everything or frame and s.kind == "region")][::-1])


def national_frame(country: Assignment, results: Results, party_of) -> tuple | None:
    """What every region may say of the whole country: nothing until all seats are in, then the seats by winner."""
    winners = tuple(w._replace(party=party_of(results.reports.get(w.seat))) for w in country.winners)
    return winners if National(country._replace(winners=winners)).complete else None
