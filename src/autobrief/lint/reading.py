"""Template text as the lint reads it: pieces with their places, and the words of its sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..realisation import ENVIRONMENT

SEPARATOR = "---"
PLAIN = ENVIRONMENT.overlay(trim_blocks=False, lstrip_blocks=False)
"""The same syntax with no space trimmed, so that every piece is found where it stands."""
WHEN = re.compile(r"\s*when:\s*([\w, ]+)")
"""`{# when: held #}`: this wording is for messages that have the fact, printed in it or not."""
UNLESS = re.compile(r"\s*unless:\s*([\w, ]+)")
"""`{# unless: estimated #}`: this wording is not for messages that have the fact."""
WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?"
READ = re.compile(rf"(?P<word>{WORD})|(?P<end>\n|[.?!](?=[\s'\")]|$))|\S")


class Finding(NamedTuple):
    """One fault of a template: where it is, what is wrong, and how to put it right."""

    file: str
    line: int
    col: int
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col} {self.code} {self.message}; {self.fix}"


class Piece(NamedTuple):
    """One token of a template: `data` is literal text, `string` a constant without its quotes."""

    kind: str
    text: str
    line: int
    col: int


class Word(NamedTuple):
    """A literal word.  `opens` a sentence; words of one `run` have no fact between them."""

    text: str
    line: int
    col: int
    opens: bool
    run: int


class Variant(NamedTuple):
    """One wording of a template file, with the line it starts on."""

    kind: str
    file: str
    line: int
    body: str


def variants(kind: str, file: str, text: str) -> list[Variant]:
    """The wordings of a file; `---` alone on a line stands between them."""
    found, start, lines = [], 1, []
    for number, line in enumerate([*text.splitlines(), SEPARATOR], 1):
        if line.strip() == SEPARATOR:
            if "".join(lines).strip():
                found.append(Variant(kind, file, start, "\n".join(lines)))
            start, lines = number + 1, []
        else:
            lines.append(line)
    return found


def pieces(variant: Variant) -> list[Piece]:
    """The tokens of a wording with line and column.  Raises jinja2.TemplateSyntaxError."""
    found, offset, body = [], 0, variant.body
    for _, kind, text in PLAIN.lexer.tokeniter(body, variant.file):
        if not text:
            continue
        at = body.find(text, offset)
        at = offset if at < 0 else at
        offset = at + len(text)
        if kind == "string":
            text, at = text[1:-1], at + 1
        found.append(Piece(kind, text, variant.line + body.count("\n", 0, at), at - body.rfind("\n", 0, at)))
    return found


def listed(condition: re.Pattern, tokens: list[Piece]) -> dict[str, int]:
    """The names that comments of a wording give after `when:` or `unless:`, each with its line."""
    return {name.strip(): piece.line for piece in tokens if piece.kind == "comment"
            for found in [condition.fullmatch(piece.text)] if found for name in found[1].split(",") if name.strip()}


def words(tokens: list[Piece]) -> Iterator[Word]:
    """Every literal word, those of string constants among them, in reading order."""
    opens, run, before_branch, tag = True, 0, [], False
    for piece in tokens:
        if piece.kind == "data":
            said, opens, run = _words_of(piece, opens, run)
            yield from said
        elif piece.kind == "string":
            yield from _words_of(piece, False, -1)[0]
        elif piece.kind == "variable_begin":
            opens, run = False, run + 1
        elif piece.kind == "block_begin":
            tag = True
        elif piece.kind == "name" and tag:
            tag = False
            if piece.text == "if":
                before_branch.append(opens)
            elif piece.text in ("elif", "else") and before_branch:
                opens, run = before_branch[-1], run + 1
            elif piece.text == "endif" and before_branch:
                before_branch.pop()


def _words_of(piece: Piece, opens: bool, run: int) -> tuple[list[Word], bool, int]:
    """The words of one piece; whether what follows opens a sentence, and the run it is in."""
    said, line, start = [], piece.line, 1 - piece.col
    for found in READ.finditer(piece.text):
        if found["word"]:
            said.append(Word(found["word"], line, found.start() - start + 1, opens, run))
            opens = False
        elif found["end"]:
            opens, run = True, run + 1
            if found["end"] == "\n":
                line, start = line + 1, found.end()
    return said, opens, run


def covered(said: list[Word], phrases: list[str]) -> dict[int, int]:
    """Where a phrase stands: index of its first word -> how many words it has."""
    small = [word.text.lower().replace("’", "'") for word in said]
    wanted = [phrase.lower().split() for phrase in phrases]
    found: dict[int, int] = {}
    for start in range(len(said)):
        for phrase in wanted:
            end = start + len(phrase)
            if small[start:end] == phrase and said[start].run == said[end - 1].run and len(phrase) > found.get(start, 0):
                found[start] = len(phrase)
    return found
