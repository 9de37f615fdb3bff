"""Loading what one article needs from the record, and no more."""

from datetime import date, datetime

from ..errors import Refused, UnknownName
from ..model.world import (
    Assignment,
    ByElection,
    Candidacy,
    Contest,
    Election,
    Member,
    Office,
    Parliament,
    Party,
    Person,
    Region,
    Winner,
)
from . import find
from .shelf import Shelf


def assignment(shelf: Shelf, *, region: str | None = None, seat: str | None = None, election: str | None = None,
               as_of: str | None = None, length: str = "standard", rule: str = "general-election",
               regions_file: str | None = None) -> Assignment:
    """Everything an article on this region or seat is written from.

    Raises UnknownName for a region, seat, election or time not on record, and Refused where the
    record cannot bear the baseline rule or the hour.
    """
    at = find.asked_election(shelf, election)
    moment = _moment(at, as_of)
    known = find.regions(shelf, regions_file)
    places = _Places(shelf, at, known)
    if seat:
        code = find.match("seat", seat, places.seat_names())
        named = None
    else:
        named = known[find.match("region", region, {k: [n.label] for k, n in known.items() if n.kind != "group"})]
    subject = places.seat_region(code) if seat else places.region(named)
    slugs = places.slugs(subject)
    contests = _as_of(_contests(shelf, at, slugs, set(subject.seats), places.details), moment)
    if not contests:
        raise UnknownName(f"{at.name} has no contests in {subject.label}", hint="`autobrief elections` lists elections")
    before = find.election(shelf, at.baseline) if at.baseline else None
    previous = _contests(shelf, before, slugs, set(subject.seats), places.details) if before else ()
    people = {c.person.id for contest in contests for c in contest.candidacies if c.sitting}
    posts = shelf.columns(f"roles/{at.id}.csv", "mnis", "rank", "order", "title", "in_post")
    people |= {mnis for mnis, rank, _, _, in_post in posts if rank == "prime minister" and in_post == "yes"}
    members = _members(shelf, at, people, places)
    offices = _offices(posts, f"roles/{at.id}.csv", people | {m.person.id for m in members})
    if rule == "sitting-member":
        _refuse_without_members(at, members)
    by_mnis = {m.person.id: m for m in members}
    return Assignment(
        id=_id(at, subject, bool(seat), length, rule), kind="seat" if seat else "region", election=at, region=subject,
        contests=contests, baseline=before, rule=rule, previous={c.seat: c for c in previous},
        members=places.by_seat_now(members), members_by_person=by_mnis, offices=offices,
        vacancies={}, by_elections=_by_elections(shelf, at, before, places, {m.seat: m.seat_name for m in members}),
        winners=_winners(shelf, at, moment), parliaments=_parliaments(shelf), as_of=moment, length=length,
        digests=tuple(sorted(shelf.digests.items())))


def _id(at: Election, subject: Region, is_seat: bool, length: str, rule: str) -> str:
    """Stable over the night: never the hour or the stage."""
    parts = [at.id, "seat" if is_seat else "region", subject.id]
    return "/".join(parts + [length] * (length != "standard") + [rule] * (rule != "general-election"))


def _moment(at: Election, as_of: str | None) -> datetime | None:
    if not as_of:
        return None
    if not at.timed:
        raise Refused(f"the {at.name} has no declaration times on record, so it cannot be written as of an hour",
                      hint="leave --as-of out; `autobrief elections` shows which elections have times")
    moment = find.moment(as_of, at)
    if at.polls_close and moment < at.polls_close:
        raise Refused(f"nothing is written before polls closed at {at.polls_close:%H:%M on %d %B %Y}",
                      hint="give a time after the close of poll")
    return moment


class _Places:
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


def _contests(shelf: Shelf, at: Election, slugs: list[str], wanted: set[str], details: dict) -> tuple[Contest, ...]:
    parties = {row["name"]: Party(row["party"], row["name"], row["abbreviation"])
               for _, row in shelf.rows(f"elections/{at.id}/parties.csv")}
    contests = []
    for slug in slugs:
        base = f"elections/{at.id}/{slug}"
        standing: dict[str, list] = {}
        for line, row in enumerate(shelf.columns(f"{base}.candidacies.csv", *CANDIDACY), 2):
            if row[0] in wanted:
                standing.setdefault(row[0], []).append(_candidacy(row, line, parties, at))
        for line, row in shelf.rows(f"{base}.contests.csv", seat=wanted):
            candidacies = sorted(standing.get(row["seat"], ()), key=lambda c: (-(c.votes or 0), c.person.family, c.row))
            contests.append(_contest(row, line, at, slug, tuple(candidacies), f"{base}.contests.csv",
                                     details.get(row["seat"], {})))
    return tuple(sorted(contests, key=lambda c: c.seat))


CANDIDACY = ("seat", "party", "given", "family", "gender", "mnis", "sitting", "former", "votes")


def _candidacy(row: tuple[str, ...], line: int, parties: dict, at: Election) -> Candidacy:
    seat, name, given, family, gender, mnis, sitting, former, votes = row
    given, family = _clean(given), _clean(family)
    party = parties.get(name) or Party(name, name, name)
    person = Person(mnis or f"{at.id}/{seat}/{given} {family}", given, family, gender or None)
    return Candidacy(party, person, int(votes), sitting == "yes", former == "yes", line)


