"""Faults of outside files, gathered so that all of them are told at once."""

from collections.abc import Callable, Iterable

from autobrief.errors import InputError


class Faults:
    """Where something is wrong, and what: file, line as in the file, column, message."""

    def __init__(self) -> None:
        self._found: list[tuple[str, int, str]] = []
        # Every cell of the rows that could not be read, seat codes among them: what such a seat adds
        # up to is not known, and a second fault that only follows from the first helps nobody.
        self._unread: set[str] = set()

    def add(self, file: str, line: int, column: str, message: str) -> None:
        where = f"{file}:{line}" if line else file
        text = ": ".join(part for part in (where, column, message) if part)
        if (file, line, text) not in self._found:
            self._found.append((file, line, text))

    def add_unread(self, cells: Iterable[str]) -> None:
        self._unread.update(cell.strip() for cell in cells)

    def recode(self, code: Callable[[str], str]) -> None:
        """Know unread rows by their seats' codes on record as well."""
        self._unread.update([code(cell) for cell in self._unread])

    def is_unread(self, *codes: str) -> bool:
        """Whether a row with one of these codes could not be read."""
        return not self._unread.isdisjoint(codes)

    def __bool__(self) -> bool:
        return bool(self._found)

    def stop_if_any(self) -> None:
        """Raise InputError with every fault, by file and line."""
        if self._found:
            raise InputError(
                *(text for _, _, text in sorted(self._found)),
                hint="Nothing was written. Put the files right and import again.",
            )
