"""A record read once and kept, for a process that writes the same articles all night."""

from ..record.shelf import Shelf


class KeptShelf(Shelf):
    """A shelf whose tables are parsed once.  `fresh` gives one that shares them and counts its own digests.

    A table changed on disk is not read again: that takes a new process.
    """

    def __init__(self, *layers):
        super().__init__(*layers)
        self._kept: dict = {}

    def fresh(self) -> "KeptShelf":
        """A shelf for one article, which names only the tables that this article reads."""
        made = object.__new__(KeptShelf)
        made.__dict__ = self.__dict__ | {"digests": {}}
        return made

    def _once(self, key, name: str, read):
        """What `read` gives, from the first time; the table counts as read either way."""
        if key not in self._kept:
            self._kept[key] = (read(), self.digests.get(name))
        found, digest = self._kept[key]
        if digest is not None:
            self.digests[name] = digest
        return found

    def path(self, name: str):
        key = ("path", name)
        if key not in self._kept:
            self._kept[key] = super().path(name)
        return self._kept[key]

    def content(self, name: str) -> bytes | None:
        return self._once(("content", name), name, lambda: super(KeptShelf, self).content(name))

    def rows(self, name: str, **wanted) -> list[tuple[int, dict]]:
        found = self._once(("rows", name), name, lambda: super(KeptShelf, self).rows(name))
        if not wanted:
            return found
        return [(number, row) for number, row in found if any(row.get(column) in values for column, values in wanted.items())]

    def columns(self, name: str, *columns: str) -> list[tuple[str, ...]]:
        return self._once(("columns", name, columns), name, lambda: super(KeptShelf, self).columns(name, *columns))

    def keyed(self, name: str, wanted, *columns: str) -> list[tuple[int, tuple[str, ...]]]:
        first = self._once(("keys", name), name, lambda: self._first_cells(name))
        every = self._once(("keyed", name, columns), name, lambda: dict(super(KeptShelf, self).keyed(name, set(first), *columns)))
        return [(number, every[number]) for number in sorted(n for key in wanted for n in first.get(key, ())) if number in every]

    def names(self, folder: str, pattern: str) -> list[str]:
        key = ("names", folder, pattern)
        if key not in self._kept:
            self._kept[key] = super().names(folder, pattern)
        return self._kept[key]

    def _first_cells(self, name: str) -> dict[str, list[int]]:
        content = self.content(name)
        found: dict[str, list[int]] = {}
        for number, line in enumerate((content or b"").decode("utf-8-sig").splitlines()[1:], 2):
            found.setdefault(line.partition(",")[0], []).append(number)
        return found
