"""Gathering: what more there is to say of a seat stands with the sentence that tells its result.

A seat's margin, its swing or its winner's past is found by rules of their own, each for the whole region, and would
name the seat again paragraphs later.
"""

from collections.abc import Iterable

from ..model.text import Fact, Message, Section

PARAGRAPH = 3
"""Most sentences in a paragraph."""
TELLING = ("change_of_hands", "change_story", "member_beaten", "one_gain_lead", "majority_cut", "majority_grown",
           "against_the_tide", "town_taken", "long_held", "first_time", "first_in_region", "two_members", "defector_won",
           "successor", "seat_left", "office_kept", "office_moved")
"""Kinds that tell a seat's result in the copy, so that no other need do so."""
FOLLOWED = (*TELLING, "defector_lost")
"""Kinds that one more thing of the seat can follow: who lost as a defector is told of beside the result."""
FOLLOWING = ("only_gain", "closest", "three_way", "low_share", "biggest_swing", "came_back", "defector_stood_down", "moved_seat",
             "by_election_undone", "by_election_kept")
"""Kinds that say one more thing of a seat, in the order they do so."""
APART = {("biggest_swing", "by_election_undone"), ("biggest_swing", "by_election_kept"), ("came_back", "defector_lost")}
"""What does not follow what: a swing since the last general election is none since a by-election, nor is who came back the one who lost."""

MOVED = ("moved_seat", "office_moved")
"""Kinds that name the seat a member had before beside the one that they tell of."""
AGAIN = ("returned", "again")
"""Blocks about members elected again."""


def gathered(sections: Iterable[Section]) -> list[Section]:
    """The sections with such messages moved to the one that tells of their seat."""
    made = list(sections)
    found = [m for s in made if s.kind == "paragraph" for m in s.messages if m.kind in FOLLOWING]
    for message in sorted(found, key=lambda m: FOLLOWING.index(m.kind)):
        at = next(n for n, s in enumerate(made) if message in s.messages)
        before = [(n, told) for n, s in enumerate(made[:at + 1]) if s.kind in ("lead", "paragraph")
                  for told in s.messages[:s.messages.index(message) if n == at else None] if follows(message, told)]
        after = [(n, told) for n, s in enumerate(made) if n > at and s.kind == "paragraph"
                 for told in s.messages if told.kind in FOLLOWED and follows(message, told)]
        if before or after:
            _move(made, message, at, *(before[-1] if before else after[0]))
    return _together([section for section in made if section.messages])


def _together(sections: list[Section]) -> list[Section]:
    """The sections, what would be paragraphs of one sentence on members elected again joined to the one before."""
    made: list[Section] = []
    for section in sections:
        last = made[-1] if made else None
        if last and _of_seats(last) and _of_seats(section) and len(section.messages) == 1 and len(last.messages) < PARAGRAPH:
            made[-1] = last._replace(messages=(*last.messages, *section.messages))
        else:
            made.append(section)
    return made


def _of_seats(section: Section) -> bool:
    return section.kind == "paragraph" and section.id.split("/")[0] in AGAIN


def follows(message: Message, told: Message | None) -> bool:
    """The message says more of the one seat that the other tells of."""
    if not told or message.kind not in FOLLOWING or told.kind not in (*FOLLOWED, *FOLLOWING) or (message.kind, told.kind) in APART:
        return False
    return len(_seats(message)) == 1 and _seats(message) == _seats(told) and not (message.kind == "biggest_swing" and "by_year" in told.facts)


def _seats(message: Message) -> set[str]:
    """The names of the seats in it: of one that had a by-election under another name there are two."""
    records = [message.facts, *message.facts.get("items", ())]
    return {fact.value.name for record in records for name, fact in record.items()
            if isinstance(fact, Fact) and fact.unit == "place" and fact.value.kind == "seat" and not (name == "old_seat" and message.kind in MOVED)}


def _move(made: list[Section], message: Message, at: int, to: int, told: Message) -> None:
    """Puts it after what it follows; a paragraph that grows too long is parted."""
    place = made[to].messages.index(told) + 1
    first = next((n for n in range(place - 1, 0, -1) if not follows(made[to].messages[n], made[to].messages[n - 1])), 0)
    if place - first == PARAGRAPH:
        return  # A paragraph on this one seat is full.
    made[at] = made[at]._replace(messages=tuple(m for m in made[at].messages if m is not message))
    head, rest = (*made[to].messages[:place], message), made[to].messages[place:]
    if len(head) > PARAGRAPH:
        # What is said of the one seat goes together.
        head, rest = head[:first], (*head[first:], *rest)
    elif len(head) + len(rest) <= PARAGRAPH:
        head, rest = (*head, *rest), ()
    made[to] = made[to]._replace(messages=head)
    if rest:
        made.insert(to + 1, Section("paragraph", f"{made[to].id.split('/')[0]}/{rest[0].kind}/{rest[0].subject}", rest))
