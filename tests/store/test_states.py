"""Draft, held, approved, published: who may say so, and what carries on to the next version."""

import pytest
from made_articles import HELD, made

from autobrief.errors import Refused

ID = "ge2030/region/nowhere"


def told(store, number=None):
    return [(s.number, s.state, s.who) for s in store.states(ID, number)]


def test_an_approval_is_of_one_version(store):
    store.save(made(1), "1")
    state = store.approve(ID, 1, "Ann", "read it")
    assert (state.state, state.who, state.why) == ("approved", "Ann", "read it")
    assert store.newest(ID).state == "approved"
    store.save(made(2), "2")
    assert [v.state for v in store.history(ID)] == ["approved", "draft"]
    assert told(store) == [(1, "draft", "autobrief"), (1, "approved", "Ann"), (2, "draft", "autobrief")]


def test_an_approval_twice_is_one(store):
    store.save(made(1), "1")
    store.approve(ID, 1, "Ann")
    assert store.approve(ID, 1, "Ben").who == "Ann"
    assert len(told(store)) == 2


def test_a_reason_of_the_law_that_comes_after_an_approval_holds_the_same_text(store):
    store.save(made(1), "1")
    store.approve(ID, 1, "Ann")
    saved = store.save(made(1, held=HELD), "1, and a charge")
    assert (saved.new, saved.version.state) == (True, "held")
    with pytest.raises(Refused, match="a charge is mentioned"):
        store.approve(ID, 2, "Ann")
    store.approve(ID, 2, "Ann", cleared="our lawyer")
    assert store.save(made(1, held=HELD), "again").version.state == "approved"
    assert told(store) == [(1, "draft", "autobrief"), (1, "approved", "Ann"), (2, "held", "autobrief"), (2, "approved", "Ann")]


def test_what_the_law_holds_is_approved_only_by_saying_who_cleared_it(store):
    store.save(made(1, held=HELD), "1")
    assert store.newest(ID).state == "held"
    with pytest.raises(Refused, match="a charge is mentioned"):
        store.approve(ID, 1, "Ann")
    assert store.approve(ID, 1, "Ann", "all right now", cleared="our lawyer").why == "cleared by our lawyer; all right now"
    assert store.newest(ID).state == "approved"


def test_a_hold_of_a_persons_goes_on_to_the_next_version(store):
    store.save(made(1), "1")
    store.hold(ID, 1, "Ann", "ring the agent first")
    store.save(made(2), "2")
    assert store.newest(ID).state == "held"
    assert store.states(ID, 2)[-1].who == "Ann" and store.states(ID, 2)[-1].why == "ring the agent first"
    with pytest.raises(Refused, match="held by Ann: ring the agent first"):
        store.approve(ID, 2, "Ben")
    store.approve(ID, 2, "Ben", cleared="Ann")
    store.save(made(3), "3")
    assert store.newest(ID).state == "draft"


def test_what_the_law_no_longer_holds_is_a_draft(store):
    store.save(made(1, held=HELD), "1")
    store.save(made(2), "2")
    assert [v.state for v in store.history(ID)] == ["held", "draft"]


def test_only_what_was_approved_is_published(store):
    store.save(made(1), "1")
    with pytest.raises(Refused, match="is draft, not approved"):
        store.published(ID, 1, "cms")
    store.approve(ID, 1, "Ann")
    store.published(ID, 1, "cms", "https://cms.example.org/41")
    assert store.newest(ID).state == "published"
    store.hold(ID, 1, "Ann", "a correction is coming")
    with pytest.raises(Refused, match="is held"):
        store.published(ID, 1, "cms")


def test_a_rehearsal_is_never_approved_or_published(store):
    id = "rehearsal/" + ID
    store.save(made(1, id), "1")
    for change in (lambda: store.approve(id, 1, "Ann"), lambda: store.approve(id, 1, "Ann", cleared="our lawyer"),
                   lambda: store.published(id, 1, "cms")):
        with pytest.raises(Refused, match="rehearsal"):
            change()
    assert [s.state for s in store.states(id)] == ["draft"]


def test_a_version_that_is_not_there(store):
    store.save(made(1), "1")
    for change in (lambda: store.approve(ID, 2, "Ann"), lambda: store.hold(ID, 2, "Ann", "x"), lambda: store.article(ID, 2)):
        with pytest.raises(KeyError):
            change()
