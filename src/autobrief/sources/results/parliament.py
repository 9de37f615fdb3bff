"""Parliament's own CSV, as `autobrief import parliament` reads it: candidacies.csv, and constituencies.csv beside it.

With or without a header.  `joined` brings the two files of one folder together.
"""

import re

from ...model.results import Bulletin, Named, Refusal
from . import cells
from .marks import mark

PLACE = ("ons id", "ons region id", "constituency name", "county name", "region name", "country name", "constituency type")
CANDIDACY = (*PLACE, "party name", "party abbreviation", "electoral commission party id", "mnis party id", "electoral commission adjunct party id",
             "candidate first name", "candidate surname", "candidate gender", "sitting mp", "former mp", "member mnis id", "votes", "share", "change")
CONTEST = (*PLACE, "declaration time", "member first name", "member surname", "member gender", "result", "first party", "second party",
           "electorate", "valid votes", "invalid votes", "majority")
SEAT = re.compile(r"[EWSN]\d{8}")
DATE = re.compile(r"\d+/\d+/\d+|\d{4}-\d\d-\d\d")


def recognised(name: str, text: str) -> bool:
    return _headings(cells.split(text.partition("\n")[0].strip("\r"))) is not None


def _headings(first: list[str]) -> tuple[tuple[str, ...], bool] | None:
    """The columns by name, and whether the first line gave them; None where the file is not of this form."""
    plain = tuple(" ".join(cell.split()).casefold().replace("ons id2", "ons id") for cell in first)
    if "ons id" in plain and ("candidate surname" in plain or "declaration time" in plain):
        return plain, True
    dates = 0
    while dates < 2 and dates < len(first) and DATE.match(first[dates]):
        dates += 1
    rest = first[dates:]
    if len(rest) >= len(CANDIDACY) and SEAT.fullmatch(rest[0].strip()):
        columns = CANDIDACY if len(rest) <= len(CANDIDACY) + 2 else CONTEST
        return ("election date", "writ date")[:dates] + columns, False
    return None


def bulletins(name: str, text: str) -> tuple[list[Bulletin], list[Refusal]]:
    """A bulletin for each seat: with candidates from the one file, with times and totals from the other."""
    lines, refusals = cells.lines(name, text)
    headings, given = _headings(lines[0][1]) if lines else ((), False)
    contests = "candidate surname" not in headings
    seats: dict[str, list] = {}
    spoilt: set[str] = set()
    for number, row in lines[1:] if given else lines:
        held = dict(zip(headings, (cell.strip() for cell in row), strict=False))
        seat = held.get("ons id", "")
        try:
            if len(row) < len(headings):
                raise ValueError(f"{len(row)} cells where there should be {len(headings)}")
            seats.setdefault(seat, []).append(_contest(name, number, held) if contests else (number, held, _named(number, held)))
        except ValueError as error:
            spoilt.add(seat)
            refusals.append(Refusal(name, number, "truncated" if len(row) < len(headings) else "unparsable", str(error), ",".join(row), seat))
    made: list[Bulletin] = []
    for seat, rows in seats.items():
        if seat in spoilt:
            refusals.append(Refusal(name, 0, "spoilt", f"another row of {seat} cannot be read", seat=seat))
        else:
            made += rows if contests else [_bulletin(name, rows)]
    return made, refusals


def _named(number: int, held: dict) -> Named:
    given, family = held["candidate first name"], held["candidate surname"]
    return Named(f"{given} {family}".strip(), held["party name"], cells.whole(held["votes"]), False, given, family,
                 held.get("member mnis id", "").replace("[x]", ""), held.get("party abbreviation", ""), number)


def _bulletin(name: str, rows: list[tuple]) -> Bulletin:
    number, held, _ = rows[0]
    candidates = tuple(named for _, _, named in rows)
    counted = all(one.votes is not None for one in candidates)
    day = held.get("election date", "")
    return Bulletin(held["ons id"], "result" if counted else "nomination", "declared" if counted else "not_declared", 1, candidates,
                    polled=cells.day(day) if day else None, test=mark(name, "", candidates), file=name, row=number)


def _contest(name: str, number: int, held: dict) -> Bulletin:
    """Times and totals alone, to be joined to the candidates' votes."""
    counted = cells.whole(held.get("valid votes", ""), "valid votes")
    winner = Named(f"{held.get('member first name', '')} {held.get('member surname', '')}".strip(), held.get("first party", ""), elected=True)
    return Bulletin(held["ons id"], "contest", "declared" if counted else "not_declared", 1, (winner,) if winner.name else (),
                    cells.moment(held.get("declaration time", "")), cells.whole(held.get("electorate", ""), "electorate"), counted,
                    cells.whole(held.get("majority", ""), "majority"), held.get("first party", ""), file=name, row=number)


def joined(found: list[Bulletin]) -> list[Bulletin]:
    """Every bulletin, those of candidacies with the times and totals of their seat from the file beside theirs."""
    contests = {(b.file.rpartition("/")[0], b.seat): b for b in found if b.kind == "contest"}
    if not contests:
        return found
    whole, used = [], set()
    for bulletin in found:
        key = (bulletin.file.rpartition("/")[0], bulletin.seat)
        contest = contests.get(key)
        if bulletin.kind == "contest":
            continue
        if contest and bulletin.kind == "result" and not bulletin.total:
            used.add(key)
            bulletin = bulletin._replace(declared=contest.declared, electorate=contest.electorate, total=contest.total, lead=contest.lead,
                                         candidates=_elected(bulletin.candidates, contest.candidates))
        whole.append(bulletin)
    return whole + [b._replace(kind="result", candidates=()) for key, b in contests.items() if key not in used and b.status == "declared"]


def _elected(candidates: tuple[Named, ...], winner: tuple[Named, ...]) -> tuple[Named, ...]:
    """The one whom the other file names as the member is marked as elected, where it names one of them."""
    named = [one for one in candidates if winner and one.name == winner[0].name]
    return tuple(one._replace(elected=one in named) for one in candidates) if len(named) == 1 else candidates
