"""An editor's blocks as our Markdown, so that they can be merged: every word, and what cannot be said in Markdown as it stands.

What is not sure to come back as it was makes the whole unreadable, and then nothing is written.
"""

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from ...formats import layout
from ...formats import markdown as md
from ...merging.reading import plain
from ...model.text import Article
from .markup import Found, blocks, events, sayable
from .writing import LINKS, LIST, Media, inline, path_of, reader

MARKS = {"strong": "**", "em": "*"}
APART = ("p", "div", "ul", "ol", "li", "table", "figure", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "script", "style")
VOID = ("br", "img", "wbr")
CELL = re.compile(r"<t([hd])([^>]*)>(.*?)</t\1>", re.S)
ROW = re.compile(r"<tr>(.*?)</tr>", re.S)
PICTURE = re.compile(r'<figure class="wp-block-image[^"]*"><img src="([^"]*)" alt="([^"]*)"([^>]*?)\s*/?>'
                     r"(?:<figcaption[^>]*>(.*?)</figcaption>)?</figure>", re.S)
WORDS = re.compile(r"<[^>]*>")


class Read(NamedTuple):
    """The Markdown below headline and standfirst; blocks by the Markdown that they gave, blocks kept apart, captions, pictures by path.

    `formatted` are blocks that an editor gave a look of their own: none of them may be made anew.
    """

    text: str
    raw: dict[str, list[str]]
    kept: tuple[str, ...]
    captions: frozenset[str]
    media: dict[str, Media]
    formatted: tuple[str, ...]


class Unreadable(Exception):
    """It cannot be said in Markdown without losing something."""


def read(content: str, base: Article, name: str) -> Read:
    """The content as Markdown.  Raises Unreadable.  `name` is the article's own class, which is no look of an editor's."""
    found = blocks(content)
    if any(not each.kind for each in found):
        raise Unreadable
    reading = _Reading(base, name)
    for number, each in enumerate(found):
        reading.take(each, found[number + 1] if number + 1 < len(found) else None)
    reading.rule()
    return Read("\n\n".join(reading.parts) + "\n", reading.raw, tuple(reading.kept), frozenset(reading.captions), reading.media,
                tuple(reading.formatted))


