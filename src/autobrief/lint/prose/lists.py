"""Lists of places that lack a comma, an “and” or a member."""

import re
from collections.abc import Iterator

from .brokenlists import broken_lists
from .lexicon import Lexicon, alternatives, plain
from .patterns import every, match, search
from .registry import FULL, Found, rule
from .tagging import Tag, tags_of

GOVERNS = frozenset(
    "gained held won lost took kept retained regained gain gains hold holds win wins lose loses keep keeps take takes defend defends defended are "
    "were include includes included including from in to contested targeted elected beat".split())
"""Words that a list of seats or people may follow."""
MANY = frozenset("are were have aren't weren't haven't both all".split())
VERBS = r"(?:gained|held|won|lost|took|kept|retained|regained|were|are|was|include|included|including|from|to|in|both)"


def two_seats(text: str, lexicon: Lexicon) -> Iterator[re.Match]:
    """Two names of seats side by side, `one` and `two`."""
    seat = alternatives(lexicon.seats | lexicon.bare_places)
    return every(rf"(?<![\w'’-])(?P<one>{seat}) (?P<two>{seat})(?![\w'’-])", text)


@rule("list", kinds=FULL)
def broken_list(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Seats without what joins them: “Ashfield, Bassetlaw Bolsover and Gedling”, “Leeds East, Leeds West.”, “won and Bolsover.”."""
    text = passage.text
    seat = alternatives(lexicon.seats)
    # Names that are two names ("Newark Sherwood") are in the list themselves, and the longer one is tried first.
    for found in two_seats(text, lexicon):
        before, after = text[:found.start()], text[found.end():]
        goes_on = match(r",? and |, ", after) and search(rf"(?:, |\b{VERBS} (?:the )?)$", before)
        if goes_on or search(r"(?<!\bIn )\b[A-Z][\w-]+, (?:the )?$", before) and match(
                r"\s*[.;](?!\w)|\s*$| (?:from|to|in|for|by|with|on|at|as)\b", after):
            yield Found(found.start("two"), f"two seats without a comma: write it before “{found['two']}”")
    yield from _without_and(text, lexicon)
    for found in every(rf"\bin {seat}(?P<gap> ){alternatives(lexicon.given)} [A-Z][\w'’-]+ in (?=[A-Z])", text):
        yield Found(found.start("gap"), "the list lacks a comma or an “and” here")
    for found in every(rf"\bboth (?:the )?{seat}(?P<last>, )(?:the )?{seat}(?=\s*[.;]|\s*$)", text):
        yield Found(found.start("last"), "both of two: write “and” for the comma")
    for found in every(rf"\b(?:gained|held|won|lost|took|kept|retained|regained|were) (?P<and>and) {seat}(?=\s*[.;]|\s*$)", text):
        yield Found(found.start("and"), "the list lacks its first name: write it before “and”")
    party = alternatives(lexicon.one | lexicon.many)
    for found in every(rf"\b(?:gained|held|took|kept|retained|regained) (?P<and>and) (?!(?:the )?{party})[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
                             r"(?=\s*[.;]|\s*$)", text):
        if not search(r"\b(?:which|that|what|who|was|were|been|be|is|are)\b", text[max(0, found.start() - 40):found.start()]):
            yield Found(found.start("and"), "the list lacks its first name: write it before “and”")
    yield from _chained(text, lexicon)
    yield from broken_lists(passage, lexicon)
    for found in every(r"(?<=\w), and(?P<comma>,) (?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*\s*[.;])", text):
        yield Found(found.start("comma"), "no comma after “and” in a list: write what is missing, or take it out")


def _chained(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """“Held Hartlepool, and Stockton North, and Easington.”, “Bath and Yeovil and Wells”, “kept and Nottingham East, Nottingham North”."""
    name = r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|upon|on|of|under|and))*?"
    for found in every(rf"(?<![\w'’-]){name}(?P<and>, and )(?:the )?{name}, and (?:the )?{name}(?=\s*[.,;](?!\w)|\s*$| (?:from|in|to|by)\b)", text):
        if not search(r"(?:^|[.?!;] )$", text[:found.start()]):
            yield Found(found.start("and"), "“and” before each name of a list: write commas, and “and” before the last")
    names = lexicon.seats | lexicon.bare_places
    seat = alternatives(names)
    for found in every(rf"(?<![\w'’-]){seat}(?: and (?:the )?{seat}){{2,}}(?=\s*[.,;](?!\w)|\s*$| (?:from|in|to|by|at|on|with|"
                       r"were|have|are)\b)", text):
        if not search(r"\b(?:between|both) $", text[:found.start()]) and not _in_two(found.group(), names):
            yield Found(found.start(), "“and” between each two names of a list: write commas, and “and” before the last")
    for found in every(rf"\b(?:gained|held|took|kept|retained|regained|won|lost) (?P<and>and) {seat}(?=,| and\b)", text):
        if not search(r"\b(?:which|that|what|who|was|were|been|be|is|are|it|they|seats?) (?:\w+ )?$", text[:found.start()]):
            yield Found(found.start("and"), "the list lacks its first name: write it before “and”")


def _in_two(said: str, names: frozenset[str]) -> bool:
    """Whether two names make all of it: Kensington and Chelsea and Fulham."""
    parts = said.split(" and ")
    return any(" and ".join(parts[:at]).removeprefix("the ") in names and " and ".join(parts[at:]).removeprefix("the ") in names
               for at in range(1, len(parts))) or said in names


def _without_and(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """“John Lamont, Douglas Ross were”, “hold Bath, Cheltenham, Yeovil.”: a list of one kind whose last name has no “and” before it."""
    tags = tags_of(text, lexicon)
    for at in range(len(tags)):
        starts = at == 0 or tags[at - 1].low in (".", "?", "!", ";")
        if not (starts or tags[at - 1].low in GOVERNS):
            continue
        last, count = None, 0
        end = _item(tags, at, lexicon)
        kind = end and end[1]
        while end:
            count += 1
            after = tags[end[0]] if end[0] < len(tags) else None
            if after is None or after.low != ",":
                break
            following = _item(tags, end[0] + 1, lexicon)
            if following is None or following[1] != kind:
                count = 0
                break
            last, end = end[0], following
        closes = end and (end[0] == len(tags) and count > 2 or end[0] < len(tags) and (
            tags[end[0]].low in (".", ";") and not starts and count > 2 or starts and count > 1 and tags[end[0]].low in MANY))
        if last is not None and closes and tags[at - 1].kind != "name":
            yield Found(tags[last].word.at, "the list ends without an “and”: write it before the last name, or the name that is missing")


def _item(tags: tuple[Tag, ...], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where a seat or a person that begins here ends, and which of the two it is."""
    if at < len(tags) and tags[at].low == "the":
        at += 1
    end = at
    while end < len(tags) and end < at + 4 and tags[end].word.capital and tags[end].word.kind == "word" and not tags[end].word.owner:
        end += 1
    said = " ".join(tag.word.said for tag in tags[at:end]).replace("_", " ")
    if said in lexicon.one | lexicon.many | lexicon.adjectives or not said:
        return None
    if said in lexicon.seats or end == at + 1 and plain(said) in lexicon.names and said not in lexicon.bare_places | lexicon.the_places:
        return end, "seat"
    return (end, "person") if end - at > 1 and tags[at].word.said in lexicon.given else None
