"""Lists of towns, parties and people that break off or lack a comma: Basildon Castle Point and Thurrock; Linda Gilroy, and held seats."""

from collections.abc import Iterator
from functools import cache

from .lexicon import Lexicon, alternatives, plain
from .patterns import every, match, search
from .registry import FULL, Found

DONE = r"(?:held|lost|won|took|gained|kept|retained|regained|stood|fielded|have|had|has|were|was|are|polled|came|finished|saw|contested|beat|fell|" \
       r"rose)"
LED = r"(?:, (?:the )?|\b(?:in|at|are|were|include|included|includes|including|from|to|won|lost|held|gained|took|kept|retained|regained|of|for|" \
      r"of the|across|" \
      r"both|around|between|like|and) )$"
POINTS = "North South East West Central Mid and".split()


def broken_lists(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Found in a list; in headlines a list may do without its “and”."""
    text = passage.text
    if found := match(r"\s*[,;](?= [\w])", text):
        yield Found(found.end() - 1, "the sentence begins with a stop: write what belongs before it")
    yield from _without_comma(text, lexicon)
    yield from _broken_off(text, lexicon)
    yield from _hangs(text)
    if passage.kind in FULL:
        yield from _without_and(text, lexicon)


@cache
def _towns(seats: frozenset[str], towns: frozenset[str], given: frozenset[str]) -> frozenset[str]:
    """Towns by their own name or by that of a seat: Basildon of Basildon and Billericay, Islington of Islington North."""
    names = set(towns)
    for seat in seats:
        words = seat.split()
        if len(words) == 1 or words[1] in POINTS:
            names.add(words[0])
    return frozenset(name for name in names if len(name) > 3 and name.split()[0] not in given | {"North", "South", "East", "West", "Mid",
            "Central", "Newcastle",
                                                                                         "City", "Isle", "Vale", "Forest", "Royal", "Great",
                                                                                                 "Stoke", "Weston",
                                                                                         "Kingston", "Sutton", "Barrow", "Hampstead"})


def _is_known(said: str, lexicon: Lexicon) -> bool:
    """Whether two words are a name or part of one."""
    return any(plain(said) in name for name in lexicon.names)


def _without_comma(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Basildon Castle Point and Thurrock; Islington Hackney and Haringey."""
    towns = _towns(lexicon.seats, lexicon.towns, lexicon.given)
    one, two = alternatives(towns), alternatives(towns | lexicon.seats | lexicon.short_names)
    end = rf"(?<=, )(?P<last>{one}) (?P<final>{two})(?=\.(?:\s|$)|;)"
    for found in every(end, text):
        said = f"{found['last']} {found['final']}"
        if not _is_known(said, lexicon) and search(
                r"\b(?:seats|towns|gains|losses|contests|are|were|won|lost|held|gained|took|kept)\b[^.;]*$", text[:found.start()]):
            yield Found(found.start("final"), f"two places without a comma or “and”: write it before “{found['final']}”")
    for found in every(rf"(?<![\w'’-])(?P<one>{one}) (?P<two>{two})(?=,? and (?:the )?[A-Z]|, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,? and )", text):
        said = f"{found['one']} {found['two']}"
        if not _is_known(said, lexicon) and search(LED, text[:found.start()]) and not search(
                r"\b(?:between|both) $", text[:found.start()]) and found["two"] not in lexicon.people:
            yield Found(found.start("two"), f"two places without a comma: write it before “{found['two']}”")


def _hangs(text: str) -> Iterator[Found]:
    """Gains came in Stroud, Bedford and in."""
    for found in every(r"[A-Z][\w'’-]+,? (?P<and>and) (?:in|from|by|at|for)\.(?=\s|$)", text):
        yield Found(found.start("and"), "the list breaks off: write what comes after it")


def _broken_off(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """David Laws, Danny Alexander, and lost; Labour, the Conservatives and stood; gained Walsall North, Mansfield and from Labour."""
    person = rf"{alternatives(lexicon.given)} [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    party = rf"(?:[Tt]he )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:(?:Only|Both|All of|Not even|Neither) )?(?:{person}, )+{person},? (?P<and>and) (?={DONE} )", text):
        yield Found(found.start("and"), "the list lacks its last name: write it after “and”")
    for found in every(rf"(?:^|(?<=[.?!;] )|\b(?:[Oo]nly|both|while|but|where) )(?:{party}, )+{party},? (?P<and>and) (?=(?:all )?{DONE}(?: |\.))",
            text):
        if not match(r"In |By |Unlike ", found.group()):
            yield Found(found.start("and"), "the list lacks its last name: write it after “and”")
    seat = r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|upon|on|of|the))*"
    for found in every(rf"\b(?:gained|took|won|lost|regained|captured|seized) (?:{seat}, )*{seat},? (?P<and>and) (?=(?:from|to) (?:the )?[A-Z])",
            text):
        if not search(r"\b(?:from|to) (?:the )?[A-Z][^.;]*$", text[:found.start()].rpartition(".")[2]) and match(
                r"(?:from|to) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?\s*[.,;]", text[found.end():]):
            yield Found(found.start("and"), "the list lacks its last name: write it after “and”, or take “and” out")


def _without_and(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """In Hull, Grimsby, Scunthorpe, York.; a Conservative, a Liberal, a Communist."""
    towns = alternatives(_towns(lexicon.seats, lexicon.towns, lexicon.given) | lexicon.seats | lexicon.short_names | {"Hull", "Perth"})
    name = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    for found in every(rf"\b(?:seats|gains|losses|MPs|results|recounts|counts|members|contests|marginals|wins|all|both) (?:[a-z]+ ){{0,2}}?(?:are|"
                       rf"were|is|came|"
                       rf"in) (?:in )?{towns}(?:, (?:{towns}|{name})){{0,4}}(?P<last>, ){towns}(?=\.(?:\s|$))", text):
        if found.group().count(",") > 1:
            yield Found(found.start("last"), "the list ends without an “and”: write it before the last name, or the name that is missing")
    for found in every(rf"\b(?:gained|held|won|lost|took|kept|retained|regained|hold|defend) {towns}(?:, {towns})+(?P<last>, ){towns}(?=\.(?:\s|"
                       rf"$))", text):
        yield Found(found.start("last"), "the list ends without an “and”: write it before the last name, or the name that is missing")
    for found in every(r"\b(?:are|were|included|"
                       r"include) an? [\w-]+(?: [\w-]+)?(?:, an? [\w-]+(?: [\w-]+)?)+(?P<last>, )an? [\w-]+(?: [\w-]+)?(?=\.(?:\s|$))",
                       text):
        if not search(r"\b(?:who|which|that|and|or|of|in)\b", found.group()):
            yield Found(found.start("last"), "the list ends without an “and”: write it before the last")
