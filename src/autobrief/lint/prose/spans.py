"""Where a clause begins, and the number of the noun phrase that it begins with."""

from .nouns import GROUPS, KNOWN_MANY, KNOWN_ONE, MEASURES
from .tagging import FINITE, Tag


def head_of(tags: tuple[Tag, ...], at: int) -> tuple[int, int]:
    """The number of the noun phrase that begins here (0 where it is not told) and where it ends."""
    start, number, determined, counted, head = at, 0, False, 0, ""
    while at < len(tags):
        tag = tags[at]
        if tag.kind == "pron":
            return (tag.number if at == start and tag.low in ("it", "he", "she", "they", "we") else 0), at + 1
        if tag.kind == "det" and not head:
            determined, counted = True, tag.number or counted
        elif tag.kind == "own" and (determined or at == start or head):
            determined, head, counted, number = True, "", 0, 0
        elif tag.kind == "num" and not head:
            determined, counted = True, 1 if tag.number == 1 else 2
        elif tag.kind == "name":
            end = at
            while end < len(tags) and tags[end].kind == "name":
                end += 1
            if end < len(tags) and tags[end].kind in ("noun", "own", "nv", "nsv"):
                at = end
                continue
            if counted or end > at + 1 and tags[at].number == 2 or determined and tags[at].number == 1 and tags[at].word.said.islower():
                return 0, end
            return (0 if determined and end > at + 1 or any(tag.number == 2 for tag in tags[at + 1 : end]) else tags[at].number), end
        elif tag.kind in ("noun",) or tag.kind in ("nv", "nsv") and determined and not head:
            head, number = tag.low, 2 if tag.kind == "nsv" else 1 if tag.kind == "nv" else tag.number
            if tag.word.said in KNOWN_MANY or tag.low in KNOWN_MANY:
                number = 2
        elif tag.kind in ("adj", "ing", "pastpart", "part") and determined and not head:
            pass
        elif tag.kind == "adv" and at == start:
            pass
        else:
            break
        at += 1
    if head == "people" and determined and not counted:
        return 2, at
    if head == "majority" and determined and tags[start].kind != "num" and at + 1 < len(tags) and tags[at].low == "of" and tags[at + 1].kind == "num":
        return 1, at
    if not head or head in GROUPS | MEASURES or head not in KNOWN_ONE | KNOWN_MANY | {"mp", "mps"}:
        return 0, at
    if counted and counted != number or not determined and number == 1 and head != "turnout":
        return 0, at
    return number, at


def ends(tags: tuple[Tag, ...], at: int) -> bool:
    return tags[at].low in ("!", "?", ";", ":", "—", "–") or tags[at].low == "." and (at + 1 >= len(tags) or not tags[at + 1].word.said.islower())


def opening_of(tags: tuple[Tag, ...], at: int) -> int | None:
    """Where the sentence or the half of it with this word begins."""
    for n in range(at - 1, max(-1, at - 30), -1):
        if ends(tags, n):
            return n + 1
        if tags[n].low in ("and", "but", "so", "yet", "though") and n and tags[n - 1].low == ",":
            return n + 1
    return 0 if at < 30 else None


def clause_of(tags: tuple[Tag, ...], at: int) -> int | None:
    """Where the clause of this verb begins: after a stop, a subordinating word, or a comma with “and”."""
    for n in range(at - 1, max(-1, at - 24), -1):
        if tags[n].kind in ("rel", "sub") and tags[n].low != "what":
            return (
                n + 1
                if tags[n].kind == "sub" and tags[n].low not in ("than", "as", "before", "after", "since", "until", "once") or tags[n].low == "that"
                else None
            )
        if ends(tags, n):
            return n + 1
        if tags[n].low in ("and", "but", "so", "yet") and n and tags[n - 1].low == ",":
            return n + 1 if any(tag.kind in FINITE or tag.kind == "pastpart" for tag in tags[max(0, n - 14) : n]) else None
    return 0 if at < 24 else None
