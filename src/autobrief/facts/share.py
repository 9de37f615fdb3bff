"""Shares over a region: of its votes, and of its seats."""

from decimal import Decimal

from ..model.text import Fact, Source
from .making import make
from .tally import Tally, sources_of


def region_share_fact(tally: Tally, party: str) -> Fact:
    """A party's votes over all valid votes in the seats declared."""
    mine, cast = tally.votes[party], tally.votes.total()
    tables = tuple(Source(s.table, s.digest, (), "votes") for s in sources_of(tally.declared))
    return make(tally.subject, f"vote_share/{party}", Decimal(mine) / cast, "share", f"{mine:,} / {cast:,}", sources=tables)


def seat_share_fact(tally: Tally, party: str) -> Fact:
    won = tally.now[party]
    return make(tally.subject, f"seat_share/{party}", Decimal(won) / tally.total, "share", f"{won} / {tally.total}",
                inputs=(tally.seats_fact(party), tally.total_fact()))


def share_change_fact(tally: Tally, party: str) -> Fact | None:
    """By how many points a party's share of the region's vote rose or fell; None where it did not stand then.

    The value is its size, and the kind says the direction: `share_rise/…` or `share_fall/…`.
    """
    mine, cast = tally.votes[party], tally.votes.total()
    then, cast_then = tally.votes_before[party], tally.votes_before.total()
    if not mine or not then or not cast_then:
        return None
    value = (Decimal(mine) / cast - Decimal(then) / cast_then) * 100
    tables = tuple(Source(s.table, s.digest, (), "votes") for s in sources_of(tally.declared))
    kind = f"share_{'rise' if value > 0 else 'fall'}/{party}"
    return make(tally.subject, kind, abs(value), "points", f"{mine:,} / {cast:,} - {then:,} / {cast_then:,}", sources=tables)


def most_votes(tally: Tally) -> str:
    """The party with the most votes in the seats declared."""
    return max(tally.votes, key=lambda party: (tally.votes[party], party))
