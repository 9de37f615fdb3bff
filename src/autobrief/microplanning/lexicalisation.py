"""Choosing among variants: no random numbers, no stored seed, stable when one message comes or goes.

A message prefers its eligible variants in the order of sha256(article, kind, subject, variant).
Eligibility depends on which facts are present, never on their values.
"""

from hashlib import sha256

from ..errors import StylebookError
from ..model.style import Stylebook, Variant
from ..model.text import Message

ROTATING = ("headline", "standfirst", "lead")


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()


def eligible(message: Message, stylebook: Stylebook) -> list[Variant]:
    """The variants whose facts are all there.  Raises StylebookError where a kind has none."""
    variants = stylebook.templates.get(message.kind)
    if not variants:
        raise StylebookError(f"no template for {message.kind}: add templates/prose/{message.kind}.j2")
    present = message.facts.keys()
    fitting = [v for v in variants if v.needs <= present and not v.unless & present]
    if not fitting:
        raise StylebookError(f"templates/prose/{message.kind}.j2: no variant can do with {', '.join(sorted(present))}")
    # A wording that leaves the story out is a fallback only.
    telling = [variant for variant in fitting if variant.uses.issuperset(message.must)]
    return telling or fitting


def preferences(article: str, message: Message, stylebook: Stylebook) -> list[Variant]:
    return sorted(eligible(message, stylebook),
                  key=lambda variant: _hash(article, message.kind, message.subject, variant.digest))


def choose(article: str, messages: tuple[Message, ...], stylebook: Stylebook, voice: int, kind: str,
           taken: dict) -> list[Variant]:
    """A variant for each message of one block.

    Headline, standfirst and lead rotate by the voice of their seat or region, and so does what is said once
    of a whole region.  Elsewhere a message takes its first preference that no other subject of its kind has taken, and yields to the next
    only when a neighbour of smaller hash has, by first preference, the same opening.
    """
    if kind in ROTATING:
        return [rotated(m, stylebook, voice)[0] for m in messages]
    wishes = [preferences(article, m, stylebook) if m.seats or m.group or m.about else rotated(m, stylebook, voice) for m in messages]
    order = [_hash(article, message.id) for message in messages]
    chosen = []
    for i, (message, wish) in enumerate(zip(messages, wishes, strict=False)):
        neighbours = [wishes[j][0].opening for j in (i - 1, i + 1) if 0 <= j < len(messages) and order[j] < order[i]]
        used = taken.setdefault(message.kind, [])
        fresh = [v for v in wish if v.digest not in used] or wish
        pick = next((v for v in fresh if v.opening not in neighbours), fresh[0])
        used.append(pick.digest)
        if len(used) >= len(stylebook.templates[message.kind]):
            used.clear()
        chosen.append(pick)
    return chosen


def rotated(message: Message, stylebook: Stylebook, voice: int) -> list[Variant]:
    """The eligible variants in one order for all articles, begun at a place that differs from neighbour to neighbour."""
    variants = sorted(eligible(message, stylebook), key=lambda variant: variant.digest)
    start = voice % len(variants)
    return variants[start:] + variants[:start]
