"""Rises that fall: “rose by -3”, “rose from 10,000 to 8,000”, more than all of the votes."""

import re
from collections.abc import Iterator
from decimal import Decimal

from .counts import WORDS, amount
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import FULL, Found, rule

UP = r"(?:rose|rises|rising|risen|rise|grew|grows|growing|grown|growth|increased|increases|increasing|increase|climbed|climbing|climb|" \
     r"jumped|jump|widened|widening|swelled|swollen|up|gained|" \
    r"doubled|trebled|tripled|boosted|expanded|extended|improved|raised|went up|advanced|edged up|strengthened|leapt)"
DOWN = r"(?:fell|falls|falling|fallen|fall|dropped|drops|dropping|drop|shrank|shrinks|shrinking|shrunk|cut|decreased|decreases|decrease|" \
       r"declined|declining|decline|slipped|slipping|narrowed|narrowing|" \
    r"reduced|reducing|slashed|down|halved|halving|trimmed|whittled|dwindled|went down|lowered|sank|sunk|tumbled|dipped|plunged|lost)"
COUNT = rf"(?:an? )?(?:[£€$])?(\d[\d,]*(?:\.\d+)?|{alternatives(set(WORDS) - {'no'})})(?![\w:]|,\d|\.\d)(?:%| per cent|" \
        rf" percentage points?| points?| votes?| seats?| MPs?)?"
GAP = r"(?: (?!from\b|and\b|but\b|while\b|to\b|who\b|which\b|against\b|with\b)[\w'’.%,-]*[\w'’%]){0,9}?"
MINUS = rf"(?:[-−–]\s?(?=\d)|minus (?=\d|{alternatives(set(WORDS) - {'no'})}\b))"
NOUNS = r"(?:[Ss]wing|majority|[Ll]ead|margin|[Tt]urnout|[Rr]ise|[Ff]all|[Ii]ncrease|decrease|[Dd]rop|[Gg]ain|[Ll]oss|share|total|majorities|" \
    r"plurality|vote)"


SIGNED = re.compile(r"(?<=[a-z,] )[-−](?=\d)")
DONE_SUM = r"\b(?:net|rating|ratings|score|scores|balance|temperatures?|average|polling|approval|minus|difference|change|changes|of|shows?|" \
           r"column|growth|inflation|economy|GDP|rate|rates|reads?)\b[^.;]*$"
"""Words after which a figure may well be below nought."""


def _against_the_word(text: str) -> Iterator[int]:
    """Where a minus stands after a word that says which way it went."""
    if not search(r"[-−–]\s?\d|minus ", text):
        return
    signed = rf"\b(?:{UP}|{DOWN}|won|held|beat|ahead|led|leads|behind|beaten|changed|moved|swung|smaller|larger|lower|" \
             rf"higher)\b(?: (?!from\b)[\w'’-]+){{0,6}}? by {MINUS}"
    for pattern in (signed, rf"\b(?:{UP}|{DOWN}) {MINUS}", rf"\b{NOUNS}(?: \w+){{0,3}}? (?:of|was|is|at|to|by) (?:only |just |about |"
                                                           rf"nearly )?{MINUS}", rf"\b(?:by|of) {MINUS}(?=\d[\d,.]*\s?(?:votes|points|"
                                                               rf"seats|%|per cent|percentage))",
                    rf"\b(?:[Aa]n?|[Tt]he) {MINUS}(?=\d[\d,.]*[- ]?(?:point|vote|seat|%)[\w-]* (?:swing|majority|lead|rise|fall|gain|loss))",
                    rf"(?:^|(?<= )){MINUS}(?=\d[\d,.]* (?:votes|seats|points|MPs)\b)"):
        for found in every(pattern, text):
            if found.group().startswith("growth") or search(r"\b[Tt]he (?:net )?(?:change|difference|movement)\b[^.;]*$", text[:found.end()]):
                continue
            if match(r"\d[\d.]*\s?(?:°|C\b|degrees)", text[found.end():]) or search(r"\d\s?$", text[:found.end() - 1].rstrip("-−– ")) \
                    or search(r"\b(?:[Cc]hanges?|[Nn]et|difference|movement|figure|balance|score|rating)(?: \w+)? of $",
                              text[:found.start()] + re.split(r"[-−–]|minus ", found.group())[0]):
                continue
            yield found.end() - 1


