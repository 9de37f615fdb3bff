"""Owners that lost their apostrophe: Plaid Cymrus Hywel Williams, the Greens vote in Bristol rose, Mr Clarks majority."""

from collections.abc import Iterator
from functools import cache

from .clauses import opens_clause, quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import PROSE, Found, rule

FINITE = r"(?:rose|fell|was|is|has|had|were|grew|dropped|went|stood|climbed|slumped|jumped|shrank|halved|doubled|collapsed|held up|slipped|remains|" \
         r"remained|increased|decreased|peaked|came)"
DID = r"(?:won|held|took|lost|beat|gained|kept|retained|regained|polled|finished|came|saw|said|is|was|has|had|holds|wins|takes|keeps|ousted|" \
      r"unseated|" \
      r"defeated|increased|overturned)"
OWNED = r"(?:majority|seat|lead|vote share|share|win|defeat|victory|successor|predecessor|margin|vote|deposit|constituency|campaign|career|" \
        r"opponent|" \
        r"rival|resignation|triumph|landslide)"


@cache
def _families(people: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split()[-1] for name in people)


@rule("apostrophe", kinds=PROSE)
def apostrophe(passage, lexicon: Lexicon) -> Iterator[Found]:
    """An owner without its apostrophe: “Plaid Cymrus Hywel Williams”, “the Greens vote in Bristol rose”, “Mr Clarks majority”."""
    text = passage.text
    for at, message in (*_parties(text, lexicon), *_people(text, lexicon), *_more_people(text, lexicon), *_things(text)):
        if not quoted(text, at):
            yield Found(at, message)


