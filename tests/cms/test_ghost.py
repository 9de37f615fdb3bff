"""Ghost behind the contract: against a server that behaves as its Admin API, or with AUTOBRIEF_TEST_GHOST against a real one."""

import itertools
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from between import line
from full import full_article
from hostile import HOSTILE
from moments import START

pytest.importorskip("httpx")
pytest.importorskip("jwt")
from ghost_site import running  # noqa: E402

from autobrief.cms.contract import Consignment, Result  # noqa: E402
from autobrief.cms.delivery import Api  # noqa: E402
from autobrief.cms.ghost import Settings, adapter  # noqa: E402
from autobrief.cms.ghost.system import tag  # noqa: E402
from autobrief.cms.ledger import Ledger  # noqa: E402
from autobrief.cms.sending import Once, Patience, Terms  # noqa: E402
from autobrief.errors import InputError  # noqa: E402
from autobrief.formats.particulars import Issue  # noqa: E402
from autobrief.store import open_store  # noqa: E402

REAL = "AUTOBRIEF_TEST_GHOST"
"""A real Ghost's address, an Admin API key for us and one for people, with spaces between."""
ADDRESS = "pictures/a b.png"
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
                        "0000000049454e44ae426082")
numbers = itertools.count(int(datetime.now().timestamp() * 10) % 10**7 * 100)


@pytest.fixture(scope="module")
def site():
    """Its address, our key and the people's."""
    if os.environ.get(REAL):
        yield os.environ[REAL].split()
        return
    with running() as found:
        yield found.url, found.key(0), found.key(1)


@pytest.fixture
def between(site):
    with line(site[0]) as found:
        found.when = "PUT"
        yield found


def system(url, key, **more):
    return adapter(Settings.model_validate({"kind": "ghost", "url": url, "secret": "env:KEY", "timeout": 20, **more}), key)


class People:
    """Somebody else's hand, past the proxy."""

    def __init__(self, site):
        self.web = system(site[0], site[2]).web

    def ask(self, method: str, path: str, **more) -> dict:
        answer = self.web.ask(method, path, **more)
        return answer.json()["posts"] if answer.content else {}

    def posts(self, external: str) -> list[dict]:
        return self.ask("GET", "/posts/", params={"filter": f"tag:[hash-{tag(external)[1:]}]", "formats": "lexical", "include": "tags,authors"})

    def only(self, external: str) -> dict:
        [post] = self.posts(external)
        return post

    def edit(self, post: dict, **fields) -> None:
        now = self.ask("GET", f"/posts/{post['id']}/")[0]["updated_at"]
        self.ask("PUT", f"/posts/{post['id']}/", json={"posts": [{**fields, "updated_at": now}]})

    def delete(self, post: dict) -> None:
        self.ask("DELETE", f"/posts/{post['id']}/")


@pytest.fixture
def people(site):
    found = People(site)
    yield found
    found.web.close()


class Desk:
    def __init__(self, store, url, key, id="", terms=None, **settings):
        self.store, self.id = store, id or f"ge2030/seat/E{next(numbers):09}"
        self.adapter = system(url, key, **settings)
        self.api = Api("ghost", self.adapter, Ledger(store, "ghost"), terms or Terms(), Patience(6, 0.02, 0.3, 60.0))

    def consign(self, name="Mo Farr", pictured=True, **changes):
        article = full_article(name, ADDRESS if pictured else "", id=self.id)
        number = self.store.save(article, "test").version.number
        return Consignment(article, {ADDRESS: PICTURE} if pictured else {}, Issue(START, START), number=number, **changes)

    def send(self, name="Mo Farr", dry_run=False, **changes):
        return self.api.deliver(self.consign(name, **changes), dry_run)


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "versions.sqlite"), create=True)
    yield opened
    opened.close()


@pytest.fixture
def desk(site, between, store):
    return Desk(store, between.url, site[1])


