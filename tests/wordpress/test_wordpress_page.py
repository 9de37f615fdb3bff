"""docs/cms/wordpress.md as a new user would go through it: every command in order, on the real site."""

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/cms/wordpress.md"
ENDS = re.compile(r"\s*#\s*ends with (\d)\s*$")
PASSWORD = "abcd EFGH 1234 ijkl MNOP 5678"


def test_every_command_works(site, human, tmp_path):
    for post in human.of("ge2019/region/kent"):
        human.ask("DELETE", f"/posts/{post['id']}", params={"force": True})
    text = PAGE.read_text("utf-8").replace("https://news.example", site.url).replace('user = "autobrief"', 'user = "desk"')
    text = text.replace(PASSWORD, site.users["desk"]["password"])
    shim = tmp_path / "bin/autobrief"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m autobrief "$@"\n')
    shim.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "targets.toml").write_text(re.search(r"^```toml\n(.*?)^```$", text, re.S | re.M)[1])
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```$", text, re.S | re.M) for line in block.splitlines() if not line.startswith("pip ")]
    assert len(lines) >= 12
    said = {}
    for line in lines:
        wanted = ENDS.search(line)
        done = subprocess.run(["sh", "-c", line], cwd=desk, capture_output=True, text=True, timeout=200,
                              env={**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}"})
        assert done.returncode == (int(wanted[1]) if wanted else 0), (line, done.stdout, done.stderr)
        said.setdefault(line, done.stdout)
    assert human.only("ge2019/region/kent")["status"] == "publish"
    assert (desk / "autobrief.php").read_text().startswith("<?php")
