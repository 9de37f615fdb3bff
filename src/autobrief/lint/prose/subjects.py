"""Subjects of several words and their verbs: five of the seats were, the seats in Kent and Surrey have, Labour's share was."""

import re
from collections.abc import Iterator

from .agreement import MEASURES, PARTICIPLES, PEOPLE_ONE, SUMS, THINGS_ONE
from .clauses import opens_clause, quoted
from .counts import NUMBER, amount
from .lexicon import Lexicon, alternatives, plain
from .patterns import every, match, search
from .registry import FULL, Found, rule
from .verbs import TO_MANY, TO_ONE, third, to_many

MANY = r"(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Nn]ine)[- ](?:thirds|quarters|fifths|sixths|sevenths|eighths|tenths)|" \
    r"[Aa]ll|[Mm]ost|[Ss]ome|[Bb]oth|[Ss]everal|[Mm]any|[Ff]ew|[Hh]alf|[Tt]wo[- ]thirds|[Tt]hree[- ]quarters|[Tt]hree[- ]fifths|[Mm]ore than half|" \
       r"[Aa] (?:third|quarter|fifth|tenth|dozen|handful|few|couple))"
SMALL = r"(?:[a-z][\w'’-]* )"


@rule("subject", kinds=FULL)
def long_subject(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A subject of several words with the wrong verb: “five of the seats was”, “Labour's share have”, “the seats in Kent has”, “one vote were”."""
    text = passage.text
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"per cent"})
    for found in every(rf"(?<![\w'’-])(?P<head>{MANY}|{NUMBER}) of (?:(?:the|its|their|these|those|his|her|[A-Z]\w+['’]s?) )?(?:[\w'’-]+ "
        rf"){{0,3}}?"
                             rf"(?:{plurals}) (?:(?:in|for|from) (?:the )?[A-Z][\w-]+ )?(?:now |also |still |all )?(?P<verb>was|has|is)(?![\w'’-])",
                             text):
        counted = amount(found["head"])
        if found["verb"] != "has" and match(r" (?:all|enough|the|an?|not|too|what|plenty)\b", text[found.end():]):
            # "A handful of votes was all it took": a sum.
            continue
        if counted == 1 or search(r"\b(?:who|which|that|and|or|than)\b", found.group()):
            continue
        if opens_clause(text[:found.start()], False):
            yield Found(found.start("verb"), f"more than one: write “{TO_MANY[found['verb']]}”")
    yield from _one(text, lexicon)
    yield from _with_a_place(text, lexicon, plurals)
    yield from _number_of(text, plurals)
    yield from _bare_verb(text)
    yield from _pairs(text, lexicon, plurals)
    yield from _apart(text, lexicon, plurals)
    yield from _parted(text, lexicon, plurals)


def _one(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """One vote were; Labour's share have; the share of the Greens were."""
    nouns = alternatives(set(lexicon.nouns) - {"people", "Conservative", "Green", "Liberal Democrat"})
    owner = r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*['’]s?|[Tt]he (?:\w+ )?\w+['’]s?)"
    owned = rf"{owner} {SMALL}{{0,2}}?(?:{THINGS_ONE}|{PEOPLE_ONE})"
    of = rf"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Aa]|{owner}) {SMALL}{{0,2}}?(?!number|majority|total|half|rest|group|variety|range)(?:{THINGS_ONE}|" \
        rf"{PEOPLE_ONE}) " \
         rf"(?:of|for|in|to|from|by) (?:the )?(?:{alternatives(lexicon.one | lexicon.many)}|" \
         rf"(?!{alternatives(lexicon.one | lexicon.many)})[A-Z][\w-]+|(?:the )?(?:vote|poll|party|region|county|city|country|seats?)|(?:both|all|" \
         rf"these|those|two|three|four) " \
         rf"{SMALL}?{alternatives(lexicon.nouns.values())})"
    there = rf"(?:[Tt]he|{owner}) (?:[\w'’-]+ ){{0,2}}?(?:{THINGS_ONE}|{PEOPLE_ONE}) (?:in|for|of) (?:the " \
        rf")?(?P<place>{alternatives(lexicon.seats | lexicon.the_places)})"
    for found in every(rf"(?<![\w'’-]){there} (?P<verb>have|are|were)(?![\w'’-])", text):
        if opens_clause(text[:found.start()], found["verb"] == "are") and not search(r"\b(?:and|or|number|majority of|of|that|who|which)\b",
                                                                                        found.group()[:found.start("place") - found.start() - 4]):
            yield Found(found.start("verb"), f"only one: write “{TO_ONE[found['verb']]}”")
    for pattern in (rf"(?:[Oo]ne|1|[Ee]ach|[Ee]very|[Ee]ither|[Aa]nother) {SMALL}{{0,1}}?{nouns}", owned, of):
        for found in every(rf"(?<![\w'’-]){pattern} (?P<verb>have|are|were)(?![\w'’-])", text):
            before = text[:found.start()]
            if search(r"\b(?:and|or|nor|of which|who|that)\b", found.group()) or quoted(text, found.start()) or search(
                    r"\b(?:if|unless|though|as|and|or|nor|than) $|,$", before, re.I):
                continue
            if opens_clause(before, found["verb"] == "are"):
                yield Found(found.start("verb"), f"only one: write “{TO_ONE[found['verb']]}”")


