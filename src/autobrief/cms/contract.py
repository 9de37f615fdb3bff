"""What every target promises, whatever stands behind it.

A target is asked to deliver one version of one article, and the delivery ends in exactly one of five ways.  It looks for the
article before it writes; it never writes over what a human changed; a version that is there already costs no write.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from ..formats.particulars import Issue, withheld
from ..model.text import Article


class Result(StrEnum):
    """How a delivery ended."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    FAILED = "failed"


class Delivery(NamedTuple):
    """One delivery: of what, to which target, how it ended, where it lies there, and why where it did not get through.

    `waits` is true where a human must decide before it can be tried again.
    """

    result: Result
    article: str
    version: str
    target: str
    where: str = ""
    why: str = ""
    waits: bool = False


class Consignment(NamedTuple):
    """What is handed to a target: the article, its local pictures by path, and the moment it is sent.

    With `publish` readers are to see it, from the moment `at` on where that is given; `approved` says that a person answered for
    this very version.  `number` is its number in the store, which targets with a ledger need.  `held` says why it may go nowhere,
    where the article itself does not.  Folders and drops heed nothing but `held`.
    """

    article: Article
    pictures: Mapping[str, bytes]
    issue: Issue
    publish: bool = False
    approved: bool = False
    at: datetime | None = None
    number: int = 0
    held: str = ""


class Target(Protocol):
    """A place to deliver to.  `name` is as the user wrote it."""

    name: str

    def deliver(self, consignment: Consignment, dry_run: bool = False) -> Delivery:
        """Send it, or with `dry_run` say how that would end.  What goes wrong there is a result and no exception."""


def refusal(consignment: Consignment) -> str:
    """Why no target may have it at all: a rehearsal, held, or before the close of poll; "" where it may go."""
    reason = "; ".join(filter(None, (withheld(consignment.article), consignment.held)))
    return f"not for publication: {reason}" if reason else ""
