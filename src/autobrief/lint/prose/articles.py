"""A or an, by how the next word is said: an 8.4-point swing, an SNP gain, a UKIP vote, an hour."""

import re
from collections.abc import Iterator

from ... import grammar
from .lexicon import Lexicon, plain
from .patterns import every, match, search
from .registry import PROSE, Found, rule

SAID_AS_YOU = re.compile(
    r"eu(?!$)|ew(?:e|er)s?$|once\b|one(?:s|self|ness|-.*|['’]s)?$|ouija|ubiq|ufo|ugand|ukrain|ukulele|unanim|uran|urea|urin|urol|urugu|"
    r"us[aeu](?!$)|using|ussr|"
    r"ut(?:ah|ens|er(?:us|ine)|ili|opi)|u-|uni(?!n|mp|ma|dent|deal|ss|gn|ll|mm|ni|t?nv)")
FUNCTION = frozenset("is in and or as at on if of are was it its an a the i am any all although until unless under after about above us "
                     "up out into onto over".split())
UNSURE_NUMBER = re.compile(r"(?:11|18),?00\b|1,[18]00\b|0\d|0\b|0\.")


def sound(word: str, lexicon: Lexicon) -> str | None:
    """`a` or `an` before this word; None where both are heard or nobody can tell."""
    first = re.split(r"[-–/]", word, maxsplit=1)[0]
    if match(r"[£€$]?\d", word):
        return _before_number(re.sub(r"^[£€$]", "", word))
    if initials := match(r"([A-Z]{1,3})(?=\d|&[A-Z])", first):
        # HS2, S4C, M&S: the letters are said one by one.
        return "an" if initials[1][0] in "AEFHILMNORSX" else "a"
    letters = re.sub(r"['’]?s$", "", first)
    if letters.isupper() and letters.isalpha():
        return _before_capitals(letters, first, lexicon)
    if re.fullmatch(r"[A-Z]{2,}[a-z]{1,4}", first) and letters[1:3] != "UK":
        # An MSc, an MPhil, a BSc: the first letter is said by its name.
        return _before_capitals(match("[A-Z]+", first).group(), first, lexicon) if first[0] not in "AEIO" else None
    low = word.lower()
    if not low[:1].isalpha() or not low.isascii() and low[0] not in "éèàáâôö" or low.split("-")[0] in lexicon.words["either_article"]:
        return None
    if low.startswith(tuple(lexicon.words["silent_h"])):
        return "an"
    if SAID_AS_YOU.match(low):
        return "a"
    if word[0] in "UY" and len(word) > 1 and low not in ("ulster", "upper", "under", "unionist", "union", "university", "unison", "unite", "young",
            "york", "yorkshire", "yes"):
        return None
    return "an" if low[0] in "aeiouéèàáâôö" else "a"


def _before_number(word: str) -> str | None:
    if UNSURE_NUMBER.match(word):
        return None
    figures = match(r"[\d,]+", word).group()
    if re.fullmatch(r"1[18]\d\d", figures):
        return "an"
    return grammar.article(match(r"\d[\d,]*(?:\.\d+)?", word).group())


def _before_capitals(letters: str, first: str, lexicon: Lexicon) -> str | None:
    if letters in lexicon.words["said_as_words"]:
        return grammar.article(letters.lower()) if letters[0] not in "U" else None
    if len(letters) > 5 and search("[AEIOUY]", letters):
        return sound(letters.lower(), lexicon)
    if letters == "UKIP" or letters[0] == "U":
        return "a"
    if letters[0] in "AEIO":
        return "an"
    if letters[0] in grammar.VOWEL_LETTERS:
        known = letters in lexicon.words["initials"] or letters in lexicon.one or not search("[AEIOU]", letters) or len(letters) < 3
        return "an" if known else None
    return "a"


def _a_name(word: str, after: str, lexicon: Lexicon) -> bool:
    """An Nguyen stood: An may be somebody's given name."""
    known = lexicon.one | lexicon.many | lexicon.adjectives
    return not any(name.split()[0] == word for name in known) and plain(word) not in lexicon.names and match(
        r" (?:was|is|has|had|stood|won|lost|came|held|took|said|gained|beat|finished|retired|retains|holds|and)\b|['’]s\b|,", after) is not None


@rule("article", kinds=PROSE)
def wrong_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A before a vowel sound or an before another: “a 8.4-point swing”, “an UKIP vote”."""
    text = passage.text
    for found in every(r"(?<![\w.'’&/-])(a|an|A|An|AN)(?= ) [\"'“‘(*]*([£€$]?\d[\d,]*(?:\.\d+)?(?:[-–%\w]*)|[^\W\d_][\w'’-]*)", text):
        said, word = found[1], found[2].rstrip("'’-")
        before = text[:found.start()].rstrip()
        opens = not before or before[-1] in ".?!:;—–\"“'‘("
        if said in ("A", "An") and not opens and passage.kind != "heading" or said == "AN":
            continue
        if word.lower() in FUNCTION or said == "A" and passage.kind == "heading" and word[:1].islower():
            continue
        if said == "An" and word[:1].isupper() and not word.isupper() and _a_name(word, text[found.end():], lexicon) or match("t[A-Z]", word):
            continue
        right = sound(word, lexicon)
        if right and right != said.lower():
            yield Found(found.start(), f"write “{right} {word}”")
    for found in every(r"\b(?:[Aa]n?|[Tt]he) (?:former|new|sitting|narrow|small|large|close|local|safe|marginal|big|young|old|"
                             r"record|clear) (an?) (?=[a-z])", text):
        yield Found(found.start(1), f"one article is enough: take “{found[1]}” out")
