"""Alerts on their way: kept with the version that they are about, and crossed off when they have been sent.

A process that ends between the two leaves them waiting, and the next one that writes into the same folder sends them.
"""

import json
from collections.abc import Iterable

from sqlalchemy import select

from . import tables as t
from .keeping import Store, _now

WAYS = ("told", "posted")
"""What becomes of an alert: it is told where the watch is seen, and posted to a webhook."""


class Alerts:
    """The alerts of one desk, which is whoever writes into one folder; each is kept once, by its key."""

    def __init__(self, store: Store, desk: str):
        self.store, self.desk = store, desk

    def keep(self, found: Iterable[tuple[str, dict]]) -> None:
        """Keep alerts by key, those not known yet; inside `store.together()` with the version that brings them."""
        rows = [{"desk": self.desk, "key": key, "body": json.dumps(body, ensure_ascii=False), "at": _now()} for key, body in found]
        if rows:
            with self.store.together() as connection:
                connection.execute(self.store.insert(t.alerts).on_conflict_do_nothing(), rows)

    def waiting(self, way: str) -> dict[int, dict]:
        """What has not been sent this way yet, oldest first."""
        with self.store.reading() as connection:
            sent = select(t.alerts_sent.c.alert).where(t.alerts_sent.c.way == way)
            asked = select(t.alerts.c.id, t.alerts.c.body).where(t.alerts.c.desk == self.desk, t.alerts.c.id.not_in(sent)).order_by(t.alerts.c.id)
            return {row.id: json.loads(row.body) for row in connection.execute(asked)}

    def sent(self, numbers: Iterable[int], *ways: str) -> None:
        """Cross these off."""
        rows = [{"alert": number, "way": way, "at": _now()} for number in numbers for way in ways]
        if rows:
            with self.store.together() as connection:
                connection.execute(self.store.insert(t.alerts_sent).on_conflict_do_nothing(), rows)
