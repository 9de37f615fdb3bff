"""Parties: who was shut out again, who came second, whose vote moved, who stood aside."""

from collections import Counter

from ..facts import contest as result
from ..facts.making import make
from ..facts.reading import Reading
from ..facts.share import largest_swing_fact, region_share_fact, share_change_fact
from ..facts.tally import Tally
from ..model.text import Fact, Source
from .common import changes, estimated, rarity, region, seat_facts, sources, unbroken_record
from .findings import Findings
from .registry import Told, rule

GROUPS = {"con": "con", "lab": "lab", "ld": "lib", "snp": "snp", "pc": "pc", "green": "green", "reform": "reform", "ukip": "ukip",
          "dup": "dup", "sf": "sf", "sdlp": "sdlp", "uup": "uup", "apni": "alliance"}


@rule("region", "nation", compared=False, claims=("no", "again", "none", "nobody"))
def shut_out(findings: Findings):
    """A party with a good part of the votes and no seat; at which elections before it had none here either."""
    tally, record = findings.tally, unbroken_record(findings)
    if tally.total < 5:
        return
    cast = tally.votes.total()
    for party, mine in sorted(tally.votes.items(), key=lambda found: (-found[1], found[0]))[:6]:
        if tally.now[party] or party == "ind" or party not in GROUPS or mine * 100 < cast * findings.thresholds["shut_out_percent"]:
            continue
        facts = {"party": tally.party_fact(party), "vote_share": region_share_fact(tally, party), "total": tally.total_fact(),
                 "region": region(findings)}
        since = []
        for year in sorted(record, reverse=True):
            if GROUPS[party] in record[year][0]:
                break
            since.append(year)
        before = tally.before_all[party]
        if before and findings.compared:
            facts["lost_all"] = tally.seats_before_fact(party)
        elif since and party not in ("reform", "ukip") and findings.assignment.election.date.year > 2015:
            facts["years"] = tuple({"year": make(f"{tally.subject}/{party}", f"none/{year}", int(year), "year",
                                                 sources=(Source("held/2010-2023.csv", "", (), "winners"),))}
                                   for year in sorted(since)[-2:])
        must = ("lost_all",) if "lost_all" in facts else ("years",) if "years" in facts else ()
        yield Told(party, facts, (("votes", 20.0 * mine / cast),), must)
        if len(tally.now) == 1:
            return  # Where one party has every seat, nobody else has any.


@rule("region", "nation", claims=("second", "no"))
def second_places(findings: Findings):
    """A party that is second in many more seats than at the baseline, or, where that is an estimate, in nearly all of them."""
    tally, limits = findings.tally, findings.thresholds
    now = Counter(r.runner_up.party.id for r in tally.declared if r.runner_up)
    before = Counter(s.party.id for r in tally.declared if r.previous and (s := result.runner_up(r.previous)))
    risen = sorted(((now[p] - before[p], p) for p in now if p != "ind" and tally.now[p] >= tally.before[p]), key=lambda found: (-found[0], found[1]))
    if not risen or tally.total < 5 or risen[0][0] * 100 < limits["second_places_percent"] * tally.total:
        return
    party = risen[0][1]
    if len(tally.now) == 1 and now[party] == max(now.values()) or findings.assignment.rule != "general-election":
        return  # The standfirst of a region that one party has whole says it.
    mine = [r for r in tally.declared if r.runner_up and r.runner_up.party.id == party]
    if len(mine) < limits["second_places_seats"]:
        return
    facts = {"party": tally.party_fact(party), "second": tally.count_fact(f"second/{party}", mine), "total": tally.total_fact(),
             "region": region(findings)}
    if estimated(findings):
        if len(mine) * 100 < limits["second_everywhere_percent"] * tally.total:
            return  # A count with nothing to set it beside says little.
        facts["estimated"] = facts["second"]
    elif before[party]:
        earlier = [r for r in tally.declared if r.previous and (s := result.runner_up(r.previous)) and s.party.id == party]
        facts["second_before"] = tally.count_fact(f"second_before/{party}", earlier)
    must = tuple(n for n in ("second_before", "estimated") if n in facts)
    yield Told(party, facts, (("risen", 10.0 * risen[0][0] / tally.total),), must=must)


