"""The verb held against the head of a whole subject: “the seats with the smallest majorities is”, “four is with Labour”.

A subject is read from where its clause begins to its verb, every word of it; what does not read as one is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .agreement import EITHER
from .clauses import VERB, quoted
from .counts import NUMBER, amount
from .lexicon import MANY_PLACES, Lexicon, alternatives
from .nouns import ANY_ONE, ONES, PLURALS, SINGULARS
from .patterns import every, match, search
from .registry import FULL, Found, rule
from .verbs import TO_ONE, to_many

MANY = {verb: to_many(verb) for verb in ("has", "is", "was", "remains", "keeps", "needs", "takes", "loses", "comes", "stands", "becomes",
                                         "says", "goes", "holds", "wins", "gains")}
"""A verb of the singular -> of the plural."""
SINGLE = {many: one for one, many in MANY.items()}
ALSO_NOUNS = frozenset("hold win gain need stand take lead".split())
"""Base forms that may be a noun after another one: only a person or a pronoun makes verbs of them."""
VERBS = re.compile(rf"(?<![\w'’-])(?P<verb>{'|'.join(sorted(MANY | SINGLE, key=len, reverse=True))})(?![\w'’-])")
STARTS = re.compile(r"(?:^|(?<!\bvs)(?<!\bv)(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.?!][\"'”’)]*\s+|[;:]\s+|\s[–—]\s+)|,? (?:that|where|while|"
    r"whereas|because|although|though|when|whether|if|since|as|"
    r"before|until|after|than) "
                    r"|, (?:and|but|so|yet) ", re.I)
INTRO = re.compile(r"(?:(?:In|At|Across|On|By|For|From|With|As|Of|Out of|After|Since|Before|Despite|Between|Throughout|Outside|Among|During|"
                   r"Under|Until|Once|Only once|Here|There|Elsewhere|Overall|Nationally|Locally|Now|Then|Today|So far|Meanwhile|However|This time|"
                   r"Last time|Not|Earlier|Later|Again|First) ?(?:[^,;]|,(?=\d))*, |In (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* (?=the |one |"
                   r"turnout ))")
FURTHER = re.compile(r"[a-z](?:[^,;]|,(?=\d))*, ")
PREPOSITIONS = r"(?:of|in|for|to|over|at|from|with|between|on|by|across|against|among|behind|within|under|since|outside|than|about|around)"
STOPS = r"(?:and|or|but|who|which|that|where|when|while|whose|because|if|than|has|have|had|is|are|was|were|won|lost|held|took|kept|gained|beat|" \
        r"fell|rose|will|would|said|nor|though|as|not|did|does|do|it|they|he|she|we|there)"
WORD = rf"(?!{STOPS}\b)[\w%£][\w'’.,%-]*(?<![,.])"
PHRASE = rf"(?: {PREPOSITIONS}(?: {WORD}){{1,6}}?(?: and (?=[A-Z\d])[A-Z\d][\w'’-]*)?)"
NO_AND = r"(?:(?! and | or |,? (?:but|while|though) |[;:]|\. ).)"
DONE = r"(?: (?:who|that|which) (?:lost|won|held|kept|changed|stood|had|voted|backed|declared|gained)(?: (?!and\b|that\b)[a-z][\w-]*){1,3}|" \
       r" (?:that |which )?(?:Labour|the [A-Z]\w+(?: [A-Z]\w+)*) (?:lost|won|held|kept|gained|took|holds|keeps)|  (?:elected|lost|gained|" \
       r"declared|won))"
ASIDE = rf"(?:, (?=[a-z\d(]|[A-Z][\w-]+ [A-Z][\w-]+,|{NUMBER} of|Labour at|Labour's|Conservative )(?!and\b|or\b|but\b|said\b){NO_AND}*?,)"
ADVERB = r"(?: (?:so far|also|now|still|then|already|again|since|never|later|once|ever))?"
HERE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach|[Aa]nother|[Aa]n?|[Nn]o|[Oo]ne|[Tt]hese|[Tt]hose|[Bb]oth|" \
       r"[Aa]ll(?: the)?|[Mm]any|[Ss]everal|[Aa]ny|(?:[A-Z][\w-]*(?:['’][A-Z]\w+)? ){0,2}[A-Z][\w-]*['’]s?|[Tt]he [\w ]{1,30}?['’]s?)"
GROUPS = r"(?:number|majority|half|third|quarter|fifth|rest|remainder|share|couple|handful|group|pair|range|series|variety|lot|total|dozen|" \
         r"proportion|minority|bulk|string|set|list|mix|one|most|none|all|any|each|percentage|plurality|hundred|thousand)"


@cache
def _long_names(*names: frozenset[str]) -> re.Pattern:
    return re.compile(rf"(?<![\w'’-]){alternatives(name for some in names for name in some if ' ' in name)}(?![\w-])")


@cache
def _short(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if " " not in name)


@lru_cache(maxsize=512)
def masked(text: str, *names: frozenset[str]) -> str:
    """The text, as long as it was, with the words of each name of a place as one word."""
    return _long_names(*names).sub(lambda found: re.sub(r"[ ,]", "_", found.group()), text)


@cache
def _subject(parties_one: frozenset[str], parties_many: frozenset[str], given: frozenset[str], places: frozenset[str]) -> re.Pattern:
    person = rf"{alternatives(given)}(?: [A-Z][\w'’-]+){{1,2}}(?<!['’]s)(?<!['’])"
    return re.compile(
        rf"(?:(?P<pronoun>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Oo]thers|[Tt]hese|[Tt]hose|[Bb]oth)|"
        rf"(?P<party>(?:[Tt]he )?(?:(?P<one>{alternatives(parties_one)})|(?P<many>{alternatives(parties_many)})))|"
        rf"(?P<of>{NUMBER}|[Ee]ach|[Oo]ne|[Nn]either|[Bb]oth|[Mm]any|[Ss]everal|[Ss]ome) of (?:the|its|their|these|those) (?:[\w'’-]+ ){{0,3}}?"
        rf"(?:seats|members|MPs|candidates|contests|gains|losses|majorities|parties|seats)|"
        rf"(?P<person>(?:(?:[Tt]he )?[A-Z]\w*(?: [A-Z]\w*)*['’]s? )?{person})|(?P<place>[A-Z][\w'’]*_[\w'’_-]+|{alternatives(places)})|"
        rf"(?P<rest>[Tt]he (?:other|remaining|first|last) {NUMBER})|(?P<pair>[A-Z]?[a-z]+s and [a-z]+s)|"
        rf"(?P<count>{NUMBER})(?P<counted> (?:[a-z]+ ){{0,2}}?{alternatives(PLURALS)})?|"
        rf"(?:(?P<det>{HERE}) )?(?P<more>(?:(?!{GROUPS} of\b|(?i:{PREPOSITIONS}) |{STOPS}\b)[\w-]+ ){{0,3}}?)(?P<noun>[A-Za-z][\w-]*))"
        rf"(?P<after>{DONE}?{PHRASE}*{DONE}?)(?P<aside>{ASIDE}?){ADVERB} ")


@rule("head", kinds=FULL)
def head_and_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb far from its subject: “the seats with the smallest majorities is”, “the swing, 16 points, were”, “of five, four is”."""
    text = masked(passage.text, *lexicon.places)
    subject = _subject(lexicon.one, lexicon.many, lexicon.given, _short(lexicon.seats))
    for verb in VERBS.finditer(text):
        said = verb["verb"]
        if quoted(text, verb.start()) or match(r"[^.!?]*\?", text[verb.end():]):
            continue
        if said in SINGLE and search(r"\b(?:insist|demand|recommend|ask|propos|order|requir|request|suggest|stipulat|advis)\w* that [^.;]*$",
                                     text[:verb.start()]):
            # They insisted that the count go on.
            continue
        one, pronoun = _number(text[:verb.start()], subject, said)
        if one is None or one == (said in MANY):
            continue
        if not one or pronoun or said not in ALSO_NOUNS or match(r" (?:the|an?|its|it|his|her|[A-Z]|all|both|on|\d)", text[verb.end():]):
            yield Found(verb.start(), f"the subject is {'singular' if one else 'plural'}: write “{SINGLE[said] if one else MANY[said]}”")


