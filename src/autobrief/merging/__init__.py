"""An editor's words survive: base, next version and an edited file -> the merged file and what to warn of.

Untouched sentences follow the facts.  Edited ones stay, moved ones stay moved, deleted ones stay
deleted, additions stay where they stood.  A human's words that the facts have overtaken are flagged
with both values: never silently kept, never replaced.
"""

from typing import NamedTuple

from ..formats.json import version
from ..model.text import Article
from . import front
from .aligning import align
from .combining import Combined, Placed, Sides, combine, form_of
from .flagging import Flag, flag_piece, flag_text, still_waiting
from .following import follow
from .overtaken import changes, said_now
from .pieces import Part, parts
from .reading import Edited, plain, read


class Noted(NamedTuple):
    """Something that an update did: the line of the merged file, what it was, and what it says now."""

    line: int
    what: str
    text: str
    was: str = ""


class Merged(NamedTuple):
    """The merged file.  `taken` follows the facts, `kept` is the human's, `flagged` waits for somebody's eye.

    `moved_on` is false where the two versions read alike, nothing else is to be told, and so the file was left as it was.
    """

    text: str
    taken: tuple[Noted, ...]
    kept: tuple[Noted, ...]
    flagged: tuple[Flag, ...]
    moved_on: bool


def merge(base: Article, following: Article, text: str, base_parts: tuple[Part, ...] | None = None) -> Merged:
    """A human's file, made from `base`, brought up to `following`.

    `base_parts` are the base as it was printed, where the program that printed it had other words for the same facts.
    """
    edited = read(text)
    known = front.known(edited.front)
    old, new = base_parts or parts(base), parts(following)
    aligned = align(old, edited.parts)
    deleted = tuple(each for each in known.get(front.DELETED) or () if isinstance(each, str))
    sides = Sides(old, new, edited.parts, aligned, follow(old, new, aligned, deleted))
    combined = combine(sides)
    changed = changes(base, old, following, new)
    entries = front.merge(base, following, edited.front)
    memory = [id for id in sides.followed.gone if not any(piece.id == id for part in new for piece in part.pieces)
              and id not in {was for each in aligned.kept for was in each.ids}]
    flags = [*(flag for entry in entries if entry.edited for flag in flag_text(entry.text, changed)),
             *(flag for entry in entries if entry.edited for flag in _entry_overtaken(entry, base, following)),
             *(flag for placed in combined.placed for flag in flag_piece(sides, placed, changed))]
    before = known.get(front.WAITING) or []
    waiting = still_waiting(before, flags, _all_text(entries, combined), _by_hand(combined), said_now(following, new))
    if base_parts is None and _alike(base, following) and not _reworded(combined) and [flag.entry() for flag in waiting] == before:
        return Merged(text, (), _kept(sides, combined, {}), _with_lines(waiting, text), False)
    merged, lines = _assembled(sides, combined, entries, memory, waiting, edited)
    return Merged(merged, _taken(sides, combined, lines), _kept(sides, combined, lines), _with_lines(waiting, merged), True)


def _reworded(combined: Combined) -> bool:
    """A sentence that nobody edited says something else, though the article does not: what it leaned on was taken out."""
    return any(each.kept is not None and each.kept.same and plain(each.text) != plain(each.kept.raw.text) for each in combined.placed)


def _alike(base: Article, following: Article) -> bool:
    """Nothing that a file shows differs, the front matter among it."""
    return version(base) == version(following) and front.entries(base) == front.entries(following)


def _entry_overtaken(entry: front.Entry, base: Article, following: Article):
    old, new = dict(front.entries(base)), dict(front.entries(following))
    if entry.key in old and old[entry.key] != new.get(entry.key):
        yield Flag(0, str(front.value(entry.text)), "overtaken", f"front matter {entry.key}", str(front.value(old[entry.key])),
                   str(front.value(new[entry.key])) if entry.key in new else "")


def _by_hand(combined: Combined) -> list[str]:
    """The texts that are a human's."""
    return [each.text for each in combined.placed if each.kept is not None and not each.kept.same]


