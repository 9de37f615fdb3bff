"""Articles as files: each whole or not at all, and never over a person's words."""

import os
from hashlib import sha256
from pathlib import Path

from ..errors import InputError, Refused

ENDINGS = {"markdown": "md", "html": "html", "text": "txt", "json": "json"}
LOCK = ".autobrief.lock"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


class Folder:
    """The folder that articles are written into, by one process at a time.  Raises Refused where another writes there."""

    def __init__(self, path: str | Path):
        self.path = Path(path)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = open(self.path / LOCK, "ab")
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}", hint="-o takes a folder that can be written to") from error
        if not _locked(self._lock):
            raise Refused(f"another process writes into {path}", hint="end it, or give another folder")
        # What a killed process had not finished is not an article.
        for left in self.path.rglob(".*.partial"):
            left.unlink(missing_ok=True)

    def close(self) -> None:
        self._lock.close()

    def file(self, article: str, format_name: str) -> Path:
        return self.path / f"{article}.{ENDINGS[format_name]}"

    def read(self, article: str, format_name: str) -> bytes | None:
        try:
            return self.file(article, format_name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, article: str, format_name: str, content: bytes) -> Path:
        """The file whole: beside its place first, on the disk, then in its place."""
        target = self.file(article, format_name)
        beside = target.with_name(f".{target.name}.partial")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(beside, "wb") as partial:
                partial.write(content)
                partial.flush()
                os.fsync(partial.fileno())
            os.replace(beside, target)
            _keep_name(target.parent)
        except OSError as error:
            raise InputError(f"{target}: {error.strerror}", hint="make room, or give a folder that can be written to, and start again") from error
        return target


def _keep_name(folder: Path) -> None:
    """Have the system keep the new name too; where a folder cannot be opened it does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _locked(file) -> bool:
    """Take the file's lock, which the system gives back however the process ends."""
    try:
        import fcntl
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        import msvcrt
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    except OSError:
        return False
    return True