def _number(before: str, subject: re.Pattern, verb: str) -> tuple[bool | None, bool]:
    """Whether the subject that ends here is one thing (None: nobody can tell), and whether it is a person or pronoun."""
    for start in reversed(list(STARTS.finditer(before))):
        clause = before[start.end():].lstrip("\"“'‘(*")
        opening = start.group().strip(" ,").lower()
        if opening in ("and", "but", "so", "yet") and not VERB.search(before[:start.start()]):
            continue
        if verb == "were" and opening in ("if", "though", "although", "when"):
            continue
        intro = ""
        for _ in range(3):
            if found := subject.fullmatch(clause):
                one = _one(found, verb, intro, opening)
                if one is not None:
                    return one, bool(found["pronoun"] or found["person"])
            opened = INTRO.match(clause) or intro and FURTHER.match(clause)
            if not opened:
                break
            intro += opened.group()
            clause = clause[opened.end():]
    return None, False


def _one(found: re.Match, verb: str, intro: str, opening: str) -> bool | None:
    if found["pronoun"]:
        low = found["pronoun"].lower()
        if found["after"] and (low != "those" or " elected" not in found["after"]) or found["aside"]:
            return None
        return low in ("it", "he", "she")
    if opening in ("since", "as", "before", "until", "after", "than"):
        return None
    if opening in ("and", "but", "so", "yet") and (found["place"] or found["person"]) and verb in TO_ONE:
        return None
    if found["place"]:
        if found["place"].split("_")[-1] in MANY_PLACES:
            return None
        return None if found["after"] or "_" not in found["place"] and not found["aside"] or opening == "if" else True
    if found["rest"]:
        value = amount(found["rest"].split()[-1])
        return False if value is not None and value > 1 and not found["after"] else None
    if found["pair"]:
        one, two = found["pair"].lower().split(" and ")
        return False if {one, two} <= PLURALS else None
    if found["one"] in EITHER:
        return None
    if found["one"]:
        return None if found["party"].lower().startswith("the ") and verb in SINGLE and verb not in TO_ONE or found["after"] else True
    if found["many"]:
        return False if found["party"].lower().startswith("the ") and not found["after"] else None
    if found["of"]:
        return _of(found["of"])
    if found["count"]:
        return _count(found, intro)
    if found["person"]:
        return None if found["after"] or opening == "if" else True
    return _noun(found, verb)


