"""Years and figures that never came after “in”, “by” and “of”, and signs before times and years."""

from collections.abc import Iterator

from .clauses import quoted
from .counts import NUMBER
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule

MEASURED = r"\b(?:votes?|margins?|majorit\w+|how|what|numbers?|points?|lead|figures?|score|that much|more|seats that)\b"
"""Words that “by” may belong to at the end of a clause: the 92 votes he won it by."""
OWN_PLACE = r"\b(?:where|that|seats?|place|places|town|county|year|ward|constituency|city|one|region|house|home|street|hall) (?:(?:he|she|it|they|" \
            r"we|the \w+|" \
            r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) )"
DID = r"(?:lost|won|left|gained|took|held|kept|beat|entered|joined|came into|came to|fought|defended|represented|served|contested)"


@rule("blank", kinds=FULL)
def blank(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A year or figure that never came: “which had lost 21 seats in, it was”, “seats the SNP held by.”, “down by from 9”, “at −3.30am”."""
    text = passage.text
    for at, message in (*_years(text, lexicon), *_figures(text), *_signs(text), *_from(text, lexicon)):
        if not quoted(text, at):
            yield Found(at, message)


def _years(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Lost 21 seats in, it was; at the election of the Conservatives took; in it was Labour's."""
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"\b{DID} (?:[\w'’-]+ ){{0,3}}?(?:seats?|{party}|Commons|it|the party|[Pp]arliament|office|deposits?|MPs?|"
                       rf"candidates?) (?P<at>in), "
                       r"(?=(?:it|he|she|they|the|was|were|is|has|had|came|lost|won|took|finished|stood|did|held|beat|but|and|a|an|in) )", text):
        if not search(OWN_PLACE + r"[^.;,]*$", text[:found.start()] + found.group()[:6]):
            yield found.start("at"), "write when after this"
    for found in every(r"\b(?:since|when|until|before) it was (?:first )?(?:created|formed|abolished|founded|won|contested|"
                       r"fought) (?P<at>in)(?=\s*[.,;])", text):
        yield found.start("at"), "write when after this"
    for found in every(rf"(?:^|[.;,] |\b(?:and|but) )(?P<at>[Ii]n) it (?:was|had been|went|has been) (?={party}(?:['’]| by| again))", text):
        yield found.start("at"), "write when after this"
    for found in every(rf"\b(?:[Aa]t|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore) the (?:general |by-)?election (?P<at>of) (?={party} (?:took|won|had|was|"
                       rf"were|lost|held|gained|"
                       r"have|has|came|polled)\b)", text):
        yield found.start("at"), "write when after this"
    for found in every(r"\b(?:won|lost|held|gained|took) in (?:the )?[A-Z][\w'’-]*(?: (?:of )?[A-Z][\w'’-]*)* (?P<at>in) (?:have|has|"
                       r"had) (?:passed|gone|changed|been|"
                       r"fallen|returned|swung|turned|stayed)\b", text):
        yield found.start("at"), "write when after this"
    for found in every(r"\b(?:from|between) (?:19|20)\d\d (?P<at>to|and) (?=(?:stood|was|has|won|lost|held|were|had|is|did|became|took) )", text):
        yield found.start("at"), "write when after this"


def _figures(text: str) -> Iterator[tuple[int, str]]:
    """The SNP held by.; third with votes, ahead of; turnout was, three points lower; down by in ten."""
    for found in every(r"(?:\b(?:held|won|lost|took|gained|retained|kept|regained)(?: (?:it|the seat|for (?:the )?[A-Z]\w+(?: [A-Z]\w+)*|"
                       r"[A-Z][\w-]+(?: [A-Z][\w-]+)*)){0,2}"
                       r"|[A-Z]\w+['’]s?) (?P<at>by)(?=[.;](?!\w)|,(?! (?:in|to|if|for|say|by|among|at|on) )(?! \d))", text):
        start = max(text.rfind(mark, 0, found.start()) for mark in (". ", "; ", "? ", "! ")) + 1
        if not search(MEASURED, text[start:found.start()]) and not search(r"\bby$", text[start:found.start()]):
            yield found.start("at"), "write by how much after this"
    for found in every(r"\bby (?P<at>votes) (?=instead of (?:an estimated )?\d|two years earlier|last time|five years earlier|rather than \d)|"
                       r"\b(?:first|second|third|fourth|fifth|last)\b[^.;,]{0,50} with (?P<with>votes)(?= ?[,.;])", text):
        yield found.start(found.lastgroup), "write how many before this"
    for found in every(rf"\b(?:[Tt]urnout|[Tt]he swing|[Hh]er majority|[Hh]is majority|[Ii]ts share|[Tt]he majority|[Tt]he margin) (?P<at>was|"
                       rf"is), (?={NUMBER} |up \w+|"
                       r"down \w+)", text):
        if search(r"^[^.;]*\b(?:lower|higher|points|more|fewer|less|down|up)\b", text[found.end():]):
            yield found.start("at"), "write the figure after this"
    for found in every(r"\b(?:up|down|fell|rose|cut|fallen|risen|grew|shrank) (?P<at>by) (?:from \d|to \d|in (?:two|three|four|five|six|seven|"
                       r"eight|nine|ten)\b)", text):
        yield found.start("at"), "write by how much after this"


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """At −3.30am; the election of −2017; became one of -9,998; fell from 25,466 to −3,670."""
    for pattern in (r"(?<=[a-z] )(?P<at>[-−])\d{1,2}[.:]\d\d ?(?:am|pm)\b", r"\b(?:of|in|since|by|until|at) (?P<at>[-−])(?:19|20)\d\d\b",
                    r"\b(?:one|majority|majorities|lead) of (?P<at>[-−])\d[\d,]*(?! (?:degrees|C)\b)",
                    r"\b(?:majority|lead|margin|turnout|tally)\b[^.;]{0,70} (?:to|from) (?P<at>[-−])\d[\d,]*(?![\d.]*°)"):
        for found in every(pattern, text):
            yield found.start("at"), "write this without its minus"


def _from(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Passed from the Liberal Democrats from the Conservatives."""
    party = rf"(?:the )?{alternatives(lexicon.one | lexicon.many)}"
    for found in every(rf"\b(?:passed|went|swung|moved|switched|points|swing|gone|passing|going) from {party} (?P<at>from) {party}", text):
        yield found.start("at"), "from … to: write “to”"
