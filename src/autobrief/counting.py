"""What a reader counts in a text, and how much of it a reader bears: the writing keeps to it, and the measures hold it there."""

import re

MEAN = 20
"""Words to a sentence of the copy, on average: under this."""
OVER = 1.2
"""An article may be longer than its length says by a fifth."""
RUN = 5
"""Words on end, figures and names among them, that a lead may have from the headline."""
COUNTED = "seat"
"""What is counted may be said in headline and lead, with its figure: the reader looks for the headline's number in the lead."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ASIDE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+and\s+\d{{1,2}})?\s+(?:{MONTHS})\b(?:\s+\d{{4}}\b)?|\b(?:{MONTHS})\s+\d{{1,2}}\b(?!\d|,\d)"
    r"|\b\d{1,2}(?:[.:]\d{2})?\s?[ap]m\b|\b\d{1,2}:\d{2}\b|\b\d+(?:st|nd|rd|th)\b"
    r"|\b(?:at|by|until|from|before|after|since|to|and)\s+[0-2]\d\.[0-5]\d\b(?!\d|%)"
    r"|(?<![\d,.£])\b(?:1[89]|20)\d{2}(?:[-–/]\d{2,4})?s?\b(?![,.]\d|%)|['’]\d0s\b")
"""Dates, clock times, ordinals and years are no figures."""

FUNCTION = frozenset(
    "a an the of in on at to from by for with and or but as than that which who whom whose it its is are was were be been has have had "
    "he she they them their his her this these those there into over out up after before since not no nor so if while when where all "
    "both will would can could may might do does did s".split())
"""Words that carry no meaning of their own."""
ENDINGS = ("ing", "ies", "ed", "es", "s", "e", "d")
PAST = {"took": "take", "taken": "take", "won": "win", "lost": "lose", "losses": "lose", "loss": "lose", "held": "hold", "kept": "keep",
        "fell": "fall", "rose": "rise", "grew": "grow", "gave": "give", "beaten": "beat", "changed": "change", "has": "have", "had": "have"}


def words(text: str) -> list[str]:
    """Words as a reader counts them: between spaces, dashes alone aside."""
    return [word for word in text.split() if any(c.isalnum() for c in word)]


def figures(text: str) -> list[str]:
    """The figures of a text: words with a digit in them, `27%` and `12-point` among them."""
    return [word for word in ASIDE.sub(" ", text).split() if any(c.isdigit() for c in word)]


def longest_run(one: list[str], other: list[str]) -> list[str]:
    """The longest run of words that both have."""
    best, end = 0, 0
    previous = [0] * (len(other) + 1)
    for row, word in enumerate(one, 1):
        current = [0] * (len(other) + 1)
        for column, theirs in enumerate(other, 1):
            if word == theirs:
                current[column] = previous[column - 1] + 1
                if current[column] > best:
                    best, end = current[column], row
        previous = current
    return one[end - best:end]


def level(word: str) -> str:
    """A word without its ending, so that `takes` is `took`."""
    word = word.removesuffix("'s").rstrip("'")
    word = PAST.get(word, word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and word.isalpha():
            return word.removesuffix(ending)
    return word
