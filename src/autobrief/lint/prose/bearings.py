"""Prepositions and the places after them: seats North Wales, in the Manchester Rusholme, from second from fourth, from 42% and 45%."""

import re
from collections.abc import Iterator
from functools import cache

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import PROSE, Found, rule

FIGURE = r"\d[\d,]*(?:\.\d+)?(?:%| per cent)?"
RANK = r"(?:first|second|third|fourth|fifth|sixth|seventh)"
THINGS = r"(?:seats|MPs|members|constituencies|councillors|gains|losses|majorities|contests|recounts|by-elections|marginals|members of parliament)"
CLOSES = r"(?=\s*[.,;](?!\w)|\s*$| (?:at|in \d|with|where|since|on)\b)"
LANDSCAPE = r"\b(?:Vale|City|Cities|Isles?|Forest|Weald|Wrekin|Cotswolds?|Valleys?|Peak|Borders|Wirral|Coast|Marches|Moors?|Dales?|Fens|Hills?|" \
    r"Downs?|Islands?|Hebrides|Highlands?|Spa|Wolds?|Rhondda|Mearns|Gower|Bridge|Park|Chase|Broads|Medway|Woods?)\b"
CHANGED = r"(?:rose|fell|grew|climbed|dropped|slipped|went (?:up|down)|increased|decreased|widened|narrowed|jumped|slumped|shrank|was cut|went)"


@rule("bearings", kinds=PROSE)
def bearings(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Their seats North Wales”, “in the Manchester Rusholme”, “in the Cornwall that it held”, “from second from fourth”."""
    text = passage.text
    for at, message in (*_places(text, lexicon), *_figures(text)):
        if not quoted(text, at):
            yield Found(at, message)


@cache
def _without_article(names: frozenset[str]) -> frozenset[str]:
    """Names that have no “the” as a landscape has one."""
    return frozenset(name for name in names if not search(LANDSCAPE, name))


@cache
def _long(seats: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in _without_article(seats) if " " in name and not name.endswith("s") and name[:4] != "The ")


def _places(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    bare, seats = _without_article(lexicon.bare_places), _long(lexicon.seats)
    place = alternatives(lexicon.bare_places | lexicon.the_places)
    for found in every(rf"\b{THINGS} (?P<place>(?:(?:North|South|East|West|Mid|Central) )?{place}){CLOSES}", text):
        yield found.start("place"), f"write the “in” that is missing before “{found['place']}”"
    for found in every(rf"\b(?:in|at|[Ii]n) (?P<the>the) (?P<seat>{alternatives(seats)}){CLOSES}", text):
        yield found.start("the"), f"“{found['seat']}” has no “the”: take it out"
    for found in every(rf"\b(?:in|across|from|throughout) (?P<the>the) (?P<place>{alternatives(bare)})(?= that (?:it|they|he|she|Labour|the)\b|"
                       r"\s*[.;](?!\w)|\s*$)", text):
        yield found.start("the"), f"“{found['place']}” has no “the”: take it out, or write the noun after it"


def _figures(text: str) -> Iterator[tuple[int, str]]:
    for found in every(rf"\bfrom (?:{RANK}|{FIGURE}) (?P<from>from) (?:{RANK}|{FIGURE})(?![\w-])", text):
        yield found.start("from"), "“from” twice: write “to” before one of the two"
    for found in every(rf"\b{CHANGED} from {FIGURE} (?P<then>(?!to\b)[\w'’]+(?: (?!to\b|and\b)[\w'’]+){{1,7}}) (?P<and>and) (?:to )?{FIGURE}"
                       r"(?P<now> [\w'’]+(?: [\w'’]+)?)?", text):
        years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", found["then"] + (found["now"] or ""))]
        earlier = len(years) == 2 and years[1] < years[0]
        if " and to " not in found.group() and not earlier and not search(r"^[^.;]* to \d", text[found.end():]):
            yield found.start("and"), "after “from” write “to”"
