"""What a check of an article found wrong."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One fault: the sentence or table row it is in, a code, and what is wrong."""

    where: str
    code: str
    message: str
