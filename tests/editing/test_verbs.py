"""`preview`, `lint` and `stylebook`, as a journalist runs them."""

import json
import subprocess
import sys

import pytest
from house import house

from autobrief.model.style import Variant
from autobrief.previewing import preview
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.overlay import shipped_files
from autobrief.sources.stylebook import load


def run(*arguments, code=0):
    done = subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done


def test_preview_shows_every_wording_by_its_line(tmp_path):
    made = house(tmp_path, closest_j2="{# A #}\n{{ winner }} won {{ seat }}.\n---\n{{ seat }} chose {{ winner }}.\n---\n"
                 "{{ winner }} left {{ items }}.\n")
    found = json.loads(run("preview", "closest", "--election", "ge2019", "--stylebook", made, "--format", "json").stdout)
    assert [(v["line"], v["reached"], len(v["cases"])) for v in found["variants"]] == [(1, True, 3), (4, True, 3), (6, False, 0)]
    assert all(v["template"] == str(made / "closest.j2") for v in found["variants"])
    assert len({case["article"] for case in found["variants"][0]["cases"]}) == 3
    assert all(" won " in case["text"] for case in found["variants"][0]["cases"])
    words = run("preview", "closest.j2", "--election", "ge2019", "--stylebook", made).stdout
    assert f"{made / 'closest.j2'}:4\n" in words and "no case reached this wording; it needs items, winner" in words
    assert "2 of 3 wordings reached" in words


def test_preview_goes_through_elections_and_hours():
    cases = [case for v in json.loads(run("preview", "method_so_far", "--format", "json").stdout)["variants"] for case in v["cases"]]
    assert cases and all(case["as_of"] for case in cases)
    cases = [case for v in json.loads(run("preview", "headline_gains", "--format", "json").stdout)["variants"] for case in v["cases"]]
    assert len({case["article"].split("/")[0] for case in cases}) > 1
    seats = [case for v in json.loads(run("preview", "seat_turnout", "--format", "json").stdout)["variants"] for case in v["cases"]]
    assert seats and all("/seat/" in case["article"] for case in seats)


def test_preview_of_an_unknown_kind_gives_the_nearest():
    assert "did you mean member_beaten?" in run("preview", "member_beatn", code=2).stderr


def test_preview_names_a_message_that_no_wording_can_say(tmp_path):
    book = load()
    needy: Variant = book.templates["closest"][0]._replace(needs=frozenset({"nothing_like_it"}))
    book = book._replace(templates=book.templates | {"closest": (needy,)})
    found = preview("closest", [assignment(Shelf(), region="kent", election="ge2024")], book)
    assert found.tried == 1 and not found.shown[0].cases
    assert all("ge2024/region/kent" in unsaid for unsaid in found.unsaid)


def test_lint_of_a_clean_stylebook_and_of_one_with_faults(tmp_path):
    clean = run("lint", "--stylebook", house(tmp_path / "clean", house_toml="clock = 24"))
    assert clean.stdout == "" and "no fault" in clean.stderr
    made = house(tmp_path / "faulty", closest_j2="{{ winner }} won 16 seats.\n", weights_toml="closets = 1")
    told = run("lint", "--stylebook", made, code=4).stdout.splitlines()
    assert told == [f"{made}/closest.j2:1:18 digit a figure in a template: 16; print a fact instead",
                    f"{made}/weights.toml:1:1 unknown-key unknown key closets; did you mean closest?"]
    listed = json.loads(run("lint", "--stylebook", made, "--format", "json", code=4).stdout)
    assert [(f["line"], f["col"], f["code"]) for f in listed] == [(1, 18, "digit"), (1, 1, "unknown-key")] and listed[1]["fix"]
    assert "no such folder" in run("lint", "--stylebook", tmp_path / "none", code=4).stderr


def test_stylebook_list_says_what_each_file_is_for():
    listed = json.loads(run("stylebook", "list", "--format", "json").stdout)
    assert {row["file"] for row in listed} == set(shipped_files())
    assert all(row["for"] for row in listed)


@pytest.mark.parametrize("asked, file", [("closest", "prose/closest.j2"), ("house.toml", "stylebook/house.toml"),
                                         ("templates/prose/closest.j2", "prose/closest.j2"), ("stylebook/weights.toml", "stylebook/weights.toml")])
def test_stylebook_copy_starts_one(tmp_path, asked, file):
    run("stylebook", "copy", asked, tmp_path / "mine")
    copied = [p for p in (tmp_path / "mine").rglob("*") if p.is_file()]
    assert [p.relative_to(tmp_path / "mine").as_posix() for p in copied] == [file]
    assert copied[0].read_bytes() == shipped_files()[file]


def test_stylebook_copy_of_everything_overwrites_nothing(tmp_path):
    run("stylebook", "copy", tmp_path)
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*")} == set(shipped_files())
    (tmp_path / "prose" / "closest.j2").write_text("mine")
    done = run("stylebook", "copy", tmp_path, code=4)
    assert "closest.j2: is there already" in done.stderr and (tmp_path / "prose" / "closest.j2").read_text() == "mine"
    assert "did you mean closest" in run("stylebook", "copy", "closets.j2", tmp_path, code=2).stderr
