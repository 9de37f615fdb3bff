"""What a watch says: of a seat, of an article written again, of a cause."""

from ..facts.contest import majority, winner
from ..model.style import Stylebook
from ..model.world import DECLARED, Party
from ..realisation.voice import party_name
from .desk import Happened

STATES = {"not_declared": "not declared", "postponed": "poll postponed", "recount": "recount", "void": "void", "winner_known": "figures to come"}


def result(happened: Happened, house: Stylebook) -> str:
    """A seat in a few words: Conservative hold, 10,941."""
    reading, outcome = happened.reading, happened.outcome
    status = happened.report.status if happened.report else "not_declared"
    won = reading.winner
    if happened.report is None:
        return "result withdrawn" if happened.before else STATES[status]
    if won is None or status not in (*DECLARED, "winner_known"):
        return STATES.get(status, status)
    changed = f"{adjective(won.party, house)} {'hold' if outcome.change in ('hold', 'speaker') else outcome.change}"
    if outcome.change == "gain" and outcome.lost_by and reading.winner_before and reading.winner_before.party.id == outcome.lost_by:
        changed += f" from {adjective(reading.winner_before.party, house)}"
    if outcome.change == "new":
        changed = f"{adjective(won.party, house)} win"
    figures = f", {reading.majority:,}" if reading.majority is not None else f", {STATES['winner_known']}"
    return changed + figures + (f" ({corrected(happened, house)})" if overruled(happened) else "")


def adjective(party: Party, house: Stylebook) -> str:
    """How a party is spoken of before a noun: Conservative, Green."""
    return party_name(house, party).adjective


def overruled(happened: Happened) -> bool:
    """Figures that were declared before, at whatever time, are given otherwise now."""
    before, now = happened.figures, happened.report
    return before is not None and now is not None and now.status in DECLARED and _votes(before) != _votes(now)


def undone(happened: Happened) -> bool:
    """What was declared until now is not any more."""
    before, now = happened.before, happened.report
    return before is not None and before.status in DECLARED and (now is None or now.status not in DECLARED)


def _votes(report) -> dict:
    return {c.person.id: (c.votes, c.party.name) for c in report.candidacies}


def corrected(happened: Happened, house: Stylebook) -> str:
    """What a declared figure was before it was corrected."""
    was = happened.reading.contest._replace(status="declared", candidacies=happened.figures.candidacies)
    won, now = winner(was), happened.reading.winner
    if won and now and won.person.id != now.person.id:
        return f"corrected, was {won.person.name} for {adjective(won.party, house)} by {majority(was):,}"
    if happened.reading.majority != majority(was):
        return f"corrected, was {majority(was):,}"
    return "corrected: " + "; ".join(_figures(happened))


def _figures(happened: Happened) -> list[str]:
    """Each candidate whose votes are not what they were."""
    then = {c.person.id: c for c in happened.figures.candidacies}
    return [f"{c.person.name} {c.votes:,}, was {then[c.person.id].votes:,}" for c in happened.report.candidacies
            if c.person.id in then and c.votes is not None and then[c.person.id].votes not in (None, c.votes)]


def cause(told: dict[str, str], first: bool) -> str:
    """Why an article was written again, from the seats that moved, each with its result."""
    if not told:
        return "first written" if first else "the national picture, the stylebook or the record moved, none of its own seats"
    named = [f"{seat}: {what}" for seat, what in list(told.items())[:3]]
    more = len(told) - len(named)
    return "; ".join(named) + (f"; and {more} more" if more > 0 else "")


def rewritten(name: str, changed: int, of: int, first: bool) -> str:
    """The Midlands: 3 of 31 sentences changed."""
    said = f"{of} sentences, first written" if first else f"{changed} of {of} sentences changed"
    return f"{name[:1].upper()}{name[1:]}: {said}"
