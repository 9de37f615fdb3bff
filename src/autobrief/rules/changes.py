"""Changes of hands: every seat that went from one party to another, with its new MP."""

from ..facts import contest as result
from ..facts import member as service
from ..facts.by_election import by_election_facts
from ..facts.tally import region_fact
from .common import (
    beaten_member,
    by_name,
    changes,
    gained,
    gainers,
    is_defector,
    is_own,
    prominence,
    rarity,
    region,
    returned,
    sat_here,
    seat_facts,
    sources,
)
from .findings import Findings
from .registry import Told, rule


def _part_of(findings: Findings) -> dict:
    """Seat -> the part of the region it is in, else the region itself."""
    return {seat: part for part, tally in findings.parts for seat in part.seats}


def _change(findings: Findings, reading):
    """The facts of a change; `sat` where the winner was a member already, so that nobody is called new."""
    contest = reading.contest
    outcome = findings.outcomes[contest.seat]
    facts = seat_facts(reading) | {"lost_by": findings.tally.party_fact(outcome.lost_by or reading.holder)}
    if reading.winner.sitting:
        facts |= {"sat": facts["winner"], "estimated": facts["majority"] if reading.previous and reading.previous.estimated else None}
        by = reading.by_election
        if by and by.seat_name and by.person.id == reading.winner.person.id:
            facts |= by_election_facts(by)
            facts["again"] = facts["seat"] if by.seat_name == contest.reads else None
        else:
            facts |= _sat_before(findings, reading)
    return facts


def _sat_before(findings: Findings, reading) -> dict:
    """Where a winner who was a member already had sat: for this very seat (`own`), for another party there, or for another seat."""
    won, member = reading.winner, (findings.assignment.members_by_person or {}).get(reading.winner.person.id)
    facts = {}
    if by_name(reading, won) or member and member.seat_name == reading.contest.reads:
        facts["own"] = result.seat_fact(reading.contest)
    elif member and member.seat_name:
        facts["sat_for"] = service.seat_before_fact(member)
    if member and is_defector(findings, won):
        facts["elected_for"] = service.elected_for_fact(member)
    return facts


RARE = 2
"""Seats of one pair of parties, at most, where the member beaten in each is named: longer lists have the new ones alone."""


@rule("region", "nation", stages=("complete", "partial"), claims=("again", "first"))
def change_of_hands(findings: Findings):
    """A seat that changed hands and its new MP, with the member beaten or the size of the turn where that is the story."""
    parts = _part_of(findings)
    for reading in changes(findings.tally):
        seat = reading.contest.seat
        facts, reasons = _change(findings, reading) | returned(findings, reading), []
        part = parts.get(seat)
        weight = max((prominence(findings, c.person.id) for c in reading.beaten_members), default=0.0)
        reasons.append(("prominence", weight))
        if reading.majority is not None and reading.majority < findings.thresholds["close_votes"]:
            reasons.append(("close", 3 - 3 * reading.majority / findings.thresholds["close_votes"]))
        if reading.majority_before and reading.winner_before and reading.winner_before.party.id == reading.holder:
            reasons.append(("size", (reading.lead_before or 0) * 10))
        alike = len(findings.tally.pairs[(reading.winner.party.id, findings.outcomes[seat].lost_by or reading.holder)])
        reasons.append(("few like it", 4.0 / alike))
        if reading.by_election:
            reasons.append(("by-election", 1.0))
        if alike <= RARE and "sat" not in facts:
            own = [c for c in reading.beaten_members if is_own(reading, c) or sat_here(findings, reading, c)]
            facts["beaten"] = beaten_member(reading, own[0]) if len(own) == 1 and not is_defector(findings, own[0]) else None
        apart = facts.keys() & {"sat", "left"} or facts.get("beaten")
        group = "" if apart else f"{part.id if part else ''}/{reading.winner.party.id}/{facts['lost_by'].value.id}"
        must = tuple(n for n in ("beaten", "sat", "by_year", "again", "elected_for", "own", "sat_for", "left", "same_seat") if facts.get(n))
        yield Told(seat, facts, tuple(reasons), must, part.id if part else "", group, (seat,))


@rule("region", "nation")
def change_story(findings: Findings):
    """A seat that changed hands with a story of its own: whom it beat, how narrowly, or what it turned over."""
    parts = _part_of(findings)
    for reading in changes(findings.tally):
        seat = reading.contest.seat
        if reading.winner.sitting:
            continue
        facts, part = _change(findings, reading), parts.get(seat)
        beaten = [c for c in reading.beaten_members if c is reading.runner_up and is_own(reading, c) and not is_defector(findings, c)]
        before = reading.majority_before
        turned = before and reading.majority is not None and reading.winner_before.party.id == reading.holder and before >= 5000
        reasons = []
        if turned:
            facts |= result.majority_before(reading.previous)
            reasons.append(("turned over", (reading.lead_before or 0) * 12))
            reasons.append(("rarity", rarity(findings, "lead", reading.lead_before)))
        elif beaten:
            facts["beaten"] = beaten_member(reading, beaten[0])
            reasons.append(("close", 3 * max(0.0, 1 - reading.majority / findings.thresholds["close_votes"])))
        else:
            continue
        yield Told(seat, facts, tuple(reasons), ("majority_before",) if turned else ("beaten",), part.id if part else "",
                   seats=(seat,))


