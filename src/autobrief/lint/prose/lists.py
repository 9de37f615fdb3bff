"""Lists of places that lack a comma, an “and” or a member."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import FULL, Found, rule

VERBS = r"(?:gained|held|won|lost|took|kept|retained|regained|were|are|was|include|included|including|from|to|in|both)"


def two_seats(text: str, lexicon: Lexicon) -> Iterator[re.Match]:
    """Two names of seats side by side, `one` and `two`."""
    seat = alternatives(lexicon.seats)
    return every(rf"(?<![\w'’-])(?P<one>{seat}) (?P<two>{seat})(?![\w'’-])", text)


@rule("list", kinds=FULL)
def broken_list(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Seats without what joins them: “Ashfield, Bassetlaw Bolsover and Gedling”, “Leeds East, Leeds West.”, “won and Bolsover.”."""
    text = passage.text
    seat = alternatives(lexicon.seats)
    # Names that are two names ("Newark Sherwood") are in the list themselves, and the longer one is tried first.
    for found in two_seats(text, lexicon):
        if match(r",? and |, ", text[found.end():]) and search(rf"(?:, |\b{VERBS} (?:the )?)$", text[:found.start()]):
            yield Found(found.start("two"), f"two seats without a comma: write it before “{found['two']}”")
    for found in every(rf"\b{VERBS} (?:the )?{seat}(?:, (?:the )?{seat})+(?P<last>, )(?:the )?{seat}(?=\s*[.;]|\s*$)", text):
        yield Found(found.start("last"), "the list ends without an “and”: write it before the last name, or the name that is missing")
    for found in every(rf"\bboth (?:the )?{seat}(?P<last>, )(?:the )?{seat}(?=\s*[.;]|\s*$)", text):
        yield Found(found.start("last"), "both of two: write “and” for the comma")
    for found in every(rf"\b(?:gained|held|won|lost|took|kept|retained|regained|were) (?P<and>and) {seat}(?=\s*[.;]|\s*$)", text):
        yield Found(found.start("and"), "the list lacks its first name: write it before “and”")
    party = alternatives(lexicon.one | lexicon.many)
    for found in every(rf"\b(?:gained|held|took|kept|retained|regained) (?P<and>and) (?!(?:the )?{party})[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
                             r"(?=\s*[.;]|\s*$)", text):
        if not search(r"\b(?:which|that|what|who|was|were|been|be|is|are)\b", text[max(0, found.start() - 40):found.start()]):
            yield Found(found.start("and"), "the list lacks its first name: write it before “and”")
    for found in every(r"(?<=\w), and(?P<comma>,) (?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*\s*[.;])", text):
        yield Found(found.start("comma"), "no comma after “and” in a list: write what is missing, or take it out")
