"""The preflight against a real Wagtail: each thing that is missing, in plain words, and nothing written."""

import re

import pytest
from desks import Desk


@pytest.fixture
def checked(newsroom, between, store, people):
    def check(**more):
        pages = people.ask("human", "GET", "/pages/")["count"]
        found = Desk(store, newsroom, more.pop("url", between.url), **more).adapter.check()
        assert people.ask("human", "GET", "/pages/")["count"] == pages
        return found
    return check


def wrong(findings) -> list[str]:
    return [each.what for each in findings if not each.well]


def test_a_site_as_the_page_says_is_well_for_drafts(checked, desk):
    desk.send(pictured=False)
    found = checked()
    assert wrong(found) == [] and any("autobrief_id is unique" in each.what for each in found)
    assert any("drafts are all" in each.what for each in found)


def test_a_moderator_may_publish(checked):
    found = checked(user="moderator", status="publish")
    assert wrong(found) == [] and any("may publish" in each.what for each in found)


@pytest.mark.parametrize("more, says", [
    ({"user": "wagtail_wr0ng"}, "token is not known"), ({"user": "gone"}, "no longer active"), ({"user": "nobody"}, "may edit"),
    ({"status": "publish"}, "may not publish"), ({"auto_publish": True}, "may not publish"), ({"parent": "/nowhere/"}, "no page at /nowhere/"),
    ({"page_type": "news.ArticlPage"}, "no page type"), ({"page_type": "home.HomePage"}, "no field autobrief_id that can be written"),
    ({"page_type": "home.HomePage"}, "does not tell whether readers see it"), ({"fields": {"byline": "author"}}, "no field author"),
    ({"fields": {"body": "standfirst"}}, "standfirst is rich text"), ({"blocks": {"table": "tabelle"}}, "no block tabelle"),
    ({"blocks": {"heading": "table"}}, "does not take"), ({"tags": ["Election"], "fields": {"tags": "keywords"}}, "no field keywords"),
    ({"blocks": {"image": "photo"}}, "no block photo, needed for pictures"), ({"url": "http://127.0.0.1:9"}, "127.0.0.1:9"),
])
def test_what_is_missing_is_said(checked, more, says):
    found = checked(**more)
    assert any(says in each for each in wrong(found)), found
    assert all(each.do for each in found if not each.well) and "wr0ng" not in str(found)


def test_an_id_that_is_not_unique_is_found_out(checked, desk):
    desk.send(pictured=False)
    assert any("byline is not unique" in each for each in wrong(checked(fields={"id": "byline", "byline": ""})))


def test_an_address_without_the_api_is_told(checked, newsroom):
    assert any("no API v3" in each for each in wrong(checked(url=f"{newsroom.url}/shop")))


def test_the_token_over_plain_http_is_warned_of(checked, newsroom):
    assert any("http: the token" in each for each in wrong(checked(url=newsroom.url.replace("127.0.0.1", "0.0.0.0"))))


def test_a_field_that_cannot_be_written_stops_the_delivery_before_it_makes_a_page(newsroom, between, store, people):
    desk = Desk(store, newsroom, between.url, fields={"byline": "author"})
    done = desk.send(pictured=False)
    assert done.result == "failed" and done.waits and "author" in done.why and between.writes == 0, done


def test_a_block_of_another_name_is_written_under_it_and_one_that_is_missing_is_told(newsroom, between, store, people):
    desk = Desk(store, newsroom, between.url, blocks={"table": "tabelle"})
    done = desk.send(pictured=False)
    assert done.result == "failed" and "tabelle" in done.why and people.pages(desk.id) == [], done


def test_rich_text_that_takes_less_is_told_and_nothing_is_left_behind(newsroom, between, store, people):
    narrow = Desk(store, newsroom, between.url, blocks={"paragraph": "narrow"})
    done = narrow.send(pictured=False)
    assert done.result == "failed" and done.waits and "rich text has no <i>" in done.why and people.pages(narrow.id) == [], done
    desk = Desk(store, newsroom, between.url)
    desk.send(pictured=False)
    [id] = people.pages(desk.id)
    before = people.page(id)
    done = Desk(store, newsroom, between.url, id=desk.id, blocks={"paragraph": "narrow"}).send("Ann", pictured=False)
    assert done.result == "failed" and "rich text has no" in done.why, done
    after = people.page(id)
    assert [(each["type"], words(each)) for each in after["body"]] == [(each["type"], words(each)) for each in before["body"]]
    assert desk.send("Ann", pictured=False).result == "updated" and people.page(id)["title"] == "Ann wins"


def words(block: dict) -> str:
    return re.sub(' data-block-key="[^"]*"', "", str(block["value"]))
