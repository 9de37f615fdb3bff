"""Holding a bulletin against the record: election, seat, candidates.  Accepted it is a report, else a refusal with its reason.

Candidates are the record's own people, so that they keep their ids.  In test data they are invented, and stand as
the feed has them; so do those of a seat that has none on record.
"""

from difflib import get_close_matches

from ..model.results import Bulletin, Named, Refusal, Report
from ..model.world import Candidacy, Election, Party, Person
from .find import plain
from .load import _clean
from .plausibility import Held, check
from .register import Register, Seat


def accepted(bulletin: Bulletin, code: str | None, register: Register) -> Report | Refusal:
    """The bulletin as a report on the seat of that code, or why it is held out."""
    try:
        _check_election(bulletin, register.election)
        if code is None:
            elsewhere = bulletin.type == "by-election"
            raise Held("other_poll" if elsewhere else "unknown_seat",
                       f"no seat called {bulletin.seat!r} at the {register.election.name}{_meant(bulletin.seat, register)}", not elsewhere)
        seat = register.seats[code]
        if bulletin.spoilt and not seat.candidacies:
            raise Held("spoilt", f"a row on {seat.name} cannot be read, and the record does not say who stood")
        candidacies = _as_sent(bulletin, seat, register) if bulletin.test or not seat.candidacies else _candidacies(bulletin, seat, register)
        check(bulletin, candidacies, seat, register)
        return Report(code, bulletin.kind, bulletin.revision, bulletin.status, bulletin.declared, candidacies,
                      bulletin.electorate, bulletin.file, bulletin.row, bulletin.test)
    except Held as held:
        return refusal(bulletin, *held.args, seat=code or bulletin.seat)


def _meant(asked: str, register: Register) -> str:
    near = get_close_matches(plain(asked), register.names, 1, 0.75)
    return f"; did you mean {register.seats[register.names[near[0]]].name}?" if near else ""


def refusal(bulletin: Bulletin, code: str, reason: str, waits: bool = True, seat: str = "") -> Refusal:
    return Refusal(bulletin.file, bulletin.row, code, reason, _text(bulletin), seat or bulletin.seat, waits)


def _text(bulletin: Bulletin) -> str:
    """The bulletin in short, for the list of what is held."""
    votes = ", ".join(f"{c.name} ({c.party or c.label}) {'' if c.votes is None else c.votes}".rstrip() for c in bulletin.candidates)
    return f"{bulletin.seat}: {bulletin.status}: {votes}"


def _check_election(bulletin: Bulletin, election: Election) -> None:
    """Raise Held for another poll's message, a wrong polling date, and a result from before the polls closed."""
    kind = "by-election" if election.kind == "by-election" else "general"
    if bulletin.type and bulletin.type != kind:
        raise Held("other_poll", f"a message on another poll, of type {bulletin.type}", False)
    if bulletin.polled and bulletin.polled != election.date:
        # A rehearsal's own date is a day early.
        if not bulletin.test or abs((bulletin.polled - election.date).days) > 1:
            raise Held("wrong_date", f"polling on {bulletin.polled:%d %B %Y}, and the {election.name} was on {election.date:%d %B %Y}")
    if bulletin.declared and election.polls_close and bulletin.declared < election.polls_close and not bulletin.test:
        raise Held("early", f"declared at {bulletin.declared:%H:%M on %d %B %Y}, before polls closed")


def _as_sent(bulletin: Bulletin, seat: Seat, register: Register) -> tuple[Candidacy, ...]:
    """The candidates as the feed has them."""
    found = []
    for named in map(_cleaned, bulletin.candidates):
        given, family = named.given, named.family or named.name.rpartition(" ")[2]
        given = given or named.name.removesuffix(family).strip()
        party = register.party(named.label, named.party)
        party = party or Party(plain(named.party or named.label), named.party or named.label, named.label or named.party)
        person = Person(f"{register.election.id}/{seat.code}/{given} {family}", given, family)
        found.append(Candidacy(party, person, named.votes, row=named.row, elected=named.elected))
    return tuple(sorted(found, key=_order))


def _cleaned(named: Named) -> Named:
    """Names and labels that can be printed: a feed's own reach the copy only here."""
    return named._replace(name=_clean(named.name), party=_clean(named.party), given=_clean(named.given), family=_clean(named.family),
                          label=_clean(named.label))


def _order(candidacy: Candidacy) -> tuple:
    return -(candidacy.votes or 0), not candidacy.elected, candidacy.person.family, candidacy.row


def _candidacies(bulletin: Bulletin, seat: Seat, register: Register) -> tuple[Candidacy, ...]:
    """The record's candidates with the feed's votes, most first; in the record's own order where votes are the same."""
    if not bulletin.candidates:
        return ()
    found: dict[int, Named] = {}
    for named in bulletin.candidates:
        row = _matched(named, seat, register)
        if row in found:
            raise Held("unknown_candidate", f"{named.name} and {found[row].name} would be the same candidate in {seat.name}")
        found[row] = named
    missing = [c.person.name for c in seat.candidacies if c.row not in found]
    if missing and bulletin.status in ("declared", "corrected"):
        raise Held("incomplete", f"there is no figure for {', '.join(missing)}")
    candidacies = [c._replace(votes=found[c.row].votes, elected=found[c.row].elected) for c in seat.candidacies if c.row in found]
    return tuple(c._replace(row=found[c.row].row) for c in sorted(candidacies, key=_order))


def _matched(named: Named, seat: Seat, register: Register) -> int:
    """The row of the candidate on record whom the feed means."""
    party = register.party(named.label, named.party)
    exact = [c for c in seat.candidacies if named.person and c.person.id == named.person]
    if not exact:
        exact = [c for c in seat.candidacies if c.person.name == named.name]
    if not exact:
        exact = [c for c in seat.candidacies if register.called(c.person).name == named.name]
    if not exact:
        whole = _words(named.name)
        exact = [c for c in seat.candidacies if whole in (_words(c.person.name), _words(register.called(c.person).name))]
    if len(exact) > 1:
        exact = [c for c in exact if party and c.party.id == party.id]
    if len(exact) == 1:
        # Agencies call the candidates of small parties independents; the ballot paper's label is the record's.
        if party and exact[0].party.id != party.id and "ind" not in (party.id, exact[0].party.id):
            raise Held("party", f"{named.name} stood in {seat.name} for {exact[0].party.name}, not {named.party or named.label}")
        return exact[0].row
    close = _close(named, [c for c in seat.candidacies if party is None or c.party.id == party.id])
    if len(close) == 1:
        return close[0].row
    near = get_close_matches(named.name, [c.person.name for c in seat.candidacies], 1, 0.6)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise Held("unknown_candidate", f"no candidate called {named.name} ({named.party or named.label}) in {seat.name}{meant}")


def _close(named: Named, candidacies: list[Candidacy]) -> list[Candidacy]:
    """Those of the same family name, and of the same first letter where several are."""
    family, name = plain(named.family) or plain(named.name).rpartition(" ")[2], plain(named.name)
    found = [c for c in candidacies if (known := plain(c.person.family)) and family
             and (known == family or name.endswith(f" {known}") or known.endswith(f" {family}"))]
    return found if len(found) < 2 else [c for c in found if plain(c.person.given)[:1] == name[:1]]


def _words(name: str) -> str:
    return " ".join(sorted(plain(name).split()))
