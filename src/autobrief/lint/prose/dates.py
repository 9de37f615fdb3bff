"""Dates and times that cannot be: 31 November, 13.5am."""

import re
from collections.abc import Iterator
from datetime import date

from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import FULL, PROSE, Found, rule

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@rule("date", kinds=PROSE)
def impossible_date(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A day that the month does not have, or the wrong day of the week: “31 November”, “Friday 12 December 2019”."""
    months = "|".join(MONTHS)
    text = passage.text
    for found in every(rf"(?<![\w.,])(?:(?P<week>{'|'.join(DAYS)}),? (?:the )?)?(?P<day>\d{{1,2}})(?:st|nd|rd|"
                             rf"th)?(?: of)? (?P<month>{months})\b(?:,? (?P<year>\d{{4}})\b)?", text):
        yield from _fault(found, text)
    for found in every(rf"\b(?:{months}) (\d{{5,}}|\d{{3}})(?![\w,.]\d|\w)(?! [a-z]+s\b)", text):
        yield Found(found.start(1), f"“{found[1]}” is no year: write the right one")
    for found in every(rf"\b(?:(?P<week>{'|'.join(DAYS)}),? )?(?P<month>{months}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]|"
                             rf"[.,]\d)(?:,? (?P<year>(?:1[89]|20)\d\d)\b)?", text):
        yield from _fault(found, text)


def _fault(found: re.Match, text: str) -> Iterator[Found]:
    day, month = int(found["day"]), MONTHS.index(found["month"]) + 1
    year = int(found["year"]) if found["year"] else None
    longest = LENGTHS[month - 1] - (month == 2 and year is not None and not (year % 4 == 0 and (year % 100 or year % 400 == 0)))
    before, after = text[:found.start()], text[found.end():]
    if not 1 <= day <= longest:
        # "The 45 May loyalists", "by May 50": names and counts, unless a date is meant.
        sure = year or day <= 31 or search(r"(?:\b(?:on|by|until|since|from|of|before|after|to|and|the)|,|^|"
                                              r"[.(]) *$", before) and not match(r" [a-z]*[A-Za-z]+s\b", after)
        if sure and not (found["month"] in ("March", "May") and day > 31 and not year and not search(r"\bon $", before)):
            yield Found(found.start("day"), f"{found['month']} has {longest} days: write the right date")
    elif year and found["week"] and date(year, month, day).weekday() != DAYS.index(found["week"]):
        yield Found(found.start("week"), f"{day} {found['month']} {year} was a {DAYS[date(year, month, day).weekday()]}")


@rule("numeric-date", kinds=FULL)
def numeric_date(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A date in figures alone inside a sentence: “on 12/12/2019”, “since 06.05.10”."""
    for found in every(r"\b(?:[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f|[Ii]n|[Tt]he|[Tt]o|closed|dated) "
                             r"(\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d\d))(?![\w/.-]\d|\w|%)", passage.text):
        if found[2] != "-" or len(found[1]) > 8:
            yield Found(found.start(1), f"“{found[1]}”: write the date as 12 December 2019")
    for found in every(r"\b[Ii]n the ((?:19|20)\d\d)(?=\s*[.;]|\s*$)", passage.text):
        yield Found(found.start(1), f"“in the {found[1]}”: write “in {found[1]}”, or what is missing")


@rule("time", kinds=PROSE)
def impossible_time(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A time that no clock shows: “13.5am”, “3.5am”, “3.75am”, “at 25:10”."""
    text = passage.text
    for found in every(r"(?<![\w.,:/])(\d{1,3})(?:[.:](\d*))?\s?(am|pm|a\.m\.|p\.m\.)(?!\w)", text):
        hour, minutes = int(found[1]), found[2]
        wrong = not (1 <= hour <= 12 or hour == 0 and minutes and found[3][0] == "a") or minutes is not None and (len(minutes) != 2
                or int(minutes) > 59)
        if wrong:
            yield Found(found.start(), f"“{found.group()}” is no time: write it as 3.05am, or 10pm")
    for found in every(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore) (\d{1,2}):(\d{2})(?![\w:.]\w|\d)", text):
        # 52:48 is how a vote was split.
        if (int(found[1]) > 24 or int(found[2]) > 59) and int(found[1]) + int(found[2]) != 100:
            yield Found(found.start(1), f"“{found[1]}:{found[2]}” is no time: write it as 3.05am, or 03:05")
    for found in every(r"\b\d{1,2}(?:[.:]\d\d)?(?:am|pm) (?:am|pm)\b|\b(?:am|pm)(?:am|pm)\b|\b\d{1,2}(?:[.:]\d\d)? o'clock (?:am|pm)\b", text):
        yield Found(found.start(), f"“{found.group()}”: write am or pm once")
