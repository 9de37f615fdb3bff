"""Passages: an article's Markdown by way of a content system's form of it, and nothing of an editor's lost on the way."""

import json
import re

import pytest
from full import full_article
from hostile import HOSTILE

from autobrief.cms.ghost import lexical
from autobrief.cms.passages import KEPT, PARAGRAPH, Passage, markup, of, prose
from autobrief.cms.wagtail import body
from autobrief.formats.layout import line
from autobrief.formats.markdown import render

pytest.importorskip("markdown_it")
NAMES = {"heading": "heading", "paragraph": "paragraph", "table": "table", "image": "image"}


def top(article) -> dict:
    return {name: line(getattr(article, name)) for name in ("headline", "standfirst", "byline")}


def through_wagtail(found):
    return body.read(json.loads(body.told(body.blocks(found, NAMES, lambda image: 7))), NAMES)


def through_ghost(found):
    return lexical.read(lexical.written(found, lambda image: "https://x.example/7.png"))


# An item with a semicolon in it cannot be told from two: such a list is merged by nobody.
TELLABLE = [name for name in ("Mo Farr", *HOSTILE) if "; " not in name]


@pytest.mark.parametrize("through", [through_wagtail, through_ghost])
@pytest.mark.parametrize("name", TELLABLE)
def test_an_article_comes_back_as_its_own_markdown(name, through):
    article = full_article(name)
    written = prose.text(top(article), through(of(article)), article)
    assert re.sub(" +", " ", written) == re.sub(" +", " ", render(article).partition("\n---\n\n")[2])


@pytest.mark.parametrize("name", TELLABLE)
def test_markdown_read_again_is_the_same_passages(name):
    article = full_article(name)
    found = of(article)
    assert prose.passages(prose.text(top(article), found, article), top(article), found, article) == (top(article), found)


def without_addresses(found):
    return [each._replace(address="") for each in found]


def added(found, *more):
    return [*found[:3], *more, *found[3:]]


@pytest.mark.parametrize("through", [through_wagtail, through_ghost])
@pytest.mark.parametrize("html", [
    "<p>With <b>bold</b>, <i>italic</i> and <a href=\"https://x.example/a?b=1&amp;c=2\">a [link]</a>.</p>", "<p><b>All bold.</b></p>",
    "<ul><li>one; two</li><li>three</li></ul>", "<ol><li>one</li><li>two</li></ol>", "<h3>A part * of it</h3>", "<p>1. not a list</p>",
])
def test_what_an_editor_writes_comes_through(html, through):
    article = full_article()
    found = added(of(article), *markup.passages(html))
    again = through(found)
    written = prose.text(top(article), again, article)
    assert written and without_addresses(prose.passages(written, top(article), again, article)[1]) == without_addresses(again)
    assert markup.passages(html)[0] in again


@pytest.mark.parametrize("html", ["<blockquote>Said he</blockquote>", "<hr/>", "<p>H<sub>2</sub>O</p>", "<ul><li>a<ul><li>b</li></ul></li></ul>"])
def test_what_is_not_ours_to_read_stays_to_the_letter_and_in_its_place(html):
    article = full_article()
    found = through_wagtail(added(of(article), *markup.passages(html)))
    written = prose.text(top(article), found, article)
    assert "<!-- kept 3 -->" in written and prose.passages(written, top(article), found, article)[1][3] == found[3]
    assert found[3].kind == KEPT and body.told(body.blocks(found, NAMES, lambda image: 7)).count(html.replace("/>", ">")) == 1


def test_what_was_kept_and_then_lost_in_the_markdown_is_noticed():
    article = full_article()
    found = added(of(article), *markup.passages("<blockquote>Said he</blockquote>"))
    written = prose.text(top(article), found, article)
    assert prose.passages(written.replace("<!-- kept 3 -->", ""), top(article), found, article) is None
    for more in ("<!-- kept 3 -->", "<!-- kept 99 -->"):
        assert prose.passages(written.replace("<!-- kept 3 -->", f"<!-- kept 3 -->\n\n{more}"), top(article), found, article) is None


@pytest.mark.parametrize("written", ["> quoted", "```\ncode\n```", "`code`", "- a\n  - b", "<div>x</div>", "a\\\nb", "# again `x`"])
def test_markdown_that_is_no_passage_is_none(written):
    assert prose.passages("no heading", {"headline": "a", "standfirst": "", "byline": ""}, []) is None
    assert prose.passages(f"# a\n\n{written}", {"headline": "a", "standfirst": "", "byline": ""}, []) is None


def test_our_own_sentence_within_what_is_kept_stops_the_merge():
    article = full_article()
    found = added(of(article), Passage(KEPT, text="He said: Labour lost.", kept="{}", level=0))
    assert prose.text(top(article), found, article) is None


@pytest.mark.parametrize("field", ["standfirst", "byline"])
def test_a_field_that_an_editor_emptied_stays_empty(field):
    article = full_article()
    there = top(article) | {field: ""}
    written = prose.text(there, of(article), article)
    assert prose.passages(written, there, of(article), full_article("Ann"))[0] == there


def test_editors_comments_keep_their_blocks():
    def blocks(*told):
        return [{"type": kind, "value": value} | ({"id": id} if id else {}) for kind, value, id in told]
    old = blocks(("heading", "a", "1"), ("paragraph", "<p>b</p>", "2"), ("table", {}, "3"))
    new = blocks(("heading", "a", ""), ("paragraph", "<p>bb</p>", ""), ("heading", "n", ""), ("table", {}, ""))
    assert [each.get("id") for each in body.with_ids(new, old)] == ["1", "2", None, "3"]


def test_ids_and_keys_of_wagtail_s_own_are_no_change():
    one = [{"type": "paragraph", "value": '<p data-block-key="a1">x &amp; y<br/></p>', "id": "1"}]
    other = [{"type": "paragraph", "value": '<p data-block-key="b2">x &amp; y<br/></p>', "id": "2"}]
    assert body.told(one) == body.told(other) != body.told([{"type": "paragraph", "value": '<p data-block-key="b2">x &amp; z<br/></p>'}])


def test_an_editor_s_lexical_says_the_same_in_other_nodes():
    ours = lexical.written([Passage(PARAGRAPH, "One <b>two</b>")], str)
    theirs = json.loads(ours)
    text = theirs["root"]["children"][0]["children"]
    text[:1] = [{"type": "text", "text": "On", "format": 0}, {"type": "text", "text": "e ", "format": 0}]
    assert lexical.read(json.dumps(theirs)) == lexical.read(ours)
