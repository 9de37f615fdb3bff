"""A county of hostile names, brought in and written by the command line in every format, and read back exactly."""

import json
import subprocess
import sys

import html5lib
import pytest
import yaml
from markdown_it import MarkdownIt
from parliament_files import published, write_rows

SCRIPT, BOLD, HEAD, PRIVATE, PIPE = "<script>alert(1)</script>", "Ann *Bold*", "# Head", "Pri\ue000vate U\uf8ffse", "[x](y) | Pipe"
LUDLOW, TELFORD, WOOD, ATCHAM, WREKIN = "Ludlow, Clee and Corve", "Telford", "King's Wood", "Shrewsbury and Atcham", "The Wrekin"
CONTESTS = {
    # Name on record: name here, electorate kept, party of the first, and the candidates.
    "Ludlow": (LUDLOW, True, "Con", {"Con": (20000, SCRIPT), "LD": (18000, "*Star* Bolder"), "Lab": (17, "Una |")}),
    "Telford": (TELFORD, True, "Lab", {"Lab": (12000, BOLD), "Con": (12000, "Bob O'Brien"), "LD": (31, "Cat Nought")}),
    "North Shropshire": (WOOD, False, "LD", {"LD": (15000, HEAD), "Con": (14000, "--- Rule"), "Lab": (0, "No Votes")}),
    "Shrewsbury and Atcham": (ATCHAM, True, "Con", {"Con": (15000, PRIVATE), "Lab": (14990, PIPE), "LD": (3, "`Tick` &amp;")}),
    "The Wrekin": (WREKIN, True, "Con", {"Con": (0, "Alone Unopposed")}),
}
SHROPSHIRE = {"E14000799", "E14000849", "E14000926", "E14000989", "E14000992"}
FORMATS = ("markdown", "html", "text", "json")
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def run(*arguments, code=0):
    done = subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == code, (done.returncode, done.stderr)
    return done.stdout


def rows(own_codes: bool) -> tuple[list[dict], list[dict]]:
    """Shropshire's rows of 2019 with other seats' names, candidates and votes; on codes of its own, so that no name on record is used."""
    contests, candidacies = published("ge2019", SHROPSHIRE)
    standing = []
    for contest in contests:
        name, known, first, candidates = CONTESTS[contest["Constituency name"]]
        mine = {row["Party abbreviation"]: row for row in candidacies if row["ONS ID"] == contest["ONS ID"]}
        for party, (votes, person) in candidates.items():
            given, _, family = person.rpartition(" ")
            standing.append(mine[party] | {"Candidate first name": given, "Candidate surname": family, "Votes": str(votes), "Constituency name": name,
                                           "Member MNIS ID": "", "Sitting MP": "No", "Former MP": "No"})
        cast = sorted((votes for votes, _ in candidates.values()), reverse=True)
        contest |= {"Constituency name": name, "Valid votes": str(sum(cast)), "Invalid votes": "0", "First party": first, "Result": f"{first} hold",
                    "Majority": str(cast[0] - (cast[1] if len(cast) > 1 else 0)), "Electorate": contest["Electorate"] if known else ""}
        contest["Declaration time"] = "" if own_codes else contest["Declaration time"]
    for row in (*contests, *standing) if own_codes else ():
        row["ONS ID"] = "Z" + row["ONS ID"][1:]
    return contests, standing


@pytest.fixture(scope="module")
def layer(tmp_path_factory):
    """A record with the county as ge2019, on the seats' own codes, and as ge2026, on codes that nobody knows."""
    home = tmp_path_factory.mktemp("hostile")
    for id, own in (("ge2019", False), ("ge2026", True)):
        folder = write_rows(home / id, *rows(own))
        run("import", "parliament", folder, "--id", id, "--date", "2026-05-07" if own else "2019-12-12", "--into", home / "record")
    return home / "record"


@pytest.fixture(scope="module")
def said(layer):
    """The county's article on each election in the four formats."""
    return {(id, name): run("write", "--region", "shropshire", "--election", id, "--record", layer, "--format", name)
            for id in ("ge2019", "ge2026") for name in FORMATS}


def sentences(document: str) -> dict[str, str]:
    return {block["kind"] + "/" + block["id"]: block["text"] for block in json.loads(document)["blocks"] if block["kind"] not in ("table", "method")}


def table(document: str, caption: str) -> list[list[str]]:
    found = next(block for block in json.loads(document)["blocks"] if block["kind"] == "table" and block["caption"] == caption)
    return [[cell["text"] for cell in row] for row in found["rows"]]


def test_each_name_is_printed_exactly_where_it_is_said(said):
    """By the spans: whatever the wording, a person's name is the name as imported, or its family name after the first mention."""
    found = json.loads(said["ge2019", "json"])
    people = {fact["id"] for fact in found["facts"] if fact["unit"] == "person"}
    printed = {sentence["text"][span["start"]:span["end"]] for block in found["blocks"] for sentence in block.get("sentences", ())
               for span in sentence["spans"] if span["fact"] in people}
    whole = {SCRIPT, BOLD, HEAD, "Private Use", "--- Rule", "Bob O'Brien", PIPE, "Philip Dunne", "Daniel Kawczynski", "Owen Paterson", "Lucy Allan",
             "Mark Pritchard", "Alone Unopposed"}
    families = {name.rpartition(" ")[2] for name in whole}
    ends = {"'s", "'"}
    assert printed and {name for name in printed if name not in whole | families
                        and not any(name.removesuffix(end) in whole | families for end in ends)} == set()
    assert {SCRIPT, BOLD, HEAD} <= printed


