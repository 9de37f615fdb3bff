"""Block markup without a WordPress: every text survives the way there and back, and an editor's hand is kept or told."""

from html import unescape
from types import SimpleNamespace

import pytest
from full import full_article
from hostile import HOSTILE, hostile_article

pytest.importorskip("markdown_it")
from autobrief.cms.adapter import Remote  # noqa: E402
from autobrief.cms.wordpress import markup, name  # noqa: E402
from autobrief.cms.wordpress.posts import Posts, slug  # noqa: E402
from autobrief.formats.layout import line  # noqa: E402

POSTS = Posts(None, SimpleNamespace(type="posts"))


def through(fields, article):
    """The fields read back and written again."""
    remote = Remote("1", fields)
    text = POSTS.text(remote, article)
    return text and POSTS.composed(text, remote, article, article)


@pytest.mark.parametrize("said", ["Mo Farr", *HOSTILE])
@pytest.mark.parametrize("make", [full_article, hostile_article])
def test_what_nobody_touched_comes_back_as_it_was(make, said):
    article = make(said)
    fields = POSTS.compose(article, {}, False)
    assert (unescape(fields["title"]), unescape(fields["excerpt"])) == (line(article.headline), line(article.standfirst))
    again = through(fields, article)
    assert again == fields


@pytest.mark.parametrize("said", HOSTILE)
def test_no_text_is_markup(said):
    article = full_article(said)
    content = POSTS.compose(article, {}, False)["content"]
    tags = {each[0] for each in markup.events(content) if isinstance(each, list)}
    assert tags <= {"!", "/", "p", "em", "h2", "ul", "li", "figure", "table", "thead", "tbody", "tr", "th", "td", "img", "figcaption", "a"}
    assert sum(isinstance(each, list) and each[0] == "img" for each in markup.events(content)) == 1


def test_nothing_stands_outside_a_block():
    content = POSTS.compose(full_article(), {}, False)["content"]
    assert all(each.kind for each in markup.blocks(content))
    assert content.count(name(full_article().id)) == 2, "the article's class, in the block's mark and its tag, once"


EDITS = {
    "a word in bold": ("Labour lost.", "Labour <strong>lost</strong>."),
    "a link": ("Labour lost.", 'Labour <a href="https://example.org/x?a=1&amp;b=2">lost</a>.'),
    "a tag that Markdown has not": ("Labour lost.", "Labour <sup>lost</sup><br>again."),
    "spaces inside the bold": ("Labour lost.", "Labour <strong>lost </strong>again."),
    "a link to a new window": ("Labour lost.", 'Labour <a href="https://x.example/" target="_blank" rel="noreferrer noopener">lost</a>.'),
    "a paragraph aligned": ("<!-- wp:paragraph -->\n<p>Labour lost.</p>",
                            '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Labour lost.</p>'),
    "a quotation": ("<!-- wp:heading -->", "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><!-- wp:paragraph -->\n<p>Well.</p>\n"
                    "<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->\n\n<!-- wp:heading -->"),
    "a picture of the editor's": ("<!-- wp:heading -->", '<!-- wp:image {"id":9} -->\n<figure class="wp-block-image"><img src="/x.jpg" alt="" '
                                  'class="wp-image-9"/></figure>\n<!-- /wp:image -->\n\n<!-- wp:heading -->'),
    "a line to read more": ("<!-- wp:heading -->", "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n<!-- wp:heading -->"),
    "an embed": ("<!-- wp:heading -->", '<!-- wp:latest-posts {"postsToShow":3} /-->\n\n<!-- wp:heading -->'),
    "a cell": ("<td>Ann O'Hara</td>", "<td>Ann <em>O'Hara</em></td>"),
    "a heading's level": ('<!-- wp:heading -->\n<h2 class="wp-block-heading">Mo Farr</h2>',
                          '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Mo Farr</h3>'),
    "an item": ("<!-- wp:list-item -->\n<li>two</li>", "<!-- wp:list-item -->\n<li>two <strong>more</strong></li>")}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_comes_back_to_the_letter(edit):
    article, (was, now) = full_article(), EDITS[edit]
    fields = POSTS.compose(article, {}, False)
    assert was in fields["content"]
    fields["content"] = fields["content"].replace(was, now, 1)
    assert through(fields, article) == fields


@pytest.mark.parametrize("was, now", [
    ("<p>Labour lost.</p>", "<p>Labour lost.</p><p>Twice.</p>"),
    ("<!-- wp:paragraph -->\n<p>Labour lost.</p>\n<!-- /wp:paragraph -->", "<p>Labour lost.</p>"),
    ("<!-- wp:paragraph -->\n<p>Labour lost.</p>", "<!-- wp:freeform -->\n<p>Mo Farr caption (picture: Mo Farr credit)</p>"),
    ("<!-- wp:table -->", '<!-- wp:group -->\n<div class="wp-block-group"><!-- wp:paragraph -->\n<p>How it was done.</p>\n'
                          "<!-- /wp:paragraph --></div>\n<!-- /wp:group -->\n\n<!-- wp:table -->"),
    ("<tbody><tr>", "<tbody><tr><td rowspan=\"2\">x</td>"), ("<p>Labour lost.</p>", "<p>Labour lost.<!-- hm --></p>")])
def test_what_cannot_be_read_back_is_not_guessed(was, now):
    article = full_article()
    fields = POSTS.compose(article, {}, False)
    assert was in fields["content"]
    fields["content"] = fields["content"].replace(was, now, 1)
    assert through(fields, article) is None


@pytest.mark.parametrize("one, other, same", [
    ("<p>a &amp; b</p>", "<p>a & b</p>", True), ('<img src="x"/>', '<img src="x" />', True), ("<p>a</p>\n\n<p>b</p>", "<p>a</p><p>b</p>", True),
    ("<p>a b</p>", "<p>a  b</p>", False), ("<p>a</p>", "<p>b</p>", False), ("<p>a</p>", "<p><em>a</em></p>", False),
    ('<!-- wp:x {"a":"1","b":"\\u0026"} -->', '<!-- wp:x {"b":"&","a":"1"} -->', True),
    ('<!-- wp:x {"a":"1"} -->', '<!-- wp:x {"a":"2"} -->', False)])
def test_markup_is_alike_where_a_reader_sees_no_difference(one, other, same):
    assert (markup.alike({"content": one}) == markup.alike({"content": other})) is same


def test_addresses_are_readable_and_no_two_articles_share_one():
    told = [slug(id, words) for id, words in (("ge2019/seat/E14000577", "Bolsover"), ("ge2019/region/bolsover", "Bolsover"),
                                              ("ge2019/region/bolsover/brief", "Bolsover"), ("ge2019/seat/W07000041", "Ynys Môn"), ("x", "中"))]
    assert len(set(told)) == len(told) and told[0].startswith("bolsover-ge2019-") and told[3].startswith("ynys-mon-ge2019-"), told
    assert told[2].startswith("bolsover-brief-ge2019-")
