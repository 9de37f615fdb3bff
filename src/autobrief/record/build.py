"""Build the record from a folder of sources: python -m autobrief.record.build SOURCES_DIR RECORD_DIR"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from autobrief.errors import AutobriefError
from autobrief.record.builders.history import build_events, build_held, build_national
from autobrief.record.builders.known_as import build_known_as
from autobrief.record.builders.members import build_members, build_roles, build_service, build_vacancies
from autobrief.record.builders.parties import build_parties
from autobrief.record.builders.regions import build_regions
from autobrief.record.builders.seats import build_aliases, build_seats, build_succession, build_tags
from autobrief.record.parliament import import_parliament
from autobrief.record.tables import write_sums, write_table

# Parties, seats, their codes and the dates of elections come first: the rest is read by them.
_TABLES: tuple[Callable[[Path, Path], None], ...] = (
    build_parties, build_seats, build_aliases, build_national, build_regions, build_tags, build_succession,
    build_members, build_vacancies, build_roles, build_service, build_held, build_events,
)  # fmt: skip

_GENERAL_ELECTIONS = (
    ("ge2010", date(2010, 5, 6), "notional-2005"),
    ("ge2017", date(2017, 6, 8), None),
    ("ge2019", date(2019, 12, 12), None),
    ("ge2024", date(2024, 7, 4), "notional-2019"),
)

# Cells that UK Parliament publishes with a slip in them: an import puts these right, and says so.
_SLIPS = (
    {"date": "2026-06-18", "seat": "S14000066", "column": "Majority", "published": "5178", "right": "5278",
     "reason": "the first candidate's votes less the second's are 5278"},
)  # fmt: skip


# Who made the figures that are estimates, by the word for their basis in the seats tables.
_CREDITS = ({"basis": "estimate", "authors": "Chris Hanretty"},)


def build(sources: Path, record: Path) -> None:
    """Write every table of the record; the same sources give the same bytes."""
    for table in _TABLES:
        table(sources, record)
    write_table(record / "credits.csv", ("basis", "authors"), _CREDITS)
    write_table(record / "slips.csv", ("date", "seat", "column", "published", "right", "reason"), _SLIPS)
    published = sources / "raw" / "parliament"
    # Members are found by known names too, and these are made last: the same sources give the same bytes only without old ones.
    (record / "known_as.csv").unlink(missing_ok=True)
    for id, day, estimates in _GENERAL_ELECTIONS:
        notional = published / estimates / "results.csv" if estimates else None
        import_parliament(published / id, id=id, date=day, notional=notional, into=record, known=record, say=_say)
    for folder in sorted(published.glob("by-elections-parliament-*")):
        import_parliament(folder, into=record, known=record, say=_say)
    # The names on every ballot paper are held against each other, so all elections come first.
    build_known_as(sources, record)
    write_sums(record)


def _say(remark: str) -> None:
    print(remark, file=sys.stderr)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        _say(__doc__ or "")
        return 2
    try:
        build(Path(arguments[0]), Path(arguments[1]))
        # The quantiles are of the elections just built.
        from autobrief.record.distribution import main as distribute
        distribute([arguments[1]])
    except AutobriefError as error:
        _say(str(error))
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
