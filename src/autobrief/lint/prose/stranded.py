"""Prepositions whose noun is missing: before a stop, before a verb."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import FULL, Found, rule

LICENSED = re.compile(
    r"\b(?:[Ww]hich|[Ww]hom|[Ww]hat|[Tt]hat|[Ww]ho|whoever|whatever|how much|how many|how far|whose \w+|all|everything|nothing|anything|little|"
    r"where) "
    r"(?:\w+ )?(?:he|she|it|they|we|you|I|the|its|their|his|her|Labour|[A-Z][\w'’-]+)\b|"
    r"\b(?:that|which|whom) [a-z]+ (?:are|were|is|was|have|has|had|can|could|may|might|will|would)\b|"
    r"\b(?!and\b|but\b|so\b|because\b|while\b|when\b|as\b|if\b|after\b|before\b|since\b|until\b|though\b|although\b)[a-z]+ "
    r"(?:he|she|they|we|you|I|it|the \w+|Labour|[A-Z][\w'’-]+) (?:[a-z]+ ){0,4}$|\b(?:to|not) (?:be )?[a-z]+ (?:[a-z]+ )?$|"
    r"\b(?:what|who|which|where|whom)\b[^,]*$(?<!who was )|^(?:[Ww]hat|[Ww]ho|[Ww]hich|[Ww]here)\b")
"""“The seat she sat in”, “what it stood for”, “somebody to vote for”."""
FOLLOWED = {
    "to": r"(?:had|has|have|having|used|want\w*|able|unable|going|ought|meant|supposed|hop\w+|tried|refus\w+|fail\w+|likely|wish\w*|next|close|"
        r"closer|clos\w+|c[ao]me|"
          r"referred|spoken|listened|up|forward|down|due|permitted|allowed|told|asked|need\w*|seem\w*|chose|promised|not|turned|adapted|owed|"
          r"objected)",
    "of": r"(?:heard|thought|dream\w+|dispos\w+|made|made up|taken care|sort|kind|approved|spoken|talked|instead|because|out|rid)",
    "for": r"(?:paid|accounted|cared|called|asked|hoped|fought|voted|vote|signed|sought|spoken|provided|planned|looked|waited|campaigned|stood|"
        r"allowed|bargained|"
           r"what|prepared|stands)",
    "with": r"(?:dealt|begin|start|reckoned|agree\w*|go|went|come|came|done|live|lived|left|stuck|played|met|content|along|away)",
    "from": r"(?:heard|came|come|comes|chosen|drawn|where|learnt|learned|far|away|apart)",
    "by": r"(?:by and|stood|stand|gone|go|went|passed|pass|close|near\w*|lived|came|come|abide\w*|swore|hard|sworn|stands|put)",
    "at": r"(?:look\w*|laugh\w*|hint\w*|aim\w*|shout\w*|wonder\w*|work\w*|arriv\w*|good|where|stay\w*|sneez\w*|guess\w*|getting)",
    "than": r"(?:other|rather)", "between": r"(?:in|few and far|far|something)"}
"""Verbs that keep their preposition when what follows is known."""
FINITE = r"(?:stayed|went|changed(?= hands)|saw|moved|came|fell|rose|has|have|had|was|were|is|are|remains|remained|goes|stays|swung|grew|shrank|" \
    r"kept|took|" \
         r"(?:won|lost|held|gained|elected|returned)(?= (?:the|all|both|it|its|\d|one|two|three|four|five|six|seven|eight|nine|by|from|on)\b))"


@rule("stranded", kinds=FULL)
def stranded(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A preposition with nothing after it: “no seat went to, who had”, “two for, one for”, “first elected in.”, “each seat in stayed”."""
    text = passage.text
    for found in every(r"(?<=[\w%’'] )(?P<word>of|from|with|at|between|than|for|to|by)(?=\s*[,.;:](?![\w.]))", text):
        segment = _segment(text, found.start())
        before = segment.rstrip()
        if match(r"[Tt]o \w+$", before):
            continue
        if match(r", (?:or|and|if|as|say|by|perhaps|of course|in|at|for|to|with)\b", text[found.end():]) or not before \
                or search(rf"\b{FOLLOWED[found['word']]}$", before, re.I) or LICENSED.search(segment) or quoted(text, found.start()):
            continue
        yield Found(found.start(), f"“{found['word']}” has nothing after it: write the name or figure that is missing")
    for found in every(r"\b(?:Commons|Parliament|House|elected|sat|sat for it|won|lost it|won it|held it|seat|fought|last won|stood) "
        r"(?P<in>in)(?=\s*[.;](?![\w.]))|"
                             r"\b(?:was|is|were|are|came|seats?|gains?|contest|result|one|two|three) (?P<where>in)(?=, (?:where|which|whose|and "
                             r"the)\b)", text):
        word = "in" if found["in"] else "where"
        segment = _segment(text, found.start(word))
        if not search(r"\b(?:who|which|that) (?:was|had|has|is|first|last|were)\b", segment) and LICENSED.search(segment) \
                or search(r"\b(?:was|were|been|being) (?:voted|sworn) $", segment):
            continue
        yield Found(found.start(word), "“in” has nothing after it: write the place or year that is missing")
    for found in every(rf"(?<=[a-z] )(?P<word>in|from|for|at|with|of|by|to) (?={FINITE}\b)", text):
        segment = _segment(text, found.start())
        last = search(r"([\w'’-]+) $", segment)
        if LICENSED.search(segment) or not last or last[1].lower() not in NOUNS and not last[1].endswith("s") or search(
                r"\b(?:was|were|been|being|is|are|has|have|had|to|not)\b", segment):
            continue
        yield Found(found.start(), f"“{found['word']}” has nothing after it: write the name or figure that is missing")


    for found in every(r", (?P<word>in|to|from|by|with|of|for|at)(?=[.;](?![\w.])|$)|\b(?P<bracket>in|of|from|by|at|with|to) "
        r"(?=\([A-Z][a-z])", text):
        word = "word" if found["word"] else "bracket"
        yield Found(found.start(word), f"“{found[word]}” has nothing after it: write the name or figure that is missing")


NOUNS = frozenset((
    "support backing seat contest majority result vote share turnout swing gain hold loss candidate member mp leader winner runner-up lead fall "
    "rise election poll count declaration margin commons parliament hands half third quarter one party campaign recount").split())


def _segment(text: str, at: int) -> str:
    """What stands before this in its clause, from the last stop or comma on."""
    return re.split(r"[,;:.?!()—–]\s", text[max(0, at - 160):at])[-1]
