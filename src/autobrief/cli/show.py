"""`autobrief show`: a stored version, written again."""

import click

from ..formats import NAMES as FORMATS
from . import options, stored


@click.command()
@click.argument("article")
@options.version
@options.store
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="markdown", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to stdout.")
def command(article, version, store, format_name, output):
    """Write a stored version of ARTICLE again, byte for byte as it was, in any format."""
    from .. import __version__
    from ..formats import FORMATS as RENDERERS
    from ..store import open_store
    kept = open_store(store)
    id = stored.which(kept, article)
    asked = stored.version_of(kept, id, version)
    if asked.generator != f"autobrief {__version__}":
        click.echo(f"autobrief: version {asked.number} was written by {asked.generator}; this is autobrief {__version__}, "
                   "so the line that names the program differs", err=True)
    options.put(RENDERERS[format_name](kept.article(id, asked.number)), output)
