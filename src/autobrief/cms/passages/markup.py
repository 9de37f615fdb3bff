"""HTML as content systems give it back, read into passages; read by a parser, since every system writes it in its own way."""

from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from . import HEADING, KEPT, LIST, NUMBERED, PARAGRAPH, TABLE, Passage

VOID = ("br", "hr", "img", "input", "wbr", "embed", "source", "col", "area", "track", "link", "meta")
SAME = {"strong": "b", "em": "i"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
OWN_KEYS = ("data-block-key",)
"""Attributes that a system sets anew at each save."""


class Node(NamedTuple):
    """An element: its tag, attributes and what is in it, elements and text."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: list


class Unread(Exception):
    """Markup that is more than a paragraph's emphasis and links."""


class _Tree(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Node("", (), [])]

    def handle_starttag(self, tag, attrs):
        told = tuple(sorted((name, value or "") for name, value in attrs if name not in OWN_KEYS))
        node = Node(tag, told, [])
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        place = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), 0)
        del self.open[place or len(self.open):]

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        self.open[-1].children.append(Node("!", (("", data),), []))


def parse(html: str) -> list:
    """The elements and texts at the top."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.open[0].children


def canonical(nodes: Iterable) -> str:
    """The same markup always written the same way, without what a system puts in by itself."""
    return "".join(_written(each) for each in nodes)


def _written(node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if node.tag == "!":
        return f"<!--{node.attributes[0][1]}-->"
    tag = SAME.get(node.tag, node.tag)
    opened = tag + "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    return f"<{opened}>" if tag in VOID else f"<{opened}>{canonical(node.children)}</{tag}>"


def words(nodes: Iterable) -> str:
    """The text alone."""
    return "".join(each if isinstance(each, str) else " " if each.tag in VOID else words(each.children) for each in nodes)


def passages(html: str) -> list[Passage]:
    """What the markup says; what is more than that is kept."""
    found = []
    for node in parse(html):
        if isinstance(node, str):
            found += [Passage(KEPT, text=node, kept=escape(node, quote=False))] if node.strip() else []
            continue
        found += _read(node)
    return found


def _read(node: Node) -> list[Passage]:
    try:
        if node.attributes and not (node.tag in HEADINGS and node.attributes[0][0] == "id" and len(node.attributes) == 1):
            raise Unread
        if node.tag == "p":
            html = inline(node.children)
            return [Passage(PARAGRAPH, html)] if html else []
        if node.tag in HEADINGS and all(isinstance(each, str) for each in node.children):
            return [Passage(HEADING, text=_spaced(words(node.children)), level=int(node.tag[1]))]
        if node.tag in ("ul", "ol"):
            items = tuple(inline(item.children) for item in node.children if not isinstance(item, str) and _item(item))
            return [Passage(LIST if node.tag == "ul" else NUMBERED, items=items)]
    except Unread:
        pass
    return [Passage(KEPT, text=words([node]), kept=_written(node))]


def _item(node: Node) -> bool:
    if node.tag != "li" or node.attributes:
        raise Unread
    return True


def inline(nodes: Iterable) -> str:
    """Emphasis and links as inline HTML.  Raises Unread for anything else."""
    return _spaced("".join(_inline(each) for each in nodes))


def _inline(node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    tag = SAME.get(node.tag, node.tag)
    told = dict(node.attributes)
    if tag in ("b", "i") and not told:
        return f"<{tag}>{''.join(map(_inline, node.children))}</{tag}>"
    if tag == "a" and set(told) <= {"href", "rel"} and told.get("href"):
        return f'<a href="{escape(told["href"])}">{"".join(map(_inline, node.children))}</a>'
    raise Unread


def _spaced(text: str) -> str:
    """Spaces as a browser shows them; a no-break space is a character like others."""
    return " ".join(part for part in text.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ") if part)


def table(node: Node) -> Passage | None:
    """A table of nothing but text, its caption and rows; None where it has more."""
    caption, rows = "", []
    for each in _rows(node):
        if each.tag == "caption":
            caption = _spaced(words(each.children))
            continue
        cells = [cell for cell in each.children if not isinstance(cell, str)]
        if any(cell.tag not in ("td", "th") or not all(isinstance(part, str) for part in cell.children) for cell in cells):
            return None
        rows.append(tuple(_spaced(words(cell.children)) for cell in cells))
    return Passage(TABLE, text=caption, rows=tuple(rows)) if rows else None


def _rows(node: Node) -> Iterable[Node]:
    for each in node.children:
        if isinstance(each, str):
            continue
        if each.tag in ("caption", "tr"):
            yield each
        else:
            yield from _rows(each)


def html(found: Iterable[Passage]) -> str:
    """Passages as markup; images and what was kept are the caller's."""
    return "".join(_html(each) for each in found)


def _html(passage: Passage) -> str:
    if passage.kind == HEADING:
        return f"<h{passage.level}>{escape(passage.text, quote=False)}</h{passage.level}>"
    if passage.kind in (LIST, NUMBERED):
        tag = "ul" if passage.kind == LIST else "ol"
        return f"<{tag}>{''.join(f'<li>{item}</li>' for item in passage.items)}</{tag}>"
    return passage.kept if passage.kind == KEPT else f"<p>{passage.html}</p>"
