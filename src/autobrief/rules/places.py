"""Where: towns that went together, the ground a loser has left, and what the gains share."""

from ..facts.making import make
from ..facts.tally import region_fact, sources_of
from ..facts.town import division_fact, straddles, town_fact, towns
from ..model.text import Source
from ..model.world import Place
from .common import changes, gained, lost, region, seat_facts
from .findings import Findings
from .registry import Told, rule

CROWD = 4
"""Seats of one town that a sentence can name with their winners."""
TOWNS = frozenset({"Blackpool", "Bolton", "Bournemouth", "Luton", "Medway", "Middlesbrough", "Northampton", "Reading", "Swindon",
                   "Telford", "Warrington", "Ipswich", "Watford", "Colchester", "Bedford", "Milton Keynes", "Doncaster", "Southend-on-Sea"})
"""Of the places that the seats table names as cities, those that had not the status of one throughout."""


def _home(findings: Findings, reading) -> str:
    return next((part.id for part in findings.assignment.region.parts if reading.contest.seat in part.seats), "")


@rule("region", stages=("complete", "partial"), claims=("all", "both", "every"))
def town_taken(findings: Findings):
    """Two or more seats of one town went the same way; whether that party has all of them now, or which got away."""
    tally = findings.tally
    changed = {r.contest.seat for r in changes(tally)}
    if tally.total > NATION:
        return  # Over a nation a town is no news; its county has it.
    for town, seats in towns(findings.readings).items():
        pairs: dict = {}
        for reading in seats:
            if reading.contest.seat in changed and not reading.winner.sitting:
                lost_by = findings.outcomes[reading.contest.seat].lost_by or reading.holder
                pairs.setdefault((reading.winner.party.id, lost_by), []).append(reading)
        for (party, lost_by), taken in pairs.items():
            if len(taken) < 2 or party == "ind" or any(straddles(r.contest) for r in taken):
                continue
            facts = {"town": town_fact(town, seats), "party": tally.party_fact(party), "lost_by": tally.party_fact(lost_by),
                     "items": tuple({"winner": seat_facts(r)["winner"], "seat": division_fact(r.contest)} for r in taken)}
            others = [r for r in seats if r not in taken]
            must: tuple = ()
            if len(taken) > CROWD:
                facts["crowd"] = tally.count_fact(f"taken/{town}/{party}", taken)
            if all(r.winner and r.winner.party.id == party for r in seats) and not any(straddles(r.contest) for r in seats):
                facts["whole"] = tally.count_fact(f"town/{town}", seats)
                must = ("whole",)
            elif len(others) == 1 and others[0].winner and others[0].winner.party.id == lost_by:
                kept = seat_facts(others[0])
                facts |= {"kept": kept["seat"], "kept_majority": kept["majority"]}
                must = ("kept",)
            named = taken + (others if "kept" in facts else [])
            yield Told(town, facts, (("town", 3.0 + len(taken)),), must, _home(findings, taken[0]),
                       seats=tuple(r.contest.seat for r in named))


NATION = 200
"""Seats from which a region is a nation."""


@rule("region", "nation", claims=("all",))
def ground_left(findings: Findings):
    """Where the seats are that the largest loser keeps: nearly all in a few cities and towns."""
    tally = findings.tally
    losers = {lost_by for to, lost_by in tally.pairs if "spk" not in (to, lost_by)}
    if not losers:
        return
    party = max(losers, key=lambda p: (len(lost(tally, p)), p))
    kept = [r for r in tally.declared if r.winner.party.id == party]
    in_city: dict[str, list] = {}
    for reading in kept:
        detail = (findings.assignment.details or {}).get(reading.contest.seat)
        if detail and detail.city and reading.contest.reads.startswith(detail.city):
            in_city.setdefault(detail.city, []).append(reading)
    outside = [r for r in kept if not any(r in seats for seats in in_city.values())]
    if len(kept) < 8 or not 2 <= len(in_city) <= 7 or not 1 <= len(outside) <= 5 or len(lost(tally, party)) < 5:
        return
    count = make(tally.subject, f"cities/{party}", len(in_city), "count", ", ".join(sorted(in_city)), sources=sources_of(kept, "contests"))
    facts = {"party": tally.party_fact(party), "left": tally.seats_fact(party), "count": count,
             "towns_too": count if TOWNS.intersection(in_city) else None,
             "exceptions": tally.count_fact(f"outside/{party}", outside),
             "cities": tuple({"place": make(f"city/{city}", "name", Place(f"city/{city}", city, "", "city"), "place",
                                            sources=sources_of(seats, "contests"))} for city, seats in sorted(in_city.items())),
             "seats": tuple({"seat": seat_facts(r)["seat"]} for r in sorted(outside, key=lambda r: r.contest.reads))}
    yield Told(party, facts, (("spread", 4.0),), must=("towns_too",) if facts["towns_too"] else ())


