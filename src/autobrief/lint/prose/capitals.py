"""Capitals that are missing, or stand where none belongs."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every
from .registry import FULL, PROSE, Found, rule

NOUNS = r"(?:candidate|candidates|MP|MPs|gain|gains|hold|majority|majorities|seat|seats|party|leader|member|members|vote|voters|share|lead)"
COMMON = frozenset("the it in of at by they he she there its their a an and but for from with no one two three all both seat seats vote votes "
    "majority "
                   "turnout party member candidate swing result".split())
MONTHS = r"(?:january|february|april|june|july|august|september|october|november|december)"


@rule("capital-word", kinds=PROSE)
def capital_word(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A word without its capital or with one too many: “12 december”, “on thursday”, “the mp for”, “THe seat”, “a labour gain”."""
    text = passage.text
    small = (rf"(?<![\w'’-])\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ({MONTHS}|march|may)\b(?! (?:be|have|not|also|still|well)\b)",
             rf"\b(?:in|since|until|by|of|last|this|next) ({MONTHS})(?= (?:19|20)\d\d\b|\s*[.,;])(?<!of august)(?<!this august)",
             r"\b(?:in|since|until|by|last|early|late) (may|march)(?= (?:19|20)\d\d\b)",
             r"(?<![\w'’-])(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b",
             r"\b(?:[Tt]he|[Aa]n?|former|its|an?|sitting|new|labour|Labour|Conservative|Tory|SNP|Democrat|as|an) (mps?)(?= (?:for|who|in|since|"
             r"has|was|"
             r"had|is|and|of|from|with|were|have)\b|\s*[.,;])",
             rf"\b(?:[Tt]he|[Aa]|its|their|his|her|first|one|two|three|last|only|former|old|new) (labour|conservative|tory|green)(?= {NOUNS}\b)"
             rf"(?<!green)(?! (?:share|vote|lead|voters?)\b)",
             r"\b(?:[Tt]he|[Aa]|its|his|her|their) (labour|tory|conservative)(?= vote\b(?! in favour))",
             r"(?<![\w'’./-])(tories|brexit|westminster|holyrood|stormont|english|scottish|welsh|british|irish|britain|england|scotland|wales)"
             r"(?![\w'’./-])(?<!\bthe english)", r"\b(?:for|to|from|by|against|with|joined|left) (ukip|snp|dup|sdlp|uup)\b",
             r"(?<![\w'’])(i)(?= (?:am|was|have|had|will|would|think|do|did|know|want)\b|['’](?:m|ve|ll|d)\b)")
    for pattern in small:
        for found in every(pattern, text):
            word = found[1]
            letters = len(word) < 5 and word not in ("tory", "may", "june", "july")
            right = {"mp": "MP", "mps": "MPs", "i": "I"}.get(word, word.upper() if letters else word.capitalize())
            yield Found(found.start(1), f"write “{right}”")
    for found in every(r"(?<![\w'’-])[A-Z]{2}[a-z]{1,}(?![\w'’-])", text):
        low = found.group().lower()
        if (low in COMMON or low in lexicon.names or low.capitalize() in lexicon.given | lexicon.one | lexicon.many) and (low[-1] != "s"
            or len(low) > 3):
            yield Found(found.start(), f"one capital is enough: write “{found.group().capitalize()}”")


@rule("capital-verb", kinds=FULL)
def capital_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb with a capital inside a sentence, as in a headline of another house: “Labour Won by 30 votes”."""
    text = passage.text
    subject = rf"(?:{alternatives(lexicon.one | lexicon.many)}|{alternatives(lexicon.given)} [A-Z][\w'’-]+|[a-z]{{3,}})"
    for found in every(rf"(?<![\w'’-]){subject} (Won|Lost|Held|Gained|Took|Has|Have|Was|Were|Fell|Rose|Kept|Beat|Is|Are)(?= [a-z\d]| "
                             rf"[A-Z][\w'’-]+ (?:by|from|with)\b)", text):
        if not quoted(text, found.start()):
            yield Found(found.start(1), f"no capital inside a sentence: write “{found[1].lower()}”")
