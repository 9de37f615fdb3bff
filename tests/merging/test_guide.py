"""docs/updating.md as a journalist would follow it: every command run, in order, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "updating.md"


def test_every_command_of_the_guide_works(tmp_path):
    commands = [line for block in re.findall(r"^```sh\n(.*?)^```$", GUIDE.read_text("utf-8"), re.S | re.M) for line in block.splitlines()]
    assert len(commands) == 6
    for line in commands:
        program, *arguments = shlex.split(line)
        assert program == "autobrief", line
        done = subprocess.run([sys.executable, "-m", "autobrief", *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120,
                              env={**os.environ, "AUTOBRIEF_CACHE": str(tmp_path / ".cache")})
        assert done.returncode == 0, (line, done.stderr)
    assert "3.30am" in (tmp_path / "midlands.md").read_text("utf-8") and "3am" not in (tmp_path / "midlands.md").read_text("utf-8")
    assert 'stage: "complete"' in (tmp_path / "kent.md").read_text("utf-8") and "3am" not in (tmp_path / "kent.md").read_text("utf-8")
