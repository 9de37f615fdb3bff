"""Whether a candidate with a member's number is that member."""

from collections.abc import Callable
from pathlib import Path

from autobrief.record.parliament_form import CandidacyRow
from autobrief.record.tables import read_table


def members_named(
    candidacies: list[CandidacyRow], id: str, known: Path | None, say: Callable[[str], None]
) -> list[CandidacyRow]:
    """The rows with a member's number moved to the candidate of the member's name, where the table gives it to another.

    Two independents in one seat have been mixed up in published tables, which makes a stranger of the member and
    a member of the stranger.  A member who stands under another name, as after a marriage, keeps the number: it moves
    only where another candidate in the same seat has the member's names.
    """
    table = known / "members" / f"{id}.csv" if known else None
    if table is None or not table.exists():
        return candidacies
    members = {row["mnis"]: (row["given"], row["family"]) for row in read_table(table) if row["family"]}
    rows = list(candidacies)
    for at, row in enumerate(candidacies):
        name = members.get(row.mnis) if row.sitting else None
        if name is None or row.family.casefold() == name[1].casefold():
            continue
        for other_at, other in enumerate(candidacies):
            if other.seat == row.seat and not other.mnis and _is(other, name):
                say(f"candidacies.csv:{row.line}: Member MNIS ID: {row.mnis} is {' '.join(name)}, not {row.given} {row.family}")
                rows[other_at] = other.model_copy(update={"mnis": row.mnis, "sitting": row.sitting, "former": row.former})
                rows[at] = row.model_copy(update={"mnis": "", "sitting": "", "former": ""})
    return rows


def _is(row: CandidacyRow, name: tuple[str, str]) -> bool:
    return (row.given.split()[:1], row.family.casefold()) == (name[0].split()[:1], name[1].casefold())
