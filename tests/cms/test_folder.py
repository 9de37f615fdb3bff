"""A folder per article: whole at every moment, and a human's words are never lost."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from moments import PICTURE

from autobrief.cms import files, folder
from autobrief.cms.contract import Result
from autobrief.cms.folder import Folder, digest
from autobrief.model.text import Cell

NAME = "ge2030.seat.E14000577"


@pytest.fixture
def target(tmp_path):
    return Folder(f"folder:{tmp_path / 'out'}", str(tmp_path / "out"))


@pytest.fixture
def place(tmp_path) -> Path:
    return tmp_path / "out" / NAME


def whole(place: Path) -> dict:
    """The manifest of a folder that is as it says.  Fails where a file is missing or another."""
    resolved = place.resolve()
    told = json.loads((resolved / "manifest.json").read_bytes())
    for path, each in told["files"].items():
        assert digest((resolved / path).read_bytes()) == each["sha256"], path
    return told


def stamps(root: Path) -> dict:
    return {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in root.rglob("*")}


def test_created_updated_unchanged(target, place, consigned):
    first = target.deliver(consigned(pictured=True))
    assert (first.result, first.where, first.why) == (Result.CREATED, str(place), "")
    told = whole(place)
    assert (place / "pictures" / "a b.png").read_bytes() == PICTURE
    before = stamps(place.parent)
    assert target.deliver(consigned(pictured=True, seconds=60)).result is Result.UNCHANGED
    changed = {path for path, stamp in stamps(place.parent).items() if before.get(path) != stamp} - {place.parent}
    assert {path.name for path in changed} <= {"led"}
    assert target.deliver(consigned("Ann", seconds=120)).result is Result.UPDATED
    after = whole(place)
    assert after["first_created"] == told["first_created"] == "2030-05-03T03:05:00Z" and after["version_created"] == "2030-05-03T03:07:00Z"
    assert not (place / "pictures").exists()


def test_a_dry_run_says_it_and_writes_nothing(target, place, consigned):
    assert target.deliver(consigned(), dry_run=True).result is Result.CREATED
    assert not place.parent.exists()
    target.deliver(consigned())
    before = stamps(place.parent)
    assert target.deliver(consigned("Ann", 9), dry_run=True).result is Result.UPDATED
    assert target.deliver(consigned(seconds=9), dry_run=True).result is Result.UNCHANGED
    (place / "article.md").write_text("mine")
    assert target.deliver(consigned("Ann", 9), dry_run=True).result is Result.CONFLICT
    assert before.keys() == stamps(place.parent).keys()


@pytest.mark.parametrize("path", ["article.html", "article.md", "article.json", "manifest.json"])
def test_what_a_human_changed_is_never_overwritten(target, place, consigned, path):
    target.deliver(consigned())
    with (place / path).open("a") as file:
        file.write("\nan editor's word\n")
    kept = (place / path).read_bytes()
    for name in ("Mo Farr", "Ann"):
        found = target.deliver(consigned(name, 60))
        assert found.result is Result.CONFLICT and path in found.why and found.waits
    assert (place / path).read_bytes() == kept


def test_a_manifest_made_to_fit_a_changed_file_deceives_nobody(target, place, consigned):
    target.deliver(consigned())
    told = json.loads((place / "manifest.json").read_bytes())
    (place / "article.md").write_text("mine")
    told["files"]["article.md"]["sha256"] = digest(b"mine")
    (place / "manifest.json").write_text(json.dumps(told))
    assert target.deliver(consigned("Ann")).result is Result.CONFLICT


def test_a_file_taken_away_is_a_change(target, place, consigned):
    target.deliver(consigned())
    (place / "article.md").unlink()
    assert target.deliver(consigned()).result is Result.CONFLICT


def test_a_folder_thrown_away_stays_away_until_its_versions_go_too(target, place, consigned):
    target.deliver(consigned())
    place.unlink()
    found = target.deliver(consigned("Ann"))
    assert found.result is Result.CONFLICT and "taken away by hand" in found.why and not place.exists()
    shutil.rmtree(place.parent / ".versions" / NAME)
    assert target.deliver(consigned("Ann")).result is Result.CREATED


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda path: path.symlink_to("elsewhere")])
def test_what_was_not_written_by_us_is_left_alone(target, place, consigned, make):
    place.parent.mkdir()
    make(place)
    assert target.deliver(consigned()).result is Result.CONFLICT
    assert place.is_symlink() or place.exists()


def test_a_file_laid_beside_ours_goes_along(target, place, consigned):
    target.deliver(consigned())
    (place / "notes").mkdir()
    (place / "notes" / "lawyer.txt").write_text("fine")
    (place / ".DS_Store").write_text("litter")
    assert target.deliver(consigned(seconds=5)).result is Result.UNCHANGED
    for n, name in enumerate(("Ann", "Bob", "Cat")):
        assert target.deliver(consigned(name, 60 * n)).result is Result.UPDATED
    assert (place / "notes" / "lawyer.txt").read_text() == "fine" and not (place / ".DS_Store").exists()


def test_a_file_laid_where_ours_is_to_be_is_a_conflict(target, place, consigned):
    target.deliver(consigned())
    (place / "pictures").mkdir()
    (place / "pictures" / "a b.png").write_text("mine")
    assert target.deliver(consigned(pictured=True)).result is Result.CONFLICT
    assert (place / "pictures" / "a b.png").read_text() == "mine" and whole(place)


def test_an_edit_while_the_new_version_is_written_wins(target, place, consigned, monkeypatch):
    target.deliver(consigned())
    lead = folder._lead

    def edited_just_before(link, kept, version):
        if version.name.startswith("20300503T0306"):
            (place / "article.md").write_text("in between")
        lead(link, kept, version)
    monkeypatch.setattr(folder, "_lead", edited_just_before)
    assert target.deliver(consigned("Ann", 60)).result is Result.CONFLICT
    assert (place / "article.md").read_text() == "in between"


def test_only_the_version_before_is_kept(target, place, consigned):
    for n in range(5):
        target.deliver(consigned(f"Name {n}", 60 * n))
    versions = [each for each in (place.parent / ".versions" / NAME).iterdir() if each.is_dir()]
    assert len(versions) == 2 and place.resolve() in versions


def test_held_and_rehearsed_articles_are_refused(target, place, consigned):
    for changes in ({"held": (Cell("contempt", "x/name"),)}, {"id": "rehearsal/ge2030/seat/x"}):
        found = target.deliver(consigned(**changes))
        assert found.result is Result.FAILED and found.waits and "not for publication" in found.why
    assert not place.parent.exists()


def test_a_missing_picture_fails_and_the_old_version_stands(target, place, consigned):
    target.deliver(consigned())
    found = target.deliver(consigned(pictured=True)._replace(pictures={}))
    assert found.result is Result.FAILED and "a b.png" in found.why and not found.waits
    assert whole(place)["headline"] == "Mo Farr wins"


def test_a_full_disk_leaves_the_old_version_and_a_re_run_finishes(target, place, consigned, monkeypatch):
    target.deliver(consigned())
    write = files.write

    def full(path, content):
        if path.name == "article.json":
            raise OSError(28, "No space left on device", str(path))
        write(path, content)
    with monkeypatch.context() as patched:
        patched.setattr(files, "write", full)
        found = target.deliver(consigned("Ann", 60))
    assert found.result is Result.FAILED and "No space left" in found.why
    assert whole(place)["headline"] == "Mo Farr wins"
    assert not list(place.parent.rglob("*.partial"))
    assert target.deliver(consigned("Ann", 60)).result is Result.UPDATED and whole(place)["headline"] == "Ann wins"


def test_a_place_that_cannot_be_written_fails(tmp_path, consigned):
    (tmp_path / "file").touch()
    found = Folder("folder:x", str(tmp_path / "file" / "out")).deliver(consigned())
    assert found.result is Result.FAILED and "file" in found.why


def test_a_stop_at_any_step_leaves_the_old_or_the_new_whole(target, place, consigned, monkeypatch):
    """Every call that changes the disk is made the last one, in turn, as if the process ended there."""
    class Stop(BaseException):
        pass

    calls = {"left": 0}
    stopped = 0

    def counting(function):
        def run(*arguments, **named):
            if calls["left"] == 0:
                raise Stop
            calls["left"] -= 1
            return function(*arguments, **named)
        return run
    for steps in range(40):
        shutil.rmtree(place.parent, ignore_errors=True)
        assert target.deliver(consigned()).result is Result.CREATED
        calls["left"] = steps
        with monkeypatch.context() as patched:
            for holder, name in ((Path, "rename"), (Path, "mkdir"), (Path, "symlink_to"), (Path, "touch"), (Path, "unlink"),
                                 (os, "replace"), (os, "fsync")):
                patched.setattr(holder, name, counting(getattr(holder, name)))
            # A process that is killed tidies nothing.
            patched.setattr(shutil, "rmtree", lambda *_, **__: None)
            try:
                target.deliver(consigned("Ann", 60))
            except Stop:
                stopped += 1
        assert whole(place)["headline"] in ("Mo Farr wins", "Ann wins")
        assert target.deliver(consigned("Ann", 60)).result in (Result.UPDATED, Result.UNCHANGED), steps
        assert whole(place)["headline"] == "Ann wins"
        if not stopped or stopped <= steps:
            break
    assert stopped > 10


def test_a_stop_before_the_first_link_is_no_conflict(target, place, consigned, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(folder, "_lead", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            target.deliver(consigned())
    assert not place.exists()
    assert target.deliver(consigned("Ann", 60)).result is Result.CREATED and whole(place)


KILLED = """
import sys
sys.path[:0] = {paths!r}
from moments import START
from full import full_article
from datetime import timedelta
from autobrief.cms.contract import Consignment
from autobrief.cms.folder import Folder
from autobrief.formats.particulars import Issue
target = Folder("folder:out", {out!r})
print("ready", flush=True)
for n in range(100000):
    now = START + timedelta(seconds=n)
    target.deliver(Consignment(full_article(f"Name {{n}}"), {{}}, Issue(now, now)))
