"""Cells of a feed: whole numbers, times, yes and no; ValueError with the reason for anything else."""

import csv
import re
from datetime import date, datetime
from functools import lru_cache

from ...model.results import Refusal

UNFINISHED = "unfinished"
"""The code of a file that somebody is still writing."""
UNKNOWN = ("", "[x]", "NA", "n/a")
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
FORMS = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S")
YES, NO = ("yes", "y", "true", "t", "1", "*"), ("no", "n", "false", "f", "0", "")


def whole(cell: str, column: str = "votes") -> int | None:
    """A count, thousands with commas or without; None where it is blank."""
    text = cell.strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text)
    if text in UNKNOWN:
        return None
    if THOUSANDS.fullmatch(text) and len(text) <= 11:
        return int(text.replace(",", ""))
    raise ValueError(f"{column} {cell!r} is not a whole number")


@lru_cache(4096)
def moment(cell: str) -> datetime | None:
    """A time; one without offset is the election's own, Europe/London."""
    text = cell.strip()
    if text in UNKNOWN:
        return None
    from zoneinfo import ZoneInfo
    found = None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        for form in FORMS:
            try:
                found = datetime.strptime(text, form)
                break
            except ValueError:
                continue
    if found is None or (len(text) <= 10):
        raise ValueError(f"declared {cell!r} is not a time such as 2019-12-13T03:05+00:00")
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo("Europe/London"))


def day(cell: str) -> date | None:
    """A polling date, year first or day first."""
    text = cell.strip()
    if text in UNKNOWN:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(f"{cell!r} is not a date such as 2019-12-12")


def yes(cell: str, column: str = "elected") -> bool:
    text = cell.strip().casefold()
    if text in YES:
        return True
    if text in NO:
        return False
    raise ValueError(f"{column} {cell!r} is neither yes nor no")


def split(line: str) -> list[str]:
    """The cells of one line; csv.Error for a quotation that does not end."""
    return next(csv.reader([line], strict=True), []) if '"' in line else line.split(",")


def lines(name: str, text: str) -> tuple[list[tuple[int, list[str]]], list[Refusal]]:
    """The numbered lines of a CSV that are not empty; a file that ends inside a line is told, and that line left out.

    Whoever writes a feed ends each line: without the line end the last figure may be half a figure.
    """
    refusals = []
    if text and not text.endswith(("\n", "\r")):
        whole_lines, _, rest = text.rpartition("\n")
        refusals.append(Refusal(name, whole_lines.count("\n") + (2 if whole_lines else 1), UNFINISHED,
                                "the last line has no line end, so it may be half a line", rest))
        text = whole_lines + "\n" if whole_lines else ""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.removesuffix("\r")
        try:
            # Line by line: a stray quotation mark spoils its own line and not the rest of the night.
            cells = split(line)
        except csv.Error as error:
            refusals.append(Refusal(name, number, "unparsable", f"not a line of CSV: {error}", line))
            continue
        if any(cell.strip() for cell in cells):
            found.append((number, cells))
    return found, refusals