def _all_text(entries: list[front.Entry], combined: Combined) -> set[str]:
    return {plain(each.text) for each in combined.placed} | {plain(said) for entry in entries for said in (str(front.value(entry.text)), entry.text)}


# The file ----------------------------------------------------------------------------------------

def _assembled(sides: Sides, combined: Combined, entries, memory, waiting, edited: Edited) -> tuple[str, dict[int, int]]:
    """The text of the whole file, and the line on which each placed piece begins."""
    head = [entry.text for entry in entries]
    head += [front.line(front.DELETED, memory)] if memory else []
    head += [front.line(front.WAITING, [flag.entry() for flag in waiting])] if waiting else []
    text = "\n".join(["---", *head, "---"]) + "\n" if head else ""
    lines: dict[int, int] = {}
    for run in _runs(combined):
        text += "\n" if text else ""
        form = form_of(sides, [combined.placed[n] for n in run])
        text += form.before
        for place, n in enumerate(run):
            piece = combined.placed[n]
            text += _between(sides, combined.placed[run[place - 1]], piece, form) if place else ""
            lines[n] = text.count("\n") + 1
            text += piece.text
        text += form.after + "\n"
    return edited.mark + text.replace("\n", edited.newline), lines


def _runs(combined: Combined) -> list[list[int]]:
    """The places of each part's pieces."""
    runs: list[list[int]] = []
    for n, opens in enumerate(combined.opens):
        if opens:
            runs.append([])
        runs[-1].append(n)
    return runs


def _between(sides: Sides, one: Placed, other: Placed, form) -> str:
    """What a human has between two pieces where they stood side by side, else what the form has."""
    if one.number is not None and other.number == one.number + 1 and one.kept.raw.part == other.kept.raw.part \
            and sides.edited[other.kept.raw.part].form == form and other.kept.raw.gap:
        return other.kept.raw.gap
    return form.between


# What to tell ------------------------------------------------------------------------------------

def _taken(sides: Sides, combined: Combined, lines: dict[int, int]) -> tuple[Noted, ...]:
    """Sentences that follow the facts: changed, new and left out; the tables' rows too."""
    found = []
    for n, each in enumerate(combined.placed):
        if each.number is None:
            found.append(Noted(lines[n], "new", each.text))
        elif each.kept.same and plain(each.text) != plain(each.kept.raw.text):
            found.append(Noted(lines[n], "changed", each.text, each.kept.raw.text))
    there = {each.number for each in combined.placed}
    last = 0
    for number, each in enumerate(sides.aligned.kept):
        if number in there:
            last = next(lines[n] for n, placed in enumerate(combined.placed) if placed.number == number)
        elif each.same:
            found.append(Noted(last, "left out", "", each.raw.text))
    return tuple(found)


def _kept(sides: Sides, combined: Combined, lines: dict[int, int]) -> tuple[Noted, ...]:
    """What is the human's: edited, added, deleted."""
    found = [Noted(lines.get(n, each.kept.raw.line), "edited" if each.kept.ids else "added", each.text,
                   " ".join(sides.followed.base[id].text for id in each.kept.ids))
             for n, each in enumerate(combined.placed) if each.kept is not None and not each.kept.same]
    return (*found, *(Noted(0, "deleted", "", sides.followed.base[id].text) for id in sides.aligned.deleted))


def _with_lines(flags: list[Flag], text: str) -> tuple[Flag, ...]:
    """Each flag with the line on which its text begins, 1 where it stands in the front matter."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0) if lines[0].lstrip("\ufeff").rstrip() == "---" else 0
    said = [plain(line) for line in lines]
    return tuple(flag._replace(line=_line(plain(flag.text), said, end)) for flag in flags)


def _line(text: str, said: list[str], end: int) -> int:
    """The line that holds the text, or its beginning; lines of the front matter only for what stands nowhere else."""
    order = [*range(end, len(said)), *range(end)]
    for start in (text, text[:60], text[:20]):
        for n in order:
            if start and start in said[n]:
                return n + 1
    return 1
