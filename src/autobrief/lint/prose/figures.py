"""Figures as they are written: 10,941; 8.4 points; 22nd."""

import re
from collections.abc import Iterator

from ... import grammar
from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import PROSE, Found, rule

UNITS = r"(?:votes?|voters?|electors|people|ballots|majority|majorities|seats|residents|-vote|supporters|members)"
POLITICS = r"\b(?:vote|votes|share|turnout|swing|majority|seat|seats|party|Labour|Conservatives?|SNP|Greens?|Reform|Democrats?|electorate)\b"

MALFORMED = (
    (r"\d\.(?=%|,\d)", "a figure with a stop too many: check it"),
    (r"%%+|%\s?per ?cent|per ?cent\s?%|per cent per cent|"
             r"% points?\b", "write the unit once: “%” or “per cent”, or “points” for a change of share"),
    (r"(?<![\w.,])\d+(?:\.\d+)?e[+-]?\d+(?!\w)|(?<![\w.,/])\d+\.\d{4,}(?![\w.])|(?<![\w.,])\d+\.\d{3}(?= (?:votes|points|seats|"
             r"per cent|voters)\b)", "a program's figure: write it as a reader would"),
    (r"(?<![\w.,])\d[\d,]*\.\d+\.\d+(?=%| per cent| points?| votes?| seats?)", "two points in one figure: check it"),
    (r"(?<![\w.,:/+-])0\d[\d,]*(?= (?:votes|seats|points|MPs)\b)", "write the figure without its leading nought"),
    (r"(?<![\w.,])\d+,(?= ?\d{3} (?:votes|voters|people))(?=\s)|(?<![\w.,])\d{1,3} (?=\d{3} (?:votes|"
             r"voters))", "write the figure without a space in it"),
    (r"(?<![\w.,])\d[\d,]*\.\d+(?= (?:votes?|seats?|MPs?|candidates?|members?)\b)", "no such thing as part of one: check the figure"),
    (r"(?<![\w.,£$€])\d{1,3}(?:,\d{3})+\.0+(?!\d)", "a program's figure: write it without its nought"),
    (r"\bby (?:an?|his|her|its) \d{1,3},\d{3} (?=majority\b)|\b(?:under|over|of) \d 000\b",
                "write “a 12,169-vote majority”, or “a majority of 12,169”"),
    (r"\b(?:majority|swing|lead|turnout|share|margin) (?:was|is|of|at) \+(?=\d)", "no plus before a size"),
    (r"\b(?:[Ss]wing|[Tt]urnout|share) (?:was|of|stood at) \d+\.\d+(?=\s*[.,;](?!\d))(?<!points)", "the unit is missing"),
    (r"(?<![\w.,])\d+\.(?= (?:points?|per cent|votes|seats)\b)|(?<![\w.,\d])\.\d+(?=%| points?|"
             r" per cent)", "a figure is missing beside the point: write it"),
    (r"(?<=[\s(])[-−]0(?:\.0+)?(?![\w.,]\d|\d)(?=\s|%|$|[.,;)])", "minus nought: write that it did not change"),
    (r"(?<![\w.,])\d[\d,]*[oO],?\d+|(?<![\w.,])[1-9][\d,]*[lI],?\d+|\b\d[\d,]*,(?=[a-z])", "no figure: write it whole"))
"""What no figure looks like, and what to do about it."""


