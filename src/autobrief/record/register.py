"""Who stands where at an election, as a feed's names are held against: seats by any spelling, candidates by seat."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..model.world import Candidacy, Election, Party
from ..naming import Name, known_by
from .find import election as election_on_record
from .find import plain
from .load import contests_of, known_as
from .shelf import Shelf

SPELLINGS = {
    "con": ("c", "conservative and unionist", "ulster conservatives and unionists"),
    "lab": ("labour", "lab co op", "lab coop", "labour co op", "labour co operative", "labour and co operative", "joint 53 119"),
    "ld": ("lib dem", "lib dems", "liberal democrats"), "snp": ("scottish national",), "pc": ("plaid cymru of wales",),
    "reform": ("reform", "reform uk", "brexit"), "apni": ("alliance of northern ireland",), "ukip": ("uk independence",),
    "spk": ("speaker", "speaker seeking re election"), "ind": ("independent", "ind", "no description", "ynmp 2"),
    "sdlp": ("social democratic and labour", "sdlp social democratic and labour"), "dup": ("democratic unionist d u p",),
    "uup": ("ulster unionist",), "tuv": ("traditional unionist voice tuv",),
    "green": ("green of england and wales", "scottish green", "green in northern ireland")}
"""How agencies and ballot papers spell parties where the record's own tables do not: plain, and without the word party."""
LABELS = {spelling: party for party, spellings in SPELLINGS.items() for spelling in spellings}


class Seat(NamedTuple):
    """One contest as on record; `turnout` is the last one, a fraction, None where nothing is on record to compare with."""

    code: str
    name: str
    region: str
    electorate: int | None
    candidacies: tuple[Candidacy, ...]
    turnout: float | None = None


class Register(NamedTuple):
    """Every contest of one election by code, its spellings, and the parties' spellings."""

    election: Election
    seats: dict[str, Seat]
    names: dict[str, str]
    labels: dict[str, Party]
    called: Name

    def code(self, asked: str) -> str | None:
        """The seat's code, by code or by any spelling of its name that is clear; None where there is none."""
        if asked in self.seats:
            return asked
        return self.names.get(plain(asked)) or self.names.get(turned(asked))

    def party(self, *labels: str) -> Party | None:
        """The party by name, abbreviation or the Electoral Commission's id; None for labels that are all unknown."""
        bare = [found for label in labels if (found := _bare(label))]
        known = next((self.labels[found] for found in bare if found in self.labels), None)
        return known or (self.labels["independent"] if any(found.startswith("independent ") for found in bare) else None)


def turned(name: str) -> str:
    """A name as its words in order of the alphabet, so that Devon North and North Devon are one."""
    words = [word for word in plain(name).split() if word not in ("and", "of")]
    return " ".join(sorted(["kingston", "upon", *words] if "hull" in words and "kingston" not in words and "hall" not in words else words))


@lru_cache(4096)
def _bare(label: str) -> str:
    return " ".join(word for word in plain(label).split() if word not in ("party", "candidate"))


def read_register(shelf: Shelf, election: Election) -> Register:
    """The register of an election on record, with turnouts of the election it is compared with."""
    base = election_on_record(shelf, election.baseline) if election.baseline else None
    before = {contest.seat: contest for contest in contests_of(shelf, base)}
    seats = {}
    for contest in contests_of(shelf, election):
        last = before.get(contest.seat)
        cast = sum(c.votes or 0 for c in last.candidacies) if last and not last.estimated and last.electorate else 0
        seats[contest.seat] = Seat(contest.seat, contest.name, contest.region, contest.electorate, contest.candidacies,
                                   cast / last.electorate if cast else None)
    return Register(election, seats, _names(shelf, election, seats), _labels(shelf, election), known_by(known_as(shelf)))


def _names(shelf: Shelf, election: Election, seats: dict[str, Seat]) -> dict[str, str]:
    """Plain and turned spellings that lead to one seat only."""
    spellings = [(seat.name, code) for code, seat in seats.items()]
    spellings += [(row["reads"], row["seat"]) for _, row in shelf.rows(f"seats/{election.boundaries}.csv")]
    spellings += [(alias, code) for boundaries, alias, code in shelf.columns("aliases.csv", "boundaries", "alias", "seat")
                  if boundaries == election.boundaries]
    found: dict[str, set[str]] = {}
    for name, code in spellings:
        if code in seats:
            for spelling in {plain(name), turned(name), plain(re.sub(r"\(.*?\)", "", name))}:
                found.setdefault(spelling, set()).add(code)
    return {spelling: next(iter(codes)) for spelling, codes in found.items() if len(codes) == 1}


def _labels(shelf: Shelf, election: Election) -> dict[str, Party]:
    """Names, abbreviations and registrations; this election's own before those of the whole record."""
    found: dict[str, Party] = {}
    by_id: dict[str, Party] = {}
    for table in ("parties.csv", f"elections/{election.id}/parties.csv"):
        for _, row in shelf.rows(table):
            known = by_id[row["party"]] = Party(row["party"], row["name"], row["abbreviation"])
            for spelling in (known.name, known.abbreviation, *row.get("commission", "").split()):
                if spelling:
                    found[_bare(spelling)] = known
    for spelling, id in LABELS.items():
        found.setdefault(spelling, by_id.get(id) or Party(id, spelling, spelling))
    return found
