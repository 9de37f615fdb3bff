"""An article in Markdown, as far as it tells: front matter, headline, standfirst, copy and method; no facts.

Names are then known by their capitals and figures by their digits, and what only facts can prove (claims
of the headline, what the standfirst adds, names in full, facts told twice) is not measured.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from ...counting import FUNCTION
from .copy import Copy, Passage, Told
from .sentences import sentences
from .words import ADVERBS

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTITY = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(.*)\1")
STRONG = re.compile(r"(\*\*|__).*\1")
RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*")
LISTED = re.compile(r"\s{0,3}(?:[-+*]|\d{1,9}[.)])\s+\S")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")


class _Part(NamedTuple):
    """A block of lines between blank ones, with the line it starts on."""

    line: int
    text: str


def of_markdown(text: str, file: str) -> Copy:
    """An article from its Markdown; with no front matter its file stands for its id, and it is taken to be of a region and complete."""
    said, rest, start = _front_matter(text)
    kind = "seat" if "seat" in said else "region"
    passages = tuple(_passages(rest, start, said.get("byline", "")))
    return Copy(file, said.get("id", file), kind, said.get("election", ""), said.get("as_of", ""), said.get("stage", "complete"),
                said.get("length", ""), said.get(kind, ""), passages, {}, _names(passages))


def _names(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Words that have a capital inside a sentence, and those before them at the start of one: Dennis Skinner."""
    found: set[str] = set()
    for told in (each for passage in passages for each in passage.told):
        said = re.findall(r"[^\W\d_][\w'’-]*", told.text)
        found.update(word for word in said[1:] if word[0].isupper())
        if len(said) > 1 and said[1][0].isupper() and said[0].lower() not in FUNCTION | ADVERBS:
            found.add(said[0])
    return frozenset(found)


def _front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """Its entries of one line, the text after it, and the line that begins on."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        return {}, "\n".join(lines), 1
    end = next(n for n, line in enumerate(lines[1:], 1) if line.strip() == "---")
    entries = {}
    for line in lines[1:end]:
        key, mark, value = line.partition(":")
        if mark and not key.startswith((" ", "#", "-")):
            entries[key.strip()] = _scalar(value.strip())
    return entries, "\n".join(lines[end + 1:]), end + 2


def _scalar(value: str) -> str:
    """A value in JSON or bare."""
    try:
        found = json.loads(value)
    except ValueError:
        return value.strip("'")
    return found if isinstance(found, str) else value


def _parts(text: str, start: int) -> Iterator[_Part]:
    """The blocks; a heading or a rule is one by itself."""
    held: list[str] = []
    first = start
    for number, line in enumerate([*text.splitlines(), ""], start):
        alone = HEADING.fullmatch(line) or RULE.fullmatch(line)
        if (not line.strip() or alone) and held:
            yield _Part(first, "\n".join(held))
            held = []
        if alone:
            yield _Part(number, line)
        elif line.strip():
            first = first if held else number
            held.append(line)


def _passages(text: str, start: int, byline: str) -> Iterator[Passage]:
    """What each block is, by where it stands and how it is marked."""
    seen: set[str] = set()
    after_caption = after_rule = False
    for part in _parts(text, start):
        heading = HEADING.fullmatch(part.text)
        if RULE.fullmatch(part.text):
            after_rule = True
        elif heading:
            kind = "headline" if heading[1] == "#" and "headline" not in seen else "heading"
            seen.add(kind)
            yield _passage(kind, part.line, heading[2], part.text.index(heading[2]) + 1)
        elif part.text.lstrip().startswith(("|", "!", ">", "```", "    ", "<!--")) or LISTED.match(part.text):
            continue
        elif STRONG.fullmatch(part.text.strip()):
            after_caption = True
        elif after_caption:
            after_caption = False
            yield _passage("list", part.line, part.text)
        elif emphasis := EMPHASIS.fullmatch(part.text.strip()):
            if _plain(emphasis[2]) == byline:
                continue
            kind = "method" if after_rule or seen & {"standfirst", "lead"} else "standfirst"
            seen.add(kind)
            yield _passage(kind, part.line, emphasis[2], part.text.index(emphasis[2]) + 1)
        else:
            kind = "method" if after_rule else "paragraph" if "lead" in seen else "lead"
            seen.add(kind)
            yield _passage(kind, part.line, part.text)


def _plain(text: str) -> str:
    """The text without its escapes and emphasis."""
    for entity, sign in ENTITY.items():
        text = text.replace(entity, sign)
    return ESCAPED.sub(r"\1", re.sub(r"(?<!\\)(\*\*|__)", "", text)).strip()


def _passage(kind: str, line: int, text: str, col: int = 1) -> Passage:
    """A block taken apart into sentences, each with its place; a headline and a heading are one."""
    whole = kind in ("headline", "heading", "list")
    found = []
    for at, end in [(0, len(text))] if whole else sentences(text):
        before = text[:at]
        down = before.count("\n")
        across = at - before.rfind("\n") if down else at + col
        found.append(Told(" ".join(_plain(text[at:end]).split()), None, "", kind, line + down, across))
    return Passage(kind, f"{kind}/{line}", tuple(found))
