"""`autobrief hold`: keep an article back."""

import click

from . import options, stored
from .approve import told


@click.command()
@click.argument("article")
@options.version
@click.option("--why", metavar="TEXT", required=True, help="What is being waited for.")
@options.by
@options.store
@options.words
def command(article, version, why, by, store, format_name):
    """Keep ARTICLE back: this version and those after it, until one is approved with --cleared-by."""
    from ..store import open_store
    kept = open_store(store)
    id = stored.which(kept, article)
    asked = stored.version_of(kept, id, version)
    state = kept.hold(id, asked.number, stored.person(by), why)
    options.put(told(id, asked, state, kept.newest(id).number, format_name), None)
