"""Articles as files: a human's Markdown, the base that it was made from, and writing it back whole."""

import json
import os
import shutil
from pathlib import Path

from ..errors import InputError
from ..formats.json import by_line, digest, kept, version
from ..formats.restoring import restore
from ..model.text import Article

FAULTS = 10
"""Told of one file that is no article."""
BASE = ".{name}.base.json"
"""The base beside a file `name`, where neither the record nor the command line could give it again."""


def read_text(path: str) -> str:
    """The file's text, a byte-order mark and its line ends as they are.  Raises InputError by file and line."""
    try:
        found = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="give the Markdown file that `autobrief write -o` made") from error
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        line = found[:error.start].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not UTF-8: {error.reason}", hint="save it as UTF-8 and try again") from error


def write_text(path: str, text: str, was: str) -> None:
    """The file whole and at once, its permissions kept; not where it has been saved by somebody since `was` was read."""
    target = Path(path).resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with beside.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, beside)
        if target.read_bytes() != was.encode("utf-8"):
            raise InputError(f"{path} was saved by somebody while it was being updated, and is left as it is", hint="run the update again")
        beside.replace(target)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="the file is as it was; make it writable, and its folder") from error
    finally:
        beside.unlink(missing_ok=True)


def base_beside(path: str) -> Path:
    """Where the base of a file is kept."""
    target = Path(path).resolve()
    return target.with_name(BASE.format(name=target.name))


def keep_base(path: str, base: Article) -> None:
    """Put the base beside the file, whole."""
    place = base_beside(path)
    partial = place.with_name(f"{place.name}.{os.getpid()}.partial")
    try:
        found = kept(base)
        partial.write_text(by_line(found | {"digest": digest(found)}), "utf-8")
        partial.replace(place)
    except OSError as error:
        raise InputError(f"{place}: {error.strerror}", hint="the next update will ask for --base") from error
    finally:
        partial.unlink(missing_ok=True)


def kept_base(path: str, wanted: str) -> Article | None:
    """The base kept beside the file, if it is that of this version."""
    place = base_beside(path)
    if not place.is_file():
        return None
    found = read_article(str(place))
    return found if version(found) == wanted else None


def read_article(path: str) -> Article:
    """An article from its JSON.  Raises InputError with every fault."""
    from ..checking.contract import faults
    text = read_text(path)
    if found := faults(text):
        raise InputError(*(f"{path}: {fault}" for fault in found[:FAULTS]), hint="give an article as `autobrief write --format json` makes it")
    known = json.loads(text)
    if digest(known) != known["digest"]:
        raise InputError(f"{path}: the digest is not that of the document: it was changed after it was written",
                         hint="give an article as `autobrief write --format json` makes it")
    return restore(known)
