"""An article as text, or as bytes: one file per format, each with `render(article)`.

Those of DATED also take an `Issue`, the times that a receiving system tells versions by: `render(name, article, issue)`.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

NAMES = ("markdown", "html", "html-fragment", "text", "json", "ninjs", "ninjs-superdesk", "ninjs3", "newsml-g2", "ans", "atom", "docx")
DATED = ("html", "html-fragment", "ninjs", "ninjs-superdesk", "ninjs3", "newsml-g2", "ans", "atom", "docx")
BINARY = ("docx",)
ENDINGS = {"markdown": "md", "html": "html", "html-fragment": "html", "text": "txt", "newsml-g2": "xml", "atom": "atom", "docx": "docx"}
"""File name endings, where not json."""


class Formats(Mapping):
    """Renderers by name; a format is imported when it is asked for, and no other with it."""

    def __getitem__(self, name: str) -> Callable[..., str | bytes]:
        if name not in NAMES:
            raise KeyError(name)
        return import_module(f"{__name__}.{name.replace('-', '_')}").render

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


FORMATS = Formats()


def render(name: str, article, issue=None) -> bytes:
    """The article in this format as it is to be stored, UTF-8 where it is text."""
    renderer = FORMATS[name]
    found = renderer(article, issue) if name in DATED else renderer(article)
    return found if isinstance(found, bytes) else found.encode("utf-8")
