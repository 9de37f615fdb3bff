"""docs/night.md as a developer would follow it: every file made, every command run, in order, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("watchfiles")
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "night.md"
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.S | re.M)
ENDS = re.compile(r"\s*#\s*ends with (\d)\s*$")


def test_every_command_of_the_guide_works_and_says_what_it_shows(tmp_path):
    said, commands = "", 0
    for block in FENCE.finditer(GUIDE.read_text("utf-8")):
        if block["language"] == "csv":
            (tmp_path / "results.csv").write_text(block["body"], "utf-8")
        if block["language"] == "sh":
            for line in block["body"].splitlines():
                said += run(line, tmp_path)
                commands += 1
    assert commands >= 10
    shown = re.search(r"^> (Telford.*)$", GUIDE.read_text("utf-8"), re.M)[1]
    assert uncounted(shown) in map(uncounted, said.splitlines())
    assert (tmp_path / "articles/ge2019/region/shropshire.md").is_file() and (tmp_path / "first.html").is_file()


def uncounted(line: str) -> str:
    """Without how many sentences there are and changed, which is the stylebook's."""
    return re.sub(r"\d+ of \d+ sentences", "n of n sentences", line)


def run(line: str, folder: Path) -> str:
    expected = ENDS.search(line)
    program, *arguments = shlex.split(ENDS.sub("", line))
    assert program == "autobrief", line
    known = {key: value for key, value in os.environ.items() if key != "AUTOBRIEF_STORE"}
    done = subprocess.run([sys.executable, "-m", "autobrief", *arguments], cwd=folder, capture_output=True, text=True, timeout=120, env=known)
    assert done.returncode == (int(expected[1]) if expected else 0), (line, done.stdout[-2000:], done.stderr)
    return done.stdout
