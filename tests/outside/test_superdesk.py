"""What Superdesk's own ninjs feed parser makes of ours: its file as published, with stand-ins for the server around it.

The stand-ins are its base class, its registry, its UTC and the maker of a guid from a URI, which is not used where a guid is given.
"""

import importlib.util
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from full import expected, full_article
from hostile import HOSTILE
from readers import superdesk_item

from autobrief.formats import render
from autobrief.formats.json import version
from autobrief.formats.particulars import Issue
from autobrief.model.text import Cell

NOW = datetime(2030, 5, 3, 3, 5, 6, 789, tzinfo=UTC)


@pytest.fixture(scope="session")
def parse(tmp_path_factory):
    stand_ins = {"superdesk": {}, "superdesk.io": {}, "superdesk.metadata": {}, "superdesk.io.registry": {"register_feed_parser": lambda *_: None},
                 "superdesk.io.feed_parsers": {"FeedParser": object}, "superdesk.utc": {"utc": UTC},
                 "superdesk.metadata.utils": {"generate_tag_from_url": lambda uri, _: f"urn:{uri}"}}
    for name, members in stand_ins.items():
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(members)
    spec = importlib.util.spec_from_file_location("superdesk_ninjs", Path(os.environ["AUTOBRIEF_SUPERDESK"]) / "superdesk/io/feed_parsers/ninjs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = tmp_path_factory.mktemp("superdesk") / "item.json"

    def read(content: bytes) -> dict:
        path.write_bytes(content)
        parser = module.NINJSFeedParser()
        assert parser.can_parse(str(path))
        # Pictures come before the item that they belong to.
        return parser.parse(str(path))[-1]
    return read


@pytest.mark.parametrize("said", HOSTILE)
def test_it_reads_every_field(parse, said):
    article = full_article(said)
    item = parse(render("ninjs-superdesk", article))
    assert superdesk_item(item) == expected(said, version(article))
    assert item["body_html"].startswith("<p>") and item["subject"] and item["guid"] == item["uri"]


def test_nothing_stands_there_that_it_passes_over(parse):
    document = json.loads(render("ninjs-superdesk", full_article()))
    whole = parse(json.dumps(document).encode())
    ignored = [key for key in document if key != "guid" and parse(json.dumps({k: v for k, v in document.items() if k != key}).encode()) == whole]
    assert ignored == []


def test_times_are_read_as_they_were_and_a_later_one_is_greater(parse):
    times = [parse(render("ninjs-superdesk", full_article(), Issue(NOW + timedelta(seconds=n), NOW)))["versioncreated"] for n in (0, 1)]
    assert times == [NOW.replace(microsecond=0), NOW.replace(microsecond=0) + timedelta(seconds=1)]


def test_a_held_article_is_withheld_there(parse):
    assert parse(render("ninjs-superdesk", full_article(held=(Cell("contempt", "x/name"),))))["pubstatus"] == "withheld"


def test_the_standard_s_1_6_is_read_too_and_3_1_is_not(parse):
    item = parse(render("ninjs", full_article()))
    assert item["headline"] == "Mo Farr wins" and item["body_html"].startswith("<p>") and len(item["subject"]) == 3
    with pytest.raises((AttributeError, KeyError)):
        # Its associations are a list there; without them it would be an item with no headline and no body.
        parse(render("ninjs3", full_article()))


def test_real_articles_are_read(parse):
    from articles import written
    article = written(region="midlands", election="ge2019")[3]
    item = parse(render("ninjs-superdesk", article))
    assert item["headline"] == article.headline and item["abstract"] == article.standfirst and "<table>" in item["body_html"]
