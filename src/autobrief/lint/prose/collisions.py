"""Small words that meet because what stood between them is missing, and sentences that end on one."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import PROSE, Found, rule

PLACEHOLDER = "write the name or figure that is missing"
PAIRS = (
    r"(?:in|to|from|by|at|for|with|than|since|into|between|until|within|on) of(?! course| all)", r"since (?:until|by|to|of|with|from)",
    r"from (?:since|for|until|than)(?! (?:now|good)\b)", r"by (?:until|than|since)", r"(?:to|for|of|with) (?:than|since|until)", r"in and(?= \d)",
    r"(?:recounts?|gains?|seats?|results?|contests?|losses|holds?|won|lost|elected|swings?|majorities) in and(?= [A-Z])",
    r"was in was", r"(?:elected|won|held|first|last) in and",
    r"in by(?= (?:the )?[A-Z]| \d[\d,]* (?:votes|points))", r"(?<!seats )(?<!results )(?<!seat )in without", r"for (?:to|but|"
    r"without)", r"become(?:s)? (?:for|from)",
    r"became (?:for|from)",
    r"(?:an estimated|just over|just under) (?:in|to|from|at|by|into|for)(?! (?:half|the))",
    r"until (?:by|of|from|to|with|since)", r"within (?:of|by|from|to|in|at)", r"all but of", r"all but in(?= [A-Z])",
    r"in to (?:first|second|third|fourth|fifth|last)", r"since \d{4} since", r"elected in (?:had|has|"
                                        r"was)", r"from to", r"from and(?! to)", r"by to(?! and "
                                        r"fro)", r"of to", r"by from", r"from by", r"to from", r"to of", r"from of", r"with by", r"with of",
            r"for of",
    r"by (?:after|before|during)",
    r"for by", r"for from", r"at of", r"at in", r"at from", r"at by", r"between and", r"between to", r"between by", r"between of", r"into of",
    r"over by", r"in of", r"in from(?! the| under| of)", r"to with", r"with to", r"with in(?! the)", r"of from", r"of with", r"of and",
            r"by and(?! large| by)",
    r"to and(?! fro|-)", r"of by(?!-)", r"and by(?= \.)", r"by with", r"by of", r"by at", r"per of", r"than in(?= \.)", r"with and(?= [A-Z]|[.,])",
            r"for and(?! (?:what|who|why|how|against|on)\b)", r"(?:majority|rose|fell|grew|up|down|cut|reduced|increased|shrank|narrowed|"
            r"widened) to in(?= [A-Z])", r"than to(?= one)", r"by for(?= [A-Z])", r"(?:result|win|victory|defeat|gain|loss|night|"
            r"majority) for in", r"than in(?=\s*[,.])", r"from on(?=\s*[,.])", r"from (?:so far|too)(?=\s*[,.])", r"(?:elections?|by-elections?|"
            r"referendum) of (?:in|gave|was|were|had|on|saw|cut|brought)", r"with as(?= (?:prime|its|the) )", r"(?:majority|lead|swing|share|"
            r"margin|turnout|total) of (?:became|fell|rose|grew|shrank|turned|gave|has|had|is|was)", r"(?:votes|points|%|seats|"
            r"cent) behind and(?= \d)", r"more than(?= (?:quarters|fifths|thirds|tenths|halves))", r"fewer than(?= (?:votes|seats|points|"
            r"voters))", r"at and", r"from in(?! front| the)", r"by since", r"of since", r"since that(?= [A-Z])", r"to by(?!-)",
                    r"(?:seats|gains|votes|majority|swing) from in",
    r"in and(?= \.)", r"than of", r"than by(?= \.)", r"and of(?= \.)",
    r"a (?:of|from|by|to|with|and|for|in|at|was|has|is|were)", r"an (?:of|from|by|to|with|and|for|in|at|was|has|is|were)",
    r"the (?:of|from|with|and|was|were|is|are|had|has|have|than)(?!-)", r"the by(?!-| now|gone|word| then|\w)", r"the to(?!-| and fro| be)",
    r"the (?:in|at|on|for)(?= (?:the|a|an|\d|[A-Z]\w*|its|his|her|their)\b)(?! the (?:know|main))",
    r"its (?:of|from|by|to|in|and|was|has)", r"their (?:of|from|by|to|in|and|were|have)", r"(?:was|were|is|are) and(?= (?!I\b)[A-Z]| the\b)",
    r"the [.,;]", r"(?:beat|beats) (?:by|in|from|at)(?= \d| [A-Z])", r"(?:for|at|into|between) with",
    r"(?:with|of|to) for", r"(?:with|to) at", r"with from", r"for in(?= [A-Z\d])", r"for at", r"(?<!ever )since in(?= (?:\d|the|an?|its|[A-Z]))",
    r"the (?:came|took|went|grew|kept|became|remained|began|says|stood)(?![-’'])",
    r"(?:of|from) (?:were|was|won|lost|gained|came|took|went)(?= )",
)
PHRASAL = r"(?:heard|thought|spoken|dreamed|dreamt|disposed|instead|pointed|made|approved|think|care|advantage|hold|sort|kind|speak|hear|" \
          r"come|came|stood|stand|" \
    r"passed|stands|comes|close|drop|dropped|gone|going|go|went|years|brought|bring|handed|voted|put|living|lived|moved|move|drawn|based|" \
    r"settled|logged|signed|" \
    r"looked|look|done|dealt|begin|began|agreed|started|start|standing|coming|taken|run|ran|get|got|deal|played|play|gave|given|belonged|" \
    r"aimed|used|able|want|wanted|wants|hoped|way|try|has|have|had|ought|need|needed|had to|turned|carry|carried|followed|switched|called|" \
    r"opted|wish|" \
    r"walk|walking|step|stepped|sat|sit|aimed|looked|hinted|laughed|shouted|sworn|kept|pushed|barge|barged|dropping|chip|chipped|plugged|" \
    r"hemmed|snowed|weigh|weighed|give|" \
    r"giving|allowed|let|swept|joined|out|up|down|on|off|to)"


@rule("collision")
def collision(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Small words that cannot meet: “from to 8,000”, “the of”, “by in Derby”."""
    text = passage.text
    for found in every(rf"(?<![\w'’-])(?:{'|'.join(PAIRS)}|by in(?! |-)|by in(?= [A-Z0-9t])|of in|of at)(?![\w'’-])", text):
        before = text[:found.start()].rstrip()
        said = found.group()
        if said in PARTED and search(rf"\b{PHRASAL}$", before):
            continue
        if said in RELATED and search(r"\b(?:[Ww]hat|[Ww]ho|[Ww]hom|[Ww]hich|[Hh]ow|[Tt]hat|[Ww]here)\b|"
                + RELATIVE.pattern, re.split(r"[.?!;] ", before)[-1] + " " + said.split()[0]) \
                or said == "over by" and search(r"\b(?:was|is|were|are|be|been|being|all|fought|\w+ed|taken|run|handed|watched|"
                                                    r"gone)$", re.sub(r" \([^()]*\)", "", before)):
            continue
        if said.endswith(" at") and match(r" (?:least|most|once)\b", text[found.end():]):
            continue
        if said == "in and" and search(r"\b(?:is|was|are|were|be|been|not|yet|now)$", before):
            continue
        if said == "from to" and match(r" (?:begin|start|be)\b", text[found.end():]):
            continue
        if said == "of for" and before.endswith("instead") or said.startswith("of ") and search(r"\b(?:what|whatever|that|which|who|whom)\b.* "
            r"\w+$",
                before) and said.split()[1] in ("were", "was", "won", "lost", "came", "took", "went", "gained"):
            continue
        if search(r"(?<![A-Za-z])[\"“'‘]$", before) or match(r"[\"”'’]", text[found.end():]):
            continue
        if said.startswith("an ") and before.endswith("and") or said.startswith("a ") and search(r"(?:vitamin|plan|option|group|level|"
            r"à|between|from)$", before, re.I):
            continue
        yield Found(found.start(), f"“{said}”: {PLACEHOLDER} between the two words")
    yield from _before_a_verb(text)


