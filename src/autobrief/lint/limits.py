"""How much one template may ask for: limits that no wording of a newsroom's comes near.

They are held before a template is parsed, and all of them before it is compiled, so that a hostile
one is refused by name and never run.
"""

import unicodedata
from collections.abc import Iterator

from jinja2 import nodes

from .reading import Finding, Piece, Variant

BYTES = 256 * 1024
"""In one file."""
WORDINGS = 100
CHARACTERS = 4000
"""In one wording, its comments among them."""
TOKENS = 60
"""In one tag."""
DEPTH = 8
"""Of brackets, and of tests within tests."""
FACTS = 100
"""Printed by one wording."""
UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Categories of characters with no shape of their own; among them are the marks that facts are kept by."""


def unseen(text: str) -> int | None:
    """Where the first character stands that no reader could see; line ends and tabs may."""
    return next((at for at, c in enumerate(text) if unicodedata.category(c) in UNSEEN and c not in "\n\t"), None)


def check_size(variants: list[Variant]) -> Iterator[Finding]:
    """Too many wordings, too long a one, or a character that is no text."""
    for variant in variants[WORDINGS:WORDINGS + 1]:
        yield Finding(variant.file, variant.line, 1, "size", f"more than {WORDINGS} wordings", "take some out")
    for variant in variants[:WORDINGS]:
        if len(variant.body) > CHARACTERS:
            yield Finding(variant.file, variant.line, 1, "size", f"a wording of more than {CHARACTERS} characters", "write a shorter one")
        elif (at := unseen(variant.body)) is not None:
            line, col = variant.line + variant.body.count("\n", 0, at), at - variant.body.rfind("\n", 0, at)
            yield Finding(variant.file, line, col, "character", f"U+{ord(variant.body[at]):04X} cannot be seen", "take it out")


def check_tokens(file: str, tokens: list[Piece]) -> Iterator[Finding]:
    """Tags too long, brackets or tests too deep, a backslash in a constant."""
    deep = brackets = length = 0
    previous = ""
    for piece in tokens:
        length = 0 if piece.kind.endswith("_begin") else length + (piece.kind not in ("whitespace", "data"))
        if piece.kind == "operator":
            brackets += (piece.text in "([{") - (piece.text in ")]}")
        if previous == "block_begin" and piece.kind == "name":
            deep += (piece.text == "if") - (piece.text == "endif")
        if piece.kind != "whitespace":
            previous = piece.kind
        if length > TOKENS or max(brackets, deep) > DEPTH:
            yield Finding(file, piece.line, piece.col, "size", "an expression too long or nested too deeply", "write a simpler one")
            return
        if piece.kind == "string" and "\\" in piece.text:
            yield Finding(file, piece.line, piece.col, "character", "a backslash in a constant", "write the letter itself")


def check_printed(variant: Variant, tree: nodes.Template) -> Iterator[Finding]:
    """Facts printed, those that `set` gathers counted as often as they are printed."""
    sizes: dict[str, int] = {}
    printed = 0
    for node in tree.find_all((nodes.Assign, nodes.Output)):
        size = sum(sizes.get(name.name, 1) for name in node.find_all(nodes.Name) if name.ctx == "load")
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            sizes[node.target.name] = size
            printed += size > FACTS
        else:
            printed += size
        if printed > FACTS or size > FACTS:
            yield Finding(variant.file, variant.line + node.lineno - 1, 1, "size", f"prints more than {FACTS} facts", "write a shorter one")
            return
