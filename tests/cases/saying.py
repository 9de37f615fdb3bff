"""What one message says alone: found by the rules, worded as an article would word it, with nobody mentioned yet."""

from typing import NamedTuple

from autobrief.errors import StylebookError
from autobrief.microplanning.lexicalisation import choose, eligible
from autobrief.microplanning.reference import Discourse
from autobrief.model.style import Stylebook, Variant
from autobrief.model.text import Fact, Message, Plan, Section, Sentence
from autobrief.model.world import Assignment
from autobrief.planning import plan
from autobrief.realisation import Voice, render
from autobrief.rules import determine
from autobrief.rules.findings import Findings
from autobrief.wording import people_of


class Found(NamedTuple):
    """Every message of one assignment by (kind, subject), and the scope it was found in."""

    scope: str
    messages: dict


def found(assignment: Assignment, stylebook: Stylebook) -> Found:
    """What the rules find, each message alone, and those that the plan gathers into one."""
    findings = Findings(assignment, stylebook.thresholds, stylebook.house["speaker"], stylebook.offices["ranks"])
    alone = determine(findings, stylebook.weights)
    planned = [message for section in plan(findings, alone, stylebook).sections for message in section.messages]
    gathered = {(message.kind, message.subject): message for message in planned if "+" in message.subject}
    return Found(findings.scope, {(message.kind, message.subject): message for message in alone} | gathered)


def fitting(message: Message, stylebook: Stylebook) -> list[Variant]:
    """The wordings that can say it; none where each needs more than it has."""
    try:
        return eligible(message, stylebook)
    except StylebookError:
        return []


def chosen(assignment: Assignment, scope: str, message: Message, stylebook: Stylebook) -> Variant:
    """The wording it takes where it stands alone in its block."""
    order, blocks = stylebook.outline["order"], stylebook.outline["block"]
    standing = (blocks[name] for each in (scope, *order) for name in order[each])
    block = next((found.get("shape", "paragraph") for found in standing if message.kind in found["kinds"]), "paragraph")
    return choose(assignment.id, (message,), stylebook, assignment.region.voice, block, {})[0]


def said(message: Message, variant: Variant, stylebook: Stylebook) -> tuple[Sentence, ...]:
    """The message in one wording: its sentences."""
    alone = Plan((Section("paragraph", message.id, (message,)),), (), "")
    voice = Voice(stylebook, Discourse(people_of(alone), stylebook.house["courtesy"]))
    return render(variant, message.id, message.facts, voice)


def say(message: Message, variant: Variant, stylebook: Stylebook) -> str:
    """The same as text."""
    return " ".join(sentence.text for sentence in said(message, variant, stylebook))


def number(variant: Variant, stylebook: Stylebook) -> int:
    """A wording's place in its file, from one."""
    return 1 + [v.digest for v in stylebook.templates[variant.kind]].index(variant.digest)


def alike(message: Message) -> int:
    """How many facts could stand in each other's place unseen: another fact of the same unit with the same value."""
    seen = [(fact.unit, str(fact.value)) for fact in facts_of(message).values()]
    return len(seen) - len(set(seen))


def facts_of(message: Message) -> dict[str, Fact]:
    """Every fact of a message by its id, those in lists too."""
    return {f.id: f for value in message.facts.values()
            for record in ([{"": value}] if isinstance(value, Fact) else value) for f in record.values()}
