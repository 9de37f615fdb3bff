"""An Atom feed of the one article, with its whole content, for importers and aggregators.

They know it by its `id`, which stays, and a new version by `updated`.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from ..model.text import Article
from . import markup, particulars
from .particulars import Issue, Particulars, Picture

ATOM, MEDIA, APP = "http://www.w3.org/2005/Atom", "http://search.yahoo.com/mrss/", "http://www.w3.org/2007/app"


def render(article: Article, issue: Issue | None = None) -> str:
    """The feed, with one entry; the article's markup stands in it as escaped HTML, which every reader takes."""
    known = particulars.of(article, issue)
    feed = Element("feed", {"xmlns": ATOM, "xmlns:media": MEDIA, "xmlns:app": APP, "xml:lang": known.language})
    _said(feed, "id", f"{known.uri}/feed")
    _said(feed, "title", known.headline, type="text")
    _said(feed, "updated", known.created)
    _said(feed, "generator", "autobrief", version=particulars.GENERATOR.split()[-1])
    _author(feed, known)
    feed.append(_entry(article, known))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(article: Article, known: Particulars) -> Element:
    entry = Element("entry")
    _said(entry, "id", known.uri)
    _said(entry, "title", known.headline, type="text")
    _said(entry, "updated", known.created)
    _said(entry, "published", known.first_created)
    _author(entry, known)
    if known.standfirst:
        _said(entry, "summary", known.standfirst, type="text")
    _said(entry, "content", markup.xhtml(markup.body(article)), type="html")
    for scheme, term, label in _categories(known):
        SubElement(entry, "category", {"scheme": scheme, "term": term, "label": label})
    for picture in known.pictures:
        _picture(entry, picture)
    if not known.usable:
        _said(SubElement(entry, "app:control"), "app:draft", "yes")
    return entry


def _said(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text


def _author(parent: Element, known: Particulars) -> None:
    _said(SubElement(parent, "author"), "name", known.byline or "autobrief")


def _categories(known: Particulars):
    """Scheme, term and label of everything that the article is filed under."""
    yield from ((particulars.TOPIC_SCHEME, code, name) for code, name in particulars.TOPICS)
    source, _, kind = particulars.DIGITAL_SOURCE.rpartition("/")
    yield f"{source}/", kind, particulars.MACHINE
    own = {"article": ((known.id, known.id),), "version": ((known.version, known.version),), "date": ((known.date, known.date),),
           "place": known.places, "party": known.parties, "person": ((name, name) for name in known.people),
           "correction": ((text, text) for text in known.corrections), "withheld": ((known.withheld, known.withheld),) if known.withheld else ()}
    yield from ((f"{particulars.AUTHORITY}{kind}", term, label) for kind, found in own.items() for term, label in found)


def _picture(entry: Element, picture: Picture) -> None:
    if picture.address:
        content = SubElement(entry, "media:content", {"url": picture.address, "medium": "image"})
        for tag, text in (("media:title", picture.alt), ("media:description", picture.caption), ("media:credit", picture.credit)):
            if text:
                _said(content, tag, text)
