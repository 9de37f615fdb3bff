"""The page of the documentation, as a new user follows it: the site is made by it (see newsroom.py), then every command of ours is run."""

import os
import re
import subprocess
import sys

from newsroom import BLOCK, FILE, PAGE, REQUIRED

ENDS = re.compile(r"\s*#\s*ends with (\d)\s*$")


def test_from_the_site_to_the_first_draft(newsroom, people, tmp_path):
    shim = tmp_path / "bin" / "autobrief"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m autobrief "$@"\n')
    shim.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    with open(f"{os.environ[REQUIRED]}/token", "rb") as token:
        (desk / "token").touch(0o600)
        (desk / "token").write_bytes(token.read())
    lines = []
    for kind, content in BLOCK.findall(PAGE.read_text("utf-8")):
        if kind == "toml" and "[targets.wagtail]" in content:
            (desk / "targets.toml").write_text(content.replace("http://127.0.0.1:8000", newsroom.url))
        if kind == "sh" and content.startswith("autobrief"):
            lines += content.splitlines()
    assert len(lines) >= 4 and FILE.search(PAGE.read_text("utf-8"))
    for line in lines:
        wanted = ENDS.search(line)
        done = subprocess.run(["sh", "-c", line], cwd=desk, capture_output=True, text=True, timeout=120,
                              env={**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", "AUTOBRIEF_CACHE": str(tmp_path / "cache")})
        assert done.returncode == (int(wanted[1]) if wanted else 0), (line, done.stdout, done.stderr)
    [id] = people.pages("ge2019/seat/E14000577")
    page = people.page(id)
    assert page["title"] and not page["live"] and any(block["type"] == "table" for block in page["body"])
