"""The same side twice: from and from, a party that gains from itself or loses to itself."""

from collections.abc import Iterator

from .clauses import quoted
from .counts import FIGURE
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule

NUMBER = rf"{FIGURE}(?:%| votes| seats| points| per cent)?"
ENDS = r"(?=\s*[.,;)](?![\w])|\s*$| (?:in|by|with|at|on|after|since|for|last|there|here)\b)"


@rule("same-side", kinds=FULL)
def same_side(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Fell from 3 from 4”, “to 60% to 65%”, “lost to Labour to the Greens”, “the Conservatives gained Bury from the Conservatives”."""
    text = passage.text
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    moved = r"(?:rose|fell|went|grew|rise|fall|dropped|shrank|climbed|slipped|cut|up|down|swung|swing|passed|switched|lost|gained|moved|won|taken|" \
            r"took|" \
        r"seats?|increased|narrowed|widened|reduced|majority|turnout|share|jumped|plunged|halved)"
    for found in every(rf"\b{moved}\b[^.;,]{{0,30}}? from {NUMBER} (from) {NUMBER}(?![\w'’-])(?! (?:[a-z]+s|[A-Z]))", text):
        yield Found(found.start(1), "from … from: write “to”, or what is missing")
    for found in every(rf"\b{moved}\b[^.;,]{{0,30}}? to {NUMBER} (to) {NUMBER}(?![\w'’-])", text):
        if not search(r"\b(?:votes|seats|win|lost|won|defeat|victory) to ", found.group()[:-6]) or "%" in found.group():
            yield Found(found.start(1), "to … to: write “from” for one of the two")
    for found in every(rf"\b{moved}\b[^.;,]{{0,30}}? (?:from|to) {party} (?P<twice>from|to) {party}(?![\w'’-]){ENDS}", text):
        if search(rf"\b{found['twice']} {party} {found['twice']} ", found.group()):
            yield Found(found.start("twice"), f"{found['twice']} … {found['twice']}: write the other word, or take one of the parties out")
    for verbs, way in ((r"gained|won|took|takes|gains|wins|captured|seized", "from"), (r"lost|loses", "to")):
        for found in every(rf"(?<![\w'’-])(?P<party>{alternatives(lexicon.one | lexicon.many)}) (?:have |has |had |also )?(?:{verbs}) "
                                 rf"(?:(?!{way}\b|and\b|but\b|while\b|that\b|which\b|as\b|after\b)[\w'’-]+ ){{1,6}}?{way} (?:the "
                                 rf")?(?P<again>(?P=party))"
                                 rf"(?![\w'’-]){ENDS}", text):
            if not quoted(text, found.start()):
                yield Found(found.start("again"), f"the {found['again']} on both sides: write the other party" if found["again"] in lexicon.many
                            else f"{found['again']} on both sides: write the other party")
