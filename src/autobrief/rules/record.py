"""Firsts and longest: what had not happened before on an unbroken record; and members who came back."""

from ..facts.making import make
from ..model.text import Source
from .common import changes, gainers, region, returned, seat_facts, unbroken_record
from .findings import Findings
from .parties import GROUPS
from .registry import Told, rule


@rule("region", "nation", stages=("complete", "partial"), claims=("first", "since", "every", "all", "never"))
def long_held(findings: Findings):
    """A seat lost by a party that had won it at every general election for a long time."""
    for reading in changes(findings.tally):
        held = (findings.assignment.held or {}).get(reading.contest.seat)
        group = GROUPS.get(findings.outcomes[reading.contest.seat].lost_by)
        if not held or not group or held.confidence == "low":
            continue
        before = [won for won in held.winners if won[0][:4] < str(findings.assignment.election.date.year)]
        run = 0
        while run < len(before) and before[-1 - run][1] == group:
            run += 1
        if run < findings.thresholds["long_held_elections"] or run == 0:
            continue
        since = make(f"held/{reading.contest.seat}", "held_since", int(before[-run][0][:4]), "year",
                     " ".join(f"{y}:{g}" for y, g in before[-run:]), sources=(Source(held.table, "", (held.row,), "winners"),))
        facts = seat_facts(reading) | {"held_since": since, "lost_by": findings.tally.party_fact(
            findings.outcomes[reading.contest.seat].lost_by)}
        if run == len(before):
            facts["from_start"] = since
        yield Told(reading.contest.seat, facts, (("years", run / 2.0),), must=("from_start",) if run == len(before) else (),
                   seats=(reading.contest.seat,))


@rule("region", "nation", stages=("complete", "partial"), claims=("never", "first", "since", "record", "no"))
def first_time(findings: Findings):
    """A party won a seat that it had not won at any general election on an unbroken record."""
    for reading in changes(findings.tally):
        held = (findings.assignment.held or {}).get(reading.contest.seat)
        group = GROUPS.get(reading.winner.party.id)
        if not held or not group or held.confidence == "low":
            continue
        before = [won for won in held.winners if won[0][:4] < str(findings.assignment.election.date.year)]
        if len(before) < findings.thresholds["long_held_elections"] or any(g in (group, "other?") for _, g in before):
            continue
        start = make(f"held/{reading.contest.seat}", "record_begins", int(before[0][0][:4]), "year", f"{len(before)} general elections",
                     sources=(Source(held.table, "", (held.row,), "winners"),))
        yield Told(reading.contest.seat, seat_facts(reading) | {"begins": start}, (("years", len(before) / 2.0),),
                   group=reading.winner.party.id, seats=(reading.contest.seat,))


@rule("region", claims=("no", "none", "nothing", "first"))
def first_in_region(findings: Findings):
    """A party's first seat in the region at a general election since 2010, as far back as the region's record goes."""
    record = unbroken_record(findings)
    if len(record) < 3 or not findings.compared:
        return
    for party in gainers(findings.tally):
        group = GROUPS.get(party)
        if not group or any(group in groups for groups, _ in record.values()):
            continue
        won = [r for r in findings.tally.declared if r.winner.party.id == party]
        begins = make(f"{findings.tally.subject}/{party}", "record_begins", int(min(record)), "year",
                      " ".join(record), sources=(Source("held/2010-2023.csv", "", (), "winners"),))
        times = make(f"{findings.tally.subject}/{party}", "record_elections", len(record), "count", " ".join(record), inputs=(begins,))
        facts = {"party": findings.tally.party_fact(party), "begins": begins, "times": times, "won": findings.tally.seats_fact(party),
                 "region": region(findings)}
        seats = ()
        if len(won) == 1 and not won[0].winner.sitting:
            outcome = findings.outcomes[won[0].contest.seat]
            facts |= {"seat": seat_facts(won[0])["seat"], "winner": seat_facts(won[0])["winner"],
                      "lost_by": findings.tally.party_fact(outcome.lost_by or won[0].holder)}
            seats = (won[0].contest.seat,)
        yield Told(party, facts, (("first", 6.0),), must=("seat",) if seats else (), seats=seats)


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("again", "since"))
def came_back(findings: Findings):
    """A former member returned to the Commons: in the same seat, or another."""
    for reading in findings.tally.declared:
        back = returned(findings, reading)
        if back:
            yield Told(reading.contest.seat, seat_facts(reading) | back, (("return", 3.0),), must=("same_seat",) if "same_seat" in back else (),
                       group=f"{reading.winner.party.id}/{'same_seat' in back}/{back['left'].value}")
