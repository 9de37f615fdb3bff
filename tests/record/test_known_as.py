"""The names by which people are known: the rule, the shipped table, and the slips that an import puts right."""

from collections import Counter

import pytest
from parliament_files import RECORD, import_, published, table, write_rows

from autobrief.record.builders.known_as import MEMBERS, SPEECHES, Form, build_known_as, known_rows
from autobrief.record.spelling import mended_name
from autobrief.record.tables import write_table

BEARERS = Counter({"William": 40, "Edward": 30, "Ed": 5, "Wille": 1, "Nick": 9, "Nicholas": 9, "Philip": 20, "Phillip": 3})


def known(*forms) -> dict[str, tuple[str, str]]:
    """Published name -> known name and basis, of forms given as name, family name and where published."""
    made = [Form(name.removesuffix(family).strip(), family, origin, origin not in (MEMBERS, SPEECHES)) for name, family, origin in forms]
    return {row["published"]: (f"{row['given']} {row['family']}".strip(), row["basis"]) for row in known_rows("1", made, BEARERS)}


BALLOT, LATER = "results of ge2010", "results of ge2017"
SHORTER, AS_MANY, SPELT, KEPT = "the shorter given name", "as many names as Parliament gives", "as Parliament spells it", "capital kept"


@pytest.mark.parametrize("forms, found", [
    # The shorter given name, whichever of the two Parliament has.
    ([("Edward Vale", "Vale", BALLOT), ("Ed Vale", "Vale", MEMBERS)], {"Edward Vale": ("Ed Vale", SHORTER)}),
    ([("Will Vale", "Vale", BALLOT), ("William Vale", "Vale", LATER), ("William Vale", "Vale", MEMBERS)], {"William Vale": ("Will Vale", SHORTER)}),
    ([("Nic Vale", "Vale", BALLOT), ("Nick Vale", "Vale", LATER), ("Nicholas Vale", "Vale", MEMBERS)], {"Nick Vale": ("Nic Vale", SHORTER)}),
    ([("Charles Vale", "Vale", BALLOT), ("Charles Vale", "Vale", MEMBERS), ("Charlie Vale", "Vale", SPEECHES)],
     {"Charles Vale": ("Charlie Vale", SHORTER)}),
    ([("Sorcha-Lucy Vale", "Vale", MEMBERS), ("Sorcha-Lucy Vale", "Vale", BALLOT), ("Sorcha Vale", "Vale", LATER)],
     {"Sorcha-Lucy Vale": ("Sorcha Vale", SHORTER)}),
    # Where one name has more words, Parliament's number of them; the fewer where its two lists differ.
    ([("Anne Vale", "Vale", BALLOT), ("Anne Marie Vale", "Vale", MEMBERS)], {"Anne Vale": ("Anne Marie Vale", AS_MANY)}),
    ([("Janet Jessica Vale", "Vale", BALLOT), ("Janet Vale", "Vale", MEMBERS)], {"Janet Jessica Vale": ("Janet Vale", AS_MANY)}),
    ([("Joshua Robert Vale", "Vale", BALLOT), ("Joshua Robert Vale", "Vale", MEMBERS), ("Josh Vale", "Vale", SPEECHES)],
     {"Joshua Robert Vale": ("Josh Vale", AS_MANY)}),
    # Initials and honours go where some published name has none, and stay where every one has.
    ([("Jeffrey M. Vale", "Vale", LATER), ("Jeffrey Vale", "Vale", BALLOT), ("Jeffrey M. Vale", "Vale", MEMBERS)],
     {"Jeffrey M. Vale": ("Jeffrey Vale", "without initials or honours")}),
    ([("Sir Edward Vale", "Vale", LATER), ("Edward Vale", "Vale", BALLOT)], {"Sir Edward Vale": ("Edward Vale", "without initials or honours")}),
    ([("P. H. Vale", "Vale", BALLOT)], {}),
    # One letter is a slip, and so is a short name that nobody else has and that is no beginning of the long one.
    ([("Philip Vale", "Vale", BALLOT), ("Phillip Vale", "Vale", MEMBERS)], {"Philip Vale": ("Phillip Vale", SPELT)}),
    ([("Wille Vale", "Vale", BALLOT), ("Wille Vale", "Vale", MEMBERS), ("William Vale", "Vale", SPEECHES)],
     {"Wille Vale": ("William Vale", "a name that others bear")}),
    ([("Giles Walting", "Walting", LATER), ("Giles Watling", "Watling", MEMBERS)], {"Giles Walting": ("Giles Watling", SPELT)}),
    # Accents and capitals are Parliament's, but for a capital that it lost inside a name.
    ([("Therese Vale", "Vale", BALLOT), ("Thérèse Vale", "Vale", MEMBERS)], {"Therese Vale": ("Thérèse Vale", SPELT)}),
    ([("Gloria de Piero", "de Piero", BALLOT), ("Gloria De Piero", "De Piero", MEMBERS)], {"Gloria de Piero": ("Gloria De Piero", SPELT)}),
    ([("John Mc Nally", "Mc Nally", BALLOT), ("John McNally", "McNally", MEMBERS)], {"John Mc Nally": ("John McNally", SPELT)}),
    ([("Denis Macshane", "Macshane", BALLOT), ("Denis Macshane", "Macshane", MEMBERS), ("Denis MacShane", "MacShane", SPEECHES)],
     {"Denis Macshane": ("Denis MacShane", KEPT)}),
    ([("Craig MacVale", "MacVale", BALLOT), ("Craig Macvale", "Macvale", MEMBERS)], {"Craig MacVale": ("Craig Macvale", SPELT)}),
    # Another family name is the one that the person stood under then.
    ([("Suella Vale", "Vale", BALLOT), ("Suella Braver", "Braver", LATER), ("Suella Braver", "Braver", MEMBERS)], {}),
    ([("Luke Vale-Reid", "Vale-Reid", BALLOT), ("Luke Vale", "Vale", MEMBERS)], {}),
    ([("Catherine Vale", "Vale", BALLOT), ("Catherine Vale", "Vale", LATER)], {}),
])
def test_the_name_somebody_is_known_by(forms, found):
    assert known(*forms) == found
    assert known(*reversed(forms)) == found


