"""Subjects and their verbs: Labour has, the Conservatives have, the seats were, there were three."""

import re
from collections.abc import Iterator
from functools import cache

from .clauses import opens_clause, quoted
from .counts import NUMBER, amount
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import Found, rule
from .verbs import TO_MANY, TO_ONE, third, to_many, to_one

PLAIN = ("keep", "take", "lose", "remain", "need", "retain", "regain", "come", "go", "stay", "win", "hold", "gain", "beat", "fall", "rise", "lead",
        "finish", "stand")
NO_NOUN = ("keep", "take", "lose", "remain", "retain", "regain", "come", "go", "stay", "win", "hold", "gain", "need")
EITHER = ("Sinn Féin", "Sinn Fein", "Plaid Cymru", "Plaid")
"""In the singular and in the plural by good writers; the house's own copy has the singular."""
ADVERBS = r"(?:now |also |still |since |only |not |then |again |already |both |each |all |never |once |again |together )?"


@cache
def _pattern(names: frozenset[str], verbs: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"(?<![\w'’-])(?P<the>[Tt]he )?(?P<name>{alternatives(names)}) (?P<adverb>{ADVERBS})(?P<verb>{'|'.join(verbs)})(?![\w'’-])")


@rule("agreement")
def party_and_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A party with the wrong verb: “the Conservatives has”, “Labour have”."""
    text = passage.text
    for found in _pattern(lexicon.many, (*TO_MANY, *map(third, PLAIN))).finditer(text):
        verb = found["verb"]
        if verb[-1] == "s" and verb not in TO_MANY and not found["the"]:
            continue
        before = text[:found.start()]
        if quoted(text, found.start()):
            continue
        if opens_clause(before) or search(r"\b(?:seats|votes|majorities|gains) $", before) or _after_and(before):
            yield Found(found.start("verb"), f"{found['name']} is plural: write “{to_many(verb)}”")
    for found in _pattern(lexicon.one, (*TO_ONE, *NO_NOUN)).finditer(text):
        verb = found["verb"]
        loose = verb in ("win", "hold", "gain", "take", "stay", "need")
        if quoted(text, found.start()) or verb not in TO_ONE and passage.kind == "heading" or loose and (
                passage.kind not in ("paragraph", "item") or not search(
                r"[.?!][\"'”’)]*$", text.rstrip()) or not match(r" (?:[A-Z\d]|the |all |"
            r"both |an? |to |one |two |only |every |more |only |seats)", text[found.end():])):
            continue
        if found["name"] not in EITHER and opens_clause(text[:found.start()], verb not in ("were", "have")):
            yield Found(found.start("verb"), f"{found['name']} takes the singular here: write “{to_one(verb)}”")
    for found in every(rf"(?:^|(?<=[.?!] ))(?:The )?{alternatives(lexicon.many)} (?P<verb>{alternatives(map(third, PLAIN))}) "
                       r"(?=[A-Z]|all\b|both\b|on to\b|every\b|the\b|an?\b|\d|one\b|two\b|three\b|its\b|their\b)", text):
        yield Found(found.start("verb"), f"the party is plural: write “{to_many(found['verb'])}”")
    one = alternatives(lexicon.one - set(EITHER))
    for found in every(rf"\b(?:those|seats|ones|votes|places|MPs|cities|counties) (?P<who>it|he|she|{one}) (?P<verb>keep|"
                       r"hold|need|lose|win|defend|take|represent|gain|have)(?= |\s*[.,;])", text):
        if not quoted(text, found.start()):
            yield Found(found.start("verb"), f"“{found['who']}” is singular: write “{to_one(found['verb'])}”")
    for found in every(rf", the {alternatives(lexicon.many)} (?P<verb>has|is|was|does) ", text):
        if not quoted(text, found.start()):
            yield Found(found.start("verb"), f"the party is plural: write “{to_many(found['verb'])}”")
    for found in every(r"\b(?:I (?P<me>thinks|wants|hopes|says|believes|knows|has|is)|(?:[Ww]e|[Yy]ou|[Tt]hey) (?P<we>thinks|wants|hopes|says|"
                       r"believes|knows|has|is|was)) ", text):
        verb = found["me"] or found["we"]
        if quoted(text, found.start()):
            continue
        yield Found(found.start(found.lastgroup), f"write “{'am' if found['me'] == 'is' else to_many(verb)}”")
    yield from _relatives(text, lexicon)


def _after_and(before: str) -> bool:
    """“Labour has won two seats and”: the second half of a sentence, no pair of names."""
    if not before.rstrip().endswith(" and"):
        return False
    rest = re.split(r"\b(?:has|have|had|is|are|was|were|won|lost|held|took|kept|gained|beat|fell|rose|came)\b", before)
    return len(rest) > 1 and not search(r"\b(?:between|of|for|from|to|by|with|against|both|over|than)\b", rest[-1])


def _relatives(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """The Conservatives, who has; Labour, which have."""
    for found in every(rf"(?<![\w-]){alternatives(lexicon.many)}, (?:who|which) (has|is|was|wins|holds|takes|loses)\b", text):
        if not search(r"\b(?:leader|member|MP|candidate|seat|one|party|swing|majority|vote|share|gain|loss) (?:of|from|for|"
                         r"to) (?:the )?$", text[:found.start()]):
            yield Found(found.start(1), f"the party is plural: write “{to_many(found[1])}”")
    for found in every(rf"(?<![\w-]){alternatives(lexicon.one)}, which (have|are|were|do)\b", text):
        if not search(r"\b(?:seats|votes|members|MPs|gains|losses|and|majorities|or) (?:(?:of|from|for|to|by) )?(?:the )?$", text[:found.start()]):
            yield Found(found.start(1), f"the party takes the singular: write “{TO_ONE[found[1]]}”")
    for found in every(r"\b(?:a|the|one|another|every|each) (?:\w+ ){0,2}?(?:seat|member|MP|candidate|party|minister|region|city|"
                             r"county) (?:who|which|that) (have|are|were|do)\b", text):
        before = text[:found.start()]
        if not search(r"\bof $", before) and " of " not in found.group():
            yield Found(found.start(1), f"the noun is singular: write “{TO_ONE[found[1]]}”")
    for found in every(r"\b(?:seats|members|MPs|candidates|ministers|parties|cities|counties|votes|voters) (?:who|which|that) (has|"
                             r"is|was|does)\b", text):
        if not search(r"\b(?:one|number|any|each|either|neither|majority|share|none|total|list|group|set|part|half|only|sort|kind|loss|"
                         r"gain|fall|rise) of (?:[\w'’-]+ ){0,4}$|"
                         r"\bin (?:[\w'’-]+ ){0,3}$", text[:found.start()], re.I):
            yield Found(found.start(1), f"the noun is plural: write “{TO_MANY[found[1]]}”")


PEOPLE_ONE = r"(?:member|candidate|MP|leader|minister|winner|runner-up|successor|predecessor|rival|opponent|incumbent|independent|speaker)"
THINGS_ONE = r"(?:move|majority|turnout|swing|seat|share|region|county|city|result|party|lead|vote|margin|election|constituency|gain|loss|town|" \
             r"contest|figure|total|" \
    r"change|picture|poll|gap|country|nation|count|recount|difference|number)"
MEASURES = frozenset("points votes years days hours minutes weeks months miles pounds per cent".split())
SUMS = frozenset("seats gains losses deposits recounts holds wins contests changes".split())
PARTICIPLES = r"(?:gained|lost|won|held|taken|kept|declared|counted|cast|beaten|elected|re-elected|returned|not|yet|still|also|retained|" \
              r"defended|decided|closer|divided|" \
    r"contested|left|won|recorded|changed|marginal|among|in|now|all|both|so|there|to be|too|up|down|behind|ahead|fewer|close|swept|made)"


@rule("noun-agreement")
def noun_and_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun or pronoun with the wrong verb: “the seats was”, “the turnout were”, “they has”, “Bolsover were”."""
    text = passage.text
    plurals = frozenset(lexicon.nouns.values()) - {"per cent", "people"}
    for found in every(
            rf"(?<![\w'’-])(?P<head>[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll(?: the)?|[Ii]ts|[Tt]heir|[Hh]is|[Mm]ost|[Ss]ome|[Mm]any|"
            rf"[Ss]everal|{NUMBER}) "
            rf"(?P<more>(?!{NUMBER} of)(?:[\w'’,.-]+ ){{0,3}}?)(?P<noun>{alternatives(plurals)}) (?P<verb>has|is|was|does|hasn't|isn't|"
            rf"wasn't)(?![\w'’-])", text):
        counted = amount(found["head"]) is not None or amount(found["more"].split(" ")[0]) is not None
        if search(r"\b(?:of|in|for|to|by|and|or|from|with|at|who|which|that|over|among|than|between|but|on|a|won|lost|held|"
                     r"against)\b", found["more"]) or amount(found["head"]) == 1:
            continue
        if counted and (found["noun"] in MEASURES or amount(found["head"]) is not None and found["noun"] in SUMS
                and not match(rf" {PARTICIPLES}\b", text[found.end():])):
            continue
        if opens_clause(text[:found.start()]) and not quoted(text, found.start()):
            yield Found(found.start("verb"), f"“{found['noun']}” is plural: write “{TO_MANY[found['verb']]}”")
    for found in every(rf"(?<![\w'’-])(?P<head>(?:The|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Yy]our|[Mm]y|[Tt]hat|[Tt]his|[Ee]very|"
        rf"[Ee]ach|[Aa]|[Aa]nother|"
                             rf"[Nn]either|[Nn]o) )(?P<more>(?:[\w'’-]+ ){{0,2}}?)"
                             rf"(?P<noun>{THINGS_ONE}|{PEOPLE_ONE}) (?P<verb>have|are|were|haven't|aren't|weren't)(?![\w'’-])", text):
        if search(r"\b(?:of|and|or|in|for|to|by|nor|number|majority|"
                     r"s)\b", found["more"]) or found["noun"] in ("number", "majority") and found["head"].lower() in ("a ", "the ") \
                and found["verb"] != "have" and not match(r" (?:just |only )?\d", text[found.end():]) or quoted(text, found.start()):
            continue
        if opens_clause(text[:found.start()], found["verb"] == "are") and not search(r"\b(?:if|unless|though|as) $", text[:found.start()]):
            yield Found(found.start("verb"), f"“{found['noun']}” is singular: write “{TO_ONE[found['verb']]}”")
    for found in every(r"(?:^|(?<=[.?!;] )|(?<=\bbut )|(?<=\bthat )|(?<=\bwhile )|(?<=, and ))(?:[Vv]oters|[Cc]andidates|MPs|[Mm]embers|"
                             r"[Rr]esults|"
                             r"[Mm]inisters|[Mm]ajorities|[Rr]egions|[Cc]ouncillors|[Ss]upporters|[Aa]ctivists|[Ll]eaders) (?:also |now |still "
                             r")?(has|was)\b",
                             text):
        if not quoted(text, found.start()):
            yield Found(found.start(1), f"more than one: write “{TO_MANY[found[1]]}”")
    for found in every(r"(?:^|(?<=[.?!] ))Turnout (have|are|were)\b", text):
        yield Found(found.start(1), f"“turnout” is singular: write “{TO_ONE[found[1]]}”")
    yield from _pronouns(text)
    yield from _of_them(text)
    yield from _named(text, lexicon)


