"""`autobrief lint --articles`: finished articles held to their budgets."""

import json

import click

from . import options

COLUMNS = ("measure", "limit", "mean", "worst", "over", "of", "worst article")


def measure(paths: tuple[str, ...], format_name: str, most: int, stylebook: str | None) -> int:
    """Print what is found, worst first, and a summary; returns how many findings there are."""
    from ..lint.measures.report import measures, read, report
    from ..sources.finished import fixed_terms, read_articles
    copies, passed = read_articles(paths)
    for what in passed:
        click.echo(f"autobrief: passed over {what}", err=True)
    by = measures(fixed_terms(stylebook))
    whole = report([read(copy, by) for copy in copies], by)
    options.put(_json(whole) if format_name == "json" else _text(whole, most), None)
    count = whole.count
    click.echo(f"{len(copies)} article{'' if len(copies) == 1 else 's'} measured, {count or 'no'} finding{'' if count == 1 else 's'}", err=True)
    return count


def _json(whole) -> str:
    return json.dumps({
        "articles": whole.articles,
        "measures": [line._asdict() for line in whole.lines],
        "notes": list(whole.notes),
        "found": [found._asdict() for found in whole.found],
        "variety": [{"kind": each.group[0], "election": each.group[1], "as_of": each.group[2] or None, "length": each.group[3],
                     "slot": each.slot, "builds": each.builds, "worn": [_worn(worn) for worn in each.worn]} for each in whole.variety],
    }, ensure_ascii=False, indent=2) + "\n"


def _worn(worn) -> dict:
    return {"pattern": " ".join(worn.shape), "articles": worn.articles, "of": worn.of, "limit": worn.limit, "over": worn.over,
            "messages": dict(worn.kinds), "file": worn.example.file, "line": worn.example.line, "col": worn.example.col,
            "text": worn.example.text, "others": list(worn.others)}


def _text(whole, most: int) -> str:
    """One finding a line, so many of each code; then a table of the measures, and of variety where there are articles enough."""
    lines = [str(found) for found in whole.worst(most)]
    cells = [[line.name, "" if line.limit is None else f"{line.limit:g}", f"{line.mean:.2f}", f"{line.worst:.2f}",
              str(line.over), str(line.of), line.article]
             for line in whole.lines]
    lines += ["", *_table(COLUMNS, cells), *(f"note: {note}" for note in whole.notes)]
    if whole.variety:
        cells = [[" ".join(filter(None, each.group)), each.slot, str(each.builds), str(sum(worn.over for worn in each.worn)),
                  f"{each.worn[0].part:.0%}", f"{each.worn[0].limit:.0%}", " ".join(each.worn[0].shape)]
                 for each in whole.variety if each.worn]
        lines += ["", *_table(("articles", "place", "builds", "over", "worst", "limit", "pattern"), cells)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _table(columns: tuple[str, ...], rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[n]) for row in [list(columns), *rows]) for n in range(len(columns))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [list(columns), *rows]]
