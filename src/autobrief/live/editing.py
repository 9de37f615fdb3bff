"""A file in which a person has written: brought up to date round their words, or left as it is, and said so."""

from pathlib import Path
from typing import NamedTuple

from ..merging import merge
from ..merging.front import known
from ..merging.reading import read
from ..model.text import Article
from ..store.keeping import Store
from .files import digest


class Kept(NamedTuple):
    """A person's file: `how` is merged or left, `why` in words; `flags` are what the facts have overtaken in it."""

    file: str
    how: str
    why: str
    flags: tuple[str, ...] = ()


class Done(NamedTuple):
    """The new content, None where the file is left; `key` tells one such finding from the next."""

    content: bytes | None
    how: str
    why: str
    flags: tuple[str, ...]
    key: str

    def kept(self, file: Path) -> Kept:
        return Kept(str(file), self.how, self.why, self.flags)


def merged(store: Store, article: Article, number: int, format_name: str, there: bytes) -> Done:
    """The person's file brought up to this version; left alone where that cannot be done without losing a word."""
    if format_name != "markdown":
        return _left(there, f"somebody wrote in it, and only Markdown can be merged; version {number} is in the store")
    try:
        text = there.decode("utf-8")
    except UnicodeDecodeError:
        return _left(there, "somebody wrote in it, and it is not UTF-8")
    front = known(read(text).front)
    base = next((v for v in reversed(store.history(article.id)) if v.digest == front.get("version")), None)
    if base is None or front.get("id") != article.id:
        return _left(there, f"its front matter names no version of {article.id} that is stored")
    done = merge(store.article(article.id, base.number), article, text)
    flags = tuple(map(str, done.flagged))
    if not done.moved_on or done.text == text:
        return Done(None, "left", "somebody's words stand in it, and nothing in it has to move", flags, digest(there) + str(flags))
    content = done.text.encode("utf-8")
    return Done(content, "merged", f"{len(done.kept)} of somebody's own kept, {len(done.taken)} brought up to date", flags, digest(content))


def _left(there: bytes, why: str) -> Done:
    return Done(None, "left", why, (why,), digest(there))
