"""A watched folder: whole files only, each version once, its time always greater."""

import json
import os
import threading

import pytest

from autobrief.cms import files
from autobrief.cms.contract import Result
from autobrief.cms.drop import Drop
from autobrief.formats import NAMES
from autobrief.model.text import Cell


@pytest.fixture
def place(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def target(place):
    return Drop(f"drop:{place}", str(place), "ninjs-superdesk")


def waiting(place) -> list[dict]:
    """What a watcher sees: files in the folder itself, by name."""
    return [json.loads(path.read_bytes()) for path in sorted(place.iterdir()) if path.is_file()]


def test_created_unchanged_updated(target, place, consigned):
    assert target.deliver(consigned()).result is Result.CREATED
    assert target.deliver(consigned(seconds=60)).result is Result.UNCHANGED
    assert target.deliver(consigned("Ann", 120)).result is Result.UPDATED
    first, second = waiting(place)
    assert (first["versioncreated"], second["versioncreated"]) == ("2030-05-03T03:05:00Z", "2030-05-03T03:07:00Z")
    assert first["firstcreated"] == second["firstcreated"] == "2030-05-03T03:05:00Z" and first["guid"] == second["guid"]


def test_a_file_that_was_taken_away_is_not_sent_again(target, place, consigned):
    target.deliver(consigned())
    for path in place.iterdir():
        if path.is_file():
            path.unlink()
    assert target.deliver(consigned(seconds=60)).result is Result.UNCHANGED and waiting(place) == []
    assert target.deliver(consigned("Ann", 60)).result is Result.UPDATED


@pytest.mark.parametrize("seconds", [0, 0.4, -3600])
def test_the_time_is_greater_even_where_the_clock_is_not(target, place, consigned, seconds):
    for n, name in enumerate(("Mo", "Ann", "Bob")):
        target.deliver(consigned(name, seconds * n))
    times = [each["versioncreated"] for each in waiting(place)]
    assert times == ["2030-05-03T03:05:00Z", "2030-05-03T03:05:01Z", "2030-05-03T03:05:02Z"]


def test_times_are_whole_seconds(target, place, consigned):
    target.deliver(consigned(seconds=0.75))
    assert {waiting(place)[0][key] for key in ("firstcreated", "versioncreated")} == {"2030-05-03T03:05:00Z"}


def test_back_to_an_earlier_text_is_a_new_version(target, place, consigned):
    for n, name in enumerate(("Mo", "Ann", "Mo")):
        target.deliver(consigned(name, n))
    assert [each["headline"] for each in waiting(place)] == ["Mo wins", "Ann wins", "Mo wins"]


def test_a_dry_run_writes_nothing(target, place, consigned):
    assert target.deliver(consigned(), dry_run=True).result is Result.CREATED
    assert list(place.iterdir()) == []


def test_held_and_rehearsed_articles_are_refused(target, place, consigned):
    for changes in ({"held": (Cell("contempt", "x/name"),)}, {"id": "rehearsal-ge2030/seat/x"}):
        assert target.deliver(consigned(**changes)).waits
    assert list(place.iterdir()) == []


def test_a_folder_nobody_made_is_not_made(tmp_path, consigned):
    found = Drop("drop:x", str(tmp_path / "x"), "ninjs").deliver(consigned())
    assert found.result is Result.FAILED and "not a folder" in found.why and not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", NAMES)
def test_any_format_can_be_dropped(place, consigned, name):
    found = Drop("drop:in", str(place), name).deliver(consigned())
    assert found.result is Result.CREATED
    (path,) = [each for each in place.iterdir() if each.is_file()]
    assert path.suffix == {"markdown": ".md", "text": ".txt", "newsml-g2": ".xml", "atom": ".atom", "docx": ".docx", "html": ".html",
                           "html-fragment": ".html"}.get(name, ".json") and path.stat().st_size > 100


def test_two_formats_do_not_overwrite_one_another(place, consigned):
    for name in ("ninjs", "ninjs-superdesk", "ans"):
        Drop("drop:in", str(place), name).deliver(consigned())
    assert len(waiting(place)) == 3


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"last": "x"}'])
def test_a_memory_that_somebody_wrote_into_is_told(target, place, consigned, text):
    target.deliver(consigned())
    (path,) = (place / ".autobrief").glob("*.json")
    path.write_text(text)
    found = target.deliver(consigned("Ann"))
    assert found.result is Result.FAILED and str(path) in found.why


def test_a_full_disk_fails_and_a_re_run_finishes(target, place, consigned, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(files, "write", lambda path, _: (_ for _ in ()).throw(OSError(28, "No space left on device", str(path))))
        assert target.deliver(consigned()).result is Result.FAILED
    assert waiting(place) == []
    assert target.deliver(consigned()).result is Result.CREATED and len(waiting(place)) == 1


def test_a_stop_at_any_step_loses_nothing_and_goes_on_upwards(place, consigned, monkeypatch):
    class Stop(BaseException):
        pass

    for steps in range(9):
        for path in place.rglob("*"):
            if path.is_file():
                path.unlink()
        target = Drop("drop:in", str(place), "ninjs-superdesk")
        target.deliver(consigned())
        left = [steps]

        def counting(function, left=left):
            def run(*arguments):
                if left[0] == 0:
                    raise Stop
                left[0] -= 1
                return function(*arguments)
            return run
        with monkeypatch.context() as patched:
            for name in ("replace", "fsync"):
                patched.setattr(os, name, counting(getattr(os, name)))
            try:
                target.deliver(consigned("Ann", 60))
                stopped = False
            except Stop:
                stopped = True
        assert target.deliver(consigned("Ann", 60)).result in (Result.UPDATED, Result.UNCHANGED)
        found = waiting(place)
        times = [each["versioncreated"] for each in found]
        assert found[-1]["headline"] == "Ann wins" and times == sorted(set(times)) and len(found) <= 3
    assert not stopped


def test_eight_writers_send_one_file_for_one_text(place, consigned):
    found = []

    def write():
        found.append(Drop("drop:in", str(place), "ninjs-superdesk").deliver(consigned()).result)
    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [Result.CREATED] + [Result.UNCHANGED] * 7 and len(waiting(place)) == 1
