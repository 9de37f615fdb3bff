"""Headlines about people: a member of note who lost, or who stood under other colours."""

from ..facts import contest as result
from ..facts.member import years_of_service
from .common import (
    beaten_member,
    beaten_party,
    by_name,
    changes,
    gained,
    gainers,
    highest_office,
    is_defector,
    is_own,
    no_ones_night,
    prominence,
    region,
    sat_here,
    seat_facts,
)
from .findings import Findings
from .headlines import gain_facts
from .registry import Told, rule


@rule("region", "nation", compared=False)
def headline_member_beaten(findings: Findings):
    """A minister, leader or long-serving member lost, set beside the largest gain."""
    if not findings.compared or len(changes(findings.tally)) > 1:
        yield from _member_beaten(findings)


@rule("region", "nation", stages=("partial",), compared=False)
def headline_so_far_member(findings: Findings):
    """A minister, leader or long-serving member has lost, with the gains so far."""
    yield from _member_beaten(findings)


def _worth_a_headline(findings: Findings, person_id: str) -> bool:
    """An office of weight, or long unbroken service."""
    office = highest_office(findings, person_id)
    if office and findings.ranks[office.rank]["weight"] >= findings.thresholds["headline_office"]:
        return True
    member = (findings.assignment.members_by_person or {}).get(person_id)
    return bool(member) and years_of_service(member, findings.assignment) >= findings.thresholds["headline_service_years"]


def _beaten_by(reading) -> dict:
    """The party that beat a member; `taker` where it is a party and not an independent."""
    party = result.party_fact(reading.contest, reading.winner, "winner_party")
    return {"beaten_by": party} | ({"taker": party} if party.value.id != "ind" else {})


def _member_beaten(findings: Findings):
    tally = findings.tally
    beaten = sorted(((prominence(findings, c.person.id), r, c) for r in (changes(tally) if findings.compared else tally.declared)
                     for c in r.beaten_members if not is_defector(findings, c) and _worth_a_headline(findings, c.person.id)),
                    key=lambda found: (-found[0], found[1].contest.seat))
    if not beaten:
        return
    weight, reading, candidacy = beaten[0]
    facts = {"region": region(findings), "person": beaten_member(reading, candidacy), "seat": result.seat_fact(reading.contest)}
    if by_name(reading, candidacy) or not reading.member and sat_here(findings, reading, candidacy):
        facts["own_seat"] = facts["seat"]
    taken = len(gained(tally, gainers(tally)[0])) if findings.compared else 0
    if taken < 2 or no_ones_night(tally):
        facts |= _beaten_by(reading)
    elif reading.winner.party.id == gainers(tally)[0]:
        facts |= gain_facts(findings)
    else:
        # Another party beat the member than made the gains: the headline says so, or it would name the wrong victor.
        facts |= {name: fact for name, fact in gain_facts(findings).items() if name != "lost_by"} | _beaten_by(reading)
    yield Told(reading.contest.seat, facts, (("prominence", weight), ("size", min(taken, 20) / 4)),
               must=tuple(n for n in ("own_seat", "beaten_by") if n in facts), seats=(reading.contest.seat,))


@rule("region", "nation", stages=("complete", "partial"))
def headline_defector(findings: Findings):
    """A member who won under new colours; or one of note who lost under them."""
    for reading in findings.tally.declared:
        won = reading.winner
        if won.sitting and won.party.id != "spk" and is_defector(findings, won):
            yield Told(reading.contest.seat, seat_facts(reading), (("new colours", 3.0),), seats=(reading.contest.seat,))
        for candidacy in reading.beaten_members:
            if is_defector(findings, candidacy) and is_own(reading, candidacy) and _worth_a_headline(findings, candidacy.person.id):
                facts = {"seat": result.seat_fact(reading.contest), "beaten": beaten_member(reading, candidacy),
                         "member_party": beaten_party(reading, candidacy)}
                yield Told(f"{reading.contest.seat}/lost", facts, (("prominence", prominence(findings, candidacy.person.id)),),
                           must=("beaten",), seats=(reading.contest.seat,))
