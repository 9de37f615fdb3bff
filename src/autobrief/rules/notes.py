"""What an editor's notes add: quotations, local colour, pictures, links, and what holds the article."""

import re

from ..facts.note import note_facts
from ..model.notes import Note
from ..model.text import Fact
from .findings import Findings
from .registry import Told, rule

ANYWHERE = ("region", "nation", "seat")
ANY_TIME = ("waiting", "partial", "complete")
SPOKEN = ("quotation", "exclamation", "colour", "caption", "title")
"""Texts that are published as the editor gave them."""


def here(findings: Findings, note: Note) -> bool:
    """The note's seat, place or person is in this article, or it has none of them."""
    mine = set(findings.assignment.region.seats)
    if note.place:
        return note.place == findings.assignment.region.id or bool(note.seats) and mine.issuperset(note.seats)
    if note.person:
        return note.person in _people(findings) or findings.scope != "seat" and _leads(findings, note.about)
    return not note.seats or bool(mine.intersection(note.seats))


def _people(findings: Findings) -> set[str]:
    """Everyone who stood in these seats or sat for them."""
    standing = {c.person.id for reading in findings.readings for c in reading.contest.candidacies}
    sitting = findings.assignment.members or {}
    return standing | {sitting[seat].person.id for seat in findings.assignment.region.seats if seat in sitting}


def _leads(findings: Findings, about: tuple[str, ...]) -> bool:
    """It is the prime minister, whom the national frame names."""
    leader = findings.national.prime_minister_fact() if findings.national.complete else None
    return bool(leader) and leader.value.id in about


def _told(findings: Findings, kind: str, *names: str):
    """A kind's notes that belong here, with their texts of these names, in the editor's order."""
    notes = findings.assignment.notes
    for number, note in enumerate(note for note in (notes.notes if notes else ()) if note.kind == kind and here(findings, note)):
        known = note_facts(notes, note)
        facts = {name: known[name] for name in names if name in known}
        optional = tuple(name for name in ("role", "where") if name in facts)
        yield Told(note.subject, facts, (("the editor's order", -number / 100),), must=optional, about=note.about)


@rule(*ANYWHERE, stages=ANY_TIME, compared=False)
def quotation(findings: Findings):
    """What somebody said, from an editor's notes, with who said it."""
    yield from _told(findings, "quotation", "quotation", "exclamation", "who", "role", "where")


@rule(*ANYWHERE, stages=ANY_TIME, compared=False)
def local_colour(findings: Findings):
    """Something about a seat or place from an editor's notes, with its source."""
    yield from _told(findings, "local_colour", "colour", "source")


@rule(*ANYWHERE, stages=ANY_TIME, compared=False)
def picture(findings: Findings):
    """A picture's caption and credit, from an editor's notes."""
    yield from _told(findings, "picture", "caption", "credit", "alt", "address")


@rule(*ANYWHERE, stages=ANY_TIME, compared=False)
def links_caption(findings: Findings):
    """What stands over an editor's links."""
    if any(True for _ in _told(findings, "related_link")):
        yield Told("links", {}, (("stands over them", 1.0),))


@rule(*ANYWHERE, stages=ANY_TIME, compared=False)
def related_link(findings: Findings):
    """A link to read on, from an editor's notes."""
    yield from _told(findings, "related_link", "title", "address")


def holds(findings: Findings, words) -> tuple[tuple[str, Fact], ...]:
    """Why the article waits for a lawyer: legal flags that belong here, then notes that use one of `words`; none: it need not."""
    notes = findings.assignment.notes
    if not notes:
        return ()
    mine = [(note, note_facts(notes, note)) for note in notes.notes if here(findings, note)]
    flags = [(_reason(note, facts), facts["flag"]) for note, facts in mine if note.kind == "legal"]
    return (*flags, *(found for note, facts in mine if note.kind != "legal" for found in _touched(facts, words)))


def _reason(note: Note, facts: dict) -> str:
    """The flag, whom or what it concerns, and what the editor wrote with it."""
    about = f" ({note.name})" if note.name else ""
    return facts["flag"].value + about + (f": {facts['reason'].value}" if "reason" in facts else "")


def _touched(facts: dict[str, Fact], words):
    for name in SPOKEN:
        for word in words if name in facts else ():
            if re.search(rf"\b{re.escape(word)}\b", facts[name].value, re.I):
                source = facts[name].sources[0]
                yield f'“{word}” in the {name} at line {source.rows[0]} of {source.table}', facts[name]
                break
