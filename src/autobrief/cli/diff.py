"""`autobrief diff`: what changed between two versions, and which fact made it so."""

import json

import click

from . import options, stored


@click.command()
@click.argument("article")
@click.argument("versions", metavar="[A B]", nargs=-1)
@options.store
@options.words
def command(article, versions, store, format_name):
    """Show what changed in ARTICLE from version A to version B, sentence by sentence, and which fact made it so.

    A and B are numbers or digests as `autobrief history` lists them.  Without them, the newest version and the one before
    it; with A alone, from A to the newest.
    """
    from ..differing import as_data, differences, in_words, sentences
    from ..store import open_store
    if len(versions) > 2:
        raise click.UsageError("give two versions at most")
    kept = open_store(store)
    id = stored.which(kept, article)
    before, after = _pair(kept, id, versions)
    old, new = kept.article(id, before.number), kept.article(id, after.number)
    changes = differences(old, new)
    if format_name == "json":
        found = {"article": id, "from": _named(before), "to": _named(after), "sentences": sentences(new), "changes": as_data(changes)}
        options.put(json.dumps(found, ensure_ascii=False, indent=2) + "\n", None)
        return
    changed = sum(c.of == "sentence" and c.how != "removed" for c in changes)
    head = (f"{id}: version {before.number} ({stored.clock(before.saved)}) to {after.number} ({stored.clock(after.saved)})\n"
            f"{after.cause}\n{changed} of {sentences(new)} sentences changed\n\n")
    options.put(head + in_words(changes), None)


def _pair(kept, id: str, asked):
    """The older and the newer version to compare.  Raises UnknownName where there is only one."""
    from ..errors import UnknownName
    newest = stored.version_of(kept, id, asked[1] if len(asked) == 2 else None)
    if asked:
        return stored.version_of(kept, id, asked[0]), newest
    if newest.number == 1:
        raise UnknownName(f"{id} has only one version, so there is nothing to compare", hint=f"`autobrief show {id}` writes it")
    return stored.version_of(kept, id, str(newest.number - 1)), newest


def _named(version) -> dict:
    return {"number": version.number, "version": version.digest, "saved": version.saved, "cause": version.cause}
