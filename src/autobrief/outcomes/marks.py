"""Marks: what is notable about a seat.  One small rule each, its threshold in the stylebook.

Thresholds are compared in floating point, which is the same on every machine; no figure is printed from here.
"""

from ..facts import contest as result
from ..facts.member import elected_for_fact, member_fact
from ..facts.reading import Reading
from ..model.text import Mark

MARKS = {}


def mark(rule):
    """Register a rule under its own name: (reading, change, thresholds) -> facts, or None to stay silent."""
    def run(name, reading, change, thresholds):
        facts = rule(reading, change, thresholds)
        return Mark(name, tuple(fact for fact in facts if fact)) if facts else None
    MARKS[rule.__name__] = run
    return rule


def _both_majorities(reading: Reading):
    return (result.majority_fact(reading.previous), result.majority_fact(reading.contest))


def _majority_change(reading: Reading) -> float | None:
    """Points of the vote that a kept majority moved by."""
    now, then = reading.lead, reading.lead_before
    return (now - then) * 100 if now is not None and then is not None else None


@mark
def slashed_majority(reading, change, thresholds):
    """A kept majority that fell by half, or by ten points of the vote."""
    if change != "hold" or not reading.majority_before or reading.majority is None:
        return None
    if reading.winner_before.party.id != reading.winner.party.id:
        return None
    halved = reading.majority <= reading.majority_before * thresholds["slashed_fraction"]
    fell = (points := _majority_change(reading)) is not None and points <= -thresholds["slashed_points"]
    return _both_majorities(reading) if halved or fell else None


@mark
def boosted_majority(reading, change, thresholds):
    """A kept majority that doubled and rose by five points, or rose by ten points of the vote."""
    if change != "hold" or not reading.majority_before or reading.majority is None:
        return None
    if reading.winner_before.party.id != reading.winner.party.id or (points := _majority_change(reading)) is None:
        return None
    doubled = reading.majority >= 2 * reading.majority_before and points >= thresholds["boosted_points"] / 2
    return _both_majorities(reading) if doubled or points >= thresholds["boosted_points"] else None


@mark
def knife_edge(reading, change, thresholds):
    """A majority of few votes, or of a very small share."""
    lead, part = reading.majority, reading.lead
    if lead is None:
        return None
    small = lead <= thresholds["knife_edge_votes"] or part * 100 <= thresholds["knife_edge_points"]
    return (result.majority_fact(reading.contest),) if small else None


@mark
def landslide(reading, change, thresholds):
    """A majority of a large part of all votes."""
    part = reading.lead
    big = part is not None and part * 100 >= thresholds["landslide_points"]
    return (result.majority_fact(reading.contest),) if big else None


@mark
def three_way(reading, change, thresholds):
    """First to third within a few points of each other."""
    standing = reading.contest.candidacies
    if len(standing) < 3:
        return None
    close = (standing[0].votes - standing[2].votes) * 100 <= thresholds["three_way_points"] * reading.valid
    return tuple(result.votes_fact(reading.contest, c, f"votes_{n}")
                 for n, c in enumerate(reading.contest.candidacies[:3], 1)) if close else None


@mark
def tie_by_lot(reading, change, thresholds):
    """A tie for first place, settled by lot."""
    return (result.majority_fact(reading.contest),) if result.is_tie(reading.contest) else None


@mark
def lost_deposits(reading, change, thresholds):
    """A runner-up or last holder's party under five per cent of the vote."""
    limit = thresholds["deposit_percent"] * reading.valid
    lost = [c for c in reading.contest.candidacies if c.party.id == reading.holder and c.votes * 100 < limit]
    return tuple(result.votes_fact(reading.contest, c, "holder_votes") for c in lost) or None


@mark
def incumbent_lost(reading, change, thresholds):
    """A member at dissolution who stood here and lost."""
    return tuple(result.person_fact(reading.contest, c, f"beaten_member_{n}")
                 for n, c in enumerate(reading.beaten_members, 1)) or None


@mark
def incumbent_stood_down(reading, change, thresholds):
    """The seat's member at dissolution was not a candidate in it."""
    if not reading.member or any(c.person.id == reading.member.person.id for c in reading.contest.candidacies):
        return None
    return (member_fact(reading.member),)


@mark
def sidelined_defection(reading, change, thresholds):
    """Elected for one party, stood here for another or as an independent, and lost."""
    return _defection(reading, won=False)


@mark
def vindicated_defection(reading, change, thresholds):
    """Elected for one party, stood here for another or as an independent, and won."""
    return _defection(reading, won=True)


def _defection(reading: Reading, won: bool):
    member = reading.member
    if not member or not member.elected_for:
        return None
    stood = next((c for c in reading.contest.candidacies if c.person.id == member.person.id), None)
    if not stood or stood.party.id in (member.elected_for, "spk") or (stood is reading.winner) != won:
        return None
    return (result.person_fact(reading.contest, stood, "defector"), elected_for_fact(member))


@mark
def moved_seat(reading, change, thresholds):
    """Won by a member at dissolution who had sat for another seat."""
    won = reading.winner
    if not won.sitting or not reading.member or won.person.id == reading.member.person.id:
        return None
    return (result.person_fact(reading.contest, won, "winner"),)


@mark
def by_election_reversed(reading, change, thresholds):
    """A by-election since the baseline changed the seat's party, and this result changed it from that."""
    by, before = reading.by_election, reading.winner_before
    if not by or not by.changed_party or not before or by.party in (before.party.id, reading.winner.party.id):
        return None
    return _both_majorities(reading)


@mark
def by_election_confirmed(reading, change, thresholds):
    """A by-election since the baseline changed the seat's party, and the same party won again."""
    by, before = reading.by_election, reading.winner_before
    if not by or not by.changed_party or not before or by.party == before.party.id or by.party != reading.winner.party.id:
        return None
    return _both_majorities(reading)
