"""Where templates and record are: inside the installed package, else in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """The folder `templates` or `data`, from the wheel if it is there."""
    inside = PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name
