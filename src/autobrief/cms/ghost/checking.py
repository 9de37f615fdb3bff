"""Ghost's preflight: what the site and the key lack, in plain words, found out by reading alone."""

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from ..adapter import Finding
from ..preflight import gathered, is_safe
from ..web import json_of

OLDEST = 5
WHERE = "Settings, Integrations, Add custom integration, and its Admin API key"
SKEW = 60
"""Seconds that two clocks may differ before a token of five minutes is in danger."""


def check(site) -> list[Finding]:
    """Every finding, as far as it can be looked into."""
    return gathered(_found(site), "give the address of the site itself, without /ghost")


def _found(site) -> Iterator[Finding]:
    answer = site.web.ask("GET", "/site/", may=(404,))
    told = json_of(answer).get("site") if answer.status_code != 404 else None
    if not told:
        yield Finding(False, f"there is no Admin API at {site.web.url}", "give the address of the Ghost site itself, without /ghost", fatal=True)
        return
    version = str(told.get("version", ""))
    if not version.partition(".")[0].isdecimal() or int(version.partition(".")[0]) < OLDEST:
        yield Finding(False, f"this is Ghost {version or 'of an unknown version'}", f"Ghost {OLDEST} or newer is needed", fatal=True)
        return
    yield Finding(True, f"Ghost {version} answers as {told.get('title', '')}".rstrip())
    if not is_safe(site.settings.url):
        yield Finding(False, "the address is http: what is sent goes over the net for everybody to read", "give the address with https")
    now = answer.headers.get("Date", "")
    off = abs(parsedate_to_datetime(now).timestamp() - time.time()) if now else 0
    if off > SKEW:
        yield Finding(False, f"the clocks here and there are {off:.0f} seconds apart, and Ghost takes a token for five minutes",
                      "set this machine's clock")
    answer = site.web.ask("GET", "/posts/", params={"limit": "1"}, may=(401, 403))
    if answer.status_code != 200:
        yield Finding(False, f"the key is not taken: {_words(json_of(answer))}", WHERE, fatal=True)
        return
    yield Finding(True, "the key is taken, and may read posts in every state")
    yield from _role(site)


def _role(site) -> Iterator[Finding]:
    """A staff member's token has that person's rights; an integration may write, publish and send pictures."""
    answer = site.web.ask("GET", "/users/me/", params={"include": "roles"}, may=(401, 403, 404))
    if answer.status_code != 200:
        yield Finding(True, "it is an integration's: it may write, publish and send pictures")
        return
    user = json_of(answer)["users"][0]
    roles = [each["name"] for each in user.get("roles", ())]
    wanted = site.settings.status == "publish" or site.settings.auto_publish
    low = wanted and "Contributor" in roles
    yield Finding(not low, f"it is that of {user.get('name', '')} ({', '.join(roles)})" + (", who may not publish" if low else ""),
                  f"use an integration's key: {WHERE}" if low else "", fatal=low)


def _words(told) -> str:
    errors = told.get("errors") if isinstance(told, dict) else None
    return str(errors[0].get("message", "")) if errors else "no reason given"
