"""An article by hand whose every text is hostile."""

from datetime import UTC, date, datetime
from decimal import Decimal

from autobrief.model.text import Article, Block, Cell, Correction, Fact, Sentence, Source, Span
from autobrief.model.world import Office, Party, Person, Place

TABLE = "elections/ge2030/nowhere.candidacies.csv"
DIGEST = "ab" * 32
BLANK = Source(TABLE, "", (2, 3), "votes")

HOSTILE = (
    "<script>alert(1)</script>", "</title></style><script>alert(2)</script>", "<!-- gone -->", "<http://example.org>",
    "*Bold*", "**", "* * *", "_under_ __score__", "~~gone~~", "~~~", "`code` ``", "```", "[x](javascript:y)",
    "![x](http://example.org/y.png)", "[x]: http://example.org", "[^1]", "# Head", "#", "Head #", "Head ##", "1. x", "2) x",
    "16.", "- x", "+ x", "---", "- - -", "===", "> x", "a | b", "| - | - |", "back\\slash \\| \\", "\\*",
    "&amp; &lt; &#60; &#x3C;",
    "Marks & Spencer", "\"double\" 'single'", "no", "1.10", "22:30", "a: b", "{a: 1}", "Ŵ 😀 é", "&copy",
    "a < b > c", "    four")


def sentence(number: int, text: str, fact: str) -> Sentence:
    return Sentence(f"note/{number}", text, f"note/{number}", (Span(0, len(text), fact),), "0" * 16)


def facts(name: str) -> dict[str, Fact]:
    """A name and one fact of each sort of value; the share's inputs are not themselves printed."""
    votes = Fact("x/votes", "votes", 1234, "votes", sources=(BLANK,))
    cast = Fact("x/cast", "cast", 2000, "votes", "1,234 + 766", inputs=(votes,))
    values = {
        "x/name": (Person("1", name, "Family"), "person"), "x/party": (Party("p", name, "P"), "party"),
        "x/place": (Place("s", name, "the", "county"), "place"), "x/text": (name, "text"),
        "x/date": (date(2030, 5, 2), "date"), "x/time": (datetime(2030, 5, 3, 3, 5, tzinfo=UTC), "time"),
        "x/points": (Decimal("1E+2"), "points"), "x/all": ((1, Decimal("0.10")), "count"), "x/unknown": (None, "text"),
        "x/so": (True, "text"), "x/office": (Office("1", "cabinet", 1, name, True), "office")}
    found = {key: Fact(key, key[2:], value, unit, sources=(BLANK,)) for key, (value, unit) in values.items()}
    return found | {"x/share": Fact("x/share", "share", Decimal("61.70"), "share", "1,234 / 2,000", inputs=(votes, cast))}


def hostile_article(name: str, **changes) -> Article:
    """An article that says `name` in every place where a name can stand."""
    kinds = ("headline", "standfirst", "lead", "method", "heading", "paragraph", "correction")
    blocks = [Block(kind, kind, (sentence(n if kind != "correction" else 9, name, "x/name"),)) for n, kind in enumerate(kinds)]
    listed = Block("list", "list", (sentence(7, name, "x/name"), sentence(8, name, "x/name")), caption=name)
    rows = ((Cell(name, "x/name"), Cell("12,345", "x/share"), Cell(name)), (Cell("–"), Cell("–"), Cell("–")))
    table = Block("table", "table", caption=name, columns=(name, "Votes", name), rows=rows)
    known = {
        "id": "ge2030/region/nowhere", "kind": "region", "election": "ge2030", "subject": "nowhere", "subject_name": name,
        "date": "2030-05-02", "as_of": "2030-05-03T03:05:00+01:00", "stage": "partial",
        "baseline": {"rule": "general-election", "election": "ge2026", "name": name}, "length": "standard", "language": "en-GB",
        "blocks": (table, *blocks, listed), "facts": facts(name), "inputs": ((TABLE, DIGEST), ("stylebook", DIGEST)),
        "corrections": (Correction("x/name/1", "name", "2030-05-04", False, {"name": facts(name)["x/name"]}, name, "x/name", "y", name),),
        "byline": name}
    return Article(**known | changes)
