"""From a plan to blocks of sentences: each message in its chosen variant, in reading order."""

from typing import NamedTuple

from .microplanning.cohesion import COPY, joined, repeated
from .microplanning.lexicalisation import choose, rotated
from .microplanning.pronouns import with_pronouns
from .microplanning.reference import Discourse
from .model.style import Stylebook, Variant
from .model.text import LISTED, Block, Cell, Fact, Message, Plan, Section, Sentence
from .model.world import Assignment, Person, Place
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
    said = Said({}, set(), [])
    return tuple(_block(assignment, section, stylebook, voice, said) for section in planned.sections)


def standing_alone(body: tuple[Block, ...], planned: Plan, stylebook: Stylebook, voice: Voice) -> tuple[Block, ...]:
    """The blocks with what each sentence of the copy says where the ones before it are gone: everybody by full name, no pronoun, no connective."""
    messages = {message.id: message for section in planned.sections for message in section.messages}
    variants = {variant.digest: variant for kind in {message.kind for message in messages.values()} for variant in stylebook.templates[kind]}
    facts = {fact.id: fact for fact in voice.facts}

    def alone(sentence: Sentence) -> Sentence:
        message = messages.get(sentence.message)
        if message is None or sentence.variant not in variants:
            return sentence
        again = render(variants[sentence.variant], message.id, message.facts, Voice(stylebook, voice.discourse.fresh()))
        text = next((each.text for each in again if each.id == sentence.id), sentence.text)
        if text == sentence.text:
            return sentence
        said = [facts[span.fact].value.name for span in sentence.spans if isinstance(facts[span.fact].value, Person | Place)]
        return sentence._replace(alone=text, named=tuple(dict.fromkeys(name for name in said if name in text and name not in sentence.text)))
    return tuple(block._replace(sentences=tuple(map(alone, block.sentences))) if block.kind in COPY else block for block in body)


class Said(NamedTuple):
    """What the blocks so far have used up: wordings by kind, connectives, and the headline's sentences."""

    taken: dict
    used: set
    headline: list


def _block(assignment: Assignment, section: Section, stylebook: Stylebook, voice: Voice, said: Said) -> Block:
    discourse, turn = voice.discourse, assignment.region.voice
    if section.kind in OWN_TEXT or section.id.startswith("notes/"):
        voice.discourse = discourse.fresh()
    chosen = choose(assignment.id, section.messages, stylebook, turn, section.kind, said.taken)
    if section.kind == "headline":
        chosen = [fitting(section.messages[0], stylebook, turn)]
    elif section.kind == "lead" and said.headline:
        chosen[0] = fresh(section.messages[0], stylebook, turn, said.headline[0])
    sentences = [s for message, variant in zip(section.messages, chosen, strict=False)
                 for s in render(variant, message.id, message.facts, voice)]
    voice.discourse = discourse
    if section.kind in COPY:
        known = {fact.id: fact for fact in voice.facts}
        sentences = joined(section, with_pronouns(sentences, known), said.used)
    if section.kind == "headline":
        said.headline.extend(sentences)
    addresses = _addresses(section, sentences, voice)
    if section.kind in LISTED:
        return Block(section.kind, section.id, tuple(sentences[1:]), caption=sentences[0].text, title=sentences[0], addresses=addresses)
    if section.kind == "picture":
        alt = section.messages[0].facts["alt"]
        voice.mark(alt, "")
        return Block("picture", section.id, tuple(sentences), addresses=addresses, alt=Cell(voice.quoted(alt.value), alt.id))
    return Block(section.kind, section.id, tuple(sentences))


def fitting(message: Message, stylebook: Stylebook, voice: int) -> Variant:
    """The headline's first wording of its turn that is short enough, else the shortest."""
    return _least(message, stylebook, voice, lambda tried: max(0, sum(len(s.text) for s in tried) - stylebook.thresholds["headline_characters"]))


def fresh(message: Message, stylebook: Stylebook, voice: int, headline: Sentence) -> Variant:
    """The lead's first wording of its turn that does not say the headline's words again, else the one that says fewest."""
    return _least(message, stylebook, voice, lambda tried: repeated(headline, tried[0]))


def _least(message: Message, stylebook: Stylebook, voice: int, excess) -> Variant:
    """The first wording of its turn with no excess, else the one with least."""
    best = None
    for variant in rotated(message, stylebook, voice):
        over = excess(render(variant, message.id, message.facts, Voice(stylebook, Discourse())))
        if not over:
            return variant
        if best is None or over < best[0]:
            best = over, variant
    return best[1]


def _addresses(section: Section, sentences: list, voice: Voice) -> tuple[Cell, ...]:
    """Where a picture is, or what each link leads to."""
    if section.kind == "list":
        return ()
    known = {message.id: message.facts["address"] for message in section.messages if "address" in message.facts}
    for fact in known.values():
        voice.mark(fact, "")
    told = known if section.kind == "picture" else (s.message for s in sentences)
    return tuple(Cell(known[id].value, known[id].id) for id in told if id in known)
