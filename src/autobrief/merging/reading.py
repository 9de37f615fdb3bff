"""Reading a human's Markdown back: front matter, parts, and text compared without its markup.

Nothing here knows an article; what an edited piece was made from is found in `aligning`.
"""

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from .pieces import ITEMS, PROSE, ROWS, WHOLE, Form

MARKED = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][0-9A-Za-z]*);)")
TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][0-9A-Za-z]*);)|([\s\u00a0]+)|(.[\u0300-\u036f]*)", re.S)
NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
LIKE = str.maketrans({"‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"', "…": "...", "\u2010": "-", "\u2011": "-"})
HEADING = re.compile(r" {0,3}(#{1,6}[ \t]+)(.*?)([ \t]+#+)?[ \t]*$")
RULED = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1$", re.S)
SHORT = ("Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "No", "Nos", "Hon", "Cllr", "Gen", "Col", "Capt", "Lt", "Jr", "Sr", "vs", "e.g", "i.e",
         "cf", "approx", "[A-Z]")
"""Abbreviations that a sentence does not end with."""
SENTENCE_END = re.compile("".join(rf"(?<!\b{word})" for word in SHORT) + r"""[.!?…]["'”’)\]*_]*\s+(?=["'“‘(\[*_]*[^\Wa-z_])""")


class Raw(NamedTuple):
    """One piece as a human left it: its text, what stood before it in its part, the part, and the line of the file."""

    text: str
    gap: str
    part: int
    line: int


class RawPart(NamedTuple):
    """A paragraph, list, table … as found: its form and the text within, not yet cut into pieces; the line it begins on."""

    form: Form
    text: str
    line: int


class Edited(NamedTuple):
    """A file as read.  `front` are the entries of the front matter, key and whole text, in order; `newline` its line ends."""

    front: tuple[tuple[str, str], ...]
    parts: tuple[RawPart, ...]
    newline: str
    mark: str


def read(text: str) -> Edited:
    """A Markdown file with front matter."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    lines = text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    front, start = _front(lines)
    return Edited(front, tuple(_parts(lines, start)), newline, mark)


def _front(lines: list[str]) -> tuple[tuple[tuple[str, str], ...], int]:
    """The entries between the two rules, and the index of the first line after them."""
    if not lines or lines[0].rstrip() != "---":
        return (), 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return (), 0
    entries: list[list[str]] = []
    for line in lines[1:end]:
        found = re.match(r"([^\s#:\-\[{][^:]*?|\"[^\"]*\"|'[^']*')\s*:(?=\s|$)", line)
        if found or not entries:
            entries.append([found[1].strip("\"'") if found else "", line])
        else:
            entries[-1][1] += f"\n{line}"
    return tuple((key, text) for key, text in entries), end + 1


def _parts(lines: list[str], start: int):
    """The parts of the body: cut at blank lines, and where a line opens another kind of part."""
    number = start
    while number < len(lines):
        if not lines[number].strip():
            number += 1
            continue
        end = _end(lines, number)
        yield _part("\n".join(lines[number:end]), number + 1)
        number = end


def _end(lines: list[str], start: int) -> int:
    """The index after the last line of the part that begins here."""
    first = lines[start]
    fence = FENCE.match(first)
    if fence:
        closes = (n + 1 for n in range(start + 1, len(lines)) if lines[n].strip().startswith(fence[1]))
        return next(closes, len(lines))
    if HEADING.match(first) or RULED.match(first):
        return start + 1
    table = _opens_table(lines, start)
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip() or HEADING.match(line) or FENCE.match(line):
            return number
        if table and "|" not in line or not table and _opens_table(lines, number):
            return number
        if RULED.match(line):
            return number if not re.match(r" {0,3}-+\s*$", line) or ITEM.match(first) else number + 1
        if ITEM.match(line) and not ITEM.match(first):
            return number
    return len(lines)


def _opens_table(lines: list[str], number: int) -> bool:
    return "|" in lines[number] and number + 1 < len(lines) and "-" in lines[number + 1] and bool(TABLE_RULE.match(lines[number + 1]))


def _part(text: str, line: int) -> RawPart:
    """The part's form, and the text inside it."""
    text = text.rstrip()
    lines = text.split("\n")
    heading = HEADING.match(text) if len(lines) == 1 else None
    if heading:
        return RawPart(Form(WHOLE, re.sub(r"\s+", " ", heading[1])), heading[2], line)
    if len(lines) == 1 and RULED.match(text) or FENCE.match(text) or text.startswith(("    ", "\t", ">", "<")):
        return RawPart(Form(WHOLE), text, line)
    if len(lines) > 1 and re.match(r" {0,3}(=+|-+)\s*$", lines[-1]):
        return RawPart(Form(WHOLE, "", " ", f"\n{lines[-1]}"), "\n".join(lines[:-1]), line)
    if _opens_table(lines, 0) or len(lines) > 1 and all(line.lstrip().startswith("|") for line in lines):
        return RawPart(Form(ROWS, "", "\n"), text, line)
    if ITEM.match(text):
        marker = ITEM.match(text)[0]
        return RawPart(Form(ITEMS, marker, f"\n{marker}"), text, line)
    if text.startswith("!["):
        return RawPart(Form(ITEMS, "", "\n"), text, line)
    return _emphasised(text, line)


def _emphasised(text: str, line: int) -> RawPart:
    """A paragraph, its text taken out of emphasis that stands around the whole."""
    found = EMPHASIS.match(text)
    marks = found[1] if found else ""
    # Within light emphasis a word may be set in strong.
    if found and marks not in (found[2].replace(marks * 2, "") if len(marks) == 1 else found[2]):
        return RawPart(Form(WHOLE if len(marks) == 2 else PROSE, marks, " ", marks), found[2], line)
    return RawPart(Form(PROSE), text, line)


@lru_cache(8192)
def plain(text: str) -> str:
    """The text as a reader sees it: escapes, entities, quotation marks, spaces and line ends made alike; emphasis stays."""
    if "\\" in text or "&" in text:
        text = MARKED.sub(lambda found: found[1] or html.unescape(found[2]), text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(NOTHING).translate(LIKE)
    return " ".join(text.split())


def with_places(text: str) -> tuple[str, list[int]]:
    """The plain text, and for each of its characters the place of what it stands for; one place more for the end."""
    said, places = [], []
    for found in TOKEN.finditer(text):
        escaped, entity, space, character = found.groups()
        out = escaped or (html.unescape(entity) if entity else "") or (" " if space else "") \
            or unicodedata.normalize("NFC", character or "")
        for each in ("".join(" " if c.isspace() else c for c in out)).translate(NOTHING).translate(LIKE):
            if each == " " and said and said[-1] == " ":
                continue
            said.append(each)
            places.append(found.start())
    return "".join(said), [*places, len(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends, the spaces between them left out."""
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(text))]
    ends = [*starts[1:], len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            found.append((begin, begin + len(piece.strip())))
    return found
