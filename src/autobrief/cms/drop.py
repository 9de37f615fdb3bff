"""A file drop, as Superdesk and others watch one: `drop:DIR` gets a file for each new version.

The file is written under `DIR/.autobrief`, where no watcher looks, and then renamed into DIR, so that it is never seen half.
Each version has a file name of its own: whoever takes a file away while the next one comes would lose that one otherwise.
What was sent is remembered beside it, since the watcher takes the files away: the text, so that none is sent twice, and its time,
so that `versioncreated` is always greater than before, to the second, even where the clock went back.
"""

import hashlib
import json
import os
from datetime import datetime, timedelta
from pathlib import Path

from .. import formats
from ..errors import AutobriefError
from ..formats.particulars import Issue, stamp, version
from ..model.text import Article
from ..packaging import name
from . import files
from .adapter import Finding
from .contract import Consignment, Delivery, Result, refusal

STATE = ".autobrief"
REMEMBERED = ("id", "text", "first", "last", "file", "done")
FIXED = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
SECOND = timedelta(seconds=1)


class Drop:
    """The watched folder at `place`."""

    def __init__(self, name: str, place: str, format_name: str):
        self.name, self.place, self.format_name = name, Path(place), format_name

    def deliver(self, consignment: Consignment, dry_run: bool = False) -> Delivery:
        """Lay the file down, unless the same text was the last one sent."""
        article = consignment.article
        made = Delivery(Result.FAILED, article.id, version(article), self.name)
        if reason := refusal(consignment):
            return made._replace(why=reason, waits=True)
        try:
            if not self.place.is_dir():
                # A folder that somebody watches is there; one that is not is a slip of the pen, and nobody would come for the file.
                return made._replace(why=f"{self.place} is not a folder; make it, or name the one that is watched")
            if dry_run:
                return self._sent(made, consignment, dry_run)
            with files.locked(self._ledger(article).with_suffix(".lock")):
                return self._sent(made, consignment, dry_run)
        except AutobriefError as error:
            return made._replace(why="; ".join(filter(None, (*error.faults, error.hint))))
        except OSError as error:
            return made._replace(why=f"{error.filename or self.place}: {error.strerror}")

    def check(self) -> tuple[Finding, ...]:
        """Whether it can be written to."""
        return (files.writable(self.place, made=False),)

    def _sent(self, made: Delivery, consignment: Consignment, dry_run: bool) -> Delivery:
        article, before = consignment.article, self._before(consignment.article)
        told = digest(self.format_name, article)
        if before.get("done") and before["text"] == told:
            return made._replace(result=Result.UNCHANGED, where=before["file"])
        issue = _later(consignment.issue, before)
        ending = formats.ENDINGS.get(self.format_name, "json")
        target = self.place / f"{name(article.id)}.{issue.now:%Y%m%dT%H%M%SZ}.{self.format_name}.{ending}"
        found = made._replace(result=Result.UPDATED if before else Result.CREATED, where=str(target))
        if dry_run:
            return found
        entry = {"id": article.id, "text": told, "first": stamp(issue.first), "last": stamp(issue.now), "file": str(target), "done": False}
        partial = self._ledger(article).with_suffix(".partial")
        files.write(partial, formats.render(self.format_name, article, issue))
        # The time is remembered before the file is seen: after a stop between the two the next is greater still.
        self._remember(article, entry)
        os.replace(partial, target)
        files.settle(self.place)
        self._remember(article, entry | {"done": True})
        return found

    def _ledger(self, article: Article) -> Path:
        return self.place / STATE / f"{name(article.id)}.{self.format_name}.json"

    def _before(self, article: Article) -> dict:
        """What was sent last, nothing if nothing was.  Raises AutobriefError where somebody wrote into it."""
        try:
            found = json.loads(self._ledger(article).read_bytes())
            return {key: found[key] for key in REMEMBERED}
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError) as error:
            raise AutobriefError(f"{self._ledger(article)}: not as autobrief wrote it", hint="remove it to send the article anew") from error

    def _remember(self, article: Article, entry: dict) -> None:
        path = self._ledger(article)
        waiting = path.with_suffix(".waiting")
        files.write(waiting, (json.dumps(entry, ensure_ascii=False) + "\n").encode("utf-8"))
        os.replace(waiting, path)


def digest(format_name: str, article: Article) -> str:
    """The sha256 of what is sent, its times apart."""
    return hashlib.sha256(formats.render(format_name, article, Issue(FIXED, FIXED))).hexdigest()


def _later(issue: Issue, before: dict) -> Issue:
    """Whole seconds, after the last one sent; the first stays the first."""
    now = issue.now.replace(microsecond=0)
    if not before:
        return Issue(now, min(now, issue.first.replace(microsecond=0)))
    return Issue(max(now, datetime.fromisoformat(before["last"]) + SECOND), datetime.fromisoformat(before["first"]))
