"""Which candidates are the members who sat at the dissolution, and which are not."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from autobrief.record.names import seat_name, slug
from autobrief.record.parliament_form import CandidacyRow, ContestRow
from autobrief.record.parties import PartyRegister
from autobrief.record.tables import read_table

Say = Callable[[str], None]
# Of a seat's people, the part that another must share to be its successor.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who sat when Parliament was dissolved before an election, as far as an import needs it."""

    members: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    """Given and family name, every form on record, by number."""
    first_elected: dict[str, str] = field(default_factory=dict)
    successors: dict[str, set[str]] = field(default_factory=dict)


def read_sitting(id: str, known: Path | None) -> Sitting | None:
    """The members on record before an election; None where the record has none."""
    path = known / "members" / f"{id}.csv" if known else None
    if known is None or path is None or not path.exists():
        return None
    members = {row["mnis"]: row for row in read_table(path)}
    service = _rows(known / "service.csv")
    names: dict[str, set[tuple[str, str]]] = {mnis: {_cut(row["name"])} for mnis, row in members.items()}
    forms = [(row["mnis"], (row["given"], row["family"])) for row in members.values() if row["family"]]
    forms += [(row["mnis"], (row["given"], row["family"])) for row in _rows(known / "known_as.csv")]
    forms += [(row["mnis"], _cut(row["published"])) for row in _rows(known / "known_as.csv")]
    forms += [(row["mnis"], _cut(row["name"])) for row in service]
    for mnis, form in forms:
        if mnis in names:
            names[mnis].add(form)
    successors: dict[str, set[str]] = {}
    for row in _rows(known / "succession.csv"):
        if max(float(row["share_of_old"]), float(row["share_of_new"])) >= _MOST:
            successors.setdefault(row["old"], set()).add(row["new"])
    return Sitting(members, names, {row["mnis"]: row["first_elected"] for row in service}, successors)


def members_settled(candidacies: list[CandidacyRow], contests: Iterable[ContestRow], sitting: Sitting | None, day: date,
                    parties: PartyRegister, say: Say) -> list[CandidacyRow]:
    """The rows with each member's number and marks at the member, by name where the published table has them elsewhere or nowhere.

    Trap: a number decides, and a name without a seat never does.  Ian Paisley, who has a number of his own, is not the Ian
    Paisley who sat for North Antrim before him.
    """
    if sitting is None:
        return candidacies
    rows = _numbers_moved(candidacies, sitting, say)
    rows = _numbers_found(rows, {row.seat: seat_name(row.name) for row in contests}, sitting, parties, say)
    return _marks_mended(rows, sitting, day, say)


def _numbers_moved(candidacies: list[CandidacyRow], sitting: Sitting, say: Say) -> list[CandidacyRow]:
    """Two independents in one seat have been mixed up in published tables, which makes a stranger of the member and
    a member of the stranger.  A member who stands under another name, as after a marriage, keeps the number: it moves
    only where another candidate in the same seat has the member's names.
    """
    rows = list(candidacies)
    for at, row in enumerate(candidacies):
        member = sitting.members.get(row.mnis) if row.sitting else None
        if not member or not member["family"] or row.family.casefold() == member["family"].casefold():
            continue
        name = (member["given"], member["family"])
        for other_at, other in enumerate(candidacies):
            if other.seat == row.seat and not other.mnis and _is(other, {name}):
                say(f"candidacies.csv:{row.line}: Member MNIS ID: {row.mnis} is {' '.join(name)}, not {row.given} {row.family}")
                rows[other_at] = other.model_copy(update={"mnis": row.mnis, "sitting": row.sitting, "former": row.former})
                rows[at] = row.model_copy(update={"mnis": "", "sitting": "", "former": ""})
    return rows


def _numbers_found(candidacies: list[CandidacyRow], seats: dict[str, str], sitting: Sitting, parties: PartyRegister,
                   say: Say) -> list[CandidacyRow]:
    """A member without a candidacy is the one candidate of the member's name and party in the member's seat who has no number."""
    numbered = {row.mnis for row in candidacies}
    rows = list(candidacies)
    for mnis, member in sitting.members.items():
        if mnis in numbered:
            continue
        own = {member["last_party"], member["elected_for"]} - {""}
        found = [at for at, row in enumerate(rows)
                 if not row.mnis and _is(row, sitting.names[mnis]) and _succeeds(row.seat, seats.get(row.seat, ""), member, sitting)
                 and parties.party(row.party, row.party_mnis) in own]
        if len(found) == 1:
            row = rows[found[0]]
            say(f"candidacies.csv:{row.line}: Member MNIS ID: {row.given} {row.family} is {mnis}, who sat for {member['seat_name']}")
            rows[found[0]] = row.model_copy(update={"mnis": mnis, "sitting": "yes", "former": "yes"})
    return rows


def _marks_mended(candidacies: list[CandidacyRow], sitting: Sitting, day: date, say: Say) -> list[CandidacyRow]:
    """Who sat is a sitting member whatever the mark; who has a number and did not sit is none, nor a former one before first elected."""
    rows = []
    for row in candidacies:
        if row.mnis in sitting.members:
            right = {"sitting": "yes", "former": "yes"}
        elif row.mnis and row.sitting:
            before = sitting.first_elected.get(row.mnis, "") < day.isoformat()
            right = {"sitting": "", "former": row.former if before else ""}
        else:
            right = {}
        if right and right["sitting"] != row.sitting:
            sat = "sat" if right["sitting"] else "did not sit"
            say(f"candidacies.csv:{row.line}: Sitting MP: {row.given} {row.family} {sat} at the dissolution")
        rows.append(row.model_copy(update=right) if right else row)
    return rows


def _succeeds(seat: str, name: str, member: dict[str, str], sitting: Sitting) -> bool:
    """The member's own seat, or one that has most of its people or its name: Lincoln, and Sleaford and North Hykeham for Sleaford."""
    if member["seat"]:
        return seat == member["seat"] or seat in sitting.successors.get(member["seat"], ())
    return bool(re.search(rf"\b{re.escape(member['seat_name'])}\b", name, re.IGNORECASE))


def _is(row: CandidacyRow, names: set[tuple[str, str]]) -> bool:
    return any(_first(row.given) == _first(given) and slug(row.family) == slug(family) for given, family in names)


def _first(given: str) -> str:
    return slug(given.split()[0]) if given.split() else ""


def _cut(name: str) -> tuple[str, str]:
    given, _, family = name.strip().rpartition(" ")
    return given, family


def _rows(path: Path) -> list[dict[str, str]]:
    return read_table(path) if path.exists() else []