def _pronouns(text: str) -> Iterator[Found]:
    may = r"(?:should|would|did|does|do|could|can|will|may|might|must|shall|let|help|make|made|see|have|has|had|if|as|though|wish|that|" \
          r"were|and|or|nor|than|of|to|for|with|beside|unlike|like)"
    bases = "|".join(("keep", "take", "lose", "remain", "win", "hold", "gain"))
    for found in every(rf"(?<![\w'’-])([Tt]hey|[Ww]e|[Yy]ou) (has|is|was|does|"
                             rf"{'|'.join(map(third, ('keep', 'take', 'lose', 'remain', 'win', 'hold', 'gain')))})(?![\w'’-])", text):
        if quoted(text, found.start()):
            continue
        if not search(r"[\w)]$", text[:found.start()].rstrip()) or not search(r"\b(?:for|of|to|with|by|like|"
            r"than)$", text[:found.start()].rstrip()):
            yield Found(found.start(2), f"“{found[1]}” is plural: write “{to_many(found[2])}”")
    for found in every(rf"(?<![\w'’-])([Hh]e|[Ss]he|[Ii]t) (?:first |last |now |also |narrowly |then |only )?(have|are|do|were|"
                             rf"{bases})(?![\w'’-])", text):
        before = text[:found.start()].rstrip()
        if found[2] not in TO_ONE and quoted(text, found.start()):
            continue
        if not search(rf"(?<!\w){may}$", before, re.I) and (found[2] in ("have", "are", "do") or not before or before[-1] in ".;"
                or search(r"\b(?:where|when|because|but)$", before)) \
                and not (found[2] == "were" and search(r"\b(?:if|as|wish|though|"
                                                          r"unless)\b", before)) and not search(r"\b(?:recommend|demand|insist|propose|"
                                                              r"suggest|require)\w*\b", before):
            yield Found(found.start(2), f"“{found[1]}” is singular: write “{to_one(found[2])}”")


