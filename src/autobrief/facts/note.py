"""An editor's texts as facts: each has its line of the notes file as source."""

from ..model.notes import Note, Noted, Notes
from ..model.text import Fact, Source
from .making import make


def note_facts(notes: Notes, note: Note) -> dict[str, Fact]:
    """The note's texts as facts by their names in templates."""
    return {name: _fact(notes, f"notes/{note.subject}", name, noted) for name, noted in note.texts.items()}


def byline_fact(notes: Notes) -> Fact | None:
    return _fact(notes, "notes", "byline", notes.byline) if notes.byline else None


def _fact(notes: Notes, subject: str, name: str, noted: Noted) -> Fact:
    return make(subject, name, noted.text, "text", sources=(Source(notes.table, notes.digest, (noted.row,), noted.column),))
