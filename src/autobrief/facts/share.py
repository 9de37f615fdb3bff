"""Shares over a region: of its votes, and of its seats."""

from decimal import Decimal

from ..model.text import Fact, Source
from . import contest as result
from .making import make
from .reading import Reading
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


def largest_swing_fact(tally: Tally, reading: Reading, losing: str, gaining: str) -> Fact | None:
    """That no seat here swung as far between the two, this way or back: the swing in points, with the next largest as working.

    None where another seat did, or where the two fought both elections in fewer than half of the seats.
    """
    found = [(swing, r) for r in tally.declared if r.previous and r.contest.counted and r.previous.counted
             and (swing := result.pair_swing(r.contest, r.previous, losing, gaining)) is not None]
    ranked = sorted(found, key=lambda item: (-item[0], item[1] is not reading, item[1].contest.seat))
    if len(found) * 2 < tally.total or ranked[0][1] is not reading or len(ranked) > 1 and max(ranked[1][0], -ranked[-1][0]) >= ranked[0][0]:
        return None
    working = ", ".join(f"{r.contest.reads} {swing:.2f}" for swing, r in ranked[:5]) + (f" … of {len(ranked)}" if len(ranked) > 5 else "")
    tables = sorted({c.table.replace(".contests.", ".candidacies.") for _, r in found for c in (r.contest, r.previous)})
    return make(tally.subject, f"largest_swing/{losing}/{gaining}", ranked[0][0], "points", working,
                sources=tuple(Source(name, "", (), "votes") for name in tables))


def region_turnout_fact(tally: Tally, before: bool = False) -> Fact | None:
    """Valid votes over electorates in every seat, now or at the baseline; None where an electorate is not on record."""
    contests = [r.previous if before else r.contest for r in tally.readings]
    if any(c is None or not c.counted or not c.electorate or c.estimated for c in contests):
        return None
    cast, could = sum(map(result.valid_votes, contests)), sum(c.electorate for c in contests)
    tables = sorted({c.table for c in contests})
    sources = tuple(Source(name, "", (), "electorate") for name in tables) + tuple(
        Source(name.replace(".contests.", ".candidacies."), "", (), "votes") for name in tables)
    return make(tally.subject, "turnout_before" if before else "turnout", Decimal(cast) / could, "share", f"{cast:,} / {could:,}", sources=sources)


def most_votes(tally: Tally) -> str:
    """The party with the most votes in the seats declared."""
    return max(tally.votes, key=lambda party: (tally.votes[party], party))
