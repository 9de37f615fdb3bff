"""Nouns in the wrong number for what is said of them: the smallest majorities of 37, a single votes, among the safest seat."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .counts import FUNCTION, NUMBER, WORDS, amount
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import PROSE, Found, rule
from .tagging import ADJECTIVES

MOST = r"(?:smallest|largest|biggest|narrowest|slimmest|tightest|closest|highest|lowest|widest|greatest|thinnest|safest|heaviest|sharpest|steepest|" \
       r"best|worst|second-\w+est|third-\w+est)"
MEASURES = {"majorities": "majority", "margins": "margin", "swings": "swing", "turnouts": "turnout", "shares": "share", "leads": "lead",
            "rises": "rise", "falls": "fall", "gaps": "gap", "drops": "drop", "increases": "increase", "tallies": "tally", "totals": "total",
            "victories": "victory", "defeats": "defeat", "elections": "election", "upsets": "upset", "shocks": "shock"}
SUM = rf"(?:just |only |about |some |over |under )?(?P<sum>{NUMBER})(?:%| per cent| percentage points?| points?| votes?| seats?)?"
AGAIN = r"\s*(?:,? (?:and|or|to|up|apiece|respectively|each)\b|, \d|[-–])"
"""After a sum: there is another, so that the noun is right in the plural."""
WHO = r"(?:[Ss]he|[Hh]e|[A-Z][\w'’-]+ [A-Z][\w'’-]+|(?:Mr|Mrs|Ms|Miss|Dr) [A-Z][\w'’-]+)"


@rule("one-or-many", kinds=PROSE)
def one_or_many(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun in the wrong number for its sum or its place: “the smallest majorities of 37”, “a single votes”, “among the safest seat”."""
    text = passage.text
    for at, message in (*_superlatives(text), *_single(text, lexicon), *_among(text, lexicon), *_votes(text), *_parts(text), *_people(text, lexicon)):
        if not quoted(text, at):
            yield Found(at, message)


def _superlatives(text: str) -> Iterator[tuple[int, str]]:
    """The smallest majorities, 37; by two votes, the narrowest margins of the night; it was the largest swings."""
    noun = rf"(?P<noun>{'|'.join(MEASURES)})"
    for found in every(rf"\b(?P<the>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Aa]) (?:\w+['’]s )?(?P<most>{MOST}) (?:[a-z]+ )?{noun}(?:,| of|, at|, with| at|:|"
                       rf", of) {SUM}(?![\w%])",
                       text):
        if match(AGAIN, text[found.end():]) or match(r" (?:votes?|points?|seats?|per cent|percentage points?)", text[found.end():]):
            continue
        year = re.fullmatch(r"1[5-9]\d\d|20\d\d", found["sum"])
        if not year and not search(r"\b(?:each|both|all)\b", text[found.end():found.end() + 40]):
            yield found.start("noun"), f"only one: write “{MEASURES[found['noun']]}”"
    for found in every(rf"(?<![\w.,]){NUMBER}(?:%| (?:votes?|points?|per cent|percentage points?)), the {MOST} {noun}(?= (?:of|in|since|on|for|"
                       rf"ever|at|"
                       r"anywhere|recorded)\b|[.,;])", text):
        before = re.split(r"[.?!;] ", text[:found.start()])[-1]
        if len(list(every(r"\b(?:votes?|points?|per cent)\b|%", before))) == 0 and not search(rf"{NUMBER} and (?:just |only )?$", before):
            yield found.start("noun"), f"only one: write “{MEASURES[found['noun']]}”"
    for found in every(rf"\b(?:[Ii]t|[Tt]his|[Tt]hat|[Hh]is|[Hh]ers) (?:is|was|would be|will be|had been|has been) (?:the|its|his|"
                       rf"her) (?:party['’]s )?"
                       rf"{MOST} (?:[a-z]+ )?{noun}(?= (?:of|in|since|on|for|ever|at|anywhere|recorded|there|here)\b|\s*[.,;])", text):
        yield found.start("noun"), f"only one: write “{MEASURES[found['noun']]}”"
    for found in every(r"\b[Ii]t (?:is|was) (?:his|her|their|its|the party['’]s) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) "
                       r"(?P<noun>elections|victories|defeats|campaigns|by-elections|contests|terms)(?= (?:as|in|since|at|of|there|here|for)\b|"
                       r"\s*[.,;])",
                       text):
        yield found.start("noun"), "only one: write the singular"


