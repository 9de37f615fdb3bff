"""Import election results published by UK Parliament into a record of our own."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from autobrief.errors import Refused
from autobrief.record.assembly import (
    by_election,
    general_election,
    notional_election,
    polling_day,
    published_parties,
    with_ulster_unionists,
)
from autobrief.record.checks import check_rows, is_declared, key_of
from autobrief.record.elections import Election, polls_close
from autobrief.record.faults import Faults
from autobrief.record.identity import members_settled, read_sitting
from autobrief.record.known import Known, read_known
from autobrief.record.layer import put_elections
from autobrief.record.notional import NotionalRow, check_notional, read_notional
from autobrief.record.parliament_form import CandidacyRow, ContestRow, Say, read_candidacies, read_contests
from autobrief.record.spelling import names_mended

Row = TypeVar("Row", ContestRow, CandidacyRow)


def import_parliament(
    folder: Path,
    *,
    id: str | None = None,
    date: datetime.date | None = None,
    notional: Path | None = None,
    baseline: str | None = None,
    into: Path,
    known: Path | None = None,
    say: Say = lambda remark: None,
) -> list[str]:
    """Read a folder of Parliament's tables and put what it holds into the record layer `into`.

    A folder holds one general election, which needs `id` and `date`, or any number of by-elections,
    which have dates of their own.  `notional` is a file of the election before, estimated on the same
    boundaries; it becomes the baseline unless `baseline` names another.  `known` is the record that
    tells seats, parties and earlier elections.  Returns the ids written.  Raises InputError with every
    fault of every file; nothing is written then.
    """
    faults = Faults()
    record = read_known(known)
    contests = _slips_mended(read_contests(folder, faults, say), record, say)
    published = _Published(contests, names_mended(_candidacies(folder, contests, faults, say), say))
    if not published.contests:
        faults.stop_if_any()
    if any(row.election_date for row in published.contests):
        if id or date or notional:
            raise Refused(
                "By-elections have ids and dates of their own, and no notional file.",
                hint="Leave out --id, --date and --notional.",
            )
        return put_elections(into, _by_elections(published, baseline, record, faults))
    id, day = _id_and_date(id, date, record)
    published = published.recoded(day, record, faults)
    published = published.settled(id, day, known, record, say)
    estimates = _estimates(notional, published, record, faults, say) if notional else None
    if baseline is None and estimates is not None:
        baseline = f"{id}-notional"
    main = _general(id, day, baseline, published, record, faults)
    before = record.election_before(day)
    return put_elections(into, [notional_election(main, day, before, estimates, record), main] if estimates else [main])


def _candidacies(folder: Path, contests: list[ContestRow], faults: Faults, say: Say) -> list[CandidacyRow]:
    """The candidates; before an election they may be left to the feed's nominations."""
    if contests and not (folder / "candidacies.csv").exists() and not any(map(is_declared, contests)):
        say(f"there is no candidacies.csv in {folder}: who stands is taken from the feed")
        return []
    return read_candidacies(folder, faults, say)


def _slips_mended(contests: list[ContestRow], known: Known, say: Say) -> list[ContestRow]:
    """The rows with the published slips on record put right, each told."""
    mended = []
    for row in contests:
        right = known.majority_slips.get((row.election_date, row.seat, row.majority))
        if right is not None:
            say(f"constituencies.csv:{row.line}: Majority: {row.majority} is a known slip for {right}")
            row = row.model_copy(update={"majority": right})
        mended.append(row)
    return mended


@dataclass(frozen=True, slots=True)
class _Published:
    """The rows of both files, and the built-in boundary set that they are on, if any."""

    contests: list[ContestRow]
    candidacies: list[CandidacyRow]
    boundaries: str | None = None

    def recoded(self, day: datetime.date, known: Known, faults: Faults) -> "_Published":
        """The same rows under their seats' codes on record."""
        boundaries = known.boundaries((row.seat for row in self.contests), day)
        faults.recode(lambda code: known.code(boundaries or "", code))
        contests = [_recoded(row, boundaries, known) for row in self.contests]
        return _Published(contests, [_recoded(row, boundaries, known) for row in self.candidacies], boundaries)

    def settled(self, id: str, day: datetime.date, folder: Path | None, known: Known, say: Say) -> "_Published":
        """The same rows with the members at the dissolution known for who they are."""
        sitting = read_sitting(id, folder)
        return replace(self, candidacies=members_settled(self.candidacies, self.contests, sitting, day, known.parties, say))


