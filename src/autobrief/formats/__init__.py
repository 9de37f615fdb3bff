"""An article as text: one file per format, each with `render(article) -> str`."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

NAMES = ("markdown", "html", "text", "json")


class Formats(Mapping):
    """Renderers by name; a format is imported when it is asked for, and no other with it."""

    def __getitem__(self, name: str) -> Callable[..., str]:
        if name not in NAMES:
            raise KeyError(name)
        return import_module(f"{__name__}.{name}").render

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


FORMATS = Formats()