def _of(word: str) -> bool | None:
    if word.lower() in ("each", "one"):
        return True
    value = amount(word)
    return False if word.lower() in ("both", "many", "several") or value is not None and value > 1 else None


def _count(found: re.Match, intro: str) -> bool | None:
    value = amount(found["count"])
    if value is None or value <= 1 or found["after"] and not found["counted"] or re.fullmatch(r"1\d{3}|20\d\d|.*\..*", found["count"]):
        return None
    if found["counted"]:
        return False if found["counted"].split()[-1] in ("seats", "members", "MPs", "candidates", "parties", "ministers", "deposits") \
            and found["after"] else None
    return False if match(r"(?:Of|Out of) ", intro) else None


def _noun(found: re.Match, verb: str) -> bool | None:
    noun, det = found["noun"], (found["det"] or "").lower()
    if noun[:1].isupper():
        if noun not in ("MP", "MPs", "Speaker") and (det or found["more"]):
            return None
        noun = noun if noun in ("MP", "MPs") else noun.lower()
    first = found["more"].split(" ")[0]
    if search(r"\b(?:more|fewer|less|to|no)\b|^[A-Z]\w+ing ", found["more"]) or det == "no" and verb in ("are", "were"):
        return None
    if noun == "turnout" and not det and not found["more"]:
        return True
    if noun in PLURALS:
        if any(amount(word) is not None for word in found["more"].split()) or det in ("a", "an", "each", "every", "another", "this", "that", "no"):
            return None
        if not found["det"]:
            return False if noun in ("deposits", "results", "gains", "losses", "elections", "majorities", "changes", "votes", "seats") else None
        return False
    if det in ("these", "those", "both", "many", "several", "all", "all the", "any") or amount(first) is not None and first.lower() != "one":
        return None
    if noun in SINGULARS and det:
        if noun == "majority" and verb in ("are", "were") and (match(r" of\b", found["after"]) or det == "the" and not found["more"]):
            return None
        if search(r"\band\b", found["after"]) and (noun not in ANY_ONE or search(r"\b(?:for|to|by|from|with) ", found["after"])):
            return None
        return True
    return True if noun in ONES and det and not found["after"] else None


