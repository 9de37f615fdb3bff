"""The state of the region, seats by party: the standfirst, and the headline where there is nothing to compare it with."""

from collections import Counter

from ..facts.share import region_share_fact
from .common import FIGURES, NAMED, named_and_rest, region
from .findings import Findings
from .registry import Told, rule


def seats_by_party(findings: Findings) -> dict:
    """The facts of who has how many, as many as one sentence bears."""
    tally = findings.tally
    parties = [p for p in tally.parties() if tally.now[p] and p != "spk"]
    facts = {"region": region(findings)}
    large = [p for p in parties if tally.now[p] >= FIGURES]
    # A sentence bears two figures: the total goes first, then the counts of all but two parties.
    if len(large) + (tally.total >= FIGURES) <= 2 or len(parties) <= 2:
        facts["total"] = tally.total_fact()
    if parties:
        facts |= {"leader": tally.party_fact(parties[0]), "leader_seats": tally.seats_fact(parties[0])}
    if tally.now["spk"]:
        facts["speaker"] = tally.seats_fact("spk")
    if len(parties) == 2:
        facts |= {"second": tally.party_fact(parties[1]), "second_seats": tally.seats_fact(parties[1])}
        if len(large) == 2:
            facts["rest_for"] = facts["second"]
    elif len(large) > 2:
        facts |= {"second": tally.party_fact(parties[1]), "second_seats": tally.seats_fact(parties[1]),
                  "sharing": tuple({"party": tally.party_fact(p)} for p in parties[2:2 + NAMED])}
        if len(parties) > 2 + NAMED:
            facts["more"] = tally.total_fact()
    elif len(parties) > 2:
        facts |= named_and_rest(tally, parties[1:], tally.seats_fact)
        if "rest" in facts:
            facts.pop("total", None)
    return facts


@rule("region", "nation", compared=False, claims=("largest",))
def standing(findings: Findings):
    """Seats by party now, over the whole region."""
    facts, tally = seats_by_party(findings), findings.tally
    if "second" in facts and facts["second_seats"].value == facts["leader_seats"].value:
        facts["level"] = facts["leader_seats"]
    if "speaker" in facts and "leader" in facts and len(tally.now) == 2:
        yield Told("seats", facts | {"alone": facts["speaker"]}, must=("alone",))
    elif "second" in facts or "others" in facts:
        others = (n for p, n in tally.now.items() if p not in ("spk", facts["leader"].value.id))
        if facts["leader_seats"].value > max(others, default=0):
            facts["clear"] = facts["leader_seats"]
        yield Told("seats", facts, must=tuple(n for n in ("second", "others", "rest", "level", "total", "rest_for", "sharing", "more") if n in facts))


@rule("region", "nation", compared=False, claims=("all", "every", "second", "nobody", "everything", "first"))
def standing_whole(findings: Findings):
    """One party has every seat."""
    tally = findings.tally
    if len(tally.now) != 1 or tally.total < 2:
        return
    facts = seats_by_party(findings)
    seconds = Counter(r.runner_up.party.id for r in tally.declared if r.runner_up)
    often = [p for p in seconds if seconds[p] == max(seconds.values())]
    if len(often) == 1 and (found := often[0]) != "ind":
        mine = [r for r in tally.declared if r.runner_up and r.runner_up.party.id == found]
        facts |= {"second_party": tally.party_fact(found), "second_count": tally.count_fact(f"second/{found}", mine)}
        if len(mine) == tally.total:
            facts["whole_second"] = facts["second_party"]
    elif len(often) == 2 and "ind" not in often and seconds[often[0]] * 2 == tally.total:
        mine = [r for r in tally.declared if r.runner_up and r.runner_up.party.id == often[0]]
        facts |= {"one_second": tally.party_fact(often[0]), "other_second": tally.party_fact(often[1]),
                  "each_second": tally.count_fact(f"second/{often[0]}", mine)}
    if "second_party" not in facts and "one_second" not in facts:
        facts["vote_share"] = region_share_fact(tally, facts["leader"].value.id)
    must = next(name for name in ("whole_second", "second_count", "each_second", "vote_share") if name in facts)
    yield Told("seats", facts, must=(must,))


@rule("region", "nation", compared=False, claims=("all",))
def headline_won(findings: Findings):
    """Who won most seats, where there is nothing to compare with."""
    if findings.compared:
        return
    tally = findings.tally
    party = tally.parties()[0]
    facts = {"party": tally.party_fact(party), "won": tally.seats_fact(party), "total": tally.total_fact(),
             "region": region(findings)}
    if tally.now[party] == tally.total > 1:
        facts["whole"] = facts["won"]
    second = next((p for p in tally.parties()[1:] if tally.now[p] == tally.now[party]), None)
    if second:
        facts |= {"other": tally.party_fact(second), "level": facts["won"]}
    yield Told(party, facts, must=next((n,) for n in ("whole", "level", "won") if n in facts))
