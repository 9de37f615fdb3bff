"""Passages as our Markdown and back, for merging with an editor's words: None wherever something would be lost on the way."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from ...errors import InputError
from ...formats import layout
from ...formats import markdown as md
from ...merging.reading import plain as alike
from ...model.text import Article, Block, Cell
from ..web import INSTALL
from . import HEADING, IMAGE, KEPT, LIST, NUMBERED, PARAGRAPH, TABLE, Passage, plain
from .markup import Node, canonical, parse

WHOLE = re.compile(r"<([bi])>((?:(?!</?\1>).)*)</\1>", re.S)
PLACE = re.compile(r"<!-- kept (\d+) -->\n?")
TOP = ("standfirst", "byline")
SHORT = 8
"""Characters under which a sentence of ours may stand in what an editor put there without being taken for ours."""
NAMES = ("headline", "heading", "list", "links", "picture")
"""Blocks whose words may stand anywhere."""


def text(top: dict[str, str], found: Sequence[Passage], base: Article) -> str | None:
    """Our Markdown below the front matter, from the `headline`, `standfirst` and `byline` in `top` and the passages."""
    ours = [alike(each.text) for block in base.blocks if block.kind not in NAMES for each in block.sentences if len(each.text) > SHORT]
    for each in found:
        # What is kept does not move with the results: not so where our own sentences are in it.
        if each.kind == KEPT and any(sentence in alike(each.text) for sentence in ours):
            return None
    lines = [md._heading("#", top["headline"]), *(md.wrapped("*", top[name]) for name in TOP)]
    known = _pictures(base)
    lines += _parts(found, {layout.line(block.caption) for block in layout.links(base)}, known, bool(layout.closing(base)))
    written = "\n\n".join(filter(None, lines)) + "\n"
    return written if _reads(written, top, found, known) else None


def _pictures(base: Article) -> dict[str, str]:
    """Our pictures' addresses by their descriptions; those that share one cannot be told apart."""
    told = [layout.pictured(block) for block in base.blocks if block.kind == "picture"]
    return {alt: address for address, alt in told if [each for _, each in told].count(alt) == 1}


def _reads(written: str, top: dict[str, str], found: Sequence[Passage], known: dict[str, str]) -> bool:
    """Read back, it says all of it: nothing was taken for something else."""
    again = passages(written, top, found)
    shown = [each._replace(address=known[each.text]) if each.kind == IMAGE and each.text in known else each for each in found]
    return again == ({name: layout.line(said) for name, said in top.items()}, shown)


def _parts(found: Sequence[Passage], links: set[str], known: dict[str, str], closed: bool) -> Iterable[str]:
    """The parts of the file, the rule before the method note among them, which content systems do without."""
    end = next((n for n in range(len(found), 0, -1) if not _whole(found[n - 1], "i")), 0) if closed else len(found)
    before = None
    for place, each in enumerate(found):
        if place == end < len(found):
            yield "---"
        if each.kind == IMAGE and each.text in known:
            caption = found[place + 1] if place + 1 < len(found) and _whole(found[place + 1], "i") else None
            image = f"![{md.inside(each.text)}]({md.target(known[each.text])})"
            yield f"{image}\n{_paragraph(caption.html)}" if caption else image
        elif not (before and before.kind == IMAGE and before.text in known and _whole(each, "i")):
            yield _part(each, place, before, links)
        before = each


def _part(each: Passage, place: int, before: Passage | None, links: set[str]) -> str:
    if each.kind == HEADING:
        return md._heading("#" * each.level, each.text)
    if each.kind == PARAGRAPH:
        return _paragraph(each.html)
    if each.kind == TABLE:
        block = Block("table", "", caption=each.text, columns=each.rows[0], rows=tuple(tuple(map(Cell, row)) for row in each.rows[1:]))
        return md._table(block) if each.text else md._table(block).partition("\n\n")[2]
    if each.kind == LIST and _joined(each, before) and _plain(before) not in links:
        return md._paragraph("; ".join(_plain_of(item) for item in each.items))
    if each.kind in (LIST, NUMBERED):
        return "\n".join(f"{'-' if each.kind == LIST else f'{number}.'} {_paragraph(item)}" for number, item in enumerate(each.items, 1))
    return f"<!-- kept {place} -->"


