"""An editor's notes from a TOML file: checked, their names found, every fault told at once.

Imported only where notes are given: the way to an article without them needs no pydantic.
"""

import difflib
import re
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr, ValidationError

from ..errors import InputError, UnknownName
from ..lint.limits import unseen
from ..model.notes import Note, Noted, Notes, address
from ..model.text import Article
from ..model.world import Assignment
from .note_lines import lines

HINT = "see docs/notes.md"
KINDS = {"quotation": "quotation", "colour": "local_colour", "picture": "picture", "link": "related_link", "legal": "legal"}
"""Tables of the file, and the kinds of message that they become."""
NAMES = {"quotation": "quotation", "local_colour": "local colour", "picture": "picture", "related_link": "link", "legal": "legal flag"}
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
ARTICLES = ("A ", "An ", "The ")
LONGEST = 2000


def _one_line(text: str) -> str:
    """The text with single spaces and straight quotation marks, which the house's style may curl again."""
    said = " ".join(text.split()).translate(STRAIGHT)
    if (at := unseen(said)) is not None:
        raise ValueError(f"holds a character that cannot be seen, U+{ord(said[at]):04X}: take it out")
    if len(said) > LONGEST:
        raise ValueError(f"is longer than {LONGEST} characters")
    return said


def _not_blank(text: str) -> str:
    if not text:
        raise ValueError("is blank")
    return text


def _wordy(text: str) -> str:
    if text[:1].isdigit():
        raise ValueError("opens with a figure, as no sentence may: begin with a word")
    return text


def _bare(text: str) -> str:
    if '"' in text:
        raise ValueError("holds a double quotation mark: leave those around it out, and use single ones inside")
    return text


def _statement(text: str) -> str:
    if text.endswith(("?", "!")):
        raise ValueError("does not end as a plain statement: strong words belong in a quotation")
    return text


def _reachable(text: str) -> str:
    if text and not address(text):
        raise ValueError("is neither an http or https address nor a path relative to the article")
    return text


Text = Annotated[StrictStr, AfterValidator(_one_line)]
Needed = Annotated[Text, AfterValidator(_not_blank)]
Opening = Annotated[Needed, AfterValidator(_wordy)]
Address = Annotated[Text, AfterValidator(_reachable)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Quotation(Table):
    text: Annotated[Needed, AfterValidator(_bare)]
    who: Opening
    role: Text = ""
    where: Text = ""
    seat: Text = ""
    person: Text = ""


class Colour(Table):
    text: Annotated[Opening, AfterValidator(_statement)]
    source: Needed
    seat: Text = ""
    place: Text = ""


class Picture(Table):
    file: Address = ""
    url: Address = ""
    alt: Needed
    caption: Annotated[Needed, AfterValidator(_statement)]
    credit: Needed
    seat: Text = ""


class Link(Table):
    title: Needed
    url: Annotated[Needed, AfterValidator(_reachable)]


class Legal(Table):
    flag: Needed
    reason: Text = ""
    seat: Text = ""
    person: Text = ""


class File(Table):
    byline: Text = ""
    quotation: Annotated[list[Quotation], Field(default_factory=list)]
    colour: Annotated[list[Colour], Field(default_factory=list)]
    picture: Annotated[list[Picture], Field(default_factory=list)]
    link: Annotated[list[Link], Field(default_factory=list)]
    legal: Annotated[list[Legal], Field(default_factory=list)]


MODELS = {"quotation": Quotation, "colour": Colour, "picture": Picture, "link": Link, "legal": Legal}


def attach(path: str, mentions, assignment: Assignment) -> Assignment:
    """The assignment with the notes of this file.

    `mentions` finds the seats, people and places that they name.  Raises InputError with every
    fault of the file at once, each with its line.
    """
    try:
        content = Path(path).read_bytes()
        text = content.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="--notes takes a TOML file; " + HINT) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}:{error.object.count(10, 0, error.start) + 1}: not UTF-8", hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        raise InputError(f"{path}:{at[1] if at else len(text.splitlines())}: {error}", hint=HINT) from error
    notes, faults = _Reading(lines(text), mentions).read(tables)
    if faults:
        raise InputError(*(f"{path}:{line}: {fault}" for line, fault in sorted(faults)), hint=HINT)
    table, digest = Path(path).name, sha256(content).hexdigest()
    return assignment._replace(notes=notes._replace(table=table, digest=digest), digests=(*assignment.digests, (table, digest)))


def unplaced(article: Article, notes: Notes) -> list[tuple[int, str]]:
    """(line, what) of each note that stands nowhere in the article: nothing an editor wrote is lost silently."""
    told = {sentence.message for block in article.blocks for sentence in block.sentences}
    held = {cell.fact for cell in article.held}
    found = []
    for note in notes.notes:
        if note.id not in told and f"notes/{note.subject}/flag" not in held:
            about = f"on {note.name}, which is not in this article" if note.name else "for which the stylebook has no place"
            found.append((note.row, f"not used: the {NAMES[note.kind]} {about}"))
    return found


