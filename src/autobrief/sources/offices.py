"""The words of offices.toml: each has to stand between two commas after a name."""

import re
from collections.abc import Iterator

from ..grammar import article
from ..realisation.offices import bare
from .tables import Flaw

MOST_WORDS = 8
"""No phrase for an office is longer."""
_OPENS = re.compile(r"(?:the|an?) \S|\w[^ ]*(?:'s|s') \S")


def check_offices(table: dict) -> Iterator[Flaw]:
    """Every flaw of the phrases for offices, and of the patterns that others are made by."""
    ranks = table.get("ranks")
    for rank, entry in ranks.items() if isinstance(ranks, dict) else ():
        words = entry.get("words") if isinstance(entry, dict) else ""
        if isinstance(words, str) and words:
            yield from _check_phrase(("ranks", rank, "words"), rank, words)
    for name in ("titles", "former"):
        for title, words in texts(table.get(name)):
            yield from _check_phrase((name, title), title, words)
            if name == "former" and not words.startswith("a former "):
                yield Flaw("offices", (name, title), "former", f'{title}: "{words}" does not say that the office was held before',
                           'begin with "a former "')
    for opening, words in texts(table.get("patterns")):
        if words.count("{}") != 1 or set("{}") & set(words.replace("{}", "")):
            yield Flaw("offices", ("patterns", opening), "pattern", f"{opening}: needs {{}} once, and no other braces",
                       "write {} where the rest of the title goes")


def texts(table) -> list[tuple[str, str]]:
    return [(key, value) for key, value in table.items() if isinstance(value, str)] if isinstance(table, dict) else []


def _check_phrase(path: tuple, title: str, words: str) -> Iterator[Flaw]:
    """A phrase that opens with its article or an owner, has no comma of its own and is short."""
    if not words:
        return
    right = f"{article(bare(words))} {bare(words)}"
    if not _OPENS.match(words):
        yield Flaw("offices", path, "article", f'{title}: "{words}" has no article', f'write "the {words}" where one person has it, else "{right}"')
    elif words.startswith(("a ", "an ")) and words != right:
        yield Flaw("offices", path, "article", f'{title}: "{words}" has the wrong article', f'write "{right}"')
    if "," in words or len(words.split()) > MOST_WORDS:
        yield Flaw("offices", path, "length", f'{title}: "{words}" cannot stand between commas after a name',
                   f"use no comma and at most {MOST_WORDS} words")
