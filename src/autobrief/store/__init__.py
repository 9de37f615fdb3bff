"""Versions of articles, their states, and what was sent where; append-only."""

from .opening import DEFAULT, VARIABLE, StoreError, open_store
from .values import PROGRAM, Delivery, Overtaken, Saved, State, Version

__all__ = ["DEFAULT", "PROGRAM", "VARIABLE", "Delivery", "Overtaken", "Saved", "State", "StoreError", "Version", "open_store"]
