"""What a store gives back."""

from typing import NamedTuple

PROGRAM = "autobrief"
"""Who gives a version its first state."""


class Version(NamedTuple):
    """One saved text of an article.  `number` counts from 1; `digest` is that of what a reader reads, `content` that of the JSON.

    `saved` is in UTC; `state` is the newest of its history; `generator` is the program that wrote it.
    """

    article: str
    number: int
    digest: str
    content: str
    saved: str
    cause: str
    state: str
    headline: str
    generator: str


class State(NamedTuple):
    """A version became draft, held, approved or published: who, when and why."""

    number: int
    state: str
    who: str
    why: str
    at: str


class Saved(NamedTuple):
    """The version that has this text now, and whether it is new."""

    version: Version
    new: bool


class Delivery(NamedTuple):
    """A version on its way to a target.  `sent` is the version's digest, `returned` that of what the server answered it had.

    `external` is the target's own id for the article, "" before it is known; `state` is the sender's own word for how far it got.
    """

    article: str
    target: str
    external: str
    number: int
    sent: str
    returned: str
    state: str
    at: str
    detail: str = ""


class Overtaken(Exception):
    """Another process saved a version since: read the results again before writing, or an old text would follow a newer one."""
