"""`history`, `diff`, `show`, `approve` and `hold`, as a desk runs them."""

import json
import os
import subprocess
import sys

import pytest
from made_articles import HELD, made

from autobrief.store import open_store

HOURS = ("2019-12-13 01:05", "2019-12-13 02:40", "2019-12-13 03:05")
ID = "ge2019/region/west-midlands"


def run(*arguments, code=0, store=None):
    known = {key: value for key, value in os.environ.items() if key != "AUTOBRIEF_STORE"} | ({"AUTOBRIEF_STORE": str(store)} if store else {})
    done = subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True, timeout=120, env=known)
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


@pytest.fixture
def night(tmp_path):
    """A store with three versions of one region, and the files as they were written."""
    where = tmp_path / "versions.sqlite"
    for number, hour in enumerate(HOURS, 1):
        done = run("write", "--region", "west-midlands", "--election", "ge2019", "--as-of", hour, "--save", "-o", tmp_path / f"{number}.md",
                   store=where)
        assert f"{ID} saved as version {number}" in done.stderr
    return where


def test_history_lists_articles_and_versions(night):
    assert [(a["article"], a["versions"]) for a in json.loads(run("history", "--format", "json", store=night).stdout)] == [(ID, 3)]
    found = json.loads(run("history", ID, "--store", night, "--format", "json").stdout)
    assert [v["number"] for v in found["versions"]] == [1, 2, 3]
    assert found["versions"][1]["cause"].startswith("written as of 2019-12-13T02:40")
    assert [s["state"] for s in found["versions"][0]["states"]] == ["draft"]
    assert run("history", ID, store=night).stdout.count("\n") == 4


def test_show_writes_every_version_again_byte_for_byte(night, tmp_path):
    for number, hour in enumerate(HOURS, 1):
        assert run("show", ID, "--version", number, store=night).stdout.encode() == (tmp_path / f"{number}.md").read_bytes()
        for form in ("json", "html", "text"):
            again = run("show", ID, "--version", number, "--format", form, store=night).stdout
            assert again == run("write", "--region", "west-midlands", "--election", "ge2019", "--as-of", hour, "--format", form).stdout


def test_an_article_is_found_by_its_name_and_a_near_miss(night):
    for asked in (ID, "West Midlands", "west-midlands", "ge2019 west midlands", "west-midlnds"):
        assert run("show", asked, store=night).stdout == run("show", ID, store=night).stdout
    assert "no article called 'Wessex'" in run("show", "Wessex", store=night, code=2).stderr


def test_diff_says_what_changed_and_why(night):
    words = run("diff", ID, "1", "2", store=night).stdout
    assert "added sentence" in words and " -> " in words and "version 1" in words
    found = json.loads(run("diff", ID, "--format", "json", store=night).stdout)
    assert (found["from"]["number"], found["to"]["number"]) == (2, 3)
    declared = [cause for change in found["changes"] for cause in change["causes"] if cause["name"] == "declared of the West Midlands"]
    assert declared and declared[0]["before"]["value"] != declared[0]["after"]["value"] and declared[0]["seats"]["more"]
    first = json.loads(run("diff", ID, "1", "--format", "json", store=night).stdout)
    assert (first["from"]["number"], first["to"]["number"]) == (1, 3)
    assert "it has 1 to 3" in run("diff", ID, "1", "9", store=night, code=2).stderr


def test_diff_of_one_version_is_refused(tmp_path):
    store = open_store(str(tmp_path / "s"), create=True)
    store.save(made(1), "1")
    assert "only one version" in run("diff", "Nowhere", "--store", tmp_path / "s", code=2).stderr


def test_approve_and_hold(night):
    told = json.loads(run("approve", ID, "--version", "2", "--by", "Ann", "--format", "json", store=night).stdout)
    assert (told["number"], told["newest"], told["state"], told["who"]) == (2, 3, "approved", "Ann")
    assert "version 3 is newer" in run("approve", ID, "--version", told["version"], store=night).stdout
    assert "held by Ben: ring first" in run("hold", ID, "--why", "ring first", "--by", "Ben", store=night).stdout
    refused = run("approve", ID, store=night, code=2)
    assert "held by Ben: ring first" in refused.stderr and "--cleared-by" in refused.stderr
    assert "cleared by Ben" in run("approve", ID, "--cleared-by", "Ben", "--by", "Ann", store=night).stdout
    listed = run("history", ID, store=night).stdout
    assert "version 3 held by Ben" in listed and "version 3 approved by Ann" in listed
    run("hold", ID, store=night, code=2)


def test_the_law_and_rehearsals(tmp_path):
    where = tmp_path / "s"
    store = open_store(str(where), create=True)
    store.save(made(1, held=HELD), "1")
    store.save(made(1, "rehearsal/ge2030/region/nowhere"), "1")
    assert "a charge is mentioned" in run("approve", "ge2030/region/nowhere", "--store", where, code=2).stderr
    assert "never approved" in run("approve", "rehearsal/ge2030/region/nowhere", "--cleared-by", "Ann", "--store", where, code=2).stderr


def test_writing_the_same_text_again_saves_no_version(night):
    done = run("write", "--region", "west-midlands", "--election", "ge2019", "--as-of", HOURS[-1], "--save", store=night)
    assert "has not changed since version 3" in done.stderr


def test_without_a_store_it_says_where_one_comes_from(tmp_path):
    done = run("history", "--store", tmp_path / "none", code=4)
    assert "no store of versions" in done.stderr and not (tmp_path / "none").exists()


def test_without_the_library_it_names_the_extra(tmp_path):
    code = ("import sys\nsys.modules['sqlalchemy'] = None\nfrom autobrief.cli import main\nsys.argv[1:] = ['history']\nmain()")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 4 and "pip install 'autobrief[live]'" in done.stderr and "Traceback" not in done.stderr
