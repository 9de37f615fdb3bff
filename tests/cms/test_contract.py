"""The contract of delivery against a real server in a thread: never two articles for one, never a lost edit, a new run finishes the work."""

import json
import multiprocessing
from datetime import timedelta

import pytest
from full import full_article
from moments import START
from plain import TOKEN, Plain, running

from autobrief.cms.adapter import Once
from autobrief.cms.contract import Consignment, Result
from autobrief.cms.delivery import Api
from autobrief.cms.ledger import Ledger
from autobrief.cms.sending import Patience, Terms
from autobrief.formats.particulars import Issue
from autobrief.store import open_store

pytest.importorskip("httpx")
SHORT = Patience(5, 0.01, 0.05, 10.0)
TERMS = Terms(once=Once(tags=("election",)))


@pytest.fixture
def system():
    with running() as (system, url):
        system.url = url
        yield system


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "versions.sqlite"), create=True)
    yield opened
    opened.close()


class Desk:
    """A store and a target, and articles to send there."""

    def __init__(self, store, url, terms=TERMS, adapter=Plain, patience=SHORT, **more):
        self.store = store
        self.api = Api("plain", adapter(url, **more), Ledger(store, "plain"), terms, patience)

    def consign(self, name="Mo Farr", seconds=0, id="", **changes):
        article = full_article(name, **({"id": id} if id else {}))
        saved = self.store.save(article, "test")
        now = START + timedelta(seconds=seconds)
        return Consignment(article, {}, Issue(now, now), number=saved.version.number, **changes)

    def send(self, name="Mo Farr", dry_run=False, **changes):
        return self.api.deliver(self.consign(name, **changes), dry_run)


@pytest.fixture
def desk(system, store):
    return Desk(store, system.url)


def test_made_left_alone_and_brought_up_to_date(desk, system):
    assert desk.send().result is Result.CREATED
    writes = system.writes
    assert desk.send().result is Result.UNCHANGED and system.writes == writes
    done = desk.send("Ann Lee")
    assert (done.result, done.where) == (Result.UPDATED, "plain:1")
    assert system.only["fields"]["headline"] == "Ann Lee wins" and system.only["state"] == "draft"


def test_a_dry_run_says_how_it_would_end_and_writes_nothing(desk, system):
    assert desk.send(dry_run=True).result is Result.CREATED and not system.items
    desk.send()
    writes, notes = system.writes, len(desk.store.deliveries("ge2030/seat/E14000577"))
    assert desk.send("Ann", dry_run=True).result is Result.UPDATED
    assert desk.send(dry_run=True).result is Result.UNCHANGED
    unsaved = Consignment(full_article("Bo"), {}, Issue(START, START))
    assert desk.api.deliver(unsaved, dry_run=True).result is Result.UPDATED
    system.items["1"]["state"] = "trashed"
    assert desk.send("Ann", dry_run=True).result is Result.CONFLICT
    assert (system.writes, len(desk.store.deliveries("ge2030/seat/E14000577"))) == (writes, notes)


@pytest.mark.parametrize("fault", ["drop", "slow1", "500", "503after", "429", "429:1", "502after", "drop"])
def test_whatever_the_answer_there_is_one_article(desk, system, fault):
    desk = Desk(desk.store, system.url, patience=Patience(5, 0.01, 0.05, 10.0), adapter=Quick)
    system.faults = [fault]
    assert desk.send().result is Result.CREATED and len(system.items) == 1
    system.faults = [fault, fault]
    assert desk.send("Ann").result is Result.UPDATED and len(system.items) == 1
    assert system.only["fields"]["headline"] == "Ann wins"


class Quick(Plain):
    def __init__(self, url):
        super().__init__(url, patience=0.5)


def test_a_long_burst_ends_as_failed_and_the_next_run_finishes(desk, system):
    system.faults = ["500"] * 2 + ["drop"] + ["429"] * 20
    system.reads = ["500"] * 20
    failed = desk.send()
    assert failed.result is Result.FAILED and not failed.waits and "answered 500" in failed.why
    system.faults, system.reads = [], []
    assert desk.send().result is Result.CREATED and len(system.items) == 1


def test_what_a_retry_after_asks_for_beyond_patience_is_not_waited_for(desk, system):
    system.faults = ["429:3600"]
    done = desk.send()
    assert done.result is Result.FAILED and len([m for m, _ in system.log if m == "POST"]) == 1


def test_wrong_credentials_are_tried_once_and_never_told(store, system):
    done = Desk(store, system.url, token="wr0ng-secret").send()
    assert done.result is Result.FAILED and "401" in done.why and "wr0ng" not in done.why and len(system.log) == 1
    assert "wr0ng" not in str(store.deliveries(done.article))


