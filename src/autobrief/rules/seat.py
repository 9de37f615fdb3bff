"""The seat story: who won and by how much, from whom, and what became of the last member."""

from decimal import Decimal

from ..facts import contest as result
from ..facts import member as service
from ..facts.making import make, votes_source
from .common import beaten_member, beaten_party, by_name, is_defector, is_own, member_facts, seat_facts
from .findings import Findings
from .night import baseline_year
from .registry import Told, rule
from .states import HELD_UP


def _only(findings: Findings):
    return findings.readings[0]


def _change(findings: Findings) -> str:
    return findings.outcomes[_only(findings).contest.seat].change


def _lost_by(findings: Findings):
    """The party the seat was taken from, by the name it had at the baseline."""
    reading = _only(findings)
    return findings.tally.party_fact(findings.outcomes[reading.contest.seat].lost_by or reading.holder)


def _own_member_beaten(findings: Findings) -> dict | None:
    """The seat's own member who lost it, with the year since when service was unbroken; None where there is none."""
    reading = _only(findings)
    for candidacy in reading.beaten_members:
        member = (findings.assignment.members_by_person or {}).get(candidacy.person.id)
        if is_own(reading, candidacy) and not is_defector(findings, candidacy) and member and (since := service.since_fact(member)):
            return {"person": beaten_member(reading, candidacy), "since": since}
    return None


@rule("seat", compared=False)
def seat_headline(findings: Findings):
    """Who holds or takes the seat, and by how much."""
    reading = _only(findings)
    facts = seat_facts(reading)
    change = _change(findings)
    must: tuple = ("won",)
    if change == "gain":
        facts |= {"lost_by": _lost_by(findings), "sat": facts["winner"] if reading.winner.sitting else None}
        must = ("lost_by",) if not reading.winner.sitting else ("sat",)
        if own := _own_member_beaten(findings):
            facts, must = facts | {"beaten": own["person"]}, (*must, "beaten")
    elif change == "hold":
        facts |= {"held": facts["party"]}
        must = ("held",)
    else:
        facts |= {"won": facts["party"]}
    if told := _without_a_margin(reading, facts):
        facts, must = told
    yield Told(reading.contest.seat, facts, must=must)


def _without_a_margin(reading, facts: dict) -> tuple[dict, tuple[str, ...]] | None:
    """A seat won unopposed, or by lot after a tie, is said to be so whatever else it is."""
    if not reading.runner_up:
        return facts | {"unopposed": facts["winner"]}, ("unopposed",)
    if result.is_tie(reading.contest):
        return facts | {"tied": facts["majority"]}, ("tied",)
    return None


@rule("seat", compared=False, claims=("second", "since"))
def seat_standfirst(findings: Findings):
    """The runner-up and the gap, in one line."""
    reading = _only(findings)
    if own := _own_member_beaten(findings):
        yield Told(reading.contest.seat, seat_facts(reading) | {"beaten": own["person"], "since": own["since"]}, must=("since",))
    elif reading.runner_up:
        yield Told(reading.contest.seat, seat_facts(reading))


@rule("seat", compared=False, claims=("nobody",))
def seat_result(findings: Findings):
    """The result in a sentence: winner, party, hold or gain, majority."""
    reading = _only(findings)
    facts = seat_facts(reading)
    change = _change(findings)
    if change == "gain":
        facts["lost_by"] = _lost_by(findings)
    elif change == "hold":
        facts["held"] = facts["party"]
    else:
        facts["won"] = facts["party"]
    must = tuple(n for n in ("lost_by", "held", "won") if n in facts)
    if told := _without_a_margin(reading, facts):
        facts, must = told
    yield Told(reading.contest.seat, facts, must=must)


@rule("seat")
def seat_majority_before(findings: Findings):
    """The last majority, beside this one: cut, grown or turned over."""
    reading = _only(findings)
    if not reading.majority_before or reading.majority is None or _change(findings) == "speaker":
        return
    before = reading.winner_before
    facts = result.majority_before(reading.previous) | {
        "seat": result.seat_fact(reading.contest),
        "party_before": result.party_fact(reading.previous, before, "winner_party"),
             "majority": result.majority_fact(reading.contest)}
    same = before.party.id == reading.winner.party.id
    way = ("grown" if reading.majority > reading.majority_before else "cut" if reading.majority < reading.majority_before
           else "same") if same else "turned"
    facts[way] = facts["majority_before"]
    yield Told(reading.contest.seat, facts, must=(way,))