def _of_them(text: str) -> Iterator[Found]:
    """One of the seats were; each of them are; there was three."""
    for found in every(r"\b([Oo]ne|[Ee]ach|[Ee]very one|[Ee]ither|[Nn]either) of (?:the|its|their|his|these|those) (?:\w+ ){0,2}?(?:seats|MPs|"
                             r"members|candidates|majorities|parties|contests|cities|counties) "
                             r"(have|are|were)\b", text):
        if opens_clause(text[:found.start()], False) and " and " not in found.group() and not text[:found.start()].endswith("but "):
            yield Found(found.start(2), f"“{found[1].lower()} of” is singular: write “{TO_ONE[found[2]]}”")
    for found in every(rf"\b([Tt]here|Here) (was|is|has been|wasn't|isn't|were|are|have been) (?:(only|just|also|now|still|about|"
                             rf"nearly|almost|more than|at least|exactly) )?((?!no\b|nought\b|zero\b){NUMBER}|many|several|few|"
                             rf"both) ([\w'’-]+(?: [\w'’-]+)?)", text):
        many = amount(found[4]) != 1
        noun = found[5].split()[0]
        if found[2] in ("was", "is", "has been", "wasn't", "isn't") and many and not match(r"(?:points?|per|%|weeks?|years?|days?|"
            r"minutes?|hours?|miles?|a|lot|or|in|cent|million|billion|months?)\b", noun) \
                and "%" not in found[4]:
            yield Found(found.start(2), f"more than one: write “there "
                                        f"{({'was': 'were', 'is': 'are', 'has been': 'have been'}).get(found[2], 'were')}”")
        if found[2] in ("were", "are", "have been") and not many and not match(r"(?:or|hundred|thousand|million|in|dozen|to|and)\b", noun):
            yield Found(found.start(2), f"only one: write “there {({'were': 'was', 'are': 'is', 'have been': 'has been'})[found[2]]}”")
    for found in every(r"\b[Tt]here (were|are|have been) (?:an? (?:recount|gain|loss|change|swing|hold|seat|majority of \d|by-election|"
                             r"tie|vote|candidate|member)\b|no (?:recount|gain|loss|change|swing|by-election|tie)(?= (?:or|in|for|to|at|from)\b|"
                             r"[.,;]))", text):
        yield Found(found.start(1), f"only one: write “{dict(were='was', are='is').get(found[1], 'has been')}”")
    for found in every(r"\b[Tt]here (was|is|has been) (?:no |some |more |fewer )?(seats|gains|losses|changes|recounts|candidates|"
                             r"members|MPs)\b", text):
        yield Found(found.start(1), f"“{found[2]}” is plural: write "
                                    f"“{dict(was='were').get(found[1]) or dict(was='were', **{'is': 'are'}).get(found[1], 'have been')}”")


