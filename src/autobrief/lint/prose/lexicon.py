"""What the rules over finished text know by name: parties, places, people and lists of words."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ...grammar import PLURALS, plural

MANY_PLACES = frozenset("Borders Broads Chilterns Cotswolds Dales Downs Fens Hebrides Highlands Islands Isles Marches Moors Potteries Wolds".split())
"""Places that are one or many, as the writer has it."""


class Lexicon(NamedTuple):
    """Names and words, from the stylebook and the record; the lists of words are `text_lint.toml`."""

    one: frozenset[str]
    """Parties that take a singular verb: Labour, SNP."""
    many: frozenset[str]
    """Those that take a plural one: Conservatives, Tories, Greens."""
    articled: frozenset[str]
    """Those of both with `the` before them."""
    adjectives: frozenset[str]
    codes: frozenset[str]
    """Short forms for tables that are no name: Con, Lab, RUK."""
    ids: frozenset[str]
    """Ids of parties that are no words: lab, snp, ruk."""
    bare_places: frozenset[str]
    the_places: frozenset[str]
    towns: frozenset[str]
    """Those of the bare ones that are cities or towns: a count may be “at” them."""
    names: Mapping[str, frozenset[str]]
    """Names of seats, regions and towns in small letters without hyphens, each with its right spellings."""
    openings: frozenset[str]
    """The first words of these."""
    short_names: frozenset[str]
    """Those of one word, as they are spelt: York, Angus."""
    seats: frozenset[str]
    """Names of seats as they read, apart from those that are words or people's names too: Bath, Stone, Lincoln."""
    inverted: Mapping[str, str]
    """Birmingham, Northfield -> Birmingham Northfield."""
    given: frozenset[str]
    people: frozenset[str]
    nouns: Mapping[str, str]
    """Nouns that are counted, each with its plural."""
    words: Mapping[str, list]
    house: Mapping

    @property
    def places(self) -> tuple[frozenset[str], ...]:
        """Seats, and places with and without an article."""
        return self.seats, self.bare_places, self.the_places

    def more(self, noun: str) -> str:
        """The plural of a noun, counted ones by the tables."""
        return self.nouns.get(noun) or plural(noun)

    def single(self, noun: str) -> str:
        """The singular of a plural."""
        return next((one for one, many in self.nouns.items() if many == noun), noun[:-1])


def alternatives(words: Iterable[str]) -> str:
    """One of these, as a regular expression, the longest first."""
    return _alternatives(frozenset(words))


@cache
def _alternatives(words: frozenset[str]) -> str:
    """Long lists branch at their first letter and again at the second, so that a search need not try each word at each place."""
    if len(words) < BRANCHED or "" in words:
        return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
    return "(?:" + "|".join(re.escape(head) + _tails({word[2:] for word in words if word[:2] == head})
                            for head in sorted({word[:2] for word in words}, key=lambda head: (-len(head), head))) + ")"


def _tails(tails: set[str]) -> str:
    """What may follow two letters, nothing last."""
    rest = _alternatives(frozenset(tails - {""})) if tails - {""} else ""
    return f"(?:{rest}|)" if rest and "" in tails else rest


BRANCHED = 12
"""Shorter lists stay as they are: they are read more easily in a pattern that fails."""


def plain(name: str) -> str:
    """Small letters, spaces for hyphens, straight apostrophes."""
    return name.lower().replace("-", " ").replace("’", "'")


def build(tables: Mapping, parties: Iterable[Mapping], seats: Iterable[Mapping], regions: Iterable[Mapping],
          people: Iterable[Mapping]) -> Lexicon:
    """The lexicon of one stylebook's tables and the record's rows of parties, seats, regions and members."""
    words = tables["text_lint"]
    entries = [entry for key, entry in tables["parties"].items() if key not in ("named", "spk", "ind")] + list(tables["parties"].get("named",
            {}).values())
    one, many, articled, adjectives = set(), set(), set(), {"independent"}
    for entry in entries:
        forms = [entry["name"], *filter(None, [entry.get("short_name")])]
        (many if entry.get("plural") else one).update(forms)
        articled.update(forms if entry.get("article") else ())
        adjectives.update(filter(None, [entry.get("adjective"), entry.get("short_adjective")]))
        adjectives.update(() if entry.get("plural") else forms)
    one.update(words["bodies"])
    articled.update(words["bodies"])
    many.update(words["groups"])
    spoken = one | many | adjectives
    ids = {key for key in tables["parties"] if key != "named"}
    codes = {entry.get("short", "") for entry in tables["parties"].values()} | {row["abbreviation"] for row in parties if row["party"] in ids}
    codes = ({code for code in codes if code and code not in spoken} | set(words["codes"])) - set(words["no_codes"])
    regions, seats = list(regions), list(seats)
    labels = {row["label"] for row in regions if row["kind"] != "place"}
    the = {row["label"] for row in regions if row["article"]}
    common = {word.capitalize() for word in words["common_words"]} | set(words["common_places"])
    bare = {row["label"] for row in regions if not row["article"]} - set(words["common_places"]) | {row["city"] for row in seats
        if row["city"]} - common
    bare = {name for name in bare - the if not re.match(r"(?:The|Cit(?:y|ies)|Isles?|Vale|Forest|County|Royal)\b", name)}
    names = _names(seats, regions, spoken)
    return Lexicon(
        frozenset(one), frozenset(many), frozenset(articled), frozenset(adjectives), frozenset(codes),
        frozenset(ids - set(words["no_codes"])), frozenset(bare), frozenset(the), frozenset(name for name in bare if name not in labels),
        names, frozenset(name.split()[0] for name in names),
        frozenset(name for spelt in names.values() for name in spelt if len(name) > 3 and name.isalpha() and name[0].isupper()),
        frozenset(row["reads"] for row in seats) - {name.capitalize() for name in words["common_words"]},
        {row["name"]: row["reads"] for row in seats if row["name"] != row["reads"]},
        *_people(people), _nouns(tables, words), words, tables["house"])


def _names(seats: list, regions: list, parties: set) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    names = [row[key] for row in seats for key in ("reads", "city", "county", "name")] + [row["label"] for row in regions]
    for name in (*names, *parties):
        if name:
            found.setdefault(plain(name), set()).add(name)
    return {key: frozenset(value) for key, value in found.items()}


def _people(rows: Iterable[Mapping]) -> tuple[frozenset[str], frozenset[str]]:
    rows = list(rows)
    return frozenset(row["given"].split()[0] for row in rows if row["given"]), frozenset(row["name"] for row in rows)


def _nouns(tables: Mapping, words: Mapping) -> dict[str, str]:
    nouns = {**{noun: plural(noun) for noun in words["nouns"]}, **PLURALS, **tables["nouns"]}
    return {noun: form for noun, form in nouns.items() if noun != form and noun not in words["no_nouns"]}