@rule("region", "nation")
def vote_shares(findings: Findings):
    """How the largest parties' shares of the region's vote moved, in points."""
    tally = findings.tally
    if findings.assignment.region.id == "northern-ireland" or tally.total < 4:
        return
    moved = [(p, share_change_fact(tally, p)) for p in ("con", "lab", "ld", "snp", "pc", "green", "reform", "ukip")]
    moved = sorted(((p, fact) for p, fact in moved if fact is not None and fact.value >= 1), key=lambda x: (-x[1].value, x[0]))
    ups = [(p, f) for p, f in moved if f.kind.startswith("share_rise")]
    downs = [(p, f) for p, f in moved if f.kind.startswith("share_fall")]
    if not ups or not downs:
        return
    facts = {"risen": tally.party_fact(ups[0][0]), "rise": ups[0][1], "fallen": tally.party_fact(downs[0][0]), "fall": downs[0][1],
             "region": region(findings)}
    yield Told("shares", facts, (("size", float(max(ups[0][1].value, downs[0][1].value)) / 5),))


@rule("region", "nation", stages=("complete",), claims=("no",))
def stood_aside(findings: Findings):
    """A party that fought a seat at the baseline and not now, in several: it explains shares that moved."""
    tally = findings.tally
    if findings.assignment.baseline.kind == "notional":
        return
    gone = Counter(c.party.id for r in tally.declared for c in r.previous.candidacies
                   if c.party.id not in ("ind", "spk", "ukip") and not any(n.party.id == c.party.id for n in r.contest.candidacies))
    fought = Counter(p for r in tally.declared for p in {c.party.id for c in r.previous.candidacies})
    for party, seats in gone.most_common(1):
        if seats < 3 or seats * 10 < tally.total or fought[party] * 2 < tally.total:
            continue
        mine = [r for r in tally.declared if any(c.party.id == party for c in r.previous.candidacies)
                and not any(c.party.id == party for c in r.contest.candidacies)]
        yield Told(party, {"party": tally.party_fact(party), "count": tally.count_fact(f"aside/{party}", mine),
                           "region": region(findings)}, (("seats", seats / 4),))


@rule("region", "nation", claims=("only", "one"))
def against_the_tide(findings: Findings):
    """A lone gain by the party that lost most, or the only gain from the party that gained most."""
    tally = findings.tally
    if len(changes(tally)) < 5:
        return
    net = {p: tally.now[p] - tally.before[p] for p in set(tally.now) | set(tally.before)}
    worst = min(net, key=lambda p: (net[p], p))
    gained = [r for (to, lost_by), seats in tally.pairs.items() if to == worst and lost_by != "spk" for r in seats]
    if len(gained) != 1 or worst == "ind" or net[worst] > -3:
        return
    reading = gained[0]
    facts = seat_facts(reading) | {"lost_by": tally.party_fact(sources(tally, worst)[0][0]), "region": region(findings)}
    yield Told(reading.contest.seat, facts, (("surprise", 8.0),), seats=(reading.contest.seat,))


