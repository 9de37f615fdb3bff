"""A spread of articles held to the budgets that every article keeps; `make articles` holds the whole set to all of them."""

from collections import Counter
from pathlib import Path

import pytest
from articles_all import COMPLETE, asks, taken

from autobrief.lint.measures.report import measures

REGIONS = ("united-kingdom", "scotland", "northern-ireland", "midlands", "london", "kent", "cornwall", "isle-of-wight", "tyne-and-wear")
HOLDS = ("opens-figure", "paragraph", "connective", "word")
"""Measures that no article breaks; add each here once `make articles` counts none."""


@pytest.fixture(scope="module")
def spread():
    """Three lengths at the end of three elections, and two hours of two nights."""
    done = [*asks(REGIONS, hours=(COMPLETE,)), *asks(REGIONS, lengths=("standard",), hours=("02.30", "05.00"))]
    return [taken(ask) for ask in done]


@pytest.mark.parametrize("name", HOLDS)
def test_no_article_of_the_spread_breaks_it(spread, name):
    broken = [str(found) for each in spread for found in each.reading.found if found.code == name]
    assert not broken, "\n".join(broken)


def test_the_spread_is_measured(spread):
    assert len(spread) == len(REGIONS) * (3 * 3 + 2 * 2)
    assert all(each.reading.shown and each.reading.words > 20 for each in spread)


def test_the_guide_names_every_measure():
    guide = (Path(__file__).parent.parent.parent / "docs" / "measures.md").read_text("utf-8")
    assert not [measure.name for measure in measures({}) if f"`{measure.name}`" not in guide]


def test_the_whole_set_is_every_region_election_length_and_hour():
    whole = list(asks())
    assert len(set(whole)) == len(whole) == 71 * 3 * (5 + 5 + 1)
    assert len({ask.region for ask in whole}) == 71 and "united-kingdom" in {ask.region for ask in whole}
    assert Counter(ask.election for ask in whole) == {"ge2010": 71 * 15, "ge2019": 71 * 15, "ge2024": 71 * 3}
