"""Tables: each cell says its fact, and the sums come out."""

import re
from collections import Counter
from collections.abc import Iterator

from ..model.text import Article, Block, Cell, Fact
from .faults import Fault
from .renderings import Renderings

WAITING = "To declare"
OUTCOME = re.compile(r"^(?P<party>.+?)(?: hold| gain from .+)?$")


def check_tables(article: Article, renderings: Renderings) -> Iterator[Fault]:
    """Every table of the article, and the table of parties against the table of results."""
    for block in article.blocks:
        if block.kind == "table":
            for row in block.rows:
                yield from _check_row(block, row, article.facts, renderings)
    parties, results = (_table(article, name) for name in ("table/parties", "table/results"))
    if parties:
        yield from _check_sums(parties)
    if parties and results:
        yield from _check_winners(parties, results, article.facts)


def _table(article: Article, name: str) -> Block | None:
    return next((block for block in article.blocks if block.kind == "table" and block.id == name), None)


def _check_row(block: Block, row: tuple[Cell, ...], facts: dict[str, Fact], renderings: Renderings) -> Iterator[Fault]:
    where = f"{block.id}/{row[0].text}"
    for column, cell in zip(block.columns, row, strict=True):
        if cell.fact and cell.fact not in facts:
            yield Fault(where, "unknown-fact", f"{column} cites {cell.fact}, which the article does not have")
        elif cell.fact and not _cell_says(facts[cell.fact], column, cell.text, renderings):
            yield Fault(where, "rendering", f"{column} says {cell.text}, where {cell.fact} is {facts[cell.fact].value}")
        elif not cell.fact and any(c.isdigit() for c in cell.text):
            yield Fault(where, "digit", f"{column} says {cell.text} and cites no fact")


def _cell_says(fact: Fact, column: str, text: str, renderings: Renderings) -> bool:
    """Parties stand in tables by their short names, a result with hold or gain after it, a difference with its sign."""
    if column == "Net":
        return text == (f"+{fact.value}" if fact.value > 0 else f"−{-fact.value}" if fact.value else "0")
    if fact.unit != "party":
        return renderings.allows(fact, text)
    found = OUTCOME.match(text) if column == "Result" else None
    return (found["party"] if found else text) == renderings.party_entry(fact.value)["short"]


def _number(text: str) -> int | None:
    """The number in a cell; None for a dash."""
    plain = text.replace(",", "").replace("−", "-").removeprefix("+")
    return int(plain) if re.fullmatch(r"-?\d+", plain) else None


def _check_sums(parties: Block) -> Iterator[Fault]:
    """Before + gained - lost = now, net is the difference, and what some gained others lost."""
    rows = [dict(zip(parties.columns, (_number(cell.text) for cell in row), strict=True)) | {"Party": row[0].text}
            for row in parties.rows if row[0].text != WAITING]
    if "Gained" not in parties.columns:
        return
    for row in rows:
        if row["Before"] + row["Gained"] - row["Lost"] != row["Seats"]:
            yield Fault(f"{parties.id}/{row['Party']}", "sum",
                        f"{row['Before']} + {row['Gained']} - {row['Lost']} is not {row['Seats']}")
        if row["Net"] != row["Seats"] - row["Before"]:
            yield Fault(f"{parties.id}/{row['Party']}", "sum", f"net {row['Net']} is not {row['Seats']} - {row['Before']}")
    gained, lost = sum(row["Gained"] for row in rows), sum(row["Lost"] for row in rows)
    if gained != lost:
        yield Fault(parties.id, "sum", f"{gained} seats gained, {lost} lost")


def _check_winners(parties: Block, results: Block, facts: dict[str, Fact]) -> Iterator[Fault]:
    """Seats by party are as many as the seats whose result says so, and all are accounted for."""
    won = Counter(facts[row[2].fact].value.id for row in results.rows if row[2].fact in facts)
    column = parties.columns.index("Seats")
    counted = Counter()
    for row in parties.rows:
        if row[0].fact in facts:
            counted[facts[row[0].fact].value.id] += _number(row[column].text) or 0
    for party in sorted(won.keys() | counted.keys()):
        if won[party] != counted[party]:
            yield Fault(f"{parties.id}/{party}", "sum", f"{counted[party]} seats, where {won[party]} results say so")
    waiting = sum(_number(row[column].text) or 0 for row in parties.rows if row[0].text == WAITING)
    undeclared = sum(1 for row in results.rows if not row[2].fact)
    if any(row[0].text == WAITING for row in parties.rows) and waiting != undeclared:
        yield Fault(f"{parties.id}/{WAITING}", "sum", f"{waiting} to declare, where {undeclared} have no result")
