"""The article with its proof, for machines: the JSON contract, version 1.

Its form is in docs/article.schema.json.  `digest` is the sha256 of all the rest in canonical form:
keys sorted, separators compact, UTF-8.  Spans count Unicode code points.
"""

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal

from .. import __version__
from ..model.text import LISTED, Article, Block, Cell, Correction, Fact, Sentence, Source, Withdrawn
from ..model.world import Office, Party, Person, Place

SCHEMA_VERSION = 1


def render(article: Article) -> str:
    """The document with a line to each block, fact and input, so that two versions can be compared by line."""
    return by_line(document(article))


def by_line(document: dict) -> str:
    """A document with a line to each entry of its lists."""
    entries = [f"{_compact(key)}: {_by_line(value)}" for key, value in document.items()]
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _by_line(value) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def version(article: Article) -> str:
    """A short name for exactly what a reader reads: 12 digits of the sha256 of every block's text, in order, any byline and why it is held."""
    text = [[block.id, block.caption, block.text, [[cell.text for cell in row] for row in block.rows], *_shown(block)]
            for block in article.blocks]
    above = [[article.byline, [cell.text for cell in article.held]]] if article.byline or article.held else []
    return hashlib.sha256(_compact([article.id, text, *above]).encode()).hexdigest()[:12]


def _shown(block: Block) -> list[str]:
    """Where a picture or links lead, and what is said of the picture."""
    return [cell.text for cell in (*block.addresses, *filter(None, [block.alt]))]


def canonical(document: dict) -> bytes:
    """A document in canonical form, any digest it already bears left out."""
    rest = {key: value for key, value in document.items() if key != "digest"}
    return json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: dict) -> str:
    """The sha256 of a document in canonical form."""
    return hashlib.sha256(canonical(document)).hexdigest()


def document(article: Article) -> dict:
    """The article as plain dicts, lists, text and whole numbers."""
    found = contents(article)
    return found | {"digest": digest(found)}


def kept(article: Article) -> dict:
    """The contents with what no reader is shown and the next version needs, for the places where versions are kept."""
    return contents(article) | unseen(article)


def unseen(article: Article) -> dict:
    """What no reader is shown and the next version needs."""
    return {
        "withdrawn": [_withdrawn(each, dict(article.inputs)) for each in article.withdrawn], "counted": article.counted,
        "alone": {each.id: [each.alone, *each.named] for block in article.blocks for each in block.sentences if each.alone}}


def contents(article: Article) -> dict:
    """The article's document but for its digest."""
    digests = dict(article.inputs)
    subject = "seat" if article.kind == "seat" else "region"
    return {
        "schema_version": SCHEMA_VERSION, "generator": f"autobrief {__version__}",
        "id": article.id, "version": version(article), "kind": article.kind, "election": article.election, "date": article.date,
        subject: {"id": article.subject, "name": article.subject_name},
        "as_of": article.as_of, "stage": article.stage, "baseline": article.baseline,
        "length": article.length, "language": article.language,
        "headline": article.headline, "standfirst": article.standfirst, "byline": article.byline,
        "rehearsal": article.rehearsal or None, "state": "held" if article.held else "draft", "held": [_cell(reason) for reason in article.held],
        "blocks": [_block(block) for block in article.blocks],
        "facts": [_fact(fact, digests) for _, fact in sorted(article.every_fact().items())],
        "corrections": [_correction(each) for each in article.corrections],
        "inputs": [{"name": name, "digest": value} for name, value in article.inputs]}


def _block(block: Block) -> dict:
    if block.kind == "table":
        return {"id": block.id, "kind": block.kind, "caption": block.caption, "columns": list(block.columns),
                "rows": [[_cell(cell) for cell in row] for row in block.rows]}
    found = {"id": block.id, "kind": block.kind}
    if block.kind in LISTED:
        found |= {"caption": block.caption, "title": block.title and _sentence(block.title)}
    if block.kind == "links":
        found["addresses"] = [_cell(each) for each in block.addresses]
    if block.kind == "picture":
        found |= {"address": _cell(block.addresses[0]), "alt": _cell(block.alt)}
    return found | {"text": block.text, "sentences": [_sentence(sentence) for sentence in block.sentences]}


def _sentence(sentence: Sentence) -> dict:
    return {"id": sentence.id, "text": sentence.text, "message": sentence.message, "variant": sentence.variant,
            "spans": [{"start": span.start, "end": span.end, "fact": span.fact} for span in sentence.spans]}


def _correction(each: Correction) -> dict:
    return {"id": each.id, "date": each.date, "what": each.what, "top": each.top, "text": each.text, "fact": each.fact,
            "was": each.was, "is": each.now, "facts": {name: fact.id for name, fact in sorted(each.facts.items())}}


def _withdrawn(each: Withdrawn, digests: dict[str, str]) -> dict:
    return {"of": each.of, "who": each.who, "words": list(each.words), "fact": _fact(each.fact, digests)}


def _cell(cell: Cell) -> dict:
    return {"text": cell.text, "fact": cell.fact or None}


def _fact(fact: Fact, digests: dict[str, str]) -> dict:
    return {"id": fact.id, "kind": fact.kind, "value": plain(fact.value), "unit": fact.unit, "working": fact.working,
            "inputs": [needed.id for needed in fact.inputs], "sources": [_source(source, digests) for source in fact.sources]}


def _source(source: Source, digests: dict[str, str]) -> dict:
    # The inputs say which file was read; a digest on the source itself is only for one that is not among them.
    return {"table": source.table, "digest": digests.get(source.table) or source.digest or None,
            "rows": list(source.rows), "column": source.column}


def plain(value):
    """A fact's value in JSON: decimals and times as text, never a float.  Raises TypeError for what it does not know."""
    form = FORMS.get(type(value))
    if form is None:
        raise TypeError(f"a fact cannot have a value of type {type(value).__name__} in JSON")
    return form(value)


def _as_it_is(value):
    return value


FORMS = {
    type(None): _as_it_is, bool: _as_it_is, int: _as_it_is, str: _as_it_is,
    Decimal: lambda value: format(value, "f"),
    date: date.isoformat, datetime: datetime.isoformat,
    Person: lambda value: {"name": value.name, "given": value.given, "family": value.family}
                          | ({"published": value.published_name} if value.published else {}),
    Party: lambda value: {"id": value.id, "name": value.name, "abbreviation": value.abbreviation},
    Place: lambda value: {"id": value.id, "name": value.name, "kind": value.kind},
    Office: lambda value: {"title": value.title, "rank": value.rank, "in_post": value.in_post} | ({"shared": True} if value.shared else {}),
    tuple: lambda value: [plain(each) for each in value],
}
