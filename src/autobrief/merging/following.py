"""What became of each piece of the base in the next version: which piece there says the same thing now."""

from typing import NamedTuple

from .aligning import Aligned
from .pieces import Part, Piece

SLOTS = ("headline", "standfirst", "lead", "byline")
"""Blocks with one place in every article: what stands there now has taken over from what stood there."""


class Followed(NamedTuple):
    """`now` are the ids that each base id has in the next version, none where it left; `dropped` those that a human did not want.

    `gone` were deleted, now or before; `base` are the base's pieces by id.
    """

    now: dict[str, tuple[str, ...]]
    dropped: frozenset[str]
    gone: tuple[str, ...]
    base: dict[str, Piece]


def follow(base: tuple[Part, ...], following: tuple[Part, ...], aligned: Aligned, deleted: tuple[str, ...]) -> Followed:
    """Pieces by id, then by their message, then by the one place that they stand in.  `deleted` were deleted before."""
    old = {piece.id: piece for part in base for piece in part.pieces}
    new = {piece.id: piece for part in following for piece in part.pieces}
    now = {id: (id,) if id in new else () for id in old}
    taken = set(old) & set(new)
    _by_message(old, new, now, taken)
    _by_slot(old, new, now, taken)
    gone = tuple(dict.fromkeys((*deleted, *aligned.deleted)))
    # A lead taken out at three in the morning does not take the verdict with it.
    stays_out = {id for was in aligned.deleted for id in now[was]
                 if id == was or old[was].message == new[id].message or old[was].block != "lead"}
    dropped = stays_out | {id for id in deleted if id in new and id not in old}
    wanted = {id for each in aligned.kept for was in each.ids for id in now[was]}
    return Followed(now, frozenset(dropped - wanted), gone, old)


def _by_message(old: dict[str, Piece], new: dict[str, Piece], now: dict, taken: set[str]) -> None:
    """A message said in another number of sentences: in order, and what is over goes with the last."""
    told: dict[str, list[str]] = {}
    for id, piece in new.items():
        if id not in taken and piece.message:
            told.setdefault(piece.message, []).append(id)
    before: dict[str, list[str]] = {}
    for id, piece in old.items():
        before.setdefault(piece.message, []).append(id)
    for message, ids in told.items():
        was = [id for id in before.get(message, ()) if id not in taken] or before.get(message, ())[-1:]
        _hand_over(was, ids, now, taken)


def _by_slot(old: dict[str, Piece], new: dict[str, Piece], now: dict, taken: set[str]) -> None:
    for slot in SLOTS:
        was = [id for id, piece in old.items() if piece.block == slot and not now[id]]
        ids = [id for id, piece in new.items() if piece.block == slot and id not in taken]
        _hand_over(was, ids[:max(len(was), 1)] if was else [], now, taken)


def _hand_over(was: list[str], ids: list[str], now: dict, taken: set[str]) -> None:
    for n, id in enumerate(ids if was else ()):
        heir = was[min(n, len(was) - 1)]
        now[heir] = (*now[heir], id)
        taken.add(id)