"""


def test_killed_at_any_moment_it_is_whole_and_a_re_run_finishes(target, place, consigned):
    here = Path(__file__).parent
    code = KILLED.format(paths=[str(here), str(here.parent / "formats")], out=str(place.parent))
    for n in range(6):
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert process.stdout.readline() == b"ready\n"
        threading.Event().wait(0.05 + 0.037 * n)
        process.kill()
        process.wait()
        process.stdout.close()
        if place.is_symlink():
            assert whole(place)
    assert target.deliver(consigned("Last", 9_000_000)).result in (Result.UPDATED, Result.CREATED) and whole(place)["headline"] == "Last wins"
    assert not list(place.parent.rglob("*.partial"))


def test_a_reader_never_finds_a_half_folder_and_eight_writers_make_one(target, place, consigned):
    target.deliver(consigned())
    done, found, results = threading.Event(), [], []

    def read():
        while not done.is_set():
            version = place.resolve()
            try:
                found.append(whole(version)["headline"])
            except FileNotFoundError:
                # Two versions later it is gone; one step behind it must be whole.
                assert place.resolve() != version

    def write(number):
        for n in range(5):
            results.append(target.deliver(consigned(f"Name {number} {n}", 60 + n)).result)
    readers, writers = [threading.Thread(target=read)], [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    readers[0].join()
    assert len(results) == 40 and set(results) <= {Result.UPDATED, Result.UNCHANGED}
    assert found and whole(place) and [each.name for each in place.parent.iterdir() if each.name != ".versions"] == [NAME]
