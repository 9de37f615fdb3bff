"""For each format what its own readers find in it: the same plain values from all."""

import io
import json
import re

import docx
import feedparser
import html5lib
import NewsMLG2.document
import yaml
from lxml import etree

from autobrief.formats.particulars import AUTHORITY, DIGITAL_SOURCE

XHTML = "{http://www.w3.org/1999/xhtml}"


def page(content: bytes):
    return html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(content.decode())


def fragment(text: str):
    return html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parseFragment(text)


def markdown(content: bytes) -> dict:
    front = yaml.safe_load(content.decode().removeprefix("---\n").split("\n---\n", 1)[0])
    return {"headline": front["title"], "usable": not front.get("draft"), "corrections": front.get("corrections", []),
            "pictures": [tuple(each[key] for key in ("address", "alt", "caption", "credit")) for each in front.get("pictures", [])],
            "standfirst": front.get("standfirst", ""), "byline": front.get("byline", ""), "parties": front.get("parties", []),
            "people": front.get("people", []), **{key: front[key] for key in ("id", "version", "language", "date", "places")}}


def _linked(tree) -> dict:
    scripts = tree.findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    data = json.loads(scripts[0].text)
    assert data["@type"] == "NewsArticle" and data["@context"] == "https://schema.org"
    assert data["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert all(each["@type"] == "CorrectionComment" for each in data.get("correction", []))
    headline = "".join(tree.find(".//h1").itertext())
    assert headline == data["headline"] and len(tree.findall(".//h1")) == 1
    return {"id": data["identifier"], "version": data["version"], "headline": headline, "standfirst": data.get("description", ""),
            "byline": data.get("author", {}).get("name", ""), "language": data["inLanguage"], "date": data["temporalCoverage"],
            "places": [each["name"] for each in data["contentLocation"]], "parties": [each["name"] for each in data.get("about", [])],
            "people": [each["name"] for each in data.get("mentions", [])], "corrections": [each["text"] for each in data.get("correction", [])],
            "pictures": [tuple(each.get(key, "") for key in ("contentUrl", "description", "caption", "creditText"))
                         for each in data.get("image", [])]}


def html(content: bytes) -> dict:
    tree = page(content)
    found = _linked(tree)
    assert tree.get("lang") == found["language"]
    robots = tree.find(".//meta[@name='robots']")
    return found | {"usable": robots is None or robots.get("content") != "noindex"}


def html_fragment(content: bytes) -> dict:
    tree = fragment(content.decode())
    article = tree.find("article")
    found = _linked(tree)
    assert article.get("lang") == found["language"] and article.get("data-id") == found["id"]
    return found | {"usable": article.get("data-state") != "held"}


def text(content: bytes) -> dict:
    """Names as they are joined there; a picture's credit stands in the copy."""
    body, _, filed = content.decode().rpartition("\n\n-- \n")
    lines = dict(each.split(": ", 1) for each in filed.strip().split("\n"))
    parts = body.split("\n\n")
    held = parts[0].startswith("Held, not for publication: ")
    top = parts[held:held + 3]
    return {"id": lines["Id"], "version": lines["Version"], "headline": top[0], "standfirst": top[1], "byline": top[2], "language": lines["Language"],
            "date": lines["Polling day"], "places": lines["Places"], "parties": lines.get("Parties", ""), "people": lines.get("People", ""),
            "usable": not held, "copy": body}


def json_(content: bytes) -> dict:
    found = json.loads(content)
    facts = {fact["id"]: fact for fact in found["facts"]}
    cited, pictures = [], []
    for block in found["blocks"]:
        spans = [(sentence["text"][span["start"]:span["end"]], span["fact"])
                 for sentence in filter(None, (block.get("title"), *block.get("sentences", ()))) for span in sentence["spans"]]
        cited += [fact for _, fact in spans] + [cell["fact"] for row in block.get("rows", ()) for cell in row if cell["fact"]]
        if block["kind"] == "picture":
            told = {facts[fact]["kind"]: said for said, fact in spans}
            pictures.append(tuple(each.strip() for each in (block["address"]["text"], block["alt"]["text"], told["caption"], told["credit"])))
    values = [facts[id]["value"] for id in dict.fromkeys(cited) if id in facts]
    values = [found.get("seat") or found["region"], *values]
    named = {kind: [each for each in values if isinstance(each, dict) and key(each)] for kind, key in
             (("places", lambda each: "kind" in each or set(each) == {"id", "name"}), ("people", lambda each: "given" in each),
              ("parties", lambda each: "abbreviation" in each and each["id"] not in ("ind", "spk")))}
    names = {}
    for kind, chosen in named.items():
        first = {}
        for each in chosen:
            first.setdefault(each.get("id", each["name"]), each["name"].strip())
        names[kind] = list(first.values())
    return {key: found[key].strip() for key in ("id", "version", "headline", "standfirst", "byline", "language", "date")} | names | {
        "corrections": [each["text"].strip() for each in found["corrections"]], "pictures": pictures, "usable": found["state"] == "draft"}


def _ninjs_picture(each: dict) -> tuple:
    return (each["renditions"]["original"]["href"], each["description_alt"], each["description_caption"], each["byline"])


def ninjs(content: bytes) -> dict:
    found = json.loads(content)
    body = found.get("body_xhtml", "")
    fragment(body)
    etree.fromstring(f"<x>{body}</x>")
    assert found["digitalsourcetype"]["uri"] == DIGITAL_SOURCE
    return {"id": found["altids"]["autobrief"], "version": found["version"], "headline": found["headline"],
            "standfirst": found.get("description_text", ""),
            "byline": found.get("byline", ""), "language": found["language"], "date": found["event"][0]["name"],
            "places": [each["name"] for each in found["place"]], "parties": [each["name"] for each in found.get("organisation", [])],
            "people": [each["name"] for each in found.get("person", [])], "usable": found["pubstatus"] == "usable", "note": found["ednote"],
            "pictures": [_ninjs_picture(each) for each in found.get("associations", {}).values()]}


def superdesk_item(item: dict) -> dict:
    """From an item as Superdesk keeps it once its parser has read it."""
    extra = item["extra"]
    assert extra["digital_source_type"] == DIGITAL_SOURCE
    return {"id": extra["autobrief_id"], "version": extra["autobrief_version"], "headline": item["headline"], "standfirst": item.get("abstract", ""),
            "byline": item.get("byline", ""), "language": item["language"], "date": extra["election_date"],
            "places": [each["name"] for each in item["place"]], "parties": extra["parties"], "people": extra["people"],
            "corrections": extra["corrections"], "usable": item["pubstatus"] == "usable",
            "pictures": [(each["renditions"]["original"]["href"], each["body_text"], each["description_text"], each["byline"])
                         for each in item.get("associations", {}).values()]}


def ninjs_superdesk(content: bytes) -> dict:
    found = json.loads(content)
    fragment(found.get("body_html", ""))
    return superdesk_item(found | {"abstract": found.get("description_text", "")})


def ninjs3(content: bytes) -> dict:
    found = json.loads(content)
    roles = {each["role"]: each["value"] for key in ("headlines", "descriptions") for each in found.get(key, ())}
    for each in found.get("bodies", ()):
        etree.fromstring(f"<x>{each['value']}</x>" if each["role"] == "main" else "<x/>")
    assert found["digitalSourceType"]["uri"] == DIGITAL_SOURCE
    pictures = [({each["name"]: each["href"] for each in picture["renditions"]}["original"],
                 *({each["role"]: each["value"] for each in picture["descriptions"]}[role] for role in ("alt", "caption")), picture["by"])
                for picture in found.get("associations", [])]
    return {"id": found["altIds"][0]["value"], "version": found["version"], "headline": found["headlines"][0]["value"],
            "standfirst": roles.get("summary", ""), "byline": found.get("by", ""), "language": found["language"], "date": found["events"][0]["name"],
            "places": [each["name"] for each in found["places"]], "parties": [each["name"] for each in found.get("organisations", [])],
            "people": [each["name"] for each in found.get("people", [])], "usable": found["pubStatus"] == "usable", "note": found["edNote"],
            "pictures": pictures}


def newsml_g2(content: bytes) -> dict:
    item = NewsMLG2.document.NewsMLG2Document(content).get_item()
    meta = item.contentmeta
    own = {each.reluri.removeprefix(AUTHORITY): each.value for each in meta.contentMetaExtProperty}
    subjects = [(each.type, str(each.name[0])) for each in meta.subject]
    kinds = {kind: [name for type_, name in subjects if type_ == f"cpnat:{kind}"] for kind in ("geoArea", "organisation", "person", "event")}
    assert meta.digitalsourcetype.uri == DIGITAL_SOURCE
    # The library keeps edNote's role, and reads no XHTML: for these the tree itself.
    tree = etree.fromstring(content)
    head, body = tree.find(f".//{XHTML}head"), tree.find(f".//{XHTML}body")
    notes = [each.text for each in tree.iter("{*}edNote") if each.get("roleuri") == f"{AUTHORITY}correction"]
    alts = {each.get("src"): each.get("alt") for each in body.iter(f"{XHTML}img")}
    captions = ["".join(each.itertext()) for each in body.iter(f"{XHTML}figcaption")]
    pictures = [(each.get("href"), alts[each.get("href")], re.sub(r" \(picture: .*\)$", "", caption), each.get("title"))
                for each, caption in zip(head.iter(f"{XHTML}link"), captions, strict=True)]
    assert [str(each) for each in meta.creditline or ()] == [each[3] for each in pictures]
    return {"id": own["id"], "version": own["version"], "headline": str(meta.headline[0]),
            "standfirst": str(meta.description[0]) if meta.description else "", "byline": str(meta.by[0]) if meta.by else "",
            "language": meta.language[0].tag, "date": kinds["event"][0], "places": kinds["geoArea"], "parties": kinds["organisation"],
            "people": kinds["person"], "corrections": notes, "pictures": pictures, "usable": item.itemmeta.pubstatus.qcode == "stat:usable"}


def ans(content: bytes) -> dict:
    found = json.loads(content)
    own, entities = found["additional_properties"], found["taxonomy"]["named_entities"]
    kinds = {kind: [each["name"] for each in entities if each["type"] == kind] for kind in ("place", "organization", "person")}
    assert own["digital_source_type"] == DIGITAL_SOURCE
    unescaped = [fragment(each["text"]) for each in found.get("corrections", [])]
    pictures = [(each["url"], each["alt_text"], "".join(fragment(each["caption"]).itertext()), each["credits"]["by"][0]["name"])
                for each in found["content_elements"] if each["type"] == "image"]
    return {"id": found["source"]["source_id"], "version": found["revision"]["revision_id"], "headline": found["headlines"]["basic"],
            "standfirst": found["description"]["basic"], "byline": found["credits"]["by"][0]["name"] if found.get("credits") else "",
            "language": found["language"], "date": own["election_date"], "places": kinds["place"], "parties": kinds["organization"],
            "people": kinds["person"], "corrections": ["".join(each.itertext()) for each in unescaped], "pictures": pictures,
            "usable": found["status"] != "withheld" and found["workflow"]["note"] != "withheld"}


def atom(content: bytes) -> dict:
    feed = feedparser.parse(content)
    assert not feed.bozo and feed.version == "atom10" and len(feed.entries) == 1
    entry = feed.entries[0]
    own = {}
    for tag in entry.tags:
        if tag.scheme.startswith(AUTHORITY):
            own.setdefault(tag.scheme.removeprefix(AUTHORITY), []).append(tag.label)
        assert tag.term
    assert DIGITAL_SOURCE in [tag.scheme + tag.term for tag in entry.tags]
    assert entry.id == AUTHORITY + own["article"][0]
    fragment(entry.content[0].value)
    tree = etree.fromstring(content)
    media = "{http://search.yahoo.com/mrss/}"
    pictures = [(each.get("url"), *(each.findtext(f"{media}{tag}") or "" for tag in ("title", "description", "credit")))
                for each in tree.iter(f"{media}content")]
    # feedparser gives `no summary` the body's; a title is text, whatever it looks like.
    texts = {tag: tree.findtext(f"{{*}}entry/{{*}}{tag}") or "" for tag in ("title", "summary")}
    return {"id": own["article"][0], "version": own["version"][0], "headline": texts["title"], "standfirst": texts["summary"],
            "byline": entry.author if entry.author != "autobrief" else "", "language": feed.feed.get("language", entry.content[0].language),
            "date": own["date"][0], "places": own["place"], "parties": own.get("party", []), "people": own.get("person", []),
            "corrections": own.get("correction", []), "pictures": pictures, "usable": "withheld" not in own and not list(tree.iter("{*}draft"))}


def docx_(content: bytes) -> dict:
    document = docx.Document(io.BytesIO(content))
    core = document.core_properties
    styled = [(each.style.name, each.text) for each in document.paragraphs]
    lines = {name: text for each in styled for name, found, text in [each[1].partition(": ")] if found}
    warned = [text for style, text in styled if style == "Intense Quote"]
    tops = {style: text for style, text in styled if style in ("Title", "Subtitle")}
    assert DIGITAL_SOURCE in core.comments
    return {"id": core.identifier, "version": core.version, "headline": tops["Title"], "standfirst": tops.get("Subtitle", ""),
            "byline": core.author, "language": core.language, "date": lines["Polling day"], "places": lines["Places"],
            "parties": lines.get("Parties", ""), "people": lines.get("People", ""), "usable": not warned and core.content_status != "Withheld",
            "copy": "\n\n".join(text for _, text in styled)}


READERS = {"markdown": markdown, "html": html, "html-fragment": html_fragment, "text": text, "json": json_, "ninjs": ninjs,
           "ninjs-superdesk": ninjs_superdesk, "ninjs3": ninjs3, "newsml-g2": newsml_g2, "ans": ans, "atom": atom, "docx": docx_}
