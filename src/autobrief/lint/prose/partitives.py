"""Agreement across a few words: neither of the two have, seven seats in Essex changes, the first times since, the three Labour gain."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every
from .registry import FULL, Found, rule
from .tagging import Tag, tags_of
from .verbs import to_many, to_one

OPENS = frozenset(". ? ! ; : , — – ( and but while where because although though that".split())
NOMINAL = frozenset("det num own name noun adj p pron x pastpart ing".split())
OBJECTS = frozenset("det own num name p noun pron adv adj".split())
COUNTED = r"(?P<count>(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?!1[5-9]\d\d\b|20\d\d\b|1\b|0\b)\d{1,4})"
PRONE = r"(?P<noun>gain|hold|loss|win|seat|MP|candidate|councillor|member)"


@rule("partitive", kinds=FULL)
def partitive(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Neither of the two MPs have survived”, “seven seats in Essex changes hands”, “the first times since 1945”, “the three Labour gain”."""
    text = passage.text
    tags = tags_of(text, lexicon)
    for at, tag in enumerate(tags):
        if (at == 0 or tags[at - 1].low in OPENS) and not quoted(text, tag.word.at):
            yield from _one_of(tags, at)
            yield from _counted(tags, at)
    spoken = alternatives(lexicon.adjectives - {"independent"})
    for found in every(rf"(?<![\w.,'’£-]){COUNTED} {spoken} {PRONE}(?= (?:in|from|on|of|to|at|over|since|were|are|have|included|"
                       r"include|who)\b|[.,;])", text):
        yield Found(found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”")
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"people", "per cent"} | {"times"})
    for found in every(rf"\b(?:[Tt]his|[Tt]hat|[Ii]t) (?:is|was|will be|would be|had been|has been) (?:only )?the (?:first|second|third|fourth|only|"
                       rf"last) (?P<noun>{plurals})(?= (?:since|in \d|for \d|ever|in the|to (?:change|be)|that (?:it|they|the|Labour|any))\b|"
                       r"[.,])", text):
        yield Found(found.start("noun"), f"only one: write “{lexicon.single(found['noun'])}”")


def _one_of(tags: tuple[Tag, ...], at: int) -> Iterator[Found]:
    """Each of the region's new MPs represent."""
    end = at + 1
    if tags[at].low in ("every", "only") and end < len(tags) and tags[end].low == "one":
        end += 1
    elif tags[at].low not in ("neither", "each", "either"):
        return
    if end + 1 >= len(tags) or tags[end].low != "of" or tags[end + 1].kind == "name" and tags[end + 1].number == 0:
        return
    end += 1
    while end < len(tags) and tags[end].kind in NOMINAL or end < len(tags) and tags[end].low in ("and", "or", "to"):
        end += 1
    if end + 1 >= len(tags) or end > at + 18:
        return
    verb, after = tags[end], tags[end + 1]
    plural = verb.kind in ("be", "have", "do") and verb.number == 2 or verb.kind in ("base", "nv") and after.kind in OBJECTS
    if plural and tags[end - 1].kind not in ("det", "adj", "p", "num", "own"):
        yield Found(verb.word.at, f"“{tags[at].low}” is singular: write “{to_one(verb.low)}”")


def _counted(tags: tuple[Tag, ...], at: int) -> Iterator[Found]:
    """Seven seats in Essex changes hands."""
    if tags[at].kind != "num" or tags[at].number != 2 or at + 4 >= len(tags):
        return
    end = at + 1
    while end < at + 4 and tags[end].kind in ("adj", "name"):
        end += 1
    if tags[end].kind != "noun" or tags[end].number != 2:
        return
    end += 1
    if tags[end].low not in ("in", "on", "from", "across", "of", "around"):
        return
    end += 1
    end += tags[end].low == "the" if end < len(tags) else 0
    first = end
    while end < len(tags) and tags[end].kind == "name":
        end += 1
    if end == first or end + 1 >= len(tags):
        return
    verb = tags[end]
    if verb.kind in ("third", "nsv") and not verb.word.capital and tags[end + 1].kind in ("det", "own", "num", "noun", "third") or (
            verb.kind in ("be", "have") and verb.number == 1):
        yield Found(verb.word.at, f"more than one: write “{to_many(verb.low)}”")
