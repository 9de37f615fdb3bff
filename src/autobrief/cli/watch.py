"""`autobrief watch`: follow a feed and write again what its changes move."""


from pathlib import Path

import click

from . import options


@click.command()
@click.argument("feed", type=click.Path(path_type=Path))
@click.option("--region", "regions", metavar="NAME", multiple=True, help="A region, with the stories of its seats; as often as you like.")
@click.option("--seat", "seats", metavar="NAME", multiple=True, help="A seat's story alone.")
@options.uk
@click.option("--all", "everything", is_flag=True, help="Every seat, every region and the country.")
@click.option("--no-seats", is_flag=True, help="Only the regions' articles, without the stories of their seats.")
@click.option("-o", "--output", metavar="DIR", required=True, help="Write the articles here, each by its id.")
@click.option("--as", "written_as", type=click.Choice(("markdown", "json", "html", "text")), multiple=True, default=("markdown",), show_default=True,
              help="In which format; as often as you like.")
@options.election
@options.length
@options.baseline
@click.option("--once", is_flag=True, help="Do what is there and end.")
@click.option("--poll", type=click.FloatRange(0.05, 3600), metavar="SECONDS",
              help="Look this often, where the file system gives no notice of changes (a network share).")
@click.option("--webhook", metavar="URL", help="Post each alert there too, as JSON.")
@click.option("--publish", "targets", metavar="TARGET", multiple=True, help="Deliver each article there as it changes; a target of the file.")
@click.option("--targets", "file", metavar="FILE", help="The file of targets; else AUTOBRIEF_TARGETS, else targets.toml here.")
@options.words
@options.store
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(feed, regions, seats, uk, everything, no_seats, output, written_as, election, length, baseline, once, poll, webhook, targets, file,
            format_name, store, notes, stylebook, record, regions_file):
    """Follow FEED, a file or folder of results, and write again the articles whose facts moved.

    Each text that is new becomes a version in the store, and each file is replaced whole.  A line on stdout says what
    changed; held rows and alerts go to stderr.  With --format json every line of stdout is one event.  It ends on
    SIGINT or SIGTERM, and begins again where it was.  With --once it ends with 3 where something waits for a human, and with 5
    where a target of --publish refused an article or was out of reach; else what it did not take is tried again.

    An editor's --notes are read at the start, and each goes into the articles that it belongs to; an article that a
    lawyer must see is held in the store.
    """
    from ..live.files import Folder
    from ..live.following import Watch
    from ..live.running import Told, run
    from ..record.feeds import Feed
    from ..store import open_store
    desk = _desk(stylebook, record, election, length, baseline, regions_file, notes)
    subjects = _subjects(desk, regions, seats, uk, everything, no_seats)
    told = Told(_line, lambda text: click.echo(text, err=True), format_name == "json")
    kept = open_store(store, create=True)
    outlets = _outlets(targets, file, kept, store, desk.shelf, told)
    folder = Folder(output)
    followed = Watch(Feed(feed, desk.shelf, desk.asked.election), desk, subjects, kept, folder, written_as)
    try:
        waiting = run(followed, feed, told, once=once, poll=poll, webhook=webhook, outlets=outlets)
    finally:
        for outlet in outlets:
            outlet.close(drain=once)
        folder.close()
        kept.close()
    if once and any(outlet.failed for outlet in outlets):
        raise SystemExit(5)
    if once and (waiting or any(outlet.waits for outlet in outlets)):
        raise SystemExit(3)


def _outlets(names, file, kept, store, shelf, told) -> list:
    """An outlet to each target.  Whatever is wrong with one is told before anything is written."""
    if not names:
        return []
    from ..cms.outlet import Outlet
    from ..cms.targets import target
    from ..store import open_store
    path = Path(file) if file else None
    for name in names:
        if not hasattr(target(name, None, path, lambda: kept), "ledger"):
            raise click.UsageError(f"--publish {name}: a watch delivers to content systems; -o DIR has the files")
    return [Outlet(lambda: open_store(store), lambda opened, name=name: target(name, None, path, lambda: opened), shelf.fresh(), told.delivered)
            for name in names]


def _line(text: str) -> None:
    click.echo(text)


def _desk(stylebook, record, election, length, baseline, regions_file, notes):
    from ..live.desk import Asked, Desk
    from ..live.keeping import KeptShelf
    from ..record import find
    house = options.style(stylebook)
    shelf = KeptShelf(*(Path(layer) for layer in record))
    asked = Asked(find.asked_election(shelf.fresh(), election), length, baseline or house.house["baseline"], regions_file)
    desk = Desk(shelf, house, asked)
    desk.notes = options.noted(notes, shelf.fresh(), desk.country, regions_file).notes
    return desk


def _subjects(desk, regions, seats, uk, everything, no_seats) -> list:
    if not (regions or seats or uk or everything):
        raise click.UsageError("give --region NAME, --seat NAME, --uk or --all")
    if everything:
        found = [s for s in desk.everything() if s.kind == "region" or not no_seats]
    else:
        named = [desk.region(name) for name in regions]
        found = [*named, *(desk.seat(name) for name in seats)]
        found += [] if no_seats else [desk.seat(code) for region in named for code in sorted(region.seats)]
        found += [desk.region("united-kingdom")] if uk else []
    return list(dict.fromkeys(found))


