"""`autobrief elections`: what is on record."""

import click

from . import options
from .listing import format_option, rows


@click.command()
@format_option
@options.record
def command(format_name, record):
    """List the elections on record, with their baselines and whether declaration times are known."""
    from ..record.find import election, election_ids
    shelf = options.shelf(record)
    known = [e for id in election_ids(shelf) if (e := election(shelf, id))]
    known.sort(key=lambda e: (e.date, e.id))
    ids = {e.id for e in known}
    found = [{"election": e.id, "name": e.name, "date": e.date.isoformat(), "kind": e.kind,
              "baseline": e.baseline if e.baseline in ids or not e.baseline else f"{e.baseline} (not on record)",
              "times": "yes" if e.timed else "no"} for e in known]
    options.put(rows(("election", "name", "date", "kind", "baseline", "times"), found, format_name), None)
