import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moments import PICTURE, START
from readers import READERS, page

from autobrief import packaging
from autobrief.errors import InputError
from autobrief.formats.json import version
from autobrief.formats.particulars import Issue

ISSUE = Issue(START, START)


def test_every_file_is_in_the_manifest_with_its_digest(consigned):
    article, pictures, _ = consigned(pictured=True)[:3]
    files = packaging.package(article, pictures, ISSUE)
    told = json.loads(files["manifest.json"])
    assert list(files) == ["article.html", "article.md", "article.json", "pictures/a b.png", "manifest.json"]
    assert {path: each["sha256"] for path, each in told["files"].items()} == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items() if path != "manifest.json"}
    assert {path: each["type"] for path, each in told["files"].items()} == {
        "article.html": "text/html", "article.md": "text/markdown", "article.json": "application/json", "pictures/a b.png": "image/png"}
    assert (told["id"], told["version"], told["state"], told["version_created"]) == (article.id, version(article), "usable", "2030-05-03T03:05:00Z")


def test_the_page_finds_its_picture_in_the_package(consigned):
    article, pictures, _ = consigned(pictured=True)[:3]
    files = packaging.package(article, pictures, ISSUE)
    assert page(files["article.html"]).find(".//img").get("src") == "pictures/a%20b.png"
    assert files["pictures/a b.png"] == PICTURE
    assert {READERS[name](files[path])["version"] for path, name in packaging.FILES.items()} == {version(article)}


def test_a_picture_that_is_missing_is_named(consigned):
    article, _, _ = consigned(pictured=True)[:3]
    with pytest.raises(InputError, match="pictures/a b.png"):
        packaging.package(article, {}, ISSUE)


def test_a_picture_on_the_web_stays_there(consigned):
    assert packaging.wanted(consigned().article) == []


@pytest.mark.parametrize("place", ["article.html", "Manifest.json", "manifest.json/x.png", "./article.md", "article.json?x"])
def test_a_picture_cannot_take_the_place_of_our_files(consigned, place):
    with pytest.raises(InputError, match="another name|cannot have this name"):
        packaging.wanted(consigned(address=place).article)


@pytest.mark.parametrize("place, path", [
    ("./a/./b.png", "a/b.png"), ("a.png#x", "a.png"), ("a.png?x=1", "a.png"), ("../a.png", None), ("/a.png", None)])
def test_a_picture_lies_inside_or_nowhere(consigned, place, path):
    assert packaging.wanted(consigned(address=place).article) == ([path] if path else [])


def test_names_are_readable_and_stay():
    assert packaging.name("ge2019/region/midlands") == "ge2019.region.midlands"
    assert packaging.name("by-2023-07-20-selby-and-ainsty/seat/E14000915/brief") == "by-2023-07-20-selby-and-ainsty.seat.E14000915.brief"
    assert packaging.name("ge2019/region/../Ynys Môn") == "ge2019.region._2e_2e.Ynys_20M_c3_b4n"


@given(st.lists(st.text(min_size=1), min_size=2, max_size=2, unique=True))
def test_no_two_ids_share_a_name_and_each_is_one_step(ids):
    one, other = map(packaging.name, ids)
    assert one != other
    for name in (one, other):
        assert len(name.encode()) <= 120 and "\\" not in name and name.isascii() and name.isprintable()
