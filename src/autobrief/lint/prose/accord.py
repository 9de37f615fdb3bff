"""A verb held against the subject found by reading back from it, and two verbs of one subject held against each other."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .nouns import MEASURES
from .registry import FULL, Found, rule
from .spans import clause_of, head_of, opening_of
from .tagging import FINITE, Tag, tags_of
from .verbs import to_many, to_one

NOMINAL = frozenset("det num own name noun adj x".split())
NEGATIVE = frozenset("never rarely seldom hardly scarcely nowhere neither nor".split())
PRONE = frozenset(
    "become becomes remain remains keep keeps hold holds take takes win wins lose loses need needs make makes say says go goes want wants "
    "come comes stand stands stay stays know knows seem seems lie lies include includes represent represents show shows mean means "
    "serve serves face faces return returns have has".split()
)


@rule("accord", kinds=FULL)
def accord(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Rarely have a safe seat been lost”, “she becomes an MP and hold the seat”, “behind the figures lies two stories”, “what remains are”."""
    tags = tags_of(passage.text, lexicon)
    for at, tag in enumerate(tags):
        if quoted(passage.text, tag.word.at):
            continue
        number = {"nv": 2, "nsv": 1}.get(tag.kind, tag.number)
        wanted = number and (_after_front(tags, at) or _shared(tags, at) or _each(tags, at) or _read(tags, at))
        if wanted and number != wanted:
            right = to_one(tag.low) if wanted == 1 else to_many(tag.low)
            yield Found(tag.word.at, f"the subject is {'singular' if wanted == 1 else 'plural'}: write “{right}”")


def _after_front(tags: tuple[Tag, ...], at: int) -> int:
    """Rarely has a seat; only once have they; so close was it; among the losers were three ministers; behind them lie two stories."""
    verb = tags[at]
    if verb.kind not in ("be", "have", "do") and verb.low not in ("lies", "lie", "stands", "stand", "comes", "come", "sits", "sit"):
        return 0
    opening = opening_of(tags, at)
    if opening is None or opening >= at or at + 1 >= len(tags):
        return 0
    front = tags[opening:at]
    if any(
        tag.kind in FINITE
        or tag.low in (",", ":", "that", "and")
        or tag.kind in ("rel", "sub", "pron")
        and tag.low not in ("since", "than", "before", "after", "until")
        for tag in front
    ):
        return 0
    first = front[0].low
    if (
        first in NEGATIVE
        or first in ("only", "not")
        and len(front) > 1
        and any(tag.kind == "p" or tag.low in ("since", "once", "until", "after") for tag in front)
    ):
        number, _ = head_of(tags, at + 1)
        return number if verb.kind != "be" or tags[at + 1].kind in ("det", "pron", "own", "name") else 0
    if first == "so" and len(front) == 2 and front[1].kind in ("adj", "x") and tags[at + 1].kind == "pron":
        return head_of(tags, at + 1)[0]
    if verb.kind == "have" or verb.kind == "do":
        return 0
    if (
        front[0].kind == "p"
        and first in ("among", "behind", "beneath", "beside", "alongside", "between", "beyond", "under")
        and all(tag.kind in NOMINAL | {"p", "pastpart", "nv", "nsv", "ing"} for tag in front[1:])
        and tags[at + 1].kind in ("num", "det", "adv")
    ):
        number, end = _counted(tags, at + 1)
        return number if not any(tag.low in ("and", ",") for tag in tags[end : end + 3]) else 2 if number == 2 else 0
    return 0


def _counted(tags: tuple[Tag, ...], at: int) -> tuple[int, int]:
    """Three former ministers; a former minister; several of the party's leaders."""
    number, end = head_of(tags, at)
    if number:
        return number, end
    if (
        tags[at].kind == "num"
        and tags[at].number == 2
        and at + 1 < len(tags)
        and tags[at + 1].kind in ("adj", "noun", "own")
        and tags[at + 1].low not in MEASURES
    ):
        return 2, at + 2
    return 0, at + 1


def _shared(tags: tuple[Tag, ...], at: int) -> int:
    """The number that an earlier verb of the same subject has: “becomes an MP and hold the seat”, “they lost Kent in 2017 and has”."""
    verb = tags[at]
    if at < 3 or tags[at - 1].kind == "adv" and tags[at - 2].low not in ("and", "but"):
        return 0
    joint = at - 1 if tags[at - 1].kind != "adv" else at - 2
    if tags[joint].low not in ("and", "but") or at + 1 >= len(tags):
        return 0
    after = tags[at + 1]
    if not (
        verb.kind in ("have", "be") or (verb.kind in ("third", "base", "nv", "nsv") and after.kind in ("det", "own", "num") and verb.low in PRONE)
    ):
        return 0
    opening = opening_of(tags, joint)
    if opening is None:
        return 0
    number, end = _subject_at(tags, opening, joint)
    if not number:
        return 0
    between = tags[end:joint]
    finite = [tag for tag in between if tag.kind in FINITE or tag.kind == "pastpart"]
    if (
        not finite
        or between[0].kind not in FINITE | {"pastpart", "adv"}
        or any(tag.kind in ("rel", "sub", "modal", "to", "cc", "pron") or tag.low in (";", ":", "(", ")", "there", "that") for tag in between)
    ):
        return 0
    if sum(tag.low == "," for tag in between) > 1 or between[0].kind == "do":
        return 0
    return number