def _with_a_place(text: str, lexicon: Lexicon, plurals: str) -> Iterator[Found]:
    """All six seats in Stoke and Wolverhampton has; the seats that changed hands was."""
    place = rf"(?!(?:{alternatives(lexicon.one | lexicon.many | lexicon.adjectives)})\b)[A-Z][\w'’-]*(?: (?:upon|on|under|and|of) [A-Z][\w-]+)?"
    tail = rf"(?:(?:in|across|for|from|around|outside) (?:the )?{place}(?:,? (?:and )?(?:the )?{place}){{0,4}}|(?:that|who|which) (?:stood|voted|" \
           r"changed hands|stood down|stayed away|declared|remained))"
    for found in every(rf"(?<![\w'’-])(?P<head>[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll(?: the| of the)?|[Ii]ts|[Tt]heir|[Mm]ost|[Ss]ome|"
        rf"[Mm]any|"
                             rf"[Ss]everal|{NUMBER}) (?P<more>(?!{NUMBER} of)(?:[\w'’,.-]+ ){{0,3}}?)(?P<noun>{plurals}) {tail} "
                             rf"(?P<verb>has|is|was)(?![\w'’-])", text):
        if search(r"\b(?:of|in|for|to|by|and|or|from|with|at|who|which|that|over|among|than|between|on|a|won|lost|held|against)\b",
            found["more"]) \
                or amount(found["head"]) == 1:
            continue
        counted = amount(found["head"]) is not None or amount(found["more"].split(" ")[0]) is not None
        if counted and (found["noun"] in MEASURES or found["noun"] in SUMS and not match(rf" {PARTICIPLES}\b|"
                                                                                      r" (?:\w+ed|gone)\b", text[found.end():])):
            continue
        if opens_clause(text[:found.start()], False):
            yield Found(found.start("verb"), f"“{found['noun']}” is plural: write “{TO_MANY[found['verb']]}”")


PLACE = r"(?:(?:the |its |that |a )?(?:region|county|city|capital|country|Commons|vote|area|nation|UK)|that|(?:the )?[A-Z][\w'’-]*(?: (?:(?:and|" \
    r"of|upon|the|under) )*" \
        r"[A-Z][\w'’-]*)*)"


def _parted(text: str, lexicon: Lexicon, plurals: str) -> Iterator[Found]:
    """The closest contest in the county were; the margin in Foyle, 169 votes, were; Mr X, a minister, were; two (A) and (B) was."""
    nouns = rf"(?:{THINGS_ONE}|{PEOPLE_ONE})"
    owner = r"(?:[Tt]he|[Nn]o|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Ee]very|[Ee]ach)"
    middle = rf"(?: (?:in|for|from|before|to|of|at|near) {PLACE}){{0,3}}(?:, [^,.;]{{2,70}},)?"
    for found in every(rf"(?<![\w'’-]){owner} (?P<more>(?:[\w'’-]+ ){{0,3}}?)(?P<noun>{nouns})(?P<middle>{middle}) (?:now |also |still )?"
                             r"(?P<verb>were|are|have)(?![\w'’-])", text):
        if not found["middle"] or search(r"\b(?:of|and|or|in|for|to|by|who|which|that|was|is|has)\b", found["more"]) or found["noun"] in (
                "number", "party") or found["noun"] == "majority" and found["middle"].startswith(" of"):
            continue
        if search(rf"\b{alternatives(lexicon.one | lexicon.many)}$", found["middle"]) and not search(r" (?:of|for|to|from) [^,]*$",
            found["middle"]) \
                or match(r", (?:and|or|who|which|while|but)\b", found["middle"]):
            continue
        if opens_clause(text[:found.start()], found["verb"] == "are") and not quoted(text, found.start()):
            yield Found(found.start("verb"), f"“{found['noun']}” is singular: write “{TO_ONE[found['verb']]}”")
    for found in every(rf"(?:^|(?<=[.?!;] )){alternatives(lexicon.given)} [A-Z][\w'’-]+, (?!and\b|or\b)[^,.;]{{2,70}}, (?P<verb>were|are|"
        rf"have)\b", text):
        yield Found(found.start("verb"), f"only one: write “{TO_ONE[found['verb']]}”")
    for found in every(r"\),? and [^().;,]+ \([^()]+\) (was|has|is)\b", text):
        yield Found(found.start(1), f"two are plural: write “{TO_MANY[found[1]]}”")
    for found in every(rf"(?<![\w'’-])(?P<head>[Tt]he|[Aa]ll|[Bb]oth|[Mm]ost|[Ss]ome|{NUMBER}) {SMALL}{{0,1}}?(?:{plurals}) in (?:the|its) "
                             r"(?:region|county|city|capital|country|area|UK) (?P<verb>was|has|is)\b", text):
        if amount(found["head"]) != 1 and not search(r"\b(?:of|and)\b", found.group()) and opens_clause(text[:found.start()], False) \
                and not search(r"\b(?:points|votes|years)\b", found.group()):
            yield Found(found.start("verb"), f"more than one: write “{TO_MANY[found['verb']]}”")


