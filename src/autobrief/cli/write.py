"""`autobrief write`: one article."""

import click

from . import options

FORMATS = ("markdown", "json", "html", "text")


@click.command()
@options.region
@options.seat
@options.uk
@options.election
@options.as_of
@options.length
@options.baseline
@click.option("--angle", metavar="KIND", help="Lead with this angle; `autobrief angles` ranks them.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="markdown", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to stdout.")
@options.stylebook
@options.record
@options.regions_file
def command(region, seat, uk, election, as_of, length, baseline, angle, format_name, output, stylebook, record, regions_file):
    """Write the article on a region, a seat or the whole country."""
    subject = options.one_subject(region, seat, uk)
    from ..formats import FORMATS as RENDERERS
    from ..pipeline import write
    from ..record.load import assignment
    house = options.style(stylebook)
    assigned = assignment(options.shelf(record), **subject, election=election, as_of=as_of, length=length,
                          rule=baseline or house.house["baseline"], regions_file=regions_file)
    options.put(RENDERERS[format_name](write(assigned, house, angle)), output)
