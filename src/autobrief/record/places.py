"""Which seats a region has at an election, and what the record has on them as places."""

from decimal import Decimal

from ..model.world import Detail, Election, Held, Member, Region
from .shelf import Shelf


class Places:
    """Which seats a region has at this election, and what is known of them."""

    def __init__(self, shelf: Shelf, at: Election, known: dict):
        self.shelf, self.at, self.known = shelf, at, known
        self.table = f"seats/{at.boundaries}.csv"
        self.details: dict[str, dict] = {}
        self._members: dict[str, list[str]] = {}
        if shelf.path(self.table) is None:
            self._from_contests()
            return
        for region, boundaries, seat in shelf.columns("region_seats.csv", "region", "boundaries", "seat"):
            if boundaries == at.boundaries:
                self._members.setdefault(region, []).append(seat)
        for _, row in shelf.rows("groups.csv", boundaries=(at.boundaries,)):
            self._members[f"group:{row['region']}"] = row["seats"].split()

    def _from_contests(self) -> None:
        """An election on boundaries of its own: regions and counties as its results name them."""
        counties = {n.label: n.id for n in self.known.values() if n.kind == "county"}
        for table in self.shelf.names(f"elections/{self.at.id}", "*.contests.csv"):
            slug = table.split("/")[-1].split(".")[0]
            for _, row in self.shelf.rows(table):
                self.details[row["seat"]] = row | {"reads": row["name"], "region": slug, "voice": "0"}
                self._members.setdefault(slug, []).append(row["seat"])
                county = counties.get(row["county"]) or counties.get(f"County {row['county']}") \
                    or counties.get(f"{row['county']} county")
                if county and county != slug:
                    self._members.setdefault(county, []).append(row["seat"])

    def know(self, codes) -> None:
        """Read what the record has on these seats."""
        missing = {code for code in codes if code not in self.details}
        if missing:
            self.details |= {row["seat"]: row for _, row in self.shelf.rows(self.table, seat=missing)}

    def seat_names(self) -> dict[str, list[str]]:
        if self.shelf.path(self.table):
            self.details = {row["seat"]: row for _, row in self.shelf.rows(self.table)}
        names = {code: [row["reads"], row["name"]] for code, row in self.details.items()}
        if self.at.kind == "by-election":
            names = {code: known for code, known in names.items() if code == self.at.seat}
        for _, row in self.shelf.rows("aliases.csv", boundaries=(self.at.boundaries,)):
            if row["seat"] in names:
                names[row["seat"]].append(row["alias"])
        return names

    def _codes(self, named) -> tuple[str, ...]:
        if named.id in self._members or f"group:{named.id}" in self._members:
            return tuple(self._members.get(named.id) or self._members[f"group:{named.id}"])
        codes = [s for part in named.parts for s in self._codes(self._named(part))]
        own = self._every_code() if named.seats else ()
        return tuple(dict.fromkeys(codes + [s for s in named.seats if s in own]))

    def _every_code(self) -> set[str]:
        return {code for codes in self._members.values() for code in codes}

    def _named(self, id: str):
        return self.known.get(id) or self.known[f"group:{id}"]

    def region(self, named, with_parts: bool = True) -> Region:
        parts = tuple(self.region(self._named(p), False) for p in named.parts) if with_parts else ()
        return Region(named.id, named.label, named.article, named.kind, tuple(sorted(self._codes(named))),
                      tuple(p for p in parts if p.seats), named.voice)

    def seat_region(self, code: str) -> Region:
        row = self.details[code]
        return Region(code, row["reads"], "", "seat", (code,), (), int(row.get("voice") or 0))

    def slugs(self, subject: Region) -> list[str]:
        self.know(subject.seats)
        return sorted({self.details[s]["region"] for s in subject.seats})

    def by_seat_now(self, members: tuple[Member, ...]) -> dict[str, Member]:
        """A new seat's member is its main predecessor's, from a half of its people up."""
        by_old = {m.seat: m for m in members if m.seat}
        found = {}
        for code, row in self.details.items():
            old = row.get("predecessor") or ""
            if old and float(row.get("predecessor_share") or 0) >= 0.5 and old in by_old:
                found[code] = by_old[old]
            elif not old and code in by_old:
                found[code] = by_old[code]
        return found


def details(shelf: Shelf, at: Election, places: Places, subject: Region) -> dict[str, Detail]:
    """The seats as places: city, estimated or declared Leave share, tags."""
    tags: dict[str, list[str]] = {}
    for seat, tag in shelf.columns(f"tags/{at.boundaries}.csv", "seat", "tag"):
        tags.setdefault(seat, []).append(tag)
    table = f"seats/{at.boundaries}.csv"
    return {
        seat: Detail(seat, row.get("city", ""), Decimal(row["leave_share"]) if row.get("leave_share") else None,
                     row.get("leave_basis", ""), tuple(tags.get(seat, ())), 0, table,
                     Decimal(row["predecessor_share"]) if row.get("predecessor_share") else None)
        for seat in subject.seats if (row := places.details.get(seat))}


def held(shelf: Shelf, at: Election, subject: Region) -> dict[str, Held]:
    """The seats' own records since 1918, as far as seats of the same name bear one."""
    table = f"held/{at.boundaries}.csv"
    found = {}
    for number, (seat, winners, confidence) in shelf.keyed(table, set(subject.seats), "seat", "winners", "confidence"):
        found[seat] = Held(seat, _won(winners), confidence, number, table)
    return found


def _won(winners: str) -> tuple[tuple[str, str], ...]:
    return tuple(tuple(w.rstrip("*").split(":", 1)) for w in winners.split() if ":" in w)


def region_record(shelf: Shelf, at: Election, known: dict, named, records: dict[str, Held]) -> dict[str, tuple[frozenset, int]]:
    """Year -> the party groups that won a seat in this region, and how many seats it had, at elections since 2010 before this one.

    Regions, counties and places keep their names across the boundary change of 2024; the seats in them then are
    those of the old set.  None for a seat, or a region without seats there.
    """
    if named is None:
        return {}
    before = at._replace(boundaries="2010-2023")
    old = Places(shelf, before, known).region(named, False) if at.boundaries != before.boundaries else None
    if old is not None:
        records = held(shelf, before, old)
    years: dict[str, list] = {}
    for record in records.values():
        for year, group in record.winners[-6:]:
            if "2010" <= year < str(at.date.year):
                years.setdefault(year, []).append(group)
    total = len(old.seats) if old is not None else len(records)
    return {year: (frozenset(groups), len(groups)) for year, groups in sorted(years.items()) if len(groups) == total}