def test_made_left_alone_and_brought_up_to_date(desk, between, people):
    done = desk.send()
    assert done.result is Result.CREATED, done
    post = people.only(desk.id)
    assert (post["title"], post["custom_excerpt"], post["status"]) == ("Mo Farr wins", "Mo Farr holds on", "draft")
    nodes = json.loads(post["lexical"])["root"]["children"]
    assert [node["type"] for node in nodes] == ["paragraph", "paragraph", "paragraph", "extended-heading", "image", "paragraph", "paragraph",
                                               "paragraph", "list", "html", "paragraph", "list", "paragraph", "paragraph"]
    assert done.where.endswith(f"/ghost/#/editor/post/{post['id']}")
    writes = between.writes
    assert desk.send().result is Result.UNCHANGED and between.writes == writes
    done = desk.send("Ann Lee")
    assert done.result is Result.UPDATED, done
    after = people.only(desk.id)
    assert after["title"] == "Ann Lee wins" and after["slug"] == post["slug"] and "Ann Lee caption" in after["lexical"]


def test_any_text_comes_back_as_it_was_sent(store, site, between):
    names = [", ".join(HOSTILE[start:start + 3]) for start in range(0, len(HOSTILE), 3)]
    desks = [Desk(store, between.url, site[1]) for _ in names]
    for name, each in zip(names, desks, strict=True):
        done = each.send(name, pictured=False)
        assert done.result is Result.CREATED, (name, done)
    writes, asked = between.writes, len(between.log)
    found = [each.consign(name, pictured=False) for name, each in zip(names, desks, strict=True)]
    assert {each.result for each in desks[0].api.deliver_all(found)} == {Result.UNCHANGED}
    assert between.writes == writes and len(between.log) == asked + 1


def test_what_is_sent_once_is_then_the_editor_s(store, site, between, people):
    desk = Desk(store, between.url, site[1], terms=Terms(once=Once(categories=("Politics",), tags=("Election",))))
    desk.send(pictured=False)
    post = people.only(desk.id)
    assert [each["name"] for each in post["tags"]] == ["Politics", "Election", tag(desk.id)]
    people.edit(post, tags=[{"name": "Mine"}, {"name": tag(desk.id)}])
    assert desk.send("Ann", pictured=False).result is Result.UPDATED
    assert [each["name"] for each in people.only(desk.id)["tags"]] == ["Mine", tag(desk.id)]


def test_found_by_its_number_where_an_editor_took_the_tag_away(desk, people):
    desk.send(pictured=False)
    post = people.only(desk.id)
    people.edit(post, tags=[{"name": "Mine"}])
    done = desk.send("Ann", pictured=False)
    assert done.result is Result.UPDATED and people.posts(desk.id) == [], done
    assert people.ask("GET", f"/posts/{post['id']}/")[0]["title"] == "Ann wins"


@pytest.mark.parametrize("fault", ["drop", "500", "503", "429:0"])
def test_whatever_the_answer_there_is_one_post(desk, between, people, fault):
    between.faults = [fault, fault]
    assert desk.send(pictured=False).result is Result.CREATED
    post = people.only(desk.id)
    between.faults, between.reads = [fault, fault], ["500", "drop"]
    assert desk.send("Ann", pictured=False).result is Result.UPDATED
    after = people.only(desk.id)
    assert after["id"] == post["id"] and after["title"] == "Ann wins"


def test_a_long_burst_ends_as_failed_and_the_next_run_finishes(desk, between, people):
    between.faults = ["drop"] + ["429"] * 20
    between.when, between.at, between.meanwhile = "POST", "/posts/", lambda: between.reads.extend(["500"] * 60)
    done = desk.send(pictured=False)
    assert done.result is Result.FAILED and not done.waits, done
    between.faults, between.reads = [], []
    assert desk.send(pictured=False).result is Result.CREATED and people.only(desk.id)


def test_a_picture_goes_up_once_and_again_only_when_it_is_another(store, site, between, people):
    desk = Desk(store, between.url, site[1])
    desk.send()
    uploads = [path for method, path in between.log if "upload" in path]
    Desk(store, between.url, site[1], id=desk.id).send("Ann")
    assert [path for method, path in between.log if "upload" in path] == uploads and len(uploads) == 1


class Stopped(BaseException):
    """As an interrupt is: nobody catches it."""


