"""Printing rows for people, as CSV, or as JSON."""

import click

FORMATS = ("table", "csv", "json")
format_option = click.option("--format", "format_name", type=click.Choice(FORMATS), default="table", show_default=True)


def rows(columns: tuple[str, ...], found: list[dict], format_name: str) -> str:
    """The rows in this format; every format has the same columns."""
    if format_name == "json":
        import json
        return json.dumps([{c: row.get(c) for c in columns} for row in found], ensure_ascii=False, indent=2) + "\n"
    cells = [[_text(row.get(c)) for c in columns] for row in found]
    if format_name == "csv":
        import csv
        import io
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([columns, *cells])
        return out.getvalue()
    widths = [max(len(line[i]) for line in [list(columns), *cells]) for i in range(len(columns))]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip() + "\n"
                   for line in [list(columns), *cells])


def _text(value) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    return "" if value is None else str(value)
