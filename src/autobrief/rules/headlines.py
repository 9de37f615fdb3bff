"""Headlines: party and person or place, in the present tense; the heaviest one is printed."""

from ..facts import contest as result
from .common import (
    changes,
    closest_reading,
    estimated,
    gained,
    gainers,
    lost,
    region,
    seat_facts,
    sources,
    speaker_seat,
    won_back,
)
from .findings import Findings
from .night import voting_fact
from .registry import Told, rule


def gain_facts(findings: Findings) -> dict:
    """The largest gainer, how many, and from whom where it was one party alone."""
    tally = findings.tally
    party = gainers(tally)[0]
    facts = {"party": tally.party_fact(party), "region": region(findings),
             "gains": tally.count_fact(f"gains/{party}", gained(tally, party))}
    lost_by = sources(tally, party)
    if len(lost_by) == 1 and lost_by[0][0] != "ind":
        facts["lost_by"] = tally.party_fact(lost_by[0][0])
        if len(lost(tally, lost_by[0][0])) > len(gained(tally, party)):
            facts["lost_more"] = facts["lost_by"]  # To yet others: what this party took is not all that it lost.
    if lost(tally, party) or any(gained(tally, p) for p, _ in lost_by):
        # Both ways: then a party is up or down by less than it gained or lost.
        facts["net"] = facts["gains"]
    return facts


def by_losses(tally) -> str | None:
    """The party whose losses are the story: no gainer has half of the changes, and it lost more than any gained."""
    gains = gainers(tally)
    losers = {lost_by for to, lost_by in tally.pairs if "spk" not in (to, lost_by) and lost_by != "ind"}
    if not gains or not losers:
        return None
    party = max(losers, key=lambda p: (len(lost(tally, p)), p))
    most = len(gained(tally, gains[0]))
    return party if most * 2 < len(changes(tally)) and len(lost(tally, party)) > most else None


@rule("region", "nation", claims=("none",))
def headline_losses(findings: Findings):
    """A party that lost more seats than any other gained."""
    tally = findings.tally
    if not (party := by_losses(tally)):
        return
    facts = {"party": tally.party_fact(party), "losses": tally.count_fact(f"losses/{party}", lost(tally, party)),
             "region": region(findings)}
    if tally.now[party]:
        facts["left"] = tally.seats_fact(party)
    yield Told(party, facts, (("size", min(facts["losses"].value, 20) / 4), ("no one gainer", 3.0)),
               must=("left",) if "left" in facts else ())


@rule("region", "nation")
def headline_gains(findings: Findings):
    """The largest gainer and how many seats it took."""
    if len(changes(findings.tally)) < 2 or len(gained(findings.tally, gainers(findings.tally)[0])) < 2:
        return
    party = gainers(findings.tally)[0]
    size = min(len(gained(findings.tally, party)), 20) / 4
    yield Told(party, gain_facts(findings), (("size", size),))


@rule("region", "nation")
def headline_gains_both(findings: Findings):
    """Two parties gained, neither of them a bystander: the second at least a third of the first."""
    tally = findings.tally
    parties = gainers(tally)
    if len(parties) < 2:
        return
    first, second = (len(gained(tally, p)) for p in parties[:2])
    if second * 3 < first or second < 2:
        return
    facts = gain_facts(findings) | {
        "other_party": tally.party_fact(parties[1]),
        "other_gains": tally.count_fact(f"gains/{parties[1]}", gained(tally, parties[1]))}
    if lost(tally, parties[1]):
        facts["net"] = facts["other_gains"]
    facts.pop("lost_by", None)
    yield Told("both", facts, (("size", min(first, 20) / 4), ("second party", 2.0)))


@rule("region", "nation", claims=("only", "no"))
def headline_one_gain(findings: Findings):
    """One seat changed hands, and which."""
    yield from _one_gain(findings)


@rule("region", "nation", stages=("partial",), claims=("only", "no"))
def headline_so_far_one(findings: Findings):
    """One seat of those declared changed hands, and which."""
    yield from _one_gain(findings)


def _one_gain(findings: Findings):
    changed = changes(findings.tally)
    if len(changed) != 1:
        return
    reading = changed[0]
    lost_by = findings.outcomes[reading.contest.seat].lost_by
    yield Told(reading.contest.seat, {
        "party": result.party_fact(reading.contest, reading.winner, "winner_party"),
        "winner": result.person_fact(reading.contest, reading.winner, "winner"),
        "seat": result.seat_fact(reading.contest), "region": region(findings),
        "lost_by": findings.tally.party_fact(lost_by)}, seats=(reading.contest.seat,))


@rule("region", "nation", claims=("no", "all", "nothing", "none", "every", "whole", "nobody"))
def headline_unchanged(findings: Findings):
    """No seat changed hands."""
    tally = findings.tally
    if changes(tally):
        return
    party = tally.parties()[0]
    facts = {"party": tally.party_fact(party), "held": tally.seats_fact(party), "total": tally.total_fact(),
             "region": region(findings)}
    if tally.now[party] == tally.total > 1:
        facts["whole"] = facts["held"]
    facts["speaker_seat"] = speaker_seat(findings)
    if (back := won_back(findings)) and not facts["speaker_seat"]:
        facts["regained"] = tally.count_fact("regained", back)
        yield Told(party, facts, must=("regained",))
        return
    yield Told(party, facts, must=("speaker_seat",) if facts["speaker_seat"] else ("whole",) if "whole" in facts else ("held",))


