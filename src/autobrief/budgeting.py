"""The reader's budget: no more figures to the words than a reader bears, and no more words than the length asked for.

What is over is taken out of the plan again, the least newsworthy first, from blocks that the outline calls spare.
"""

from .counting import MEAN, OVER, figures, words
from .microplanning.cohesion import COPY, given
from .model.style import Stylebook
from .model.text import Block, Choice, Message, Plan, Sentence

COUNTED = ("headline", "standfirst", "heading", *COPY)


def lighter(planned: Plan, body: tuple[Block, ...], facts: dict, stylebook: Stylebook, length: str, dense: bool) -> Plan | None:
    """The plan without its least spare message where the copy is over a budget; None where it is not, or nothing can go.

    `dense` copy, a seat's or a part-counted one, bears more figures.
    """
    # What an editor adds is no part of the budget.
    body = tuple(block for block in body if not block.id.startswith("notes/"))
    copy, spare, limits = _told(body, COPY), _spare(planned, stylebook), stylebook.thresholds
    if again := _again(planned, copy, facts):
        return without(planned, again, "one sentence before has all of it", stylebook)
    bears = limits["words_to_a_figure_dense" if dense else "words_to_a_figure"]
    if least := _too_dense(spare, copy, bears):
        return without(planned, least, "no room: too many figures for the words", stylebook)
    if _length(_told(body, COUNTED)) > OVER * limits[f"words_{length}"]:
        least = min(spare, key=lambda m: (m.weight.total, m.id), default=None)
        return without(planned, least, f"no room: more words than a {length} article has", stylebook) if least else None
    if least := _too_long(spare, copy, _told(body, ("standfirst",))):
        return without(planned, least, "no room: its sentence is long, and so are the others", stylebook)
    return None


def _again(planned: Plan, copy: list[Sentence], facts: dict) -> Message | None:
    """A message of a change of hands whose every fact one sentence before has: the place, the winner, from whom to whom."""
    def said(sentence) -> frozenset:
        # A party is the same whichever fact names it.
        return frozenset(facts[s.fact].value.id if facts[s.fact].unit == "party" else s.fact for s in sentence.spans)
    found = {m.id: m for section in planned.sections for m in section.messages if m.kind == "change_of_hands"}
    before: list[frozenset] = []
    for sentence in copy:
        mine = said(sentence)
        if sentence.message in found and any(mine <= earlier for earlier in before):
            return found[sentence.message]
        before.append(mine)
    return None


def _told(body: tuple[Block, ...], kinds: tuple[str, ...]) -> list[Sentence]:
    return [sentence for block in body if block.kind in kinds for sentence in block.sentences]


def _length(told: list[Sentence]) -> int:
    return sum(len(words(sentence.text)) for sentence in told)


def _too_dense(spare: list[Message], copy: list[Sentence], bears: float) -> Message | None:
    """Of copy with too many figures for its words, the message to take out: the rest must have fewer to the words than before."""
    count = sum(len(figures(sentence.text)) for sentence in copy)
    if count * bears <= _length(copy):
        return None
    relief = {}
    for message in spare:
        mine = [sentence for sentence in copy if sentence.message == message.id]
        relief[message.id] = sum(len(figures(sentence.text)) for sentence in mine) * bears - _length(mine)
    return min((m for m in spare if relief[m.id] > 0), key=lambda m: (m.weight.total / relief[m.id], m.id), default=None)


def _too_long(spare: list[Message], copy: list[Sentence], standfirst: list[Sentence]) -> Message | None:
    """Of copy whose sentences are too long on average, the message with the longest."""
    if _length([*standfirst, *copy]) < MEAN * len([*standfirst, *copy]):
        return None
    longest: dict[str, int] = {}
    for sentence in copy:
        longest[sentence.message] = max(longest.get(sentence.message, 0), len(words(sentence.text)))
    return max((m for m in spare if longest.get(m.id, 0) > MEAN), key=lambda m: (longest[m.id], m.id), default=None)


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
