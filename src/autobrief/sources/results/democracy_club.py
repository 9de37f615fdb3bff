"""Democracy Club's CSV of candidates with results, a row to each candidacy."""

from ...model.results import Bulletin, Named, Refusal
from . import cells
from .marks import mark

NEEDED = ("person_name", "ballot_paper_id", "party_name", "post_label")


def recognised(name: str, text: str) -> bool:
    return {"person_name", "ballot_paper_id", "party_name"} <= set(_headings(text.partition("\n")[0]))


def _headings(line: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.strip("\r\n").split(",")]


def bulletins(name: str, text: str) -> tuple[list[Bulletin], list[Refusal]]:
    """A bulletin for each ballot of the Commons; other ballots are passed over."""
    lines, refusals = cells.lines(name, text)
    headings = [cell.strip() for cell in lines[0][1]] if lines else []
    if missing := [column for column in NEEDED if column not in headings]:
        return [], [*refusals, Refusal(name, 1, "no_column", f"there is no column {' or '.join(missing)}")]
    ballots: dict[str, list] = {}
    spoilt: set[str] = set()
    for number, row in lines[1:]:
        if len(row) != len(headings):
            refusals.append(Refusal(name, number, "truncated", f"{len(row)} cells where there should be {len(headings)}", ",".join(row)))
            continue
        held = {heading: cell.strip().strip('"').strip() for heading, cell in zip(headings, row, strict=True)}
        ballot = held["ballot_paper_id"]
        if not ballot.startswith("parl."):
            refusals.append(Refusal(name, number, "other_poll", f"{ballot or 'the row'} is no ballot for the Commons", ",".join(row), waits=False))
            continue
        try:
            ballots.setdefault(ballot, []).append((number, held, _named(number, held)))
        except ValueError as error:
            spoilt.add(ballot)
            refusals.append(Refusal(name, number, "unparsable", str(error), ",".join(row), held["post_label"]))
    made = []
    for ballot, rows in ballots.items():
        try:
            if ballot in spoilt:
                raise ValueError(f"another row of {ballot} cannot be read")
            made.append(_bulletin(name, rows))
        except ValueError as error:
            refusals.append(Refusal(name, rows[0][0], "spoilt", str(error), ballot, rows[0][1]["post_label"]))
    return made, refusals


def _named(number: int, held: dict) -> Named:
    elected = cells.yes(held.get("elected", "")) or cells.yes(held.get("tied_vote_winner", ""), "tied_vote_winner")
    return Named(held["person_name"], held["party_name"], cells.whole(held.get("votes_cast", "")), elected, held.get("sopn_first_names", ""),
                 held.get("sopn_last_name", ""), held.get("mnis_id", ""), held.get("party_id", ""), number)


def _bulletin(name: str, rows: list[tuple]) -> Bulletin:
    number, held, _ = rows[0]
    candidates = tuple(dict.fromkeys(named._replace(row=0) for _, _, named in rows))
    lines = {named._replace(row=0): line for line, _, named in reversed(rows)}
    candidates = tuple(named._replace(row=lines[named]) for named in candidates)
    if cells.yes(held.get("cancelled_poll", ""), "cancelled_poll"):
        kind, status = "nomination", "postponed"
    elif all(named.votes is not None for named in candidates):
        kind, status = "result", "declared"
    elif any(named.elected for named in candidates):
        kind, status = "rush", "winner_known"
    else:
        kind, status = "nomination", "not_declared"
    day = held.get("election_date", "")
    by_election = ".by." in held["ballot_paper_id"] or cells.yes(held.get("by_election", ""), "by_election")
    return Bulletin(held.get("gss") or held["post_label"], kind, status, 1, candidates, None,
                    cells.whole(held.get("total_electorate", ""), "total_electorate"), polled=cells.day(day) if day else None,
                    type="by-election" if by_election else "general", test=mark(name, "", candidates), file=name, row=number)
