"""Places with and without their article: in London, in the West Midlands."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, match
from .registry import FULL, Found, rule
from .tagging import Tag, tags_of

STOP = r"(?=(?! (?:United|City|Town|Rovers|County)\b)\s*[.,;:)](?!\w)|\s*$| (?:to|in|by|with|since|after|has|had|have|was|were|is|are|won|" \
       r"lost|for|on|at|last|where|but|there|against|as|while|until|before|when|changed|stayed|the|went|than|from|turnout|support|swing|results|" \
       r"Labour|SNP|UKIP|Reform|" \
       r"Conservatives|Liberal|Greens|\d+)\b(?! [a-z]+ers?\b| (?:seats?|MPs?|majorit|candidates?|Democrat |gains?|leads?\b)))"
WITHIN = frozenset("in across throughout outside inside within of around".split())
"""Prepositions after which a region needs its article; after “for” and “to” people drop it in titles and on signs."""
WHERE = frozenset(
    "seat seats mp mps member members majority majorities constituency constituencies contest contests candidate candidates result results gain "
    "gains loss losses swing turnout hold holds held won win wins lost lose took taken kept retained elected lives lived living born dominant "
    "strong weak strongest weakest popular strongholds elsewhere everywhere only representation ahead behind voters".split())
"""Words after which a place says where something is."""
ABOUT = frozenset("look looks looked looking aim aims aimed aiming target targeted directed pointed pitched angry anger glance laugh laughed shout "
                  "arrive arrives arrived arriving stop stops stopped".split())
"""Those after which “at” says something else."""


ARTICLED = re.compile(r"(?:Vale|Cit(?:y|ies)|Forest|Isles?|Weald|County|Royal|Borough|Mid|North|South|East|West)\b")
"""Names that may have an article before them."""


@rule("place-article", kinds=FULL)
def place_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“In the London”, “in West Midlands”: an article too many or too few."""
    text = passage.text
    yield from _read(passage, lexicon)
    for found in every(
            rf"(?:^|(?<=[.?!] ))The ({alternatives(lexicon.bare_places)}) (?:has|was|is|stayed|saw|elected|returned)\b", text):
        yield Found(found.start(), f"{found[1]} has no “the”: write “{found[1]}”")
    for found in every(rf"(?:^|(?<=[.?!] ))The ({alternatives(lexicon.seats)}) (?:was|is) (?:held|won|gained|lost|taken|kept|Labour|"
        rf"Conservative|now)\b",
                             text):
        if f"The {found[1]}" not in lexicon.seats and not ARTICLED.match(found[1]):
            yield Found(found.start(), f"{found[1]} has no “the”: write “{found[1]}”")
    for found in every(r"\b(?:[Ii]n|[Aa]cross|[Oo]f|[Tt]hroughout) (the) (?=(?:North|South)(?: East| West)? (?:England|Wales|Yorkshire|London)"
                             r"(?=\s*[.;]|\s*$| (?:was|is|has|where|since|by|to|from)\b))", text):
        yield Found(found.start(1), "no “the” before this name: take it out")
    for found in every(
            rf"(?:^|(?<=[.?!] ))({alternatives({place for place in lexicon.the_places if place not in ('United Kingdom', 'Isle of Wight')})}) (?:has|"
            rf"have|was|is|stayed|saw|elected|returned)\b", text):
        yield Found(found.start(), f"write “The {found[1]}”")


