"""Articles as a reader gets them: what they must say, and that they say it the same way every time."""

import json
import os
import subprocess
import sys

import pytest
from articles import copy_of, the_stylebook, written

from autobrief.facts.town import town_of
from autobrief.microplanning.lexicalisation import eligible
from autobrief.pipeline import decide, write

MIDLANDS_2019 = {
    "Ashfield": "Lee Anderson", "Bassetlaw": "Brendan Clarke-Smith", "Birmingham Northfield": "Gary Sambrook",
    "Bolsover": "Mark Fletcher", "Derby North": "Amanda Solloway", "Dudley North": "Marco Longhi", "Gedling": "Tom Randall",
    "High Peak": "Robert Largan", "Lincoln": "Karl McCartney", "Newcastle-under-Lyme": "Aaron Bell",
    "Stoke-on-Trent Central": "Jo Gideon", "Stoke-on-Trent North": "Jonathan Gullis", "West Bromwich East": "Nicola Richards",
    "West Bromwich West": "Shaun Bailey", "Wolverhampton North East": "Jane Stevenson",
    "Wolverhampton South West": "Stuart Anderson",
}


def rows(article, name):
    table = next(b for b in article.blocks if b.kind == "table" and b.id == name)
    return {row[0].text: dict(zip(table.columns, (c.text for c in row), strict=True)) for row in table.rows}


def test_midlands_2019_says_what_happened():
    _, _, _, article = written(region="midlands", election="ge2019")
    copy = copy_of(article)
    parties = rows(article, "table/parties")
    assert (parties["Con"]["Seats"], parties["Lab"]["Seats"]) == ("82", "23")
    assert (parties["Con"]["Gained"], parties["Con"]["Lost"], parties["Lab"]["Lost"]) == ("16", "0", "16")
    for seat, member in MIDLANDS_2019.items():
        assert seat in copy and member in copy, seat
    assert "16 seats" in article.headline and "Bolsover" in article.headline
    for words in ("nine", "Dennis Skinner", "1970", "Coaker", "1997", "23", "105", "majority of 80", "since 1987"):
        assert words.casefold() in copy.casefold(), words
    assert "2017 general election" in article.block("method").text


def test_midlands_2024_lists_48_gains_and_the_rest_by_pair():
    _, _, _, article = written(region="midlands", election="ge2024")
    lists = {block.caption: [s.text for s in block.sentences] for block in article.blocks if block.kind == "list"}
    assert len(lists["Labour gains from the Conservatives (48)"]) == 48
    assert lists["Conservative gains from Labour (1)"] == ["Leicester East (Shivani Raja)"]
    assert sum(map(len, lists.values())) == 56
    assert "estimates by" in article.block("method").text


@pytest.mark.parametrize("election", ["ge2010", "ge2019", "ge2024"])
@pytest.mark.parametrize("region", ["united-kingdom", "south-east", "scotland", "northern-ireland", "wales", "london"])
def test_the_party_table_reconciles(election, region):
    """Before, gained and lost add up to now, the Speaker's seat included; the columns add up too."""
    _, findings, _, article = written(region=region, election=election)
    parties = rows(article, "table/parties")
    number = lambda text: int(text.replace(",", "").replace("−", "-").replace("+", ""))  # noqa: E731
    for row in parties.values():
        assert number(row["Before"]) + number(row["Gained"]) - number(row["Lost"]) == number(row["Seats"]), row
        assert number(row["Net"]) == number(row["Gained"]) - number(row["Lost"])
    assert sum(number(r["Seats"]) for r in parties.values()) == findings.tally.total
    assert sum(number(r["Gained"]) for r in parties.values()) == sum(number(r["Lost"]) for r in parties.values())


def test_every_change_of_hands_is_named_with_its_new_member():
    for election in ("ge2010", "ge2019", "ge2024"):
        for region in ("kent", "wales", "north-west", "northern-ireland", "greater-manchester", "england"):
            _, findings, _, article = written(region=region, election=election)
            copy = copy_of(article)
            for reading in findings.tally.changed:
                town = town_of(reading.contest)
                named = reading.contest.reads in copy or town and town[0] in copy and town[1] in copy
                assert named and reading.winner.person.family in copy, (election, region, reading.contest.name)


def test_an_election_without_its_baseline_says_so_and_compares_nothing():
    _, findings, _, article = written(region="midlands", election="ge2017")
    copy = copy_of(article)
    assert not findings.compared
    assert "not on record" in article.block("method").text
    for word in (" gain", "held", "fell from", "grew", "last time"):
        assert word not in copy, word


