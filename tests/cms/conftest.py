"""Articles to deliver, and moments to deliver them at."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "formats"))
from full import full_article  # noqa: E402
from moments import PICTURE, START  # noqa: E402

from autobrief.cms.contract import Consignment  # noqa: E402
from autobrief.formats.particulars import Issue  # noqa: E402


@pytest.fixture
def consigned():
    """A consignment of an article that says `name`, so many seconds after the start."""
    def consign(name: str = "Mo Farr", seconds: float = 0, pictured: bool = False, **changes) -> Consignment:
        now = START + timedelta(seconds=seconds)
        article = full_article(name, **({"address": "pictures/a b.png"} if pictured else {}), **changes)
        return Consignment(article, {"pictures/a b.png": PICTURE} if pictured else {}, Issue(now, now))
    return consign
