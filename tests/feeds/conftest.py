import pytest

from autobrief.record.feeds import Feed
from autobrief.record.find import election as election_on_record
from autobrief.record.shelf import Shelf

KNOWN = {}


@pytest.fixture(scope="session")
def shelf():
    return Shelf()


@pytest.fixture(scope="session")
def feed_of(shelf):
    """A feed of one election whose record is read once; give it files with `forms.results`."""
    def feed(id: str) -> Feed:
        if id not in KNOWN:
            KNOWN[id] = Feed(None, shelf, election_on_record(shelf, id))
        return KNOWN[id]
    return feed


@pytest.fixture(scope="session")
def ge2019(feed_of):
    return feed_of("ge2019")
