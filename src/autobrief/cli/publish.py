"""`autobrief publish`: deliver an article, and say how it ended."""

import click

from ..formats import NAMES
from . import options
from .listing import rows

COLUMNS = ("result", "article", "version", "target", "where", "why")


@click.command()
@click.argument("articles", metavar="[ARTICLE.json]...", nargs=-1)
@options.region
@options.seat
@options.uk
@options.election
@options.as_of
@options.length
@options.baseline
@click.option("--angle", metavar="KIND", help="Lead with this angle; `autobrief angles` ranks them.")
@click.option("--to", "targets", metavar="TARGET", multiple=True, required=True, help="folder:DIR or drop:DIR; may be given again.")
@click.option("--format", "format_name", type=click.Choice(NAMES), help="What to lay into a drop; ninjs-superdesk if left out.")
@click.option("--dry-run", is_flag=True, help="Say how it would end, and write nothing.")
@click.option("--report", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print the results.")
@click.option("--pictures", metavar="DIR", help="Where the pictures lie; else beside the notes or the article's file.")
@options.results
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(articles, targets, format_name, dry_run, report, pictures, notes, **asked):
    """Deliver an article: one written now, or as `write --format json` wrote it.

    Each delivery ends as created, updated, unchanged, conflict or failed.  What a human changed is never overwritten, and an
    unchanged article costs no write.  The command ends with 3 where something waits for a human, with 5 where a target failed.
    """
    from ..cms.targets import target
    chosen = [target(name, format_name) for name in targets]
    found = []
    for article, folder in _articles(articles, notes, asked):
        found += _deliver(article, folder, pictures, chosen, dry_run)
    _print(found, report)
    if any(not each.waits and each.result == "failed" for each in found):
        raise SystemExit(5)
    if any(each.waits for each in found):
        raise SystemExit(3)


def _articles(paths, notes, asked):
    """Each article with the folder that its pictures lie in."""
    from pathlib import Path
    if not paths:
        from .write import draft
        article, _, _ = draft(notes=notes, **asked)
        yield article, Path(notes).parent if notes else Path()
        return
    if notes or any(asked[each] for each in ("region", "seat", "uk", "election", "as_of", "baseline", "angle")):
        raise click.UsageError("give article files, or say what to write, not both")
    from ..sources.articles import read_article
    for path in paths:
        yield read_article(path), Path(path).parent


def _deliver(article, folder, pictures, targets, dry_run):
    from datetime import UTC, datetime
    from pathlib import Path

    from ..cms.contract import Consignment
    from ..formats.particulars import Issue
    now = datetime.now(UTC).replace(microsecond=0)
    consignment = Consignment(article, _pictures(article, Path(pictures) if pictures else folder), Issue(now, now))
    return [each.deliver(consignment, dry_run) for each in targets]


def _pictures(article, folder) -> dict[str, bytes]:
    """Those that are there; whoever needs one that is not says so."""
    from ..errors import InputError
    from ..packaging import wanted
    try:
        return {path: (folder / path).read_bytes() for path in wanted(article) if (folder / path).is_file()}
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}", hint="the picture must be readable") from error


def _print(found, report: str) -> None:
    listed = [{name: str(getattr(each, name)) for name in COLUMNS} for each in found]
    if report == "json":
        options.put(rows(COLUMNS, listed, "json"), None)
        return
    options.put("".join(f"{each['result']}\t{each['article']}\t{each['where'] or each['target']}\n" for each in listed), None)
    for each in listed:
        if each["why"]:
            click.echo(f"autobrief: {each['result']}: {each['article']} to {each['target']}: {each['why']}", err=True)
