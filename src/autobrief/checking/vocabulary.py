"""The words that a stylebook's templates give to filters: nouns for counts, verbs that agree.

They are read from the compiled wording, so that a word printed inside a fact's span is either
made from the fact's value or stands in the template of somebody's hand.
"""

import marshal
import re
from types import CodeType

from ..grammar import PLURALS
from ..model.style import Stylebook

SMALL = re.compile(r"[a-zé]+(?:[ '-][a-zé]+)*")
SINGULAR_OF = {"have": "has", "are": "is", "were": "was", "do": "does", "go": "goes", "their": "its", "they": "it", "them": "it"}


class Vocabulary:
    """Nouns and verbs of one stylebook."""

    def __init__(self, stylebook: Stylebook):
        codes = {variant.code for variants in stylebook.templates.values() for variant in variants}
        self.words = frozenset(word for code in codes for word in _strings(marshal.loads(code)) if SMALL.fullmatch(word)) | {"vote"}
        self._own = stylebook.nouns
        self.plurals = frozenset(self.plural(word) for word in self.words)

    def plural(self, noun: str) -> str:
        """A noun's plural by the desk's list, the language's exceptions, or rule."""
        known = self._own.get(noun) or PLURALS.get(noun)
        if known:
            return known
        if re.search(r"[^aeiou]y$", noun):
            return f"{noun[:-1]}ies"
        return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")

    def is_noun(self, text: str, many: bool) -> bool:
        """A noun of a template in the number asked for."""
        if many:
            return text in self.plurals
        return text in self.words and (text not in self.plurals or self.plural(text) == text)

    def agrees(self, text: str, many: bool) -> bool:
        """A verb or pronoun of a template that goes with one (`has`, `its`) or with many (`have`, `their`)."""
        if text not in self.words:
            return False
        first, _, rest = text.partition(" ")
        tail = f" {rest}" if rest else ""
        # "it" is no plural of "its".
        is_plural = first not in SINGULAR_OF.values() and any(f"{form}{tail}" in self.words for form in _singulars(first))
        is_singular = first in SINGULAR_OF.values() or any(f"{form}{tail}" in self.words for form in _stems(first))
        return not is_singular if many else not is_plural


def _singulars(verb: str) -> tuple[str, ...]:
    return (SINGULAR_OF[verb],) if verb in SINGULAR_OF else (f"{verb}s", f"{verb}es", f"{verb[:-1]}ies")


def _stems(verb: str) -> tuple[str, ...]:
    return tuple(verb.removesuffix(ending) for ending in ("s", "es") if verb.endswith(ending))


def _strings(code: CodeType):
    """Every string constant of compiled wording, however deep."""
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):
            yield from (each for each in constant if isinstance(each, str))
        elif isinstance(constant, CodeType):
            yield from _strings(constant)
