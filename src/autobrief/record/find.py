"""Finding elections, regions and seats by id or name, without guessing between two."""

import re
import unicodedata
from datetime import date, datetime
from typing import NamedTuple

from ..errors import InputError, UnknownName
from ..model.world import Election
from .shelf import Shelf

LIST_WITH = {"region": "autobrief regions", "seat": "autobrief seats", "election": "autobrief elections",
             "place": "autobrief regions", "person": "autobrief outcomes", "article": "autobrief history"}


def plain(name: str) -> str:
    """A name with nothing but letters, digits and single spaces: for matching, never for printing."""
    text = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return " ".join(w for w in re.sub(r"[^a-z0-9]+", " ", text).split() if w != "the")


def match(kind: str, asked: str, choices: dict[str, list[str]]) -> str:
    """The id that was asked for: exact, by name, or the one clear near-miss.

    `choices` maps an id to its names.  Raises UnknownName with the nearest matches.
    """
    if asked in choices:
        return asked
    names: dict[str, set[str]] = {}
    for id, known in choices.items():
        for name in (id, *known):
            names.setdefault(plain(name), set()).add(id)
    wanted = plain(asked)
    exact = names.get(wanted, set())
    if len(exact) == 1:
        return next(iter(exact))
    if exact:
        raise UnknownName(f"{kind} {asked!r} could be {_or(sorted(exact))}", hint="give the id, which is exact")
    import difflib
    near = difflib.get_close_matches(wanted, names, 5, 0.6)
    scores = [difflib.SequenceMatcher(None, wanted, name).ratio() for name in near]
    if near and scores[0] >= 0.88 and len(names[near[0]]) == 1 and (len(near) == 1 or scores[0] - scores[1] >= 0.05):
        return next(iter(names[near[0]]))
    within = [name for name in names if wanted and wanted in name][:5]
    ids = list(dict.fromkeys(id for name in (*within, *near) for id in sorted(names[name])))[:5]
    meant = f"; did you mean {_or([_show(id, choices) for id in ids])}?" if ids else ""
    raise UnknownName(f"no {kind} called {asked!r}{meant}", hint=f"`{LIST_WITH[kind]}` lists them")


def _show(id: str, choices: dict) -> str:
    name = choices[id][0] if choices[id] else ""
    return f"{name} ({id})" if name and plain(name) != plain(id) else id


def _or(items: list[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " or " + items[-1]


# Elections ---------------------------------------------------------------------------------------

def election_ids(shelf: Shelf) -> list[str]:
    return [name.split("/")[1] for name in shelf.names("elections", "*/election.toml")]


def election(shelf: Shelf, id: str) -> Election | None:
    """One election's description, or None where no layer has it."""
    import tomllib
    content = shelf.content(f"elections/{id}/election.toml")
    if content is None:
        return None
    try:
        found = tomllib.loads(content.decode("utf-8"))
        return Election(found["id"], found["kind"], found["name"], found["date"], found.get("polls_close"),
                        found.get("boundaries", found["id"]), found.get("baseline"), found.get("timed", False),
                        found.get("source", ""), found.get("licence", ""), found.get("authors", ""),
                        found.get("estimates"), found.get("seat"), tuple(found.get("actual", ())))
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise InputError(f"elections/{id}/election.toml: {error}", hint="import the election again") from error


def newest_general(shelf: Shelf) -> Election:
    """The newest general election on record."""
    generals = [e for id in election_ids(shelf) if not id.startswith("by-") and (e := election(shelf, id)) and e.kind == "general"]
    if not generals:
        raise InputError("the record holds no general election", hint="`autobrief import parliament` brings one in")
    return max(generals, key=lambda e: (e.date, e.id))


def asked_election(shelf: Shelf, asked: str | None) -> Election:
    if not asked:
        return newest_general(shelf)
    found = election(shelf, asked) if re.fullmatch(r"[\w.-]+", asked) else None
    if found is None:
        ids = election_ids(shelf)
        names = {id: [e.name] for id in ids if (e := election(shelf, id))}
        found = election(shelf, match("election", asked, names))
    return found


def moment(asked: str, at: Election) -> datetime:
    """A time; one without offset takes the election's own, Europe/London."""
    from zoneinfo import ZoneInfo
    try:
        found = datetime.fromisoformat(asked.strip().replace(".", ":") if asked.count(".") == 1 and ":" not in asked else asked)
    except ValueError as error:
        raise UnknownName(f"{asked!r} is not a time", hint=f'write it like "{_next_day(at.date)} 03:05"') from error
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo("Europe/London"))


def _next_day(day: date) -> str:
    return date.fromordinal(day.toordinal() + 1).isoformat()


# Regions -----------------------------------------------------------------------------------------

class Named(NamedTuple):
    """A region before its seats are looked up."""

    id: str
    label: str
    article: str
    kind: str
    parts: tuple[str, ...]
    voice: int
    seats: tuple[str, ...] = ()


def regions(shelf: Shelf, own_file: str | None = None) -> dict[str, Named]:
    """Every named region by id: the record's, a layer's own `regions.toml`, and a file of one's own."""
    found = {row["region"]: Named(row["region"], row["label"], row["article"], row["kind"], tuple(row["parts"].split()), n)
             for n, (_, row) in enumerate(shelf.rows("regions.csv"))}
    for _, row in shelf.rows("groups.csv"):
        found.setdefault(f"group:{row['region']}", Named(row["region"], row["label"], row["article"], "group", (), len(found)))
    own = [path for path in (shelf.path("regions.toml"), own_file) if path]
    for path in own:
        from .own_regions import read
        found |= read(path, found, shelf)
    return found
