"""`autobrief write`: one article."""

import click

from ..formats import DATED, NAMES
from . import options


@click.command()
@options.region
@options.seat
@options.uk
@options.election
@options.as_of
@options.length
@options.baseline
@click.option("--angle", metavar="KIND", help="Lead with this angle; `autobrief angles` ranks them.")
@click.option("--format", "format_name", type=click.Choice(NAMES), default="markdown", show_default=True)
@click.option("--issued", metavar="TIME", help="When this version was made, for formats that bear it; else --as-of, or the close of poll.")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to stdout.")
@click.option("--save", is_flag=True, help="Keep it in the store of versions too.")
@options.store
@options.results
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(format_name, issued, output, save, store, notes, **asked):
    """Write the article on a region, a seat or the whole country.

    With notes that need a lawyer it is written all the same, but held: the command ends with 3, as it
    does where a row of the results cannot be used and waits for a human.
    """
    from ..formats import FORMATS as RENDERERS
    article, assigned, fed = draft(notes=notes, **asked)
    if save:
        _save(article, store)
    renderer = RENDERERS[format_name]
    options.put(renderer(article, _issue(issued, assigned)) if issued and format_name in DATED else renderer(article), output)
    if (notes or fed) and format_name == "markdown" and output not in (None, "-"):
        # Neither need be the same when the article is updated.
        from ..sources.articles import keep_base
        keep_base(output, article)
    if notes:
        _tell(article, assigned.notes, notes)
    options.end_with_held(fed)


def draft(region, seat, uk, election, as_of, length, baseline, angle, results, notes, stylebook, record, regions_file):
    """The article asked for by these options, its assignment, and the results it was fed."""
    subject = options.one_subject(region, seat, uk)
    from ..pipeline import write
    from ..record.load import assignment
    house = options.style(stylebook)
    shelf = options.shelf(record)
    fed = options.feed(results, shelf, election)
    assigned = assignment(shelf, **subject, election=election, as_of=as_of, length=length,
                          rule=baseline or house.house["baseline"], regions_file=regions_file, results=fed)
    if fed is None:
        options.refuse_while_voting(assigned.election)
    assigned = options.noted(notes, shelf, assigned, regions_file)
    return write(assigned, house, angle), assigned, fed


def _issue(issued: str, assigned):
    """The time given, for this version and the first.  Raises UnknownName where it is none."""
    from ..formats.particulars import Issue
    from ..record.find import moment
    return Issue(*[moment(issued, assigned.election)] * 2)


def _save(article, where: str | None) -> None:
    """Keep the article as a version, unless its text is the newest there."""
    from ..store import open_store
    saved = open_store(where, create=True).save(article, "written from the record" if article.as_of is None else f"written as of {article.as_of}")
    click.echo(f"autobrief: {article.id} " + (f"saved as version {saved.version.number}" if saved.new else
               f"has not changed since version {saved.version.number}"), err=True)


def _tell(article, notes, path: str) -> None:
    """What was not used, and whether the article is held; raises SystemExit with 3 where it is."""
    from ..sources.notes import unplaced
    for line, what in unplaced(article, notes):
        click.echo(f"autobrief: {path}:{line}: {what}", err=True)
    for reason in article.held:
        click.echo(f"autobrief: held: {reason.text}", err=True)
    if article.held:
        click.echo("  not for publication until a lawyer has seen it; take the flag out of the notes, or reword, and write again", err=True)
        raise SystemExit(3)
