"""What an article is in the store when it is handed over."""

import pytest
from full import full_article
from moments import START

pytest.importorskip("sqlalchemy")
from autobrief.cms.contract import Consignment, Delivery, Result  # noqa: E402
from autobrief.cms.handing import note_published, stored  # noqa: E402
from autobrief.formats.particulars import Issue  # noqa: E402
from autobrief.store import open_store  # noqa: E402

ID = "ge2030/seat/E14000577"


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "versions.sqlite"), create=True)
    yield opened
    opened.close()


def consigned(name: str, **changes) -> Consignment:
    return Consignment(full_article(name), {}, Issue(START, START), **changes)


def test_a_file_is_the_version_that_it_is_and_what_is_written_now_the_newest(store):
    assert [stored(consigned(name), store).number for name in ("Mo", "Ann", "Mo")] == [1, 2, 1]
    assert stored(consigned("Mo"), store, now=True).number == 3 and stored(consigned("Mo"), store, now=True).number == 3


def test_a_dry_run_saves_nothing(store):
    assert stored(consigned("Mo"), store, dry_run=True).number == 0 and store.history(ID) == ()


def test_an_approval_is_of_one_version_and_a_person_s_hold_goes_on(store):
    stored(consigned("Mo"), store)
    store.approve(ID, 1, "Ann")
    assert stored(consigned("Mo"), store).approved and not stored(consigned("Ann"), store).approved
    store.hold(ID, 2, "Bo", "ring them")
    assert stored(consigned("Ann"), store).held == "held by Bo: ring them" and "ring them" in stored(consigned("Cy"), store).held


@pytest.mark.parametrize("result, waits, publish, says", [
    (Result.CREATED, False, True, "published"), (Result.UNCHANGED, False, True, "published"), (Result.CONFLICT, True, True, "approved"),
    (Result.FAILED, False, True, "approved"), (Result.UPDATED, False, False, "approved")])
def test_it_is_published_when_readers_see_it(store, result, waits, publish, says):
    sent = stored(consigned("Mo"), store)._replace(publish=publish)
    store.approve(ID, 1, "Ann")
    sent = sent._replace(approved=True)
    for _ in range(2):
        note_published(store, sent, Delivery(result, ID, "v", "site", waits=waits), "Bo")
    assert [state.state for state in store.states(ID)] == ["draft", "approved", *(["published"] if says == "published" else [])]


def test_what_goes_out_by_itself_is_noted_so(store):
    note_published(store, stored(consigned("Mo"), store)._replace(publish=True), Delivery(Result.CREATED, ID, "v", "site"), "watch")
    assert [(state.state, state.who) for state in store.states(ID)][-1] == ("published", "watch")
