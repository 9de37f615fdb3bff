"""What several tests of the record start from."""

import pytest
from parliament_files import RECORD, SETS, published, table


@pytest.fixture
def few():
    """Aldershot, Bassetlaw and Birmingham Edgbaston in 2019: the rows of both files, ready to be spoilt."""
    both = published("ge2019", {"E14000530", "E14000546", "E14000560"})
    return tuple(sorted(rows, key=lambda row: row["ONS ID"]) for rows in both)


@pytest.fixture(scope="session")
def seats():
    """The seats of both boundary sets, by code."""
    return {boundaries: {row["seat"]: row for row in table(RECORD / f"seats/{boundaries}.csv")} for boundaries in SETS}
