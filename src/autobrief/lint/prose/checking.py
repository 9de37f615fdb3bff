"""A text held against every rule: findings in reading order, with line and column in the file."""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .document import Passage, passages
from .lexicon import Lexicon
from .pieces import pieces_of
from .registry import RULES, Found
from .strays import strays

ODD = re.compile(r"[^\x20-\x7e\n‘’“”–—£é]")
"""Letters that are looked at one by one."""


FIGURES = re.compile(r"(?:[+−-]?\d{1,3}(?:,\d{3})*(?:\.\d)?%?)?")
"""What most cells of a table hold."""


class TextFinding(NamedTuple):
    """One fault of a text.  Lines and columns count from one, columns in characters."""

    file: str
    line: int
    col: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col} {self.code} {self.message}"


def check_text(file: str, text: str, lexicon: Lexicon, style: bool = False) -> list[TextFinding]:
    """Every fault of a text: errors, and with `style` what the house would have otherwise."""
    parts = passages(text)
    names = lexicon.one | lexicon.many | lexicon.adjectives | lexicon.seats | lexicon.people
    twins: dict[str, list[Passage]] = {}
    pieces: dict[str, list[Passage]] = {}
    for piece in (piece for part in parts for piece in pieces_of(part)):
        # A table says the same thing in many cells: one of them is read for all, and a figure or a name is read by nobody.
        if piece.kind == "cell" and (FIGURES.fullmatch(piece.text) or piece.text in names):
            continue
        same = twins.setdefault(piece.text, []) if piece.kind == "cell" else []
        same.append(piece)
        if len(same) == 1:
            pieces.setdefault(piece.kind, []).append(piece)
    found = {(at, "character"): message for at, message in _unseen(text)}
    for rule in RULES.values():
        if rule.style and not style:
            continue
        for part in parts if rule.whole else [piece for kind in rule.kinds for piece in pieces.get(kind, ())]:
            if part.kind in rule.kinds:
                for at, message in rule.find(part, lexicon):
                    for twin in twins[part.text] if part.kind == "cell" and not rule.whole else (part,):
                        found.setdefault((_place(twin, at), rule.code), message)
    for at, message in _again(parts):
        found.setdefault((at, "repeated"), message)
    for at, message in strays(text, parts, lexicon):
        found.setdefault((at, "markup"), message)
    for at, code, message in _spelled(parts, lexicon):
        found.setdefault((at, code), message)
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    return [_finding(file, at, code, message, starts) for (at, code), message in sorted(found.items())]


def _place(part: Passage, at: int) -> int:
    return part.places[min(at, len(part.places) - 1)]


def _finding(file: str, at: int, code: str, message: str, starts: list[int]) -> TextFinding:
    line = bisect.bisect_right(starts, at)
    return TextFinding(file, line, at - starts[line - 1] + 1, code, message)


def _unseen(text: str) -> Iterator[Found]:
    """Characters without a shape anywhere in the file, the marks of facts among them."""
    for at, letter in ((odd.start(), odd.group()) for odd in ODD.finditer(text)):
        if letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cc", "Cs") and letter not in "\n\r\t\f":
            yield Found(at, f"U+{ord(letter):04X} is no character of a text: take it out")


def _again(parts: list[Passage]) -> Iterator[Found]:
    """A whole sentence of five words or more that was there before."""
    from .sentences import sentences
    seen: dict[str, int] = {}
    for part in parts:
        if part.kind not in ("paragraph", "item"):
            continue
        for start, said in sentences(part.text):
            words = " ".join(said.lower().split())
            if len(words.split()) >= 5 and words[-1] in ".!?":
                if words in seen:
                    yield Found(_place(part, start), "this sentence was there before: take one of the two out")
                seen.setdefault(words, start)


def _spelled(parts: list[Passage], lexicon: Lexicon) -> Iterator[tuple[int, str, str]]:
    """One name in two spellings."""
    from .spelling import spellings
    for number, at, message in spellings([part.text if part.kind != "cell" else "" for part in parts], lexicon):
        yield _place(parts[number], at), "spelling", message
