"""docs/editing.md as a journalist would follow it: every file made, every command run, in order, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "editing.md"
FENCE = re.compile(r"(?P<before>(?:^(?!```)[^\n]*\n)*?)^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.S | re.M)
ENDS = re.compile(r"\s*#\s*ends with (\d)\s*$")


def test_every_command_of_the_guide_works(tmp_path):
    commands = 0
    for block in FENCE.finditer(GUIDE.read_text("utf-8")):
        if block["language"] == "sh":
            for line in block["body"].splitlines():
                run(line, tmp_path)
                commands += 1
        else:
            # The file is the last one named in the words over its content.
            target = tmp_path / re.findall(r"`([\w/-]+\.(?:toml|j2))`", block["before"])[-1]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block["body"], "utf-8")
    assert commands >= 12
    midlands = (tmp_path / "midlands.md").read_text("utf-8")
    assert "Tories" in midlands and "per cent" in midlands and "Conservatives" not in midlands.split("## Seats by party")[0]


def run(line: str, folder: Path) -> None:
    expected = ENDS.search(line)
    program, *arguments = shlex.split(ENDS.sub("", line))
    assert program == "autobrief", line
    done = subprocess.run([sys.executable, "-m", "autobrief", *arguments], cwd=folder, capture_output=True, text=True, timeout=120,
                          env={**os.environ, "AUTOBRIEF_CACHE": str(folder / ".cache")})
    assert done.returncode == (int(expected[1]) if expected else 0), (line, done.stdout[-2000:], done.stderr)
