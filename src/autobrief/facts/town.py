"""Towns by the names of their seats: West Bromwich East and West, the three of Stoke-on-Trent.

A town is what legislated names share before a direction or a division's name.  A seat that
straddles, such as Kingston upon Hull West and Hessle, belongs to the town but bears no claim of all.
"""

from ..model.text import Fact
from ..model.world import Contest, Place
from .making import contest_source, make

DIRECTIONS = ("North East", "North West", "South East", "South West", "North", "South", "East", "West", "Central")


def town_of(contest: Contest) -> tuple[str, str] | None:
    """(town, the rest of the name), or None for a seat not named after a part of a town."""
    town, comma, rest = contest.name.partition(", ")
    if comma and contest.reads == f"{town} {rest}":
        return town, rest
    for direction in DIRECTIONS:
        if contest.reads.endswith(f" {direction}"):
            return contest.reads.removesuffix(f" {direction}"), direction
        opening, found, _ = contest.reads.partition(f" {direction} and ")
        if found:
            return opening, contest.reads[len(opening) + 1:]
    return None


def straddles(contest: Contest) -> bool:
    """The seat takes in a second named place."""
    found = town_of(contest)
    return bool(found) and " and " in found[1]


def towns(readings) -> dict[str, list]:
    """Town -> its seats here, towns with two or more of them only."""
    found: dict[str, list] = {}
    for reading in readings:
        town = town_of(reading.contest)
        if town and town[0]:
            found.setdefault(town[0], []).append(reading)
    return {town: seats for town, seats in sorted(found.items()) if len(seats) > 1}


def town_fact(town: str, readings) -> Fact:
    return make(f"town/{town}", "name", Place(f"town/{town}", town, "", "town"), "place",
                ", ".join(r.contest.reads for r in readings), sources=contest_source(readings[0].contest, "name"))


def division_fact(contest: Contest) -> Fact:
    """The rest of the seat's name, said after its town: Central, North East."""
    return make(contest.id, "division", Place(contest.seat, town_of(contest)[1], "", "division"), "place", contest.name,
                sources=contest_source(contest, "name"))
