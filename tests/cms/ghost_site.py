"""A server in a thread that behaves as Ghost's Admin API does, as far as it was seen to: keys, collisions, filters, statuses, uploads.

Its answers were held against those of Ghost 5.130.6; docs/cms/ghost.md says how to run these tests against a Ghost of your own.
"""

import json
import re
import secrets
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt

FIELDS = ("title", "slug", "lexical", "custom_excerpt", "status", "published_at", "authors")
KEPT = {"title": "", "slug": "", "lexical": None, "custom_excerpt": None, "status": "draft", "published_at": None, "authors": ()}


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


class Refusal(Exception):
    def __init__(self, status: int, kind: str, message: str, context: str = "", code: str | None = None):
        self.status = status
        self.told = {"errors": [{"message": message, "context": context or None, "type": kind, "details": None, "property": None, "help": None,
                                 "code": code, "id": secrets.token_hex(12), "ghostErrorCode": None}]}


class Site:
    """What is stored, and its keys by id: (secret, whose)."""

    def __init__(self):
        self.posts, self.images, self.numbers = {}, [], 0
        self.keys = {secrets.token_hex(12): secrets.token_hex(32) for _ in range(2)}
        self.lock, self.url = threading.RLock(), ""

    def key(self, number: int = 0) -> str:
        return ":".join([*self.keys.items()][number])

    def signed_in(self, told: str) -> None:
        kind, _, token = told.partition(" ")
        if kind != "Ghost":
            raise Refusal(403, "NoPermissionError", "Authorization failed", "Unable to determine the authenticated user or integration.")
        try:
            secret = self.keys[jwt.get_unverified_header(token)["kid"]]
        except (KeyError, jwt.InvalidTokenError):
            raise Refusal(401, "UnauthorizedError", "Unknown Admin API Key", code="UNKNOWN_ADMIN_API_KEY") from None
        try:
            read = jwt.decode(token, bytes.fromhex(secret), ["HS256"], audience="/admin/")
        except jwt.InvalidTokenError as error:
            raise Refusal(401, "UnauthorizedError", f"Invalid token: {error}", code="INVALID_JWT") from None
        if read["exp"] - read["iat"] > 300:
            raise Refusal(401, "UnauthorizedError", "Invalid token: maxAge exceeded", code="INVALID_JWT")

    def browse(self, query: dict) -> list[dict]:
        told = query.get("filter", [""])[0]
        tags, ids = ([*filter(None, (re.search(rf"{name}:\[(.*?)\]", told) or ["", ""])[1].split(","))] for name in ("tag", "id"))
        limit = int(query.get("limit", ["15"])[0])
        return [post for post in self.posts.values() if not told or post["id"] in ids or {tag["slug"] for tag in post["tags"]} & {*tags}][:limit]

    def add(self, told: dict) -> dict:
        self.numbers += 1
        post = {**KEPT, "id": f"{int(datetime.now().timestamp()):08x}{self.numbers:016x}", "tags": [], "created_at": now()}
        post["slug"] = self._slug(told.get("slug") or told["title"])
        self.posts[post["id"]] = post
        return self._save(post, told)

    def edit(self, id: str, told: dict) -> dict:
        post = self.posts.get(id)
        if post is None:
            raise Refusal(404, "NotFoundError", "Resource not found error, cannot edit post.", "Post not found.")
        if "updated_at" not in told:
            raise Refusal(422, "ValidationError", "Validation error, cannot edit post.", "Validation failed for updated_at.")
        changed = any(post[name] != told[name] for name in FIELDS if name in told)
        if changed and told["updated_at"] != post["updated_at"]:
            raise Refusal(409, "UpdateCollisionError", "Saving failed! Someone else is editing this post.", code="UPDATE_COLLISION")
        return self._save(post, told)

    def _save(self, post: dict, told: dict) -> dict:
        if len(told.get("custom_excerpt") or "") > 300 or len(told.get("title", post["title"])) > 255:
            raise Refusal(422, "ValidationError", "Validation error, cannot save post.", "Value exceeds maximum length.")
        if "lexical" in told:
            json.loads(told["lexical"])
        post.update({name: told[name] for name in FIELDS if name in told}, updated_at=now())
        if "tags" in told:
            post["tags"] = [{"name": tag["name"], "slug": re.sub(r"[^a-z0-9]+", "-", tag["name"].replace("#", "hash-").lower()).strip("-")}
                            for tag in told["tags"]]
        if post["status"] == "published":
            post["published_at"] = post["published_at"] or now()
        post["url"] = f"{self.url}/{post['slug']}/" if post["status"] == "published" else f"{self.url}/p/{post['id']}/"
        return post

    def _slug(self, told: str) -> str:
        wanted = re.sub(r"[^a-z0-9]+", "-", told.lower()).strip("-") or "untitled"
        taken, number, slug = {post["slug"] for post in self.posts.values()}, 1, wanted
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def upload(self, content: bytes, kind: str) -> dict:
        boundary = kind.partition("boundary=")[2].encode()
        part = next(each for each in content.split(b"--" + boundary) if b'name="file"' in each)
        stem, dot, ending = re.search(rb'filename="([^"]*)"', part)[1].decode().rpartition(".")
        number, name = 0, f"{stem}{dot}{ending}"
        while name in self.images:
            number += 1
            name = f"{stem}-{number}{dot}{ending}"
        self.images.append(name)
        return {"images": [{"url": f"{self.url}/content/images/2030/05/{name}", "ref": None}]}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def _serve(self):
        site, asked = self.server.site, urlsplit(self.path)
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            with site.lock:
                status, told = self._told(site, asked, content)
        except Refusal as refusal:
            status, told = refusal.status, refusal.told
        answer = json.dumps(told).encode() if told is not None else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PUT = do_DELETE = _serve

    def _told(self, site: Site, asked, content: bytes):
        path = asked.path.removeprefix("/ghost/api/admin")
        if path == asked.path:
            raise Refusal(404, "NotFoundError", "Resource not found")
        if path == "/site/":
            return 200, {"site": {"title": "Newsroom", "version": "5.130", "url": site.url}}
        site.signed_in(self.headers.get("Authorization", ""))
        id = path.removeprefix("/posts/").strip("/")
        if path == "/images/upload/":
            return 201, site.upload(content, self.headers["Content-Type"])
        if path == "/posts/" and self.command == "GET":
            return 200, {"posts": site.browse(parse_qs(asked.query)), "meta": {}}
        if path == "/posts/" and self.command == "POST":
            return 201, {"posts": [site.add(json.loads(content)["posts"][0])]}
        if path.startswith("/posts/") and self.command == "PUT":
            return 200, {"posts": [site.edit(id, json.loads(content)["posts"][0])]}
        if path.startswith("/posts/") and id in site.posts:
            return (200, {"posts": [site.posts[id]]}) if self.command == "GET" else (204, site.posts.pop(id) and None)
        raise Refusal(404, "NotFoundError", "Resource not found error, cannot read post.", "Post not found.")


@contextmanager
def running():
    """The site, until this ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.site = True, Site()
    server.site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
