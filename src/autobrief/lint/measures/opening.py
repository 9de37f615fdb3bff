"""Headline, standfirst and lead: what each owes the others."""

from ...counting import COUNTED, RUN, level, longest_run
from .copy import Copy, Told
from .finding import Measured, found
from .words import NAMES, Token, content, tokens

OVERLAP = 0.5
"""Share of the headline's own words (no names, figures or small words) that the lead may use."""
FEW = 2
"""Where the headline has so few words of its own, sharing is no repetition unless they stand in a row."""


def headline_claims(copy: Copy) -> Measured:
    """Each claim of the headline has a sentence below: every fact it cites is cited there, by itself or by its value."""
    below = {key for told in (*copy.of("standfirst"), *copy.body) for key in _cited(told, copy)}
    breaches = []
    for told in copy.of("headline"):
        alone = {}
        for start, end, fact in told.spans or ():
            known = copy.facts.get(fact)
            if known and known.kind != "name" and not {fact, _value(known)} & below:
                alone[fact] = told.text[start:end]
        if alone:
            named = ", ".join(dict.fromkeys(alone.values()))
            breaches.append(found("headline-claim", len(alone), f"nothing below the headline tells of {named}", told, copy))
    return Measured(sum(int(each.size) for each in breaches), tuple(breaches))


def standfirst_adds(copy: Copy) -> Measured:
    """The standfirst tells what the headline does not: the value is 1 where it adds nothing."""
    headline, standfirst = copy.of("headline"), copy.of("standfirst")
    if not headline or not standfirst or standfirst[0].spans is None:
        return Measured(0)
    known = {key for told in headline for key in _cited(told, copy)}
    new = [fact for told in standfirst for _, _, fact in told.spans or ()
           if fact in copy.facts and not {fact, _value(copy.facts[fact])} & known and copy.facts[fact].unit != "place"]
    return Measured(0) if new else Measured(1, (found("standfirst-adds", 1, "the standfirst adds no fact to the headline", standfirst[0], copy),))


def _cited(told: Told, copy: Copy) -> set:
    """The facts of a sentence, and their values."""
    found_here: set = set()
    for _, _, fact in told.spans or ():
        found_here.add(fact)
        if fact in copy.facts:
            found_here.add(_value(copy.facts[fact]))
    return found_here


def _value(known) -> tuple[str, str]:
    """What a fact says, whoever it is said of: a name by its id, a number with its unit."""
    value = known.value
    if isinstance(value, dict):
        value = value.get("id") or value.get("name") or value.get("title")
    return known.unit if known.unit in NAMES else "number", str(value)


def lead_run(copy: Copy) -> Measured:
    """Words on end that the lead has from the headline."""
    lead, headline = copy.of("lead")[:1], copy.of("headline")[:1]
    if not lead or not headline:
        return Measured(0)
    ours, theirs = _units(headline[0], copy), _units(lead[0], copy)
    run = longest_run(ours, theirs)
    if len(run) <= RUN:
        return Measured(len(run))
    message = f"{len(run)} words on end of the headline, “{headline[0].text}”"
    return Measured(len(run), (found("lead-run", len(run), message, lead[0], copy),))


def lead_overlap(copy: Copy) -> Measured:
    """The share of the headline's own words, and of its figures, that the lead's first sentence says again."""
    lead, headline = copy.of("lead")[:1], copy.of("headline")[:1]
    if not lead or not headline:
        return Measured(0)
    again = {level(token.said) for token in tokens(lead[0], copy)}
    own = [token.said for token in content(headline[0], copy) if not _name(token) and not token.is_fact and level(token.said) != COUNTED]
    shared = [word for word in own if level(word) in again]
    part = len(shared) / len(own) if own else 0.0
    if part <= OVERLAP or len(shared) < FEW:
        return Measured(part)
    message = f"repeats {', '.join(shared)} of the headline, “{headline[0].text}”"
    return Measured(part, (found("lead-overlap", part, message, lead[0], copy),))


def _units(told: Told, copy: Copy) -> list[str]:
    """The words without their endings, each name as one."""
    units: list[str] = []
    before = None
    for token in tokens(told, copy):
        if _name(token) and before and before.masked == token.masked and " " in told.text[before.start:token.start] \
                and not set(",;") & set(told.text[before.start:token.start]):
            units[-1] += f" {token.said}"
        else:
            units.append(level(token.said))
        before = token
    return units


def _name(token: Token) -> bool:
    return token.is_fact and token.masked[1:-1] in (*NAMES, "name")
