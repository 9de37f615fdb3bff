"""Elections that the record lacks, brought in by the command line: as the election written, and as its baseline."""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from parliament_files import DAYS, published, rows_of, table, write_election, write_rows

MIDLANDS = ("west-midlands", "east-midlands")
SELBY = "by-2023-07-20-selby-and-ainsty"
WHEN = "%d/%m/%Y %H:%M"


def run(*arguments, code=0):
    done = subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == code, (done.returncode, done.stdout[-500:], done.stderr)
    return done


def article(*arguments) -> dict:
    return json.loads(run("write", *arguments, "--format", "json").stdout)


def copy_of(found: dict, *kinds: str) -> str:
    return "\n".join(s["text"] for block in found["blocks"] if block["kind"] in kinds for s in block.get("sentences", ()))


def seats_of(found: dict) -> dict[str, str]:
    """Party -> seats, by the article's own table."""
    rows = next(block for block in found["blocks"] if block["kind"] == "table" and block["caption"] == "Seats by party")["rows"]
    return {row[0]["text"]: row[1]["text"] for row in rows}


def shifted(id: str, days: int) -> tuple[list[dict], list[dict]]:
    """An election's tables with every declaration so many days later."""
    contests, candidacies = published(id)
    for row in contests:
        if row["Declaration time"]:
            row["Declaration time"] = (datetime.strptime(row["Declaration time"], WHEN) + timedelta(days=days)).strftime(WHEN)
    return contests, candidacies


def exchange(contests, candidacies, seat: str, party: str, other: str) -> None:
    """The winner's votes and those of another candidate exchanged: the other wins, by as much."""
    mine, theirs = (next(row for row in candidacies if (row["Constituency name"], row["Party abbreviation"]) == (seat, p))
                    for p in (party, other))
    mine["Votes"], theirs["Votes"] = theirs["Votes"], mine["Votes"]
    next(row for row in contests if row["Constituency name"] == seat)["First party"] = other


@pytest.fixture
def few():
    """Aldershot, Bassetlaw and Birmingham Edgbaston in 2019: the rows of both files, ready to be spoilt."""
    return published("ge2019", {"E14000530", "E14000546", "E14000560"})


@pytest.fixture(scope="module")
def layer(tmp_path_factory):
    """A record of one's own with a 2015 that is 2017's results but for Telford, and a 2026 that is 2024's but for Telford."""
    home = tmp_path_factory.mktemp("imported")
    into = home / "record"
    for id, of, day, won, other in (("ge2015", "ge2017", date(2015, 5, 7), "Con", "Lab"), ("ge2026", "ge2024", date(2026, 5, 7), "Lab", "Con")):
        contests, candidacies = shifted(of, (day - DAYS[of]).days)
        exchange(contests, candidacies, "Telford", won, other)
        folder = write_rows(home / id, contests, candidacies)
        assert run("import", "parliament", folder, "--id", id, "--date", day, "--into", into).stdout == f"{id}\n"
    return into


def test_an_election_without_its_baseline_says_nothing_of_gains():
    found = article("--region", "midlands", "--election", "ge2017")
    assert "nothing is said of gains" in copy_of(found, "method") and "Telford" not in found["headline"]


def test_an_imported_election_is_the_baseline_of_the_next(layer):
    found = article("--region", "midlands", "--election", "ge2017", "--record", layer)
    assert found["baseline"] == {"rule": "general-election", "election": "ge2015", "name": "2015 general election"}
    assert "measured against the 2015 general election" in copy_of(found, "method")
    # In the 2015 of this record Telford alone was won by another party than in 2017.
    assert "Telford" in copy_of(found, "headline") and "from Labour" in copy_of(found, "lead")
    assert seats_of(found) == {"Con": "66", "Lab": "39"}


def test_an_imported_election_is_written_against_the_one_before(layer):
    found = article("--region", "midlands", "--election", "ge2015", "--record", layer)
    assert (found["election"], found["baseline"]["election"], found["stage"]) == ("ge2015", "ge2010", "complete")
    assert "measured against the 2010 general election" in copy_of(found, "method")
    assert seats_of(found)["Con"] == "65" and seats_of(found)["Lab"] == "40"
    telford = article("--seat", "Telford", "--election", "ge2015", "--record", layer)
    assert "Kuldip Sahota" in telford["headline"] and "Lucy Allan" in copy_of(telford, "headline", "standfirst", "lead")
    assert "720" in copy_of(telford, "headline", "lead")


