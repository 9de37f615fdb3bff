"""Faults in finished text that general checkers do not find: one small file for each family of rules."""

from . import (  # noqa: F401  each registers its rules
    agreement,
    articles,
    capitals,
    codes,
    collisions,
    concord,
    confusions,
    counts,
    dates,
    determiners,
    doubled,
    figures,
    forms,
    heads,
    lacking,
    leavings,
    lists,
    marks,
    missing,
    movement,
    names,
    parties,
    places,
    possessives,
    pronouns,
    relatives,
    repeats,
    runons,
    sentences,
    shares,
    stranded,
    style,
    subjects,
    vacant,
    wording,
)
from .checking import check_text
from .registry import RULES

__all__ = ["RULES", "check_text"]
