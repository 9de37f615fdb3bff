"""A contest beside what it is compared with: the seat's baseline, member and by-election."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from ..model.world import Assignment, ByElection, Candidacy, Contest, Member
from . import contest as result


@dataclass(frozen=True)
class Reading:
    """One seat at one election.  `rule` says whose seat it was: the last winner's or the sitting member's."""

    contest: Contest
    previous: Contest | None
    member: Member | None
    by_election: ByElection | None
    rule: str = "general-election"

    @cached_property
    def kept(self) -> dict:
        """What others have worked out from this reading alone, so that it is worked out once in a night."""
        return {}

    @cached_property
    def winner(self) -> Candidacy | None:
        return result.winner(self.contest)

    @cached_property
    def runner_up(self) -> Candidacy | None:
        return result.runner_up(self.contest)

    @cached_property
    def majority(self) -> int | None:
        return result.majority(self.contest)

    @cached_property
    def majority_before(self) -> int | None:
        return result.majority(self.previous) if self.previous else None

    @cached_property
    def swing(self) -> Decimal | None:
        """Points from the one to the other of the same two leading parties; signed, to the winner's."""
        return result.swing(self.contest, self.previous)

    @cached_property
    def valid(self) -> int:
        return result.valid_votes(self.contest)

    @cached_property
    def lead(self) -> float | None:
        """The majority as a share of valid votes: for comparing, never for printing."""
        return self.majority / self.valid if self.majority is not None and self.valid else None

    @cached_property
    def lead_before(self) -> float | None:
        cast = result.valid_votes(self.previous) if self.previous else 0
        return self.majority_before / cast if self.majority_before is not None and cast else None

    @cached_property
    def winner_before(self) -> Candidacy | None:
        return result.winner(self.previous) if self.previous else None

    @cached_property
    def holder(self) -> str | None:
        """Continuing id of the party whose seat it was by the rule; None where nothing is on record.

        A member whose last party is not on record counts as the last recorded one.
        """
        if self.rule == "sitting-member" and self.member:
            return self.member.last_party or self.member.elected_for
        return self.winner_before.party.id if self.winner_before else None

    @cached_property
    def holder_unsure(self) -> bool:
        """The sitting-member rule had to fall back on a party that is not on record as the last."""
        return self.rule == "sitting-member" and bool(self.member) and self.member.last_basis in ("unknown", "disputed")

    @cached_property
    def same_independent(self) -> bool:
        """Independents match only as persons."""
        won, before = self.winner, self.winner_before
        if self.rule == "sitting-member" and self.member:
            return bool(won) and won.person.id == self.member.person.id
        return bool(won and before) and won.person.id == before.person.id

    @cached_property
    def beaten_members(self) -> tuple[Candidacy, ...]:
        """Members at dissolution who stood here and lost, whichever seat they had sat for."""
        if not self.winner:
            return ()
        return tuple(c for c in self.contest.candidacies if c.sitting and c is not self.winner)


def readings(assignment: Assignment) -> tuple[Reading, ...]:
    """Every seat of the assignment, in the assignment's order."""
    previous, members = assignment.previous or {}, assignment.members or {}
    by_elections = assignment.by_elections or {}
    return tuple(
        _reading(contest, previous.get(contest.seat), members.get(contest.seat), by_elections.get(contest.seat),
                assignment.rule)
        for contest in assignment.contests
    )


@lru_cache(2048)
def _reading(contest: Contest, previous: Contest | None, member: Member | None, by_election: ByElection | None, rule: str) -> Reading:
    """The same reading for the same values: all through a night a seat is read once, in however many articles it stands."""
    return Reading(contest, previous, member, by_election, rule)
