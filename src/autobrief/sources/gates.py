"""The shape of the stylebook's tables, checked with pydantic when a stylebook is compiled."""

import difflib
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError

from ..lint.limits import unseen
from .offices import check_offices
from .tables import Flaw

MOST = 1_000_000
"""No weight or threshold is larger."""
LEAST = {"close_votes": 1}
"""Thresholds that something is divided by."""
Number = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False, strict=True)]
Count = Annotated[StrictInt, Field(ge=0, le=MOST)]


SHAPES = ("headline", "standfirst", "lead", "paragraph", "parts", "list", "method", "quoted", "picture", "links", "correction")
NEAR = 0.8
"""How like a shipped name one of a house's own may be before it is taken for a slip."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class House(Strict):
    percent: Literal["%", "per cent"]
    clock: Literal[12, 24]
    words_up_to: Literal[9, 10]
    quotes: Literal["straight", "curly"]
    courtesy: Literal["surname", "title"]
    party_names: Literal["full", "short"]
    names: Literal["known", "published"]
    speaker: Literal["opposed", "left-out"]
    baseline: Literal["general-election", "sitting-member"]
    byline: StrictStr


class PartyEntry(Strict):
    name: Annotated[StrictStr, Field(min_length=1)]
    article: Literal["", "the"] = ""
    adjective: StrictStr = ""
    plural: StrictBool = False
    short: StrictStr = ""
    people: StrictStr = ""
    short_name: StrictStr = ""
    short_adjective: StrictStr = ""


class Rank(Strict):
    weight: Number
    words: StrictStr = ""
    told: Number | None = None
    telling: list[Annotated[StrictStr, Field(min_length=1)]] = []


Said = Annotated[StrictStr, Field(min_length=1)]


class Offices(Strict):
    ranks: dict[str, Rank]
    titles: dict[str, Said]
    former: dict[str, Said]
    departments: dict[str, Said]
    patterns: dict[str, StrictStr]


class Terms(Strict):
    prepositions: dict[str, StrictStr]
    adjectives: dict[str, StrictStr]
    spoken: dict[str, StrictStr]
    later: dict[str, StrictStr]
    with_the: list[StrictStr]
    legal: list[Annotated[StrictStr, Field(min_length=1)]]


class FixedTerms(Strict):
    capitals: list[StrictStr]
    terms: list[StrictStr]
    idioms: list[StrictStr]


Words = list[Annotated[StrictStr, Field(min_length=1)]]


class TextLint(Strict):
    banned: Words
    codes: Words
    no_codes: Words
    sure_codes: Words
    word_codes: Words
    the_parties: Words
    groups: Words
    bodies: Words
    silent_h: Words
    either_article: Words
    said_as_words: Words
    initials: Words
    twice_meant: Words
    twice_named: Words
    nouns: Words
    no_nouns: Words
    finite: Words
    small_openings: Words
    common_places: Words
    compass: Words
    common_words: Words
    prepositions: dict[str, Literal["on", "in"]]
    wrong_words: dict[str, StrictStr]


class Block(Strict):
    """A block of the outline; its shape is a paragraph's where none is given."""

    shape: Literal[SHAPES] = "paragraph"
    most: Annotated[list[Count], Field(min_length=3, max_length=3)]
    kinds: list[StrictStr]
    heading: StrictStr = "heading_part"
    spare: StrictBool = False
    prominence: Number = 0.0


class Outline(Strict):
    order: dict[str, list[StrictStr]]
    angle: dict[str, StrictStr]
    block: dict[str, Block]


def check_tables(tables: dict, shipped: dict, kinds: set[str], parties: set[str]) -> Iterator[Flaw]:
    """Every flaw of the merged tables; `shipped` are those without a house's own, `kinds` and `parties` what is known."""
    for table, model in (("house", House), ("offices", Offices), ("terms", Terms), ("fixed_terms", FixedTerms), ("text_lint", TextLint)):
        yield from _flaws(model, tables[table], table)
    for table in ("thresholds", "weights"):
        yield from _check_numbers(table, tables[table])
    yield from _check_parties(tables["parties"], parties)
    yield from _check_outline(tables["outline"], shipped["outline"], kinds)
    yield from (Flaw("nouns", (key,), "type", f"{key}: its plural must be text", "write it in quotes")
                for key, value in tables["nouns"].items() if not isinstance(value, str))
    yield from check_offices(tables["offices"])
    for table, content in tables.items():
        yield from _check_characters(table, content, ())


