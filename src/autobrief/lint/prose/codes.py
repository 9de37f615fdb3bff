"""What only a table or a program should say: short codes of parties, ids, kinds, machine dates."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import FULL, PROSE, Found, rule

AFTER = r"(?:hold|holds|gain|gains|seats?|votes?|voters?|majority|majorities|MPs?|candidates?|has|have|had|won|lost|took|kept|held|gained|" \
        r"to|from|lead|leads|share|win|wins|" \
    r"\d[\d.,]*%?|too|polled|up|down|came|second|loss|losses|vote share|was|were|is|are|and|with|by|in|on|over|member|members|councillor|" \
    r"targets?|defence|takes|keeps|loses|strongholds?|heartlands?|marginals?|surge|landslide|government|victory|defeat|activists?|supporters?|" \
    r"beat|GAIN|HOLD)"


@rule("party-code", kinds=(*FULL, "heading"))
def party_code(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A party's short code in a sentence: “Con gain from Lab”, “LD”, “(RUK)”, “lab”."""
    text = passage.text
    if _is_a_table(text, lexicon):
        return
    sure = {code for code in lexicon.codes if code in lexicon.words["sure_codes"]}
    for found in every(rf"(?<![\w.'’&/@#-])({alternatives(sure)})(?![\w&/]|-(?!held|run|led|controlled|leaning|facing|to-)[a-z]{{3,}}|\.\w)",
        text):
        yield Found(found.start(), f"“{found[1]}” is a code: write the party's name")
    for found in every(r"(?<![\w'’/@#-])(?:CON|LAB)(?![\w/-])", text):
        # In a line of capitals the two are words.
        if not search(r"[A-Z]{3,}\W*$", text[:found.start()]) and not match(r"\W*[A-Z]{3,}", text[found.end():]):
            yield Found(found.start(), f"“{found.group()}” is a code: write the party's name")
    unsure = alternatives(lexicon.codes - sure)
    # Con and Lab are also a name and a dog: they are codes beside another word of elections.
    near = rf"(?:\b(?:from|to|for|by|over|than|behind|between|against|of|[Tt]he|[Aa]n?|net|with|and|where|while|as|that|but|to the|" \
           rf"from the) |^|[.?!;:(,] ?)(?P<code>{unsure})(?= {AFTER}\b|['’]s\b|[-–/](?:{unsure}|to-|held|controlled|run)|\)|,? (?:{unsure})\b)"
    last = rf"\b(?:from|to|for|by|over|behind|with|between|against|than|of|and|seats?|gains?|votes?|vs?) (?P<code>{unsure})(?=\s*[.,;:)]|" \
           rf"\s*$| (?:to|in|by|and|or|since|on|with|for)\b)"
    yield from _in_place(text, lexicon.codes - sure)
    for found in every(r"(?<![\w/])((?:Con|Lab|LD|PC|Ref|Grn|CON|LAB)/(?:Con|Lab|LD|SNP|PC|Ref|Grn|Green|CON|LAB)|SNP/(?:Con|Lab|"
                             r"LD))(?![\w/])", text):
        yield Found(found.start(), f"“{found[1]}” are codes: write the parties' names")
    for found in every(rf"\(({alternatives(lexicon.codes - sure - set(lexicon.words['word_codes']))})\)", text):
        yield Found(found.start(1), f"“{found[1]}” is a code: write the party's name")
    words = set(lexicon.words["word_codes"])
    plain = rf"(?:(?<![\w.'’&/@#-])|(?<=\b[Ee]x-)|(?<=\b[Nn]on-)|(?<=\b[Pp]ro-)|" \
        rf"(?<=\b[Aa]nti-))(?P<code>{alternatives(lexicon.codes - sure - words)})(?![\w&/-]|\.\w|['’](?!s))"
    for pattern in (plain, near, last):
        for found in every(pattern, text):
            if _is_a_name(found, text, lexicon):
                continue
            yield Found(found.start("code"), f"“{found['code']}” is a code: write the party's name")
    yield from _ids(text, lexicon)


