"""What was delivered where, in the store: noted before a write and after it, so that whatever is cut short is understood later."""

import json
from hashlib import sha256
from typing import NamedTuple

from ..store.keeping import Store
from .adapter import Remote

SENDING, FORGOTTEN, CONFLICT = "sending", "forgotten", "conflict"
REMEMBERED = 6
SETTLED = ("created", "updated", "unchanged")


class Settled(NamedTuple):
    """The newest delivery that got through: what the system answered then.

    `edited` is true where a human's words are in it; `front` is then the front matter that remembers what they deleted.
    """

    remote: str
    number: int
    version: str
    returned: str
    alike: str
    edited: bool
    front: str


class Pending(NamedTuple):
    """A write that was begun after that, and never noted as done: it may have got through."""

    number: int
    version: str
    alike: str
    remote: str
    revision: str
    edited: bool
    front: str


class Known(NamedTuple):
    """What became of it so far; with `anew` what was thrown away there is none of ours.

    `earlier` are the versions that were there before, newest first: an editor may save what was opened then.
    """

    settled: Settled | None
    pending: tuple[Pending, ...]
    anew: bool = False
    earlier: tuple[int, ...] = ()


class Ledger:
    """The notes on one target."""

    def __init__(self, store: Store, target: str):
        self.store, self.target = store, target

    def known(self, article: str) -> Known:
        """What is known of the article there."""
        settled, pending, anew, numbers = None, [], False, []
        for note in self.store.deliveries(article, self.target):
            told = json.loads(note.detail) if note.detail.startswith("{") else {}
            if note.state == FORGOTTEN:
                settled, pending, anew = None, [], True
            elif note.state == SENDING:
                pending.append(Pending(note.number, note.sent, told["alike"], note.external, told["revision"], told["edited"], told["front"]))
            elif note.state == CONFLICT:
                # It was decided with what is there in sight, so nothing that was sent is still to be looked for.
                pending = []
            elif note.state in SETTLED:
                settled = Settled(note.external, note.number, note.sent, note.returned, told["alike"], told["edited"], told["front"])
                pending, anew, numbers = [], False, [note.number, *numbers]
        return Known(settled, tuple(pending), anew, tuple(dict.fromkeys(numbers))[1:REMEMBERED])

    def sending(self, article: str, number: int, version: str, alike: str, remote: Remote | None, edited: bool, front: str) -> None:
        """About to write: afterwards it may be there, whatever becomes of the answer."""
        told = {"alike": alike, "revision": remote.revision if remote else "", "edited": edited, "front": front}
        self.store.deliver(article, self.target, number, SENDING, external=remote.id if remote else "", sent=version, detail=json.dumps(told))

    def settle(self, article: str, number: int, version: str, state: str, remote: Remote, alike: str, edited: bool, front: str) -> None:
        """It is there, as `remote`."""
        told = {"alike": alike, "revision": remote.revision, "edited": edited, "front": front, "where": remote.where}
        self.store.deliver(article, self.target, number, state, external=remote.id, sent=version, returned=digest(remote), detail=json.dumps(told))

    def fail(self, article: str, number: int, version: str, state: str, why: str) -> None:
        """It was not delivered, and why."""
        self.store.deliver(article, self.target, number, state, sent=version, detail=why)

    def forget(self, article: str, number: int) -> None:
        """Whatever is there is no longer ours: the next delivery makes a new one."""
        self.store.deliver(article, self.target, number, FORGOTTEN)


def digest(remote: Remote) -> str:
    """The sha256 of the fields exactly as the system gave them."""
    return sha256(json.dumps(dict(remote.fields), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
