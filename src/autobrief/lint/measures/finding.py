"""What a measure finds in one article: a value to hold against its limit, and the sentences behind it."""

from typing import NamedTuple

from .copy import Copy, Told


class Found(NamedTuple):
    """One breach: how bad (greater is worse), what is wrong, the sentence, and the kind of message that says it."""

    code: str
    size: float
    message: str
    text: str
    kind: str
    file: str
    article: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col} {self.code} {self.message}: {self.text}"


class Measured(NamedTuple):
    """An article's value by one measure, and what is over the limit."""

    value: float
    found: tuple[Found, ...] = ()


def found(code: str, size: float, message: str, told: Told | None, copy: Copy) -> Found:
    """A breach in this sentence, or in the article as a whole."""
    if told is None:
        return Found(code, size, message, "", "", copy.file, copy.id)
    return Found(code, size, message, told.text, told.kind, copy.file, copy.id, told.line, told.col)
