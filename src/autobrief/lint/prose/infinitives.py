"""Verbs after “to” and after will, may, did: to represents, forced to defended, may has, did not stands."""

from collections.abc import Iterator
from functools import cache

from .clauses import quoted
from .finite import NOUNS_TOO
from .inflections import FORMS
from .lexicon import Lexicon, alternatives
from .nouns import KNOWN_MANY
from .patterns import every, search
from .registry import PROSE, Found, rule

OBJECT = r"(?= (?:the|an?|its|his|her|their|all|both|every|each|another|no|it|them|him|back|hold of|control|ground|\d[\d,]*|one|two|three|four|" \
         r"five|six|seven|eight|nine|ten|(?:a )?dozen|more|fewer|only|seats|[A-Z][\w'’-]+)\b)"
MODAL = r"(?:will|would|can|could|should|must|may|might|shall|cannot|did|does|do|didn['’]t|doesn['’]t|don['’]t|won['’]t|wouldn['’]t|couldn['’]t|" \
        r"shouldn['’]t)"
NO_MODAL = r"(?:\b(?:the|an?|his|her|its|their|this|that|free|good|ill|political|of|in|to|what|whatever|all|who|it|than|as|much|Mr|Mrs|Ms|Dr|[A-Z]" \
           r"[\w'’-]+ (?=May|Will))|[“\"‘]) $"


@cache
def _pure() -> tuple[str, str, str]:
    """Forms in -s that are no plural noun, those that are, and regular pasts."""
    sure = {form for form, base in FORMS.thirds.items() if base not in NOUNS_TOO and form not in KNOWN_MANY} - {"means"}
    both = {form for form, base in FORMS.thirds.items() if form not in sure} - {"votes", "seats", "results", "polls", "points", "means"}
    pasts = {past for past, base in FORMS.pasts.items() if past not in FORMS.bases and past not in ("found", "left", "united", "limited", "felt")}
    return alternatives(sure), alternatives(both), alternatives(pasts)


@rule("infinitive", kinds=PROSE)
def infinitive(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb that “to”, “will” or “did” asks for in its base form: “the first MP to represents”, “forced to defended”, “may has to wait”."""
    text = passage.text
    sure, both, pasts = _pure()
    no_noun = r"\b(?:[Tt]hanks|[Dd]ue|[Oo]wing|addition|[Ll]eads?|led|down|up|close|compared|according|rise|contribut\w+|relat\w+|amount\w*|next|" \
              r"as|and|" \
              r"from [\w'’ -]{1,30}) $"
    for pattern in (rf"\bto (?:not |also |then |now )?(?P<verb>{sure}|has|is|does)(?![\w'’-])",
                    rf"\bto (?P<verb>{both}){OBJECT}",
                    rf"\bto (?P<verb>{pasts})(?= (?:the|an?|its|his|her|their|both|every|each|it|\d[\d,]*|one|two|three|four|five|six|seven|eight|"
                    rf"nine|ten)\b)"):
        for found in every(pattern, text):
            before = text[:found.start()]
            if not quoted(text, found.start()) and not (found["verb"] not in ("has", "is", "does") and search(no_noun, before)) and not search(
                    r"\b(?:what|who|which|that|[Hh]ow|where|used) [^.;]{0,40}$", before) and before:
                yield Found(found.start("verb"), f"after “to”: write “{_base(found['verb'])}”")
    for found in every(rf"(?<![\w'’-])(?P<modal>{MODAL}) (?:not |also |never |now |still |then )?(?P<verb>{sure}|has)(?![\w'’-])", text):
        before = text[:found.start()]
        if quoted(text, found.start()) or search(NO_MODAL, before) or found["modal"] in ("do", "does", "did") and " not " not in found.group() \
                and "'" not in found["modal"] and "’" not in found["modal"]:
            continue
        yield Found(found.start("verb"), f"after “{found['modal']}”: write “{_base(found['verb'])}”")
    for found in every(rf"\b(?:[Dd]id|[Dd]oes|[Dd]o|[Ww]ill|[Ww]ould|[Cc]ould) not (?P<verb>{both})(?= [a-z\d]|\s*[.,;])", text):
        if not quoted(text, found.start()):
            yield Found(found.start("verb"), f"write “{_base(found['verb'])}”")


def _base(verb: str) -> str:
    return {"has": "have", "is": "be", "does": "do"}.get(verb) or FORMS.thirds.get(verb) or FORMS.pasts[verb]
