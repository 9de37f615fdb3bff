"""A watch that is killed at any moment and started again: no result is lost, no file is half, no version comes twice."""

import random
import signal
import time

import pytest
from feeding import declared, put
from watching import Running, histories, once, store_of, until, written

from autobrief.formats import FORMATS
from autobrief.formats.json import version
from autobrief.store import open_store

pytest.importorskip("watchfiles")
ASKED = ("--region", "shropshire", "--region", "staffordshire", "--region", "west-midlands", "--uk", "--election", "ge2019")
KILLS = 14


def whole(folder, store) -> None:
    """Every file is exactly a version that is stored."""
    for path in folder.rglob("*.md"):
        id = str(path.relative_to(folder)).removesuffix(".md")
        text = path.read_bytes()
        assert text in {FORMATS["markdown"](store.article(id, v.number)).encode() for v in store.history(id)}, path


def test_killed_many_times_at_random_moments(tmp_path):
    chance = random.Random(20191212)
    source, folder = tmp_path / "feed.csv", tmp_path / "articles"
    night = declared("ge2019", "west-midlands")
    there = 3
    put(source, night[:there])
    for turn in range(KILLS):
        running = Running(source, folder, *ASKED)
        # Some die while they start, some while they write, some while they wait.
        if turn % 3:
            until(lambda running=running: running.said() or running.process.poll() is not None, "the first word")
        for _ in range(chance.randrange(1, 4)):
            time.sleep(chance.uniform(0.0, 0.5))
            there = min(there + chance.choice((1, 1, 2)), len(night))
            put(source, night[:there])
        time.sleep(chance.uniform(0.0, 0.9))
        assert running.end(signal.SIGKILL) == -signal.SIGKILL, running.said()
        if store_of(folder).exists() and turn > 2:
            store = open_store(str(store_of(folder)), create=True)
            whole(folder, store)
            store.close()
    once(source, folder, *ASKED)
    assert not list(folder.rglob(".*.unfinished"))
    assert (folder / "ge2019/region/west-midlands.md").read_bytes() == written(source, "--region", "west-midlands")
    assert (folder / "ge2019/region/united-kingdom.md").read_bytes() == written(source, "--uk")
    for seat, _ in night[:there]:
        assert (folder / f"ge2019/seat/{seat}.md").read_text("utf-8").count("stage: \"complete\"") == 1
    for id, history in histories(folder).items():
        assert [v.number for v in history] == list(range(1, len(history) + 1))
        assert len({v.digest for v in history}) == len(history), id
    store = open_store(str(store_of(folder)))
    counts = []
    for v in store.history("ge2019/region/west-midlands"):
        article = store.article(v.article, v.number)
        assert version(article) == v.digest
        counts.append(article.facts["ge2019/region/west-midlands/declared"].value)
    assert counts == sorted(set(counts)) and counts[-1] == there
    store.close()
    assert once(source, folder, *ASKED, "--format", "json").stdout == ""
