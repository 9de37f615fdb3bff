"""Whether a noun stands where a subject does: only there is its verb held against it.

"The Conservatives was" is a fault, "the swing to the Conservatives was" is none.
"""

import re

from .patterns import match, search

CONJUNCTIONS = r"(?:that|while|where|when|because|but|although|though|whereas|since|after|before|until|whether|which|what|than|as|so|if|" \
               r"everywhere|wherever|anywhere)"
OPENS_PHRASE = r"(?:In|Across|At|On|With|By|For|From|Throughout|Outside|After|Since|Before|Among|Under|Over|Of|Out|Within|During|Despite|" \
    r"Following|Once|Now|Here|There|Overall|Nationally|" \
    r"Locally|Again|However|Elsewhere|Meanwhile|Yet|But|And|So|Last|This|Today|Yesterday|Tonight|Then)"
VERB = re.compile(r"\b(?:has|have|had|is|are|was|were|won|lost|held|took|kept|gained|beat|fell|rose|grew|will|stood|said|wins|loses|holds|"
                  r"takes|keeps|gains|remains|remained|saw|made|came|went)\b")
PREPOSITIONS = r"(?:In|Across|At|On|With|By|For|From|Throughout|Outside|After|Since|Before|Among|Under)"
SENTENCE = re.compile(r"(?:^|(?<!\bvs)(?<!\bv)(?<!\bNo)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)[.?!][\"'”’)]*\s+|[;:]\s+|\s[–—]\s+|—)")


def opens_clause(before: str, if_too: bool = True) -> bool:
    """Whether what follows this text is the subject of a verb; `before` is without the subject's own `the`."""
    # The commas of 13,934 part no phrases.
    said = re.sub(r"(?<=\d),(?=\d)", "", SENTENCE.split(before)[-1]).lstrip("\"'“‘(*")
    if not said.strip():
        return True
    said = said.rstrip()
    if re.fullmatch(rf"{PREPOSITIONS}|.*\bnamed after", said):
        return False
    if search(r"\b(?:[Nn]o (?:other )?\w+|[Nn]obody|[Nn]o one|[Nn]one|[Nn]othing|[Aa]ll|[Aa]nyone|[Aa]nything|[Ee]very\w+) but$", said):
        # Nobody but the Conservatives has won.
        return False
    last = search(rf"\b{CONJUNCTIONS}$", said, re.I)
    if last:
        return (if_too or last.group().lower() not in ("if", "though", "as")) and not search(r"\b(?:as well as|such as|rather than|"
            r"other than|same as)$", said)
    joined = search(r",\s+(?:and|but|while|as|so|or|yet)?\s*$", said + " ")
    if joined and search(r"\b(?:and|but|while|as|so|yet)$", said):
        return bool(VERB.search(said))
    if said.endswith(","):
        # "In Scotland, Labour has": a phrase without a verb; a longer sentence may list things.
        return bool(match(rf"{OPENS_PHRASE}\b[^,]*,$", said)) and not search(r"\band\b(?! (?:the )?[A-Z])", said)
    return bool(match(rf"{OPENS_PHRASE}\b(?: (?!and\b|of\b)[\w'’-]+){{0,6}}$", said)) and not VERB.search(said) \
        and not search(r"\b(?:to|of|for|by|from|with|in|over|between|under|against|behind|among|than|like|and|or|at|on|the|an?|"
                          r"[a-z]+ing|[a-z]+ed)$", said) \
        or said in ("But", "And", "Yet", "So")


def quoted(text: str, at: int) -> bool:
    """Inside quotation marks: somebody's own words."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or bool(
        search(r"(?:^|[\s(])['‘](?=\w)[^'’]*(?:\w['’]\w[^'’]*)*$", before)) and bool(search(r"[\w.,!?]['’](?:\W|$)", text[at:]))
