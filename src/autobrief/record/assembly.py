"""Checked rows of a published election, put together as an election of ours."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from autobrief.record.elections import Candidacy, Contest, Election, polls_close
from autobrief.record.known import Known
from autobrief.record.names import REGION_BY_CODE, reads, seat_name, slug
from autobrief.record.notional import NotionalRow, is_other, party_of
from autobrief.record.parliament_form import CandidacyRow, ContestRow
from autobrief.record.parties import INDEPENDENT, OTHER, UCUNF, PartyName

_SOURCE = "Results published by UK Parliament and the House of Commons Library"
_ESTIMATES = "Estimates published by UK Parliament and the House of Commons Library"
_LICENCE = "Open Parliament Licence v3.0"
_AUTHORS = "Colin Rallings and Michael Thrasher"
# Where boundaries were those of the election before, its real figures stand among the estimates.
_ACTUAL = {"ge2010": ("Scotland",)}

# A candidate had died, and the published tables give the day of no contest of a general election.
_LATER_POLLS = {(date(2010, 5, 6), "E14000993"): date(2010, 5, 27)}


def polling_day(row: ContestRow, day: date) -> date:
    """The day on which a seat voted: the election's, unless its poll was put off."""
    return row.election_date or _LATER_POLLS.get((day, row.seat), day)


def published_parties(rows: Iterable[CandidacyRow], known: Known) -> dict[str, PartyName]:
    """Every party name of an election, with the continuing party that it stands for."""
    ids: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    commission: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        ids[row.party][row.abbreviation, row.party_mnis] += 1
        if row.commission:
            commission[row.party][row.commission] += 1
    parties = {}
    for name, found in ids.items():
        abbreviation, mnis = found.most_common(1)[0][0]
        registered = " ".join(code for code, _ in commission[name].most_common())
        party = UCUNF.party if name == UCUNF.name else known.parties.party(name, mnis)
        parties[name] = PartyName(name, party, abbreviation, mnis, registered)
    return parties


def with_ulster_unionists(
    candidacies: list[CandidacyRow], contests: Iterable[ContestRow], known: Known
) -> list[CandidacyRow]:
    """Candidacies with the Ulster Unionists of 2010, whom the published table calls independents.

    One is an independent whose votes are, and are not nought, the seat's Ulster Unionist votes in
    the table of contests.
    """
    votes = {row.seat: row.ulster_unionist.strip().replace(",", "") for row in contests}
    return [
        row.model_copy(update={"party": UCUNF.name, "abbreviation": UCUNF.abbreviation, "party_mnis": ""})
        if row.votes and str(row.votes) == votes.get(row.seat) and _is_independent(row, known)
        else row
        for row in candidacies
    ]


def _is_independent(row: CandidacyRow, known: Known) -> bool:
    return known.parties.party(row.party, row.party_mnis) == INDEPENDENT or row.party == "Independent"


def contest_of(row: ContestRow, boundaries: str | None, day: date, known: Known, counted: bool = True) -> Contest:
    """A contest as published, with what the record knows of its seat where a cell was blank."""
    seat = known.seats.get(boundaries or "", {}).get(row.seat)
    region = REGION_BY_CODE.get(row.region_code) or (seat.region if seat else "") or slug(row.region or row.country)
    polled = polling_day(row, day)
    return Contest(
        seat=row.seat,
        name=seat_name(row.name),
        region=region or "unknown",
        county=row.county or (seat.county if seat else ""),
        country=row.country or (seat.country if seat else ""),
        type=row.type,
        polled=polled if polled != day else None,
        declared=row.declared,
        electorate=row.electorate,
        invalid=row.invalid,
        status="declared" if counted else "not_declared",
        official_result=row.result,
        official_first=row.first,
        official_member=(row.member_given, row.member_family),
    )


def _candidacy_of(row: CandidacyRow) -> Candidacy:
    person = (row.given, row.family, row.gender, row.mnis, row.sitting, row.former)
    return Candidacy(row.seat, row.party, row.votes, *person)


