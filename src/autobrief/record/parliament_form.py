"""The form in which UK Parliament publishes results: constituencies.csv and candidacies.csv.

With or without a header row, a byte order mark or CRLF; tables of by-elections put dates first.
"""

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from autobrief.record.cells import Day, Filled, Gender, Moment, Whole, Words, Yes
from autobrief.record.faults import Faults

Say = Callable[[str], None]
Row = TypeVar("Row", bound=BaseModel)

_PLACE = ("ONS ID", "ONS region ID", "Constituency name", "County name", "Region name", "Country name",
          "Constituency type")  # fmt: skip
_CONTEST = (*_PLACE, "Declaration time", "Member first name", "Member surname", "Member gender", "Result",
            "First party", "Second party", "Electorate", "Valid votes", "Invalid votes", "Majority")  # fmt: skip
_PARTY_VOTES = ("Con", "Lab", "LD", "BRX", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI",
                "All other candidates")  # fmt: skip
_CANDIDACY = (*_PLACE, "Party name", "Party abbreviation", "Electoral Commission party ID", "MNIS party ID",
              "Electoral Commission adjunct party ID", "Candidate first name", "Candidate surname",
              "Candidate gender", "Sitting MP", "Former MP", "Member MNIS ID", "Votes", "Share",
              "Change")  # fmt: skip

# What a table without a header may hold; those of by-elections have dates before the place.
_CONTEST_WIDTHS = ((*_CONTEST, *_PARTY_VOTES), (*_CONTEST, *_PARTY_VOTES, "Of which other winner"))
_CANDIDACY_WIDTHS = (_CANDIDACY, (*_CANDIDACY, "Democracy Club person ID"))
_SAME_HEADING = {
    "ons id2": "ons id",
    "by-election date": "election date",
    "dc person id": "democracy club person id",
    "ucunf": "uup",
}


class ContestRow(BaseModel):
    """A line of constituencies.csv."""

    line: int
    seat: Filled = Field(alias="ONS ID")
    region_code: Words = Field("", alias="ONS region ID")
    name: Filled = Field(alias="Constituency name")
    county: Words = Field("", alias="County name")
    region: Words = Field("", alias="Region name")
    country: Words = Field("", alias="Country name")
    type: Words = Field("", alias="Constituency type")
    election_date: Day = Field(None, alias="Election date")
    declared: Moment = Field(None, alias="Declaration time")
    member_given: Words = Field("", alias="Member first name")
    member_family: Words = Field("", alias="Member surname")
    result: Words = Field("", alias="Result")
    first: Words = Field("", alias="First party")
    electorate: Whole = Field(None, alias="Electorate")
    valid: Whole = Field(None, alias="Valid votes")
    invalid: Whole = Field(None, alias="Invalid votes")
    majority: Whole = Field(None, alias="Majority")
    # Kept as it stands: it tells the Ulster Unionists of 2010 from independents and nothing else.
    ulster_unionist: str = Field("", alias="UUP")


class CandidacyRow(BaseModel):
    """A line of candidacies.csv."""

    line: int
    seat: Filled = Field(alias="ONS ID")
    election_date: Day = Field(None, alias="Election date")
    party: Filled = Field(alias="Party name")
    abbreviation: Words = Field("", alias="Party abbreviation")
    commission: Words = Field("", alias="Electoral Commission party ID")
    party_mnis: Words = Field("", alias="MNIS party ID")
    given: Words = Field("", alias="Candidate first name")
    family: Filled = Field(alias="Candidate surname")
    gender: Gender = Field("", alias="Candidate gender")
    sitting: Yes = Field("", alias="Sitting MP")
    former: Yes = Field("", alias="Former MP")
    mnis: Words = Field("", alias="Member MNIS ID")
    # Blank in a contest that has not been declared, and nowhere else.
    votes: Whole = Field(alias="Votes")


def read_contests(folder: Path, faults: Faults, say: Say) -> list[ContestRow]:
    dates = ("Election date", "Writ date")
    return _read(folder / "constituencies.csv", ContestRow, _CONTEST_WIDTHS, dates, faults, say)


def read_candidacies(folder: Path, faults: Faults, say: Say) -> list[CandidacyRow]:
    return _read(folder / "candidacies.csv", CandidacyRow, _CANDIDACY_WIDTHS, ("Election date",), faults, say)


def _read(
    path: Path, model: type[Row], widths: Sequence[tuple[str, ...]], dates: tuple[str, ...], faults: Faults, say: Say
) -> list[Row]:
    lines = read_lines(path, faults, say)
    if not lines:
        return []
    known = {heading.casefold(): heading for heading in (*widths[-1], *dates)}
    if is_header(lines[0][1]):
        headings = [_heading(cell, known) for cell in lines[0][1]]
        lines = lines[1:]
        for wanted in (f.alias for f in model.model_fields.values() if f.is_required() and f.alias):
            if wanted not in headings:
                faults.add(path.name, 1, "", f'there is no column "{wanted}"')
                lines = []
        allowed = [headings]
    else:
        before = dates if re.match(r"\d+/\d+/\d+|\d{4}-\d\d-\d\d", lines[0][1][0]) else ()
        allowed = [(*before, *width) for width in widths]
    return rows_of(path.name, model, allowed, lines, faults)


def rows_of(
    file: str, model: type[Row], allowed: Sequence[Sequence[str]], lines: list[tuple[int, list[str]]], faults: Faults
) -> list[Row]:
    """Lines as rows of a model; what does not fit is a fault, and the row is left out."""
    rows = []
    by_width = {len(headings): headings for headings in allowed}
    if not lines and not faults:
        faults.add(file, 0, "", "there are no rows")
    for number, cells in lines:
        while len(cells) > max(by_width) and not cells[-1].strip():
            cells = cells[:-1]
        if len(cells) not in by_width:
            wanted = " or ".join(str(width) for width in sorted(by_width))
            faults.add(file, number, "", f"{len(cells)} columns where there should be {wanted}")
            faults.add_unread(cells)
            continue
        try:
            named = dict(zip(by_width[len(cells)], cells, strict=True))
            rows.append(model.model_validate(named | {"line": number}))
        except ValidationError as error:
            faults.add_unread(cells)
            for one in error.errors():
                faults.add(file, number, str(one["loc"][0]), str(one.get("ctx", {}).get("error", one["msg"])))
    return rows


def read_lines(path: Path, faults: Faults, say: Say) -> list[tuple[int, list[str]]]:
    """The lines of a CSV file that are not empty, each with its number in the file."""
    try:
        raw = path.read_bytes()
    except OSError:
        faults.add(path.name, 0, "", f"there is no such file in {path.parent}")
        return []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        say(f"{path.name} is not UTF-8: read as Windows-1252.")
        text = raw.decode("cp1252", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    if not lines:
        faults.add(path.name, 0, "", "there are no rows")
    return lines


def is_header(cells: list[str]) -> bool:
    """Whether a first line names columns: some cell of it is the heading of the seat's code."""
    return any(cell.strip().casefold() in ("ons id", "ons id2", "constituency_id") for cell in cells)


def _heading(cell: str, known: dict[str, str]) -> str:
    plain = " ".join(cell.split()).casefold()
    plain = _SAME_HEADING.get(plain, plain)
    return known.get(plain, cell.strip())
