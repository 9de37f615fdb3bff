"""Reading a feed of results against the record: what of each seat stands, and what is held out and why.

The newest of each seat stands in whatever order the messages came: a result outranks a rush and a rush a
nomination, and a lower revision never undoes a higher.
"""

import copy
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from ..errors import InputError, Refused
from ..model.results import Bulletin, Refusal, Report, Results, Totals
from ..model.world import Election
from ..sources.results import UNFINISHED, joined, parse
from .accepting import accepted, refusal
from .plausibility import far_from_neighbours
from .register import Register, read_register
from .shelf import Shelf
from .standing import standing
from .totals import cross_checked


class Piece(NamedTuple):
    """One file of a feed: its name, a key that changes with its content, and how its bytes are had.

    `load` returns None where the file has gone since it was listed.
    """

    name: str
    key: tuple
    load: Callable[[], bytes | None]


class Feed:
    """A feed that is read again and again: files that have not changed, and messages that have not, are not read twice."""

    def __init__(self, path: str | Path | None, shelf: Shelf, election: Election):
        self.path = Path(path) if path is not None else None
        own = copy.copy(shelf)
        # What is read to know the seats is no input of an article.
        own.digests = {}
        self.register: Register = read_register(own, election)
        self._files: dict[str, tuple] = {}
        self._digests: dict[str, tuple[Report, str]] = {}
        self._accepted: dict[tuple[Bulletin, str | None], Report | Refusal] = {}

    def read(self) -> Results:
        """The results as the feed has them now.  Raises InputError where there is no such file or folder."""
        return self.take(self._pieces())

    def take(self, pieces: Iterable[Piece]) -> Results:
        """The results of these files and no others."""
        bulletins, refusals = [], []
        for piece in pieces:
            known = self._files.get(piece.name)
            if known is None or known[0] != piece.key:
                content = piece.load()
                if content is None:
                    continue
                found, whole = parse(piece.name, content), known[2] if known else None
                known = self._files[piece.name] = (piece.key, _settled(found, whole), whole if _unfinished(found) else found)
            found, held = known[1]
            bulletins += found
            refusals += held
        return self._results(bulletins, refusals)

    def _pieces(self) -> list[Piece]:
        if self.path.is_dir():
            return list(_within(self.path, ""))
        try:
            return [_piece(str(self.path), self.path.name, self.path.stat())]
        except OSError as error:
            raise InputError(f"{self.path}: no such file or folder",
                             hint="--results takes a file of results or a folder of them; docs/feeds.md") from error

    def _results(self, bulletins: list[Bulletin], refusals: list[Refusal]) -> Results:
        totals = [each for each in bulletins if isinstance(each, Totals)]
        bulletins = joined([each for each in bulletins if not isinstance(each, Totals)])
        known, doubtful = self._numbers(bulletins)
        reports, refusals = [], list(refusals)
        for bulletin in bulletins:
            code = self.register.code(bulletin.seat) or known.get(bulletin.number)
            if bulletin.number in doubtful:
                refusals.append(refusal(bulletin, "seat_serial", f"the serial {bulletin.number} stands for several seats", seat=code))
                continue
            found = self._accepted.get((bulletin, code))
            if found is None:
                found = self._accepted[bulletin, code] = accepted(bulletin, code, self.register)
            (reports if isinstance(found, Report) else refusals).append(found)
        reports, why, held = _of_one_kind(reports)
        stands, overtaken = standing(reports)
        far = far_from_neighbours(stands, self.register)
        if far:
            stands, overtaken = standing([report for report in reports if report is not stands.get(report.seat) or report.seat not in far])
        refused = {*refusals, *held, *overtaken, *far.values(), *cross_checked(totals, stands, self.register, known, bool(why))}
        return Results(self.register.election.id, stands, tuple(sorted(refused)), bool(why), why, digest(stands, self._digests))

    def _numbers(self, bulletins: list[Bulletin]) -> tuple[dict[str, str], set[str]]:
        """An agency's serials by the names they came with, and the serials that came with several seats' names."""
        found: dict[str, set] = {}
        for bulletin in bulletins:
            if bulletin.number and (code := self.register.code(bulletin.seat)) and bulletin.type != "by-election":
                found.setdefault(bulletin.number, set()).add(code)
        return ({number: next(iter(codes)) for number, codes in found.items() if len(codes) == 1},
                {number for number, codes in found.items() if len(codes) > 1})


