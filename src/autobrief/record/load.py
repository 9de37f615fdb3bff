"""Loading what one article needs from the record, and no more."""

from datetime import date, datetime

from ..errors import Refused, UnknownName
from ..model.results import Results
from ..model.world import Assignment, Candidacy, Contest, Election, Parliament, Party, Person, Region, Winner
from ..naming import Known, called, contests_called, known_by
from . import find
from .overlay import digests, party_won, rehearsal, with_results
from .people import by_elections, members, offices, refuse_without_members, service
from .places import Places, details, held, region_record
from .shelf import Shelf


def assignment(shelf: Shelf, *, region: str | None = None, seat: str | None = None, election: str | None = None,
               as_of: str | None = None, length: str = "standard", rule: str = "general-election",
               regions_file: str | None = None, results: Results | None = None) -> Assignment:
    """Everything an article on this region or seat is written from.

    With `results` the seats stand as a feed has them, and what is not in it is not declared.  Raises UnknownName for a
    region, seat, election or time not on record, and Refused where the record cannot bear the baseline rule or the hour.
    """
    base = recorded(shelf, region=region, seat=seat, election=election, length=length, rule=rule, regions_file=regions_file)
    return as_stands(shelf, base, results, _moment(base.election, as_of))


def recorded(shelf: Shelf, *, region: str | None, seat: str | None, election: str | None, length: str, rule: str,
             regions_file: str | None) -> Assignment:
    """The assignment as the record has it, every seat declared that ever was: what `as_stands` begins from, again and again."""
    at = find.asked_election(shelf, election)
    known = find.regions(shelf, regions_file)
    places = Places(shelf, at, known)
    if seat:
        code = find.match("seat", seat, places.seat_names())
        named = None
    else:
        named = known[find.match("region", region, {k: [n.label] for k, n in known.items() if n.kind != "group"})]
    subject = places.seat_region(code) if seat else places.region(named)
    slugs = places.slugs(subject)
    contests = _contests(shelf, at, slugs, set(subject.seats), places.details)
    if not contests:
        raise UnknownName(f"{at.name} has no contests in {subject.label}", hint="`autobrief elections` lists elections")
    before = find.election(shelf, at.baseline) if at.baseline else None
    previous = _contests(shelf, before, slugs, set(subject.seats), places.details) if before else ()
    people = {c.person.id for contest in contests for c in contest.candidacies if c.sitting}
    posts = shelf.columns(f"roles/{at.id}.csv", "mnis", "rank", "order", "title", "in_post")
    people |= {mnis for mnis, rank, _, _, in_post in posts if rank == "prime minister" and in_post == "yes"}
    sat = members(shelf, at, people, places)
    posts_held = offices(posts, f"roles/{at.id}.csv", people | {m.person.id for m in sat})
    if rule == "sitting-member":
        refuse_without_members(at, sat)
    records = held(shelf, at, subject)
    loaded = Assignment(
        id=_id(at, subject, bool(seat), length, rule), kind="seat" if seat else "region", election=at, region=subject,
        contests=contests, baseline=before, rule=rule, previous={c.seat: c for c in previous},
        members=places.by_seat_now(sat), members_by_person={m.person.id: m for m in sat}, offices=posts_held,
        details=details(shelf, at, places, subject), held=records, record=region_record(shelf, at, known, named, records),
        by_elections=by_elections(shelf, at, before, places, {m.seat: m.seat_name for m in sat}),
        distribution=_distribution(shelf), credits={row["basis"]: (row["authors"], n) for n, row in shelf.rows("credits.csv")},
        winners_before=_winners(shelf, before, None, None) if before else (),
        parliaments=_parliaments(shelf), length=length, digests=tuple(sorted(shelf.digests.items())))
    # The contests keep the published names, by which a feed's candidates are found.
    return called(loaded, known_by(known_as(shelf)))._replace(contests=contests)


def as_stands(shelf: Shelf, base: Assignment, results: Results | None = None, moment: datetime | None = None) -> Assignment:
    """What the record has, as it stood at a moment, or as a feed has it; what is not in the feed is not declared."""
    stand = contests_called(with_results(base.contests, results), known_by(known_as(shelf)))
    contests = _truly_sitting(_as_of(stand, moment), base.members_by_person)
    served, winners = service(shelf, contests, base.members_by_person or {}), _winners(shelf, base.election, moment, results)
    inputs = dict(base.digests) | shelf.digests | digests(results)
    return base._replace(id="rehearsal/" * bool(rehearsal(results)) + base.id, contests=contests, service=served, winners=winners, as_of=moment,
                         digests=tuple(sorted(inputs.items())), rehearsal=rehearsal(results))


