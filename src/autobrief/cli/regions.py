"""`autobrief regions`: what an article can be written on."""

import click

from . import options
from .listing import format_option, rows


@click.command()
@format_option
@options.record
@options.regions_file
def command(format_name, record, regions_file):
    """List the regions an article can be written on."""
    from ..record.find import regions
    found = [{"region": n.id, "name": n.label, "kind": n.kind, "parts": [p.removeprefix("group:") for p in n.parts]}
             for n in regions(options.shelf(record), regions_file).values() if n.kind != "group"]
    options.put(rows(("region", "name", "kind", "parts"), found, format_name), None)
