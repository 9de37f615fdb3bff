"""The hours before everything is in: so far, first in, still to come."""

from ..facts import contest as result
from ..facts import member as service
from ..facts.making import contest_source, make
from .common import (
    FIGURES,
    NAMED,
    changes,
    counts,
    estimated,
    gained,
    gainers,
    highest_office,
    is_defector,
    named_and_rest,
    prominence,
    region,
    seniority,
    sources,
)
from .findings import Findings
from .registry import Told, rule

UNPOLLED = ("void", "postponed")
"""Contests from which no result is to be awaited."""


def time_fact(findings: Findings):
    """The hour the article stands at: as asked, else of the last declaration."""
    moment = findings.assignment.as_of
    if moment is None:
        return None
    return make(findings.assignment.id, "as_of", moment, "time",
                sources=contest_source(findings.readings[0].contest, "declared"))


def _so_far(findings: Findings) -> dict:
    tally = findings.tally
    return {"region": region(findings), "declared": tally.count_fact("declared", tally.declared),
            "total": tally.total_fact(), "left": tally.count_fact("outstanding", tally.outstanding),
            "time": time_fact(findings)}


@rule("region", "nation", stages=("partial",), compared=False)
def standing_so_far(findings: Findings):
    """How many seats are in, and at what hour."""
    if not findings.tally.outstanding:
        return
    yield Told("declared", _so_far(findings), must=("time",) if time_fact(findings) else ())


def voting_fact(findings: Findings):
    """How many seats vote, before any is in, where not all do; else None."""
    tally = findings.tally
    voting = [r for r in tally.outstanding if r.contest.status not in UNPOLLED]
    return tally.count_fact("voting", voting) if len(voting) < tally.total else None


@rule("region", "nation", stages=("waiting",), compared=False, claims=("none", "no", "nothing", "all", "nobody", "first"))
def standing_waiting(findings: Findings):
    """Seats at stake, none of them in."""
    time, voting = time_fact(findings), voting_fact(findings)
    count = {"voting": voting} if voting else {"total": findings.tally.total_fact()}
    yield Told("waiting", {"region": region(findings), "time": time} | count, must=("time",) if time else ())


@rule("region", "nation", stages=("waiting",), compared=False, claims=("all", "every", "whole", "no", "nobody", "largest"))
def waiting_lead(findings: Findings):
    """Who won the seats at the baseline, before any is declared."""
    tally = findings.tally
    if not findings.compared or tally.total < 2 or findings.assignment.rule != "general-election":
        return
    parties = [p for p in sorted(tally.before_all, key=lambda p: (-tally.before_all[p], p)) if p != "spk"]
    facts = {"region": region(findings), "total": tally.total_fact(),
             "leader": tally.party_fact(parties[0]), "leader_seats": tally.seats_before_fact(parties[0])}
    large = [p for p in parties if tally.before_all[p] >= FIGURES]
    if len(large) > 1 and tally.before_all[parties[0]] > tally.before_all[parties[1]]:
        # So short an article bears one figure: the table has the rest.
        facts["ahead"] = facts["leader_seats"]
    elif len(parties) > 1:
        facts |= named_and_rest(tally, parties[1:], tally.seats_before_fact)
    elif tally.before_all[parties[0]] == tally.total > 1:
        facts["whole"] = facts["leader_seats"]
    facts |= {"before": baseline_year(findings), "estimated": estimated(findings)}
    yield Told("before", facts, must=tuple(n for n in ("others", "rest", "whole", "estimated", "ahead") if facts.get(n)))


def baseline_year(findings: Findings):
    """The year of the election compared with; of the one estimated, for a notional baseline."""
    before = findings.assignment.baseline
    source = next(contest_source(r.previous, "seat") for r in findings.readings if r.previous)
    return make(f"{before.id}/election", "year", before.date.year, "year", before.name, sources=source)


@rule("region", "nation", stages=("partial",))
def so_far_lead(findings: Findings):
    """What has changed hands among the seats declared."""
    tally = findings.tally
    if not changes(tally):
        return
    party = gainers(tally)[0]
    pairs = sources(tally, party)
    facts = {"party": tally.party_fact(party), "gains": tally.count_fact(f"gains/{party}", gained(tally, party)),
             "region": region(findings)}
    if len(pairs) == 1:
        facts["lost_by"] = tally.party_fact(pairs[0][0])
    else:
        facts["pairs"] = counts(tally, [p for p, _ in pairs],
                                lambda p: tally.count_fact(f"gains/{party}/{p}", tally.pairs[(party, p)]))
    yield Told(party, facts, must=("lost_by",) if len(pairs) == 1 else ("pairs",))


@rule("region", "nation", stages=("partial",))
def so_far_others(findings: Findings):
    """What the other parties have gained so far."""
    tally = findings.tally
    others = gainers(tally)[1:]
    if others:
        facts = named_and_rest(tally, others, lambda p: tally.count_fact(f"gains/{p}", gained(tally, p)))
        yield Told("others", facts | {"region": region(findings)}, must=("rest",) if "rest" in facts else ())


