"""Put elections into a layer of the record: each one whole, or not at all."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from autobrief.record.elections import Election, write_election
from autobrief.record.tables import write_sums


def put_elections(layer: Path, elections: Iterable[Election]) -> list[str]:
    """Write elections into a layer, in the place of any with the same ids, and renew its digests.

    All are written beside their places before the first is moved there.  Returns their ids.
    """
    home = layer / "elections"
    home.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    with tempfile.TemporaryDirectory(dir=home, prefix=".partial-") as partial:
        for election in elections:
            write_election(Path(partial) / election.id, election)
            written.append(election.id)
        for id in written:
            _swap(Path(partial) / id, home / id)
    write_sums(layer)
    return written


def _swap(made: Path, place: Path) -> None:
    """Move a folder to its place; what stood there goes, but only once the new one stands."""
    if not place.exists():
        made.rename(place)
        return
    old = made.with_name(f"{made.name}.old")
    place.rename(old)
    try:
        made.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old)
