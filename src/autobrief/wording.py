"""From a plan to blocks of sentences: each message in its chosen variant, in reading order."""

from .microplanning.lexicalisation import choose
from .model.style import Stylebook
from .model.text import LISTED, Block, Cell, Fact, Plan, Section
from .model.world import Assignment, Person
from .realisation import Voice, render

OWN_TEXT = ("headline", "standfirst", "list", "links", "picture", "heading", "method", "correction")
"""Blocks that are read by themselves: names in them are no first mention for the copy."""


def people_of(planned: Plan) -> list[Person]:
    """Everyone whom the article may name, so that shared family names are known beforehand."""
    found = []
    for section in planned.sections:
        for message in section.messages if section.kind != "list" else ():
            for value in message.facts.values():
                records = [{"": value}] if isinstance(value, Fact) else value
                found += [f.value for record in records for f in record.values() if isinstance(f.value, Person)]
    return found


def blocks(assignment: Assignment, planned: Plan, stylebook: Stylebook, voice: Voice) -> tuple[Block, ...]:
    """Every section of the plan in words."""
    taken: dict = {}
    return tuple(_block(assignment, section, stylebook, voice, taken) for section in planned.sections)


def _block(assignment: Assignment, section: Section, stylebook: Stylebook, voice: Voice, taken: dict) -> Block:
    discourse = voice.discourse
    if section.kind in OWN_TEXT:
        voice.discourse = discourse.fresh()
    chosen = choose(assignment.id, section.messages, stylebook, assignment.region.voice, section.kind, taken)
    sentences = [s for message, variant in zip(section.messages, chosen, strict=False)
                 for s in render(variant, message.id, message.facts, voice)]
    voice.discourse = discourse
    addresses = _addresses(section, sentences, voice)
    if section.kind in LISTED:
        return Block(section.kind, section.id, tuple(sentences[1:]), caption=sentences[0].text, title=sentences[0], addresses=addresses)
    if section.kind == "picture":
        alt = section.messages[0].facts["alt"]
        voice.mark(alt, "")
        return Block("picture", section.id, tuple(sentences), addresses=addresses, alt=Cell(voice.quoted(alt.value), alt.id))
    return Block(section.kind, section.id, tuple(sentences))


def _addresses(section: Section, sentences: list, voice: Voice) -> tuple[Cell, ...]:
    """Where a picture is, or what each link leads to."""
    if section.kind == "list":
        return ()
    known = {message.id: message.facts["address"] for message in section.messages if "address" in message.facts}
    for fact in known.values():
        voice.mark(fact, "")
    told = known if section.kind == "picture" else (s.message for s in sentences)
    return tuple(Cell(known[id].value, known[id].id) for id in told if id in known)
