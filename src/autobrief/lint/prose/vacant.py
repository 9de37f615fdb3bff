"""Places in a sentence where a value should stand: read from the words on both sides."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .counts import NUMBER
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule

LOCAL = re.compile(r"\b(?:who|whom|which|what|that|how|(?:he|she|it|they|we|I|you|had|was) \w+|nothing|something|nobody|little|much|to \w+)\b")
"""Words after which a preposition may end its clause: the seat he was elected in."""
DONE = r"(?:won|was|is|has|had|lost|succeeds|succeeded|beat|held|holds|takes|took|kept|keeps|gained|were)"
PATTERNS = (
    (r"(?:^|(?<=\s))(?P<at>\.\d\d ?(?:am|pm))\b|(?<=[a-z])(?P<joined>\.\d\d ?(?:am|pm))\b", "write the hour before this", False),
    (rf"\b{NUMBER} of (?P<at>seats|members|MPs|results|contests) (?:had|have|were|are|was|is)\b", "write of how many before this", False),
    (r"(?:^|, |\b[Ww]ith |[A-Z]\w+ )at (?P<at>votes|points|per cent|percentage points),", "write the figure before this", False),
    (r"(?:\b(?:was|is|are|were|became|become|becomes|now|into|only|than) (?:one|that|those)) (?P<at>of)(?=\s*[.;]|\s*$|"
     r",)", "write what after this", True),
    (r"\b(?:led|leads|ahead|behind|trailed|short|decided) (?P<at>by)(?=\s*[.;]|\s*$|, (?:and|but|the|a)\b)", "write by how much after this", True),
    (r"\b(?:majority|lead|margin) (?P<at>of) the (?:largest|smallest|biggest|highest|lowest) (?:for|in|"
     r"since)\b", "write the figure after this", False),
    (r"\b(?:for the first time|(?:[a-z]+est|fewest|least|largest for)(?: (?!who|that|which)[A-Za-z'’]+){0,3}) (?P<at>since)(?=\s*[.,;]|\s*$)",
     "write since when after this", False),
    (r"\b(?:the Commons|Parliament|elected|re-elected|returned|formed|created|abolished|contest|founded|born|died|retired|"
     r"gained) (?P<at>in)(?=\s*[,.;]|\s*$)",
     "write when or where after this", True),
    (r"\b(?:elected|won|held|stood|sat) (?:for|by|to) (?P<at>in)(?=\s*[,.])", "write when or where after this", False),
    (r"(?<!\w)(?:\d[\d.,]*%|per cent|first|second|third|fourth|fifth|contest|contests|recount|majority|swing|defeat) (?P<at>in) (?:had|has|have|was|"
     r"were|is|are|now|finished|gave|took)\b", "write when or where after this", True),
    (r"\b(?:kept|held|won|took|gained|retained) (?:it|the seat|(?:\w+ )?seats?|[A-Z][\w-]+(?: [A-Z][\w-]+)*) (?P<at>for)(?=\s*[.;]|\s*$)",
     "write for whom after this", True),
    (r", where (?P<at>(?:won|is|has|lost|succeeds|succeeded|beat|held|holds|takes|took|kept|keeps|gained|was (?:re-elected|elected|beaten|"
     r"defeated|returned|second|third|first)|is standing)\b)", "write who before this", False),
    (rf"\bwhere, [^,;]+, (?P<at>(?:{DONE}|sat|stood|is standing|did not)\b)(?! (?:no|only|every|the|a)\b)", "write who before this", False),
    (r"\bwhere, (?P<at>(?:an?|the) [^,;]+, (?:won|is|was|lost|did|sat|stood)\b)", "write who before this", False),
    (r"\bbeat(?P<at>) (?:there|here) by \d", "write who after “beat”", True),
    (r"\bbeat(?P<at>), (?=an?\b|the\b|who\b|first\b|once\b|then\b|his\b|her\b|elected\b)", "write who after “beat”", True),
    (r"\b(?:who|['’]s? [A-Z]\w+ [A-Z][\w-]+) beat(?P<at>), ", "write who after “beat”", False),
    (r"\b(?:went|passed|fell) (?P<at>to)(?=\s*[.;]|\s*$)", "write to whom after this", True),
    (r", with (?:its|the) new (?P<at>MP|member)(?=\.)", "write who it is before this", False),
    (r"\b(?:from (?P<at>with) an? |for (?P<joined>in) place of)", "write the name before this", False),
    (r"\b(?:entered|returned to|joined|left) (?:the Commons|Parliament) (?P<at>in)(?=[.,;])", "write when after this", False),
    (r"\b(?:votes|points|seats|%) to (?P<at>in|for|at|after) ", "write to whom before this", False),
    (r"\b(?:by|with|of|to|at|than) (?:just|only|fewer than|more than|over|under|nearly|almost|about|around) "
     r"(?P<at>votes|points|seats|per cent|percentage points)\b", "write how many before this", False),
    (rf"\b(?:are|were|has|have|had|won|holds?|with|now) (?:now )?(?:[A-Z]\w+ )?(?P<at>seats|MPs|members|councillors|votes)"
     rf"(?: (?:in|across) [\w' ]{{2,20}})?, (?:compared (?:with|to)|against|up from|down from|from) {NUMBER}\b", "write how many before this", False),
    (r"\b(?:[Cc]onservatives|[Dd]emocrats|[Gg]reens|[Tt]ories|[Tt]hey|[Dd]ems) (?:now |still )?hold (?P<at>of) ",
     "write how many before this", False),
    (r"\b(?:majority|lead|margin|swing|turnout|share)\b[^.;,]{0,45} (?:was|is|by|of|to) (?P<at>just|only|about|around|nearly|almost|barely),",
     "write the figure after this", False),
    (r"\b(?:won|has|holds|lost|took|have|hold) (?P<at>in) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*, (?:up|down) from \d", "write how many before "
     "this", False),
    (r"\b(?:challenger|rival|opponent|runner-up|opposition|winner) (?:was|is) (?P<at>with|on) \d[\d,]* votes", "write who before this", False),
    (r"\b(?P<at>(?:Mr|Mrs|Ms|Miss) )(?:has|had|was|is|won|lost|held|took|beat|will|said|says|who|and|kept|retained|gained|first|became|polled|by|"
     r"of)\b",
     "write the name after this", False),
    (r"(?:^|[.?!;] )(?P<at>In) (?:the [A-Z]\w+(?: [A-Z]\w+)?['’]|[A-Z]\w+['’]s|the party['’]s) (?:share|vote|majority|lead|vote share) (?:rose|"
     r"fell|was|grew|"
     r"is|went|shrank)\b", "write the place after this", False),
    (r"\bfor (?:the )?first time (?P<at>in)(?=\s*$|\s*\.)", "write since when after this", False),
    (r"\b(?:takes?|took|wins?|won|has|have|holds?|held|lost|loses?|with|gains?|gained) (?P<at>an?) \d+ of (?:the |its )?\d+ (?:seats|MPs|members)\b",
     "no article before a count", False),
    (r"\b(?:swing|lead|fall|rise|drop|increase|decrease|deficit) of (?:just |only |nearly )?(?P<at>(?:percentage )?points)\b(?! (?:in|deducted))",
     "write how many before this", False),
    (r"(?:^|[.?!;] )(?:Behind|After|Ahead of|Next to) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* came (?P<at>with|on) (?:just |only )?\d",
     "write who came before this", False),
    (r"\b[Aa] total of (?P<at>votes|seats|points|MPs|candidates|members|ballots)\b", "write how many before this", False),
    (r"\b(?:took|gained|beat|retained) (?P<at>and) (?:was|were|is|are|has|have|had)\b", "write what before this", True),
    (r"\b(?:confirm|sa(?:id|ys?)|announc|declar|show|mean|reveal|claim|insist|admitt?|suggest|believ|th(?:ink|ought))(?:e?[ds])? that "
     r"(?P<at>had|has|was|is|were|have|would|will|did) (?=won|lost|been|taken|held|the\b|an?\b|not\b|be\b)", "write who before this", False),
    (r"(?:^|, (?:and|but|while|so) |[.;] )(?:[Ll]abour|[Tt]he (?:party|[A-Z]\w+(?: [A-Z]\w+)?)|[Ii]t|[Tt]hey) (?:now |still )?"
     r"(?:has|have|had|holds|took|gained) (?P<at>in) (?:the )?[A-Z][\w ]*(?=[.;]|$)", "write what before this", False),
    (r"(?<!and )(?<!first )(?<!decided )(?<!measured )\bby (?P<at>votes|percentage points)(?=\s*[.;]|\s*$)", "write how many before this", False),
    (r",(?: who| which)?[^,.;]*\b(?P<at>behind|ahead of|against) and (?=[A-Z]|the )|(?<=, )(?P<joined>behind|ahead of) and (?=[A-Z]|the )",
     "write who after this", False),
    (r"\b(?:majority|lead|margin|swing|turnout|share|total|score) of (?P<at>about|over|under|nearly|around|almost|just over|just under|more than|"
     r"only|just)(?=\s*[.,;]| (?:for|in|to|at|on|with|by|since|from|and)\b)", "write the figure after this", False),
    (r"\bby (?P<at>just|only|about|almost|nearly|over|under|more than)(?=\s*[.,;]| (?:in|to|at|from|for|and|with|on)\b)", "write by how much after "
     "this", False),
    (r"\b(?:its|their|his|her|the) first(?: (?!who|that|which|elected|won|held|stood)[A-Za-z'’]+){0,4} (?P<at>since)(?=\s*[.;]|\s*$)",
     "write since when after this", False),
    (r"\b(?:won|held|lost|gained|kept|took|taken|holds|keeps|wins|takes|gains) (?P<at>of) (?!course\b|late\b|all\b|them\b|us\b)(?=the |its |their "
     r"|his |her |those |these )", "write how many before this", True),
    (r"\bhands (?P<at>times)\b|\bhands (?P<joined>only|just) since\b", "write how many before this", False),
    (r"\b(?:won|has|have|holds?|lost|took|kept) (?P<at>seats|MPs), the same\b", "write how many before this", False),
    (r"\b(?:Not|not) (?P<at>since) (?:has|have|had|did|was|were)\b|(?:^|(?<=[.?!] ))An? (?:MP|member|minister|councillor) (?P<joined>since)(?=,)",
     "write since when after this", False),
    (r"\bworth (?P<at>votes|points|seats)(?=[,.;])", "write how many before this", False),
    (rf"\b(?:gained|won|lost|took|held) (?P<at>seats) in (?:the )?[A-Z][\w' ]+ and {NUMBER} in\b", "write how many before this", False),
    (r"\bOnly (?P<at>votes|points|seats) (?:separat|divid|in it|lie|st[oa]n?d)", "write how many before this", False),
    (r"\b(?:who won|polled|received|got) (?P<at>votes|points)(?=[.;])", "write how many before this", False),
    (r"\b(?:holds?|has|have|had|kept|by|with) just (?P<at>in|of|from) (?=[A-Z]|the )", "write how many before this", False),
    (r"\b[A-Z]\w+ (?P<at>on) and (?=[A-Z][\w ]+? on\b)", "write how many after this", False),
    (r"\b(?:with|at) (?P<at>votes|points|seats|percentage points)(?=\s*[.;]|\s*$)|"
     r"\b(?:in|at|across) (?P<joined>seats|constituencies)(?=\s*[.;]|\s*$)",
     "write how many before this", False),
    (r"\b(?:won|lost|beat\w*|ahead|behind|held|decided|fell|rose|grew|shrank|cut) (?:[\w'’]+ )?by (?P<at>votes|points|percentage points)"
     r"(?=\s*[.,;]|\s*$| (?:by|over|ahead|after)\b)", "write how many before this", False),
    (r"\b(?:majority|lead|margin|swing|turnout|share) of (?P<at>over) (?=the [A-Z]|[A-Z])", "write the figure before this", False),
    (r"\b(?:went|goes|go|passed|fell) (?P<at>to) (?=(?:with|by|after) (?:\d|the |an? ))", "write to whom after this", True),
    (r"\bfirst time since (?P<at>that) (?=the |they |he |she |it |an? |any|[A-Z])", "write since when before this", False),
    (r"(?:^|(?<=[.?!] ))(?P<at>[,;:]) ?(?=[a-z])", "write who or what before this", False),
    (rf"(?<![\w'’-])Of [^.;]*?\b(?:seats|members|MPs|candidates|constituencies|votes|results|contests), "
     rf"(?P<at>(?:went|came|stayed|{DONE}|have|are)\b)",
     "write how many before this", False),
    (r"\bheld (?P<at>by) for\b", "write by whom after this", False),
)


@rule("vacant", kinds=FULL)
def vacant(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A place that is empty: “with a majority of the largest”, “first elected in, lost”, “where won for Labour”, “for the first time since.”."""
    text = passage.text
    for pattern, message, ends in PATTERNS:
        for found in every(pattern, text):
            at = found.start("at") if found["at"] is not None else found.start("joined")
            local = re.split(r"(?<!\d)[,.;:]|[,.;:](?!\d)", text[:found.start()])[-1]
            if ends and LOCAL.search(local + " " + found.group()[:at - found.start()]) and not local.rstrip().endswith(("which was", "who was")):
                continue
            yield Found(at, message)
    for found in every(r"(?:^|(?<=[.?!;] ))(?:The|Its|Her|His|Their|Labour's) (?!(?:[\w'’-]+ ){0,9}?(?:who|that|which|what|how|than|as|way|"
                             r"time|he|she|it|they|old|new|world|people|night|never|ever|always|now|one) )(?:[\w'’-]+ ){1,9}(?P<at>was|were|is|"
                             r"are)\.(?=\s|$)|"
                             r"(?:^|(?<=[.?!;] ))Turnout(?: in [A-Z]\w+)? (?P<turnout>was|is)\.", text):
        yield Found(found.start("at" if found["at"] else "turnout"), "write what after this")
    yield from _without_figure(text, lexicon)
    party = rf"(?:(?:[Tt]he )?{alternatives(lexicon.one | lexicon.many)})"
    for found in every(rf"(?:^|(?<=[.?!;] )|(?<=, but ))(?:{party}|{alternatives(lexicon.given)} [A-Z][\w'’-]+) (?P<at>and) (?:have|has|"
        rf"had|won|"
                             rf"lost|is|are|was|were|held|took|gained|kept)\b", text):
        yield Found(found.start("at"), "write who or what after this")