def _parties(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Sinn Féins Michelle Gildernew; the Conservatives Simon Hart took; the Liberal Democrats share in Kent fell."""
    one = alternatives(name for name in lexicon.one if name[-1] != "s")
    many = alternatives(lexicon.many)
    given = alternatives(lexicon.given)
    for found in every(rf"(?<![\w'’-])(?P<name>{one})s (?={given} [A-Z]|(?:only|first|largest|biggest|best|worst|lowest|highest|sitting|new) [a-z]+|"
                       rf"{OWNED}\b|\d+ (?:seats|MPs|members|gains|votes)\b)", text):
        yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(rf"(?:^|(?<=[.?!;] ))The (?P<name>{many}) {given} (?!and\b)[A-Z][\w'’-]+(?: (?!and\b)[A-Z][\w'’-]+)? {DID} (?!into\b)", text):
        if not search(r"^[^.;,]*\b(?:and|,) [A-Z]", found.group()):
            yield found.end("name"), f"write “the {found['name']}'”"
    place = r"(?:the )?[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|and|upon|on|of|the|under)){0,5}"
    nouns = r"(?:vote|share|lead|vote share|tally|target|majority|total)"
    for found in every(rf"\b[Tt]he (?P<name>{many}) {nouns} (?:in|at|across|over|of|there|here)(?: {place})?(?:,? (?:however|too|also|"
                       rf"though),?)? {FINITE}\b", text):
        if opens_clause(text[:found.start()]) and not search(r" (?:and|who|which|that|as|when|but|seat|seats) [a-z]", found.group()):
            yield found.end("name"), f"write “the {found['name']}'”"
    for found in every(rf"(?:^|(?<=[.?!;] ))The (?P<name>{many}) {nouns} {FINITE} (?:by|to|from|in|at|the)\b", text):
        yield found.end("name"), f"write “the {found['name']}'”"


def _people(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Mr Clarks majority."""
    families = _families(lexicon.people)
    for found in every(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir [A-Z]\w+|Dame [A-Z]\w+|Lord|Lady) (?P<name>[A-Z][\w-]+[^\Ws])s (?={OWNED} (?:in|at|was|is|"
                       rf"over|fell|rose|"
                       r"of|has|had|came|went|by|to|there|here|from)\b)", text):
        if found["name"] + "s" not in families:
            yield found.end("name"), f"write “{found['name']}'s”"


def _more_people(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Mr Browns old seat; Nicola Sturgeons party took; the SNP first gain; Labour majority fell; this years turnout; the county' only."""
    families = _families(lexicon.people)
    for found in every(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Lord|Lady) (?P<name>[A-Z][\w-]+[^\Ws])s (?:old|own|former|new|first|second|third|narrow|slim|"
                       rf"safe|next-door|"
                       rf"last|only) {OWNED}\b", text):
        if found["name"] + "s" not in families:
            yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(rf"(?<![\w'’-]){alternatives(lexicon.given)} (?P<name>[A-Z][\w-]+[^\Ws])s (?=party (?:took|won|lost|has|had|is|was|held|"
                       rf"gained|fell|"
                       r"rose|came|polled|kept|will|would)\b)", text):
        yield found.end("name"), f"write “{found['name']}'s”"
    articled = alternatives(lexicon.one & lexicon.articled)
    for found in every(rf"\b[Tt]he (?P<name>{articled}) (?=(?:first|only|biggest|largest|smallest|best|worst|second|third|fourth|last|sole|"
                       rf"highest|lowest) "
                       r"(?:ever )?(?:gain|seat|win|loss|result|MP|victory|defeat|majority|share|target|candidate|leader|council)\b)", text):
        yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(rf"(?:^|(?<=[.?!;] ))(?P<name>{alternatives(lexicon.one)}|{alternatives(lexicon.given)} [A-Z][\w-]+) (?:majority|"
                       rf"vote share|share|lead) "
                       r"(?=(?:fell|rose|was|is|went|shrank|grew|had|has|dropped|climbed|collapsed|disappeared|evaporated|melted|more than)\b)",
                       text):
        if search(r"[.?!][\"”’)]*$", text.rstrip()):
            yield found.end("name"), f"write “{found['name']}'s”, or “the” before it"
    for found in every(r"\b(?P<when>[Tt]his|[Ll]ast|[Nn]ext) (?P<name>year|week|month|night|decade|century|time)s (?=(?:turnout|election|result|"
                       r"results|count|vote|"
                       r"campaign|majority|winner|share|local|general|swing|contest|poll|exit|boundary|figure|figures|total|defeat|victory|losses|"
                       r"gains)\b)", text):
        yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(r"\b[Tt]he (?:[a-z]+ )?(?P<name>county|party|region|city|country|seat|town|constituency|government|candidate|winner|leader|"
                       r"MP|member)['’] "
                       r"(?=[a-z]+ [a-zA-Z])", text):
        if not search(r"(?:^|[\s(])['‘]", text[:found.end("name")]):
            yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(r"\b[Tt]he (?P<name>[Pp]rime minister|chancellor|home secretary|foreign secretary|Speaker|first minister|deputy leader|"
                       r"party leader)"
                       r"(?:s (?=own |old |former |majority\b|seat\b|constituency\b)| (?=(?:own )?(?:majority|seat|constituency) (?:was|is|has|in|"
                       r"went|had|by)\b))",
                       text):
        yield found.end("name"), f"write “{found['name']}'s”"


def _things(text: str) -> Iterator[tuple[int, str]]:
    """The seats first woman MP; the two parties share of the vote was; Londons 75 seats."""
    for found in every(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?P<name>seat|region|party|county|city|country|constituency|town|government|borough)s "
                       r"(?:first|only|last|new|former|longest-serving|youngest|oldest|sitting|current|next|previous|best-known) "
                       r"(?:\w+ )?(?:MP|MPs|woman|member|leader|candidate|seat|result|mayor|man|voters|chairman|representative)\b", text):
        yield found.end("name"), f"write “{found['name']}'s”"
    for found in every(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth) (?:(?:two|three|four|main|big|largest|smaller|biggest|major|other|nationalist|"
                       r"unionist) )*"
                       rf"(?P<name>parties) (?:combined |joint |total |average )?(?:share of the vote|vote share|share|leaders) {FINITE}\b", text):
        if found["name"]:
            yield found.end("name"), "write “parties'”"
    for found in every(r"(?:^|(?<=[.?!;] )|\b(?:of|in|across|all|and|among|with|to) )(?P<name>London|Scotland|England|Northern Ireland|Kent|Essex|"
                       r"Surrey|Cornwall|"
                       r"Devon|Yorkshire|Lancashire|Glasgow|Edinburgh|Birmingham|Manchester|Liverpool|Leeds|Sheffield|Bristol|Belfast|Cardiff|"
                       r"Norfolk|"
                       r"Suffolk|Britain|Hampshire|Merseyside|Cumbria|Durham|Somerset|Cheshire)s "
                       r"(?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten|only|largest|smallest|safest|closest|new|other|first|last|most|"
                       r"Labour|"
                       r"Conservative|voters|seats|MPs|members)\b)(?<!Leedss )", text):
        yield found.end("name"), f"write “{found['name']}'s”"
