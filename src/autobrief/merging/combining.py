"""The next version with a human's changes made to it again: what was edited, moved, deleted and added."""

from bisect import bisect_left
from typing import NamedTuple

from .aligning import Aligned, Kept, cells_of
from .following import Followed
from .pieces import PROSE, ROWS, Form, Part, Piece, row_of
from .reading import RawPart, plain


class Placed(NamedTuple):
    """One piece of the merged text: the next version's, the human's, or a human's copy of the next version's.

    `piece` and `part` are its place in the next version, `kept` and `number` in the edited one; None where it has none.
    """

    text: str
    piece: Piece | None
    part: int | None
    kept: Kept | None
    number: int | None


class Combined(NamedTuple):
    """The merged pieces in order, and for each the form of its part and whether it opens one."""

    placed: tuple[Placed, ...]
    opens: tuple[bool, ...]


class Sides(NamedTuple):
    """The three texts: base and next in parts, the edited in parts and pieces, and what follows what."""

    base: tuple[Part, ...]
    following: tuple[Part, ...]
    edited: tuple[RawPart, ...]
    aligned: Aligned
    followed: Followed


def combine(sides: Sides) -> Combined:
    """Every piece of the merged text in its place."""
    placed = alone(sides, _in_order(sides))
    return Combined(tuple(placed), tuple(_opens(sides, placed)))


# Which pieces, in which order --------------------------------------------------------------------

def _in_order(sides: Sides) -> list[Placed]:
    """The next version's order, the human's moves and additions after the neighbour that they stood after."""
    kept, followed = sides.aligned.kept, sides.followed
    new = {piece.id: (piece, n) for n, part in enumerate(sides.following) for piece in part.pieces}
    bearer: dict[str, int] = {}
    for number, each in enumerate(kept):
        for id in each.ids:
            for now in followed.now.get(id, ()):
                bearer.setdefault(now, number)
    moved = _moved(sides)
    first = {number: next(now for now in new if bearer.get(now) == number) for number in sorted(set(bearer.values()))}
    result: list[Placed] = []
    trailing: dict[int, list[Placed]] = {}
    behind: tuple[int, int] | None = None
    for now, (piece, part) in new.items():
        number = bearer.get(now)
        if now in followed.dropped or number is not None and first[number] != now and not kept[number].same:
            continue
        if number is None or first[number] != now:
            entry = Placed(piece.text, piece, part, None, None)
            # What is new in a paragraph that a human moved goes with it.
            (trailing.setdefault(behind[0], []) if behind and behind[1] == part else result).append(entry)
            continue
        behind = (number, part) if number in moved else None
        if number not in moved:
            result.append(_borne(sides, number, piece, part))
    return _insert(sides, result, {number: new[now] for number, now in first.items()}, trailing)


def _insert(sides: Sides, result: list[Placed], places: dict, trailing: dict[int, list[Placed]]) -> list[Placed]:
    """The moved and the added, each after the nearest piece before it that is still there."""
    last = -1
    standing = {each.number for each in result if each.number is not None}
    for number, each in enumerate(sides.aligned.kept):
        if number in standing:
            last = next(n for n, placed in enumerate(result) if placed.number == number)
            continue
        if number in places:
            entry = _borne(sides, number, *places[number])
        elif each.same and each.ids:
            continue
        else:
            entry = Placed(each.raw.text, None, None, each, number)
        at = _where(sides, result, number, last)
        result[at:at] = [entry, *trailing.get(number, ())]
        last = at
    return result


def _where(sides: Sides, result: list[Placed], number: int, last: int) -> int:
    """Where an edited piece goes: after the piece that it stood after, or before the next, if that is nearer to it."""
    kept = sides.aligned.kept
    each = kept[number]
    follower = next((n for n, placed in enumerate(result) if placed.number == number + 1), None)
    if follower is not None:
        left = not number or last < 0 or result[last].number != number - 1
        opens = not each.raw.gap and kept[number + 1].raw.part == each.raw.part
        if left or opens:
            return follower
    at = last + 1
    if not each.raw.gap:
        # It opens a part of its own, so that what is new in the part before it stays there.
        while at < len(result) and result[at].number is None and at and result[at].part is not None and result[at].part == result[at - 1].part:
            at += 1
    return at


def _moved(sides: Sides) -> set[int]:
    """The fewest edited pieces whose moving explains the new order."""
    order = {piece.id: n for n, piece in enumerate(piece for part in sides.base for piece in part.pieces)}
    numbers = [(order[each.ids[0]], number) for number, each in enumerate(sides.aligned.kept) if each.ids]
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int] = {}
    for n, (place, _) in enumerate(numbers):
        at = bisect_left(ends, place)
        before[n] = chain[at - 1] if at else -1
        ends[at:at + 1] = [place]
        chain[at:at + 1] = [n]
    still, n = set(), chain[-1] if chain else -1
    while n >= 0:
        still.add(numbers[n][1])
        n = before[n]
    return {number for _, number in numbers} - still


