"""Markdown or plain text as passages of prose, each character with its place in the file.

Front matter, code, comments, addresses and rules are no prose.  In a passage, markup is gone and code
or an address stands as one character that no rule takes for a word.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

STAND_IN = "\ufffc"
"""For code, an address or a picture inside a passage."""
FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"\s{0,3}#{1,6}(?:[ \t]+|$)")
UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])[ \t]+")
QUOTED = re.compile(r"\s{0,3}>[ \t]?")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s+\S")
INLINE = re.compile(
    r"(?P<comment><!--.*?-->)|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))|(?P<picture>!\[[^\]]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\))"
    r"|(?P<link>\[(?P<said>(?:\\.|[^\]\\])*)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\]))"
    r"|(?P<address><?(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\"']>?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)(?!#(?:REF!|DIV/|VALUE!|NAME\?|N/A|"
    r"NUM!))[@#]\w+)"
    r"|(?P<tag></?(?:a|b|i|em|strong|br|p|div|span|su[bp]|u|s|small|h[1-6r]|[uo]l|li|t[rdh]|table|img|figure|figcaption|cite|q|abbr|time|"
    r"blockquote|section)\b[^<>\n]*>)|(?P<escape>\\[!-/:-@\[-`{-~])|(?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z]\w*);)"
    r"|(?P<strong>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?!\w))", re.S)
WIDTH = 120
"""Text is taken for wrapped by hand only where no line is longer."""


class Passage(NamedTuple):
    """Prose of one kind: its text, and for each character the place in the file it came from (and one for the end)."""

    kind: str
    text: str
    places: list[int]
    first: bool
    """The first passage of the file: in plain text it may be a headline."""
    goes_on: bool = False
    """Whether the next passage opens with a quotation mark: then a quotation need not be closed in this one."""


class Line(NamedTuple):
    start: int
    text: str


SIGNATURE = "-- "
"""What follows this line, as in mail, is about the text and no part of it: an article's particulars in plain text."""


def passages(text: str) -> list[Passage]:
    """Every passage in reading order."""
    found: list[Passage] = []
    for kind, lines in _blocks(_lines(text)):
        whole = "\n".join(line.text for line in lines)
        for part in _parted(kind, lines):
            passage = _passage(kind, part, not found, whole)
            if passage.text.strip():
                found.append(passage)
    pairs = zip(found, [*found[1:], None], strict=False)
    return [one._replace(goes_on=bool(two and two.text.startswith(('"', "“")))) for one, two in pairs]


