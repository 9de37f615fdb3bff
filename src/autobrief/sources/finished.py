"""Finished articles from files: the JSON of `write --format json`, and Markdown; a folder is searched."""

import tomllib
from pathlib import Path

from ..errors import InputError
from ..lint.measures.copy import Copy, of_json
from ..lint.measures.markdown import of_markdown
from .overlay import read_overlay, shipped_files

READERS = {".json": of_json, ".md": of_markdown, ".markdown": of_markdown}
FAULTS = 5
"""Told of one file that is no article."""
TERMS = "stylebook/fixed_terms.toml"


def read_articles(paths: tuple[str, ...]) -> tuple[list[Copy], list[str]]:
    """Every article in these files and folders, in the order given; and what in a folder was passed over, with the reason.

    Raises InputError with every file that was named and is no article.
    """
    found, passed, faults = [], [], []
    for path in map(Path, paths):
        if not path.is_dir():
            _one(path, found, faults)
            continue
        inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in READERS and each.is_file())
        if not inside:
            faults.append(f"{path}: no article in it, in JSON or Markdown")
        stems = {each.with_suffix("") for each in inside if each.suffix.lower() == ".json"}
        twins = [each for each in inside if each.suffix.lower() != ".json" and each.with_suffix("") in stems]
        if twins:
            passed.append(f"{len(twins)} Markdown file{'' if len(twins) == 1 else 's'} in {path}: JSON of the same name beside it tells more")
        for each in inside:
            if each not in twins:
                _one(each, found, passed)
    if faults:
        raise InputError(*faults, hint="give files that `autobrief write` made, with --format json or markdown, or a folder of them")
    return _distinct(found), passed


def _one(path: Path, found: list[Copy], faults: list[str]) -> None:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        faults.append(f"{path}: not .json or .md")
        return
    try:
        text = path.read_bytes().decode("utf-8")
        if reader is of_json:
            _hold_to_the_contract(text)
        found.append(reader(text, str(path)))
    except OSError as error:
        faults.append(f"{path}: {error.strerror}")
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 at byte {error.start}")
    except ValueError as error:
        faults.append(f"{path}: {error}")


def _hold_to_the_contract(text: str) -> None:
    """Raises ValueError with what the contract of the JSON misses."""
    from ..checking.contract import faults
    if found := faults(text):
        more = len(found) - FAULTS
        raise ValueError(f"not an article as `autobrief write --format json` makes it: {'; '.join(found[:FAULTS])}"
                         f"{f'; and {more} more' if more > 0 else ''}")


def _distinct(copies: list[Copy]) -> list[Copy]:
    """Articles whose id is there already, as at another hour or in another format, go by their file, so that none is lost in the count."""
    seen: set[tuple] = set()
    found = []
    for copy in copies:
        key = (copy.group, copy.id)
        found.append(copy._replace(id=f"{copy.id} ({copy.file})") if key in seen else copy)
        seen.add(key)
    return found


def fixed_terms(folder: str | None) -> dict:
    """The set terms of a stylebook, a house's own arrays in place of the shipped ones."""
    files = shipped_files()
    layers = [files[TERMS]]
    if folder:
        layers += [content for name, content in read_overlay(Path(folder), files).files.items() if name == TERMS]
    found: dict = {}
    for content in layers:
        try:
            found |= tomllib.loads(content.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise InputError(f"{folder}: fixed_terms.toml: {error}", hint="`autobrief lint --stylebook` lists every fault") from error
    return found
