"""The copy as elements that are HTML and XHTML alike, for every format that carries markup.

Only tags that content systems let through: p, h2, ul, table, figure, a.  A parser makes the text safe, nobody by hand.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from ..model.text import Article, Block
from . import layout


def body(article: Article) -> list[Element]:
    """Copy, lists, tables, links, method note and corrections, without the headline, standfirst and byline."""
    return [*map(copied, layout.copy(article)), *(each for block in layout.lists(article) for each in listed(block)),
            *(table(block) for block in layout.tables(article)), *(each for block in layout.links(article) for each in linked(block)),
            *(element("p", text) for text in layout.closing(article))]


def element(tag: str, text: str = "", children: Iterable[Element] = (), **attributes: str) -> Element:
    """One element on lines of its own; what its children are stands a line to each."""
    found = Element(tag, {name.replace("_", "-").strip("-"): value for name, value in attributes.items()})
    found.extend(children)
    found.text = layout.line(text) if text else "\n" if len(found) else ""
    found.tail = "\n"
    return found


def xhtml(elements: Iterable[Element]) -> str:
    """Well-formed XML that an HTML parser reads alike: void elements closed, empty ones with their end tag."""
    written = "".join(tostring(each, encoding="unicode", short_empty_elements=False) for each in elements)
    # The serialiser writes > in text and attributes as an entity, so that this can only be an image's own end.
    return written.replace("></img>", " />").strip()


def html(elements: Iterable[Element]) -> str:
    return "".join(tostring(each, encoding="unicode", method="html") for each in elements).strip()


def copied(block: Block) -> Element:
    if block.kind == "picture":
        return picture(block)
    return element("h2" if block.kind == "heading" else "p", block.text)


def picture(block: Block) -> Element:
    place, alt = layout.pictured(block)
    image = [Element("img", {"src": place, "alt": alt})] if place else []
    return element("figure", "", [*image, element("figcaption", block.text)])


def listed(block: Block) -> list[Element]:
    """A list under a heading of its own, no part of the section before it."""
    return [element("h2", block.caption), element("ul", "", (element("li", sentence.text) for sentence in block.sentences))]


def linked(block: Block) -> list[Element]:
    return [element("h2", block.caption), element("ul", "", (_link(title, place) for title, place in layout.linked(block)))]


def _link(title: str, place: str) -> Element:
    item = element("li", "" if place else title)
    if place:
        SubElement(item, "a", {"href": place}).text = title
    return item


def table(block: Block, figures: str = "") -> Element:
    """The table with its caption, headed both ways; cells of figures get the class `figures`, if any."""
    classes = [{"class": figures} if right and figures else {} for right in layout.figure_columns(block)]
    head = element("tr", "", (element("th", text, scope="col", **kind) for text, kind in zip(block.columns, classes, strict=True)))
    rows = [element("tr", "", [element("th", row[0], scope="row", **classes[0]),
                               *(element("td", text, **kind) for text, kind in zip(row[1:], classes[1:], strict=True))])
            for row in layout.rows(block)]
    return element("table", "", [element("caption", block.caption), element("thead", "", [head]), element("tbody", "", rows)])