def _joined(each: Passage, before: Passage | None) -> bool:
    """A list of ours: under a caption in bold, of nothing but text."""
    return before is not None and _whole(before, "b") and not any("<" in item for item in each.items)


def _whole(passage: Passage, tag: str) -> bool:
    found = WHOLE.fullmatch(passage.html) if passage.kind == PARAGRAPH else None
    return bool(found) and found[1] == tag


def _plain(passage: Passage) -> str:
    return _plain_of(passage.html)


def _plain_of(html: str) -> str:
    return "".join(each if isinstance(each, str) else _plain_of(canonical(each.children)) for each in parse(html))


def _paragraph(html: str) -> str:
    nodes = parse(html)
    if all(isinstance(each, str) for each in nodes):
        return md._paragraph("".join(nodes))
    return "".join(_inline(each) for each in nodes)


def _inline(node: Node | str) -> str:
    if isinstance(node, str):
        bare = node.strip(" ")
        before, after = (node[:len(node) - len(node.lstrip(" "))], node[len(node.rstrip(" ")):]) if bare else ("", node)
        return f"{before}{md.escape(bare)}{after}"
    inside = "".join(_inline(each) for each in node.children)
    if node.tag == "a":
        return f"[{inside.replace(']', chr(92) + ']')}]({md.target(dict(node.attributes)['href'])})"
    marks = "**" if node.tag == "b" else "*"
    return f"{marks}{inside}{marks}"


# And back ----------------------------------------------------------------------------------------

def passages(written: str, top: dict[str, str], there: Sequence[Passage], article: Article | None = None) -> tuple[dict, list[Passage]] | None:
    """The top fields and the passages that this Markdown says, or None where it has what no passage is.

    `top` and `there` are what the system has; by them, and by the next version, a list is told from a paragraph.  An image of ours
    has its address in the article, one that is kept the system's.
    """
    captions = {_plain(a) for a, b in zip(there, there[1:], strict=False) if b.kind == LIST and _joined(b, a)}
    links = {layout.line(block.caption) for block in layout.links(article)} if article else set()
    captions |= ({layout.line(block.caption) for block in layout.lists(article)} if article else set())
    found = _tokens(written, captions - links)
    if not found or found[0].kind != HEADING or found[0].level != 1:
        return None
    said, rest = {"headline": found[0].text}, found[1:]
    for name in TOP:
        said[name], rest = _top(name, rest, top, article)
    found = [_restored(each, there) for each in rest]
    kept = [each.kept for each in rest if each.kind == KEPT]
    if None in found or len(set(kept)) < len(kept) or len(kept) < sum(each.kind == KEPT for each in there):
        return None
    return said, found


def _top(name: str, rest: list[Passage], top: dict[str, str], article: Article | None) -> tuple[str, list[Passage]]:
    """The standfirst or byline, where it stands first now."""
    if not rest or not _whole(rest[0], "i"):
        return "", rest
    said, wanted = _plain(rest[0]), layout.line(getattr(article, name)) if article else ""
    if said == wanted or top[name] and (wanted or not article or alike(said) == alike(top[name])):
        return said, rest[1:]
    return "", rest


def _restored(passage: Passage, there: Sequence[Passage]) -> Passage | None:
    """What was kept as the system has it."""
    if passage.kind != KEPT:
        return passage
    place = int(passage.kept)
    return there[place] if place < len(there) and there[place].kind in (KEPT, IMAGE) else None


