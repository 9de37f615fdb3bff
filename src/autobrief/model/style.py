"""The desk's choices, compiled: wording, names, weights, thresholds, outline, house style."""

from typing import NamedTuple


class Variant(NamedTuple):
    """One wording of one message kind: `needs` are the facts it cannot do without, `uses` all it can print, `unless` what rules it out.

    An `own` wording is a house's, and runs in the sandbox.
    """

    kind: str
    digest: str
    line: int
    source: str
    needs: frozenset
    uses: frozenset
    unless: frozenset
    opening: str
    code: bytes
    own: bool = False


class Name(NamedTuple):
    """How a party is spoken of: "the Conservatives have", "a Conservative gain", "Con" in tables."""

    name: str
    article: str
    adjective: str
    plural: bool
    short: str
    people: str = ""


class Stylebook(NamedTuple):
    """A compiled stylebook.  Tables are plain dicts as in the TOML files of the same names."""

    digest: str
    templates: dict
    house: dict
    thresholds: dict
    weights: dict
    outline: dict
    parties: dict
    offices: dict
    nouns: dict
    terms: dict
