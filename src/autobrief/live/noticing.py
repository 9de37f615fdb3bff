"""Waiting until a feed moves, by the system's own notices or by looking, and until somebody ends it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError

QUIET = 0.03
"""Seconds without a further change before a feed is read: what writes it is given that long to finish."""
LOOK = 5.0
"""Seconds after which a feed is looked at even without notice, since notices can be lost."""


@contextmanager
def until_ended() -> Iterator[threading.Event]:
    """An event that the first SIGINT or SIGTERM sets, so that an article begun is finished."""
    ended = threading.Event()
    before = {each: signal.signal(each, lambda *_: ended.set()) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def changes(feed: Path, ended: threading.Event, poll: float | None = None) -> Iterator[None]:
    """Yield each time the feed may have moved, until `ended`; with `poll`, look every so many seconds instead of being told.

    A file that is replaced is noticed as well as one that is written to, so its folder is what is watched.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise InputError("following a feed needs watchfiles, which is not installed", hint="pip install 'autobrief[live]', or --once") from error
    whole = feed.is_dir()
    folder = feed if whole else feed.absolute().parent
    name = feed.name
    notices = watch(folder, recursive=whole, stop_event=ended, debounce=200, step=int(QUIET * 1000), rust_timeout=int(LOOK * 1000),
                    yield_on_timeout=True, raise_interrupt=False, force_polling=bool(poll) or None,
                    poll_delay_ms=max(10, int((poll or 0.3) * 1000)),
                    watch_filter=None if whole else lambda _, path: Path(path).name == name)
    for _ in notices:
        if ended.is_set():
            return
        yield