def _borne(sides: Sides, number: int, piece: Piece, part: int) -> Placed:
    """A piece of the next version that stands in the edited file too, in the human's words if there are any."""
    each = sides.aligned.kept[number]
    old = sides.followed.base[each.ids[0]]
    if each.same:
        # Reading the same as before it keeps the human's line ends and quotation marks.
        text = each.raw.text if plain(piece.text) == plain(old.text) else piece.text
    elif sides.following[part].form.kind == ROWS:
        text = merged_row(old.text, piece.text, each.raw.text)
    else:
        text = each.raw.text
    return Placed(text, piece, part, each, number)


def merged_row(base: str, following: str, edited: str) -> str:
    """A table's row cell by cell: those that a human changed stay, the others follow; whole as edited where cells came or went."""
    rows = [cells_of(row) for row in (base, following, edited)]
    if len({len(row) for row in rows}) > 1:
        return edited
    return row_of([mine if plain(mine) != plain(was) else now for was, now, mine in zip(*rows, strict=True)])


def alone(sides: Sides, placed: list[Placed]) -> list[Placed]:
    """Sentences that nobody edited, in the words for standing alone where what they lean on was taken out or moved away.

    A pronoun or a connective leans on the sentence before it, a surname on wherever the person was named in full.
    """
    before = {other.id: one.id for part in sides.following for one, other in zip(part.pieces, part.pieces[1:], strict=False)}
    made: list[Placed] = []
    told, last = "", None
    for each in placed:
        form = _form(sides, each)
        copy = form.kind == PROSE and not form.before
        if copy and each.piece and (each.kept is None or each.kept.same):
            leans = each.piece.alone and (before.get(each.piece.id) not in (None, last) or any(name not in told for name in each.piece.named))
            text = each.piece.alone if leans else each.piece.text
            each = each._replace(text=each.kept.raw.text if each.kept and plain(text) == plain(each.kept.raw.text) else text)
        made.append(each)
        told += f" {plain(each.text)}" if copy else ""
        last = each.piece.id if each.piece else last
    return made


# Where parts begin -------------------------------------------------------------------------------

def _opens(sides: Sides, placed: list[Placed]) -> list[bool]:
    """Which pieces open a part: as in the next version, but where a human joined or split what was otherwise in the base."""
    base_part = {piece.id: n for n, part in enumerate(sides.base) for piece in part.pieces}
    opens = [True] * len(placed)
    # The edited piece that each follows, those aside that are no longer there.
    numbers = sorted(each.number for each in placed if each.number is not None)
    before = dict(zip(numbers[1:], numbers, strict=False))
    for n in range(1, len(placed)):
        one, other = placed[n - 1], placed[n]
        opens[n] = not (_of_one_kind(sides, one, other) and _together(sides, placed, n, opens, before, base_part))
    return opens


def _together(sides: Sides, placed: list[Placed], n: int, opens: list[bool], before: dict, base_part: dict) -> bool:
    one, other = placed[n - 1], placed[n]
    if one.number is not None and other.number is not None and before.get(other.number) == one.number:
        mine = one.kept.raw.part == other.kept.raw.part
        if one.kept.ids and other.kept.ids and one.part is not None and other.part is not None:
            was = base_part[one.kept.ids[-1]] == base_part[other.kept.ids[0]]
            return one.part == other.part if mine == was else mine
        return mine
    if other.part is not None:
        if one.part is not None:
            return one.part == other.part
        m = n - 1
        while m and placed[m].part is None and not opens[m]:
            m -= 1
        return placed[m].part == other.part
    return one.kept is not None and one.kept.raw.part == other.kept.raw.part


def _of_one_kind(sides: Sides, one: Placed, other: Placed) -> bool:
    """Sentences with sentences, items with items, rows with rows: a heading stands alone."""
    kinds = [_form(sides, each).kind for each in (one, other)]
    return kinds[0] == kinds[1] or PROSE in kinds and "items" in kinds and one.number is not None and other.number is not None \
        and one.kept.raw.part == other.kept.raw.part


def _form(sides: Sides, each: Placed) -> Form:
    """The form in the next version, and where there is none the human's."""
    return sides.following[each.part].form if each.part is not None else sides.edited[each.kept.raw.part].form


def form_of(sides: Sides, run: list[Placed]) -> Form:
    """How a part of the merged text stands: as in the next version, unless a human gave it another form than the base's."""
    base_form = {piece.id: part.form for part in sides.base for piece in part.pieces}
    for each in run:
        if each.kept is not None and each.kept.ids:
            mine = sides.edited[each.kept.raw.part].form
            was = base_form[each.kept.ids[0]]
            new = _form(sides, each)
            if _marks(mine) != _marks(was):
                return mine
            # `_` for `*` is a human's too, though it counts for no change.
            return new if mine.kind != new.kind or _marks(mine) != _marks(new) else mine
    return _form(sides, next((each for each in run if each.part is not None), run[0]))


def _marks(form: Form) -> tuple[str, str]:
    """What is seen of a form: `*` and `_` are alike, and so are the marks of a list."""
    before = form.before.strip()
    return ("-" if before in ("-", "*", "+") and not form.after.strip() else before.replace("_", "*"), form.after.strip().replace("_", "*"))
