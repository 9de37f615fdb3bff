"""Who sat for a seat, since when, and in what office."""

from datetime import date

from ..model.text import Fact, Source
from ..model.world import Assignment, Member, Office, Party, Place, Service
from .making import make


def _source(member: Member, column: str) -> tuple[Source, ...]:
    return (Source(member.table, "", (member.row,), column),)


def member_fact(member: Member) -> Fact:
    return make(f"member/{member.person.id}", "name", member.person, "person", sources=_source(member, "name"))


def elected_for_fact(member: Member) -> Fact:
    """The party the member was elected for, by its continuing id: the desk has the name."""
    id = member.elected_for or member.last_party
    column = "elected_for" if member.elected_for else "last_party"
    return make(f"member/{member.person.id}", "elected_for", Party(id, id, id), "party", sources=_source(member, column))


def last_party_fact(member: Member) -> Fact:
    """The party that the member sat for at the dissolution."""
    return make(f"member/{member.person.id}", "last_party", Party(member.last_party, member.last_party, member.last_party), "party",
                member.last_basis, sources=_source(member, "last_party"))


def seat_before_fact(member: Member) -> Fact:
    """The seat that the member sat for, by the name it had; the name stands for the code where the record has none (before 2010)."""
    return make(f"member/{member.person.id}", "seat", Place(member.seat or member.seat_name, member.seat_name), "place", member.seat_name,
                sources=_source(member, "seat_name"))


def first_elected_fact(member: Member) -> Fact | None:
    """The year of first election to the Commons, in any seat, whatever gaps followed."""
    if not member.first_elected:
        return None
    return make(f"member/{member.person.id}", "first_elected", member.first_elected.year, "year",
                sources=_source(member, "first_elected"))


def since_fact(member: Member) -> Fact | None:
    """The year since when service is unbroken on record."""
    if not member.continuous_since:
        return None
    return make(f"member/{member.person.id}", "continuous_since", member.continuous_since.year, "year",
                sources=_source(member, "continuous_since"))


def came_back(member: Member, service: Service | None) -> bool:
    """The member had been out of the Commons for a year or more before the present spell: the year of first election would say too much."""
    since = member.continuous_since
    if not member.first_elected or not since or member.first_elected.year == since.year:
        return False
    ends = [date.fromisoformat(end) for _, _, end in service.spells if end and end < since.isoformat()] if service else []
    return not ends or (since - max(ends)).days > 365


def years_of_service(member: Member, assignment: Assignment) -> int:
    """Whole years of unbroken service up to polling day, nought where the record does not bear it."""
    return (assignment.election.date - member.continuous_since).days // 365 if member.continuous_since else 0


def office_fact(office: Office) -> Fact:
    return make(f"office/{office.mnis}", "title", office, "office", office.rank,
                sources=(Source(office.table, "", (office.row,), "title"),))
