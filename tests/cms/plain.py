"""A small content system in a thread, and the adapter to it: a real HTTP server that can be made to fail, and an editor at work.

It tidies what it is sent, as real ones do; it numbers revisions by who saved them; its drafts are drafts until asked for more.
"""

import json
import re
import threading
import time
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from autobrief.cms.adapter import Finding, Remote, Standing
from autobrief.cms.web import Web, json_of
from autobrief.formats.markdown import render

TOKEN = "t0ken-of-the-bot"
FIELDS = ("headline", "standfirst", "body")


class System:
    """What is stored, and what is to go wrong.  `faults` are taken one by one by the next writes, `reads` by the next look-ups."""

    def __init__(self):
        self.items, self.log, self.faults, self.reads = {}, [], [], []
        self.lock = threading.RLock()
        self.meanwhile = None
        self.numbers = self.revisions = 0
        self.conditional = False

    def make(self, told: dict, who: str) -> dict:
        with self.lock:
            self.numbers += 1
            item = {"id": str(self.numbers), "external": told["external"], "state": told.get("state", "draft"), "once": told.get("once", {}),
                    "fields": {}, "history": []}
            self.items[item["id"]] = item
            return self.save(item, told["fields"], who)

    def save(self, item: dict, fields: dict, who: str) -> dict:
        with self.lock:
            self.revisions += 1
            tidy = {name: re.sub(r"&(?!amp;)", "&amp;", text).strip() for name, text in fields.items()}
            item["fields"] = item["fields"] | tidy
            item["revision"] = f"{self.revisions:06}"
            item["history"].append({"revision": item["revision"], "who": who, "fields": item["fields"]})
            return item

    def edit(self, id: str, who: str = "editor", **fields: str) -> None:
        """An editor saves it by hand."""
        self.save(self.items[id], fields, who)

    @property
    def only(self) -> dict:
        [item] = self.items.values()
        return item

    @property
    def writes(self) -> int:
        return sum(method != "GET" for method, _ in self.log)


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
        system, asked = self.server.system, urlsplit(self.path)
        told = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        system.log.append((self.command, self.path))
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self._answer(401, {"message": f"no such token: {self.headers.get('Authorization')}"})
        if self.command == "GET":
            fault = system.reads.pop(0) if system.reads else ""
            return self._failed(fault) if fault else self._answer(200, self._found(system, asked))
        if system.meanwhile:
            meanwhile, system.meanwhile = system.meanwhile, None
            meanwhile()
        fault = system.faults.pop(0) if system.faults else ""
        if fault.isdigit() or fault.startswith("429"):
            return self._failed(fault)
        status, answer = self._write(system, asked.path, told)
        return self._failed(fault) if fault else self._answer(status, answer)

    do_GET = do_POST = do_PUT = do_DELETE = _serve

    def _found(self, system, asked):
        query = parse_qs(asked.query)
        if asked.path.endswith("/revisions"):
            return system.items[asked.path.split("/")[2]]["history"]
        with system.lock:
            return [item for item in system.items.values() if item["external"] in query.get("external", ()) or item["id"] in query.get("id", ())]

    def _write(self, system, path, told):
        steps = path.strip("/").split("/")
        with system.lock:
            if self.command == "POST":
                return 201, system.make(told, "bot")
            item = system.items.get(steps[1])
            if item is None:
                return 404, {"message": "no such article"}
            if self.command == "DELETE":
                return 200, system.items.pop(steps[1])
            if system.conditional and self.headers.get("If-Match") != item["revision"]:
                return 412, {"message": "somebody was there before"}
            item["state"] = told.get("state") or item["state"]
            return 200, system.save(item, told["fields"], "bot") if told["fields"] else item

    def _failed(self, fault: str):
        if fault == "drop":
            self.close_connection = True
            self.connection.shutdown(2)
        elif fault.startswith("slow"):
            time.sleep(float(fault[4:]))
            self.close_connection = True
            self.connection.shutdown(2)
        else:
            status, _, after = fault.removesuffix("after").partition(":")
            self._answer(int(status), {"message": "busy"}, {"Retry-After": after} if after else {})

    def _answer(self, status: int, told, headers=()):
        content = json.dumps(told).encode()
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def running():
    """The system and its address, until this ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.system = System()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.system, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Plain:
    """The adapter to it: as short as one can be."""

    merges, alone = True, False

    def __init__(self, url: str, token: str = TOKEN, patience: float = 5.0):
        self.web = Web(url, headers={"Authorization": f"Bearer {token}"}, patience=patience, secret=token)

    def find(self, sought):
        query = [("external", each.external) for each in sought] + [("id", each.remote) for each in sought if each.remote]
        items = json_of(self.web.ask("GET", "/articles", params=query))
        return {each.external: [_remote(item) for item in items if item["external"] == each.external or item["id"] == each.remote]
                for each in sought}

    def compose(self, article, pictures, write):
        body = render(article).partition("\n---\n\n")[2]
        parts = [part for part in body.split("\n\n") if part != f"# {article.headline}" and part != f"*{article.standfirst}*"]
        return {"headline": article.headline, "standfirst": article.standfirst, "body": "\n\n".join(parts)}

    def create(self, parcel):
        told = {"external": parcel.external, "fields": parcel.fields, "state": "live" if parcel.publish else "draft",
                "once": {"tags": parcel.once.tags}}
        return _remote(json_of(self.web.ask("POST", "/articles", json=told)))

    def update(self, remote, parcel):
        told = {"fields": parcel.fields} | ({"state": "live"} if parcel.publish else {})
        return _remote(json_of(self.web.ask("PUT", f"/articles/{remote.id}", json=told, headers={"If-Match": remote.revision})))

    def overwritten(self, after, since):
        history = json_of(self.web.ask("GET", f"/articles/{after.id}/revisions"))
        lost = [each for each in history if since < each["revision"] < after.revision and each["who"] != "bot"]
        return after._replace(fields=lost[-1]["fields"], revision=lost[-1]["revision"]) if lost else None

    def remove(self, remote):
        self.web.ask("DELETE", f"/articles/{remote.id}")

    def alike(self, fields):
        told = [re.sub(r"&(amp;)?", "&amp;", fields.get(name, "")).strip() for name in FIELDS]
        return sha256(json.dumps(told).encode()).hexdigest()

    def check(self):
        return (Finding(True, "the plain system answers"),)

    def text(self, remote, base):
        fields = remote.fields
        return f"# {fields['headline']}\n\n*{fields['standfirst']}*\n\n{fields['body']}\n"

    def composed(self, text, remote, base, article):
        headline, standfirst, *rest = text.strip().split("\n\n")
        if not headline.startswith("# "):
            return None
        return {"headline": headline[2:], "standfirst": standfirst.strip("*"), "body": "\n\n".join(rest)}


def _remote(item) -> Remote:
    return Remote(item["id"], item["fields"], Standing(item["state"]), item["revision"], f"plain:{item['id']}")
