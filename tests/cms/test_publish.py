"""`autobrief publish` as a desk runs it, and `write` in formats that are no text."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from autobrief.formats import NAMES

AUTOBRIEF = [sys.executable, "-m", "autobrief"]
SEAT = ["--seat", "Bolsover", "--election", "ge2019"]
NOTES = """byline = "By {by}"
[[picture]]
file = "pictures/count.jpg"
alt = "A count"
caption = "The count"
credit = "A. Photographer"
seat = "Bolsover"
"""


@pytest.fixture
def run(tmp_path):
    def autobrief(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([*AUTOBRIEF, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    return autobrief


@pytest.fixture
def noted(tmp_path):
    (tmp_path / "desk" / "pictures").mkdir(parents=True)
    (tmp_path / "desk" / "pictures" / "count.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "desk" / "notes.toml").write_text(NOTES.format(by="Ann"))
    return tmp_path / "desk"


def test_one_article_to_two_targets_and_again(run, tmp_path):
    (tmp_path / "in").mkdir()
    first = run("publish", *SEAT, "--to", "folder:out", "--to", "drop:in")
    assert (first.returncode, first.stderr) == (0, "")
    lines = [line.split("\t") for line in first.stdout.splitlines()]
    assert [line[:2] for line in lines] == [["created", "ge2019/seat/E14000577"]] * 2
    assert (tmp_path / lines[0][2] / "article.html").is_file() and (tmp_path / lines[1][2]).is_file()
    second = run("publish", *SEAT, "--to", "folder:out", "--to", "drop:in", "--format", "json")
    assert second.returncode == 0 and [each["result"] for each in json.loads(second.stdout)] == ["unchanged", "unchanged"]


def test_an_article_file_is_the_same_article(run, tmp_path):
    run("write", *SEAT, "--format", "json", "-o", "b.json")
    assert run("publish", "b.json", "--to", "folder:out").returncode == 0
    assert (tmp_path / "out" / "ge2019.seat.E14000577" / "article.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert run("publish", *SEAT, "--to", "folder:out").stdout.startswith("unchanged\t")


def test_pictures_lie_beside_the_notes_or_where_it_is_said(run, tmp_path, noted):
    done = run("publish", *SEAT, "--notes", "desk/notes.toml", "--to", "folder:out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "ge2019.seat.E14000577" / "pictures" / "count.jpg").read_bytes() == b"\xff\xd8\xff"
    run("write", *SEAT, "--notes", "desk/notes.toml", "--format", "json", "-o", "elsewhere.json")
    missing = run("publish", "elsewhere.json", "--to", "folder:out2")
    assert missing.returncode == 5 and "count.jpg" in missing.stderr and "--pictures" in missing.stderr
    assert run("publish", "elsewhere.json", "--pictures", "desk", "--to", "folder:out").stdout.startswith("unchanged")


def test_a_human_s_change_ends_with_3(run, tmp_path):
    run("publish", *SEAT, "--to", "folder:out")
    (tmp_path / "out" / "ge2019.seat.E14000577" / "article.md").write_text("mine")
    done = run("publish", *SEAT, "--to", "folder:out")
    assert done.returncode == 3 and done.stdout.startswith("conflict\t") and "changed by hand: article.md" in done.stderr


def test_a_held_article_ends_with_3_and_goes_nowhere(run, tmp_path, noted):
    (noted / "notes.toml").write_text(NOTES.format(by="Ann") + '[[legal]]\nflag = "contempt"\nseat = "Bolsover"\n')
    done = run("publish", *SEAT, "--notes", "desk/notes.toml", "--to", "folder:out")
    assert done.returncode == 3 and "not for publication" in done.stderr, done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments, code, says", [
    (("--to", "flder:out"), 2, "did you mean folder:out?"), (("--to", "folder:"), 2, "folder:DIR"),
    (("--to", "folder:x", "--drop-format", "atom"), 2, "drop:DIR"),
    (("--to", "drop:nowhere"), 5, "not a folder"), (("--to", "drop:nowhere", "--drop-format", "rss"), 2, "rss")])
def test_what_is_wrong_is_said(run, tmp_path, arguments, code, says):
    done = run("publish", *SEAT, *arguments)
    assert done.returncode == code and says in done.stderr


@pytest.mark.parametrize("arguments, code, says", [
    (("gone.json",), 4, "No such file"), (("bad.json",), 4, "JSON"), (("other.json",), 4, "schema_version"),
    (("b.json", "--uk"), 2, "not both"), ((), 2, "one of --region")])
def test_an_article_that_is_none_is_told(run, tmp_path, arguments, code, says):
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "other.json").write_text('{"kind": "seat", "schema_version": 2}')
    done = run("publish", *arguments, "--to", "folder:out")
    assert done.returncode == code and says in done.stderr and "Traceback" not in done.stderr


def test_a_document_changed_after_it_was_written_is_refused(run, tmp_path):
    run("write", *SEAT, "--format", "json", "-o", "b.json")
    path = tmp_path / "b.json"
    path.write_text(path.read_text("utf-8").replace("5,299", "5,298"), "utf-8")
    done = run("publish", "b.json", "--to", "folder:out")
    assert done.returncode == 4 and "digest" in done.stderr


# Formats on the command line ---------------------------------------------------------------------

@pytest.mark.parametrize("name", NAMES)
def test_write_takes_every_format_to_a_file(run, tmp_path, name):
    assert run("write", *SEAT, "--format", name, "-o", "out").returncode == 0
    content = (tmp_path / "out").read_bytes()
    assert b"Skinner" in content or content.startswith(b"PK")


def test_the_time_of_issue_is_given_or_the_article_s_own(run):
    def created(*arguments):
        return json.loads(run("write", *SEAT, "--format", "ninjs", *arguments).stdout)["versioncreated"]
    assert created() == "2019-12-12T22:00:00Z"
    assert created("--as-of", "2019-12-13 05:00") == "2019-12-13T05:00:00Z"
    assert created("--issued", "2019-06-13T05:00:00+01:00") == "2019-06-13T04:00:00Z"
    assert run("write", *SEAT, "--format", "ninjs", "--issued", "soon").returncode == 2


def test_bytes_are_piped_but_never_shown_on_a_terminal(tmp_path):
    piped = subprocess.run([*AUTOBRIEF, "write", *SEAT, "--format", "docx"], capture_output=True, timeout=120)
    assert piped.stdout.startswith(b"PK")
    leader, follower = pty.openpty()
    try:
        done = subprocess.run([*AUTOBRIEF, "write", *SEAT, "--format", "docx"], stdout=follower, stderr=subprocess.PIPE, text=True, timeout=120)
        os.set_blocking(leader, False)
        with pytest.raises(BlockingIOError):
            os.read(leader, 10)
    finally:
        os.close(leader)
        os.close(follower)
    assert done.returncode == 2 and "-o FILE" in done.stderr


def test_markdown_loads_no_other_format_s_tools(tmp_path):
    code = ("import sys\nfrom autobrief.cli import main\nsys.argv[1:] = ['write', '--seat', 'Bolsover', '--election', 'ge2019', '-o', 'x.md']\n"
            "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
            "print([m for m in ('xml.etree.ElementTree', 'docx', 'lxml', 'zipfile', 'autobrief.cms') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout.strip() == "[]" and Path(tmp_path / "x.md").stat().st_size