def _single(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """A single votes, not a single Labour MPs, every single seats; the two-seats lead."""
    plurals = alternatives(frozenset(lexicon.nouns.values()) - {"people", "per cent"})
    spoken = alternatives(lexicon.adjectives)
    for found in every(rf"\b(?:[Aa]|[Ee]very|[Ee]ach|[Nn]o|[Oo]ne) single (?:{spoken} |(?:new|safe|marginal|spoiled|spoilt|extra|Commons|target) )?"
                       rf"(?P<noun>{plurals})(?![\w'’-])(?! (?:market|currency|list|table|chart)\b)", text):
        yield found.start("noun"), f"only one: write “{lexicon.single(found['noun'])}”"
    counts = rf"(?:{alternatives(set(WORDS) - {'no', 'one'})}|\d[\d,.]*)"
    for found in every(rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?{counts}-(?P<noun>seats|votes|points|members|years|ways|"
                       rf"parties|"
                       r"candidates|terms|months|weeks|days|hours)"
                       r"(?= (?:lead|majority|swing|deficit|margin|gap|advantage|cushion|group|rule|fight|contest|marginal|campaign|count|recount|"
                       r"drop|rise|"
                       r"fall|gain|loss|win|victory|stint|wait|term|career|race)\b)", text):
        yield found.start("noun"), "before a noun write the singular"


def _among(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Among the safest seat in Scotland; one of Labour's target fell; none of the party's candidate; four of the nine Kent contest."""
    people = r"MP|candidate|minister|councillor|loser|winner|member|supporter|activist|rival|leader|colleague|newcomer|defector|casualt(?:y)|" \
             r"backbencher"
    things = people + r"|seat|target|contest|constituency|result|marginal|recount|stronghold|majority|race|gain|loss"
    capital = r"(?:[A-Z][\w'’-]*|and|of|the)"
    for found in every(rf"\b(?:[Aa]mong|[Aa]mongst) (?:the|its|their|these|those|his|her|[A-Z]\w+['’]s?) (?:(?:{MOST}|most [\w-]+|former|new|sitting|"
                       rf"beaten|defeated|early|first|last|other|few|many|[A-Z]\w+) )*(?P<noun>{things})(?![\w'’-]){FUNCTION}", text):
        if found["noun"] not in ("majority",) or search(MOST, found.group()):
            yield found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”"
    owner = rf"(?:(?:the|its|their|his|her|our|these|those) |{capital}(?: {capital}){{0,3}}['’]s? |the [a-z]+(?:['’]s|s['’]) )"
    several = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]ach|[Ee]ither|[Nn]either|[Ss]everal|[Mm]any|" \
              r"[Ff]ew|" \
              r"[Bb]oth|\d+)"
    adjective = rf"(?:(?:{alternatives(ADJECTIVES - {'next', 'last', 'first', 'second', 'third'})}|top|key|{alternatives(lexicon.adjectives)}) )?"
    for found in every(rf"(?<![\w'’-]){several} of {owner}{adjective}(?P<noun>{things})(?![\w'’-])"
                       rf"(?= (?:fell|was|were|is|are|has|have|had|changed|went|lost|won|held|stood|kept|survived|declared|took|gained|that|which|"
                       rf"who)\b|[.,;])",
                       text):
        if not search(r"\b(?:half|per cent|%|point|end|of|one) of (?:the|its|their) (?:majority|result)$|\bpart of ", found.group()) and not search(
                r"(?:%|per cent|points?|quarters?|thirds?|-in-) ?$", text[:found.start()]):
            yield found.start("noun"), f"one of several: write “{lexicon.more(found['noun'])}”"
    for found in every(rf"\b(?:[Nn]one|[Ss]ome|[Mm]ost|[Aa]ll|[Aa]ny) of {owner}{adjective}(?P<noun>{people})(?= (?:was|were|is|are|has|have|had|"
                       rf"lost|won|"
                       r"held|stood|kept|survived|took|gained|who|made|came|backed|saved|did)\b|[.,;])", text):
        yield found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”"
    names = r"(?:[A-Z][\w'’-]*|and|the|[a-z]+est|[a-z]+ern|other|remaining|new|Labour)"
    for found in every(rf"(?<![\w'’-])(?:{NUMBER}|[Aa]ll|[Bb]oth|[Mm]ost|[Ss]everal|[Mm]any) of (?:the|its|their) {NUMBER} (?:{names} ){{0,5}}"
                       rf"(?P<noun>{things})(?= (?:were|are|have|was|has|had|went|changed|fell|stayed|declared|in|on|across)\b|[.,;])", text):
        count = amount(found.group().partition(" of ")[2].split()[1])
        if count is not None and count > 1:
            yield found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”"


def _votes(text: str) -> Iterator[tuple[int, str]]:
    """Within four vote of losing; within one votes; a thousand vote; a record eleven woman."""
    for found in every(rf"\b(?:[Ww]ithin|[Bb]y|[Tt]han|[Oo]f|[Ww]ith|[Jj]ust|[Oo]nly|[Aa]t) (?:just |only )?(?P<count>{NUMBER}|a thousand|"
                       rf"a hundred|a few|several) "
                       r"(?P<noun>vote)(?= of\b|\s*[.,;]| (?:from|in|to|after|on|ahead|behind|short|clear|and|at|here|there)\b)", text):
        if amount(found["count"]) != 1 and not search(r"(?:^|\D)(?:1[5-9]|20)\d\d$", found["count"]):
            yield found.start("noun"), "more than one: write “votes”"
    for found in every(r"\b(?:[Ww]ithin|[Bb]y|[Jj]ust|[Oo]nly|[Aa]) (?:just |only )?(?:one|1) (?P<noun>votes|points|seats|"
                       r"percentage points)(?! in )(?![\w'’-])",
                       text):
        yield found.start("noun"), "one: write the singular"
    for found in every(rf"\b(?:[Rr]ecord|[Tt]otal of|[Ff]urther|[Aa]nother|[Ff]irst|[Ll]ast|[Oo]ther|[Nn]early|[Aa]bout|[Ss]ome) (?P<count>{NUMBER}) "
                       rf"(?P<noun>woman|man|candidate|MP|seat|member|councillor|constituency)(?![\w'’-]){FUNCTION}", text):
        if (amount(found["count"]) or 0) > 1 and not search(r"^(?:1[5-9]|20)\d\d$", found["count"]):
            yield found.start("noun"), "more than one: write the plural"
    for found in every(rf"(?:^|(?<=[.?!;] )|, |\b(?:and|but|where|that|while) )(?P<count>{NUMBER}) (?P<noun>candidate|MP|woman|man|councillor|"
                       rf"independent|minister) "
                       r"(?=(?:put|stood|came|took|gave|made|said|told|were|have|are|ran|fought|sought|kept|went|hoped|will|would|had|lost|won) )",
                       text):
        if (amount(found["count"]) or 0) > 1 and not search(r"^(?:1[5-9]|20)\d\d$", found["count"]):
            yield found.start("noun"), "more than one: write the plural"


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Two third of the vote; half of all Labour MP in the region; 60 seat's."""
    for found in every(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)[- ](?P<noun>third|quarter|fifth|sixth|tenth)(?= of\b)", text):
        yield found.start("noun"), f"more than one: write “{found['noun']}s”"
    for found in every(r"\b(?:[Hh]alf|[Mm]ost|[Ss]ome|[Mm]any|[Tt]hirds|[Qq]uarters?|[Tt]hird|cent|%|\d) of all (?:the )?(?:[A-Z]\w+ |new |"
                       r"sitting |registered |postal )?"
                       rf"(?P<noun>MP|seat|candidate|voter|member|constituency|elector|councillor|ballot|vote){FUNCTION}", text):
        yield found.start("noun"), "more than one: write the plural"
    for found in every(rf"(?<![\w.,]){NUMBER} (?P<noun>seat|vote|MP|member|candidate|gain|point|recount|voter|councillor)(?P<mark>['’]s)"
                       r"(?= (?:but|and|in|from|to|at|of|were|are|on|with|by|have|had|or|for)\b|[.,;])", text):
        yield found.start("mark"), f"no apostrophe in a plural: write “{found['noun']}s”"


def _people(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """She is the first women to represent; he became the only MPs to survive."""
    for found in every(rf"(?:^|(?<=[.?!;] )|\b(?:and|but|that|when|where|while|as) |, ){WHO} (?:is|was|became|becomes|had been|remains|"
                       rf"will be) (?:now |also )?the "
                       r"(?:(?:first|second|third|only|last|youngest|oldest|sole|latest|new|former) )+(?:[A-Z]\w+ |female |black |openly gay )?"
                       r"(?P<noun>women|men|MPs|members|candidates|ministers|leaders|councillors|persons|Conservatives|unionists|independents)"
                       r"(?= (?:to|in|from|for|since|ever|elected|of)\b)|"
                       r"(?:^|(?<=[.?!;] ))(?:[Ss]he|[Hh]e) (?:is|was|became|becomes) the (?:first|second|third|fourth|fifth|"
                       r"only) (?P<other>generations|persons|"
                       r"people|holders|occupants|winners|owners|sitters|mayors|ministers|secretaries|chancellors|Speakers|doctors|"
                       r"teachers)(?= (?:of|to|in)\b)", text):
        if not search(r" and $|, (?:and )?$", text[:found.start()]) or search(r"\b(?:[Ss]he|[Hh]e) ", found.group()):
            yield found.start(found.lastgroup), "only one: write the singular"
