"""An editor's words in a content system, brought up to the next version as `autobrief update` does it to a file."""

from ..formats.markdown import front_matter
from ..formats.markdown import render as markdown
from ..merging import merge
from ..merging.front import WAITING, known
from ..merging.reading import read
from ..model.text import Article
from .adapter import Adapter, Remote
from .failing import Conflict


def merged(adapter: Adapter, remote: Remote, bases: list[Article], following: Article, front: str,
           where: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """The fields to write, the front matter to remember, and what waits for somebody's eye.

    `bases` are the versions that it may have been made from: the last one known to be there, and those sent after it without an answer.
    Raises Conflict where the text there cannot be read back, or written again, with everything that is in it.
    """
    texts = [(base, adapter.text(remote, base)) for base in bases]
    base, text = max(texts, key=lambda each: _shared(*each))
    if text is None:
        raise Conflict(f"{where} was changed by hand, in a way that cannot be merged without losing some of it; bring the new version in there")
    done = merge(base, following, f"{front if base is bases[0] and front else front_matter(base)}\n\n{text}")
    head, body = _apart(done.text)
    fields = adapter.composed(body, remote, base, following)
    if fields is None:
        raise Conflict(f"{where} was changed by hand, and the new version cannot be merged without losing some of it; bring it in there")
    return fields, head, tuple(map(str, done.flagged))


def waits(front: str) -> bool:
    """Something in it waits for somebody's eye."""
    return bool(known(read(front).front).get(WAITING))


def _apart(text: str) -> tuple[str, str]:
    """The front matter with both its rules, and what is below it."""
    if not known(read(text).front):
        return "", text
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    return f"---\n{head}\n---", body


def _shared(article: Article, text: str | None) -> int:
    """How many lines of the text are as the article has them."""
    return -1 if text is None else len({*text.split("\n")} & {*markdown(article).split("\n")})
