"""The subject of a clause read word by word: a noun phrase, what modifies it, and the verb that follows."""

from typing import NamedTuple

from .agreement import EITHER
from .endings import guess_number
from .lexicon import MANY_PLACES, Lexicon
from .nouns import GROUPS, KNOWN_MANY, KNOWN_ONE, MEASURES
from .words import (
    ADVERBS,
    BE,
    CLAUSE,
    DETERMINERS,
    PARTICIPLES,
    PAST,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    SINGLE,
    TITLES,
    Word,
    number_word,
)

FUNCTION = PREPOSITIONS | CLAUSE | BE | frozenset(PRONOUNS) | frozenset(
    "will would can could should may might must shall had did not no to be been being whoever whatever whichever".split())
NOUNS = KNOWN_ONE | KNOWN_MANY | GROUPS
CONTRACTED = frozenset("it's that's there's he's she's who's what's here's let's where's how's one's".split())
BEFORE_NOUNS = frozenset("polling voting counting sitting leading outgoing incoming remaining winning losing neighbouring early elderly".split())
"""Words in -ing and -ly that stand before a noun."""
SUMS = frozenset("seats gains losses".split())
LONGEST = 12
"""Words that a phrase or an aside may have; longer ones are not read."""


class Phrase(NamedTuple):
    """A noun phrase: where it ends, and 1 or 2 for one thing or more; 0 where it may be either."""

    end: int
    number: int
    kind: str
    """pronoun, name, party, place or noun"""
    determined: bool
    counted: bool = False


def low(words: tuple[Word, ...], at: int) -> str:
    return words[at].low if at < len(words) else ""


class Reading(NamedTuple):
    """A noun with the words before it: where it ends and stands, the number those words ask of it (0 for none), and how many they count."""

    end: int
    at: int
    head: str
    asked: int
    count: float | None
    determined: bool
    article: str


