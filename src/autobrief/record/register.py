"""Who stands where at an election, as a feed's names are held against: seats by any spelling, candidates by seat."""

import re
from typing import NamedTuple

from ..model.world import Candidacy, Election, Party
from .find import plain
from .load import contests_of
from .shelf import Shelf

LABELS = {"c": "con", "conservative and unionist": "con", "labour": "lab", "lab co op": "lab", "labour co op": "lab", "labour co operative": "lab",
          "labour and co operative": "lab", "lab coop": "lab", "lib dem": "ld", "lib dems": "ld", "liberal democrats": "ld", "scottish national": "snp",
          "plaid cymru the of wales": "pc", "plaid cymru": "pc", "reform": "reform", "reform uk": "reform", "brexit": "reform", "alliance of northern ireland": "apni",
          "speaker": "spk", "speaker seeking re election": "spk", "the speaker": "spk", "uk independence": "ukip", "independent": "ind", "ind": "ind",
          "social democratic and labour": "sdlp", "sdlp social democratic and labour": "sdlp", "democratic unionist d u p": "dup",
          "ulster unionist": "uup", "ulster conservatives and unionists": "uup", "traditional unionist voice tuv": "tuv", "green of england and wales": "green",
          "scottish green": "green", "green in northern ireland": "green", "no description": "ind"}
"""Spellings of agencies and ballot papers that the record's own tables lack, plain and without the word party."""


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
    parties: dict[str, str]

    def code(self, asked: str) -> str | None:
        """The seat's code, by code or by any spelling of its name that is clear; None where there is none."""
        if asked in self.seats:
            return asked
        return self.names.get(plain(asked)) or self.names.get(turned(asked))

    def party(self, label: str) -> str | None:
        """The continuing id of a party by name, abbreviation or the Electoral Commission's id; None for an unknown label."""
        bare = _bare(label)
        return self.parties.get(bare) or LABELS.get(bare) or ("ind" if bare.startswith("independent ") else None)


def turned(name: str) -> str:
    """A name as its words in order of the alphabet, so that Devon North and North Devon are one."""
    words = [word for word in plain(name).split() if word not in ("and", "of")]
    return " ".join(sorted(["kingston", "upon", *words] if "hull" in words and "kingston" not in words else words))


def _bare(label: str) -> str:
    return " ".join(word for word in plain(label).split() if word not in ("party", "candidate"))


def read_register(shelf: Shelf, election: Election) -> Register:
    """The register of an election on record, with turnouts of the election it is compared with."""
    contests = contests_of(shelf, election)
    before = {contest.seat: contest for contest in contests_of(shelf, shelf_election(shelf, election.baseline))} if election.baseline else {}
    seats = {}
    for contest in contests:
        last = before.get(contest.seat)
        cast = sum(c.votes or 0 for c in last.candidacies) if last and not last.estimated and last.electorate else 0
        seats[contest.seat] = Seat(contest.seat, contest.name, contest.region, contest.electorate, contest.candidacies,
                                   cast / last.electorate if cast else None)
    return Register(election, seats, _names(shelf, election, seats), _parties(shelf, election))


def shelf_election(shelf: Shelf, id: str) -> Election | None:
    from .find import election
    return election(shelf, id)


def _names(shelf: Shelf, election: Election, seats: dict[str, Seat]) -> dict[str, str]:
    """Plain and turned spellings that lead to one seat only."""
    spellings = [(seat.name, code) for code, seat in seats.items()]
    spellings += [(row["reads"], row["seat"]) for _, row in shelf.rows(f"seats/{election.boundaries}.csv")]
    spellings += [(alias, code) for boundaries, alias, code in shelf.columns("aliases.csv", "boundaries", "alias", "seat")
                  if boundaries == election.boundaries]
    found: dict[str, set[str]] = {}
    for name, code in spellings:
        if code in seats:
            short = re.sub(r"\(.*?\)", "", name)
            for spelling in (plain(name), turned(name), plain(short)):
                found.setdefault(spelling, set()).add(code)
    return {spelling: next(iter(codes)) for spelling, codes in found.items() if len(codes) == 1}


def _parties(shelf: Shelf, election: Election) -> dict[str, str]:
    """Names, abbreviations and registrations; this election's own before those of the whole record."""
    found: dict[str, str] = {}
    for table in ("parties.csv", f"elections/{election.id}/parties.csv"):
        for _, row in shelf.rows(table):
            known = Party(row["party"], row["name"], row["abbreviation"])
            for spelling in (known.name, known.abbreviation, *row.get("commission", "").split()):
                if spelling:
                    found[_bare(spelling)] = known.id
    return found