def shown(image: Passage, there: Sequence[Passage], base: Article) -> str:
    """The system's own address of an image of the merged text, which has the article's; "" for one that is new."""
    told = next((alt for alt, address in _pictures(base).items() if address == image.address), image.text)
    return image.address if image in there else next((each.address for each in there if each.kind == IMAGE and each.text == told), "")


def _tokens(written: str, captions: set[str]) -> list[Passage] | None:
    try:
        from markdown_it import MarkdownIt
    except ModuleNotFoundError as error:
        raise InputError("merging with an editor's words needs markdown-it-py, which is not installed", hint=INSTALL) from error
    reader = MarkdownIt("commonmark").enable("table")
    reader.normalizeLink = reader.validateLink = lambda address: address
    from markdown_it.tree import SyntaxTreeNode
    found: list[Passage] = []
    for node in SyntaxTreeNode(reader.parse(written)).children:
        told = _node(node, found, captions)
        if told is None:
            return None
        found += told
    return found


def _node(node, before: list[Passage], captions: set[str]) -> list[Passage] | None:
    if node.type == "hr":
        return []
    if node.type == "heading":
        html = _html(node.children[0].children)
        return None if html is None or "<" in html else [Passage(HEADING, text=_plain_of(html), level=int(node.tag[1]))]
    if node.type == "html_block":
        kept = PLACE.fullmatch(node.content)
        return [Passage(KEPT, kept=kept[1])] if kept else None
    if node.type in ("bullet_list", "ordered_list"):
        items = [_html(item.children[0].children[0].children) if len(item.children) == 1 and item.children[0].type == "paragraph" else None
                 for item in node.children]
        return None if None in items else [Passage(LIST if node.type == "bullet_list" else NUMBERED, items=tuple(items))]
    if node.type == "table":
        return _table(node, before)
    return _prose(node.children[0].children, before, captions) if node.type == "paragraph" else None


def _prose(inline, before: list[Passage], captions: set[str]) -> list[Passage] | None:
    if inline and inline[0].type == "image":
        alt = _html(inline[0].children)
        image = [Passage(IMAGE, text=_plain_of(alt or ""), address=str(inline[0].attrs["src"]))]
        rest = inline[2:] if len(inline) > 1 and inline[1].type == "softbreak" else inline[1:]
        html = _html(rest)
        return None if None in (alt, html) else image + ([Passage(PARAGRAPH, html)] if html else [])
    html = _html(inline)
    if html is None:
        return None
    if before and _whole(before[-1], "b") and _plain(before[-1]) in captions and "<" not in html:
        return [Passage(LIST, items=tuple(plain(item) for item in _plain_of(html).split("; ")))]
    return [Passage(PARAGRAPH, html)]


def _table(node, before: list[Passage]) -> list[Passage] | None:
    rows = [[_html(cell.children[0].children if cell.children else []) for cell in row.children] for part in node.children for row in part.children]
    if any(cell is None or "<" in cell for row in rows for cell in row):
        return None
    caption = before.pop().text if before and before[-1].kind == HEADING and before[-1].level == 2 else ""
    return [Passage(TABLE, text=caption, rows=tuple(tuple(map(_plain_of, row)) for row in rows))]


def _html(nodes) -> str | None:
    """Inline Markdown as inline HTML."""
    done = []
    for node in nodes:
        inside = _html(node.children) if node.type in ("em", "strong", "link") else ""
        if inside is None:
            return None
        if node.type == "text":
            done.append(escape(node.content, quote=False))
        elif node.type == "softbreak":
            done.append(" ")
        elif node.type in ("em", "strong"):
            done.append(f"<{'i' if node.type == 'em' else 'b'}>{inside}</{'i' if node.type == 'em' else 'b'}>")
        elif node.type == "link" and not node.attrs.get("title"):
            done.append(f'<a href="{escape(str(node.attrs["href"]))}">{inside}</a>')
        else:
            return None
    return "".join(done)
