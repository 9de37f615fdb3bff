"""Angles: the headlines that an article could lead with, and the messages of one that leads with another than the heaviest."""

from .errors import UnknownName
from .model.text import Message

ANGLE = "headline_"


def angles(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The headlines there could be, heaviest first."""
    return tuple(m for m in messages if m.kind.startswith(ANGLE) or m.kind == "seat_headline")


def led_by(angle: str, messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The messages with no other headlines than the angle's."""
    available = list(dict.fromkeys(m.kind for m in angles(messages)))
    if angle not in available:
        raise UnknownName(f"no angle called {angle!r} here; there are {', '.join(available)}", hint="`autobrief angles` ranks them")
    return tuple(m for m in messages if m.kind == angle or m.kind not in available)
