"""States between a poll and its figures: a winner known, a recount, a poll put off, a result void or put right."""

from ..facts import contest as result
from .common import region
from .findings import Findings
from .night import baseline_year
from .registry import Told, rule

HELD_UP = ("recount", "postponed", "void")
NAMED = 4
"""Most seats that one sentence names."""


def _in(findings: Findings, status: str) -> list:
    return [r for r in findings.readings if r.contest.status == status]


def _seats(findings: Findings, kind: str, readings: list) -> Told:
    """One seat by name, a few by name, or many by number."""
    if len(readings) == 1:
        return Told(kind, {"seat": result.seat_fact(readings[0].contest)}, seats=(readings[0].contest.seat,))
    facts = {"count": findings.tally.count_fact(kind, readings), "region": region(findings)}
    if len(readings) <= NAMED:
        facts["places"] = tuple({"seat": result.seat_fact(r.contest)} for r in readings)
    return Told(kind, facts, must=("places",) if "places" in facts else (), seats=tuple(r.contest.seat for r in readings))


@rule("region", "nation", stages=("partial",), compared=False)
def winner_known(findings: Findings):
    """Seats whose winner is known before the figures are in."""
    found = _in(findings, "winner_known")
    if not found:
        return
    told = _seats(findings, "known", found)
    if len(found) == 1:
        contest, won = found[0].contest, found[0].winner
        told.facts.update(winner=result.person_fact(contest, won, "winner"), party=result.party_fact(contest, won, "winner_party"))
    yield told


@rule("region", "nation", stages=("partial", "waiting"), compared=False)
def recount_called(findings: Findings):
    """Seats that are being counted again before they declare."""
    if found := _in(findings, "recount"):
        yield _seats(findings, "recount", found)


@rule("region", "nation", stages=("partial", "waiting", "complete"), compared=False)
def poll_postponed(findings: Findings):
    """Seats whose poll was put off: neither undeclared nor lost."""
    if found := _in(findings, "postponed"):
        yield _seats(findings, "postponed", found)


@rule("region", "nation", stages=("partial", "waiting", "complete"), compared=False)
def result_void(findings: Findings):
    """Seats whose election is void, so that nobody has won them."""
    if found := _in(findings, "void"):
        yield _seats(findings, "void", found)


@rule("region", "nation", "seat", stages=("partial", "complete"), compared=False)
def result_corrected(findings: Findings):
    """Seats whose result was issued again, put right."""
    if found := _in(findings, "corrected"):
        yield _seats(findings, "corrected", found)


def figures_due(findings: Findings) -> list:
    """The seats without figures where every seat has a winner; none while a seat is outstanding, void or postponed."""
    return [] if findings.tally.outstanding else _in(findings, "winner_known")


@rule("region", "nation", stages=("partial",), compared=False, claims=("every",))
def standing_figures_due(findings: Findings):
    """Every seat has a winner, and figures are still to come."""
    if found := figures_due(findings):
        yield Told("figures", {"region": region(findings), "due": findings.tally.count_fact("figures_due", found)})


@rule("region", "nation", stages=("partial",), compared=False)
def method_figures_due(findings: Findings):
    """Written before all figures were in."""
    if found := figures_due(findings):
        yield Told("figures", {"due": findings.tally.count_fact("figures_due", found)})


# One seat ----------------------------------------------------------------------------------------

def _state(findings: Findings) -> dict:
    """The seat, and under its state's own name the seat again; the winner where one is known."""
    reading = findings.readings[0]
    contest = reading.contest
    if contest.status == "winner_known":
        return {"seat": result.seat_fact(contest), "winner": result.person_fact(contest, reading.winner, "winner"),
                "known": result.party_fact(contest, reading.winner, "winner_party")}
    return {"seat": result.seat_fact(contest), contest.status: result.seat_fact(contest)} if contest.status in HELD_UP else {}


@rule("seat", stages=("partial", "waiting"), compared=False)
def headline_state(findings: Findings):
    """A seat whose winner is known without figures, is counted again, put off or void."""
    if facts := _state(findings):
        yield Told("state", facts, (("a state of its own", 10.0),), must=("known" if "known" in facts else list(facts)[-1],))


@rule("seat", stages=("partial", "waiting"), compared=False)
def seat_state(findings: Findings):
    """What is known of such a seat, and who won it at the baseline."""
    reading = findings.readings[0]
    if not (facts := _state(findings)):
        return
    must = ["known" if "known" in facts else list(facts)[-1]]
    if "known" in facts and findings.compared and findings.outcomes[reading.contest.seat].change == "hold":
        facts["held"] = facts["known"]
        must = ["held"]
    elif reading.winner_before and findings.compared:
        facts |= {"party_before": result.party_fact(reading.previous, reading.winner_before, "winner_party"), "before": baseline_year(findings)}
        must.append("party_before")
    yield Told("state", facts, must=tuple(must))