def _pairs(text: str, lexicon: Lexicon, plurals: str) -> Iterator[Found]:
    """Bury North and Bury South was; Labour and the SNP each has; but each have; its new MPs includes; votes for the party has."""
    seat = alternatives(lexicon.seats)
    for found in every(rf"(?<![\w'’-])({seat}) and ({seat}) (was|has|is)(?![\w'’-])", text):
        if plain(f"{found[1]} and {found[2]}") not in lexicon.names and opens_clause(text[:found.start()], False):
            yield Found(found.start(3), f"two are plural: write “{TO_MANY[found[3]]}”")
    for found in every(rf"\band (?:the )?(?:{alternatives(lexicon.one | lexicon.many)}|[A-Z][\w'’-]+) each (has|was|is|holds|wins|takes|"
        rf"keeps|loses)\b", text):
        yield Found(found.start(1), f"two are plural: write “{to_many(found[1])}”")
    for found in every(r"(?:^|[.?!;] |, (?:but|and|while) |\b(?:but|that|because|where) )[Ee]ach (have|are|were)\b(?! (?:other|in turn))",
        text):
        yield Found(found.start(1), f"“each” is singular: write “{TO_ONE[found[1]]}”")
    for found in every(rf"(?<![\w'’-])(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]ll|[Bb]oth|[Tt]hese|[Tt]hose|{NUMBER}) (?:(?!of\b|in\b|for\b|to\b|"
        rf"and\b|that\b|who\b|by\b)[\w'’-]+ )"
                             rf"{{0,2}}?(?:{plurals}) (includes|remains|belongs|seems|appears|becomes|comes|goes|stays|changes(?= hands)|declares|"
                             rf"elects|switches)(?![\w'’-])", text):
        if opens_clause(text[:found.start()], False) and amount(found.group().split()[0]) != 1:
            yield Found(found.start(1), f"more than one: write “{to_many(found[1])}”")
    for found in every(rf"(?<![\w'’-])[A-Z][\w-]+(?: [A-Z][\w-]+)*['’]s? (?:(?!of\b|in\b|for\b|to\b|and\b|from\b)[a-z][\w'’-]* "
        rf"){{0,2}}?(?:{plurals}) "
                             r"(was|has|is)(?![\w'’-])", text):
        if opens_clause(text[:found.start()], False):
            yield Found(found.start(1), f"more than one: write “{TO_MANY[found[1]]}”")
    for found in every(r"(?:^|(?<=[.?!] ))(?:Votes|Seats|Majorities|Candidates|Members|MPs|Voters|Results|Gains|Losses) (?:for|in|of|from|"
        r"by) (?:the |its )?[\w'’-]+"
                             r"(?: [A-Z][\w-]+)? (has|was|is)\b", text):
        yield Found(found.start(1), f"more than one: write “{TO_MANY[found[1]]}”")


