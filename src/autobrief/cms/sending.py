"""One article on its way to a content system: look, decide, write, note; and again, until it is there or a human has to decide."""

import logging
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import InputError
from ..model.text import Article
from .adapter import Once, Parcel, Remote, Sought, Standing
from .contract import Consignment, Delivery, Result
from .failing import Conflict, Declined, Moved, Several, Unreached
from .ledger import Known, Settled, digest
from .merged import merged, waits
from .web import INSTALL

AGAIN = 3
"""Times that we begin anew where somebody saves between our reading and our writing."""
TWINS = 3
"""Times that we look again where several bear the id."""
SEEN = (Standing.LIVE, Standing.SCHEDULED)


class Patience(NamedTuple):
    """How long one article is tried for: tries, the first wait, the longest and all together, in seconds."""

    tries: int = 6
    first: float = 0.5
    longest: float = 20.0
    together: float = 120.0


class Terms(NamedTuple):
    """What the target's owner allows: publishing without approval, merging with an editor's words, what is sent once."""

    auto_publish: bool = False
    merge: bool = True
    once: Once = Once()


TERMS, PATIENCE = Terms(), Patience()


class Step(NamedTuple):
    """What is to be done with what is there: the fields to write, None for none; whether they bear a human's words."""

    result: Result
    fields: dict[str, str] | None = None
    edited: bool = False
    front: str = ""
    flags: tuple[str, ...] = ()


