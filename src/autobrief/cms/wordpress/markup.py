"""WordPress's block markup: cut into blocks, compared, and each kind of block written as its own editor would write it.

Nothing here knows an article.  Every block written is one that the block editor takes for valid, and its markup is let through
for users without the right to unfiltered HTML.
"""

import json
import re
from hashlib import sha256
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

OPENS = re.compile(r"<!--\s+(/)?wp:([a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+(\{.*?\}\s+)?(/)?-->", re.S)
ATTRIBUTES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "--": "\\u002d\\u002d", '\\"': "\\u0022"}


class Found(NamedTuple):
    """A block: its kind, attributes, what stands between its marks, and the whole as it was; kind "" for text outside every block."""

    kind: str
    attributes: dict
    inner: str
    raw: str


def blocks(content: str) -> list[Found]:
    """The outermost blocks in their order, text between them too.  A mark that does not match is text."""
    found, at = [], 0
    while at < len(content):
        mark = OPENS.search(content, at)
        if mark is None or mark[1]:
            return found + _loose(content[at:])
        found += _loose(content[at:mark.start()])
        end, inner = (mark.end(), "") if mark[4] else _closed(content, mark)
        found.append(Found(mark[2], _attributes(mark[3]), inner, content[mark.start():end]))
        at = end
    return found


def _loose(text: str) -> list[Found]:
    return [Found("", {}, text, text)] if text.strip() else []


def _closed(content: str, opened: re.Match) -> tuple[int, str]:
    """Where the block ends, and what is in it."""
    depth = 1
    for mark in OPENS.finditer(content, opened.end()):
        if not mark[4]:
            depth += -1 if mark[1] else 1
        if depth == 0:
            return mark.end(), content[opened.end():mark.start()]
    return len(content), content[opened.end():]


def _attributes(told: str | None) -> dict:
    try:
        found = json.loads(told) if told else {}
    except ValueError:
        return {"": told}
    return found if isinstance(found, dict) else {"": told}


def block(kind: str, inner: str, **attributes) -> str:
    """The block with its marks; attributes that are None or "" are left out."""
    given = {name: value for name, value in attributes.items() if value not in (None, "")}
    told = json.dumps(given, ensure_ascii=False, separators=(",", ":")) if given else ""
    for character, safe in ATTRIBUTES.items():
        told = told.replace(character, safe)
    return f"<!-- wp:{kind} {told + ' ' if told else ''}-->\n{inner}\n<!-- /wp:{kind} -->"


def paragraph(inner: str, name: str = "") -> str:
    return block("paragraph", f"<p{_named(name)}>{inner}</p>", className=name)


def heading(inner: str, level: int = 2) -> str:
    return block("heading", f'<h{level} class="wp-block-heading">{inner}</h{level}>', level=None if level == 2 else level)


def listing(items: list[str], name: str = "", ordered: bool = False) -> str:
    tag = "ol" if ordered else "ul"
    inner = "\n\n".join(block("list-item", f"<li>{item}</li>") for item in items)
    return block("list", f"<{tag}{_named(name)}>{inner}</{tag}>", ordered=ordered or None, className=name)


def table(head: list[str], rows: list[list[str]], right: list[bool]) -> str:
    top = "".join(_cell("th", text, side) for text, side in zip(head, right, strict=True))
    body = "".join(f"<tr>{''.join(_cell('td', text, side) for text, side in zip(row, right, strict=True))}</tr>" for row in rows)
    return block("table", f'<figure class="wp-block-table"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></figure>')


def _cell(tag: str, text: str, right: bool) -> str:
    side = ' class="has-text-align-right" data-align="right"' if right else ""
    return f"<{tag}{side}>{text}</{tag}>"


def image(address: str, alt: str, caption: str, id: int | None = None) -> str:
    """A picture: of the media library with its id, else one on the web."""
    name = f' class="wp-image-{id}"' if id else ""
    told = f'<figcaption class="wp-element-caption">{caption}</figcaption>' if caption else ""
    inner = f'<img src="{escape(address)}" alt="{escape(sayable(alt))}"{name}/>'
    size = "full" if id else None
    return block("image", f'<figure class="wp-block-image{" size-full" if id else ""}">{inner}{told}</figure>',
                 id=id, sizeSlug=size, linkDestination="none" if id else None)


def sayable(alt: str) -> str:
    """What is said of a picture, without the spelt-out entities that the block editor could not write again."""
    while (said := unescape(alt)) != alt:
        alt = said
    return alt


def _named(name: str) -> str:
    return f' class="{name}"' if name else ""


# Comparing ---------------------------------------------------------------------------------------

class _Events(HTMLParser):
    """The markup as a parser sees it: attributes in order of name, entities read, what only closes by itself left out."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen: list = []

    def handle_starttag(self, tag, attributes):
        self.seen.append([tag, sorted((name, value or "") for name, value in attributes)])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self.seen.append(["/", tag])

    def handle_data(self, data):
        if self.seen and isinstance(self.seen[-1], str):
            self.seen[-1] += data
        else:
            self.seen.append(data)

    def handle_comment(self, data):
        found = OPENS.fullmatch(f"<!--{data}-->")
        self.seen.append(["!", found[1] or "", found[2], _attributes(found[3]), found[4] or ""] if found else ["!", data.strip()])


def events(markup: str) -> list:
    """What a reader of the markup takes in: the same however it is spelt; spaces and lines between two blocks count for nothing."""
    parser = _Events()
    parser.feed(markup.replace("\r\n", "\n"))
    parser.close()
    return [each for each in parser.seen if not (isinstance(each, str) and not each.strip())]


def alike(fields) -> str:
    """A digest that is the same before and after WordPress tidied what it was sent."""
    plain = [unescape(fields.get(name, "").strip()) for name in ("title", "excerpt")]
    told = json.dumps([*plain, events(fields.get("content", ""))], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
