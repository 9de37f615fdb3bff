"""Press Association first-past-the-post XML: nominations, rushes, results and recounts, a message to each file.

All data are attributes.  The seat's identity is in the message, not in the file's name; a revision that differs
between the two is distrusted.  Messages of other families, which share the folders, are passed over.
States of the parties are totals to be checked against.
"""

import re
from xml.etree import ElementTree

from ...model.results import Bulletin, Named, Refusal, Totals
from . import cells
from .marks import mark

ROOTS = {"FirstPastThePostNominations": "nomination", "FirstPastThePostRush": "rush", "FirstPastThePostResult": "result", "Recount": "recount"}
TOTALS = "FirstPastThePostStateOfParties"
OTHERS = re.compile(r"TopUp|Local|Referendum|STV|StateOfParties")
TYPES = {"G": "general", "B": "by-election", "": ""}
STATUS = {"nomination": "not_declared", "rush": "winner_known", "recount": "recount"}
NAME = re.compile(r"^(?P<election>.+?)_(?P<kind>nominations|rush|result|recount)_(?P<seat>.+)_(?P<revision>\d+)\.xml$", re.IGNORECASE)


def recognised(name: str, text: str) -> bool:
    return text.lstrip().startswith("<") or name.casefold().endswith(".xml")


def bulletins(name: str, text: str) -> tuple[list[Bulletin | Totals], list[Refusal]]:
    """The one bulletin of a message, or its totals, or why there is neither.  A message seen half-written does not parse, and is held."""
    def held(code: str, reason: str, waits: bool = True):
        return [], [Refusal(name, 0, code, reason, text[:200], waits=waits)]
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return held("unparsable", "a message of this form has no document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        code = "unparsable" if text.rstrip().endswith(">") else cells.UNFINISHED
        return held(code, f"not whole XML ({error}); it is read again when it changes")
    if root.tag not in ROOTS and root.tag != TOTALS:
        known = bool(OTHERS.search(root.tag))
        return held("other_poll" if known else "unknown_message", f"a {root.tag} is no message on a seat of the Commons", waits=not known)
    try:
        return [_totals(name, root) if root.tag == TOTALS else _bulletin(name, root, ROOTS[root.tag])], []
    except (ValueError, AttributeError) as error:
        return held("unparsable", str(error) if isinstance(error, ValueError) else "there is no Election or Constituency in it")


def _bulletin(name: str, root: ElementTree.Element, kind: str) -> Bulletin:
    election = root.find("Election")
    seat = election.find("Constituency")
    revision = cells.whole(root.get("revision", ""), "revision")
    named = NAME.match(name.rpartition("/")[2])
    if named and revision is not None and int(named["revision"]) != revision:
        raise ValueError(f"the file's name says revision {named['revision']} and the message {revision}")
    revision = revision or (int(named["revision"]) if named else 1)
    candidates = tuple(_candidate(one) for one in seat.findall("Candidate"))
    if not seat.get("name"):
        raise ValueError("the message names no seat")
    day, kind_of_poll = election.get("date", ""), election.get("type", "")
    status = STATUS.get(kind) or ("corrected" if revision > 1 else "declared")
    return Bulletin(
        seat.get("name"), kind, status, revision, candidates, cells.moment(root.get("declarationTime", "")),
        cells.whole(seat.get("electorate", ""), "electorate"), cells.whole(seat.get("turnout", ""), "turnout") if kind == "result" else None,
        cells.whole(seat.get("majority", ""), "majority") if kind == "result" else None,
        seat.get("winningParty") or seat.get("winningPartyAbbreviation") or "", cells.day(day) if day else None,
        TYPES.get(kind_of_poll, kind_of_poll), seat.get("number", ""), mark(name, election.get("name", ""), candidates), file=name)


def _totals(name: str, root: ElementTree.Element) -> Totals:
    """A state of the parties: no seats are shown by leaving them out."""
    election = root.find("Election")
    if election is None:
        raise ValueError("there is no Election in it")
    seats = tuple((party.get("abbreviation", ""), party.get("name", ""), cells.whole(party.get("totalSeats", ""), "totalSeats") or 0)
                  for party in root.iterfind("Parties/Party"))
    included = tuple((seat.get("number", ""), seat.get("name", "")) for seat in root.iterfind("ConstituenciesIncluded/Constituency"))
    kind_of_poll, day = election.get("type", ""), election.get("date", "")
    return Totals(name, cells.whole(root.get("numberOfResults", ""), "numberOfResults") or 0, seats, included, cells.day(day) if day else None,
                  TYPES.get(kind_of_poll, kind_of_poll), mark(name, election.get("name", ""), ()))


def _candidate(found: ElementTree.Element) -> Named:
    party = found.find("Party")
    party = {} if party is None else party
    given, family = found.get("firstName", ""), found.get("surname", "")
    if not family:
        raise ValueError("a candidate has no surname")
    votes = cells.whole(party.get("votes") or found.get("votes") or "")
    return Named(f"{given} {family}".strip(), party.get("name", ""), votes, found.get("elected") == "*", given, family,
                 label=party.get("abbreviation", ""))
