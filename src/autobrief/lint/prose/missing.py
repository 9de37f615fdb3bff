"""A value that never came: None, an unrendered placeholder, an empty pair of brackets, a gap."""

import re
from collections.abc import Iterator

from .clauses import opens_clause
from .heads import masked
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import PROSE, Found, rule

EVERYWHERE = (*PROSE, "cell")
UNIT = r"(?:%|(?:per cent|percentage|points?|votes?|seats?|MPs?|majority|voters?|members?|candidates?|am|pm)(?!\w))"
BEFORE = r"(?:by|to|from|at|was|is|were|than|with|in|for|beat|won|over|just|only|about|and|majority of|swing of|share of|turnout of|lead of|total of)"
AFTER = rf"(?=\s*(?:[.,;:)]|$)|\s*{UNIT}|\s+(?:to|from|in|of the|and|for|over|with|has|was|won|held|took|lost|beat|by)\b)"


@rule("placeholder", kinds=EVERYWHERE)
def placeholder(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A template that was never filled in: `{{`, `{%`, `{name}`, `${x}`, `%s`, `[NAME]`, `<seat>`, TODO."""
    for found in every(
            r"\{\{.*?(?:\}\}|$)|\}\}|\{%.*?(?:%\}|$)|%\}|\{#.*?#\}|\$\{?[a-z_]\w*\}?|\{[a-zA-Z_][\w.| ]*\}|\{\d*\}|%\(?[a-z_]*\)?[sdrif](?![\w%])|"
            r"\[(?:[A-Z][A-Z_ /-]{2,}|(?:insert|name|seats?|party|number|figures?|mp|tbc|tk|votes?|majority|candidates?|winner|"
            r"swing|turnout|share|region|county|date|time|place|town|percent|percentage|runner-up|result|x|value)\b[^\]]{0,30})\]|<(?:[a-z_]+|"
            r"[A-Z_ ]+)>|"
            r"\[(?:Name|Seat|Candidate|Constituency|Number|Figure|Insert|Region|Winner|Majority|Turnout)\b[^\]]{0,30}\](?!\()|(?<=by |of |is |to )"
            r"xxx+\b|(?<=by )Unknown(?= (?:until|in|since|with)\b|[.,])|"
            r"\b(?:TODO|FIXME|TBC|TBD|TKTK|TK|XXX+|[Ll]orem ipsum)\b|\?\?+(?=\s|$)|_{3,}", passage.text):
        if match(r"%[a-z]", found.group()) and search(r"\d$", passage.text[:found.start()]):
            continue
        yield Found(found.start(), f"“{found.group()}” was never filled in: write the value, or take the sentence out")


@rule("no-value", kinds=EVERYWHERE)
def no_value(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A program's word for nothing: None, nan, null, undefined, NaT, N/A, [object Object]."""
    text = passage.text
    sure = r"NaN|NAN|NaT|NULL|N/A|#N/A|#REF!|#DIV/0!|#VALUE!|nil\?|\[object Object\]|Decimal\([^)]*\)|datetime\.\w+\([^)]*\)|<NA>|-?inf\b|" \
        r"\bInfinity%|XX+(?= (?:votes|seats|points|per cent|MPs))"
    patterns = [
        rf"(?<![\w/])(?:{sure})(?!\w)",
        rf"(?<=[a-z,0-9] )None\b(?!-)|(?<=[(£])None\b|\bNone(?=\s*{UNIT}|'s\b|,|\.|\))|^None$",
        r"(?:(?<=^)|(?<=\s)|(?<=[(£]))(?:nan|null|undefined)(?=%|'s\b| per cent\b| percentage points?\b| points\b| votes\b| seats\b)|"
        r"^(?:nan|null|undefined|None)$",
        rf"\b{BEFORE} \K?(?:nan|null|undefined){AFTER}".replace(r"\K?", ""),
        r"(?:(?<=^)|(?<=\. ))(?:Undefined|Null|Nan|undefined|null|nan) (?:has|had|held|won|took|lost|gained|beat|was|is|kept|takes|holds|wins|"
        r"gains|keeps|beats|loses|retains|retained|regains|polled|came|finished|polls|leads)\b",
        r"(?<=: )None(?= (?:gained|held|won|lost|took|taken|gain|hold) (?:from|by|with))",
        r"\b(?:turnout|majority|share|swing|lead|vote|winner|runner-up|seat|margin) (?:was|is|of) (?:undefined|null|nan)\b",
        rf"\b(?:was|is|by|to|from|of|has|have|had|won|lost|held|gained|kept|took) (?:True|False)(?=\s*(?:[.,;)]|$)|\s*{UNIT})",
        r"^None(?= (?:won|held|took|gained|kept|beat|holds|wins|takes|gains) (?:the seat|it|[A-Z][\w-]+)\b[^.]*? (?:by|with(?: a majority of)?) \d)",
        r"^None(?= (?:gains?|holds?|wins?|loses?|keeps?|takes?|retains?|regains?|gained|held|won|lost|kept|took) (?!Labour\b|Reform\b|Plaid\b)[A-Z]"
        r"[\w'’-]+(?: (?:[A-Z][\w'’-]+|and|upon|on|of|under|the))*,? (?:for|from|with|by|after) )",
        r"(?<![\w'’.])(?:nan|null|undefined)(?![\w'’-])",
        r"(?<![\w.])(?:None|null|nan|undefined) (?:None|null|nan|undefined)\b",
        r"(?<=\s)'None'|\(none\)|\[\s*None\s*\]",
    ]
    for pattern in patterns:
        for found in every(pattern, text):
            word = search(rf"(?:{sure}|None|nan|null|undefined|True|False|Undefined|Null|Nan|none)", found.group())
            at = found.start() + (word.start() if word else 0)
            if word and word.group() == "None" and _is_a_word(text, at, passage.kind):
                continue
            if found.group() in ("nan", "null", "undefined") and _is_english(text[:at], found.group(), text[found.end():]):
                continue
            if word and word.group() in ("null", "Null") and match(r"\w+ (?:and void|hypothes|result)", text[at:]):
                continue
            if search(r"[\"“‘']$", text[:at]) and match(r"[\w/]+[,.]?[\"”’']", text[at:]) and not search(r"[\[(]'$", text[:at]):
                continue
            yield Found(at, f"“{word.group() if word else found.group()}” stands where a value is missing: write the value, or take the sentence out")


def _is_english(before: str, word: str, after: str) -> bool:
    """Her nan; null and void; an undefined role."""
    if word == "nan":
        return bool(search(r"(?:\b(?:her|his|my|our|your|their|the|a|old|dear|one)|['’]s) $", before, re.I)) \
            and not match(rf" (?:\w+ )?{UNIT}", after)
    if word == "null":
        return bool(search(r"\b(?:an?|the|declared|ruled|made|rendered|is|was|were|as|be|and) $", before, re.I)) \
            or match(r" (?:and void|hypothes|results?\b)", after) is not None
    if match(rf" {UNIT}", after):
        return False
    return bool(search(r"\b(?:an?|the|is|was|were|are|left|remains?|remained|some|as yet|still|largely|so|and|any) $", before, re.I))


def _is_a_word(text: str, at: int, kind: str) -> bool:
    """None that opens a sentence or a quotation, or stands in a title with capitals."""
    before, after = text[:at].rstrip(), text[at + 4:]
    if match(r" [Oo]f [Tt]he [Aa]bove\b", after):
        # Candidates have stood under this name.
        return True
    if kind == "cell" and text.strip() == "None":
        return False
    if match(rf"\s*{UNIT}|'s\b", after):
        return False
    if not before and match(r" [a-z]+ [A-Z][\w'’-]+[^.]*? (?:for|from|with a|by \d|after)\b", after) and not match(
            r" [a-z]+ (?:Labour|Reform|Plaid)\b", after):
        return False
    if kind == "heading" and not search(rf"\b{BEFORE}$", before):
        return True
    if search(r"\bis|and$", before) and match(r" (?:but|of the above|Shall)\b", after):
        return True
    opens = not before or before[-1] in ".?!:;—–\"“'‘(*"
    return opens and not match(r"\s*[.,)]", after) or kind == "cell" and before != ""


@rule("no-one", kinds=("paragraph", "item"))
def no_one(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Nobody before the clause about them: “among those beaten is, who had”."""
    for found in every(r"\b(?:is|was|are|were|beat|the|and|of|by|from|behind|with|over|than)(?P<at>), (?:who|which|whose) (?=(?:had|has|"
                             r"have|was|is|were|won|lost|held|"
                             r"took|majority|seat|stood)\b)", passage.text):
        yield Found(found.start("at"), "write who it was before this")


@rule("empty-brackets")
def empty_brackets(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Brackets or quotation marks with nothing between them, or only a unit."""
    for found in every(rf"\(\s*(?:[,;]\s*)?(?:{UNIT})?\s*\)|\[\s*\]|\{{\s*\}}|“\s*”|‘\s*’|(?<![^\s(])\"\s*\"(?=[\s.,;]|$)|"
                             rf"\(\s*[,;][^)]*\)|\([^()]*,\s*\)",
                             passage.text):
        if not re.fullmatch(r"\((?:majority|vote|seats?|votes|points|members?|"
                            r"candidates?)\)", found.group()) or found.group() in ("(votes)", "(points)"):
            yield Found(found.start(), f"“{found.group()}” has nothing in it: write what belongs there, or take it out")


@rule("gap")
def gap(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Two spaces inside a sentence, where a name or a figure should be."""
    for found in every(r"(?<=[^\s.?!:;|])[ \u00a0]{2,}(?=[^\s|])", passage.text):
        yield Found(found.start() + 1, "two spaces: write the name or figure that is missing here, or take one of them out")


MOVED = "won|lost|beat|beats|held|hold|rose|fell|grew|shrank|gained|kept|took|led|leads|ahead|up|down|decided|separated|settled|divided|cut|" \
    "increased|decreased|rise|fall|" \
        "win|wins|holds|increase|drop|dropped|beaten|defeated|narrowed|widened|won it|clear|taken|retained|regained|swing|majority|elected"
NO_FIGURE = (
    (r"\b(?:by|of|to|from|was|at|with) (?:[-–—]|\?+|#+) ?(?:votes|points|seats|%|per cent)(?!\w)", ""),
    (r"\b(?:majority|swing|lead|margin|turnout|gap|share|total|difference|fall|rise|increase|gain|loss)\b(?: [\w'’-]+){0,7}? (?:was|is|were|"
     r"stood at|reached) (?:just |only |about |nearly |almost )?(?:points|votes|seats|per cent|percentage points)\b", ""),
    (r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Ss]ince|[Aa]round|[Aa]bout|[Ff]rom) (?:am|pm)\b(?! (?:dial|band|radio|schools?))", ""),
    (r"\b(?:only|just|nearly|almost|about|over) (?:%|per cent|percentage points)(?=\s*[.,;)]|$| (?:of|in|to|from)\b)", ""),
    (rf"\b(?:{MOVED})\b(?: [\w'’-]+){{0,9}}? by (?:votes|points|seats|per cent|percentage points|%)"
     r"(?=\s*(?:[.,;:)]|$)| (?:in|to|over|from|there|ahead|on|after|at|with|compared|since|last|and (?:the|is|was|has|had|Labour))\b)", "by"),
    (r"\b(?:was|is|at|to|from|of|stood at) (?:%|per cent|percentage points?)(?!\w)", ""),
    (r"\b(?:majority|lead|margin|swing|total|turnout|share|rise|fall|increase|drop|gain|loss|tally) of (?:votes|points|"
     r"percentage points|seats|per cent|%)"
     r"(?=\s*(?:[.,;:)]|$)| (?:in|to|over|from|at|with|compared|since|last|ahead)\b)", "of"),
    (r"(?:(?<=\s)|(?<=^)|(?<=\())(?:%|£|€)(?=[\s.,;)]|$)", ""),
    (r"(?:(?<=\s)|(?<=^))['’]s (?=[a-z])", ""),
    (r"\b(?:won|has|have|had|holds|hold|keeps|kept|took|takes|lost|gained|now have|now has) of (?:the|its|their) (?:\d|votes?\b|"
     r"seats\b|[a-z]+ (?:seats|constituenc))|\bwith of (?:the|its|their)\b", ""),
    (r"\b(?:from|to) (?:votes|points|per cent|percentage points)(?=\s*(?:[.,;:)]|$)| (?:to|from|in)\b)", ""),
    (r"\b(?:swing|majority|lead|margin|turnout|gap|rise|fall)(?: \w+){0,3}, (?:points|votes|per cent|percentage points),", ""),
    (r"\b(?:narrowed|rose|fell|grew|shrank|cut|up|down|dropped|widened|climbed|reduced|slipped|went|raised) (?:to|from) (?:just |only )?"
     r"(?:points|per cent|percentage points)(?=\s*(?:[.,;:)]|$)| (?:in|at|over|from|to)\b)", ""),
    (r"\b(?:only|just|nearly|about|some|finished|ended|came|were|was|are|is|stood|lay|than) (?:votes|points|seats) (?:between|separated|"
        r"in it|"
     r"apart|ahead|behind|clear|short|adrift)\b", ""),
    (r"\b(?:with|within|than|by|over|under|only|behind|until) (?:points|per cent|percentage points)(?=\s*[.,;:)]|$| (?:of|in|at|from)\b)", ""),
    (r"\bwithin (?:votes|points|seats|per cent|percentage points)\b", ""),
    (r"\b(?:polled|received|secured|got) (?:votes|points)(?=\s*[.,;:)]|$| (?:to|in|at|here|there)\b)", ""),
    (r"(?:^|[.?!] )(?:At|By|With|From) (?:points|per cent|percentage points)(?=,)", ""),
    (r"\b(?:rose|fell|grew|dropped|climbed|slipped|added|shed|up|down) (?:points|percentage points)\b", ""),
    (r"\b(?:polled|took|won|secured|got) of the (?:vote|poll)\b|['’]s? of the (?:vote|seats)\b|, of the vote (?=was|were|went)", ""),
    (r", by (?:votes|points)(?=\s*[.,;]|$)|\b(?:largest|ahead|first|party) with (?:seats|votes)(?=\s*[.,;]|$)", ""),
    (r"(?:^|, |[.?!] )[Oo]f \d+ (?:\w+ )?(?:seats|results|contests) (?=(?:had|have|has) )", ""),
    (r", (?:points|votes|per cent|percentage points) (?=(?:from|to|in|at|last|on|ahead|behind|more|fewer)\b)", ""),
    (r", (?:of|with|by) (?:votes|points|seats|per cent|percentage points|MPs)(?=,)", ""),
    (r"\b(?:polled|took|received|secured|got|had|has|have|won) (?:votes|points|seats) (?:more than|fewer than|less than|ahead of|behind)\b",
        ""),
    (r"\b(?:to|from|for|of) by (?=\d[\d,]* (?:votes|points))", ""),
    (r"(?:^|, |[.?!] )[Oo]f (?:the|its|their|these|those) (?:[\w'’,-]+ ){0,4}?(?:seats|MPs|members|votes|results|contests) (?=(?:had|"
        r"have|has|"
     r"were|are|was) )", ""),
    (r"(?<=\s)-(?:seat|vote|point)(?= )", ""),
    (r"\b(?:[Ff]or|in|[Aa]fter|[Bb]y|of|[Ww]ith|[Ww]ithin|to|at|from) (?:just |only |well |a little )?(?:over|under|more than|fewer than|less than|"
     r"nearly|almost|about|around|at least|up to) (?:years|decades|months|weeks|hours|minutes|votes|points|seats|MPs|members|voters|per cent|"
     r"percentage points)(?![\w-])", ""))


@rule("no-figure")
def no_figure(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A unit without its figure, or a possessive without its owner."""
    for pattern, what in NO_FIGURE:
        for found in every(pattern, passage.text):
            if "of" == what and search(r"share of (?:votes|seats)", found.group()):
                continue
            if search(r"\bno matter|by (?:votes|seats) and\b", found.group()) or search(r"(?:share|majority) of (?:votes|"
                r"seats)$", found.group()) \
                    and match(r"\s+(?:in|cast|won)", passage.text[found.end():]):
                continue
            if found.group().startswith(("to votes", "from votes", "to points", "from points")) and not search(r"\d",
                    passage.text[:found.start()]):
                continue
            unit = search(r"\S+$", found.group())
            yield Found(found.start() + (unit.start() if unit else 0), f"“{found.group().strip()[-40:]}” lacks its figure or name: write "
                f"it before “{found.group().split()[-1]}”")


@rule("no-subject", kinds=("paragraph", "item"))
def no_subject(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb that lacks who did it: “After a recount, retained the seat”."""
    done = r"(?:(?:took|became|beat|came second)\b|(?:won|held|retained|gained|lost|kept|regained) (?=the seat|it\b|all\b|both\b|\d|[A-Z][\w-]+ " \
        r"(?:by|from|with)\b))"
    for found in every(r"(?:^|(?<=[.?!] ))(?:After|In|At|By|With|For|On|Despite|Following|Here|There|Last time|This time) ?[^,.;]*, "
                             rf"(?P<verb>{done})", masked(passage.text, *lexicon.places)):
        if not search(r"\b(?:who|which|that|and)\b", found.group()):
            yield Found(found.start("verb"), f"write who it was before “{found['verb'].strip()}”")


@rule("no-object")
def no_object(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb that lacks what was held or taken: “The Conservatives held by 4,280 votes”."""
    text = passage.text
    subject = rf"(?:(?:[Tt]he )?{alternatives(lexicon.one | lexicon.many)}|{alternatives(lexicon.given)} [A-Z][\w'’-]+)"
    for found in every(rf"(?<![\w'’-]){subject} (?:held|took|kept|retained|regained|holds|takes|keeps) (?=(?:by|from|with|for|in) (?:\d|"
                             rf"[A-Z]|an? |the [A-Z]))", text):
        if opens_clause(text[:found.start()]) and not search(r"\b(?:which|that|what|who|whom) $", text[:found.start()]) \
                and not match(r"in (?:\d|[A-Z]|a|the)", text[found.end():]):
            yield Found(found.end(), "write what was held or taken before this")
    yield from _from_whom(text, subject)
    for found in every(r"(?<![\w'’-])(?:(?<!which [A-Z])[A-Z][\w'’-]+|[Hh]e|[Ss]he|who) (?:took|takes) (?=(?:from|for) (?:[A-Z]|the [A-Z]|an "
        r"(?:independent|SNP)))", text):
        if not search(r"\b(?:which|that|what|seats?|those|ones?|all|votes|places?) (?:[A-Z][\w'’-]+ |the )*$", text[:found.start()]):
            yield Found(found.end(), "write what was taken before this")


def _from_whom(text: str, subject: str) -> Iterator[Found]:
    """“Labour gains from the Conservatives by 1,243 votes”, “the DUP won from the UUP with a swing of 2.4 points”, “replaces, who stood down”."""
    owner = r"(?:(?:[Tt]he )?[A-Z]\w+(?: [A-Z]\w+)?['’]s? )?"
    opening = r"(?:^|(?<=[.?!;] )|(?<=, but )|(?<=, and )|(?<=, while )|(?:In|At) [A-Z][\w'’ -]{2,40}, )"
    from_whom = r"(?:from|off) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
    ways = r"(?:by (?:just |only |more than |fewer than )?\d[\d,]*(?: votes)?\b(?! to)|with a (?:swing|majority|margin) of|" \
           r"on a (?:[\d.]+-point )?swing)"
    for found in every(rf"{opening}{owner}{subject} (?:has |have |had )?(?P<verb>gains?|gained|wins?|won|takes?|took|taken|captures?|captured|"
                       rf"regains?|"
                       rf"regained|seizes?|seized) (?={from_whom} {ways})", text):
        yield Found(found.end("verb") + 1, "write what was won or taken before this")
    for found in every(r"(?:^|(?<=[.?!;] ))(?:The|Its|Their) new (?:\w+ )?(?:MP|member|leader|speaker)(?: for [A-Z][\w ]+)? (?P<verb>replaces|"
                       r"succeeds|"
                       r"replaced|succeeded|beat|defeated|ousted|unseated)(?=, (?:who|an?|the)\b| (?:in|by) \d)", text):
        yield Found(found.end("verb"), "write who after this")
