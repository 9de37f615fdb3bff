"""`python -m autobrief`."""

from .cli import run

run()
