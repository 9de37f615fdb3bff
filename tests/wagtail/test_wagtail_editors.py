"""Against a real Wagtail: editors at work, pages published, taken down, deleted, locked; nobody's words are lost."""

import json
import re
from datetime import UTC, datetime

import pytest
from desks import Desk

from autobrief.cms.adapter import Once
from autobrief.cms.contract import Result
from autobrief.cms.sending import Terms

# Editors -------------------------------------------------------------------------------------------

def prose(page: dict) -> str:
    return " ".join(str(block["value"]) for block in page["body"])


def edited(page: dict, old: str, new: str) -> list[dict]:
    body = json.loads(json.dumps(page["body"]).replace(json.dumps(old)[1:-1], json.dumps(new)[1:-1]))
    assert body != page["body"]
    return body


def test_what_an_editor_changed_is_merged(desk, people):
    desk.send()
    [id] = people.pages(desk.id)
    page = people.page(id)
    people.edit(id, title="Farr takes it", body=edited(page, "Labour lost.", "Labour lost. The <b>count</b> was quiet."))
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    after = people.page(id)
    assert after["title"] == "Farr takes it" and "The <b>count</b> was quiet." in prose(after) and "Ann caption" in prose(after)
    assert [block["id"] for block in after["body"]] == [block["id"] for block in page["body"]]
    desk.send("Bo")
    after = people.page(id)
    assert after["title"] == "Farr takes it" and "The <b>count</b> was quiet." in prose(after) and "Bo caption" in prose(after)


def test_what_an_editor_put_in_that_is_not_ours_stays_where_it_is(desk, people):
    desk.send()
    [id] = people.pages(desk.id)
    page = people.page(id)
    quoted = {"type": "paragraph", "value": "<h3>Why</h3><p>It was <i>said</i> before.</p><hr/><ol><li>one</li></ol>"}
    people.edit(id, body=[*page["body"][:2], quoted, {"type": "heading", "value": "A *new* part"}, *page["body"][2:]])
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    after = people.page(id)
    assert "A *new* part" in prose(after) and "Ann caption" in prose(after)
    told = re.sub(' data-block-key="[^"]*"', "", prose(after))
    assert quoted["value"] in told, told


def test_what_cannot_be_merged_without_loss_is_told_and_left(desk, people):
    desk.send()
    [id] = people.pages(desk.id)
    page = people.page(id)
    people.edit(id, body=edited(page, "Labour lost.", "Labour<br/>lost. Labour lost badly here."))
    told = prose(people.page(id))
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and done.waits and prose(people.page(id)) == told, done


def test_where_merging_is_not_wanted_it_is_told(store, newsroom, between, people):
    desk = Desk(store, newsroom, between.url, terms=Terms(merge=False))
    desk.send()
    [id] = people.pages(desk.id)
    people.edit(id, byline="By me")
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and "changed by hand" in done.why and people.page(id)["byline"] == "By me"


def test_tags_are_sent_once_and_then_the_editor_s(store, newsroom, between, people):
    desk = Desk(store, newsroom, between.url, terms=Terms(once=Once(tags=("Election", "Kent"))))
    assert desk.send(pictured=False).result is Result.CREATED
    [id] = people.pages(desk.id)
    assert sorted(people.page(id)["tags"]) == ["Election", "Kent"]
    people.edit(id, tags=["Mine"])
    done = desk.send("Ann", pictured=False)
    assert done.result is Result.UPDATED and people.page(id)["tags"] == ["Mine"] and people.page(id)["title"] == "Ann wins", done


@pytest.mark.parametrize("when, at", [("PATCH", "/pages/"), ("GET", "?version=draft"), ("GET", "/revisions/")])
def test_an_editor_between_read_and_write_loses_nothing(desk, between, people, when, at):
    desk.send()
    [id] = people.pages(desk.id)
    body = edited(people.page(id), "Labour lost.", "Labour lost. Saved in that moment.")
    between.when, between.at, between.meanwhile = when, at, lambda: people.edit(id, body=body)
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    assert "Saved in that moment." in prose(people.page(id)) and people.page(id)["title"] == "Ann wins"


def test_an_editor_who_types_on_in_the_revision_that_is_there_loses_nothing(desk, between, people, newsroom):
    desk.send()
    [id] = people.pages(desk.id)
    people.edit(id, standfirst="Mo Farr holds on. Mine.")
    between.meanwhile = lambda: newsroom.order("autosave", int(id))
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    assert people.page(id)["standfirst"].endswith("Mine. Typed on."), people.page(id)["standfirst"]


def test_an_editor_who_saves_right_after_our_write_is_seen_next_time(desk, between, people):
    desk.send()
    [id] = people.pages(desk.id)

    def edit():
        people.edit(id, byline="By me")

    between.when, between.at = "PATCH", "/pages/"

    def arm():
        between.when, between.at, between.meanwhile = "GET", "/revisions/", edit
    between.meanwhile = arm
    assert desk.send("Ann").result in (Result.UPDATED, Result.CONFLICT)
    desk.send("Bo")
    assert people.page(id)["byline"] == "By me"


# Published, taken down, deleted, locked ------------------------------------------------------------

def moderator(store, newsroom, between, **more):
    return Desk(store, newsroom, between.url, user="moderator", **more)


