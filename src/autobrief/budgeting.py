"""The reader's budget: no more figures to the words than a reader bears, and no more words than the length asked for.

What is over is taken out of the plan again, the least newsworthy first, from blocks that the outline calls spare.
A figure is a token with a digit, except years, dates and clock times, as the house counts them.
"""

from .microplanning.cohesion import COPY, given
from .model.style import Stylebook
from .model.text import Block, Choice, Message, Plan

UNCOUNTED = frozenset({"year", "date", "time", "text", "person", "place", "party", "office"})
"""Units of facts whose digits are no figures."""
COUNTED = ("headline", "standfirst", "heading", *COPY)
OVER = 1.2
"""An article may be longer than its length says by a fifth."""
MEAN = 20
"""Words to a sentence of the copy, on average, that a reader bears."""


def lighter(planned: Plan, body: tuple[Block, ...], facts: dict, stylebook: Stylebook, length: str, dense: bool) -> Plan | None:
    """The plan without its least spare message where the copy is over a budget; None where it is not, or nothing can go.

    `dense` copy, a seat's or a part-counted one, bears more figures.
    """
    # What an editor adds is no part of the budget.
    body = tuple(block for block in body if not block.id.startswith("notes/"))
    told = [s for block in body if block.kind in COPY for s in block.sentences]
    if (again := _again(planned, told, facts)):
        return without(planned, again, "one sentence before has all of it", stylebook)
    words = sum(len(s.text.split()) for s in told)
    figures: dict[str, int] = {}
    for sentence in told:
        figures[sentence.message] = figures.get(sentence.message, 0) + _figures(sentence, facts)
    limits = stylebook.thresholds
    bears = limits["words_to_a_figure_dense" if dense else "words_to_a_figure"]
    if sum(figures.values()) * bears > words:
        # What goes must leave the rest with fewer figures to the words than before.
        relief = {m.id: figures.get(m.id, 0) * bears - sum(len(s.text.split()) for s in told if s.message == m.id)
                  for m in _spare(planned, stylebook)}
        spare = [m for m in _spare(planned, stylebook) if relief[m.id] > 0]
        least = min(spare, key=lambda m: (m.weight.total / relief[m.id], m.id), default=None)
        if least:
            return without(planned, least, "no room: too many figures for the words", stylebook)
    length_told = sum(len(s.text.split()) for block in body if block.kind in COUNTED for s in block.sentences)
    if length_told > OVER * limits[f"words_{length}"]:
        least = min(_spare(planned, stylebook), key=lambda m: (m.weight.total, m.id), default=None)
        return without(planned, least, f"no room: more words than a {length} article has", stylebook) if least else None
    standfirst = [s for block in body if block.kind == "standfirst" for s in block.sentences]
    counts = [len(s.text.split()) for s in (*standfirst, *told)]
    if counts and sum(counts) >= MEAN * len(counts):
        longest = {s.message: len(s.text.split()) for s in told}
        found = [m for m in _spare(planned, stylebook) if longest.get(m.id, 0) > MEAN]
        least = max(found, key=lambda m: (longest[m.id], m.id), default=None)
        return without(planned, least, "no room: its sentence is long, and so are the others", stylebook) if least else None
    return None


def _again(planned: Plan, told: list, facts: dict) -> Message | None:
    """A message of a change of hands whose every fact one sentence before has: the place, the winner, from whom to whom."""
    def said(sentence) -> frozenset:
        # A party is the same whichever fact names it.
        return frozenset(facts[s.fact].value.id if facts[s.fact].unit == "party" else s.fact for s in sentence.spans)
    found = {m.id: m for section in planned.sections for m in section.messages if m.kind == "change_of_hands"}
    before: list[frozenset] = []
    for sentence in told:
        mine = said(sentence)
        if sentence.message in found and any(mine <= earlier for earlier in before):
            return found[sentence.message]
        before.append(mine)
    return None


def _figures(sentence, facts: dict) -> int:
    return sum(facts[span.fact].unit not in UNCOUNTED and any(c.isdigit() for c in sentence.text[span.start:span.end]) for span in sentence.spans)


def _spare(planned: Plan, stylebook: Stylebook) -> list[Message]:
    """Messages that the article can do without: of spare blocks, and the stories of changes where a list names every change."""
    blocks = stylebook.outline["block"]
    headlined = {seat for s in planned.sections if s.kind == "headline" for m in s.messages for seat in m.seats}
    listed = any(section.kind == "list" for section in planned.sections)
    return [message for section in planned.sections if section.kind == "paragraph"
            and (blocks.get(section.id.split("/")[0], {}).get("spare") or listed and section.id.startswith("changes/"))
            for message in section.messages if not headlined.intersection(message.seats)]


def without(planned: Plan, gone: Message, why: str, stylebook: Stylebook) -> Plan:
    """The plan without one message; a paragraph or a heading with nothing left to it goes too."""
    sections = [section._replace(messages=tuple(m for m in section.messages if m.id != gone.id)) for section in planned.sections]
    sections = [section for section in sections if section.messages]
    kept = [section for n, section in enumerate(sections)
            if section.kind != "heading" or n + 1 < len(sections) and sections[n + 1].kind == "paragraph"]
    choices = tuple(Choice(c.message, False, why) if c.message.id == gone.id else c for c in planned.choices)
    # What stood beside it, or came after, may have leaned on it.
    return planned._replace(sections=given(tuple(kept), stylebook.templates), choices=choices)
