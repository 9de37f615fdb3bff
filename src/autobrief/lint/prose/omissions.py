"""A to, from, than, by or was left out between figures or names: from 41.2 per cent 46.8 per cent, more 3,000 ballots."""

from collections.abc import Iterator

from .clauses import quoted
from .counts import FIGURE, NUMBER
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule

UNITS = ("%", " per cent", " percentage points", " points", " votes", " seats", " MPs", " members")
TIME = r"(?! (?:years?|months?|weeks?|days?|hours?|minutes?|times|elections?)\b)"
YEAR = r"(?:19|20)\d\d"


@rule("omission", kinds=FULL)
def omission(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A small word left out beside a figure: “from 41.2 per cent 46.8 per cent”, “more 3,000 ballots”, “has been Labour 1924”."""
    text = passage.text
    for at, word in (*_to(text, lexicon), *_others(text, lexicon)):
        if not quoted(text, at):
            yield Found(at, f"“{word}” is missing before this: write it, or what belongs there")


def _to(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """From 23% 8%; from 11,000 fewer than 300; between 2015 2017; since 1945 1983."""
    for unit in UNITS:
        for found in every(rf"\bfrom (?:just |only |about |almost |nearly )?{FIGURE}{unit} (?P<at>)(?:just |only |about |almost |"
                           rf"nearly )?{FIGURE}{unit}"
                           rf"(?![\w-]){TIME}", text):
            yield found.start("at"), "to"
    for found in every(rf"\bfrom (?:just |only |about )?{FIGURE}(?:%| per cent| votes| seats| points)? (?P<at>)(?:fewer than|more than|less than|"
                       rf"just under|"
                       rf"just over|nearly|almost) {FIGURE}(?![\d,.]*\d){TIME}(?:%| per cent| votes| seats| points)?{TIME}", text):
        before = text[:found.start()]
        if search(r"\b(?:rose|rise|fell|fall|grew|up|down|cut|went|dropped|slumped|slashed|reduced|increased|shrank|shrunk|climbed|jumped|slipped|"
                  r"collapsed|tumbled|plunged|soared|surged|whittled|halved|narrowed|risen|fallen|gone)\b[^.;:]{0,40}$", before):
            yield found.start("at"), "to"
    for found in every(rf"\b[Bb]etween {YEAR} (?P<at>){YEAR}\b", text):
        yield found.start("at"), "and"
    for found in every(rf"\b(?:since|from) {YEAR} (?P<at>){YEAR}(?=\s*[.,;]|\s*$| (?:and|it|the|when|by)\b)", text):
        yield found.start("at"), "to"
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"\b(?:[Tt]he|[Aa]|[Tt]hat) swing (?P<at>){party} to {party}\b", text):
        yield found.start("at"), "from"
    # "Climbed from 4.1% and 15.6%".
    moved = r"(?:rose|rise|fell|fall|grew|climbed|dropped|slumped|shrank|jumped|slipped|cut|went|soared|plunged|increased|decreased|up|down)"
    for found in every(rf"\b{moved}(?: [\w'’-]+){{0,3}}? from (?:just |only )?{FIGURE}(?P<unit>%| per cent| votes| seats| points|"
                       rf") (?P<at>and) (?:just |only )?"
                       rf"{FIGURE}(?:%| per cent| votes| seats| points)?(?! (?:respectively|to|in|years?|votes? to)\b)(?=\s*[.,;]|\s*$| (?:in|at|"
                       rf"on|after|since|by)\b)",
                       text):
        if not search(r"\b(?:to|respectively|both|each)\b", text[found.end():].split(".")[0]) and not search(r"\b(?:between|both)\b", found.group()):
            yield found.start("at"), "to"


def _others(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """More 3,000 ballots; beaten 12,000 votes by; Conservative 1924; the lead over Labour 2,951 votes."""
    for found in every(r"(?:^|(?<=[.?!;] )|(?<=, )|\b(?:by|with|of|for|to|and|where|polled|won|lost|took|has|had|have|were|are) )(?:[Mm]ore|"
                       r"[Ff]ewer|[Ll]ess) "
                       r"(?P<at>)\d{1,3},\d{3}\b", text):
        yield found.start("at"), "than"
    for found in every(r"\b(?:took|lasted|ran|went on|was|were|is|are|polled|won) (?:longer|larger|smaller|bigger|higher|lower|closer|narrower|"
                       r"wider|better|worse) "
                       r"(?P<at>)(?=the one|the ones|those in|that in|those of|that of|in (?:19|20)\d\d, when)(?!in)", text):
        yield found.start("at"), "than"
    for found in every(rf"\b(?:beaten|defeated|ousted|unseated|won|lost) (?P<at>){NUMBER} votes by\b", text):
        if not search(r"\b(?:votes|seats|ballots|that|which|who) (?:\w+ )?$", text[:found.start()]) and not found.group().startswith(("won", "lost")):
            yield found.start("at"), "by"
    yield from _small(text, lexicon)
    names = alternatives(lexicon.one | lexicon.adjectives)
    for found in every(rf"\b(?:has|had|have) (?:always |only |now )?been (?:held by |solidly |safely |in )?(?:the )?{names} (?P<at>){YEAR}"
                       r"(?=\s*[.,;]|\s*$| (?:and|when|but|or)\b)", text):
        yield found.start("at"), "since"
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:{alternatives(lexicon.adjectives)} )?lead over {party} (?P<at>){NUMBER} "
                       r"(?:votes|points|per cent|percentage points|seats)(?=\s*[.,;]|\s*$)", text):
        if not search(r"\b(?:cut|cutting|reduced|reducing|saw|increase\w*|lost|losing|extend\w*|doubl\w*) $", text[:found.start()]):
            yield found.start("at"), "was"


def _small(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Compared 9,000; announced 3am; a quarter the vote; enough give; went the polls; swung the SNP; neither Labour the Conservatives."""
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    the_party = rf"the {alternatives(lexicon.one | lexicon.many)}"
    seat = alternatives(name for name in lexicon.seats if len(name) > 4)
    end = r"(?=\s*[.,;](?!\w)|\s*$)"
    most = r"(?:highest|lowest|strongest|weakest|biggest|smallest|largest|closest|narrowest)"
    for pattern, word in (
            (r", compared (?P<at>)(?=\d)", "with"),
            (r"\b(?:announced|declared|ended|finished|confirmed|closed|counted|concluded|began|arrived) (?P<at>)(?=\d{1,2}(?:\.\d\d)? ?(?:am|"
             r"pm)\b)", "at"),
            (rf"\b(?:was|is|were|are) {most} (?P<at>)(?={seat}{end})", "in"),
            (rf"\b(?:came|finished|was|were) (?:second|third|fourth|fifth|last) (?P<at>)(?={seat}{end})", "in"),
            (r"\b(?:[Aa] (?:quarter|third|fifth|tenth|sixth)|[Tt]wo[- ]thirds|[Tt]hree[- ]quarters) (?P<at>)(?=the (?:vote|votes|seats|electorate|"
             r"total|poll)"
             r"(?: (?:in|across|but|and)\b|\s*[.,;]))", "of"),
            (r"\b(?:was|is|be|not|just|were) enough (?P<at>)(?=(?:give|win|take|hold|make|keep|unseat|oust|beat|secure|save|bring|put|leave|carry|"
             r"see|cost|"
             r"deny|send|return|defeat|turn)\b)", "to"),
            (r"\b(?:[Vv]oters|[Tt]hey|[Ss]he|[Hh]e|[Ww]e|people|electors|Britain|country|nation|Scotland|Wales|England|minister|May|"
             r"leader) (?:have |had |has )?"
             r"(?:went|go|goes|gone) (?P<at>)(?=the (?:polls|country)(?:\s*[.,;]| (?:in|by|on|with|after|at|and)\b))", "to"),
            (rf"\b(?:seat|seats|vote|votes|county|constituency|gain|gains|place|places) went (?P<at>)(?={the_party}(?:\s*[.,;]| (?:in|by|on|with|"
             rf"after)\b))",
             "to"),
            (rf"\b(?:swung|switched|defected|shifted) (?P<at>)(?={the_party}(?:\s*[.,;]| (?:by|in|on|with|at)\b))", "to"),
            (r"\b(?:[Hh]e|[Ss]he) (?:first )?(?:won|lost|stood|retired|stood down|resigned|died|was elected|was beaten|was first elected) (?P<at>)"
             r"(?=(?:19|20)\d\d(?: (?:by|with|when|after|and|but|at)\b|\s*[.,;]))", "in"),
            (rf"\b[Nn]either {party} (?P<at>)(?={party}(?![\w'’]))", "nor"),
            (rf"\b[Bb]oth {party} (?P<at>)(?={party} (?:won|lost|gained|held|took|have|had|were|are|kept|saw|want|said|stood|fell|rose)\b)", "and"),
            (r"\b(?:was|is|as|were|became) one (?P<at>)(?=the (?:party|[A-Z]\w+(?: [A-Z]\w+)?)['’]s? (?:[a-z]+ )?(?:targets|seats|strongholds|"
             r"gains|losses|"
             r"heartlands|marginals|members|MPs)\b)", "of")):
        for found in every(pattern, text):
            yield found.start("at"), word
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:The )?{alternatives(lexicon.one | lexicon.many)}(?:, {party})+, (?P<at>){party} (?=(?:stood|won|"
                       rf"lost|fielded|"
                       r"have|had|were|are|fought|contested|took|held|gained|kept)\b)", text):
        if not search(r", (?:which|who)", found.group()):
            yield found.start("at"), "and"
