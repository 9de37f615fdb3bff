"""Following a feed: read it, write again what moved, save each version, then the files."""

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..differing import Change, differences, sentences
from ..errors import Refused
from ..formats import FORMATS
from ..merging.remembering import remembering, seats_of
from ..model.results import Refusal, Report, Results
from ..model.text import Article
from ..model.world import DECLARED
from ..record.feeds import Feed
from ..record.overlay import party_won
from ..store import Overtaken
from ..store.alerting import Alerts
from ..store.keeping import Store
from . import wording
from .alerts import Alert, alerts, of_correction, of_edit, of_refusal
from .desk import Desk, Happened, Subject, affected, moved, national_frame
from .editing import Kept, merged
from .files import Folder, digest

LONDON = ZoneInfo("Europe/London")


class TooEarly(Refused):
    """The polls are open: nothing may leave yet, whatever the feed holds."""


class Rewrite(NamedTuple):
    """One article written again: its newest version, what changed, and the files written or left to a person.

    `held` says why a lawyer must see this version first.
    """

    article: str
    subject: Subject
    number: int
    version: str
    new: bool
    first: bool
    headline: str
    cause: str
    changed: int
    sentences: int
    files: tuple[str, ...]
    kept: tuple[Kept, ...]
    seats: tuple[str, ...]
    held: tuple[str, ...] = ()


class Step(NamedTuple):
    """What one change in the feed brought."""

    seats: tuple[tuple[str, str, str], ...]
    rewrites: tuple[Rewrite, ...]
    held: tuple[Refusal, ...]
    alerts: tuple[Alert, ...]


