"""Articles for the tests: the record and the stylebook read once, each article written once."""

from functools import lru_cache

from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.stylebook import load


@lru_cache(1)
def the_stylebook():
    return load()


@lru_cache(256)
def written(**asked):
    """(assignment, findings, plan, article) of one article on the built-in record."""
    assigned = assignment(Shelf(), **asked)
    findings, planned = decide(assigned, the_stylebook())
    return assigned, findings, planned, finish(assigned, the_stylebook(), findings, planned)


def copy_of(article) -> str:
    """Everything a reader reads, tables and method note left out."""
    return "\n".join(block.text for block in article.blocks if block.kind not in ("table", "method"))