def _of_one_kind(reports: list[Report]) -> tuple[list[Report], str, list[Refusal]]:
    """Test data and live messages never stand together: the more numerous stand, live ones where they are equal.

    Returns also the mark of a rehearsal, blank for a live feed, and a refusal for each message of the other kind.
    """
    tests = [report for report in reports if report.test]
    if not tests:
        return reports, "", []
    live = [report for report in reports if not report.test]
    rehearsal = len(tests) > len(live)
    code, words = ("live_in_rehearsal", "a live message among test data") if rehearsal else ("test_data", "test data in a live feed")
    held = [Refusal(report.file, report.row, code, f"{words}: {report.test}" if report.test else words, seat=report.seat)
            for report in (live if rehearsal else tests)]
    return (tests, min(report.test for report in tests), held) if rehearsal else (live, "", held)


def _settled(found: tuple, whole: tuple | None) -> tuple:
    """What a file holds; what it last held as a whole, while somebody is writing it over, so that no result comes and goes.

    A file that only grew is used as far as it can be read.
    """
    if whole is None or not _unfinished(found) or set(found[0]) >= set(whole[0]):
        return found
    return whole[0], whole[1] + _unfinished(found)


def _unfinished(found: tuple) -> list[Refusal]:
    return [refusal for refusal in found[1] if refusal.code == UNFINISHED]


def _within(folder: Path | str, before: str, above: tuple = ()) -> Iterator[Piece]:
    """The files of a folder and its folders, hidden ones apart, by name; a link to a folder `above`, which it lies in, is passed over."""
    try:
        stat = os.stat(folder)
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}", hint="give a folder that can be read") from error
    here = stat.st_dev, stat.st_ino
    for entry in found if here not in above else ():
        try:
            if entry.is_dir():
                yield from _within(entry.path, f"{before}{entry.name}/", (*above, here))
            elif entry.is_file():
                yield _piece(entry.path, before + entry.name, entry.stat())
        except OSError as error:
            # A file that went between the listing and the reading was not there, and a link to itself is none.
            if error.errno not in (errno.ENOENT, errno.ELOOP):
                raise InputError(f"{entry.path}: {error.strerror}", hint="give a folder that can be read") from error


FRESH = 100_000_000
"""For so many nanoseconds after its last change a file may change again and look as it did."""


def _piece(path: str, name: str, stat: os.stat_result) -> Piece:
    def load() -> bytes | None:
        try:
            with open(path, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}", hint="give a file that can be read") from error
    now = time_ns()
    # A name that is not Unicode could not be printed.
    name = name.encode("utf-8", "replace").decode("utf-8")
    return Piece(name, (stat.st_mtime_ns, stat.st_size, stat.st_ino, now if now - stat.st_mtime_ns < FRESH else 0), load)


def polls_close(election: Election) -> datetime:
    """When the polls close by the election's own time: ten at night where the record has no hour."""
    if election.polls_close:
        return election.polls_close
    from zoneinfo import ZoneInfo
    return datetime.combine(election.date, time(22), ZoneInfo("Europe/London"))


def refuse_before_close(results: Results | None, election: Election, now: datetime) -> None:
    """Raise Refused while people are still voting; a rehearsal is of invented results, and may be held before."""
    if not (results and results.rehearsal) and now < polls_close(election):
        raise Refused(f"nothing is written before polls close at {polls_close(election):%H:%M on %d %B %Y}",
                      hint="run it again after the close of poll")


def read(path: str | Path, shelf: Shelf, election: Election) -> Results:
    """The results of a file or a folder, its form recognised by its content."""
    return Feed(path, shelf, election).read()


def digest(reports: dict[str, Report], known: dict[str, tuple[Report, str]] | None = None) -> str:
    """The sha256 of what the reports say; where they were read plays no part.

    `known` remembers each report's own digest from one reading to the next.
    """
    known = {} if known is None else known
    whole = sha256()
    for seat in sorted(reports):
        report = reports[seat]
        if seat not in known or known[seat][0] is not report:
            known[seat] = (report, _digest(report))
        whole.update(known[seat][1].encode())
    return whole.hexdigest()


def _digest(report: Report) -> str:
    said = (report.seat, report.status, report.declared and report.declared.isoformat(), report.electorate,
            [(c.person.id, c.party.name, c.votes, c.elected) for c in report.candidacies])
    return sha256(repr(said).encode()).hexdigest()
