"""Shares over a region: of its votes, and of its seats."""

from decimal import Decimal

from ..model.text import Fact, Source
from .contest import party_votes, valid_votes
from .making import make
from .tally import Tally, sources_of


def region_share_fact(tally: Tally, party: str) -> Fact:
    """A party's votes over all valid votes in the seats declared."""
    mine = sum(party_votes(r.contest, party) for r in tally.declared)
    cast = sum(valid_votes(r.contest) for r in tally.declared)
    tables = tuple(Source(s.table, s.digest, (), "votes") for s in sources_of(tally.declared))
    return make(tally.subject, f"vote_share/{party}", Decimal(mine) / cast, "share", f"{mine:,} / {cast:,}", sources=tables)


def seat_share_fact(tally: Tally, party: str) -> Fact:
    won = tally.now[party]
    return make(tally.subject, f"seat_share/{party}", Decimal(won) / tally.total, "share", f"{won} / {tally.total}",
                inputs=(tally.seats_fact(party), tally.total_fact()))
