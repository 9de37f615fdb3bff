"""A human's file as an article: for whatever publishes or keeps articles, with an editor's words in their places."""

import re
from hashlib import sha256

from ..model.text import Article, Block, Cell, Sentence, Span
from .aligning import Kept, align, cells_of
from .pieces import ITEMS, ROWS, parts, table_ids
from .reading import RawPart, plain, read

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3})(?=\S)(.+?)(?<=\S)\1")
TAIL = ("links", "method", "correction", "table")


def as_edited(article: Article, text: str) -> Article:
    """The article as the file has it, which was made from it: what nobody touched with its spans, the rest an editor's.

    An editor's sentence has no variant, and the spans of those facts that it still prints in the same words.
    """
    edited = read(text)
    kept = align(parts(article), edited.parts).kept
    reader = _Reader(article, edited.parts)
    by_part: dict[int, list[Kept]] = {}
    for each in kept:
        by_part.setdefault(each.raw.part, []).append(each)
    for number, pieces in by_part.items():
        reader.part(number, pieces)
    return article._replace(blocks=_in_order(reader.blocks), byline=reader.byline)


def _in_order(blocks: list[Block]) -> tuple[Block, ...]:
    """Blocks as an article has them: a file prints its tables before the notes at its end, an article after."""
    start = len(blocks)
    while start and blocks[start - 1].kind in TAIL:
        start -= 1
    return (*blocks[:start], *sorted(blocks[start:], key=lambda block: TAIL.index(block.kind)))


class _Reader:
    """The blocks of a file, part by part; a caption waits for the block that it stands over."""

    def __init__(self, article: Article, edited: tuple[RawPart, ...]):
        self.edited, self.blocks, self.byline = edited, [], ""
        self.known = {block.id: block for block in article.blocks}
        self.sentences = {s.id: (s, block) for block in article.blocks for s in block.sentences}
        self.captions: dict[str, Kept] = {}
        self.taken: set[str] = set()
        self.blocks_taken: set[str] = set()

    def part(self, number: int, pieces: list[Kept]) -> None:
        first = next((id for each in pieces for id in each.ids), "")
        if first == "rule" or first.endswith("#caption"):
            self.captions[first.removesuffix("#caption")] = pieces[0]
        elif first == "byline":
            self.byline = bare(pieces[0].raw.text)
        elif self.edited[number].form.kind == ROWS:
            self._table(first, pieces)
        else:
            self._copy(number, pieces)

    def _copy(self, number: int, pieces: list[Kept]) -> None:
        image = next((each for each in pieces if any(id.endswith("/image") for id in each.ids)), None)
        told = [self._sentence(each) for each in pieces if each is not image]
        was = next((self.sentences[id][1] for each in pieces for id in each.ids if id in self.sentences), None)
        form = self.edited[number].form
        kind = was.kind if was else "heading" if form.before.startswith("#") else "list" if form.kind == ITEMS else "paragraph"
        id = self._id(was.id if was else "", told)
        block = Block(kind, id, tuple(told))
        if was and kind in ("list", "links"):
            title = self._title(was)
            block = block._replace(caption=title.text if title else was.caption, title=title)
        elif kind == "list":
            block = block._replace(kind="paragraph")
        if was and kind == "picture":
            block = block._replace(addresses=was.addresses, alt=was.alt)
        if was and kind == "links":
            places = {s.id: cell for s, cell in zip(was.sentences, was.addresses, strict=True)}
            block = block._replace(addresses=tuple(places.get(s.id, Cell("")) for s in told))
        self.blocks.append(block)

    def _title(self, block: Block) -> Sentence | None:
        each = self.captions.get(block.id)
        if each is None or each.same or block.title is None:
            return block.title
        return self._edited(bare(each.raw.text), block.title)

    def _id(self, id: str, told: list[Sentence]) -> str:
        """The block's own id, once; else one of its words."""
        if not id or id in self.blocks_taken:
            id = f"edit/{_digest(told[0].text if told else '')}"
        while id in self.blocks_taken:
            id += "+"
        self.blocks_taken.add(id)
        return id

    def _sentence(self, each: Kept) -> Sentence:
        was = next((self.sentences[id][0] for id in each.ids if id in self.sentences), None)
        if was and each.same and was.id not in self.taken:
            self.taken.add(was.id)
            return was
        text = bare(each.raw.text) or each.raw.text
        if was and was.id not in self.taken:
            self.taken.add(was.id)
            return self._edited(text, was)
        id = f"edit/sentence/{_digest(text)}"
        while id in self.taken:
            id += "+"
        self.taken.add(id)
        return Sentence(id, text, "edit")

    def _edited(self, text: str, was: Sentence) -> Sentence:
        """An editor's words for a sentence, with the spans of what is printed once and in the same words."""
        spans = []
        for span in was.spans:
            said = was.text[span.start:span.end]
            at = text.find(said)
            if at >= 0 and text.count(said) == 1 and all(at >= other.end or at + len(said) <= other.start for other in spans):
                spans.append(Span(at, at + len(said), span.fact))
        return Sentence(was.id, text, was.message, tuple(sorted(spans)))

    def _table(self, first: str, pieces: list[Kept]) -> None:
        block = self.known.get(first.partition("#")[0])
        rows = [[bare(cell) for cell in cells_of(each.raw.text)] for each in pieces]
        facts = dict(zip(table_ids(block), block.rows, strict=True)) if block else {}
        columns = next((row for each, row in zip(pieces, rows, strict=True) if any(id.endswith("#columns") for id in each.ids)), rows[0])
        body = [(each, row) for each, row in zip(pieces, rows, strict=True)
                if row is not columns and not all(cell and not cell.strip("-:") for cell in row)]
        made = tuple(self._row(facts.get(next(iter(each.ids), "")), row, len(columns)) for each, row in body)
        caption = self.captions.get(block.id) if block else None
        id = self._id(block.id if block else "", [Sentence("", columns[0] if columns else "", "")])
        self.blocks.append(Block("table", id, caption=bare(caption.raw.text) if caption else block.caption if block else columns[0],
                                 columns=tuple(columns), rows=made))

    def _row(self, was: tuple[Cell, ...] | None, row: list[str], width: int) -> tuple[Cell, ...]:
        cells = (row + [""] * width)[:width]
        before = was if was and len(was) == width else ()
        return tuple(before[n] if n < len(before) and plain(before[n].text) == text else Cell(text) for n, text in enumerate(cells))


def bare(text: str) -> str:
    """The words alone: links by their titles, emphasis without its marks."""
    text = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", LINK.sub(r"\1", text)))
    return plain(text)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]
