"""`autobrief replay`: an election night again."""

import json
import time

import click

from ..formats import NAMES as FORMATS
from . import options

KINDS = ("out-of-order", "duplicated", "corrected", "truncated", "garbage", "test-data")


def _kinds(context, parameter, value: str | None) -> tuple[str, ...]:
    """The kinds of faults asked for; UsageError with the nearest for a misspelt one."""
    asked = tuple(kind.strip().replace(" ", "-") for kind in (value or "").split(",") if kind.strip())
    if asked == ("all",):
        return KINDS
    for kind in asked:
        if kind not in KINDS:
            import difflib
            near = difflib.get_close_matches(kind, KINDS, 1, 0.4)
            raise click.UsageError(f"no kind of fault called {kind!r}" + (f"; did you mean {near[0]}?" if near else "")
                                   + f" They are {', '.join(KINDS)}, or all.")
    return asked


@click.command()
@options.election
@options.region
@options.seat
@options.uk
@click.option("--to", "target", metavar="FEED", help="Write the night as a feed: a file that ends in .csv, or a folder.")
@click.option("-o", "--output", metavar="DIR", help="Write the article here at each step, numbered, and the last as `article`.")
@click.option("--speed", type=click.FloatRange(min=0, min_open=True), metavar="N",
              help="So many times as fast as the night was; at once if left out.")
@click.option("--faults", callback=_kinds, metavar="KIND,…", help=f"With faults: {', '.join(KINDS)}, or all.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same faults and seed make the same night.")
@options.length
@options.baseline
@click.option("--write-as", type=click.Choice(FORMATS), default="markdown", show_default=True, help="The form of the articles.")
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.stylebook
@options.record
@options.regions_file
def command(election, region, seat, uk, target, output, speed, faults, seed, length, baseline, write_as, format_name,
            stylebook, record, regions_file):
    """Play an election night again from its official declaration times.

    With --to as a feed for another process to follow, of the whole country or of one region or seat; otherwise as
    articles, each step on a line and, with -o, each changed article in a file. The last article is the one that
    `autobrief write` makes from the complete results.
    """
    from pathlib import Path

    from ..record.find import asked_election
    from ..replay.night import night
    shelf = options.shelf(record)
    at = asked_election(shelf, election)
    subject = options.one_subject(region, seat, uk) if region or seat or uk or not target else None
    if target and output:
        raise click.UsageError("give --to FEED or -o DIR, not both")
    if target:
        from ..record.load import assignment
        from ..replay.feed import put
        seats = set(assignment(shelf, election=at.id, regions_file=regions_file, **subject).region.seats) if subject else None
        for step in put(_paced(night(shelf, at, faults, seed, seats), speed), Path(target)):
            _tell(step, format_name)
        return
    from ..replay.articles import articles
    house = options.style(stylebook)
    asked = dict(subject, length=length, rule=baseline or house.house["baseline"], regions_file=regions_file)
    if output:
        _folder(output)
    _articles(articles(_paced(night(shelf, at, faults, seed), speed), shelf, at, house, **asked), output, write_as, format_name)


def _paced(steps, speed: float | None):
    """The steps, each after as long as the night took to it, `speed` times as fast."""
    last = None
    for step in steps:
        if speed and last is not None:
            time.sleep(max((step.moment - last).total_seconds(), 0) / speed)
        last = step.moment
        yield step


def _tell(step, format_name: str) -> None:
    for message in (*step.messages, *filter(None, [step.broken])):
        if format_name == "json":
            click.echo(json.dumps({"time": step.moment.isoformat(), "seat": message.seat, "file": message.name, "said": message.said}))
        else:
            click.echo(f"{step.moment:%H:%M}  {message.name}" + ("" if message.said == "result" else f"  ({message.said})"))


def _articles(played, output: str | None, write_as: str, format_name: str) -> None:
    from ..formats import ENDINGS
    from ..formats import FORMATS as RENDERERS
    ending = ENDINGS.get(write_as, "json")
    number = 0
    for written in played:
        if not written.new:
            continue
        number += 1
        name = None
        if output:
            name, text = f"{output}/{number:04}.{ending}", RENDERERS[write_as](written.article)
            options.put(text, name)
            options.put(text, f"{output}/article.{ending}")
        article, moment = written.article, written.step.moment
        if format_name == "json":
            click.echo(json.dumps({"time": moment.isoformat(), "id": article.id, "stage": article.stage, "headline": article.headline,
                                   "standfirst": article.standfirst, "held": len(written.results.waiting), "file": name}, ensure_ascii=False))
        else:
            click.echo(f"{moment:%H:%M}  {article.headline}" + (f"  [{len(written.results.waiting)} held]" if written.results.waiting else ""))


def _folder(output: str) -> None:
    from pathlib import Path

    from ..errors import InputError
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{output}: {error.strerror}", hint="give a folder that can be written to") from error