class Watch:
    """One feed followed into one folder and one store.  `step` brings all up to the feed as it is now.

    A version is saved before its file is written and the file names the version, so that whatever is cut short is
    finished by the next process: the text is the same, so no version is repeated, and the file is written then.  Its
    alerts are saved with it, and sent by whoever comes to it.
    """

    def __init__(self, feed: Feed, desk: Desk, subjects: list[Subject], store: Store, folder: Folder, formats: tuple[str, ...],
                 stopped=lambda: False, clock=lambda: datetime.now(UTC)):
        self.feed, self.desk, self.subjects, self.store, self.folder, self.formats = feed, desk, subjects, store, folder, formats
        self.stopped, self.clock = stopped, clock
        self.results: Results | None = None
        self.frame = None
        self.heads = store.heads()
        self.last: dict[str, Article] = {}
        self.seen: set[Refusal] = set()
        self.outcomes: dict[str, Happened] = {}
        self.again: set[str] = set()
        self.moved: set[str] = set()
        self.later: list[Subject] = []
        self.edits: set[tuple[str, str]] = set()
        # The last report of each seat that had figures, and what is to be looked at when a seat's news is in a version.
        self.figures: dict[str, Report] = {}
        self.due: dict[str, list[Alert]] = {}
        self.happening: dict[str, Happened] = {}
        self.kept = Alerts(store, folder.name)
        self.unread = True

    def step(self, tell=lambda rewrite, told: None) -> Step | None:
        """Read the feed and write again what moved, telling of each as it is done; None where nothing moved."""
        before, results = self.results, self._read()
        seats = moved(before, results)
        told = {seat: self._happened(seat, before, results) for seat in seats if seat in self.desk.names}
        self.happening, self.due = told, {}
        for alert in alerts(told, self.outcomes | told, self.desk.country, self.desk.house):
            self.due.setdefault(alert.seat, []).append(alert)
        self.again, self.moved = {seat for seat in seats if before and seat in before.reports}, set(seats)
        held = tuple(r for r in results.waiting if r not in self.seen)
        if before is not None and not seats and not held and before.rehearsal == results.rehearsal:
            return None
        self.seen |= set(held)
        frame = national_frame(self.desk.country, results, lambda report: party_won(report, None))
        words = {seat: wording.result(each, self.desk.house) for seat, each in told.items()}
        rewrites = []
        now, later = affected(self.subjects, before, results, frame != self.frame)
        for subject in now:
            if self.stopped():
                # What is left is done by the next process, which begins with everything.
                return None
            rewrite = self._rewrite(subject, results, {s: words[s] for s in words if s in subject.seats})
            if rewrite:
                rewrites.append(rewrite)
                tell(rewrite, words)
        self.results, self.frame = results, frame
        self.later = [*later, *(subject for subject in self.later if subject not in now and subject not in later)]
        self.outcomes |= told
        self.figures |= {seat: report for seat, report in results.reports.items() if report.status in DECLARED}
        # After a new start all results are told again; news is what some version did not have yet.
        fresh = {seat for rewrite in rewrites if rewrite.new for seat in rewrite.seats}
        news = {seat: each for seat, each in told.items() if before is not None or seat in fresh}
        return Step(tuple((seat, self.desk.names[seat], words[seat]) for seat in news), tuple(rewrites), held, self._alerts(news, rewrites, held))

    def _happened(self, seat: str, before: Results | None, results: Results) -> Happened:
        return self.desk.happened(seat, results, before.reports.get(seat) if before else None, self.figures.get(seat))

    def catch_up(self, tell=lambda rewrite, told: None) -> Step:
        """Write one of the articles that can wait: stories of seats without news, and regions when the whole country is in."""
        subject = self.later[0]
        rewrite = self._rewrite(subject, self.results, {})
        self.later.remove(subject)
        rewrites = (rewrite,) if rewrite else ()
        for each in rewrites:
            tell(each, {})
        return Step((), rewrites, (), self._alerts((), rewrites, ()))

    def _read(self) -> Results:
        """The feed as it is.  Raises TooEarly for real results while the polls are open, by the election's own time."""
        results, closes = self.feed.read(), self.desk.asked.election.polls_close
        if closes and not results.rehearsal and self.clock() < closes:
            raise TooEarly(f"nothing is written before polls close at {closes:%H:%M on %d %B %Y}", hint="test data may be rehearsed with before")
        return results

    def _alerts(self, news, rewrites, held) -> tuple[Alert, ...]:
        """What an editor should look at and has not been told, first things first: what a process before could not tell among it."""
        found = [alert for seat in news for alert in self.due.get(seat, ())]
        found += [of_refusal(refusal, self.desk.names.get(refusal.seat, "")) for refusal in held]
        found += [of_edit(rewrite.article, kept) for rewrite in rewrites for kept in rewrite.kept if kept.flags]
        self._keep(found)
        if not self.unread:
            return ()
        waiting = [Alert.of_data(body, number) for number, body in self.kept.waiting("told").items()]
        self.unread = False
        return tuple(sorted(waiting, key=lambda alert: (-alert.weight, alert.seat, alert.kind)))

    def _keep(self, found: list[Alert]) -> None:
        if found:
            self.kept.keep([(alert.key, alert.as_data()) for alert in found])
            self.unread = True

    def _due(self, told: dict[str, str], article: Article, base: Article | None) -> list[Alert]:
        """What a version brings to look at; after a new start the corrections too, which only the version before knows of."""
        found = [alert for seat in told for alert in self.due.get(seat, ())]
        if self.results is None and base:
            for each in article.corrections[len(base.corrections):]:
                seat = each.fact.split("/")[1]
                if seat in self.happening:
                    found.append(of_correction(self.happening[seat], each.text))
        return found

    # One article -----------------------------------------------------------------------------------

    def _rewrite(self, subject: Subject, results: Results, told: dict[str, str]) -> Rewrite | None:
        while True:
            assigned = self.desk.assigned(subject, results)
            id = assigned.id
            known = self.heads.get(id, 0)
            base = self._base(id, known)
            may = self._may_correct(subject, base)
            article = self.desk.article(assigned, base if may else None, self.clock().astimezone(LONDON).date())
            article = remembering(base, article) if may else article._replace(withdrawn=base.withdrawn if base else ())
            if self.results is None and base:
                # After a new start every result is told again: those count that this article does not have yet.
                told = {seat: said for seat, said in told.items() if seat in seats_in(differences(base, article))}
            why = wording.cause({self.desk.names[seat]: said for seat, said in told.items()}, known == 0)
            rendered = {name: FORMATS[name](article).encode("utf-8") for name in self.formats}
            try:
                with self.store.together():
                    saved = self.store.save(article, why, after=known)
                    if saved.new:
                        for name, content in rendered.items():
                            self.store.will_write(article.id, saved.version.number, name, digest(content))
                        self._keep(self._due(told, article, base))
            except Overtaken:
                # Another desk has seen more: what it saw is in the feed by now.
                self.heads[id] = self.store.newest(id).number
                self.last.pop(id, None)
                results = self._read()
                continue
            break
        number = saved.version.number
        self.heads[article.id] = number
        files, kept = self._files(article, number, rendered if saved.new else None, base)
        self.last[article.id] = article
        if not saved.new and not files and not kept:
            return None
        count = sum(c.of == "sentence" and c.how != "removed" for c in differences(base, article)) if base and saved.new else 0
        return Rewrite(article.id, subject, number, saved.version.digest, saved.new, known == 0, article.headline, why, count,
                       sentences(article), tuple(files), tuple(kept), tuple(told), tuple(cell.text for cell in article.held if saved.new))

    def _may_correct(self, subject: Subject, base: Article | None) -> bool:
        """The article bears corrections, or a seat of it that moved was declared before: a first declaration corrects nothing."""
        if base is None or self.results is None or base.corrections:
            return base is not None
        return any(seat in self.again for seat in subject.seats) or any(seat in subject.seats for seat in seats_of(base) & self.moved)

    def _base(self, id: str, number: int) -> Article | None:
        """The version that was the newest: from memory, or from the store after a new start."""
        if id in self.last or not number:
            return self.last.get(id)
        self.last[id] = self.store.article(id, number)
        return self.last[id]

    def _files(self, article: Article, number: int, rendered: dict[str, bytes] | None, base: Article | None) -> tuple[list[str], list[Kept]]:
        """Write each format's file unless it is there as it should be, or a person wrote in it."""
        files, kept = [], []
        for name in self.formats:
            path, person = self._file(article, number, name, rendered)
            while path is None and person is None:
                path, person = self._file(article, number, name, rendered)
            files += [str(path)] if path else []
            kept += [person] if isinstance(person, Kept) else []
        return files, kept

    def _file(self, article: Article, number: int, name: str, rendered: dict[str, bytes] | None):
        """The path written, and what became of a person's file or True where there is nothing to say; both None to be tried again."""
        there = self.folder.read(article.id, name)
        wrote = None if there is None else self.store.wrote(article.id, name, digest(there))
        if wrote == number and rendered is None:
            return None, True
        if there is None or wrote is not None:
            return self.folder.write(article.id, name, self._content(article, number, name, rendered), there), None
        done = merged(self.store, article, number, name, there)
        path = None if done.content is None else self.folder.write(article.id, name, done.content, there)
        if path is None and done.content is not None:
            return None, None
        new = (article.id, done.key) not in self.edits
        self.edits.add((article.id, done.key))
        return path, done.kept(self.folder.file(article.id, name)) if new else True

    def _content(self, article: Article, number: int, name: str, rendered: dict[str, bytes] | None) -> bytes:
        """What the version's file holds: as rendered now, or written again from the store."""
        if rendered is not None:
            return rendered[name]
        content = FORMATS[name](self.store.article(article.id, number)).encode("utf-8")
        self.store.will_write(article.id, number, name, digest(content))
        return content


def seats_in(changes: tuple[Change, ...]) -> set[str]:
    """The codes of the seats whose own facts are among what changed."""
    return {move.fact.split("/")[1] for change in changes for move in change.causes if move.fact.count("/") >= 2}
