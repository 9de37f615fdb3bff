"""The night as a feed that another process follows: one CSV that grows, or a folder with a file to each message."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from .night import HEADER, Message, Step


def put(steps: Iterable[Step], target: Path) -> Iterator[Step]:
    """Write each step's messages to `target` as it comes, and hand the step on.

    A name that ends in .csv is one file, written whole and atomically at each step; any other is a folder.  Raises
    InputError where it cannot be written to.
    """
    one_file = target.suffix == ".csv"
    sent: list[Message] = []
    try:
        (target.parent if one_file else target).mkdir(parents=True, exist_ok=True)
        for step in steps:
            sent += step.messages
            if one_file:
                broken = (step.broken.text,) if step.broken else ()
                _whole(target, "".join((HEADER, *(message.text for message in sent), *broken)))
            else:
                for message in (*step.messages, *filter(None, [step.broken])):
                    _whole(target / message.name, HEADER + message.text)
            yield step
    except OSError as error:
        raise InputError(f"{target}: {error.strerror}", hint="give a file that ends in .csv, or a folder, that can be written to") from error


def _whole(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.partial")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)
