"""`autobrief seats`: the seats of an election."""

import click

from . import options
from .listing import format_option, rows


@click.command()
@options.election
@options.region
@format_option
@options.record
@options.regions_file
def command(election, region, format_name, record, regions_file):
    """List the seats of an election, or of one region in it."""
    from ..record.load import assignment
    found = assignment(options.shelf(record), region=region or "united-kingdom", election=election, regions_file=regions_file)
    listed = [{"code": c.seat, "seat": c.reads, "county": c.county, "region": c.region} for c in found.contests]
    listed.sort(key=lambda row: (row["seat"], row["code"]))
    options.put(rows(("code", "seat", "county", "region"), listed, format_name), None)
