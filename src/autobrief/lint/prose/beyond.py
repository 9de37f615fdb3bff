"""A verb beyond the clause about its subject: voters who had backed Leave was, the lead that Labour had built up in the valleys were."""

from collections.abc import Iterator

from .clauses import quoted
from .concord import starts
from .inflections import FORMS
from .lexicon import Lexicon
from .nouns import GROUPS, MEASURES
from .patterns import search
from .phrases import Reading, low, noun_phrase, reading
from .registry import FULL, Found, rule
from .tagging import Tag, tags_of
from .words import ADVERBS, BE, PLURAL, SINGLE, Word, words_of

DEEDS = frozenset(
    "back vote lose win hold stand gain take keep lead defend contest build represent elect choose support leave join switch target overturn create "
    "draw cast fight poll send count declare run return change retain regain increase cut reduce beat defeat fall rise grow collapse stay serve work "
    "live open close publish promise predict come finish campaign turn swing capture abandon desert drift move sit inherit attract carry bring put "
    "set stretch go".split())
"""What a clause about a subject may tell of it; no verb that another clause may follow, as after think or say."""
INSIDE = frozenset("det num own name noun adj p adv to part pastpart ing x".split())
LONGEST = 18


@rule("beyond-clause", kinds=FULL)
def beyond_clause(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb beyond a clause: “voters who had backed Leave was”, “the lead that Labour had built up in the valleys were”."""
    words, tags = words_of(passage.text, lexicon), tags_of(passage.text, lexicon)
    for at, opening in starts(words):
        if opening or at >= len(words):
            continue
        number, end = _subject(words, at, lexicon)
        if not number:
            continue
        verb = _matrix(words, tags, end, lexicon)
        if verb is None:
            continue
        said = low(words, verb)
        wrong = said in PLURAL if number == 1 else said in SINGLE
        if wrong and said != "do" and not quoted(passage.text, words[verb].at):
            right = PLURAL[said] if number == 1 else SINGLE[said]
            yield Found(words[verb].at, f"the subject is {'singular' if number == 1 else 'plural'}: write “{right}”")


def _subject(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The number of a noun that a clause about it may follow, and where it ends; 0 where nobody can tell."""
    phrase, read = noun_phrase(words, at, lexicon), reading(words, at, lexicon)
    if phrase is None or not isinstance(read, Reading) or read.head in GROUPS | MEASURES - {"people", "seats", "gains", "losses", "votes"}:
        return 0, at
    if phrase.kind != "noun" or not phrase.number or phrase.number == 1 and not phrase.determined or phrase.counted and read.head in MEASURES:
        return 0, at
    return phrase.number, phrase.end


def _matrix(words: tuple[Word, ...], tags: tuple[Tag, ...], at: int, lexicon: Lexicon) -> int | None:
    """Where the verb after a clause that begins here stands."""
    relative = low(words, at) in ("who", "that", "which")
    start = at + relative
    side = noun_phrase(words, start, lexicon)
    if side is not None and side.kind in ("party", "pronoun", "name") and low(words, side.end) not in ("who", "that", "which"):
        start = side.end
    elif not relative:
        return None
    while start < len(words) and (low(words, start) in BE | {"had", "been", "not", "just"} | ADVERBS):
        start += 1
    if start >= len(tags) or _base(low(words, start)) not in DEEDS:
        return None
    for end in range(start + 1, min(len(tags), start + LONGEST)):
        tag = tags[end]
        if tag.kind in ("be", "have"):
            after = tags[end + 1] if end + 1 < len(tags) else None
            sure = after is not None and after.kind not in ("mark", "be", "have", "pron") and tags[end - 1].kind not in ("cc", "rel", "mark")
            return end if sure and not search(r"^[Tt]here$", tags[end - 1].word.said) else None
        if tag.kind not in INSIDE or tag.low in ("than", "as", "if") or tag.kind == "pastpart" and tags[end - 1].kind in ("noun", "name"):
            return None
    return None


def _base(verb: str) -> str:
    return FORMS.pasts.get(verb) or FORMS.participles.get(verb) or FORMS.thirds.get(verb) or verb
