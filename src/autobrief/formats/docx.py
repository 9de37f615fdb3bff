"""Word, for desks with no importer: real headings, a table's first row its header, and the same bytes for the same article.

Needs python-docx, the extra `docx`.  Pictures stand as caption, credit and address: nothing is fetched.
"""

import io
import zipfile
from datetime import datetime

from ..errors import AutobriefError
from ..model.text import Article, Block
from . import layout, particulars
from .particulars import Issue, Particulars

EPOCH = (1980, 1, 1, 0, 0, 0)


def render(article: Article, issue: Issue | None = None) -> bytes:
    """The document.  Raises AutobriefError where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise AutobriefError("the format docx needs python-docx, which is not installed", hint="pip install 'autobrief[docx]'") from error
    known = particulars.of(article, issue)
    document = Document()
    _properties(document, known)
    if known.withheld:
        document.add_paragraph(f"Not for publication: {known.withheld}", style="Intense Quote")
    document.add_paragraph(known.headline, style="Title")
    for text, style in ((known.standfirst, "Subtitle"), (known.byline, "Normal")):
        if text:
            document.add_paragraph(text, style=style)
    pictures = iter(known.pictures)
    for block in layout.copy(article):
        _copied(document, block, pictures)
    _closing(document, article, known)
    return _fixed(document)


def _copied(document, block: Block, pictures) -> None:
    if block.kind != "picture":
        document.add_paragraph(layout.line(block.text), style="Heading 1" if block.kind == "heading" else "Normal")
        return
    shown = next(pictures)
    document.add_paragraph(layout.line(block.text), style="Caption")
    document.add_paragraph(f"[{'; '.join(filter(None, (shown.alt, shown.address)))}]")


def _closing(document, article: Article, known: Particulars) -> None:
    """Lists, tables, links, the method note with any corrections, and what a desk files it by."""
    for block in layout.lists(article):
        document.add_paragraph(layout.line(block.caption), style="Heading 1")
        for sentence in block.sentences:
            document.add_paragraph(layout.line(sentence.text), style="List Bullet")
    for block in layout.tables(article):
        _table(document, block)
    for block in layout.links(article):
        document.add_paragraph(layout.line(block.caption), style="Heading 1")
        for title, place in layout.linked(block):
            document.add_paragraph(": ".join(filter(None, (title, place))), style="List Bullet")
    for text in layout.closing(article):
        document.add_paragraph(text)
    lines = {"Places": "; ".join(place.name for place in known.places), "Parties": "; ".join(party.name for party in known.parties),
             "People": "; ".join(known.people), "Polling day": known.date}
    for name, text in lines.items():
        if text:
            document.add_paragraph(f"{name}: {text}")


def _table(document, block: Block) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    document.add_paragraph(layout.line(block.caption), style="Heading 1")
    lines = [[layout.line(column) for column in block.columns], *layout.rows(block)]
    table = document.add_table(rows=len(lines), cols=len(block.columns), style="Table Grid")
    to_right = layout.figure_columns(block)
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text, right in zip(row.cells, texts, to_right, strict=True):
            cell.text = text
            if right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    # A header row is said aloud with each cell, and repeated on each page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _properties(document, known: Particulars) -> None:
    """What Word shows as the document's properties.  It cuts off nothing, but refuses more than 255 characters."""
    core = document.core_properties
    core.identifier, core.version, core.title, core.subject = (text[:255] for text in (known.id, known.version, known.headline, known.standfirst))
    core.author, core.last_modified_by, core.language, core.category = known.byline[:255], "autobrief", known.language, "election"
    core.keywords = ", ".join(f"medtop:{code}" for code, _ in particulars.TOPICS)
    core.comments = f"{particulars.MACHINE} by {particulars.GENERATOR}. {particulars.DIGITAL_SOURCE}"
    core.content_status = "Draft" if known.usable else "Withheld"
    core.created, core.modified, core.revision = datetime.fromisoformat(known.first_created), datetime.fromisoformat(known.created), 1
    for style in document.styles.element.iter("{*}lang"):
        for name in style.attrib:
            if name.endswith("}val"):
                style.set(name, known.language)


def _fixed(document) -> bytes:
    """The saved file without the clock: every part bears the same old date."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(fixed, "w") as kept:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.external_attr = 0o600 << 16
            kept.writestr(part, made.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
