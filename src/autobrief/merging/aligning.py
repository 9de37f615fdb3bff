"""What each piece of an edited file was made from: which sentences of the base it is, if any.

First what stands as it was, wherever it stands now; then what is most like it, word by word; then what
stands in its place.  Nothing depends on the order of a set or on chance.
"""

from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from .pieces import ITEMS, PROSE, ROWS, WHOLE, Part, Piece
from .reading import ITEM, Raw, RawPart, plain, sentences, with_places

ALIKE = 0.55
"""From here up a sentence is another reworded, wherever it stands."""
HOLDS = 0.6
"""So much of one sentence in another, and the other holds it: two were joined, or one was split."""
NAMES, MOST = 3, 2 / 3
"""So many names and figures of a sentence in another, and so much of all that it has: the two are about one thing."""
NEAR = 0.3
"""Enough in the same place, between the same neighbours."""
COMMON = frozenset("""a an and as at be been but by for from had has have he her his in is it its no not of on one or she so than that the their
there they this to too two was were which who with""".split())
ENDINGS = ".!?:;\"')]*_"


class Kept(NamedTuple):
    """A piece of the edited file.  `ids` are the base pieces it was made from, none for an addition; `same` where it reads as it did."""

    raw: Raw
    ids: tuple[str, ...]
    same: bool


class Aligned(NamedTuple):
    """The edited pieces in order, and the ids of the base that are gone."""

    kept: tuple[Kept, ...]
    deleted: tuple[str, ...]


def align(base: tuple[Part, ...], edited: tuple[RawPart, ...]) -> Aligned:
    """Each edited piece with what it was made from."""
    pieces = [(piece, part.form.kind) for part in base for piece in part.pieces]
    raws, exact, kinds = _cut(pieces, edited)
    ids: list[tuple[str, ...]] = [(found,) if found else () for found in exact]
    open_pieces = {piece.id: (piece, kind, n) for n, (piece, kind) in enumerate(pieces) if piece.id not in set(exact)}
    _by_row(raws, kinds, ids, open_pieces)
    _by_likeness(raws, kinds, ids, open_pieces)
    _by_names(raws, kinds, ids, open_pieces)
    _joined_and_split(raws, kinds, ids, open_pieces, {piece.id: piece for piece, _ in pieces}, exact)
    _by_place(raws, kinds, ids, [(piece.id, kind) for piece, kind in pieces], open_pieces)
    kept = tuple(Kept(raw, found, bool(was)) for raw, found, was in zip(raws, ids, exact, strict=True))
    return Aligned(kept, tuple(piece.id for piece, _ in pieces if piece.id in open_pieces))


# What stands as it was ---------------------------------------------------------------------------

def _cut(pieces: list[tuple[Piece, str]], edited: tuple[RawPart, ...]) -> tuple[list[Raw], list[str], list[str]]:
    """Every piece of the edited file; beside each the id of the base piece that it still is, or nothing; and its kind."""
    texts = [with_places(part.text) for part in edited]
    wholes, found = _whole_pieces(edited), _found_sentences(pieces, edited, texts)
    known: dict[str, list[str]] = {}
    for piece, kind in pieces:
        if kind != PROSE:
            known.setdefault(_like_row(piece.text) if kind == ROWS else plain(piece.text), []).append(piece.id)
    raws, exact, kinds = [], [], []
    for number, part in enumerate(edited):
        before = len(raws)
        if part.form.kind == PROSE and not _is_list(wholes[number], known):
            for raw, id in _prose(part, number, texts[number], found.get(number, [])):
                raws.append(raw)
                exact.append(id)
            kinds += [PROSE] * (len(raws) - before)
            continue
        for raw in wholes[number]:
            waiting = known.get(_like_row(raw.text) if part.form.kind == ROWS else plain(raw.text), [])
            raws.append(raw)
            exact.append(waiting.pop(0) if waiting else "")
        kinds += [ITEMS if part.form.kind == PROSE else part.form.kind] * (len(raws) - before)
    return raws, exact, kinds


def _is_list(raws: list[Raw], known: dict) -> bool:
    """A paragraph of items between semicolons, some of them known."""
    return len(raws) > 1 and any(known.get(plain(raw.text)) for raw in raws) or len(raws) == 1 and bool(known.get(plain(raws[0].text)))


def _whole_pieces(edited: tuple[RawPart, ...]) -> list[list[Raw]]:
    """Each part cut into lines, items or rows, a paragraph at its semicolons."""
    return [_whole(part, number) for number, part in enumerate(edited)]


def _whole(part: RawPart, number: int) -> list[Raw]:
    form = part.form
    if form.kind == WHOLE:
        return [Raw(part.text, "", number, part.line)]
    if form.kind == PROSE:
        return [Raw(text.strip(), "; " if n else "", number, part.line) for n, text in enumerate(part.text.split(";")) if text.strip()]
    found: list[Raw] = []
    for n, line in enumerate(part.text.split("\n")):
        marker = ITEM.match(line) if form.before else None
        if form.before and not marker and found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line}")
            continue
        text = line[marker.end():] if marker else line
        found.append(Raw(text, f"\n{marker[0] if marker else ''}" if found else "", number, part.line + n))
    return found


