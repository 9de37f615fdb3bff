"""The lead: what went from whom to whom over the whole region."""

from ..facts.by_election import by_election_facts
from ..facts.share import region_share_fact
from .common import (
    FIGURES,
    beaten_member,
    changes,
    counts,
    estimated,
    gained,
    gainers,
    is_defector,
    lost,
    member_facts,
    named_and_rest,
    region,
    sat_here,
    seat_facts,
    sources,
    speaker_seat,
    won_back,
)
from .findings import Findings
from .headlines import by_losses
from .night import baseline_year
from .registry import Told, rule
from .standing import seats_by_party


@rule("region", "nation", claims=("none", "nothing", "every", "all", "no", "most"))
def gains_lead(findings: Findings):
    """What the largest gainer took and from whom, and what it lost: gross, both ways."""
    tally = findings.tally
    if len(changes(tally)) < 2 or by_losses(tally) or scattered(tally) or one_loser(tally) or level(tally):
        return
    party = gainers(tally)[0]
    took, gave = gained(tally, party), lost(tally, party)
    facts = {"party": tally.party_fact(party), "gains": tally.count_fact(f"gains/{party}", took), "region": region(findings)}
    pairs = sources(tally, party)
    if not estimated(findings) and findings.assignment.rule == "general-election":
        facts["before"] = baseline_year(findings)
    if len(pairs) == 1:
        facts["lost_by"] = tally.party_fact(pairs[0][0])
        if len(took) == len(changes(tally)) and not any("spk" in pair for pair in tally.pairs):
            facts["only_pair"] = facts["lost_by"]
    else:
        facts["pairs"] = counts(tally, [p for p, _ in pairs], lambda p: tally.count_fact(f"gains/{party}/{p}", tally.pairs[(party, p)]))
    if "pairs" in facts:
        if _many(tally, party):
            facts["many"] = facts["gains"]
        if pairs[0][1] * 2 > len(took):
            facts["main"] = tally.party_fact(pairs[0][0])
    if gave:
        facts |= {"losses": tally.count_fact(f"losses/{party}", gave)} | _gone(tally, party)
    elif tally.before[party] and not tally.losses(party):
        facts["kept_all"] = tally.count_fact(f"kept/{party}", (r for r in tally.declared if r.holder == party))
    told = ("losses", "lost_to", "gone", "gone_after")
    if "many" in facts:
        facts.pop("gone_after", None)
    else:
        told = (*told, "pairs")
    yield Told(party, facts, must=tuple(n for n in told if n in facts))


def _many(tally, party: str) -> bool:
    """The gains from each party, all of them and the losses are more figures than a sentence bears."""
    numbers = (*(n for _, n in sources(tally, party)), len(gained(tally, party)), len(lost(tally, party)))
    return len([n for n in numbers if n >= FIGURES]) > 2


BOTH_WAYS = 4
"""Most pairs of parties, a seat given or taken, that one sentence tells."""


def _gone(tally, party: str) -> dict:
    """To whom the largest gainer's own losses went: `lost_to`, or party by party `gone`, and `gone_after` where that takes
    a sentence of its own; nothing where even that could not bear it."""
    to = [p for p in gainers(tally) if (p, party) in tally.pairs]
    if len(to) == 1:
        return {"lost_to": tally.party_fact(to[0])}
    if not to or len(to) > BOTH_WAYS or len(lost(tally, party)) >= FIGURES:
        return {}
    most = BOTH_WAYS if len(gained(tally, party)) < FIGURES else BOTH_WAYS - 1
    name = "gone" if len(to) + len(sources(tally, party)) <= most else "gone_after"
    return {name: counts(tally, to, lambda p: tally.count_fact(f"gains/{p}/{party}", tally.pairs[(p, party)]))}


def told_both_ways(tally) -> bool:
    """The lead has every change of hands: each was to or from the largest gainer, and none was left out for room."""
    party = gainers(tally)[0]
    told = not lost(tally, party) or not {"lost_to", "gone"}.isdisjoint(_gone(tally, party))
    return told and all(party in pair for pair in tally.pairs if "spk" not in pair)


def one_loser(tally) -> str | None:
    """The party that lost every seat that changed hands, to two others or more."""
    losers = {lost_by for to, lost_by in tally.pairs if "spk" not in (to, lost_by)}
    return losers.pop() if len(losers) == 1 and len(gainers(tally)) > 1 and "ind" not in losers else None


def level(tally) -> bool:
    """Seats changed hands, and every party ended with as many as it lost."""
    parties = {p for pair in tally.pairs if "spk" not in pair for p in pair}
    return len(changes(tally)) > 1 and all(len(gained(tally, p)) == len(lost(tally, p)) for p in parties)


