"""People: members who lost, with their years and offices; and those who had changed party."""

from collections import Counter

from ..facts import contest as result
from ..facts import member as service
from ..facts.by_election import by_election_facts
from .common import (
    beaten_member,
    beaten_party,
    by_name,
    changes,
    closest_reading,
    highest_office,
    is_defector,
    is_own,
    lost,
    member_facts,
    office_weight,
    prominence,
    sat_here,
    says_party,
    seat_facts,
    seniority,
    since_when,
)
from .findings import Findings
from .parties import GROUPS
from .registry import Told, rule


def _beaten(findings: Findings):
    """(prominence, reading, candidacy) of members at dissolution who stood here for their own party and lost."""
    found = [(prominence(findings, c.person.id), r, c) for r in findings.readings for c in r.beaten_members
             if not is_defector(findings, c)]
    return sorted(found, key=lambda item: (-item[0], -seniority(findings, item[2].person.id), item[1].contest.seat))


def beaten_facts(findings: Findings, reading, candidacy) -> dict:
    """A beaten member: who, where, by whom; `own_seat` only where it was the member's own, else `sat_for`."""
    contest = reading.contest
    facts = {"person": beaten_member(reading, candidacy), "seat": result.seat_fact(contest),
             "member_party": beaten_party(reading, candidacy),
             "winner": result.person_fact(contest, reading.winner, "winner"),
             "party": result.party_fact(contest, reading.winner, "winner_party")}
    if not reading.member and sat_here(findings, reading, candidacy):
        facts |= {"own_seat": facts["seat"], "named_seat": facts["seat"]}
    elif by_name(reading, candidacy):
        facts["own_seat"] = facts["seat"]
        if reading.member.seat_name == contest.reads:
            facts["named_seat"] = facts["seat"]  # New boundaries may have given it another name.
    elif not is_own(reading, candidacy):
        member = (findings.assignment.members_by_person or {}).get(candidacy.person.id)
        if member and member.seat_name and member.seat_name != reading.contest.reads:
            facts["sat_for"] = service.seat_before_fact(member)
    return facts


def reckoned(findings: Findings, reading, candidacy) -> dict:
    """Where a seat counts as held and its member lost it: `reckoned` by estimates for new boundaries, or else `won_back`."""
    if not findings.compared or not reading.previous or reading.winner.party.id != reading.holder or candidacy.party.id == reading.holder:
        return {}
    if candidacy.party.id not in GROUPS and sat_here(findings, reading, candidacy):
        return {}  # A label of the member's own, taken since: what estimates say of the seat is another story.
    party = result.party_fact(reading.contest, reading.winner, "winner_party")
    if reading.previous.estimated and not (reading.by_election and reading.by_election.party == candidacy.party.id):
        return {"reckoned": party}
    return {"won_back": party, "other_party": beaten_party(reading, candidacy)} if is_own(reading, candidacy) else {}


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("first", "since"))
def member_beaten(findings: Findings):
    """A member of note who lost: by office, or by years of unbroken service."""
    thresholds = findings.thresholds
    beaten = _beaten(findings)
    usual = _most_beaten(findings, beaten)
    losers = {lost_by for to, lost_by in findings.tally.pairs if "spk" not in (to, lost_by)}
    if len(beaten) < 3 and losers != {usual}:
        usual = None  # No sentence before has said whose members lost.
    for weight, reading, candidacy in beaten:
        member = (findings.assignment.members_by_person or {}).get(candidacy.person.id)
        office = highest_office(findings, candidacy.person.id)
        long_served = member and service.years_of_service(member, findings.assignment) >= thresholds["long_service_years"]
        ranked = office and findings.ranks[office.rank]["weight"] >= thresholds["story_office"]
        facts = beaten_facts(findings, reading, candidacy)
        if ranked and office_weight(findings, candidacy.person.id) >= weight:
            facts["office" if office.in_post else "former"] = service.office_fact(office)
        elif (by := reading.by_election) and by.person.id == candidacy.person.id and (long_served or len(beaten) <= thresholds["beaten_named"]):
            facts["by_year"] = by_election_facts(by)["by_year"]
        elif member and since_when(findings, member) and (long_served or len(beaten) <= thresholds["beaten_named"]):
            facts |= since_when(findings, member)
        else:
            continue
        said = next(n for n in ("office", "former", "by_year", "elected", "back") if n in facts)
        facts["known"] = facts[said]
        if (known := reckoned(findings, reading, candidacy)):
            facts = {name: fact for name, fact in facts.items() if name not in ("own_seat", "named_seat") or "won_back" in known} | known
        if candidacy.party.id != usual and not (said in ("office", "former") and says_party(office, candidacy.party)):
            facts["other_party"] = facts["member_party"]
        if reading.majority is not None and reading.majority < thresholds["close_votes"] and reading is not closest_reading(findings):
            facts["narrow"] = result.majority_fact(reading.contest)
        apart = [n for n in ("sat_for", "reckoned", "won_back") if n in facts]
        must = ("known" if apart or said == "by_year" else said, *apart, *(("other_party",) if "other_party" in facts else ()))
        yield Told(reading.contest.seat, facts, (("prominence", weight), ("seniority", seniority(findings, candidacy.person.id) / 100)),
                   must=must, seats=(reading.contest.seat,))


