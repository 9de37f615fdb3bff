"""The names that the lint of finished text goes by, read from the stylebook's tables and the record."""

from collections.abc import Mapping

from ..lint.prose.lexicon import Lexicon, build
from .shelf import Shelf

BOUNDARIES = ("2010-2023", "2024-")
PARLIAMENTS = ("ge2010", "ge2015", "ge2017", "ge2019", "ge2024")


def read_lexicon(tables: Mapping, shelf: Shelf) -> Lexicon:
    """Parties, seats of every boundary set, regions and members by name.  `tables` are the stylebook's, merged."""
    def rows(name: str) -> list[dict]:
        return [row for _, row in shelf.rows(name)]
    return build(tables, rows("parties.csv"), [row for name in BOUNDARIES for row in rows(f"seats/{name}.csv")], rows("regions.csv"),
                 [row for name in PARLIAMENTS for row in rows(f"members/{name}.csv")]
                 + [row | {"name": f"{row['given']} {row['family']}"} for row in rows("known_as.csv")])
