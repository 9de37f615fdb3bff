"""Aggregation: several messages of one kind and group said together; nothing is lost in it.

Merged messages keep every fact: each becomes a record of the list `items`, and what all share
(the parties, the place) stays beside it.
"""

from ..model.text import Message, Weight

MOST = 4
WORDY = {"office_kept": 2, "moved_seat": 2, "defector_stood_down": 2}
"""Fewer of kinds that say much of each."""
ROOM = 15
"""Words of seats' names and of titles of office that one sentence has room for, a title counted as at most seven."""


def aggregate(messages: tuple[Message, ...], most: int = MOST) -> tuple[Message, ...]:
    """Merge neighbours of the same kind and non-empty group, up to `most` in one sentence."""
    merged: list[Message] = []
    for message in messages:
        last = merged[-1] if merged else None
        if last and message.group and last.kind == message.kind and last.group == message.group \
                and len(_records(last)) < WORDY.get(message.kind, most) and _words(last) + _words(message) <= ROOM:
            merged[-1] = _merge(last, message)
        else:
            merged.append(message)
    return tuple(merged)


def _records(message: Message) -> tuple:
    return message.facts.get("items") or (_record(message),)


def _words(message: Message) -> int:
    """Words of the seat's name and the title of each who holds an office; nought where the message tells of none."""
    records = [r for r in _records(message) if "office" in r or "former" in r]
    return sum(len(r["seat"].value.name.split()) + min(len(r.get("office", r.get("former")).value.title.split()), 7) for r in records)


def _record(message: Message) -> dict:
    return {name: fact for name, fact in message.facts.items() if name not in SHARED}


SHARED = frozenset({"party", "lost_by", "part", "region", "items", "elected_for", "member_party", "by_party", "outgoing"})


def _merge(first: Message, second: Message) -> Message:
    facts = {name: fact for name, fact in first.facts.items() if name in SHARED and name != "items"}
    facts["items"] = _records(first) + _records(second)
    weight = max(first.weight, second.weight, key=lambda w: w.total)
    subject = first.subject if "+" in first.subject else f"{first.subject}+"
    return Message(first.kind, subject, facts, Weight(weight.total, weight.reasons), first.claims, first.part,
                   first.group, (), first.seats + second.seats)