def test_a_secret_is_in_no_row_of_the_store(desk, system, tmp_path):
    desk.send()
    desk.send("Ann")
    assert all(TOKEN.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_what_an_editor_changed_is_merged(desk, system):
    desk.send()
    told = system.only["fields"]["body"]
    system.edit("1", body=told.replace("Labour lost.", "Labour lost. The count was quiet."), headline="Farr takes it")
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    fields = system.only["fields"]
    assert fields["headline"] == "Farr takes it" and "The count was quiet." in fields["body"] and "Ann caption" in fields["body"]
    desk.send("Bo")
    fields = system.only["fields"]
    assert fields["headline"] == "Farr takes it" and "The count was quiet." in fields["body"] and "Bo caption" in fields["body"]
    writes = system.writes
    assert desk.send("Bo").result is Result.UNCHANGED and system.writes == writes


def test_where_merging_is_not_wanted_it_is_told(store, system):
    desk = Desk(store, system.url, Terms(merge=False))
    desk.send()
    system.edit("1", headline="Mine")
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and done.waits and "changed by hand" in done.why
    assert system.only["fields"]["headline"] == "Mine"


@pytest.mark.parametrize("conditional", [False, True])
def test_an_editor_between_read_and_write_loses_nothing(desk, system, conditional):
    desk.send()
    system.conditional = conditional
    system.meanwhile = lambda: system.edit("1", body=system.only["fields"]["body"] + "\n\nSaved in that very moment.")
    done = desk.send("Ann")
    assert done.result is Result.UPDATED, done
    assert "Saved in that very moment." in system.only["fields"]["body"] and system.only["fields"]["headline"] == "Ann wins"


def test_an_editor_between_read_and_write_where_nothing_is_merged(store, system):
    desk = Desk(store, system.url, Terms(merge=False))
    desk.send()
    system.meanwhile = lambda: system.edit("1", headline="Mine")
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and system.only["fields"]["headline"] == "Mine"


def test_a_trashed_article_stays_trashed_and_a_deleted_one_away(desk, system):
    desk.send()
    system.only["state"] = "trashed"
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and "trash" in done.why and system.only["fields"]["headline"] == "Mo Farr wins"
    system.items.clear()
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and "deleted" in done.why and not system.items


def test_one_that_is_trashed_before_the_answer_was_heard_stays_trashed(desk, system):
    system.faults, system.reads = ["drop"], [""] + ["500"] * 20
    assert desk.send().result is Result.FAILED
    system.reads, system.only["state"] = [], "trashed"
    assert desk.send().result is Result.CONFLICT and len(system.items) == 1


def test_one_that_an_editor_changed_before_the_answer_was_heard_is_merged(desk, system):
    system.faults, system.reads = ["drop"], [""] + ["500"] * 20
    desk.send()
    system.reads = []
    system.edit("1", headline="Mine")
    assert desk.send("Ann").result is Result.UPDATED
    assert system.only["fields"]["headline"] == "Mine" and "Ann caption" in system.only["fields"]["body"]


def test_another_desk_finds_it_and_takes_it_for_its_own_only_where_it_is_the_same(desk, system, tmp_path):
    desk.send()
    other = Desk(open_store(str(tmp_path / "other.sqlite"), create=True), system.url)
    assert other.send().result is Result.UNCHANGED
    stranger = Desk(open_store(str(tmp_path / "third.sqlite"), create=True), system.url)
    done = stranger.send("Ann")
    assert done.result is Result.CONFLICT and "knows nothing of it" in done.why and system.only["fields"]["headline"] == "Mo Farr wins"


def test_publishing_needs_an_approval_or_the_owner_s_word(desk, system, store):
    done = desk.send(publish=True)
    assert done.result is Result.CONFLICT and "not approved" in done.why and not system.items
    assert desk.send().result is Result.CREATED and system.only["state"] == "draft"
    assert desk.send(publish=True, approved=True).result is Result.UPDATED and system.only["state"] == "live"
    done = desk.send("Ann")
    assert done.result is Result.CONFLICT and system.only["fields"]["headline"] == "Mo Farr wins", "what readers see is not changed without approval"
    assert Desk(store, system.url, Terms(auto_publish=True)).send("Ann").result is Result.UPDATED


def test_a_rehearsal_and_a_held_one_go_nowhere(desk, system):
    article = full_article(id="rehearsal/ge2030/seat/E14000577")
    done = desk.api.deliver(Consignment(article, {}, Issue(START, START), publish=True, approved=True))
    assert done.result is Result.FAILED and done.waits and not system.log


def test_a_hundred_are_looked_up_at_once(desk, system):
    sent = [desk.consign(id=f"ge2030/seat/E{n:08}") for n in range(120)]
    assert [each.result for each in desk.api.deliver_all(sent)] == [Result.CREATED] * 120
    system.log.clear()
    assert [each.result for each in desk.api.deliver_all(sent)] == [Result.UNCHANGED] * 120
    assert len(system.log) == 2 and system.writes == 0


def test_categories_and_tags_are_sent_once(desk, system):
    desk.send()
    assert system.only["once"] == {"tags": ["election"]}
    system.only["once"] = {"tags": ["mine"]}
    desk.send("Ann")
    assert system.only["once"] == {"tags": ["mine"]}


def _one_of_many(place, url, name, results):
    store = open_store(place, create=True)
    results.put(str(Desk(store, url).send(name).result))


@pytest.mark.parametrize("shared", [True, False])
def test_eight_writers_on_one_id_make_one_article(system, tmp_path, shared):
    open_store(str(tmp_path / "0.sqlite"), create=True).close()
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    writers = [context.Process(target=_one_of_many, args=(str(tmp_path / f"{0 if shared else n}.sqlite"), system.url, "Mo Farr", results))
               for n in range(8)]
    for writer in writers:
        writer.start()
    found = sorted(results.get(timeout=60) for _ in writers)
    for writer in writers:
        writer.join()
    assert len(system.items) == 1, found
    assert found == ["created"] + ["unchanged"] * 7 if shared else set(found) <= {"created", "unchanged"}


def test_a_store_that_takes_no_note_stops_the_delivery_before_it_writes(desk, system, monkeypatch):
    consigned = desk.consign()
    from autobrief.store.opening import StoreError

    def full(*_, **__):
        raise StoreError("versions.sqlite: database or disk is full")
    monkeypatch.setattr(desk.store, "deliver", full)
    done = desk.api.deliver(consigned)
    assert done.result is Result.FAILED and "disk is full" in done.why and not system.items
    monkeypatch.undo()
    assert desk.api.deliver(consigned).result is Result.CREATED


def test_a_store_that_is_full_after_the_write_is_understood_by_the_next_run(desk, system, monkeypatch):
    consigned, settle = desk.consign(), desk.api.ledger.settle
    from autobrief.store.opening import StoreError

    def full(*_, **__):
        raise StoreError("versions.sqlite: database or disk is full")
    monkeypatch.setattr(desk.api.ledger, "settle", full)
    assert desk.api.deliver(consigned).result is Result.FAILED
    monkeypatch.setattr(desk.api.ledger, "settle", settle)
    assert desk.api.deliver(consigned).result is Result.CREATED and len(system.items) == 1


def test_each_delivery_is_in_the_store(desk, system, store):
    desk.send()
    desk.send("Ann")
    notes = store.deliveries("ge2030/seat/E14000577", "plain")
    assert [note.state for note in notes] == ["sending", "created", "sending", "updated"]
    assert notes[-1].external == "1" and len(notes[-1].returned) == 64 and json.loads(notes[-1].detail)["revision"] == system.only["revision"]


OVERTAKEN = "Mo Farr has it."


def test_words_that_the_results_have_overtaken_wait_for_a_human_until_they_are_dealt_with(desk, system):
    desk.send()
    system.edit("1", body=system.only["fields"]["body"].replace("Labour lost.", f"Labour lost. {OVERTAKEN}"))
    done = desk.send("Ann")
    assert done.result is Result.UPDATED and done.waits and "Mo Farr" in done.why
    assert OVERTAKEN in system.only["fields"]["body"] and "Ann caption" in system.only["fields"]["body"]
    again = desk.send("Ann")
    assert again.result is Result.UNCHANGED and again.waits and "Mo Farr" in again.why
    refused = desk.send("Ann", publish=True, approved=True)
    assert refused.result is Result.CONFLICT and system.only["state"] == "draft"
    system.edit("1", body=system.only["fields"]["body"].replace(OVERTAKEN, "Ann has it."))
    assert not desk.send("Ann").waits
    assert desk.send("Ann", publish=True, approved=True).result is Result.UPDATED and system.only["state"] == "live"


def test_an_editor_who_saves_what_was_opened_before(desk, system):
    """The page was open in a browser while a new version came: the old text saved over it is none of the editor's own."""
    desk.send()
    opened = system.only["fields"]
    desk.send("Ann")
    system.edit("1", **opened | {"body": opened["body"].replace("Labour lost.", "Labour lost. It was close.")})
    done = desk.send("Bo")
    fields = system.only["fields"]
    assert done.result is Result.UPDATED and "It was close." in fields["body"]
    assert fields["headline"] == "Bo wins" and "Mo Farr" not in fields["body"] and "Ann" not in fields["body"].replace("Ann O'Hara", "")


def test_an_older_version_never_takes_a_newer_one_s_place(desk, system):
    old = desk.consign("Mo Farr")
    desk.send("Ann")
    done = desk.api.deliver(old)
    assert done.result is Result.CONFLICT and "newer version" in done.why and system.only["fields"]["headline"] == "Ann wins"
    assert desk.send("Mo Farr").result is Result.UPDATED, "saved again it is the newest"


def test_a_turn_that_cannot_be_had_stops_the_delivery_before_it_writes(desk, system, tmp_path):
    """The lock's own file cannot be made: a full disk, or no right to write there."""
    (tmp_path / "versions.sqlite.turns").write_text("in the way")
    done = desk.send()
    assert done.result is Result.FAILED and "versions.sqlite.turns" in done.why and not system.log
    (tmp_path / "versions.sqlite.turns").unlink()
    assert desk.send().result is Result.CREATED
