"""One writer per article, whatever process or machine it runs in: the store gives out the turns.

A store that is a file gives them by locks on files beside it, a PostgreSQL store by its own locks.  Both are given back by the
system when a process ends, however it ends.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path

from ..store.keeping import Store
from . import files


@contextmanager
def turn(store: Store, target: str, articles: Iterable[str]) -> Iterator[None]:
    """Nobody else's turn with these articles at this target until this ends.  Waits for it; in one order, so that no two wait for each other."""
    keys = sorted({sha256(f"{target}\n{article}".encode()).hexdigest() for article in articles})
    with ExitStack() as held:
        if store.engine.dialect.name == "postgresql":
            connection = held.enter_context(store.engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
            for key in sorted({int(key[:15], 16) for key in keys}):
                connection.exec_driver_sql("SELECT pg_advisory_lock(%s)", (key,))
                held.callback(connection.exec_driver_sql, "SELECT pg_advisory_unlock(%s)", (key,))
        else:
            folder = Path(f"{store.engine.url.database}.turns")
            for key in keys:
                held.enter_context(files.locked(folder / key[:32]))
        yield
