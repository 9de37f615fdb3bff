"""Our Markdown as blocks: one way for an article as it was written and for one merged with an editor's words."""

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import unquote

from ...formats import markdown as md
from ...merging.reading import plain
from ...model.text import LISTED, Article
from . import markup

LIST, LINKS = "autobrief-list", "autobrief-links"
"""Classes of the lists that the program made, by which they are known again."""
KEPT = re.compile(r"<!--block:(\d+)-->\s*")


def path_of(address: str) -> str:
    """The file that a relative address means."""
    return "/".join(step for step in unquote(re.split("[?#]", address)[0]).split("/") if step not in ("", "."))


class Media(NamedTuple):
    """A picture in the media library."""

    id: int
    address: str


class Known(NamedTuple):
    """What the Markdown alone does not say: captions of lists, each list's items, pictures by path, blocks kept as they were.

    `raw` are blocks by the Markdown that they were read as, to be written again to the letter; `kept` those that are not ours.
    """

    captions: frozenset[str] = frozenset()
    items: Mapping[str, list[str]] = {}
    media: Mapping[str, Media] = {}
    featured: str = ""
    raw: Mapping[str, list[str]] = {}
    kept: tuple[str, ...] = ()


def known(article: Article, media: Mapping[str, Media], featured: str) -> Known:
    """What an article says of itself."""
    lists = [block for block in article.blocks if block.kind in LISTED]
    items = {"; ".join(md.escape(f"{s.text};")[:-1] for s in each.sentences): [md.escape(s.text) for s in each.sentences]
             for each in lists if each.kind == "list"}
    captions = frozenset(plain(md.escape(each.caption)) for each in lists)
    return Known(captions, {md.opened(text): told for text, told in items.items()}, media, featured)


def reader():
    """A reader of CommonMark with tables, that lets HTML stand."""
    from markdown_it import MarkdownIt
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def written(text: str, told: Known, name: str) -> str:
    """The copy below headline and standfirst as block markup; the first paragraph that is ours bears the class `name`."""
    parser, lines = reader(), text.split("\n")
    found, caption, raw = [], "", {part: list(several) for part, several in told.raw.items()}
    for source, tokens in _parts(parser.parse(text), lines):
        was, caption = caption, ""
        if tokens[0].type == "hr":
            continue
        strong = re.fullmatch(r"\*\*(.+)\*\*", source, re.S)
        if strong and plain(strong[1]) in told.captions:
            caption = strong[1]
        made = raw[source].pop(0) if raw.get(source) else _block(source, tokens, told, was, caption, parser)
        if made:
            found.append(made)
    return "\n\n".join(_marked(found, name))


def _parts(tokens, lines):
    """Each outermost part with its source and its tokens."""
    start = 0
    for number, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            first = tokens[start]
            yield "\n".join(lines[first.map[0]:first.map[1]]).strip(), tokens[start:number + 1]
            start = number + 1


def _block(source: str, tokens, told: Known, was: str, caption: str, parser) -> str:
    kind = tokens[0].type
    if kind == "html_block":
        kept = KEPT.fullmatch(source)
        return told.kept[int(kept[1])] if kept else markup.block("html", source)
    if kind == "heading_open":
        return markup.heading(inline(tokens[1].children), int(tokens[0].tag[1]))
    if kind in ("bullet_list_open", "ordered_list_open"):
        return markup.listing([inline(each.children) for each in tokens if each.type == "inline"], LINKS if was else "", kind.startswith("ordered"))
    if kind == "table_open":
        return _table(tokens)
    if kind != "paragraph_open":
        # Nothing of ours; an editor's quotation or code is kept apart and never read.
        return markup.block("html", parser.renderer.render(tokens, parser.options, {}).strip())
    if caption:
        return markup.heading(inline(parser.parseInline(caption)[0].children))
    if was:
        items = told.items.get(source) or source.split("; ")
        return markup.listing([inline(parser.parseInline(item)[0].children) for item in items], LIST)
    children = tokens[1].children
    return _picture(children, told) if children and children[0].type == "image" else markup.paragraph(inline(children))


def _picture(children, told: Known) -> str:
    """An image and its caption under it; nothing for the one that stands above the article as its own."""
    place, alt = children[0].attrs["src"], children[0].content
    if told.featured and path_of(place) == told.featured:
        return ""
    rest = [each for each in children[1:] if each.type != "softbreak"]
    if rest and rest[0].type == "em_open" and rest[-1].type == "em_close":
        rest = rest[1:-1]
    media = told.media.get(path_of(place))
    return markup.image(media.address if media else place, _alt(children[0]) or alt, inline(rest), media.id if media else None)


def _alt(token) -> str:
    return "".join(each.content for each in token.children or ())


def _table(tokens) -> str:
    rows, right = [], []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(inline(token.children))
        elif token.type == "th_open":
            right.append("right" in str(token.attrs.get("style", "")))
    return markup.table(rows[0], rows[1:], right)


def inline(tokens) -> str:
    """What stands in a line: text safe, emphasis and links as tags, an editor's own tags as they were."""
    return "".join(_inline(token) for token in tokens or ())


def _inline(token) -> str:
    match token.type:
        case "text":
            return escape(token.content, quote=False)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br>"
        case "code_inline":
            return f"<code>{escape(token.content, quote=False)}</code>"
        case "html_inline":
            return token.content
        case "link_open":
            return f'<a href="{escape(token.attrs["href"])}">'
        case "image":
            return f'<img src="{escape(token.attrs["src"])}" alt="{escape(_alt(token))}"/>'
        case _:
            return f"<{'/' if token.nesting < 0 else ''}{token.tag}>" if token.tag else ""


def _marked(found: list[str], name: str) -> list[str]:
    """With the article's own class on its first paragraph that has no other, unless some block bears it already."""
    if any(f'"{name}"' in each.partition("\n")[0] for each in found):
        return found
    plain_one = next((n for n, each in enumerate(found) if each.startswith("<!-- wp:paragraph -->\n<p>")), None)
    if plain_one is None:
        return found
    inner = found[plain_one].removeprefix("<!-- wp:paragraph -->\n<p>").removesuffix("</p>\n<!-- /wp:paragraph -->")
    return [*found[:plain_one], markup.paragraph(inner, name), *found[plain_one + 1:]]
