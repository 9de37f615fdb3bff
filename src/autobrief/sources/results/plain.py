"""Results as plain CSV, a row to each candidate: the form of our own that docs/feeds.md describes."""

from functools import lru_cache

from ...model.results import STATUSES, Bulletin, Named, Refusal
from . import cells
from .marks import mark

NEEDED = ("seat", "candidate", "party", "votes", "declared", "status")
SAME = {"constituency": "seat", "name": "candidate", "declaration time": "declared", "declared at": "declared", "seat code": "seat",
        "mnis": "person", "valid votes": "total"}
KIND = {"not_declared": "nomination", "postponed": "nomination", "recount": "recount", "winner_known": "rush",
        "declared": "result", "corrected": "result", "void": "result"}
WORDS = {"": "", "not declared": "not_declared", "winner known": "winner_known", "result": "declared", "rush": "winner_known"}


def recognised(name: str, text: str) -> bool:
    return {"seat", "candidate", "party"} <= set(_headings(text.partition("\n")[0]))


def bulletins(name: str, text: str) -> tuple[list[Bulletin], list[Refusal]]:
    """A bulletin for each seat, revision, status and time; a row that cannot be read is held, and its seat's bulletins say so."""
    lines, refusals = cells.lines(name, text)
    headings = _headings(",".join(lines[0][1])) if lines else ()
    missing = [column for column in NEEDED[:4] if column not in headings]
    if missing:
        return [], [*refusals, Refusal(name, 1, "no_column", f"there is no column {' or '.join(missing)}")]
    groups: dict[tuple, list] = {}
    spoilt: set[str] = set()
    for number, row in lines[1:]:
        found = _row(name, number, tuple(row), headings)
        if isinstance(found, Refusal):
            refusals.append(found)
            spoilt.add(found.seat)
        else:
            groups.setdefault((found["seat"], found["revision"], found["status"], found["declared"]), []).append(found)
    made = []
    for rows in groups.values():
        found = _bulletin(name, rows)
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            made.append(found._replace(spoilt=True) if found.seat in spoilt else found)
    return made, refusals


def _headings(line: str) -> tuple[str, ...]:
    found = (" ".join(cell.strip().strip('"').replace("_", " ").split()).casefold() for cell in line.strip("\r\n\ufeff").split(","))
    return tuple(SAME.get(heading, heading.replace(" ", "_")) for heading in found)


@lru_cache(1 << 14)
def _row(name: str, number: int, row: tuple[str, ...], headings: tuple[str, ...]) -> dict | Refusal:
    """One row with its cells read, or why it could not be."""
    text = ",".join(row)
    seat = row[headings.index("seat")].strip() if len(row) > headings.index("seat") else ""
    if len(row) < len(headings) or any(cell.strip() for cell in row[len(headings):]):
        return Refusal(name, number, "truncated", f"{len(row)} cells where there should be {len(headings)}", text, seat)
    if not seat:
        return Refusal(name, number, "no_seat", "the row names no seat", text)
    held = dict(zip(headings, [cell.strip() for cell in row], strict=False))
    try:
        status = _status_said(held.get("status", ""))
        day = held.get("polled", "")
        return {"seat": seat, "status": status, "row": number, "text": text, "candidate": held["candidate"], "party": held["party"],
                "votes": cells.whole(held["votes"]), "declared": cells.moment(held.get("declared", "")),
                "elected": cells.yes(held.get("elected", "")), "electorate": cells.whole(held.get("electorate", ""), "electorate"),
                "revision": cells.whole(held.get("revision", ""), "revision") or (2 if status == "corrected" else 1),
                "given": held.get("given", ""), "family": held.get("family", ""), "person": held.get("person", ""),
                "total": cells.whole(held.get("total", ""), "total"), "polled": cells.day(day) if day else None}
    except ValueError as error:
        return Refusal(name, number, "unparsable", str(error), text, seat)


@lru_cache(64)
def _status_said(cell: str) -> str:
    """The status a row gives, blank where it gives none; ValueError for a word that is no status."""
    words = " ".join(cell.casefold().replace("_", " ").split())
    status = WORDS.get(words, words.replace(" ", "_"))
    if status and status not in STATUSES:
        raise ValueError(f"status {cell!r} is none of {', '.join(STATUSES)}")
    return status


def _bulletin(name: str, rows: list[dict]) -> Bulletin | Refusal:
    """The rows of one seat, which must agree on what they all say."""
    first = rows[0]
    agreed = {}
    for column in ("electorate", "total", "polled"):
        said = {row[column] for row in rows if row[column] is not None}
        if len(said) > 1:
            return Refusal(name, first["row"], "disagree", f"the rows of {first['seat']} differ in {column}", first["text"], first["seat"])
        agreed[column] = next(iter(said), None)
    named = {(row["candidate"], row["party"]): row for row in reversed(rows)}
    for row in rows:
        other = named[row["candidate"], row["party"]]
        if row["candidate"] and (row["votes"], row["elected"]) != (other["votes"], other["elected"]):
            return Refusal(name, row["row"], "disagree", f"two rows give {row['candidate']} different votes", row["text"], row["seat"])
    standing = tuple(Named(row["candidate"], row["party"], row["votes"], row["elected"], row["given"], row["family"], row["person"],
                           row=row["row"])
                     for row in rows if row["candidate"] and named[row["candidate"], row["party"]] is row)
    status = first["status"] or _status(standing)
    return Bulletin(first["seat"], KIND[status], status, first["revision"], standing, first["declared"],
                    test=mark(name, "", standing), file=name, row=first["row"], **agreed)


def _status(standing: tuple[Named, ...]) -> str:
    """What the figures say where no status does."""
    if standing and all(one.votes is not None for one in standing):
        return "declared"
    return "winner_known" if any(one.elected for one in standing) else "not_declared"
