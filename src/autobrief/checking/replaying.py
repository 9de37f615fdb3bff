"""The dynamic check: a message said again must come out the same, and change with its facts alone.

A cited fact that could be altered without altering its sentence would be a word of the template
in disguise; a sentence that changes with a fact it does not cite would hide where it comes from.
"""

from collections.abc import Iterator

from ..errors import StylebookError
from ..microplanning.reference import Discourse
from ..model.style import Stylebook, Variant
from ..model.text import LISTED, Block, Fact, Message, Plan, Sentence, Span
from ..model.world import Person, Place
from ..realisation import Voice, render
from .altering import OTHERS, with_altered
from .faults import Fault


class Strangers(Discourse):
    """Nobody has been mentioned, however often: everyone is named in full each time."""

    def name(self, person: Person) -> str:
        return person.name

    def area(self, place: Place) -> None:
        return None


def facts_of(message: Message) -> dict[str, Fact]:
    """Every fact of a message by id, those in lists too."""
    values = message.facts.values()
    return {fact.id: fact for value in values for record in ([{"": value}] if isinstance(value, Fact) else value)
            for fact in record.values()}


def said_again(message: Message, variant: Variant, facts: dict, stylebook: Stylebook) -> tuple[Sentence, ...]:
    return render(variant, message.id, facts, Voice(stylebook, Strangers()))


def replay(blocks: tuple[Block, ...], plan: Plan, stylebook: Stylebook) -> Iterator[Fault]:
    """Every message of the article said again as planned, and with each of its facts altered."""
    messages = {message.id: message for section in plan.sections for message in section.messages}
    told: dict[str, list[Sentence]] = {}
    for block in blocks:
        for sentence in block.sentences:
            told.setdefault(sentence.message, []).append(sentence)
    for message_id, sentences in told.items():
        message = messages.get(message_id)
        variants = stylebook.templates.get(message.kind, ()) if message else ()
        variant = next((v for v in variants if v.digest == sentences[0].variant), None)
        if variant is None:
            yield Fault(sentences[0].id, "no-message", "the plan has no such message, or the stylebook no such wording")
            continue
        yield from _replay_message(message, variant, sentences, stylebook)


def _replay_message(message: Message, variant: Variant, sentences: list[Sentence], stylebook: Stylebook) -> Iterator[Fault]:
    try:
        again = said_again(message, variant, message.facts, stylebook)
    except StylebookError as error:
        yield Fault(message.id, "replay", str(error))
        return
    if [_bones(sentence) for sentence in again] != [_bones(sentence) for sentence in sentences]:
        yield Fault(message.id, "replay", f"says “{' '.join(s.text for s in sentences)}”, "
                    f"where its wording gives “{' '.join(s.text for s in again)}”")
        return
    yield from alterations(message, variant, stylebook)


def _bones(sentence: Sentence) -> tuple:
    """A sentence without the texts of its facts and without its connective: what stands between them, and which they are."""
    shift = len(sentence.opening) + 1 if sentence.opening else 0
    if shift:
        text = sentence.text[shift:]
        sentence = sentence._replace(text=text[:1].upper() + text[1:],
                                     spans=tuple(Span(s.start - shift, s.end - shift, s.fact) for s in sentence.spans))
    found, position = [sentence.id], 0
    for span in sentence.spans:
        found += [sentence.text[position:span.start], span.fact]
        position = span.end
    return (*found, sentence.text[position:])


def alterations(message: Message, variant: Variant, stylebook: Stylebook) -> Iterator[Fault]:
    """Faults where a cited fact can change unseen, or one that is not cited cannot."""
    before = said_again(message, variant, message.facts, stylebook)
    for fact_id, fact in facts_of(message).items():
        if fact.unit not in OTHERS:
            yield Fault(message.id, "unit", f"{fact_id} has a unit that no check knows: {fact.unit}")
            continue
        after = said_again(message, variant, with_altered(message.facts, fact_id, stylebook), stylebook)
        if len(after) != len(before):
            yield Fault(message.id, "hidden", f"the value of {fact_id} decides how many sentences there are")
            continue
        for old, new in zip(before, after, strict=True):
            cited = any(span.fact == fact_id for span in old.spans)
            if cited and old.text == new.text:
                yield Fault(old.id, "deaf", f"cites {fact_id}, and says the same whatever its value")
            elif not cited and old.text != new.text:
                yield Fault(old.id, "hidden", f"changes with {fact_id}, and does not cite it")


def caption_again(block: Block, plan: Plan, stylebook: Stylebook) -> Sentence | None:
    """The caption of a list, which the article keeps as text, with its spans; None where the plan has no such caption."""
    section = next((s for s in plan.sections if s.kind in LISTED and s.id == block.id and s.messages), None)
    for variant in stylebook.templates.get(section.messages[0].kind, ()) if section else ():
        if variant.needs <= section.messages[0].facts.keys():
            said = said_again(section.messages[0], variant, section.messages[0].facts, stylebook)
            if said and said[0].text == block.caption:
                return said[0]
    return None
