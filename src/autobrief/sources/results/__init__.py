"""Feeds of results, one file for each format: outside bytes -> bulletins.

`parse` recognises a file's format by its content.  Nothing here knows the record; `record.feeds` holds what is
read against it.
"""

import csv

from ...model.results import Bulletin, Refusal
from . import democracy_club, pa_xml, parliament, plain
from .cells import UNFINISHED
from .parliament import joined

__all__ = ["FORMATS", "UNFINISHED", "joined", "parse"]
FORMATS = (pa_xml, plain, democracy_club, parliament)
RESULTS = (".csv", ".xml", ".json", ".txt")
"""Endings of files that are meant to hold results: one that cannot be read is worth a look."""


def parse(name: str, content: bytes) -> tuple[list[Bulletin], list[Refusal]]:
    """The bulletins of one file, and what in it could not be read.  Never raises for what a file holds."""
    text = decoded(content)
    if not text.strip():
        return [], [Refusal(name, 0, UNFINISHED, "the file is empty", waits=name.casefold().endswith(RESULTS))]
    for form in FORMATS:
        try:
            if form.recognised(name, text):
                return form.bulletins(name, text)
        except csv.Error:
            continue
    return [], [Refusal(name, 0, "unknown_form", "not a form of results that is known; docs/feeds.md has them", text[:200],
                        waits=name.casefold().endswith(RESULTS))]


def decoded(content: bytes) -> str:
    """The text, from whatever wrote it; where each line ends with a carriage return alone, with line ends that are known here."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text if "\n" in text else text.replace("\r", "\n")
