"""Votes against seats, against the nation, and against last time: what sets the region and its members apart."""

from decimal import Decimal

from ..facts import contest as result
from ..facts.making import make
from ..facts.share import most_votes, region_share_fact, region_turnout_fact, seat_share_fact
from ..model.text import Fact, Source
from .common import beaten_member, beaten_party, changes, is_defector, region, seat_facts
from .findings import Findings
from .registry import Told, rule


@rule("region", "nation", compared=False, claims=("most", "all", "every", "whole"))
def votes_and_seats(findings: Findings):
    """The largest party's votes beside its seats, where they lie far apart; and who had more votes, if another did.

    Seats are counted, and told in fractions where there are many; in a long article beside the party's part of Britain's, where that is
    far from it.
    """
    tally = findings.tally
    if tally.total < 8 or not findings.compared:
        return  # With nothing to compare, the lead has the votes.
    party = tally.parties()[0]
    votes, part = region_share_fact(tally, party), seat_share_fact(tally, party)
    gap = abs(float(part.value - votes.value))
    facts = {"party": tally.party_fact(party), "vote_share": votes, "won": tally.seats_fact(party), "total": tally.total_fact(),
             "region": region(findings)}
    ahead = most_votes(tally)
    if ahead != party and ahead != "ind" and tally.now[ahead] < tally.now[party]:
        facts |= {"ahead": tally.party_fact(ahead), "ahead_share": region_share_fact(tally, ahead)}
    elif not _far_apart(findings, part, votes):
        return
    if tally.now[party] == tally.total:
        facts["whole"] = facts["won"]
        if not changes(tally):
            return
    elif "ahead" not in facts:
        facts |= _of_seats(findings, party, part)
    yield Told(party, facts, (("gap", gap * 10), ("outvoted", 10.0 if "ahead" in facts else 0.0)),
               must=tuple(n for n in ("ahead", "whole", "seat_share", "missed", "there") if n in facts))


def _far_apart(findings: Findings, part: Fact, votes: Fact) -> bool:
    return abs(part.value - votes.value) * 100 >= findings.thresholds["votes_seats_points"]


def _of_seats(findings: Findings, party: str, part: Fact) -> dict:
    """A party's seats as the few it did not win, or as a fraction of many; and `there`, its part of Britain's, in a long article."""
    tally = findings.tally
    facts = {}
    if tally.total - tally.now[party] <= findings.thresholds["all_but_seats"]:
        facts["missed"] = tally.count_fact(f"not_won/{party}", [r for r in tally.declared if r.winner.party.id != party])
    elif tally.total >= findings.thresholds["fractions_from_seats"]:
        facts["seat_share"] = part
    if findings.assignment.length == "long" and (there := _apart_from_britain(findings, party)):
        facts["there"] = there
    return facts


def _apart_from_britain(findings: Findings, party: str) -> Fact | None:
    """A party's part of all Great Britain's seats, where it lies far from that of the seats here."""
    tally, assignment = findings.tally, findings.assignment
    britain = [w for w in assignment.winners if w.region != "northern-ireland"]
    if not findings.national.complete or assignment.region.id in ("northern-ireland", "great-britain", "united-kingdom"):
        return None
    if party in ("snp", "pc") or tally.now[party] == tally.total or not findings.national.majority(findings.speaker):
        # Nothing to set beside Britain: a party of one nation, a region that it has whole, a Commons that nobody has.
        return None
    won = sum(w.party == party for w in britain)
    source = (Source(f"elections/{assignment.election.id}/winners.csv", "", (), "party"),)
    there = make(f"{assignment.election.id}/great-britain", f"seat_share/{party}", Decimal(won) / len(britain), "share",
                 f"{won} / {len(britain)}", sources=source)
    here = seat_share_fact(tally, party)
    return there if abs(here.value - there.value) * 100 >= findings.thresholds["apart_points"] else None


