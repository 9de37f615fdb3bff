"""autobrief import: published results become tables of a record of your own."""

from datetime import datetime
from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import")
def command() -> None:
    """Bring published results into a record of your own."""


@command.command("parliament")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--id", help="What to call a general election, such as ge2015. By-elections name themselves.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Polling day of a general election.")
@click.option("--notional", type=_FILE, help="The election before, estimated on the same boundaries.")
@click.option("--baseline", help="The election to compare with, if not the estimate or the one before.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="AUTOBRIEF_RECORD",
    default=Path("record"),
    help="The record to write to: $AUTOBRIEF_RECORD, or else ./record.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the ids.")
def parliament(
    folder: Path,
    id: str | None,
    date: datetime | None,
    notional: Path | None,
    baseline: str | None,
    into: Path,
    form: str,
) -> None:
    """Read constituencies.csv and candidacies.csv, as UK Parliament publishes them.

    DIR holds the two files of one general election or of any number of by-elections. Every fault in
    them is told at once, and then nothing is written.
    """
    import json

    from autobrief.record.parliament import import_parliament
    from autobrief.sources.shipped import shipped

    ids = import_parliament(
        folder,
        id=id,
        date=date.date() if date else None,
        notional=notional,
        baseline=baseline,
        into=into,
        known=shipped("data") / "record",
        say=lambda remark: click.echo(remark, err=True),
    )
    click.echo(json.dumps(ids) if form == "json" else "\n".join(ids))
    click.echo(f"Written to {into}. To use it: --record {into}", err=True)