NAMED = 3
"""Seats gained in a part that are named with their number."""


@rule("region", "nation")
def part_gains(findings: Findings):
    """What changed in one part of the region: who gained how many."""
    for part, tally in findings.parts:
        parties = gainers(tally)
        if not parties:
            continue
        party = parties[0]
        took = gained(tally, party)
        facts = {"part": region_fact(part, tally.readings), "party": tally.party_fact(party),
                 "gains": tally.count_fact(f"gains/{party}", took), "total": tally.total_fact()}
        if len(sources(tally, party)) == 1:
            facts["lost_by"] = tally.party_fact(sources(tally, party)[0][0])
        if len(parties) == 2:
            facts |= {"other_party": tally.party_fact(parties[1]),
                      "other_gains": tally.count_fact(f"gains/{parties[1]}", gained(tally, parties[1]))}
        elif len(parties) > 2:
            facts["others"] = tuple({"party": tally.party_fact(p), "count": tally.count_fact(f"gains/{p}", gained(tally, p))}
                                    for p in parties[1:])
        if "lost_by" in facts and len(parties) == 1 and len(took) <= NAMED:
            facts["named"] = tuple({"seat": result.seat_fact(r.contest)} for r in sorted(took, key=lambda r: r.contest.reads))
        must = ("other_party",) if len(parties) == 2 else ("others",) if len(parties) > 2 else \
            ("lost_by",) if "lost_by" in facts else ()
        yield Told(part.id, facts, (("size", len(changes(tally)) / 4),), must, part.id)


@rule("region", "nation", claims=("no", "nothing"))
def parts_unchanged(findings: Findings):
    """Parts of the region where no seat changed hands, when others did."""
    if not changes(findings.tally):
        return
    quiet = [(part, tally) for part, tally in findings.parts if not changes(tally)]
    if not quiet or len(quiet) == len(findings.parts):
        return
    facts = {"places": tuple({"place": region_fact(part, tally.readings)} for part, tally in quiet)}
    if len(quiet) == 1:
        facts = {"part": facts["places"][0]["place"]}
    yield Told("unchanged", facts, must=tuple(facts))


@rule("region", "nation", stages=("complete", "partial"))
def list_caption(findings: Findings):
    """The caption over the list of one party's gains from another."""
    for (to, lost_by), readings in findings.tally.pairs.items():
        if "spk" in (to, lost_by):
            continue
        tally = findings.tally
        yield Told(f"{to}/{lost_by}", {"party": tally.party_fact(to), "lost_by": tally.party_fact(lost_by),
                                       "gains": tally.count_fact(f"gains/{to}/{lost_by}", readings)})


@rule("region", "nation", stages=("complete", "partial"))
def list_item(findings: Findings):
    """One seat in the list of changes, with its new MP."""
    for (to, lost_by), readings in findings.tally.pairs.items():
        if "spk" in (to, lost_by):
            continue
        for reading in sorted(readings, key=lambda r: r.contest.reads):
            facts = {name: fact for name, fact in seat_facts(reading).items() if name in ("seat", "winner")}
            if reading.winner.sitting:
                # A gain by the baseline, but no new member.
                facts |= {name: fact for name, fact in _sat_before(findings, reading).items() if name in ("own", "sat_for")}
            yield Told(reading.contest.seat, facts, must=tuple(n for n in ("own", "sat_for") if n in facts), group=f"{to}/{lost_by}",
                       seats=(reading.contest.seat,))


@rule("region", "nation", compared=False)
def heading_part(findings: Findings):
    """The heading over one part of the region."""
    for part, tally in findings.parts:
        yield Told(part.id, {"part": region_fact(part, tally.readings)}, part=part.id)


@rule("region", "nation", compared=False, claims=("all",))
def heading_rest(findings: Findings):
    """The heading over what is said of the whole region again, after its parts."""
    yield Told("rest", {"region": region(findings)})


@rule("region", "nation", "seat", stages=("complete", "partial"), claims=("since",))
def by_election_kept(findings: Findings):
    """A seat that counts as a gain had already gone to the same party at a by-election."""
    yield from _by_elections(findings, "by_election_confirmed")


@rule("region", "nation", "seat", stages=("complete", "partial"))
def by_election_undone(findings: Findings):
    """A by-election had changed the seat's party, and the general election changed it from that."""
    yield from _by_elections(findings, "by_election_reversed")


def _by_elections(findings: Findings, mark: str):
    told = set()
    won = {r.winner.person.id: r for r in findings.tally.declared}
    for reading in findings.tally.declared:
        by = reading.by_election
        if not findings.outcomes[reading.contest.seat].mark(mark) or not by.seat_name or by.seat in told:
            continue
        if won.get(by.person.id, reading) is not reading:
            continue  # Its winner has gone on to another seat, and is told of there.
        # Two new seats can share the old one that had the by-election.
        told.add(by.seat)
        facts = by_election_facts(by) | seat_facts(reading)
        if by.seat_name == reading.contest.reads:
            facts["same"] = facts["seat"]
        if reading.winner.party.id == reading.holder:
            facts["back"] = facts["party"]
        yield Told(reading.contest.seat, facts, (("by-election", 2.0),), group=facts["by_party"].value.id, seats=(reading.contest.seat,))
