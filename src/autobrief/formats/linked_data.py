"""What search engines and archives read of a page: a schema.org NewsArticle as JSON-LD."""

import json

from ..model.text import Article
from .particulars import GENERATOR, ONS, Issue, Named, Particulars, Picture, gss, of

SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def script(article: Article, issue: Issue | None = None) -> str:
    """The element with its JSON, in which no `<` stands, so that no name in it can end the element."""
    text = json.dumps(document(of(article, issue)), ensure_ascii=False).translate(SAFE)
    return f'<script type="application/ld+json">{text}</script>'


def document(found: Particulars) -> dict:
    """The NewsArticle; what is blank is left out."""
    said = {
        "@context": "https://schema.org", "@type": "NewsArticle", "@id": found.uri,
        "identifier": found.id, "version": found.version, "headline": found.headline, "description": found.standfirst,
        "inLanguage": found.language, "datePublished": found.first_created, "dateModified": found.created, "temporalCoverage": found.date,
        "creativeWorkStatus": "Published" if found.usable else "Draft",
        "author": {"@type": "Organization", "name": found.byline} if found.byline else None,
        "articleSection": "Politics", "digitalSourceType": "https://schema.org/AlgorithmicMediaDigitalSource",
        "sdPublisher": {"@type": "Organization", "name": GENERATOR},
        "contentLocation": [_place(place) for place in found.places],
        "about": [{"@type": "Organization", "identifier": party.id, "name": party.name} for party in found.parties],
        "mentions": [{"@type": "Person", "name": name} for name in found.people],
        "image": [_image(picture) for picture in found.pictures],
        "correction": [{"@type": "CorrectionComment", "text": text} for text in found.corrections]}
    return {key: value for key, value in said.items() if value}


def _place(place: Named) -> dict:
    known = {"sameAs": f"{ONS}/{place.id}"} if gss(place.id) else {}
    return {"@type": "Place", "identifier": place.id, "name": place.name} | known


def _image(picture: Picture) -> dict:
    said = {"contentUrl": picture.address, "description": picture.alt, "caption": picture.caption, "creditText": picture.credit}
    return {"@type": "ImageObject"} | {key: value for key, value in said.items() if value}
