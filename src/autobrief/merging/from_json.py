"""An article from its JSON document: what a later update needs as its base."""

from datetime import date, datetime
from decimal import Decimal

from ..model.text import LISTED, Article, Block, Cell, Correction, Fact, Sentence, Source, Span
from ..model.world import Office, Party, Person, Place


def article(document: dict) -> Article:
    """The article as it was written.  The document must keep the contract; `checking.contract.read` says whether it does."""
    subject = document["seat" if document["kind"] == "seat" else "region"]
    facts = _facts(document["facts"])
    return Article(
        id=document["id"], kind=document["kind"], election=document["election"], subject=subject["id"], subject_name=subject["name"],
        date=document["date"], as_of=document["as_of"], stage=document["stage"], baseline=document["baseline"], length=document["length"],
        language=document["language"], blocks=tuple(map(_block, document["blocks"])), facts=facts,
        inputs=tuple((each["name"], each["digest"]) for each in document["inputs"]),
        corrections=tuple(_correction(each, facts) for each in document["corrections"]), byline=document["byline"],
        held=tuple(map(_cell, document["held"])), rehearsal=document["rehearsal"] or "")


def _block(found: dict) -> Block:
    if found["kind"] == "table":
        return Block("table", found["id"], caption=found["caption"], columns=tuple(found["columns"]),
                     rows=tuple(tuple(map(_cell, row)) for row in found["rows"]))
    sentences = tuple(map(_sentence, found["sentences"]))
    if found["kind"] in LISTED:
        title = _sentence(found["title"]) if found["title"] else None
        return Block(found["kind"], found["id"], sentences, found["caption"], title, addresses=tuple(map(_cell, found.get("addresses", ()))))
    if found["kind"] == "picture":
        return Block("picture", found["id"], sentences, addresses=(_cell(found["address"]),), alt=_cell(found["alt"]))
    return Block(found["kind"], found["id"], sentences)


def _sentence(found: dict) -> Sentence:
    spans = tuple(Span(span["start"], span["end"], span["fact"]) for span in found["spans"])
    return Sentence(found["id"], found["text"], found["message"], spans, found["variant"])


def _cell(found: dict) -> Cell:
    return Cell(found["text"], found["fact"] or "")


def _facts(documents: list[dict]) -> dict[str, Fact]:
    """Every fact by id, each with the facts that it was worked out from."""
    waiting, made = {each["id"]: each for each in documents}, {}

    def fact(id: str) -> Fact:
        if id not in made:
            found = waiting[id]
            sources = tuple(Source(s["table"], s["digest"] or "", tuple(s["rows"]), s["column"]) for s in found["sources"])
            made[id] = Fact(id, found["kind"], _value(found["value"], found["unit"]), found["unit"], found["working"],
                            tuple(map(fact, found["inputs"])), sources)
        return made[id]
    for id in waiting:
        fact(id)
    return made


def _value(value, unit: str):
    read = READERS.get(unit)
    return read(value) if read and value is not None else value


READERS = {
    "share": Decimal, "points": Decimal, "date": date.fromisoformat, "time": datetime.fromisoformat,
    "person": lambda found: Person(found["name"], found["given"], found["family"]),
    "party": lambda found: Party(found["id"], found["name"], found["abbreviation"]),
    "place": lambda found: Place(found["id"], found["name"], kind=found["kind"]),
    "office": lambda found: Office("", found["rank"], 0, found["title"], found["in_post"]),
}


def _correction(found: dict, facts: dict[str, Fact]) -> Correction:
    return Correction(found["id"], found["what"], found["date"], found["top"], {name: facts[id] for name, id in found["facts"].items()},
                      found["text"], found["fact"], found["was"], found["is"])