def _most_beaten(findings: Findings, beaten: list) -> str | None:
    """The party that lost most members; of two with as many, the one that lost more seats."""
    counts = Counter(c.party.id for _, _, c in beaten)
    return max(counts, key=lambda p: (counts[p], len(lost(findings.tally, p)), p), default=None)


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("again",))
def members_beaten_count(findings: Findings):
    """How many sitting members of one party lost, the party that lost most of them."""
    beaten = _beaten(findings)
    if len(beaten) < 3:
        return
    party = _most_beaten(findings, beaten)
    mine = [(r, c) for _, r, c in beaten if c.party.id == party]
    if len(mine) < 2 or party == "ind":
        return
    facts = {"beaten": findings.tally.count_fact(f"beaten/{party}", (r for r, _ in mine), "people"),
             "member_party": beaten_party(*mine[0])}
    if findings.stage == "partial":
        facts["so_far"] = facts["beaten"]
    yield Told(party, facts, (("first of its block", 20.0),), must=("so_far",) if "so_far" in facts else ())


ALSO = 8
"""Past so many beaten members the copy names those of note alone."""


@rule("region", "nation", stages=("complete", "partial"), compared=False)
def also_beaten(findings: Findings):
    """Where few members of a party lost, those of them that no sentence before has named."""
    beaten = _beaten(findings)
    party = _most_beaten(findings, beaten)
    mine = [(r, c) for _, r, c in beaten if c.party.id == party]
    if party == "ind" or not 2 <= len(mine) <= ALSO:
        return
    facts = [beaten_facts(findings, r, c) for r, c in mine]
    items = tuple({name: each[name] for name in ("person", "seat", "sat_for") if name in each} for each in facts)
    yield Told(party, {"items": items, "member_party": beaten_party(*mine[0]),
                       "number": findings.tally.count_fact(f"beaten/{party}", (r for r, _ in mine), "people")}, must=("items",))


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("all",))
def defector_lost(findings: Findings):
    """A member elected for one party who stood for another, or as an independent, and lost."""
    for reading in findings.tally.declared:
        for candidacy in reading.beaten_members:
            if not is_defector(findings, candidacy) or candidacy.party.id == "spk":
                continue
            member = findings.assignment.members_by_person[candidacy.person.id]
            facts = beaten_facts(findings, reading, candidacy)
            facts["elected_for"] = service.elected_for_fact(member)
            elsewhere = "sat_for" in facts
            if (came := result.place_fact(reading.contest, candidacy)) and came.value > 2:
                facts["place"] = came  # Nobody beat the candidate who came third or later: two others did.
            if not elsewhere and (note := _of_note(findings, member)):
                facts["known"] = next(iter(note.values()))
                if says_party(highest_office(findings, candidacy.person.id), candidacy.party):
                    facts["of_party"] = facts["member_party"]
            yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, candidacy.person.id)),),
                       must=tuple(n for n in ("sat_for", "known", "place", "of_party") if n in facts), seats=(reading.contest.seat,),
                       group="" if elsewhere or "known" in facts else f"{candidacy.party.id}/{member.elected_for}")


