"""A whole page that needs nothing else: no outside file, nothing that runs, every text escaped by a serialiser."""

from html import escape

from .. import __version__
from ..model.text import Article
from . import layout, linked_data, markup
from .particulars import Issue, version, withheld

STYLE = """body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: 1.0625rem/1.5 Georgia, serif; }
h1, h2, caption { line-height: 1.2; }
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
<meta name="generator" content="autobrief {generator}">
<meta name="article-id" content="{id}">
<meta name="article-version" content="{version}">{held}
{data}
<style>
{style}
</style>
</head>
<body>
<main>
{article}
</main>
</body>
</html>
"""


def render(article: Article, issue: Issue | None = None) -> str:
    """The page: header, copy, lists, tables, and the method note as footer."""
    return PAGE.format(language=_quoted(article.language), title=escape(layout.line(article.headline), quote=False),
                       generator=_quoted(__version__), id=_quoted(article.id), version=version(article),
                       description=_quoted(article.standfirst), held=_held(article), style=STYLE,
                       data=linked_data.script(article, issue), article=markup.html([sections(article)]))


def sections(article: Article, **attributes: str):
    """The `article` element: header, copy, each table in a region of its own, links to go on with, and the footer."""
    top = [markup.element("h1", article.headline)]
    top += [markup.element("p", text, class_=name) for name, text in (("standfirst", article.standfirst), ("byline", article.byline)) if text]
    parts = [markup.element("header", "", top), *map(markup.copied, layout.copy(article))]
    parts += [each for block in layout.lists(article) for each in markup.listed(block)]
    # On a narrow screen the table scrolls by itself, by keyboard too.
    parts += [markup.element("div", "", [markup.table(block, "figure")], class_="wide", role="region", tabindex="0",
                             aria_label=layout.line(block.caption)) for block in layout.tables(article)]
    parts += [markup.element("nav", "", markup.linked(block), aria_label=layout.line(block.caption)) for block in layout.links(article)]
    closing = [markup.element("p", text) for text in layout.closing(article)]
    return markup.element("article", "", [*parts, *([markup.element("footer", "", closing)] if closing else [])], **attributes)


def _quoted(text: str) -> str:
    return escape(layout.line(text), quote=True)


def _held(article: Article) -> str:
    """For whoever reads the page's head: it waits for a lawyer, or is a rehearsal, and no search engine is to keep it."""
    reason = _quoted(withheld(article))
    return f'\n<meta name="state" content="held">\n<meta name="held" content="{reason}">\n<meta name="robots" content="noindex">' if reason else ""
