"""The record and the stylebook, loaded once, and articles written from them."""

import pytest

from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.stylebook import load


@pytest.fixture(scope="session")
def shelf():
    return Shelf()


@pytest.fixture(scope="session")
def stylebook():
    return load()


@pytest.fixture(scope="session")
def written(shelf, stylebook):
    """(article, plan) for an assignment."""
    def write(**asked):
        work = assignment(shelf, **asked)
        findings, planned = decide(work, stylebook)
        return finish(work, stylebook, findings, planned), planned
    return write
