"""Read and write our own tables: CSV in UTF-8, LF, one header row, blank for unknown."""

import csv
import hashlib
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

SUMS = "SHA256SUMS"


def read_table(path: Path) -> list[dict[str, str]]:
    """Every row of a table, by column name."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write a table whole or not at all; None is written as blank.

    Trap: a row may hold more than the table's columns, and the rest is left out.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if row[column] is None else row[column] for column in columns])
    write_text(path, text.getvalue())


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all: first beside its place, then renamed into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        # mkstemp makes files that only their owner can read; a record is there to be read.
        os.chmod(partial, 0o644)
        os.replace(partial, path)
    except BaseException:
        os.unlink(partial)
        raise


def write_sums(layer: Path) -> None:
    """Write down the digest of every file of a layer, in the form that `sha256sum -c` reads.

    Trap: names that begin with a dot are half-written or put by, and are no part of the layer.
    """
    files = {path.relative_to(layer).as_posix(): path for path in layer.rglob("*") if path.is_file()}
    lines = [
        f"{hashlib.sha256(files[name].read_bytes()).hexdigest()}  {name}\n"
        for name in sorted(files)
        if name != SUMS and not any(part.startswith(".") for part in name.split("/"))
    ]
    write_text(layer / SUMS, "".join(lines))
