"""The file of targets: a table to each, held against what its kind takes; every fault at once, by name."""

import os
import tomllib
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ..errors import InputError, UnknownName
from .adapter import Once
from .secrets import FORMS, is_reference

VARIABLE, DEFAULT = "AUTOBRIEF_TARGETS", "targets.toml"
APIS = {"wordpress": ".wordpress", "wagtail": ".wagtail", "ghost": ".ghost"}
"""Kinds with an API: the module that has their `Settings` and `adapter(settings, secret)`."""


def _address(told: str) -> str:
    found = urlsplit(told)
    if found.scheme not in ("http", "https") or not found.hostname:
        raise ValueError("give an address with http:// or https://")
    if found.username or found.password:
        raise ValueError("a password has no place in it; give user and secret")
    if found.query or found.fragment:
        raise ValueError("give the site's address alone, without ? or #")
    return told.rstrip("/")


def _reference(told: str) -> str:
    if not is_reference(told):
        raise ValueError(FORMS)
    return told


Address = Annotated[str, AfterValidator(_address)]
Reference = Annotated[str, AfterValidator(_reference)]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class Common(BaseModel):
    """What a target of any kind with an API can say."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: str
    url: Address
    secret: Reference
    status: Literal["draft", "publish"] = "draft"
    auto_publish: bool = False
    on_edit: Literal["merge", "report"] = "merge"
    categories: tuple[Words, ...] = Field(default=(), strict=False)
    tags: tuple[Words, ...] = Field(default=(), strict=False)
    author: str = ""
    timeout: Annotated[float, Field(gt=0, le=600, strict=False)] = 30.0
    tries: Annotated[int, Field(ge=1, le=20)] = 6
    patience: Annotated[float, Field(gt=0, le=3600, strict=False)] = 120.0

    def once(self) -> Once:
        """What is sent when an article is made, and then left to the editor."""
        return Once(self.categories, self.tags, self.author)


class FolderSettings(BaseModel):
    """A folder of packages, under a name."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    kind: Literal["folder"]
    path: Words


class DropSettings(FolderSettings):
    """A watched folder, and what is laid into it."""

    kind: Literal["drop"]
    format: str = "ninjs-superdesk"


def path_of(told: str | None) -> Path:
    """Where the targets are: as given, else by the environment, else beside us."""
    return Path(told or os.environ.get(VARIABLE) or DEFAULT)


def read(path: Path) -> dict[str, BaseModel]:
    """Every target of the file.  Raises InputError with all that is wrong in it, and none of its values."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="docs/cms/wordpress.md shows one; --targets names another") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # The line itself is not repeated: a secret might stand in it.
        raise InputError(f"{path}: not TOML: {_where(error)}", hint="docs/cms/wordpress.md shows one") from error
    faults = [f"{path}: {_unknown(key, ('targets',))}" for key in found if key != "targets"]
    tables = found.get("targets", {})
    if not isinstance(tables, dict):
        faults, tables = [*faults, f"{path}: targets: give a table to each, [targets.NAME]"], {}
    made = {}
    for name, table in tables.items():
        try:
            made[name] = _target(name, table)
        except InputError as error:
            faults += [f"{path}: {fault}" for fault in error.faults]
    if faults:
        raise InputError(*faults, hint="docs/cms/wordpress.md says what a target takes")
    return made


def named(name: str, path: Path) -> BaseModel:
    """The target of this name.  Raises UnknownName with the nearest match."""
    known = read(path)
    if name not in known:
        near = get_close_matches(name, known, 1)
        raise UnknownName(f"{path}: no target {name!r}" + (f"; did you mean {near[0]}?" if near else f"; it has {', '.join(known) or 'none'}"),
                          hint="[targets.NAME] names one; folder:DIR and drop:DIR need no file")
    return known[name]


def _target(name: str, table) -> BaseModel:
    if not isinstance(table, dict):
        raise InputError(f"targets.{name}: give a table, [targets.{name}]")
    kinds = ("folder", "drop", *APIS)
    kind = table.get("kind")
    if kind not in kinds:
        said = "no kind" if kind is None else _unknown(str(kind), kinds) if isinstance(kind, str) else "its kind is no text"
        raise InputError(f"targets.{name}: {said}" + ("" if isinstance(kind, str) else f"; kind is one of {', '.join(kinds)}"))
    form = {"folder": FolderSettings, "drop": DropSettings}.get(kind) or import_module(APIS[kind], __package__).Settings
    try:
        return form.model_validate(table)
    except ValidationError as error:
        raise InputError(*(f"targets.{name}{_fault(each, form)}" for each in error.errors(include_input=False, include_url=False))) from None


def _fault(fault: dict, form: type[BaseModel]) -> str:
    place = ".".join(map(str, fault["loc"]))
    if fault["type"] == "extra_forbidden":
        return f": {_unknown(place, form.model_fields)}"
    if fault["type"] == "missing":
        return f": {place} is missing"
    return f".{place}: {fault['msg'].removeprefix('Value error, ')}"


def _unknown(word: str, known) -> str:
    near = get_close_matches(word, known, 1)
    return f"{word!r} is not known" + (f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}")


def _where(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    return str(error).partition(" (at ")[2].rstrip(")") or "cannot be read"
