"""An article back from its JSON document, so that any format writes it again byte for byte.

What the document leaves out (ids of persons, ranks of offices) no format prints.  Every fact of the
document is among the article's, those that others were worked out from included.
"""

from datetime import date, datetime
from decimal import Decimal

from ..model.text import LISTED, Article, Block, Cell, Correction, Fact, Sentence, Source, Span, Withdrawn
from ..model.world import Office, Party, Person, Place


def restore(document: dict) -> Article:
    """The article that `formats.json.document` made this from.  Raises KeyError for a document that is none."""
    facts = _facts(document["facts"])
    subject = document["seat" if document["kind"] == "seat" else "region"]
    return Article(
        id=document["id"], kind=document["kind"], election=document["election"], subject=subject["id"], subject_name=subject["name"],
        date=document["date"], as_of=document["as_of"], stage=document["stage"], baseline=_baseline(document["baseline"]),
        length=document["length"], language=document["language"],
        blocks=tuple(_alone(_block(each), document.get("alone", {})) for each in document["blocks"]),
        facts=facts, inputs=tuple((each["name"], each["digest"]) for each in document["inputs"]),
        corrections=tuple(_correction(each, facts) for each in document["corrections"]), byline=document["byline"],
        held=tuple(_cell(each) for each in document["held"]), rehearsal=document["rehearsal"] or "",
        withdrawn=tuple(_withdrawn(each) for each in document.get("withdrawn", ())), counted=document.get("counted", ""))


def _baseline(found: dict | None) -> dict | None:
    """In its own order, whatever order the document was kept in."""
    return found and {key: found[key] for key in sorted(found, key=lambda key: BASELINE.index(key) if key in BASELINE else len(BASELINE))}


def _block(found: dict) -> Block:
    kind = found["kind"]
    if kind == "table":
        rows = tuple(tuple(_cell(cell) for cell in row) for row in found["rows"])
        return Block(kind, found["id"], caption=found["caption"], columns=tuple(found["columns"]), rows=rows)
    block = Block(kind, found["id"], tuple(_sentence(each) for each in found["sentences"]))
    if kind in LISTED:
        block = block._replace(caption=found["caption"], title=found["title"] and _sentence(found["title"]))
    if kind == "links":
        block = block._replace(addresses=tuple(_cell(each) for each in found["addresses"]))
    if kind == "picture":
        block = block._replace(addresses=(_cell(found["address"]),), alt=_cell(found["alt"]))
    return block


def _alone(block: Block, known: dict[str, list[str]]) -> Block:
    if not known:
        return block
    return block._replace(sentences=tuple(s._replace(alone=known[s.id][0], named=tuple(known[s.id][1:])) if s.id in known else s
                                          for s in block.sentences))


def _sentence(found: dict) -> Sentence:
    spans = tuple(Span(span["start"], span["end"], span["fact"]) for span in found["spans"])
    return Sentence(found["id"], found["text"], found["message"], spans, found["variant"])


def _cell(found: dict) -> Cell:
    return Cell(found["text"], found["fact"] or "")


def _correction(found: dict, facts: dict[str, Fact]) -> Correction:
    return Correction(found["id"], found["what"], found["date"], found["top"], {name: facts[id] for name, id in found["facts"].items()},
                      found["text"], found["fact"], found["was"], found["is"])


def _withdrawn(found: dict) -> Withdrawn:
    fact = _facts([found["fact"]])[found["fact"]["id"]]
    return Withdrawn(found["of"], fact, tuple(found["words"]), found["who"])


def _facts(found: list[dict]) -> dict[str, Fact]:
    """Facts by id, each with the very facts that it was worked out from."""
    entries = {entry["id"]: entry for entry in found}
    made: dict[str, Fact] = {}

    def make(id: str) -> Fact:
        if id not in made:
            entry = entries[id]
            made[id] = Fact(id, entry["kind"], _value(entry["value"], entry["unit"]), entry["unit"], entry["working"],
                            tuple(make(needed) for needed in entry["inputs"]), tuple(_source(each) for each in entry["sources"]))
        return made[id]

    return {id: make(id) for id in entries}


def _source(found: dict) -> Source:
    return Source(found["table"], found["digest"] or "", tuple(found["rows"]), found["column"])


def _value(value, unit: str):
    if isinstance(value, list):
        return tuple(_value(each, unit) for each in value)
    form = FORMS.get(unit)
    return form(value) if form and value is not None else value


def _time(value: str) -> datetime | date:
    return date.fromisoformat(value) if len(value) == len("2019-12-12") else datetime.fromisoformat(value)


BASELINE = ("rule", "election", "name")
FORMS = {
    "share": Decimal, "points": Decimal,
    "person": lambda value: Person(value["name"], value["given"], value["family"],
                                   published=("", value["published"]) if value.get("published") else ()),
    "party": lambda value: Party(value["id"], value["name"], value["abbreviation"]),
    "place": lambda value: Place(value["id"], value["name"], "", value["kind"]),
    "office": lambda value: Office("", value["rank"], 0, value["title"], value["in_post"], shared=value.get("shared", False)),
    "date": _time, "time": _time,
}
