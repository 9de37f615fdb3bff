"""Every way in which published tables can be wrong, and how it is told."""

import csv

import pytest
from parliament_files import (
    import_,
    write,
    write_election,
    write_notional_2019,
    write_rows,
)

from autobrief.errors import InputError

AYRSHIRE = {"S14000107", "S14000109", "S14000110"}


CONTESTS, CANDIDACIES = "constituencies.csv", "candidacies.csv"
# Which cell of a file's first row to spoil, with what, and what is told then.
FAULTS = {
    "electorate is no number": (CONTESTS, "Electorate", "4x44", '"4x44" is not a whole number'),
    "votes are blank": (CANDIDACIES, "Votes", "", "is blank"),
    "votes below nought": (CANDIDACIES, "Votes", "-4", '"-4" is below nought'),
    "votes in parts": (CANDIDACIES, "Votes", "10.5", '"10.5" is not a whole number'),
    "no seat": (CONTESTS, "ONS ID", "", "is blank"),
    "no surname": (CANDIDACIES, "Candidate surname", "", "is blank"),
    "not a time": (CONTESTS, "Declaration time", "late", '"late" is not a time (day/month/year hour:minute)'),
    "no such day": (
        CONTESTS,
        "Declaration time",
        "31/02/2019 02:00",
        '"31/02/2019 02:00" is not a time (day/month/year hour:minute)',
    ),
    "too early": (CONTESTS, "Declaration time", "12/12/2019 21:59", "12/12/2019 21:59 is before the polls closed"),
    "wrong sum": (CONTESTS, "Valid votes", "47931", "47931 but the votes of the candidates add up to 47932"),
    "wrong majority": (CONTESTS, "Majority", "1", "1 but the first candidate is 16698 votes ahead"),
    "wrong winner": (CONTESTS, "First party", "Lab", '"Lab" but Conservative had the most votes'),
    "too few electors": (CONTESTS, "Electorate", "40000", "40000 is fewer than the 47932 votes cast"),
    "unknown seat": (CANDIDACIES, "ONS ID", "E14999999", "E14999999 is not in constituencies.csv"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_file_line_and_column(tmp_path, few, name):
    file, column, cell, told = FAULTS[name]
    few[0 if file == CONTESTS else 1][0][column] = cell
    with pytest.raises(InputError) as caught:
        import_(write_rows(tmp_path / "in", *few), tmp_path / "out")
    assert f"{file}:2: {column}: {told}" in caught.value.faults
    assert caught.value.exit_code == 4
    assert not (tmp_path / "out").exists()


def test_all_faults_of_both_files_are_told_at_once(tmp_path, few):
    contests, candidacies = few
    contests[0]["Electorate"] = "4x44"
    contests[1]["Majority"] = "1"
    candidacies.append(dict(candidacies[0]))
    last = [row for row in candidacies if row["ONS ID"] == contests[2]["ONS ID"]][-1]
    last["Votes"] = "many"
    with pytest.raises(InputError) as caught:
        import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    told = [fault.split(": ")[0] for fault in caught.value.faults]
    assert [where for where in told if where.startswith(CONTESTS)] == [f"{CONTESTS}:2", f"{CONTESTS}:3"]
    assert len([where for where in told if where.startswith(CANDIDACIES)]) == 2


def test_a_row_that_cannot_be_read_causes_no_second_fault(tmp_path, few):
    few[1][0]["Votes"] = "many"
    with pytest.raises(InputError) as caught:
        import_(write_rows(tmp_path / "in", *few), tmp_path / "out")
    assert len(caught.value.faults) == 1


def test_seats_twice_and_seats_without_candidates(tmp_path, few):
    contests, candidacies = few
    contests.append(dict(contests[0]))
    candidacies = [row for row in candidacies if row["ONS ID"] != contests[1]["ONS ID"]]
    with pytest.raises(InputError) as caught:
        import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    first, second = contests[0]["ONS ID"], contests[1]["ONS ID"]
    assert caught.value.faults == (
        f"constituencies.csv:3: ONS ID: {second} has no candidacies",
        f"constituencies.csv:5: ONS ID: {first} stands in line 2 already",
    )


def test_missing_and_empty_files_and_wrong_columns(tmp_path, few):
    folder = tmp_path / "in"
    folder.mkdir()
    with pytest.raises(
        InputError, match=r"candidacies\.csv: there is no such file(.|\n)*constituencies\.csv: there is no"
    ):
        import_(folder, tmp_path / "out")
    write_rows(folder, *few)
    (folder / "candidacies.csv").write_text("")
    with pytest.raises(InputError, match=r"candidacies\.csv: there are no rows"):
        import_(folder, tmp_path / "out")
    write_rows(folder, *few)
    lines = (folder / "candidacies.csv").read_text().splitlines()
    (folder / "candidacies.csv").write_text("\n".join([*lines[:2], "E14000530,too,short", *lines[2:]]))
    with pytest.raises(InputError, match=r"candidacies\.csv:3: 3 columns where there should be 21"):
        import_(folder, tmp_path / "out")
    (folder / "candidacies.csv").write_text("\n".join(line.replace("Votes", "Ballots") for line in lines))
    with pytest.raises(InputError, match=r'candidacies\.csv:1: there is no column "Votes"'):
        import_(folder, tmp_path / "out")


def test_faults_of_estimates(tmp_path):
    folder = write_election(tmp_path / "in", "ge2024", AYRSHIRE)
    notional = write_notional_2019(tmp_path / "results.csv", AYRSHIRE)
    with notional.open(encoding="utf-8", newline="") as lines:
        rows = [dict(enumerate(row)) for row in csv.reader(lines) if row[2] != "S14000110"]
    rows[0][12] = "few"
    spoilt = next(row for row in rows if row[2] == "S14000109" and row[11] == "V4")
    spoilt[12] = str(int(spoilt[12]) + 1)
    write(notional, rows, header=False)
    with pytest.raises(InputError) as caught:
        import_(folder, tmp_path / "out", "ge2024", notional=notional)
    told = "\n".join(caught.value.faults)
    assert 'results.csv:1: votes: "few" is not a whole number' in told
    assert "results.csv: there are no votes for S14000110, which is in constituencies.csv" in told
    assert "but the votes in S14000109 add up to" in told
    assert len(caught.value.faults) == 3
