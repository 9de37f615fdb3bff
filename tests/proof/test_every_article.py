"""Nothing is found in any article: regions by elections by hours, a slice of them each time.

AUTOBRIEF_PROVE=all goes through every one.
"""

import os

import pytest

from autobrief.checking.proof import prove
from autobrief.record import find
from autobrief.record.shelf import Shelf

NIGHTS = {"ge2010": "2010-05-07", "ge2019": "2019-12-13"}
HOURS = ("01:00", "02:30", "03:30", "05:00")
STAGES = [(election, None) for election in ("ge2010", "ge2017", "ge2019", "ge2024")] + \
    [(election, f"{day} {hour}") for election, day in NIGHTS.items() for hour in HOURS]
REGIONS = [name for name, region in find.regions(Shelf(), None).items() if region.kind != "group"]
SLICE = 1 if os.environ.get("AUTOBRIEF_PROVE") == "all" else 7
"""One stage in seven for each region, a different one from its neighbour's."""


@pytest.mark.parametrize("region", REGIONS)
def test_every_printed_fact_is_true(written, stylebook, region):
    found = {}
    for number, (election, hour) in enumerate(STAGES):
        if (number + REGIONS.index(region)) % SLICE == 0:
            article, plan = written(region=region, election=election, as_of=hour)
            faults = prove(article, plan, stylebook)
            found |= {(article.id, hour): faults} if faults else {}
    assert not found


@pytest.mark.parametrize("seat, election", [
    ("Bolsover", "ge2019"), ("Chorley", "ge2019"), ("Buckingham", "ge2010"), ("Ynys Mon", "ge2024"), ("Belfast North", "ge2019"),
    ("Islington North", "ge2024"), ("Hartlepool", "ge2017"),
])
def test_every_printed_fact_of_a_seat_is_true(written, stylebook, seat, election):
    assert prove(*written(seat=seat, election=election), stylebook) == []
