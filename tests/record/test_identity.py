"""Members at the dissolution and the candidates they are: by number, else by name, party and seat."""

import pytest
from parliament_files import DAYS, RECORD, published, rows_of, table, write_rows

from autobrief.record.names import slug
from autobrief.record.parliament import import_parliament


def imported(tmp_path, contests, candidacies, id="ge2010"):
    """The imported candidacies by family name, and what the import said."""
    said = []
    import_parliament(write_rows(tmp_path / "in", contests, candidacies), id=id, date=DAYS[id], into=tmp_path / "out", known=RECORD,
                      say=said.append)
    return {row["family"]: row for row in rows_of(id, "candidacies", tmp_path / "out")}, said


def unmarked(candidacies, family, **other):
    for row in candidacies:
        if row["Candidate surname"] == family:
            row |= {"Sitting MP": "No", "Former MP": "No", "Member MNIS ID": ""} | other


def test_a_member_without_a_number_is_found_by_name_party_and_seat(tmp_path):
    """The published table of 2010 gives Gillian Merron no number and calls Karl McCartney, first elected that day, a sitting member."""
    contests, candidacies = published("ge2010", {"E14000792"})
    unmarked(candidacies, "Merron")
    unmarked(candidacies, "McCartney", **{"Sitting MP": "Yes", "Former MP": "Yes", "Member MNIS ID": "4028"})
    rows, said = imported(tmp_path, contests, candidacies)
    assert [rows["Merron"][key] for key in ("mnis", "sitting", "former")] == ["347", "yes", "yes"]
    assert [rows["McCartney"][key] for key in ("mnis", "sitting", "former")] == ["4028", "", ""]
    assert any("Gillian Merron is 347, who sat for Lincoln" in line for line in said)
    assert any("Karl McCartney did not sit at the dissolution" in line for line in said)


@pytest.mark.parametrize(("other", "seat"), [
    ({"Party name": "Conservative", "MNIS party ID": "4"}, "E14000792"),
    ({"Candidate first name": "George"}, "E14000792"),
    ({}, "E14000642"),
])
def test_another_party_name_or_seat_is_another_person(tmp_path, other, seat):
    contests, candidacies = published("ge2010", {seat})
    standing = next(row for row in candidacies if row["Party name"] == "Labour")
    family = standing["Candidate surname"]
    unmarked(candidacies, family, **({"Candidate first name": "Gillian", "Candidate surname": "Merron"} | other))
    rows, said = imported(tmp_path, contests, candidacies)
    assert rows["Merron"]["mnis"] == "" and not any("is 347" in line for line in said)


def test_a_son_with_a_number_of_his_own_is_not_his_father():
    """Ian Paisley sat for North Antrim; his son of the same name and party won it in 2010, and nobody sitting stood."""
    rows = [row for row in rows_of("ge2010", "candidacies") if (row["given"], row["family"]) == ("Ian", "Paisley")]
    assert [(row["mnis"], row["sitting"]) for row in rows] == [("4129", "")]


@pytest.mark.parametrize(("seat", "family", "mnis", "given"), [
    ("E14001476", "Johnson", "4592", "Caroline"),
    ("E14001549", "Tugendhat", "4462", "Thomas"),
    ("E14001549", "Tugendhat", "4462", "Tom"),
])
def test_a_member_is_found_in_a_successor_of_the_seat_by_any_name_on_record(tmp_path, seat, family, mnis, given):
    """The seats of 2024 have codes of their own; Tonbridge has most people of Tonbridge and Malling."""
    contests, candidacies = published("ge2024", {seat})
    unmarked(candidacies, family, **{"Candidate first name": given})
    rows, _ = imported(tmp_path, contests, candidacies, "ge2024")
    assert (rows[family]["mnis"], rows[family]["sitting"]) == (mnis, "yes")


def test_a_member_not_marked_as_sitting_is_one():
    """Richard Younger-Ross sat for Teignbridge and lost Newton Abbot; the published mark is blank."""
    [row] = [row for row in rows_of("ge2010", "candidacies") if row["family"] == "Younger-Ross"]
    assert (row["mnis"], row["sitting"]) == ("1460", "yes")


@pytest.mark.parametrize(("id", "retired"), [("ge2010", 149), ("ge2017", 31), ("ge2019", 74), ("ge2024", 132)])
def test_every_member_stood_again_or_is_no_candidate_by_name(id, retired):
    """As many members did not stand as are known to have stood down, and no candidate of the same name and party was left without a number."""
    members = {row["mnis"]: row for row in table(RECORD / f"members/{id}.csv")}
    candidacies = rows_of(id, "candidacies")
    parties = {row["name"]: row["party"] for row in table(RECORD / f"elections/{id}/parties.csv")}
    assert {row["mnis"] for row in candidacies if row["sitting"]} == {row["mnis"] for row in candidacies} & members.keys()
    left = [row for mnis, row in members.items() if mnis not in {each["mnis"] for each in candidacies}]
    assert len(left) == retired
    names = {(slug(f"{row['given'].split(' ')[0]} {row['family']}"), parties[row["party"]]) for row in candidacies if not row["mnis"]}
    assert not [row["name"] for row in left if (slug(row["name"]), row["last_party"]) in names]
