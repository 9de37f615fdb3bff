"""One article's way of saying facts, and the marks that keep each printed fact known.

A printed fact stands between private-use characters that survive macros, `set` and `~`.
"""

import re

from .. import grammar
from ..errors import StylebookError
from ..microplanning.reference import Discourse
from ..model.style import Name, Stylebook
from ..model.text import Fact
from .offices import office_words

OPEN, BETWEEN, CLOSE, BASE = "\ue000", "\ue001", "\ue002", 0xE100
MARKED = re.compile(f"{OPEN}(.){BETWEEN}([^{CLOSE}]*){CLOSE}")


class Marked(str):
    """Text with its marks."""

    __slots__ = ()


class Slot:
    """One fact as a template sees it.  Printed alone it takes its usual form."""

    __slots__ = ("fact", "voice")

    def __init__(self, fact: Fact, voice: "Voice"):
        self.fact, self.voice = fact, voice

    def __str__(self) -> str:
        return self.voice.usual(self.fact)

    def marked(self, text: str) -> Marked:
        return self.voice.mark(self.fact, text)


class Voice:
    """One article's way of saying facts: house style, the discourse so far, and the facts it printed."""

    def __init__(self, stylebook: Stylebook, discourse: Discourse):
        self.stylebook, self.discourse = stylebook, discourse
        self.house = stylebook.house
        self.facts: list[Fact] = []
        self._index: dict[str, int] = {}

    # Marks ---------------------------------------------------------------------------------------

    def cite(self, fact: Fact) -> int:
        """Keep a fact as printed; its place among the article's facts."""
        index = self._index.setdefault(fact.id, len(self.facts))
        if index == len(self.facts):
            self.facts.append(fact)
        return index

    def mark(self, fact: Fact, text: str) -> Marked:
        index = self.cite(fact)
        return Marked(f"{OPEN}{chr(BASE + index)}{BETWEEN}{text}{CLOSE}")

    def usual(self, fact: Fact) -> Marked:
        return self.mark(fact, self.text(fact))

    def text(self, fact: Fact) -> str:
        """The usual form of a fact by its unit."""
        form = FORMS.get(fact.unit)
        if form is None:
            raise StylebookError(f"fact {fact.id} has a unit that cannot be printed: {fact.unit}")
        return form(self, fact)

    def quoted(self, text: str) -> str:
        """Quotation marks and apostrophes as the house has them; no character moves."""
        return grammar.curly(text) if self.house["quotes"] == "curly" else text

    def party(self, fact: Fact) -> Name:
        return party_name(self.stylebook, fact.value)

    def place(self, fact: Fact) -> str:
        """A place by name with its article, or in other words where it was named just before."""
        return self.discourse.area(fact.value) or self.named(fact)

    def named(self, fact: Fact) -> str:
        """A place by name, with its article where it has one: the Midlands, the Isle of Wight, Kent."""
        name = place_name(self.stylebook, fact.value)
        article = "the" if name in self.stylebook.terms["with_the"] else fact.value.article
        return _with_article(article, name)

    def prepositional(self, fact: Fact, preposition: str) -> str:
        """A place with its preposition, which belongs to its name: on Merseyside, and in the county."""
        again = self.discourse.area(fact.value)
        return f"in {again}" if again else f"{preposition} {self.named(fact)}"

    def slots(self, facts: dict) -> dict:
        """A message's facts as template names; a list becomes a tuple of dicts of slots."""
        return {name: Slot(value, self) if isinstance(value, Fact) else
                tuple({key: Slot(fact, self) for key, fact in record.items()} for record in value)
                for name, value in facts.items()}


def party_name(stylebook: Stylebook, party) -> Name:
    """The desk's name for a party as it was called then, else the ballot's own."""
    entry = stylebook.parties.get("named", {}).get(party.name) or stylebook.parties.get(party.id)
    if entry:
        name, adjective = entry["name"], entry.get("adjective") or entry["name"]
        if stylebook.house["party_names"] == "short":
            name, adjective = entry.get("short_name") or name, entry.get("short_adjective") or entry.get("short_name") or adjective
        return Name(name, entry.get("article", ""), adjective, entry.get("plural", False), entry.get("short") or party.abbreviation,
                    entry.get("people", ""))
    article = "the" if party.name.endswith(("Party", "Alliance", "Coalition")) else ""
    return Name(party.name.removeprefix("The "), article or ("the" if party.name.startswith("The ") else ""),
                party.name.removeprefix("The "), False, party.abbreviation)


def place_name(stylebook: Stylebook, place) -> str:
    """A place as the desk speaks of it: the UK rather than the United Kingdom."""
    return stylebook.terms.get("spoken", {}).get(place.name, place.name)


def _with_article(article: str, name: str) -> str:
    return f"{article} {name}" if article else name


def _party_text(voice: Voice, fact: Fact) -> str:
    name = voice.party(fact)
    return _with_article(name.article, name.name)


FORMS = {
    "seats": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "people": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "count": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "votes": lambda voice, fact: grammar.figures(fact.value),
    "estimated-votes": lambda voice, fact: f"an estimated {grammar.figures(fact.value)}",
    "year": lambda voice, fact: str(fact.value),
    "share": lambda voice, fact: grammar.percent(fact.value, voice.house["percent"]),
    "points": lambda voice, fact: grammar.figures(abs(fact.value)),
    "text": lambda voice, fact: str(fact.value),
    "date": lambda voice, fact: grammar.day(fact.value),
    "time": lambda voice, fact: grammar.clock(fact.value, voice.house["clock"]),
    "office": lambda voice, fact: office_words(voice.stylebook.offices, fact.value),
    "place": lambda voice, fact: voice.place(fact),
    "person": lambda voice, fact: voice.discourse.name(fact.value),
    "party": _party_text,
}
