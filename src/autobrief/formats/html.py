"""A whole page that needs nothing else: no script, no outside file, every text escaped."""

from html import escape

from .. import __version__
from ..model.text import Article, Block
from . import layout

STYLE = """body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: 1.0625rem/1.5 Georgia, serif; }
h1, h2, h3, caption { line-height: 1.2; }
.standfirst { font-size: 1.2rem; }
.wide { margin: 2rem 0; overflow-x: auto; }
table { border-collapse: collapse; font: .875rem/1.4 sans-serif; }
caption { font-weight: bold; padding: .5rem 0; text-align: left; }
th, td { border-bottom: 1px solid #767676; padding: .25rem .75rem .25rem 0; text-align: left; }
.figure { text-align: right; }
figure { margin: 1.5rem 0; }
figure img { max-width: 100%; }
figcaption { font-size: .875rem; }
footer { border-top: 1px solid #767676; font-size: .875rem; }"""

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<meta name="generator" content="autobrief {version}">{held}
<style>
{style}
</style>
</head>
<body>
<main>
<article>
{body}
</article>
</main>
</body>
</html>
"""


def render(article: Article) -> str:
    """The page: header, copy, lists, tables, and the method note as footer."""
    body = [_header(article), *map(_copy, layout.copy(article)), *map(_list, layout.lists(article)),
            *map(_table, layout.tables(article)), *map(_links, layout.links(article)), _footer(article)]
    return PAGE.format(language=_quoted(article.language), title=_text(article.headline), version=_quoted(__version__),
                       description=_quoted(article.standfirst), held=_held(article), style=STYLE, body="\n".join(part for part in body if part))


def _text(text: str) -> str:
    return escape(layout.line(text), quote=False)


def _quoted(text: str) -> str:
    return escape(layout.line(text), quote=True)


def _header(article: Article) -> str:
    lines = ["<header>", f"<h1>{_text(article.headline)}</h1>"]
    if article.standfirst:
        lines.append(f'<p class="standfirst">{_text(article.standfirst)}</p>')
    if article.byline:
        lines.append(f'<p class="byline">{_text(article.byline)}</p>')
    return "\n".join([*lines, "</header>"])


def _held(article: Article) -> str:
    """For whoever reads the page's head: it waits for a lawyer, and no search engine is to keep it."""
    if not article.held:
        return ""
    reason = _quoted(layout.held(article))
    return f'\n<meta name="state" content="held">\n<meta name="held" content="{reason}">\n<meta name="robots" content="noindex">'


def _copy(block: Block) -> str:
    if block.kind == "picture":
        return _picture(block)
    if block.kind == "correction":
        return f'<p class="correction">{_text(block.text)}</p>'
    tag = "h2" if block.kind == "heading" else "p"
    return f"<{tag}>{_text(block.text)}</{tag}>"


def _picture(block: Block) -> str:
    place, alt = layout.pictured(block)
    image = [f'<img src="{_quoted(place)}" alt="{_quoted(alt)}">'] if place else []
    return "\n".join(["<figure>", *image, f"<figcaption>{_text(block.text)}</figcaption>", "</figure>"])


def _links(block: Block) -> str:
    items = (f'<li><a href="{_quoted(place)}">{_text(title)}</a></li>' if place else f"<li>{_text(title)}</li>"
             for title, place in layout.linked(block))
    return "\n".join([f'<nav aria-label="{_quoted(block.caption)}">', f"<h3>{_text(block.caption)}</h3>", "<ul>", *items, "</ul>", "</nav>"])


def _list(block: Block) -> str:
    items = (f"<li>{_text(sentence.text)}</li>" for sentence in block.sentences)
    return "\n".join([f"<h3>{_text(block.caption)}</h3>", "<ul>", *items, "</ul>"])


def _table(block: Block) -> str:
    figures = ['class="figure"' if right else "" for right in layout.figure_columns(block)]
    head = "".join(_cell("th", column, 'scope="col"', kind) for column, kind in zip(block.columns, figures, strict=True))
    body = []
    for first, *rest in layout.rows(block):
        name = _cell("th", first, 'scope="row"', figures[0])
        cells = "".join(_cell("td", text, kind) for text, kind in zip(rest, figures[1:], strict=True))
        body.append(f"<tr>{name}{cells}</tr>")
    # On a narrow screen the table scrolls by itself, by keyboard too.
    return "\n".join([f'<div class="wide" role="region" tabindex="0" aria-label="{_quoted(block.caption)}">', "<table>",
                      f"<caption>{_text(block.caption)}</caption>", "<thead>", f"<tr>{head}</tr>", "</thead>",
                      "<tbody>", *body, "</tbody>", "</table>", "</div>"])


def _cell(tag: str, text: str, *attributes: str) -> str:
    opening = " ".join([tag, *filter(None, attributes)])
    return f"<{opening}>{_text(text)}</{tag}>"


def _footer(article: Article) -> str:
    lines = [f"<p>{escape(text, quote=False)}</p>" for text in layout.closing(article)]
    return "\n".join(["<footer>", *lines, "</footer>"]) if lines else ""
