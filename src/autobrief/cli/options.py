"""Options that several verbs share."""

import click

RULES = ("general-election", "sitting-member")
LENGTHS = ("brief", "standard", "long")

region = click.option("--region", metavar="NAME", help="A region, nation, county or city, by id or name.")
seat = click.option("--seat", metavar="NAME", help="A seat, by name or ONS code.")
uk = click.option("--uk", is_flag=True, help="The whole country.")
election = click.option("--election", metavar="ID", help="Such as ge2019; the newest general election if left out.")
as_of = click.option("--as-of", metavar="TIME", help='Write as it stood then, such as "2019-12-13 03:05".')
length = click.option("--length", type=click.Choice(LENGTHS), default="standard", show_default=True)
baseline = click.option("--baseline", type=click.Choice(RULES), help="What gains are measured against; the house's rule if left out.")
record = click.option("--record", metavar="DIR", multiple=True, help="A record of your own, over the built-in one.")
regions_file = click.option("--regions", "regions_file", metavar="FILE", help="A TOML file of regions of your own.")
results = click.option("--results", metavar="FEED", help="Take the results from a file or folder of them instead; see docs/feeds.md.")
notes = click.option("--notes", metavar="FILE", help="An editor's notes: byline, quotations, pictures, links; see docs/notes.md.")
stylebook = click.option("--stylebook", metavar="DIR", help="A stylebook of your own, over the shipped one.")
store = click.option("--store", metavar="URL|FILE", help="Where versions are kept; else AUTOBRIEF_STORE, else autobrief.sqlite here.")
version = click.option("--version", metavar="VERSION", help="Its number, or the `version` in an article's front matter; the newest if left out.")
by = click.option("--by", metavar="NAME", help="Who says so; your login name if left out.")
words = click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)


def shelf(record):
    """The layers of the record, a newsroom's own first."""
    from pathlib import Path

    from ..record.shelf import Shelf
    return Shelf(*(Path(layer) for layer in record))


def noted(path, shelf, assigned, regions_file):
    """The assignment with an editor's notes, where there is a file of them."""
    if not path:
        return assigned
    from ..record.mentions import Mentions
    from ..sources.notes import attach
    return attach(path, Mentions(shelf, assigned, regions_file), assigned)


def feed(path: str | None, shelf, election: str | None):
    """The results of a feed as it stands, with what is held told on stderr; None without one.

    Raises Refused before the close of poll, by the election's own time.
    """
    if path is None:
        return None
    from datetime import UTC, datetime

    from ..record.feeds import read, refuse_before_close
    from ..record.find import asked_election
    at = asked_election(shelf, election)
    found = read(path, shelf, at)
    refuse_before_close(found, at, datetime.now(UTC))
    if found.rehearsal:
        click.echo(f"autobrief: a rehearsal: {found.why}", err=True)
    if not found.reports:
        click.echo(f"autobrief: nothing in {path} can be used for the {at.name}; `autobrief feed check` says why", err=True)
    for refusal in found.waiting[:HELD_SHOWN]:
        click.echo(f"autobrief: held: {refusal}", err=True)
    if len(found.waiting) > HELD_SHOWN:
        click.echo(f"autobrief: {len(found.waiting) - HELD_SHOWN} more are held; `autobrief feed check` lists them all", err=True)
    return found


def refuse_while_voting(at) -> None:
    """Raise Refused for an election whose polls have not closed, of which the record alone can be written about."""
    from datetime import UTC, datetime
    now = datetime.now(UTC)
    if at.date >= now.date():
        from ..record.feeds import refuse_before_close
        refuse_before_close(None, at, now)


HELD_SHOWN = 10
"""Most held rows that are told one by one beside an article."""


def end_with_held(results) -> None:
    """End with 3 where rows of the feed wait for a human; all else is done."""
    if results is not None and results.waiting:
        raise SystemExit(3)


def one_subject(region, seat, uk) -> dict:
    """Exactly one of region, seat and country, as the loader's keywords."""
    if sum(map(bool, (region, seat, uk))) != 1:
        raise click.UsageError("give one of --region NAME, --seat NAME or --uk")
    return {"seat": seat} if seat else {"region": "united-kingdom" if uk else region}


def style(folder):
    from pathlib import Path

    from ..sources.stylebook import load
    return load(Path(folder) if folder else None)


def put(text: str | bytes, output: str | None) -> None:
    """Data to stdout, or whole to a file: beside it first, then in its place.  Bytes are never shown on a terminal."""
    found = text if isinstance(text, bytes) else text.encode("utf-8")
    if output is None or output == "-":
        import sys

        from ..errors import InputError, Refused
        if isinstance(text, bytes) and sys.stdout.isatty():
            raise Refused("this format is not text, and standard output is a terminal", hint="write it to a file, with -o FILE")
        try:
            sys.stdout.buffer.write(found)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise InputError(f"standard output: {error.strerror}", hint="nothing is kept; make room and write again") from error
        return
    from pathlib import Path

    from ..errors import InputError
    target = Path(output).resolve()
    beside = target.with_name(f".{target.name}.partial")
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe takes the text itself: it must never be replaced.
            target.write_bytes(found)
            return
        beside.write_bytes(found)
        beside.replace(target)
    except OSError as error:
        raise InputError(f"{output}: {error.strerror}", hint="give a file in a folder that can be written to") from error
