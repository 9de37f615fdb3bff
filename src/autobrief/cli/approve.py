"""`autobrief approve`: a person answers for a version."""

import click

from . import options, stored


@click.command()
@click.argument("article")
@options.version
@click.option("--cleared-by", "cleared", metavar="NAME", default="", help="Who cleared it: needed where the version is held.")
@click.option("--why", metavar="TEXT", default="", help="What to keep with it.")
@options.by
@options.store
@options.words
def command(article, version, cleared, why, by, store, format_name):
    """Answer for a version of ARTICLE: it may be published.

    An approval is of one version; the next one starts as a draft again.  A version held by the law or by a colleague is
    approved only with --cleared-by, and a rehearsal never.
    """
    from ..store import open_store
    kept = open_store(store)
    id = stored.which(kept, article)
    asked = stored.version_of(kept, id, version)
    state = kept.approve(id, asked.number, stored.person(by), why, cleared)
    options.put(told(id, asked, state, kept.newest(id).number, format_name), None)


def told(id: str, version, state, newest: int, format_name: str) -> str:
    """What became of it, in words or JSON."""
    if format_name == "json":
        import json
        return json.dumps({"article": id, "number": version.number, "version": version.digest, "newest": newest, "headline": version.headline,
                           "state": state.state, "who": state.who, "why": state.why, "at": state.at}, ensure_ascii=False) + "\n"
    later = f"; version {newest} is newer" if newest != version.number else ""
    why = f": {state.why}" if state.why else ""
    return f"{id} version {version.number} ({version.digest}) {state.state} by {state.who}{why}{later}\n{version.headline}\n"
