"""Estimates of an earlier general election on newer boundaries, in the two layouts published so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field

from autobrief.record.cells import Filled, Votes, Whole, Words
from autobrief.record.faults import Faults
from autobrief.record.parliament_form import Say, is_header, read_lines, rows_of
from autobrief.record.parties import PartyName

# The estimates of 2019 have no header row; those of 2005 have one, with the names used here.
_COLUMNS = (
    "constituency_name", "name again", "constituency_id", "number", "region_code", "region", "type", "turnout",
    "electorate", "total_votes", "majority", "vote_code", "votes", "mnis_party_abbrev", "mnis_party_name",
    "mnis_party_id",
)  # fmt: skip

# All others together, and the largest of them: sums of rows that are there as well.
_SUMMARIES = ("TOTOTHV", "MAXOTHV")
# Vote codes that the estimates of 2019 give another party's MNIS id: Advance Together has that of the
# Trade Unionist and Socialist Coalition, the Yorkshire Party that of its old name, and People Before
# Profit in Northern Ireland that of a party in England.
_CORRECTED = {
    "ADVV": ("Advance Together", "Adv", "1015"),
    "YRKSV": ("The Yorkshire Party", "Yrks", "262"),
    "PBPV": ("People Before Profit Alliance", "PBPA", "177"),
    "Commons Speaker": ("Speaker", "Spk", "47"),
}
# A second independent in a seat is "Independent 2 etc.", a third has no name at all.
_INDEPENDENT = ("Independent", "Ind", "8")


class NotionalRow(BaseModel):
    """The estimated votes of one party, or of one independent, in one seat."""

    line: int
    seat: Filled = Field(alias="constituency_id")
    name: Words = Field("", alias="constituency_name")
    region: Words = ""
    type: Words = ""
    vote_code: Words = ""
    party: Words = Field("", alias="mnis_party_name")
    abbreviation: Words = Field("", alias="mnis_party_abbrev")
    party_mnis: Words = Field("", alias="mnis_party_id")
    votes: Votes
    total: Whole = Field(None, alias="total_votes")
    electorate: Whole = None


@dataclass(frozen=True, slots=True)
class NotionalParty:
    """A party's name in the estimates, before it is known which continuing party it stands for."""

    name: str
    abbreviation: str
    mnis: str

    def named(self, party: str) -> PartyName:
        return PartyName(self.name, party, self.abbreviation, self.mnis)


def read_notional(path: Path, faults: Faults, say: Say) -> list[NotionalRow]:
    """The rows of a notional file that are votes, without the summaries that would count some twice."""
    lines = read_lines(path, faults, say)
    if not lines:
        return []
    if is_header(lines[0][1]):
        headings = [cell.strip().casefold() for cell in lines[0][1]]
        missing = [heading for heading in ("constituency_id", "votes") if heading not in headings]
        for heading in missing:
            faults.add(path.name, 1, "", f'there is no column "{heading}"')
        if missing:
            return []
        rows = rows_of(path.name, NotionalRow, [headings], lines[1:], faults)
    else:
        rows = rows_of(path.name, NotionalRow, [_COLUMNS], lines, faults)
    return [row for row in rows if row.vote_code not in _SUMMARIES]


def party_of(row: NotionalRow) -> NotionalParty:
    """The party that a row counts; rows that name none are the sum of others."""
    if row.vote_code in _CORRECTED:
        return NotionalParty(*_CORRECTED[row.vote_code])
    if row.party_mnis == _INDEPENDENT[2]:
        return NotionalParty(*_INDEPENDENT)
    if not row.party:
        return NotionalParty("Other", "Oth", "")
    return NotionalParty(row.party, row.abbreviation, row.party_mnis)


def is_other(party: NotionalParty) -> bool:
    return party.name == "Other" and not party.mnis


def check_notional(file: str, rows: Mapping[str, list[NotionalRow]], faults: Faults) -> None:
    """Votes of a seat add up to its total, are fewer than its electors, and no party is there twice."""
    for seat, votes in rows.items():
        cast = sum(row.votes for row in votes)
        first = votes[0]
        if faults.is_unread(seat):
            continue
        if first.total is not None and cast != first.total:
            faults.add(file, first.line, "total_votes", f"{first.total} but the votes in {seat} add up to {cast}")
        if first.electorate is not None and cast > first.electorate:
            faults.add(file, first.line, "electorate", f"{first.electorate} is fewer than the {cast} votes in {seat}")
        seen: set[str] = set()
        for row in votes:
            party = party_of(row)
            # Independents are persons: two of them in a seat are two candidates.
            key = party.mnis or party.name
            if key in seen and party.name != "Independent":
                faults.add(file, row.line, "", f"{party.name} is in {seat} twice")
            seen.add(key)