def test_the_tables_have_every_seat_and_name(said):
    assert table(said["ge2019", "json"], "Results by seat") == [
        ["Ludlow", SCRIPT, "Con hold", "2,000", "Lib Dem", "54.7%"],
        ["North Shropshire", "# Head", "Lib Dem gain from Con", "1,000", "Con", "–"],
        ["Shrewsbury and Atcham", "Private Use", "Con hold", "10", "Lab", "36.5%"],
        ["Telford", BOLD, "Lab gain from Con", "0", "Con", "34.9%"],
        ["The Wrekin", "Alone Unopposed", "Con hold", "–", "–", "0%"],
    ]
    names = {row[0]: row[1:5] for row in table(said["ge2026", "json"], "Results by seat")}
    assert names == {
        LUDLOW: [SCRIPT, "Con", "2,000", "Lib Dem"], TELFORD: [BOLD, "Lab", "0", "Con"], WOOD: ["# Head", "Lib Dem", "1,000", "Con"],
        ATCHAM: ["Private Use", "Con", "10", "Lab"], WREKIN: ["Alone Unopposed", "Con", "–", "–"]}


def test_a_tie_goes_to_the_official_first_party(said, layer):
    row = next(row for row in csv_rows(layer) if row["seat"] == "Telford")
    assert (row["winner"], row["change"], row["majority"]) == ("Lab", "gain", "0") and "tie_by_lot" in row["marks"]
    found = json.loads(run("write", "--seat", "Telford", "--election", "ge2019", "--record", layer, "--format", "json"))
    assert any("Ann *Bold* won Telford for Labour by lot, after a tie with Bob O'Brien." in text for text in sentences(json.dumps(found)).values())


def csv_rows(layer) -> list[dict]:
    import csv
    import io
    return list(csv.DictReader(io.StringIO(run("outcomes", "--region", "shropshire", "--election", "ge2019", "--record", layer, "--format", "csv"))))


def test_the_markdown_reads_back_and_its_front_matter_is_whole(said):
    for id in ("ge2019", "ge2026"):
        text = said[id, "markdown"]
        _, front, body = text.split("---\n", 2)
        matter, found = yaml.safe_load(front), json.loads(said[id, "json"])
        assert (matter["id"], matter["title"], matter["standfirst"]) == (f"{id}/region/shropshire", found["headline"], found["standfirst"])
        assert matter["region"] == "Shropshire" and matter["stage"] == "complete"
        tokens = PARSER.parse(body)
        assert not [token for token in tokens if token.type.startswith(("html", "code", "fence", "bullet", "ordered", "blockquote"))]
        lines = ["".join(child.content for child in token.children) for token in tokens if token.type == "inline"]
        assert not [child for token in tokens if token.type == "inline" for child in token.children
                    if child.type in ("html_inline", "link_open", "image", "code_inline")]
        for key, told in sentences(said[id, "json"]).items():
            assert told in lines, (key, told)
        cells = [cell for row in table(said[id, "json"], "Results by seat") for cell in row]
        assert set(cells) <= set(lines)


def test_the_page_has_no_script_and_every_name(said):
    for id in ("ge2019", "ge2026"):
        tree = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(said[id, "html"])
        assert [script.get("type") for script in tree.iter("script")] == ["application/ld+json"] and not list(tree.iter("a"))
        words = {"".join(element.itertext()) for element in tree.iter()}
        for told in sentences(said[id, "json"]).values():
            assert told in words
        cells = {cell for row in table(said[id, "json"], "Results by seat") for cell in row}
        assert cells <= words


def test_the_text_has_every_sentence_as_it_is(said):
    for id in ("ge2019", "ge2026"):
        for told in sentences(said[id, "json"]).values():
            assert told in said[id, "text"]


def test_no_private_use_character_is_left_and_the_same_words_are_in_all(said):
    for text in said.values():
        assert not [c for c in text if "\ue000" <= c <= "\uf8ff"]


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("seat", ["Ludlow", "Telford", "Shrewsbury and Atcham"])
def test_each_seat_is_written(layer, seat, format_name):
    text = run("write", "--seat", seat, "--election", "ge2019", "--record", layer, "--format", format_name)
    assert seat in text and "{{" not in text


@pytest.mark.parametrize("name", [LUDLOW, ATCHAM, TELFORD])
def test_a_seat_is_found_and_named_as_it_is_written(layer, name):
    found = run("write", "--seat", name, "--election", "ge2026", "--record", layer, "--format", "json")
    assert name in json.loads(found)["headline"] and any(name in text for text in sentences(found).values())


def test_a_candidate_without_a_vote(layer):
    found = run("write", "--seat", "North Shropshire", "--election", "ge2019", "--record", layer, "--format", "json")
    assert ["No Votes", "Lab", "0", "0%"] in table(found, "Candidates")
    assert "turnout" not in "\n".join(sentences(found).values()).lower()


def test_a_candidate_unopposed(layer):
    found = run("write", "--seat", "The Wrekin", "--election", "ge2019", "--record", layer, "--format", "json")
    assert "Alone Unopposed" in json.loads(found)["headline"] and " by " not in json.loads(found)["headline"]
