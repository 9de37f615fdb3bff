"""The store itself: save, list, change a state, and keep account of what was sent.  Every row stays as it was written."""

import json
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import desc, select
from sqlalchemy.dialects import postgresql, sqlite

from ..errors import Refused
from ..formats import json as contract
from ..formats.layout import line
from ..formats.restoring import restore
from ..model.text import Article
from . import tables as t
from .opening import told
from .values import PROGRAM, Delivery, Overtaken, Saved, State, Version

QUICK = 3
"""How hard to pack: the night waits for it, and more would save a tenth of the room."""

_COLUMNS = [c for c in t.versions.c if c is not t.versions.c.document]


class Store:
    """One open store.  Every method is a transaction of its own unless called inside `with store.together():`."""

    def __init__(self, engine, shown: str):
        self.engine = engine
        self.shown = shown
        self._open = None
        self.insert = (postgresql if engine.dialect.name == "postgresql" else sqlite).insert

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def together(self):
        """Several changes as one: all of them are kept, or none."""
        if self._open is not None:
            yield self._open
            return
        with told(self.shown), self.engine.begin() as connection:
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    @contextmanager
    def reading(self):
        """A transaction that changes nothing, or the one that is open."""
        if self._open is not None:
            yield self._open
            return
        with told(self.shown), self.engine.connect() as plain:
            connection = plain.execution_options(reading=True)
            with connection.begin():
                yield connection

    # Versions --------------------------------------------------------------------------------------

    def save(self, article: Article, cause: str, after: int | None = None) -> Saved:
        """Keep this text as the article's newest version, unless the newest has it already.

        `after` is the number of the newest version that the writer knew of, 0 for none: where another process has
        saved since, the version there with this text is given back, and without one Overtaken is raised.  A person's
        hold goes on to the next version; an approval does not.  A reason of the law that comes with the same text holds
        the version that has it, approved or not.
        """
        with self.together() as connection:
            head = self._lock(connection, article)
            newest = self._newest(connection, article.id)
            digest = contract.version(article)
            if newest and newest.digest == digest:
                return Saved(self._held_since(connection, article, newest), False)
            if after is not None and head > after:
                since = [v for v in self.history(article.id) if v.number > after and v.digest == digest]
                if since:
                    return Saved(since[-1], False)
                raise Overtaken(article.id)
            return Saved(self._add(connection, article, head + 1, digest, cause, newest), True)

    def _lock(self, connection, article: Article) -> int:
        """The number of the newest version, nobody else adding one to this article until the transaction ends."""
        connection.execute(self.insert(t.articles).values(article=article.id, name=article.subject_name, head=0)
                           .on_conflict_do_nothing())
        return connection.execute(select(t.articles.c.head).where(t.articles.c.article == article.id).with_for_update()).scalar_one()

    def _add(self, connection, article: Article, number: int, digest: str, cause: str, newest: Version | None) -> Version:
        found = contract.contents(article)
        packed = contract.canonical(found)
        connection.execute(t.versions.insert().values(
            article=article.id, number=number, digest=digest, content=sha256(packed).hexdigest(), saved=_now(), cause=line(cause),
            headline=line(article.headline), generator=found["generator"],
            # Both are objects: made one without being written out again, since a country's runs to megabytes.
            document=zlib.compress(packed[:-1] + b"," + contract.canonical(contract.unseen(article))[1:], QUICK)))
        connection.execute(t.articles.update().where(t.articles.c.article == article.id).values(head=number))
        self._first_state(connection, article, number, newest)
        return self._newest(connection, article.id)

    def _held_since(self, connection, article: Article, newest: Version) -> Version:
        """The version, held where the law has reasons against it that nobody has answered for yet."""
        reasons = _reasons(article)
        if not reasons or any(s.state == "held" and s.who == PROGRAM and s.why == reasons for s in self.states(article.id, newest.number)):
            return newest
        self._say(connection, article.id, State(newest.number, "held", PROGRAM, reasons, _now()))
        return self._newest(connection, article.id)

    def _first_state(self, connection, article: Article, number: int, newest: Version | None) -> None:
        before = self.states(article.id, newest.number)[-1] if newest else None
        if article.held:
            state = State(number, "held", PROGRAM, _reasons(article), _now())
        elif before and before.state == "held" and before.who != PROGRAM:
            state = before._replace(number=number, at=_now())
        else:
            state = State(number, "draft", PROGRAM, "", _now())
        self._say(connection, article.id, state)

    def newest(self, article: str) -> Version | None:
        """The newest version, or None."""
        with self.reading() as connection:
            return self._newest(connection, article)

    def _newest(self, connection, article: str) -> Version | None:
        rows = self._versions(connection, article, limit=1)
        return rows[0] if rows else None

    def history(self, article: str) -> tuple[Version, ...]:
        """Every version, oldest first."""
        with self.reading() as connection:
            return tuple(reversed(self._versions(connection, article)))

    def _versions(self, connection, article: str, limit: int | None = None) -> list[Version]:
        state = select(t.states.c.state).where(
            t.states.c.article == t.versions.c.article, t.states.c.number == t.versions.c.number
        ).order_by(desc(t.states.c.id)).limit(1).correlate(t.versions).scalar_subquery().label("state")
        asked = select(*_COLUMNS, state).where(t.versions.c.article == article).order_by(desc(t.versions.c.number)).limit(limit)
        return [Version(**row._mapping) for row in connection.execute(asked)]

    def article(self, article: str, number: int) -> Article:
        """A version's article, from which every format writes the same bytes again.  Raises KeyError without that version."""
        with self.reading() as connection:
            asked = select(t.versions.c.document).where(t.versions.c.article == article, t.versions.c.number == number)
            packed = connection.execute(asked).scalar()
        if packed is None:
            raise KeyError((article, number))
        return restore(json.loads(zlib.decompress(packed)))

    def articles(self) -> dict[str, str]:
        """Every article's id and the name of its seat or region, in order."""
        with self.reading() as connection:
            asked = select(t.articles.c.article, t.articles.c.name).where(t.articles.c.head > 0).order_by(t.articles.c.article)
            return {row.article: row.name for row in connection.execute(asked)}

    def heads(self) -> dict[str, int]:
        """The number of every article's newest version."""
        with self.reading() as connection:
            asked = select(t.articles.c.article, t.articles.c.head).where(t.articles.c.head > 0)
            return {row.article: row.head for row in connection.execute(asked)}

    # States ----------------------------------------------------------------------------------------

    def states(self, article: str, number: int | None = None) -> tuple[State, ...]:
        """Who made the article's versions, or one of them, draft, held, approved or published, oldest first."""
        with self.reading() as connection:
            asked = select(t.states.c.number, t.states.c.state, t.states.c.who, t.states.c.why, t.states.c.at).where(
                t.states.c.article == article).order_by(t.states.c.id)
            asked = asked if number is None else asked.where(t.states.c.number == number)
            return tuple(State(**row._mapping) for row in connection.execute(asked))

    def approve(self, article: str, number: int, who: str, why: str = "", cleared: str = "") -> State:
        """A person answers for this version.  Raises Refused for a rehearsal, and for a held one unless `cleared` says by whom."""
        with self.together() as connection:
            now = self._state(connection, article, number)
            refuse_rehearsal(article, "approved")
            if now.state in ("approved", "published"):
                return now
            if now.state == "held" and not cleared:
                raise Refused(f"{article} version {number} is held by {now.who}: {now.why or 'no reason given'}",
                              hint="--cleared-by NAME says who cleared it")
            why = "; ".join(filter(None, (f"cleared by {cleared}" if cleared else "", why)))
            return self._say(connection, article, State(number, "approved", who, why, _now()))

    def hold(self, article: str, number: int, who: str, why: str) -> State:
        """Nobody publishes this version, or one after it, until somebody clears it."""
        with self.together() as connection:
            self._state(connection, article, number)
            return self._say(connection, article, State(number, "held", who, why, _now()))

    def published(self, article: str, number: int, who: str, why: str = "", automatic: bool = False) -> State:
        """The version is out.  Raises Refused unless it was approved, or is no held one and goes out automatically."""
        with self.together() as connection:
            now = self._state(connection, article, number)
            refuse_rehearsal(article, "published")
            if now.state not in ("approved", "published") and not (automatic and now.state == "draft"):
                raise Refused(f"{article} version {number} is {now.state}, not approved", hint=f"`autobrief approve {article}` first")
            return self._say(connection, article, State(number, "published", who, why, _now()))

    def _state(self, connection, article: str, number: int) -> State:
        """A version's state, nobody else changing it until the transaction ends.  Raises KeyError without that version."""
        connection.execute(select(t.articles.c.head).where(t.articles.c.article == article).with_for_update())
        found = self.states(article, number)
        if not found:
            raise KeyError((article, number))
        return found[-1]

    def _say(self, connection, article: str, state: State) -> State:
        connection.execute(t.states.insert().values(article=article, **state._asdict()))
        return state

    # Files and deliveries ----------------------------------------------------------------------------

    def will_write(self, article: str, number: int, format_name: str, digest: str) -> None:
        """Note, before a file is written, what will be in it: whatever else is found there later, a person wrote."""
        with self.together() as connection:
            connection.execute(self.insert(t.files).values(
                article=article, format=format_name, digest=digest, number=number, at=_now()).on_conflict_do_nothing())

    def wrote(self, article: str, format_name: str, digest: str) -> int | None:
        """The version that this program wrote a file with this sha256 from, or None where it never did."""
        with self.reading() as connection:
            return connection.execute(select(t.files.c.number).where(
                t.files.c.article == article, t.files.c.format == format_name, t.files.c.digest == digest)).scalar()

    def deliver(self, article: str, target: str, number: int, state: str, *, external: str = "", sent: str = "",
                returned: str = "", detail: str = "") -> Delivery:
        """Note how far a version got on its way to a target; the newest note is what holds."""
        made = Delivery(article, target, external, number, sent, returned, state, _now(), detail)
        with self.together() as connection:
            connection.execute(t.deliveries.insert().values(**made._asdict()))
        return made

    def deliveries(self, article: str, target: str | None = None) -> tuple[Delivery, ...]:
        """Everything noted of the article's deliveries, or of those to one target, oldest first."""
        with self.reading() as connection:
            asked = select(*(t.deliveries.c[name] for name in Delivery._fields)).where(
                t.deliveries.c.article == article).order_by(t.deliveries.c.id)
            asked = asked if target is None else asked.where(t.deliveries.c.target == target)
            return tuple(Delivery(**row._mapping) for row in connection.execute(asked))


def refuse_rehearsal(article: str, what: str) -> None:
    """Raises Refused where the article's id says that it was written from test data."""
    if article.startswith("rehearsal/"):
        raise Refused(f"{article} is a rehearsal, written from test data: it is never {what}", hint="write it from the live feed")


def _reasons(article: Article) -> str:
    """Why the law holds the article, blank where it does not."""
    return "; ".join(cell.text for cell in article.held)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
