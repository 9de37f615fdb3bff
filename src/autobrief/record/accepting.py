"""Holding a bulletin against the record: seat, candidates, sums.  Accepted it is a report, else a refusal with its reason."""

from ..model.results import Bulletin, Named, Refusal, Report
from ..model.world import Candidacy
from .find import plain
from .register import Register, Seat

TURNOUT_MOVE = 0.25
"""The largest move of turnout from the last election that is taken for true unseen, as a fraction of the electorate."""


class Held(Exception):
    """Why a bulletin cannot be used: a code and the reason in words."""


def accepted(bulletin: Bulletin, register: Register) -> Report | Refusal:
    """The bulletin as a report on a seat of the record, or why it is held out."""
    code = ""
    try:
        code = register.code(bulletin.seat)
        if code is None:
            raise Held("unknown_seat", f"no seat called {bulletin.seat!r} at the {register.election.name}")
        seat = register.seats[code]
        candidacies = _candidacies(bulletin, seat, register)
        _check(bulletin, candidacies, seat)
        return Report(code, bulletin.kind, bulletin.revision, bulletin.status, bulletin.declared, candidacies,
                      bulletin.electorate, bulletin.file, bulletin.row)
    except Held as held:
        reason, words = held.args
        return Refusal(bulletin.file, bulletin.row, reason, words, _text(bulletin), code or bulletin.seat)


def _text(bulletin: Bulletin) -> str:
    """The row in short, for the list of what is held."""
    votes = ", ".join(f"{c.name} ({c.party}) {'' if c.votes is None else c.votes}".rstrip() for c in bulletin.candidates)
    return f"{bulletin.seat}: {bulletin.status}: {votes}"


def _candidacies(bulletin: Bulletin, seat: Seat, register: Register) -> tuple[Candidacy, ...]:
    """The record's candidates with the feed's votes, most first; in the record's own order where votes are the same."""
    if not bulletin.candidates:
        return ()
    found: dict[int, Named] = {}
    for named in bulletin.candidates:
        row = _matched(named, seat, register)
        if row in found:
            raise Held("unknown_candidate", f"{named.name} and {found[row].name} would be the same candidate in {seat.name}")
        found[row] = named
    missing = [c.person.name for c in seat.candidacies if c.row not in found]
    if missing and bulletin.status in ("declared", "corrected"):
        raise Held("incomplete", f"there is no figure for {', '.join(missing)}")
    candidacies = [c._replace(votes=found[c.row].votes, elected=found[c.row].elected) for c in seat.candidacies if c.row in found]
    candidacies.sort(key=lambda c: (-(c.votes or 0), not c.elected, c.person.family, c.row))
    return tuple(c._replace(row=found[c.row].row) for c in candidacies)


def _matched(named: Named, seat: Seat, register: Register) -> int:
    """The row of the candidate on record whom the feed means."""
    party = register.party(named.party)
    by_id = [c for c in seat.candidacies if named.person and c.person.id == named.person]
    whole = " ".join(sorted(plain(named.name or f"{named.given} {named.family}").split()))
    exact = by_id or [c for c in seat.candidacies if " ".join(sorted(plain(c.person.name).split())) == whole]
    if len(exact) > 1:
        exact = [c for c in exact if c.party.id == party]
    if len(exact) == 1:
        if party and exact[0].party.id != party:
            raise Held("party", f"{named.name} stood in {seat.name} for {exact[0].party.name}, not {named.party}")
        return exact[0].row
    family = plain(named.family) or plain(named.name).rpartition(" ")[2]
    close = [c for c in seat.candidacies if c.party.id == party and _family(family, c, plain(named.name))]
    if len(close) == 1:
        return close[0].row
    raise Held("unknown_candidate", f"no candidate called {named.name} ({named.party}) in {seat.name}")


def _family(family: str, candidacy: Candidacy, name: str) -> bool:
    known = plain(candidacy.person.family)
    return bool(family) and (known == family or name.endswith(f" {known}") or known.endswith(f" {family}"))


def _check(bulletin: Bulletin, candidacies: tuple[Candidacy, ...], seat: Seat) -> None:
    """Raise Held for figures that cannot be true."""
    winners = [c for c in candidacies if c.elected]
    if len(winners) > 1:
        raise Held("winners", f"{' and '.join(c.person.name for c in winners)} are both said to be elected")
    if bulletin.status == "winner_known" and not winners:
        raise Held("no_winner", "the winner is said to be known and nobody is marked as elected")
    if bulletin.status not in ("declared", "corrected"):
        return
    if not candidacies or any(c.votes is None for c in candidacies):
        raise Held("no_votes", "declared, and some candidate has no votes")
    most = candidacies[0].votes
    if winners and winners[0].votes < most:
        raise Held("winner", f"{winners[0].person.name} is said to be elected and has fewer votes than {candidacies[0].person.name}")
    if not winners and len(candidacies) > 1 and candidacies[1].votes == most:
        raise Held("tie", "the leading candidates have the same votes and nobody is marked as elected")
    _check_sums(bulletin, candidacies, seat)


def _check_sums(bulletin: Bulletin, candidacies: tuple[Candidacy, ...], seat: Seat) -> None:
    cast = sum(c.votes for c in candidacies)
    electorate = bulletin.electorate or seat.electorate
    if bulletin.total is not None and bulletin.total != cast:
        raise Held("totals", f"the candidates' votes add up to {cast:,} and the total given is {bulletin.total:,}")
    if bulletin.lead is not None and len(candidacies) > 1 and bulletin.lead != candidacies[0].votes - candidacies[1].votes:
        raise Held("totals", f"the majority given is {bulletin.lead:,} and the votes make it {candidacies[0].votes - candidacies[1].votes:,}")
    if electorate and cast > electorate:
        raise Held("too_many_votes", f"{cast:,} votes and {electorate:,} electors")
    if not electorate or not seat.turnout or len(candidacies) == 1:
        return
    if abs(cast / electorate - seat.turnout) > TURNOUT_MOVE:
        raise Held("turnout", f"a turnout of {cast / electorate:.1%}, after {seat.turnout:.1%} last time")
