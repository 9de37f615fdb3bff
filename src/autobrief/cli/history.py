"""`autobrief history`: the versions of an article, and who held or approved them."""

import click

from . import listing, options, stored

ARTICLES = ("article", "name", "versions", "newest", "state", "headline")
VERSIONS = ("number", "saved", "state", "version", "cause", "headline")


@click.command()
@click.argument("article", required=False)
@options.store
@listing.format_option
def command(article, store, format_name):
    """List the versions of ARTICLE, such as ge2019/region/midlands; without it, the articles stored.

    Each version has its number, the time it was saved, its state, its short digest (the `version` in the front matter
    of a Markdown file) and its cause.  In JSON each also has the whole history of its state.
    """
    from ..store import open_store
    kept = open_store(store)
    if not article:
        found = [_article(kept, id, name) for id, name in kept.articles().items()]
        options.put(listing.rows(ARTICLES, found, format_name), None)
        return
    id = stored.which(kept, article)
    states = kept.states(id)
    found = [_version(version, [s for s in states if s.number == version.number]) for version in kept.history(id)]
    if format_name == "json":
        import json
        options.put(json.dumps({"article": id, "versions": found}, ensure_ascii=False, indent=2) + "\n", None)
        return
    text = listing.rows(VERSIONS, [f | {"saved": stored.clock(f["saved"])} for f in found], format_name)
    if format_name == "table":
        said = [s for s in states if (s.who, s.state) != ("autobrief", "draft")]
        text += "".join(f"\nversion {s.number} {s.state} by {s.who}, {stored.clock(s.at)}" + f": {s.why}" * bool(s.why) for s in said)
        text += "\n" * bool(said)
    options.put(text, None)


def _article(kept, id: str, name: str) -> dict:
    newest = kept.newest(id)
    return {"article": id, "name": name, "versions": newest.number, "newest": newest.saved, "state": newest.state, "headline": newest.headline}


def _version(version, states) -> dict:
    return {"number": version.number, "saved": version.saved, "state": version.state, "version": version.digest, "content": version.content,
            "cause": version.cause, "headline": version.headline, "generator": version.generator,
            "states": [{"state": s.state, "who": s.who, "why": s.why, "at": s.at} for s in states]}
