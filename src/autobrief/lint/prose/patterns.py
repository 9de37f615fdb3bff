"""Patterns compiled once.  The standard library forgets all but some hundreds of them, and there are more here."""

import re
from collections.abc import Iterator
from functools import cache

compiled = cache(re.compile)
"""A pattern of the rules, from its text and flags."""


def every(pattern: str, text: str, flags: int = 0) -> Iterator[re.Match]:
    return compiled(pattern, flags).finditer(text)


def search(pattern: str, text: str, flags: int = 0) -> re.Match | None:
    return compiled(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> re.Match | None:
    return compiled(pattern, flags).match(text)
