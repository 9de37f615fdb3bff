"""Feeds of results, one file for each format: outside bytes -> bulletins.

`parse` recognises a file's format by its content.  Nothing here knows the record; `record.feeds` holds what is
read against it.
"""

from ...model.results import Bulletin, Refusal
from . import plain

FORMATS = (plain,)


def parse(name: str, content: bytes) -> tuple[list[Bulletin], list[Refusal]]:
    """The bulletins of one file, and what in it could not be read.  Never raises for what a file holds."""
    text = decoded(content)
    for form in FORMATS:
        if form.recognised(name, text):
            return form.bulletins(name, text)
    return [], [Refusal(name, 0, "unknown_form", "not a form of results that is known; docs/feeds.md has them", text[:200])]


def decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
