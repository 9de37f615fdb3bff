"""Markdown with YAML front matter, for a CMS: CommonMark, and tables as GitHub has them.

Names come from outside, so whatever would be markup is escaped; ordinary prose is left as it is.
"""

import json
import re

from .. import __version__
from ..model.text import Article, Block
from . import layout
from .particulars import Particulars, of

MARKUP = re.compile(r"[\\`*_~|\[<]|&(?=#?[0-9A-Za-z]+;)")
ENTITIES = {"<": "&lt;", "&": "&amp;"}
OPENS_BLOCK = re.compile(r"#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-[-\s]*$")
OPENS_NUMBERED = re.compile(r"(\d{1,9})([.)](?:\s|$))")
CLOSES_HEADING = re.compile(r"(^|\s)(#+)$")


def render(article: Article) -> str:
    """Front matter, headline, standfirst, copy, lists, tables, and after a rule the method note."""
    parts = [front_matter(article), _heading("#", article.headline)]
    parts += [wrapped("*", text) for text in (article.standfirst, article.byline)]
    parts += [_copy(block) for block in layout.copy(article)]
    parts += [_list(block) for block in layout.lists(article)]
    parts += [_table(block) for block in layout.tables(article)]
    parts += [_links(block) for block in layout.links(article)]
    closing = [wrapped("*", text) for text in layout.closing(article)]
    parts += ["---", *closing] if closing else []
    return "\n\n".join(part for part in parts if part) + "\n"


def front_matter(article: Article) -> str:
    """The article's particulars.  JSON is valid YAML, and quoted, so that `no` and `1.10` stay text."""
    known = of(article)
    entries = {
        "id": article.id, "version": known.version, "title": article.headline, "standfirst": article.standfirst,
        "byline": article.byline, "date": article.date, "seat" if article.kind == "seat" else "region": article.subject_name,
        "election": article.election, "baseline": article.baseline, "as_of": article.as_of, "stage": article.stage,
        "rehearsal": article.rehearsal, "state": "held" if article.held else "", "held": layout.held(article), "length": article.length,
        "generator": f"autobrief {__version__}", **_about(known)}
    lines = [f"{name}: {_yaml(value)}" for name, value in entries.items() if value]
    return "\n".join(["---", *lines, "---"])


def _about(known: Particulars) -> dict:
    """Who, where and what pictures, for whoever files it.  `draft` keeps Hugo and its like from publishing it."""
    return {"language": known.language, "draft": bool(known.withheld), "places": [place.name for place in known.places],
            "parties": [party.name for party in known.parties], "people": list(known.people),
            "pictures": [picture._asdict() for picture in known.pictures], "corrections": list(known.corrections)}


def _yaml(value) -> str:
    """JSON on one line; a line separator inside a text is none of ours, so that no text ends the line."""
    if isinstance(value, dict):
        value = {key: layout.line(text) for key, text in value.items()}
    elif isinstance(value, str):
        value = layout.line(value)
    return json.dumps(value, ensure_ascii=False)


def escape(text: str) -> str:
    """The text so that no character in it is markup inside a line."""
    return MARKUP.sub(lambda found: ENTITIES.get(found.group(), f"\\{found.group()}"), layout.line(text))


def _paragraph(text: str) -> str:
    """The text so that its beginning opens no heading, quotation, list or rule either."""
    return opened(escape(text))


def opened(escaped: str) -> str:
    """Escaped text, its beginning too."""
    if OPENS_BLOCK.match(escaped):
        return f"\\{escaped}"
    return OPENS_NUMBERED.sub(r"\1\\\2", escaped, count=1) if OPENS_NUMBERED.match(escaped) else escaped


def _copy(block: Block) -> str:
    if block.kind == "picture":
        return _picture(block)
    if block.kind == "correction":
        return wrapped("*", block.text)
    return _heading("##", block.text) if block.kind == "heading" else _paragraph(block.text)


def _picture(block: Block) -> str:
    """The image, and under it its caption and credit."""
    return "\n".join(filter(None, [image(block), wrapped("*", block.text)]))


def image(block: Block) -> str:
    """The picture itself; nothing where its address is not fit to print."""
    place, alt = layout.pictured(block)
    return f"![{inside(alt)}]({target(place)})" if place else ""


def _links(block: Block) -> str:
    items = [f"- [{inside(title)}]({target(place)})" if place else f"- {_paragraph(title)}" for title, place in layout.linked(block)]
    return "\n".join([wrapped("**", block.caption), "", *items])


def inside(text: str) -> str:
    """The text so that it stands between square brackets."""
    return escape(text).replace("]", "\\]")


def target(place: str) -> str:
    """An address so that no entity is read in it; brackets and quotation marks are encoded already."""
    return re.sub(r"&(?=#?[0-9A-Za-z]+;)", "&amp;", place)


def _heading(marks: str, text: str) -> str:
    escaped = CLOSES_HEADING.sub(r"\1\\\2", escape(text))
    return f"{marks} {escaped}"


def wrapped(marks: str, text: str) -> str:
    """Emphasis around the whole text.  Around nothing it would be a rule, so then there is nothing."""
    escaped = escape(text)
    return f"{marks}{escaped}{marks}" if escaped else ""


def _list(block: Block) -> str:
    items = "; ".join(layout.line(sentence.text) for sentence in block.sentences)
    return "\n\n".join([wrapped("**", block.caption), _paragraph(items)])


def _table(block: Block) -> str:
    rules = ["---:" if right else "---" for right in layout.figure_columns(block)]
    cells = [[escape(column) for column in block.columns], rules]
    cells += [[escape(text) for text in row] for row in layout.rows(block)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([_heading("##", block.caption), "", *lines])
