"""What people are called: by the name they are known by, or as the results published it.

A person known by another name keeps both, so that a house may have either, and so that one person under two names is
not taken for two.
"""

from collections.abc import Callable, Iterable, Mapping

from .model.world import Assignment, Contest, Person

Name = Callable[[Person], Person]
Known = Mapping[str, Mapping[str, tuple[str, str, int]]]
"""MNIS id -> name as published -> given name, family name, line in the table of known names."""


def known_by(known: Known) -> Name:
    """Who somebody is by the table of known names; whoever is not in it stays the same."""
    def name(person: Person) -> Person:
        mine = known.get(person.id)
        found = mine and mine.get(person.name)
        if not found or person.published:
            return person
        given, family, row = found
        return person._replace(given=given, family=family, published=(person.given, person.family), known_row=row)
    return name


def as_published(person: Person) -> Person:
    """The person as the results have the name."""
    if not person.published:
        return person
    given, family = person.published
    return person._replace(given=given, family=family, published=(), known_row=0)


def contests_called(contests: Iterable[Contest], name: Name) -> tuple[Contest, ...]:
    """The contests with their people named so, in the same order."""
    return tuple([_contest(contest, name) for contest in contests])


def _contest(contest: Contest, name: Name) -> Contest:
    candidacies = [_called(candidacy, name) for candidacy in contest.candidacies]
    same = all([now is was for now, was in zip(candidacies, contest.candidacies, strict=True)])
    return contest if same else contest._replace(candidacies=tuple(candidacies))


def _called(one, name: Name):
    """A candidacy, a member or a by-election with its person named so; itself, where that is no other name."""
    person = name(one.person)
    return one if person is one.person else one._replace(person=person)


def called(assignment: Assignment, name: Name) -> Assignment:
    """The assignment with everyone in it named so: candidates now and before, members, by-elections' winners."""
    def all_of(people: Mapping | None) -> Mapping | None:
        return people and {key: _called(each, name) for key, each in people.items()}
    return assignment._replace(
        contests=contests_called(assignment.contests, name), members=all_of(assignment.members),
        previous=assignment.previous and dict(zip(assignment.previous, contests_called(assignment.previous.values(), name), strict=True)),
        members_by_person=all_of(assignment.members_by_person), by_elections=all_of(assignment.by_elections))


def as_the_house_names(assignment: Assignment, house: Mapping) -> Assignment:
    """The assignment with names as the house wants them: `known`, as it is loaded, or `published`."""
    return called(assignment, as_published) if house["names"] == "published" else assignment
