"""ninjs as Superdesk's own feed parser reads it: nothing stands here that it would pass over.

It is neither 1.6 nor later: `body_html` where the standard has `body_xhtml`, `guid` and `uri` both, no people or parties
(they are keywords, and by themselves in `extra`).  It takes a version as newer by `versioncreated` alone, in whole seconds of UTC,
and fails on any other form of time.
"""

from ..model.text import Article
from . import markup, particulars, text
from .ninjs import slugline, subjects, written
from .particulars import Issue, Particulars, Picture


def render(article: Article, issue: Issue | None = None) -> str:
    return written(document(article, particulars.of(article, issue)))


def document(article: Article, known: Particulars) -> dict:
    parties = [party.name for party in known.parties]
    return {
        "guid": known.uri, "uri": known.uri, "type": "text", "profile": "article", "mimetype": "text/html",
        "firstcreated": known.first_created, "versioncreated": known.created,
        "pubstatus": "usable" if known.usable else "withheld", "urgency": 4, "priority": 6, "language": known.language,
        "headline": known.headline, "slugline": slugline(known), "byline": known.byline, "description_text": known.standfirst,
        "body_html": markup.xhtml(markup.body(article)), "body_text": text.body(article), "source": "autobrief",
        "subject": [{key: each[key] for key in ("name", "code", "scheme")} for each in subjects()],
        "place": [{"name": place.name, "code": place.id} for place in known.places], "located": known.places[0].name if known.places else "",
        "genre": [{"name": "Article", "code": "Article"}], "keywords": list(dict.fromkeys((*parties, *known.people))),
        "authors": [{"name": known.byline, "role": "writer"}] if known.byline else [], "ednote": known.note,
        "extra": {"autobrief_id": known.id, "autobrief_version": known.version, "election_date": known.date,
                  "digital_source_type": particulars.DIGITAL_SOURCE, "parties": parties, "people": list(known.people),
                  "corrections": list(known.corrections), "withheld": known.withheld},
        "associations": {f"picture{number}": _picture(picture, known, number) for number, picture in enumerate(known.pictures, 1)}}


def _picture(picture: Picture, known: Particulars, number: int) -> dict:
    """An item of its own: `body_text` is its alternative text there, and the credit its byline."""
    guid = f"{known.uri}/picture/{number}"
    return {"guid": guid, "uri": guid, "type": "picture", "headline": picture.caption or picture.alt, "description_text": picture.caption,
            "body_text": picture.alt, "byline": picture.credit, "language": known.language, "versioncreated": known.created,
            "pubstatus": "usable" if known.usable else "withheld",
            "renditions": {name: {"href": picture.address} for name in ("original", "baseImage")} if picture.address else {}}
