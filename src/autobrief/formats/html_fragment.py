"""The article as one HTML element, to paste into a page or a content system."""

from ..model.text import Article
from . import linked_data, markup
from .html import sections
from .particulars import Issue, version, withheld


def render(article: Article, issue: Issue | None = None) -> str:
    """The `article` element with its language, and after it what machines read."""
    held = {"data_state": "held"} if withheld(article) else {}
    element = sections(article, lang=article.language, data_id=article.id, data_version=version(article), **held)
    return f"{markup.html([element])}\n{linked_data.script(article, issue)}\n"
