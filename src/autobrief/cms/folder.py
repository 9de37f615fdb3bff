"""A package anyone can use: `folder:DIR` holds a folder for each article, under the same name for ever.

    DIR/ge2019.region.midlands             a link to the newest version
    DIR/.versions/ge2019.region.midlands/  that version, and the one before it

A version is written whole beside the others; then the link is replaced, which the file system does in one step.  So whoever opens
the folder has all of one version; who reads for longer resolves the link first, or holds the files against the manifest.
A human who changed, took away or replaced a file is never overwritten: his digest differs from the manifest's, whose own digest
is part of the version's name.  Files of his own beside ours are taken along.
"""

import hashlib
import json
import os
import shutil
from datetime import datetime
from pathlib import Path

from ..errors import AutobriefError
from ..formats.particulars import Issue, version
from ..packaging import MANIFEST, name, package
from . import files
from .adapter import Finding
from .contract import Consignment, Delivery, Result, refusal

VERSIONS = ".versions"
LED = "led"
"""Says that the link was set once: if it is not there, a human took it away, and it was not a stop before it was set."""
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Left by file managers; nobody's words."""


class Conflict(Exception):
    """Somebody else's hand: what was found."""


class Folder:
    """The folder at `place`."""

    def __init__(self, name: str, place: str):
        self.name, self.place = name, Path(place)

    def deliver(self, consignment: Consignment, dry_run: bool = False) -> Delivery:
        """Write the package, unless it is there already or a human changed it."""
        article = consignment.article
        link = self.place / name(article.id)
        made = Delivery(Result.FAILED, article.id, version(article), self.name, str(link))
        if reason := refusal(consignment):
            return made._replace(why=reason, waits=True)
        try:
            if dry_run:
                return made._replace(result=_delivered(link, self._kept(article.id), consignment, dry_run))
            with files.locked(self._kept(article.id) / "lock"):
                return made._replace(result=_delivered(link, self._kept(article.id), consignment, dry_run))
        except Conflict as found:
            return made._replace(result=Result.CONFLICT, why=str(found), waits=True)
        except AutobriefError as error:
            return made._replace(why="; ".join(filter(None, (*error.faults, error.hint))))
        except OSError as error:
            return made._replace(why=f"{error.filename or link}: {error.strerror}")

    def check(self) -> tuple[Finding, ...]:
        """Whether it can be written to."""
        return (files.writable(self.place, made=True),)

    def _kept(self, id: str) -> Path:
        return self.place / VERSIONS / name(id)


def _delivered(link: Path, kept: Path, consignment: Consignment, dry_run: bool) -> Result:
    current = _current(link, kept)
    if current and not dry_run:
        (kept / LED).touch()
    if current is None:
        content = package(consignment.article, consignment.pictures, consignment.issue)
    else:
        before = json.loads((current / MANIFEST).read_bytes())
        first, now = (datetime.fromisoformat(before[key]) for key in ("first_created", "version_created"))
        if package(consignment.article, consignment.pictures, Issue(now, first))[MANIFEST] == (current / MANIFEST).read_bytes():
            return Result.UNCHANGED
        content = package(consignment.article, consignment.pictures, Issue(consignment.issue.now, first))
    if not dry_run:
        _put(link, kept, current, content)
    return Result.UPDATED if current else Result.CREATED


def _current(link: Path, kept: Path) -> Path | None:
    """The version that stands there, whole as we wrote it, or None where there never was one.  Raises Conflict for anything else."""
    if not link.is_symlink():
        if link.exists():
            raise Conflict(f"{link} is there and was not written by autobrief; move it away, or publish into another folder")
        if (kept / LED).exists():
            raise Conflict(f"{link} was taken away by hand; remove {kept} too to have it written again")
        return None
    current = link.resolve()
    if current.parent != kept.resolve() or not current.is_dir():
        raise Conflict(f"{link} leads elsewhere, to {os.readlink(link)}; remove the link to have it written again")
    if changed := _changed(current):
        raise Conflict(f"changed by hand: {', '.join(changed)}; take the change elsewhere and remove {link} and {kept}, or leave it so")
    return current


def _changed(version: Path) -> list[str]:
    """Which of our files are no longer as we wrote them."""
    try:
        written = (version / MANIFEST).read_bytes()
        if digest(written)[:16] != version.name.rpartition("-")[2]:
            return [MANIFEST]
        listed = json.loads(written)["files"]
    except (OSError, ValueError, KeyError):
        return [MANIFEST]
    return [path for path, told in listed.items() if not (version / path).is_file() or digest((version / path).read_bytes()) != told["sha256"]]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _put(link: Path, kept: Path, current: Path | None, content: dict[str, bytes]) -> None:
    """The new version whole, then the link.  Whoever wrote into the old one meanwhile finds it as he left it."""
    stamp = json.loads(content[MANIFEST])["version_created"].replace(":", "").replace("-", "")
    target = kept / f"{stamp}-{digest(content[MANIFEST])[:16]}"
    _tidy(kept, current)
    partial = kept / f"{target.name}.partial"
    try:
        for path, told in content.items():
            files.write(partial / path, told)
        if current:
            _take_along(current, partial, content)
        if target.exists():
            if _changed(target) or _added(target):
                raise Conflict(f"changed by hand: {target}; take the change elsewhere and remove it")
            shutil.rmtree(target)  # Left by a stop before the link was set: the same version, and nobody was ever led there.
        partial.rename(target)
        files.settle(kept)
        _lead(link, kept, target)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    if current and (changed := _changed(current)):
        _lead(link, kept, current)
        raise Conflict(f"changed by hand while the new version was written: {', '.join(changed)}; the new one is {target}")


def _lead(link: Path, kept: Path, target: Path) -> None:
    waiting = kept / "link.partial"
    waiting.unlink(missing_ok=True)
    waiting.symlink_to(os.path.join(VERSIONS, kept.name, target.name), target_is_directory=True)
    os.replace(waiting, link)
    files.settle(link.parent)
    (kept / LED).touch()


def _take_along(current: Path, partial: Path, content: dict[str, bytes]) -> None:
    """What a human laid beside our files goes into the new version too."""
    for path in sorted(current.rglob("*")):
        inside = path.relative_to(current)
        ours = json.loads((current / MANIFEST).read_bytes())["files"]
        if path.is_file() and inside.as_posix() not in {MANIFEST, *ours} and path.name not in LITTER:
            if inside.as_posix() in content:
                raise Conflict(f"{path} was put there by hand, and the new version has a file of that name")
            files.write(partial / inside, path.read_bytes())


def _tidy(kept: Path, current: Path | None) -> None:
    """What a stop left half done, and versions before the current one, unless a human changed them."""
    for each in kept.iterdir() if kept.is_dir() else ():
        if each.is_dir() and each != current and (each.name.endswith(".partial") or current and not _changed(each) and not _added(each)):
            shutil.rmtree(each)


def _added(version: Path) -> bool:
    ours = {MANIFEST, *json.loads((version / MANIFEST).read_bytes())["files"]}
    return any(path.is_file() and path.relative_to(version).as_posix() not in ours for path in version.rglob("*"))
