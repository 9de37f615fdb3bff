"""What the verbs on stored versions share: the article meant, the version meant, times as shown, who is asking."""

from datetime import datetime


def which(store, asked: str) -> str:
    """The stored article's id: exact, by the name of its seat or region, or the one clear near-miss."""
    from ..record.find import match
    known = store.articles()
    if asked in known:
        return asked
    return match("article", asked, {id: [*_names(id, name)] for id, name in known.items()})


def _names(id: str, name: str):
    """An article by its place, with its election, and without the form of its address: Midlands, ge2019 midlands."""
    election, _, last = id.removeprefix("rehearsal/").partition("/")
    if id.startswith("rehearsal/"):
        return (f"rehearsal {election} {name}",)
    place = last.partition("/")[2]
    return (name, f"{election} {name}", place, f"{election}/{place}") if "/" not in place else (f"{election} {name} {place.partition('/')[2]}",)


def version_of(store, article: str, asked: str | None):
    """The version by number or digest, the newest without one.  Raises UnknownName where there is none such."""
    from ..errors import UnknownName
    versions = store.history(article)
    if not asked:
        return versions[-1]
    found = [v for v in versions if asked in (str(v.number), v.digest)]
    if found:
        return found[-1]
    numbers = "1" if len(versions) == 1 else f"1 to {len(versions)}"
    raise UnknownName(f"{article} has no version {asked!r}; it has {numbers}", hint=f"`autobrief history {article}` lists them")


def clock(saved: str) -> str:
    """A stored time as a newsroom reads it: London's, with the offset where it matters."""
    from zoneinfo import ZoneInfo
    return f"{datetime.fromisoformat(saved).astimezone(ZoneInfo('Europe/London')):%Y-%m-%d %H:%M:%S %Z}"


def person(by: str | None) -> str:
    """Who is asking: as given, else the login name."""
    if by:
        return by
    import getpass

    import click
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise click.UsageError("who says so? give --by NAME") from error
