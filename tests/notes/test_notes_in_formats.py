"""Pictures and links in every format: each text escaped, and no address that is not one."""

import json
import sys
from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt

sys.path.append(str(Path(__file__).parents[1] / "formats"))
from hostile import HOSTILE, hostile_article, sentence  # noqa: E402

from autobrief.formats import html, markdown, text  # noqa: E402
from autobrief.formats import json as article_json  # noqa: E402
from autobrief.formats.layout import line  # noqa: E402
from autobrief.model.notes import address  # noqa: E402
from autobrief.model.text import Block, Cell  # noqa: E402

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ADDRESSES = ("https://example.org/a?b=1&copy;=2", "a b(c).jpg", "javascript:alert(1)", '"><script>x', "x](javascript:y)", "data:text/html,x")


def article(name: str, place: str):
    picture = Block("picture", "picture/1", (sentence(1, name, "x/name"),), addresses=(Cell(place, "x/name"),), alt=Cell(name, "x/name"))
    links = Block("links", "links", (sentence(2, name, "x/name"),), caption=name, title=sentence(3, name, "x/name"),
                  addresses=(Cell(place, "x/name"),))
    return hostile_article(name, blocks=(Block("headline", "h", (sentence(0, "Head", "x/name"),)), picture, links), held=(Cell(name, "x/name"),))


@pytest.fixture(params=HOSTILE)
def name(request):
    return request.param


@pytest.mark.parametrize("place", ADDRESSES)
def test_html(name, place):
    page = html.render(article(name, place))
    tree = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(page)
    allowed = address(place)
    images, anchors = tree.findall(".//figure/img"), tree.findall(".//nav/ul/li/a")
    assert [(i.get("src"), i.get("alt")) for i in images] == ([(allowed, line(name))] if allowed else [])
    assert [a.get("href") for a in anchors] == ([allowed] if allowed else [])
    assert ["".join(e.itertext()) for e in tree.findall(".//nav/ul/li") + tree.findall(".//figcaption")] == [line(name)] * 2
    assert tree.find(".//nav").get("aria-label") == line(name) == tree.find(".//meta[@name='held']").get("content")
    assert [script.get("type") for script in tree.findall(".//script")] == ["application/ld+json"]


@pytest.mark.parametrize("place", ADDRESSES)
def test_markdown(name, place):
    body = markdown.render(article(name, place)).split("\n---\n", 1)[1]
    inline = [token for token in PARSER.parse(body) if token.type == "inline"]
    children = [child for token in inline for child in token.children]
    allowed = PARSER.normalizeLink(address(place))
    assert [c.attrs["src"] for c in children if c.type == "image"] == ([allowed] if allowed else [])
    assert ["".join(g.content for g in c.children) for c in children if c.type == "image"] == ([line(name)] if allowed else [])
    assert [c.attrs["href"] for c in children if c.type == "link_open"] == ([allowed] if allowed else [])
    marks = {f"{mark}_{end}" for mark in ("em", "strong", "link") for end in ("open", "close")}
    assert {c.type for c in children} <= marks | {"text", "image", "softbreak"}
    said = ["".join(c.content for c in token.children if c.type == "text") for token in inline]
    assert said.count(line(name)) >= 4, said


@pytest.mark.parametrize("place", ADDRESSES)
def test_text_and_json(name, place):
    made = article(name, place)
    plain = text.render(made)
    assert plain.startswith(f"Held, not for publication: {line(name)}\n")
    assert (f": {address(place)}\n" in plain) is bool(address(place)) and f"[{line(name)}" in plain
    document = json.loads(article_json.render(made))
    picture, links = document["blocks"][1:]
    assert picture["alt"]["text"] == name and picture["address"] == {"text": place, "fact": "x/name"} == links["addresses"][0]


def test_another_picture_is_another_version():
    versions = {article_json.version(article("x", place)) for place in ("a.jpg", "b.jpg")}
    assert len(versions) == 2
