"""The tables after the copy: results by seat, and gains and losses by party that reconcile."""

from .facts import contest as result
from .facts.making import make
from .grammar import figures, percent
from .model.text import Block, Cell, Fact
from .model.world import Party
from .realisation import Voice, party_name
from .rules.findings import Findings

MINUS = "−"


def tables(findings: Findings, voice: Voice) -> tuple[Block, ...]:
    """Seats by party, then seat by seat; for one seat, its candidates."""
    if findings.scope == "seat":
        return (_candidates(findings, voice),) if findings.readings[0].contest.candidacies else ()
    if not findings.tally.declared:
        return ()
    return (_parties(findings, voice), _results(findings, voice))


def _cell(voice: Voice, fact: Fact | None, text: str = "") -> Cell:
    if fact is None:
        return Cell(text or "–")
    voice.cite(fact)
    return Cell(voice.quoted(text or str(fact.value)), fact.id)


def _short(voice: Voice, party: Party) -> str:
    return party_name(voice.stylebook, party).short


def _parties(findings: Findings, voice: Voice) -> Block:
    """Before, gained, lost and now for each party: now = before + gained - lost, the Speaker's seat in its own row."""
    tally, compared = findings.tally, findings.compared
    rows = []
    for party in tally.parties():
        named = tally.party_fact(party)
        now = tally.seats_fact(party)
        cells = [_cell(voice, named, _short(voice, named.value)), _cell(voice, now, figures(now.value))]
        if compared:
            gains, losses = tally.gains_fact(party), tally.losses_fact(party)
            before = tally.count_fact(f"before_declared/{party}", (r for r in tally.declared if r.holder == party))
            net = make(tally.subject, f"net/{party}", now.value - before.value, "seats", f"{now.value} - {before.value}",
                       inputs=(now, before))
            cells += [_cell(voice, gains, figures(gains.value)), _cell(voice, losses, figures(losses.value)),
                      _cell(voice, net, f"+{net.value}" if net.value > 0 else f"{MINUS}{-net.value}" if net.value else "0"),
                      _cell(voice, before, figures(before.value))]
        if now.value or (compared and before.value):
            rows.append(tuple(cells))
    if findings.stage == "partial" and tally.outstanding:
        left = tally.count_fact("outstanding", tally.outstanding)
        rows.append((Cell("To declare"), _cell(voice, left, figures(left.value))) + (Cell("–"),) * (4 if compared else 0))
    columns = ("Party", "Seats", "Gained", "Lost", "Net", "Before") if compared else ("Party", "Seats")
    caption = "Seats by party"
    if compared and any("spk" in pair for pair in tally.pairs):
        # The copy leaves the Speaker out of gains and losses; a table that left him out would not add up.
        caption += ", with those that passed to or from the Speaker"
    return Block("table", "table/parties", caption=caption, columns=columns, rows=tuple(rows))


def _results(findings: Findings, voice: Voice) -> Block:
    rows = tuple(_result(findings, voice, r) for r in sorted(findings.readings, key=lambda r: (r.contest.reads, r.contest.seat)))
    columns = ("Seat", "Winner", "Result", "Majority", "Second", "Turnout")
    return Block("table", "table/results", caption="Results by seat", columns=columns, rows=rows)


def _result(findings: Findings, voice: Voice, reading) -> tuple[Cell, ...]:
    contest, outcome = reading.contest, findings.outcomes[reading.contest.seat]
    facts = reading.kept.get("row") or reading.kept.setdefault("row", _row_facts(reading))
    seat = _cell(voice, facts[0], contest.reads)
    if not reading.winner:
        waiting = {"postponed": "Poll postponed", "void": "Void", "recount": "Recount"}.get(contest.status, "Not declared")
        return (seat, Cell("–"), Cell(waiting), Cell("–"), Cell("–"), Cell("–"))
    _, winner, party, lead, second, turnout = facts
    return (seat, _cell(voice, winner, winner.value.name), _cell(voice, party, _outcome_text(findings, voice, reading, outcome)),
            _cell(voice, lead, figures(lead.value) if lead else ""),
            _cell(voice, second, _short(voice, second.value) if second else ""),
            _cell(voice, turnout, percent(turnout.value, voice.house["percent"]) if turnout else ""))


def _row_facts(reading) -> tuple:
    """The facts of a seat's row: the seat, and where it is won the winner, party, majority, second party and turnout."""
    contest, won, second = reading.contest, reading.winner, reading.runner_up
    if not won:
        return (result.seat_fact(contest),)
    return (result.seat_fact(contest), result.person_fact(contest, won, "winner"), result.party_fact(contest, won, "winner_party"),
            result.majority_fact(contest), result.party_fact(contest, second, "runner_up_party") if second else None, result.turnout_fact(contest))


def _outcome_text(findings: Findings, voice: Voice, reading, outcome) -> str:
    party = _short(voice, reading.winner.party)
    if outcome.change == "speaker":
        return party
    if outcome.change == "hold":
        return f"{party} hold"
    if outcome.lost_by:
        return f"{party} gain from {_short(voice, findings.tally.party_fact(outcome.lost_by).value)}"
    if outcome.change == "gain":
        return f"{party} gain from {_short(voice, findings.tally.party_fact(reading.holder).value)}"
    return party


def _candidates(findings: Findings, voice: Voice) -> Block:
    reading = findings.readings[0]
    contest, rows = reading.contest, []
    for n, candidacy in enumerate(contest.candidacies, 1):
        person = result.person_fact(contest, candidacy, f"candidate_{n}")
        party = result.party_fact(contest, candidacy, f"candidate_{n}_party")
        cells = [_cell(voice, person, candidacy.person.name), _cell(voice, party, party_name(voice.stylebook, candidacy.party).short)]
        if candidacy.votes is not None:
            votes, share = result.votes_fact(contest, candidacy, f"candidate_{n}_votes"), \
                result.share_fact(contest, candidacy, f"candidate_{n}_share")
            cells += [_cell(voice, votes, figures(votes.value)),
                      _cell(voice, share, percent(share.value, voice.house["percent"]) if share else "")]
        rows.append(tuple(cells) + (Cell("–"),) * (4 - len(cells)))
    return Block("table", "table/candidates", caption="Candidates", columns=("Candidate", "Party", "Votes", "Share"), rows=tuple(rows))