def _read(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Each place in its turn: its article, and the preposition before it."""
    text = passage.text
    tags = tags_of(text, lexicon)
    own = lexicon.words["prepositions"]
    for at in range(1, len(tags)):
        name = tags[at].word.said.replace("_", " ")
        bare = name in lexicon.bare_places
        if not (bare or name in lexicon.the_places) or tags[at].word.owner or not _ends(tags, at, bare) or quoted(text, tags[at].word.at):
            continue
        articled = tags[at - 1].low == "the"
        if bare and articled and tags[at - 1].word.said == "the":
            yield Found(tags[at - 1].word.at, f"{name} has no “the”: write “{name}”")
            continue
        before = tags[at - 1]
        if not bare and before.low in WITHIN and name not in UNSAID.get(before.low, ()):
            yield Found(tags[at].word.at, f"write “{before.word.said} the {name}”")
        first = at - 1 - articled
        if first < 0 or tags[first].low not in ("at", "on") or own.get(name) == tags[first].low:
            continue
        governor = tags[first - 1] if first else None
        city = name not in lexicon.the_places and name in lexicon.towns
        opens = governor is None or governor.low in (".", "?", "!", ";")
        if opens and tags[first].low == "at" and not city or governor and (
                governor.low in WHERE or tags[first].low == "at" and not city and governor.low not in ABOUT):
            yield Found(tags[first].word.at, f"write “{own.get(name, 'in')}{' the' if not bare else ''} {name}”")


UNSAID = {"of": ("Isle of Wight", "United Kingdom", "Midlands", "Black Country")}
"""Regions that titles have without an article after this word: the Bishop of Midlands."""
JOINING = frozenset("det pron sub cc be have do modal past pastpart third rel p adv to".split())


def _ends(tags: tuple[Tag, ...], at: int, bare: bool) -> bool:
    """Whether a place stands for itself and describes no noun: “the London, and”, not “the London, Wales and Scotland offices”."""
    if at + 1 == len(tags):
        return True
    after = tags[at + 1]
    last = tags[at + 2] if at + 2 < len(tags) else None
    if after.low in (".", "?", "!", ";", ":", ")"):
        return True
    if after.low == ",":
        if last is None or not bare or last.kind in JOINING - {"cc"} or last.kind == "name" and _opening(tags, at):
            return True
        third = tags[at + 3] if at + 3 < len(tags) else None
        return last.kind == "num" and not re.fullmatch(r"(?:19|20)\d\d", last.low) or last.low in ("and", "but") and third is not None and (
            third.kind in ("det", "pron", "p") or third.kind == "name" and third.number > 0)
    if after.low == "to":
        return last is not None and not last.word.capital
    if after.kind == "cc":
        return last is not None and (last.kind in ("det", "pron", "p", "adv", "adj", "num") or last.low == "independents"
                                     or last.kind == "x" and last.low.endswith("er"))
    if after.low in ("turnout", "support"):
        return last is not None and last.kind in ("past", "pastpart", "be") and tags[at - 1 - bare].word.capital
    if after.kind == "name":
        # "In the Kent Labour has": a party and its verb.
        return after.number > 0 and last is not None and last.kind in ("be", "have", "past", "pastpart", "third")
    if after.low == "where":
        return last is not None and (last.low == "the" or last.number > 0 and last.kind == "name")
    if after.kind == "num":
        return after.low != "one" and not re.fullmatch(r"(?:19|20)\d\d", after.low)
    return after.kind in JOINING - {"cc", "to", "rel"} and after.low not in ("of", "as", "like", "based", "led", "born") and not after.word.capital


def _opening(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether the place ends a phrase that opens the sentence, and its subject and verb follow: “In North East, Blyth Valley went”."""
    start = next((n + 1 for n in range(at - 1, max(-1, at - 5), -1) if tags[n].low in (".", "?", "!")), 0 if at < 5 else at)
    end = at + 2
    while end < len(tags) and tags[end].kind == "name":
        end += 1
    return tags[start].word.capital and tags[start].kind in ("p", "adv") and end < len(tags) and tags[end].kind in (
        "be", "have", "past", "pastpart", "third")


@rule("inverted", kinds=FULL)
def inverted(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A seat's name as a list has it: “Durham, City of”; “Durham, North by”."""
    text = passage.text
    for found in every(r"(?<![\w-])([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*), (City of|County of|Isle of|Vale of|Forest of|Borough of|"
                             r"Cities of|Royal Town of|The)(?=\s*[.,;)]|\s*$| (?:[a-z]))", text):
        if found[2] != "The" or match(r"\s*[.;)]|\s*$| (?:has|was|by|to|from|for|in)\b", text[found.end():]):
            yield Found(found.start(), f"write “{found[2]} {found[1]}”")
    for found in every(r"(?<![\w-])([A-Z][\w'’-]+(?:-[\w]+)*), (North|South|East|West|Central|North East|North West|South East|"
                             r"South West) (?=(?:by|from|for|to|has|was|is|went|stayed)\b)", text):
        yield Found(found.start(), f"write “{found[1]} {found[2]}”")


@rule("style-inverted", kinds=FULL, style=True)
def official_name(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A seat's name with the comma of the ballot paper: “Birmingham, Northfield” for Birmingham Northfield."""
    text = passage.text
    for found in every(rf"(?<=[a-z] )({alternatives(lexicon.inverted)})(?![\w'’-])(?!,? and [A-Z]|,? or [A-Z]|, [A-Z])", text):
        yield Found(found.start(), f"write “{lexicon.inverted[found[1]]}”")
    for found in every(rf"(?:^|(?<=[.?!] ))({alternatives(lexicon.inverted)}) (?:has|was|is|stayed|went|changed|returned|elected)\b", text):
        yield Found(found.start(), f"write “{lexicon.inverted[found[1]]}”")


@rule("style-preposition", kinds=FULL, style=True)
def wrong_preposition(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“In Isle of Wight”, “in the Isle of Wight”, “in Merseyside”: the house has its own word for some places."""
    for place, right in lexicon.words["prepositions"].items():
        if right == "on":
            for found in every(rf"\b([Ii]n)( the)? {re.escape(place)}(?![\w'’-]){STOP}", passage.text):
                yield Found(found.start(), f"write “{'on' if found[1] == 'in' else 'On'}{found[2] or ''} {place}”")
