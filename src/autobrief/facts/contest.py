"""What one contest says: winner, runner-up, majority, shares, turnout, swing.

Majority: winner's votes less runner-up's.  Share: of valid votes.  Turnout: valid votes over
electorate, as the House of Commons Library.  Swing: Butler, half the sum of one party's rise
and the other's fall in share, in points.  All exact; rounded only when printed.
"""

from decimal import Decimal, localcontext

from ..model.text import Fact
from ..model.world import Candidacy, Contest, Place
from .making import contest_source, make, votes_source


def valid_votes(contest: Contest) -> int:
    return sum(candidacy.votes or 0 for candidacy in contest.candidacies)


def is_tie(contest: Contest) -> bool:
    """Two or more at the head on the same votes; a returning officer's lot then decides."""
    first = contest.candidacies[:2]
    return contest.counted and len(first) == 2 and first[0].votes == first[1].votes


def winner(contest: Contest) -> Candidacy | None:
    """Most votes; on a tie whoever a feed says is elected, else the party the official result names first, else None.

    Where the winner is known before the figures, whoever the feed says is elected.
    """
    standing = contest.candidacies
    if contest.status == "winner_known":
        return next((c for c in standing if c.elected), None)
    if not standing or not contest.counted:
        return None
    if len(standing) == 1 or standing[0].votes != standing[1].votes:
        return standing[0]
    tied = [c for c in standing if c.votes == standing[0].votes]
    if elected := [c for c in tied if c.elected]:
        return elected[0]
    first = contest.official_first.removesuffix(" Coop")
    named = [c for c in tied if first and first == c.party.abbreviation]
    return named[0] if len(named) == 1 else None


def runner_up(contest: Contest) -> Candidacy | None:
    """The second by votes; None where there is none, or no figures yet."""
    won = winner(contest)
    return next((c for c in contest.candidacies if won and contest.counted and c is not won), None)


def place(contest: Contest, candidacy: Candidacy) -> int | None:
    """Where a candidate came, the winner first; None before there are figures, or where another had as many votes."""
    votes = [c.votes for c in contest.candidacies]
    if not contest.counted or candidacy.votes is None or votes.count(candidacy.votes) > 1:
        return None
    return 1 + sum(v is not None and v > candidacy.votes for v in votes)


def place_fact(contest: Contest, candidacy: Candidacy) -> Fact | None:
    came = place(contest, candidacy)
    if came is None:
        return None
    return make(contest.id, f"place/{candidacy.person.id}", came, "count", f"{candidacy.votes:,} votes", sources=votes_source(contest))


def majority(contest: Contest) -> int | None:
    """In votes; None where undeclared or unopposed."""
    won, second = winner(contest), runner_up(contest)
    if is_tie(contest):
        return 0
    return won.votes - second.votes if won and second else None


def share(contest: Contest, candidacy: Candidacy | None) -> Decimal | None:
    """A fraction of valid votes, exact to 28 digits."""
    valid = valid_votes(contest)
    return Decimal(candidacy.votes) / valid if candidacy and candidacy.votes is not None and valid else None


def party_votes(contest: Contest, party: str) -> int:
    return sum(c.votes or 0 for c in contest.candidacies if c.party.id == party)


def party_share(contest: Contest, party: str) -> Decimal | None:
    valid = valid_votes(contest)
    return Decimal(party_votes(contest, party)) / valid if contest.counted and valid else None


def turnout(contest: Contest) -> Decimal | None:
    if not contest.counted or not contest.electorate:
        return None
    return Decimal(valid_votes(contest)) / contest.electorate


def swing(contest: Contest, before: Contest | None) -> Decimal | None:
    """Points to the winner's party from the other of the same two leading parties, else None."""
    if before is None or not contest.counted or not before.counted:
        return None
    if {c.party.id for c in contest.candidacies[:2]} != {c.party.id for c in before.candidacies[:2]}:
        return None
    won, second = winner(contest), runner_up(contest)
    pair_before = [c.party.id for c in before.candidacies[:2]]
    if not won or not second or {won.party.id, second.party.id} != set(pair_before) or "ind" in pair_before:
        return None
    return pair_swing(contest, before, second.party.id, won.party.id)


