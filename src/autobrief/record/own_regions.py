"""Regions that a newsroom defines itself: its circulation area, as seats, counties or regions."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import InputError, UnknownName
from .find import Named, match
from .shelf import Shelf


class OwnRegion(BaseModel):
    """One table of the file.  Seats by name or code, counties and regions by name or id."""

    model_config = ConfigDict(extra="forbid")
    label: str
    article: str = ""
    seats: list[str] = []
    counties: list[str] = []
    regions: list[str] = []


def read(path, known: dict[str, Named], shelf: Shelf) -> dict[str, Named]:
    """The file's regions by id.  Raises InputError with every fault at once."""
    try:
        tables = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", hint="see docs/editing.md, A region of your own") from error
    faults, found = [], {}
    seats: dict[str, dict] = {}
    for id, table in tables.items():
        try:
            own = OwnRegion.model_validate(table)
        except ValidationError as error:
            faults += [f"{path}: {id}.{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
            continue
        parts = _parts(path, id, own, known, faults)
        codes = _seats(path, id, own, shelf, seats, faults)
        if not parts and not codes and not faults:
            faults.append(f"{path}: {id}: names no seats, counties or regions")
        found[id] = Named(id, own.label, own.article, "own", tuple(parts), len(known) + len(found), tuple(codes))
    if faults:
        raise InputError(*faults, hint="`autobrief regions` and `autobrief seats` list the names")
    return found


def _parts(path, id: str, own: OwnRegion, known: dict, faults: list) -> list[str]:
    parts = []
    for name in (*own.regions, *own.counties):
        choices = (
            {k: [n.label] for k, n in known.items() if n.kind == "county"}
            if name in own.counties
            else {k: [n.label] for k, n in known.items()}
        )
        try:
            parts.append(match("region", name, choices))
        except UnknownName as error:
            faults.append(f"{path}: {id}: {error.faults[0]}")
    return parts


def _seats(path, id: str, own: OwnRegion, shelf: Shelf, cache: dict, faults: list) -> list[str]:
    """Codes in every boundary set that has a seat of the name; unknown in all is a fault."""
    codes = []
    for name in own.seats:
        hits, problem = [], None
        for table in shelf.names("seats", "*.csv"):
            if table not in cache:
                cache[table] = {row["seat"]: [row["name"], row["reads"]] for _, row in shelf.rows(table)}
            try:
                hits.append(match("seat", name, cache[table]))
            except UnknownName as error:
                problem = error
        if hits:
            codes += hits
        elif problem:
            faults.append(f"{path}: {id}: {problem.faults[0]}")
    return codes
