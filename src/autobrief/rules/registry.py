"""The register of rules, and the running of them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..model.text import Message, Weight
from .findings import Findings

RULES: dict[str, "Rule"] = {}


class Told(NamedTuple):
    """What a rule found: facts by template name, reasons that add to the kind's weight."""

    subject: str
    facts: dict
    reasons: tuple[tuple[str, float], ...] = ()
    must: tuple[str, ...] = ()
    part: str = ""
    group: str = ""
    seats: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One kind of message: when it applies, and what it may claim."""

    kind: str
    find: Callable[[Findings], Iterable[Told]]
    scope: tuple[str, ...]
    stages: tuple[str, ...]
    compared: bool
    claims: tuple[str, ...] = ()


def rule(*scope: str, stages: tuple[str, ...] = ("complete",), compared: bool = True, claims: tuple[str, ...] = ()):
    """Register a rule for these scopes (`region`, `seat`) and stages of the night.

    `compared` rules stay silent without a baseline.  `claims` are the claim words its templates may use.
    """
    def register(find):
        RULES[find.__name__] = Rule(find.__name__, find, scope, stages, compared, claims)
        return find
    return register


def determine(findings: Findings, weights: dict) -> tuple[Message, ...]:
    """Every message there is, heaviest first; ties by kind and subject."""
    scope = findings.scope
    messages = [
        _message(rule, told, weights)
        for rule in RULES.values()
        if scope in rule.scope and findings.stage in rule.stages and (findings.compared or not rule.compared)
        for told in rule.find(findings) or ()
    ]
    return tuple(sorted(messages, key=lambda m: (-m.weight.total, m.kind, m.subject)))


def _message(rule: Rule, told: Told, weights: dict) -> Message:
    facts = {name: fact for name, fact in told.facts.items() if fact is not None and fact != ()}
    reasons = (("kind", float(weights.get(rule.kind, 10))), *told.reasons)
    weight = Weight(round(sum(value for _, value in reasons), 3), reasons)
    return Message(rule.kind, told.subject, facts, weight, rule.claims, told.part, told.group, told.must, told.seats, told.about)
