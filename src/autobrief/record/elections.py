"""One election as our tables hold it, and how it is written down."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from autobrief.record.parties import OTHER, PartyName
from autobrief.record.tables import write_table, write_text

# Labour's candidates who stand for the Co-operative Party as well are Labour's all the same.
_CO_OPERATIVE = re.compile(r"( and| &)? co-?op(erative)?( party)?$")

LONDON = ZoneInfo("Europe/London")
PARTY_COLUMNS = ("name", "party", "abbreviation", "mnis", "commission")
WINNER_COLUMNS = (
    "seat", "name", "region", "country", "party", "abbreviation", "given", "family", "mnis", "second",
    "votes", "majority", "valid", "electorate", "declared",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contest:
    """One election in one seat; `region` names the table that it stands in."""

    seat: str
    name: str
    region: str
    county: str = ""
    country: str = ""
    type: str = ""
    polled: date | None = None
    declared: datetime | None = None
    electorate: int | None = None
    invalid: int | None = None
    status: str = "declared"
    official_result: str = ""
    official_first: str = ""
    official_member: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One candidate in one seat; `party` is the party's name as published, `votes` None before the declaration."""

    seat: str
    party: str
    votes: int | None
    given: str = ""
    family: str = ""
    gender: str = ""
    mnis: str = ""
    sitting: str = ""
    former: str = ""


CONTEST_COLUMNS = tuple(f.name for f in fields(Contest) if f.name not in ("region", "official_member"))
CANDIDACY_COLUMNS = ("seat", "party", "given", "family", "gender", "mnis", "sitting", "former", "votes")


@dataclass(frozen=True, slots=True)
class Election:
    """An election with everything that is written of it; `about` is election.toml, in order."""

    id: str
    about: Mapping[str, object]
    parties: tuple[PartyName, ...]
    contests: tuple[Contest, ...]
    candidacies: tuple[Candidacy, ...] = field(default=())


def polls_close(day: date) -> datetime:
    """Ten at night in London."""
    return datetime.combine(day, time(22), LONDON)


def write_election(folder: Path, election: Election) -> None:
    """Write an election's tables into a folder of its own."""
    write_text(folder / "election.toml", "".join(_toml_line(k, v) for k, v in election.about.items()))
    by_name = sorted(election.parties, key=lambda party: party.name)
    write_table(folder / "parties.csv", PARTY_COLUMNS, map(asdict, by_name))
    candidacies = by_seat(election.candidacies)
    regions = defaultdict(list)
    for contest in sorted(election.contests, key=lambda contest: contest.seat):
        regions[contest.region].append(contest)
    for region, contests in regions.items():
        write_table(folder / f"{region}.contests.csv", CONTEST_COLUMNS, map(_contest_row, contests))
        rows = (asdict(one) for contest in contests for one in candidacies[contest.seat])
        write_table(folder / f"{region}.candidacies.csv", CANDIDACY_COLUMNS, rows)
    write_table(folder / "winners.csv", WINNER_COLUMNS, _winner_rows(election, candidacies))


def by_seat(candidacies: Iterable[Candidacy]) -> dict[str, list[Candidacy]]:
    """Candidacies by seat, the most votes first."""
    seats = defaultdict(list)
    for one in sorted(candidacies, key=lambda c: (-(c.votes or 0), c.family, c.given, c.party)):
        seats[one.seat].append(one)
    return seats


def _contest_row(contest: Contest) -> dict[str, object]:
    return asdict(contest) | {"declared": _minutes(contest.declared)}


def _minutes(moment: datetime | None) -> str:
    return moment.isoformat(timespec="minutes") if moment else ""


def _winner_rows(election: Election, candidacies: Mapping[str, list[Candidacy]]) -> Iterable[dict[str, object]]:
    names = {party.name: party for party in election.parties}
    for contest in sorted(election.contests, key=lambda contest: contest.seat):
        everyone = [one for one in candidacies[contest.seat] if one.votes is not None]
        if not everyone:
            yield dict.fromkeys(WINNER_COLUMNS, "") | {name: getattr(contest, name) for name in ("seat", "name", "region", "country")}
            continue
        named = [one for one in everyone if names[one.party].party != OTHER]
        first = winner(contest, everyone, names)
        second = next((one for one in everyone if one is not first), None) if first else None
        # A lump of unnamed others in second place may be one candidate or many: then nobody knows.
        placed = second if second in named else None
        yield {
            **asdict(contest),
            "party": names[first.party].party if first else "",
            "abbreviation": names[first.party].abbreviation if first else "",
            "given": first.given if first else "",
            "family": first.family if first else "",
            "mnis": first.mnis if first else "",
            "second": names[placed.party].party if placed else "",
            "votes": everyone[0].votes,
            "majority": majority(everyone) if placed or len(everyone) == 1 else "",
            "valid": sum(one.votes for one in everyone),
            "declared": _minutes(contest.declared),
        }


def majority(ranked: list[Candidacy]) -> int:
    """Votes between the first and the second; all of them where only one stood."""
    return ranked[0].votes - (ranked[1].votes if len(ranked) > 1 else 0)


def winner(contest: Contest, ranked: list[Candidacy], names: Mapping[str, PartyName]) -> Candidacy | None:
    """Who had the most votes; on a tie whom the official result names, and None if that does not tell."""
    leaders = [one for one in ranked if one.votes == ranked[0].votes]
    if len(leaders) == 1:
        return leaders[0] if names[leaders[0].party].party != OTHER else None
    named = [one for one in leaders if (one.given, one.family) == contest.official_member]
    named = named or [one for one in leaders if stands_for(names[one.party], contest.official_first)]
    return named[0] if len(named) == 1 else None


def stands_for(party: PartyName, official: str) -> bool:
    """Whether a published "First party" means this party: "Lab Coop" is Labour, "Respect" Respect Party."""
    wanted = _CO_OPERATIVE.sub("", official.casefold().strip())
    if not wanted or party.party == OTHER:
        return False
    name = _CO_OPERATIVE.sub("", party.name.casefold()).removeprefix("the ")
    return wanted in (party.abbreviation.casefold(), party.party) or f"{name} ".startswith(f"{wanted} ")


def _toml_line(key: str, value: object) -> str:
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, (list, tuple)):
        text = f"[{', '.join(_quoted(item) for item in value)}]"
    elif isinstance(value, datetime):
        text = value.isoformat(timespec="seconds")
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = _quoted(value)
    return f"{key} = {text}\n"


def _quoted(value: object) -> str:
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