@rule("region", "nation", claims=("every", "all", "none", "no", "nothing", "nobody", "whole"))
def lost_to_lead(findings: Findings):
    """One party lost every seat that changed hands: how many, and to whom."""
    tally = findings.tally
    if not (party := one_loser(tally)):
        return
    gone = lost(tally, party)
    facts = {"party": tally.party_fact(party), "losses": tally.count_fact(f"losses/{party}", gone), "region": region(findings)}
    facts |= named_and_rest(tally, gainers(tally), lambda p: tally.count_fact(f"gains/{p}", gained(tally, p)))
    if tally.now[party]:
        if party != tally.parties()[0] or tally.now[party] < FIGURES:
            facts["left"] = tally.seats_fact(party)  # The standfirst tells how many the largest party has.
    else:
        facts["whole" if len(gone) == tally.total else "none_left"] = facts["losses"]
    if len([n for n in (len(gone), *(len(gained(tally, p)) for p in gainers(tally)), tally.now[party]) if n >= FIGURES]) > 2:
        facts["many"] = facts["losses"]
    yield Told(party, facts, must=tuple(n for n in ("rest", "none_left", "whole") if n in facts))


@rule("region", "nation", claims=("every", "no"))
def level_lead(findings: Findings):
    """Seats changed hands both ways, and every party ended level."""
    tally = findings.tally
    if not level(tally):
        return
    facts = {"changed": tally.count_fact("changed", changes(tally)), "region": region(findings)}
    parties = gainers(tally)
    if len(parties) == 2:
        facts |= {"party": tally.party_fact(parties[0]), "other": tally.party_fact(parties[1]),
                  "each_way": tally.count_fact(f"gains/{parties[0]}", gained(tally, parties[0]))}
    elif len(sources(tally, parties[0])) > 1 and told_both_ways(tally):
        facts |= {"party": tally.party_fact(parties[0]), "gains": tally.count_fact(f"gains/{parties[0]}", gained(tally, parties[0])),
                  "pairs": counts(tally, [p for p, _ in sources(tally, parties[0])],
                                  lambda p: tally.count_fact(f"gains/{parties[0]}/{p}", tally.pairs[(parties[0], p)]))}
    yield Told("level", facts, must=tuple(n for n in ("other", "pairs") if n in facts))


def scattered(tally) -> bool:
    """Several seats changed hands and no party gained more than one: the copy tells each."""
    parties = gainers(tally)
    return len(parties) > 1 and len(gained(tally, parties[0])) == 1


@rule("region")
def changes_lead(findings: Findings):
    """A few seats changed hands, each its own story."""
    tally = findings.tally
    if scattered(tally) and not by_losses(tally) and not one_loser(tally) and not level(tally):
        facts = {"changed": tally.count_fact("changed", changes(tally)), "total": tally.total_fact(), "region": region(findings)}
        pairs = [(to, lost_by, seats) for (to, lost_by), seats in tally.pairs.items() if "spk" not in (to, lost_by)]
        if len(pairs) <= BOTH_WAYS:
            facts["moves"] = tuple({"count": tally.count_fact(f"gains/{to}/{lost_by}", seats), "lost_by": tally.party_fact(lost_by),
                                    "party": tally.party_fact(to)} for to, lost_by, seats in sorted(pairs, key=lambda p: (-len(p[2]), p[:2])))
        yield Told("changes", facts, must=("moves",) if "moves" in facts else ())


@rule("region", "nation")
def losses_lead(findings: Findings):
    """A party lost more seats than any one other gained: its losses, and who made the gains."""
    tally = findings.tally
    if not (party := by_losses(tally)) or one_loser(tally):
        return
    facts = {"party": tally.party_fact(party), "losses": tally.count_fact(f"losses/{party}", lost(tally, party)),
             "changed": tally.count_fact("changed", changes(tally)), "region": region(findings)}
    facts |= named_and_rest(tally, gainers(tally), lambda p: tally.count_fact(f"gains/{p}", gained(tally, p)))
    yield Told(party, facts, must=("rest",) if "rest" in facts else ("others",))


@rule("region", "nation", claims=("only", "one", "no", "every", "first", "all"))
def one_gain_lead(findings: Findings):
    """One seat changed hands in the whole region."""
    changed = changes(findings.tally)
    if len(changed) != 1 or findings.tally.total == 1:
        return
    reading = changed[0]
    lost_by = findings.outcomes[reading.contest.seat].lost_by or reading.holder
    facts = seat_facts(reading) | {"lost_by": findings.tally.party_fact(lost_by), "region": region(findings),
                                   "speaker_seat": speaker_seat(findings)}
    facts["turned"] = next((seat_facts(r)["seat"] for r in findings.tally.declared if r is not reading
                            and (any(not is_defector(findings, c) for c in r.beaten_members)
                                 or findings.outcomes[r.contest.seat].mark("by_election_reversed"))), None)
    own = [c for c in reading.beaten_members if sat_here(findings, reading, c) and not is_defector(findings, c)]
    if own and not facts["speaker_seat"]:
        past = member_facts(findings, own[0].person.id)
        if (by := reading.by_election) and by.person.id == own[0].person.id:
            past["elected"] = by_election_facts(by)["by_year"]
        facts |= {"beaten": beaten_member(reading, own[0]),
                  "known": next((past[name] for name in ("office", "former", "elected", "back") if name in past), None)}
    told = ("speaker_seat", "beaten", "known", "turned")
    if findings.tally.total == 2:
        facts["other_seat"] = next(seat_facts(r)["seat"] for r in findings.readings if r is not reading)
    yield Told(reading.contest.seat, facts, must=tuple(n for n in told if facts.get(n)), seats=(reading.contest.seat,))


