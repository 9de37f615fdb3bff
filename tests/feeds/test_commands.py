"""The commands that take a feed: what they print, what they tell, and how they end."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from feeds import forms

from autobrief.errors import Refused
from autobrief.record.feeds import refuse_before_close
from autobrief.record.load import contests_of


@pytest.fixture(scope="module")
def files(shelf, ge2019, tmp_path_factory):
    folder = tmp_path_factory.mktemp("feed")
    contests = [c for c in contests_of(shelf, ge2019.register.election) if c.county == "Derbyshire"]
    whole = forms.plain(*contests)
    (folder / "whole.csv").write_text(whole, "utf-8")
    (folder / "held.csv").write_text(whole + "Atlantis,A Person,Labour,5,,declared,yes,1\n", "utf-8")
    messages = folder / "messages"
    for contest in contests:
        for kind in ("nominations", "result"):
            path = messages / forms.file_name(contest, kind, election="Test_General_Election")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(forms.message(contest, kind, surname=" Test", number=contest.seat), "utf-8")
    (messages / ".timestamp").write_text("1410367275.5")
    return folder


def _run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True)


def test_write_from_a_feed(files):
    done = _run("write", "--region", "derbyshire", "--election", "ge2019", "--length", "long", "--results", files / "whole.csv")
    own = _run("write", "--region", "derbyshire", "--election", "ge2019", "--length", "long")
    assert (done.returncode, done.stderr) == (0, "")
    # Only the frame of the whole country is missing: the feed has no other seats.  What is beside it may go on from it.
    found, records = (re.split(r"(?<=\.) |\n", each.stdout.split("\n---\n", 1)[1]) for each in (done, own))
    assert len(found) > 20 and len(set(found) - set(records)) <= 1


def test_a_held_row_is_told_and_the_article_written(files):
    done = _run("write", "--region", "derbyshire", "--election", "ge2019", "--results", files / "held.csv")
    assert done.returncode == 3 and "held.csv:" in done.stderr and "Atlantis" in done.stderr and "Skinner" in done.stdout


def test_a_rehearsal_is_told(files):
    done = _run("write", "--region", "derbyshire", "--election", "ge2019", "--results", files / "messages")
    assert done.returncode == 0 and "a rehearsal" in done.stderr and "# REHEARSAL: " in done.stdout and 'id: "rehearsal/' in done.stdout


@pytest.mark.parametrize("verb", [("outcomes", "--region", "derbyshire"), ("explain", "derbyshire")])
def test_other_verbs_take_a_feed(files, verb):
    done = _run(*verb, "--election", "ge2019", "--results", files / "held.csv", "--format", "json")
    assert done.returncode == 3 and "Bolsover" in done.stdout
    json.loads(done.stdout)


def test_feed_check(files):
    told = _run("feed", "check", files / "held.csv", "--election", "ge2019")
    assert told.returncode == 3 and "11 seats read (11 declared)" in told.stdout and "[unknown_seat]" in told.stdout
    listed = json.loads(_run("feed", "check", files / "held.csv", "--election", "ge2019", "--format", "json").stdout)
    assert listed["waiting"] == 1 and listed["held"][0]["code"] == "unknown_seat" and len(listed["reports"]) == 11
    assert _run("feed", "check", files / "whole.csv", "--election", "ge2019").returncode == 0
    rehearsal = _run("feed", "check", files / "messages", "--election", "ge2019")
    assert rehearsal.returncode == 0 and "A rehearsal" in rehearsal.stdout


def test_what_a_feed_holds_never_commands_a_terminal(files):
    import os
    folder = files / "odd"
    folder.mkdir()
    (folder / "a.csv").write_bytes((forms.HEADER + "\x1b[2JSeat,A B,Labour,\x1b]0;x\x07,,declared,,1\n\x1b[31mX,,,,,recount,,1\n").encode())
    with open(os.fsencode(folder) + b"/\xff\xfe.csv", "wb") as file:
        file.write(b"nothing,of,use\n")
    for form in ("text", "json", "csv"):
        done = _run("feed", "check", folder, "--election", "ge2019", "--format", form)
        assert done.returncode == 3 and "\x1b" not in done.stdout + done.stderr, done.stderr


def test_a_feed_that_is_not_there():
    done = _run("feed", "check", "nowhere.csv", "--election", "ge2019")
    assert done.returncode == 4 and "no such file or folder" in done.stderr


def test_nothing_leaves_before_the_close_of_poll(ge2019, files):
    election = ge2019.register.election
    live = forms.results(ge2019, {"a.csv": (files / "whole.csv").read_bytes()})
    with pytest.raises(Refused, match="before polls close at 22:00 on 12 December 2019"):
        refuse_before_close(live, election, datetime(2019, 12, 12, 21, 59, 59, tzinfo=UTC))
    refuse_before_close(live, election, datetime(2019, 12, 12, 22, tzinfo=UTC))
    refuse_before_close(live._replace(rehearsal=True), election, datetime(2019, 12, 1, tzinfo=UTC))


def test_a_plain_article_imports_nothing_for_feeds():
    code = ("import sys\nfrom autobrief.cli import main\nsys.argv[1:] = ['write', '--region', 'derbyshire', '--election', 'ge2019']\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "print([m for m in sys.modules if 'autobrief.sources.results' in m or m == 'xml.etree'], file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"
