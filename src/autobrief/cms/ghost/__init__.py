"""Ghost, by its Admin API: an article is a post, known by an internal tag, its body Ghost's own Lexical.

Ghost checks `updated_at` at each write and answers 409 to one that comes too late: the best guard of all of them.
"""

import re
from typing import Literal

from ...errors import InputError
from ..settings import Common
from .system import Ghost

KEY = re.compile(r"[0-9a-f]{24}:[0-9a-f]{64}")


class Settings(Common):
    """`author` is the slug or mail address of one of Ghost's staff."""

    kind: Literal["ghost"]


def adapter(settings: Settings, secret: str) -> Ghost:
    """Raises InputError for a key that is none."""
    if not KEY.fullmatch(secret):
        raise InputError(f"{settings.url}: its secret is no Admin API key of Ghost, which is 24 and 64 hexadecimal digits with a colon between",
                         hint="Settings, Integrations, Add custom integration, Admin API key; not the Content API key")
    return Ghost(settings, secret)
