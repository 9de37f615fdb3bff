"""Turns with an article: one writer at a time, in whatever process, by either kind of store."""

import multiprocessing
import time

import pytest

from autobrief.cms.turns import turn
from autobrief.store import open_store


def _count(place, file, times):
    store = open_store(place)
    for _ in range(times):
        with turn(store, "site", ["a", "b"]):
            number = int(file.read_text())
            time.sleep(0.002)
            file.write_text(str(number + 1))
    store.close()


def _hold_for_ever(place, held):
    with turn(open_store(place), "site", ["a"]):
        held.set()
        time.sleep(600)


@pytest.fixture
def context(store):
    return multiprocessing.get_context("spawn")


def test_no_two_processes_have_a_turn_at_once(store, place, tmp_path, context):
    file = tmp_path / "count"
    file.write_text("0")
    writers = [context.Process(target=_count, args=(place, file, 25)) for _ in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join(120)
    assert [each.exitcode for each in writers] == [0] * 4 and file.read_text() == "100"


def test_a_process_that_is_killed_gives_its_turn_back(store, place, context):
    held = context.Event()
    holder = context.Process(target=_hold_for_ever, args=(place, held))
    holder.start()
    assert held.wait(60)
    holder.kill()
    holder.join()
    with turn(store, "site", ["a"]):
        pass


def test_two_targets_and_two_articles_are_two_turns(store):
    with turn(store, "site", ["a"]), turn(store, "other", ["a"]), turn(store, "site", ["b"]):
        pass