@pytest.mark.parametrize("made", [False, True])
def test_stopped_at_any_moment_the_next_run_finishes(store, site, between, people, made):
    for moment in itertools.count(1):
        desk = Desk(store, between.url, site[1])
        if made:
            desk.send("Mo", pictured=False)
        client = desk.adapter.web.client
        left, asked = [moment], client.request

        def counted(*told, left=left, asked=asked, **more):
            answer = asked(*told, **more)
            left[0] -= 1
            if not left[0]:
                raise Stopped
            return answer
        client.request = counted
        try:
            desk.send("Ann", pictured=False)
            break
        except Stopped:
            client.request = asked
        assert desk.send("Ann", pictured=False).result in (Result.CREATED, Result.UPDATED, Result.UNCHANGED)
        assert people.only(desk.id)["title"] == "Ann wins"
    assert moment > 2


def test_eight_writers_with_stores_of_their_own_make_one_post(site, people, tmp_path):
    id = f"ge2030/seat/E{next(numbers):09}"
    # Only a newspaper's own stores share our turns; these know nothing of each other.
    stores = [open_store(str(tmp_path / f"{n}.sqlite"), create=True) for n in range(8)]
    with ThreadPoolExecutor(8) as writers:
        found = [*writers.map(lambda store: Desk(store, *site[:2], id=id).send(pictured=False), stores)]
    # Ghost refuses no second one: who sees another's for a moment takes its own back, or says so and is done at the next run.
    assert people.only(id) and {each.result for each in found} <= {Result.CREATED, Result.UNCHANGED, Result.CONFLICT}, found
    again = [Desk(store, *site[:2], id=id).send(pictured=False) for store in stores]
    assert people.only(id) and {each.result for each in again} <= {Result.CREATED, Result.UNCHANGED}, again


# Editors -------------------------------------------------------------------------------------------

def edited(post: dict, old: str, new: str) -> str:
    assert old in post["lexical"]
    return post["lexical"].replace(old, new)


def test_what_an_editor_changed_is_merged(desk, people):
    desk.send()
    post = people.only(desk.id)
    people.edit(post, title="Farr takes it", lexical=edited(post, "Labour lost.", "Labour lost. The count was quiet."))
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    after = people.only(desk.id)
    assert after["title"] == "Farr takes it" and "The count was quiet." in after["lexical"] and "Ann caption" in after["lexical"]
    image = next(node for node in json.loads(post["lexical"])["root"]["children"] if node["type"] == "image")
    assert image["src"] in after["lexical"]
    desk.send("Bo")
    after = people.only(desk.id)
    assert after["title"] == "Farr takes it" and "The count was quiet." in after["lexical"] and "Bo caption" in after["lexical"]


UNDERLINED = 8
CARD = {"type": "callout", "version": 1, "calloutText": "<p>Read <b>all</b> results</p>", "calloutEmoji": "", "backgroundColor": "blue"}


def test_a_card_that_an_editor_put_in_stays_where_it_is(desk, people):
    desk.send()
    post = people.only(desk.id)
    document = json.loads(post["lexical"])
    document["root"]["children"].insert(3, CARD)
    people.edit(post, lexical=json.dumps(document))
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    nodes = json.loads(people.only(desk.id)["lexical"])["root"]["children"]
    assert nodes[3] == CARD and nodes[2]["children"][0]["text"].startswith("Ann")


def test_what_cannot_be_merged_without_loss_is_told_and_left(desk, people):
    desk.send()
    post = people.only(desk.id)
    document = json.loads(post["lexical"])
    [text] = [each for node in document["root"]["children"] for each in node.get("children", ()) if each.get("text") == "Labour lost."]
    text["format"] = UNDERLINED
    people.edit(post, lexical=json.dumps(document))
    before = people.only(desk.id)["lexical"]
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and done.waits and people.only(desk.id)["lexical"] == before, done


@pytest.mark.parametrize("when, at", [("PUT", "/posts/"), ("GET", "/posts/?")])
def test_an_editor_between_read_and_write_loses_nothing(desk, between, people, when, at):
    desk.send(pictured=False)
    post = people.only(desk.id)
    told = edited(post, "Labour lost.", "Labour lost. Saved in that moment.")
    between.when, between.at, between.meanwhile = when, at, lambda: people.edit(post, lexical=told)
    done = desk.send("Ann", pictured=False)
    assert done.result is Result.UPDATED, done
    after = people.only(desk.id)
    assert "Saved in that moment." in after["lexical"] and after["title"] == "Ann wins"


