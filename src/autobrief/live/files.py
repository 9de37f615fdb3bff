"""Articles as files: each whole or not at all, and never over a person's words."""

import os
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from ..errors import InputError, Refused

ENDINGS = {"markdown": "md", "html": "html", "text": "txt", "json": "json"}
LOCK = ".autobrief.lock"
UNFINISHED = ".{name}.unfinished"


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
        for left in self.path.rglob(UNFINISHED.format(name="*")):
            left.unlink(missing_ok=True)

    def close(self) -> None:
        self._lock.close()

    @property
    def name(self) -> str:
        """What tells this folder from any other, wherever it is moved: whoever writes here is one desk."""
        lock = self.path / LOCK
        if not lock.read_text("ascii"):
            self._lock.write(uuid4().hex.encode("ascii"))
            self._lock.flush()
            os.fsync(self._lock.fileno())
        return lock.read_text("ascii")[:32]

    def file(self, article: str, format_name: str) -> Path:
        return self.path / f"{article}.{ENDINGS[format_name]}"

    def read(self, article: str, format_name: str) -> bytes | None:
        try:
            return self.file(article, format_name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, article: str, format_name: str, content: bytes, was: bytes | None) -> Path | None:
        """The file whole: beside its place first, on the disk, then in its place; None where it is no longer what it `was`."""
        target = self.file(article, format_name)
        beside = target.with_name(UNFINISHED.format(name=target.name))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(beside, "wb") as partial:
                partial.write(content)
                partial.flush()
                os.fsync(partial.fileno())
            if self.read(article, format_name) != was:
                # Somebody saved it in this very moment.
                beside.unlink()
                return None
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