def _led_whole(tally) -> bool:
    """The lead has told of every change of hands."""
    return bool(one_loser(tally)) or level(tally) or len(changes(tally)) > 1 and told_both_ways(tally)


@rule("region", "nation")
def gains_others(findings: Findings):
    """What each of the other parties gained."""
    tally = findings.tally
    # A party that lost more than it gained is no gainer to a reader; the list has its gains.
    first, *rest = gainers(tally) or [""]
    # What the lead has given as the first party's losses is told.
    said = _gone(tally, first).keys() - ({"gone_after"} if _many(tally, first) else set())
    told = {p for p in rest if said and len(gained(tally, p)) == len(tally.pairs.get((p, first), ()))}
    others = [p for p in rest if len(gained(tally, p)) >= len(lost(tally, p)) and p not in told]
    if not others or len(changes(tally)) < 2 or by_losses(tally) or scattered(tally) or _led_whole(tally):
        return
    single = [p for p in others if len(sources(tally, p)) == 1]
    facts = {"region": region(findings)}
    if len(others) == 1:
        party = others[0]
        facts |= {"party": tally.party_fact(party), "gains": tally.count_fact(f"gains/{party}", gained(tally, party))}
        if single:
            facts["lost_by"] = tally.party_fact(sources(tally, party)[0][0])
        yield Told(party, facts, must=("lost_by",) if single else ("gains",))
        return
    facts |= named_and_rest(tally, others, lambda p: tally.count_fact(f"gains/{p}", gained(tally, p)))
    yield Told("others", facts, must=("others", "rest") if "rest" in facts else ("others",))


@rule("region", "nation", claims=("none", "no", "all", "heaviest"))
def largest_loser(findings: Findings):
    """The party that lost most, where the lead has not already told all of it."""
    tally = findings.tally
    losers = {lost_by for to, lost_by in tally.pairs if "spk" not in (to, lost_by)}
    if len(changes(tally)) < 3 or not losers or by_losses(tally) or _led_whole(tally):
        return
    party = max(losers, key=lambda p: (len(lost(tally, p)), p))
    first = gainers(tally)[0]
    if party in ("ind", first) or len(lost(tally, party)) <= len(tally.pairs.get((first, party), ())):
        return
    facts = {"party": tally.party_fact(party), "losses": tally.count_fact(f"losses/{party}", lost(tally, party)),
             "region": region(findings)}
    if not tally.now[party]:
        facts["none_left"] = facts["losses"]
    yield Told(party, facts, (("none left", 6.0),) if "none_left" in facts else (), must=("none_left",) if "none_left" in facts else ())


@rule("region", "nation", claims=("no", "every", "all", "nothing", "only"))
def unchanged_lead(findings: Findings):
    """No seat changed hands, and what that means party by party."""
    tally = findings.tally
    if changes(tally) or tally.total == 1:
        return
    facts = seats_by_party(findings) | {"speaker_seat": speaker_seat(findings), "whole": tally.total_fact() if len(tally.now) == 1 else None,
                                   "estimated": estimated(findings), "total": tally.total_fact()}
    if not facts["estimated"] and findings.assignment.rule == "general-election":
        facts["before"] = baseline_year(findings)
    if facts["speaker_seat"]:
        facts["speaker_now" if tally.now["spk"] else "speaker_then"] = facts["speaker_seat"]
    if (back := won_back(findings)):
        facts["regained"] = tally.count_fact("regained", back)
    yield Told("unchanged", facts, must=tuple(n for n in ("speaker_now", "speaker_then", "regained") if facts.get(n)))


@rule("region", "nation", compared=False)
def won_lead(findings: Findings):
    """The votes of the first two parties, where there is nothing to compare with: the standfirst has the seats."""
    tally = findings.tally
    parties = [p for p, _ in sorted(tally.votes.items(), key=lambda found: (-found[1], found[0])) if p not in ("ind", "spk")]
    if findings.compared or len(parties) < 2:
        return
    first, second = parties[:2]
    yield Told("won", {"first": tally.party_fact(first), "first_share": region_share_fact(tally, first), "next": tally.party_fact(second),
                       "next_share": region_share_fact(tally, second), "region": region(findings)})
