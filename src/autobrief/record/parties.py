"""Which continuing party a published party name stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autobrief.record.names import slug
from autobrief.record.tables import read_table

COLUMNS = ("name", "party", "abbreviation", "mnis", "commission", "colour")

INDEPENDENT = "ind"
# The sum of everyone whom an estimate does not name: no party, and never one candidate.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party's name as published, with the continuing party that it stands for."""

    name: str
    party: str
    abbreviation: str = ""
    mnis: str = ""
    commission: str = ""
    colour: str = ""


# Not among the registered parties: in 2010 the Ulster Unionists stood with the Conservatives.
UCUNF = PartyName("Ulster Conservatives and Unionists - New Force", "uup", "UCUNF")


class PartyRegister:
    """The party names on record; asks for a party by MNIS id, else by name, else gives it a new id."""

    def __init__(self, names: Iterable[PartyName] = ()):
        self._by_mnis: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._ids: set[str] = set()
        for name in names:
            self.add(name)

    def add(self, name: PartyName) -> None:
        self._by_name.setdefault(name.name.casefold(), name.party)
        self._ids.add(name.party)
        if name.mnis:
            self._by_mnis.setdefault(name.mnis, name.party)

    def party(self, name: str, mnis: str = "") -> str:
        """The continuing id of a party; one not on record gets a slug of its name, and is known from then on.

        Trap: not a slug of its abbreviation, which two new parties may share.
        """
        found = self._by_mnis.get(mnis) or self._by_name.get(name.casefold())
        if not found:
            fresh = slug(name) or "unnamed"
            found = f"{fresh}-party" if fresh in self._ids else fresh
        self.add(PartyName(name, found, mnis=mnis))
        return found

    def named(self, name: str) -> str:
        """The continuing id of a party name that is on record; KeyError if it is not."""
        return self._by_name[name.casefold()]


def read_register(table: Path) -> PartyRegister:
    """The register of a record layer, from its parties.csv."""
    return PartyRegister(party_names(read_table(table)))


def party_names(rows: Iterable[Mapping[str, str]]) -> list[PartyName]:
    return [PartyName(**{column: row.get(column) or "" for column in COLUMNS}) for row in rows]
