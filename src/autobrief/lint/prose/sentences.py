"""Where sentences begin and end, and faults of whole sentences."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import Found, rule
from .tagging import FINITE, tags_of

ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:Mr|Mrs|Ms|Dr|St|Sir|Prof|Rev|Hon|Rt|Lt|Col|Gen|Capt|Sgt|No|Nos|vs?|cf|ca|c|approx|est|etc|e\.g|i\.e|viz|al|"
    r"Inc|Ltd|Co|Corp|Jr|Sr|Bros|Mt|Ave|Rd|p|pp|vol|fig|a\.m|p\.m|U\.S|U\.K|U\.N|Ph\.D|(?:[A-Z]\.)*[A-Z])\.$")
END = re.compile(r"[.?!][.?!]*[\"'”’)\]]*(?=\s|$)")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """(start, sentence) of each sentence, by its stop and the capital or figure after it."""
    start = 0
    for found in END.finditer(text):
        rest = text[found.end():].lstrip()
        if ABBREVIATION.search(text[start:found.start() + 1]) or rest and not match(r"[\"'“‘(\[]*(?:[A-Z0-9À-Þ\ufffc£€$]|i[A-Z])", rest):
            continue
        piece = text[start:found.end()]
        cut = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + cut, piece.strip()
        start = found.end()
    rest = text[start:]
    if rest.strip():
        yield start + len(rest) - len(rest.lstrip()), rest.strip()


@rule("capital", kinds=("paragraph",))
def lower_case_opening(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A sentence that opens with a small letter: something that stood before it is missing."""
    opening = match(r"[\"'“‘(]*([a-zà-ÿ][\w'’-]*)", passage.text)
    if opening and not match(r"(?:e\.g|i\.e|cf|c|p)\.", passage.text) and _small(opening[1], lexicon) \
            and passage.text.rstrip().endswith((".", "!", "?")) and len(passage.text.split()) > 2:
        yield Found(opening.start(1), f"open the sentence with a capital: “{opening[1][:1].upper()}{opening[1][1:]}”, or with what is missing")
    for found in every(r"(?<=[\w%)])([.?!])[\"”]? +([a-zà-ÿ][\w'’-]*)", passage.text):
        before = passage.text[:found.end(1)]
        abbreviated = ABBREVIATION.search(before) or search(r"(?:\b\w|\.\w)\.$", before)
        if not abbreviated and found[1] == "." and _small(found[2], lexicon) and not search(r"[.?!]['\"”’]\s*$", before):
            yield Found(found.start(2), f"open the sentence with a capital: “{found[2][:1].upper()}{found[2][1:]}”, or with what is missing")


def _small(word: str, lexicon: Lexicon) -> bool:
    return word not in lexicon.words["small_openings"] and not search(r"[A-Z]", word) and not match(r"d['’]", word)


def _has_a_verb(sentence: str, lexicon: Lexicon) -> bool:
    return any(tag.kind in FINITE or tag.kind == "pastpart" for tag in tags_of(sentence, lexicon))


@rule("no-stop", kinds=("paragraph",))
def no_stop(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A paragraph of whole sentences that ends without a full stop."""
    text = passage.text.rstrip()
    if search(r"[.?!…:;][\"'”’)\]*]*$", text) or text.endswith("\ufffc"):
        return
    said = list(sentences(text))
    if not said:
        return
    start, last = said[-1]
    long = len(last.split()) >= 9 and not passage.first and not match(r"[A-Z][\w ]{0,20}:", last) and match(
        r"(?:The|In|It|They|He|She|There|Its|Their|All|Both|Every|Each|At|By)\b", last)
    if (len(said) > 1 and len(last.split()) > 3 or long) and not match(r"(?:\S+ ){0,3}?\S+:", last) and _has_a_verb(last, lexicon):
        yield Found(len(text) - 1, "put a full stop at the end of the sentence, or what is missing from it")
