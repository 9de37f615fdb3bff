"""Words that lack what they belong to: the gained six seats, she had represented since 2005, with beating, Dennis Skinner career."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule

OBJECTS = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|both|every|its|their|no|an?|the|none|back)"
NAMED = r"[A-Z][\w'’-]+(?:[ -](?:[A-Z][\w'’-]+|upon|on|of|under|the|le))*"
TRANSITIVE = r"(?:represented|defended|unseated|overturned|ousted|contested|defeated|toppled|represents|defends)"
OWNED = r"(?:career|majority|seat|victory|predecessor|successor|opponent|party|margin|death|resignation|departure|retirement|constituency|time|" \
    r"tenure|defeat|place)"
STREETS = frozenset("Street Road Park Hall Party City Town House Hill Green MP".split())
"""What makes a place of a given name: Stanley Park, Lincoln City."""
BEATING = r"(?:beating|defeating|winning|gaining|taking|holding|unseating|ousting|retaining|overturning|keeping|losing)"


@rule("adrift", kinds=FULL)
def adrift(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“The gained six seats”, “she had represented since 2005”, “, with beating Ann Lee”, “Dennis Skinner career as MP”."""
    text = passage.text
    for at, message in (*_no_noun(text), *_no_object(text, lexicon), *_no_owner(text, lexicon)):
        if not quoted(text, at):
            yield Found(at, message)


def _no_noun(text: str) -> Iterator[tuple[int, str]]:
    """The gained six seats; the were beaten; with beating."""
    for found in every(rf"\b[Tt]he (?P<verb>(?:gained|lost|won|held|kept|retained|regained|took) "
                       rf"(?={OBJECTS}\b)|"
                       r"(?:has|have|had|was|were|is|are|beat|took|did|came|went|fell|rose)"
                       r"(?= (?:not|now|been|also|the|an?|all|one|two|three|\d|in|to|by|from|second|third)\b))", text):
        if not search(r"(?:lost|held) (?:one|two|three|four|five|six|seven|\d+) (?:years|decades|months|days|weeks|hours)\b", text[found.start():]):
            yield found.start("verb"), "“the” has no noun after it: write who it was"
    for found in every(rf"(?:, |\b[A-Z][\w'’-]+(?<!ed) )(?P<with>with) {BEATING} (?=[A-Z]|the\b|all\b|both\b|\d|its\b)", text):
        if found.group().startswith(",") or not search(r"\b(?:credit|charg|task|compar|equat|content|happ|pleas|satisf|begin|start|end)\w* [^.;]*$",
                                                       text[:found.start("with")]):
            yield found.start("with"), "“with” and a verb do not go together: take “with” out, or write the noun that is missing"


def _no_object(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """She had represented since 2005."""
    subject = rf"(?:(?:^|(?<=[.?!;] )|(?<=, and )|(?<=, but ))(?:[Ss]he|[Hh]e|They|{alternatives(lexicon.given)} [A-Z][\w'’-]+)|\bwho)"
    for found in every(rf"{subject} (?:(?:had|has|have) (?:also |now |long )?)?(?P<verb>{TRANSITIVE})(?= (?:since|until|"
                       r"for (?:\d|[a-z]+ (?:years|terms))|from (?:19|20)\d\d|in (?:19|20)\d\d|with a)\b)", text):
        before = text[:found.start()].rpartition(". ")[2]
        if not search(r"\b(?:which|that|whom)\b", before):
            yield found.start("verb"), f"“{found['verb']}” lacks its object: write who or what"


def _no_owner(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Dennis Skinner career as MP."""
    for found in every(rf"(?<![\w'’-]){alternatives(lexicon.given)} (?P<name>[A-Z][a-z][\w-]+) (?P<noun>{OWNED})(?= (?:as|in|of|over|was|is|had|"
                       r"has|fell|rose|ended|began|which|came|there|to)\b|[.,;])", text):
        before = text[:found.start()]
        owned = search(r"(?:\b(?:[Tt]he|[Aa]n?|his|her|its|their|this|that|of|post|pre|anti|pro|mr|mrs|sir|party)[ -]|[’'“\"])$", before)
        seen = found["noun"] in ("defeat", "time", "place", "seat") and search(
            r"\b(?:saw|see|let|help\w*|make|made|watch\w*|gave|cost|give|won|at) $", before)
        if not owned and not seen and found["name"] not in STREETS:
            yield found.start("noun"), "write the name's possessive before this"
