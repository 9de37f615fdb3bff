"""What the formats for readers share: the order of blocks, and text that stays on one line."""

import re

from ..model.notes import address
from ..model.text import Article, Block

UNPRINTABLE = re.compile("[\ud800-\udfff\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
FIGURE = re.compile(r"[+−-]?\d[\d,.]*(%| per cent)?")
NOTHING = ("", "–")
TOP = ("headline", "standfirst")
TAIL = ("list", "table", "links", "method")


def line(text: str) -> str:
    """The text on one line: line ends and characters that no format can carry become spaces."""
    return text.strip() if text.isprintable() else UNPRINTABLE.sub(" ", text).strip()


def copy(article: Article) -> list[Block]:
    """The blocks of running text below the standfirst, in their order, corrections that stand at the top first."""
    return [block for block in article.blocks if block.kind not in TOP + TAIL and (block.kind != "correction" or is_top(article, block))]


def is_top(article: Article, block: Block) -> bool:
    """Whether a correction stands at the top: nothing but headline, standfirst and corrections before it."""
    before = article.blocks[:article.blocks.index(block)]
    return all(each.kind in (*TOP, "correction") for each in before)


def lists(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind == "list"]


def tables(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind == "table"]


def links(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind == "links"]


def linked(block: Block) -> list[tuple[str, str]]:
    """Each link's title and safe address, "" where it has none."""
    found = [address(cell.text) for cell in block.addresses]
    return list(zip((line(sentence.text) for sentence in block.sentences), found, strict=True))


def pictured(block: Block) -> tuple[str, str]:
    """A picture's safe address, "" where it has none, and what is said to those who cannot see it."""
    return (address(block.addresses[0].text) if block.addresses else "", line(block.alt.text) if block.alt else "")


def held(article: Article) -> str:
    """Why the article waits for a lawyer, on one line; "" where it need not."""
    return line("; ".join(cell.text for cell in article.held))


def closing(article: Article) -> list[str]:
    """What stands last, a paragraph each: the method note, then corrections that do not stand at the top."""
    method = [block.text for block in article.blocks if block.kind == "method"]
    corrections = [block.text for block in article.blocks if block.kind == "correction" and not is_top(article, block)]
    return [line(text) for text in (*method, *corrections)]


def rows(table: Block) -> list[list[str]]:
    """The cells' text, every row as long as the heading row.  Raises ValueError where a row is longer."""
    found = []
    for row in table.rows:
        if len(row) > len(table.columns):
            raise ValueError(f"{table.id} has a row of {len(row)} cells under {len(table.columns)} columns")
        found.append([line(cell.text) for cell in row] + [""] * (len(table.columns) - len(row)))
    return found


def figure_columns(table: Block) -> list[bool]:
    """Which columns hold figures alone, to stand to the right."""
    columns = zip(*rows(table), strict=True) if table.rows else [()] * len(table.columns)
    told = ([text for text in column if text not in NOTHING] for column in columns)
    return [bool(texts) and all(map(FIGURE.fullmatch, texts)) for texts in told]
