"""A proxy in a thread before a real site: it can drop an answer after the site has committed, refuse, or let somebody act in between."""

import http.client
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

HOP = ("connection", "transfer-encoding", "content-length", "host", "date", "server")


class Between(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _pass(self):
        line = self.server.line
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line.log.append((self.command, self.path))
        faults = line.reads if self.command == "GET" else line.faults
        fault = faults.pop(0) if faults else ""
        if line.meanwhile and self.command == line.when and line.at in self.path:
            meanwhile, line.meanwhile = line.meanwhile, None
            meanwhile()
        if fault[:3].isdigit():
            status, _, after = fault.partition(":")
            return self._answer(int(status), [("Retry-After", after)] if after else [], b'{"detail": "busy"}')
        status, headers, answer = self._forwarded(content)
        if fault == "drop":
            self.close_connection = True
            self.connection.shutdown(2)
            return None
        return self._answer(status, headers, answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _pass

    def _forwarded(self, content: bytes):
        there = http.client.HTTPConnection(self.server.line.host, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP} | {"Connection": "close"}
        there.request(self.command, self.path, content or None, headers | ({"Content-Length": str(len(content))} if content else {}))
        answer = there.getresponse()
        told = answer.read()
        there.close()
        return answer.status, [pair for pair in answer.getheaders() if pair[0].lower() not in HOP], told

    def _answer(self, status, headers, content):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Line:
    """What is to go wrong: `faults` by the next writes, `reads` by the next look-ups: a status, or drop; `meanwhile` before one such request."""

    def __init__(self, host: str):
        self.host, self.log, self.faults, self.reads = host, [], [], []
        self.meanwhile, self.when, self.at = None, "PATCH", ""

    @property
    def writes(self) -> int:
        return sum(method != "GET" for method, _ in self.log)


@contextmanager
def line(url: str):
    """A line to the site at `url`; its own address is `line.url`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    server.daemon_threads = True
    server.line = Line(urlsplit(url).netloc)
    server.line.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