class Sending:
    """One article on its way."""

    def __init__(self, api, consignment: Consignment, made: Delivery, found, dry_run: bool):
        self.adapter, self.ledger, self.terms, self.patience = api.adapter, api.ledger, api.terms, api.patience
        self.consignment, self.made, self.listed, self.dry_run = consignment, made, found, dry_run
        self.article, self.version = consignment.article, made.version
        self.written: Result | None = None
        self.twins = 0

    def deliver(self) -> Delivery:
        """Tried until it is there, a human has to decide, or patience ends."""
        try:
            for attempt in _tries(self._worth_another, self.patience):
                with attempt:
                    return self._anew()
        except Unreached as error:
            return self.made._replace(why=error.why)
        except Moved as error:
            return self.made._replace(result=Result.CONFLICT, why=f"{error}: somebody is writing in it now; run it again", waits=True)
        except Declined as error:
            return self.made._replace(why=error.why, waits=error.waits)
        except Conflict as found:
            return self.made._replace(result=Result.CONFLICT, why=str(found), waits=True)

    def _worth_another(self, error: Exception) -> bool | float:
        """Whether to try again, or in how many seconds the system wants us back; not where that is later than we would wait at all.

        Two that bear the id may be one of the same moment that its writer is about to take back.
        """
        if isinstance(error, Several):
            self.twins += 1
            return self.twins <= TWINS
        if not isinstance(error, Unreached):
            return False
        if error.after is None:
            return True
        return error.after if error.after <= self.patience.together else False

    def _anew(self) -> Delivery:
        for left in range(AGAIN, 0, -1):
            try:
                return self._tried()
            except Moved as moved:
                # What was sent was not taken, or was taken back: it is not to be looked for.
                if not self.dry_run:
                    self.ledger.fail(self.article.id, self.consignment.number, self.version, Result.CONFLICT, str(moved))
                self.written = None
                if left == 1:
                    raise

    def _tried(self) -> Delivery:
        """One try: look, decide, write, note."""
        known = self.ledger.known(self.article.id)
        sought = Sought(self.article.id, known.settled.remote if known.settled else "", self.article.subject_name)
        listed, self.listed = self.listed, None
        there = (listed if listed is not None else self.adapter.find([sought])).get(self.article.id, ())
        remote = _chosen(there, known)
        if remote is None:
            return self._created()
        known = self._caught_up(known, remote)
        return self._brought_up(known, remote)

    # Nothing is there ------------------------------------------------------------------------------

    def _created(self) -> Delivery:
        if self.dry_run:
            return self.made._replace(result=Result.CREATED)
        self._permit()
        fields = self.adapter.compose(self.article, self.consignment.pictures, write=True)
        told = self.adapter.alike(fields)
        self.ledger.sending(self.article.id, self.consignment.number, self.version, told, None, False, "")
        self.written = Result.CREATED
        remote = self.adapter.create(self._parcel(fields))
        remote = self._only(remote)
        return self._settled(remote, Step(Result.CREATED))

    def _only(self, remote: Remote) -> Remote:
        """The one that stays, where a writer whom our turns do not bind made another at the same moment: the older one."""
        if self.adapter.alone:
            return remote
        found = self.adapter.find([Sought(self.article.id)]).get(self.article.id, ())
        older = [each for each in found if each.standing is not Standing.TRASHED and _age(each) < _age(remote)]
        if older:
            why = f"another writer made it at the same moment, as {older[0].id}; ours was taken back"
            self.adapter.remove(remote)
            raise Moved(why)
        return remote

    # Something is there ----------------------------------------------------------------------------

    def _caught_up(self, known: Known, remote: Remote) -> Known:
        """What is known of it, a write of ours counted that got through without our hearing of it."""
        told = self.adapter.alike(remote.fields)
        ours = next((each for each in reversed(known.pending) if each.alike == told), None)
        if ours:
            self.written = Result.UPDATED if known.settled else Result.CREATED
            if ours.remote and (lost := self.adapter.overwritten(remote, ours.revision)):
                self._give_back(remote, lost)
            settled = Settled(remote.id, ours.number, ours.version, digest(remote), told, ours.edited, ours.front)
            if not self.dry_run:
                self.ledger.settle(self.article.id, ours.number, ours.version, self.written, remote, told, ours.edited, ours.front)
            return Known(settled, ())
        if known.settled and known.settled.remote == remote.id:
            return known
        if known.pending:
            # We made it, and somebody has changed it since: what the server answered us then was never heard.
            made = known.pending[-1]
            return Known(Settled(remote.id, made.number, made.version if len(known.pending) == 1 else "", "", "", False, ""), known.pending)
        wanted = self._wanted()
        if told == wanted or remote.untouched:
            return Known(Settled(remote.id, self.consignment.number, self.version if told == wanted else "", digest(remote), told, False, ""), ())
        raise Conflict(f"{remote.where or remote.id} is there already and this store knows nothing of it: use the store that it was sent from, "
                       "or remove it there to have it made anew")

    def _wanted(self) -> str:
        """What the article would be there, for comparing; nothing is sent up."""
        return self.adapter.alike(self.adapter.compose(self.article, self.consignment.pictures, write=False))

    def _brought_up(self, known: Known, remote: Remote) -> Delivery:
        step = self._step(known, remote)
        if step.fields is None:
            return self._standing_alone(remote, step)
        if remote.standing in SEEN:
            self._permit(f"{remote.where or remote.id} is {remote.standing} there")
        self._permit()
        if self.dry_run:
            return self._ended(remote, step)
        return self._written(remote, step)

    def _step(self, known: Known, remote: Remote) -> Step:
        """What has to be written, if anything, with whatever a human did there kept."""
        settled = known.settled
        if settled.version == self.version:
            return Step(self.written or Result.UNCHANGED, None, settled.edited, settled.front, self._still_waiting(known, remote))
        if 0 < self.consignment.number < settled.number:
            raise Conflict(f"a newer version is there already: {settled.version}; what is written now is the newest, a file may be an older one")
        touched = digest(remote) != settled.returned
        if not touched and not settled.edited:
            return Step(Result.UPDATED, self.adapter.compose(self.article, self.consignment.pictures, write=not self.dry_run))
        if touched and self.adapter.alike(remote.fields) == self._wanted():
            return Step(Result.UNCHANGED)
        return self._merge(known, remote)

    def _merge(self, known: Known, remote: Remote) -> Step:
        settled, where = known.settled, remote.where or remote.id
        if not (self.terms.merge and self.adapter.merges):
            raise Conflict(f"{where} was changed by hand since version {settled.version}; bring version {self.version} in there, "
                           "or take the change back")
        self.adapter.compose(self.article, self.consignment.pictures, write=not self.dry_run)  # New pictures have to be there to be merged in.
        fields, front, flags = merged(self.adapter, remote, self._bases(known), self.article, settled.front, where)
        if flags and (remote.standing in SEEN or self.consignment.publish):
            raise Conflict(f"{where} has words of somebody's that the results have overtaken: {'; '.join(flags)}")
        if self.adapter.alike(fields) == self.adapter.alike(remote.fields):
            return Step(Result.UNCHANGED, None, True, front, flags)
        return Step(Result.UPDATED, fields, True, front, flags)

    def _bases(self, known: Known) -> list[Article]:
        """The versions that the text there may have been made from: the last known, those sent since, and those before."""
        numbers = dict.fromkeys((known.settled.number, *(each.number for each in known.pending), *known.earlier))
        return [self.ledger.store.article(self.article.id, number) for number in numbers]

    def _still_waiting(self, known: Known, remote: Remote) -> tuple[str, ...]:
        """An editor's words that an earlier delivery found overtaken, and that are still there."""
        settled = known.settled
        if not (settled.edited and waits(settled.front)):
            return ()
        try:
            return merged(self.adapter, remote, self._bases(known)[:1], self.article, settled.front, remote.where)[2]
        except Conflict:
            return ()

    def _standing_alone(self, remote: Remote, step: Step) -> Delivery:
        """The text is there; at most readers are to see it now."""
        if self.consignment.publish and remote.standing is Standing.DRAFT:
            self._permit()
            if step.flags:
                raise Conflict(f"{remote.where or remote.id} has words of somebody's that the results have overtaken: {'; '.join(step.flags)}")
            if not self.dry_run:
                self.written = Result.UPDATED
                remote = self.adapter.update(remote, self._parcel({}, remote))
            return self._settled(remote, step._replace(result=Result.UPDATED))
        settled = self.ledger.known(self.article.id).settled
        if settled and settled.version == self.version:
            return self._ended(remote, step)
        return self._settled(remote, step)

    # Writing ---------------------------------------------------------------------------------------

    def _permit(self, where: str = "") -> None:
        """Readers see it only where a person answered for this version, or the target's owner said that none is needed."""
        if (self.consignment.publish or where) and not (self.consignment.approved or self.terms.auto_publish):
            raise Conflict(f"{where + ', and ' if where else ''}version {self.version} is not approved: `autobrief approve {self.article.id}`, "
                           "or auto_publish = true on the target")

    def _written(self, remote: Remote, step: Step) -> Delivery:
        told = self.adapter.alike(step.fields)
        self.ledger.sending(self.article.id, self.consignment.number, self.version, told, remote, step.edited, step.front)
        self.written = Result.UPDATED
        after = self.adapter.update(remote, self._parcel(step.fields, remote))
        if lost := self.adapter.overwritten(after, remote.revision):
            self._give_back(after, lost)
        return self._settled(after, step)

    def _give_back(self, after: Remote, lost: Remote) -> None:
        """An editor saved between our reading and our writing: their words again, and then everything anew with them in sight."""
        why = f"{after.where or after.id}: somebody saved it while it was being written"
        while lost and not self.dry_run:
            again = self.adapter.update(after, self._parcel(dict(lost.fields), after)._replace(publish=False))
            lost, after = self.adapter.overwritten(again, after.revision), again
        raise Moved(why)

    def _parcel(self, fields: dict[str, str], remote: Remote | None = None) -> Parcel:
        once = self.terms.once._replace(at=self.consignment.at or self.terms.once.at)
        publish = self.consignment.publish and (remote is None or remote.standing is Standing.DRAFT)
        anew = self.ledger.known(self.article.id).anew
        return Parcel(self.article.id, self.version, fields, publish, once, self.article, self.consignment.pictures, anew)

    def _settled(self, remote: Remote, step: Step) -> Delivery:
        if not self.dry_run:
            self.ledger.settle(self.article.id, self.consignment.number, self.version, step.result, remote, self.adapter.alike(remote.fields),
                               step.edited, step.front)
        return self._ended(remote, step)

    def _ended(self, remote: Remote, step: Step) -> Delivery:
        return self.made._replace(result=step.result, where=remote.where or remote.id, why="; ".join(step.flags), waits=bool(step.flags))


