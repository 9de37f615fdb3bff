"""Importing real elections as UK Parliament publishes them, and what becomes of the record."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from parliament_files import (
    DAYS,
    RECORD,
    about,
    import_,
    old_codes,
    published,
    rows_of,
    table,
    write_election,
    write_notional_2005,
    write_notional_2019,
    write_rows,
)

from autobrief.errors import AutobriefError, Refused
from autobrief.record.parliament import import_parliament

AYRSHIRE = {"S14000107", "S14000109", "S14000110"}
SELBY = "by-2023-07-20-selby-and-ainsty"


def same_tables(id: str, layer: Path) -> None:
    """The election in the layer is the one in the record, byte by byte.

    A name has one registration in the published form made here, which may be one of several.
    """
    for path in sorted((RECORD / "elections" / id).iterdir()):
        made = layer / "elections" / id / path.name
        if path.name == "parties.csv":
            assert [row | {"commission": ""} for row in table(made)] == [
                row | {"commission": ""} for row in table(path)
            ]
        else:
            assert made.read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("id", ["ge2017", "ge2019"])
@pytest.mark.parametrize("header", [True, False])
def test_a_real_election_goes_round(tmp_path, id, header):
    folder = write_election(tmp_path / "in", id, header=header, end="\r\n")
    assert import_(folder, tmp_path / "out", id) == [id]
    same_tables(id, tmp_path / "out")


def test_2010_with_its_estimates_and_its_mislabelled_unionists(tmp_path):
    folder = write_election(tmp_path / "in", "ge2010", header=False)
    assert "New Force" not in (folder / "candidacies.csv").read_text(encoding="utf-8")
    notional = write_notional_2005(tmp_path / "results.csv")
    assert import_(folder, tmp_path / "out", "ge2010", notional=notional) == ["ge2010-notional", "ge2010"]
    same_tables("ge2010", tmp_path / "out")
    same_tables("ge2010-notional", tmp_path / "out")


def test_2024_with_its_estimates_under_the_old_codes(tmp_path):
    recoded = old_codes()
    folder = write_election(tmp_path / "in", "ge2024", encoding="utf-8-sig")
    notional = write_notional_2019(tmp_path / "results.csv", old_codes=recoded)
    assert import_(folder, tmp_path / "out", "ge2024", notional=notional) == ["ge2024-notional", "ge2024"]
    same_tables("ge2024", tmp_path / "out")
    same_tables("ge2024-notional", tmp_path / "out")


@pytest.mark.parametrize("old_side", ["results", "estimates"])
def test_results_and_estimates_meet_on_one_code(tmp_path, old_side):
    recoded = old_codes()
    contests, candidacies = published("ge2024", AYRSHIRE)
    if old_side == "results":
        for row in (*contests, *candidacies):
            row["ONS ID"] = recoded[row["ONS ID"]]
    folder = write_rows(tmp_path / "in", contests, candidacies)
    codes = recoded if old_side == "estimates" else {}
    notional = write_notional_2019(tmp_path / "results.csv", AYRSHIRE, codes)
    import_(folder, tmp_path / "out", "ge2024", notional=notional)
    for id in ("ge2024", "ge2024-notional"):
        assert {row["seat"] for row in rows_of(id, "contests", tmp_path / "out")} == AYRSHIRE


@pytest.mark.parametrize("header", [True, False])
def test_by_elections_name_themselves(tmp_path, header):
    ids = ["by-2011-01-13-oldham-east-and-saddleworth", SELBY, "by-2026-06-18-arbroath-and-broughty-ferry"]
    pairs = [published(id) for id in ids]
    contests = [row for pair in pairs for row in pair[0]]
    candidacies = [row for pair in pairs for row in pair[1]]
    folder = write_rows(tmp_path / "in", contests, candidacies, header=header, encoding="utf-8-sig")
    assert import_(folder, tmp_path / "out", id=None) == ids
    for id in ids:
        same_tables(id, tmp_path / "out")
    assert about(SELBY, tmp_path / "out")["baseline"] == "ge2019"
    assert about(SELBY, tmp_path / "out")["name"] == "Selby and Ainsty by-election, 20 July 2023"


# Baselines, ids and boundaries ---------------------------------------------------------------------


def test_the_election_before_is_the_baseline_even_if_not_on_record(tmp_path, few):
    folder = write_rows(tmp_path / "in", *few)
    import_(folder, tmp_path / "out", "ge2015", date=date(2015, 5, 7))
    assert about("ge2015", tmp_path / "out")["baseline"] == "ge2010"
    assert about("ge2015", tmp_path / "out")["boundaries"] == "2010-2023"
    import_(folder, tmp_path / "out", "ge2019", baseline="ge2010")
    assert about("ge2019", tmp_path / "out")["baseline"] == "ge2010"


def test_seats_of_no_known_set_are_on_boundaries_of_their_own(tmp_path, few):
    for row in (*few[0], *few[1]):
        row["ONS ID"] = "Z" + row["ONS ID"][1:]
    for row in few[0]:
        row["Declaration time"] = ""
    import_(write_rows(tmp_path / "in", *few), tmp_path / "out", "ge2033", date=date(2033, 5, 5))
    assert about("ge2033", tmp_path / "out")["boundaries"] == "ge2033"


def test_the_record_tells_a_date_from_an_id_and_an_id_from_a_date(tmp_path, few):
    folder = write_rows(tmp_path / "in", *few)
    assert import_(folder, tmp_path / "a", "ge2019", date=None) == ["ge2019"]
    assert import_(folder, tmp_path / "b", None, date=date(2019, 12, 12)) == ["ge2019"]
    assert about("ge2019", tmp_path / "a")["date"] == date(2019, 12, 12)


def test_a_general_election_needs_an_id_and_by_elections_take_none(tmp_path, few):
    with pytest.raises(Refused, match="needs an id and a date"):
        import_(write_rows(tmp_path / "in", *few), tmp_path / "out", None)
    with pytest.raises(Refused, match="ids and dates of their own"):
        import_(write_election(tmp_path / "by", SELBY), tmp_path / "out", "ge2019")
    with pytest.raises(Refused, match="cannot be an id"):
        import_(tmp_path / "in", tmp_path / "out", "../x", date=date(2019, 12, 12))


def test_nothing_known_is_needed(tmp_path, few):
    folder = write_rows(tmp_path / "in", *few)
    import_parliament(folder, id="ge2019", date=DAYS["ge2019"], into=tmp_path / "out")
    assert "baseline" not in about("ge2019", tmp_path / "out")
    assert about("ge2019", tmp_path / "out")["boundaries"] == "ge2019"


# Writing -------------------------------------------------------------------------------------------


def test_importing_again_replaces_the_election_whole(tmp_path, few):
    layer = tmp_path / "out"
    import_(write_rows(tmp_path / "in", *few), layer)
    (layer / "elections/ge2019/stray.csv").write_text("left over\n")
    only = [[row for row in rows if row["ONS ID"] == "E14000546"] for rows in few]
    import_(write_rows(tmp_path / "again", *only), layer)
    assert sorted(path.name for path in (layer / "elections/ge2019").iterdir()) == [
        "east-midlands.candidacies.csv", "east-midlands.contests.csv", "election.toml", "parties.csv", "winners.csv",
    ]  # fmt: skip
    assert not [path for path in layer.rglob("*") if path.name.startswith(".")]
    sums = (layer / "SHA256SUMS").read_text()
    assert "stray" not in sums and sums.count("ge2019") == 5


def test_a_layer_keeps_its_election_when_writing_fails(tmp_path, few, monkeypatch):
    layer = tmp_path / "out"
    import_(write_rows(tmp_path / "in", *few), layer)
    before = {path: path.read_bytes() for path in layer.rglob("*") if path.is_file()}

    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("autobrief.record.elections.write_text", full)
    with pytest.raises(OSError, match="No space"):
        import_(tmp_path / "in", layer)
    assert {path: path.read_bytes() for path in layer.rglob("*") if path.is_file()} == before


def test_the_same_files_give_the_same_bytes(tmp_path, few):
    folder = write_rows(tmp_path / "in", *few)
    import_(folder, tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    import_(folder, tmp_path / "b")
    assert (tmp_path / "a/SHA256SUMS").read_bytes() == (tmp_path / "b/SHA256SUMS").read_bytes()


def test_the_command_prints_ids_and_says_where_it_wrote(tmp_path, few):
    from click.testing import CliRunner

    from autobrief.cli.import_ import command

    folder = write_rows(tmp_path / "in", *few)
    asked = ["parliament", str(folder), "--id", "ge2019", "--date", "2019-12-12"]
    done = CliRunner().invoke(command, asked, env={"AUTOBRIEF_RECORD": str(tmp_path / "mine")})
    assert (done.exit_code, done.stdout) == (0, "ge2019\n")
    assert f"--record {tmp_path / 'mine'}" in done.stderr
    assert (tmp_path / "mine/elections/ge2019/winners.csv").exists()
    few[1][0]["Votes"] = "many"
    write_rows(folder, *few)
    failed = CliRunner().invoke(command, [*asked, "--into", str(tmp_path / "other")])
    assert isinstance(failed.exception, AutobriefError)
    assert not (tmp_path / "other").exists()


def test_a_member_s_number_given_to_a_stranger_goes_back_to_the_member(tmp_path):
    """The published table of 2019 took two independents in Beaconsfield for each other."""
    contests, candidacies = published("ge2019", {"E14000550"})
    for row in candidacies:
        if row["Candidate surname"] == "Grieve":
            row |= {"Sitting MP": "No", "Former MP": "No", "Member MNIS ID": ""}
        if row["Candidate surname"] == "Cleary":
            row |= {"Sitting MP": "Yes", "Former MP": "Yes", "Member MNIS ID": "16"}
    said = []
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out", say=said.append)
    rows = {r["family"]: r for r in table(tmp_path / "out" / "elections" / "ge2019" / "south-east.candidacies.csv")}
    assert (rows["Grieve"]["mnis"], rows["Grieve"]["sitting"], rows["Cleary"]["mnis"]) == ("16", "yes", "")
    assert any("16 is Dominic Grieve, not Adam Cleary" in line for line in said)
