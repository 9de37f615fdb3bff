"""The one way by which every content system with an API is delivered to, whatever its adapter.

Look up before every try; take what is there for ours only if it is as the system answered last time; never write over what a
human changed; leave what a human threw away.  A write is noted in the ledger before it is made, so that a lost answer or a stop
at any moment is understood by the next try.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from ..errors import AutobriefError
from ..formats.particulars import version
from ..model.text import Article
from .adapter import Adapter, Finding, Sought
from .contract import Consignment, Delivery, Result, refusal
from .failing import Declined, Moved, Unreached
from .ledger import Ledger
from .sending import PATIENCE, TERMS, Patience, Sending, Terms
from .turns import turn

TOGETHER = 100
"""Articles that are looked up at once."""


class Api:
    """A target behind an adapter; `status` is what it is asked for where nobody says otherwise."""

    def __init__(self, name: str, adapter: Adapter, ledger: Ledger, terms: Terms = TERMS, patience: Patience = PATIENCE,
                 status: str = "draft"):
        self.name, self.adapter, self.ledger, self.terms, self.patience, self.status = name, adapter, ledger, terms, patience, status

    def deliver(self, consignment: Consignment, dry_run: bool = False) -> Delivery:
        [done] = self.deliver_all([consignment], dry_run)
        return done

    def deliver_all(self, consignments: Sequence[Consignment], dry_run: bool = False) -> Iterator[Delivery]:
        """Each of them in its order, a hundred to a look-up."""
        for start in range(0, len(consignments), TOGETHER):
            some = consignments[start:start + TOGETHER]
            done = 0
            try:
                with nullcontext() if dry_run else turn(self.ledger.store, self.ledger.target, [each.article.id for each in some]):
                    found = self._listing(some)
                    for consignment in some:
                        done += 1
                        yield self._delivered(consignment, found, dry_run)
            except (AutobriefError, OSError) as error:
                yield from (self._made(each)._replace(why=_told(error, self.name)) for each in some[done:])

    def check(self) -> tuple[Finding, ...]:
        """What is well and what is missing there, in plain words; a system that cannot be asked is a finding too."""
        try:
            return tuple(self.adapter.check())
        except (Unreached, Declined, Moved) as error:
            return (Finding(False, str(error), "see that the address, the user and the secret are right, and that the system runs", True),)

    def anew(self, article: str, number: int) -> None:
        """Whatever was there of it is no longer ours: the next delivery makes it again, though the old one was deleted or thrown away."""
        with turn(self.ledger.store, self.ledger.target, [article]):
            self.ledger.forget(article, number)

    def _made(self, consignment: Consignment) -> Delivery:
        return Delivery(Result.FAILED, consignment.article.id, version(consignment.article), self.name)

    def _listing(self, some: Sequence[Consignment]):
        """What is there of each, for the first try; None where it cannot be had now, so that each is looked up by itself."""
        some = [each for each in some if not refusal(each)]
        if len(some) < 2:
            return None
        try:
            return self.adapter.find([self._sought(each.article) for each in some])
        except (Unreached, Declined, Moved):
            return None

    def _sought(self, article: Article) -> Sought:
        known = self.ledger.known(article.id)
        return Sought(article.id, known.settled.remote if known.settled else "", article.subject_name)

    def _delivered(self, consignment: Consignment, found, dry_run: bool) -> Delivery:
        made = self._made(consignment)
        if reason := refusal(consignment):
            return made._replace(why=reason, waits=True)
        try:
            done = Sending(self, consignment, made, found, dry_run).deliver()
        except (AutobriefError, OSError) as error:
            return made._replace(why=_told(error, self.name))
        if dry_run or done.result not in (Result.CONFLICT, Result.FAILED):
            return done
        try:
            self.ledger.fail(done.article, consignment.number, done.version, done.result, done.why)
        except AutobriefError as error:
            return done._replace(why=f"{done.why}; and this could not be noted: {_told(error, self.name)}")
        return done


def _told(error: AutobriefError | OSError, name: str) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or name}: {error.strerror}"
    return "; ".join(filter(None, (*error.faults, error.hint)))
