"""Against a real Wagtail: lost answers, refusals, stops and several writers; one page for an article, and a new run finishes the work."""

import multiprocessing
import threading

import pytest
from desks import PICTURE, Desk
from hostile import HOSTILE

from autobrief.cms.contract import Result
from autobrief.cms.sending import Patience
from autobrief.store import open_store


def test_made_left_alone_and_brought_up_to_date(desk, between, people):
    done = desk.send()
    assert done.result is Result.CREATED, done
    [id] = people.pages(desk.id)
    page = people.page(id)
    assert (page["title"], page["standfirst"], page["byline"], page["live"]) == ("Mo Farr wins", "Mo Farr holds on", "By Mo Farr", False)
    assert [block["type"] for block in page["body"]] == ["paragraph", "heading", "image", "paragraph", "table", "paragraph"]
    assert done.where.endswith(f"/admin/pages/{id}/edit/")
    writes = between.writes
    assert desk.send().result is Result.UNCHANGED and between.writes == writes
    done = desk.send("Ann Lee")
    assert done.result is Result.UPDATED, done
    after = people.page(id)
    assert after["title"] == "Ann Lee wins" and people.pages(desk.id) == [id] and after["meta"]["slug"] == page["meta"]["slug"]
    assert [block["id"] for block in after["body"] if block["type"] != "image"] == [b["id"] for b in page["body"] if b["type"] != "image"]


def test_any_text_comes_back_as_it_was_sent(newsroom, between, store):
    names = [", ".join(HOSTILE[start:start + 3]) for start in range(0, len(HOSTILE), 3)]
    desks = [Desk(store, newsroom, between.url) for _ in names]
    for name, each in zip(names, desks, strict=True):
        done = each.send(name, pictured=False)
        assert done.result is Result.CREATED, (name, done)
    writes = between.writes
    found = [each.consign(name, pictured=False) for name, each in zip(names, desks, strict=True)]
    assert {each.result for each in desks[0].api.deliver_all(found)} == {Result.UNCHANGED} and between.writes == writes


# Answers that are lost, refused or late ------------------------------------------------------------

@pytest.mark.parametrize("fault", ["drop", "500", "503", "429:0"])
def test_whatever_the_answer_there_is_one_page(desk, between, people, fault):
    between.faults = [fault, fault, fault]
    assert desk.send().result is Result.CREATED
    [id] = people.pages(desk.id)
    between.faults, between.reads = [fault, fault], ["500", "drop"]
    assert desk.send("Ann").result is Result.UPDATED
    assert people.pages(desk.id) == [id] and people.page(id)["title"] == "Ann wins"


def test_a_picture_whose_answer_was_lost_is_sent_up_once(desk, between, people):
    between.faults = ["drop"]
    images = people.ask("human", "GET", "/images/")["count"]
    done = desk.api.deliver(desk.consign("Jo", content=PICTURE + b"once"))
    assert done.result is Result.CREATED, done
    assert people.ask("human", "GET", "/images/")["count"] == images + 1


def test_a_long_burst_ends_as_failed_and_the_next_run_finishes(desk, between, people):
    between.faults = ["drop"] + ["429"] * 20
    between.when, between.at, between.meanwhile = "POST", "/pages/", lambda: between.reads.extend(["500"] * 60)
    done = desk.send(pictured=False)
    assert done.result is Result.FAILED and not done.waits, done
    between.faults, between.reads = [], []
    assert desk.send(pictured=False).result is Result.CREATED
    assert len(people.pages(desk.id)) == 1


@pytest.mark.parametrize("made", [False, True])
def test_stopped_at_any_moment_the_next_run_finishes(newsroom, between, people, store, made):
    moment = 0
    while True:
        moment += 1
        desk = Desk(store, newsroom, between.url)
        if made:
            desk.send("Mo", pictured=False)
        if not desk.stopped(moment, "Ann"):
            break
        assert desk.send("Ann", pictured=False).result in (Result.CREATED, Result.UPDATED, Result.UNCHANGED)
        [id] = people.pages(desk.id)
        assert people.page(id)["title"] == "Ann wins"
    assert moment > 6


def _sent_and_killed(newsroom, url, place, id):
    Desk(open_store(place, create=True), newsroom, url, id=id).send("Ann", pictured=False)


def test_killed_while_it_waits_for_the_answer_the_next_run_finishes(newsroom, between, people, store, tmp_path):
    desk, context = Desk(store, newsroom, between.url), multiprocessing.get_context("spawn")
    run = context.Process(target=_sent_and_killed, args=(newsroom._replace(server=None), between.url, str(tmp_path / "versions.sqlite"), desk.id))
    killed = threading.Event()

    def kill():
        run.kill()
        killed.set()
    between.when, between.at, between.meanwhile = "POST", "/pages/", kill
    run.start()
    assert killed.wait(60)
    run.join(30)
    # The site may still be at it while the next run looks.
    assert desk.send("Ann", pictured=False).result in (Result.CREATED, Result.UNCHANGED) and len(people.pages(desk.id)) == 1


# Several writers -----------------------------------------------------------------------------------

def _one_of_many(newsroom, url, place, id, results):
    from autobrief.store import open_store
    desk = Desk(open_store(place, create=True), newsroom, url, id=id, patience=Patience(12, 0.05, 1.0, 90.0))
    results.put(tuple(map(str, desk.send(pictured=False)[:1])))


def test_eight_writers_with_stores_of_their_own_make_one_page(newsroom, people, tmp_path):
    id = "ge2030/seat/E90000000"
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    plain = newsroom._replace(server=None)
    writers = [context.Process(target=_one_of_many, args=(plain, newsroom.url, str(tmp_path / f"{n}.sqlite"), id, results)) for n in range(8)]
    for writer in writers:
        writer.start()
    found = sorted(results.get(timeout=120)[0] for _ in writers)
    for writer in writers:
        writer.join(30)
    assert len(people.pages(id)) == 1, found
    assert set(found) <= {"created", "unchanged"} and "created" in found


def test_a_page_that_another_writer_made_first_is_looked_up(desk, between, people, newsroom, tmp_path):
    other = Desk(open_store(str(tmp_path / "other.sqlite"), create=True), newsroom, newsroom.url, id=desk.id)
    between.when, between.meanwhile = "POST", lambda: other.send(pictured=False)
    done = desk.send(pictured=False)
    assert done.result in (Result.CREATED, Result.UNCHANGED) and len(people.pages(desk.id)) == 1, done


def test_a_page_that_the_user_may_not_see_is_told_of(newsroom, people, store):
    stranger = Desk(store, newsroom, newsroom.url, user="nobody")
    done = stranger.send(pictured=False)
    assert done.result is Result.FAILED and "may edit" in done.why and people.pages(stranger.id) == []


# Who may not ---------------------------------------------------------------------------------------

@pytest.mark.parametrize("user", ["wagtail_wr0ng-token", "gone"])
def test_a_wrong_token_is_tried_once_and_never_told(store, newsroom, between, people, user):
    desk = Desk(store, newsroom, between.url, user=user)
    done = desk.send(pictured=False)
    assert done.result is Result.FAILED and "401" in done.why and "wr0ng" not in done.why and len(between.log) == 1, done
