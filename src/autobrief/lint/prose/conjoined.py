"""A second verb held against the subject of the first: the party has held six seats and have gained a seventh."""

from collections.abc import Iterator

from .clauses import quoted
from .concord import starts
from .inflections import FORMS
from .lexicon import Lexicon
from .phrases import after_modifiers, low, noun_phrase
from .registry import PROSE, Found, rule
from .tagging import Tag, tags_of
from .verbs import third
from .words import ADVERBS, BE, PLURAL, SINGLE, Word, words_of

LONGEST = 26
"""Words between the first verb and the second."""
HELD = frozenset("hold keep win take lose gain retain regain represent defend leave join succeed replace".split())
OPENERS = frozenset("if though although because while whereas than when where".split())
"""Words that begin a clause with a subject of its own."""
BREAKS = frozenset(". ; : ? ! – — ( ) “ ” \"".split())
TELLS = frozenset(
    "said says told insisted argued claimed believed thought knew hoped feared meant means suggested showed shows say think believe".split())


@rule("second-verb", kinds=PROSE)
def second_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb after “and” that does not go with its subject: “the seat was created in 1983 and have always been Labour”."""
    words, tags = words_of(passage.text, lexicon), tags_of(passage.text, lexicon)
    for at, opening in starts(words):
        if opening in OPENERS | {"that", "whether", "as", "after", "before", "since", "until"} or at >= len(words):
            continue
        found = _first(words, at, opening, lexicon)
        if found is None:
            continue
        number, verb = found
        second = _second(words, tags, verb, number)
        if second is not None and not quoted(passage.text, words[second].at):
            said = low(words, second)
            right = (PLURAL.get(said) or third(said)) if number == 1 else SINGLE[said]
            yield Found(words[second].at, f"the subject is {'singular' if number == 1 else 'plural'}: write “{right}”")


def _first(words: tuple[Word, ...], at: int, opening: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The number of the subject that begins here, and where its verb stands."""
    phrase = noun_phrase(words, at, lexicon)
    if phrase is None or not phrase.number or phrase.kind == "place":
        return None
    end = after_modifiers(words, phrase, lexicon, opening == "")
    if end is None:
        return None
    while low(words, end) in ADVERBS:
        end += 1
    verb = low(words, end)
    if verb in BE and verb in (SINGLE if phrase.number == 1 else PLURAL) or verb in (
            "had", "took", "fell", "rose", "came", "went", "grew", "saw", "became", "stood", "won", "lost", "held", "kept", "gained"):
        return phrase.number, end
    thirds = verb in FORMS.thirds and phrase.number == 1 and phrase.kind in ("name", "pronoun", "party")
    return (phrase.number, end) if thirds else None


def _second(words: tuple[Word, ...], tags: tuple[Tag, ...], verb: int, number: int) -> int | None:
    """Where a verb of the other number stands after “and”, with nothing between that could be its subject."""
    participles = words[verb].low in BE | {"had"}
    for at in range(verb + 1, min(len(words) - 1, verb + LONGEST)):
        tag = tags[at]
        if tag.low in BREAKS or tag.low in TELLS or tag.kind in ("rel", "modal", "do") or tag.low in OPENERS:
            return None
        if tag.kind == "pron" and tag.low in ("he", "she", "it", "they", "we", "i", "you"):
            return None
        if tag.kind in ("be", "have") or tag.kind in ("past", "pastpart") and not participles and tag.low not in ("elected", "held", "won"):
            return None
        if tag.low in ("and", "but"):
            after = at + 1
            while low(words, after) in ADVERBS:
                after += 1
            said = low(words, after)
            wrong = said in ("have", "are", "were") if number == 1 else said in ("has", "is", "was")
            if wrong and after + 1 < len(words) and low(words, after + 1) not in (".", ",", ";", "it", "he", "she", "they", "there"):
                return after
            if _bare(words, tags, verb, at, after, number):
                return after
            if tags[after].kind in ("be", "have", "past", "pastpart", "third") and after < len(tags):
                participles = True
    return None


def _bare(words: tuple[Word, ...], tags: tuple[Tag, ...], verb: int, at: int, after: int, number: int) -> bool:
    """Ms Lee becomes an MP and hold the seat."""
    base = low(words, after)
    between = {tag.kind for tag in tags[verb:at]}
    if number != 1 or low(words, verb) not in FORMS.thirds or base not in HELD or between & {"to", "modal", "do", "ing", "base"}:
        return False
    follows = tags[after + 1] if after + 1 < len(tags) else None
    return follows is not None and (follows.kind in ("det", "num") or follows.kind == "name" and tags[at - 1].kind != "name")
