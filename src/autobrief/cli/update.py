"""`autobrief update`: a human's file brought up to date, every word of theirs kept."""

import click

from . import options


@click.command()
@click.argument("file", metavar="ARTICLE.md")
@options.as_of
@options.results
@click.option("--base", metavar="FILE", help="The article as it was written, before anybody edited it: JSON or Markdown.")
@click.option("--angle", metavar="KIND", help="The angle that it was written with, if any.")
@click.option("--dry-run", is_flag=True, help="Change nothing; print the merged file to stdout.")
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--store", metavar="URL|FILE", help="Where the version that it was made from is kept, by a watch or by `write --save`.")
@options.notes
@options.stylebook
@options.record
@options.regions_file
def command(file, as_of, results, base, angle, dry_run, format_name, store, notes, stylebook, record, regions_file):
    """Bring ARTICLE.md, which somebody may have edited, up to the results of now or of --as-of.

    Sentences that nobody touched follow the facts. Edited ones stay, moved ones stay moved, deleted ones stay
    deleted, additions stay. Words that the facts have overtaken are kept and listed with both values, in the file's
    front matter too, and the command ends with 3 until they are dealt with. Give the same --stylebook, --notes,
    --record, --regions and --angle as when it was written; of a file that a watch wrote, give --store, where it keeps its
    versions, and --results, the feed.
    """
    import json

    from ..updating import Writing, election_of, update
    shelf = options.shelf(record)
    fed = options.feed(results, shelf, election_of(file)) if results else None
    writing = Writing(shelf, options.style(stylebook), notes, regions_file, angle, fed, store)
    done = update(writing, file, as_of, base, dry_run)
    if format_name == "json":
        options.put(json.dumps(done.document(), ensure_ascii=False, indent=2) + "\n", None)
    else:
        if dry_run:
            options.put(done.merged.text, None)
        for line in done.lines():
            click.echo(line, err=True)
    if done.merged.flagged or done.held:
        raise SystemExit(3)
    options.end_with_held(fed)
