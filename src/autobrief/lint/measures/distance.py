"""Patterns within two tokens of edit: by pair, and over a whole set without comparing every pair."""

from collections import defaultdict
from collections.abc import Iterable

MOST = 2
Shape = tuple[str, ...]


def within(one: Shape, other: Shape, most: int = MOST) -> bool:
    """Whether so many insertions, deletions and replacements make one of the other; a band of the usual table."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > most:
        return False
    far = most + 1
    previous = {column: column for column in range(min(most, len(other)) + 1)}
    for row, token in enumerate(one, 1):
        current = {}
        for column in range(max(row - most, 0), min(row + most, len(other)) + 1):
            if not column:
                current[0] = row
                continue
            current[column] = min(previous.get(column, far) + 1, current.get(column - 1, far) + 1,
                                  previous.get(column - 1, far) + (token != other[column - 1]))
        if min(current.values()) > most:
            return False
        previous = current
    return previous.get(len(other), far) <= most


def neighbours(shapes: Iterable[Shape], most: int = MOST) -> dict[Shape, set[Shape]]:
    """Each shape with every shape within so many edits of it, itself among them.

    Of two shapes so near, cut one into one piece more than there are edits: one piece stands unchanged
    in the other, at most so far from its place.  Only shapes that share a piece are compared.
    """
    known = sorted(set(shapes), key=lambda shape: (len(shape), shape))
    near = {shape: {shape} for shape in known}
    pieces: dict[tuple, list[Shape]] = defaultdict(list)
    for shape in known:
        tried: set[Shape] = set()
        for length in range(len(shape) - most, len(shape) + 1):
            for number, (start, end) in enumerate(_cuts(length, most + 1)):
                for shift in range(-most, most + 1):
                    if 0 <= start + shift and end + shift <= len(shape):
                        tried.update(pieces.get((length, number, shape[start + shift:end + shift]), ()))
        for other in tried:
            if within(shape, other, most):
                near[shape].add(other)
                near[other].add(shape)
        for number, (start, end) in enumerate(_cuts(len(shape), most + 1)):
            pieces[len(shape), number, shape[start:end]].append(shape)
    return near


def _cuts(length: int, count: int) -> list[tuple[int, int]]:
    """A shape of this length in so many pieces, as even as can be; a piece may be empty."""
    if length < 0:
        return []
    edges = [length * n // count for n in range(count + 1)]
    return list(zip(edges, edges[1:], strict=False))
