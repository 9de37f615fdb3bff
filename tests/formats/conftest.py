"""The articles that every format is tried on: one by hand, for each hostile name, and real ones from the record."""

import pytest
from hostile import HOSTILE, hostile_article

from autobrief.model.text import Article


@pytest.fixture(params=HOSTILE)
def name(request) -> str:
    return request.param


@pytest.fixture
def hostile(name) -> Article:
    return hostile_article(name)


@pytest.fixture
def plain() -> Article:
    return hostile_article("Mo Farr (Stoke-on-Trent)")


REAL = {
    "landslide": {"region": "midlands", "election": "ge2019"}, "quiet": {"region": "kent", "election": "ge2019"},
    "night": {"region": "scotland", "election": "ge2019", "as_of": "2019-12-13T03:00:00"},
    "ireland": {"region": "northern-ireland", "election": "ge2017"}, "seat": {"seat": "Bolsover", "election": "ge2019"}}


@pytest.fixture(scope="session", params=REAL)
def real(request) -> Article:
    from autobrief.pipeline import write
    from autobrief.record.load import assignment
    from autobrief.record.shelf import Shelf
    from autobrief.sources.stylebook import load
    return write(assignment(Shelf(), **REAL[request.param]), load())