@rule("figure", kinds=PROSE)
def figure(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A malformed figure: 10941 votes, 10,94, 1,0941, 1.0 points, 8.45 points, 5%%, 1e+04."""
    text = passage.text
    for found in every(r"(?<![\w.,/:@#-])\d+(?:,\d+)+(?![\w-]|,\d)", text):
        groups = found.group().split(",")
        if not re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", found.group()) and not all(len(group) == 1 for group in groups) and not (
                all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups)) \
                or len(groups) == 2 and all(len(group) == 1 for group in groups) and match(r"%| per cent| points?\b", text[found.end():]):
            yield Found(found.start(), f"“{found.group()}” is no figure: write its thousands with commas, three figures after each")
    for found in every(r"(?<![\w.,/:@#£-])(\d{4,})(?=(?P<unit>[ -](?:\w+ )?" + UNITS.replace("|-vote", "") + r"|-vote)?)(?![\w/:]|"
        r"[.,]\d)", text):
        if _needs_commas(found, text):
            yield Found(found.start(), f"write “{grammar.figures(int(found[1]))}”")
    unit = r"(?:\s?%| per ?cent| percentage points?| points?|-point| pts?\b)"
    for found in every(rf"(?<![\w.,])\d[\d,]*\.(\d+)(?={unit})", text):
        whole, tail = found.group().rsplit(".", 1)
        points = match(r"(?: percentage)? point|-point", text[found.end():])
        money = search(r"\b(?:rates?|interest|inflation|Bank|tax|share price|mortgage|yield)\b", text, re.I)
        if set(tail) == {"0"} and len(tail) == 1 and search(r"\d\.[1-9](?!\d)", text):
            # Beside 42.3% the nought of 40.0% says that it was measured as finely.
            continue
        if set(tail) == {"0"} and not (money and not points):
            yield Found(found.start(), f"write “{whole}” without its nought")
        elif len(tail) > 1 and not (whole == "0" and len(tail) < 4) and (points or len(tail) > 2 or search(POLITICS, text, re.I)) and not money:
            yield Found(found.start(), f"one decimal place at most: round “{found.group()}”")
    for pattern, message in MALFORMED:
        for found in every(pattern, text):
            yield Found(found.start(), f"“{found.group()}”: {message}")


def _needs_commas(found: re.Match, text: str) -> bool:
    """A count without commas, and not a year, a telephone number or a number that names something."""
    before, value = text[:found.start()].rstrip(), found[1]
    after = text[found.end():]
    if value[0] == "0" or search(r"\d$", before) or match(r" \d", after) or search(
            r"\b(?:[Nn]umber(?: is| was)?|[Nn]os?\.?|[Bb]ox|[Rr]ef|[Rr]eference|ext|ISBN|code|call|calls|text|dial|tel|[Tt]elephone|phone|"
            r"PIN|[Rr]oute|flight|asteroid|ring|on|model|Unit|unit)[:.]?$", before):
        return False
    year = len(value) == 4 and (1000 <= int(value) <= 2100)
    counted = search(r"\b(?:majority|lead|margin|total|vote|majorities|gap|number) (?:of|by|to|from|at|was|is)(?: (?:just|only|about|"
                        r"nearly|some))?$", before)
    if year:
        direct = match(r" (?:votes|voters|people)\b|-vote\b", after) and not search(r"\b(?:the|in|of|since|from|at|for|its|their|on|"
            r"by-election)$", before, re.I)
        return bool(direct or search(r"\ban? (?:\w+ )?majority of$", before) and not match(r" (?:election|general)", after))
    moved = search(r"\b(?:by|of|to|from|than|polled|won|over|about|nearly|almost|only|just|was|were|had|had only|cast|with|a|an|the|"
                      r"and|took|secured|some)$", before)
    phoned = search(r"\b(?:text|call|ring|dial|phone|texting|calling|ringing|donate|route|asteroid|charity|registration|postcode|"
                       r"zip)\b", text, re.I)
    return bool(found["unit"] or counted or len(value) >= 4 and moved and not phoned)


@rule("ordinal", kinds=PROSE)
def ordinal(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A wrong ending: 1th, 22th, 3th, 11st."""
    for found in every(r"(?<![\w.,])(\d[\d,]*)(st|nd|rd|th|ST|ND|RD|TH)(?![A-Za-z])", passage.text):
        value = int(found[1].replace(",", ""))
        right = grammar.ordinal(value, 0)
        if right != f"{value}{found[2].lower()}":
            yield Found(found.start(), f"write “{right}”")
    for found in every(r"(?<![\w.,])\d+(?:nth|rth|sth|dth|tth)\b", passage.text):
        yield Found(found.start(), f"“{found.group()}” is no ordinal: write it as 22nd")
    words = {"oneth": "first", "twoth": "second", "threeth": "third", "fiveth": "fifth", "nineth": "ninth", "eightth": "eighth",
            "twelveth": "twelfth", "onest": "first", "twond": "second"}
    for found in every(rf"\b({'|'.join(words)})\b", passage.text):
        yield Found(found.start(), f"write “{words[found[1]]}”")
