"""Verbs before their subjects: never have a party, so narrow were the margin, nor was there any surprises."""

import bisect
from collections.abc import Iterator

from .clauses import quoted
from .heads import masked
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .phrases import low, noun_phrase
from .registry import PROSE, Found, rule
from .verbs import TO_MANY, TO_ONE, to_many, to_one
from .words import words_of

TIME = r"(?:since|before|until|in|for|once|at|after|by|when|on) [^,.;:]{1,40}?"
OPENINGS = rf"(?:Never(?: before| again| since)?|Not {TIME}|Only (?:now|then|here|there|{TIME})|Rarely|Seldom|Nowhere(?: else|" \
           rf" in [^,.;:]{{2,30}}?)?|" \
           r"Nor|At no (?:time|point|stage)[^,.;:]{0,20}?|So (?!far)[a-z]+|Hardly|Scarcely|In no [^,.;:]{2,25}?|Not only|" \
           r"In (?:none|all|each|most|some|neither|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:the|its|their|these|those|them) ?" \
           r"[^,.;:]{0,30}?|In neither(?: [a-z]+)?)"
THERE = rf"(?:{OPENINGS}|[Nn]or)"


@rule("order", kinds=PROSE)
def order(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb before its subject: “not since 1945 have a party”, “so narrow were the margin”, “nor was there any surprises”."""
    text = masked(passage.text, *lexicon.places)
    words = words_of(passage.text, lexicon)
    places = [word.at for word in words]
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:{OPENINGS}|(?P<counts>Gone|Out|Also gone|Also out)) (?P<verb>has|have|was|were|is|are|does|do)(?= )",
                       text):
        at = bisect.bisect_left(places, found.end() + 1)
        phrase = noun_phrase(words, at, lexicon)
        if phrase is None or not phrase.number or phrase.kind not in ("noun", "pronoun", "party", "name") or phrase.counted and not found["counts"]:
            continue
        if phrase.kind == "party" and not phrase.determined and phrase.number == 1 or low(words, phrase.end) in ("and", "or", ",", "nor"):
            continue
        verb = found["verb"]
        if (verb in TO_ONE if phrase.number == 1 else verb in TO_MANY) and low(words, at) not in ("i", "you"):
            yield Found(found.start("verb"), f"the subject after it is {'singular' if phrase.number == 1 else 'plural'}: "
                                             f"write “{(TO_ONE if phrase.number == 1 else TO_MANY)[verb]}”")
    yield from _there_and_behind(text, lexicon)
    yield from _unnamed(text, lexicon)
    yield from _clefts(text)
    yield from _small(text, lexicon)


def _there_and_behind(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Nor was there any surprises; never has so many; behind him was the Greens; it is the Conservatives who has."""
    nouns = alternatives(frozenset(lexicon.nouns.values()) - {"people", "per cent"} | {"surprises", "shocks", "changes", "doubts", "signs"})
    for found in every(rf"(?:^|(?<=[.?!;] )){THERE} (?P<verb>was|is|has) there (?:been )?(?:any |many |so many |such |"
                       rf"several )?(?:[a-z]+ )?{nouns}\b",
                       text):
        if not quoted(text, found.start()) and not search(r"\b(?:an?|one|no|the|every) (?:[a-z]+ )?[a-z]+$", found.group()):
            yield Found(found.start("verb"), f"more than one: write “{TO_MANY[found['verb']]}”")
    for found in every(rf"(?:^|(?<=[.?!;] )){OPENINGS} (?P<verb>has|was|is) (?=so (?:many|few) )", text):
        yield Found(found.start("verb"), f"more than one: write “{TO_MANY[found['verb']]}”")
    many = alternatives(lexicon.many)
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:Behind|Ahead of|Alongside|Next to|After|Close behind|Not far behind|Second|Third|Fourth|Fifth|Last|"
                       rf"Next)"
                       rf"(?: (?:him|her|them|it|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))?,? (?P<verb>was|is|"
                       rf"has been) the {many}(?![\w'’-])(?! [a-z]+(?<!ed) )",
                       text):
        if not search(r"^ (?:leader|candidate|MP|member|share)", text[found.end():]):
            yield Found(found.start("verb"), "the party is plural: write the plural")
    for found in every(rf"\b[Ii]t (?:is|was) (?:not )?the {many} (?:who|that|which) (?P<verb>has|is|was|does|holds|wins|needs|loses)(?![\w'’-])",
            text):
        yield Found(found.start("verb"), "the party is plural: write the plural")