def _chosen(there: Sequence[Remote], known: Known) -> Remote | None:
    """The one that is ours.  Raises Conflict where a human threw it away, or several bear the id."""
    kept = known.settled.remote if known.settled else ""
    ours = next((each for each in there if each.id == kept), None)
    standing = [each for each in there if each.standing is not Standing.TRASHED]
    if ours and ours.standing is not Standing.TRASHED:
        return ours
    if ours or there and not standing and not known.anew:
        thrown = ours or there[0]
        raise Conflict(f"{thrown.where or thrown.id} is in the trash there, and stays; restore it there to have it brought up to date")
    if kept and not standing:
        raise Conflict(f"{kept} was deleted there; `autobrief publish --anew` makes it again")
    if len(standing) > 1:
        raise Several(f"several bear its id: {', '.join(each.where or each.id for each in standing)}; keep one there and remove the others")
    return standing[0] if standing else None


def _age(remote: Remote) -> tuple:
    """Which of two was made first, as the systems number them."""
    return (0, int(remote.id), "") if remote.id.isdecimal() else (1, 0, remote.id)


def _tries(on, patience: Patience):
    try:
        import stamina
    except ModuleNotFoundError as error:
        raise InputError("delivery to a content system needs stamina, which is not installed", hint=INSTALL) from error
    # It tells of each try by itself; how the delivery ended is told once.
    logging.getLogger("stamina").addHandler(logging.NullHandler())
    return stamina.retry_context(on=on, attempts=patience.tries, timeout=patience.together, wait_initial=patience.first, wait_max=patience.longest,
                                 wait_jitter=patience.first)
