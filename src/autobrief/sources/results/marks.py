"""The marks of test data: a word in a file's name, in the election's name, or after every candidate's surname."""

import re

from ...model.results import Named

MESSAGE = re.compile(r"^(.+?)_(?:nominations|rush|result|recount)_.+", re.IGNORECASE)
SEAT = re.compile(r"Southampton\W*_*Test")
"""A seat on the river Test: no mark."""
WORD = re.compile(r"(?<![A-Za-z])(?:Test|TEST)(?![A-Za-z])")


def mark(name: str, election: str, candidates: tuple[Named, ...]) -> str:
    """By which mark a message is test data, in words; blank where it bears none.

    In a name that also names a seat only what stands before the kind of message counts: Southampton Test is a seat.
    The folder is no mark, since test and live messages have lain in folders of the same name.  People of earlier
    elections, repeated in a message, are real even in a test, so only current candidates count.
    """
    file = name.rpartition("/")[2]
    message = MESSAGE.match(file)
    if WORD.search(SEAT.sub("", message[1] if message else file)):
        return f"the file's name, {file}, has Test in it"
    if WORD.search(election):
        return f"the election is called {election}"
    if candidates and all((one.family or one.name).casefold().endswith(" test") for one in candidates):
        return "every candidate's surname ends in Test"
    return ""
