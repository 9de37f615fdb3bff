"""WordPress by its REST API and an application password: blocks, drafts, pictures, terms, and an editor's words merged."""

from hashlib import sha256
from typing import Literal

from pydantic import Field

from ..settings import Common, Words


class Settings(Common):
    """What a WordPress target can say beyond the common."""

    kind: Literal["wordpress"]
    user: Words
    type: Words = Field(default="posts", pattern=r"^[a-z0-9_-]+$")


def adapter(settings: Settings, secret: str):
    """The adapter to this site, for this user."""
    from .posts import Posts
    from .site import Site
    return Posts(Site(settings.url, settings.user, secret, settings.timeout), settings)


def name(id: str) -> str:
    """The class by which an article is known in its own text."""
    return f"autobrief-{sha256(id.encode()).hexdigest()[:16]}"