def _unnamed(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Parties and places without their article or with one too many, members with an apostrophe."""
    many = alternatives(lexicon.many)
    for found in every(rf"(?:^|(?<=[.?!;] )|, )(?P<name>{many}|Ulster Unionists|Liberals) (?:are|were|have been|had been|came|"
                       rf"finished) (?:(?:first|second|third|"
                       r"fourth|last)(?= by \d)|the (?:only|largest|smallest|second|third) (?:[a-z]+ )?party(?= (?:by|in|with|on|to)\b))", text):
        if not quoted(text, found.start("name")) and not search(r"\b(?:seats|parties|[A-Z]\w+),? (?:[a-z]+ )?$", text[:found.start()]):
            yield Found(found.start("name"), f"write “the {found['name']}”")
    for found in every(rf"\b(?:ahead of|far behind|just behind|narrowly behind) (?P<name>{many}) (?=by \d|with \d|in (?:the )?[A-Z])", text):
        yield Found(found.start("name"), f"write “the {found['name']}”")
    for found in every(r"\b[Tt]he (?P<name>(?:Ulster |Democratic |Liberal |Scottish )?(?:Unionist|Liberal|Nationalist)) (?=(?:have|were|are) )",
            text):
        yield Found(found.start("name"), f"write “{found['name']}s”")
    for found in every(r"\b(?P<the>the) (?:Greater (?:London|Manchester)|Merseyside|Tyneside|Teesside|Wearside|Humberside|Tayside|"
                       r"Clydeside)(?= (?:was|is|were|"
                       r"are|has|have|had|and|to|by|in)\b|[.,;])", text):
        yield Found(found.start("the"), "no article here: take “the” out")
    for found in every(r"\b(?:[Aa]ll|[Bb]oth|[Tt]he)? ?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|[Bb]oth|[Ss]everal|"
                       r"[Mm]any) (?:[A-Z]\w+ |new |former )?"
                       r"MP(?P<mark>['’]s)(?= (?:for|in|from|who|are|were|have|had|on|of|at|to)\b|[.,;])", text):
        yield Found(found.start("mark"), "no apostrophe in a plural: write “MPs”")


def _clefts(text: str) -> Iterator[Found]:
    """It were Churchill who; what happens next are; whose majority were."""
    for found in every(r"\b(?:yet|but|and|that|because|while|, )? ?[Ii]t (?P<verb>were|are|have) (?=[A-Z][\w'’-]+ (?:who|that|which)\b)", text):
        if not quoted(text, found.start()) and not search(r"\b(?:if|though|as if|wish|[Ww]ere) ?$", text[:found.start()]):
            yield Found(found.start("verb"), f"write “{TO_ONE[found['verb']]}”")
    for found in every(r"(?:^|(?<=[.?!;] ))What (?:happen|matter|count|come|follow|remain|decide)s(?: [a-z]+){0,2} (?P<verb>are|were) "
                       r"(?=an? |any(?:one|body)['’]s|up to|unclear|uncertain|not |far from|clear)", text):
        yield Found(found.start("verb"), f"write “{TO_ONE[found['verb']]}”")
    for found in every(r"\bwhose (?:[a-z-]+ )?(?:majority|share|lead|seat|vote|margin|turnout|career|leader|defeat|victory|win|deposit|party|name|"
                       r"constituency)"
                       r"(?: (?:in|at|over|of) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)? (?P<verb>were|are|have)(?! there)\b", text):
        if not search(r"party (?:are|were|have)$|\band\b", found.group()) and not quoted(text, found.start()):
            yield Found(found.start("verb"), f"only one: write “{TO_ONE[found['verb']]}”")


def _small(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """How the Tories was beaten; neither camp are; every vote count; it appear; not one of the seats were; says his party have."""
    many = alternatives(lexicon.many)
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"people", "per cent"})
    for pattern in (
            rf"(?:^|[.?!;:] )(?:How|Why|Where|When) the {many} (?P<verb>was|is|has|does)(?= (?!the {many}))",
            r"\b[Nn]either (?!of\b|nor\b|the\b|side\b)[a-z]+[^\Ws] (?P<verb>are|were|have)(?= (?!there))",
            r"(?:^|, |[.;] |\b(?:that|because|where) )[Ii]t (?P<verb>appear|seem|emerge|remain)(?=\s*[.,;]| (?:that|to|unlikely|likely|clear|the|"
            r"a)\b)",
            rf"\b[Nn]ot one of (?:the|its|their|these|those) (?:\d+ |"
            rf"[a-z]+ )?{plurals} (?:in (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* )?(?P<verb>are|were|have)\b",
            r"\b(?:says|said|insists|claims|believes|insisted|believed) (?:that )?(?:his|her|its|the) (?:own )?(?:party|majority|seat|result|"
            r"turnout|swing|campaign|"
            r"leader|share|lead|region|county) (?P<verb>have|are|were)\b",
            r"\b(?:where|that|when|and|because|^)[ ]?[Ee]very (?:vote|seat|voter|ballot|point) (?P<verb>count|matter|help|tell)(?=\s*[.,;!])",
            r"\b[Ww]hat it (?P<verb>mean)(?= for\b|\s*[:,?]|\s*$)"):
        for found in every(pattern, text):
            if not quoted(text, found.start("verb")) and not search(r"\b(?:if|made|make|makes|let|did|does|would|will) ?$", text[:found.start()]):
                yield Found(found.start("verb"), f"write “{to_many(found['verb']) if found['verb'] in TO_MANY else to_one(found['verb'])}”")
