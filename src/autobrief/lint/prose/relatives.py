"""Subjects with a clause or a partner of their own: every seat Labour lost was, the seats it keeps are, more than one seat has."""

from collections.abc import Callable, Iterator

from .agreement import PEOPLE_ONE, THINGS_ONE
from .clauses import opens_clause, quoted
from .counts import NUMBER
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule
from .verbs import TO_ONE, to_many, to_one

DID = r"(?:lost|won|held|gained|kept|took|keeps|loses|wins|gains|holds|takes|defended|defends|elected|contested|targeted|retained|has lost|has won|" \
    r"has gained|has kept|had won|had lost|needs|needed|wanted)"


@rule("relative", kinds=FULL)
def relative(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Every seat Labour lost are”, “the seats it keeps is”, “A in B and C in D has”, “more than one seat have”, “the rest of the seats is”."""
    text = passage.text
    for pattern, right in (*_patterns(lexicon), *_more_patterns(lexicon)):
        for found in every(pattern, text):
            if not quoted(text, found.start()) and (not found.start() or opens_clause(text[:found.start()], False)):
                told = right and right(found["verb"])
                yield Found(found.start("verb"), f"write “{told}”" if told else f"“{found['verb']}” stands twice: take one out")
    party = rf"(?:[Tt]he )?{alternatives(lexicon.one)}"
    for found in every(rf"(?:^|(?<=[.?!;] )){party} (?:{DID}|regained|came|finished|fell|rose|beat|did) (?:(?!that\b|which\b|who\b|where\b|"
                             rf"and\b|when\b|as\b|but\b)"
                             r"[\w'’%-]+ ){1,8}and (?P<verb>have|are|were) (?=(?:now|since|held|won|lost|kept|been|taken|gained|never|not|the|a|"
                             r"second|third|"
                             r"ahead|behind|down|up)\b)", text):
        if not search(r"\b(?:votes|seats|members|MPs|majorities) and ", found.group()[-30:]):
            yield Found(found.start("verb"), f"write “{TO_ONE[found['verb']]}”")


def _patterns(lexicon: Lexicon) -> Iterator[tuple[str, Callable | None]]:
    """Each with the verb that is wrong, and what makes the right one of it; None where it stands twice."""
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"per cent", "people"})
    side = rf"(?:it|they|he|she|(?:the )?{alternatives(lexicon.one | lexicon.many)})"
    one = rf"(?:{THINGS_ONE}|{PEOPLE_ONE})"
    named = rf"{alternatives(lexicon.given)} [A-Z][\w'’-]+ (?:in|at|for) (?:the )?[A-Z][\w'’-]*(?: (?:(?:and|upon|on|of|under) )?[A-Z][\w'’-]*)*"
    adverb = "(?:now |also |still |all |since )?"
    yield rf"(?<![\w'’-])(?:[Ee]very|[Ee]ach|[Tt]he|[Oo]ne|[Nn]o|[Tt]he only) (?:\w+ )?{one} {side} {DID} (?P<verb>have|are|were)(?![\w'’-])", to_one
    yield rf"(?<![\w'’-])(?:[Aa]ll(?: but (?:one|two|{NUMBER}))? of|[Mm]ost of|[Ss]ome of|[Mm]any of|[Bb]oth of|{NUMBER} of|[Aa]ll|[Tt]he) " \
        rf"(?:the |its |their )?(?:\w+ )?(?:seats|MPs|members|candidates|places|votes|constituencies) {side} {DID} (?P<verb>has|is|" \
        rf"was)(?![\w'’-])", to_many
    yield rf"(?:^|(?<=[.?!;] )){named} and {named} (?P<verb>has|is|was)(?![\w'’-])", to_many
    yield rf"(?<![\w'’-])[Mm]ore than one {one} (?P<verb>have|are|were)(?![\w'’-])", to_one
    yield rf"(?<![\w'’-])[Tt]he (?:rest|remainder) of (?:the|its|their) (?:\w+ )?{plurals} (?P<verb>has|is|was)(?![\w'’-])", to_many
    yield rf"(?:^|(?<=[.?!;] ))(?:Fewer|More|Most|Many|Other|New|Postal|Several|Such) (?:\w+ )?(?:votes|seats|MPs|members|candidates|voters|gains|" \
          rf"losses) " \
        rf"{adverb}(?P<verb>has|is|was)(?= )", to_many
    yield r"(?:^|(?<=[.?!;] ))What (?:happened|followed|mattered|came next|won it|lost it)(?: [\w'’-]+){0,5} (?P<verb>were|are) (?=an? |the )", to_one
    yield r"(?:^|(?<=[.?!;] ))What (?:[a-z]+ ){2,6}(?P<verb>were|are) an? (?!few\b|lot\b|number\b|couple\b|handful\b|series\b|great\b)", to_one
    yield rf"(?:^|(?<=[.?!;] ))(?:{NUMBER}|Some|Many|Several|The) others (?P<verb>has|was|is|loses|wins|holds|keeps|gains)(?![\w'’-])", to_many


def _more_patterns(lexicon: Lexicon) -> Iterator[tuple[str, Callable | None]]:
    """Pairs, each of them, names with an aside, and plurals with a verb in -s."""
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"per cent", "people"})
    yield r"(?:^|(?<=[.?!;] ))(?:[A-Z][\w-]+ )?(?:MPs|[Ss]eats|[Cc]andidates|[Vv]oters|[Mm]embers|[Mm]ajorities) (?P<verb>remains|holds|keeps|" \
          r"loses|wins|goes|comes)" \
        r"(?= (?:in|to|from|only|all|both|the|\d|for))", to_many
    yield r"(?<![\w'’-])[Bb]oth of (?:the|its|their|these|those) (?:\w+ )?[a-z]+s (?P<verb>was|has|is)(?![\w'’-])", to_many
    yield r"(?:^|(?<=[.?!;] ))[Ee]ach of (?:them|us|you|these|those) (?P<verb>were|are|have)(?![\w'’-])", to_one
    yield r"(?:(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=; ))one (?P<verb>have|are|were) (?=an?\b|the\b|in\b|held|won|lost)", to_one
    yield rf"(?:^|(?<=[.?!;] ))(?:{alternatives(lexicon.one | lexicon.many)}['’]s?|The [a-z]+['’]s) (?:vote|share|vote share|majority|lead|tally|" \
          rf"total), " \
        r"[^,.;]{2,50}, (?P<verb>were|are|have)(?![\w'’-])", to_one
    yield rf"(?:^|(?<=[.?!;] ))(?:{alternatives(lexicon.one)}|The (?:party|region|county)) has (?:gained|won|lost|held|taken|kept) (?P<verb>has|" \
          rf"have)(?![\w'’-])", None
    person = rf"{alternatives(lexicon.given)} [A-Z][\w'’-]+"
    place = r"(?:the )?[A-Z][\w'’-]*(?: (?:(?:and|upon|on|of|under) )?[A-Z][\w'’-]*)*"
    yield rf"(?:^|(?<=[.?!;] )){person}['’]s? (?:vote|share|majority|lead|seat|margin)(?: (?:in|at) {place})?(?:, [^,.;]{{2,50}},)? " \
        r"(?P<verb>were|are|have)(?![\w'’-])", to_one
    yield rf"(?:^|(?<=[.?!;] ))(?:The )?(?!Both\b|All\b|Two\b){alternatives(lexicon.seats)}, (?:the|an?|which|once|now|long|where) " \
          rf"[^,.;]{{2,70}}, (?P<verb>have|are|were)(?![\w'’-])", to_one
    yield rf"(?:^|(?<=[.?!;] ))(?:[Tt]he )?{alternatives(lexicon.many)}, (?:with|once|now|who|down|up|already|led) [^,.;]{{2,70}}, " \
        r"(?P<verb>has|is|was|holds|wins|loses)(?![\w'’-])", to_many
    yield rf"(?:^|(?<=[.?!;] ))(?:[Oo]ne|[Ee]ach) of (?:the|its|their) (?:\w+ )?{plurals} (?:in|on|for|from) {place} (?P<verb>have|are|" \
          rf"were)(?![\w'’-])", to_one
    yield rf"(?:^|(?<=[.?!;] ))[Tt]he [A-Z][\w-]+ {alternatives(lexicon.many)} (?P<verb>holds|has|is|was|loses|wins|keeps|takes)(?![\w'’-])", to_many
    yield rf"(?:^|(?<=[.?!;] ))(?:{place}['’]s?|[Tt]he [a-z]+['’]s) (?:voters|seats|MPs|members|candidates) (?P<verb>swings|holds|wins|loses|" \
          rf"wants|goes|stays|remains|votes|backs)" \
        r"(?= (?:with|to|the|only|in|all|both|for|Labour|\d))", to_many