@rule("region", "nation", claims=("no", "none", "every", "all"))
def leave_pattern(findings: Findings):
    """Every seat that changed hands is reckoned to have backed the same side in 2016, and seats of the other side held."""
    tally, details = findings.tally, findings.assignment.details or {}
    if not 2016 < findings.assignment.election.date.year < 2024 or len(changes(tally)) < 4:
        return
    leave = {r.contest.seat: details[r.contest.seat].leave for r in tally.declared if r.contest.seat in details}
    if None in leave.values() or len(leave) < tally.total:
        return
    changed = changes(tally)
    moved = {r.contest.seat for r in changed}
    held = [r for r in tally.declared if r.contest.seat not in moved]
    remain_held = [r for r in held if leave[r.contest.seat] < findings.half]
    if any(leave[r.contest.seat] <= findings.half for r in changed) or len(remain_held) < 3:
        return
    facts = {"changed": tally.count_fact("changed", changed), "remain": tally.count_fact("remain_held", remain_held),
             "region": region(findings)}
    yield Told("leave", facts, (("pattern", 3.0),))


@rule("region", "nation", stages=("complete", "partial"))
def coalfield(findings: Findings):
    """Changed seats that a source calls former coalfield: named, never counted, since the list has gaps."""
    details = findings.assignment.details or {}
    found = [r for r in changes(findings.tally) if (d := details.get(r.contest.seat)) and "former coalfield" in d.tags]
    if not 2 <= len(found) <= 4:
        return
    items = tuple({"seat": seat_facts(r)["seat"]} for r in sorted(found, key=lambda r: r.contest.reads))
    yield Told("coalfield", {"seats": items}, (("place", 1.0),))


@rule("region", "nation", claims=("all", "no", "none"))
def part_whole(findings: Findings):
    """A county or other part of the region where a party gained and now has every seat, or lost its last ones."""
    for part, tally in findings.parts:
        if tally.total < 3 or not changes(tally):
            continue
        facts = {"part": region_fact(part, tally.readings), "total": tally.total_fact()}
        first = tally.parties()[0]
        if tally.now[first] == tally.total and first != "ind" and gained(tally, first):
            whole = facts | {"party": tally.party_fact(first), "whole": tally.seats_fact(first)}
            yield Told(f"{part.id}/{first}", whole, (("size", min(tally.total, 12) / 2),), must=("whole",), part=part.id)
        gone = [p for p in tally.before if tally.before[p] >= 2 and not tally.now[p] and p not in ("ind", "spk")]
        for party in sorted(gone, key=lambda p: (-tally.before[p], p))[:1]:
            empty = facts | {"party": tally.party_fact(party), "had": tally.seats_before_fact(party)}
            yield Told(f"{part.id}/{party}", empty, (("size", min(tally.before[party], 12) / 2),), must=("had",), part=part.id)


@rule("region", "nation", compared=False, claims=("no", "none", "half"))
def new_seats(findings: Findings):
    """Seats of new boundaries that have no one predecessor: under half of their people came from any one old seat."""
    details = findings.assignment.details or {}
    new = [r for r in findings.readings if (found := details.get(r.contest.seat)) and found.largest_part is not None
           and found.largest_part < findings.half and r.winner]
    if new and findings.assignment.baseline and findings.assignment.baseline.kind == "notional":
        items = tuple({"seat": make(r.contest.id, "new_seat", seat_facts(r)["seat"].value, "place", str(details[r.contest.seat].largest_part),
                                    sources=(Source(details[r.contest.seat].table, "", (), "predecessor_share"),)),
                       "winner": seat_facts(r)["winner"]} for r in new[:4])
        facts = {"region": region(findings)} | ({"items": items} if len(new) > 1 else items[0] | {"party": seat_facts(new[0])["party"]})
        if len(new) > 4:
            facts = {"new": findings.tally.count_fact("new_seats", new), "region": region(findings)}
        yield Told("new", facts, must=tuple(n for n in ("items", "seat", "new") if n in facts))