def pair_swing(contest: Contest, before: Contest, losing: str, gaining: str) -> Decimal | None:
    """Points from one party to another, whichever places they came in; None where either did not stand both times."""
    if any(not party_votes(each, party) for each in (contest, before) for party in (losing, gaining)):
        return None
    with localcontext() as context:
        context.prec = 28
        rise = party_share(contest, gaining) - party_share(before, gaining)
        fall = party_share(before, losing) - party_share(contest, losing)
        return (rise + fall) / 2 * 100


def one_rose_one_fell(contest: Contest, before: Contest, losing: str, gaining: str) -> bool:
    """The swing is made of a fall and a rise, and not of two falls or two rises."""
    return party_share(contest, losing) < party_share(before, losing) and party_share(contest, gaining) > party_share(before, gaining)


# Facts -------------------------------------------------------------------------------------------

def seat_fact(contest: Contest) -> Fact:
    return make(contest.id, "seat", Place(contest.seat, contest.reads), "place", contest.name,
                sources=contest_source(contest, "name"))


def person_fact(contest: Contest, candidacy: Candidacy, kind: str) -> Fact:
    return make(contest.id, kind, candidacy.person, "person", candidacy.party.name,
                sources=votes_source(contest, candidacy))


def party_fact(contest: Contest, candidacy: Candidacy, kind: str) -> Fact:
    return make(contest.id, kind, candidacy.party, "party", sources=votes_source(contest, candidacy))


def majority_fact(contest: Contest, kind: str = "majority") -> Fact | None:
    lead, won, second = majority(contest), winner(contest), runner_up(contest)
    if lead is None or won is None:
        return None
    unit = "estimated-votes" if contest.estimated else "votes"
    return make(contest.id, kind, lead, unit, f"{won.votes:,} - {second.votes:,}",
                sources=votes_source(contest, won, second))


def majority_before(before: Contest) -> dict[str, Fact]:
    """The last majority, and `estimated` beside it where the baseline is an estimate."""
    fact = majority_fact(before)
    return {"majority_before": fact, "estimated": fact if before.estimated else None}


def votes_fact(contest: Contest, candidacy: Candidacy, kind: str) -> Fact:
    return make(contest.id, kind, candidacy.votes, "votes", sources=votes_source(contest, candidacy))


def share_fact(contest: Contest, candidacy: Candidacy, kind: str) -> Fact | None:
    part = share(contest, candidacy)
    if part is None:
        return None
    return make(contest.id, kind, part, "share", f"{candidacy.votes:,} / {valid_votes(contest):,}", sources=votes_source(contest))


def turnout_fact(contest: Contest) -> Fact | None:
    value = turnout(contest)
    if value is None:
        return None
    return make(contest.id, "turnout", value, "share", f"{valid_votes(contest):,} / {contest.electorate:,}",
                sources=votes_source(contest) + contest_source(contest, "electorate"))


def swing_fact(contest: Contest, before: Contest | None) -> Fact | None:
    value = swing(contest, before)
    if value is None:
        return None
    won, second = winner(contest), runner_up(contest)
    pair = [(party_share(before, p), party_share(contest, p)) for p in (won.party.id, second.party.id)]
    working = f"(({pair[0][1]:.4f} - {pair[0][0]:.4f}) + ({pair[1][0]:.4f} - {pair[1][1]:.4f})) / 2"
    return make(contest.id, "swing", value, "points", working, sources=votes_source(contest) + votes_source(before))


def share_change_fact(contest: Contest, before: Contest, party: str) -> Fact:
    """By how many points a party's share of one seat's vote rose or fell; the kind says the direction, as over a region."""
    value = (party_share(contest, party) - party_share(before, party)) * 100
    working = f"{party_votes(contest, party):,} / {valid_votes(contest):,} - {party_votes(before, party):,} / {valid_votes(before):,}"
    return make(contest.id, f"share_{'rise' if value > 0 else 'fall'}/{party}", abs(value), "points", working,
                sources=votes_source(contest) + votes_source(before))
