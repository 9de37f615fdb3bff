"""An agency's states of the parties held against the seats counted here: a cross-check, never a source of results.

Only the newest is held against them, since those before it stand as they were when a result is corrected, and only when
every result that it counts has come.
"""

import re
from collections import Counter

from ..model.results import Refusal, Report, Totals
from ..model.world import Election
from .overlay import party_won
from .register import Register

OTHERS = "others"
NUMBERED = re.compile(r"_?\d+\.xml$", re.IGNORECASE)


def cross_checked(found: list[Totals], stands: dict[str, Report], register: Register, numbers: dict[str, str], test: bool) -> list[Refusal]:
    """What became of each: passed over, or, with code `tally`, one that counts otherwise and waits for somebody's eye."""
    refusals, mine = [], []
    for each in found:
        another = _of_another_poll(each, register.election)
        if another:
            refusals.append(another)
        elif bool(each.test) != test:
            refusals.append(_passed(each, "test data beside live results, or the reverse"))
        else:
            mine.append(each)
    newest = max(mine, key=lambda each: (each.results, each.file), default=None)
    refusals += [_passed(each, f"after {each.results} results, and there is a newer one") for each in mine if each is not newest]
    return [*refusals, *([_checked(newest, stands, register, numbers)] if newest else [])]


def _of_another_poll(each: Totals, election: Election) -> Refusal | None:
    kind = "by-election" if election.kind == "by-election" else "general"
    if each.type and each.type != kind:
        return Refusal(each.file, 0, "other_poll", f"a state of the parties at another poll, of type {each.type}", waits=False)
    if each.polled and abs((each.polled - election.date).days) > bool(each.test):
        return Refusal(each.file, 0, "wrong_date", f"a state of the parties at a poll of {each.polled:%d %B %Y}, and the {election.name} was on "
                       f"{election.date:%d %B %Y}")
    return None


def _passed(each: Totals, why: str) -> Refusal:
    return Refusal(each.file, 0, "state_of_parties", f"a state of the parties: {why}; the tally is counted from the seats themselves", waits=False)


def _checked(each: Totals, stands: dict[str, Report], register: Register, numbers: dict[str, str]) -> Refusal:
    won = {seat: party for seat, report in stands.items() if (party := party_won(report, None))}
    counted = [register.code(name) or numbers.get(number, "") for number, name in each.included] or list(won)
    missing = sum(seat not in won for seat in counted) if each.included else abs(each.results - len(won))
    if missing or not counted:
        return _passed(each, f"after {each.results} results, of which not all are here")
    ours, theirs = Counter(won[seat] for seat in counted), _seats(each, register)
    names = {(party := register.party(label, name)) and party.id: name for label, name, _ in each.seats}
    known = set(theirs) - {OTHERS}
    ours = Counter({party: ours[party] for party in known if ours[party]}) | Counter({OTHERS: sum(n for p, n in ours.items() if p not in known)})
    told = [f"{names.get(party, party)} {theirs[party]}, where the results make it {ours[party]}"
            for party in sorted({*ours, *theirs}) if ours[party] != theirs[party]]
    if not told or _only_the_speaker(ours, theirs, won, counted):
        return _passed(each, f"after {each.results} results, and it agrees")
    return Refusal(NUMBERED.sub("", each.file), 0, "tally", "the agency's state of the parties has " + "; ".join(told))


def _seats(each: Totals, register: Register) -> Counter:
    """Seats by party as the agency counts them; what it lumps together, and a party that nobody knows, among others."""
    found: Counter = Counter()
    for label, name, seats in each.seats:
        party = None if label.casefold() == OTHERS else register.party(label, name)
        found[party.id if party else OTHERS] += seats
    return found


def _only_the_speaker(ours: Counter, theirs: Counter, won: dict[str, str], counted: list[str]) -> bool:
    """Agencies have counted the Speaker's seat with the party that the Speaker came from."""
    more, fewer = theirs - ours, ours - theirs
    return any(won[seat] == "spk" for seat in counted) and sum(more.values()) == 1 == sum(fewer.values()) and next(iter(fewer)) in ("spk", OTHERS)
