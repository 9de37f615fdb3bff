"""NewsML-G2 2.35 with its copy as XHTML, for agencies and print systems: valid by the IPTC's XML Schema.

`version` there is a whole number: the seconds of the version's time, so that a later one is always greater.  The version of the
text, the same as in every other format, is an alternative id.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from ..model.text import Article
from . import markup, particulars, text
from .ninjs import slugline
from .particulars import Issue, Particulars, Picture

SPACE, XHTML = "http://iptc.org/std/nar/2006-10-01/", "http://www.w3.org/1999/xhtml"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
STATUS = {True: "stat:usable", False: "stat:withheld"}


def render(article: Article, issue: Issue | None = None) -> str:
    """The newsItem, its XML declaration first."""
    known = particulars.of(article, issue)
    item = Element("newsItem", {"xmlns": SPACE, "guid": known.uri, "version": str(known.number), "standard": "NewsML-G2",
                                "standardversion": "2.35", "conformance": "power", "xml:lang": known.language})
    SubElement(item, "catalogRef", {"href": CATALOG})
    item.append(_item_meta(known))
    item.append(_content_meta(known))
    content = SubElement(item, "contentSet")
    inline = SubElement(content, "inlineXML", {"contenttype": "application/xhtml+xml", "wordcount": str(particulars.words(text.body(article)))})
    inline.append(_xhtml(article, known))
    # A line to each element of the item's own data; in the copy no space is added.
    for holder in (item, *(each for each in item if len(each))):
        holder.text = holder.text or "\n"
        for child in holder:
            child.tail = "\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(item, encoding="unicode").strip()}\n'


def _item_meta(known: Particulars) -> Element:
    meta = Element("itemMeta")
    SubElement(meta, "itemClass", {"qcode": "ninat:text"})
    SubElement(meta, "provider", {"literal": "autobrief"})
    _said(meta, "versionCreated", known.created)
    _said(meta, "firstCreated", known.first_created)
    SubElement(meta, "pubStatus", {"qcode": STATUS[known.usable]})
    SubElement(meta, "generator", {"versioninfo": particulars.GENERATOR}).text = "autobrief"
    _said(meta, "profile", "article")
    _said(meta, "title", known.headline)
    _said(meta, "edNote", particulars.MACHINE + f" by {particulars.GENERATOR}.")
    for text_, role in ((known.withheld, "withheld"), *((each, "correction") for each in known.corrections)):
        _said(meta, "edNote", text_, roleuri=f"{particulars.AUTHORITY}{role}")
    return meta


def _content_meta(known: Particulars) -> Element:
    meta = Element("contentMeta")
    _said(meta, "urgency", "4")
    _said(meta, "contentCreated", known.first_created)
    _said(meta, "contentModified", known.created)
    SubElement(meta, "digitalSourceType", {"uri": particulars.DIGITAL_SOURCE})
    for place in known.places[:1]:
        _named(meta, "located", place.name, literal=place.id)
    SubElement(meta, "creator", {"literal": "autobrief"})
    _said(meta, "altId", known.id, typeuri=f"{particulars.AUTHORITY}id")
    _said(meta, "altId", known.version, typeuri=f"{particulars.AUTHORITY}version")
    SubElement(meta, "language", {"tag": known.language})
    for code, name in particulars.TOPICS:
        _named(meta, "subject", name, type="cpnat:abstract", qcode=f"medtop:{code}")
    for place in known.places:
        _named(meta, "subject", place.name, type="cpnat:geoArea", literal=place.id)
    for party in known.parties:
        _named(meta, "subject", party.name, type="cpnat:organisation", literal=party.id)
    for number, name in enumerate(known.people, 1):
        _named(meta, "subject", name, type="cpnat:person", literal=f"person-{number}")
    _named(meta, "subject", known.date, type="cpnat:event", literal=known.id.split("/")[0])
    _said(meta, "slugline", slugline(known))
    _said(meta, "headline", known.headline)
    _said(meta, "by", known.byline)
    for picture in known.pictures:
        _said(meta, "creditline", picture.credit)
    _said(meta, "description", known.standfirst, role="drol:summary")
    # Again what the alternative ids say: not every reader looks at those.
    for name, value in (("id", known.id), ("version", known.version)):
        SubElement(meta, "contentMetaExtProperty", {"reluri": f"{particulars.AUTHORITY}{name}", "value": value})
    return meta


def _said(parent: Element, tag: str, text_: str, **attributes: str) -> None:
    if text_:
        SubElement(parent, tag, attributes).text = text_


def _named(parent: Element, tag: str, name: str, **attributes: str) -> None:
    SubElement(SubElement(parent, tag, attributes), "name").text = name


def _xhtml(article: Article, known: Particulars) -> Element:
    page = Element("html", {"xmlns": XHTML, "lang": known.language, "xml:lang": known.language})
    head = SubElement(page, "head")
    SubElement(head, "title").text = known.headline
    for picture in known.pictures:
        _credited(head, picture)
    SubElement(page, "body").extend(markup.body(article))
    return page


def _credited(head: Element, picture: Picture) -> None:
    """A picture's credit beside its address, since a credit line in the item's own data does not say whose it is."""
    if picture.address:
        SubElement(head, "link", {"rel": "image", "href": picture.address, "title": picture.credit})
