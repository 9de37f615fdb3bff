"""Outcomes: agreed with the official summary, and following the votes alone."""

import csv

import pytest
from articles import the_stylebook
from parliament_files import write_election

from autobrief.errors import Refused
from autobrief.outcomes import CHANGES
from autobrief.record.find import election_ids
from autobrief.record.load import assignment
from autobrief.record.parliament import import_parliament
from autobrief.record.shelf import Shelf
from autobrief.rules.findings import Findings
from autobrief.sources.shipped import shipped

BY_ELECTIONS = [id for id in election_ids(Shelf()) if id.startswith("by-")]
KNOWN_DISAGREEMENTS = {
    ("ge2010", "Blaenau Gwent"): "the summary names the party of the 2005 winner; the notional file has him as an independent",
}


def findings(election, shelf=None, region="united-kingdom", rule="general-election"):
    return Findings(assignment(shelf or Shelf(), region=region, election=election, rule=rule), the_stylebook().thresholds)


def disagreements(found):
    """Seats where change, or from whom, is not what the official summary says."""
    for reading in found.readings:
        outcome, said = found.outcomes[reading.contest.seat], reading.contest.official_result.lower().replace("lab coop", "lab")
        agrees = "spk" in said if outcome.change == "speaker" else outcome.change in said
        if " from " in said:
            agrees &= reading.winner_before.party.abbreviation.lower() == said.split(" from ")[1]
        if not agrees:
            yield reading.contest.election, reading.contest.name


@pytest.mark.parametrize("election", ["ge2010", "ge2019", "ge2024"])
def test_all_650_agree_with_the_official_summary(election):
    found = findings(election)
    assert len(found.readings) == 650
    assert set(disagreements(found)) == {key for key in KNOWN_DISAGREEMENTS if key[0] == election}


@pytest.mark.parametrize("election", BY_ELECTIONS)
def test_by_elections_agree_with_the_official_summary(election):
    found = findings(election)
    assert len(found.readings) == 1 and not list(disagreements(found))


def test_exactly_one_change_and_known_ones_for_every_seat():
    for election in ("ge2010", "ge2017", "ge2019", "ge2024"):
        found = findings(election)
        assert {o.change for o in found.outcomes.values()} <= set(CHANGES)


def test_outcomes_follow_the_votes_and_nothing_else(tmp_path):
    """Two parties' votes swapped in fifty seats, the official words blanked: the swapped winner wins."""
    folder = write_election(tmp_path / "in", "ge2019")
    with (folder / "candidacies.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    swapped = {}
    for code in sorted({row["ONS ID"] for row in rows})[::13]:
        mine = sorted((r for r in rows if r["ONS ID"] == code), key=lambda r: -int(r["Votes"]))
        mine[0]["Votes"], mine[1]["Votes"] = mine[1]["Votes"], mine[0]["Votes"]
        swapped[code] = mine[1]["Candidate surname"]
    _rewrite(folder / "candidacies.csv", rows)
    with (folder / "constituencies.csv").open(newline="", encoding="utf-8") as file:
        contests = list(csv.DictReader(file))
    for row in contests:
        row |= {"Result": "", "Majority": "", "First party": ""}
    _rewrite(folder / "constituencies.csv", contests)
    import datetime
    import_parliament(folder, id="ge2019", date=datetime.date(2019, 12, 12), into=tmp_path / "out",
                      known=shipped("data") / "record")
    before, after = findings("ge2019"), findings("ge2019", Shelf(tmp_path / "out"))
    assert len(swapped) == 50
    for reading in after.readings:
        code = reading.contest.seat
        if code in swapped:
            assert reading.winner.person.family == swapped[code]
            old = before.by_seat[code]
            assert reading.majority == old.majority
            expected = "hold" if reading.winner.party.id == reading.holder and reading.holder != "ind" else "gain"
            if "spk" not in (reading.winner.party.id, reading.holder) and reading.holder != "ind":
                assert after.outcomes[code].change == expected
        else:
            assert after.outcomes[code].change == before.outcomes[code].change


def _rewrite(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_the_two_baseline_rules_differ_where_they_should():
    general, sitting = findings("ge2024"), findings("ge2024", rule="sitting-member")
    ashfield = next(c.contest.seat for c in general.readings if c.contest.name == "Ashfield")
    assert (general.outcomes[ashfield].change, general.outcomes[ashfield].lost_by) == ("gain", "con")
    assert sitting.outcomes[ashfield].change == "hold"
    broxtowe = next(r for r in findings("ge2019", rule="sitting-member").readings if r.contest.name == "Broxtowe")
    assert broxtowe.holder == "igc"


def test_sitting_member_is_refused_where_the_record_cannot_bear_it():
    with pytest.raises(Refused, match="does not say who sat"):
        findings("ge2010", rule="sitting-member")


def test_marks_of_the_midlands_in_2019():
    found = findings("ge2019", region="midlands")
    marked = {}
    for reading in found.readings:
        for mark in found.outcomes[reading.contest.seat].marks:
            marked.setdefault(mark.name, set()).add(reading.contest.name)
            assert mark.facts, mark
    assert {"Broxtowe", "Nottingham East", "Derby North", "Birmingham, Hall Green"} == marked["sidelined_defection"]
    assert "Leicester East" in marked["slashed_majority"] and "Telford" in marked["boosted_majority"]
    assert "Bolsover" in marked["incumbent_lost"] and "Bassetlaw" not in marked["incumbent_lost"]
