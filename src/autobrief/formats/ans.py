"""ANS 0.10, the JSON of Arc XP: a story valid by its schema.

Its texts are HTML, so each is escaped.  An `_id` there is 26 characters: made from the article's id, the same for ever.
"""

import base64
import hashlib
from html import escape

from ..model.text import Article, Block
from . import layout, particulars
from .ninjs import slugline, written
from .particulars import Issue, Particulars, Picture

VERSION = "0.10.12"
DRAFT = 1


def render(article: Article, issue: Issue | None = None) -> str:
    return written(document(article, particulars.of(article, issue)))


def document(article: Article, known: Particulars) -> dict:
    return {
        "type": "story", "version": VERSION, "_id": identity(known.id), "language": known.language,
        "created_date": known.first_created, "last_updated_date": known.created, "display_date": known.created,
        "headlines": {"basic": known.headline}, "subheadlines": _basic(known.standfirst), "description": _basic(known.standfirst),
        "slug": slugline(known).lower(), "subtype": "election", "credits": {"by": [_author(known.byline)]} if known.byline else {},
        "source": {"system": "autobrief", "source_id": known.id, "source_type": "staff", "name": "autobrief"},
        "location": known.places[0].name if known.places else "", "editor_note": known.note,
        "status": "draft" if known.usable else "withheld", "workflow": {"status_code": DRAFT, "note": "draft" if known.usable else "withheld"},
        "revision": {"revision_id": known.version, "published": False},
        "taxonomy": {"tags": [{"text": name, "slug": name.replace(" ", "-")} for _, name in particulars.TOPICS], "named_entities": _entities(known)},
        "corrections": [{"type": "correction", "correction_type": "correction", "text": escape(text)} for text in known.corrections],
        "content_elements": [*_copy(article, known), *_lists(article), *map(_table, layout.tables(article)),
                             *_links(article), *(_text(text) for text in layout.closing(article))],
        "additional_properties": {
            "autobrief_id": known.id, "autobrief_version": known.version, "election_date": known.date, "withheld": known.withheld,
            "digital_source_type": particulars.DIGITAL_SOURCE, "media_topics": [f"medtop:{code}" for code, _ in particulars.TOPICS]}}


def identity(name: str) -> str:
    return base64.b32encode(hashlib.sha256(name.encode()).digest())[:26].decode()


def _basic(text: str) -> dict:
    return {"basic": text} if text else {}


def _author(name: str) -> dict:
    return {"type": "author", "name": name, "byline": name}


def _text(text: str) -> dict:
    return {"type": "text", "content": escape(layout.line(text), quote=False)}


def _header(text: str) -> dict:
    return {"type": "header", "level": 2, "content": escape(layout.line(text), quote=False)}


def _entities(known: Particulars) -> list[dict]:
    named = [("place", each.id, each.name) for each in known.places] + [("organization", each.id, each.name) for each in known.parties]
    named += [("person", name, name) for name in known.people]
    return [{"_id": f"{kind}/{id}", "name": name, "type": kind} for kind, id, name in named]


def _copy(article: Article, known: Particulars):
    pictures = iter(known.pictures)
    for block in layout.copy(article):
        if block.kind == "picture":
            yield from _picture(next(pictures))
        else:
            yield _header(block.text) if block.kind == "heading" else _text(block.text)


def _picture(picture: Picture):
    """The image, or where its address is not fit to be followed its caption alone."""
    if not picture.address:
        yield _text(" ".join(filter(None, (picture.caption, picture.credit))))
        return
    said = {"caption": escape(picture.caption, quote=False), "alt_text": picture.alt,
            "credits": {"by": [_author(picture.credit)]} if picture.credit else {}}
    yield {"type": "image", "version": VERSION, "url": picture.address} | {key: value for key, value in said.items() if value}


def _lists(article: Article):
    for block in layout.lists(article):
        yield _header(block.caption)
        yield {"type": "list", "list_type": "unordered", "items": [_text(sentence.text) for sentence in block.sentences]}


def _links(article: Article):
    for block in layout.links(article):
        yield _header(block.caption)
        items = [f'<a href="{escape(place)}">{escape(title, quote=False)}</a>' if place else escape(title, quote=False)
                 for title, place in layout.linked(block)]
        yield {"type": "list", "list_type": "unordered", "items": [{"type": "text", "content": item} for item in items]}


def _table(block: Block) -> dict:
    return {"type": "table", "additional_properties": {"caption": layout.line(block.caption)},
            "header": [_text(column) for column in block.columns], "rows": [[_text(cell) for cell in row] for row in layout.rows(block)]}
