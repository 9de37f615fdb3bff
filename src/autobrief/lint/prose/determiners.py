"""A word that counts and the noun it counts: every seat, many of its candidates, the eighth attempt, others."""

import re
from collections.abc import Iterator

from ... import grammar
from .clauses import quoted
from .counts import FUNCTION, NUMBER, WORDS, amount
from .lexicon import Lexicon, alternatives
from .nouns import GROUPS, KNOWN_ONE
from .patterns import every, match, search
from .registry import FULL, Found, rule

SMALL = r"(?!(?:of|in|for|to|and|or|that|who|which|at|by|with|from|on|an?|the|kept|won|held|lost|took|gained|fell|made|saw|had)\b)" \
        r"[a-z][\w-]*(?<!s)(?<!ed)(?<!ing) "
TURN = r"(?:attempt|time of asking|occasion|term|recount|win|victory|defeat|successive|consecutive)"


@rule("determiner", kinds=FULL)
def determiner(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Every seats they held”, “many of the party's candidate”, “eight other lost”, “at the eight attempt”, “the only gains is”."""
    text = passage.text
    people = r"(?:MP|candidate|member|councillor|minister|seat)"
    for found in every(rf"(?<![\w'’-])(?:[Aa]ll|[Mm]any|[Mm]ost|[Ss]ome|[Ss]everal|[Bb]oth|[Ff]ew|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|"
                             rf"\d+) of "
                             rf"(?:the|its|their) (?:[\w-]+['’]s? )?(?:\w+ )?(?P<noun>(?!seat){people})(?= (?:are|were|have|is|was|has|lost|won|"
                             rf"stood|kept|who|in|now|from)"
                             r"\b|\s*[.,;])", text):
        if not search(r"\b(?:of|former|'s) \w+ of ", found.group()):
            yield Found(found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”")
    yield from _one_of(text)
    plurals = alternatives(set(lexicon.nouns.values()) - {"per cent", "people", "losses", "changes", "holds", "gains", "votes"})
    for found in every(rf"(?<![\w'’-])(?:[Ee]very|[Ee]ach|[Aa]nother) (?P<noun>{plurals})(?= (?:they|he|she|we|Labour|the|that|which|"
                             rf"[A-Z]))", text):
        yield Found(found.start("noun"), f"one: write “{lexicon.single(found['noun'])}”")
    for found in every(r"(?<![\w'’-])It (?:is|was) (?:the|its) (?:only|first|last|second|third|largest|smallest|closest) "
                             r"(?P<noun>gains|seats|losses|recounts|changes|defeats|wins|holds|majorities)(?! that| which|-)", text):
        yield Found(found.start("noun"), f"one: write “{lexicon.single(found['noun'])}”")
    some = alternatives(set(WORDS) - {"no", "one", "nought", "zero"} | {word.capitalize() for word in WORDS if word not in ("no", "one")})
    for found in every(rf"(?<![\w'’-])(?:{some}|\d+|[Mm]any|[Ss]everal|[Ss]ome) (?P<noun>other)(?= (?:lost|won|were|are|have|had|held|kept|"
                             rf"stood|did|fell|took)\b)",
                             text):
        yield Found(found.start("noun"), "write “others”")
    for found in every(rf"(?<![\w'’-])(?:at|on|for|after|in) (?:the|his|her|its|their) (?P<count>{some}|\d+) (?={TURN}(?=\s*[.,;]|\s*$| "
                             rf"(?:in|since|that|to|of|after|at)\b))",
                             text):
        value = amount(found["count"])
        if value is not None and value < 100:
            yield Found(found.start("count"), f"write “{grammar.ordinal(int(value), 10)}”")
    yield from _measured(text)


def _measured(text: str) -> Iterator[Found]:
    """“9.1 point.”, “by 300 vote more”, “there were a recount”."""
    for found in every(r"(?<![\w.,])(?P<count>\d[\d,]*(?:\.\d+)?) (?P<noun>point|vote)(?=\s*[,;.)](?!\d)| (?:more|fewer|less|short|clear|"
                             r"apart|adrift)\b)", text):
        year = re.fullmatch(r"1\d{3}|20\d\d", found["count"])
        if amount(found["count"]) != 1 and not year and not search(r"\b(?:[Nn]o|[Nn]umber|[Pp]lan|[Tt]he|[Aa]n?)$", text[:found.start()].rstrip()):
            yield Found(found.start("noun"), f"more than one: write “{found['noun']}s”")
    for found in every(rf"\b(?:[Bb]y|[Oo]f|[Ff]rom|[Tt]o|[Ww]ith|[Aa]nother) {NUMBER}(?:,000)? (?P<noun>vote|point|seat)(?= (?:more|fewer|"
                             rf"less|short|clear|apart)\b)", text):
        yield Found(found.start("noun"), f"more than one: write “{found['noun']}s”")
    for found in every(r"\b[Tt]here (?P<verb>were|are|have been) an? (?:[\d.]+-\w+ |\w+ )?(?:recount|gain|loss|change|swing|hold|seat|"
                             r"by-election|tie|"
                             r"candidate|member|majority|fall|rise|winner|turnout)\b", text):
        if not quoted(text, found.start()) and not search(r"\b(?:as if|if|handful|couple|number|few|dozen)\b", found.group()):
            yield Found(found.start("verb"), f"only one: write “there {dict(were='was', are='is').get(found['verb'], 'has been')}”")


def _one_of(text: str) -> Iterator[Found]:
    """“One of the biggest majority in”, “two of the seat”: what is one of several is said in the plural."""
    ones = alternatives(KNOWN_ONE - GROUPS - {"party", "county", "region", "city", "country", "nation", "conservative", "unionist", "nationalist"})
    most = rf"(?:[Oo]ne|{NUMBER}) of (?:the|its|their|his|her) (?:\w+est(?:-\w+)?|worst|best|most \w+|few|many) " \
           rf"(?P<noun>{alternatives(KNOWN_ONE)}){FUNCTION}"
    for found in every(rf"(?<![\w'’-]){most}", text):
        if not quoted(text, found.start()):
            yield Found(found.start("noun"), "one of several: write the plural")
    for found in every(rf"(?<![\w'’-])(?:[Oo]ne|[Ss]everal|[Mm]any|[Ee]ach|[Ee]ither|[Nn]either|[Bb]oth|[Ff]ew|{NUMBER}) of "
                       rf"(?:the|its|their|his|her|these|those|our|[A-Z]\w+['’]s?) (?:{SMALL}){{0,3}}?(?P<noun>{ones}){FUNCTION}", text):
        if match(r"one of the (?:night|day|year|week|election|campaign|evening|morning)\b", found.group()) \
                and search(r"\b(?:only|other|last|first|second) $", text[:found.start()]):
            continue
        if not quoted(text, found.start()) and not search(r"\b(?:half|point|per cent|end|vote|number|of) of |['’]s? \w+$", found.group()):
            yield Found(found.start("noun"), "one of several: write the plural")
