"""`autobrief watch` as a desk runs it: a process, its folder and its store."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from autobrief.store import open_store

WATCH = ("--region", "shropshire", "--region", "west-midlands", "--uk", "--election", "ge2019")


def command(feed, folder, *more) -> list[str]:
    return [sys.executable, "-m", "autobrief", "watch", str(feed), "-o", str(folder), "--store", str(store_of(folder)), *map(str, more)]


def store_of(folder) -> Path:
    return Path(folder).with_suffix(".sqlite")


def once(feed, folder, *more, code=0) -> subprocess.CompletedProcess:
    done = subprocess.run(command(feed, folder, "--once", *(more or WATCH)), capture_output=True, text=True, timeout=180)
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


def events(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def written(feed, *asked, code=0) -> bytes:
    """What `autobrief write` makes of the same feed."""
    done = subprocess.run([sys.executable, "-m", "autobrief", "write", *asked, "--election", "ge2019", "--results", str(feed)], capture_output=True, timeout=120)
    assert done.returncode == code, done.stderr
    return done.stdout


def histories(folder) -> dict:
    store = open_store(str(store_of(folder)))
    found = {id: store.history(id) for id in store.articles()}
    store.close()
    return found


def until(check, what: str, seconds: float = 60.0):
    """Wait for something to be so: the bound is against a hang, not a measure."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = check()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"never: {what}")


class Running:
    """A watch in the background, ended by its own id."""

    def __init__(self, feed, folder, *more):
        self.out = open(Path(folder).with_suffix(f".{time.monotonic_ns()}.out"), "w+")
        self.process = subprocess.Popen(command(feed, folder, *more), stdout=self.out, stderr=subprocess.STDOUT, text=True,
                                        env=os.environ | {"PYTHONUNBUFFERED": "1"})

    def said(self) -> str:
        return Path(self.out.name).read_text()

    def ready(self) -> "Running":
        until(lambda: "articles follow" in self.said() or self.process.poll() is not None, "the watch follows its feed", 120)
        assert self.process.poll() is None, self.said()
        return self

    def end(self, how: int) -> int:
        self.process.send_signal(how)
        code = self.process.wait(60)
        self.out.close()
        return code