def _lines(text: str) -> list[Line]:
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Line(at, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
        at += len(line)
    return lines


def _blocks(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Lines that belong together, with their kind; what is no prose is passed over."""
    index = _after_front_matter(lines)
    lines = lines[:next((n for n in range(index, len(lines)) if lines[n].text == SIGNATURE), len(lines))]
    block: list[Line] = []
    fence = ""
    comment = False
    for number in range(index, len(lines)):
        line = lines[number]
        if fence or comment:
            closes = FENCE.match(line.text)
            if fence and closes and closes[1].startswith(fence):
                fence = ""
            comment = comment and "-->" not in line.text
            continue
        line = _unquoted(line)
        kind = _kind(line.text, block, lines[number - 1].text if number else "")
        if kind in ("blank", "fence", "comment", "rule", "definition", "code"):
            yield from _finished(block)
            block = []
            fence = FENCE.match(line.text)[1] if kind == "fence" else ""
            comment = kind == "comment"
        elif kind == "underline":
            yield "heading", block
            block = []
        elif kind == "heading":
            yield from _finished(block)
            block = []
            cut = HEADING.match(line.text).end()
            yield "heading", [Line(line.start + cut, re.sub(r"\s+#+\s*$", "", line.text[cut:]))]
        elif kind == "item":
            yield from _finished(block)
            cut = ITEM.match(line.text).end()
            block = [Line(line.start + cut, line.text[cut:])]
        else:
            block.append(line)
    yield from _finished(block)


def _after_front_matter(lines: list[Line]) -> int:
    if lines and lines[0].text.strip() in ("---", "+++"):
        mark = lines[0].text.strip()
        for number, line in enumerate(lines[1:], 1):
            if line.text.strip() == mark:
                # Front matter has keys; a rule at the top of a text has not.
                head = lines[1:number]
                return number + 1 if any(re.match(r"\s*[\w-]+\s*[:=]", line.text) for line in head) or not head else 1
    return 0


def _unquoted(line: Line) -> Line:
    while found := QUOTED.match(line.text):
        line = Line(line.start + found.end(), line.text[found.end():])
    return line


def _kind(text: str, block: list[Line], before: str) -> str:
    if not text.strip():
        return "blank"
    if FENCE.match(text):
        return "fence"
    if text.lstrip().startswith("<!--") and "-->" not in text:
        return "comment"
    if len(block) == 1 and UNDERLINE.match(text) and "|" not in block[0].text:
        return "underline"
    if RULE.match(text):
        return "rule"
    if HEADING.match(text):
        return "heading"
    if DEFINITION.match(text):
        return "definition"
    if not block and not before.strip() and text.startswith(("    ", "\t")) and not ITEM.match(text):
        return "code"
    if ITEM.match(text) and not re.match(r"\s*\d", text):
        return "item"
    if ITEM.match(text) and (not block or ITEM.match(before)):
        return "item"
    return "text"


def _finished(block: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """A block as the kinds in it: a table, else prose."""
    if not block:
        return
    if len(block) > 1 and "|" in block[0].text and TABLE_RULE.match(block[1].text):
        yield "table", block
    elif _aligned(block):
        yield "columns", block
    else:
        yield "paragraph", block


def _aligned(block: list[Line]) -> bool:
    """Columns of a table in plain text: gaps of two spaces in two lines or more, none of which ends as a sentence does."""
    gaps = [line for line in block if re.search(r"\S {2,}\S", line.text)]
    ends = [line for line in block if line.text.rstrip().endswith((".", "!", "?", '."', ".'"))]
    return "\t" in block[0].text.strip() or len(gaps) > 1 and len(gaps) * 2 >= len(block) and not ends or \
        len(gaps) == 1 == len(block) and not ends and len(re.findall(r"\S {3,}\S", block[0].text)) > 1


def _parted(kind: str, lines: list[Line]) -> Iterator[list[Line]]:
    """The passages of a block: cells of a table, lines that are sentences of their own, or all lines as one."""
    if kind == "table":
        for line in (*lines[:1], *lines[2:]):
            for cell in re.finditer(r"(?:\\.|[^|\\])+", line.text):
                yield [Line(line.start + cell.start(), cell.group())]
    elif kind == "columns":
        for line in lines:
            for cell in re.finditer(r"\S+(?: \S+)*", line.text):
                yield [Line(line.start + cell.start(), cell.group())]
    elif kind == "heading" or _wrapped(lines):
        yield lines
    else:
        part: list[Line] = []
        for line in lines:
            goes_on = part and (line.text[:1].isspace() or re.match(r"[(\"'“‘]*[a-z]", line.text) and not re.search(r"[.?!:][\"'”’)]*$",
                    part[-1].text.rstrip()))
            if part and not goes_on:
                yield part
                part = []
            part.append(line)
        yield part


def _wrapped(lines: list[Line]) -> bool:
    """Lines broken to fit a width: at nearly every break the next word would not have fitted."""
    width = max(len(line.text) for line in lines)
    breaks = list(zip(lines, lines[1:], strict=False))
    full = [one for one, two in breaks if len(one.text.rstrip()) + 1 + len((two.text.split() or [""])[0]) > width]
    hard = [one for one, _ in breaks if one.text.endswith(("  ", "\\"))]
    return not breaks or width <= WIDTH and not hard and len(full) >= 0.7 * len(breaks)


def _passage(kind: str, lines: list[Line], first: bool, block: str) -> Passage:
    said, places = [], []
    for line in lines:
        body = line.text.rstrip("\\") if len(lines) > 1 else line.text
        body = body if line is lines[-1] else body.rstrip()
        cut = len(body) - len(body.lstrip())
        plain = body[cut:].rstrip()
        if not INLINE.search(plain):
            said.append(plain)
            places += range(line.start + cut, line.start + cut + len(plain))
            plain = ""
        for letters, at in _inline(plain, block):
            if letters == " " and said and said[-1] == " " and line.start + cut + at - places[-1] > 1:
                # What stood between the two spaces was a comment or a tag.
                continue
            said.append(letters)
            places += [line.start + cut + at] * len(letters)
        said.append(" ")
        places.append(line.start + len(line.text))
    text = "".join(said)[:-1]
    kind = "cell" if kind in ("table", "columns") else kind
    whole = lines[0].text.strip()
    if kind == "paragraph" and len(lines) == 1 and re.fullmatch(r"\*\*[^*]+\*\*", whole) and not whole.endswith(".**"):
        kind = "caption"
    if kind == "paragraph" and len(lines) == 1 and (first or len(whole.split()) < 9) and not re.search(r"[.?!;:…,][\"'”’)*_]*$", whole) \
            and not re.search(r"[^A-Z][.?!] [A-Z]", whole):
        kind = "heading"
    return Passage(kind, text, places, first)


def _inline(text: str, block: str) -> Iterator[tuple[str, int]]:
    """(letters, place) of a line without its markup, which may be closed on another line of its block."""
    at = 0
    for found in INLINE.finditer(text):
        for number in range(at, found.start()):
            yield text[number], number
        at = found.end()
        start = found.start()
        if found["code"] or found["picture"] or found["address"]:
            yield STAND_IN, start
        elif found["link"]:
            yield from ((letters, place + start + 1) for letters, place in _inline(found["said"], block))
        elif found["escape"]:
            yield found["escape"][1], start
        elif found["entity"]:
            yield unescape(found["entity"]), start
        elif found["strong"] and _no_markup(text, found, block):
            yield found["strong"], start
    for number in range(at, len(text)):
        yield text[number], number


def _no_markup(text: str, found: re.Match, block: str) -> bool:
    """A star with a space on both sides, or alone."""
    before, after = text[:found.start()][-1:], text[found.end():][:1]
    return before in ("", " ") and after in ("", " ") or block.count(found["strong"][0]) == len(found["strong"]) \
        and found["strong"] != "_"
