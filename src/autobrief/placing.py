"""Where an editor's notes stand: after the paragraph that tells of their seat, person or place, else near the end."""

from .model.text import Fact, Message, Section

COPY = ("lead", "paragraph")
MARKERS = ("estimated",)
"""Facts whose presence says something, and which are not themselves printed."""
TOP = ("headline", "standfirst")
AFTER = ("list", "links", "method")


def with_notes(sections: list[Section], found: list[Message], kind: str) -> list[Section]:
    """The sections with a section of this kind for each message, in the messages' order where they share a place."""
    after: dict[int, list[Section]] = {}
    for number, message in enumerate(found):
        section = Section(kind, message.id if kind == "picture" else f"notes/{message.id}", (message,))
        after.setdefault(_place(sections, message, kind == "picture" and number == 0), []).append(section)
    return [each for n, section in enumerate(sections) for each in (section, *after.get(n, ()))]


def _place(sections: list[Section], message: Message, first_picture: bool) -> int:
    """The index of the section that it follows.  The first picture, if it belongs nowhere, opens the copy."""
    for wanted in message.about:
        for number, section in enumerate(sections):
            if section.kind in COPY and any(_names(told, wanted) for told in section.messages):
                return number
    if first_picture and not message.about:
        return next((n for n, section in enumerate(sections) if section.kind == "lead"), _end(sections))
    return _end(sections)


def _end(sections: list[Section]) -> int:
    """The last section of the copy before the national frame, which keeps its own paragraphs."""
    stops = (n for n, s in enumerate(sections) if s.kind in AFTER or s.kind == "heading" and s.messages[0].kind == "heading_national")
    return next(stops, len(sections)) - 1


def with_links(sections: list[Section], found: list[Message], name: str) -> list[Section]:
    """The sections with the links, caption first, before the method note."""
    at = next((n for n, s in enumerate(sections) if s.kind == "method"), len(sections))
    return [*sections[:at], Section("links", name, tuple(found)), *sections[at:]] if found else sections


def with_corrections(sections: list[Section], found: list[Message]) -> list[Section]:
    """The sections with each correction: below the standfirst those for the top, after the method note the others."""
    made = [(message.part == "top", Section("correction", message.id, (message,))) for message in found]
    at = next((n for n, s in enumerate(sections) if s.kind not in TOP), len(sections))
    return [*sections[:at], *(s for top, s in made if top), *sections[at:], *(s for top, s in made if not top)]


def _names(message: Message, wanted: str) -> bool:
    """The message has a person or place of this id among its facts, those aside that only mark a condition."""
    values = (value for name, value in message.facts.items() if name not in MARKERS)
    facts = (fact for value in values for record in ([{"": value}] if isinstance(value, Fact) else value) for fact in record.values())
    return any(fact.unit in ("person", "place") and fact.value.id == wanted for fact in facts)