def general_election(
    id: str,
    day: date,
    boundaries: str | None,
    baseline: str | None,
    contests: list[ContestRow],
    candidacies: list[CandidacyRow],
    known: Known,
) -> Election:
    """A general election of checked rows; contests without votes are not declared."""
    counted = {row.seat for row in candidacies if row.votes is not None}
    about = {
        "id": id,
        "kind": "general",
        "name": f"{day.year} general election",
        "date": day,
        "polls_close": polls_close(day),
        "boundaries": boundaries or id,
        **({"baseline": baseline} if baseline else {}),
        "timed": all(row.declared for row in contests),
        "source": _SOURCE,
        "licence": _LICENCE,
    }
    return Election(
        id,
        about,
        tuple(published_parties(candidacies, known).values()),
        tuple(contest_of(row, boundaries, day, known, row.seat in counted) for row in contests),
        tuple(_candidacy_of(row) for row in candidacies),
    )


def by_election(row: ContestRow, candidacies: list[CandidacyRow], baseline: str | None, known: Known) -> Election:
    """One by-election: `baseline` as given, or else the general election before it."""
    day = row.election_date
    assert day is not None
    name = seat_name(row.name)
    id = f"by-{day.isoformat()}-{slug(name)}"
    boundaries = known.boundaries([row.seat], day)
    before = known.election_before(day)
    baseline = baseline or (before[0] if before else None)
    about = {
        "id": id,
        "kind": "by-election",
        "name": f"{reads(name)} by-election, {day.day} {day:%B} {day.year}",
        "date": day,
        "polls_close": polls_close(day),
        "boundaries": boundaries or id,
        **({"baseline": baseline} if baseline else {}),
        "seat": row.seat,
        **({"parliament_election": before[0]} if before else {}),
        "timed": row.declared is not None,
        "source": _SOURCE,
        "licence": _LICENCE,
    }
    parties = tuple(published_parties(candidacies, known).values())
    contest = contest_of(row, boundaries, day, known, any(one.votes is not None for one in candidacies))
    return Election(id, about, parties, (contest,), tuple(map(_candidacy_of, candidacies)))


def notional_election(
    main: Election, day: date, estimated: tuple[str, date] | None, rows: Mapping[str, list[NotionalRow]], known: Known
) -> Election:
    """The estimate of the election before on the boundaries of `main`, whose contests it borrows.

    `rows` are by seat code on record.  Where it is not known which election was estimated, the
    estimate takes the day of `main`.
    """
    id = f"{main.id}-notional"
    election, held = estimated or ("", day)
    boundaries = str(main.about["boundaries"])
    about = {
        "id": id,
        "kind": "notional",
        "name": f"{held.year if election else 'Earlier'} general election, estimated on {day.year} boundaries",
        "date": held,
        "polls_close": polls_close(held),
        "boundaries": boundaries,
        "timed": False,
        "source": _ESTIMATES,
        "licence": _LICENCE,
        **({"estimates": election} if election else {}),
        "authors": _AUTHORS,
        **({"actual": _ACTUAL[main.id]} if main.id in _ACTUAL else {}),
    }
    contests = {contest.seat: contest for contest in main.contests}
    seats = known.seats.get(boundaries, {})
    parties: dict[str, PartyName] = {}
    made, candidacies = [], []
    for seat, votes in rows.items():
        borrowed = contests.get(seat) or seats[seat]
        place = {part: getattr(borrowed, part) for part in ("seat", "name", "region", "county", "country", "type")}
        made.append(Contest(**place, electorate=votes[0].electorate))
        for row in votes:
            party = party_of(row)
            known_id = OTHER if is_other(party) else known.parties.party(party.name, party.mnis)
            parties.setdefault(party.name, party.named(known_id))
            candidacies.append(Candidacy(seat, party.name, row.votes))
    return Election(id, about, tuple(parties.values()), tuple(made), tuple(candidacies))
