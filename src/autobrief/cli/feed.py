"""`autobrief feed check`: what a feed of results holds, and what of it is held out and why."""

import click

from . import options
from .listing import rows

COLUMNS = ("file", "row", "seat", "code", "waits", "reason", "text")


@click.group("feed")
def command() -> None:
    """Look at a feed of results."""


@command.command("check")
@click.argument("path", metavar="FEED")
@options.election
@click.option("--format", "format_name", type=click.Choice(("text", "json", "csv")), default="text", show_default=True)
@options.record
def check(path, election, format_name, record):
    """List what was read of FEED, a file or a folder, and every row that is held with its reason.

    Rows that wait for a human end the command with 3. Messages on other polls are listed and wait for nobody.
    """
    from ..record.feeds import read
    from ..record.find import asked_election
    shelf = options.shelf(record)
    at = asked_election(shelf, election)
    found = read(path, shelf, at)
    held = [{column: getattr(refusal, column) for column in COLUMNS} for refusal in found.refusals]
    if format_name == "json":
        import json
        options.put(json.dumps(_document(found, held), ensure_ascii=False, indent=2) + "\n", None)
    elif format_name == "csv":
        from ..model.results import printable
        shown = [{column: printable(value) if isinstance(value, str) else value for column, value in row.items()} for row in held]
        options.put(rows(COLUMNS, shown, "csv"), None)
    else:
        options.put(_in_words(found, at), None)
    options.end_with_held(found)


def _counts(found) -> dict[str, int]:
    from collections import Counter
    return dict(sorted(Counter(report.status for report in found.reports.values()).items()))


def _document(found, held: list[dict]) -> dict:
    reports = [{"seat": report.seat, "kind": report.kind, "revision": report.revision, "status": report.status,
                "declared": report.declared.isoformat() if report.declared else None, "electorate": report.electorate,
                "winner": _winner(report), "file": report.file, "row": report.row,
                "candidates": [{"name": c.person.name, "party": c.party.name, "votes": c.votes, "row": c.row} for c in report.candidacies]}
               for report in found.reports.values()]
    return {"election": found.election, "rehearsal": found.why or None, "statuses": _counts(found), "digest": found.digest,
            "waiting": len(found.waiting), "held": held, "reports": reports}


def _winner(report) -> str | None:
    won = report.winner or (report.candidacies[0] if report.status in ("declared", "corrected") else None)
    return won.person.name if won else None


def _in_words(found, at) -> str:
    counts = ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in _counts(found).items())
    lines = [f"{at.name}: {len(found.reports)} seats read" + (f" ({counts})" if counts else "")]
    if found.rehearsal:
        lines.append(f"A rehearsal: {found.why}. Nothing written from it can be published.")
    lines += [f"held: {refusal} [{refusal.code}]" for refusal in found.waiting]
    passed = [refusal for refusal in found.refusals if not refusal.waits]
    lines += [f"passed over: {refusal} [{refusal.code}]" for refusal in passed]
    if found.waiting:
        lines.append(f"{len(found.waiting)} held: put each right in the feed, or tell its sender; all else is used")
    return "\n".join(lines) + "\n"