def test_an_imported_night_is_written_as_of_an_hour(layer):
    found = article("--region", "midlands", "--election", "ge2015", "--record", layer, "--as-of", "2015-05-08 03:00")
    assert found["stage"] == "partial" and found["as_of"].startswith("2015-05-08T03:00") and "so far" in copy_of(found, "headline", "lead")


def test_a_future_election_becomes_the_newest_and_the_default(layer):
    found = article("--region", "midlands", "--record", layer)
    assert (found["election"], found["baseline"]["election"]) == ("ge2026", "ge2024")
    assert "new boundaries" not in copy_of(found, "method") and "measured against the 2024 general election" in copy_of(found, "method")
    told = copy_of(found, "headline", "lead")
    assert "Telford" in told and "Hannah Campbell" in told and "from Labour" in told
    assert article("--region", "midlands")["election"] == "ge2024"
    listed = json.loads(run("elections", "--record", layer, "--format", "json").stdout)
    assert {"ge2015", "ge2026", "ge2024"} <= {row.get("id") or row.get("election") for row in listed}


def test_seats_with_codes_of_their_own(tmp_path):
    seats = {row["seat"] for row in rows_of("ge2019", "contests") if row["region"] in MIDLANDS}
    contests, candidacies = published("ge2019", seats)
    for row in (*contests, *candidacies):
        row["ONS ID"] = "Z" + row["ONS ID"][1:]
    for row in contests:
        row["Declaration time"] = ""
    into = tmp_path / "record"
    run("import", "parliament", write_rows(tmp_path / "in", contests, candidacies), "--id", "ge2026", "--date", "2026-05-07", "--into", into)
    found = article("--region", "midlands", "--record", into)
    assert found["election"] == "ge2026" and seats_of(found) == {"Con": "82", "Lab": "23"}
    assert "nothing is said of gains" in copy_of(found, "method")
    by_name, by_code = (article("--seat", name, "--record", into) for name in ("Telford", "Z14000989"))
    assert by_name == by_code and "Lucy Allan" in by_name["headline"]


def test_by_elections_are_imported_and_written(tmp_path):
    into = tmp_path / "record"
    assert run("import", "parliament", write_election(tmp_path / "in", SELBY), "--into", into).stdout == f"{SELBY}\n"
    found = article("--seat", "Selby and Ainsty", "--election", SELBY, "--record", into)
    told = copy_of(found, "headline", "lead")
    assert "Keir Mather" in told and "4,161" in told and "20,137" in told and found["baseline"]["election"] == "ge2019"
    assert found == article("--seat", "Selby and Ainsty", "--election", SELBY) | {"inputs": found["inputs"], "digest": found["digest"]}


def test_a_second_import_replaces_the_first(tmp_path, few):
    into, names = tmp_path / "record", ("Aldershot", "Bassetlaw")
    ask = ("--seat", "Aldershot", "--election", "ge2019", "--record", into)
    run("import", "parliament", write_rows(tmp_path / "a", *few), "--id", "ge2019", "--into", into)
    first = article(*ask)
    exchange(*few, "Aldershot", "Con", "Lab")
    few[0][:] = [row for row in few[0] if row["Constituency name"] in names]
    few[1][:] = [row for row in few[1] if row["Constituency name"] in names]
    run("import", "parliament", write_rows(tmp_path / "b", *few), "--id", "ge2019", "--into", into)
    second = article(*ask)
    assert "Leo Docherty" in first["headline"] and "Howard Kaye" in second["headline"]
    assert "Labour" in copy_of(second, "lead")
    assert {row["name"] for path in (into / "elections/ge2019").glob("*.contests.csv") for row in table(path)} == set(names)
    assert [path.name for path in (into / "elections").iterdir()] == ["ge2019"]


def test_a_failed_import_leaves_nothing(tmp_path, few):
    into = tmp_path / "record"
    few[1][0]["Votes"] = "many"
    done = run("import", "parliament", write_rows(tmp_path / "in", *few), "--id", "ge2019", "--into", into, code=4)
    assert "candidacies.csv:2" in done.stderr and '"many" is not a whole number' in done.stderr and not done.stdout
    assert not list(into.rglob("*")) and "Traceback" not in done.stderr


def test_a_failed_import_leaves_what_stood_there(tmp_path, few):
    into = tmp_path / "record"
    run("import", "parliament", write_rows(tmp_path / "a", *few), "--id", "ge2019", "--into", into)
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    few[0][0]["Electorate"] = "1"
    run("import", "parliament", write_rows(tmp_path / "b", *few), "--id", "ge2019", "--into", into, code=4)
    assert {path: path.read_bytes() for path in into.rglob("*") if path.is_file()} == before