def test_a_table_is_made_of_what_was_published_by_number_alone(tmp_path):
    record, sources = tmp_path / "record", tmp_path / "sources"
    rows = [("1", "Edward", "Vale"), ("", "Edward", "Dale"), ("2", "Ed", "Dale"), ("3", "Gloria", "de Lune")]
    write_table(record / "elections/ge2010/wales.candidacies.csv", ("mnis", "given", "family"),
                [dict(zip(("mnis", "given", "family"), row, strict=True)) for row in rows])
    write_table(record / "members/ge2010.csv", ("mnis", "name", "given", "family"), [{"mnis": "4", "name": "Jo R Hill", "given": "", "family": ""}])
    write_table(record / "service.csv", ("mnis", "name"),
                [{"mnis": "1", "name": "Ed Vale"}, {"mnis": "3", "name": "Gloria De Lune"}, {"mnis": "4", "name": "Jo R Hill"}])
    write_table(record / "events.csv", ("mnis", "person"), [{"mnis": "1", "person": "Edward Vale"}, {"mnis": "", "person": ""}])
    speeches = ("Member ", "Member (list name)", "MNIS Member ID")
    write_table(sources / "raw/parliament/reference/maiden-speeches.csv", speeches, [
        dict(zip(speeches, row, strict=True)) for row in (("Somebody Else", "Else, Somebody", "1"), ("Old Member", "Member, Old", "[x]"))])
    build_known_as(sources, record)
    assert [tuple(row.values()) for row in table(record / "known_as.csv")] == [
        ("1", "Edward Vale", "Ed", "Vale", SHORTER, MEMBERS), ("3", "Gloria de Lune", "Gloria", "De Lune", SPELT, MEMBERS)]


