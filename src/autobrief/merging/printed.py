"""A base as it was printed by an earlier program or stylebook: the same pieces in the words of then."""

from ..model.text import Article
from .aligning import align
from .pieces import Form, Part, Piece, parts
from .reading import Edited


def as_printed(again: Article, printed: Edited) -> tuple[Part, ...]:
    """The parts of the file as printed, each piece known by the piece of the article written again that says it.

    What nothing there says has an id of its own, and so will have left the article.
    """
    known = {piece.id: piece for part in parts(again) for piece in part.pieces}
    found: dict[int, list[Piece]] = {}
    for number, kept in enumerate(align(parts(again), printed.parts).kept):
        id = kept.ids[0] if kept.ids else ""
        piece = known.pop(id, None)
        made = piece._replace(text=kept.raw.text) if piece else Piece(f"was/{number}", kept.raw.text)
        found.setdefault(kept.raw.part, []).append(made)
    made = []
    for number, pieces in found.items():
        form = printed.parts[number].form
        made.append(Part(Form(form.kind, form.before, _between(form, pieces), form.after), tuple(pieces)))
    return tuple(made)


def _between(form: Form, pieces: list[Piece]) -> str:
    return "; " if form.kind == "prose" and any(piece.block.startswith("list/") for piece in pieces) else form.between
