"""Pictures in the media library: each once, by the digest of its bytes."""

from collections.abc import Mapping
from hashlib import sha256

from ...formats.particulars import Picture, of
from ...model.text import Article
from ...packaging import kind, wanted
from ..failing import Declined
from ..web import json_of
from .site import Site
from .writing import Media, path_of

TAKEN = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif")


def featured(article: Article) -> str:
    """The path of the picture that stands above the article: the first that is a file; "" without one."""
    return next(iter(wanted(article)), "")


def media(site: Site, article: Article, pictures: Mapping[str, bytes], write: bool, body: bool = False) -> dict[str, Media]:
    """The library's pictures by their path; with `write` those that are missing are sent up, with `body` only those in the text."""
    told = {path_of(each.address): each for each in of(article).pictures}
    found = {}
    for path in wanted(article)[1 if body else 0:]:
        if path not in pictures:
            raise Declined(f"{path}: the article shows this picture, and it is not there; put it beside the notes, or say where with --pictures DIR")
        there = _there(site, pictures[path]) or (_sent(site, path, pictures[path], told.get(path)) if write else None)
        if there:
            found[path] = there
    return found


def _name(content: bytes) -> str:
    return f"autobrief-{sha256(content).hexdigest()[:32]}"


def _there(site: Site, content: bytes) -> Media | None:
    found = site.get("/wp/v2/media", slug=[_name(content)], context="edit", orderby="id", order="asc")
    return Media(found[0]["id"], found[0]["source_url"]) if found else None


def _sent(site: Site, path: str, content: bytes, picture: Picture | None) -> Media:
    """Sent up under the name of its digest.  What says no for good is an error of the server's there, so that is read first."""
    ending = path.rpartition(".")[2].lower()
    if kind(path) not in TAKEN:
        raise Declined(f"{path}: WordPress takes no .{ending}; give a JPEG, PNG, GIF or WebP")
    headers = {"Content-Type": kind(path), "Content-Disposition": f'attachment; filename="{_name(content)}.{ending}"'}
    answer = site.ask("POST", "/wp/v2/media", content=content, headers=headers, may=(500,))
    made = json_of(answer)
    if answer.status_code == 500:
        raise Declined(f"{path}: not taken: {made.get('message', '')}", 500, made.get("code", ""))
    if picture:
        caption = " ".join(filter(None, (picture.caption, f"(picture: {picture.credit})" if picture.credit else "")))
        site.post(f"/wp/v2/media/{made['id']}", {"alt_text": picture.alt, "caption": caption})
    return Media(made["id"], made["source_url"])