def _ids(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """A gain for lab, ruk held."""
    ids = alternatives(lexicon.ids | {"lab", "con", "ld", "ruk", "brx", "lib-dem"})
    for found in every(rf"(?:\b(?:from|to|for|by|over|behind|and|seats?|gains?|[Tt]he|party|was|is|were|winner) |^)(?P<code>{ids}|ind)(?= "
        rf"(?:to|from|hold|"
                             rf"gain|won|held|lost|took|gained|has won|majority|votes?|vote share|vote|seats?|MPs?|candidates?)\b|"
                             rf"\s*[.:]$|: |, (?:which|who|with)\b)", text):
        if found["code"] not in ("con", "lab") or search(r"\b(?:seat|seats|vote|votes|swing|majority|won|lost|held|gain|gained|hold|"
                                                            r"took|candidate)\b", text) and not search(
                r"\b(?:the|a|an|chemistry|science|police|his|her) $", text[:found.start("code")]):
            yield Found(found.start("code"), f"“{found['code']}” is an id: write the party's name")
    for found in every(r"\b(?:for|from) (?P<code>pc|ld|grn|brx|ruk)(?=\s*[.,;](?!\w)|\s*$| (?:in|at|by|with|and|or|since|on|to|from|here|there|"
                       r"again|after|before)\b)|\b(?:[Ee]x|[Pp]ro|[Aa]nti)-(?P<ex>lab|ld|grn|brx|ruk|lib-dem|libdem)\b|"
                       r"\b(?:of|by|among|and|to|from|the|many|most|some|all|its|an?|\d+|two|three|one) (?P<voters>grn|ld|brx|ruk|libdem|"
                       r"lib-dem)(?= (?:voters?|"
                       r"members?|MPs?|candidates?|seats?|votes?|gains?|holds?|leader|councillors?|activists?|supporters?|majority)\b)", text):
        code = found.lastgroup
        yield Found(found.start(code), f"“{found[code]}” is an id: write the party's name")
    for found in every(rf"(?<![\w'’-])[A-Z][\w'’-]+,? (?:for|of) (?P<code>{ids}|grn|ind)(?=,| (?:was|came|finished|took|polled|had|won|"
                       rf"lost)\b)", text):
        yield Found(found.start("code"), f"“{found['code']}” is an id: write the party's name")
    moved = r"\b(?:won|held|holds|gained|gains?|took|taken|kept|retained|lost|beaten|hold|swing|seats?|majority|lead|went|passed|MP|elected)\b"
    for found in every(rf"{moved}[^.;:]{{0,60}}? (?:for|from|to|by|over|behind|against) (?P<code>{ids})(?=\s*[.,;](?!\w)| (?:with|in|by|at|on|since|"
                       rf"after|from|to|but)\b)", text):
        yield Found(found.start("code"), f"“{found['code']}” is an id: write the party's name")


def _is_a_table(text: str, lexicon: Lexicon) -> bool:
    """“Con 31,484; Lab 15,178; Lib Dem 1,626”: a table in a line."""
    row = rf"\b(?:{alternatives(lexicon.codes)}|[A-Z]\w+(?: [A-Z]\w+)?) \d[\d,.]*%?(?=[;,.]|$)"
    if search(rf"(?:^|[.;] )Swing: [\d.]+%? {alternatives(lexicon.codes)} to {alternatives(lexicon.codes)}\.?$", text) and text.count(": ") > 2:
        return True
    return match(rf"(?:[\w ]+: )?{alternatives(lexicon.codes)} \d", text) is not None and len(list(every(row, text))) > 2


def _in_place(text: str, codes: frozenset[str]) -> Iterator[Found]:
    """Codes that are words elsewhere, where only a party can stand: “C hold”, “Ind MPs”, “Con 45%”, “the winner for LIB was”."""
    moved = r"\b(?:held|holds|kept|keeps|retained|[Ss]eats?|[Gg]ains?|[Ss]wing|went|passed|moved|switched|taken|took|gained|lost|hold|won|votes?|"\
            r"points?|winner|stood|elected)\b"
    some = alternatives(codes | {"PC", "SF", "C"})
    for pattern in (r"(?:^|[.?!:] |\b(?:while|but|and|where|from|to|by) )(?P<code>Ref|REF)(?= (?:came|finished|won|took|gained|held|has|had|"
                    r"votes?|candidates?|"
                    r"polled|second|third|beat|MPs?|gain|hold)\b)",
                    r"\b(?P<code>Ind|Lib|Alln)(?= (?:MPs?|candidates?|members?|seats?|votes?|voters|councillors?)\b)",
                    r"(?:^|[.?!:] )(?P<code>C|PC|SF|Ind|Lib)(?= (?:hold|gain|held|gained|won|lost|took|majority|has|have|vote|kept|lead|topped|"
                    r"polled|finished|retained|came)\b)",
                    r"(?:^|[.?!;] )(?:In|At|Across|On|By|For|With|After) [^.;:]*, (?P<code>PC|SF|Ind)(?= (?:hold|gained?|held|won|lost|took|"
                    r"has|had|kept|topped|polled|finished|retained|came)\b)",
                    r"(?:^|[.?!:;,] )(?P<code>CON|LAB|Con|Lab|LIB|Lib|C|PC|SF|Ind)(?= \d+(?:\.\d)?%)",
                    r"\b(?:[Aa]n? |[Tt]he )(?P<code>Ind|PC|SF|Lib)(?= (?:hold|gain|candidate|MP|member|vote|majority|share|won|held|was|"
                    r"took)\b)(?! was on\b)",
                    r"\b(?:beat|beaten by|held off|ahead of|behind|overtook|between) (?P<code>SF|PC|Ind|Lib)(?= (?:by|in|and|with)\b|\s*[.,;])",
                    r"\b(?:been|stayed|went|turned|voted|goes|now|remains|once|solidly|still) (?P<code>Lab|Con)"
                    r"(?= (?:since|in \d|for the|again|until)\b|\s*[.,;](?!\w)|\s*$)",
                    rf"\b(?:{alternatives(codes | {'SNP', 'Labour', 'Conservative'})}) to (?P<code>Lab|Con)\b(?!['’])",
                    r"\b(?:stays|stayed|remains|remained|goes|went|are|voted|keeps|kept) (?:with )?(?P<code>Lab|Con|PC|LD)"
                    r"(?=\s*[.,;](?!\w)|\s*$| (?:with|by|in|after|and|until|for)\b)",
                    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?P<code>Con|Lab|PC|LD)(?=\s*[.,;](?!\w)|\s*$| and\b)",
                    r"(?:, | and )(?P<code>PC|LD|SF) (?=(?:one|two|three|four|five|six|seven|eight|nine|ten)(?:[.,;]| in\b| and\b|$))",
                    r"(?<![\w-])(?P<code>PC|LD|SF)(?=['’]s [A-Z][\w'’-]+ [A-Z][\w'’-]+ (?:beat|won|held|took|lost|kept|gained|is|was|came|"
                    r"finished)\b)",
                    r"(?:^|[.?!;] )(?P<code>Con|Lab) (?=(?:added|had|dropped|slipped|climbed|gained|lost|won|held|took) (?:\d|it|the|all|both|"
                    r"[a-z]+ (?:seats|points)))",
                    r"(?:^|[.;,] )(?P<code>Con|Lab|LD|PC)(?=['’]s? (?:fell|rose|share|vote|was|by)\b)",
                    r"\b(?:[Tt]he|[Aa]n?|only|first|last|one|two|three|four|\d+|all|its|their) (?P<code>PC|SF)(?= (?:gains?|majority|majorities|"
                    r"seats?|MPs?|candidates?|votes|vote share|stronghold|target|defence)\b)",
                    rf"{moved}[^.;:]{{0,40}}? (?:from|to|by|for) (?:the )?(?P<code>{some})(?! ?[A-Z][a-z]|['’.]\w|-|"
                    r" (?:users?|games?|makers?|screens?|sales|parts)\b)(?![\w&])"):
        for found in every(pattern, text):
            if not search(r"\b(?:plan|vitamin|hepatitis|section|group|[A-Z]\.?) C$", text[:found.end()], re.I):
                yield Found(found.start("code"), f"“{found['code']}” is a code: write the party's name")


