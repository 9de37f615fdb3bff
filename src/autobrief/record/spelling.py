"""Slips of the pen in published names that the name itself proves: an import puts these right, and says so."""

from collections.abc import Callable

from autobrief.record.parliament_form import CandidacyRow


def names_mended(candidacies: list[CandidacyRow], say: Callable[[str], None]) -> list[CandidacyRow]:
    """The rows with the slips in candidates' names put right, each told."""
    mended = []
    for row in candidacies:
        given, family = mended_name(row.given, row.family)
        if (given, family) != (row.given, row.family):
            say(f"candidacies.csv:{row.line}: Candidate first name: {row.given!r} {row.family!r} is a slip for {f'{given} {family}'.strip()!r}")
            row = row.model_copy(update={"given": given, "family": family})
        mended.append(row)
    return mended


def mended_name(given: str, family: str) -> tuple[str, str]:
    """A name without UTF-8 read as Latin-1, and without a small word both after the given name and before the family name.

    Trap: Duncan Duncan and Zero Zero are names; only a word in small letters, such as "ab" or "van", is never a name twice over.
    """
    given, family = _decoded(given), _decoded(family)
    first, _, last = given.rpartition(" ")
    if first and last.islower() and family.startswith(f"{last} "):
        given = first
    return given, family


def _decoded(text: str) -> str:
    """The text whose UTF-8 this is, letter by letter, where it is UTF-8 throughout: real accents are not."""
    try:
        return text if text.isascii() else text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