def _id_and_date(id: str | None, day: datetime.date | None, known: Known) -> tuple[str, datetime.date]:
    """The id and the date of a general election; the record tells one from the other."""
    if id and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        raise Refused(f'"{id}" cannot be an id.', hint="Use lower-case letters, digits and hyphens, such as ge2015.")
    if day is None:
        day = next((held for held, known_id in known.general_elections.items() if known_id == id), None)
    if id is None and day is not None:
        id = known.general_elections.get(day, f"ge{day.year}")
    if id is None or day is None:
        raise Refused("A general election needs an id and a date.", hint="Add --id ge2015 --date 2015-05-07.")
    return id, day


def _general(
    id: str, day: datetime.date, baseline: str | None, published: _Published, known: Known, faults: Faults
) -> Election:
    """The general election of the rows, once all faults of all files have been told."""
    contests, candidacies = published.contests, published.candidacies
    if day.year == 2010:
        candidacies = with_ulster_unionists(candidacies, contests, known)
    parties = published_parties(candidacies, known)
    check_rows(contests, candidacies, parties, lambda row: polls_close(polling_day(row, day)), faults)
    faults.stop_if_any()
    before = known.election_before(day)
    baseline = baseline or (before[0] if before else None)
    return general_election(id, day, published.boundaries, baseline, contests, candidacies, known)


def _by_elections(published: _Published, baseline: str | None, known: Known, faults: Faults) -> list[Election]:
    for row in published.contests:
        if row.election_date is None:
            faults.add("constituencies.csv", row.line, "Election date", "is blank")
    contests = [_recoded(row, _boundaries(row, known), known) for row in published.contests]
    candidacies = [_recoded(row, _boundaries(row, known), known) for row in published.candidacies]
    parties = published_parties(candidacies, known)
    check_rows(contests, candidacies, parties, lambda row: polls_close(row.election_date or datetime.date.min), faults)
    faults.stop_if_any()
    of_contest = defaultdict(list)
    for candidacy in candidacies:
        of_contest[key_of(candidacy)].append(candidacy)
    return [by_election(row, of_contest[key_of(row)], baseline, known) for row in contests]


def _estimates(
    path: Path, published: _Published, known: Known, faults: Faults, say: Say
) -> dict[str, list[NotionalRow]]:
    """The rows of a notional file by seat, checked; every contest has some, and no unknown seat has."""
    boundaries = published.boundaries or ""
    rows = defaultdict(list)
    for row in read_notional(path, faults, say):
        rows[known.code(boundaries, row.seat)].append(row)
    faults.recode(lambda code: known.code(boundaries, code))
    check_notional(path.name, rows, faults)
    contested = {row.seat for row in published.contests}
    for seat in rows.keys() - contested - known.seats.get(boundaries, {}).keys():
        if not faults.is_unread(seat):
            faults.add(path.name, rows[seat][0].line, "", f"{seat} is not in constituencies.csv, nor on record")
    for seat in sorted(contested - rows.keys()):
        if rows and not faults.is_unread(seat):
            faults.add(path.name, 0, "", f"there are no votes for {seat}, which is in constituencies.csv")
    return rows


def _boundaries(row: ContestRow | CandidacyRow, known: Known) -> str | None:
    return known.boundaries([row.seat], row.election_date) if row.election_date else None


def _recoded(row: Row, boundaries: str | None, known: Known) -> Row:
    """A row under its seat's code on record."""
    code = known.code(boundaries or "", row.seat)
    return row if code == row.seat else row.model_copy(update={"seat": code})
