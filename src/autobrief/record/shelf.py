"""The layers of the record as one shelf of tables: a newsroom's own before the built-in one."""

import csv
import os
import sys
from collections.abc import Container
from hashlib import sha256
from operator import itemgetter
from pathlib import Path

from ..errors import InputError
from ..sources.shipped import shipped

VARIABLE = "AUTOBRIEF_RECORD"


class Shelf:
    """Tables by path, the first layer that has one winning.  Remembers the digest of each table read."""

    def __init__(self, *layers: Path):
        named = os.environ.get(VARIABLE)
        own = [Path(layer) for layer in layers if layer] + [Path(p) for p in (named or "").split(os.pathsep) if p]
        for layer in own:
            if not layer.is_dir():
                raise InputError(f"{layer}: no such folder", hint="--record takes a folder that `autobrief import` wrote")
        self.layers = (*own, shipped("data") / "record")
        self.digests: dict[str, str] = {}
        self._sums: dict[Path, dict] = {}

    def path(self, name: str) -> Path | None:
        return next((layer / name for layer in self.layers if (layer / name).is_file()), None)

    def content(self, name: str) -> bytes | None:
        """A file's bytes, checked against its layer's digests.  An edited table is validated, and stderr says so."""
        for layer in self.layers:
            try:
                found = (layer / name).read_bytes()
            except OSError:
                continue
            digest = sha256(found).hexdigest()
            self.digests[name] = digest
            if self._recorded(layer).get(name) != digest:
                self._validate(layer / name, found)
            return found
        return None

    def rows(self, name: str, **wanted: Container) -> list[tuple[int, dict]]:
        """(line number, row) of a CSV table; none without the table.

        `wanted` gives columns their wanted values: then only rows with any one of them.
        """
        content = self.content(name)
        if content is None:
            return []
        lines = csv.reader(content.decode("utf-8-sig").splitlines())
        header = next(lines, [])
        numbered = enumerate(lines, 2)
        if wanted:
            tests = [(header.index(column), values) for column, values in wanted.items()]
            numbered = [line for line in numbered if any([line[1][at] in values for at, values in tests])]
        return [(number, dict(zip(header, cells, strict=False))) for number, cells in numbered]

    def columns(self, name: str, *columns: str) -> list[tuple[str, ...]]:
        """Some columns of a CSV table, row by row in order, without names: for the long tables."""
        content = self.content(name)
        if content is None:
            return []
        lines = csv.reader(content.decode("utf-8-sig").splitlines())
        header = next(lines, [])
        picked = itemgetter(*[header.index(column) for column in columns])
        return [picked(cells) for cells in lines]

    def keyed(self, name: str, wanted: Container, *columns: str) -> list[tuple[int, tuple[str, ...]]]:
        """(line number, columns) of the rows whose first cell is wanted; the other lines are never taken apart."""
        content = self.content(name)
        if content is None:
            return []
        header, *lines = content.decode("utf-8-sig").splitlines() or [""]
        mine = [(number, line) for number, line in enumerate(lines, 2) if line.partition(",")[0] in wanted]
        names = next(csv.reader([header]), [])
        at = [names.index(column) for column in columns]
        return [(number, tuple([cells[i] for i in at])) for (number, _), cells in
                zip(mine, csv.reader([line for _, line in mine]), strict=True)]

    def names(self, folder: str, pattern: str) -> list[str]:
        """Paths below a folder of every layer that match, each once, in order."""
        return sorted({path.relative_to(layer).as_posix() for layer in self.layers for path in (layer / folder).glob(pattern)})

    def _recorded(self, layer: Path) -> dict:
        if layer not in self._sums:
            try:
                text = (layer / "SHA256SUMS").read_text("utf-8")
            except OSError:
                text = ""
            self._sums[layer] = {name: digest for digest, _, name in (line.partition("  ") for line in text.splitlines())}
        return self._sums[layer]

    def _validate(self, path: Path, content: bytes) -> None:
        print(f"autobrief: {path} is not as it was imported; checking it", file=sys.stderr)
        from .proofing import check_table
        faults = check_table(path.name, content)
        if faults:
            raise InputError(*(f"{path}:{fault}" for fault in faults), hint="put the table right, or import the election again")
