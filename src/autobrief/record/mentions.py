"""The seats, people and places that an editor's notes may name: found exactly, or refused with the nearest."""

from functools import cached_property

from ..errors import UnknownName
from ..model.world import Assignment
from ..naming import Known
from . import find
from .load import _clean, known_as
from .places import Places
from .shelf import Shelf


class Mentions:
    """Names on record at one election.  Every question raises UnknownName where nothing is called so."""

    def __init__(self, shelf: Shelf, assignment: Assignment, regions_file: str | None = None):
        self.shelf, self.at = shelf, assignment.election
        self.regions = find.regions(shelf, regions_file)
        self.places = Places(shelf, self.at, self.regions)

    def seat(self, asked: str) -> str:
        """A seat's code."""
        return _exactly("seat", asked, self._seats)

    def person(self, asked: str, seat: str = "") -> tuple[str, str, tuple[str, ...]]:
        """(id, name, seats) of who stood at this election or sat until it; `seat` tells two of one name apart."""
        known = {id: seats for id, seats in self._seats_of.items() if not seat or seat in seats}
        try:
            id = _exactly("person", asked, {id: self._people[id] for id in known})
        except UnknownName as error:
            if "could be" in str(error):
                raise UnknownName(error.faults[0], hint="name the seat too") from error
            raise
        return id, self._people[id][0], tuple(sorted(known[id]))

    def place(self, asked: str) -> tuple[str, str, tuple[str, ...]]:
        """(id, name, seats) of a region, county or city."""
        choices = {id: [named.label] for id, named in self.regions.items() if named.kind != "group" or named.label not in self._labels}
        try:
            id = _exactly("place", asked, choices)
        except UnknownName:
            if find.plain(asked) in {find.plain(name) for names in self._seats.values() for name in names}:
                raise UnknownName(f'{asked!r} is a seat: write seat = "{asked}"') from None
            raise
        named = self.regions[id]
        return id, named.label, self.places.region(named, False).seats

    @cached_property
    def _labels(self) -> set[str]:
        return {named.label for named in self.regions.values() if named.kind != "group"}

    @cached_property
    def _seats(self) -> dict[str, list[str]]:
        return self.places.seat_names()

    @cached_property
    def _seats_of(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for id, _, seat in self._listed:
            found.setdefault(id, set()).add(seat)
        return found

    @cached_property
    def _people(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, name, _ in self._listed:
            found.setdefault(id, []).append(name)
        return found

    @cached_property
    def _listed(self) -> list[tuple[str, str, str]]:
        """(id, name, seat) of every candidate, and of every member by the seats that came from theirs."""
        listed = []
        for table in self.shelf.names(f"elections/{self.at.id}", "*.candidacies.csv"):
            for seat, given, family, mnis in self.shelf.columns(table, "seat", "given", "family", "mnis"):
                name = f"{_clean(given)} {_clean(family)}".strip()
                listed += self._called(mnis or f"{self.at.id}/{seat}/{_clean(given)} {_clean(family)}", name, seat)
        heirs: dict[str, list[str]] = {}
        for code in self._seats:
            heirs.setdefault(self.places.details[code].get("predecessor") or code, []).append(code)
        for _, row in self.shelf.rows(f"members/{self.at.id}.csv"):
            listed += [each for seat in heirs.get(row["seat"], ("",)) for each in self._called(row["mnis"], row["name"], seat)]
        return listed

    @cached_property
    def _known(self) -> Known:
        return known_as(self.shelf)

    def _called(self, id: str, name: str, seat: str) -> list[tuple[str, str, str]]:
        """Somebody by the name they are known by, if it is another, and by the published one."""
        known = self._known.get(id, {}).get(name)
        return [(id, f"{known[0]} {known[1]}", seat), (id, name, seat)] if known else [(id, name, seat)]


def _exactly(kind: str, asked: str, choices: dict[str, list[str]]) -> str:
    """The id asked for.  A near miss that a command would take is refused here: it may be somebody else."""
    id = find.match(kind, asked, choices)
    if asked != id and find.plain(asked) not in {find.plain(name) for name in (id, *choices[id])}:
        raise UnknownName(f"no {kind} called {asked!r}; did you mean {choices[id][0]}?", hint=f"`{find.LIST_WITH[kind]}` lists them")
    return id
