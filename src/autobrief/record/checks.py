"""Whether the rows of a published election agree with each other."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime

from autobrief.record.elections import stands_for
from autobrief.record.faults import Faults
from autobrief.record.parliament_form import CandidacyRow, ContestRow
from autobrief.record.parties import PartyName

_CONTESTS = "constituencies.csv"
_CANDIDACIES = "candidacies.csv"

Key = tuple[date | None, str]


def key_of(row: ContestRow | CandidacyRow) -> Key:
    """What ties candidacies to their contest: the seat, and for by-elections the day."""
    return row.election_date, row.seat


def check_rows(
    contests: list[ContestRow],
    candidacies: list[CandidacyRow],
    parties: Mapping[str, PartyName],
    closes: Callable[[ContestRow], datetime],
    faults: Faults,
) -> None:
    """Add a fault for every seat, sum or time that does not agree with the rest.

    Not checked: the member's name, the second party, votes by party, shares and changes.  Who won
    follows from the candidates' votes and from nothing else.  A contest without any votes, time or sum
    is one that has not been declared.
    """
    of_contest = defaultdict(list)
    for row in candidacies:
        of_contest[key_of(row)].append(row)
    seen: dict[Key, int] = {}
    for contest in contests:
        key = key_of(contest)
        if key in seen:
            faults.add(_CONTESTS, contest.line, "ONS ID", f"{contest.seat} stands in line {seen[key]} already")
            continue
        seen[key] = contest.line
        if contest.declared and contest.declared < closes(contest):
            message = f"{contest.declared:%d/%m/%Y %H:%M} is before the polls closed"
            faults.add(_CONTESTS, contest.line, "Declaration time", message)
        if faults.is_unread(contest.seat):
            continue
        if not candidacies and not is_declared(contest):
            continue
        if key not in of_contest:
            faults.add(_CONTESTS, contest.line, "ONS ID", f"{contest.seat} has no candidacies")
            continue
        if _is_counted(contest, of_contest[key], faults):
            _check_sums(contest, of_contest[key], faults)
            _check_first(contest, of_contest[key], parties, faults)
    _check_candidacies(candidacies, seen, faults)


def is_declared(contest: ContestRow) -> bool:
    """Whether the table has anything of the contest's result."""
    return bool(contest.declared or contest.first) or (contest.valid, contest.majority) != (None, None)


def _is_counted(contest: ContestRow, candidacies: list[CandidacyRow], faults: Faults) -> bool:
    """Whether every candidate has votes; a fault for each who has none, unless nothing of the contest is declared."""
    blank = [row for row in candidacies if row.votes is None]
    if blank and (len(blank) < len(candidacies) or is_declared(contest)):
        for row in blank:
            faults.add(_CANDIDACIES, row.line, "Votes", "is blank")
    return not blank


def _check_sums(contest: ContestRow, candidacies: list[CandidacyRow], faults: Faults) -> None:
    votes = sorted((row.votes for row in candidacies), reverse=True)
    cast = sum(votes)
    ahead = votes[0] - (votes[1] if len(votes) > 1 else 0)
    if contest.valid is not None and contest.valid != cast:
        message = f"{contest.valid} but the votes of the candidates add up to {cast}"
        faults.add(_CONTESTS, contest.line, "Valid votes", message)
    if contest.majority is not None and contest.majority != ahead:
        message = f"{contest.majority} but the first candidate is {ahead} votes ahead"
        faults.add(_CONTESTS, contest.line, "Majority", message)
    if contest.electorate is not None and cast > contest.electorate:
        message = f"{contest.electorate} is fewer than the {cast} votes cast"
        faults.add(_CONTESTS, contest.line, "Electorate", message)


def _check_first(
    contest: ContestRow, candidacies: list[CandidacyRow], parties: Mapping[str, PartyName], faults: Faults
) -> None:
    if not contest.first:
        return
    most = max(row.votes for row in candidacies)
    leaders = [parties[row.party] for row in candidacies if row.votes == most]
    if not any(stands_for(party, contest.first) for party in leaders):
        message = f'"{contest.first}" but {leaders[0].name} had the most votes'
        faults.add(_CONTESTS, contest.line, "First party", message)


def _check_candidacies(candidacies: list[CandidacyRow], contests: Mapping[Key, int], faults: Faults) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in candidacies:
        if key_of(row) not in contests and not faults.is_unread(row.seat):
            faults.add(_CANDIDACIES, row.line, "ONS ID", f"{row.seat} is not in {_CONTESTS}")
        person = (*key_of(row), row.party, row.given, row.family, row.mnis)
        if person in seen:
            name = f"{row.given} {row.family}".strip()
            faults.add(_CANDIDACIES, row.line, "", f"{name} ({row.party}) stands in line {seen[person]} already")
        seen.setdefault(person, row.line)
