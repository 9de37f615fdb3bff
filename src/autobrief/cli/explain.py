"""`autobrief explain`: why an article says what it says."""

import json

import click

from . import options


@click.command()
@click.argument("name")
@options.election
@options.as_of
@options.length
@options.baseline
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(name, election, as_of, length, baseline, format_name, notes, stylebook, record, regions_file):
    """Show why: NAME is a seat or a region.

    Its outcomes with their facts, working and source; every message with its weight; what was
    chosen, what was left out and why.
    """
    from ..errors import UnknownName
    from ..explaining import explanation, in_words
    from ..record.load import assignment
    house, shelf = options.style(stylebook), options.shelf(record)
    asked = dict(election=election, as_of=as_of, length=length, rule=baseline or house.house["baseline"], regions_file=regions_file)
    try:
        assigned = assignment(shelf, region=name, **asked)
    except UnknownName as no_region:
        try:
            assigned = assignment(shelf, seat=name, **asked)
        except UnknownName as no_seat:
            raise UnknownName(*no_region.faults, *no_seat.faults, hint="`autobrief regions` and `autobrief seats` list them") from None
    found = explanation(options.noted(notes, shelf, assigned, regions_file), house)
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n" if format_name == "json" else in_words(found)
    options.put(text, None)