def _is_a_name(found: re.Match, text: str, lexicon: Lexicon) -> bool:
    """Con the man, a Lab the dog, Green the adjective."""
    code, after, before = found["code"], text[found.end("code"):], text[:found.start("code")]
    if code == "Con" and match(r" (?:artists?|m[ae]n|wom[ae]n|tricks?|jobs?|merchants?)\b", after):
        return True
    if match(r"[-–]Lib(?:eral)?\b", after):
        return True
    other = rf"\b{alternatives(lexicon.codes - {code})}\b"
    political = search(rf"\b(?:hold|gain|gains|seats?|votes?|majority|majorities|swing|won|lost|held|MPs?|election|candidates?|councillors?|"
        rf"wins?|loss|losses|share|"
                          rf"points|winner|runner-up|second|third|came|party|result|took|beat|beaten|lead)\b|{other}", before + after, re.I)
    if not political or quoted(text, found.start("code")):
        return True
    if match(r" [A-Z][\w'’]", after) and not match(rf" {alternatives(lexicon.codes)}\b", after):
        return True
    if code in ("Con",):
        subject = search(r"(?:^|[.?!;] ?|\b(?:and|that|with|by|for|to|as|where|while|but) )$", before)
        votes = match(r"['’]s (?:majority|vote|share|lead|seats)\b| (?:hold|gain|gains|seats?|votes?|majority|MPs?|candidates?|vote|"
                         r"share|GAIN|HOLD)\b", after)
        return bool(subject and not votes and not search(other, before + after) and match(r" (?:was|is|had|has|and|said|with|in|to|"
            r"by|on)\b|['’]s\b|,", after)
                    and not search(r"\b(?:from|to|for|over|behind|against|by) $", before))
    if code == "Lab" and match(r" [a-z]", after) and not match(rf" (?:{AFTER}|who|which|where|but|so|at|for|than|came|fell|rose|did|do|"
                                                                     r"will|would|now|also|still|only|lost)\b", after):
        return True
    if code == "Lab" and match(rf" {AFTER}\b", after) and not match(r" (?:and|in|on|with|was|is|has|had|to)\b", after):
        return False
    if code == "Lab":
        return bool(search(r"\b(?:an?|the|his|her|their|black|golden|yellow|chocolate|old) $", before, re.I)
                    and not match(r" (?:hold|gain|gains|seats?|votes?|majority|MPs?|candidates?|vote|share|lead|win|to|strongholds?|heartlands?|"
                             r"marginals?|surge|landslide|government|victory|defeat|activists?|supporters?)\b", after))
    if code in lexicon.words["word_codes"]:
        return not match(r" (?:hold|gain|candidates?|votes?|seats?|majority|MPs?|won|"
                            r"vote share)\b", after) and not search(r"\b(?:gain|swing|seats?|hold) from $", before)
    return False


