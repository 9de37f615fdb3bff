"""What must not pass in silence: a human's words that the facts have overtaken, by name and with both values."""

from typing import NamedTuple

from .aligning import ALIKE, likeness, words
from .combining import Placed, Sides
from .overtaken import NUMBERS, Change, stands_in, superseded
from .pieces import Piece
from .reading import plain

OVERTAKEN, SUPERSEDED, LEFT = "overtaken", "superseded", "left"
WORDS = {OVERTAKEN: "was edited from a sentence that rested on what has changed", SUPERSEDED: "says what is no longer so",
         LEFT: "was edited from a sentence that has left the article"}


class Flag(NamedTuple):
    """One thing for somebody's eye: the human's words, why, which fact, and what it was and is now, "" where nothing is."""

    line: int
    text: str
    why: str
    fact: str
    was: str
    now: str

    def entry(self) -> dict[str, str]:
        """As the front matter keeps it until it is dealt with."""
        return {"text": plain(self.text), "why": self.why, "fact": self.fact, "was": self.was, "now": self.now}

    @property
    def key(self) -> tuple[str, str]:
        return plain(self.text), self.fact

    def __str__(self) -> str:
        values = f"{self.was} is now {self.now}" if self.now else f"{self.was} is no longer given"
        return f"“{plain(self.text)}” {WORDS[self.why]}: {self.fact}: {values}"


def flag_piece(sides: Sides, placed: Placed, changed: dict[str, Change]) -> list[Flag]:
    """The flags of one piece of the merged text; none for what is not a human's."""
    kept = placed.kept
    if kept is None or kept.same:
        return []
    own = tuple(sides.followed.base[id] for id in kept.ids)
    now = {id for was in kept.ids for id in sides.followed.now[was]}
    new = [piece for part in sides.following for piece in part.pieces if piece.id in now]
    if any(plain(piece.text) == plain(placed.text) for piece in new):
        # The human had put it right beforehand.
        return []
    flags = _overtaken(placed, own, new, changed)
    told = {changed[flag.fact].size for flag in flags}
    flags += [each for each in flag_text(placed.text, changed, own) if changed[each.fact].size not in told]
    if own and not new and not flags:
        flags.append(Flag(0, placed.text, LEFT, own[0].id, own[0].text, ""))
    return flags


def _overtaken(placed: Placed, own: tuple[Piece, ...], new: list[Piece], changed: dict[str, Change]) -> list[Flag]:
    """Each fact that the base pieces printed and that has changed, in the words that they and their followers print."""
    flags: dict[str, Flag] = {}
    printed_now: dict[str, str] = {}
    for piece in new:
        for fact, said in piece.printed:
            if any(c.isalnum() for c in said) and (fact not in printed_now or any(c.isdigit() for c in said)):
                printed_now[fact] = said
    for piece in own:
        for fact, said in piece.printed:
            change = changed.get(fact)
            # A fact that is merely told no more says nothing against the sentence; that the sentence has left is told by itself.
            if change and not change.now and not (new and change.forms):
                continue
            if change and (fact not in flags or any(c.isdigit() for c in said)) and not _followed_cell(placed, said, change, printed_now):
                was = said if any(c.isdigit() or c.isupper() for c in said) or said in change.forms else change.was
                flags[fact] = Flag(0, placed.text, OVERTAKEN, fact, was, printed_now.get(fact, change.now))
    return list(flags.values())


def _followed_cell(placed: Placed, said: str, change: Change, printed_now: dict[str, str]) -> bool:
    """In a table's row the untouched cells follow: the new value stands there, and the old one does not."""
    if not placed.text.startswith("|"):
        return False
    cells = {plain(cell) for cell in placed.text.strip("|").split("|")}
    cells = {cell.strip() for cell in cells}
    return plain(printed_now.get(change.fact, change.now)) in cells and plain(said) not in cells


def flag_text(text: str, changed: dict[str, Change], own: tuple[Piece, ...] = ()) -> list[Flag]:
    """The old values that a human's text prints."""
    told: dict = {}
    for change, form in superseded(text, changed, own):
        told.setdefault((form.lower(), change.size), Flag(0, text, SUPERSEDED, change.fact, form, change.now))
    return list(told.values())


def _standing(entry: dict, texts: set[str], by_hand: list[str]) -> str | None:
    """The words that an entry is about as they stand now; None where they are gone, or have been put right."""
    text, was = str(entry.get("text", "")), str(entry.get("was", ""))
    if text in texts:
        return text
    told = [word for word in was.split() if any(c.isdigit() for c in word) or word.lower() in NUMBERS] or [was]
    return next((each for each in by_hand if all(stands_in(word, plain(each)) for word in told)
                 and likeness(words(text), words(each)) >= ALIKE), None)


def still_waiting(before, flags: list[Flag], texts: set[str], by_hand: list[str], now: dict[str, tuple[str, ...]]) -> list[Flag]:
    """The flags raised now, and those of earlier updates whose words still stand and that nobody has taken out.

    Words that were changed since, and say the old value still, are flagged again: they are among those of `by_hand`.

    `now` are the newest words for each fact, the most telling first; an entry that has any of them keeps its own, so that an update
    said again changes nothing.  Where they are the old ones again, nothing waits any more.
    """
    found = {flag.key: flag for flag in flags}
    for each in before if isinstance(before, list) else ():
        text = _standing(each, texts, by_hand) if isinstance(each, dict) else None
        if text:
            told = str(each.get("now", ""))
            newest = now.get(str(each.get("fact")), (told,))
            old = Flag(0, text, str(each.get("why") if each.get("why") in WORDS else OVERTAKEN), str(each.get("fact", "")),
                       str(each.get("was", "")), told if told in newest else newest[0])
            newer = found.get(old.key)
            # What it said first stands; what is so now comes from the newest version.
            found[old.key] = newer._replace(was=old.was, why=old.why) if newer else old
    return [flag for flag in found.values() if not flag.now or plain(flag.now) != plain(flag.was)]
