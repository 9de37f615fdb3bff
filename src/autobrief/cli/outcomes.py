"""`autobrief outcomes`: what happened in every seat."""

from decimal import Decimal

import click

from . import options
from .listing import format_option, rows

COLUMNS = ("code", "seat", "region", "change", "winner", "from", "majority", "previous_majority", "swing", "marks", "note")


@click.command()
@options.election
@options.region
@options.baseline
@options.results
@format_option
@options.stylebook
@options.record
@options.regions_file
def command(election, region, baseline, results, format_name, stylebook, record, regions_file):
    """List what happened in every seat: its change, from whom, and its marks.

    A `note` says where the two baseline rules differ, or where a member's last party is not on
    record and the last recorded one stood in.
    """
    from ..facts.contest import swing
    from ..record.load import assignment
    from ..rules.findings import Findings
    house, shelf = options.style(stylebook), options.shelf(record)
    fed = options.feed(results, shelf, election)
    rule = baseline or house.house["baseline"]
    found = Findings(assignment(shelf, region=region or "united-kingdom", election=election, rule=rule,
                                regions_file=regions_file, results=fed), house.thresholds, house.house["speaker"])
    shown = {p["party"]: p["abbreviation"] for _, p in reversed(shelf.rows("parties.csv"))}
    listed = []
    for reading in found.readings:
        outcome, contest = found.outcomes[reading.contest.seat], reading.contest
        turned = swing(contest, reading.previous)
        listed.append({
            "code": contest.seat, "seat": contest.name, "region": contest.region, "change": outcome.change,
            "winner": reading.winner.party.abbreviation if reading.winner else None,
            "from": _abbreviation(reading, outcome, shown), "majority": reading.majority,
            "previous_majority": reading.majority_before,
            "swing": str(turned.quantize(Decimal("0.1"))) if turned is not None else None,
            "marks": [mark.name for mark in outcome.marks], "note": _note(reading)})
    options.put(rows(COLUMNS, listed, format_name), None)
    options.end_with_held(fed)


def _abbreviation(reading, outcome, shown: dict) -> str | None:
    """The party lost to, as abbreviated at the baseline."""
    lost_by = outcome.lost_by or (reading.holder if outcome.change == "gain" else None)
    if lost_by is None:
        return None
    before = reading.winner_before
    return before.party.abbreviation if before and before.party.id == lost_by else shown.get(lost_by, lost_by)


def _note(reading) -> str | None:
    if reading.holder_unsure:
        return "the member's last party is not on record; the last recorded one stands in"
    member, before = reading.member, reading.winner_before
    if not member or not before or not member.elected_for:
        return None
    last = member.last_party or member.elected_for
    if last != before.party.id:
        return f"the baseline rules differ: {before.party.id} at the general election, {last} at the dissolution"
    return None
