"""`autobrief lint`: faults in templates and tables of a stylebook, and in sets of finished articles."""

import sys

import click

from . import options


@click.command()
@click.option("--articles", is_flag=True, help="Measure finished articles: the files and folders given as PATHS.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--most", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Findings printed of each sort of article fault.")
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.stylebook
def command(articles, paths, most, format_name, stylebook):
    """List the faults of a stylebook as file:line:col, with a fix for each.

    Without --stylebook the shipped one is looked through. With --articles PATHS, finished articles (JSON or
    Markdown) are held to their budgets instead: figures, lengths, repetition and, from ten articles of one
    election, hour and length on, variety. Ends with 0 where there are no faults, else with 4.
    """
    if articles or paths:
        if not articles:
            raise click.UsageError(f"what of {paths[0]}? for finished articles give --articles {paths[0]}")
        if not paths:
            raise click.UsageError("give files or folders of articles after --articles")
        from .measured import measure
        sys.exit(4 if measure(paths, format_name, most, stylebook) else 0)
    _stylebook(format_name, stylebook)


def _stylebook(format_name, stylebook):
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
