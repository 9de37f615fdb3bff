"""People who were elected: office-holders re-elected, new members in seats that stayed with a party, a party's only one."""

from collections import Counter

from ..facts import contest as result
from ..facts import member as service
from ..facts.making import make
from ..model.text import Source
from .common import changes, closest_reading, highest_office, is_defector, is_own, member_facts, prominence, region, says_party, seat_facts, seniority
from .findings import Findings
from .majorities import worth_telling
from .parties import GROUPS
from .registry import Told, rule


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("smallest", "again"))
def office_kept(findings: Findings):
    """A member of office or of past office who was re-elected in the same seat, and how far the majority fell where it did."""
    for reading in findings.tally.declared:
        won, party = reading.winner, reading.winner.party.id
        if not _of_note(findings, won) or not _elected_again(findings, reading) or findings.compared and reading.holder != party:
            continue
        facts = seat_facts(reading) | {name: fact for name, fact in member_facts(findings, won.person.id).items() if name not in ("elected", "back")}
        if findings.assignment.members_by_person[won.person.id].seat_name == reading.contest.reads:
            facts["named_seat"] = facts["seat"]
        cut = findings.outcomes[reading.contest.seat].mark("slashed_majority") and worth_telling(findings, reading)
        if cut:
            facts |= result.majority_before(reading.previous)
            if findings.stage == "complete" and reading is closest_reading(findings):
                facts["smallest"] = region(findings)
        held = "office" if "office" in facts else "former"
        if says_party(highest_office(findings, won.person.id), won.party):
            facts["of_party"] = facts["party"]  # "The leader of the Liberal Democrats" needs no party beside it.
        elif held == "office" and findings.national.complete and not findings.national.same_prime_minister():
            facts["outgoing"] = facts["party"]  # A new government: offices on both sides end.
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, won.person.id)),
                                               ("seniority", seniority(findings, won.person.id) / 100)),
                   must=tuple(n for n in (held, "majority_before", "smallest", "outgoing", "of_party") if n in facts),
                   group="" if cut or "of_party" in facts else f"{party}/{held}/{'outgoing' in facts}", seats=(reading.contest.seat,))


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("again",))
def re_elected(findings: Findings):
    """Where few seats are in, every member elected again for the seat, party by party: a reader looks for each."""
    # Who is of note is told of by office, or where it is no hold with the seat.
    yield from _by_party(findings, [r for r in findings.tally.declared if _elected_again(findings, r) and not _of_note(findings, r.winner)])


@rule("region", "nation", stages=("complete", "partial"), compared=False)
def others_elected(findings: Findings):
    """Where few seats are in, whoever won without a change of hands and was not this seat's member."""
    changed = changes(findings.tally) if findings.compared else ()
    yield from _by_party(findings, [r for r in findings.tally.declared if r not in changed and not _elected_again(findings, r)
                                    and r.winner.party.id not in ("ind", "spk")])


def _by_party(findings: Findings, readings):
    tally = findings.tally
    if len(tally.declared) > findings.thresholds["named_seats"]:
        return
    for party in tally.parties():
        mine = [r for r in readings if r.winner.party.id == party]
        if not mine:
            continue
        mine.sort(key=lambda r: (-prominence(findings, r.winner.person.id), r.contest.seat))
        shown = tuple({name: fact for name, fact in seat_facts(r).items() if name in ("seat", "winner")} for r in mine)
        facts = {"party": tally.party_fact(party)} | ({"items": shown} if len(mine) > 1 else shown[0])
        yield Told(party, facts, (("share", 6.0 * len(mine) / tally.total),), must=("items",) if len(mine) > 1 else ())


def _of_note(findings: Findings, candidacy) -> bool:
    office = highest_office(findings, candidacy.person.id)
    return bool(office) and findings.ranks[office.rank]["weight"] >= findings.thresholds["story_office"]


def _elected_again(findings: Findings, reading) -> bool:
    """A party's member for this seat won it again; where nobody is on record as its member, for one that shares its name with the old one."""
    won = reading.winner
    if not won.sitting or won.party.id in ("ind", "spk") or is_defector(findings, won):
        return False
    if reading.member:
        return is_own(reading, won)
    member = (findings.assignment.members_by_person or {}).get(won.person.id)
    old, new = (member.seat_name if member else ""), reading.contest.reads
    return bool(old) and (old in new or new in old)


SHOWN = 3
"""Most new members named in one sentence; one fewer where there are others."""


