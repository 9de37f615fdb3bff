"""A night as a plain CSV feed, from the record of an election: each seat's rows, in the order of declaration."""

import csv
import io
from functools import lru_cache

from autobrief.record import find
from autobrief.record.load import contests_of
from autobrief.record.shelf import Shelf

HEADINGS = ("seat", "candidate", "party", "votes", "declared", "status", "elected", "revision")


@lru_cache(4)
def declared(election: str = "ge2019", region: str | None = None) -> tuple[tuple[str, tuple], ...]:
    """(seat, rows) of every contest, or of one region's, first declared first."""
    shelf = Shelf()
    contests = [c for c in contests_of(shelf, find.election(shelf, election)) if c.declared and (region is None or c.region == region)]
    return tuple((c.seat, rows_of(c)) for c in sorted(contests, key=lambda c: (c.declared, c.seat)))


def rows_of(contest) -> tuple:
    return tuple((contest.seat, c.person.name, c.party.name, c.votes, contest.declared.isoformat(), "declared", "", 1) for c in contest.candidacies)


def feed(seats) -> str:
    """The rows of these seats as one CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADINGS, *(row for _, rows in seats for row in rows)])
    return out.getvalue()


def put(path, seats) -> None:
    """The feed replaced whole, as an agency does."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(feed(seats), "utf-8")
    beside.replace(path)


def moved_votes(rows, votes: int):
    """A seat's rows in a corrected revision, its first candidate with so many votes more."""
    first, *rest = rows
    return tuple((*row[:5], "corrected", "", 2) for row in ((*first[:3], first[3] + votes, *first[4:]), *rest))
