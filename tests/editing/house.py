"""A house's own stylebook for a test, and the faults it is refused for."""

from pathlib import Path

import pytest

from autobrief.errors import StylebookError
from autobrief.sources.stylebook import load


def house(folder: Path, **files: str | bytes) -> Path:
    """A folder with these files: `closest_j2` is closest.j2."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        stem, _, ending = name.rpartition("_")
        (folder / f"{stem}.{ending}").write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def refused(folder: Path, **files: str | bytes) -> list[str]:
    """The faults told, each with the folder's own path left off."""
    made = house(folder, **files)
    with pytest.raises(StylebookError) as caught:
        load(made)
    return [fault.removeprefix(f"{made}/") for fault in caught.value.faults]
