"""ninjs 3.1, the IPTC's JSON for news in its newest form: valid by its schema.  Systems made for 1.x cannot read it."""

from ..model.text import Article
from . import markup, particulars, text
from .ninjs import slugline, written
from .particulars import Issue, Named, Particulars, Picture

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def render(article: Article, issue: Issue | None = None) -> str:
    return written(document(article, particulars.of(article, issue)))


def document(article: Article, known: Particulars) -> dict:
    plain = text.body(article)
    return {
        "standard": STANDARD, "uri": known.uri, "type": "text", "profile": "article", "representationType": "full", "version": known.version,
        "firstCreated": known.first_created, "versionCreated": known.created, "contentCreated": known.first_created,
        "pubStatus": "usable" if known.usable else "withheld", "urgency": 4, "language": known.language,
        "headlines": _texts(main=known.headline), "slugline": slugline(known), "by": known.byline, "descriptions": _texts(summary=known.standfirst),
        "bodies": _bodies(markup.xhtml(markup.body(article)), plain),
        "subjects": [{"name": name, "uri": f"{particulars.TOPIC_SCHEME}{code}", "literal": f"medtop:{code}", "rel": "about"}
                     for code, name in particulars.TOPICS],
        "places": [_place(place) for place in known.places], "located": known.places[0].name if known.places else "",
        "organisations": [{"name": party.name, "literal": party.id, "rel": "about"} for party in known.parties],
        "people": [{"name": name, "rel": "about"} for name in known.people], "events": [{"name": known.date, "literal": known.id.split("/")[0]}],
        "genres": [{"name": "Article"}], "altIds": [{"role": "autobrief", "value": known.id}], "edNote": known.note,
        "digitalSourceType": {"name": "Algorithmic media", "uri": particulars.DIGITAL_SOURCE},
        "associations": [_picture(picture, known, number) for number, picture in enumerate(known.pictures, 1)]}


def _texts(**said: str) -> list[dict]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in said.items() if value]


def _bodies(xhtml: str, plain: str) -> list[dict]:
    counted = {"charCount": len(plain), "wordCount": particulars.words(plain)}
    found = {"main": ("application/xhtml+xml", xhtml), "text": ("text/plain", plain)}
    return [{"role": role, "contentType": kind, "value": value} | counted for role, (kind, value) in found.items() if value]


def _place(place: Named) -> dict:
    return {"name": place.name, "literal": place.id, "rel": "about"} | ({"uri": f"{particulars.ONS}/{place.id}"} if particulars.gss(place.id) else {})


def _picture(picture: Picture, known: Particulars, number: int) -> dict:
    said = {"name": f"picture{number}", "uri": f"{known.uri}/picture/{number}", "type": "picture", "by": picture.credit,
            "descriptions": _texts(caption=picture.caption, alt=picture.alt),
            "renditions": [{"name": "original", "href": picture.address}] if picture.address else []}
    return {key: value for key, value in said.items() if value}
