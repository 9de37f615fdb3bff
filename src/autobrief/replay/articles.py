"""The night as articles: written again at each step whose results move them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..formats.json import version
from ..model.results import Results
from ..model.style import Stylebook
from ..model.text import Article
from ..model.world import Election
from ..pipeline import write
from ..record.feeds import Feed, Piece
from ..record.load import assignment
from ..record.shelf import Shelf
from .night import HEADER, Message, Step


class Written(NamedTuple):
    """What stands after a step: the results as read, and the article; `new` where its text is another than before."""

    step: Step
    results: Results
    article: Article
    new: bool


def articles(steps: Iterable[Step], shelf: Shelf, election: Election, house: Stylebook, **asked) -> Iterator[Written]:
    """The article on one region or seat after each step; `asked` are the loader's keywords, such as region and rule.

    The messages go the way of any feed: read, held against the record, and the newest of each seat taken.
    """
    feed, pieces = Feed(None, shelf, election), {}
    last = seats = article = None
    for step in steps:
        for message in (*step.messages, *filter(None, [step.broken])):
            pieces[message.name] = _piece(message)
        results = feed.take(pieces.values())
        if seats is None:
            seats = assignment(shelf, election=election.id, results=results, **asked).region.seats
        moved = (results.rehearsal, len(results.reports) == len(feed.register.seats), [results.reports.get(seat) for seat in seats])
        if moved == last:
            yield Written(step, results, article, False)
            continue
        last, before = moved, article
        article = write(assignment(shelf, election=election.id, results=results, **asked), house)
        yield Written(step, results, article, before is None or version(before) != version(article))


def _piece(message: Message) -> Piece:
    content = (HEADER + message.text).encode("utf-8")
    return Piece(message.name, (content,), lambda: content)
