"""Targets by what the user writes: KIND:PLACE, or the name of one in the file of targets."""

from collections.abc import Callable
from difflib import get_close_matches

from ..errors import Refused, UnknownName
from .contract import Target


def _folder(name: str, place: str, _: str | None) -> Target:
    from .folder import Folder
    return Folder(name, place)


def _drop(name: str, place: str, format_name: str | None) -> Target:
    from .drop import Drop
    return Drop(name, place, format_name or "ninjs-superdesk")


KINDS: dict[str, Callable[[str, str, str | None], Target]] = {"folder": _folder, "drop": _drop}
FORMATTED = ("drop",)


def target(name: str, format_name: str | None = None) -> Target:
    """The target of this name.  Raises UnknownName for a kind there is none of, Refused for a format it cannot be asked for."""
    kind, colon, place = name.partition(":")
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, 1)
        raise UnknownName(f"no target {name!r}" + (f"; did you mean {near[0]}:{place or 'DIR'}?" if near else ""),
                          hint="folder:DIR writes a folder per article, drop:DIR a file per version")
    if not colon or not place:
        raise UnknownName(f"the target {name!r} names no place", hint=f"write {kind}:DIR")
    if format_name and kind not in FORMATTED:
        raise Refused(f"{name}: --format is for drop:DIR; a {kind} holds every file it needs")
    return KINDS[kind](name, place, format_name)
