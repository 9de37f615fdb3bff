"""Articles that a watch writes, delivered as they change: in a thread of its own, so that no article waits for somebody's server."""

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from ..errors import AutobriefError
from ..formats.particulars import Issue
from .contract import Consignment, Delivery, Result
from .delivery import TOGETHER
from .handing import before_close, note_published, stored

PAUSE, LONGEST = 5.0, 300.0
"""Seconds after which what a target did not take is tried again, at first and at most."""
LAST = 20.0
"""Seconds that the end of a watch waits for what is under way."""
WHO = "autobrief watch"


class Outlet:
    """One target.  Only the newest version of an article is delivered; what is passed over meanwhile costs nothing.

    `target` makes it from a store of the thread's own; `tell` is called with each delivery that says something new.
    """

    def __init__(self, open_store: Callable, target: Callable, shelf, tell: Callable[[Delivery], None]):
        self._open, self._target, self._shelf, self._tell = open_store, target, shelf, tell
        self._waiting: dict[str, int] = {}
        self._change = threading.Condition()
        self._ended = self._drain = False
        self._said: dict[str, tuple] = {}
        self.failed = self.waits = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def add(self, versions: Mapping[str, int]) -> None:
        """These versions, by article, are the newest now.  Returns at once."""
        with self._change:
            self._waiting |= versions
            self._change.notify_all()

    def close(self, drain: bool = False) -> None:
        """End: with `drain` when everything was tried, else when what is under way is done.  The rest is done by the next watch."""
        with self._change:
            self._ended, self._drain = True, drain
            self._change.notify_all()
        self._thread.join(None if drain else LAST)

    def _run(self) -> None:
        store = self._open()
        try:
            target, pause = self._target(store), PAUSE
            while some := self._next():
                missed = self._delivered(store, target, some)
                if not missed:
                    pause = PAUSE
                    continue
                with self._change:
                    self._waiting = missed | self._waiting
                    if self._ended:
                        return
                    self._change.wait_for(lambda: self._ended, pause)
                pause = min(LONGEST, pause * 2)
        except AutobriefError as error:
            self.failed = True
            self._tell(Delivery(Result.FAILED, "", "", WHO, why="; ".join(filter(None, (*error.faults, error.hint)))))
        finally:
            store.close()

    def _next(self) -> dict[str, int]:
        """What waits, a hundred at most; nothing at the end."""
        with self._change:
            self._change.wait_for(lambda: self._waiting or self._ended)
            if self._ended and not self._drain:
                return {}
            some = dict(list(self._waiting.items())[:TOGETHER])
            for id in some:
                del self._waiting[id]
            return some

    def _delivered(self, store, target, some: dict[str, int]) -> dict[str, int]:
        """Deliver them; what the target could not take now."""
        now = datetime.now(UTC).replace(microsecond=0)
        sent = [self._consigned(store, target, store.article(id, number), now) for id, number in some.items()]
        missed = {}
        for each, done in zip(sent, target.deliver_all(sent), strict=True):
            note_published(store, each, done, WHO)
            if done.result is Result.FAILED and not done.waits:
                missed[done.article] = some[done.article]
            self.waits |= done.waits
            self._say(done)
        self.failed = bool(missed)
        return missed

    def _consigned(self, store, target, article, now) -> Consignment:
        made = Consignment(article, {}, Issue(now, now), held=before_close(article, self._shelf, now), publish=target.status == "publish")
        return stored(made, store)

    def _say(self, done: Delivery) -> None:
        """Tell of it, unless nothing was done or the same was said of the article before."""
        told = (done.result, done.why)
        if done.result is not Result.UNCHANGED and (self._said.get(done.article) != told or done.result in (Result.CREATED, Result.UPDATED)):
            self._tell(done)
        self._said[done.article] = told
