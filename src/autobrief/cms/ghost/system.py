"""The adapter: Ghost's posts behind the calls of the contract."""

import json
import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from mimetypes import guess_type
from pathlib import PurePosixPath
from urllib.parse import unquote

from ...errors import InputError
from ...formats import layout
from ...model.text import Article
from ..adapter import Finding, Parcel, Remote, Sought, Standing
from ..failing import Conflict, Declined, Moved
from ..passages import IMAGE, PARAGRAPH, Passage, link, of, plain, prose
from ..web import INSTALL, Web, json_of
from . import lexical

API = "/ghost/api/admin"
TOP = ("headline", "standfirst")
LONGEST = 300
"""Characters that an excerpt holds; a longer standfirst begins the body."""
CHUNK = 40
"""Articles to a listing: more, and a server before Ghost may find the address too long."""
STANDING = {"published": Standing.LIVE, "sent": Standing.LIVE, "scheduled": Standing.SCHEDULED}
OURS = re.compile(r"/autobrief-([0-9a-f]{16})(-\d+)?\.\w+$")


class Ghost:
    """One site, and one integration of it."""

    merges, alone = True, False

    def __init__(self, settings, secret: str):
        self.settings, self._key = settings, secret
        self.web = Web(settings.url + API, auth=self._signed, headers={"Accept-Version": "v5.0"}, patience=settings.timeout, secret=secret)
        self._pictures: dict[str, str] = {}
        self._at: dict[str, str] = {}

    def _signed(self, request):
        """A token for this request alone; Ghost takes none that is older than five minutes."""
        try:
            import jwt
        except ModuleNotFoundError as error:
            raise InputError("delivery to Ghost needs PyJWT, which is not installed", hint=INSTALL) from error
        id, _, secret = self._key.partition(":")
        now = int(time.time())
        token = jwt.encode({"iat": now, "exp": now + 240, "aud": "/admin/"}, bytes.fromhex(secret), "HS256", {"kid": id})
        request.headers["Authorization"] = f"Ghost {token}"
        return request

    # Looking up ------------------------------------------------------------------------------------

    def find(self, sought: Sequence[Sought]) -> Mapping[str, Sequence[Remote]]:
        found: dict[str, list[Remote]] = {each.external: [] for each in sought}
        for start in range(0, len(sought), CHUNK):
            some = sought[start:start + CHUNK]
            known = [each.remote for each in some if each.remote]
            wanted = f"tag:[{','.join(f'hash-{tag(each.external)[1:]}' for each in some)}]" + (f",id:[{','.join(known)}]" if known else "")
            for post in self._posts({"filter": wanted, "limit": "100", "order": "created_at asc"}):
                slugs = {each["slug"] for each in post.get("tags") or ()}
                for each in some:
                    if f"hash-{tag(each.external)[1:]}" in slugs or post["id"] == each.remote:
                        found[each.external].append(self._remote(post))
        return found

    def _posts(self, asked: dict) -> list[dict]:
        return json_of(self.web.ask("GET", "/posts/", params={"formats": "lexical", "include": "tags", **asked}))["posts"]

    def _remote(self, post: dict) -> Remote:
        fields = {"headline": post["title"], "standfirst": post.get("custom_excerpt") or "", "body": post.get("lexical") or ""}
        for each in lexical.read(fields["body"]):
            # What is in a post already is not sent up again.
            if each.kind == IMAGE and (ours := OURS.search(each.address)):
                self._pictures[ours[1]] = each.address
        where = post["url"] if post["status"] == "published" and post.get("url") else f"{self.settings.url}/ghost/#/editor/post/{post['id']}"
        return Remote(post["id"], fields, STANDING.get(post["status"], Standing.DRAFT), post["updated_at"], where)

    # Composing -------------------------------------------------------------------------------------

    def compose(self, article: Article, pictures: Mapping[str, bytes], write: bool) -> dict[str, str]:
        said = {name: layout.line(getattr(article, name)) for name in (*TOP, "byline")}
        found = [self._linked(each, pictures) for each in of(article)]
        return _fields(said, found, lambda image: self._picture(path := unquote(image.address), pictures[path], write))

    def _linked(self, passage: Passage, pictures: Mapping[str, bytes]) -> Passage:
        """A picture that lies elsewhere is linked to: not ours to copy, nor to load from there at each reading."""
        if passage.kind != IMAGE or unquote(passage.address) in pictures:
            return passage
        if ":" not in passage.address:
            raise Declined(f"the picture {unquote(passage.address)} is not there; put it beside the notes, or name its folder with --pictures")
        return Passage(PARAGRAPH, link(passage.text or passage.address, passage.address))

    def _picture(self, address: str, content: bytes, write: bool) -> str:
        """Where the picture is in Ghost, "" where it is not and is not to be sent up now."""
        digest = sha256(content).hexdigest()[:16]
        if digest not in self._pictures:
            if not write:
                return ""
            name = f"autobrief-{digest}{PurePosixPath(address).suffix.lower()}"
            file = (name, content, guess_type(name)[0] or "application/octet-stream")
            told = json_of(self.web.ask("POST", "/images/upload/", files={"file": file}, data={"purpose": "image", "ref": name}))
            self._pictures[digest] = told["images"][0]["url"]
        self._at[address] = self._pictures[digest]
        return self._pictures[digest]

    def alike(self, fields: Mapping[str, str]) -> str:
        told = {name: [tuple(each) for each in lexical.read(said)] if name == "body" else said.strip() for name, said in fields.items()}
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()

    # Writing ---------------------------------------------------------------------------------------

    def create(self, parcel: Parcel) -> Remote:
        once = parcel.once
        told = {**_sent(parcel.fields), "tags": [{"name": name} for name in (*once.categories, *once.tags, tag(parcel.external))],
                **_standing(parcel)}
        if once.author:
            told["authors"] = [{"email" if "@" in once.author else "slug": once.author}]
        post = self._answered(self.web.ask("POST", "/posts/", json={"posts": [told]}, params={"formats": "lexical", "include": "tags"}))
        remote = self._remote(post)
        if f"hash-{tag(parcel.external)[1:]}" not in {each["slug"] for each in post.get("tags") or ()}:
            self.remove(remote)
            raise Declined(f"{remote.where}: Ghost did not keep the tag {tag(parcel.external)}, by which the article is found", waits=True)
        return self._taken(remote, parcel.fields)

    def update(self, remote: Remote, parcel: Parcel) -> Remote:
        before = self._settled(remote)
        if parcel.publish and before["status"] == "draft" and (before.get("published_at") or "9") <= datetime.now(UTC).isoformat():
            raise Conflict(f"{remote.where} was taken down there, and stays; publish it there to have it seen again")
        told = {**_sent(parcel.fields), "updated_at": remote.revision, **(_standing(parcel) if parcel.publish else {})}
        answer = self.web.ask("PUT", f"/posts/{remote.id}/", json={"posts": [told]}, params={"formats": "lexical", "include": "tags"}, may=(404,))
        if answer.status_code == 404:
            raise Moved(f"{remote.where}: deleted since it was read")
        return self._taken(self._remote(self._answered(answer)), parcel.fields)

    def _settled(self, remote: Remote) -> dict:
        """The post as it is now, of an earlier second.  Ghost tells saves apart by the second: two in one would look like one."""
        while True:
            answer = self.web.ask("GET", f"/posts/{remote.id}/", params={"formats": "lexical", "include": "tags"}, may=(404,))
            post = None if answer.status_code == 404 else self._answered(answer)
            if post is None or post["updated_at"] != remote.revision or self._remote(post).fields != remote.fields:
                raise Moved(f"{remote.where}: somebody saved it since it was read")
            saved, now = datetime.fromisoformat(post["updated_at"]), answer.headers.get("Date", "")
            if not now or (parsedate_to_datetime(now) - saved).total_seconds() >= 1:
                return post
            time.sleep(1)

    def _answered(self, answer) -> dict:
        return json_of(answer)["posts"][0]

    def _taken(self, remote: Remote, fields: Mapping[str, str]) -> Remote:
        changed = [name for name, sent in fields.items() if self.alike({name: remote.fields[name]}) != self.alike({name: sent})]
        if changed:
            raise Declined(f"{remote.where}: not taken as it was sent: {', '.join(changed)}", waits=True)
        return remote

    def overwritten(self, after: Remote, since: str) -> Remote | None:
        return None

    def remove(self, remote: Remote) -> None:
        self.web.ask("DELETE", f"/posts/{remote.id}/", may=(404,))

    # Merging ---------------------------------------------------------------------------------------

    def text(self, remote: Remote, base: Article) -> str | None:
        return prose.text(_top(remote), lexical.read(remote.fields["body"]), base)

    def composed(self, text: str, remote: Remote, base: Article, article: Article) -> dict[str, str] | None:
        there = lexical.read(remote.fields["body"])
        found = prose.passages(text, _top(remote), there, article)
        at = {each: self._at.get(unquote(each.address)) or prose.shown(each, there, base)
              for each in (found[1] if found else ()) if each.kind == IMAGE}
        return _fields(*found, at.__getitem__) if found and all(at.values()) else None

    def check(self) -> Sequence[Finding]:
        from .checking import check
        return check(self)


