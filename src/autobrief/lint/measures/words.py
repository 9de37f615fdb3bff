"""Words of a sentence, and what of them is a fact: the masking that every comparison of wording stands on."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...counting import FUNCTION
from .copy import Copy, Told

TOKEN = re.compile(r"[^\W_]+(?:[.,:'’\-/][^\W_]+)*(?:%|['’](?!\w))?|£|%")
NAMES = ("person", "party", "place", "seat", "office", "text")
"""Units whose facts are printed as names; of the others only the number is masked."""
NUMBER_WORDS = frozenset(
    "no none nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred both all half third thirds quarter quarters once twice "
    "first second fourth fifth sixth seventh eighth ninth tenth single neither".split())
ADVERBS = frozenset(
    "again ago also already alone altogether always away back before but by-and-large elsewhere else even ever far here however "
    "indeed instead just later least likewise meanwhile more most moreover never next now nonetheless nevertheless often once only "
    "otherwise over perhaps quite rather regardless seldom since so sometimes soon still then there therefore though thus today together "
    "too twice up very well yet".split()) - frozenset("before over up since more most least back by but so".split())
NOT_ADVERBS = frozenset("family assembly july italy supply reply rally ally apply only-child early elderly".split())
SAME = {"has": "have", "is": "are", "was": "were", "its": "their", "it": "they", "an": "a", "does": "do"}


class Token(NamedTuple):
    """One word as said (small letters), as masked (a placeholder for a fact), and where."""

    said: str
    masked: str
    start: int

    @property
    def is_fact(self) -> bool:
        return self.masked.startswith("<")


def tokens(told: Told, copy: Copy) -> tuple[Token, ...]:
    """The words of a sentence; those that render a fact have the fact's sort as their mask."""
    covers = _covers(told, copy)
    found = []
    for match in TOKEN.finditer(told.text):
        said = match[0].lower().replace("’", "'")
        found.append(Token(said, _mask(match, said, covers, told, copy), match.start()))
    return tuple(found)


def _covers(told: Told, copy: Copy) -> list[tuple[int, int, str]]:
    """(start, end, unit) of the spans, a name's only where it is one: a verb that agrees with a party is none."""
    found = []
    for start, end, fact in told.spans or ():
        known = copy.facts.get(fact)
        unit = known.unit if known else "text"
        shown = told.text[start:end]
        if unit not in NAMES or unit in ("office", "text") or any(c.isupper() for c in (shown if start else shown[1:] or shown)) \
                or start == 0 and _named(shown, known) or unit == "party" and shown.rpartition(" ")[2].rstrip("s") == "independent":
            found.append((start, end, unit))
    return found


def _named(shown: str, known) -> bool:
    """A name at the start of a sentence, where every word has a capital."""
    value = known.value if known else None
    names = " ".join(str(v) for v in value.values()) if isinstance(value, dict) else str(value)
    first = shown.replace("’", "'").removesuffix("'s").rstrip("'").removeprefix("The ")
    return first in names or first.rstrip("s") in names


def _mask(match: re.Match, said: str, covers: list, told: Told, copy: Copy) -> str:
    for start, end, unit in covers:
        if start <= match.start() < end:
            if unit in ("party", "place", "seat") and set(told.text[start:match.end()].lower().split()) <= FUNCTION:
                # A preposition or an article before the name is printed with it: in the Midlands.
                return said
            if unit in NAMES:
                return "<place>" if unit == "seat" else f"<{unit}>"
            return "<n>" if said[0].isdigit() or set(said.split("-")) & NUMBER_WORDS else said
    if any(c.isdigit() for c in said):
        return "<n>"
    if told.spans is None:
        if said in NUMBER_WORDS:
            return "<n>"
        if match[0][0].isupper() and (match.start() or match[0] in copy.names):
            return "<name>"
    return said


def is_adverb(word: str) -> bool:
    return word in ADVERBS or word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS


@lru_cache(100_000)
def _pattern(masked: tuple[str, ...]) -> tuple[str, ...]:
    kept: list[str] = []
    for word in masked:
        if word == "far" and kept and kept[-1] == "so":
            kept.pop()
        if is_adverb(word):
            continue
        word = SAME.get(word, word)
        if word.startswith("<"):
            while kept and kept[-1] == "the":
                kept.pop()
            # A list is one thing, however long.
            if kept and kept[-1] == word:
                continue
            if len(kept) > 1 and kept[-1] == "and" and kept[-2] == word:
                kept.pop()
                continue
        kept.append(word)
    return tuple(kept)


def pattern(told: Told, copy: Copy) -> tuple[str, ...]:
    """The build of a sentence: facts masked, lists as one, adverbs dropped, agreement levelled."""
    return _pattern(tuple(token.masked for token in tokens(told, copy)))


def content(told: Told, copy: Copy) -> Iterator[Token]:
    """Words that carry meaning."""
    return (token for token in tokens(told, copy) if token.said not in FUNCTION)
