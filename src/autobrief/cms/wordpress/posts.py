"""The adapter: an article as a post, found by its id in the store, by its slug, or by the class that its text bears."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from html import escape, unescape

from ...formats import markdown as md
from ...model.text import Article
from ..adapter import Finding, Parcel, Remote, Sought, Standing
from ..failing import Declined
from ..web import json_of
from . import markup, name, pictures, preflight
from .reading import Unreadable, read
from .site import Site
from .writing import Known, known, written

STATES = ("publish", "future", "draft", "pending", "private", "trash")
"""All of them: WordPress's own `any` leaves out the trash, and what lies there would be made anew."""
STANDINGS = {"publish": Standing.LIVE, "private": Standing.LIVE, "future": Standing.SCHEDULED, "trash": Standing.TRASHED}
LIGHT = re.compile(r"\*(?!\*)(.+)(?<!(?<!\\)\*)\*", re.S)
"""A paragraph in light emphasis as a whole; a star at its end that is its text's own is escaped."""
SLUGS = 20
"""Slugs in one address, lest it be too long for the server."""


class Posts:
    """The adapter to one site."""

    merges = True

    @property
    def alone(self) -> bool:
        """With our plugin a post is made under a lock."""
        return self.site.plugin

    def __init__(self, site: Site, settings):
        self.site, self.settings = site, settings
        self.path = f"/wp/v2/{settings.type}"
        self.sent: tuple[str, dict] = ("", {})

    # Looking up ------------------------------------------------------------------------------------

    def find(self, sought: Sequence[Sought]) -> Mapping[str, Sequence[Remote]]:
        """By number first, all in one listing; then the others by slug, and by the class in their text; without a name by that alone."""
        # Whoever is not let in is told so, and not that a draft is none of the states.
        _ = self.site.me
        if self.site.plugin:
            return self._by_meta(sought)
        found: dict[str, list] = {each.external: [] for each in sought}
        numbers = {each.remote: each.external for each in sought if each.remote}
        for post in self._listed(include=list(numbers)) if numbers else ():
            found[numbers[str(post["id"])]].append(post)
        others = {slug(each.external, each.name): each.external for each in sought if each.name and not found[each.external]}
        for start in range(0, len(others), SLUGS):
            some = list(others)[start:start + SLUGS]
            for post in self._listed(slug=[*some, *(f"{each}__trashed" for each in some)]):
                external = others.get(post["slug"].removesuffix("__trashed"))
                if external:
                    found[external].append(post)
        for external in [each for each in found if not found[each]]:
            found[external] = [post for post in self._listed(search=name(external)) if f'"{name(external)}"' in post["content"]["raw"]]
        for each in sought:
            if each.remote and not found[each.external]:
                self._refuse_taken_over(each)
        return {external: [self._remote(post) for post in posts] for external, posts in found.items()}

    def _refuse_taken_over(self, sought: Sought) -> None:
        """A listing shows an author none of what others took over: that is not gone.  Raises Declined where it is so."""
        answer = self.site.ask("GET", f"{self.path}/{sought.remote}", {"context": "edit"}, may=(401, 403, 404))
        if answer.status_code in (401, 403):
            raise Declined(f"{self.site.url}: post {sought.remote} is another user's now, and {self.site.user} may not write in it: "
                           "make that user an editor, or give the post back", answer.status_code, waits=True)

    def _listed(self, **asked) -> list[dict]:
        return self.site.every(self.path, status=list(STATES), context="edit", orderby="id", order="asc", **asked)

    def _by_meta(self, sought: Sequence[Sought]) -> dict[str, list[Remote]]:
        told = json_of(self.site.ask("POST", "/autobrief/v1/find", json={
            "sought": [_sought(each) for each in sought], "type": self.settings.type}))
        return {each.external: [self._remote(post) for post in told.get(each.external, ())] for each in sought}

    def _remote(self, post: dict) -> Remote:
        newest = post.get("_links", {}).get("predecessor-version") or [{}]
        revision = post.get("autobrief_etag") or str(newest[0].get("id", 0))
        fields = {key: post[key]["raw"] for key in ("title", "content", "excerpt")}
        return Remote(str(post["id"]), fields, STANDINGS.get(post["status"], Standing.DRAFT), revision, unescape(post["link"]))

    # Writing ---------------------------------------------------------------------------------------

    def compose(self, article: Article, found: Mapping[str, bytes], write: bool) -> dict[str, str]:
        media = pictures.media(self.site, article, found, write, body=True)
        self.sent = (article.id, media)
        told = known(article, media, pictures.featured(article))
        return self._fields(md.render(article).partition("\n---\n")[2], article, told)

    def _fields(self, text: str, article: Article, told: Known) -> dict[str, str]:
        """Headline and standfirst stand in fields of their own; the rest is the content."""
        parts = [part for part in text.strip("\n").split("\n\n") if part]
        title = parts.pop(0)[2:] if parts and parts[0].startswith("# ") else ""
        byline = md.wrapped("*", article.byline)
        light = LIGHT.fullmatch(parts[0]) if parts and article.standfirst else None
        excerpt = light[1] if light and (parts[0] != byline or parts[1:2] == [byline]) else ""
        if excerpt:
            parts.pop(0)
        return {"title": _plain(title), "excerpt": _plain(excerpt), "content": written("\n\n".join(parts) + "\n", told, name(article.id))}

    def create(self, parcel: Parcel) -> Remote:
        once = parcel.once
        told = {**parcel.fields, "slug": slug(parcel.external, parcel.article.subject_name), **self._standing(parcel, True)}
        told |= {kind: self.site.terms(kind, names) for kind, names in (("categories", once.categories), ("tags", once.tags)) if names}
        told |= {"author": self.site.person(once.author)} if once.author else {}
        first = pictures.featured(parcel.article)
        if first:
            told["featured_media"] = pictures.media(self.site, parcel.article, parcel.pictures, True)[first].id
        if self.site.plugin:
            return self._put(parcel, told, {"If-None-Match": "*"})
        made = self.site.post(self.path, told, params={"context": "edit"})
        if made["slug"] != told["slug"] and not self._listed(slug=[told["slug"]]):
            self._take_back(self._remote(made), told["slug"])
        return self._remote(made)

    def _take_back(self, made: Remote, wanted: str) -> None:
        """Another post has this very address, and is not shown to us: it is the same article under another user's name."""
        self.remove(made)
        raise Declined(f"{self.site.url}: there is a post at {wanted} that {self.site.user} may not see: make that user an editor", waits=True)

    def update(self, remote: Remote, parcel: Parcel) -> Remote:
        told = {**parcel.fields, **self._standing(parcel, False)}
        if self.site.plugin:
            return self._put(parcel, told, {"If-Match": f'"{remote.revision}"'}, remote.id)
        return self._remote(self.site.post(f"{self.path}/{remote.id}", told, params={"context": "edit"}))

    def _put(self, parcel: Parcel, told: dict, condition: dict, remote: str = "") -> Remote:
        answer = self.site.ask("PUT", "/autobrief/v1/article", headers=condition,
                               json={"id": parcel.external, "version": parcel.version, "type": self.settings.type, "post": told,
                                     "sought": _sought(Sought(parcel.external, remote, parcel.article.subject_name)), "anew": parcel.anew})
        return self._remote(json_of(answer))

    def _standing(self, parcel: Parcel, new: bool) -> dict:
        """The state to ask for, and the time, always in UTC: any other is read as the site's own."""
        at = parcel.once.at
        if not parcel.publish:
            return {"status": "draft"} if new else {}
        if at and at > datetime.now(UTC):
            return {"status": "future", "date_gmt": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")}
        return {"status": "publish"}

    def overwritten(self, after: Remote, since: str) -> Remote | None:
        if self.site.plugin:
            return None
        found = self.site.every(f"{self.path}/{after.id}/revisions", context="edit")
        lost = [each for each in found if int(since or 0) < each["id"] < int(after.revision or 0) and each["author"] != self.site.me["id"]
                and "autosave" not in each["slug"]]
        if not lost:
            return None
        newest = max(lost, key=lambda each: each["id"])
        return after._replace(fields={key: newest[key]["raw"] for key in ("title", "content", "excerpt")}, revision=str(newest["id"]))

    def remove(self, remote: Remote) -> None:
        self.site.ask("DELETE", f"{self.path}/{remote.id}", {"force": "true"})

    def alike(self, fields: Mapping[str, str]) -> str:
        return markup.alike(fields)

    def check(self) -> Sequence[Finding]:
        return preflight.check(self.site, self.settings)

    # Merging ---------------------------------------------------------------------------------------

    def text(self, remote: Remote, base: Article) -> str | None:
        if "<" in remote.fields["title"] + remote.fields["excerpt"]:
            return None
        try:
            found = read(remote.fields["content"], base, name(base.id))
        except Unreadable:
            return None
        top = [f"# {md.escape(unescape(remote.fields['title']))}", md.wrapped("*", unescape(remote.fields["excerpt"]))]
        return "\n\n".join([*filter(None, top), found.text])

    def composed(self, text: str, remote: Remote, base: Article, article: Article) -> dict[str, str] | None:
        try:
            found = read(remote.fields["content"], base, name(article.id))
        except Unreadable:
            return None
        id, sent = self.sent
        told = known(article, {**(sent if id == article.id else {}), **found.media}, pictures.featured(article))
        told = told._replace(captions=told.captions | found.captions, raw=found.raw, kept=found.kept)
        fields = self._fields(text, article, told)
        lost = [each for each in (*found.formatted, *found.kept) if each not in fields["content"]]
        return None if lost else fields


def _sought(sought: Sought) -> dict:
    """What the plugin looks for."""
    return {"id": sought.external, "post": int(sought.remote or 0), "slug": slug(sought.external, sought.name), "class": name(sought.external)}


def _plain(text: str) -> str:
    """A line of Markdown as the text of a title, safe in HTML: its emphasis and links are for no title."""
    from ...merging.edited import bare
    from .writing import reader
    tokens = reader().parseInline(text)[0].children if text else []
    plain = all(each.type in ("text", "softbreak") for each in tokens)
    return escape("".join(each.content for each in tokens) if plain else bare(text), quote=False)


def slug(external: str, words: str) -> str:
    """The post's address on the site: what it is about and the election, and no other article's."""
    election, _, rest = external.partition("/")
    told = f"{words}-{'-'.join(rest.split('/')[2:])}-{election}"
    plain = re.sub("[^a-z0-9]+", "-", unicodedata.normalize("NFKD", told).encode("ascii", "ignore").decode().lower())
    return f"{plain.strip('-')[-80:].strip('-')}-{sha256(external.encode()).hexdigest()[:8]}"