def _check_numbers(table: str, numbers: dict) -> Iterator[Flaw]:
    for key, value in numbers.items():
        least = LEAST.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield Flaw(table, (key,), "type", f"{key}: {value!r} is not a number", "write figures alone, such as 10 or 0.5")
        elif not least <= value <= MOST:
            yield Flaw(table, (key,), "range", f"{key}: {value} is out of range", f"give a number from {least} to {MOST:,}")


def _check_parties(table: dict, known: set[str]) -> Iterator[Flaw]:
    named = table.get("named", {})
    if not isinstance(named, dict):
        yield Flaw("parties", ("named",), "type", "named: not a table", 'write [named."The Brexit Party"] over its keys')
        named = {}
    for name, entry in named.items():
        yield from _flaws(PartyEntry, entry, "parties", ("named", name))
    for party, entry in table.items():
        if party == "named":
            continue
        if party not in known:
            near = difflib.get_close_matches(party, known, 1)
            yield Flaw("parties", (party,), "unknown-key", f"no party on record has the id {party}",
                       f"did you mean {near[0]}?" if near else 'for a name on ballot papers write [named."The Name"]')
        yield from _flaws(PartyEntry, entry, "parties", (party,))


def _check_outline(outline: dict, shipped: dict, kinds: set[str]) -> Iterator[Flaw]:
    """Blocks of known shapes and kinds, and orders of known blocks: an order may be of a region that only the house knows."""
    wrong = list(_flaws(Outline, outline, "outline"))
    yield from wrong
    if wrong:
        return
    for name, block in outline["block"].items():
        yield from _unknown("outline", ("block", name, "kinds"), "kind of message", block["kinds"], kinds)
        yield from _unknown("outline", ("block", name, "heading"), "kind of message", [block.get("heading", "heading_part")], kinds)
    for angle, kind in outline["angle"].items():
        yield from _unknown("outline", ("angle", angle), "kind of message", (angle, kind), kinds)
    for name, blocks in outline["order"].items():
        at = ("order", name)
        if name not in shipped["order"] and (near := difflib.get_close_matches(name, shipped["order"], 1, NEAR)):
            yield Flaw("outline", at, "unknown-key", f"no order is called {name}", f"did you mean {near[0]}?")
        yield from _unknown("outline", at, "block", blocks, set(outline["block"]))
        for twice in sorted({each for each in blocks if blocks.count(each) > 1}):
            yield Flaw("outline", at, "twice", f"{name}: {twice} stands here twice", "take one out")
        if name != "notes" and not any(outline["block"].get(each, {}).get("shape") == "headline" for each in blocks):
            yield Flaw("outline", at, "no-headline", f"{name}: no headline", 'keep "headline" in it')


def _unknown(table: str, path: tuple, what: str, names, known: set[str]) -> Iterator[Flaw]:
    for name in names:
        if not isinstance(name, str) or name not in known:
            near = difflib.get_close_matches(str(name), known, 1)
            yield Flaw(table, path, f"unknown-{what.split()[0]}", f"no {what} is called {name}",
                       f"did you mean {near[0]}?" if near else f"use one of {', '.join(sorted(known))}")


def _check_characters(table: str, value, path: tuple) -> Iterator[Flaw]:
    """Marks that facts are kept by, and other characters without a shape, have no place in a table."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _check_characters(table, each, (*path, key))
        for text in (key, each):
            if isinstance(text, str) and (unseen(text) is not None or "\n" in text or "\t" in text):
                yield Flaw(table, (*path, key), "character", f"{key!r}: a character that cannot be seen", "take it out")


def _flaws(model, value, table: str, path: tuple = ()) -> Iterator[Flaw]:
    try:
        model.model_validate(value)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            where = (*path, *each["loc"])
            if each["type"] == "extra_forbidden":
                near = difflib.get_close_matches(str(where[-1]), model.model_fields, 1)
                yield Flaw(table, where, "unknown-key", f"unknown key {'.'.join(map(str, where))}",
                           f"did you mean {near[0]}?" if near else f"use one of {', '.join(model.model_fields)}")
            else:
                message = "not a table of keys" if each["type"] in ("model_type", "dict_type") else each["msg"][0].lower() + each["msg"][1:]
                yield Flaw(table, where, "type", f"{'.'.join(map(str, where))}: {message}", "see the comments of the shipped file")
