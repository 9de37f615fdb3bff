"""What `angles` and `explain` say is what `write` does."""

import pytest
from articles import the_stylebook, written

from autobrief.explaining import ranked_angles
from autobrief.pipeline import write


@pytest.mark.parametrize("region", ["west-midlands", "london", "united-kingdom"])
def test_an_angle_is_listed_with_the_headline_that_it_gives(region):
    assigned, _, _, _ = written(region=region, election="ge2019")
    found = {angle["angle"]: angle for angle in reversed(ranked_angles(assigned, the_stylebook()))}
    assert len(found) > 1
    for kind, angle in found.items():
        assert write(assigned, the_stylebook(), kind).headline == angle["headline"]
