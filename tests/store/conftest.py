"""A store of either kind for each test: a file, and a database of a real PostgreSQL server where one can be started."""

import itertools
import os

import pytest
from server import REQUIRED, programs, running

from autobrief.store import open_store

pytest.importorskip("sqlalchemy")
numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server():
    if programs() is None:
        if os.environ.get(REQUIRED):
            pytest.fail("no PostgreSQL server is installed")
        pytest.skip("no PostgreSQL server is installed; `make test-postgres` installs one")
    with running() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path) -> str:
    """Where a new store can be: a file that is not there, or an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "versions.sqlite")
    import psycopg
    url = request.getfixturevalue("server")
    name = f"desk{next(numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return url.rpartition("/")[0] + f"/{name}"


@pytest.fixture
def store(place):
    opened = open_store(place, create=True)
    yield opened
    opened.close()