def _top(remote: Remote) -> dict[str, str]:
    """The byline stands in the body: Ghost's authors are its staff."""
    return {**{name: remote.fields[name] for name in TOP}, "byline": ""}


def _fields(said: Mapping[str, str], found: Sequence[Passage], image) -> dict[str, str]:
    standfirst = said["standfirst"] if len(said["standfirst"]) <= LONGEST else ""
    top = [said["standfirst"] if not standfirst else "", said["byline"]]
    body = [*(Passage(PARAGRAPH, f"<i>{plain(each)}</i>") for each in top if each), *found]
    return {"headline": said["headline"], "standfirst": standfirst, "body": lexical.written(body, image)}


def _sent(fields: Mapping[str, str]) -> dict:
    called = {"headline": "title", "standfirst": "custom_excerpt", "body": "lexical"}
    return {called[name]: said for name, said in fields.items()}


def _standing(parcel: Parcel) -> dict:
    at = parcel.once.at
    if parcel.publish and at and at > datetime.now(UTC):
        return {"status": "scheduled", "published_at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")}
    return {"status": "published" if parcel.publish else "draft"}


def tag(external: str) -> str:
    """The internal tag that an article is known by: readers never see one, and its slug is ours to foresee."""
    told = re.sub(r"[^a-z0-9]+", "-", external.lower()).strip("-")[:100]
    return f"#autobrief-{told}-{sha256(external.encode()).hexdigest()[:8]}"
