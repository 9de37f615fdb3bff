"""The marks of test data: a word in a file's name, in the election's name, or after every candidate's surname."""

import re

from ...model.results import Named

WORD = re.compile(r"(?<![A-Za-z])(?:Test|TEST)(?![A-Za-z])")


def mark(name: str, election: str, candidates: tuple[Named, ...]) -> str:
    """By which mark a message is test data, in words; blank where it bears none.

    The folder is no mark, since test and live messages have lain in folders of the same name.  People of earlier
    elections, repeated in a message, are real even in a test, so only current candidates count.
    """
    if WORD.search(name.rpartition("/")[2]):
        return f"the file's name, {name.rpartition('/')[2]}, has Test in it"
    if WORD.search(election):
        return f"the election is called {election}"
    if candidates and all((one.family or one.name).casefold().endswith(" test") for one in candidates):
        return "every candidate's surname ends in Test"
    return ""
