"""The command line: data on stdout, talk on stderr, and an exit code that says which kind of end it was."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest


def run(*arguments, code=0, **more):
    done = subprocess.run([sys.executable, "-m", "autobrief", *arguments], capture_output=True, text=True, **more)
    assert done.returncode == code, (done.returncode, done.stderr)
    return done


@pytest.mark.parametrize("arguments, says", [
    (("write", "--region", "midlnds"), "did you mean"),
    (("write", "--region", "atlantis"), "autobrief regions"),
    (("write", "--seat", "Telfrd West"), "autobrief seats"),
    (("write", "--region", "midlands", "--election", "ge2018"), "autobrief elections"),
    (("write", "--region", "midlands", "--as-of", "2024-07-05 03:00"), "no declaration times"),
    (("write", "--region", "midlands", "--election", "ge2019", "--as-of", "late"), "is not a time"),
    (("write", "--region", "midlands", "--election", "ge2019", "--as-of", "2019-12-12 21:00"), "before polls closed"),
    (("write",), "give one of --region"),
    (("outcomes", "--election", "ge2010", "--baseline", "sitting-member"), "does not say who sat"),
    (("wirte",), "did you mean write"),
])
def test_a_wrong_name_or_time_is_told_with_what_to_do(arguments, says):
    near = arguments == ("write", "--region", "midlnds")
    done = subprocess.run([sys.executable, "-m", "autobrief", *arguments], capture_output=True, text=True)
    if near and done.returncode == 0:
        return  # one clear near-miss is taken
    assert done.returncode == 2 and says in done.stderr and not done.stdout


def test_ids_are_exact_and_names_are_matched():
    region = json.loads(run("write", "--region", "west-midlands", "--format", "json").stdout)["region"]["id"]
    county = json.loads(run("write", "--region", "west-midlands-county", "--format", "json").stdout)["region"]["id"]
    assert (region, county) == ("west-midlands", "west-midlands-county")
    assert json.loads(run("write", "--region", "The Black Country", "--format", "json").stdout)["region"]["id"] == "black-country"
    assert json.loads(run("write", "--uk", "--format", "json").stdout)["id"] == "ge2024/region/united-kingdom"


def test_outcomes_in_three_formats():
    table = run("outcomes", "--election", "ge2019", "--region", "kent").stdout
    rows = list(csv.DictReader(io.StringIO(run("outcomes", "--election", "ge2019", "--region", "kent", "--format", "csv").stdout)))
    listed = json.loads(run("outcomes", "--election", "ge2019", "--region", "kent", "--format", "json").stdout)
    assert len(rows) == len(listed) == len(table.splitlines()) - 1 == 17
    assert set(rows[0]) >= {"code", "seat", "region", "change", "winner", "from", "majority", "previous_majority", "swing", "marks"}
    canterbury = next(row for row in rows if row["seat"] == "Canterbury")
    assert (canterbury["winner"], canterbury["change"], canterbury["majority"], canterbury["previous_majority"]) == \
        ("Lab", "hold", "1836", "187")


def test_where_the_baseline_rules_differ_is_listed():
    rows = list(csv.DictReader(io.StringIO(run("outcomes", "--election", "ge2024", "--format", "csv").stdout)))
    notes = {row["seat"]: row["note"] for row in rows if row["note"]}
    assert "differ" in notes["Ashfield"] and "differ" in notes["Selby"]


def test_explain_a_seat_and_a_region():
    words = run("explain", "bolsover", "--election", "ge2019").stdout
    assert "5299" in words and "winner_party" in words and "Left out" in words
    found = json.loads(run("explain", "midlands", "--election", "ge2019", "--format", "json").stdout)
    assert len(found["outcomes"]) == 105 and any(not m["chosen"] and m["why"] for m in found["messages"])


def test_a_file_is_written_whole(tmp_path):
    run("write", "--seat", "Telford", "-o", str(tmp_path / "telford.md"))
    assert (tmp_path / "telford.md").read_text("utf-8").startswith("---\n")
    assert [p.name for p in tmp_path.iterdir()] == ["telford.md"]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True)
    run("write", "--seat", "Telford", "-o", str(pipe))
    assert reader.communicate(timeout=20)[0].startswith("---\n") and pipe.is_fifo()
    done = run("write", "--seat", "Telford", "-o", str(tmp_path / "no" / "telford.md"), code=4)
    assert "no/telford.md" in done.stderr


def test_a_region_of_ones_own(tmp_path):
    mine = tmp_path / "regions.toml"
    mine.write_text('[patch]\nlabel = "our patch"\nseats = ["Telford", "The Wrekin"]\ncounties = ["Staffordshire"]\n', "utf-8")
    document = json.loads(run("write", "--region", "patch", "--regions", str(mine), "--election", "ge2019", "--format", "json").stdout)
    table = next(block for block in document["blocks"] if block["id"] == "table/results")
    assert len(table["rows"]) == 14
    mine.write_text('[patch]\nlabel = "our patch"\nseats = ["Telfrod", "Nowhere at all"]\nsaets = []\n', "utf-8")
    done = run("write", "--region", "patch", "--regions", str(mine), code=4)
    assert "saets" in done.stderr


def test_a_broken_stylebook_tells_every_fault(tmp_path):
    (tmp_path / "thresholds.toml").write_text('knife_edge_vots = 50\nslashed_fraction = "half"\n', "utf-8")
    (tmp_path / "closest.j2").write_text("{{ winner }} won {{ seat \n---\n{% for x in seat %}{{ x }}{% endfor %}\n", "utf-8")
    done = run("write", "--region", "midlands", "--stylebook", str(tmp_path), code=4)
    assert "did you mean knife_edge_votes" in done.stderr and "closest.j2" in done.stderr and "for is not allowed" in done.stderr


def test_an_edited_record_is_checked_and_said(tmp_path):
    import shutil

    from autobrief.sources.shipped import shipped
    source = shipped("data") / "record" / "elections" / "ge2019"
    shutil.copytree(source, tmp_path / "elections" / "ge2019")
    shutil.copy(shipped("data") / "record" / "SHA256SUMS", tmp_path / "SHA256SUMS")
    table = tmp_path / "elections" / "ge2019" / "wales.candidacies.csv"
    table.write_text(table.read_text("utf-8").replace(",17008\n", ",17009\n"), "utf-8")
    assert "not as it was imported" in run("write", "--region", "wales", "--election", "ge2019", "--record", str(tmp_path)).stderr
    table.write_text(table.read_text("utf-8").replace(",17009\n", ",many\n"), "utf-8")
    done = run("write", "--region", "wales", "--election", "ge2019", "--record", str(tmp_path), code=4)
    assert "wales.candidacies.csv:" in done.stderr and "votes" in done.stderr
