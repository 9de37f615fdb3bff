"""Content determination: what of the outcomes is worth saying.

One function a kind of message, named as its template, its weight and its case are.  A rule looks
for one thing and yields nothing where it is not there.
"""

from . import (  # noqa: F401  (each registers its rules)
    awaiting,
    changes,
    closing,
    comparing,
    corrections,
    headlined,
    headlines,
    leads,
    majorities,
    members,
    night,
    notes,
    parties,
    places,
    record,
    returned,
    seat,
    standing,
    states,
)
from .registry import RULES, determine

__all__ = ["RULES", "determine"]
