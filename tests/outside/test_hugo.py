"""Hugo builds the Markdown, and gives back every string of the front matter as it was."""

import json
import os
import subprocess

import html5lib
import pytest
from full import expected, full_article
from hostile import HOSTILE

from autobrief.formats import render
from autobrief.formats.json import version
from autobrief.formats.layout import line
from autobrief.model.text import Cell

LAYOUT = """<!DOCTYPE html>
<html><body><script type="application/json">{{ .Params | jsonify | safeJS }}</script><main>{{ .Content }}</main></body></html>"""
CONFIG = """baseURL = "https://example.org/"
title = "Desk"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Every hostile name an article, and two that are not to be published, in one build."""
    root = tmp_path_factory.mktemp("site")
    (root / "content").mkdir()
    (root / "layouts" / "_default").mkdir(parents=True)
    (root / "config.toml").write_text(CONFIG)
    (root / "layouts" / "_default" / "single.html").write_text(LAYOUT)
    for number, said in enumerate(HOSTILE):
        (root / "content" / f"name-{number}.md").write_bytes(render("markdown", full_article(said)))
    (root / "content" / "held.md").write_bytes(render("markdown", full_article(held=(Cell("contempt", "x/name"),))))
    (root / "content" / "rehearsal.md").write_bytes(render("markdown", full_article(id="rehearsal/x")))
    # The articles by hand are of an election to come, which Hugo would leave out too.
    done = subprocess.run([os.environ["AUTOBRIEF_HUGO"], "--buildFuture", "--source", str(root), "--destination", str(root / "public")],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "public"


def read(path):
    tree = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False).parse(path.read_text("utf-8"))
    return json.loads(tree.find(".//script").text), tree.find(".//main")


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_every_string_survives(site, number):
    said = HOSTILE[number]
    front, main = read(site / f"name-{number}" / "index.html")
    wanted = expected(said, version(full_article(said)))
    pictures = [tuple(each[key] for key in ("address", "alt", "caption", "credit")) for each in front["pictures"]]
    found = {"headline": front["title"], "pictures": pictures}
    for field in ("id", "version", "standfirst", "byline", "places", "parties", "people", "corrections"):
        found[field] = front[field]
    assert {field: wanted[field] for field in found} == found
    assert front["baseline"]["name"] == line(said)
    text = " ".join("".join(main.itertext()).split())
    for told in (wanted["headline"], wanted["standfirst"], wanted["corrections"][0]):
        assert plain(told) in plain(text)
    assert not main.findall(".//script")


def plain(text: str) -> str:
    """Without what Hugo sets typographically: its quotation marks, dashes and dots are not ours."""
    for one, other in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "--"), ("—", "---"), ("…", "...")):
        text = text.replace(one, other)
    return " ".join(text.replace("-", "").replace("«", "<<").replace("»", ">>").split())


def test_what_is_held_or_rehearsed_is_not_built(site):
    assert (site / "name-0").is_dir() and not (site / "held").exists() and not (site / "rehearsal").exists()