class _Reading:
    """The reading of one file.  Not kept: it leaves notes and faults, (line, what)."""

    def __init__(self, places: dict, mentions):
        self.places, self.mentions = places, mentions
        self.faults: list[tuple[int, str]] = []
        self.seen: dict[str, int] = {}

    def line(self, *loc) -> int:
        """Where this key stands, or what it stands in."""
        return next((self.places[loc[:n]] for n in range(len(loc), 0, -1) if loc[:n] in self.places), 1)

    def read(self, tables: dict) -> tuple[Notes, list[tuple[int, str]]]:
        try:
            found = File.model_validate(tables)
        except ValidationError as error:
            self.faults += [_fault(self.line(*each["loc"]), each) for each in error.errors(include_url=False)]
            self._names_of(tables)
            return Notes("", ""), self.faults
        notes = [self._note(table, number, given) for table in KINDS for number, given in enumerate(getattr(found, table))]
        byline = Noted(found.byline, self.line("byline"), "byline") if found.byline else None
        return Notes("", "", byline, tuple(filter(None, notes))), self.faults

    def _names_of(self, tables: dict) -> None:
        """Unknown names are told beside other faults."""
        for table in KINDS:
            given = tables.get(table)
            for number, each in enumerate(given if isinstance(given, list) else ()):
                if isinstance(each, dict):
                    names = {key: " ".join(each[key].split()) if isinstance(each.get(key), str) else "" for key in ("seat", "person", "place")}
                    self._belongs(table, number, **names)

    def _note(self, table: str, number: int, given) -> Note | None:
        texts = _texts(table, given, lambda key: Noted(getattr(given, key), self.line(table, number, key), key))
        row = self.line(table, number)
        if table == "picture" and bool(given.file) == bool(given.url):
            self.faults.append((row, f"picture {number + 1}: give its file or its url, one of them"))
        main = next(iter(texts.values())).text
        subject = sha256(f"{table}\x1f{main}\x1f{getattr(given, 'seat', '')}{getattr(given, 'person', '')}".encode()).hexdigest()[:10]
        if subject in self.seen:
            self.faults.append((row, f"{table} {number + 1}: is the same as at line {self.seen[subject]}"))
        self.seen.setdefault(subject, row)
        names = {key: getattr(given, key, "") for key in ("seat", "person", "place")}
        belongs = self._belongs(table, number, **names)
        return None if belongs is None else Note(KINDS[table], subject, texts, row, **belongs)

    def _belongs(self, table: str, number: int, seat: str, person: str, place: str) -> dict | None:
        """What the note follows and where it belongs; None where a name is unknown."""
        key = "seat"
        try:
            code = self.mentions.seat(seat) if seat else ""
            if place:
                key = "place"
                if seat:
                    raise UnknownName("name the seat or the place, not both")
                id, name, seats = self.mentions.place(place)
                inside = seats if len(seats) <= 6 else ()
                return {"about": (id, f"town/{name}", f"city/{name}", *inside), "seats": seats, "place": id, "name": place}
            if person:
                key = "person"
                id, name, seats = self.mentions.person(person, code)
                return {"about": (id, f"pm/{name}", *seats), "seats": seats, "person": id, "name": person}
            return {"about": (code,), "seats": (code,), "name": seat} if code else {}
        except UnknownName as error:
            hint = f"; {error.hint}" if "could be" in error.faults[0] else ""
            self.faults.append((self.line(table, number, key), f"{table} {number + 1}: {error.faults[0]}{hint}"))
            return None


def _texts(table: str, given, noted) -> dict[str, Noted]:
    """A note's texts by the names that templates use, the one it is known by first."""
    if table == "quotation":
        spoken = noted("text")
        ended = spoken.text.endswith(("?", "!", "…", "..."))
        who, rest = _attributed(noted("who"))
        role = ", ".join(filter(None, (rest, given.role)))
        named = {"exclamation" if ended else "quotation": spoken if ended else _without_stop(spoken), "who": who}
        return named | ({"role": Noted(role, noted("role").row if given.role else who.row, "role" if given.role else "who")} if role else {}) \
            | ({"where": noted("where")} if given.where else {})
    if table == "colour":
        return {"colour": _without_stop(noted("text")), "source": _without_stop(noted("source"))}
    if table == "picture":
        place = noted("url" if given.url else "file")
        return {"address": place._replace(text=address(place.text)), "caption": _without_stop(noted("caption")),
                "credit": _without_stop(noted("credit")), "alt": noted("alt")}
    if table == "link":
        place = noted("url")
        return {"address": place._replace(text=address(place.text)), "title": noted("title")}
    return {"flag": noted("flag")} | ({"reason": noted("reason")} if given.reason else {})


def _without_stop(noted: Noted) -> Noted:
    """Without the full stop that the sentence around it brings."""
    text = noted.text
    return noted._replace(text=text[:-1] if text.endswith(".") and not text.endswith("..") else text)


def _attributed(noted: Noted) -> tuple[Noted, str]:
    """A name, and what follows it after a comma; an article at its head stands inside a sentence."""
    text, _, rest = noted.text.partition(", ")
    if text.startswith(ARTICLES):
        text = text[0].lower() + text[1:]
    return noted._replace(text=text), rest


def _fault(line: int, error: dict) -> tuple[int, str]:
    """One of pydantic's errors in a journalist's words."""
    loc = error["loc"]
    where = " ".join(str(step + 1) if isinstance(step, int) else step for step in loc[:2]) if len(loc) > 1 else ""
    opening = f"{where}: " if where else ""
    key = loc[-1]
    if error["type"] == "extra_forbidden":
        known = MODELS[loc[0]].model_fields if len(loc) > 1 else File.model_fields
        near = difflib.get_close_matches(str(key), known, 1)
        return line, f"{opening}no key is called {key!r}; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}")
    if error["type"] == "missing":
        return line, f"{opening}has no {key}"
    if error["type"] == "list_type":
        return line, f"{key}: write [[{key}]], in two brackets, over each one"
    if error["type"] == "model_type":
        return line, f"{opening}not a table of keys"
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return line, f"{opening}{key} {message}"