def _before_a_verb(text: str) -> Iterator[Found]:
    """“Only in did”, “of its seats, were”, “The in the”, “In, ”, “a seat in was”."""
    for found in every(r"\b[Oo]nly (?:in|at|by|with|from|since|for|to) (?=(?:did|has|have|was|were|had|do|does|will|would)\b)|"
                             r", (?:in|of|by|from|at|with|to|for|than), (?=(?:was|is|were|are|has|had|have|did|will)\b)|"
                             r"(?:^|(?<=[.?!] ))[Oo]f (?:the|its|their|these|those) [\w ]+, (?=(?:was|is|were|are|has|had|have|went|came|voted|"
                             r"backed|polled)\b)", text):
        yield Found(found.end(), f"“{found.group().strip()}”: {PLACEHOLDER} before this")
    for found in every(r"\bThe (?:in|at|on|for|of|from|with|was|were|is|has|had) (?=the\b|a\b|\d|was\b|is\b|by\b)", text):
        yield Found(found.start(), f"“{found.group().strip()}”: {PLACEHOLDER} between the two words")
    for found in every(r"\bin from(?= \d{4}\b)|\bfor of(?= the\b)", text):
        yield Found(found.start(), f"“{found.group()}”: {PLACEHOLDER} between the two words")
    for found in every(r"(?:^|(?<=[.?!] ))(?:In|At|From|Of) ?,", text):
        yield Found(found.start(), f"“{found.group()}”: {PLACEHOLDER} before the comma")
    for found in every(r"(?:^|(?<=[.?!] ))(?:With|In|For|At|From|Between|After|Across) (?:of|by|to|from)(?![\w-])", text):
        yield Found(found.start(), f"“{found.group()}”: {PLACEHOLDER} between the two words")
    verbs = r"(?:is|was|has|had|were|are|have|won|lost|held|came)"
    for found in every(rf"\b(?:MPs?|members?|candidates?|seats?|majority|swing|share|leader|winner|runner-up|votes|result|lead|"
                             rf"turnout|[A-Z]\w+) (?:for|of|from|to|in|by|over) {verbs}\b", text):
        if not RELATIVE.search(text[:found.start() + 2]):
            yield Found(found.start() + found.group().index(" ") + 1, f"“{' '.join(found.group().split()[1:])}”: {PLACEHOLDER} between the two words")