@rule("inversion", kinds=FULL)
def inversion(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb before its subject: “among those beaten are Dennis Skinner, who”, “among them was Putney and Kensington”, “there was defeats”."""
    text = masked(passage.text, *lexicon.places)
    name = rf"(?:{alternatives(lexicon.given)}(?: [A-Z][\w'’-]+)+|[A-Z][\w'’]*[_-][\w'’_-]+|" \
        rf"{alternatives(_short(lexicon.seats))})"
    opening = r"(?:^|(?<=[.?!;] ))(?:Among|Re-elected|Now sitting|Not yet declared|New for|Yet to be known|Still to come|First to declare|" \
        r"Beaten|Defeated|Also|Gone)\b"
    for found in every(rf"{opening}(?:[^,.;]|,(?! (?:who|which)))*? (?P<verb>are|were|is|was) (?P<rest>{name}(?![\w'’]).*?)(?=[.?!](?:\s|$)|$)",
                             text):
        rest, verb = found["rest"], found["verb"]
        plural = match(rf"{name}(?:, (?:the )?{name})*,? and (?:the )?{name}(?=$|,| \()", rest)
        single = match(rf"{name}(?=,? (?:who|where|which|won|first|whose|in|by|with|held|taken|gained)\b|$|,(?! [A-Z]))", rest)
        plural = plural or ", where" not in rest and search(rf"; and {name}(?=,| in | for | from )", rest)
        if plural and verb in ("is", "was"):
            yield Found(found.start("verb"), f"two or more: write “{MANY[verb]}”")
        if single and not search(r" and (?:the )?[A-Z]|; and|, [A-Z]| and (?:three|two|one|another|others|four|"
            r"\d)", rest) and verb in ("are", "were"):
            yield Found(found.start("verb"), f"only one: write “{SINGLE[verb]}”")
    for found in every(rf"\b[Tt]here (?P<verb>was|is|has been) (?:[a-z]+ )?(?P<noun>{alternatives(PLURALS)})(?![\w'’-])", passage.text):
        if not search(r"\b(?:an?|one|no|the|every|each|some|any|\w+ing|of|in|at|to|for|per) (?:\w+ )?$", passage.text[:found.start("noun")]):
            yield Found(found.start("verb"), "more than one: write the plural")
    for found in every(rf"\b[Tt]here (?P<verb>was|is) (?P<count>{NUMBER})(?=[.,;](?!\d))", passage.text):
        if (amount(found["count"]) or 0) > 1 and "." not in found["count"]:
            yield Found(found.start("verb"), "more than one: write the plural")
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:Beaten|Defeated|Elected|Re-elected|Unseated|Gone|Out)\b[^,.;:]*? (?P<verb>was|is) (?=(?:{NUMBER}|"
                       r"several|many) (?P<counted>\w+))", text):
        if found["counted"] in PLURALS:
            yield Found(found.start("verb"), f"more than one: write “{MANY[found['verb']]}”")
    for found in every(r"(?:^|(?<=[.?!;] ))What (were) (?:an? |the [\w'’]+ one )", text):
        yield Found(found.start(1), "only one: write “was”")
    for found in every(r"\b(?:would|will|could|should|must)(?: (?:not|never|probably|also|still|now|then|likely)|,[^,.;]{3,20},)? "
                             r"(?P<verb>has|is|was|are|were|had)(?![\w'’-])", text):
        if not quoted(text, found.start()) and not search(r"\b(?:[Tt]he|[Aa]|free|[Gg]oodwill|his|her|political|will) $", text[:found.start()]):
            yield Found(found.start("verb"), f"write “{'have' if found['verb'] in ('has', 'had') else 'be'}”")
    for found in every(r"(?:^|(?<=[.?!;] )|(?<=, ))[Tt]he (?:Conservatives|Liberal Democrats|Greens|Lib Dems|Tories) (?:won|lost|held|"
        r"took|kept|gained) "
                             r"(?:(?!that|which|who|where|when|and|but)[\w'’-]+ ){1,6}and (?P<verb>has|is|was) ", text):
        yield Found(found.start("verb"), f"the party is plural: write “{MANY[found['verb']]}”")
    for found in every(r"\b(?P<noun>seats|members|MPs|candidates|votes|parties) that (?P<verb>was|is|has) ", text):
        if not search(r"\b(?:one|none|neither|either|each|any|number|majority|share|half|rise|fall|drop|loss|gain|change|set|list|kind|only|"
                         r"lot|total|swing|picture|mix) (?:of|in) [^,.;]*$", text[:found.start()], re.I):
            yield Found(found.start("verb"), f"“{found['noun']}” is plural: write “{MANY[found['verb']]}”")
