"""`python -m autobrief`."""

from .cli import main

main()
