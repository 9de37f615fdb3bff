"""The real WordPress, desks that deliver to it, and people who work in it."""

import itertools
import os
import sys
from pathlib import Path

import pytest

for each in ("formats", "cms"):
    sys.path.append(str(Path(__file__).parents[1] / each))
sys.path.append(str(Path(__file__).parent))
from server import REQUIRED, missing, running  # noqa: E402
from working import Desk, Person  # noqa: E402

ids = itertools.count(1)


@pytest.fixture(scope="session")
def site():
    if not os.environ.get(REQUIRED):
        pytest.skip("`make test-wordpress` starts a real WordPress")
    if missing():
        pytest.fail(f"not installed: {missing()}")
    with running() as found:
        yield found


@pytest.fixture(params=[False, True], ids=["bare", "plugin"])
def either(request, site):
    """The site without our plugin, and with it."""
    site.plugin(request.param)
    yield site
    site.plugin(False)


@pytest.fixture
def human(site):
    """An editor at work in WordPress."""
    return Person(site, "human")


@pytest.fixture
def id():
    """An article that no other test knows."""
    return f"ge2030/seat/E{next(ids):08}"


@pytest.fixture
def desk(tmp_path):
    """Makes a desk with a store of its own name."""
    made = []

    def make(site, user="desk", store="versions", **more):
        made.append(Desk(site, tmp_path / f"{store}.sqlite", user, **more))
        return made[-1]
    yield make
    for each in made:
        each.close()
