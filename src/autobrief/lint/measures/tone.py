"""Words that the copy must not use, or only with what they mean in print."""

import re

from .copy import Copy, Told
from .finding import Measured, found
from .words import NAMES

BANNED = re.compile(
    r"\b(?:scalp(?:s|ed|ing)?|sweep(?:s|ing|ingly)?|swept|crumbl(?:e|es|ed|ing)|oust(?:s|ed|ing|er|ers)?|surg(?:e|es|ed|ing)"
    r"|collaps(?:e|es|ed|ing)|crush(?:es|ed|ing|ingly)?|fail(?:s|ed|ing|ings|ure|ures)?|heartlands?)\b", re.I)
DEFINED = re.compile(r"\b(?:strongholds?|safe(?:r|st)?|marginals?|close)\b", re.I)
CLOSING = re.compile(r"\b(?:polls|polling|voting|stations|doors|booths)\s+(?:had\s+|will\s+)?close\b", re.I)
MEANS = re.compile(
    r"\b(?:means?|meaning|is (?:one|a seat)|are (?:those|seats)|defined|counts? as|that is)\b|\bmajorit(?:y|ies) (?:of|under|below)\b", re.I)


def banned(copy: Copy) -> Measured:
    """No banned word outside a name or a quotation, and no word that needs a definition without one in print."""
    prose = (*copy.of("headline", "standfirst", "heading", "method"), *(told for told in copy.body if told.block != "quoted"))
    explained = {match[0].lower() for told in (*prose, *copy.of("method")) if MEANS.search(told.text) for match in DEFINED.finditer(told.text)}
    breaches = []
    for told in prose:
        names = _names(told, copy)
        breaches += [found("word", 2, f"“{match[0]}” is not for the copy", told, copy)
                     for match in BANNED.finditer(told.text) if match.start() not in names]
        closing = {match.end() for match in CLOSING.finditer(told.text)}
        breaches += [found("word", 1, f"“{match[0]}” without a printed definition", told, copy) for match in DEFINED.finditer(told.text)
                     if match.start() not in names and match.end() not in closing and match[0].lower() not in explained]
    return Measured(len(breaches), tuple(breaches))


def _names(told: Told, copy: Copy) -> set[int]:
    """Where the characters of names stand."""
    return {at for start, end, fact in told.spans or () for at in range(start, end)
            if fact in copy.facts and copy.facts[fact].unit in NAMES and any(c.isupper() for c in told.text[start:end])}
