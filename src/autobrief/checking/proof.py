"""The dynamic half of the proof: every printed fact of a finished article is true to its facts.

Five things are held: each span says its fact; no figure stands outside a span; each fact rests on
a source; a message said again changes with the facts it cites and with no others; sums come out.
"""

from collections.abc import Iterator

from ..model.style import Stylebook
from ..model.text import Article, Block, Fact, Plan, Sentence
from ..rehearsing import as_live
from .faults import Fault
from .reconciling import check_tables
from .renderings import Renderings
from .replaying import caption_again, facts_of, replay

OWN_TEXT = ("headline", "standfirst", "list", "links", "picture", "heading", "method", "correction")
"""Blocks that are read by themselves: a name in them introduces nobody to the copy."""


def prove(article: Article, plan: Plan, stylebook: Stylebook) -> list[Fault]:
    """Every fault of the article, of its sentences first and then of its tables; none is the proof."""
    renderings = Renderings(stylebook)
    article = as_live(article)
    copy = tuple(block for block in article.blocks if block.kind != "table")
    return [
        *(fault for block in copy for sentence in block.sentences
          for fault in check_sentence(sentence, article.facts, renderings)),
        *_check_captions(copy, plan, stylebook, article.facts, renderings),
        *_check_people(copy, article.facts),
        *check_sources(article.facts),
        *_check_ids(copy, plan),
        *replay(copy, plan, stylebook),
        *check_tables(article, renderings),
    ]


def check_sentence(sentence: Sentence, facts: dict[str, Fact], renderings: Renderings) -> Iterator[Fault]:
    """Spans in bounds and in order, each an allowed rendering of its fact, and no figure outside them."""
    position, outside = 0, ""
    for span in sentence.spans:
        if not 0 <= span.start < span.end <= len(sentence.text):
            yield Fault(sentence.id, "bounds", f"a span of {span.start} to {span.end} in {len(sentence.text)} characters")
            return
        if span.start < position:
            yield Fault(sentence.id, "overlap", f"the span at {span.start} starts before {position}")
            return
        outside += sentence.text[position:span.start] + "|"
        position, said = span.end, sentence.text[span.start:span.end]
        fact = facts.get(span.fact)
        if fact is None:
            yield Fault(sentence.id, "unknown-fact", f"cites {span.fact}, which the article does not have")
        elif not renderings.allows(fact, said):
            yield Fault(sentence.id, "rendering", f"says “{said}”, where {fact.id} is {fact.value}")
    outside += sentence.text[position:]
    if any(c.isnumeric() for c in outside):
        yield Fault(sentence.id, "digit", f"a figure that cites no fact: “{sentence.text}”")


def _check_captions(copy: tuple[Block, ...], plan: Plan, stylebook: Stylebook, facts: dict,
                    renderings: Renderings) -> Iterator[Fault]:
    for block in copy:
        if not block.caption:
            continue
        sentence = caption_again(block, plan, stylebook)
        if sentence is None:
            yield Fault(block.id, "replay", f"no message of the plan says “{block.caption}”")
        else:
            yield from check_sentence(sentence, facts, renderings)


def _check_people(copy: tuple[Block, ...], facts: dict[str, Fact]) -> Iterator[Fault]:
    """Nobody is a surname before being named in full, nor where two of the text share it."""
    main = [sentence for block in copy if block.kind not in OWN_TEXT for sentence in block.sentences]
    for text in (main, *(block.sentences for block in copy if block.kind in OWN_TEXT)):
        named = [(sentence, span, facts[span.fact].value) for sentence in text for span in sentence.spans
                 if span.fact in facts and facts[span.fact].unit == "person"]
        known: set[str] = set()
        for sentence, span, person in named:
            said = sentence.text[span.start:span.end].replace("’", "'").removesuffix("'s").removesuffix("'")
            family = person.family.replace("’", "'")
            if said in (family, f"Mr {family}", f"Ms {family}") and person.given:
                namesake = any(p.family == person.family and p.name != person.name for _, _, p in named)
                if person.id not in known or namesake:
                    yield Fault(sentence.id, "who", f"{said}, who is not introduced, or shares the name")
            known.add(person.id)


def check_sources(facts: dict[str, Fact]) -> Iterator[Fault]:
    """Every fact rests on a source, by itself or by what it was worked out from."""
    for fact_id, fact in facts.items():
        if fact.id != fact_id:
            yield Fault(fact_id, "unknown-fact", f"is kept as {fact_id}, and is {fact.id}")
        if not _rests(fact):
            yield Fault(fact_id, "source", "has neither a source nor inputs that have one")


def _rests(fact: Fact) -> bool:
    return bool(fact.sources) or bool(fact.inputs) and all(_rests(each) for each in fact.inputs)


def _check_ids(copy: tuple[Block, ...], plan: Plan) -> Iterator[Fault]:
    """One id, one sentence; one id, one value."""
    seen: set[str] = set()
    for block in copy:
        for sentence in block.sentences:
            if sentence.id in seen:
                yield Fault(sentence.id, "two-of-one-id", "two sentences have this id")
            seen.add(sentence.id)
    values: dict[str, object] = {}
    for section in plan.sections:
        for message in section.messages:
            for fact_id, fact in facts_of(message).items():
                if values.setdefault(fact_id, fact.value) != fact.value:
                    yield Fault(message.id, "two-of-one-id", f"{fact_id} is {fact.value}, and elsewhere {values[fact_id]}")
