"""A place where a name or a figure should be, found by the words that cannot stand beside each other."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .registry import FULL, Found, rule
from .tagging import FINITE, Tag, tags_of

GOVERNS = frozenset("of from with at for by between into against during despite among to until behind".split())
"""Prepositions that need what they govern, unless a clause before them asks or relates."""
SECOND = frozenset("of from with at by for to in into on since against".split())
STARTS = frozenset("modal be have".split())
TRANSITIVE = frozenset("beat defeat oust unseat replace overturn retain regain trounce represent topple".split())
LICENCES = frozenset("who whom which that what how where when whoever whatever".split())
GOES_WITH = {(one, two) for one, others in {
    "from": "within under behind across over about around in on",
    "for": "of in",
    "until": "on in at",
    "by": "of",
}.items() for two in others.split()}
SET_PHRASES = frozenset(
    "least most all last first times once present home large odds example instance effect fact full part turn particular far now and or "
    "good".split())
"""What follows a preposition in phrases of their own: at least, in all."""


@rule("empty-place", kinds=FULL)
def empty_place(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Lost to in Wokingham”, “won by of the Greens”, “Labour beat into third”, “by the end of had”, “with 99% counted, was ahead”."""
    tags = tags_of(passage.text, lexicon)
    for at, tag in enumerate(tags):
        after = tags[at + 1] if at + 1 < len(tags) else None
        if after is None or quoted(passage.text, tag.word.at):
            continue
        if _governs_nothing(tags, at) or _in_nothing(tags, at, lexicon):
            yield Found(tag.word.at, f"“{tag.word.said}” has nothing after it: write the name or figure that is missing")
        if tag.kind in ("pastpart", "past", "third") and _base(tag) in TRANSITIVE and _no_object(tags, at):
            yield Found(tag.word.at, f"“{tag.word.said}” lacks its object: write who or what")
        if tag.low == "," and _no_subject(tags, at):
            yield Found(after.word.at, "write who or what before this")
        if tag.kind == "be" and after.low == "of" and at + 2 < len(tags) and tags[at - 1].low not in ("it", "that", "which", "who") and tags[
                at + 2 + (tags[at + 2].low == "the")].word.said.replace("_", " ") in lexicon.one | lexicon.many:
            yield Found(after.word.at, "write who it was before this")
        if tag.low == "by" and tag.word.capital and _agent(tags, at + 1):
            yield Found(tag.word.at, "write when or what after “By”")
        if tag.low in ("only", "just") and after.low in (".", ";") and tags[at - 1].kind == "be":
            yield Found(tag.word.at, "write the figure after this")


def _governs_nothing(tags: tuple[Tag, ...], at: int) -> bool:
    """A preposition before a verb, or before another one that does not go with it."""
    tag, after = tags[at], tags[at + 1]
    if tag.low not in GOVERNS or tag.kind not in ("p", "to", "sub") or not at or _licensed(tags, at):
        return False
    if tag.low not in ("to", "until") and after.kind in STARTS and tags[at - 1].low not in ("close", "far", "not") and after.low not in (
            "can", "may", "might", "will", "must", "march"):
        return True
    return after.low in SECOND and after.kind in ("p", "to") and (tag.low, after.low) not in GOES_WITH and not _at_least(tags, at + 1) \
        and tags[at - 1].low not in ("and", "or", "but")


def _in_nothing(tags: tuple[Tag, ...], at: int, lexicon: Lexicon) -> bool:
    """“A by-election in had cut it”, “lost Canterbury in and have not won it back”."""
    if tags[at].low != "in" or not at:
        return False
    before, after = tags[at - 1], tags[at + 1]
    return before.kind in ("noun", "name") and after.low in ("had", "has", "have", "was", "were") and not _licensed(tags, at) \
        or before.word.said.replace("_", " ") in lexicon.seats and after.low in ("and", ",", ".", ";")


def _at_least(tags: tuple[Tag, ...], at: int) -> bool:
    return at + 1 < len(tags) and tags[at].low in ("at", "in", "for", "on", "by") and tags[at + 1].low in SET_PHRASES


