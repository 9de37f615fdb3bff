"""How unusual a value is: quantiles of each measure over the seats of past elections.

    python -m autobrief.record.distribution RECORD

Writes distribution.csv into a layer of the record, so that rarity needs no scan when an article is written.
"""

import sys
from pathlib import Path

from ..facts import contest as result
from ..facts.reading import readings
from .find import election, election_ids
from .load import assignment
from .shelf import Shelf
from .tables import write_sums, write_table

QUANTILES = (0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100)
MEASURES = {
    "lead": lambda r: r.lead,
    "lead_change": lambda r: abs(r.lead - r.lead_before) if r.lead is not None and r.lead_before is not None else None,
    "swing": lambda r: abs(float(s)) / 100 if (s := result.swing(r.contest, r.previous)) is not None else None,
}
"""All as fractions of the votes cast."""


def distribution(shelf: Shelf) -> list[dict]:
    """A row for each measure, over every general election on record that has its baseline there too."""
    values: dict[str, list] = {name: [] for name in MEASURES}
    for id in election_ids(shelf):
        at = election(shelf, id)
        if at.kind == "general" and at.baseline and election(shelf, at.baseline):
            for reading in readings(assignment(shelf, region="united-kingdom", election=id)):
                for name, measure in MEASURES.items():
                    if (value := measure(reading)) is not None:
                        values[name].append(value)
    return [{"measure": name, "seats": len(found)} | {f"q{q}": f"{_quantile(sorted(found), q):.4f}" for q in QUANTILES}
            for name, found in values.items() if found]


def _quantile(ordered: list[float], percent: int) -> float:
    """The value below which this part lies, the nearest one on record."""
    return ordered[round((len(ordered) - 1) * percent / 100)]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    layer = Path(arguments[0])
    rows = distribution(Shelf(layer))
    write_table(layer / "distribution.csv", ("measure", "seats", *(f"q{q}" for q in QUANTILES)), rows)
    write_sums(layer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
