"""Figures that cannot be true, or that somebody should look at before anybody reads them."""

from statistics import median

from ..model.results import Bulletin, Refusal, Report
from ..model.world import DECLARED, Candidacy
from .register import Register, Seat

TURNOUT_MOVE = 0.25
"""The largest move of turnout from the last election that is taken for true unseen; the largest on record is 0.21."""
TURNOUT_APART = 0.25
"""The farthest from the middle of its region's declared seats; the farthest on record is 0.19."""
NEIGHBOURS = 5
"""Fewest other seats declared that make a middle."""


class Held(Exception):
    """Why a bulletin cannot be used: a code, the reason in words, and whether a human should look at it."""


def check(bulletin: Bulletin, candidacies: tuple[Candidacy, ...], seat: Seat, register: Register) -> None:
    """Raise Held for figures that cannot be true."""
    winners = [c for c in candidacies if c.elected]
    if len(winners) > 1:
        raise Held("winners", f"{' and '.join(c.person.name for c in winners)} are both said to be elected")
    if bulletin.status == "winner_known" and not winners:
        raise Held("no_winner", "the winner is said to be known and nobody is marked as elected")
    won = winners[0] if winners else candidacies[0] if candidacies else None
    if bulletin.status in DECLARED:
        _check_votes(candidacies, winners)
        _check_sums(bulletin, candidacies, seat)
    if won and bulletin.status in (*DECLARED, "winner_known") and (party := register.party(bulletin.winner)) and party.id != won.party.id:
        raise Held("winner", f"{bulletin.winner} is said to have won, and {won.person.name} stood for {won.party.name}")


def _check_votes(candidacies: tuple[Candidacy, ...], winners: list[Candidacy]) -> None:
    if not candidacies or any(c.votes is None for c in candidacies):
        raise Held("no_votes", "declared, and there are no votes for some candidate" if candidacies else "declared, and there are no candidates")
    most = max(c.votes for c in candidacies)
    if winners and winners[0].votes < most:
        first = next(c for c in candidacies if c.votes == most)
        raise Held("winner", f"{winners[0].person.name} is said to be elected and has fewer votes than {first.person.name}")
    if not winners and sum(c.votes == most for c in candidacies) > 1:
        raise Held("tie", "the leading candidates have the same votes and nobody is marked as elected")


def _check_sums(bulletin: Bulletin, candidacies: tuple[Candidacy, ...], seat: Seat) -> None:
    cast = sum(c.votes for c in candidacies)
    electorate = bulletin.electorate or seat.electorate
    if bulletin.total is not None and bulletin.total != cast:
        raise Held("totals", f"the candidates' votes add up to {cast:,} and the total given is {bulletin.total:,}")
    lead = candidacies[0].votes - candidacies[1].votes if len(candidacies) > 1 else None
    if bulletin.lead is not None and lead is not None and bulletin.lead != lead:
        raise Held("totals", f"the majority given is {bulletin.lead:,} and the votes make it {lead:,}")
    if electorate and cast > electorate:
        raise Held("too_many_votes", f"{cast:,} votes and {electorate:,} electors")
    if not electorate or not seat.turnout or len(candidacies) == 1 or bulletin.test:
        return
    if abs(cast / electorate - seat.turnout) > TURNOUT_MOVE:
        raise Held("turnout", f"a turnout of {cast / electorate:.1%}, after {seat.turnout:.1%} last time")


def far_from_neighbours(stands: dict[str, Report], register: Register) -> dict[str, Refusal]:
    """Declared seats whose turnout is far from the middle of the other declared seats of their region, by code."""
    regions: dict[str, dict[str, float]] = {}
    for code, report in stands.items():
        electorate = report.electorate or register.seats[code].electorate
        if report.status in DECLARED and electorate and len(report.candidacies) > 1 and not report.test:
            regions.setdefault(register.seats[code].region, {})[code] = sum(c.votes for c in report.candidacies) / electorate
    found = {}
    for turnouts in regions.values():
        if len(turnouts) <= NEIGHBOURS:
            continue
        # One seat more or less does not move the middle far, so the seats near it need no middle of their own.
        middle = median(turnouts.values())
        for code in (code for code, turnout in turnouts.items() if abs(turnout - middle) > TURNOUT_APART / 2):
            others = median(turnout for other, turnout in turnouts.items() if other != code)
            if abs(turnouts[code] - others) > TURNOUT_APART:
                report = stands[code]
                found[code] = Refusal(report.file, report.row, "turnout", f"a turnout of {turnouts[code]:.1%} in {register.seats[code].name}, "
                                      f"where the seats declared near it have about {others:.1%}", seat=code)
    return found