def test_the_shipped_table_stands_on_the_record():
    rows = table(RECORD / "known_as.csv")
    printed: dict[str, set] = {}
    for path in (RECORD / "elections").glob("*/*.candidacies.csv"):
        for row in table(path):
            printed.setdefault(row["mnis"], set()).add(f"{row['given']} {row['family']}".strip())
    for path in (RECORD / "members").glob("*.csv"):
        for row in table(path):
            printed.setdefault(row["mnis"], set()).update({row["name"], f"{row['given']} {row['family']}".strip()})
    for row in table(RECORD / "events.csv"):
        printed.setdefault(row["mnis"], set()).add(row["person"])
    keys = [(row["mnis"], row["published"]) for row in rows]
    assert len(set(keys)) == len(keys) > 70
    assert [key for key in keys if key[1] not in printed[key[0]]] == []
    assert [row for row in rows if (row["mnis"], f"{row['given']} {row['family']}") in keys] == []
    assert all(row["given"] and row["family"] and row["basis"] and row["origin"] for row in rows)


@pytest.mark.parametrize("mnis, published, name", [
    ("1510", "Edward Miliband", "Ed Miliband"), ("207", "Vincent Cable", "Vince Cable"), ("188", "Edward Davey", "Ed Davey"),
    ("4243", "Daniel Jarvis", "Dan Jarvis"), ("4395", "Susan Hayman", "Sue Hayman"), ("151", "Thomas Brake", "Tom Brake"),
    ("650", "Jeffrey M. Donaldson", "Jeffrey Donaldson"), ("4098", "Therese Coffey", "Thérèse Coffey"), ("288", "William Cash", "Bill Cash"),
    ("1578", "Gregory Clark", "Greg Clark"), ("4039", "Joseph Johnson", "Jo Johnson"), ("1601", "Robert Neill", "Bob Neill"),
    ("4056", "Nick Dakin", "Nic Dakin"), ("298", "Stephen McCabe", "Steve McCabe"), ("4065", "Jacqueline Doyle-Price", "Jackie Doyle-Price"),
    ("4436", "Catherine Smith", "Cat Smith"), ("393", "Denis Macshane", "Denis MacShane"), ("1610", "Wille Bain", "William Bain"),
    ("4249", "Anne Morris", "Anne Marie Morris"), ("3915", "Gloria de Piero", "Gloria De Piero"), ("4572", "Christopher Elmore", "Chris Elmore")])
def test_members_whom_readers_know(mnis, published, name):
    row, = [row for row in table(RECORD / "known_as.csv") if (row["mnis"], row["published"]) == (mnis, published)]
    assert f"{row['given']} {row['family']}" == name


def test_whoever_married_keeps_the_name_they_stood_under():
    changed = {row["mnis"] for row in table(RECORD / "known_as.csv")}
    assert not changed & {"4475", "4597", "4647", "4773", "4917"}


@pytest.mark.parametrize("given, family, right", [
    ("Rhys ab", "ab Elis", ("Rhys", "ab Elis")), ("Duncan", "Duncan", ("Duncan", "Duncan")), ("Zero", "Zero None", ("Zero", "Zero None")),
    ("Freddie", "van Vale", ("Freddie", "van Vale")), ("ab", "ab Elis", ("ab", "ab Elis")), ("Ã\x81ine", "Vale", ("Áine", "Vale")),
    ("Siân", "Vale", ("Siân", "Vale")), ("Zöe", "Öpik", ("Zöe", "Öpik")), ("João", "Ãlvaro", ("João", "Ãlvaro"))])
def test_only_what_a_name_proves_is_put_right(given, family, right):
    assert mended_name(given, family) == right


def test_an_import_says_what_it_put_right(tmp_path):
    contests, candidacies = published("ge2019", {"E14000530"})
    candidacies[1] |= {"Candidate first name": "Rhys ab", "Candidate surname": "ab Elis"}
    said: list[str] = []
    import_(write_rows(tmp_path / "in", contests, candidacies), tmp_path / "out", say=said.append)
    names = [(row["given"], row["family"]) for row in table(tmp_path / "out/elections/ge2019/south-east.candidacies.csv")]
    assert ("Rhys", "ab Elis") in names
    assert [remark for remark in said if "slip" in remark] == [
        "candidacies.csv:3: Candidate first name: 'Rhys ab' 'ab Elis' is a slip for 'Rhys ab Elis'"]
