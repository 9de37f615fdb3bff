"""Cells of published tables: whole numbers, dates and words, with "[x]" and blank for unknown."""

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator

from autobrief.record.elections import LONDON

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
_UNKNOWN = ("", "[x]", "NA")
_GENDERS = {"male": "M", "m": "M", "female": "F", "f": "F", "non-binary": "N", "n": "N"}


def _whole_number(cell: str) -> int | None:
    text = cell.strip()
    if text in _UNKNOWN:
        return None
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if not re.fullmatch(r"-?[0-9]+", text):
        raise ValueError(f'"{cell}" is not a whole number')
    if text.startswith("-"):
        raise ValueError(f'"{cell}" is below nought')
    return int(text)


def _votes(cell: str) -> int:
    number = _whole_number(cell)
    if number is None:
        raise ValueError("is blank")
    return number


def _filled(cell: str) -> str:
    text = _words(cell)
    if not text:
        raise ValueError("is blank")
    return text


def _words(cell: str) -> str:
    text = " ".join(cell.split())
    return "" if text in _UNKNOWN else text


def _day(cell: str) -> date | None:
    return _parsed(cell, ("%d/%m/%Y", "%Y-%m-%d"), "a date (day/month/year)").date() if _words(cell) else None


def _moment(cell: str) -> datetime | None:
    if not _words(cell):
        return None
    forms = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S",
             "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z")  # fmt: skip
    moment = _parsed(cell, forms, "a time (day/month/year hour:minute)")
    return moment.astimezone(LONDON) if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _parsed(cell: str, forms: tuple[str, ...], wanted: str) -> datetime:
    for form in forms:
        try:
            return datetime.strptime(cell.strip(), form)
        except ValueError:
            continue
    raise ValueError(f'"{cell}" is not {wanted}')


def _gender(cell: str) -> str:
    return _GENDERS.get(cell.strip().casefold(), "")


def _yes(cell: str) -> str:
    return "yes" if cell.strip().casefold() == "yes" else ""


Whole = Annotated[int | None, BeforeValidator(_whole_number)]
Votes = Annotated[int, BeforeValidator(_votes)]
Words = Annotated[str, BeforeValidator(_words)]
Filled = Annotated[str, BeforeValidator(_filled)]
Day = Annotated[date | None, BeforeValidator(_day)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]
Gender = Annotated[str, BeforeValidator(_gender)]
Yes = Annotated[str, BeforeValidator(_yes)]
