"""What happened to a seat: hold, gain, new, speaker, undeclared or void."""

from ..facts import contest as result
from ..facts.reading import Reading
from ..model.text import Fact, Outcome
from .marks import MARKS

CHANGES = ("hold", "gain", "new", "speaker", "undeclared", "void")


def classify(reading: Reading, thresholds: dict, names: frozenset | None = None) -> Outcome:
    """The seat's outcome by votes and baseline alone; the official summary is never consulted.

    `names` are the marks looked for, all of them if left out.  `new` is a seat with nothing on record to compare with.
    Independents match only as persons.
    """
    contest, seat = reading.contest, reading.contest.seat
    if contest.status == "void":
        return Outcome(seat, "void", None, None, ())
    if reading.winner is None:
        return Outcome(seat, "undeclared", None, None, ())
    party, holder = reading.winner.party.id, reading.holder
    change = _change(reading, party, holder)
    lost_by = holder if change in ("gain", "speaker") and holder != party else None
    marks = tuple(mark for name, rule in MARKS.items() if (names is None or name in names) and (mark := rule(name, reading, change, thresholds)))
    return Outcome(seat, change, party, lost_by, marks)


def _change(reading: Reading, party: str, holder: str | None) -> str:
    if "spk" in (party, holder):
        return "speaker"
    if holder is None:
        return "new"
    if holder == party and (party != "ind" or reading.same_independent):
        return "hold"
    return "gain"


def grounds(reading: Reading) -> tuple[Fact, ...]:
    """The facts that made a seat's change true: winner and majority, now and at the baseline."""
    if reading.winner is None:
        return ()
    contest, before = reading.contest, reading.previous
    facts = [result.party_fact(contest, reading.winner, "winner_party"), result.majority_fact(contest)]
    if reading.winner_before:
        facts.append(result.party_fact(before, reading.winner_before, "winner_party"))
        facts.append(result.majority_fact(before))
    return tuple(fact for fact in facts if fact)
