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
from .overlay import Overlay, read_overlay, shipped_files

TABLES = ("house", "thresholds", "weights", "outline", "parties", "offices", "nouns", "terms")
FORMAT = "4"


def load(overlay: Path | None = None) -> Stylebook:
    """The shipped stylebook, with a house's own files over it.

    Raises StylebookError with every fault of it at once.
    """
    files = shipped_files()
    house = read_overlay(overlay, files) if overlay else Overlay({}, {}, ())
    digest = _digest(files, house)
    compiled = None if house.findings else _cached(digest)
    if compiled is None:
        from .compiling import compile_stylebook
        compiled = compile_stylebook(files, house)
        _keep(digest, compiled)
    return _stylebook(compiled)


def _digest(files: dict, house: Overlay) -> str:
    """Of everything that a compiled stylebook holds: the files, where a house keeps its own, and what compiled them."""
    seen = sha256(f"{FORMAT} {jinja2.__version__} {sys.version} {sorted(house.places.items())}".encode())
    for layer in (files, house.files):
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


def _stylebook(compiled: dict) -> Stylebook:
    templates = {
        kind: tuple(Variant(kind, v["digest"], v["line"], v["source"], frozenset(v["needs"]), frozenset(v["uses"]),
                            frozenset(v["unless"]), v["opening"], v["code"], v["own"]) for v in variants)
        for kind, variants in compiled["templates"].items()
    }
    tables = compiled["tables"]
    # The digest that articles carry is of the files alone: the same on every machine and Python.
    return Stylebook(compiled["digest"], templates, *(tables[name] for name in TABLES))