def _named(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """A person or a seat with a plural verb."""
    both = rf"(?:{alternatives(lexicon.given)} [A-Z][\w'’-]+|(?:[Tt]he )?{alternatives(lexicon.one | lexicon.many)})"
    for found in every(rf"(?:^|(?<=[.?!] )){both}(?:, {both})* and {both} (has|was|is|wins|loses)\b", text):
        yield Found(found.start(1), f"two are plural: write “{to_many(found[1])}”")
    for found in every(rf"(?<![\w'’-])(?P<seat>{alternatives(lexicon.seats)}) (?P<verb>have|were|are)(?![\w'’-])", text):
        halves = found["seat"].split(" and ")
        if len(halves) > 1 and not all(half in lexicon.seats for half in halves) and opens_clause(text[:found.start()], False) \
                and not quoted(text, found.start()) and not found["seat"].endswith("s"):
            yield Found(found.start("verb"), f"“{found['seat']}” is one seat: write “{TO_ONE[found['verb']]}”")
    for found in every(r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|upon|on|of|under))*) (?P<verb>have|were|are)(?![\w'’-])", text):
        name, before = found["name"], text[:found.start()]
        seat = name.lower().replace("-", " ") in lexicon.names and name not in lexicon.one | lexicon.many | lexicon.adjectives \
                and not name.endswith("s")
        person = name in lexicon.people or len(name.split()) == 2 and name.split()[0] in lexicon.given and name.split()[1] not in ("People",
                "Women", "Men", "City", "United", "Police")
        if (seat or person) and not search(r"\b(?:and|or|nor|if|unless|though) (?:the )?$|"
                                              r"[,–-] ?$", before) and (not before.strip() or opens_clause(before, False)) \
                and not match(r" it\b" if found["verb"] == "are" else r" to\b| it\b", text[found.end():]) and not quoted(text, found.start()):
            yield Found(found.start("verb"), f"“{name}” is singular: write “{TO_ONE[found['verb']]}”")
