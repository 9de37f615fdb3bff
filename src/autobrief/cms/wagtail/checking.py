"""Wagtail's preflight: what a site, its page type and our user lack, in plain words, found out without writing anything.

A page with an impossible slug is never made; but whether the user might is answered first, and the body is read before it.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from ..adapter import Finding
from ..failing import Unreached
from ..preflight import gathered, is_safe
from ..web import json_of
from .body import blocks

IMPOSSIBLE = "not a slug!"
ENOUGH = 100
"""Characters that an id may need."""


def check(site) -> list[Finding]:
    """Every finding, as far as it can be looked into."""
    return gathered(_found(site), "docs/cms/wagtail.md says what a site needs")


def _found(site) -> Iterator[Finding]:
    answer = site.web.ask("GET", "/whoami/", may=(401, 404))
    if answer.status_code == 404:
        yield Finding(False, f"there is no API v3 at {site.web.url}",
                      'Wagtail 8 or newer, "wagtail.api.v3" among INSTALLED_APPS, and path("api/v3/", api.urls)', fatal=True)
        return
    if answer.status_code == 401:
        yield Finding(False, "the token is not known to the site, was revoked, or its user is no longer active",
                      "python manage.py api_tokens create --user autobrief --name autobrief", fatal=True)
        return
    told = json_of(answer)
    roles = ", ".join(told["groups"]) or "no role"
    yield Finding(True, f"the API answers, and the token is that of {told['user']['username']} ({roles})")
    if not is_safe(site.settings.url):
        yield Finding(False, "the address is http: the token goes over the net for everybody to read", "give the address with https")
    yield from _page_type(site)


def _page_type(site) -> Iterator[Finding]:
    wanted = site.settings.page_type
    known = [each["name"] for each in json_of(site.web.ask("GET", "/schema/"))["types"]]
    if wanted not in known:
        near = get_close_matches(wanted, known, 1)
        yield Finding(False, f"there is no page type {wanted}", f"page_type = \"{near[0]}\"?" if near else "make one, as docs/cms/wagtail.md shows",
                      fatal=True)
        return
    faults = unwritable(site)
    yield from (Finding(False, fault, "docs/cms/wagtail.md shows the page type", fatal=True) for fault in faults)
    if faults:
        return
    yield Finding(True, f"{wanted} has every field that is written")
    if "go_live_at" not in _schema(site)["create"]["properties"]:
        yield Finding(False, "an article cannot be published for a later hour", 'let api_fields have APIField("go_live_at", writable=True)')
    yield from _unique(site)
    yield from _allowed(site)


def unwritable(site) -> list[str]:
    """What is wrong with the fields: Wagtail ignores one that cannot be written, and says that all is well."""
    schema = _schema(site)
    fields, readable = schema["create"].get("properties", {}), schema["read"].get("properties", {})
    tags = {"tags": site.settings.fields.tags} if site.settings.tags else {}
    called = {name: each for name, each in {"id": site.settings.fields.id, **site.called, **tags}.items() if each}
    faults = [f'{site.settings.page_type} has no field {each} that can be written: let api_fields have APIField("{each}", writable=True)'
              for each in called.values() if each not in fields]
    if "live" not in readable:
        faults.append(f'{site.settings.page_type} does not tell whether readers see it: let api_fields have APIField("live")')
    body, id_field = fields.get(called["body"], {"type": "array"}), fields.get(called["id"], {})
    if body.get("type") != "array":
        faults.append(f"{called['body']} is rich text, in which Wagtail keeps no table: let it be a StreamField")
    longest = next((each["maxLength"] for each in (id_field, *id_field.get("anyOf", ())) if "maxLength" in each), ENOUGH)
    if longest < ENOUGH:
        faults.append(f"{called['id']} holds {longest} characters, and an id may have {ENOUGH}: let it have max_length=255")
    return faults


def _schema(site) -> dict:
    return json_of(site.web.ask("GET", f"/schema/{site.settings.page_type}/"))


def _unique(site) -> Iterator[Finding]:
    """Whether a second page of one id is refused, asked with the id of one that is there."""
    name = site.settings.fields.id
    listed = json_of(site.web.ask("GET", "/pages/", params={"type": site.settings.page_type}))["items"]
    ids = (page[name] for each in listed if (page := site.page(str(each["id"]))) and page.get(name))
    taken = next(ids, None)
    if taken is None:
        return
    _, faults = _asked(site, {name: taken})
    if any(each.get("type") == "unique" for each in faults):
        yield Finding(True, f"{name} is unique: there can be no second page for an article")
    else:
        yield Finding(False, f"{name} is not unique: two writers could make two pages for one article", "let it have unique=True", fatal=True)


def _allowed(site) -> Iterator[Finding]:
    """What the user may do, and which blocks the body has."""
    where = site.settings.parent
    site.parent()
    status, _ = _asked(site, {})
    if status == 403:
        yield Finding(False, f"this user may not make pages under {where}", "give it the role Editor, or the right to add there", fatal=True)
        return
    yield Finding(True, f"this user may make pages under {where}")
    yield from _blocks(site)
    wanted = site.settings.status == "publish" or site.settings.auto_publish
    if _asked(site, {}, action="publish")[0] == 403:
        yield Finding(not wanted, f"this user may not publish under {where}; drafts are all it can deliver",
                      "give it the role Moderator" if wanted else "", fatal=wanted)
    else:
        yield Finding(True, f"this user may publish under {where}")
    answer = site.web.ask("POST", "/images/", data={"title": "x"}, files={"file": ("x.png", b"", "image/png")}, may=(403, 422))
    may = answer.status_code != 403
    yield Finding(may, f"this user may {'' if may else 'not '}send pictures", "" if may else "give it the right to add images")


KINDS = {"heading": "CharBlock", "paragraph": "RichTextBlock", "table": "TableBlock", "image": "ImageBlock"}


def _blocks(site) -> Iterator[Finding]:
    """Whether the body has the blocks that are written, and they are of the kind that takes it."""
    from ..passages import HEADING, PARAGRAPH, TABLE, Passage
    found = blocks([Passage(HEADING, text="x"), Passage(PARAGRAPH, "x"), Passage(TABLE, rows=(("x",),))], site.names, lambda image: 0)
    found.append({"type": site.names["image"], "value": {"image": None, "alt_text": "x", "decorative": False}})
    well = True
    for kind, block in zip(KINDS, found, strict=True):
        need = "needed for pictures" if kind == "image" else "needed"
        try:
            _, faults = _asked(site, {site.called["body"]: [block]})
        except Unreached:
            # A block that cannot make anything of a value ends in an error of the site's own.
            faults = [{"loc": [site.called["body"]]}]
        if any("unrecognised block type" in fault.get("msg", "") for fault in faults):
            yield Finding(False, f"{site.called['body']} has no block {block['type']}, {need}",
                          "add it, or say in the target's blocks what it is called there", fatal=kind != "image")
            well = False
        elif kind != "image" and any((fault.get("loc") or [""])[0] == site.called["body"] for fault in faults):
            yield Finding(False, f"the block {block['type']} does not take what is written into it", f"let it be a {KINDS[kind]}", fatal=True)
            well = False
    if well:
        yield Finding(True, f"{site.called['body']} has every block that is written")


def _asked(site, told: dict, action: str | None = None) -> tuple[int, list[dict]]:
    """How the site answers to a page that it can never make."""
    meta = {"type": site.settings.page_type, "parent_id": int(site.parent())} | ({"action": action} if action else {})
    answer = site.web.ask("POST", "/pages/", json={"meta": meta, "title": "x", "slug": IMPOSSIBLE, **told}, may=(403, 422))
    return answer.status_code, json_of(answer).get("errors") or []