@rule("region", "nation", stages=("partial",))
def headline_so_far(findings: Findings):
    """The largest gainer among the seats declared."""
    if len(changes(findings.tally)) < 2 or not gainers(findings.tally):
        return
    facts = gain_facts(findings)
    yield Told("gains", facts, (("size", min(facts["gains"].value, 20) / 4),))


@rule("region", "nation", stages=("partial",), compared=False, claims=("no", "nothing", "every"))
def headline_so_far_quiet(findings: Findings):
    """Seats are in and none has changed hands, or there is nothing to compare with."""
    tally = findings.tally
    if findings.compared and changes(tally):
        return
    party = tally.parties()[0]
    facts = {"region": region(findings), "declared": tally.count_fact("declared", tally.declared),
             "total": tally.total_fact()}
    if findings.compared:
        facts["unchanged"] = facts["declared"]
        facts["speaker_seat"] = speaker_seat(findings)
    else:
        facts |= {"party": tally.party_fact(party), "won": tally.seats_fact(party)}
        if len(tally.declared) == 1:
            facts |= {name: fact for name, fact in seat_facts(tally.declared[0]).items() if name in ("seat", "winner")}
    must = ("unchanged",) if findings.compared else ("seat",) if "seat" in facts else ("won",)
    yield Told("quiet", facts, must=must)


@rule("region", "nation", "seat", stages=("waiting",), compared=False, claims=("no", "nothing"))
def headline_waiting(findings: Findings):
    """The polls have closed and nothing is in."""
    facts = {"region": region(findings)}
    if findings.tally.total > 1:
        facts["total"] = voting_fact(findings) or findings.tally.total_fact()
    yield Told("waiting", facts)


@rule("region", claims=("every", "all", "no", "none"))
def headline_wiped_out(findings: Findings):
    """A party lost every seat that it had here, three or more."""
    tally = findings.tally
    for party, had in sorted(tally.before_all.items(), key=lambda found: (-found[1], found[0])):
        if had >= 3 and not tally.now[party] and party not in ("ind", "spk"):
            yield Told(party, {"party": tally.party_fact(party), "had": _had(tally, party, had), "region": region(findings),
                               "estimated": estimated(findings)},
                       (("size", min(had, 20) / 4),))


def _had(tally, party: str, had: int):
    """The seats that a party lost, as the lead counts them where no seat passed to or from the Speaker."""
    gone = lost(tally, party)
    return tally.count_fact(f"losses/{party}", gone) if len(gone) == had else tally.seats_before_fact(party)


@rule("region", claims=("every", "all", "no"))
def headline_whole(findings: Findings):
    """A party gained what it lacked and now has every seat."""
    tally = findings.tally
    if len(tally.now) != 1 or not changes(tally) or tally.total < 2:
        return
    party = next(iter(tally.now))
    if party == "ind":
        return
    facts = {"party": tally.party_fact(party), "whole": tally.seats_fact(party), "region": region(findings)}
    yield Told(party, facts, (("size", min(tally.total, 20) / 4),))


@rule("region", claims=("no",))
def headline_changes(findings: Findings):
    """Several seats changed hands and no party gained more than one."""
    tally = findings.tally
    if len(changes(tally)) < 2 or len(gained(tally, gainers(tally)[0])) > 1:
        return
    yield Told("changes", {"changed": tally.count_fact("changed", changes(tally)), "region": region(findings)}, (("several", 2.0),))


@rule("nation", claims=("most",))
def headline_majority(findings: Findings):
    """A party has a majority in the Commons, and how large."""
    national = findings.national
    found = national.majority_fact(findings.speaker)
    if not found:
        return
    party = national.majority(findings.speaker)[0]
    facts = {"party": findings.tally.party_fact(party), "majority": found, "seats": national.seats_fact(party)}
    if taken := gained(findings.tally, party):
        facts["gains"] = findings.tally.count_fact(f"gains/{party}", taken)
    yield Told(party, facts, (("the result", 12.0),), must=("gains",) if "gains" in facts else ())


@rule("nation", claims=("no", "largest"))
def headline_hung(findings: Findings):
    """No party has a majority in the Commons."""
    national = findings.national
    if not national.complete or national.majority(findings.speaker):
        return
    party = findings.tally.parties()[0]
    yield Told(party, {"party": findings.tally.party_fact(party), "seats": national.seats_fact(party)}, (("the result", 12.0),))


@rule("region", "nation", compared=False, claims=("closest",))
def headline_closest(findings: Findings):
    """The closest result, where it is close by the stylebook's limit."""
    reading = closest_reading(findings)
    limit = findings.thresholds["close_votes"]
    if reading and 0 < reading.majority < limit:
        yield Told(reading.contest.seat, seat_facts(reading) | {"region": region(findings)}, (("close", 5 * (1 - reading.majority / limit)),),
                   seats=(reading.contest.seat,))
