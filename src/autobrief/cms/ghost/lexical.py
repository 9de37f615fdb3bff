"""Lexical, in which Ghost keeps a post: passages as its nodes and back; a node that is not ours is kept as it is."""

import json
from collections.abc import Callable, Iterable, Sequence
from html import escape

from ..passages import HEADING, IMAGE, KEPT, LIST, NUMBERED, PARAGRAPH, TABLE, Passage
from ..passages.markup import Node, Unread, inline, parse, table, words

BOLD, ITALIC = 1, 2
PARENT = {"direction": "ltr", "format": "", "indent": 0, "version": 1}


def written(found: Sequence[Passage], image: Callable[[Passage], str]) -> str:
    """The passages as a document."""
    return json.dumps({"root": {"children": [_node(each, image) for each in found], "type": "root", **PARENT}}, ensure_ascii=False)


def _node(each: Passage, image: Callable[[Passage], str]) -> dict:
    if each.kind == KEPT:
        return json.loads(each.kept)
    if each.kind == HEADING:
        return {"children": [_text(each.text, 0)], "type": "extended-heading", "tag": f"h{each.level}", **PARENT}
    if each.kind == IMAGE:
        return {"type": "image", "version": 1, "src": image(each), "alt": each.text, "title": "", "caption": "", "cardWidth": "regular", "href": ""}
    if each.kind == TABLE:
        return {"type": "html", "version": 1, "html": _table(each)}
    if each.kind in (LIST, NUMBERED):
        items = [{"children": _inline(parse(item)), "type": "listitem", "value": number, **PARENT} for number, item in enumerate(each.items, 1)]
        kind = {"listType": "bullet", "tag": "ul"} if each.kind == LIST else {"listType": "number", "tag": "ol"}
        return {"children": items, "type": "list", "start": 1, **kind, **PARENT}
    return {"children": _inline(parse(each.html)), "type": "paragraph", **PARENT}


def _inline(nodes: Iterable, marks: int = 0) -> list[dict]:
    found = []
    for each in nodes:
        if isinstance(each, str):
            found.append(_text(each, marks))
        elif each.tag == "a":
            found.append({"children": _inline(each.children, marks), "type": "link", "rel": None, "target": None, "title": None,
                          "url": dict(each.attributes)["href"], **PARENT})
        else:
            found += _inline(each.children, marks | (BOLD if each.tag == "b" else ITALIC))
    return found


def _text(text: str, marks: int) -> dict:
    return {"detail": 0, "format": marks, "mode": "normal", "style": "", "text": text, "type": "extended-text", "version": 1}


def _table(each: Passage) -> str:
    head, *rows = ([escape(cell, quote=False) for cell in row] for row in each.rows)
    told = [f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows]
    caption = f"<caption>{escape(each.text, quote=False)}</caption>" if each.text else ""
    titles = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    return f"<table>{caption}<thead><tr>{titles}</tr></thead><tbody>{''.join(told)}</tbody></table>"


# And back ----------------------------------------------------------------------------------------

def read(lexical: str) -> list[Passage]:
    """The document's passages."""
    nodes = json.loads(lexical or "{}").get("root", {}).get("children", [])
    return [each for node in nodes if (each := _read(node))]


def _read(node: dict) -> Passage | None:
    try:
        kind = node.get("type")
        if kind == "paragraph":
            html = _html(node)
            return Passage(PARAGRAPH, html) if html else None
        if kind in ("heading", "extended-heading") and "<" not in (html := _html(node)):
            return Passage(HEADING, text=words(parse(html)), level=int(node["tag"][1]))
        if kind == "list" and node.get("listType") in ("bullet", "number"):
            items = tuple(_html(item) for item in node["children"])
            return Passage(LIST if node["listType"] == "bullet" else NUMBERED, items=items)
        if kind == "html" and (found := _one_table(node.get("html", ""))):
            return found
        if kind == "image" and not node.get("caption") and not node.get("href"):
            return Passage(IMAGE, text=node.get("alt") or "", address=node.get("src") or "")
    except Unread:
        pass
    return Passage(KEPT, text=_words(node), kept=json.dumps(node, ensure_ascii=False))


def _one_table(html: str) -> Passage | None:
    nodes = [each for each in parse(html) if not isinstance(each, str) or each.strip()]
    return table(nodes[0]) if len(nodes) == 1 and isinstance(nodes[0], Node) and nodes[0].tag == "table" else None


def _html(node: dict) -> str:
    """A node's text as inline HTML.  Raises Unread for what is neither text, emphasis nor link."""
    pieces: list[tuple[str, int]] = []
    for each in node.get("children", ()):
        if each.get("type") == "link":
            pieces.append((f'<a href="{escape(each.get("url") or "")}">{_html(each)}</a>', 0))
            continue
        marks = each.get("format", 0)
        if each.get("type") not in ("text", "extended-text") or marks & ~(BOLD | ITALIC):
            raise Unread
        text = escape(each.get("text", ""), quote=False)
        if pieces and pieces[-1][1] == marks and not pieces[-1][0].startswith("<a "):
            text = pieces.pop()[0] + text
        pieces.append((text, marks))
    marked = "".join(_marked(text, marks) for text, marks in pieces)
    return inline(parse(marked))


def _marked(text: str, marks: int) -> str:
    text = f"<i>{text}</i>" if marks & ITALIC else text
    return f"<b>{text}</b>" if marks & BOLD else text


def _words(node) -> str:
    """Whatever words are in it, however it is nested."""
    if isinstance(node, dict):
        return " ".join(_words(each) for name, each in node.items() if name not in ("type", "url", "src", "href"))
    return " ".join(map(_words, node)) if isinstance(node, list) else words(parse(node)) if isinstance(node, str) else ""