def _like_row(text: str) -> str:
    """A table's row without the padding of its cells and the length of its rules."""
    cells = [plain(cell) for cell in cells_of(text)]
    if all(cell and not cell.strip(":-") for cell in cells):
        cells = [cell[0] * (cell[0] == ":") + "-" + cell[-1] * (cell[-1] == ":") for cell in cells]
    return "|".join(cells)


def cells_of(row: str) -> list[str]:
    """The cells of a table's row, as they stand in the file."""
    text, cells, cell, escaped = row.strip().removeprefix("|"), [], "", False
    for character in text:
        if character == "|" and not escaped:
            cells.append(cell.strip())
            cell = ""
        else:
            cell += character
        escaped = character == "\\" and not escaped
    return [*cells, cell.strip()] if cell.strip() else cells


def _found_sentences(pieces, edited, texts) -> dict[int, list[tuple[int, int, str]]]:
    """Part -> (start, end, id) of every sentence of the base that stands in it unchanged, in the plain text's places."""
    taken: dict[int, list[tuple[int, int, str]]] = {}
    order = {piece.id: n for n, (piece, _) in enumerate(pieces)}
    prose = [(plain(text), piece.id) for piece, kind in pieces if kind == PROSE for text in (piece.text, piece.alone) if text]
    for text, id in sorted(prose, key=lambda each: (-len(each[0]), order[each[1]])):
        if any(id == other for each in taken.values() for *_, other in each):
            continue
        places = [place for n, part in enumerate(edited) if part.form.kind == PROSE for place in _occurrences(text, texts[n][0], n)]
        places = [(n, start) for n, start in places if not any(s < start + len(text) and start < e for s, e, _ in taken.get(n, ()))]
        if places:
            n, start = places[0] if len(places) == 1 else _nearest(places, id, order, taken)
            taken.setdefault(n, []).append((start, start + len(text), id))
    return {n: sorted(found) for n, found in taken.items()}


def _nearest(places, id: str, order: dict, taken) -> tuple[int, int]:
    """Of several copies, the one beside a neighbour of old; else the first."""
    def beside(place) -> bool:
        return any(abs(order[other] - order[id]) == 1 for _, _, other in taken.get(place[0], ()))
    return next(filter(beside, places), places[0])


def _occurrences(text: str, within: str, number: int):
    """Where the whole sentence stands, and is not the middle of another."""
    start = within.find(text) if text else -1
    while start >= 0:
        before, after = within[:start].rstrip(" "), within[start + len(text):]
        opens = not before or (before[-1] in ENDINGS and before[-1] not in ":;" and within[start - 1] == " ")
        closes = not after.strip() or (after[0] == " " and text[-1] in ENDINGS)
        if opens and closes:
            yield number, start
        start = within.find(text, start + 1)


def _prose(part: RawPart, number: int, text: tuple[str, list[int]], found) -> list[tuple[Raw, str]]:
    """The part's sentences: those found as they were, and between them what was changed or added."""
    told: list[tuple[int, int, str]] = []
    position = 0
    for start, end, id in [*((text[1][s], _past(text[1], e), id) for s, e, id in found), (len(part.text), len(part.text), "")]:
        told += [(position + a, position + b, "") for a, b in sentences(part.text[position:start])]
        if id:
            told.append((start, end, id))
        position = end
    raws, last = [], 0
    for start, end, id in told:
        line = part.line + part.text[:start].count("\n")
        raws.append((Raw(part.text[start:end].strip(), part.text[last:start] if raws else "", number, line), id))
        last = end
    return raws


def _past(places: list[int], end: int) -> int:
    """The place in the file after the last character of a stretch of plain text."""
    return places[end]


# What is most like it ----------------------------------------------------------------------------

def words(text: str) -> list[str]:
    """The words of a text, without its markup."""
    return [word for raw in plain(text).lower().split() if (word := raw.strip("*_[]()\"'.,;:!?"))]


def likeness(one: list[str], other: list[str], enough: float = ALIKE) -> float:
    """From 0 to 1, by the words that both have in one order, or by the telling ones in any; 0 where it is less than `enough`."""
    shared = sum((Counter(one) & Counter(other)).values())
    if not one or not other:
        return 0.0
    mine, theirs = (Counter(word for word in each if word not in COMMON) for each in (one, other))
    names = 2 * sum((mine & theirs).values()) / (sum(mine.values()) + sum(theirs.values()) or 1)
    in_order = 2 * shared / (len(one) + len(other))
    if in_order >= enough:
        in_order = SequenceMatcher(None, one, other, autojunk=False).ratio()
    best = max(names, in_order)
    return best if best >= enough else 0.0


def _by_row(raws, kinds, ids, open_pieces) -> None:
    """A row of a table is known by its first cell, and the heading row by its table."""
    firsts = {}
    for id, (piece, kind, _) in open_pieces.items():
        if kind == ROWS and (cells := cells_of(piece.text)):
            firsts.setdefault(plain(cells[0]), id)
    for n, raw in enumerate(raws):
        if kinds[n] == ROWS and not ids[n] and (cells := cells_of(raw.text)) and (id := firsts.pop(plain(cells[0]), None)):
            ids[n] = (id,)
            del open_pieces[id]