def _agent(tags: tuple[Tag, ...], at: int) -> bool:
    """“By the Conservatives had lost”."""
    at += tags[at].low == "the"
    return at + 1 < len(tags) and tags[at].kind == "name" and tags[at].number > 0 and tags[at + 1].kind in ("have", "be")


def _base(tag: Tag) -> str:
    from .inflections import FORMS

    return FORMS.pasts.get(tag.low) or FORMS.thirds.get(tag.low) or ""


def _segment(tags: tuple[Tag, ...], at: int) -> tuple[Tag, ...]:
    start = at
    while start and tags[start - 1].low not in (".", "?", "!", ";", ":", ",", "(", "—", "–"):
        start -= 1
    return tags[start:at]


def _licensed(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether what a preposition governs stands before it: the seat he sat for, somebody to vote for, what it was worked at with."""
    before = _segment(tags, at)
    if not before or before[-1].kind == "p" and before[-1].low in ("of", "for", "to"):
        return True
    if before[-1].kind in ("cc", "p", "to") or before[-1].low in ("back", "apart", "up", "down", "out", "on", "in", "off", "over"):
        return before[-1].kind != "p" or before[-1].low in ("on", "in", "over", "off")
    if any(tag.low in LICENCES for tag in before):
        return True
    for n, tag in enumerate(before):
        if tag.kind == "to" and n + 1 < len(before) and before[n + 1].kind in ("base", "nv", "be", "x") or tag.low == "be":
            return True
        if (
            n
            and tag.kind in ("pron", "name", "det", "own")
            and before[n - 1].kind in ("noun", "nv", "nsv", "pron", "x")
            and any(later.kind in FINITE | {"pastpart", "base", "nv"} for later in before[n + 1 :])
        ):
            # "The seat he sat for": a clause about a noun.
            return True
    last = before[-1]
    return (
        last.kind in ("part", "pastpart", "ing")
        and any(tag.kind == "be" for tag in before[:-1])
        and tags[at].low in ("for", "of", "at", "to", "with", "into")
    )


def _no_object(tags: tuple[Tag, ...], at: int) -> bool:
    """“Labour beat into third place”: a verb after its subject, and nothing that it could be done to."""
    after = tags[at + 1]
    if at == 0 or not (after.kind == "p" and after.low in ("by", "in", "into", "with", "from", "at", "to", "for") or after.low in (".", ";", ",")):
        return False
    if after.low in (".", ",", ";") and tags[at].kind == "pastpart":
        return False
    subject = tags[at - 1]
    if (
        subject.kind not in ("name", "pron")
        or subject.low in ("who", "which", "that")
        or tags[at].kind == "pastpart"
        and tags[at].low != "beat"
        and subject.kind != "pron"
    ):
        return False
    first = at - 1
    while first and tags[first - 1].kind == "name":
        first -= 1
    if first and tags[first - 1].low == "the":
        first -= 1
    before = tags[first - 1] if first else None
    return before is None or before.low in (".", ";") or before.low == "," and first > 1 and not any(tag.low in LICENCES for tag in tags[:first])


def _no_subject(tags: tuple[Tag, ...], at: int) -> bool:
    """“With 99% of the votes counted, was ahead by 300”: a phrase that opens the sentence, and no subject after its comma."""
    if at + 2 >= len(tags) or tags[at + 1].kind not in ("be", "have", "past"):
        return False
    start = at
    while start and tags[start - 1].low not in (".", "?", "!", ";", ":"):
        start -= 1
    front = tags[start:at]
    if len(front) < 2 or any(tag.low in (",", "(") for tag in front) or front[0].kind != "p" and front[0].low not in ("since", "after", "before"):
        return False
    if any(tag.kind in FINITE or tag.low in LICENCES for tag in front) or front[0].low in (
        "behind",
        "among",
        "ahead",
        "beside",
        "between",
        "beyond",
        "above",
        "below",
        "near",
        "opposite",
        "under",
    ):
        return False
    return tags[at + 2].kind in ("adv", "part", "pastpart", "p", "be", "adj") and not any(tag.kind in ("name",) for tag in tags[at + 2 : at + 5])