def known_as(shelf: Shelf) -> Known:
    """The names by which people are known, where the results or the record of members have others."""
    known: dict[str, dict] = {}
    for line, (mnis, published, given, family) in enumerate(shelf.columns("known_as.csv", "mnis", "published", "given", "family"), 2):
        known.setdefault(mnis, {})[published] = (_clean(given), _clean(family), line)
    return known


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


def contests_of(shelf: Shelf, at: Election | None) -> tuple[Contest, ...]:
    """Every contest of an election, whatever its region."""
    tables = shelf.names(f"elections/{at.id}", "*.contests.csv") if at else []
    slugs = [table.split("/")[-1].split(".")[0] for table in tables]
    return _contests(shelf, at, slugs, None, {}) if slugs else ()


def _contests(shelf: Shelf, at: Election, slugs: list[str], wanted: set[str] | None, details: dict) -> tuple[Contest, ...]:
    parties = {row["name"]: Party(row["party"], row["name"], row["abbreviation"])
               for _, row in shelf.rows(f"elections/{at.id}/parties.csv")}
    contests = []
    for slug in slugs:
        base = f"elections/{at.id}/{slug}"
        standing: dict[str, list] = {}
        for line, row in enumerate(shelf.columns(f"{base}.candidacies.csv", *CANDIDACY), 2):
            if wanted is None or row[0] in wanted:
                standing.setdefault(row[0], []).append(_candidacy(row, line, parties, at))
        for line, row in shelf.rows(f"{base}.contests.csv", **({"seat": wanted} if wanted is not None else {})):
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
    return Candidacy(party, person, int(votes) if votes else None, sitting == "yes", former == "yes", line)


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
        row["official_first"], line, table, int(detail.get("voice") or 0), at.kind == "notional" and row["country"] not in at.actual)


def _truly_sitting(contests: tuple[Contest, ...], members: dict) -> tuple[Contest, ...]:
    """Only members on record at the dissolution are called so: published tables flag some who were not.

    Where no members are on record the flag is all there is, and stands.
    """
    wrong = {c.person.id for contest in contests for c in contest.candidacies if c.sitting and c.person.id not in members}
    if not members or not wrong:
        return contests
    return tuple(contest._replace(candidacies=tuple(c._replace(sitting=False) if c.person.id in wrong else c for c in contest.candidacies))
                 for contest in contests)


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


def _winners(shelf: Shelf, at: Election, moment: datetime | None, results: Results | None) -> tuple[Winner, ...]:
    """Every seat's winner in the country, blank where it was not declared by then or the feed has none."""
    if results is not None:
        return tuple(Winner(seat, region, party_won(results.reports.get(seat), moment))
                     for seat, region in shelf.columns(f"elections/{at.id}/winners.csv", "seat", "region"))
    winners = []
    for seat, region, party, declared in shelf.columns(f"elections/{at.id}/winners.csv", "seat", "region", "party", "declared"):
        known = moment is None or (declared != "" and datetime.fromisoformat(declared) <= moment)
        winners.append(Winner(seat, region, party if known else ""))
    return tuple(winners)


def _distribution(shelf: Shelf) -> dict[str, tuple[tuple[int, float], ...]]:
    """Measure -> (percentile, value), in order."""
    return {row["measure"]: tuple((int(column[1:]), float(value)) for column, value in row.items() if column.startswith("q"))
            for _, row in shelf.rows("distribution.csv")}


def _parliaments(shelf: Shelf) -> tuple[Parliament, ...]:
    def whole(text: str) -> int | None:
        return int(text) if text.lstrip("-").isdigit() else None
    return tuple(
        Parliament(row["election"], date.fromisoformat(row["date"]), {k: whole(row[k]) for k in ("con", "lab", "lib", "nationalist", "other")},
                   whole(row["majority_speaker_opposed"]), whole(row["majority_speaker_left_out"]), row["government"],
                   row["prime_minister"], line)
        for line, row in shelf.rows("national.csv"))