def _apart(text: str, lexicon: Lexicon, plurals: str) -> Iterator[Found]:
    """Everyone were; Ms Rayner have; the leader, Jane Smith, were; a swing of nine points were; the seats it lost was; the nationalists holds."""
    some = r"(?:[Ee]very(?:one|body|thing)|[Nn]o(?:body|thing| one|-one)|(?:[Ss]ome|[Aa]ny)(?:one|body|thing))"
    titled = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    told = rf"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) {SMALL}{{0,2}}?(?:{PEOPLE_ONE}|{THINGS_ONE}), (?!and\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,"
    sized = rf"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er) (?:[\w'’-]+ ){{0,2}}?(?:swing|majority|lead|rise|fall|gain|loss|share|margin|turnout|" \
        rf"increase|" \
        rf"drop|vote) of " \
            rf"(?:just |only |about |over |under |an estimated )?{NUMBER}(?:%| per cent| percentage points?| points?| votes?| seats?)?"
    inverted = r"(?:Second|Third|Fourth|Fifth|Last|Next),(?: with [\d,]+ votes,)?"
    for found in every(rf"(?<![\w'’-]){inverted} (were) [A-Z][\w'’-]+ [A-Z][\w'’-]+(?! and\b|, [A-Z]|[\w'’-]| [A-Z][\w'’-]+ and )", text):
        yield Found(found.start(1), "only one: write “was”")
    for found in every(r"(?:^|(?<=[.?!] ))(?:Among|Behind) (?:those|the) [^,.;]{0,40}? (is|was) (?:two|three|four|five|six|seven|eight|"
        r"nine|ten|\d+|several|many) "
                             r"[a-z]+s\b", text):
        yield Found(found.start(1), f"more than one: write “{TO_MANY[found[1]]}”")
    for pattern in (some, titled, told, sized):
        for found in every(rf"(?<![\w'’-]){pattern} (have|are|were)(?![\w'’-])", text):
            before = text[:found.start()]
            if opens_clause(before, found[1] == "are") and not quoted(text, found.start()) and not search(
                    r"\b(?:if|unless|though|as|and|or|nor|than) $", before, re.I):
                yield Found(found.start(1), f"only one: write “{TO_ONE[found[1]]}”")
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"(?<![\w'’-])(?:[Tt]he|[Aa]ll|[Bb]oth|[Aa]ll the|[Tt]hose|[Tt]hese) {SMALL}{{0,2}}?(?:{plurals}) (?:that |which "
        rf")?(?:it|they|he|she|{party}) "
                             r"(?:has |had |have |now )?(?:lost|won|held|gained|kept|took|holds?|defended|contested|targeted) (was|has|is)\b", text):
        if opens_clause(text[:found.start()], False) and " of " not in found.group():
            yield Found(found.start(1), f"more than one: write “{TO_MANY[found[1]]}”")
    for found in every(rf"(?<![\w'’-])(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll|{NUMBER}) {SMALL}{{0,1}}?(?:{plurals}) (holds|wins|loses|"
        rf"takes|keeps|needs)"
                             r"(?= (?:\d|the\b|all\b|both\b|most\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|only\b|its\b|"
                             r"their\b|[A-Z]))", text):
        if opens_clause(text[:found.start()], False) and amount(found.group().split()[0]) != 1:
            yield Found(found.start(1), f"more than one: write “{to_many(found[1])}”")


def _number_of(text: str, plurals: str) -> Iterator[Found]:
    """The number of seats declared are; a number of seats was."""
    some = r"(?:(?:in|for|from) (?:the )?[A-Z][\w-]+ |[a-z]+ed |won |lost |held |left |still to come |in so far |so far ){0,2}"
    for found in every(rf"(?<![\w'’-])([Tt]he (?:total )?number) of (?:[A-Z][\w-]+ ){{0,2}}{SMALL}{{0,2}}?(?:{plurals}) {some}(are|were|"
                             rf"have)(?![\w'’-])", text):
        if opens_clause(text[:found.start()], False):
            yield Found(found.start(2), f"“the number” is singular: write “{TO_ONE[found[2]]}”")
    for found in every(rf"(?<![\w'’-])([Aa] (?:small |large |record )?number) of {SMALL}{{0,2}}?(?:{plurals}) {some}(is|was|has)(?![\w'’-])",
        text):
        if opens_clause(text[:found.start()], False):
            yield Found(found.start(2), f"“a number” is plural: write “{TO_MANY[found[2]]}”")


def _bare_verb(text: str) -> Iterator[Found]:
    """The party lose 16 seats; the seats stays Labour; Turnout fall to 60%."""
    many = r"(?:\d|all\b|both\b|its\b|every\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|seats\b|the\b|[A-Z])"
    for found in every(rf"(?<![\w'’-])(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Ee]very|[Ee]ach) {SMALL}{{0,1}}?(?:party|region|county|city|country|"
        rf"{PEOPLE_ONE}) "
                             rf"(lose|win|hold|take|keep|remain|gain|need|retain|elect)(?= {many})", text):
        if opens_clause(text[:found.start()], False):
            yield Found(found.start(1), f"only one: write “{third(found[1])}”")