def _by_likeness(raws, kinds, ids, open_pieces) -> None:
    """Pairs of what is most like each other, the most alike first."""
    mine = [(n, words(raw.text)) for n, raw in enumerate(raws) if not ids[n]]
    theirs = [(id, words(piece.text), kind, order) for id, (piece, kind, order) in open_pieces.items()]
    found = []
    for n, one in mine:
        for id, other, kind, order in theirs:
            if (kind == ROWS) == (kinds[n] == ROWS) and (score := likeness(one, other)) >= ALIKE:
                found.append((-score, kind != kinds[n], abs(order - n), n, order, id))
    for *_, n, _, id in sorted(found):
        if not ids[n] and id in open_pieces:
            ids[n] = (id,)
            del open_pieces[id]


def _by_names(raws, kinds, ids, open_pieces) -> None:
    """What was said again in other words has the names and figures still."""
    for id, (piece, kind, _) in list(open_pieces.items()):
        telling = {name.removeprefix("the ") for _, said in piece.printed if (name := plain(said)) != name.lower() or any(map(str.isdigit, name))}
        scores = [(sum(name in plain(raw.text) for name in telling), -n) for n, raw in enumerate(raws) if not ids[n] and kinds[n] == kind == PROSE]
        found, n = max(scores, default=(0, 0))
        if found >= max(NAMES, MOST * len(telling)):
            ids[-n] = (id,)
            del open_pieces[id]


def _share(part: list[str], whole: list[str]) -> float:
    """How much of a text stands in another, in runs of two words or more."""
    if not part:
        return 0.0
    blocks = SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / len(part)


def _part(said: list[str], piece: str) -> float:
    """How much of a text stands in a piece, or how like it is to one sentence of a piece of several."""
    whole = [words(piece[start:end]) for start, end in sentences(piece)]
    return max([_share(said, words(piece)), *(likeness(said, one) for one in whole if len(whole) > 1)])


def _joined_and_split(raws, kinds, ids, open_pieces, pieces, exact) -> None:
    """A base sentence that another holds too; and an edited one that is part of a base sentence already found."""
    fresh = [n for n in range(len(raws)) if not exact[n] and kinds[n] != ROWS]
    said = {n: words(raws[n].text) for n in fresh}
    for id, (piece, kind, _) in list(open_pieces.items()):
        one = words(piece.text)
        best = max(((_share(one, said[n]), -n) for n in fresh), default=(0.0, 0)) if kind != ROWS and len(one) > 2 else (0.0, 0)
        if best[0] >= HOLDS:
            ids[-best[1]] += (id,)
            del open_pieces[id]
    reworded = sorted({id for n in fresh for id in ids[n]})
    for n in fresh:
        if not ids[n] and len(said[n]) > 2:
            score, id = max(((_part(said[n], pieces[id].text), id) for id in reworded), default=(0.0, ""))
            if score >= HOLDS:
                ids[n] = (id,)


def _by_place(raws, kinds, ids, order: list[tuple[str, str]], open_pieces) -> None:
    """Between the same two neighbours: what is missing there and what is new there belong together."""
    where = {id: n for n, (id, _) in enumerate(order)}
    n = 0
    while n < len(ids):
        if ids[n]:
            n += 1
            continue
        end = next((m for m in range(n, len(ids)) if ids[m]), len(ids))
        first = where[ids[n - 1][-1]] + 1 if n else 0
        last = where[ids[end][0]] if end < len(ids) else len(order)
        missing = [order[m] for m in range(first, last) if order[m][0] in open_pieces]
        if missing:
            _pair(raws, list(range(n, end)), missing, kinds, ids, open_pieces)
        n = end


def _pair(raws, mine: list[int], missing, kinds, ids, open_pieces) -> None:
    """The most alike first; then one new piece for all that is missing of its kind, or one for one in order where they are as many."""
    for kind in (PROSE, WHOLE, ITEMS, ROWS):
        new = [n for n in mine if kinds[n] == kind]
        gone = [id for id, was in missing if was == kind]
        scores = sorted((-likeness(words(raws[n].text), words(open_pieces[id][0].text), NEAR), n, gone.index(id), id) for n in new for id in gone)
        for score, n, _, id in scores:
            if score and not ids[n] and id in open_pieces:
                _give(n, (id,), ids, open_pieces)
        new, gone = [n for n in new if not ids[n]], [id for id in gone if id in open_pieces]
        if len(new) == 1 and gone and kind != ROWS:
            _give(new[0], tuple(gone), ids, open_pieces)
        elif len(new) == len(gone):
            for n, id in zip(new, gone, strict=True):
                _give(n, (id,), ids, open_pieces)


def _give(n: int, found: tuple[str, ...], ids, open_pieces) -> None:
    ids[n] += found
    for id in found:
        del open_pieces[id]