def _clean(name: str) -> str:
    """A name without line ends, surrogates, or the private-use characters that mark facts in a rendered text."""
    if name.isprintable():
        return name
    return "".join(" " if c in "\r\n\t" else c for c in name if not "\ud800" <= c <= "\uf8ff")


def _contest(row: dict, line: int, at: Election, slug: str, candidacies: tuple, table: str, detail: dict) -> Contest:
    return Contest(
        at.id, row["seat"], _clean(row["name"]), _clean(detail.get("reads") or row["name"]), slug, row["county"],
        row["country"], datetime.fromisoformat(row["declared"]) if row["declared"] else None,
        date.fromisoformat(row["polled"]) if row["polled"] else None,
        int(row["electorate"]) if row["electorate"] else None, row["status"], candidacies, row["official_result"],
        row["official_first"], line, table, int(detail.get("voice") or 0), at.kind == "notional")


def _as_of(contests: tuple[Contest, ...], moment: datetime | None) -> tuple[Contest, ...]:
    """The contests as they stood then, inclusive: what was not yet declared has no votes."""
    if moment is None:
        return contests
    stood = []
    for contest in contests:
        if contest.declared and contest.declared <= moment:
            stood.append(contest)
            continue
        status = "postponed" if contest.polled else "not_declared"
        blank = sorted((c._replace(votes=None) for c in contest.candidacies), key=lambda c: (c.person.family, c.row))
        stood.append(contest._replace(status=status, candidacies=tuple(blank), official_result="", official_first=""))
    return tuple(stood)


def _members(shelf: Shelf, at: Election, people: set[str], places: _Places) -> tuple[Member, ...]:
    """Members at the dissolution who stood in these seats or sat for them, or were prime minister."""
    table = f"members/{at.id}.csv"
    seats = {row.get("predecessor") or code for code, row in places.details.items()}
    return tuple(
        # Where the record has a name only as a whole, it is never cut to a surname.
        Member(Person(row["mnis"], row["given"], row["family"] or row["name"], row["gender"] or None), row["seat"], row["seat_name"],
               row["elected_for"] or None, _date(row["elected_on"]), row["via"], row["last_party"] or None,
               row["last_party_basis"], _date(row["first_elected"]), _date(row["continuous_since"]), line, table)
        for line, row in shelf.rows(table, mnis=people, seat=seats))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _refuse_without_members(at: Election, members: tuple[Member, ...]) -> None:
    if not any(m.seat and m.elected_for for m in members):
        raise Refused(f"the record does not say who sat for which seat when Parliament was dissolved before the {at.name}, "
                      "so the sitting-member baseline cannot be used", hint="use --baseline general-election")


def _offices(posts: list[tuple[str, ...]], table: str, people: set[str]) -> dict[str, tuple[Office, ...]]:
    """Posts that these people held when Parliament was dissolved, by MNIS id."""
    found: dict[str, list] = {}
    for line, (mnis, rank, order, title, in_post) in enumerate(posts, 2):
        if in_post == "yes" and mnis in people:
            found.setdefault(mnis, []).append(Office(mnis, rank, int(order), title, True, line, table))
    return {mnis: tuple(held) for mnis, held in found.items()}


def _by_elections(shelf: Shelf, at: Election, before: Election | None, places: _Places, names: dict) -> dict[str, ByElection]:
    if before is None:
        return {}
    since = before.date
    old: dict[str, ByElection] = {}
    for line, row in shelf.rows("events.csv", event=("by-election",)):
        if since < date.fromisoformat(row["date"]) < at.date:
            given, _, family = row["person"].rpartition(" ")
            old[row["seat"]] = ByElection(f"by-{row['date']}", date.fromisoformat(row["date"]), row["seat"], row["to_party"],
                                          Person(row["mnis"], given, family), line, names.get(row["seat"], ""), row["changes_party"] == "yes")
    found = {}
    for code, row in places.details.items():
        predecessor = row.get("predecessor") or code
        share = float(row.get("predecessor_share") or 1) if row.get("predecessor") else 1.0
        if predecessor in old and share >= 0.5:
            found[code] = old[predecessor]
    return found


def _winners(shelf: Shelf, at: Election, moment: datetime | None) -> tuple[Winner, ...]:
    """Every seat's winner in the country, blank where it was not declared by then."""
    winners = []
    for seat, region, party, declared in shelf.columns(f"elections/{at.id}/winners.csv", "seat", "region", "party", "declared"):
        known = moment is None or (declared != "" and datetime.fromisoformat(declared) <= moment)
        winners.append(Winner(seat, region, party if known else ""))
    return tuple(winners)


def _parliaments(shelf: Shelf) -> tuple[Parliament, ...]:
    def whole(text: str) -> int | None:
        return int(text) if text.lstrip("-").isdigit() else None
    return tuple(
        Parliament(row["election"], date.fromisoformat(row["date"]), {k: whole(row[k]) for k in ("con", "lab", "lib", "nationalist", "other")},
                   whole(row["majority_speaker_opposed"]), whole(row["majority_speaker_left_out"]), row["government"],
                   row["prime_minister"], line)
        for line, row in shelf.rows("national.csv"))
