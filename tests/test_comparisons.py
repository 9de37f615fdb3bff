"""What is set beside something: swings by pair of parties, votes beside seats, and figures that are told where there is a story."""

from functools import lru_cache

import pytest
from articles import the_stylebook

from autobrief.facts import contest as result
from autobrief.model.text import Fact
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.rules import determine
from autobrief.rules.findings import Findings

SWUNG = [("kent", "ge2024"), ("hampshire", "ge2010"), ("scotland", "ge2019"), ("greater-manchester", "ge2019"),
         ("midlands", "ge2024"), ("wales", "ge2010")]
HEDGED = [("london", "ge2024"), ("scotland", "ge2024"), ("oxfordshire", "ge2019"), ("lincolnshire", "ge2024")]


@lru_cache(64)
def found(region: str, election: str, length: str = "standard", **limits) -> tuple[Findings, dict]:
    stylebook = the_stylebook()
    assigned = assignment(Shelf(), region=region, election=election, length=length)
    findings = Findings(assigned, stylebook.thresholds | limits, stylebook.house["speaker"], stylebook.offices["ranks"])
    return findings, {(m.kind, m.subject): m for m in determine(findings, stylebook.weights)}


def only(kind: str, messages: dict):
    told = [message for (of, _), message in messages.items() if of == kind]
    return told[0] if told else None


def share(contest, party: str) -> float | None:
    """Worked out again, from the votes alone."""
    votes = sum(c.votes for c in contest.candidacies if c.party.id == party)
    return 100 * votes / sum(c.votes for c in contest.candidacies) if votes else None


def swing(reading, losing: str, gaining: str) -> float | None:
    shares = [share(contest, party) for contest in (reading.contest, reading.previous) for party in (losing, gaining)]
    if None in shares:
        return None
    losing_now, gaining_now, losing_then, gaining_then = shares
    return (gaining_now - gaining_then + losing_then - losing_now) / 2


@pytest.mark.parametrize("region, election", SWUNG)
def test_a_swing_told_by_its_parties_is_the_largest_between_them_of_every_seat(region, election):
    findings, messages = found(region, election)
    message = only("biggest_swing", messages)
    pair = [message.facts[name].value.id for name in ("losing", "gaining")]
    swings = {r.contest.seat: s for r in findings.readings if (s := swing(r, *pair)) is not None}
    largest = max(swings, key=swings.get)
    assert "plain" in message.must and message.subject == largest
    assert float(message.facts["plain"].value) == pytest.approx(swings[largest])
    assert float(message.facts["rise"].value + message.facts["fall"].value) / 2 == pytest.approx(swings[largest])


@pytest.mark.parametrize("region, election", HEDGED)
def test_a_swing_that_another_seat_outdid_is_told_with_its_limits(region, election):
    """None of the seats led by the same two parties as last time has the largest swing between its two."""
    findings, messages = found(region, election)
    assert "plain" not in only("biggest_swing", messages).facts
    for reading in findings.readings:
        if reading.swing is None or abs(reading.swing) < findings.thresholds["swing_points"]:
            continue
        won, second = reading.winner.party.id, reading.runner_up.party.id
        pair = (second, won) if reading.swing > 0 else (won, second)
        if result.one_rose_one_fell(reading.contest, reading.previous, *pair):
            assert max(s for r in findings.readings if (s := swing(r, *pair)) is not None) > swing(reading, *pair)


def test_the_pair_by_which_most_seats_changed_hands_is_told_of_first():
    findings, messages = found("hampshire", "ge2024")
    message = only("biggest_swing", messages)
    assert [message.facts[name].value.id for name in ("losing", "gaining")] == ["con", "lab"]
    assert len(findings.tally.pairs["lab", "con"]) > len(findings.tally.pairs["ld", "con"])


def test_seats_are_counted_and_many_are_told_in_fractions():
    few, many = (only("votes_and_seats", found(*asked)[1]).facts for asked in (("norfolk", "ge2024"), ("midlands", "ge2024")))
    assert "seat_share" not in few and (few["won"].value, few["total"].value) == (4, 9)
    assert "seat_share" in many and many["total"].value > 40
    assert "missed" in only("votes_and_seats", found("kent", "ge2019")[1]).facts


def test_seats_are_set_beside_all_britains_in_a_long_article_alone():
    lengths = {length: found("greater-manchester", "ge2024", length)[1] for length in ("brief", "standard", "long")}
    beside = {length for length, messages in lengths.items() if "there" in only("votes_and_seats", messages).facts}
    assert beside == {"long"} and not any(only("against_nation", messages) for messages in lengths.values())
    assert {length for length in lengths if only("against_nation", found("east-sussex", "ge2024", length)[1])} == {"long"}
    assert "there" not in only("votes_and_seats", found("midlands", "ge2024", "long")[1]).facts, "near to Britain's, it says nothing"


@pytest.mark.parametrize("kind, region, election, limit, more", [
    ("turnout", "scotland", "ge2010", "turnout_moved_points", 4),
    ("second_places", "hampshire", "ge2019", "second_places_percent", 40),
    ("second_places", "hampshire", "ge2019", "second_places_seats", 9),
    ("second_places", "berkshire", "ge2010", "second_everywhere_percent", 80),
    ("lost_deposits", "lincolnshire", "ge2024", "deposits_percent", 60),
    ("lost_deposits", "lincolnshire", "ge2024", "deposits_seats", 5),
    ("biggest_swing", "kent", "ge2024", "swing_points", 24),
    ("votes_and_seats", "wales", "ge2019", "votes_seats_points", 20),
])
def test_a_figure_is_told_where_there_is_a_story_by_the_stylebooks_limits(kind, region, election, limit, more):
    told, silent = only(kind, found(region, election)[1]), only(kind, found(region, election, **{limit: more})[1])
    assert told and silent is None
    assert all(isinstance(fact, Fact) for fact in told.facts.values())


def test_nothing_is_said_of_turnout_or_second_places_with_nothing_to_compare():
    messages = found("oxfordshire", "ge2024")[1]
    assert only("turnout", messages) is None and only("second_places", messages) is None
