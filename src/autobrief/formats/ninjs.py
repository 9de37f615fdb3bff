"""ninjs 1.6, the IPTC's JSON for news as most systems take it: valid by its schema."""

import json

from ..model.text import Article
from . import markup, particulars, text
from .particulars import Issue, Named, Particulars, Picture

STANDARD = {"name": "ninjs", "version": "1.6", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.6.json"}


def render(article: Article, issue: Issue | None = None) -> str:
    """The item as JSON; `version` is that of the text, `versioncreated` the time that tells which is newer."""
    return written(document(article, particulars.of(article, issue)))


def written(found: dict) -> str:
    """The item, what is blank left out."""
    return json.dumps({key: value for key, value in found.items() if value not in ("", [], {}, None)}, ensure_ascii=False, indent=1) + "\n"


def document(article: Article, known: Particulars) -> dict:
    plain = text.body(article)
    return {
        "$standard": STANDARD, "uri": known.uri, "type": "text", "mimetype": "application/xhtml+xml", "profile": "article",
        "representationtype": "complete", "version": known.version, "firstcreated": known.first_created, "versioncreated": known.created,
        "contentcreated": known.first_created, "pubstatus": "usable" if known.usable else "withheld", "urgency": 4, "language": known.language,
        "headline": known.headline, "slugline": slugline(known), "byline": known.byline, "description_text": known.standfirst,
        "body_xhtml": markup.xhtml(markup.body(article)), "body_text": plain, "wordcount": particulars.words(plain), "charcount": len(plain),
        "subject": subjects(), "place": [_place(place) for place in known.places],
        "organisation": [{"name": party.name, "code": party.id, "rel": "about"} for party in known.parties],
        "person": [{"name": name, "rel": "about"} for name in known.people], "located": known.places[0].name if known.places else "",
        "event": [{"name": known.date, "code": known.id.split("/")[0]}], "genre": [{"name": "Article"}],
        "altids": {"autobrief": known.id}, "ednote": known.note,
        "digitalsourcetype": {"name": "Algorithmic media", "uri": particulars.DIGITAL_SOURCE},
        "associations": {f"picture{number}": _picture(picture, known, number) for number, picture in enumerate(known.pictures, 1)}}


def slugline(known: Particulars) -> str:
    """A short name in the newsroom: the id's own words."""
    return known.id.replace("/", "-").upper()


def subjects() -> list[dict]:
    """IPTC Media Topics.  The scheme is a URI and the code stands without prefix, so that together they are the topic's own URI."""
    return [{"name": name, "code": code, "scheme": particulars.TOPIC_SCHEME, "rel": "about"} for code, name in particulars.TOPICS]


def _place(place: Named) -> dict:
    known = {"scheme": f"{particulars.ONS}/"} if particulars.gss(place.id) else {}
    return {"name": place.name, "code": place.id, "rel": "about"} | known


def _picture(picture: Picture, known: Particulars, number: int) -> dict:
    said = {"uri": f"{known.uri}/picture/{number}", "type": "picture", "description_caption": picture.caption, "description_alt": picture.alt,
            "byline": picture.credit, "renditions": {"original": {"href": picture.address}} if picture.address else {}}
    return {key: value for key, value in said.items() if value}
