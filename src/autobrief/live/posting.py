"""Alerts by webhook: in a thread of their own, so that no article ever waits for somebody's server."""

import json
import queue
import threading
from collections.abc import Callable

from ..errors import InputError
from .alerts import Alert

ATTEMPTS, PATIENCE, CONNECT, LONGEST = 4, 5.0, 3.0, 20.0
"""Tries for one alert; seconds for an answer, for a connection, and for all tries together."""
ROOM = 500
"""Alerts that may wait; beyond that the newest are dropped, and said to be."""
LAST = 10.0
"""Seconds that the end of the program waits for what is still to be posted."""


class Webhook:
    """Posts each alert as JSON to a URL.  Failures are told once, and once more when it works again."""

    def __init__(self, url: str, complain: Callable[[str], None]):
        try:
            import httpx
            import stamina
        except ModuleNotFoundError as error:
            raise InputError(f"--webhook needs {error.name}, which is not installed", hint="pip install 'autobrief[live]'") from error
        if not url.startswith(("http://", "https://")):
            raise InputError(f"--webhook {url}: not an address to post to", hint="give http:// or https://")
        self._httpx, self._retry = httpx, stamina
        self.url, self.complain = url, complain
        self.failing = False
        self._waiting: queue.Queue = queue.Queue(ROOM)
        self._given: set[int] = set()
        self._done: queue.SimpleQueue = queue.SimpleQueue()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def post(self, alert: Alert) -> None:
        """Put an alert in the queue and return at once; one that is there already, or was taken, is not put there again."""
        if alert.number and alert.number in self._given:
            return
        try:
            self._waiting.put_nowait(alert)
            self._given.add(alert.number)
        except queue.Full:
            self._failed("more alerts wait than can be kept; the newest are dropped")

    def taken(self) -> list[int]:
        """The numbers of the alerts that the server has answered for since this was last asked."""
        found = []
        while not self._done.empty():
            found.append(self._done.get_nowait())
        return found

    def close(self) -> None:
        """Give what still waits a little time, then end."""
        self._ended.set()
        try:
            self._waiting.put_nowait(None)
        except queue.Full:
            pass
        self._thread.join(LAST)

    def _run(self) -> None:
        with self._httpx.Client(timeout=self._httpx.Timeout(PATIENCE, connect=CONNECT)) as client:
            while True:
                alert = self._waiting.get()
                if alert is None:
                    return
                self._send(client, alert)

    def _send(self, client, alert: Alert) -> None:
        body = json.dumps(alert.as_data(), ensure_ascii=False).encode("utf-8")
        attempts = 1 if self.failing or self._ended.is_set() else ATTEMPTS
        try:
            for attempt in self._retry.retry_context(on=self._worth_another, attempts=attempts, timeout=LONGEST, wait_initial=0.2, wait_max=3.0):
                with attempt:
                    client.post(self.url, content=body, headers={"Content-Type": "application/json"}).raise_for_status()
        except self._httpx.HTTPStatusError as error:
            self._failed(f"answered {error.response.status_code}")
            if self._worth_another(error):
                self._given.discard(alert.number)
            else:
                # What a server refuses it will refuse again.
                self._done.put(alert.number)
        except (self._httpx.HTTPError, self._httpx.InvalidURL) as error:
            self._failed(str(error) or type(error).__name__)
            self._given.discard(alert.number)
        else:
            self._done.put(alert.number)
            if self.failing:
                self.failing = False
                self.complain("the webhook answers again")

    def _worth_another(self, error: Exception) -> bool:
        """A server that is away or busy may be back; one that refuses will refuse again."""
        if isinstance(error, self._httpx.HTTPStatusError):
            return error.response.status_code >= 500 or error.response.status_code == 429
        return isinstance(error, self._httpx.TransportError)

    def _failed(self, why: str) -> None:
        if not self.failing:
            self.failing = True
            self.complain(f"the webhook takes no alerts: {why}; articles go on, and this is said once")
