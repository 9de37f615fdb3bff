"""`autobrief publish`: deliver an article, and say how it ended."""

import click

from ..formats import NAMES
from . import options
from .listing import rows

COLUMNS = ("result", "article", "version", "target", "where", "why")
WELL = {(True, False): "ok", (True, True): "ok", (False, False): "note", (False, True): "missing"}
FOUND = ("well", "fatal", "what", "do")


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
@click.option("--to", "targets", metavar="TARGET", multiple=True, help="folder:DIR, drop:DIR or a target of the file; may be given again.")
@click.option("--targets", "file", metavar="FILE", help="The file of targets; else AUTOBRIEF_TARGETS, else targets.toml here.")
@click.option("--status", type=click.Choice(("draft", "publish")), help="For editors or for readers; what the target says if left out.")
@click.option("--at", metavar="TIME", help="With the status publish: from then on, such as 2030-05-03T06:00+01:00.")
@click.option("--dry-run", is_flag=True, help="Say how it would end, and write nothing.")
@click.option("--anew", is_flag=True, help="Make it again where it was deleted or thrown away.")
@click.option("--check", metavar="TARGET", help="Send nothing; say what is missing there.")
@click.option("--plugin", type=click.Choice(("wordpress",)), help="Send nothing; print our optional must-use plugin for WordPress.")
@click.option("--drop-format", type=click.Choice(NAMES), help="What to lay into a drop; ninjs-superdesk if left out.")
@click.option("--pictures", metavar="DIR", help="Where the pictures lie; else beside the notes or the article's file.")
@options.by
@options.words
@options.store
@options.results
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(articles, targets, file, status, at, dry_run, anew, check, plugin, drop_format, pictures, by, format_name, store, notes, **asked):
    """Deliver an article: one written now, or as `write --format json` wrote it.

    Each delivery ends as created, updated, unchanged, conflict or failed.  What a human changed is never overwritten, and an
    unchanged article costs no write.  A draft needs no approval; for --status publish somebody has answered for this very
    version with `autobrief approve`, or the target says auto_publish = true.  Before the close of poll, and from test data,
    nothing is published.

    The command ends with 3 where something waits for a human, with 5 where a target refused or was out of reach.
    """
    from ..cms.targets import target
    if plugin:
        return _plugin(plugin)
    opened = _Opened(store, dry_run or bool(check))
    if check:
        return _check(target(check, drop_format, _path(file), opened), format_name)
    if not targets:
        raise click.UsageError("give --to TARGET: folder:DIR, drop:DIR or a target of the file")
    chosen = [target(name, drop_format, _path(file), opened) for name in targets]
    if at and status == "draft":
        raise click.UsageError("--at is for readers: give --status publish with it")
    shelf = options.shelf(asked["record"])
    sent = [_consigned(article, folder, pictures, shelf, at) for article, folder in _articles(articles, notes, asked)]
    found = [done for each in chosen for done in _deliver(each, sent, opened, status, (dry_run, anew, not articles), by)]
    opened.close()
    _print(found, format_name)
    if any(not each.waits and each.result == "failed" for each in found):
        raise SystemExit(5)
    if any(each.waits for each in found):
        raise SystemExit(3)


class _Opened:
    """The store, opened when the first target needs it; where nothing is to be written, one that is not there stays away."""

    def __init__(self, where: str | None, reading: bool):
        self.where, self.reading, self.store = where, reading, None

    def __call__(self):
        if self.store is None:
            from ..store.opening import is_there, open_store
            self.store = open_store("sqlite://" if self.reading and not is_there(self.where) else self.where, create=True)
        return self.store

    def close(self) -> None:
        if self.store:
            self.store.close()


def _path(told: str | None):
    from pathlib import Path
    return Path(told) if told else None


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


def _consigned(article, folder, pictures, shelf, at):
    from datetime import UTC, datetime
    from pathlib import Path

    from ..cms.contract import Consignment
    from ..cms.handing import before_close
    from ..formats.particulars import Issue
    now = datetime.now(UTC).replace(microsecond=0)
    found = _pictures(article, Path(pictures) if pictures else folder)
    return Consignment(article, found, Issue(now, now), at=_moment(at, shelf, article), held=before_close(article, shelf, now))


def _moment(at: str | None, shelf, article):
    if not at:
        return None
    from ..record import find
    return find.moment(at, find.asked_election(shelf, article.election))


def _deliver(target, consignments, opened, status, how, by):
    """The articles to one target.  Those with a ledger have it from the store, and each article's state."""
    dry_run, anew, now = how
    if not hasattr(target, "ledger"):
        yield from (target.deliver(each, dry_run) for each in consignments)
        return
    from ..cms.handing import note_published, stored
    from .stored import person
    sent = [stored(each, opened(), dry_run, now)._replace(publish=(status or target.status) == "publish") for each in consignments]
    for each in sent if anew and not dry_run else ():
        target.anew(each.article.id, each.number)
    for each, done in zip(sent, target.deliver_all(sent, dry_run), strict=True):
        if not dry_run:
            note_published(opened(), each, done, person(by))
        yield done


def _pictures(article, folder) -> dict[str, bytes]:
    """Those that are there; whoever needs one that is not says so."""
    from ..errors import InputError
    from ..packaging import wanted
    try:
        return {path: (folder / path).read_bytes() for path in wanted(article) if (folder / path).is_file()}
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}", hint="the picture must be readable") from error


def _print(found, format_name: str) -> None:
    listed = [{name: str(getattr(each, name)) for name in COLUMNS} for each in found]
    if format_name == "json":
        options.put(rows(COLUMNS, listed, "json"), None)
        return
    options.put("".join(f"{each['result']}\t{each['article']}\t{each['where'] or each['target']}\n" for each in listed), None)
    for each in listed:
        if each["why"]:
            click.echo(f"autobrief: {each['result']}: {each['article']} to {each['target']}: {each['why']}", err=True)


def _plugin(system: str) -> None:
    from importlib.resources import files
    options.put((files("autobrief.cms") / system / "autobrief.php").read_text("utf-8"), None)


def _check(target, format_name: str) -> None:
    """What is well and what is not; a note stands in the way of nothing.  Ends with 5 where something does."""
    found = target.check()
    if format_name == "json":
        options.put(rows(FOUND, [each._asdict() for each in found], "json"), None)
    else:
        words = [(WELL[each.well, each.fatal], each.what, each.do) for each in found]
        options.put("".join(f"{how}\t{what}{f': {do}' if do else ''}\n" for how, what, do in words), None)
    if any(each.fatal and not each.well for each in found):
        raise SystemExit(5)
