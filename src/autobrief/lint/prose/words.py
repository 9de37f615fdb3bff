"""The words of a sentence, each with what it can be in the grammar of election copy."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .counts import WORDS, amount
from .heads import masked
from .lexicon import Lexicon
from .verbs import third

TOKEN = re.compile(r"(?P<figure>[£€$]?\d+(?:,\d+)*(?:\.\d+)?(?:%|st|nd|rd|th)?(?![\w%]))"
                   r"|(?P<word>[^\W\d][\w]*(?:[-'’][\w]+)*['’]?|\d+-[\w-]+)|(?P<mark>[^\w\s])")
DETERMINERS = {
    **dict.fromkeys("a an another every each this that neither either".split(), 1), **dict.fromkeys("these those both many several few".split(), 2),
    **dict.fromkeys("the its his her their our my your no some any all most whose enough such more fewer".split(), 0)}
"""Each with the number it asks of its noun; 0 where it asks none."""
PREPOSITIONS = frozenset(
    "of in for to over at from with between on by across against among behind within under since outside than about around into near after before "
    "during throughout through beyond despite without until upon towards above below off onto inside along beside besides per via like unlike "
    "ahead including excluding except alongside following".split())
ADVERBS = frozenset(
    "also now still only then again already never once since ever often always usually rarely narrowly comfortably easily barely hardly really just "
    "even soon later then thus therefore however meanwhile instead almost nearly both each all so far too probably certainly clearly largely mostly "
    "mainly generally actually finally eventually together alone here there today tonight yesterday overnight locally nationally overall".split())
CLAUSE = frozenset("who which that where when while whose whom whether because if though although as than and or but nor so yet unless what how why "
                   "whereas once".split())
PRONOUNS = {"i": 2, "they": 2, "we": 2, **dict.fromkeys(
    "it he she everyone everybody nobody somebody someone anyone everything nothing something".split(), 1)}
"""Each with its number; “I” has the plural's verbs but for “to be”."""
BASES = (
    "keep take lose remain need retain regain come go stay win hold gain fall rise lead finish stand show say mean suggest reflect look seem "
    "appear become make give leave represent include contain cover stretch expect believe think hope want fear face sit live work know feel speak "
    "serve return follow join start begin continue happen depend mark bring elect choose support vote turn move switch grow shrink drop "
    "increase decline lie belong tell argue claim insist admit celebrate struggle defend contest defeat trail sound matter require prefer deserve "
    "agree disagree consist produce provide cause prove confirm await attract separate divide get account owe carry declare campaign send see "
    "find pass mirror echo highlight illustrate indicate demonstrate underline reveal differ vary hang decide").split()
SINGLE = {third(base): base for base in BASES} | {"is": "are", "was": "were", "has": "have", "does": "do", "hasn't": "haven't", "isn't": "aren't",
                                                  "wasn't": "weren't", "doesn't": "don't"}
"""Verbs in the singular -> in the plural."""
PLURAL = {many: one for one, many in SINGLE.items()}
BE = frozenset("is are was were has have does do isn't aren't wasn't weren't hasn't haven't doesn't don't".split())
"""Verbs that are nothing else."""
PAST = frozenset("won lost held took kept gained beat fell rose came went stood said had did grew saw made gave left became began found".split())
PARTICIPLES = frozenset((
    "won lost held taken kept gained beaten elected declared created counted contested cast recorded changed chosen drawn made given left fought "
    "seen run known called based born published announced reported needed won due").split())
TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Baroness Prof Councillor Cllr".split())


class Word(NamedTuple):
    """One word, figure or mark: where it stands, as it is written, and in small letters."""

    at: int
    said: str
    low: str
    kind: str
    """word, figure or mark"""
    owner: bool
    """Whether it owns what follows: Labour's, the Conservatives'."""

    @property
    def capital(self) -> bool:
        return self.said[:1].isupper()


def words_of(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a passage; a name of several words that the tables know is one word, joined by `_`."""
    return split(text, lexicon.one, lexicon.many, lexicon.adjectives, *lexicon.places)


@lru_cache(maxsize=512)
def split(text: str, one: frozenset[str], many: frozenset[str], adjectives: frozenset[str], *places: frozenset[str]) -> tuple[Word, ...]:
    """The words of a passage, by the names of parties and of places."""
    text = _parties(one, many, adjectives).sub(lambda found: found.group().replace(" ", "_"), masked(text, *places))
    found = []
    for token in TOKEN.finditer(text):
        said = token.group()
        kind = token.lastgroup
        low = said.lower().replace("’", "'")
        owner = kind == "word" and low.endswith(("'s", "s'"))
        if kind == "word" and low.endswith("'") and not owner:
            said, low = said[:-1], low[:-1]
        found.append(Word(token.start(), said, low, kind, owner))
    return tuple(found)


@cache
def _parties(*names: frozenset[str]) -> re.Pattern:
    longs = sorted((name for some in names for name in some if " " in name), key=len, reverse=True)
    return re.compile(r"(?<![\w'’-])(?:" + "|".join(re.escape(name) for name in longs) + r"|[Pp]er cent|[Nn]o one)(?![\w-])")


def number_word(word: Word) -> float | None:
    """The value of a count, in figures or words."""
    if word.kind == "figure":
        value = amount(word.low.rstrip("%").lstrip("£€$")) if not word.low.endswith(("st", "nd", "rd", "th")) else None
        return None if value is None else float(value)
    return float(WORDS[word.low]) if word.low in WORDS else None

