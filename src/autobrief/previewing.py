"""Previewing wording: every variant of one kind of message, said on real cases."""

from collections.abc import Iterable
from typing import NamedTuple

from .errors import StylebookError
from .microplanning.aggregation import aggregate
from .microplanning.lexicalisation import eligible
from .microplanning.reference import Discourse
from .model.style import Stylebook, Variant
from .model.text import Message
from .model.world import Assignment
from .pipeline import decide
from .realisation import Voice, render
from .rules import determine

ENOUGH = 60
"""After so many articles, one case of each wording will do."""


class Case(NamedTuple):
    """One message said: in which article, at what hour if not the end, of what subject, and the sentences."""

    article: str
    as_of: str | None
    subject: str
    text: str


class Shown(NamedTuple):
    """One wording with its cases; none where no case reached it."""

    variant: Variant
    cases: tuple[Case, ...]


class Preview(NamedTuple):
    """Every wording of a kind, how many articles were looked through, and messages that none of them can say."""

    shown: tuple[Shown, ...]
    tried: int
    unsaid: tuple[str, ...]


def preview(kind: str, assignments: Iterable[Assignment], stylebook: Stylebook, most: int = 3) -> Preview:
    """Up to `most` cases of each wording, each from another article; looks no further than it must."""
    cases: dict[str, list[Case]] = {variant.digest: [] for variant in stylebook.templates[kind]}
    unsaid: list[str] = []
    tried = 0
    for assignment in assignments:
        tried += 1
        here: set[str] = set()
        planned, found = _messages(kind, assignment, stylebook)
        unsaid += [f"{assignment.id}: {message.subject}, with {', '.join(sorted(message.facts))}"
                   for message in planned if not _fitting(message, stylebook)]
        for message in planned + found:
            for variant in _fitting(message, stylebook):
                told = cases[variant.digest]
                if variant.digest not in here and len(told) < most and all(case.subject != message.subject for case in told):
                    here.add(variant.digest)
                    told.append(_case(assignment, message, variant, stylebook))
        if all(len(told) >= (most if tried < ENOUGH else 1) for told in cases.values()):
            break
    shown = tuple(Shown(variant, tuple(cases[variant.digest])) for variant in stylebook.templates[kind])
    return Preview(shown, tried, tuple(dict.fromkeys(unsaid)))


def _messages(kind: str, assignment: Assignment, stylebook: Stylebook) -> tuple[list[Message], list[Message]]:
    """What the rules find of this kind: as the article plans it; then gathered by group, and one by one."""
    findings, plan = decide(assignment, stylebook)
    planned = [message for section in plan.sections for message in section.messages if message.kind == kind]
    found = [message for message in determine(findings, stylebook.weights) if message.kind == kind]
    found.sort(key=lambda message: (message.group, message.subject))
    gathered = [message for message in aggregate(tuple(found)) if "items" in message.facts]
    return planned, gathered + found


def _fitting(message: Message, stylebook: Stylebook) -> list[Variant]:
    """The wordings that can say it; none where every one of them needs more."""
    try:
        return eligible(message, stylebook)
    except StylebookError:
        return []


def _case(assignment: Assignment, message: Message, variant: Variant, stylebook: Stylebook) -> Case:
    voice = Voice(stylebook, Discourse(courtesy=stylebook.house["courtesy"]))
    text = "\n".join(sentence.text for sentence in render(variant, message.id, message.facts, voice))
    return Case(assignment.id, assignment.as_of.isoformat() if assignment.as_of else None, message.subject, text)
