"""Members at each dissolution, the elections since 1918 and what changed in between."""

from datetime import date

import pytest
from parliament_files import RECORD, table


@pytest.mark.parametrize(
    ("id", "count", "vacant"),
    [("ge2010", 643, 0), ("ge2015", 650, 0), ("ge2017", 649, 1), ("ge2019", 648, 2), ("ge2024", 650, 0)],
)
def test_members_at_each_dissolution(id, count, vacant, seats):
    members = table(RECORD / f"members/{id}.csv")
    assert len(members) == len({row["mnis"] for row in members}) == count
    assert all(row["first_elected"] and row["continuous_since"] >= row["first_elected"] for row in members)
    assert {row["seat"] for row in members} - {""} <= seats["2010-2023"].keys()
    assert len([row for row in table(RECORD / "vacancies.csv") if row["election"] == id]) == vacant
    known = {row["party"] for row in table(RECORD / "parties.csv")}
    assert {row["last_party"] for row in members} - {""} <= known
    assert {row["mnis"] for row in table(RECORD / f"roles/{id}.csv")} <= {row["mnis"] for row in members}


def test_a_disputed_whip_is_left_open():
    [disputed] = [row for row in table(RECORD / "members/ge2024.csv") if row["last_party_basis"] != "record"]
    assert (disputed["name"], disputed["last_party"], disputed["elected_for"]) == ("Lloyd Russell-Moyle", "", "lab")


def test_elections_since_1918():
    national = table(RECORD / "national.csv")
    assert [row["election"] for row in national][:2] == ["ge1918", "ge1922"] and len(national) == 29
    assert {"ge1974-02", "ge1974-10"} < {row["election"] for row in national}
    newest = national[-1]
    assert (newest["majority_speaker_opposed"], newest["majority_speaker_left_out"]) == ("172", "173")


def test_events_use_few_words():
    words = {"by-election", "left", "whip restored", "joined", "defected", "party renamed", "elected speaker"}
    events = table(RECORD / "events.csv")
    assert {row["event"] for row in events} == words and len(events) == 279
    for row in events:
        date.fromisoformat(row["date"])
