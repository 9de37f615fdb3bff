"""`autobrief angles`: what an article could lead with."""

import json

import click

from . import options


@click.command()
@options.region
@options.seat
@options.uk
@options.election
@options.as_of
@options.baseline
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(region, seat, uk, election, as_of, baseline, format_name, notes, stylebook, record, regions_file):
    """Rank the angles there are, with the headline each would give and the reasons for its weight.

    `autobrief write --angle KIND` leads with one.
    """
    subject = options.one_subject(region, seat, uk)
    from ..explaining import ranked_angles
    from ..record.load import assignment
    house, shelf = options.style(stylebook), options.shelf(record)
    assigned = assignment(shelf, **subject, election=election, as_of=as_of,
                          rule=baseline or house.house["baseline"], regions_file=regions_file)
    found = ranked_angles(options.noted(notes, shelf, assigned, regions_file), house)
    if format_name == "json":
        options.put(json.dumps(found, ensure_ascii=False, indent=2) + "\n", None)
        return
    for angle in found:
        sums = " + ".join(f"{r['what']} {r['adds']:g}" for r in angle["reasons"])
        options.put(f"{angle['weight']:>6.2f}  {angle['angle']}: {angle['headline']}  ({sums})\n", None)
