"""Majorities: the closest, the cut and the grown; and votes set against seats."""

from ..facts import contest as result
from ..facts import member as service
from ..facts.share import region_share_fact, seat_share_fact
from .common import region, seat_facts
from .findings import Findings
from .registry import Told, rule


@rule("region", compared=False, claims=("smallest", "no", "closer"))
def closest(findings: Findings):
    """The smallest majority in the region."""
    declared = [r for r in findings.tally.declared if r.majority is not None and r.winner.party.id != "spk"]
    if len(declared) < 4:
        return
    reading = min(declared, key=lambda r: (r.majority, r.contest.seat))
    reasons = (("close", 4 * max(0.0, 1 - reading.majority / findings.thresholds["close_votes"])),)
    yield Told(reading.contest.seat, seat_facts(reading) | {"region": region(findings)}, reasons, seats=(reading.contest.seat,))


MOST = 12
"""Cut or grown majorities that are looked at: no article tells more."""


def _marked(findings: Findings, name: str):
    """Seats with this mark, the largest change first."""
    found = [r for r in findings.tally.declared if findings.outcomes[r.contest.seat].mark(name)]
    return sorted(found, key=lambda r: (-abs(r.lead - r.lead_before), r.contest.seat))[:MOST]


@rule("region")
def majority_cut(findings: Findings):
    """A seat that was kept on a much smaller majority."""
    for reading in _marked(findings, "slashed_majority"):
        outcome = findings.outcomes[reading.contest.seat]
        facts = seat_facts(reading) | result.majority_before(reading.previous)
        before, now = reading.lead_before, reading.lead
        if reading.member and outcome.mark("incumbent_stood_down"):
            facts["predecessor"] = service.member_fact(reading.member)
        yield Told(reading.contest.seat, facts, (("size", float(before - now) * 20),), seats=(reading.contest.seat,),
                   must=("predecessor",) if "predecessor" in facts else ())


@rule("region")
def majority_grown(findings: Findings):
    """A seat that was kept on a much larger majority than a small one."""
    for reading in _marked(findings, "boosted_majority"):
        facts = seat_facts(reading) | result.majority_before(reading.previous)
        before, now = reading.lead_before, reading.lead
        small = max(0.0, 5 - float(before) * 100) / 2
        yield Told(reading.contest.seat, facts, (("size", float(now - before) * 20), ("was close", small)),
                   seats=(reading.contest.seat,))


@rule("region", compared=False)
def votes_and_seats(findings: Findings):
    """The largest party's share of the vote beside its share of the seats, where they lie far apart."""
    tally = findings.tally
    if tally.total < 8 or findings.assignment.region.id == "northern-ireland":
        return
    party = tally.parties()[0]
    votes, seats = region_share_fact(tally, party), seat_share_fact(tally, party)
    gap = abs(float(seats.value - votes.value))
    if gap < 0.1:
        return
    yield Told(party, {"party": tally.party_fact(party), "vote_share": votes, "won": tally.seats_fact(party),
                       "total": tally.total_fact(), "region": region(findings)}, (("gap", gap * 10),))
