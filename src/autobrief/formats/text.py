"""Plain text, for a wire or a terminal: a paragraph to a line, tables in aligned columns."""

from ..model.text import Article, Block
from . import layout


def render(article: Article) -> str:
    """Headline, standfirst, copy, lists, tables and the method note, a blank line between."""
    top = [article.headline, article.standfirst, article.byline]
    parts = [layout.line(text) for text in top] + [layout.line(block.text) for block in layout.copy(article)]
    parts += [_list(block) for block in layout.lists(article)]
    parts += [_table(block) for block in layout.tables(article)]
    parts += layout.closing(article)
    return "\n\n".join(part for part in parts if part) + "\n"


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
