"""The words of a passage with their parts of speech, as far as lists, forms and neighbours tell them.

Words that no list knows are `x`; rules read on only where every word that matters is known.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from .agreement import EITHER
from .inflections import FORMS
from .lexicon import Lexicon
from .nouns import GROUPS, KNOWN_MANY, KNOWN_ONE, MEASURES
from .words import ADVERBS, DETERMINERS, PREPOSITIONS, TITLES, Word, number_word, split

SUBJECTS = {"i": 2, "he": 1, "she": 1, "it": 1, "they": 2, "we": 2, "you": 2, "who": 0}
OTHERS = frozenset(
    "me him her us them himself herself itself themselves everyone everybody nobody somebody someone anyone everything nothing "
    "something anything none others another neither either mine theirs ours hers".split()
)
RELATIVE = frozenset("who whom whose which that what where when why how whoever whatever whichever wherever whenever".split())
OPENING = frozenset("because if though although while whereas unless whether until since as than once after before till lest".split())
BE = {"is": 1, "was": 1, "are": 2, "were": 2, "isn't": 1, "wasn't": 1, "aren't": 2, "weren't": 2}
HAVE = {"has": 1, "have": 2, "had": 0, "hasn't": 1, "haven't": 2, "hadn't": 0}
DO = {"does": 1, "do": 2, "did": 0, "doesn't": 1, "don't": 2, "didn't": 0}
MODALS = frozenset("will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't".split())
MORE_ADVERBS = frozenset(
    "not up down out away back off forward apart ahead too very well enough almost yes perhaps maybe indeed elsewhere "
    "everywhere anywhere somewhere nowhere twice thrice longer long early late".split()
)
NO_ADVERBS = frozenset("early only likely family supply rally tally ally assembly july italy reply apply rely bully".split())
ADJECTIVES = frozenset(
    (
        "own new old safe marginal narrow small large big good bad close clear final local national regional general overall reduced increased "
        "current former "
        "previous recent early late next last first second third fourth fifth sixth seventh eighth ninth tenth whole entire same other "
        "single only main "
        "major minor comfortable slim thin wide huge tiny record strong weak poor low high average median total net lost rural urban "
        "coastal southern "
        "northern eastern western central industrial red blue green true key lone sole latest largest outright working absolute hung full "
        "partial formal "
        "official final provisional surprise likely unlikely possible popular vast great solid sitting outgoing incoming winning losing "
        "defeated beaten "
        "successful unsuccessful remaining rival closest neighbouring nearby historic notional estimated combined official independent safe "
        "ultra-marginal "
        "three-way two-way straight tight easy hard long short sharp steep slight modest healthy hefty wafer-thin razor-thin paper-thin decisive "
        "convincing crushing thumping famous fresh bitter heavy light quick slow young right left far-right left-wing right-wing"
    ).split()
)
AS_NOUNS = frozenset("leisure sports community town city council news election polling vote count party press village".split())


NUMBERED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())


class Tag(NamedTuple):
    """A word and what it is here.

    `kind`: det num own pron name noun adj p cc rel sub be have do modal third base past part pastpart ing to adv mark x, or `nv` and `nsv`
    for what may be a noun or a verb.
    """

    word: Word
    kind: str
    number: int
    """1 or 2 for one or more; 0 where it may be either, has none, or is not known."""

    @property
    def low(self) -> str:
        return self.word.low


FINITE = frozenset("be have do modal third past".split())
"""Verbs that are nothing else; `pastpart` may be finite too."""
VERBS = FINITE | {"base", "part", "pastpart", "ing"}


def tags_of(text: str, lexicon: Lexicon) -> tuple[Tag, ...]:
    """The words of a passage, each with its part of speech."""
    return _tagged(text, lexicon.one, lexicon.many, lexicon.adjectives, lexicon.given, *lexicon.places)


@lru_cache(maxsize=256)
def _tagged(text: str, one: frozenset[str], many: frozenset[str], adjectives: frozenset[str], given: frozenset[str],
            *places: frozenset[str]) -> tuple[Tag, ...]:
    words = split(text, one, many, adjectives, *places)
    first = [_alone(words, at, one, many, adjectives, given, _all(*places)) for at in range(len(words))]
    return tuple(_beside(first, at) for at in range(len(first)))


@cache
def _all(*names: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*names)


def _alone(
    words: tuple[Word, ...],
    at: int,
    one: frozenset[str],
    many: frozenset[str],
    adjectives: frozenset[str],
    given: frozenset[str],
    places: frozenset[str],
) -> Tag:
    word = words[at]
    low, said = word.low, word.said.replace("_", " ")
    if word.kind == "mark":
        return Tag(word, "mark", 0)
    if word.owner and low not in ("it's", "that's", "there's", "he's", "she's", "who's", "what's", "here's", "let's", "where's"):
        return Tag(word, "own", 0)
    if number_word(word) is not None and low not in ("no", "nought"):
        return Tag(word, "num", 1 if number_word(word) == 1 else 2)
    if word.kind == "figure":
        return Tag(word, "adj" if low.endswith(("st", "nd", "rd", "th")) else "num", 2)
    if word.capital and said in many:
        return Tag(word, "name", 2)
    if word.capital and said in one | adjectives:
        return Tag(word, "name", 1 if said in one and said not in EITHER else 0)
    opens = at == 0 or words[at - 1].said in ".?!;:\"“'‘(–—"
    closed = _closed(word, low)
    if closed and (opens or not word.capital):
        return closed
    if (
        word.capital
        and (not opens or "_" in word.said or said in places or word.said in given or word.said in TITLES)
        and word.said not in ("MP", "MPs")
    ):
        told = word.said in given or word.said in TITLES or "_" in word.said and not said.startswith("The ")
        return Tag(word, "name", 1 if told else 0)
    return _open(word, low)


def _closed(word: Word, low: str) -> Tag | None:
    for table, kind in ((BE, "be"), (HAVE, "have"), (DO, "do")):
        if low in table:
            return Tag(word, kind, table[low])
    if low == "to":
        return Tag(word, "to", 0)
    if low in ("and", "or", "but", "nor"):
        return Tag(word, "cc", 0)
    if low in MODALS:
        return Tag(word, "modal", 0)
    if low in RELATIVE:
        return Tag(word, "rel", 0)
    if low in DETERMINERS:
        return Tag(word, "det", DETERMINERS[low])
    if low in SUBJECTS:
        return Tag(word, "pron", SUBJECTS[low])
    if low in OTHERS:
        return Tag(word, "pron", 2 if low in ("them", "us", "others", "themselves") else 1)
    if low in NUMBERED:
        return Tag(word, "adj", 0)
    if low in OPENING:
        return Tag(word, "sub", 0)
    if low in PREPOSITIONS:
        return Tag(word, "p", 0)
    if low in ADVERBS | MORE_ADVERBS or low.endswith("ly") and low not in NO_ADVERBS:
        return Tag(word, "adv", 0)
    return None


def _open(word: Word, low: str) -> Tag:
    one, many = (
        low in KNOWN_ONE or low in GROUPS or low in AS_NOUNS or word.said in KNOWN_ONE,
        low in KNOWN_MANY or low in MEASURES or word.said in KNOWN_MANY,
    )
    if low in FORMS.bases:
        if low in ("win", "vote", "gain", "hold", "need", "stand", "show", "move", "change", "fall", "rise", "lead") or one:
            return Tag(word, "nv", 1)
        return Tag(word, "adj" if low in ADJECTIVES else "past" if low in FORMS.pasts and low != "read" else "base", 2)
    if low in FORMS.thirds:
        return Tag(
            word,
            "nsv"
            if many
            or FORMS.thirds[low] in KNOWN_ONE
            or FORMS.thirds[low] in FORMS.bases
            and low in ("votes", "gains", "holds", "wins", "leads", "needs", "takes", "stands", "shows", "moves", "falls", "rises", "keeps")
            else "third",
            1,
        )
    if low in FORMS.pasts:
        return Tag(word, "pastpart" if low in FORMS.participles else "past", 0)
    if low in FORMS.participles or low == "been":
        return Tag(word, "part", 0)
    if low in FORMS.gerunds and not one:
        return Tag(word, "ing", 0)
    if one or many:
        return Tag(word, "noun", 2 if many and not one else 1)
    if low in ADJECTIVES or low.endswith(("est", "ous", "ful", "less", "able", "ible")) and len(low) > 5:
        return Tag(word, "adj", 0)
    return Tag(word, "x", 0)


def _beside(tags: list[Tag], at: int) -> Tag:
    """A noun or a verb, by what stands before and after."""
    tag = tags[at]
    if tag.kind not in ("nv", "nsv"):
        return tag
    before = next((tags[n] for n in range(at - 1, -1, -1) if tags[n].kind != "adv"), None)
    after = tags[at + 1] if at + 1 < len(tags) else None
    noun = tag._replace(kind="noun", number=1 if tag.kind == "nv" else 2)
    if before is None or before.kind in ("mark",):
        return tag
    if before.kind in ("to", "modal", "do"):
        return tag._replace(kind="base", number=2) if tag.kind == "nv" else noun
    if before.kind == "pron" and before.low in SUBJECTS or before.low in ("who", "that", "which"):
        return tag._replace(kind="third" if tag.kind == "nsv" else "base", number=1 if tag.kind == "nsv" else 2)
    if before.kind in ("det", "num", "own", "adj", "p", "be", "ing", "past", "pastpart"):
        return noun
    if before.kind in ("name", "noun") and after and after.kind in ("det", "num", "own", "pron"):
        return tag._replace(kind="third" if tag.kind == "nsv" else "base", number=1 if tag.kind == "nsv" else 2)
    return tag
