"""Majorities: the closest, the cut and the grown."""

from ..facts import contest as result
from ..facts import member as service
from ..facts.making import make, votes_source
from .common import changes, closest_reading, lost, rarity, region, seat_facts
from .findings import Findings
from .registry import Told, rule


@rule("region", "nation", compared=False, claims=("smallest", "no", "nobody", "closer", "closest", "narrowest"))
def closest(findings: Findings):
    """The smallest majority in the region."""
    close_votes = findings.thresholds["close_votes"]
    reading = closest_reading(findings)
    if reading is None or reading.majority > (3 if changes(findings.tally) else 5) * close_votes:
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


def _sat_for_another(reading) -> bool:
    """By estimates the seat was one party's, and a member of another lost it: no plain hold to a reader."""
    return reading.previous.estimated and any(c.party.id != reading.holder for c in reading.beaten_members)


MOST = 40
"""Cut or grown majorities that are looked at: no article tells more."""


def _marked(findings: Findings, name: str):
    """Seats with this mark, the largest change first."""
    found = [r for r in findings.tally.declared if findings.outcomes[r.contest.seat].mark(name) and not _sat_for_another(r)
             and not findings.outcomes[r.contest.seat].mark("by_election_reversed")]
    return sorted(found, key=lambda r: (-abs(r.lead - r.lead_before), r.contest.seat))[:MOST]


def worth_telling(findings: Findings, reading) -> bool:
    """A cut majority is small now, or a small part of what it was."""
    limits = findings.thresholds
    return reading.majority <= max(limits["cut_to_votes"], limits["cut_to_fraction"] * reading.majority_before)


@rule("region", "nation")
def majority_cut(findings: Findings):
    """A seat that was kept on a much smaller majority."""
    candidates = {c.person.id for r in findings.readings for c in r.contest.candidacies}
    for reading in _marked(findings, "slashed_majority"):
        if not worth_telling(findings, reading):
            continue
        outcome = findings.outcomes[reading.contest.seat]
        facts = seat_facts(reading) | result.majority_before(reading.previous)
        before, now = reading.lead_before, reading.lead
        if reading.member and outcome.mark("incumbent_stood_down") and reading.member.person.id not in candidates \
                and not reading.previous.estimated and not reading.winner.sitting:
            facts["predecessor"] = service.member_fact(reading.member)
        if _sat_here(reading):
            facts["sat"] = facts["winner"]
        reasons = (("size", float(before - now) * 10), ("rarity", rarity(findings, "lead_change", before - now)))
        yield Told(reading.contest.seat, facts, reasons, seats=(reading.contest.seat,),
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
        reasons = (("size", float(now - before) * 10), ("rarity", rarity(findings, "lead_change", now - before)), ("was close", small))
        yield Told(reading.contest.seat, facts, reasons,
                   must=("sat",) if "sat" in facts else (), seats=(reading.contest.seat,))


@rule("region", "nation", compared=False, claims=("third",))
def three_way(findings: Findings):
    """A seat where the first three finished within a few points of each other; the tightest such."""
    found = []
    for reading in findings.tally.declared:
        standing = reading.contest.candidacies
        gap = standing[0].votes - standing[2].votes if len(standing) > 2 else None
        if gap is not None and reading.valid and gap * 100 <= findings.thresholds["three_way_points"] * reading.valid:
            found.append((gap / reading.valid, reading.contest.seat, gap, reading))
    for part, seat, gap, reading in sorted(found)[:1]:
        contest = reading.contest
        third = contest.candidacies[2]
        if third.votes == contest.candidacies[1].votes:
            continue
        facts = seat_facts(reading) | {
            "third_party": result.party_fact(contest, third, "third_party"), "region": region(findings),
            "gap": make(contest.id, "first_to_third", gap, "votes", f"{contest.candidacies[0].votes:,} - {third.votes:,}",
                        sources=votes_source(contest, contest.candidacies[0], third))}
        if "ind" in (reading.winner.party.id, reading.runner_up.party.id, third.party.id):
            facts["independent"] = facts["third_party"]
        yield Told(seat, facts, (("close", 5.0 - 100 * part),), must=("independent",) if "independent" in facts else (), seats=(seat,))


@rule("region", "nation", claims=("all",))
def held_out(findings: Findings):
    """The hold that might have gone: the party that lost most kept a seat it had won by less than nearly all of those it lost."""
    tally = findings.tally
    losers = {lost_by for to, lost_by in tally.pairs if "spk" not in (to, lost_by) and lost_by != "ind"}
    party = max(losers, key=lambda p: (len(lost(tally, p)), p), default=None)
    gone = [r for r in lost(tally, party) if r.lead_before is not None and r.winner_before.party.id == party] if party else []
    kept = [r for r in tally.declared if r.winner.party.id == party == r.holder and r.lead_before is not None
            and r.winner_before.party.id == party and not _sat_for_another(r)]
    if len(gone) < 4 or not kept:
        return
    reading = min(kept, key=lambda r: (r.lead_before, r.contest.seat))
    larger = [r for r in gone if r.majority_before > reading.majority_before]
    if len(larger) * 4 < len(gone) * 3:
        return
    facts = seat_facts(reading) | result.majority_before(reading.previous) | {
        "larger": tally.count_fact(f"larger/{reading.contest.seat}", larger),
        "losses": tally.count_fact(f"losses/{party}", lost(tally, party)), "region": region(findings)}
    if len(larger) == len(lost(tally, party)):
        facts["whole"] = facts["larger"]
    yield Told(reading.contest.seat, facts, (("surprise", 6.0 * len(larger) / len(gone)),), must=("whole",) if "whole" in facts else (),
               seats=(reading.contest.seat,))