@rule("machine-id", kinds=PROSE)
def machine_id(passage, lexicon: Lexicon) -> Iterator[Found]:
    """An id or a machine's date: E14000989, ge2019, lab-coop, change_of_hands, 2019-12-12."""
    text = passage.text
    for pattern, what in (
            (r"(?<![\w/.@#-])[EWSNK]\d{8}(?!\w)", "a code of the statistics office: write the name of the seat"),
            (r"(?<![\w/.@#-])(?:ge|GE|by|le|sp|ep)[-_]?(?:19|20)\d\d(?:-[\w-]+)?(?!\w)", "an id of an election: write its name"),
            (r"(?<![\w/.@#-])[a-z]+\d*(?:_[a-z0-9]+)+(?!\w|\.\w)", "a program's name: write what it stands for"),
            (r"(?<![\w/.@#-])(?:lab|con|ld|ind|snp)[-_](?:co-?op|ind|con|lab|ld|snp|green|ukip|reform|gain|hold|"
             r"brexit)(?!\w)", "an id: write the party's name"),
            (r"(?<![\w/.@#-])(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|"
             r"Z)?)?(?!\w)", "a machine's date: write “12 December 2019”"),
            (r"(?<![\w/.:@#-])[0-2]\d:[0-5]\d:[0-5]\d(?!\w)", "a machine's time: write “3.05am”"),
            (r"(?<![\w/.@#-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}(?!\w)", "a digest: take it out"),
            (r"(?<![\w@#])\w+/\w+/[\w-]+(?=\s|$)(?<!and/or)", "an id: write what it stands for")):
        for found in every(pattern, text):
            if found.group().startswith("GE") or what.startswith("an id: write what") and (not search(r"\d", found.group())
                    or re.fullmatch(r"[\d/]+", found.group())):
                continue
            yield Found(found.start(), f"“{found.group()}” is {what}")
    for found in every(r"(?<![\w/.@#-])[a-z]+(?:-[a-z]+)+(?![\w/]|\.\w)", text):
        if found.group().replace("-", " ") in lexicon.names and found.group() not in lexicon.words["compass"]:
            yield Found(found.start(), f"“{found.group()}” is an id: write the name as it is spelt")
    for found in every(r"\\[nrtu](?=\s|$|[A-Z0-9])|Ã[\u0080-\u00bf©¨´¶¼‰]|â€[™œ\u009d“”˜]?|Â(?=[£ \u00a0])|&(?:amp|nbsp|lt|gt|quot|"
                             r"#39);", text):
        yield Found(found.start(), f"“{found.group()}” is a character read in the wrong encoding: write the letter itself")


@rule("result-code", kinds=FULL)
def result_code(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A result as a table says it: “Telford: CON HOLD”, “LAB GAIN FROM CON”."""
    for found in every(r"\b(?:CON|LAB|LD|LIB DEM|SNP|PC|GRN|GREEN|REF|UKIP|DUP|SF|IND) (?:HOLD|GAIN(?: FROM [A-Z ]+)?)\b|\b(?:CON|"
                             r"LAB|GRN|REF|IND)(?= (?:hold|gain|majority|seats?|votes?|won|lost|took|held|to)\b)", passage.text):
        yield Found(found.start(), f"“{found.group()}” is for a table: write it as a sentence")