@rule("region", compared=False, claims=("whole",))
def against_nation(findings: Findings):
    """The largest party's seats here, beside its part of all Great Britain's, where they lie far apart.

    In a long article alone, and only where its votes are no story of their own, which would tell it too.
    """
    tally = findings.tally
    if tally.total < 8 or findings.assignment.length != "long":
        return
    party = tally.parties()[0]
    here, there = seat_share_fact(tally, party), _apart_from_britain(findings, party)
    if not there or findings.compared and _far_apart(findings, here, region_share_fact(tally, party)):
        return
    facts = {"party": tally.party_fact(party), "won": tally.seats_fact(party), "total": tally.total_fact(), "there": there,
             "region": region(findings)}
    yield Told(party, facts, (("gap", abs(float(here.value - there.value)) * 10),))


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("two", "both"))
def two_members(findings: Findings):
    """Two members of the last Parliament stood in one seat, as after new boundaries, and one of them won."""
    for reading in findings.tally.declared:
        if not reading.winner.sitting or not reading.beaten_members:
            continue
        other = reading.beaten_members[0]
        if is_defector(findings, other):
            continue  # That is the story, and another sentence tells it.
        facts = seat_facts(reading) | {"person": beaten_member(reading, other),
                                       "member_party": beaten_party(reading, other)}
        yield Told(reading.contest.seat, facts, (("surprise", 4.0),), seats=(reading.contest.seat,))


@rule("region", "nation", claims=("every",))
def lost_deposits(findings: Findings):
    """A party of the three largest lost more deposits than at the baseline: in most seats that it fought, or where it had held some."""
    tally = findings.tally
    limits = findings.thresholds

    def lost(contest, party):
        mine = [c for c in contest.candidacies if c.party.id == party]
        return bool(mine) and mine[0].votes * 100 < limits["deposit_percent"] * result.valid_votes(contest)

    for party in ("con", "lab", "ld"):
        fought = [r for r in tally.declared if any(c.party.id == party for c in r.contest.candidacies)]
        now = [r for r in tally.declared if lost(r.contest, party)]
        before = [r for r in tally.declared if r.previous and lost(r.previous, party)]
        least = limits["deposits_held_percent" if tally.before_all[party] else "deposits_percent"]
        if len(now) < limits["deposits_seats"] or len(now) <= len(before) or len(now) * 100 < least * len(fought):
            continue
        facts = {"party": tally.party_fact(party), "deposits": tally.count_fact(f"deposits/{party}", now),
                 "fought": tally.count_fact(f"fought/{party}", fought), "region": region(findings)}
        if len(now) == len(fought):
            facts["everywhere"] = facts["deposits"]
        yield Told(party, facts, (("many", 10.0 * len(now) / tally.total),), must=("everywhere",) if "everywhere" in facts else ())


@rule("region", "nation", compared=False, claims=("half", "never"))
def new_members(findings: Findings):
    """More than half of the members elected had not sat in the Commons before."""
    tally = findings.tally
    new = [r for r in tally.declared if not r.winner.sitting and not r.winner.former]
    if tally.total < 8 or len(new) * 2 <= tally.total:
        return
    yield Told("new", {"new": tally.count_fact("new_members", new), "total": tally.total_fact(), "region": region(findings)},
               (("share", 6.0 * len(new) / tally.total),))


@rule("region", "nation")
def turnout(findings: Findings):
    """Valid votes over the electorates of the region, where that moved by some points and the seats are the same as last time."""
    tally = findings.tally
    now, before = region_turnout_fact(tally), region_turnout_fact(tally, before=True)
    if now is None or before is None or tally.total < 4:
        return
    moved = (now.value - before.value) * 100
    if abs(moved) < findings.thresholds["turnout_moved_points"]:
        return
    way = "turnout_up" if moved > 0 else "turnout_down"
    change = make(tally.subject, way, abs(moved), "points", f"{now.value:.4f} - {before.value:.4f}", inputs=(now, before))
    size = 3.0 if abs(moved) >= findings.thresholds["turnout_points"] else 0.0
    yield Told("turnout", {"turnout": now, way: change, "region": region(findings)}, (("moved", size),), must=(way,))


@rule("region", "nation", compared=False, claims=("lowest", "smallest"))
def low_share(findings: Findings):
    """The smallest share of the vote that won a seat, where it is low."""
    found = [(share, r) for r in findings.tally.declared if (share := result.share(r.contest, r.winner)) is not None]
    if findings.tally.total < 5 or not found:
        return
    share, reading = min(found, key=lambda item: (item[0], item[1].contest.seat))
    if share * 100 >= findings.thresholds["low_share_percent"]:
        return
    facts = seat_facts(reading) | {"share": result.share_fact(reading.contest, reading.winner, "winner_share"), "region": region(findings)}
    low = float(findings.thresholds["low_share_percent"]) - float(share) * 100
    yield Told(reading.contest.seat, facts, (("low", low),), seats=(reading.contest.seat,))
