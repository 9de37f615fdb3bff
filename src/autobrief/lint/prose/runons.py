"""Two sentences that run into one, and common words with a capital inside a sentence."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import FULL, Found, rule

OPENINGS = r"(?:The|It|They|He|She|There|This|These|Its|Their|But|And|Turnout|However|Meanwhile|Elsewhere|Both|Neither)"
NOUNS = r"(?:Seat|Seats|Majority|Turnout|Swing|Candidate|Recount|Result|Results|Region|Vote|Votes|Voters|Declaration|Constituency|Gain|Margin|" \
    r"Percentage|Runner-up|Winner|Losses|Gains)"


@rule("run-on", kinds=FULL)
def run_on(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A sentence that begins inside another: “held Kent The majority was”; a common noun with a capital: “lost the Seat after”."""
    text = passage.text
    for found in every(rf"(?<=[\w%)] )(?P<word>{OPENINGS})(?= (?:[a-z]|\d))", text):
        before = text[:found.start()].rstrip()
        last = search(r"\S+$", before)[0]
        if quoted(text, found.start()) or search(r"^(?:[A-Z][a-z]?|\W*\w)\.?$", last) or _titled(text, found):
            continue
        yield Found(found.start(), f"“{found['word']}”: put a full stop before it, or write it small")
    for found in every(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Ee]ach|[Oo]ne|[Bb]oth) (?:narrow |safe |new |"
                             rf"marginal |small |final )?(?P<noun>{NOUNS})(?=\s*[.,;]|\s*$| (?:[a-z]|\d))", text):
        if not quoted(text, found.start()) and not match(r" (?:and|of|for) (?:the )?[A-Z]|, [A-Z]", text[found.end():]):
            yield Found(found.start("noun"), f"no capital inside a sentence: write “{found['noun'].lower()}”")


def _titled(text: str, found: re.Match) -> bool:
    """In the title of a book or a programme, where other words have capitals too; after "called" or a colon."""
    near = text[max(0, found.start() - 40):found.start()].split()[-2:]
    after = text[found.end():].split()[:3]
    if search(r"\b(?:called|named|entitled|titled|dubbed|programme|film|book|song|show|band|newspaper|play|paper|podcast) "
                 r"$", text[:found.start()]):
        return True
    return len(near) == 2 and near[0][:1].isupper() and near[1][:1].isupper() and any(word[:1].isupper() for word in after[1:2])