def _subject_at(tags: tuple[Tag, ...], opening: int, joint: int) -> tuple[int, int]:
    """The number of the subject of a sentence that opens here, past a phrase and its comma, and where its verb stands."""
    if tags[opening].kind == "p" or tags[opening].low in ("since", "after", "before"):
        comma = next((n for n in range(opening, joint) if tags[n].low == ","), None)
        if comma is None or any(tag.kind in FINITE or tag.low in ("and",) for tag in tags[opening:comma]):
            return 0, opening
        opening = comma + 1
    number, end = head_of(tags, opening)
    if end < joint and tags[end].low == "," and tags[opening].kind == "name" and tags[opening].number == 1:
        close = next((n for n in range(end + 1, joint) if tags[n].low == ","), None)
        if close is None or tags[close + 1].kind not in FINITE | {"pastpart"} or any(tag.kind == "name" for tag in tags[end + 1 : end + 2]):
            return 0, opening
        end = close + 1
    return number, end


def _each(tags: tuple[Tag, ...], at: int) -> int:
    """“Neither of the two recounts have”, “every one of the region's ministers were”, “what remains of the vote are”."""
    verb = tags[at]
    if verb.kind not in ("be", "have") and verb.kind not in ("third", "base"):
        return 0
    opening = clause_of(tags, at)
    if opening is None or at - opening < 2:
        return 0
    front = tags[opening:at]
    lows = [tag.low for tag in front]
    if lows[0] in ("each", "one") and lows[1] == "of" or lows[:3] == ["every", "one", "of"] or lows[0] in ("neither", "either") and lows[1] == "of":
        rest = front[3 if lows[0] == "every" else 2 :]
        return (
            1
            if rest
            and rest[0].kind in ("det", "own", "name")
            and all(tag.kind in NOMINAL | {"p", "nsv", "nv", "pastpart"} for tag in rest)
            and rest[-1].kind != "p"
            and (lows[0] != "neither" and lows[0] != "either" or verb.kind in ("have",))
            else 0
        )
    if lows[0] == "what" and front[1].kind in ("third",) and all(tag.kind in NOMINAL | {"p", "adv", "nv"} for tag in front[2:]):
        return 1 if verb.kind == "be" and tags[at + 1 : at + 2] and tags[at + 1].kind not in ("noun", "det", "num", "name", "own") else 0
    return 0


def _read(tags: tuple[Tag, ...], at: int) -> int:
    """The number of a subject with phrases after it: “his majority of 8,000 votes make”, “the people of this county wants”."""
    verb = tags[at]
    if not (
        verb.kind in ("be", "have")
        or verb.low in PRONE
        and verb.kind in ("third", "base", "nsv", "nv")
        and at + 1 < len(tags)
        and (tags[at + 1].kind in ("det", "num", "own", "name", "pron", "to", "p", "adj"))
    ):
        return 0
    opening = clause_of(tags, at)
    if opening is None:
        return 0
    while tags[opening].kind in ("p",) or tags[opening].low in ("since",):
        # "In the north of the county the parties": past the comma or the phrase.
        comma = next(
            (
                n
                for n in range(opening, at)
                if tags[n].low == "," or n > opening + 1 and tags[n + 1].kind == "det" and tags[n].kind in ("noun", "name", "num", "nv", "nsv")
            ),
            None,
        )
        if comma is None or any(tag.kind in FINITE or tag.kind == "cc" for tag in tags[opening:comma]):
            return 0
        opening = comma + 1
    while opening < at and tags[opening].kind == "adv":
        opening += 1
    if verb.low in ("were", "weren't") and opening and tags[opening - 1].low in ("if", "though", "unless", "whether", "although", "when"):
        return 0
    number, end = head_of(tags, opening)
    if number == 1 and opening and tags[opening - 1].low in ("and", "or") and tags[opening].kind != "pron":
        return 0
    if not number or end > at or tags[opening].kind == "pron" and end < at:
        return 0
    if (
        number == 2
        and tags[opening].kind == "num"
        and verb.low in ("is", "was")
        and tags[at + 1 : at + 2]
        and tags[at + 1].kind not in ("part", "pastpart", "p")
    ):
        # "Two recounts is one too many": a sum.
        return 0
    if end == at:
        return number if verb.kind not in ("base", "nv", "nsv") or tags[opening].kind in ("det", "own", "pron") else 0
    rest = tags[end:at]
    if (
        rest[0].low == ","
        and rest[-1].low == ","
        and len(rest) > 2
        and rest[1].low not in ("and", "or", "but", "as", "together", "along", "not", "like")
    ):
        inner = rest[1:-1]
        plain = all(tag.kind in NOMINAL | {"p", "adv", "pastpart", "ing", "nv", "nsv", "to"} for tag in inner) and inner[-1].kind not in (
            "p",
            "det",
            "adj",
        )
        head = inner[0].kind in ("p", "det", "num", "adj", "ing", "pastpart") or inner[0].low in ("a", "the")
        return number if plain and head and number and not (inner[0].kind == "num" and number == 2) else 0
    if rest[0].kind != "p" and rest[0].kind not in ("ing",):
        return 0
    if any(tag.kind not in NOMINAL | {"p", "nv", "nsv"} and not (tag.kind == "adv" and n) for n, tag in enumerate(rest)) or rest[-1].kind in (
        "p",
        "det",
        "adj",
    ):
        return 0
    return number
