"""An article's copy as content systems have it: headings, paragraphs, lists, tables and images in their order, whatever the system calls them.

Inline text is HTML with nothing but `b`, `i` and `a`; what an editor put there that is none of these is kept as it is.
"""

from html import escape
from typing import NamedTuple

from ...formats import layout
from ...model.text import Article, Block

HEADING, PARAGRAPH, LIST, NUMBERED, TABLE, IMAGE, KEPT = "heading", "paragraph", "list", "numbered", "table", "image", "kept"


class Passage(NamedTuple):
    """One of these.  `html` is a paragraph's inline text, `text` a heading's, an image's description or a table's caption, without markup.

    `items` are a list's, inline; `rows` a table's with the heading row first, as text; `address` is an image's.
    `kept` is what is not ours to read: the system's own form of it, and `text` then its words.
    """

    kind: str
    html: str = ""
    text: str = ""
    level: int = 2
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    address: str = ""
    kept: str = ""


def of(article: Article) -> list[Passage]:
    """Everything below the byline, in the order of every other format."""
    found = [each for block in layout.copy(article) for each in _copied(block)]
    for block in layout.lists(article):
        found += [_marked("b", block.caption), Passage(LIST, items=tuple(plain(sentence.text) for sentence in block.sentences))]
    for block in layout.tables(article):
        rows = (tuple(map(layout.line, block.columns)), *map(tuple, layout.rows(block)))
        found.append(Passage(TABLE, text=layout.line(block.caption), rows=rows))
    for block in layout.links(article):
        items = tuple(link(title, place) if place else plain(title) for title, place in layout.linked(block))
        found += [_marked("b", block.caption), Passage(LIST, items=items)]
    found += [_marked("i", text) for text in layout.closing(article)]
    return [each for each in found if each != Passage(PARAGRAPH) and each != Passage(LIST)]


def _copied(block: Block) -> list[Passage]:
    if block.kind == "heading":
        return [Passage(HEADING, text=layout.line(block.text))]
    if block.kind == "picture":
        address, alt = layout.pictured(block)
        return [*([Passage(IMAGE, text=alt, address=address)] if address else []), _marked("i", block.text)]
    return [_marked("i", block.text)] if block.kind == "correction" else [Passage(PARAGRAPH, plain(block.text))]


def plain(text: str) -> str:
    """Text as inline HTML, its spaces as a browser shows them: systems differ in how many they keep."""
    return escape(" ".join(part for part in layout.line(text).split(" ") if part), quote=False)


def link(title: str, place: str) -> str:
    return f'<a href="{escape(place)}">{plain(title)}</a>'


def _marked(tag: str, text: str) -> Passage:
    return Passage(PARAGRAPH, f"<{tag}>{plain(text)}</{tag}>" if layout.line(text) else "")
