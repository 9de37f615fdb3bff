"""A verb held against its subject, where the whole clause up to it could be read."""

from collections.abc import Iterator

from .clauses import quoted
from .endings import guess_number
from .lexicon import Lexicon
from .nouns import GROUPS, KNOWN_MANY, KNOWN_ONE, MEASURES
from .phrases import Phrase, Reading, after_modifiers, low, noun_phrase, reading
from .registry import FULL, Found, rule
from .words import ADVERBS, BE, DETERMINERS, PARTICIPLES, PAST, PLURAL, PREPOSITIONS, SINGLE, Word, number_word, words_of

AFTER_COMMA = frozenset("and but so yet while although though whereas because".split())
ANYWHERE = frozenset("that where while whereas because although though when whether".split())
ENDS = frozenset(".?!;:–—")
VERBS = SINGLE.keys() | PLURAL.keys()


@rule("concord", kinds=FULL)
def concord(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“The number of seats changing hands were”, “the results in Kent shows”, “he don't”, “the seat, which were”."""
    words = words_of(passage.text, lexicon)
    for at, opening in starts(words):
        subject = _pair(words, at) or _of_them(words, at, lexicon) or _of_which(words, at, lexicon, opening) or _subject(words, at, lexicon, opening)
        if subject is None:
            continue
        number, verb, counted = subject
        if low(words, verb - 1) == "i" and low(words, verb) in BE:
            continue
        said = words[verb].said.replace("’", "'") if verb < len(words) else ""
        wrong = said in PLURAL if number == 1 else said in SINGLE
        wished = said == "were" and opening in ("if", "though", "although", "when", "whether")
        if wrong and not wished and _is_a_verb(words, verb, opening, counted) and not quoted(passage.text, words[verb].at):
            right = PLURAL[said] if number == 1 else SINGLE[said]
            yield Found(words[verb].at, f"the subject is {'singular' if number == 1 else 'plural'}: write “{right}”")


@rule("question", kinds=FULL)
def question(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A question whose verb does not go with its subject: “Where is the votes going?”, “Has the Tories learned nothing?”."""
    words = words_of(passage.text, lexicon)
    for at, opening in starts(words):
        verb = at + (low(words, at) in ("where", "when", "why", "how", "what"))
        said = low(words, verb)
        ends = next((word.said for word in words[verb:] if word.said in ".?!"), "")
        if opening or said not in BE or ends != "?" or quoted(passage.text, words[at].at):
            continue
        subject = noun_phrase(words, verb + 1, lexicon)
        if subject and subject.number and subject.kind in ("noun", "party", "pronoun") and subject.determined and not subject.counted \
                and low(words, subject.end) not in ("and", "or", ",") and (said in PLURAL if subject.number == 1 else said in SINGLE) \
                and said not in ("were", "do"):
            yield Found(words[verb].at, f"the subject is {'singular' if subject.number == 1 else 'plural'}: write the other form")


@rule("count", kinds=FULL)
def count(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun in the wrong number for the words before it: “seven cabinet minister”, “15 new Labour MP”, “another safe seats”."""
    words = words_of(passage.text, lexicon)
    for at, word in enumerate(words):
        value = number_word(word)
        if word.kind == "mark" or value is None and word.low not in (
                "several", "many", "both", "these", "those", "this", "every", "another", "an", "a"):
            continue
        found = reading(words, at, lexicon)
        if not isinstance(found, Reading) or found.head not in KNOWN_ONE | KNOWN_MANY:
            continue
        alone = found.at == at + 1
        if alone and word.low in ("these", "those", "this", "both", "every", "another") and low(words, found.end) in BE - {"do", "does"} \
                and found.head not in GROUPS and found.asked != (2 if found.head in KNOWN_MANY else 1):
            yield Found(words[found.at].at, f"after “{word.said}” write the {'plural' if found.asked == 2 else 'singular'}")
        if found.head in GROUPS | MEASURES | {"time"} or alone and found.head in lexicon.nouns \
                or found.asked == 1 and words[found.at - 1].low in KNOWN_ONE or quoted(passage.text, word.at):
            continue
        many = found.asked == 2 or found.count is not None and found.count >= 2
        one = found.asked == 1 and found.count is None and word.low != "this"
        if many and found.head in KNOWN_ONE and _counts(words, at, found) and (
                found.head not in PLURAL or low(words, found.end) in BE | PAST):
            yield Found(words[found.at].at, f"more than one: write “{lexicon.more(found.head)}”")
        if one and found.head in KNOWN_MANY - MEASURES and not {word.low for word in words[at:found.at]} & OF_MANY and _counts(words, at, found):
            yield Found(words[found.at].at, "one: write the singular")


CLEAR = frozenset("means suggests includes becomes seems appears comes goes says belongs represents contains makes brings loses depends".split())
"""Verbs of the singular that are no nouns."""
OF_MANY = frozenset("few many great good hundred thousand million dozen score couple total record bit further little lot than".split())


def _counts(words: tuple[Word, ...], at: int, found: Reading) -> bool:
    """Whether the first word counts the noun: no year, score or name is meant, and nothing owns or parts the two."""
    between = words[at + 1:found.at]
    if words[at].kind == "figure" and (words[at].said[0] in "£€$" or words[at].said.endswith("%") or 1500 < (number_word(words[at]) or 0) < 2100
                                       and "," not in words[at].said):
        return False
    if any(word.owner or number_word(word) is not None or word.low in DETERMINERS or word.capital and word.low not in (
            "labour", "conservative", "tory", "liberal_democrat", "green", "snp", "dup", "commons") for word in between):
        return False
    before = low(words, at - 1) if at else ""
    after = words[found.end] if found.end < len(words) else None
    if any(word.low in ("last", "next", "this", "more", "fewer", "other") for word in between):
        return False
    if before in ("'", "’", "/") or words[at].said == "A" and at and words[at - 1].kind != "mark":
        return False
    if before == "the" and (found.head == "MP" or any(word.low.endswith("est") for word in between)):
        before = ""
    return before not in ("the", "a", "an", "no", "number", "one", "per", "to", "-", "–") and not any(
        word.low.endswith(("ed", "ing", "ly")) or word.low in PAST | PARTICIPLES for word in between) and (
        after is None or after.kind == "mark" and after.said not in "-–'’/" or after.low.endswith("ed") or after.low in PREPOSITIONS | BE | PAST | {
            "and", "or", "who", "that", "which", "where", "will", "would", "had", "so", "than", "first", "last", "not"})


def starts(words: tuple[Word, ...]) -> Iterator[tuple[int, str]]:
    """Where a clause may begin, and the word that opens it."""
    finite = False
    opens = True
    for at, word in enumerate(words):
        if opens and word.said not in "\"“'‘(*":
            finite, opens = False, False
            yield at, ""
            yield from ((start, "") for start in _after_phrase(words, at))
        if word.said in ENDS:
            opens = word.said not in ".:" or at + 1 == len(words) or words[at + 1].capital or words[at + 1].kind != "word" or word.said == ":"
        if word.said == "," and finite:
            yield from ((at + 1, "says") for verb in range(at + 2, min(at + 6, len(words))) if words[verb].low in ("says", "say") and (
                verb + 1 == len(words) or words[verb + 1].kind == "mark"))
        finite = finite or word.low in BE or word.low in PAST
        if word.low in ANYWHERE or word.low in AFTER_COMMA and finite and low(words, at - 1) == ",":
            yield at + 1, word.low


def _after_phrase(words: tuple[Word, ...], at: int) -> Iterator[int]:
    """Past the comma of “In Kent,” or “Of the 12 seats,”: no verb stands before it."""
    opening = words[at].low
    if opening in ("as", "when", "while", "after", "before", "although", "though", "since", "if", "once", "because", "until", "where", "whereas"):
        finite = False
        for end in range(at + 1, min(len(words), at + 16)):
            finite = finite or words[end].low in BE | PAST
            if words[end].said in ENDS:
                break
            if words[end].said == ",":
                if finite and low(words, end + 1) in ("the", "its", "his", "her", "their", "it", "he", "she", "they"):
                    yield end + 1
                break
    if opening not in PREPOSITIONS | ADVERBS and not (opening.endswith(("ing", "ed")) and opening not in ("turning",)):
        return
    for end in range(at + 1, min(len(words), at + 14)):
        if words[end].low in BE | PAST or words[end].said in ENDS:
            return
        if words[end].said == "," and "and" not in [word.low for word in words[at:end]]:
            yield end + 1
            return


def _subject(words: tuple[Word, ...], at: int, lexicon: Lexicon, opening: str) -> tuple[int, int, bool] | None:
    """The number of the subject that begins here, and the place of its verb."""
    both = low(words, at) == "both"
    all_of = low(words, at) == "all"
    if low(words, at) in ("those", "these", "many", "several", "others") and (
            low(words, at + 1) in PREPOSITIONS - {"like"} or low(words, at + 1) == "who"):
        some = Phrase(at + 1, 2, "noun", True)
        end = after_modifiers(words, some, lexicon, opening == "")
        return (2, end, False) if end is not None and end < len(words) and low(words, end) != "and" else None
    at += both or low(words, at) in ("only", "even", "just", "all", "not", "nearly", "almost")
    phrase = noun_phrase(words, at, lexicon)
    if phrase is None:
        return None
    whole = opening == "" and (not all_of or phrase.counted)
    end = after_modifiers(words, phrase, lexicon, whole)
    if end is None:
        return None
    number = phrase.number
    if low(words, end) == "and":
        second = noun_phrase(words, end + 1, lexicon)
        joined = end == phrase.end and second is not None and _makes_two(words, at, end + 1, phrase, second, both)
        if not joined:
            return None
        number, end = 2, second.end
    elif both or phrase.number == 2 and phrase.kind == "party" and not phrase.determined:
        return None
    if low(words, end) in (",",) and low(words, end + 1) == "too":
        return None
    while low(words, end) in ADVERBS:
        end += 1
    if opening == "and" and number == 1 and phrase.kind != "pronoun":
        # "..., and Newcastle upon Tyne North are too": the last of a list.
        return None
    return (number, end, phrase.counted) if number and end < len(words) else None


def _pair(words: tuple[Word, ...], at: int) -> tuple[int, int, bool] | None:
    """“Farmers and surfers was”: two plurals that open a sentence."""
    if at + 3 >= len(words) or low(words, at + 1) != "and" or not words[at].capital or not words[at + 2].said.islower() or low(
            words, at + 3) not in ("is", "was", "has", "does"):
        return None
    return (2, at + 3, False) if guess_number(words[at].low) == 2 == guess_number(words[at + 2].low) else None


def _of_them(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """“Twelve of them is”, “only three of the candidates was”."""
    at += low(words, at) in ("only", "just", "nearly", "almost", "all")
    at -= low(words, at) == "of"
    count = number_word(words[at]) if at < len(words) else None
    if low(words, at + 1) != "of" or not ((count or 0) > 1 or low(words, at) in ("some", "many", "all", "both", "most", "several", "few")):
        return None
    if low(words, at + 2) in ("them", "us", "these", "those"):
        end, counted = at + 3, False
    else:
        things = noun_phrase(words, at + 2, lexicon)
        if things is None or things.number != 2 or things.kind != "noun" or words[at].kind == "figure" and words[at].said.endswith("%"):
            return None
        end, counted = after_modifiers(words, things, lexicon, low(words, things.end) in ("counting", "declaring", "declared", "contested")), True
    while end is not None and low(words, end) in ADVERBS:
        end += 1
    return (2, end, counted) if end is not None and low(words, end) not in ("and", "or") else None


def _of_which(words: tuple[Word, ...], at: int, lexicon: Lexicon, opening: str) -> tuple[int, int, bool] | None:
    """“The seat, which were”: the clause about a subject that has nothing else to refer to."""
    phrase = noun_phrase(words, at, lexicon)
    if phrase is None or opening or phrase.kind not in ("noun", "party", "name") or low(words, phrase.end) != "," or low(
            words, phrase.end + 1) not in ("which", "who"):
        return None
    end = phrase.end + 2
    while low(words, end) in ADVERBS:
        end += 1
    found = phrase.number, end, False
    return found if phrase.number and low(words, end) in BE and low(words, end) in (PLURAL if phrase.number == 1 else SINGLE) else None


def _makes_two(words: tuple[Word, ...], at: int, other: int, one: Phrase, two: Phrase, both: bool) -> bool:
    """Two names, or two nouns each with an article of its own."""
    if {one.kind, two.kind} <= {"name", "party"} and one.kind == two.kind or both and {one.kind, two.kind} <= {"name", "party", "place"}:
        return True
    articles = {"the", "its", "their", "his", "her", "a", "an", "this", "that"}
    return one.kind == two.kind == "noun" and low(words, at) in articles and low(words, other) in articles


def _is_a_verb(words: tuple[Word, ...], at: int, opening: str, counted: bool) -> bool:
    """Whether a word that is a noun too, or a base form that a subject may have, is a verb here."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].low in CLEAR:
        return True
    if words[at].low in BE:
        # "Two recounts is one too many": a sum.
        return not counted or words[at].low not in ("is", "was") or after is not None and (
            after.capital or after.low in PARTICIPLES | PREPOSITIONS | ADVERBS | {"thought", "said", "likely", "safe"} or after.low.endswith("ed"))
    if opening == "says":
        return words[at].low in ("say", "says")
    if opening == "that" and words[at].low in PLURAL or after is None:
        return False
    return after.low in DETERMINERS or after.low in PREPOSITIONS | ADVERBS or number_word(after) is not None or after.capital or after.low in (
        "that", "how", "it", "them", "him", "to", "what", "why")



