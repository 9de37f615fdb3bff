"""What a store keeps, and that it keeps it."""

import pytest
import sqlalchemy
from made_articles import HELD, made

from autobrief.formats.json import version
from autobrief.store import DEFAULT, Overtaken, StoreError, open_store
from autobrief.store.alerting import Alerts
from autobrief.store.tables import FORM, KEPT

ID = "ge2030/region/nowhere"


def test_a_version_has_its_text_time_cause_and_digests(store):
    saved = store.save(made(1), "Somewhere declared: Conservative hold")
    assert saved.new
    found = saved.version
    assert (found.article, found.number, found.state) == (ID, 1, "draft")
    assert found.cause == "Somewhere declared: Conservative hold"
    assert found.digest == version(made(1)) and len(found.content) == 64
    assert found.headline == "1 of 1,000 seats declared" and found.generator.startswith("autobrief ")
    assert found.saved.endswith("+00:00")
    assert store.newest(ID) == found == store.history(ID)[0]
    assert store.article(ID, 1) == made(1)
    assert store.articles() == {ID: "Nowhere"}


def test_an_unchanged_text_makes_no_version(store):
    store.save(made(1), "one")
    again = store.save(made(1)._replace(as_of="2030-05-03T01:00:00+01:00", stage="complete"), "the same text")
    assert not again.new and again.version.number == 1 and again.version.cause == "one"
    assert len(store.history(ID)) == 1


def test_a_text_that_comes_back_is_a_version_again(store):
    numbers = [store.save(made(n), f"{n}").version.number for n in (1, 2, 1)]
    assert numbers == [1, 2, 3]
    assert [v.digest for v in store.history(ID)] == [version(made(n)) for n in (1, 2, 1)]


def test_a_text_that_another_process_saved_since_is_not_saved_again(store):
    for n in (1, 2, 3):
        store.save(made(n), f"{n}")
    found = store.save(made(2), "late", after=1)
    assert not found.new and found.version.number == 2
    assert len(store.history(ID)) == 3


def test_an_old_text_never_follows_a_newer_one(store):
    store.save(made(1), "1")
    store.save(made(3), "two at once")
    with pytest.raises(Overtaken):
        store.save(made(2), "late", after=1)
    with pytest.raises(Overtaken):
        store.save(made(2), "late", after=0)
    assert len(store.history(ID)) == 2
    assert store.save(made(4), "4", after=2).new


def test_several_saved_together_are_all_saved_or_none(store):
    with pytest.raises(ZeroDivisionError), store.together():
        store.save(made(1), "1")
        store.save(made(1, "ge2030/seat/s"), "1")
        assert store.newest(ID)
        raise ZeroDivisionError
    assert not store.articles() and store.newest(ID) is None
    with store.together():
        store.save(made(1), "1")
        store.save(made(1, "ge2030/seat/s"), "1")
    assert list(store.articles()) == [ID, "ge2030/seat/s"]


def test_a_saved_row_is_never_changed_or_deleted(store):
    store.save(made(1), "1")
    store.will_write(ID, 1, "markdown", "ab" * 32)
    store.deliver(ID, "https://cms.example.org", 1, "sent")
    alerts = Alerts(store, "desk")
    alerts.keep([("key", {})])
    alerts.sent(alerts.waiting("told"), "told")
    for table in KEPT:
        column = next(c.name for c in table.c if isinstance(c.type, sqlalchemy.String))
        for statement in (table.update().values({column: "other"}), table.delete()):
            with pytest.raises(sqlalchemy.exc.DatabaseError, match="never changed"), store.engine.begin() as connection:
                connection.execute(statement)
    assert store.history(ID)[0].cause == "1"


def test_a_store_opened_again_holds_the_same(store, place):
    store.save(made(1, held=HELD), "1")
    other = open_store(place)
    assert other.history(ID) == store.history(ID) and other.states(ID) == store.states(ID)
    other.close()


def test_names_that_no_database_likes(store):
    for text in ("'; DROP TABLE versions; --", "a\x00b", "Ŵ 😀", "a\nb"):
        id = f"ge2030/region/{sum(map(ord, text))}"
        headline = made(1).blocks[0]
        sentence = headline.sentences[0]._replace(text=text, spans=())
        article = made(1, id, blocks=(headline._replace(sentences=(sentence,)),))
        store.save(article, text)
        assert store.article(id, 1) == article


