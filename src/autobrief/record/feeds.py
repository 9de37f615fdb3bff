"""Reading a feed of results against the record: what of each seat stands, and what is held out and why.

The newest of each seat stands in whatever order the messages came: a result outranks a rush and a rush a
nomination, and a lower revision never undoes a higher.
"""

import copy
from hashlib import sha256
from pathlib import Path

from ..errors import InputError
from ..model.results import Bulletin, Refusal, Report, Results
from ..model.world import Election
from ..sources.results import joined, parse
from .accepting import accepted, refusal
from .plausibility import far_from_neighbours
from .register import Register, read_register
from .shelf import Shelf
from .standing import standing


class Feed:
    """A feed that is read again and again: files that have not changed, and seats whose messages have not, are not read twice."""

    def __init__(self, path: str | Path, shelf: Shelf, election: Election):
        self.path = Path(path)
        own = copy.copy(shelf)
        # What is read to know the seats is no input of an article.
        own.digests = {}
        self.register: Register = read_register(own, election)
        self._files: dict[Path, tuple] = {}
        self._accepted: dict[tuple[Bulletin, str | None], Report | Refusal] = {}

    def read(self) -> Results:
        """The results as the feed has them now.  Raises InputError where there is no such file or folder."""
        bulletins, refusals = [], []
        for path in self._paths():
            found, held = self._parsed(path)
            bulletins += found
            refusals += held
        return self._results(bulletins, refusals)

    def _paths(self) -> list[Path]:
        if self.path.is_file():
            return [self.path]
        if not self.path.is_dir():
            raise InputError(f"{self.path}: no such file or folder", hint="--results takes a file of results or a folder of them; docs/feeds.md")
        return sorted(path for path in self.path.rglob("*") if path.is_file() and not path.name.startswith("."))

    def _parsed(self, path: Path) -> tuple[list[Bulletin], list[Refusal]]:
        try:
            stat = path.stat()
            known = self._files.get(path)
            key = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if known and known[0] == key:
                return known[1]
            content = path.read_bytes()
        except OSError as error:
            if path == self.path:
                raise InputError(f"{path}: {error.strerror}", hint="give a file that can be read") from error
            # A file that went between the listing and the reading was not there.
            return [], []
        name = path.name if path == self.path else path.relative_to(self.path).as_posix()
        found = parse(name, content)
        self._files[path] = (key, found)
        return found

    def _results(self, bulletins: list[Bulletin], refusals: list[Refusal]) -> Results:
        bulletins = joined(bulletins)
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
        refused = {*refusals, *held, *overtaken, *far.values()}
        return Results(self.register.election.id, stands, tuple(sorted(refused)), bool(why), why, digest(stands))

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


def read(path: str | Path, shelf: Shelf, election: Election) -> Results:
    """The results of a file or a folder, its form recognised by its content."""
    return Feed(path, shelf, election).read()


def digest(reports: dict[str, Report]) -> str:
    """The sha256 of what the reports say; where they were read plays no part."""
    said = [(r.seat, r.status, r.declared and r.declared.isoformat(), r.electorate,
             [(c.person.id, c.party.name, c.votes, c.elected) for c in r.candidacies]) for r in (reports[seat] for seat in sorted(reports))]
    return sha256(repr(said).encode()).hexdigest()
