"""Words taken for others that sound or look like them, which no spelling checker finds."""

from collections.abc import Iterator

from .lexicon import Lexicon, alternatives
from .patterns import every
from .registry import PROSE, Found, rule

OWNED = r"(?:majority|majorities|share|seats?|votes?|lead|candidates?|leader|own|MPs?|members?|tally|manifesto|deposits?|first|best|worst)"
MADE = r"(?:gained|won|took|taken|seats?|swing|gains?|lost|regained|passed|went|votes?|switched|moved|came|fell|rose|up|down)"


@rule("confusion", kinds=PROSE)
def confused(passage, lexicon: Lexicon) -> Iterator[Found]:
    """One word for another: “there majority”, “their was”, “loose the seat”, “form Labour”, “came forth”, “lead by 300 in 2017”."""
    text = passage.text
    for pattern, right in (
            (rf"\b([Tt]here) (?={OWNED}\b)(?! first)", "their"),
            (r"\b([Tt]heir|[Tt]hey're|[Tt]hey’re) (?=(?:was|were|is|are|has been|have been) (?:a|an|no|one|two|three|four|five|\d|only|"
             r"also|little|many|several)\b)", "there"),
            (r"\b(loose|loosed|looses|loosing)(?= (?:the|its|his|her|their|all|both|\d|one|two|three|four|five|six|votes?|seats?|ground|"
             r"control|power)\b)(?<!\bthe loose)(?<!\ba loose)", "lose"),
            (rf"\b{MADE} (form)(?= (?:the )?[A-Z\d])", "from"),
            (r"\b(?:gained|took|won|lost|taken|regained) (?:the seat|[A-Z][\w'’-]+(?: (?:and )?[A-Z][\w'’-]+)*) (form)(?= (?:the )?[A-Z])", "from"),
            (rf"\b(?:gained|took|regained|wrested) [A-Z][\w'’-]+(?: (?:and )?[A-Z][\w'’-]+)* (of)(?= the {alternatives(lexicon.many)}\b)", "from"),
            (r"\b(form)(?= \d[\d,.]*%? to \d)", "from"),
            (r"\b(?:[Gg]ain|[Hh]old|[Mm]ajority|[Tt]urnout|[Ss]hare|[Ss]wing) (fo|ot|ro|fro|oft)\b", "of, to or from"),
            (r"\b(form|fo|ot|teh|adn|nad|hte|taht|thier|wiht|wich|whcih|votse|setas|seast)(?= )(?<!\bform)", "the word as it is spelt"),
            (r"\b(?:was|came|come|finished|placed|in|is|were) (forth)\b(?! (?:from|with|and|in song|into))", "fourth"),
            (r"\b(?:a|the) (forth)(?= (?:place|seat|time|term|win|gain|party|candidate|recount|election))", "fourth"),
            (r"\b(lead)(?= (?:by|with) [\w,.]+ (?:votes |points )?(?:in|at|last|until|throughout))(?<!\bthe lead)(?<!\ba lead)(?<!\bto lead)",
             "led"),
            (r"\b(?:was|were|is|been) (lead)(?= by)", "led"),
            (r"\b(?:who|which|that|and|but|also|party) (past)(?= (?:the )?(?:seat|bill))", "passed"),
            (r"\b(?:[Mm]ore|[Ll]ess|[Ff]ewer) (that)(?= (?:\d|half|two|three|a third|a quarter|one in))", "than"),
            (r"\b([Ww]hose)(?= (?:going|been|won|lost|next|in charge|to blame|the)\b)", "who's"),
            (r"\b(?:swing|swung|lost|went|passed|fell|switched|moved|close|second|defeat)(?: was| were| seat| it)? (too)(?= (?:the [A-Z]|"
             r"[A-Z]))", "to"),
            (r"\b(weather)(?= (?:Labour|the Conservatives|the party|it|they|he|she)\b (?:would|will|had|has|can|could))", "whether"),
            (r"\b(principle)(?= (?:opponent|rival|challenger|party|reason))", "principal"),
            (r"\b(?:[Tt]he|an|no) (affect)(?= (?:was|on|of)\b)", "effect")):
        for found in every(pattern, text):
            yield Found(found.start(1), f"“{found[1]}”: write “{right}”")