class _Reading:
    def __init__(self, base: Article, name: str):
        self.base, self.name = base, name
        self.parts, self.kept, self.formatted = [], [], []
        self.raw, self.media, self.captions = {}, {}, set()
        self.parser = reader()
        self.pictures = [(layout.pictured(block)) for block in base.blocks if block.kind == "picture"]
        self.said = {plain(s.text) for block in base.blocks for s in (*block.sentences, *filter(None, [block.title])) if len(s.text) > 12}

    def take(self, found: Found, following: Found | None) -> None:
        """One block, as the part that it gives."""
        kinds = {"paragraph": self._paragraph, "heading": self._heading, "list": self._list, "table": self._table, "image": self._image}
        make = kinds.get(found.kind)
        part = make(found, following) if make else None
        if part is None:
            return self._keep(found)
        if not part.strip():
            return
        self.parts.append(part)
        self.raw.setdefault(part, []).append(found.raw)
        if self._looks(found):
            self.formatted.append(found.raw)

    def _looks(self, found: Found) -> bool:
        """An editor gave it a colour, a side or a name."""
        ours = {"level", "id", "sizeSlug", "linkDestination", "ordered"}
        if {key for key in found.attributes if key not in ours} - {"className"}:
            return True
        return found.attributes.get("className", "") not in ("", self.name, LIST, LINKS)

    def _keep(self, found: Found) -> None:
        """A block of another kind stays as it is, unless words of ours are in it: those could no longer be kept true."""
        words = plain(unescape(WORDS.sub(" ", re.sub(r"<!--.*?-->", " ", found.inner, flags=re.S))))
        if any(each in words for each in self.said):
            raise Unreadable
        self.kept.append(found.raw)
        self.parts.append(f"<!--block:{len(self.kept) - 1}-->")

    def _paragraph(self, found: Found, _) -> str:
        text = self._line(_within(found.inner, "p"))
        return md.opened(text)

    def _heading(self, found: Found, following: Found | None) -> str:
        level = found.attributes.get("level", 2)
        text = self._line(_within(found.inner, f"h{level}"))
        if level == 2 and following and following.kind == "list" and following.attributes.get("className") in (LIST, LINKS):
            self.captions.add(plain(text))
            return f"**{text}**"
        closed = md.CLOSES_HEADING.sub(r"\1\\\2", text)
        return f"{'#' * level} {closed}"

    def _list(self, found: Found, _) -> str:
        ordered = bool(found.attributes.get("ordered"))
        inner = _within(found.inner, "ol" if ordered else "ul")
        items = blocks(inner)
        if any(each.kind != "list-item" or each.attributes for each in items):
            raise Unreadable
        told = [self._line(_within(each.inner, "li")) for each in items]
        if found.attributes.get("className") == LIST and not ordered:
            return md.opened("; ".join(told))
        return "\n".join(f"{f'{n}.' if ordered else '-'} {md.opened(text)}" for n, text in enumerate(told, 1))

    def _table(self, found: Found, _) -> str:
        inner = re.fullmatch(r'<figure class="wp-block-table[^"]*"><table[^>]*>(?:<thead>(.*?)</thead>)?<tbody>(.*?)</tbody></table></figure>',
                             found.inner.strip(), re.S)
        if not inner or not inner[1]:
            raise Unreadable
        head, rows = ROW.findall(inner[1]), ROW.findall(inner[2])
        cells = [[(self._line(cell[2]), cell[1]) for cell in CELL.findall(row)] for row in (*head[:1], *rows)]
        told = len(CELL.findall(found.inner))
        if len(head) != 1 or any(len(row) != len(cells[0]) for row in cells) or told != sum(map(len, cells)) or "span=" in found.inner:
            raise Unreadable
        rules = ["---:" if 'data-align="right"' in look else "---" for _, look in cells[0]]
        lines = [[text for text, _ in cells[0]], rules, *([text for text, _ in row] for row in cells[1:])]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _image(self, found: Found, _) -> str | None:
        """A picture of the article's own; any other is the editor's and stays as it is."""
        told = PICTURE.fullmatch(found.inner.strip())
        mine = next((each for each in self.pictures if told and sayable(each[1]) == unescape(told[2])), None)
        if mine is None:
            return None
        self.pictures.remove(mine)
        if "id" in found.attributes:
            self.media[path_of(mine[0])] = Media(found.attributes["id"], unescape(told[1]))
        elif unescape(told[1]) != mine[0]:
            return None
        caption = self._line(told[4] or "")
        picture = f"![{md.inside(mine[1])}]({md.target(mine[0])})"
        return f"{picture}\n*{caption}*" if caption else picture

    def _line(self, markup: str) -> str:
        """What stands in a line, as Markdown that is sure to come back as it was."""
        for marks in (MARKS, {}):
            said = _Line(marks)
            said.feed(markup)
            said.close()
            text = "".join(said.text).strip()
            if "\n" not in text and events(inline(self.parser.parseInline(text)[0].children)) == events(markup.strip()):
                return text
        raise Unreadable

    def rule(self) -> None:
        """The rule that stands before the notes at the end of a Markdown file, and nowhere in blocks."""
        closing = [plain(md.wrapped("*", text)) for text in layout.closing(self.base)]
        said = [plain(part) for part in self.parts]
        at = next((len(said) - 1 - said[::-1].index(text) for text in closing if text in said), None)
        if at is not None:
            self.parts.insert(at, "---")


class _Line(HTMLParser):
    """A line of HTML as Markdown: links and emphasis by marks, every other tag as it is."""

    def __init__(self, marks: dict[str, str]):
        super().__init__(convert_charrefs=True)
        self.marks, self.text, self.links = marks, [], []

    def handle_starttag(self, tag, attributes):
        if tag in APART:
            raise Unreadable
        if tag in self.marks and not attributes:
            self.text.append(self.marks[tag])
        elif tag == "a" and self.marks and [name for name, _ in attributes] == ["href"]:
            self.links.append(attributes[0][1] or "")
            self.text.append("[")
        else:
            self.text.append(self.get_starttag_text())
            if tag == "a":
                self.links.append(None)

    def handle_endtag(self, tag):
        place = self.links.pop() if tag == "a" and self.links else None
        if tag in self.marks:
            self.text.append(self.marks[tag])
        elif place is not None:
            self.text.append(f"]({md.target(place)})")
        elif tag not in VOID:
            self.text.append(f"</{tag}>")

    def handle_data(self, data):
        told = md.MARKUP.sub(lambda found: md.ENTITIES.get(found.group(), f"\\{found.group()}"), data)
        self.text.append(told.replace("]", "\\]") if any(place is not None for place in self.links) else told)

    def handle_comment(self, data):
        raise Unreadable


def _within(inner: str, tag: str) -> str:
    """What stands inside the one element that a block is made of."""
    found = re.fullmatch(rf"<{tag}(?:\s[^>]*)?>(.*)</{tag}>", inner.strip(), re.S)
    if not found:
        raise Unreadable
    return found[1]
