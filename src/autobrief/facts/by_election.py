"""By-elections between two general elections."""

from ..model.text import Fact, Source
from ..model.world import ByElection, Party, Place
from .making import make


def by_election_facts(by: ByElection) -> dict[str, Fact]:
    """Which seat it was, by the name it had then, when, and for which party."""
    source = (Source("events.csv", "", (by.row,), "to_party"),)
    subject = f"{by.election}/{by.seat}"
    return {"old_seat": make(subject, "seat", Place(by.seat, by.seat_name), "place", sources=source),
            "by_party": make(subject, "winner_party", Party(by.party, by.party, by.party), "party", sources=source),
            "by_year": make(subject, "year", by.date.year, "year", by.date.isoformat(), sources=source)}