PARTED = frozenset((
    "by after", "by before", "by during", "at by", "to by", "by since", "of since", "between and", "by in", "of in", "of at", "of by",
    "to from", "in from", "over by", "of to", "to with", "in by", "in without", "for but", "with to", "by from", "by at", "by to", "to of",
    "by and", "for by"))
"""Pairs of which the first may belong to the verb before it."""
RELATED = ("by in", "at in", "for in", "for at", "for with", "of in", "of at", "to at", "to for", "with for", "from in", "for from", "for by",
    "in at",
           "to from", "of from", "with at", "by at", "by to")
"""Small words that meet after “what they won by” and the like."""
RELATIVE = re.compile(r"\b(?:which|who|whom|what|whatever|whoever|how|that|than|as|where|when|(?:margin|seat|place|party|person|majority|"
                      r"figure|share|"
                      r"amount|number|one|lot|much) (?:he|she|it|they|we|you|I|[A-Z][\w'’-]+|the [A-Z]\w+)|"
                      r"nobody|no one|nothing|something|anything|someone|anyone|somebody|little|enough|(?!and|but|so|because|"
                      r"while)[a-z]+ (?:he|she|they|we|you|I) [a-z]+|"
                      r"(?!and|but|so|because|while)[a-z]+ it (?:is|was|has|had))\b")


