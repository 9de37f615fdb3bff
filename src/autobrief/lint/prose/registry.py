"""The register of rules over finished text: each is a function that yields what it found in one passage."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

PROSE = ("paragraph", "item", "heading", "caption")
"""Kinds of passage with sentences or parts of them; a `cell` of a table may hold short names and bare figures."""
FULL = ("paragraph", "item")
"""Kinds in which parties and places need their articles; headlines drop them."""


class Found(NamedTuple):
    """A fault in a passage: where it begins in the passage's text, and what to write instead."""

    at: int
    message: str


class Rule(NamedTuple):
    """A rule with the kinds of passage it looks at; `style` ones are off unless asked for."""

    code: str
    find: Callable[..., Iterator[Found]]
    kinds: tuple[str, ...]
    style: bool
    whole: bool
    """Whether it must see the whole of a long passage, and not sentence by sentence."""


RULES: dict[str, Rule] = {}


def rule(code: str, kinds: tuple[str, ...] = PROSE, style: bool = False, whole: bool = False):
    """Register a function of (passage, lexicon) under its code; the docstring goes into docs/text-lint.md."""
    def register(find):
        RULES[code] = Rule(code, find, kinds, style, whole)
        return find
    return register
