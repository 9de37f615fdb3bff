"""Majorities: the closest, the cut and the grown; and votes set against seats."""

from ..facts import contest as result
from ..facts import member as service
from ..facts.share import most_votes, region_share_fact, seat_share_fact
from .common import changes, closest_reading, rarity, region, seat_facts
from .findings import Findings
from .registry import Told, rule


@rule("region", "nation", compared=False, claims=("smallest", "no", "closer"))
def closest(findings: Findings):
    """The smallest majority in the region."""
    close_votes = findings.thresholds["close_votes"]
    reading = closest_reading(findings)
    if reading is None or reading.majority > 3 * close_votes and changes(findings.tally):
        return
    facts = seat_facts(reading) | {"region": region(findings)}
    if reading.majority == 0:
        facts = {name: facts[name] for name in ("seat", "winner", "party", "region")} | {"tied": facts["majority"]}
    elif reading.majority < close_votes:
        facts["close"] = facts["majority"]
    yield Told(reading.contest.seat, facts, (("close", 6 * max(0.0, 1 - reading.majority / close_votes)),),
               must=("tied",) if "tied" in facts else (), seats=(reading.contest.seat,))


def _sat_here(reading) -> bool:
    """The winner was this seat's member, or its main predecessor's; where members are not on record, a member at all."""
    return reading.member.person.id == reading.winner.person.id if reading.member else reading.winner.sitting


MOST = 40
"""Cut or grown majorities that are looked at: no article tells more."""


def _marked(findings: Findings, name: str):
    """Seats with this mark, the largest change first."""
    found = [r for r in findings.tally.declared if findings.outcomes[r.contest.seat].mark(name)]
    return sorted(found, key=lambda r: (-abs(r.lead - r.lead_before), r.contest.seat))[:MOST]


@rule("region", "nation")
def majority_cut(findings: Findings):
    """A seat that was kept on a much smaller majority."""
    thresholds = findings.thresholds
    candidates = {c.person.id for r in findings.readings for c in r.contest.candidacies}
    for reading in _marked(findings, "slashed_majority"):
        if reading.majority > max(thresholds["cut_to_votes"], thresholds["cut_to_fraction"] * reading.majority_before):
            continue
        outcome = findings.outcomes[reading.contest.seat]
        facts = seat_facts(reading) | result.majority_before(reading.previous)
        before, now = reading.lead_before, reading.lead
        if reading.member and outcome.mark("incumbent_stood_down") and reading.member.person.id not in candidates \
                and not reading.previous.estimated and not reading.winner.sitting:
            facts["predecessor"] = service.member_fact(reading.member)
        if _sat_here(reading):
            facts["sat"] = facts["winner"]
        yield Told(reading.contest.seat, facts, (("size", float(before - now) * 10), ("rarity", rarity(findings, "lead_change", before - now))), seats=(reading.contest.seat,),
                   must=tuple(n for n in ("predecessor", "sat") if n in facts))


@rule("region", "nation")
def majority_grown(findings: Findings):
    """A seat that was kept on a much larger majority than a small one."""
    for reading in _marked(findings, "boosted_majority"):
        if reading.majority_before > findings.thresholds["grown_from_votes"]:
            continue
        facts = seat_facts(reading) | result.majority_before(reading.previous)
        before, now = reading.lead_before, reading.lead
        if _sat_here(reading):
            facts["sat"] = facts["winner"]
        small = max(0.0, 5 - float(before) * 100) / 2
        yield Told(reading.contest.seat, facts, (("size", float(now - before) * 10), ("rarity", rarity(findings, "lead_change", now - before)), ("was close", small)),
                   must=("sat",) if "sat" in facts else (), seats=(reading.contest.seat,))


@rule("region", "nation", compared=False, claims=("most", "all"))
def votes_and_seats(findings: Findings):
    """The largest party's votes beside its seats, where they lie far apart; and who had more votes, if another did."""
    tally = findings.tally
    if tally.total < 8:
        return
    party = tally.parties()[0]
    votes, seats = region_share_fact(tally, party), seat_share_fact(tally, party)
    gap = abs(float(seats.value - votes.value))
    facts = {"party": tally.party_fact(party), "vote_share": votes, "won": tally.seats_fact(party), "total": tally.total_fact(),
             "region": region(findings)}
    ahead = most_votes(tally)
    if ahead != party and ahead != "ind" and tally.now[ahead] < tally.now[party]:
        facts |= {"ahead": tally.party_fact(ahead), "ahead_share": region_share_fact(tally, ahead)}
    elif gap < 0.1:
        return
    if tally.now[party] == tally.total:
        facts["whole"] = facts["won"]
        if not changes(tally):
            return
    yield Told(party, facts, (("gap", gap * 10), ("outvoted", 5.0 if "ahead" in facts else 0.0)), must=tuple(n for n in ("ahead", "whole") if n in facts))
