"""The rules engine: exactly one change and any marks for every seat, each with its facts."""

from .change import CHANGES, classify, grounds

__all__ = ["CHANGES", "classify", "grounds"]