@rule("region", "nation", stages=("partial",), compared=False, claims=("all", "no", "every"))
def so_far_seats(findings: Findings):
    """Seats won by each party so far; declaration order is no sample, so nothing is drawn from it."""
    tally = findings.tally
    parties = [p for p in tally.parties() if tally.now[p] and p != "spk"]
    if not parties:
        return
    facts = {"leader": tally.party_fact(parties[0]), "leader_seats": tally.seats_fact(parties[0]), "region": region(findings)}
    if tally.now["spk"]:
        facts["speaker"] = tally.seats_fact("spk")
    large = [p for p in parties if tally.now[p] >= FIGURES]
    if len(large) > 2 or len(parties) > NAMED + 2:
        facts |= {"second": tally.party_fact(parties[1]), "second_seats": tally.seats_fact(parties[1]),
                  "sharing": tuple({"party": tally.party_fact(p)} for p in parties[2:2 + NAMED])}
    elif len(parties) > 1:
        facts["others"] = counts(tally, parties[1:], tally.seats_fact)
    elif tally.now[parties[0]] == len(tally.declared) > 1:
        facts["whole"] = facts["leader_seats"]
    yield Told("seats", facts, must=tuple(n for n in ("others", "sharing", "whole") if n in facts))


@rule("region", "nation", stages=("partial",), compared=False, claims=("first",))
def first_declared(findings: Findings):
    """The first seat of the region to declare, when, and for whom."""
    timed = [r for r in findings.tally.declared if r.contest.declared]
    if len(timed) < 2 or len(timed) > 40:
        return
    reading = min(timed, key=lambda r: (r.contest.declared, r.contest.seat))
    if sum(r.contest.declared == reading.contest.declared for r in timed) > 1:
        return
    contest = reading.contest
    facts = {"seat": result.seat_fact(contest), "party": result.party_fact(contest, reading.winner, "winner_party"),
             "region": region(findings), "winner": result.person_fact(contest, reading.winner, "winner"),
             "time": make(contest.id, "declared", contest.declared, "time", sources=contest_source(contest, "declared"))}
    change = findings.outcomes[contest.seat].change
    if change == "hold" and not reading.beaten_members:
        facts["held"] = facts["party"]  # A member beaten in what estimates call a hold would not call it one.
        if reading.winner.sitting:
            facts["kept"] = facts["winner"]
    yield Told(contest.seat, facts, seats=(contest.seat,))


FEW = 3
"""Seats not in yet that are named whatever they are."""


@rule("region", "nation", stages=("partial",), compared=False, claims=("first", "only"))
def still_to_come(findings: Findings):
    """A seat not yet in that is worth naming: a minister's, a long-serving member's, else one won by little last time."""
    thresholds = findings.thresholds
    worth = []
    for reading in findings.tally.outstanding:
        if reading.contest.status in UNPOLLED:
            continue
        if found := _awaited(findings, reading):
            worth.append(found)
    worth.sort(key=lambda found: (-found[0], -seniority(findings, found[1].member.person.id), found[1].contest.seat))
    left = findings.tally.count_fact("outstanding", findings.tally.outstanding)
    facts_left = {"last": left} if left.value == 1 else {}
    for weight, reading, facts in worth[:1]:
        yield Told(reading.contest.seat, {"seat": result.seat_fact(reading.contest)} | facts_left | facts, (("prominence", weight),),
                   must=tuple(n for n in ("office", "elected", "elected_for", "last") if n in facts | facts_left))
    close = [r for r in findings.tally.outstanding if r.majority_before and r.majority_before < thresholds["close_votes"]
             and r.previous and not r.previous.estimated and r.contest.status not in UNPOLLED]
    if close and not worth:
        reading = min(close, key=lambda r: (r.majority_before, r.contest.seat))
        facts = {"seat": result.seat_fact(reading.contest), "before": baseline_year(findings),
                 "party_before": result.party_fact(reading.previous, reading.winner_before, "winner_party"),
                 "majority_before": result.majority_fact(reading.previous)}
        yield Told(reading.contest.seat, facts | facts_left, must=tuple(n for n in ("majority_before", "last") if n in facts | facts_left))
    elif not worth and 1 <= left.value <= FEW:
        waiting = tuple({"seat": result.seat_fact(r.contest)} for r in findings.tally.outstanding)
        yield Told("rest", {"waiting": waiting, "left": left}, must=("waiting",))


def _awaited(findings: Findings, reading):
    """(prominence, reading, facts) of a seat whose member is standing again and is of note, else None."""
    member, thresholds = reading.member, findings.thresholds
    candidacy = member and next((c for c in reading.contest.candidacies if c.person.id == member.person.id), None)
    if not candidacy:
        return None
    office = highest_office(findings, member.person.id)
    facts = {"person": service.member_fact(member)}
    if office and findings.ranks[office.rank]["weight"] >= thresholds["headline_office"]:
        facts["office"] = service.office_fact(office)
    elif service.years_of_service(member, findings.assignment) >= thresholds["headline_service_years"]:
        facts["elected"] = service.first_elected_fact(member)
    else:
        return None
    if is_defector(findings, candidacy) and member.elected_for:
        # Of one who fights the seat in other colours that is the news.
        facts = {"person": facts["person"], "elected_for": service.elected_for_fact(member),
                 "member_party": result.party_fact(reading.contest, candidacy, "standing_for")}
    return prominence(findings, member.person.id), reading, facts