def _without_figure(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """“Labour won 37 and the SNP.”, “Labour won 12, the Conservatives and the Liberal Democrats one”, “beat the DUP's by”."""
    party = rf"(?:(?:the )?{alternatives(lexicon.one | lexicon.many | {'Alliance'})}|others)"
    won = rf"{party} (?:now |also |still )?(?:won|took|has|have|had|holds?|gained|lost|held|got) {NUMBER}(?: (?:seats|MPs|votes|members))?"
    for found in every(rf"(?<![\w-]){won}(?:, {party} {NUMBER})*(?:,? and {party}(?P<last>)(?=\s*[.;](?!\w)|\s*$)|, {party}(?P<at>) and "
                       rf"{party} (?:{NUMBER}|none)(?! (?:each|apiece|between))(?=\s*[.,;]|\s*$))", text):
        if not quoted(text, found.start()):
            yield Found(found.start("last" if found["last"] is not None else "at"), "write how many after this")
    for found in every(rf"(?:^|(?<=[.?!;] )){alternatives(lexicon.given)} [A-Z][\w'’-]+ (?:ousted|unseated|defeated|beat)(?P<at>) "
                       r"(?=in [A-Z][^,]* by \d|by \d)", text):
        yield Found(found.start("at"), "write who after this")
    for found in every(rf"\b(?:beat|beating|beats|defeated|defeating|ousted|unseated) (?:the )?"
                       rf"{alternatives(lexicon.one | lexicon.many)}['’]s?(?P<at>) (?=by \d|in [A-Z]|with \d)", text):
        yield Found(found.start("at"), "write who after this")


@rule("unnamed", kinds=FULL)
def unnamed(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A program's word for nothing where a name belongs: “lost by undefined' candidates”, “a null candidate”, “Labour's nan”."""
    text = passage.text
    party = alternatives(lexicon.one | lexicon.many)
    for found in every(rf"\b(?:undefined|null|nan|None)(?=['’](?:s\b|\s)|['’]?$)(?<!['\"‘“]nan)(?<!['\"‘“]null)|"
                             rf"\b(?:an?|the) (?P<one>null|undefined|nan|None) (?=(?:candidate|MP|member|gain|hold|majority|seat)\b)|"
                             rf"\b(?:in|of|for|by) the (?P<two>null|undefined|nan)(?= (?:was|were|is)\b|\s*[.,])|"
                             rf"\b(?:{party}['’]s?|and|but|while) (?P<three>null|undefined|nan|None)(?= (?:gained|lost|won|held|in|took|kept|by|"
                             rf"\d))", text):
        group = next((name for name in ("one", "two", "three") if found[name]), None)
        if not quoted(text, found.start()) and not (found[0] == "nan" and search(r"\b(?:her|his|my|our|your|their|the|a) $",
            text[:found.start()])):
            yield Found(found.start(group) if group else found.start(), "write the name that is missing")
