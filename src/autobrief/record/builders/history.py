"""national, held and events: elections since 1918, who held each seat, and what changed in between."""

from pathlib import Path

from autobrief.record.builders.seats import SETS
from autobrief.record.parties import PartyRegister, read_register
from autobrief.record.tables import read_table, write_table

_NATIONAL = {
    "date": "date", "seats": "total_seats", "con": "con", "lab": "lab", "lib": "lib_ld", "nationalist": "snp_pc",
    "other": "other_incl_speaker", "majority_speaker_opposed": "majority_over_all_others_incl_speaker",
    "majority_speaker_left_out": "majority_excluding_speaker_seat", "government": "party_forming_government",
    "prime_minister": "prime_minister",
}  # fmt: skip
_HELD = {
    "seat": "ons_code", "record_begins": "record_begins", "begins_because": "record_begins_because",
    "winners": "winners", "runs": "runs", "confidence": "confidence", "cautions": "cautions",
    "since_by_elections": "byelection_party_changes_since_1979",
}  # fmt: skip
_EVENTS = {
    "by-election": "by-election",
    "now sits as Independent (left the party or lost the whip)": "left",
    "whip restored or rejoined": "whip restored",
    "joined a party after sitting as Independent": "joined",
    "defection": "defected",
    "party renamed": "party renamed",
    "elected Speaker": "elected speaker",
}
_EVENT_COLUMNS = (
    "date", "precision", "seat", "event", "person", "mnis", "from_party", "to_party", "changes_party",
    "previous_member", "previous_mnis", "previous_last_party",
)  # fmt: skip


def build_national(sources: Path, record: Path) -> None:
    """Write the national result of each general election since 1918."""
    rows = []
    for row in read_table(sources / "national.csv"):
        year, _, month = row["election"].partition(" ")
        election = f"ge{year}" + {"": "", "Feb": "-02", "Oct": "-10"}[month]
        name = {"": year, "Feb": f"February {year}", "Oct": f"October {year}"}[month] + " general election"
        rows.append({"election": election, "name": name, **{ours: row[theirs] for ours, theirs in _NATIONAL.items()}})
    columns = ("election", "date", "name", *list(_NATIONAL)[1:])
    write_table(record / "national.csv", columns, rows)


def build_held(sources: Path, record: Path) -> None:
    """Write who won each seat since its record begins, by party group."""
    history = read_table(sources / "history.csv")
    for boundaries in SETS:
        rows = [
            {ours: row[theirs] for ours, theirs in _HELD.items()}
            for row in history
            if row["boundary_set"] == boundaries
        ]
        write_table(record / "held" / f"{boundaries}.csv", tuple(_HELD), sorted(rows, key=lambda row: row["seat"]))


def build_events(sources: Path, record: Path) -> None:
    """Write by-elections and sitting members' changes of party since 2010."""
    register = read_register(record / "parties.csv")
    rows = [_event(row, register) for row in read_table(sources / "events.csv")]
    rows.sort(key=lambda row: (row["date"], row["seat"], row["mnis"]))
    write_table(record / "events.csv", _EVENT_COLUMNS, rows)


def _event(row: dict[str, str], register: PartyRegister) -> dict[str, str]:
    def party(column: str) -> str:
        return register.named(row[column]) if row[column] else ""

    return {
        "date": row["date"],
        "precision": "exact" if row["date_precision"].startswith("exact") else "on or before",
        "seat": row["seat_code"],
        "event": _EVENTS[row["event"]],
        "person": " ".join(row["person"].split()),
        "mnis": row["mnis_id"],
        "from_party": party("from_party"),
        "to_party": party("to_party"),
        "changes_party": row["changes_party"],
        "previous_member": row["previous_member"],
        "previous_mnis": row["previous_member_mnis_id"],
        "previous_last_party": party("previous_member_party_when_leaving"),
    }
