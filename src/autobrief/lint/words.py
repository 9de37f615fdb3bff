"""Words that a template may not use unproved: numbers, and claims that only a rule can make."""

from functools import cache

import num2words

CLAIMS = frozenset((
    "all every only none no both half twice first again since ever biggest largest smallest closer record most "
    "never always nothing everything nobody everyone neither closest narrowest highest lowest greatest fewest least "
    "whole entire double doubled treble trebled").split())
"""Words that say more than any one fact does."""

MORE_NUMBERS = ("hundred thousand million billion dozen score nought nil quarter quarters thirds tenths hundreds thousands "
                "millions")


@cache
def numbers() -> frozenset[str]:
    """Cardinal number words, from nought to twenty and then by tens."""
    counted = {num2words.num2words(n) for n in (*range(21), *range(30, 100, 10))}
    return frozenset(counted | set(MORE_NUMBERS.split()))


@cache
def ordinals() -> frozenset[str]:
    """Ordinal number words, which are claims of a place in an order."""
    return frozenset(num2words.num2words(n, to="ordinal") for n in (*range(1, 21), *range(30, 100, 10)))


def parts(word: str) -> list[str]:
    """A word in small letters, without its possessive, taken apart at its hyphens."""
    small = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    return small.split("-")


def is_number(part: str) -> bool:
    return part in numbers()


def is_claim(part: str) -> bool:
    return part in CLAIMS or part in ordinals()
