"""The end of the article: the nation, the Speaker's seat, and how it was made."""

from ..facts.making import contest_source, make, votes_source
from ..model.text import Source
from .common import estimated, region, seat_facts
from .findings import Findings
from .night import baseline_year, time_fact
from .places import leave_pattern
from .registry import Told, rule


def _prime_minister(findings: Findings):
    """Who governs, as the member of this region where that is so: then the copy has named the person already, perhaps."""
    found = findings.national.prime_minister_fact()
    here = (r.winner.person for r in findings.tally.declared if found and r.winner.person.name == found.value.name)
    person = next(here, None)
    return found._replace(value=person) if person else found


@rule("region", "nation", compared=False, claims=("largest", "since", "whole", "no"))
def national_majority(findings: Findings):
    """Who governs with what majority, counted by the house's rule for the Speaker."""
    national = findings.national
    found = national.majority_fact(findings.speaker)
    if not found:
        return
    party = national.majority(findings.speaker)[0]
    facts = {"majority": found, "party": findings.tally.party_fact(party), "prime_minister": _prime_minister(findings)}
    if national.same_prime_minister():
        facts["remains"] = facts["prime_minister"]
    if since := national.largest_since(findings.speaker):
        facts["largest_since"] = since
    told = tuple(name for name in ("remains", "largest_since") if name in facts and facts[name])
    yield Told("majority", facts, must=told or (("prime_minister",) if facts["prime_minister"] else ()))


@rule("region", "nation", compared=False, claims=("no", "largest", "whole", "nobody", "most", "half", "all"))
def national_no_majority(findings: Findings):
    """No party has a Commons majority; the largest, and who became prime minister."""
    national = findings.national
    if not national.complete or national.majority(findings.speaker):
        return
    party, _ = national.seats.most_common(1)[0]
    facts = {"party": findings.tally.party_fact(party), "seats": national.seats_fact(party),
             "prime_minister": _prime_minister(findings)}
    if national.same_prime_minister():
        facts["remains"] = facts["prime_minister"]
    elif national.parliament and national.parliament.government == "Coalition":
        facts["coalition"] = facts["prime_minister"]
    must = "remains" if "remains" in facts else "prime_minister"
    yield Told("hung", facts, must=("coalition",) if "coalition" in facts else (must,) if facts[must] else ())


@rule("region", compared=False)
def heading_national(findings: Findings):
    """The heading over the national frame."""
    if findings.national.complete:
        yield Told("national", {"election": baseline_or_own_name(findings)})


def baseline_or_own_name(findings: Findings):
    at = findings.assignment.election
    return make(f"{at.id}/election", "name", at.name, "text", sources=contest_source(findings.readings[0].contest, "seat"))


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("no",))
def speaker_returned(findings: Findings):
    """The Speaker's seat, which stands outside gains and losses."""
    for reading in findings.tally.declared:
        if reading.winner.party.id == "spk":
            yield Told(reading.contest.seat, seat_facts(reading), seats=(reading.contest.seat,))


@rule("region", "nation", stages=("complete", "partial"))
def speaker_succeeded(findings: Findings):
    """A seat that a Speaker held at the baseline and a party has now."""
    for reading in findings.tally.declared:
        if reading.holder == "spk" and reading.winner.party.id != "spk":
            yield Told(reading.contest.seat, seat_facts(reading), seats=(reading.contest.seat,))


@rule("region", "nation", "seat", stages=("waiting", "partial", "complete"), claims=("since", "nobody"))
def method_baseline(findings: Findings):
    """What gains and losses are measured against."""
    if estimated(findings):
        return
    facts = {"before": baseline_year(findings)}
    if findings.assignment.rule == "sitting-member":
        facts["sitting"] = facts["before"]
    yield Told("baseline", facts, must=("sitting",) if "sitting" in facts else ())


@rule("region", "nation", "seat", stages=("waiting", "partial", "complete"), claims=("most", "nobody"))
def method_notional(findings: Findings):
    """New boundaries: the baseline is an estimate, and whose."""
    before = findings.assignment.baseline
    if not estimated(findings):
        return
    source = next(votes_source(r.previous) for r in findings.readings if r.previous)
    facts = {"before": baseline_year(findings),
             "authors": make(f"{before.id}/election", "authors", before.authors or "others", "text", sources=source)}
    if findings.assignment.rule == "sitting-member":
        facts["sitting"] = facts["before"]
    yield Told("notional", facts, must=("sitting",) if "sitting" in facts else ())


@rule("region", "nation", "seat", stages=("waiting", "partial", "complete"), compared=False, claims=("nothing", "no"))
def method_uncompared(findings: Findings):
    """There is no baseline on record, so nothing is compared."""
    if not findings.compared:
        yield Told("uncompared", {"election": baseline_or_own_name(findings)})


@rule("region", "nation", stages=("partial",), compared=False)
def method_so_far(findings: Findings):
    """How many of the seats are in, and when."""
    tally = findings.tally
    if not tally.outstanding:
        return
    yield Told("so far", {"declared": tally.count_fact("declared", tally.declared), "total": tally.total_fact(),
                          "time": time_fact(findings)}, must=("time",) if time_fact(findings) else ())


@rule("region", "nation", "seat", stages=("waiting", "partial", "complete"), compared=False)
def method_automatic(findings: Findings):
    """That it was written automatically, and from what."""
    at = findings.assignment.election
    source = make(f"{at.id}/election", "source", at.source or at.name, "text",
                  sources=contest_source(findings.readings[0].contest, "seat"))
    yield Told("automatic", {"source": source, "region": region(findings)})




@rule("region", "nation", claims=("most",))
def method_leave(findings: Findings):
    """Whose estimates of the referendum were used, where the copy speaks of Leave and Remain."""
    credit = (findings.assignment.credits or {}).get("estimate")
    if credit and any(leave_pattern(findings)):
        authors, row = credit
        yield Told("leave", {"authors": make("referendum/estimate", "authors", authors, "text",
                                             sources=(Source("credits.csv", "", (row,), "authors"),))})
