"""Reading and compiling a stylebook: TOML tables and Jinja templates, cached by digest.

Each variant is its own template, compiled once.  Code objects and all that is known of a variant
are kept in one file; a cache that cannot be written is no complaint.
"""

import marshal
import os
import sys
from hashlib import sha256
from pathlib import Path

import jinja2

from ..model.style import Stylebook, Variant
from .shipped import shipped

TABLES = ("house", "thresholds", "weights", "outline", "parties", "offices", "nouns", "terms")
FORMAT = "3"


def load(overlay: Path | None = None) -> Stylebook:
    """The shipped stylebook, with a house's own files over it.

    Raises StylebookError with every fault of it at once.
    """
    files = {f"stylebook/{p.name}": p.read_bytes() for p in sorted((shipped("data") / "stylebook").glob("*.toml"))}
    files |= {f"prose/{p.name}": p.read_bytes() for p in sorted((shipped("templates") / "prose").glob("*.j2"))}
    house = _overlay(overlay) if overlay else {}
    digest = _digest(files, house)
    compiled = _cached(digest)
    if compiled is None:
        from .compiling import compile_stylebook
        compiled = compile_stylebook(files, house, str(overlay or ""))
        _keep(digest, compiled)
    return _stylebook(digest, compiled)


def _overlay(folder: Path) -> dict:
    from ..errors import StylebookError
    if not folder.is_dir():
        raise StylebookError(f"{folder}: no such folder", hint="--stylebook takes a folder laid out like the shipped one")
    found = {f"stylebook/{p.name}": p.read_bytes() for p in sorted((*folder.glob("*.toml"), *folder.glob("stylebook/*.toml")))}
    found |= {f"prose/{p.name}": p.read_bytes() for p in sorted((*folder.glob("*.j2"), *folder.glob("prose/*.j2")))}
    return found


def _digest(files: dict, house: dict) -> str:
    seen = sha256(f"{FORMAT} {jinja2.__version__} {sys.version}".encode())
    for layer in (files, house):
        for name, content in layer.items():
            seen.update(name.encode() + b"\0" + content + b"\0")
    return seen.hexdigest()


def _cache_file(digest: str) -> Path:
    root = os.environ.get("AUTOBRIEF_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "autobrief")
    return Path(root) / f"stylebook-{digest[:24]}"


def _cached(digest: str) -> dict | None:
    try:
        return marshal.loads(_cache_file(digest).read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _keep(digest: str, compiled: dict) -> None:
    target = _cache_file(digest)
    beside = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(marshal.dumps(compiled))
        beside.replace(target)
    except OSError:
        pass


def _stylebook(digest: str, compiled: dict) -> Stylebook:
    templates = {
        kind: tuple(Variant(kind, v["digest"], v["line"], v["source"], frozenset(v["needs"]), frozenset(v["uses"]),
                            frozenset(v["unless"]), v["opening"], v["code"]) for v in variants)
        for kind, variants in compiled["templates"].items()
    }
    tables = compiled["tables"]
    # The digest that articles carry is of the files alone: the same on every machine and Python.
    return Stylebook(compiled["digest"], templates, *(tables[name] for name in TABLES))