@rule("direction")
def direction(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb of rising or falling with a sign of its own, or with nought: “rose by -3”, “up -4 points”, “fell by 0”."""
    text = passage.text
    for at in _against_the_word(text):
        yield Found(at, "the word says which way: write the figure without its minus, or the other word")
    for found in every(rf"\b(?:{UP}|{DOWN}) by \+(?=\d)|\b(?:up|down) \+(?=\d)|\b(?:majority|swing|lead) of \+(?=\d)", text):
        yield Found(found.end() - 1, "the word says which way: write the figure without its plus")
    for found in every(rf"\b(?:{UP}|{DOWN}|won|held|beat|ahead)\b(?: [\w'’-]+){{0,5}}? by (?:(?:0|nought|zero)(?:\.0+)?(?:%|"
                             rf" per cent| points?| votes?| percentage points?)?(?![\w.,]\d|\w)|no (?:points|votes))", text):
        unit = search(r"(?:0|nought|zero|no)[^a-z]*\w*\W?\w*$", found.group())
        yield Found(found.start() + (unit.start() if unit else 0), "nothing moved: write that it did not change")
    for found in every(r"\b(?:majority|swing|lead|margin) of (?:0|nought|zero|no)\b(?![.,]\d)", text):
        yield Found(found.start(), "a figure of nought: write what it was, or take it out")


@rule("minus", kinds=FULL)
def minus(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A figure with a minus where no sum is done and no word before it says which way: “with -48.3% of the vote”."""
    text = passage.text
    # "Labour +11.4, Conservatives -24.1": changes, each with its sign.
    signs = [] if search(r" \+\d", text) else list(SIGNED.finditer(text))
    told = set(_against_the_word(text)) if signs else set()
    for found in signs:
        after = text[found.end():]
        if search(r"\(\d[\d.]*%?(?:,| \(|;) ?$", text[:found.start()]):
            # Polled 14,206 votes (41.2%, -3.1): a result with its change.
            continue
        if found.start() not in told and (not match(r"[\d.,]*\d\s?(?:°|C\b|degrees|-)", after) and not search(
                DONE_SUM, text[:found.start()], re.I) or match(r"[\d.,]*\d% of the vote|[\d,]+ votes", after)):
            yield Found(found.start(), "write the figure without its minus")


@rule("from-to")
def from_to(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb that its two figures contradict: “rose from 10,000 to 8,000”, “cut from 720 to 10,941”."""
    text = passage.text
    between = r"(?:, or [\w.,]+%?,?| votes?| in \d{4}| at the last election| last time| points?| seats?)*"
    forward = rf"\b(?P<verb>{UP}|{DOWN})\b{GAP}(?:,)? from {COUNT}{between} to (?:just |only |about |almost |nearly )?{COUNT}"
    backward = rf"\b(?P<verb>{UP}|{DOWN})\b{GAP} to (?:just |only |about |almost |nearly )?{COUNT}{between}(?:,)? from {COUNT}"
    for pattern, swapped in ((forward, False), (backward, True)):
        for found in every(pattern, text):
            one, two = (found[3], found[2]) if swapped else (found[2], found[3])
            first, second = amount(one), amount(two)
            if first is None or second is None or _year(one) and _year(two) or match(r"\s?(?:am|pm|m\b|bn|million|billion|"
                r"[A-Z][a-z]+ \d{4}|st\b|nd\b|rd\b|th\b|January|February|March|April|May|June|July|August|September|October|November|"
                r"December)", text[found.end():]):
                continue
            verb = found["verb"]
            rises = re.fullmatch(UP, verb) is not None
            if verb in ("lost", "gained") and not search(r"\b(?:went|fell|rose)\b", found.group()) or verb == "down" and search(r"\bup\b",
                    found.group()):
                continue
            if search(r"\b(?:hands|place|places|places)\b", found.group()):
                continue
            if (second <= first) if rises else (second >= first):
                wrong = "equal" if first == second else "fell" if second < first else "rose"
                yield Found(found.start("verb"), f"“{verb}”, but the figures {'are equal' if wrong == 'equal' else wrong}: check the verb "
                                                 f"and the order of {one} and {two}")
    for found in every(rf"\bfrom {COUNT}{between} to {COUNT}(?:,| -| –)? an? (?:\w+ )?(?P<noun>rise|increase|gain|fall|drop|loss|decrease|"
                             rf"decline|cut) of\b", text):
        first, second = amount(found[1]), amount(found[2])
        rises = found["noun"] in ("rise", "increase", "gain")
        if first is not None and second is not None and ((second <= first) if rises else (second >= first)):
            yield Found(found.start("noun"), f"“{found['noun']}”, but the figures do not: check the word and the order of {found[1]} and {found[2]}")
    for found in every(rf"\b(?P<verb>{UP}|{DOWN})\b{GAP} by {COUNT},? from {COUNT}{between} to {COUNT}", text):
        move, first, second = amount(found[2]), amount(found[3]), amount(found[4])
        same_unit = "%" in found.group() or "." in found[2] or "," in found[2] or found[2].isdigit()
        if None not in (move, first, second) and same_unit and abs(abs(second - first) - move) > Decimal("0.2") and not search(r"per cent|%",
                re.split(r" from ", found.group())[0]):
            yield Found(found.start(2), f"from {found[3]} to {found[4]} is {abs(second - first):,}, not {found[2]}")


def _year(text: str) -> bool:
    return re.fullmatch(r"1[5-9]\d\d|20\d\d", text) is not None


@rule("impossible")
def impossible(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A share over 100%, more than all of something, a majority larger than the vote."""
    text = passage.text
    number = r"(\d[\d,]*(?:\.\d+)?)\s?(?:%| per cent| percent)"
    for found in every(rf"(?<![\d.,-]){number}(?: of (?:the |all |those )?(?:(?:valid |popular |party's |total )?votes?|seats?|"
                             rf"electorate|poll|voters|electors|ballots|valid votes))|"
                             rf"\b(?:[Tt]urnout|share|vote share|[Ss]hare of the vote)(?: (?!rose\b|fell\b|by\b|grew\b|up\b|down\b|"
                             rf"increase|doubled)[\w'’-]+){{0,6}}? (?:was|of|is|at|to|stood at|reached) {number}|"
                             rf"\bwith {number} of the|\b{number} (?:turnout|share|vote share)\b|\bbacked \w+ by {number}", text):
        value = next((amount(group) for group in found.groups() if group), None)
        if value is not None and value > 100:
            place = search(r"\d", found.group()).start()
            yield Found(found.start() + place, "more than all of it: check the figure")
    for found in every(rf"(?<![\w.,]){COUNT} (?:out )?of (?:the |its |their |all )?(?:region's |county's |city's |"
                             rf"party's )?{COUNT}(?= (?:\w+ )?(?:seats|MPs|members|constituencies|votes|candidates|contests|results|"
                             rf"declared|declarations)\b)", text):
        first, second = amount(found[1]), amount(found[2])
        if _year(found[1].rstrip(",")) and not _year(found[2]) and search(r"\b(?:[Ii]n|[Ss]ince|[Bb]y) $", text[:found.start()]):
            continue
        if first is not None and second is not None and first > second and not match(r"one\b", found.group(), re.I):
            yield Found(found.start(), f"{found[1]} is more than {found[2]}: check both figures")
    for found in every(r"\b(?:won|polled|with|took|had) (\d[\d,]*) votes,? (?:and )?(?:with )?a majority of (\d[\d,]*)", text):
        votes, majority = amount(found[1]), amount(found[2])
        if votes is not None and majority is not None and majority > votes:
            yield Found(found.start(2), "a majority larger than the winner's vote: check both figures")
