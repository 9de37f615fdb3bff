"""A watch cut short at every point where it touches the store, a file or the screen, one after the other, and started again."""

import os
import shutil
import signal
import sys
from collections import Counter

import pytest
from feeding import declared, moved_votes, put

from autobrief.formats import FORMATS
from autobrief.live import following, running
from autobrief.live.desk import Asked, Desk
from autobrief.live.files import Folder
from autobrief.live.following import Watch
from autobrief.live.keeping import KeptShelf
from autobrief.live.running import Told, run
from autobrief.record import find
from autobrief.record.feeds import Feed
from autobrief.sources.stylebook import load
from autobrief.store import open_store
from autobrief.store.alerting import Alerts
from autobrief.store.keeping import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the point is to die in the middle of it")
NIGHT = dict(declared("ge2019", "northern-ireland"))
CLOSE = "N06000007"
"""Fermanagh and South Tyrone: a majority of 57."""


@pytest.fixture(scope="module")
def desk():
    shelf = KeptShelf()
    return Desk(shelf, load(), Asked(find.asked_election(shelf.fresh(), "ge2019"), "standard", "general-election"))


def watched(desk, place, cut=None) -> list[str]:
    """One `watch --once` in this process; dies at the cut.  What it told of alerts, line by line, is in a file."""
    store, folder = open_store(str(place / "kept.sqlite"), create=True), Folder(place / "articles")
    subjects = [desk.seat(CLOSE), desk.region("northern-ireland")]
    with open(place / "told.txt", "a", encoding="utf-8") as said:
        def say(text):
            if "look: " in text:
                said.write(text + "\n")
                said.flush()
                os.fsync(said.fileno())
        followed = Watch(Feed(place / "feed.csv", desk.shelf, desk.asked.election), desk, subjects, store, folder, ("markdown",))
        if cut:
            cut()
        run(followed, place / "feed.csv", Told(lambda text: None, say, False), once=True, poll=None, webhook=None)
    folder.close()
    store.close()
    return (place / "told.txt").read_text("utf-8").splitlines()


POINTS = ((Store, "save"), (Store, "will_write"), (Store, "_first_state"), (Alerts, "keep"), (Alerts, "sent"), (Alerts, "waiting"),
          (Folder, "write"), (os, "replace"), (following, "differences"), (running.Told, "step"), (running.Told, "rewrite"))
"""Where it is cut: before each call of these, and after it."""


def killing(number: int):
    """Put a SIGKILL at the so many-eth point that is come to."""
    left = [number]

    def passed():
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def cut():
        for owner, name in POINTS:
            real = getattr(owner, name)

            def through(*args, real=real, **named):
                passed()
                found = real(*args, **named)
                passed()
                return found
            setattr(owner, name, through)
    return cut


def dies(desk, place, number: int) -> bool:
    """Whether a process of its own came to that point and died there."""
    child = os.fork()
    if child == 0:
        try:
            watched(desk, place, killing(number))
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def all_is_well(place, alerts: list[str]) -> None:
    """What an unbroken watch leaves: every file its newest version, no version twice, and each alert told, once but where the
    death came between the screen and the store."""
    store = open_store(str(place / "kept.sqlite"))
    for id in store.articles():
        history = store.history(id)
        assert [v.number for v in history] == list(range(1, len(history) + 1))
        assert all(one.digest != other.digest for one, other in zip(history, history[1:], strict=False)), id
        file = (place / f"articles/{id}.md").read_bytes()
        assert file == FORMATS["markdown"](store.article(id, history[-1].number)).encode()
    told = Counter((place / "told.txt").read_text("utf-8").splitlines())
    assert set(told) == set(alerts) and max(told.values()) <= 2, (told, alerts)
    folder = Folder(place / "articles")
    assert not Alerts(store, folder.name).waiting("told")
    folder.close()
    store.close()


SEATS = [(seat, rows) for seat, rows in NIGHT.items() if seat != CLOSE][:3]
STAGES = (SEATS, [*SEATS, (CLOSE, NIGHT[CLOSE])], [*SEATS, (CLOSE, NIGHT[CLOSE]), (CLOSE, moved_votes(NIGHT[CLOSE], 11))])


@pytest.fixture(scope="module")
def before(desk, tmp_path_factory):
    """A folder as an unbroken watch leaves it before each stage, and after the last: with its feed, its store and what it told."""
    made = [tmp_path_factory.mktemp("nothing yet")]
    for number, feed in enumerate(STAGES):
        made.append(tmp_path_factory.mktemp(f"stage {number}") / "left")
        shutil.copytree(made[-2], made[-1])
        put(made[-1] / "feed.csv", feed)
        watched(desk, made[-1])
    return made


@pytest.mark.parametrize("stage, every", [(0, 7), (1, 4), (2, 2)], ids=["first written", "a declaration", "a correction"])
def test_cut_at_every_point(desk, before, tmp_path, stage, every):
    """It dies at the first point that it comes to, or the so many-eth after it, until it comes to its end alive."""
    expected = (before[stage + 1] / "told.txt").read_text("utf-8").splitlines()
    assert stage == 0 or any("majority of 57" in each for each in expected)
    assert stage < 2 or any("is 68, not 57" in each for each in expected)
    number, deaths = 1, 0
    while True:
        place = tmp_path / str(number)
        shutil.copytree(before[stage], place)
        put(place / "feed.csv", STAGES[stage])
        if not dies(desk, place, number):
            break
        deaths += 1
        if number % 3 == 1:
            # Twice in a row, the second time somewhere else.
            dies(desk, place, 1 + number // 3)
        watched(desk, place)
        all_is_well(place, expected)
        number += every
    assert deaths * every > 30