@rule("seat", stages=("complete", "partial"), compared=False, claims=("first", "again", "since"))
def seat_member(findings: Findings):
    """What became of the member at dissolution: beaten, returned, or not a candidate here."""
    reading = _only(findings)
    contest, member, seat = reading.contest, reading.member, result.seat_fact(reading.contest)
    if reading.beaten_members:
        candidacy = reading.beaten_members[0]
        facts = {"person": beaten_member(reading, candidacy), "beaten": seat, "seat": seat}
        facts |= member_facts(findings, candidacy.person.id)
        must = ("beaten", *_said(facts))
        if reading.previous and reading.previous.estimated and _change(findings) == "hold" and is_own(reading, candidacy):
            facts |= {"outgoing": beaten_party(reading, candidacy),
                      "held": result.party_fact(contest, reading.winner, "winner_party")}
            must = ("beaten", "outgoing")
        elif is_defector(findings, candidacy):
            member_then = findings.assignment.members_by_person[candidacy.person.id]
            facts |= {"elected_for": service.elected_for_fact(member_then), "stood": beaten_party(reading, candidacy)}
            must = ("beaten", "stood")
        elif by_name(reading, candidacy):
            facts["own_seat"] = seat
        yield Told(contest.seat, facts, must=must)
    if reading.winner.sitting:
        yield from _returned(findings, reading)
    elif not reading.beaten_members and _stood_down(findings, member, contest):
        facts = {"person": service.member_fact(member), "stood_down": seat, "seat": seat, "elected": service.first_elected_fact(member)}
        yield Told(contest.seat, facts, must=("stood_down",))


def _said(facts: dict) -> tuple[str, ...]:
    """Which of office, former office and first election must be told: the weightiest that there is, and the year with it."""
    for name in ("office", "former"):
        if name in facts and "elected" in facts:
            return (name, "elected")
    return ("elected",) if "elected" in facts else ()


def _returned(findings: Findings, reading):
    """A member at dissolution who won: since when, or for which other party before."""
    member = (findings.assignment.members_by_person or {}).get(reading.winner.person.id)
    if not member or reading.winner.party.id == "spk":
        return
    facts = {"person": result.person_fact(reading.contest, reading.winner, "winner"), "returned": result.seat_fact(reading.contest)}
    if is_defector(findings, reading.winner):
        facts["elected_for"] = service.elected_for_fact(member)
    elif since := service.since_fact(member):
        facts["since"] = since
    else:
        return
    yield Told(f"{reading.contest.seat}/returned", facts, must=("returned", "elected_for" if "elected_for" in facts else "since"))


def _stood_down(findings: Findings, member, contest) -> bool:
    baseline = findings.assignment.baseline
    return bool(member and baseline) and baseline.kind != "notional" \
        and not any(c.person.id == member.person.id for c in contest.candidacies)


@rule("seat")
def seat_swing(findings: Findings):
    """The swing between the leading two, only where they were the leading two both times."""
    reading = _only(findings)
    if reading.contest.country == "Northern Ireland":
        return
    swing = result.swing_fact(reading.contest, reading.previous)
    if swing is None or swing.value < Decimal("0.5"):
        return
    yield Told(reading.contest.seat, {"swing": swing} | seat_facts(reading))


@rule("seat", compared=False, claims=("third", "only"))
def seat_field(findings: Findings):
    """Who came third, with the vote; the rest of the field in a number."""
    reading = _only(findings)
    contest = reading.contest
    if len(contest.candidacies) < 3 or result.is_tie(contest):
        return
    third = [c for c in contest.candidacies if c not in (reading.winner, reading.runner_up)][0]
    facts = {"third": result.person_fact(contest, third, "third"), "third_party": result.party_fact(contest, third, "third_party"),
             "third_votes": result.votes_fact(contest, third, "third_votes")}
    others = len(contest.candidacies) - 3
    if others:
        facts["others"] = make(contest.id, "other_candidates", others, "people", sources=votes_source(contest))
    yield Told(contest.seat, facts, must=("others",) if others else ())


@rule("seat", compared=False)
def seat_turnout(findings: Findings):
    """Valid votes over electorate, as the House of Commons Library reckons it."""
    turnout = result.turnout_fact(_only(findings).contest)
    if turnout is None or not _only(findings).runner_up:
        return
    facts = {"turnout": turnout}
    before = _only(findings).previous
    earlier = result.turnout(before) if before and findings.assignment.baseline.kind != "notional" else None
    if earlier is not None and before.electorate:
        change = (turnout.value - earlier) * 100
        way = "turnout_up" if change > 0 else "turnout_down"
        if abs(change) >= 1:
            facts[way] = make(_only(findings).contest.id, way, abs(change), "points", f"{turnout.value:.4f} - {earlier:.4f}",
                              inputs=(turnout, result.turnout_fact(before)))
    yield Told(_only(findings).contest.seat, facts, must=tuple(n for n in ("turnout_up", "turnout_down") if n in facts))


@rule("seat", stages=("waiting",), compared=False)
def seat_waiting(findings: Findings):
    """The seat has not declared; who won it at the baseline."""
    reading = _only(findings)
    if reading.contest.status in HELD_UP:
        return
    facts = {"seat": result.seat_fact(reading.contest)}
    if reading.winner_before and findings.compared:
        facts |= {"party_before": result.party_fact(reading.previous, reading.winner_before, "winner_party"),
                  "before": baseline_year(findings)}
        if reading.majority_before:
            facts |= result.majority_before(reading.previous)
    yield Told(reading.contest.seat, facts, must=tuple(n for n in ("majority_before", "party_before") if n in facts)[:1])
