"""The one place where a Fact is made."""

from ..model.text import Fact, Source
from ..model.world import Contest, Person

KNOWN_AS = "known_as.csv"


def make(subject: str, kind: str, value, unit: str, working: str = "", inputs=(), sources=()) -> Fact:
    """A fact called subject/kind.  Raises ValueError without a source or an input: nothing is asserted from air.

    A person called otherwise than the results have it rests on the table of known names too.
    """
    if isinstance(value, Person) and value.known_row and all(source.table != KNOWN_AS for source in sources):
        sources = (*sources, Source(KNOWN_AS, "", (value.known_row,), "given"))
    if not sources and not inputs:
        raise ValueError(f"fact {subject}/{kind} has neither source nor input")
    return Fact(f"{subject}/{kind}", kind, value, unit, working, tuple(inputs), tuple(sources))


def contest_source(contest: Contest, column: str) -> tuple[Source, ...]:
    """The contest's own row in its table."""
    return (Source(contest.table, "", (contest.row,), column),)


def votes_source(contest: Contest, *candidacies) -> tuple[Source, ...]:
    """The rows of these candidacies, or of all of them."""
    table = contest.table.replace(".contests.", ".candidacies.")
    rows = tuple(candidacy.row for candidacy in candidacies or contest.candidacies)
    return (Source(table, "", rows, "votes"),)
