"""Targets by what the user writes: KIND:PLACE, or the name of one in the file of targets."""

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from ..errors import InputError, Refused, UnknownName
from ..formats import NAMES
from .contract import Target


def _folder(name: str, place: str, _: str | None) -> Target:
    from .folder import Folder
    return Folder(name, place)


def _drop(name: str, place: str, format_name: str | None) -> Target:
    from .drop import Drop
    return Drop(name, place, format_name or "ninjs-superdesk")


KINDS: dict[str, Callable[[str, str, str | None], Target]] = {"folder": _folder, "drop": _drop}
FORMATTED = ("drop",)


def target(name: str, format_name: str | None = None, file: Path | None = None, store: Callable | None = None) -> Target:
    """The target of this name, from `file` where it is none of KIND:PLACE; `store` opens the store that keeps account of it.

    Raises UnknownName for one there is none of, Refused for a format it cannot be asked for, InputError for a file with faults.
    """
    kind, colon, place = name.partition(":")
    if not colon and kind not in KINDS:
        return _named(name, format_name, file, store)
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, 1)
        raise UnknownName(f"no target {name!r}" + (f"; did you mean {near[0]}:{place or 'DIR'}?" if near else ""),
                          hint="folder:DIR writes a folder per article, drop:DIR a file per version; a file of targets names others")
    if not colon or not place:
        raise UnknownName(f"the target {name!r} names no place", hint=f"write {kind}:DIR")
    _refuse_format(name, kind, format_name)
    return KINDS[kind](name, place, format_name)


def _named(name: str, format_name: str | None, file: Path | None, store: Callable | None) -> Target:
    try:
        from . import settings
    except ModuleNotFoundError as error:
        raise InputError(f"a file of targets needs {error.name}, which is not installed", hint="pip install 'autobrief[cms]'") from error
    found = settings.named(name, file or settings.path_of(None))
    _refuse_format(name, found.kind, format_name)
    if found.kind in KINDS:
        chosen = format_name or getattr(found, "format", None)
        if chosen and chosen not in NAMES:
            raise UnknownName(f"{name}: no format {chosen!r}", hint=f"it is one of {', '.join(NAMES)}")
        return KINDS[found.kind](name, found.path, chosen)
    return _api(name, found, store)


def _api(name: str, found, store: Callable) -> Target:
    """The target behind an adapter.  Its ledger is by where it leads, so that two names for one site are one."""
    from .delivery import Api
    from .ledger import Ledger
    from .secrets import secret
    from .sending import Patience, Terms
    from .settings import APIS
    adapter = import_module(APIS[found.kind], __package__).adapter(found, secret(found.secret, name))
    terms = Terms(found.auto_publish, found.on_edit == "merge", found.once())
    return Api(name, adapter, Ledger(store(), f"{found.kind} {found.url}"), terms, Patience(found.tries, together=found.patience), found.status)


def _refuse_format(name: str, kind: str, format_name: str | None) -> None:
    if format_name and kind not in FORMATTED:
        raise Refused(f"{name}: --drop-format is for drop:DIR; a {kind} has forms of its own")