def test_where_merging_is_not_wanted_it_is_told(store, site, between, people):
    desk = Desk(store, between.url, site[1], terms=Terms(merge=False))
    desk.send(pictured=False)
    people.edit(people.only(desk.id), title="Mine")
    done = desk.send("Ann", pictured=False)
    assert done.result is Result.CONFLICT and people.only(desk.id)["title"] == "Mine", done


def test_a_long_standfirst_stands_in_the_body(store, site, people):
    desk = Desk(store, *site[:2])
    short = full_article("Mo", "", id=desk.id)
    blocks = tuple(block._replace(sentences=(block.sentences[0]._replace(text="Long words. " * 30, spans=()),)) if block.kind == "standfirst"
                   else block for block in short.blocks)
    article = short._replace(blocks=blocks)
    number = store.save(article, "test").version.number
    done = desk.api.deliver(Consignment(article, {}, Issue(START, START), number=number))
    post = people.only(desk.id)
    assert done.result is Result.CREATED and not post["custom_excerpt"] and "Long words. Long words." in post["lexical"], done


# Published, taken down, deleted --------------------------------------------------------------------

def test_published_where_approved_and_brought_up_to_date(desk, people):
    assert desk.send(publish=True, pictured=False).result is Result.CONFLICT and people.posts(desk.id) == []
    done = desk.send(publish=True, approved=True, pictured=False)
    assert done.result is Result.CREATED and people.only(desk.id)["status"] == "published", done
    assert desk.send("Ann", pictured=False).result is Result.CONFLICT
    assert desk.send("Ann", approved=True, pictured=False).result is Result.UPDATED
    assert people.only(desk.id)["title"] == "Ann wins" and people.only(desk.id)["status"] == "published"


def test_a_draft_is_published_or_scheduled_when_that_is_asked_for(desk, people):
    desk.send(pictured=False)
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=400)
    done = desk.send(publish=True, approved=True, at=at, pictured=False)
    post = people.only(desk.id)
    assert done.result is Result.UPDATED and post["status"] == "scheduled" and datetime.fromisoformat(post["published_at"]) == at, done
    assert desk.send("Ann", publish=True, approved=True, at=at, pictured=False).result is Result.UPDATED
    assert people.only(desk.id)["status"] == "scheduled" and people.only(desk.id)["title"] == "Ann wins"


def test_what_was_taken_down_stays_down_and_what_was_deleted_away(desk, people):
    desk.send(publish=True, approved=True, pictured=False)
    post = people.only(desk.id)
    people.edit(post, status="draft")
    for name in ("Mo Farr", "Ann"):
        done = desk.send(name, publish=True, approved=True, pictured=False)
        assert done.result is Result.CONFLICT and "taken down" in done.why and people.only(desk.id)["status"] == "draft", done
    people.delete(post)
    done = desk.send("Ann", pictured=False)
    assert done.result is Result.CONFLICT and "deleted" in done.why and people.posts(desk.id) == [], done


# Keys and preflight --------------------------------------------------------------------------------

WRONG = f"{'0' * 24}:{'1' * 64}"


def test_a_wrong_key_is_tried_once_and_never_told(store, between):
    done = Desk(store, between.url, WRONG).send(pictured=False)
    assert done.result is Result.FAILED and "401" in done.why and "1" * 20 not in done.why and len(between.log) == 1, done


def test_a_key_of_another_form_is_refused_before_anything_is_sent(site):
    with pytest.raises(InputError, match="no Admin API key") as told:
        system(site[0], "c0ntent-key")
    assert "c0ntent-key" not in str(told.value)


def test_the_preflight_says_what_is_there_and_what_is_missing(site):
    found = system(*site[:2], status="publish").check()
    assert all(each.well for each in found) and any("Ghost 5" in each.what for each in found), found
    assert any("key is not taken: Unknown Admin API Key" in each.what for each in system(site[0], WRONG).check())
    assert any(each.fatal and "without /ghost" in each.do for each in system(site[0] + "/ghost", site[1]).check())
    assert any(each.fatal for each in system("http://127.0.0.1:9", site[1]).check())
    assert any("http: what is sent" in each.what for each in system(site[0].replace("127.0.0.1", "0.0.0.0"), site[1]).check())
