"""The real Wagtail, a line to it, a desk that delivers and people who work there."""

import os
import sys
from pathlib import Path

import pytest

for each in ("formats", "cms"):
    sys.path.append(str(Path(__file__).parents[1] / each))
from between import line  # noqa: E402
from desks import Desk, People  # noqa: E402
from newsroom import REQUIRED, make, serving  # noqa: E402


@pytest.fixture(scope="session")
def newsroom():
    folder = os.environ.get(REQUIRED)
    if not folder:
        pytest.skip("`make test-wagtail` installs Wagtail and runs these")
    make(Path(folder))
    with serving(Path(folder)) as site:
        yield site


@pytest.fixture
def between(newsroom):
    with line(newsroom.url) as found:
        yield found


@pytest.fixture
def people(newsroom):
    found = People(newsroom)
    yield found
    found.client.close()


@pytest.fixture
def store(tmp_path):
    from autobrief.store import open_store
    opened = open_store(str(tmp_path / "versions.sqlite"), create=True)
    yield opened
    opened.close()


@pytest.fixture
def desk(newsroom, between, store):
    return Desk(store, newsroom, between.url)
