"""`autobrief lint`: faults in templates and tables of a stylebook."""

import sys

import click

from . import options


@click.command()
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.stylebook
def command(format_name, stylebook):
    """List the faults of a stylebook as file:line:col, with a fix for each.

    Without --stylebook the shipped one is looked through. Ends with 0 where there are none, else with 4.
    """
    import json
    from pathlib import Path

    from ..sources.compiling import check_stylebook, lint_shipped
    from ..sources.overlay import read_overlay, shipped_files
    files = shipped_files()
    if stylebook:
        house = read_overlay(Path(stylebook), files)
        found, looked = check_stylebook(files, house)[1], len(house.files)
    else:
        found, looked = lint_shipped(files), len(files)
    text = json.dumps([finding._asdict() for finding in found], ensure_ascii=False, indent=2) + "\n" if format_name == "json" \
        else "".join(f"{finding}\n" for finding in found)
    options.put(text, None)
    click.echo(f"{looked} file{'' if looked == 1 else 's'} looked through, {len(found) or 'no'} fault{'' if len(found) == 1 else 's'}", err=True)
    sys.exit(4 if found else 0)
