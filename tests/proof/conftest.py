"""The record and the stylebook, loaded once, and articles written from them."""

import pytest

from autobrief.pipeline import decide, finish, worded
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
    """(article, plan) for an assignment, the plan as it was said: what the reader's budget took out is not in it."""
    def write(**asked):
        work = assignment(shelf, **asked)
        findings, planned = decide(work, stylebook)
        return finish(work, stylebook, findings, planned), worded(work, stylebook, findings, planned)[2]
    return write
