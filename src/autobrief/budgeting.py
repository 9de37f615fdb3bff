"""The reader's budget: no more figures to the words than a reader bears, and no more words than the length asked for.

What is over is taken out of the plan again, the least newsworthy first, from blocks that the outline calls spare.
"""

from collections import Counter

from .counting import MEAN, OVER, figures, words
from .microplanning.cohesion import COPY, LISTING, given, settled
from .microplanning.gathering import FOLLOWING, TELLING
from .model.style import Stylebook
from .model.text import Block, Choice, Message, Plan, Sentence

COUNTED = ("headline", "standfirst", "heading", *COPY)


def lighter(planned: Plan, body: tuple[Block, ...], facts: dict, stylebook: Stylebook, length: str, dense: bool) -> Plan | None:
    """The plan without its least spare messages where the copy is over a budget; None where it is not, or nothing can go.

    `dense` copy, a seat's or a part-counted one, bears more figures.  What is left is to be said and measured again.
    """
    # What an editor adds is no part of the budget.
    body = tuple(block for block in body if not block.id.startswith("notes/"))
    copy, spare, limits = _told(body, COPY), _spare(planned, stylebook), stylebook.thresholds
    bears = limits["words_to_a_figure_dense" if dense else "words_to_a_figure"]
    room = OVER * limits[f"words_{length}"]
    for gone, why in ((_again(planned, copy, facts), "one sentence before has all of it"),
                      (_too_dense(spare, copy, bears)[:1 if _unsaid(planned) else None], "no room: too many figures for the words"),
                      (_too_many(spare, copy, _length(_told(body, COUNTED)) - room), f"no room: more words than a {length} article has"),
                      (_too_long(spare, copy, _told(body, ("standfirst",))), "no room: its sentence is long, and so are the others")):
        if gone:
            return without(planned, {message.id for message in gone}, why, stylebook)
    return None


def _unsaid(planned: Plan) -> bool:
    """There is a list that would have somebody to name, and more words, if a sentence before it went."""
    said = {m.id for s in planned.sections for m in s.messages}
    return any(m.kind in LISTING and m.id not in said for s in planned.drafted for m in s.messages)


def _again(planned: Plan, copy: list[Sentence], facts: dict) -> list[Message]:
    """Messages of a change of hands whose every fact one sentence before has: the place, the winner, from whom to whom."""
    def said(sentence) -> frozenset:
        # A party is the same whichever fact names it.
        return frozenset(facts[s.fact].value.id if facts[s.fact].unit == "party" else s.fact for s in sentence.spans)
    found = {m.id: m for section in planned.sections for m in section.messages if m.kind == "change_of_hands"}
    before: list[frozenset] = []
    gone: list[Message] = []
    for sentence in copy:
        mine = said(sentence)
        if sentence.message in found and any(mine <= earlier for earlier in before):
            gone.append(found[sentence.message])
        else:
            before.append(mine)
    return gone


def _told(body: tuple[Block, ...], kinds: tuple[str, ...]) -> list[Sentence]:
    return [sentence for block in body if block.kind in kinds for sentence in block.sentences]


def _length(told: list[Sentence]) -> int:
    return sum(len(words(sentence.text)) for sentence in told)


def _enough(messages: list[Message], worth: dict[str, float], excess: float) -> list[Message]:
    """The first of the messages that together are worth the excess; all where they are not."""
    gone: list[Message] = []
    for message in messages:
        if excess <= 0:
            break
        gone.append(message)
        excess -= worth[message.id]
    return gone


def _too_dense(spare: list[Message], copy: list[Sentence], bears: float) -> list[Message]:
    """Of copy with too many figures for its words, what to take out: the rest must have fewer to the words than before."""
    excess = sum(len(figures(sentence.text)) for sentence in copy) * bears - _length(copy)
    if excess <= 0:
        return []
    relief = {}
    for message in spare:
        mine = [sentence for sentence in copy if sentence.message == message.id]
        relief[message.id] = sum(len(figures(sentence.text)) for sentence in mine) * bears - _length(mine)
    lightest = sorted((m for m in spare if relief[m.id] > 0), key=lambda m: (m.weight.total / relief[m.id], m.id))
    return _enough(lightest, relief, excess)


def _too_many(spare: list[Message], copy: list[Sentence], excess: float) -> list[Message]:
    """Of copy with too many words, the lightest messages."""
    if excess <= 0:
        return []
    size: dict[str, float] = {message.id: 0 for message in spare}
    for sentence in copy:
        if sentence.message in size:
            size[sentence.message] += len(words(sentence.text))
    return _enough(sorted(spare, key=lambda m: (m.weight.total, m.id)), size, excess)


def _too_long(spare: list[Message], copy: list[Sentence], standfirst: list[Sentence]) -> list[Message]:
    """Of copy whose sentences are too long on average, the message with the longest."""
    if _length([*standfirst, *copy]) < MEAN * len([*standfirst, *copy]):
        return []
    longest: dict[str, int] = {}
    for sentence in copy:
        longest[sentence.message] = max(longest.get(sentence.message, 0), len(words(sentence.text)))
    return sorted((m for m in spare if longest.get(m.id, 0) > MEAN), key=lambda m: (-longest[m.id], m.id))[:1]


def _spare(planned: Plan, stylebook: Stylebook) -> list[Message]:
    """Messages that the article can do without: of spare blocks, and the stories of changes where a list names every change.

    Not the one sentence that tells of a change of hands, nor one about whom the headline names.
    """
    blocks = stylebook.outline["block"]
    headlined = {seat for s in planned.sections if s.kind == "headline" for m in s.messages for seat in m.seats}
    listed = any(section.kind == "list" for section in planned.sections)
    spare = {section.id for section in planned.sections if section.kind == "paragraph"
             and (blocks.get(section.id.split("/")[0], {}).get("spare") or listed and section.id.startswith("changes/"))}
    copy = [(section, message) for section in planned.sections if section.kind in COPY for message in section.messages]
    tell = Counter(seat for _, message in copy if message.kind in TELLING for seat in message.seats)
    return [message for section, message in copy
            if (section.id in spare or message.kind in FOLLOWING) and not headlined.intersection(message.seats)
            and not (message.kind in TELLING and any(seat in planned.told_in_copy and tell[seat] == 1 for seat in message.seats))]


def without(planned: Plan, gone: set[str], why: str, stylebook: Stylebook) -> Plan:
    """The plan without these messages; a paragraph or a heading with nothing left to it goes too."""
    drafted = tuple(s._replace(messages=tuple(m for m in s.messages if m.id not in gone)) for s in planned.drafted)
    choices = tuple(Choice(c.message, False, why) if c.message.id in gone else c for c in planned.choices)
    # What stood beside it, or came after, may have leaned on it.
    sections = given(drafted, stylebook.templates)
    return planned._replace(sections=sections, choices=settled(choices, sections), drafted=drafted)
