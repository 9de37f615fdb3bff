"""An article by hand that has everything an article can have, and what every format must give back of it."""

from hostile import BLANK, hostile_article

from autobrief.formats.layout import line
from autobrief.model.text import Block, Cell, Fact, Sentence, Span
from autobrief.model.world import Party, Person, Place

ID, DATE = "ge2030/seat/E14000577", "2030-05-02"
UNITS = {Place: "place", Party: "party", Person: "person", str: "text"}
ADDRESS = "https://example.org/a?b=1&c=2"


def told(number: int, *parts: tuple[str, str]) -> Sentence:
    """A sentence of these texts, each with the fact it prints."""
    spans, text = [], ""
    for part, fact in parts:
        if fact:
            spans.append(Span(len(text), len(text) + len(part), fact))
        text += part
    return Sentence(f"s/{number}", text, f"m/{number}", tuple(spans), "0" * 16)


def full_article(name: str = "Mo Farr", address: str = ADDRESS, **changes):
    """`name` stands wherever a name can: party, place, person, headline, caption, link, correction."""
    values = {"x/place": Place("E14000577", name), "x/town": Place("town", "Ely & Co"), "x/party": Party("p", name, "P"),
              "x/other": Party("q", "Labour", "Lab"), "x/none": Party("ind", "Independent", "Ind"), "x/person": Person("1", name, "Lee"),
              "x/second": Person("2", "Ann", "O'Hara"), "x/unsaid": Person("3", "Never", "Printed"),
              "notes/1/caption": f"{name} caption", "notes/1/credit": f"{name} credit", "notes/1/alt": f"{name} alt", "x/name": name}
    facts = {id: Fact(id, id.split("/")[-1], value, UNITS[type(value)], sources=(BLANK,)) for id, value in values.items()}
    shown = told(5, (f"{name} caption", "notes/1/caption"), (" (picture: ", ""), (f"{name} credit", "notes/1/credit"), (")", ""))
    picture = Block("picture", "picture/1", (shown,), addresses=(Cell(address, "x/name"),), alt=Cell(f"{name} alt", "notes/1/alt"))
    rows = ((Cell(name, "x/person"), Cell("1,234"), Cell("")), (Cell("Ann O'Hara", "x/second"), Cell("–"), Cell("x", "x/none")))
    blocks = (
        Block("headline", "headline", (told(1, (name, "x/person"), (" wins", "")),)), Block("standfirst", "standfirst", (told(2, (name, "x/party"),
                                                                                                                      (" holds on", "")),)),
        Block("lead", "lead", (told(3, (name, "x/place"), (" & ", ""), ("Ely & Co", "x/town"), (" voted", "")),)),
        Block("heading", "h", (told(4, (name, "")),)), picture, Block("paragraph", "p", (told(6, ("Labour", "x/other"), (" lost.", "")),)),
        Block("list", "list", (told(7, (name, "x/name")), told(8, ("two", ""))), caption=name, title=told(9, (name, "x/name"))),
        Block("table", "table", caption=f"{name} table", columns=(name, "Votes", ""), rows=rows),
        Block("links", "links", (told(10, (name, "x/name")),), caption="Read on", title=told(11, ("Read on", "")),
              addresses=(Cell(ADDRESS, "x/name"),)),
        Block("method", "method", (told(12, ("How it was done.", "")),)))
    known = {"id": ID, "kind": "seat", "subject": "E14000577", "subject_name": name, "date": DATE, "as_of": "2030-05-03T03:05:00.5+01:00",
             "blocks": blocks, "facts": facts, "corrections": (f"3 May 2030: {name} corrected", "Another"), "byline": f"By {name}"}
    return hostile_article(name, **known | changes)


def expected(name: str = "Mo Farr", version: str = "", usable: bool = True, pictured: bool = True) -> dict:
    """What every format must say of it, as plain values."""
    said = line(name)
    return {
        "id": ID, "version": version, "headline": line(f"{name} wins"), "standfirst": line(f"{name} holds on"), "byline": line(f"By {name}"),
        "language": "en-GB", "date": DATE, "places": [said, "Ely & Co"], "parties": [said, "Labour"], "people": [line(f"{name} Lee"), "Ann O'Hara"],
        "corrections": [line(f"3 May 2030: {name} corrected"), "Another"], "usable": usable,
        "pictures": [(ADDRESS, line(f"{name} alt"), line(f"{name} caption"), line(f"{name} credit"))] if pictured else []}
