"""The front matter of a human's file: the entries followed or kept, one by one."""

import json
import re
from typing import NamedTuple

from ..formats.markdown import front_matter
from ..model.text import Article
from .reading import plain

OURS = ("id", "version", "as_of", "stage", "generator", "rehearsal")
"""What the program must be able to rely on: never an editor's to change."""
WAITING, DELETED = "waiting", "deleted"
"""What still waits for somebody's eye, and what must not come back: only where there is something to say."""


class Entry(NamedTuple):
    key: str
    text: str
    edited: bool = False


def entries(article: Article) -> tuple[tuple[str, str], ...]:
    """The front matter that the program would write: key and whole line."""
    return tuple((line.partition(":")[0], line) for line in front_matter(article).split("\n")[1:-1])


def merge(base: Article, following: Article, edited: tuple[tuple[str, str], ...]) -> list[Entry]:
    """The human's order and entries, with what follows the facts brought up to date."""
    old, new = dict(entries(base)), dict(entries(following))
    found: list[Entry] = []
    for key, text in edited:
        if key in OURS:
            found += [Entry(key, new[key])] if key in new else []
        elif key not in (WAITING, DELETED):
            found += _entry(key, text, old.get(key), new.get(key))
    there = {key for key, _ in edited}
    order = list(new)
    for n, key in enumerate(order):
        if key not in there and (key not in old or key in OURS):
            after = next((m for m in range(n - 1, -1, -1) if any(each.key == order[m] for each in found)), None)
            at = 0 if after is None else next(i for i, each in enumerate(found) if each.key == order[after]) + 1
            found.insert(at, Entry(key, new[key]))
    return found


def _entry(key: str, text: str, was: str | None, now: str | None) -> list[Entry]:
    if was is None:
        return [Entry(key, text, True)]
    if _alike(value(text)) != _alike(value(was)):
        return [Entry(key, text, True)]
    return [Entry(key, text if now == was else now)] if now is not None else []


def _alike(said) -> str:
    """A value for comparing: curly quotation marks and the like count for nothing here either."""
    return plain(json.dumps(said, ensure_ascii=False))


def value(text: str):
    """What an entry of one line says, whether plain, quoted or JSON; longer ones as their text, spaces made alike."""
    said = re.sub(r"^[|>][-+]?\s", "", text.partition(":")[2].strip())
    if said.startswith("'") and said.endswith("'") and len(said) > 1:
        return said[1:-1].replace("''", "'")
    try:
        return json.loads(" ".join(said.split()))
    except ValueError:
        if items := re.split(r"\n\s*- +", text)[1:]:
            return [_mapping(f"\n{item}") or value(f"x: {item}") for item in items]
        return _mapping(text.partition(":")[2]) or " ".join(re.sub(r"\s#.*", "", said).split())


def _mapping(text: str) -> dict:
    """The entries of a mapping that stands indented line by line, as other programs write YAML again."""
    pairs = re.findall(r"^\s*(\w+):(?: +|\n\s+)(.*(?:\n(?!\s*\w+:(?:\s|$)).*)*)", text, re.M) if "\n" in text else ()
    return {name: value(f"x: {rest}") for name, rest in pairs}


def known(edited: tuple[tuple[str, str], ...]) -> dict:
    """The entries' values by key."""
    return {key: value(text) for key, text in edited if key}


def line(key: str, said) -> str:
    return f"{key}: {json.dumps(said, ensure_ascii=False)}"