def reading(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Phrase | Reading | None:
    """The noun or the name that begins here, up to its last word; None where a word of it is not known."""
    start, asked, determined, count, head, stands, guess = at, 0, False, None, "", at, ""
    while at < len(words) and at - start < LONGEST:
        word = words[at]
        if word.kind == "mark":
            break
        value = number_word(word)
        if word.owner:
            if not head and word.low in CONTRACTED:
                return None
            asked, determined, count, head, guess = 0, True, None, "", ""
        elif head and not _goes_on(words, at, lexicon):
            break
        elif word.low in DETERMINERS and not head:
            if at > start and not determined and low(words, at - 1) not in ("all", "both", "half", "such", "what", "even", "only"):
                return None
            asked, determined = DETERMINERS[word.low] or asked, True
            if word.low in ("a", "an") and at and words[at - 1].low == "many":
                return None
        elif value is not None and not head:
            count, determined = value, True
        elif name := _name(words, at, lexicon):
            if not _goes_on(words, name.end, lexicon):
                return name._replace(determined=determined) if not asked and count is None else None
            at, guess = name.end - 1, ""
        elif word.low in FUNCTION:
            break
        elif word.said in NOUNS or at == start and word.low in NOUNS:
            head, stands = word.said if word.said in NOUNS else word.low, at
            if at == start and word.capital and _capital(words, at + 1) and not word.said.startswith("MP"):
                return None
        elif not determined and (at > start + 1 or not word.capital or word.low in ADVERBS | PAST
                                 or word.low.endswith(("ing", "ly")) and word.low not in BEFORE_NOUNS):
            return None
        elif not head:
            guess = word.low if word.said.islower() and word.low not in ADVERBS | PAST else ""
        at += 1
    if not head and determined and guess and (guess_number(guess) or guess.endswith("ing") and low(words, at) == "of" and not asked):
        head, stands = guess, at - 1
    return Reading(at, stands, head, asked, count, determined, words[start].low) if head else None


def _capital(words: tuple[Word, ...], at: int) -> bool:
    return at < len(words) and words[at].capital


def noun_phrase(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Phrase | None:
    """The phrase that begins here, without what follows its head; None where it is not known or contradicts itself."""
    if low(words, at) in PRONOUNS:
        return Phrase(at + 1, PRONOUNS[low(words, at)], "pronoun", True)
    found = reading(words, at, lexicon)
    if not isinstance(found, Reading):
        return found
    end, _, head, asked, count, determined, article = found
    if head == "number" and count is None and article in ("the", "a"):
        return Phrase(end, 1 if article == "the" else 2, "noun", True)
    if head in GROUPS:
        return Phrase(end, 0, "noun", determined)
    number = 2 if head in KNOWN_MANY else 1 if head in KNOWN_ONE else guess_number(head) or 1
    if head not in KNOWN_ONE | KNOWN_MANY and (number == 2 and count is not None or low(words, end) == "of" and not head.endswith("ing")):
        # "A swathe of seats": the number is that of what follows.
        return Phrase(end, 0, "noun", determined)
    if count is not None and (number != (1 if count == 1 else 2) or head in MEASURES - SUMS) or asked and asked != number:
        return None
    if number == 1 and not determined and head != "turnout":
        return None
    return Phrase(end, number, "noun", determined, count is not None and article not in ("the", "its", "their", "all", "both", "these", "those"))


def _goes_on(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether this word is a noun that makes one thing with the noun or name before it: vote share, Labour voters."""
    if at >= len(words) or words[at].kind != "word" or words[at].low in FUNCTION:
        return False
    word = words[at]
    if word.owner:
        return word.low[:-2].rstrip("'") in NOUNS or word.low[:-1] in KNOWN_MANY
    if word.said not in NOUNS:
        return False
    # "The party gains the seat": a verb.
    after = words[at + 1] if at + 1 < len(words) else None
    return not (word.low in SINGLE or word.low in PLURAL) or after is None or after.kind == "mark" or not (
        after.low in DETERMINERS or number_word(after) is not None or after.capital)


def _name(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Phrase | None:
    """A party, a person or a place."""
    word = words[at]
    said = word.said.replace("_", " ")
    if word.owner or not word.capital:
        return None
    if said in EITHER:
        return Phrase(at + 1, 0, "party", False)
    if said in lexicon.many:
        return Phrase(at + 1, 2, "party", False)
    if said in lexicon.one:
        return Phrase(at + 1, 1, "party", False)
    if said in lexicon.adjectives:
        return Phrase(at + 1, 0, "party", False)
    if "_" in word.said or said in lexicon.seats or said in lexicon.bare_places:
        return Phrase(at + 1, 0 if said.split()[0] in MANY_PLACES or said.split()[-1] in MANY_PLACES else 1, "place", False)
    if word.said in TITLES or word.said in lexicon.given:
        end = at + 1
        if low(words, end) == "." and word.said in TITLES:
            end += 1
        while end < len(words) and words[end].kind == "word" and words[end].capital and not words[end].owner and words[end].low not in KNOWN_MANY:
            end += 1
        return Phrase(end, 1, "name", False) if end > at + 1 else None
    return None


def after_modifiers(words: tuple[Word, ...], phrase: Phrase, lexicon: Lexicon, whole: bool) -> int | None:
    """Where the phrase's prepositions, participles and asides end; None where one cannot be read.

    `whole`: the phrase opens its sentence, so that a participle after it cannot be its verb.
    """
    at = phrase.end
    for _ in range(5):
        word = low(words, at)
        if word in PREPOSITIONS and word not in ("like", "unlike"):
            end = _object(words, at + 1, lexicon)
        elif word == "(":
            end = next((n + 1 for n in range(at, min(len(words), at + LONGEST)) if words[n].said == ")"), None)
        elif word == ",":
            end = _aside(words, at, phrase)
            if end is None:
                return at
        elif whole and phrase.kind == "noun" and (word in PARTICIPLES or word.endswith("ed") or word.endswith("ing")) and word not in KNOWN_ONE:
            end = _participle(words, at, lexicon)
        elif whole and phrase.kind == "noun" and word in ("that", "which", "who"):
            end = _relative(words, at + 1, lexicon)
        elif whole and phrase.kind == "noun" and (zero := _zero_relative(words, at, lexicon)):
            end = zero
        else:
            return at
        if end is None:
            return None
        at = end
    return at


def _object(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int | None:
    """What a preposition governs: a noun phrase, a figure, or names."""
    if at < len(words) and (words[at].kind == "figure" or words[at].low == "so" and low(words, at + 1) == "far"):
        found = noun_phrase(words, at, lexicon)
        return found.end if found else at + 1 + (words[at].low == "so")
    found = noun_phrase(words, at, lexicon)
    end = found.end if found else None
    if found is None or found.kind in ("party", "name", "place"):
        run = at + (low(words, at) == "the")
        while run < len(words) and words[run].kind == "word" and words[run].capital and not words[run].owner:
            run += 1
        end = run if run > at + (low(words, at) == "the") else end
    if end is None:
        return None
    if low(words, end) == "and":
        # "The gap between Labour and the Conservatives": names; another noun may be a second subject.
        second = _name(words, end + 1 + (low(words, end + 1) == "the"), lexicon)
        if second is None or found is None or found.kind != second.kind:
            return None
        return second.end
    return end


def _aside(words: tuple[Word, ...], at: int, phrase: Phrase) -> int | None:
    """Past the comma that ends what stands between commas and is followed by a verb."""
    first = words[at + 1] if at + 1 < len(words) else None
    if first is None or first.low in ("and", "but", "or", "so", "yet", "while", "which", "who", "where", "whose", "when") and first.low not in (
            "which", "who", "where", "whose"):
        return None
    for end in range(at + 2, min(len(words), at + 2 * LONGEST)):
        if words[end].said in ".;:?!":
            return None
        if words[end].said == ",":
            inside = [word.low for word in words[at + 1:end]]
            if low(words, end + 1) in ("and", "or", "but") or phrase.kind != "noun" and "and" in inside and first.capital:
                return None
            verb = end + 1
            while low(words, verb) in ADVERBS:
                verb += 1
            if low(words, verb) in SINGLE or low(words, verb) in BE:
                return end + 1
    return None


def _participle(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int | None:
    """Changing hands; declared so far; won by Labour in 2019: followed at once by a finite verb."""
    end = at + 1
    if words[at].low.endswith("ing") and (found := noun_phrase(words, end, lexicon)):
        end = found.end
    elif words[at].low.endswith("ing") and low(words, end) in ("hands", "parties"):
        end += 1
    for _ in range(3):
        if low(words, end) in PREPOSITIONS and low(words, end) != "to":
            past = _object(words, end + 1, lexicon)
            if past is None:
                return None
            end = past
        elif low(words, end) in ADVERBS and low(words, end) not in ("both", "each", "all"):
            end += 1
        else:
            break
    return end


def _relative(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int | None:
    """That Labour held; who voted in 2019; that changed hands."""
    side = noun_phrase(words, at, lexicon)
    end = side.end if side else at
    while low(words, end) in ("has", "have", "had", "were", "was", "are", "is", "did", "not", "been", *ADVERBS):
        end += 1
    if low(words, end) not in PAST | PARTICIPLES and not low(words, end).endswith("ed"):
        return None
    if low(words, end) in ("said", "thought", "told", "knew", "felt", "believed", "hoped", "feared", "found", "heard", "claimed", "insisted",
            "predicted"):
        return None
    end += 1
    if low(words, end) == "hands":
        return end + 1
    if side is None and (thing := noun_phrase(words, end, lexicon)):
        end = thing.end
    return _participle(words, end - 1, lexicon)


def _zero_relative(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int | None:
    """Every seat Labour lost; the votes they needed."""
    side = noun_phrase(words, at, lexicon)
    if side is None or side.kind not in ("party", "pronoun", "name") or not (
            low(words, side.end) in PAST or low(words, side.end).endswith("ed")):
        return None
    return side.end + 1
