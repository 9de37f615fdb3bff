"""An article as a folder of files for whoever takes it, with a manifest that says what they are: a pure function."""

import hashlib
import json
import re
from collections.abc import Mapping

from . import formats
from .errors import InputError
from .formats import particulars
from .formats.particulars import Issue
from .model.notes import WEB, address
from .model.text import Article

MANIFEST = "manifest.json"
FILES = {"article.html": "html", "article.md": "markdown", "article.json": "json"}
KINDS = {"html": "text/html", "md": "text/markdown", "json": "application/json", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
         "gif": "image/gif", "webp": "image/webp", "svg": "image/svg+xml", "avif": "image/avif"}


def package(article: Article, pictures: Mapping[str, bytes], issue: Issue | None = None) -> dict[str, bytes]:
    """The files by their path: page, Markdown, JSON, pictures, and last the manifest with the sha256 of each.

    `pictures` are those of `wanted`, each under its own path, so that the page's addresses hold.  Raises InputError where one is missing.
    """
    missing = sorted(set(wanted(article)) - set(pictures))
    if missing:
        raise InputError(*(f"{name}: the article shows this picture, and it is not there" for name in missing),
                         hint="put it beside the notes, or say where with --pictures DIR")
    files = {path: formats.render(name, article, issue) for path, name in FILES.items()}
    files |= {path: pictures[path] for path in wanted(article)}
    return files | {MANIFEST: manifest(article, files, issue)}


def wanted(article: Article) -> list[str]:
    """Paths of the pictures that lie beside the notes; one on the web stays there.  Raises InputError for a path that the package needs itself."""
    places = [block.addresses[0].text.strip() for block in article.blocks if block.kind == "picture" and block.addresses]
    found = dict.fromkeys(_path(place) for place in places if address(place) and not WEB.match(place))
    for path in found:
        if path.casefold().split("/")[0] in {MANIFEST, *FILES}:
            raise InputError(f"{path}: a picture cannot have this name in a package", hint="give the file another name")
    return list(found)


def _path(place: str) -> str:
    """The file that a relative address means."""
    steps = re.split("[?#]", place)[0].split("/")
    return "/".join(step for step in steps if step not in ("", "."))


def manifest(article: Article, files: Mapping[str, bytes], issue: Issue | None = None) -> bytes:
    """What the folder holds, as JSON."""
    known = particulars.of(article, issue)
    listed = {path: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content), "type": kind(path)} for path, content in files.items()}
    said = {"schema_version": 1, "generator": particulars.GENERATOR, "id": known.id, "version": known.version, "headline": known.headline,
            "standfirst": known.standfirst, "byline": known.byline, "language": known.language, "election_date": known.date,
            "state": "usable" if known.usable else "withheld", "first_created": known.first_created, "version_created": known.created,
            "digital_source_type": particulars.DIGITAL_SOURCE, "corrections": list(known.corrections),
            "places": [place._asdict() for place in known.places], "parties": [party._asdict() for party in known.parties],
            "people": list(known.people), "pictures": [picture._asdict() for picture in known.pictures], "files": listed}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def kind(path: str) -> str:
    return KINDS.get(path.rpartition(".")[2].casefold(), "application/octet-stream")


def name(id: str) -> str:
    """The article's own name for a folder or file, the same for ever: its id with a dot for each slash.

    Any other character that a file system may not take is written as its bytes, `_` and two hex digits, so that no two ids share a name.
    """
    safe = "".join("." if letter == "/" else letter if letter.isascii() and (letter.isalnum() or letter == "-")
                   else "".join(f"_{byte:02x}" for byte in letter.encode("utf-8")) for letter in id)
    return safe if len(safe) <= 120 else f"{safe[:100]}_{hashlib.sha256(id.encode()).hexdigest()[:16]}"
