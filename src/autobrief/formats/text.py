"""Plain text, for a wire or a terminal: a paragraph to a line, tables in aligned columns."""

from ..model.text import Article, Block
from . import layout
from .particulars import Particulars, of


def render(article: Article) -> str:
    """Headline, standfirst, copy, lists, tables and the method note, a blank line between; last its particulars."""
    top = [article.headline, article.standfirst, article.byline]
    known = of(article)
    held = [f"Held, not for publication: {known.withheld}"] if known.withheld else []
    parts = held + [layout.line(text) for text in top] + [body(article), _particulars(known)]
    return "\n\n".join(part for part in parts if part) + "\n"


def body(article: Article) -> str:
    """What stands below the byline, for formats that carry a plain text beside their markup."""
    parts = [_copy(block) for block in layout.copy(article)]
    parts += [_list(block) for block in layout.lists(article)]
    parts += [_table(block) for block in layout.tables(article)]
    parts += [_links(block) for block in layout.links(article)]
    return "\n\n".join(part for part in (*parts, *layout.closing(article)) if part)


def _particulars(known: Particulars) -> str:
    """What a desk files it by, a line each, below a line of its own as in a letter's signature."""
    lines = {"Id": known.id, "Version": known.version, "Polling day": known.date, "Language": known.language,
             "Places": "; ".join(place.name for place in known.places), "Parties": "; ".join(party.name for party in known.parties),
             "People": "; ".join(known.people)}
    return "\n".join(["-- ", *(f"{name}: {value}" for name, value in lines.items() if value)])


def _copy(block: Block) -> str:
    """A paragraph on its line; under a picture's caption what it shows, and where it is."""
    if block.kind != "picture":
        return layout.line(block.text)
    place, alt = layout.pictured(block)
    shown = f"[{'; '.join(filter(None, (alt, place)))}]"
    return "\n".join([layout.line(block.text), shown])


def _links(block: Block) -> str:
    items = [f"- {title}: {place}" if place else f"- {title}" for title, place in layout.linked(block)]
    return "\n".join([layout.line(block.caption), "", *items])


def _list(block: Block) -> str:
    items = [f"- {layout.line(sentence.text)}" for sentence in block.sentences]
    return "\n".join([layout.line(block.caption), "", *items])


def _table(block: Block) -> str:
    lines = [[layout.line(column) for column in block.columns], *layout.rows(block)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    to_right = layout.figure_columns(block)
    aligned = ("  ".join(text.rjust(width) if right else text.ljust(width)
                         for text, width, right in zip(cells, widths, to_right, strict=True)).rstrip() for cells in lines)
    return "\n".join([layout.line(block.caption), "", *aligned])
