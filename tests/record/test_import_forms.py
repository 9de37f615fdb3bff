"""The forms in which published tables come, and what is put right in them."""

import pytest
from parliament_files import (
    about,
    import_,
    rows_of,
    table,
    write_rows,
)


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_headers_marks_and_line_ends(tmp_path, few, header, encoding, end):
    folder = write_rows(tmp_path / "in", *few, header=header, encoding=encoding, end=end)
    import_(folder, tmp_path / "out")
    assert len(rows_of("ge2019", "contests", tmp_path / "out")) == 3


def test_columns_in_another_order_and_under_other_names(tmp_path, few):
    contests, candidacies = few
    contests = [dict(reversed(row.items())) for row in contests]
    candidacies = [{"ONS ID2": row.pop("ONS ID"), **row, "DC Person ID": "7"} for row in candidacies]
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    assert len(rows_of("ge2019", "candidacies", tmp_path / "out")) == len(candidacies)


def test_without_a_header_a_last_column_may_be_there_or_not(tmp_path, few):
    contests, candidacies = few
    contests = [{k: v for k, v in row.items() if k != "Of which other winner"} for row in contests]
    candidacies = [row | {"Democracy Club person ID": "12"} for row in candidacies]
    import_(write_rows(tmp_path / "in", contests, candidacies, header=False), tmp_path / "out")
    assert len(rows_of("ge2019", "contests", tmp_path / "out")) == 3


def test_windows_letters_are_read_and_said(tmp_path, few):
    said = []
    few[1][0]["Candidate surname"] = "Ó Néill"
    folder = write_rows(tmp_path / "in", *few, encoding="cp1252")
    import_(folder, tmp_path / "out", say=said.append)
    assert "Ó Néill" in {row["family"] for row in rows_of("ge2019", "candidacies", tmp_path / "out")}
    assert said == ["candidacies.csv is not UTF-8: read as Windows-1252."]


def test_thousands_and_unknown_numbers(tmp_path, few):
    contests, candidacies = few
    votes = int(candidacies[0]["Votes"])
    candidacies[0]["Votes"] = f"{votes:,}"
    contests[0] |= {"Electorate": "", "Invalid votes": "[x]", "Majority": "", "Valid votes": "", "First party": "",
                    "Result": "", "Declaration time": ""}  # fmt: skip
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    row = table(tmp_path / "out/elections/ge2019/south-east.contests.csv")[0]
    assert (row["electorate"], row["invalid"], row["official_first"], row["declared"]) == ("", "", "", "")
    assert about("ge2019", tmp_path / "out")["timed"] is False
    assert str(votes) in {row["votes"] for row in rows_of("ge2019", "candidacies", tmp_path / "out")}


def test_what_the_outcome_does_not_follow_from_is_not_checked(tmp_path, few):
    few[0][0] |= {"Member surname": "Nobody", "Second party": "XYZ", "Con": "1", "Lab": "2"}
    few[1][0] |= {"Share": "9", "Change": "nonsense"}
    import_(write_rows(tmp_path / "in", *few), tmp_path / "out")
    assert table(tmp_path / "out/elections/ge2019/winners.csv")[0]["family"] == "Docherty"


def test_capitals_of_small_words_are_put_right(tmp_path, few):
    few[0][0]["Constituency name"] = "Stoke-On-Trent Central"
    few[0][1]["Constituency name"] = "Maidstone and The Weald"
    import_(write_rows(tmp_path / "in", *few), tmp_path / "out")
    names = {row["name"] for row in table(tmp_path / "out/elections/ge2019/winners.csv")}
    assert {"Stoke-on-Trent Central", "Maidstone and The Weald"} < names


def tie_in_aldershot(candidacies: list[dict]) -> list[dict]:
    tied = [row for row in candidacies if row["Constituency name"] == "Aldershot"]
    tied[1]["Votes"] = tied[0]["Votes"]
    return tied


def test_a_tie_is_accepted_and_the_official_member_has_won(tmp_path, few):
    contests, candidacies = few
    tied = sorted(
        (row for row in candidacies if row["ONS ID"] == contests[0]["ONS ID"]), key=lambda r: -int(r["Votes"])
    )
    tied[1]["Votes"] = tied[0]["Votes"]
    contests[0] |= {"Valid votes": "", "Majority": "0", "First party": "",
                    "Member first name": tied[1]["Candidate first name"],
                    "Member surname": tied[1]["Candidate surname"]}  # fmt: skip
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    won = table(tmp_path / "out/elections/ge2019/winners.csv")[0]
    assert (won["family"], won["majority"]) == (tied[1]["Candidate surname"], "0")


def test_a_tie_that_nothing_decides_has_no_winner(tmp_path, few):
    contests, candidacies = few
    tied = sorted(
        (row for row in candidacies if row["ONS ID"] == contests[0]["ONS ID"]), key=lambda r: -int(r["Votes"])
    )
    tied[1]["Votes"] = tied[0]["Votes"]
    contests[0] |= {"Valid votes": "", "Majority": "", "First party": "", "Member first name": "", "Member surname": ""}
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    assert table(tmp_path / "out/elections/ge2019/winners.csv")[0]["party"] == ""


def test_a_co_operative_candidate_wins_for_labour(tmp_path, few):
    contests, candidacies = few
    contests[2]["First party"] = "Lab Coop"
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out")
    assert table(tmp_path / "out/elections/ge2019/winners.csv")[2]["party"] == "lab"


def test_new_parties_that_share_an_abbreviation_stay_apart(tmp_path, few):
    for row, name in zip(few[1], ("People of Bassetlaw", "Pride of Bassetlaw"), strict=False):
        row |= {
            "Party name": name,
            "Party abbreviation": "POB",
            "MNIS party ID": "",
            "Electoral Commission party ID": "",
        }
    for row in few[0]:
        row["First party"] = ""
    import_(write_rows(tmp_path / "in", *few), tmp_path / "out")
    ids = {row["name"]: row["party"] for row in table(tmp_path / "out/elections/ge2019/parties.csv")}
    assert ids["People of Bassetlaw"] == "people-of-bassetlaw"
    assert ids["Pride of Bassetlaw"] == "pride-of-bassetlaw"