def test_without_the_baseline_of_one_seat_nothing_is_compared_whoever_sat_for_it():
    assigned, _, _, _ = written(region="nottinghamshire", election="ge2019", rule="sitting-member")
    seat = assigned.contests[0].seat
    assert seat in assigned.members
    without = write(assigned._replace(previous={code: each for code, each in assigned.previous.items() if code != seat}), the_stylebook())
    assert rows(without, "table/parties")["Con"].keys() == {"Party", "Seats"}


def test_a_seat_gained_without_a_contest_has_no_majority_to_tell():
    assigned, _, _, _ = written(region="west-midlands", election="ge2024")
    alone = tuple(contest._replace(candidacies=contest.candidacies[:1]) for contest in assigned.contests)
    _, planned = decide(assigned._replace(contests=alone), the_stylebook())
    stories = [choice.message for choice in planned.choices if choice.message.kind.startswith("change")]
    assert stories and all(eligible(message, the_stylebook()) for message in stories)


def test_the_hour_decides_what_is_known():
    _, findings, _, article = written(region="midlands", election="ge2019", as_of="2019-12-13 03:05")
    assert (len(findings.tally.declared), findings.tally.total, findings.stage) == (29, 105, "partial")
    copy = copy_of(article)
    assert "so far" in article.headline and "29" in article.standfirst
    assert "Mark Fletcher" not in copy and "Skinner" not in article.headline and "turnout" not in copy.lower()
    _, _, _, early = written(region="midlands", election="ge2019", as_of="2019-12-12 22:05")
    assert early.stage == "waiting" and "Con" not in [b.caption for b in early.blocks]
    _, _, _, late = written(region="midlands", election="ge2019", as_of="2019-12-14 12:00")
    whole = written(region="midlands", election="ge2019")[3]
    assert [b.text for b in late.blocks if b.kind != "table"] == [b.text for b in whole.blocks if b.kind != "table"]


def test_a_declaration_counts_from_its_own_minute():
    before = written(region="midlands", election="ge2019", as_of="2019-12-13 01:05")[1]
    at = written(region="midlands", election="ge2019", as_of="2019-12-13 01:06")[1]
    assert (len(before.tally.declared), len(at.tally.declared)) == (0, 1)


def test_a_postponed_poll_is_neither_undeclared_nor_a_loss():
    _, findings, _, article = written(region="yorkshire-and-the-humber", election="ge2010", as_of="2010-05-08 12:00")
    thirsk = next(r for r in findings.readings if r.contest.name == "Thirsk and Malton")
    assert thirsk.contest.status == "postponed" and findings.stage == "complete"
    assert "Poll postponed" in str([b.rows for b in article.blocks if b.kind == "table"])


ENVIRONMENTS = [{"PYTHONHASHSEED": "0", "TZ": "UTC"}, {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}]


@pytest.mark.parametrize("arguments", [
    ["--region", "midlands", "--election", "ge2019"],
    ["--region", "scotland", "--election", "ge2010", "--as-of", "2010-05-07 02:30", "--format", "json"],
    ["--seat", "Islington North", "--format", "html"],
])
def test_the_same_inputs_give_the_same_bytes(arguments, tmp_path):
    outputs = set()
    for n, environment in enumerate(ENVIRONMENTS):
        place = tmp_path / str(n)
        place.mkdir()
        outputs.add(subprocess.run([sys.executable, "-m", "autobrief", "write", *arguments], check=True, capture_output=True,
                                   cwd=place, env=os.environ | environment).stdout)
    assert len(outputs) == 1


def test_lengths_differ_and_are_part_of_the_id():
    sizes = {}
    for length in ("brief", "standard", "long"):
        article = written(region="midlands", election="ge2019", length=length)[3]
        sizes[length] = len(" ".join(b.text for b in article.blocks if b.kind in ("lead", "paragraph")).split())
        assert article.id.endswith(length) == (length != "standard")
    assert sizes["brief"] < sizes["standard"] < sizes["long"]


def test_the_json_says_where_each_figure_comes_from():
    text = subprocess.run([sys.executable, "-m", "autobrief", "write", "--seat", "Telford", "--election", "ge2019",
                           "--format", "json"], check=True, capture_output=True, text=True).stdout
    document = json.loads(text)
    facts = {fact["id"]: fact for fact in document["facts"]}
    majority = facts["ge2019/E14000989/majority"]
    assert (majority["value"], majority["unit"], majority["working"]) == (10941, "votes", "25,546 - 14,605")
    assert majority["sources"][0]["table"] == "elections/ge2019/west-midlands.candidacies.csv"
    assert majority["sources"][0]["digest"]
