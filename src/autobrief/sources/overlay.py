"""Reading a stylebook's files: the shipped ones, and a house's own folder over them.

The lint is imported only where a house has files of its own, since every article comes through here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .shipped import shipped

FOLDERS = ("", "prose", "stylebook", "templates", "templates/prose", "data", "data/stylebook")
"""Where a house may keep its files: straight in the folder, or laid out as the shipped ones are."""
TEXT = (".md", ".txt")
"""Notes that a house may keep beside its files."""


class Overlay(NamedTuple):
    """A house's files by the names of the shipped ones, the paths they were read from, and what could not be read."""

    files: dict[str, bytes]
    places: dict[str, str]
    findings: tuple


def shipped_files() -> dict[str, bytes]:
    """Every shipped file as `stylebook/house.toml` or `prose/closest.j2`."""
    files = {f"stylebook/{p.name}": p.read_bytes() for p in sorted((shipped("data") / "stylebook").glob("*.toml"))}
    return files | {f"prose/{p.name}": p.read_bytes() for p in sorted((shipped("templates") / "prose").glob("*.j2"))}


def shipped_place(name: str) -> str:
    """Where a shipped file is to be found in the checkout."""
    return f"templates/{name}" if name.endswith(".j2") else f"data/{name}"


def read_overlay(folder: Path, known: dict) -> Overlay:
    """Everything in a house's folder.  Raises StylebookError where there is no such folder."""
    import difflib

    from ..errors import StylebookError
    if not folder.is_dir():
        raise StylebookError(f"{folder}: no such folder", hint="`autobrief stylebook copy DIR` starts a stylebook of your own")
    files, places, findings = {}, {}, []
    for path in _paths(folder, findings):
        name = f"{'stylebook' if path.suffix == '.toml' else 'prose'}/{path.name}"
        if name not in known:
            near = difflib.get_close_matches(path.name, [one.split("/")[1] for one in known], 1)
            findings.append(_finding(path, "unknown-file", "no file of this name in the shipped stylebook",
                                     f"did you mean {near[0]}?" if near else "`autobrief stylebook list` lists them"))
        elif name in files:
            findings.append(_finding(path, "unknown-file", f"is there twice, also as {places[name]}", "keep one of the two"))
        elif content := _content(path, findings):
            files[name], places[name] = content, str(path)
    return Overlay(files, places, tuple(findings))


def _paths(folder: Path, findings: list) -> Iterator[Path]:
    """Files in reading order; hidden ones, backups and notes are passed over."""
    for sub in FOLDERS:
        if not (folder / sub).is_dir():
            continue
        try:
            entries = sorted((folder / sub).iterdir())
        except OSError as error:
            findings.append(_finding(folder / sub, "unreadable", error.strerror or str(error), "make it readable"))
            continue
        for path in entries:
            if path.name.startswith(".") or path.name.endswith("~") or path.suffix in TEXT:
                continue
            if not path.is_dir():
                yield path
            elif path.relative_to(folder).as_posix() not in FOLDERS:
                findings.append(_finding(path, "unknown-file", "no folder of a stylebook",
                                         f"put files in prose, stylebook or straight in {folder}"))


def _content(path: Path, findings: list) -> bytes | None:
    """The bytes of a plain file of no great size."""
    from ..lint.limits import BYTES
    try:
        if not path.is_file():
            findings.append(_finding(path, "unreadable", "not a plain file", "put a file in its place"))
        elif path.stat().st_size > BYTES:
            findings.append(_finding(path, "size", f"more than {BYTES:,} bytes", "take something out"))
        elif content := path.read_bytes():
            return content
        else:
            findings.append(_finding(path, "empty", "has nothing in it", "take the file away to use the shipped one"))
    except OSError as error:
        findings.append(_finding(path, "unreadable", error.strerror or str(error), "make it readable"))
    return None


def _finding(path: Path, code: str, message: str, fix: str):
    from ..lint.reading import Finding
    return Finding(str(path), 1, 1, code, message, fix)