@rule("hanging")
def hanging(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A clause that ends on a word which wants another, such as “won by” or “a majority of”."""
    text = passage.text
    end = r"(?=\s*[.,;:)](?![\w.])|\s*$)"
    verbs = r"(?:won|lost|beaten|held|rose|fell|grew|shrank|gained|up|down|cut|increased|decreased|dropped|taken|took|kept|regained|" \
            r"defeated|retained|widened|narrowed|climbed|slipped)"
    nouns = r"(?:majority|swing|share|vote|lead|turnout|total|margin|rise|fall|gain|gains|loss|losses|seat|seats|votes|points|MP|MPs|" \
            r"member|members|candidate|candidates|cent|%)"
    for found in every(r"\b(?:the|an|its|their|than)$", text.rstrip()):
        if passage.kind != "caption":
            yield Found(found.start(), f"“{found.group()}” hangs: {PLACEHOLDER} after it")
    patterns = (
        r"(?:(?<=\s)|^)(?:the|an|and|or|than|per|its|their|his|between|because|very|a)(?=\s*[.;)](?![\w.])|\s*\)|(?<!very)(?<! or),(?! (?:if|in|"
        r"as|to|of|perhaps|at|for|on|with)\b))",
        rf"\b{nouns} (?:of|for|from|by|with|at|to|in|over){end}", rf"\b{verbs} (?:by|from|to|at){end}",
        rf"\b(?:beat|ahead|compared|instead|because|majority|behind [A-Z]\w+|elected|elected to|according) (?:of|with|in|to){end}",
        rf"(?<=[a-z] )[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+)*? (?:by|from|for|in|with|over|of|and|than|at|to){end}",
        rf"\b(?:turnout|majority|runner-up|winner|swing|share|result|margin|lead|MP|gap) (?:was|is|were|has|had){end}",
        rf"\b(?:\d[\d,.]*|seats|votes) (?:from|by|in|of|and|to|for|"
        rf"than){end}", r"\b(?:first|last|was|were) (?:elected|won|held) (?:in|by|for)(?=\s*[.,;]|\s*$)",
        rf"\b[A-Z]\w+ (?:beat|held|won|took|gained) (?:by|from|with){end}",
    )
    for pattern in patterns:
        for found in every(pattern, text):
            start = max(text.rfind(mark, 0, found.start()) for mark in (". ", "; ", "? ", "! ")) + 1
            clause = text[start:found.start() + (found.group().rfind(" ") if " " in found.group() else 0)]
            word = found.group().split()[-1]
            if not _may_hang(found, word, clause, passage):
                yield Found(found.end() - len(word), f"“{word}” hangs: {PLACEHOLDER} after it")


QUOTES = ("\"", "“", "'", "‘", "(")


def _may_hang(found: re.Match, word: str, clause: str, passage) -> bool:
    """A headline's last word, “the seat he won by”, “few and far between”, “section a.”."""
    text, before = passage.text, passage.text[:found.start()].rstrip()
    if match(r",? (?:we|I|they|he|she|it) (?:\w+ )?(?:think|thinks|hear|hears|believe|believes|gather|gathers|understand|seems|is),",
            text[found.end():]):
        # Two in Barnet and, we think, none in Brent.
        return True
    if passage.kind == "heading" and word == "in" and text[found.end():found.end() + 1] == ":":
        return True
    if not text[found.end():].strip() and passage.kind in ("heading", "caption") and word in ("in", "over", "on", "by", "to", "for"):
        return True
    if RELATIVE.search(clause) and word not in ("the", "an", "its", "their") or text[:found.end()].endswith((" far between", " in between")):
        return True
    if word == "in" and search(r"\b[Ll]et(?:s|ting)?\b", clause):
        return True
    if word == "in" and (text[found.end():found.end() + 1] == "," and match(r"\s*[\"“]?With\b", clause) or search(
            r"\b(?:was|is|were|are|all|be|been|being|not|yet) in$", text[:found.end()])):
        return True
    if word == "a" and (text[found.end():].startswith(")") or search(r"[A-Z0-9(]$|\b(?:or|and|section|clause|part)$", before)):
        return True
    return word == "his" or " " not in found.group() and before.endswith(QUOTES)


@rule("spacing", kinds=PROSE)
def spacing(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A space before a stop or inside a bracket, or none after one."""
    text = passage.text
    for found in every(r"(?<=[^\s.]) +(?P<stop>[.,;:!?](?=[\s\"'”’)]|$)|\)|%(?=[\s.,;)]|$))|(?<=\() +(?=\S)|(?<=\w) ,(?=\w)|"
                             r"(?<=\d)\.(?=[A-Z][a-z])|(?<=[\w)]) [;:,](?=[A-Za-z]{2})", text):
        if found.group("stop") in (":", ";") and match(r"\s*[:;][-)(DPp]", text[found.start():]) or found.group("stop") == "." \
                and text[found.end():].startswith(" ."):
            continue
        yield Found(found.start(), "a space before a stop or inside a bracket: write what is missing there, or close it up")
    for found in every(r"(?<=\d)(?=(?:votes?|points?|seats?|per ?cent|percentage|MPs?)\b)|\d-(?= (?:point|vote|seat|year)s?\b)", text):
        yield Found(found.end(), "a space in the wrong place beside the figure: write “300 votes”, or “a 4-point swing”")
    for found in every(r"(?:^|(?<=[\s:]))[\"“‘] +(?=\w)", text):
        if text[:found.start()].count('"') % 2 == 0 and (found.group()[0] != '"' or text.count('"') > 1):
            yield Found(found.start() + 1, "a space inside the quotation mark: close it up")
    for found in every(r"(?<=[a-z]) ?- (?=(?:on|upon|under|le|in|the|by|super) ?-)", text):
        yield Found(found.start(), "no space beside a hyphen: close it up")
    for found in every(r"(?<=[a-zé]{2})(?P<stop>[,;:]|\.)(?=[A-Za-z]{2})", text):
        whole = search(r"\S*$", text[:found.start()]).group() + match(r"\S*", text[found.start():]).group()
        if found["stop"] == "." and not match(r"\.(?:[A-Z][a-z]+\b|"
                                                 r"[A-Z]{2,} )(?!\.)", text[found.start():]) or search(r"/|@|\.(?:com|org|uk|net|gov|"
                                                     r"html?|pdf|csv|js|py)\b", whole, re.I):
            continue
        yield Found(found.start() + 1, f"put a space after “{found['stop']}”")
