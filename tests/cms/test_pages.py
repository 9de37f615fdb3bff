"""Every command of docs/cms is run, in order, in an empty folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[2] / "docs" / "cms"
ENDS = re.compile(r"\s*#\s*ends with (\d)\s*$")


@pytest.mark.parametrize("page, least", [("formats.md", 6), ("folder.md", 10)])
def test_every_command_works(page, least, tmp_path):
    shim = tmp_path / "bin" / "autobrief"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m autobrief "$@"\n')
    shim.chmod(0o755)
    (tmp_path / "desk").mkdir()
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```$", (PAGES / page).read_text("utf-8"), re.S | re.M) for line in block.splitlines()]
    assert len(lines) >= least
    for line in lines:
        wanted = ENDS.search(line)
        done = subprocess.run(["sh", "-c", line], cwd=tmp_path / "desk", capture_output=True, text=True, timeout=120,
                              env={**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", "AUTOBRIEF_CACHE": str(tmp_path / "cache")})
        assert done.returncode == (int(wanted[1]) if wanted else 0), (line, done.stdout, done.stderr)
