"""Talking to a content system over HTTP: one request, and what its answer means for the delivery."""

import time
from email.utils import parsedate_to_datetime

from ..errors import InputError
from .failing import Declined, Moved, Unreached

INSTALL = "pip install 'autobrief[cms]'"
PATIENCE, CONNECT = 30.0, 5.0
"""Seconds for an answer, and for a connection."""
CONFLICTS = (409, 412)


def httpx():
    """The library, or InputError that names the extra."""
    try:
        import httpx as found
    except ModuleNotFoundError as error:
        raise InputError("delivery to a content system needs httpx, which is not installed", hint=INSTALL) from error
    return found


class Web:
    """A system at `url`.  `secret` is what its `auth` or `headers` bear: it is never told, even where the system repeats it."""

    def __init__(self, url: str, auth=None, headers: dict | None = None, patience: float = PATIENCE, secret: str = ""):
        self._httpx, self._secret = httpx(), secret
        self.url = url.rstrip("/")
        self.client = self._httpx.Client(auth=auth, headers=headers, timeout=self._httpx.Timeout(patience, connect=CONNECT))

    def close(self) -> None:
        self.client.close()

    def ask(self, method: str, path: str, *, may: tuple[int, ...] = (), moved: tuple[int, ...] = CONFLICTS, **more):
        """The answer, where it is 2xx or one of `may`.

        Raises Unreached where it may go through another time, Moved for `moved`, else Declined with the system's own words.
        """
        try:
            answer = self.client.request(method, path if path.startswith("http") else self.url + path, **more)
        except self._httpx.TransportError as error:
            raise Unreached(f"{self.url}: {self._words(error)}") from error
        except (self._httpx.InvalidURL, self._httpx.HTTPError) as error:
            raise Declined(f"{self.url}: {error}") from error
        if answer.is_success or answer.status_code in may:
            return answer
        if answer.status_code == 429 or answer.status_code >= 500:
            raise Unreached(f"{self.url}: answered {answer.status_code}", after(answer.headers.get("Retry-After", "")))
        if answer.status_code in moved:
            raise Moved(f"{self.url}: answered {answer.status_code}")
        if answer.is_redirect:
            raise Declined(f"{self.url}: leads on to {answer.headers.get('Location', 'nowhere')}; give that as the target's url", answer.status_code)
        said, code = _said(answer)
        said = said.replace(self._secret, "…") if self._secret else said
        raise Declined(f"{self.url}: answered {answer.status_code}{': ' if said else ''}{said}", answer.status_code, code)

    def _words(self, error) -> str:
        if isinstance(error, self._httpx.TimeoutException):
            return "no answer in time"
        return str(error) or type(error).__name__


def json_of(answer) -> object:
    """The answer's JSON.  Raises Declined where it is a page for people: then the address is no API's."""
    try:
        return answer.json()
    except ValueError as error:
        raise Declined(f"{answer.url.copy_with(query=None)}: answered something that is not JSON; is this the system's address?",
                       answer.status_code) from error


def after(told: str) -> float | None:
    """The seconds that a Retry-After asks for: a number or a date; None where it says nothing of use."""
    try:
        return max(0.0, float(told)) if told.strip().isdigit() else max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def _said(answer) -> tuple[str, str]:
    """The system's own words and code, as problem documents and most APIs give them."""
    try:
        told = answer.json()
    except ValueError:
        return "", ""
    if isinstance(told, dict) and isinstance(told.get("errors"), list) and told["errors"] and isinstance(told["errors"][0], dict):
        told = told["errors"][0] | {key: told[key] for key in ("title",) if key in told}
    if not isinstance(told, dict):
        return "", ""
    words = next((str(told[key]) for key in ("detail", "message", "msg", "title", "error") if told.get(key)), "")
    return " ".join(words.split())[:300], str(told.get("code") or told.get("type") or "")
