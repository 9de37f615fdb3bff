"""What an office is called in the copy: by its title, by titles that open alike, else by its rank."""

import re

from ..grammar import article
from ..model.world import Office

_ARTICLE = re.compile(r"(?:the|an?) ")
# A rest of a title that no pattern may put into lower case: a list, a phrase with an article, initials that the desk has no word for.
_NO_NAME = re.compile(r"[,()&\d]|\bthe\b|[A-Z]{2}|[a-z][A-Z]")


def office_words(table: dict, office: Office) -> str:
    """The words of offices.toml for an office: "the schools minister", "a former culture secretary".

    A title that several people had is indefinite.  Empty for a rank without words whose title has none.
    """
    said = titled(table, office.title)
    if not office.in_post:
        return table["former"].get(office.title) or (f"a former {bare(said)}" if said else "") or _of_rank(table, office)
    if office.shared and said.startswith("the "):
        return f"{article(bare(said))} {bare(said)}"
    return said or _of_rank(table, office)


def titled(table: dict, title: str) -> str:
    """The words for a title of its own or for those that open like it; empty where there are none."""
    if title in table["titles"]:
        return table["titles"][title]
    opening = max((each for each in table["patterns"] if title.startswith(each)), key=len, default=None)
    if opening is None:
        return ""
    rest = title.removeprefix(opening)
    name = table["departments"].get(rest) or ("" if _NO_NAME.search(rest) or opening.endswith(", ") else rest.lower())
    if not name:
        return ""
    said = table["patterns"][opening].format(name)
    return f"{article(bare(said))} {bare(said)}" if said.startswith(("a ", "an ")) else said


def bare(words: str) -> str:
    """The words without their article."""
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


def _of_rank(table: dict, office: Office) -> str:
    return table["ranks"].get(office.rank, {}).get("words", "")
