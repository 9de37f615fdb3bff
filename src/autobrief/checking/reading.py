"""An article back from its JSON, so that it can be set in any format again.

What it reads it can write: `formats.json.render` gives back the same bytes.  Values that were decimals or times stay text.
"""

from ..formats import json as article_json
from ..model.text import Article, Block, Cell, Fact, Sentence, Source, Span
from ..model.world import Office, Party, Person, Place
from . import contract


def article(text: str | bytes) -> Article:
    """The article.  Raises pydantic.ValidationError where it breaks the contract, ValueError where its digest is another's."""
    known = contract.read(text).model_dump()
    if article_json.digest(known) != known["digest"]:
        raise ValueError("the digest is not that of the document: it was changed after it was written")
    subject = known["seat"] if known["kind"] == "seat" else known["region"]
    return Article(
        id=known["id"], kind=known["kind"], election=known["election"], subject=subject["id"], subject_name=subject["name"],
        date=known["date"], as_of=known["as_of"], stage=known["stage"], baseline=known["baseline"], length=known["length"],
        language=known["language"], blocks=tuple(map(_block, known["blocks"])), facts=_facts(known["facts"]),
        inputs=tuple((each["name"], each["digest"]) for each in known["inputs"]), corrections=tuple(known["corrections"]),
        byline=known["byline"], held=tuple(map(_cell, known["held"])))


def _block(known: dict) -> Block:
    if known["kind"] == "table":
        return Block("table", known["id"], caption=known["caption"], columns=tuple(known["columns"]),
                     rows=tuple(tuple(map(_cell, row)) for row in known["rows"]))
    addresses = [known["address"]] if known["kind"] == "picture" else known.get("addresses", ())
    title, alt = known.get("title"), known.get("alt")
    return Block(known["kind"], known["id"], tuple(map(_sentence, known["sentences"])), caption=known.get("caption", ""),
                 title=_sentence(title) if title else None, addresses=tuple(map(_cell, addresses)), alt=_cell(alt) if alt else None)


def _sentence(known: dict) -> Sentence:
    spans = tuple(Span(span["start"], span["end"], span["fact"]) for span in known["spans"])
    return Sentence(known["id"], known["text"], known["message"], spans, known["variant"])


def _cell(known: dict) -> Cell:
    return Cell(known["text"], known["fact"] or "")


def _facts(listed: list[dict]) -> dict[str, Fact]:
    """Every fact with those it was worked out from, each made once.  Raises ValueError where one rests on itself."""
    waiting, made = {each["id"]: each for each in listed}, {}
    while waiting:
        ready = [each for each in waiting.values() if all(needed in made for needed in each["inputs"])]
        if not ready:
            raise ValueError(f"facts that rest on themselves: {', '.join(waiting)}")
        for each in ready:
            made[each["id"]] = Fact(each["id"], each["kind"], _value(each["value"]), each["unit"], each["working"],
                                    tuple(made[needed] for needed in each["inputs"]), tuple(map(_source, each["sources"])))
            del waiting[each["id"]]
    return made


def _source(known: dict) -> Source:
    return Source(known["table"], known["digest"] or "", tuple(known["rows"]), known["column"])


def _value(value):
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, dict):
        return value
    if "given" in value:
        return Person("", value["given"], value["family"])
    if "abbreviation" in value:
        return Party(value["id"], value["name"], value["abbreviation"])
    if "rank" in value:
        return Office("", value["rank"], 0, value["title"], value["in_post"])
    return Place(value["id"], value["name"], kind=value["kind"])
