"""The adapter: Wagtail's pages and revisions behind the calls of the contract."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import unquote

from ...formats import layout
from ...model.text import Article
from ..adapter import Finding, Parcel, Remote, Sought, Standing
from ..failing import Conflict, Declined, Moved
from ..passages import IMAGE, PARAGRAPH, Passage, link, of, prose
from ..web import Web, json_of
from . import body as stream
from .images import Images

API = "/api/v3"
TOP = ("headline", "standfirst", "byline")
LOW = "give it the role Moderator, or deliver drafts and publish them there"
SEEN = (Standing.LIVE, Standing.SCHEDULED)


class Wagtail:
    """One site, and one user of it.  That an id is unique is the site's own word, and so not relied on."""

    merges, alone = True, False

    def __init__(self, settings, secret: str):
        self.settings, self.names = settings, settings.blocks.model_dump()
        self.web = Web(settings.url + API, headers={"Authorization": f"Bearer {secret}"}, patience=settings.timeout, secret=secret)
        self.images = Images(self.web)
        self._me = self._parent = ""
        self._writable = False
        self.called = {"headline": "title"} | {name: getattr(settings.fields, name) for name in ("standfirst", "byline", "body")}

    # Looking up ------------------------------------------------------------------------------------

    def find(self, sought: Sequence[Sought]) -> Mapping[str, Sequence[Remote]]:
        # To a wrong token Wagtail lists what everybody may see, and no drafts: so first whether it is right.
        return {each.external: self._found(each) for each in sought if self.me}

    def _found(self, sought: Sought) -> list[Remote]:
        """By Wagtail's own number where that is known: the id is unique, so that then there is no other."""
        page = self.page(sought.remote) if sought.remote else None
        if page and page.get(self.settings.fields.id) == sought.external:
            return [self._remote(page)]
        asked = {"type": self.settings.page_type, self.settings.fields.id: sought.external}
        listed = json_of(self.web.ask("GET", "/pages/", params=asked))["items"]
        # A field that the API does not know is no filter, and then every page is listed.
        pages = [self.page(str(each["id"])) for each in listed]
        ours = [each for each in pages if each and each.get(self.settings.fields.id) == sought.external]
        return [self._remote(each) for each in (*([page] if page else []), *ours)]

    def page(self, id: str, version: str = "draft") -> dict | None:
        """The page with its newest revisions, those read first: whoever saves meanwhile is noticed."""
        revisions = self.revisions(id)
        answer = self.web.ask("GET", f"/pages/{id}/", may=(404,), params={"version": version})
        return None if answer.status_code == 404 or revisions is None else {**json_of(answer), "revisions": revisions}

    def revisions(self, id: str) -> dict | None:
        """The newest twenty, newest first, and how many there are."""
        answer = self.web.ask("GET", f"/pages/{id}/revisions/", may=(404,))
        return None if answer.status_code == 404 else json_of(answer)

    @property
    def me(self) -> str:
        if not self._me:
            self._me = str(json_of(self.web.ask("GET", "/whoami/"))["user"]["id"])
        return self._me

    def _remote(self, page: dict) -> Remote:
        newest = page["revisions"]["items"]
        untouched = page["revisions"]["count"] == len(newest) and all(str(each["user_id"]) == self.me for each in newest)
        return Remote(str(page["id"]), self.fields(page), _standing(page), _stamp(newest[0]) if newest else "", self._where(page), untouched)

    def fields(self, page: dict) -> dict[str, str]:
        """The fields that are ours."""
        said = {name: page.get(called) for name, called in self.called.items() if called}
        return {name: stream.told(told or []) if name == "body" else told or "" for name, told in said.items()}

    def _where(self, page: dict) -> str:
        return page["meta"]["html_url"] if page.get("live") and page["meta"]["html_url"] else f"{self.settings.url}/admin/pages/{page['id']}/edit/"

    # Composing -------------------------------------------------------------------------------------

    def compose(self, article: Article, pictures: Mapping[str, bytes], write: bool) -> dict[str, str]:
        top = {name: layout.line(getattr(article, name)) for name in TOP}
        found = [self._linked(each, pictures) for each in of(article)]
        blocks = stream.blocks(found, self.names, lambda image: self.images.number(path := unquote(image.address), pictures[path], write))
        return self._composed(top, blocks)

    def _linked(self, passage: Passage, pictures: Mapping[str, bytes]) -> Passage:
        """A picture that lies elsewhere is linked to; Wagtail shows only those of its own library."""
        if passage.kind != IMAGE or unquote(passage.address) in pictures:
            return passage
        if ":" not in passage.address:
            raise Declined(f"the picture {unquote(passage.address)} is not there; put it beside the notes, or name its folder with --pictures")
        return Passage(PARAGRAPH, link(passage.text or passage.address, passage.address))

    def _composed(self, top: dict[str, str], blocks: list[dict]) -> dict[str, str]:
        said = {**top, "body": stream.told(blocks)}
        return {name: said[name] for name, called in self.called.items() if called}

    def alike(self, fields: Mapping[str, str]) -> str:
        told = {name: stream.told(json.loads(said)) if name == "body" else said.strip() for name, said in fields.items()}
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()

    # Writing ---------------------------------------------------------------------------------------

    def create(self, parcel: Parcel) -> Remote:
        self._check_writable()
        told = {"meta": {"type": self.settings.page_type, "parent_id": int(self.parent())}, "slug": slug(parcel.external),
                self.settings.fields.id: parcel.external, **self._sent(parcel.fields)}
        if parcel.once.tags and self.settings.fields.tags:
            told[self.settings.fields.tags] = list(parcel.once.tags)
        page = self._posted(told, parcel.external)
        remote = self._after(page)
        if lost := self._lost(page, parcel.fields):
            self.remove(remote)
            raise Declined(lost, waits=True)
        return self._published(remote, parcel) if parcel.publish else remote

    def _posted(self, told: dict, external: str) -> dict:
        """The new page.  Raises Moved where another writer has made it."""
        for slug_ in (told["slug"], f"{told['slug']}-{sha256(external.encode()).hexdigest()[:8]}"):
            answer = self.web.ask("POST", "/pages/", json=told | {"slug": slug_}, may=(422,))
            if answer.status_code != 422:
                return json_of(answer)
            faults = json_of(answer).get("errors", [])
            at = {(each.get("loc") or [""])[-1] for each in faults}
            if self.settings.fields.id in at and any(each.get("type") == "unique" for each in faults):
                if not self._found(Sought(external)):
                    raise Declined(f"{self.web.url}: a page with the id {external} is there, and this user may not see it: "
                                   "give it a role that may edit it, or remove that page", 422, waits=True)
                raise Moved(f"{external}: made there by another writer")
            if at != {"slug"}:
                break
        raise Declined(f"{self.web.url}: answered 422: {said(faults)}", 422)

    def update(self, remote: Remote, parcel: Parcel) -> Remote:
        self._check_writable()
        page = self.page(remote.id)
        if page is None or self._remote(page).revision != remote.revision:
            raise Moved(f"{remote.where}: somebody saved it since it was read")
        seen = remote.standing in SEEN or parcel.publish
        if seen:
            self._refuse_unseen(page, remote, parcel)
        after = self._written(page, remote, parcel.fields) if parcel.fields else remote
        if not seen:
            return after
        if self.overwritten(after, remote.revision):
            # Then it is not for readers yet: the editor's words go back first, as a draft like this one.
            return after._replace(standing=Standing.DRAFT)
        return self._published(after, parcel)

    def _refuse_unseen(self, page: dict, remote: Remote, parcel: Parcel) -> None:
        """To publish would be to publish what an editor has not, or has taken down."""
        if parcel.publish and not page.get("live") and page["meta"]["first_published_at"]:
            raise Conflict(f"{remote.where} was taken down there, and stays; publish it there to have it seen again")
        if page.get("live"):
            live = self.page(remote.id, "live")
            if live and self.alike(self.fields(live)) != self.alike(self.fields(page)):
                raise Conflict(f"{remote.where} has changes that nobody has published; publish or discard them there, and run it again")

    def _written(self, page: dict, remote: Remote, fields: Mapping[str, str]) -> Remote:
        """The fields as a draft, given as Wagtail answered them; the page as it was where something of them was lost."""
        written = self._patched(page, fields)
        if lost := self._lost(written, fields):
            self._patched(written, remote.fields)
            raise Declined(lost, waits=True)
        return self._after(written)._replace(standing=remote.standing)

    def _patched(self, page: dict, fields: Mapping[str, str]) -> dict:
        sent = self._sent(fields)
        name = self.called["body"]
        if name in sent:
            sent[name] = stream.with_ids(sent[name], page[name])
        try:
            return json_of(self.web.ask("PATCH", f"/pages/{page['id']}/", json=sent))
        except Declined as error:
            if error.status == 403 and "locked" in error.why:
                raise Conflict(f"{self._where(page)} is locked there, by hand, in moderation or until its hour; unlock it there") from error
            raise

    def _after(self, page: dict) -> Remote:
        """What we wrote, under our own newest revision: an editor may have saved again since."""
        revisions = self.revisions(str(page["id"])) or {"items": [], "count": 0}
        ours = [each for each in revisions["items"] if str(each["user_id"]) == self.me]
        return self._remote(page | {"revisions": {"items": ours[:1] or revisions["items"], "count": 0}})._replace(untouched=False)

    def _published(self, remote: Remote, parcel: Parcel) -> Remote:
        at = parcel.once.at if parcel.publish else None
        if at and at > datetime.now(UTC):
            told = {"go_live_at": at.astimezone(UTC).isoformat(), "meta": {"action": "publish"}}
            page = json_of(self.web.ask("PATCH", f"/pages/{remote.id}/", json=told))
            if datetime.fromisoformat(page.get("go_live_at") or "0001-01-01T00:00:00Z") != at:
                raise Declined(f"{remote.where}: it cannot be scheduled; let the page type have APIField(\"go_live_at\", writable=True)")
            return self._after(page)._replace(fields=remote.fields)
        try:
            page = json_of(self.web.ask("POST", f"/pages/{remote.id}/actions/publish/"))
        except Declined as error:
            if error.status == 403:
                raise Declined(f"{remote.where} is there as a draft, and this user may not publish it: {LOW}", 403, waits=True) from error
            raise
        return remote._replace(standing=Standing.LIVE if page.get("live") else Standing.SCHEDULED, where=self._where(page))

    def _sent(self, fields: Mapping[str, str]) -> dict:
        return {self.called[name]: json.loads(said) if name == "body" else said for name, said in fields.items()}

    def _lost(self, page: dict, fields: Mapping[str, str]) -> str:
        """What Wagtail did not take of it, in words: it drops a field that cannot be written, and markup, and says 200."""
        warned = [f"<{each['tag']}>" if isinstance(each, dict) else str(each) for each in page["meta"].get("warnings") or ()]
        if warned:
            return f"{self._where(page)}: its rich text has no {', '.join(dict.fromkeys(warned))}; allow bold, italic, link and ul in it"
        here = self.fields(page)
        changed = [self.called[name] for name, sent in fields.items() if self.alike({name: here[name]}) != self.alike({name: sent})]
        return f"{self._where(page)}: not taken as it was sent: {', '.join(changed)}" if changed else ""

    def _check_writable(self) -> None:
        """Before the first write: a page without its id would be made again each time."""
        if not self._writable:
            from .checking import unwritable
            if faults := unwritable(self):
                raise Declined(f"{self.web.url}: {'; '.join(faults)}; `autobrief publish --check` says more", waits=True)
            self._writable = True

    def parent(self) -> str:
        """The number of the page that articles are put under."""
        told = self.settings.parent
        if not self._parent and told.startswith("/"):
            answer = self.web.ask("GET", "/pages/find/", params={"html_path": told}, may=(302, 404))
            found = re.search(r"/pages/(\d+)/", answer.headers.get("Location", ""))
            if not found:
                raise Declined(f"{self.settings.url}: there is no page at {told} that this user may edit; give the target's parent", 404)
            self._parent = found[1]
        return self._parent or told

    # An editor between, and taking back --------------------------------------------------------------

    def overwritten(self, after: Remote, since: str) -> Remote | None:
        """A revision of somebody else's between; or the one read, saved over since, as Wagtail's editor does while somebody types."""
        newest, (first, _, stamped) = int(after.revision.partition(" ")[0]), since.partition(" ")
        for each in (self.revisions(after.id) or {"items": []})["items"]:
            between = int(first or newest) < each["id"] < newest or str(each["id"]) == first and each["created_at"] != stamped
            if between and str(each["user_id"]) != self.me:
                told = json_of(self.web.ask("GET", f"/pages/{after.id}/revisions/{each['id']}/"))["content_object"]
                return after._replace(fields=self.fields(told), revision=_stamp(each))
        return None

    def remove(self, remote: Remote) -> None:
        self.web.ask("DELETE", f"/pages/{remote.id}/", may=(404,))

    # Merging ---------------------------------------------------------------------------------------

    def text(self, remote: Remote, base: Article) -> str | None:
        return prose.text(self._top(remote), stream.read(json.loads(remote.fields["body"]), self.names), base)

    def composed(self, text: str, remote: Remote, base: Article, article: Article) -> dict[str, str] | None:
        there = stream.read(json.loads(remote.fields["body"]), self.names)
        found = prose.passages(text, self._top(remote), there, article)
        numbers = {each: self.images.at.get(unquote(each.address)) or prose.shown(each, there, base)
                   for each in (found[1] if found else ()) if each.kind == IMAGE}
        if found is None or not all(numbers.values()):
            return None
        return self._composed(found[0], stream.blocks(found[1], self.names, lambda image: int(numbers[image])))

    def _top(self, remote: Remote) -> dict[str, str]:
        return {name: remote.fields.get(name, "") for name in TOP}

    def check(self) -> Sequence[Finding]:
        from .checking import check
        return check(self)


def _standing(page: dict) -> Standing:
    if page.get("live"):
        return Standing.LIVE
    newest = page["revisions"]["items"][:1]
    return Standing.SCHEDULED if newest and newest[0]["approved_go_live_at"] else Standing.DRAFT


def _stamp(revision: dict) -> str:
    return f"{revision['id']} {revision['created_at']}"


def slug(external: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", external.lower()).strip("-")


def said(faults: list[dict]) -> str:
    """What a 422 complains of, field by field."""
    return "; ".join(": ".join(filter(None, (str((each.get("loc") or [""])[-1]), each.get("msg", "")))) for each in faults)[:300]
