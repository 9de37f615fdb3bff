"""A server between the client and WordPress that fails as networks and servers do: at a chosen request, before or after it took effect."""

import http.client
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, BrokenPipeError):
            self.close_connection = True

    def _serve(self):
        proxy = self.server.proxy
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with proxy.lock:
            proxy.log.append((self.command, self.path))
            fault = proxy.fault(self.command, self.path) or ""
        kind, _, more = fault.partition(":")
        if kind.isdigit():
            return self._answer(int(kind), {"Retry-After": more} if more else {}, b'{"message": "busy"}')
        if kind == "before":
            return self._cut()
        status, headers, answer = self._forward(content)
        if kind == "slow":
            time.sleep(float(more))
        if kind == "kill":
            proxy.kill()
        if kind in ("drop", "slow", "kill"):
            return self._cut()
        if kind == "after":
            return self._answer(int(more), {}, b"<h1>Bad gateway</h1>")
        self._answer(status, headers, answer)

    do_GET = do_POST = do_PUT = do_DELETE = _serve

    def _forward(self, content: bytes):
        there = urlsplit(self.server.proxy.target)
        connection = http.client.HTTPConnection(there.hostname, there.port, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection", "accept-encoding")}
        try:
            connection.request(self.command, self.path, content, headers | {"Host": there.netloc})
            answer = connection.getresponse()
            kept = {name: value for name, value in answer.getheaders() if name.lower().startswith(("content-type", "x-wp", "location", "retry"))}
            return answer.status, kept, answer.read()
        finally:
            connection.close()

    def _cut(self):
        self.close_connection = True
        self.connection.shutdown(2)

    def _answer(self, status, headers, content):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Proxy:
    """What is to go wrong: `fault` is asked at every request, by method and path; `log` is what came through."""

    def __init__(self, target: str):
        self.target, self.log, self.lock = target, [], threading.RLock()
        self.fault = lambda method, path: ""
        self.kill = lambda: None

    def at(self, number: int, *faults: str, writes: bool = True) -> None:
        """From the write (or request) of this number on, counted from now, these faults one after another."""
        counted = iter(range(10**6))

        def fault(method, path):
            if writes and (method == "GET" or path.endswith("/find")):
                return ""
            n = next(counted) - number
            return faults[n] if 0 <= n < len(faults) else ""
        self.fault = fault

    @property
    def writes(self) -> list:
        return [each for each in self.log if each[0] != "GET" and not each[1].endswith("/find")]


@contextmanager
def between(target: str):
    """The proxy and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.proxy = Proxy(target)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        server.proxy.url = f"http://127.0.0.1:{server.server_port}"
        yield server.proxy
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