def test_published_where_approved_and_brought_up_to_date_for_readers(store, newsroom, between, people):
    desk = moderator(store, newsroom, between)
    assert desk.send(publish=True).result is Result.CONFLICT and people.pages(desk.id) == []
    done = desk.send(publish=True, approved=True)
    assert done.result is Result.CREATED, done
    [id] = people.pages(desk.id)
    assert people.page(id, "live")["live"] and people.page(id, "live")["title"] == "Mo Farr wins"
    assert desk.send("Ann").result is Result.CONFLICT and people.page(id)["title"] == "Mo Farr wins"
    done = desk.send("Ann", approved=True)
    assert done.result is Result.UPDATED and people.page(id, "live")["title"] == "Ann wins", done
    writes = between.writes
    assert desk.send("Ann", publish=True, approved=True).result is Result.UNCHANGED and between.writes == writes


def test_a_draft_is_published_when_that_is_asked_for(store, newsroom, between, people):
    desk = moderator(store, newsroom, between)
    desk.send()
    [id] = people.pages(desk.id)
    assert not people.page(id)["live"]
    done = desk.send(publish=True, approved=True)
    assert done.result is Result.UPDATED and people.page(id)["live"], done


def test_for_a_later_hour_it_is_scheduled(store, newsroom, between, people):
    desk = moderator(store, newsroom, between)
    at = datetime(2040, 1, 1, 10, tzinfo=UTC)
    done = desk.send(publish=True, approved=True, at=at)
    assert done.result is Result.CREATED, done
    [id] = people.pages(desk.id)
    assert not people.page(id)["live"] and people.page(id)["go_live_at"] == "2040-01-01T10:00:00Z"
    assert desk.send(publish=True, approved=True, at=at).result is Result.UNCHANGED
    done = desk.send("Ann", publish=True, approved=True, at=at)
    # Until then Wagtail locks it for everybody.
    assert done.result is Result.CONFLICT and "locked" in done.why and people.page(id)["title"] == "Mo Farr wins", done


def test_a_role_too_low_to_publish_is_told_and_leaves_a_draft(desk, people):
    done = desk.send(publish=True, approved=True)
    assert done.result is Result.FAILED and done.waits and "may not publish" in done.why, done
    [id] = people.pages(desk.id)
    assert not people.page(id)["live"]
    assert desk.send().result in (Result.CREATED, Result.UNCHANGED) and people.pages(desk.id) == [id]


def test_an_editor_s_unpublished_words_are_not_published_with_ours(store, newsroom, between, people):
    desk = moderator(store, newsroom, between)
    desk.send(publish=True, approved=True)
    [id] = people.pages(desk.id)
    people.edit(id, body=edited(people.page(id), "Labour lost.", "Labour lost. Half a sentence that"))
    done = desk.send("Ann", approved=True)
    assert done.result is Result.CONFLICT and "nobody has published" in done.why, done
    assert "Half" not in prose(people.page(id, "live")) and "Half a sentence that" in prose(people.page(id))
    people.publish(id)
    assert desk.send("Ann", approved=True).result is Result.UPDATED
    assert "Half a sentence that" in prose(people.page(id, "live")) and people.page(id, "live")["title"] == "Ann wins"


@pytest.mark.parametrize("published", [False, True])
def test_an_editor_between_on_a_live_page_loses_nothing_and_nothing_half_done_is_published(store, newsroom, between, people, published):
    desk = moderator(store, newsroom, between)
    desk.send(publish=True, approved=True)
    [id] = people.pages(desk.id)
    body = edited(people.page(id), "Labour lost.", "Labour lost. Mine too.")

    def edit():
        people.edit(id, body=body)
        if published:
            people.publish(id)
    between.at, between.meanwhile = "/pages/", edit
    done = desk.send("Ann", approved=True)
    assert "Mine too." in prose(people.page(id)) and ("Mine too." in prose(people.page(id, "live"))) is published
    assert done.result is (Result.UPDATED if published else Result.CONFLICT), done


def test_what_was_taken_down_stays_down(store, newsroom, between, people):
    desk = moderator(store, newsroom, between)
    desk.send(publish=True, approved=True)
    [id] = people.pages(desk.id)
    people.unpublish(id)
    for name in ("Mo Farr", "Ann"):
        done = desk.send(name, publish=True, approved=True)
        assert done.result is Result.CONFLICT and "taken down" in done.why and not people.page(id)["live"], done


def test_what_was_deleted_stays_away(desk, people):
    desk.send()
    [id] = people.pages(desk.id)
    people.delete(id)
    for name in ("Mo Farr", "Ann"):
        done = desk.send(name)
        assert done.result is Result.CONFLICT and "deleted" in done.why and people.pages(desk.id) == [], done


@pytest.mark.parametrize("order", ["lock", "moderate"])
def test_a_page_that_is_locked_or_in_moderation_is_left(desk, people, newsroom, order):
    desk.send()
    [id] = people.pages(desk.id)
    newsroom.order(order, int(id))
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and "locked" in done.why and people.page(id)["title"] == "Mo Farr wins", done


def test_a_copy_that_an_editor_makes_is_theirs(desk, people):
    desk.send()
    [id] = people.pages(desk.id)
    copy = people.ask("human", "POST", f"/pages/{id}/actions/copy/", json={"slug": f"copy-{id}"})
    assert not copy["autobrief_id"]
    assert desk.send("Ann").result is Result.UPDATED
    assert people.page(str(copy["id"]))["title"] == "Mo Farr wins"


def test_a_page_of_that_address_that_is_not_ours_is_left_alone(desk, people, newsroom):
    made = people.ask("human", "POST", "/pages/", json={"meta": {"type": "news.ArticlePage", "parent_id": newsroom.home}, "title": "Mine",
                                                         "slug": desk.id.lower().replace("/", "-")})
    assert desk.send().result is Result.CREATED
    assert people.page(str(made["id"]))["title"] == "Mine" and len(people.pages(desk.id)) == 1
