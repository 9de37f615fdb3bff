"""Wordings parsed, with what forbids running them: the part of the lint that compiling needs too."""

from collections.abc import Iterator
from typing import NamedTuple

import jinja2
from jinja2 import nodes

from ..realisation import ENVIRONMENT
from .limits import check_printed, check_size, check_tokens
from .reading import Finding, Piece, Variant, pieces, variants
from .syntax import check_syntax


class Reading(NamedTuple):
    """One wording with its tokens and its tree."""

    variant: Variant
    tokens: list[Piece]
    tree: nodes.Template


def readings(kind: str, file: str, text: str, findings: list[Finding]) -> Iterator[Reading]:
    """Every wording that keeps to the limits and can be parsed; what is wrong with them goes to `findings`.

    A wording that is told here, parsed or not, must not be compiled.
    """
    found = variants(kind, file, text)
    sizes = list(check_size(found))
    findings += sizes
    for variant in found if not sizes else ():
        try:
            tokens = pieces(variant)
            if wrong := list(check_tokens(file, tokens)):
                findings += wrong
                continue
            read = Reading(variant, tokens, ENVIRONMENT.parse(variant.body))
        except jinja2.TemplateSyntaxError as error:
            line = variant.line + error.lineno - 1
            findings.append(Finding(file, line, 1, "syntax", error.message or "not a template", "see docs/editing.md"))
            continue
        findings += check_syntax(variant, tokens, read.tree)
        findings += check_printed(variant, read.tree)
        yield read