@rule("region", "nation", stages=("complete", "partial"), compared=False)
def defector_won(findings: Findings):
    """A member elected for one party who stood for another, or as an independent, and won."""
    for reading in findings.tally.declared:
        won = reading.winner
        if not won.sitting or not is_defector(findings, won) or won.party.id == "spk":
            continue
        member = findings.assignment.members_by_person[won.person.id]
        contest = reading.contest
        facts = {"person": result.person_fact(contest, won, "winner"), "seat": result.seat_fact(contest),
                 "party": result.party_fact(contest, won, "winner_party"), "majority": result.majority_fact(contest),
                 "elected_for": service.elected_for_fact(member)}
        yield Told(contest.seat, facts, (("vindicated", 6.0),), seats=(contest.seat,))


@rule("region", "nation", stages=("complete", "partial"), compared=False, claims=("again",))
def defector_stood_down(findings: Findings):
    """A member who had left the party that it was elected for and did not stand for the seat again; who has the seat now."""
    for reading in findings.tally.declared:
        member = reading.member
        if not member or not member.elected_for or not member.last_party or "spk" in (member.elected_for, member.last_party):
            continue
        if member.last_basis != "record" or member.last_party == member.elected_for:
            continue
        if member.person.id in findings.stood:
            continue
        facts = seat_facts(reading) | {"person": service.member_fact(member), "elected_for": service.elected_for_fact(member),
                                       "last": service.last_party_fact(member)}
        facts |= {name: fact for name, fact in member_facts(findings, member.person.id).items() if name == "former"}
        if member.seat_name != reading.contest.reads:
            continue  # The seat is no more: who won what most of it became is another story.
        if reading.winner.party.id == member.elected_for == reading.holder:
            facts["kept"] = facts["party"]
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, member.person.id)),), group=member.elected_for)


@rule("region", "nation", stages=("complete", "partial"), compared=False)
def moved_seat(findings: Findings):
    """A member of the last Parliament who won another seat than the one sat for."""
    for reading in findings.tally.declared:
        won = reading.winner
        member = (findings.assignment.members_by_person or {}).get(won.person.id)
        if not won.sitting or not member or is_own(reading, won) or is_defector(findings, won) or won.party.id == "spk":
            continue
        if reading.member is None or reading.beaten_members or member.seat_name in reading.contest.reads:
            continue  # The seat goes on, by a longer name perhaps.
        facts = seat_facts(reading) | {"old_seat": service.seat_before_fact(member)}
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, won.person.id)),), group="moved")


@rule("region", "nation", stages=("complete", "partial"), claims=("first", "again", "since"))
def successor(findings: Findings):
    """A new member for an old one of long service or high office, in a seat that the party kept."""
    standing = {c.person.id for r in findings.readings for c in r.contest.candidacies}
    for reading in findings.tally.declared:
        member = reading.member
        if not member or member.person.id in standing or reading.winner.sitting or reading.winner.party.id != reading.holder:
            continue
        if member.last_party != reading.winner.party.id or reading.winner.party.id == "spk":
            continue
        if reading.previous.estimated and member.seat_name != reading.contest.reads:
            continue  # Of an old seat and a new one of other names nobody is the successor.
        if not (note := _of_note(findings, member)):
            continue
        facts = seat_facts(reading) | {"member": service.member_fact(member)} | note
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, member.person.id)),),
                   must=tuple(note), seats=(reading.contest.seat,))


@rule("region", "nation", stages=("complete", "partial"), claims=("first", "again", "no", "since"))
def seat_left(findings: Findings):
    """A seat that a party lost when its member of long service or high office did not stand there again."""
    for reading in changes(findings.tally):
        member, lost_by = reading.member, findings.outcomes[reading.contest.seat].lost_by or reading.holder
        if not member or member.person.id in findings.stood or reading.winner.sitting or member.last_party != lost_by or lost_by == "ind":
            continue
        if member.seat_name != reading.contest.reads or not (note := _of_note(findings, member)):
            continue
        facts = seat_facts(reading) | {"member": service.member_fact(member), "lost_by": findings.tally.party_fact(lost_by)} | note
        yield Told(reading.contest.seat, facts, (("prominence", prominence(findings, member.person.id)),), must=tuple(note),
                   seats=(reading.contest.seat,))


def _of_note(findings: Findings, member) -> dict:
    """What a member was known for: `office`, or `former` office, or else long service since `elected`; empty for others."""
    office = highest_office(findings, member.person.id)
    if office and findings.ranks[office.rank]["weight"] >= findings.thresholds["story_office"]:
        return {"office" if office.in_post else "former": service.office_fact(office)}
    if service.years_of_service(member, findings.assignment) >= findings.thresholds["long_service_years"]:
        return since_when(findings, member)
    return {}
