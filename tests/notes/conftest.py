"""Notes files, and articles written with them."""

import subprocess
import sys

import pytest

from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment
from autobrief.record.mentions import Mentions
from autobrief.record.shelf import Shelf
from autobrief.sources.notes import attach
from autobrief.sources.stylebook import load


@pytest.fixture(scope="session")
def stylebook():
    return load()


@pytest.fixture
def noted(tmp_path, stylebook):
    """(article, plan) written with the notes of this text; without it, with none."""
    def write(text: str | None = None, house=None, **asked):
        shelf = Shelf()
        work = assignment(shelf, **asked)
        if text is not None:
            path = tmp_path / "notes.toml"
            path.write_text(text, "utf-8")
            work = attach(str(path), Mentions(shelf, work), work)
        findings, planned = decide(work, house or stylebook)
        return finish(work, house or stylebook, findings, planned), planned
    return write


@pytest.fixture
def run(tmp_path):
    """`autobrief write` with the notes of this text: (exit code, stdout, stderr)."""
    def write(text: str, *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / "notes.toml"
        path.write_text(text, "utf-8")
        done = subprocess.run([sys.executable, "-m", "autobrief", "write", "--notes", "notes.toml", *arguments],
                              capture_output=True, text=True, cwd=tmp_path, timeout=120)
        return done.returncode, done.stdout, done.stderr
    return write
