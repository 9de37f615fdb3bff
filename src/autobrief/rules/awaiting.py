"""What a reader watches for before anything is in: who is standing, and which seats were won by least."""

from ..facts import contest as result
from ..facts import member as service
from .common import highest_office, member_facts, prominence, region, seniority
from .findings import Findings
from .night import UNPOLLED, baseline_year
from .registry import Told, rule

PEOPLE, SHOWN = 2, 3
"""Most candidates, and most seats, that one sentence names."""
EITHER_SIDE = 2
"""So many seats to each that is named, at least: of four seats no three are the closest."""


@rule("region", "nation", stages=("waiting",), compared=False, claims=("first", "again"))
def standing_again(findings: Findings):
    """Members who are standing again: those of office or past office, else the one of the longest service."""
    known = findings.assignment.members_by_person or {}
    standing = [(r, c) for r in findings.tally.outstanding if r.contest.status not in UNPOLLED
                for c in r.contest.candidacies if c.sitting and c.person.id in known]
    standing.sort(key=lambda one: (-prominence(findings, one[1].person.id), -seniority(findings, one[1].person.id), one[0].contest.seat))
    of_note = [one for one in standing if (office := highest_office(findings, one[1].person.id))
               and findings.ranks[office.rank]["weight"] >= findings.thresholds["story_office"]]
    shown = [_candidate(findings, *one) for one in of_note[:PEOPLE]]
    facts = {"region": region(findings)}
    if len(shown) > 1:
        yield Told("members", facts | {"items": tuple(shown)}, must=("items",))
    elif shown:
        yield Told("members", facts | shown[0], must=tuple(n for n in ("office", "former") if n in shown[0]))
    elif standing:
        reading, candidacy = standing[0]
        member = known[candidacy.person.id]
        if service.years_of_service(member, findings.assignment) >= findings.thresholds["long_service_years"]:
            facts |= _candidate(findings, reading, candidacy) | {"elected": service.first_elected_fact(member)}
            yield Told("members", facts, must=("elected",))


def _candidate(findings: Findings, reading, candidacy) -> dict:
    facts = {"person": result.person_fact(reading.contest, candidacy, "candidate"), "seat": result.seat_fact(reading.contest)}
    return facts | {name: fact for name, fact in member_facts(findings, candidacy.person.id).items() if name in ("office", "former")}


@rule("region", "nation", stages=("waiting",), claims=("smallest", "closer", "closest", "narrowest", "most", "no"))
def closest_before(findings: Findings):
    """The seats that were won by least at the election compared with, and how little decided the closest of them."""
    if findings.assignment.rule != "general-election":
        return
    limit = findings.thresholds["watched_votes"]
    fought = sorted((r for r in findings.tally.outstanding if r.majority_before), key=lambda r: (r.majority_before, r.contest.seat))
    if len(fought) <= EITHER_SIDE or len(fought) < findings.tally.total or fought[0].majority_before >= limit:
        return
    first, *others = fought
    if first.winner_before.party.id in ("ind", "spk"):
        return
    after = [r for r in others[:SHOWN - 1] if r.majority_before < limit]
    facts = {"seat": result.seat_fact(first.contest), "region": region(findings), "before": baseline_year(findings),
             "party_before": result.party_fact(first.previous, first.winner_before, "winner_party")} | result.majority_before(first.previous)
    if len(after) == SHOWN - 1 and len(fought) >= EITHER_SIDE * SHOWN:
        facts["after"] = tuple({"seat": result.seat_fact(r.contest)} for r in after)
    yield Told(first.contest.seat, facts, must=tuple(n for n in ("estimated", "after") if facts.get(n)))