def test_what_was_written_to_files_is_known(store):
    store.save(made(1), "1")
    store.will_write(ID, 1, "markdown", "ab" * 32)
    store.will_write(ID, 1, "markdown", "ab" * 32)
    assert store.wrote(ID, "markdown", "ab" * 32) == 1
    assert store.wrote(ID, "html", "ab" * 32) is None and store.wrote(ID, "markdown", "cd" * 32) is None


def test_deliveries_are_noted_one_after_the_other(store):
    store.save(made(1), "1")
    target = "https://cms.example.org/wp-json"
    store.deliver(ID, target, 1, "sending", sent="ab" * 32)
    store.deliver(ID, target, 1, "sent", external="41", sent="ab" * 32, returned="cd" * 32)
    store.deliver(ID, "elsewhere", 1, "failed", detail="503")
    assert [(d.state, d.external) for d in store.deliveries(ID, target)] == [("sending", ""), ("sent", "41")]
    assert [d.target for d in store.deliveries(ID)] == [target, target, "elsewhere"]


def test_a_delivery_of_a_version_that_is_not_there_is_refused(store):
    store.save(made(1), "1")
    with pytest.raises(StoreError):
        store.deliver(ID, "elsewhere", 2, "sent")


def test_a_store_of_a_later_form_is_refused(store, place):
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE autobrief_store SET form = {FORM + 1}")
    with pytest.raises(StoreError, match=f"has form {FORM + 1}"):
        open_store(place, create=True)


def test_no_store_is_an_error_that_says_what_next(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTOBRIEF_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=f"no store of versions at {DEFAULT}") as told:
        open_store()
    assert "AUTOBRIEF_STORE" in told.value.hint and not (tmp_path / DEFAULT).exists()
    monkeypatch.setenv("AUTOBRIEF_STORE", str(tmp_path / "desk.sqlite"))
    open_store(create=True).close()
    assert (tmp_path / "desk.sqlite").is_file()


@pytest.mark.parametrize("where, told", [
    ("mysql://desk@127.0.0.1/x", "mysql"), ("nonsense://x", "nonsense"),
    ("postgresql://desk:secret@127.0.0.1:1/x", "127.0.0.1"), ("postgresql://host:port/x", "database URL")])
def test_a_database_that_cannot_be_used_is_told_without_its_password(where, told):
    with pytest.raises(StoreError) as error:
        open_store(where, create=True)
    assert told in str(error.value) and "secret" not in str(error.value)


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(path))
    assert path.read_text().startswith("not a database")


def test_a_database_without_tables_is_no_store(tmp_path):
    import sqlite3
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="holds no store"):
        open_store(str(path))


def test_alerts_are_kept_once_by_key_and_crossed_off_by_way(store):
    mine, theirs = Alerts(store, "one folder"), Alerts(store, "another")
    mine.keep([("a", {"kind": "close"}), ("b", {"kind": "outlier"})])
    mine.keep([("b", {"kind": "again"}), ("c", {"kind": "correction"})])
    theirs.keep([("a", {"kind": "close"})])
    assert [body["kind"] for body in mine.waiting("told").values()] == ["close", "outlier", "correction"]
    first, *rest = mine.waiting("told")
    mine.sent([first], "told")
    mine.sent([first], "told", "posted")
    assert list(mine.waiting("told")) == list(mine.waiting("posted")) == rest
    assert len(theirs.waiting("told")) == 1


def test_alerts_go_with_their_version_or_not_at_all(store):
    alerts = Alerts(store, "desk")
    with pytest.raises(ZeroDivisionError), store.together():
        store.save(made(1), "1")
        alerts.keep([("a", {})])
        raise ZeroDivisionError
    assert not alerts.waiting("told") and not store.articles()


def test_a_store_from_before_there_were_alerts_gets_their_tables(store, place):
    store.save(made(1), "1")
    with store.engine.begin() as connection:
        for table in ("alerts_sent", "alerts"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
    store.close()
    again = open_store(place, create=True)
    Alerts(again, "desk").keep([("a", {})])
    assert len(Alerts(again, "desk").waiting("told")) == 1 and again.history(ID)[0].number == 1
    again.close()