@rule("region", "nation", claims=("biggest", "largest", "one", "two", "again"))
def biggest_swing(findings: Findings):
    """The largest swing (Butler) from one party to another of all seats that both fought both times, as the rise and the fall it is made of.

    Told of a seat where the same two parties lead as last time, and `plain`; where there is none such, the largest of those seats alone.
    """
    tally = findings.tally
    if tally.total < 5 or any(r.contest.region == "northern-ireland" for r in tally.readings):
        return  # Swing is for parties that stand throughout Britain: a record of the whole UK would leave its other seats out.
    led = [r for r in tally.declared if r.swing is not None and "spk" not in (r.winner.party.id, r.runner_up.party.id)]
    found = [r for r in led if abs(r.swing) >= findings.thresholds["swing_points"]]
    reading, plain = _swung_most(tally, found)
    if not plain:
        reading = max(led, key=lambda r: (abs(r.swing), r.contest.seat), default=None)
        if reading not in found or len(led) * 2 < tally.total:
            return
    pair = _swing_pair(reading)
    if not result.one_rose_one_fell(reading.contest, reading.previous, *pair):
        return  # Both rose, or both fell: then a swing takes more explaining than it is worth.
    facts = seat_facts(reading) | {"region": region(findings), "plain": plain}
    named = {facts[name].value.id: facts[name] for name in ("party", "runner_up_party")}
    facts["losing"], facts["gaining"] = (named[party] for party in pair)
    facts["fall"], facts["rise"] = (result.share_change_fact(reading.contest, reading.previous, party) for party in pair)
    size = float(abs(reading.swing))
    yield Told(reading.contest.seat, facts, (("size", size / 5), ("rarity", rarity(findings, "swing", size / 100))),
               must=("plain",) if plain else ())


def _swing_pair(reading: Reading) -> tuple[str, str]:
    """(from, to): the two leading parties, in the direction of the swing between them."""
    won, second = reading.winner.party.id, reading.runner_up.party.id
    return (second, won) if reading.swing > 0 else (won, second)


def _swung_most(tally: Tally, found: list[Reading]) -> tuple[Reading | None, Fact | None]:
    """The seat with the largest swing of its pair in the whole region, and the fact that it is; else None and None.

    Of several pairs the one that most seats went by is looked at first, then the one with the larger swing.
    """
    pairs: dict[tuple[str, str], Reading] = {}
    for reading in sorted(found, key=lambda r: (-abs(r.swing), r.contest.seat)):
        pairs.setdefault(_swing_pair(reading), reading)
    for pair in sorted(pairs, key=lambda pair: -len(tally.pairs.get(pair[::-1], ()))):
        reading = pairs[pair]
        fact = largest_swing_fact(tally, reading, *pair)
        if fact and result.one_rose_one_fell(reading.contest, reading.previous, *pair):
            return reading, fact
    return None, None


@rule("region", "nation", claims=("every", "all"))
def majorities_all(findings: Findings):
    """A party's majority fell, or rose, in every seat that it kept."""
    tally = findings.tally
    for party in tally.parties():
        kept = [r for r in tally.declared if {r.winner.party.id, r.holder, r.winner_before and r.winner_before.party.id} == {party}]
        if len(kept) < max(5, tally.total / 10) or party in ("ind", "spk") or any(r.lead is None or r.lead_before is None for r in kept):
            continue
        moves = [r.majority - r.majority_before for r in kept]
        way = "shrank" if all(m < 0 for m in moves) else "grew" if all(m > 0 for m in moves) else ""
        if way:
            facts = {"party": tally.party_fact(party), way: tally.count_fact(f"{way}/{party}", kept), "region": region(findings),
                     "estimated": estimated(findings)}
            yield Told(party, facts, (("whole", 4.0 + min(len(kept), 20) / 5),), must=tuple(n for n in (way, "estimated") if facts[n]))


@rule("region", "nation", compared=False, claims=("most",))
def women_elected(findings: Findings):
    """How many of the region's members are women, where it is half or more, or under a fifth."""
    tally = findings.tally
    women = [r for r in tally.declared if r.winner.person.gender == "F"]
    if tally.total < 8 or any(r.winner.person.gender is None for r in tally.declared):
        return
    part = len(women) / tally.total
    if 0.2 <= part < 0.5 or not women:
        return
    facts = {"women": tally.count_fact("women", women), "total": tally.total_fact(), "region": region(findings)}
    yield Told("women", facts, (("share", abs(part - 0.35) * 10),))