@rule("region", "nation", stages=("complete", "partial"), claims=("all", "new"))
def newcomers(findings: Findings):
    """Who is new to the Commons in seats that a party kept, party by party; those who follow a member of note first."""
    tally = findings.tally
    for party in tally.parties():
        mine = [r for r in tally.declared if r.winner.party.id == party == r.holder and not r.winner.sitting and not r.winner.former
                and _last_sat_for(r, party)]
        if party in ("ind", "spk") or not mine:
            continue
        mine.sort(key=lambda r: (-_years(findings, r.member), r.contest.seat))
        facts = {"party": tally.party_fact(party), "new": tally.count_fact(f"new/{party}", mine), "region": region(findings)}
        shown = [seat_facts(r) for r in mine[:SHOWN if len(mine) <= SHOWN else SHOWN - 1]]
        if len(mine) == 1:
            facts |= {"seat": shown[0]["seat"], "winner": shown[0]["winner"]}
        else:
            facts["items"] = tuple({"seat": f["seat"], "winner": f["winner"]} for f in shown)
        if len(mine) > SHOWN:
            facts["more"] = facts["new"]
        must = next(((name,) for name in ("more", "items") if name in facts), ())
        yield Told(party, facts, (("share", 6.0 * len(mine) / tally.total),), must=must)


def _last_sat_for(reading, party: str) -> bool:
    """The party had the seat at the dissolution too: else nobody would say that it kept it."""
    if reading.by_election and reading.by_election.party != party and not reading.member:
        return False
    return reading.member.last_party == party if reading.member else not (reading.previous and reading.previous.estimated)


def _years(findings: Findings, member) -> int:
    return service.years_of_service(member, findings.assignment) if member else 0


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("again", "smallest"))
def office_moved(findings: Findings):
    """A member of office or of past office who was elected again, in another seat than before."""
    for reading in findings.tally.declared:
        won = reading.winner
        member = (findings.assignment.members_by_person or {}).get(won.person.id)
        if not won.sitting or not member or not _of_note(findings, won) or is_defector(findings, won) or won.party.id in ("ind", "spk"):
            continue
        old, new = member.seat_name, reading.contest.reads
        if _elected_again(findings, reading) or is_own(reading, won) or not old or old in new or new in old \
                or findings.compared and reading.holder != won.party.id:
            continue
        about = member_facts(findings, won.person.id)
        held = "office" if "office" in about else "former"
        facts = seat_facts(reading) | {held: about[held], "old_seat": service.seat_before_fact(member)}
        if findings.compared and findings.outcomes[reading.contest.seat].mark("slashed_majority") and worth_telling(findings, reading):
            facts |= result.majority_before(reading.previous)
            if findings.stage == "complete" and reading is closest_reading(findings):
                facts["smallest"] = region(findings)
        if held == "office" and findings.national.complete and not findings.national.same_prime_minister():
            facts["outgoing"] = facts["party"]
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, won.person.id)),
                                               ("seniority", seniority(findings, won.person.id) / 100)),
                   must=tuple(n for n in (held, "majority_before", "smallest" if "smallest" in facts else "old_seat", "outgoing") if n in facts),
                   seats=(reading.contest.seat,))


@rule("region", compared=False, claims=("only", "no", "nowhere", "whole"))
def only_seat(findings: Findings):
    """A party's one seat in the whole UK is in this region."""
    assignment = findings.assignment
    if not findings.national.complete or assignment.region.id == "great-britain" or assignment.region.kind == "nation":
        return
    won = Counter(w.party for w in assignment.winners)
    for reading in findings.tally.declared:
        party = reading.winner.party.id
        if party not in GROUPS or reading.contest.region == "northern-ireland" or won[party] != 1:
            continue
        source = (Source(f"elections/{assignment.election.id}/winners.csv", "", (), "party"),)
        one = make(f"{assignment.election.id}/united-kingdom", f"seats/{party}", 1, "seats", f"winners with party {party}", sources=source)
        yield Told(reading.contest.seat, seat_facts(reading) | {"only": one}, (("first of its kind", 6.0),))


NATIONWIDE = ("con", "lab", "ld", "green", "reform", "ukip")
"""Parties that stand throughout Great Britain, so that one gain in all of it is news."""


@rule("region", claims=("only", "no", "entire"))
def only_gain(findings: Findings):
    """The one seat that a party gained in the whole UK is in this region."""
    assignment = findings.assignment
    if not findings.national.complete or assignment.region.id == "great-britain" or assignment.rule != "general-election":
        return
    before = {w.seat: w.party for w in assignment.winners_before}
    if any(w.seat not in before for w in assignment.winners):
        return
    gained = [w for w in assignment.winners if w.party in NATIONWIDE and w.party != before[w.seat]]
    by_party, won = Counter(w.party for w in gained), Counter(w.party for w in assignment.winners)
    for reading in changes(findings.tally):
        party = reading.winner.party.id
        if by_party[party] != 1 or won[party] == 1 or not any(w.seat == reading.contest.seat for w in gained):
            continue
        tables = tuple(Source(f"elections/{each.id}/winners.csv", "", (), "party") for each in (assignment.election, assignment.baseline))
        one = make(f"{assignment.election.id}/united-kingdom", f"gains/{party}", 1, "seats", f"winners with party {party} of another before",
                   sources=tables)
        yield Told(reading.contest.seat, seat_facts(reading) | {"only": one}, (("first of its kind", 6.0),))
