"""What a page's own language leaves in a text: tags of HTML, entities, back-ticks around plain words."""

import re
from collections.abc import Iterator

from .document import INLINE, Passage
from .lexicon import Lexicon
from .patterns import match
from .registry import Found

LOOKS = re.compile(r"</?(?:b|i|em|strong|u|s|small|span|h[1-6]|tt|font)\b")
"""Tags of looks: Markdown has stars for what they do."""
LONE = re.compile(r"</?(?:br|img|hr)\b")
"""Tags without another half; Markdown may have them at the end of a line or alone on one."""
AMPERSAND = re.compile(r"&(?:amp(?!;#?[0-9A-Za-z]+;)|nbsp|quot|apos|#0?39|#8217|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);")
"""Entities that no Markdown needs; `&amp;` it does before what would be an entity else."""
MARKS = re.compile(r"[<&`]|@@|%%|##|\[\[|__")
"""One of these is in all that is looked for here."""
UNFILLED = re.compile(r"@@\w+(?:@@)?|%%\w+%%|##\w+##|\[\[[^\[\]\n]*\]\](?!\()|(?<=[a-z] )_{2,}(?=[\s.,;])")
NAME = re.compile(r"`+(?:[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)+|\d{1,3}(?:,\d{3})+|\d+\.\d%?|\d+%)`+")
"""Two words with capitals, a count or a share: nobody's code."""


def strays(text: str, parts: list[Passage], lexicon: Lexicon) -> Iterator[Found]:
    """`<b>Bolsover</b>`, a `</p>` without its `<p>`, `&amp;`, back-ticks around a name: places are those of the file."""
    if not MARKS.search(text):
        return
    for part in parts:
        start = part.places[0]
        line = text.rfind("\n", 0, start) + 1
        if not MARKS.search(text, line, part.places[-1]):
            continue
        for found in UNFILLED.finditer(text, line, part.places[-1]):
            yield Found(found.start(), f"“{found.group()}” was never filled in: write the value")
        for found in INLINE.finditer(text, line, part.places[-1]):
            if found["tag"] and _stray(text, found):
                yield Found(found.start(), f"“{found.group()}” is markup of a page: take it out")
            if found["entity"] and AMPERSAND.match(found.group() + text[found.end():found.end() + 12]):
                yield Found(found.start(), f"“{found.group()}” is markup of a page: write the letter itself")
            if found["code"] and (NAME.fullmatch(found.group()) or found.group().strip("`") in lexicon.one | lexicon.many):
                yield Found(found.start(), f"{found.group()}: no back-ticks around plain words")


def _stray(text: str, found: re.Match) -> bool:
    """Whether a tag is out of place: it is about looks, breaks a line in its midst, or has no other half."""
    tag = found.group()
    if LOOKS.match(tag):
        return True
    if LONE.match(tag):
        rest = text[found.end():].partition("\n")[0].strip()
        return bool(rest) and tag.startswith("<br")
    name = match(r"</?(\w+)", tag)[1]
    opened, closed = (len(re.findall(pattern, text)) for pattern in (rf"<{name}\b[^<>]*[^/<>]>|<{name}>", rf"</{name}\s*>"))
    return not tag.endswith("/>") and opened != closed
