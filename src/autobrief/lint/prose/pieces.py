"""A long passage in pieces of whole sentences, since rules look back over what they are given."""

from collections.abc import Iterator

from .document import Passage
from .sentences import END

LONG = 1_500
"""Characters from which a passage is cut: no paragraph of an article is as long."""
PATIENCE = 8_000
"""From here on a piece ends in a quotation or bracket too: it was probably never closed."""
OPENS, CLOSES = "“([{", "”)]}"


def pieces_of(passage: Passage) -> Iterator[Passage]:
    """The passage itself, or pieces that end where a sentence does and no quotation or bracket is open."""
    text = passage.text
    if len(text) <= LONG:
        yield passage
        return
    start, counted, straight, depth = 0, 0, 0, 0
    for found in END.finditer(text):
        end = found.end()
        said = text[counted:end]
        straight += said.count('"')
        depth += sum(said.count(mark) for mark in OPENS) - sum(said.count(mark) for mark in CLOSES)
        counted = end
        if end - start >= LONG and (straight % 2 == 0 and depth <= 0 or end - start >= PATIENCE) and text[end:end + 2].lstrip():
            yield from _short(passage, start, end)
            start, straight, depth = end + 1, 0, 0
    yield from _short(passage, start, len(text))


def _short(passage: Passage, start: int, end: int) -> Iterator[Passage]:
    """A piece, cut between two words where no sentence ends for far too long."""
    text = passage.text
    while end - start > 2 * PATIENCE:
        cut = text.find(" ", start + PATIENCE)
        cut = end if cut < 0 or cut > end else cut
        yield _part(passage, start, cut)
        start = cut + 1
    if text[start:end].strip():
        yield _part(passage, start, end)


def _part(passage: Passage, start: int, end: int) -> Passage:
    whole = end >= len(passage.text)
    return passage._replace(text=passage.text[start:end], places=passage.places[start:end + 1], first=passage.first and start == 0,
                            goes_on=passage.goes_on and whole)
