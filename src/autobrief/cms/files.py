"""Writing so that a stop at any moment leaves the old or the new, and nothing between; one writer at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .adapter import Finding


def write(path: Path, content: bytes) -> None:
    """A new file, on the disk before this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """What was renamed in this folder is on the disk."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folder; a rename there needs none of this.
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def writable(place: Path, made: bool) -> Finding:
    """Whether this folder takes files; with `made` it is made where it is missing, so that its parent counts."""
    there = place if place.is_dir() or not made else next(each for each in place.absolute().parents if each.is_dir())
    if not there.is_dir():
        return Finding(False, f"{place} is not a folder", "make it, or name the one that is watched", True)
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(False, f"{there} cannot be written to", "give another folder, or the right to write there", True)
    return Finding(True, f"{place} can be written to")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else's turn until this ends, or the process does.  Waits for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            import fcntl
        except ImportError:
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
