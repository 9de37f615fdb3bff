"""What is known beforehand of seats, parties and elections when outside files are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from autobrief.record.parties import PartyRegister, party_names
from autobrief.record.tables import read_table

# First polling day on each set of boundaries, and the first on the next one.
BOUNDARY_DATES = {"2010-2023": (date(2010, 5, 6), date(2024, 7, 4)), "2024-": (date(2024, 7, 4), date.max)}
# Of a set's codes, the part that an election must share to be held on it.
_SHARED_CODES = 0.95


@dataclass(frozen=True, slots=True)
class KnownSeat:
    """A seat of a built-in boundary set."""

    seat: str
    name: str
    country: str
    region: str
    county: str
    type: str


@dataclass(frozen=True, slots=True)
class Known:
    """The built-in record as far as an import needs it; without one, nothing is known."""

    seats: dict[str, dict[str, KnownSeat]] = field(default_factory=dict)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    parties: PartyRegister = field(default_factory=PartyRegister)
    general_elections: dict[date, str] = field(default_factory=dict)
    majority_slips: dict[tuple[date, str, int], int] = field(default_factory=dict)

    def code(self, boundaries: str, published: str) -> str:
        """A seat's code on record: five Scottish seats were published under two."""
        return self.codes.get((boundaries, published), published)

    def boundaries(self, published: Iterable[str], day: date) -> str | None:
        """The built-in boundary set that an election of that day and those seats was held on."""
        codes = set(published)
        for boundaries, (first, following) in BOUNDARY_DATES.items():
            seats = self.seats.get(boundaries, {})
            held = sum(self.code(boundaries, code) in seats for code in codes)
            if first <= day < following and codes and held >= _SHARED_CODES * len(codes):
                return boundaries
        return None

    def election_before(self, day: date) -> tuple[str, date] | None:
        """The last general election before a day, whether or not its results are on record."""
        before = [held for held in self.general_elections if held < day]
        return (self.general_elections[max(before)], max(before)) if before else None


def read_known(record: Path | None) -> Known:
    """Read what is known from a record layer; a table that it lacks leaves its part unknown."""
    if record is None:
        return Known()
    known = Known(parties=PartyRegister(party_names(_rows(record / "parties.csv"))))
    for boundaries in BOUNDARY_DATES:
        for row in _rows(record / "seats" / f"{boundaries}.csv"):
            seat = KnownSeat(*(row[c] for c in ("seat", "name", "country", "region", "county", "type")))
            known.seats.setdefault(boundaries, {})[seat.seat] = seat
    for row in _rows(record / "aliases.csv"):
        known.codes[row["boundaries"], row["alias"]] = row["seat"]
    for row in _rows(record / "national.csv"):
        known.general_elections[date.fromisoformat(row["date"])] = row["election"]
    for row in _rows(record / "slips.csv"):
        known.majority_slips[date.fromisoformat(row["date"]), row["seat"], int(row["published"])] = int(row["right"])
    return known


def _rows(table: Path) -> list[dict[str, str]]:
    return read_table(table) if table.exists() else []
