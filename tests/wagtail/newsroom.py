"""A real Wagtail newsroom of our own, made as docs/cms/wagtail.md says and served on loopback for as long as the tests need it."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cms" / "wagtail.md"
REQUIRED = "AUTOBRIEF_TEST_WAGTAIL"
"""Set by `make test-wagtail` to the folder in which Wagtail's own virtual environment is kept from run to run."""
FILE = re.compile(r"`((?:news|newsroom)/[\w/]+\.\w+)`")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
ENDING = 10
"""Seconds."""
MORE = {
    '("image", ImageBlock()),': '("image", ImageBlock()),\n        ("narrow", RichTextBlock(features=["bold"])),',
    "    byline = ": '    tags = ClusterTaggableManager(through="news.Tagged", blank=True)\n    byline = ',
    'APIField("live"),': 'APIField("live"),\n        APIField("tags", writable=True),',
    "class ArticlePage(Page)": '''from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase


class Tagged(TaggedItemBase):
    content_object = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(Page)'''}
"""What sites have beside what the page shows: rich text that takes less than ours does, and tags."""


class Newsroom(NamedTuple):
    """A running site: its address, the tokens of its users by name, and a way to ask it for what the API cannot do."""

    url: str
    home: int
    tokens: dict[str, str]
    users: dict[str, int]
    server: subprocess.Popen

    def order(self, what: str, page: int) -> None:
        """Have the site itself lock a page, hand it to moderation, …"""
        self.server.stdin.write(f"{what} {page}\n".encode())
        self.server.stdin.flush()
        answer = self.server.stdout.readline().decode().strip()
        if answer != "done":
            raise RuntimeError(f"{what} {page}: {answer}")


def make(folder: Path) -> None:
    """The site, by the page of the documentation: its commands run in order, its files written where it says.

    Whatever was there of an earlier one goes; the virtual environment stays, so that nothing is downloaded twice.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "newsroom", ignore_errors=True)
    text, end = PAGE.read_text("utf-8"), 0
    for block in BLOCK.finditer(text):
        kind, content = block.groups()
        said, end = text[end:block.start()], block.end()
        named = FILE.findall(said)
        if kind == "sh" and "manage.py" in content or "wagtail start" in content:
            run(content, folder / "newsroom" if (folder / "newsroom").exists() else folder, folder / "site" / "bin")
        elif kind in ("python", "html") and named:
            place = folder / "newsroom" / named[-1]
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("a" if "Add to the end" in said else "w", encoding="utf-8") as file:
                file.write(reduce(lambda told, old: told.replace(old, MORE[old]), MORE if kind == "python" else (), content))


def run(commands: str, folder: Path, programs: Path) -> None:
    """The commands, as somebody at a terminal in that folder types them, to whom Python is the one that runs these tests."""
    python = Path(sys._base_executable).parent
    done = subprocess.run(["sh", "-ec", commands], cwd=folder, capture_output=True, text=True, timeout=600,
                          env=clean() | {"PATH": f"{programs}:{python}:{os.environ['PATH']}"})
    if done.returncode:
        raise RuntimeError(f"{commands}\nended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def clean() -> dict[str, str]:
    """The environment without what would point Django or Python elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTHONPATH", "VIRTUAL_ENV"))}


@contextmanager
def serving(folder: Path):
    """The site at a free port, ended with everything that it started, also where the tests fail; killed ourselves, it ends by itself."""
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen([folder / "site" / "bin" / "python", Path(__file__).with_name("serving.py")], cwd=folder / "newsroom",
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, start_new_session=True, env=clean())
    try:
        told = server.stdout.readline()
        if not told:
            raise RuntimeError(f"the site did not start: {(folder / 'server.log').read_text('utf-8', 'replace')[-2000:]}")
        yield Newsroom(**json.loads(told), server=server)
    finally:
        for how in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(server.pid, how)
                server.wait(ENDING)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        server.stdin.close()
        server.stdout.close()
        log.close()


if __name__ == "__main__":
    # By hand: `python newsroom.py FOLDER` makes a site there and serves it until its input ends.
    place = Path(sys.argv[1])
    make(place)
    with serving(place) as site:
        print(json.dumps(site._asdict() | {"server": site.server.pid}), flush=True)
        sys.stdin.read()
