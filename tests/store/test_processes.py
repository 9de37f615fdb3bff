"""Several processes on one store: none corrupts it, nothing is saved twice, no old text follows a newer one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from saving import LAST

from autobrief.store import open_store

ID = "ge2030/region/nowhere"
HERE = Path(__file__).parent


def start(place: str, seed: int, id: str = ID) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, HERE / "saving.py", place, id, str(seed)], stderr=subprocess.PIPE, text=True)


def in_order(place: str, id: str = ID) -> list[int]:
    """The figure in each version's headline, after seeing that the store is whole."""
    store = open_store(place)
    history = store.history(id)
    assert [v.number for v in history] == list(range(1, len(history) + 1))
    for version in history:
        assert store.article(id, version.number).headline == version.headline
        assert [s.state for s in store.states(id, version.number)] == ["draft"]
    store.close()
    return [int(v.headline.split()[0]) for v in history]


def test_processes_that_save_the_same_night_save_each_text_once(place):
    working = [start(place, seed) for seed in range(5)]
    complaints = [process.communicate(timeout=120)[1] for process in working]
    assert [process.returncode for process in working] == [0] * 5, complaints
    figures = in_order(place)
    assert figures == sorted(set(figures)) and figures[-1] == LAST


def test_a_process_killed_while_saving_loses_nothing_and_repeats_nothing(place):
    open_store(place, create=True).close()
    for turn in range(8):
        process = start(place, turn)
        time.sleep(0.25 + 0.05 * turn)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    process = start(place, 99)
    assert process.wait(120) == 0, process.stderr.read()
    process.stderr.close()
    figures = in_order(place)
    assert figures == sorted(set(figures)) and figures[-1] == LAST
