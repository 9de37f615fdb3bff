"""Checking a table of the record that was edited after it was imported."""

import csv
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError


def _time(value: str) -> str:
    if value and datetime.fromisoformat(value).tzinfo is None:
        raise ValueError("a time needs its offset, such as 2019-12-13T02:30+00:00")
    return value


WholeOrBlank = Annotated[str, Field(pattern=r"^\d*$")]
YesOrBlank = Literal["yes", ""]


class ContestRow(BaseModel):
    """One row of a contests table."""

    model_config = ConfigDict(extra="forbid")
    seat: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    county: str
    country: str
    type: str
    polled: str
    declared: Annotated[str, AfterValidator(_time)]
    electorate: WholeOrBlank
    invalid: WholeOrBlank
    status: Literal["declared", "not_declared", "winner_known", "recount", "corrected", "void", "postponed"]
    official_result: str
    official_first: str


class CandidacyRow(BaseModel):
    """One row of a candidacies table."""

    model_config = ConfigDict(extra="forbid")
    seat: Annotated[str, Field(min_length=1)]
    party: Annotated[str, Field(min_length=1)]
    given: str
    family: str
    gender: Literal["M", "F", "N", ""]
    mnis: WholeOrBlank
    sitting: YesOrBlank
    former: YesOrBlank
    votes: WholeOrBlank


def check_table(name: str, content: bytes) -> list[str]:
    """Every fault of the table as `line:column: what`; tables of other kinds are only read as CSV."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [f"1: not UTF-8: {error.reason}"]
    if not name.endswith(".csv"):
        return []
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    model = ContestRow if ".contests." in name else CandidacyRow if ".candidacies." in name else None
    faults = []
    for number, cells in enumerate(lines, 2):
        if len(cells) != len(header):
            faults.append(f"{number}: {len(cells)} cells under {len(header)} columns")
        elif model:
            faults += _faults(model, dict(zip(header, cells, strict=False)), number)
    return faults


def _faults(model, row: dict, number: int) -> list[str]:
    try:
        model.model_validate(row)
    except ValidationError as error:
        return [f"{number}:{e['loc'][0] if e['loc'] else ''}: {e['msg']}" for e in error.errors()]
    return []
