"""`autobrief preview`: the wordings of one kind of message, on real cases."""

import click

from . import options

MOST_TRIED = 100
HOURS = (3, 4.5, 6, 8)
"""After the polls close."""


@click.command()
@click.argument("kind")
@options.region
@options.election
@options.notes
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.stylebook
@options.record
@options.regions_file
def command(kind, region, election, notes, format_name, stylebook, record, regions_file):
    """Show every wording of KIND, a kind of message such as closest, on real results.

    Says by template line which wording it is, and which wordings no case reached.  With --region it looks there
    alone; with --notes, which are of one region or seat, for what they add there.
    """
    import json
    from itertools import islice

    from ..errors import Refused, UnknownName
    from ..previewing import preview
    from ..record.load import assignment
    from ..rules import RULES
    house, shelf = options.style(stylebook), options.shelf(record)
    kind = kind.removesuffix(".j2").rsplit("/", 1)[-1]
    if kind not in RULES:
        raise UnknownName(f"no kind of message is called {kind!r}{_nearest(kind, RULES)}", hint="`autobrief stylebook list` lists them")

    if notes and not region:
        raise click.UsageError("give --region NAME beside --notes: an editor's notes are of one region")

    def assignments():
        for asked in islice(_asked(shelf, RULES[kind], election, regions_file, region), MOST_TRIED):
            try:
                assigned = assignment(shelf, **asked, rule=house.house["baseline"], regions_file=regions_file)
                yield options.noted(notes, shelf, assigned, regions_file)
            except (Refused, UnknownName) as error:
                if region and isinstance(error, UnknownName):
                    raise
                continue
    found = preview(kind, assignments(), house)
    text = json.dumps(_document(kind, found), ensure_ascii=False, indent=2) + "\n" if format_name == "json" else _in_words(found)
    options.put(text, None)


def _nearest(kind: str, known) -> str:
    import difflib
    near = difflib.get_close_matches(kind, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _asked(shelf, rule, election: str | None, regions_file: str | None, region: str | None = None):
    """What to ask for, in an order that mixes places, elections and hours: every article once in the end."""
    from ..record import find
    if election:
        elections = [find.asked_election(shelf, election)]
    else:
        known = [e for id in find.election_ids(shelf) if not id.startswith("by-") and (e := find.election(shelf, id))]
        elections = sorted((e for e in known if e.kind == "general"), key=lambda e: e.date, reverse=True)
    stages = [{"election": at.id} | ({"as_of": hour} if hour else {}) for at in elections for hour in _hours(at, rule)]
    if region:
        subjects = [{"region": region}]
    elif rule.scope == ("seat",):
        subjects = [{"seat": code} for code in _spread(_codes(shelf, elections[0]))]
    else:
        known = find.regions(shelf, regions_file)
        # The largest come last: they take longest, and say little that their parts do not.
        named = [{"region": id} for id in sorted(known, key=lambda id: known[id].kind == "composite") if known[id].kind != "group"]
        subjects = ([{"region": "united-kingdom"}] * ("region" not in rule.scope) or named)
    for turn in range(len(stages)):
        for number, subject in enumerate(subjects):
            yield subject | stages[(number + turn) % len(stages)]


def _hours(at, rule) -> list[str | None]:
    """The times at which the rule has something to say; None is when all is in."""
    from datetime import timedelta
    hours = [None] if "complete" in rule.stages and (at.baseline or not rule.compared) else []
    if at.timed and at.polls_close:
        after = ([0.1] if "waiting" in rule.stages else []) + (list(HOURS) if "partial" in rule.stages else [])
        hours += [(at.polls_close + timedelta(hours=hour)).isoformat() for hour in after]
    return hours


def _codes(shelf, at) -> list[str]:
    from ..record.load import assignment
    return [contest.seat for contest in assignment(shelf, region="united-kingdom", election=at.id).contests]


def _spread(codes: list[str]) -> list[str]:
    """The same codes, neighbours far apart."""
    step = 37
    return [code for start in range(step) for code in codes[start::step]]


def _document(kind: str, found) -> dict:
    return {"kind": kind, "articles_tried": found.tried, "variants": [
        {"template": shown.variant.source, "line": shown.variant.line, "needs": sorted(shown.variant.needs),
         "unless": sorted(shown.variant.unless), "reached": bool(shown.cases), "cases": [case._asdict() for case in shown.cases]}
        for shown in found.shown], "unsaid": list(found.unsaid)}


def _in_words(found) -> str:
    lines = []
    for shown in found.shown:
        lines.append(f"{shown.variant.source}:{shown.variant.line}")
        for case in shown.cases:
            lines.append(f"  {case.article}{f' at {case.as_of[:16]}' if case.as_of else ''}".replace("T", " "))
            lines += [f"    {line}" for line in case.text.split("\n")]
        if not shown.cases:
            needs = f"; it needs {', '.join(sorted(shown.variant.needs))}" if shown.variant.needs else ""
            lines.append(f"  no case reached this wording{needs}")
        lines.append("")
    reached = sum(bool(shown.cases) for shown in found.shown)
    lines.append(f"{reached} of {len(found.shown)} wordings reached, in {found.tried} articles looked through")
    lines += [f"no wording can say {unsaid}" for unsaid in found.unsaid[:10]]
    return "\n".join(lines) + "\n"
