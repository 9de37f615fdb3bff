"""An article laid out as Markdown in pieces, each with the id by which it is known from version to version.

Joined again, the parts are what `formats.markdown` prints below the front matter.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..formats import layout
from ..formats import markdown as md
from ..model.text import Article, Block, Cell, Sentence


class Form(NamedTuple):
    """How a part stands in the file: what is before it, between its pieces and after it."""

    kind: str
    before: str = ""
    between: str = " "
    after: str = ""


class Piece(NamedTuple):
    """The smallest thing that is kept or replaced: a sentence, an item, a row, a heading.

    `printed` are the facts in it as printed: (id of the fact, the words).  `alone` is what it says where the one before it is
    gone, blank where that is the same, and `named` the names that it gives in full only then.
    """

    id: str
    text: str
    printed: tuple[tuple[str, str], ...] = ()
    message: str = ""
    block: str = ""
    alone: str = ""
    named: tuple[str, ...] = ()


class Part(NamedTuple):
    """A paragraph, list, table … as the file has it."""

    form: Form
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return self.form.before + self.form.between.join(piece.text for piece in self.pieces) + self.form.after


PROSE, ITEMS, ROWS, WHOLE = "prose", "items", "rows", "whole"
"""Sentences; items of a list; rows of a table; and what is one thing: a heading, a rule, a picture."""
RULE = "---"


def parts(article: Article) -> tuple[Part, ...]:
    """Everything below the front matter, in the order of the file."""
    return tuple(part for part in _parts(article) if any(piece.text for piece in part.pieces))


def _parts(article: Article) -> Iterator[Part]:
    yield _headline(article)
    yield from _named(article, "standfirst", Form(PROSE, "*", " ", "*"))
    yield Part(Form(PROSE, "*", " ", "*"), (Piece("byline", md.escape(article.byline), message="byline", block="byline"),))
    for block in layout.copy(article):
        yield _copy(block)
    for block in layout.lists(article):
        yield _caption(block, Form(WHOLE, "**", " ", "**"))
        yield Part(Form(ITEMS, "", "; "), _opened(_items(block), "; "))
    for block in layout.tables(article):
        yield from _table(block)
    for block in layout.links(article):
        yield _caption(block, Form(WHOLE, "**", " ", "**"))
        told = zip(block.sentences, layout.linked(block), strict=True)
        yield Part(Form(ITEMS, "- ", "\n- "), tuple(_link(s, block, place) for s, (_, place) in told))
    closing = (*_named(article, "method", Form(PROSE, "*", " ", "*")), *_named(article, "correction", Form(PROSE, "*", " ", "*"), top=False))
    if closing:
        yield Part(Form(WHOLE), (Piece("rule", RULE, message="rule", block="rule"),))
        yield from closing


def _headline(article: Article) -> Part:
    block = article.block("headline")
    pieces = [_piece(s, block) for s in block.sentences] if block else []
    if pieces:
        pieces[-1] = pieces[-1]._replace(text=md.CLOSES_HEADING.sub(r"\1\\\2", pieces[-1].text))
    return Part(Form(WHOLE, "# "), tuple(pieces))


def _named(article: Article, kind: str, form: Form, top: bool = True) -> Iterator[Part]:
    for block in article.blocks:
        if block.kind == kind and (top or not layout.is_top(article, block)):
            yield Part(form, tuple(_piece(s, block) for s in block.sentences))


def _copy(block: Block) -> Part:
    if block.kind == "heading":
        return Part(Form(WHOLE, "## "), tuple(_piece(s, block, md.CLOSES_HEADING.sub(r"\1\\\2", md.escape(s.text))) for s in block.sentences))
    if block.kind == "picture":
        image = md.image(block)
        caption = _piece(block.sentences[0], block, md.wrapped("*", block.text))
        pieces = (Piece(f"{block.id}/image", image, _cells((*block.addresses, block.alt)), block.id, block.id), caption) if image else (caption,)
        return Part(Form(ITEMS, "", "\n"), pieces)
    if block.kind == "correction":
        return Part(Form(PROSE, "*", " ", "*"), tuple(_piece(s, block) for s in block.sentences))
    return Part(Form(PROSE), _opened(tuple(_piece(s, block) for s in block.sentences)))


def _piece(sentence: Sentence, block: Block, text: str | None = None) -> Piece:
    printed = tuple((span.fact, sentence.text[span.start:span.end]) for span in sentence.spans)
    return Piece(sentence.id, md.escape(sentence.text) if text is None else text, printed, sentence.message, block.id,
                 md.escape(sentence.alone), sentence.named)


def _items(block: Block) -> tuple[Piece, ...]:
    """Each item escaped with the semicolon that follows it, lest the two be read as one entity."""
    return tuple(_piece(s, block, md.escape(f"{s.text};")[:-1] if s is not block.sentences[-1] else None) for s in block.sentences)


def _opened(pieces: tuple[Piece, ...], between: str = " ") -> tuple[Piece, ...]:
    """The first escaped where the whole would open another kind of block."""
    if not pieces:
        return ()
    whole = between.join(piece.text for piece in pieces)
    opened = md.opened(whole)
    more = len(opened) - len(whole)
    return (pieces[0]._replace(text=opened[:len(pieces[0].text) + more]), *pieces[1:])


def _caption(block: Block, form: Form) -> Part:
    title = block.title
    printed = tuple((span.fact, title.text[span.start:span.end]) for span in title.spans) if title else ()
    text = md.escape(block.caption)
    text = md.CLOSES_HEADING.sub(r"\1\\\2", text) if form.before == "## " else text
    return Part(form, (Piece(f"{block.id}#caption", text, printed, f"{block.id}#caption", block.id),))


def _link(sentence: Sentence, block: Block, place: str) -> Piece:
    title = layout.line(sentence.text)
    text = f"[{md.inside(title)}]({md.target(place)})" if place else md.opened(md.escape(title))
    return _piece(sentence, block, text)


def _table(block: Block) -> Iterator[Part]:
    """Its caption, then its rows, each known by what its first cell is about."""
    yield _caption(block, Form(WHOLE, "## "))
    rules = ["---:" if right else "---" for right in layout.figure_columns(block)]
    pieces = [Piece(f"{block.id}#columns", row_of([md.escape(column) for column in block.columns]), block=block.id),
              Piece(f"{block.id}#rule", row_of(rules), block=block.id)]
    for id, row, texts in zip(table_ids(block), block.rows, layout.rows(block), strict=True):
        pieces.append(Piece(id, row_of([md.escape(text) for text in texts]), _cells(row), id, block.id))
    yield Part(Form(ROWS, "", "\n"), tuple(pieces))


def table_ids(block: Block) -> list[str]:
    """The id of each row of a table."""
    known: dict[str, int] = {}
    ids = []
    for row in block.rows:
        name = (row[0].fact or row[0].text) if row else ""
        known[name] = known.get(name, 0) + 1
        ids.append(f"{block.id}#{name}" + (f"~{known[name]}" if known[name] > 1 else ""))
    return ids


def row_of(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(cells: tuple[Cell | None, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((cell.fact, cell.text) for cell in cells if cell and cell.fact)
