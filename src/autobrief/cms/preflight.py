"""What the preflights of systems with an API have in common: findings gathered until the site fails, and whether an address is safe."""

from collections.abc import Iterable

from .adapter import Finding
from .failing import Declined, Unreached

SAFE = ("http://127.", "http://localhost", "http://[::1]", "https://")


def gathered(found: Iterable[Finding], advice: str) -> list[Finding]:
    """Every finding; or why none could be looked into, with what to do where the site refuses."""
    try:
        return list(found)
    except Unreached as error:
        return [Finding(False, error.why, "is the site running, and the url right?", fatal=True)]
    except Declined as error:
        return [Finding(False, error.why, advice, fatal=True)]


def is_safe(url: str) -> bool:
    """What is sent there goes encrypted, or does not leave this machine."""
    return url.startswith(SAFE)
