"""Against the nation, and against last time: what sets the region and its members apart."""

from ..facts import contest as result
from ..facts.making import make
from ..facts.share import region_turnout_fact, seat_share_fact
from ..model.text import Source
from .common import beaten_member, beaten_party, is_defector, region, seat_facts
from .findings import Findings
from .registry import Told, rule


@rule("region", compared=False, claims=("all", "whole"))
def against_nation(findings: Findings):
    """The largest party's part of the seats here, beside its part of all Great Britain's, where they lie far apart."""
    tally, assignment = findings.tally, findings.assignment
    britain = [w for w in assignment.winners if w.region != "northern-ireland"]
    if tally.total < 8 or not findings.national.complete or assignment.region.id in ("northern-ireland", "great-britain"):
        return
    party = tally.parties()[0]
    if party in ("snp", "pc") or tally.now[party] == tally.total or not findings.national.majority(findings.speaker):
        # Nothing to set beside Britain: a party of one nation, a region that it has whole, a Commons that nobody has.
        return
    here = seat_share_fact(tally, party)
    won = sum(w.party == party for w in britain)
    source = (Source(f"elections/{assignment.election.id}/winners.csv", "", (), "party"),)
    there = make(f"{assignment.election.id}/great-britain", f"seat_share/{party}", type(here.value)(won) / len(britain), "share",
                 f"{won} / {len(britain)}", sources=source)
    gap = abs(float(here.value - there.value))
    if gap * 100 < findings.thresholds["apart_points"]:
        return
    facts = {"party": tally.party_fact(party), "here": here, "there": there, "region": region(findings)}
    if here.value > there.value:
        facts["better"] = here
    yield Told(party, facts, (("gap", gap * 10),))


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


@rule("region", "nation")
def lost_deposits(findings: Findings):
    """A party of the three largest lost its deposit in several seats, and in more than at the baseline."""
    tally = findings.tally
    limit = findings.thresholds["deposit_percent"]

    def lost(contest, party):
        mine = [c for c in contest.candidacies if c.party.id == party]
        return bool(mine) and mine[0].votes * 100 < limit * result.valid_votes(contest)

    for party in ("con", "lab", "ld"):
        now = [r for r in tally.declared if lost(r.contest, party)]
        before = [r for r in tally.declared if r.previous and lost(r.previous, party)]
        if len(now) < 3 or len(now) <= len(before) or len(now) * 5 < tally.total:
            continue
        facts = {"party": tally.party_fact(party), "deposits": tally.count_fact(f"deposits/{party}", now), "region": region(findings)}
        yield Told(party, facts, (("many", 10.0 * len(now) / tally.total),))


@rule("region", "nation", compared=False, claims=("half", "never"))
def new_members(findings: Findings):
    """More than half of the members elected had not sat in the Commons before."""
    tally = findings.tally
    new = [r for r in tally.declared if not r.winner.sitting and not r.winner.former]
    if tally.total < 8 or len(new) * 2 <= tally.total:
        return
    yield Told("new", {"new": tally.count_fact("new_members", new), "total": tally.total_fact(), "region": region(findings)},
               (("share", 6.0 * len(new) / tally.total),))


@rule("region", "nation", compared=False)
def turnout(findings: Findings):
    """Valid votes over the electorates of the region, and by how many points that moved where the seats are the same."""
    tally = findings.tally
    now = region_turnout_fact(tally)
    if now is None or tally.total < 4:
        return
    facts = {"turnout": now, "region": region(findings)}
    before = region_turnout_fact(tally, before=True) if findings.compared else None
    moved = (now.value - before.value) * 100 if before else 0
    if before and abs(moved) >= 1:
        way = "turnout_up" if moved > 0 else "turnout_down"
        facts[way] = make(tally.subject, way, abs(moved), "points", f"{now.value:.4f} - {before.value:.4f}", inputs=(now, before))
    size = 3.0 if abs(moved) >= findings.thresholds["turnout_points"] else 0.0
    yield Told("turnout", facts, (("moved", size),), must=tuple(n for n in ("turnout_up", "turnout_down") if n in facts))


@rule("region", "nation", compared=False, claims=("lowest", "smallest", "no", "nobody"))
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
