"""Small words that are missing between a verb or noun and what belongs to it."""

from collections.abc import Iterator

from .counts import FIGURE
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import FULL, Found, rule

MEASURED = r"(?: (?:[\w%-]+ ){0,4}?(?:lower|higher|larger|smaller|below|above|short|fewer|more|less|down|up|ahead|greater|times|bigger|behind|" \
    r"clear)\b)"
MOVED = (
    rf"\b(?:rose|rise|fell|fall|grew|up|down|cut|crashed|slumped|dropped|climbed|jumped|slipped|shrank|collapsed|tumbled|plunged|sank|soared|"
    rf"surged|went|gone|fallen|risen|grown|reduced|increased|halved|doubled)\b(?: (?!and\b|but\b|while\b)[\w'’%.-]*[\w'’%]){{0,4}}? from "
    rf"(?:just |only |about )?{FIGURE}(?:%| per cent| votes| seats| MPs| points| members)?"
    rf"(?:(?: (?:in|at) (?:19|20)\d\d| last time| five years ago)? (?=from (?:just |only )?{FIGURE})|"
    rf" (?:in (?:19|20)\d\d|last time|five years ago) (?={FIGURE}(?:%| per cent| votes| seats|\s*[.;]|\s*$| (?:in|at|by|this)\b)))")
"""A fall or rise whose second figure has no “to” before it: “fell from 44% in 2017 31%”."""


@rule("lacks-word", kinds=FULL)
def lacks_word(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A small word left out: “from Labour the Conservatives”, “from 3,000 1,200”, “a majority 3,210”, “one the closest”, “four the six”."""
    text = passage.text
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    done = r"(?! (?:won|gained|took|had|have|has|held|lost|were|was|are|is|also|then|kept|now|could|would|will)\b|['’])"
    moved = r"(?:passed|went|moved|switched|swung|shifted|changed)"
    for pattern, word in (
            (rf"\bfrom {party} (?={alternatives(lexicon.many)}\b|the {alternatives(lexicon.one | lexicon.many)}\b){party}(?![\w'’-]){done}", "to"),
            (rf"\b(?:swing|went|passed|moved|swung) from {party} (?={party}(?![\w'’-]))", "to"),
            (rf"\b{moved} {party} to {party}\b", "from"),
            (rf"\bfrom (?:just |only )?{FIGURE}(?:%| votes| seats| points)? (?={FIGURE}(?:%| votes| seats| points)?\s*(?:[.,;]|$| in\b| at\b))",
                "to"),
            (MOVED, "to"),
            (rf"\b(?:a|an|his|her|its|their) (?:[a-z-]+ )?(?:majority|swing|lead|margin|turnout) (?=\d)(?!\d[\d,.]*%?{MEASURED})", "of"),
            (r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|all|most|some|many|several|half|none) (?=(?:the|its|their|these|those) "
             r"(?:\w+est|\w+ (?:seats|MPs|members|contests)|seats|few|MPs|members|most|six|seven|eight|nine|ten|\d+)\b)"
             r"(?<!\ball )(?<!\bhalf )(?! the (?:most|seats) (?:\w+ )?(?:was|is|were|are|has|have)\b)", "of"),
            (r"\b(?:won|held|lost|took|gained|kept|has|have|had|hold|holds) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) "
             r"(?=the (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)", "of"),
            (r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?=(?:ten|five|four|three) (?:voters?|electors|people|votes)\b)", "in"),
            (r"\b(?:rose|fell|grew|shrank|dropped|climbed) (?=\d[\d,.]*%? (?:to|from) \d)(?!\d[\d,.]*%? from)", "from"),
            (rf"\b(?:[Tt]he|[Ii]ts|[Aa]) (?:leader|candidate|share|majority|lead|loss|defeat|gain|fall) (?=the "
                rf"{alternatives(lexicon.one | lexicon.many)} (?:was|is|has|had)\b)",
             "of"),
            (r"\b(?:beat|beats|defeated) (?:the )?(?:[A-Z][\w'’-]+ ?){1,4}(?<= )(?=\d[\d,]* votes(?! to\b))", "by"),
            (r"\b(?:by|with|on|has|had|have|secured|defended|overturned|defending) (?=(?:majority|margin|swing) of (?:just |only |over |nearly )?"
             r"(?:\d|[a-z]+ (?:votes|points)))", "a"),
            (rf"\b(?:[Tt]he (?:seat|constituency|county|city)|[Ii]t|which|that) (?:has|had)(?: once| long| always| last)? (?=(?:held|represented|won|"
             rf"taken|gained|retained) by (?:{party}|{alternatives(lexicon.given)})\b)", "been"),
            (r"\b(?:accord|thanks|due|compared|owing) (?=(?:the|its|a) )", "to")):
        for found in every(pattern, text):
            before = text[:found.start()]
            if word == "of" and search(r"\b(?:[Ii]n|[Aa]t|[Oo]f|[Bb]y|[Ff]or|[Ww]ith|[Aa]fter|[Ff]rom|[Tt]o|[Nn]o|[Aa]nd|[Ii]f|than|[A-Z]\w+) $",
                                         before) and not search(r"\b(?:won|held|lost|took|gained|kept|has|have|had|hold|holds) ", found.group()) \
                    and match(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d)", found.group()):
                continue
            if word == "to" and search(r"\b(?:[Ff]rom)$", before):
                continue
            yield Found(found.end(), f"“{word or found.group().split()[-1]}” is missing before this: write it, or what belongs there")
    for found in every(r"\b[Bb]etween (?:\d{4}|\d[\d,.]*%?|[Ll]abour|January|May|June) (to|until|till)(?= \d)", text):
        yield Found(found.start(1), "between … and: write “and”")
    for found in every(r"\b[Ff]rom ((?:19|20)\d\d) (and)(?= (?:19|20)\d\d\b)(?! (?:19|20)\d\d,? (?:\w+ )?(?:results|figures))", text):
        yield Found(found.start(2), "from … to: write “to”")
