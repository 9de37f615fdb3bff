"""The notes file is refused with all its faults at once, held for a lawyer where it must be, and never used in silence."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from autobrief.checking import contract
from autobrief.model.notes import address
from autobrief.sources.note_lines import lines
from autobrief.sources.notes import MODELS

DOCS = Path(__file__).parents[2] / "docs"
TELFORD = ("--seat", "Telford", "--election", "ge2019")
MIDLANDS = ("--region", "midlands", "--election", "ge2019")
QUOTATION = '[[quotation]]\ntext = "It rained"\nwho = "a voter"\n'
LEGAL = '[[legal]]\nflag = "police inquiry"\nreason = "leaflets"\n'

FAULTY = '''bylin = "x"

[[quotation]]
text = """
[[quotation]] "hi"
who = "no"
"""
who = "3 people"
seat = "Telfrod"

[[quotation]]
text = "Fine"
who = "X"
person = "Denis Skinner"

[[colour]]
text = "16 tents!"
sorce = "x"
place = "Stoke-on-Tren"

[[picture]]
file = "/etc/passwd"
alt = ""
caption = "x"
credit = "y"
seat = "Nowhere at all"

[[link]]
title = "t"
url = "javascript:alert(1)"

[[legal]]
flag = 3
'''


def test_every_fault_is_told_at_once_with_its_line_and_the_nearest_name(run):
    code, out, err = run(FAULTY, *MIDLANDS)
    assert (code, out) == (4, "")
    told = [line.removeprefix("autobrief: notes.toml:").partition(": ")[::2] for line in err.splitlines() if line.startswith("autobrief")]
    expected = [
        ("1", "did you mean byline?"), ("4", "double quotation mark"), ("8", "opens with a figure"), ("9", "did you mean Telford"),
        ("14", "did you mean Dennis Skinner?"), ("16", "has no source"), ("17", "opens with a figure"), ("18", "did you mean source?"),
        ("19", "did you mean Stoke-on-Trent?"), ("22", "neither an http or https address nor"), ("23", "alt is blank"),
        ("26", "no seat called 'Nowhere at all'"), ("30", "neither an http or https address nor"), ("33", "flag")]
    assert [line for line, _ in told] == [line for line, _ in expected], err
    assert all(says in fault for (_, fault), (_, says) in zip(told, expected, strict=True)), err
    assert err.rstrip().endswith("see docs/notes.md")


@pytest.mark.parametrize("text, says", [
    ("a = \n", "notes.toml:1:"), ('quotation = "x"\n', "notes.toml:1: quotation: write [[quotation]]"),
    ('\n[legal]\nflag = "x"\n', "notes.toml:2: legal: write [[legal]]"),
    (QUOTATION + QUOTATION, "notes.toml:4: quotation 2: is the same as at line 1"),
    (QUOTATION + 'seat = "telfrd"\n', "notes.toml:4: quotation 1: no seat called 'telfrd'; did you mean Telford"),
    ('[[colour]]\ntext = "x"\nsource = "y"\nplace = "Telford"\n', 'is a seat: write seat = "Telford"'),
    ('[[colour]]\ntext = "x"\nsource = "y"\nplace = "midlands"\nseat = "Telford"\n', "name the seat or the place, not both"),
    ('[[colour]]\ntext = "What a rout!"\nsource = "y"\n', "strong words belong in a quotation"),
    ('[[picture]]\nalt = "x"\ncaption = "x"\ncredit = "x"\n', "give its file or its url, one of them"),
    ('byline = "\\uE000"\n', "cannot be seen, U+E000"), ('byline = "\\u202E"\n', "cannot be seen, U+202E"),
    ('byline = "' + "x" * 2001 + '"\n', "longer than 2000"), ("byline = 3\n", "notes.toml:1: byline should be a valid string"),
])
def test_a_fault_says_where_and_what(run, text, says):
    code, out, err = run(text, *TELFORD)
    assert code == 4 and not out and says in err, err


def test_a_file_that_is_not_there_or_not_text(run, tmp_path):
    assert "no such file" in run("", *TELFORD, "--notes", "none.toml")[2].lower()
    (tmp_path / "latin.toml").write_bytes(b"# x\nbyline = '\xff'\n")
    code, _, err = run("", *TELFORD, "--notes", "latin.toml")
    assert code == 4 and "latin.toml:2: not UTF-8" in err


def test_two_of_one_name_are_told_apart_by_the_seat(noted):
    name, seats = _twice_named()
    text = QUOTATION + f'person = "{name}"\n'
    with pytest.raises(Exception, match="could be .*; name the seat too"):
        noted(text, region="united-kingdom", election="ge2019")
    for seat in seats:
        article, _ = noted(f'{text}seat = "{seat}"\n', region="united-kingdom", election="ge2019")
        assert any("It rained" in block.text for block in article.blocks)


def _twice_named() -> tuple[str, list[str]]:
    """Somebody whose name two candidates of 2019 had."""
    from collections import defaultdict

    from autobrief.record.shelf import Shelf
    shelf, seats = Shelf(), defaultdict(set)
    for table in shelf.names("elections/ge2019", "*.candidacies.csv"):
        for seat, given, family in shelf.columns(table, "seat", "given", "family"):
            seats[f"{given} {family}"].add(seat)
    return min((name, sorted(found)) for name, found in seats.items() if len(found) == 2)


def test_a_note_of_another_seat_is_told_and_not_used(run):
    code, out, err = run(QUOTATION + 'seat = "Bolsover"\n' + LEGAL + 'person = "Dennis Skinner"\n', *TELFORD)
    assert code == 0 and "rained" not in out and "state" not in out
    assert err.splitlines() == ["autobrief: notes.toml:1: not used: the quotation on Bolsover, which is not in this article",
                                "autobrief: notes.toml:5: not used: the legal flag on Dennis Skinner, which is not in this article"]


def test_a_place_belongs_to_the_article_that_holds_all_of_it(run):
    note = '[[colour]]\ntext = "It rained"\nsource = "us"\nplace = "Shropshire"\n'
    assert "It rained" in run(note, *MIDLANDS)[1]
    code, out, err = run(note, *TELFORD)
    assert code == 0 and "It rained" not in out and "the local colour on Shropshire, which is not in this article" in err


@pytest.mark.parametrize("about", ["", 'seat = "Telford"\n', 'person = "Lucy Allan"\n'])
def test_a_legal_flag_holds_the_article(run, about):
    code, out, err = run(LEGAL + about, *TELFORD, "--format", "json")
    document = json.loads(out)
    name = about.partition('"')[2].rstrip('"\n')
    reason = f"police inquiry ({name}): leaflets" if name else "police inquiry: leaflets"
    assert (code, document["state"], [held["text"] for held in document["held"]]) == (3, "held", [reason])
    fact = next(fact for fact in document["facts"] if fact["id"] == document["held"][0]["fact"])
    assert (fact["value"], fact["sources"][0]["rows"]) == ("police inquiry", [2])
    assert f"autobrief: held: {reason}" in err and "lawyer" in err
    contract.read(out)


def test_a_held_article_is_written_whole_in_every_format(run, tmp_path):
    code, out, _ = run(LEGAL, *TELFORD)
    front = yaml.safe_load(out.removeprefix("---\n").split("\n---\n", 1)[0])
    assert (code, front["state"], front["held"]) == (3, "held", "police inquiry: leaflets") and "## Candidates" in out
    code, out, _ = run(LEGAL, *TELFORD, "--format", "text", "-o", "a.txt")
    assert (code, out) == (3, "") and (tmp_path / "a.txt").read_text("utf-8").startswith("Held, not for publication: police inquiry")
    code, out, _ = run(LEGAL, *TELFORD, "--format", "html")
    assert code == 3 and '<meta name="state" content="held">' in out


@pytest.mark.parametrize("words, held", [("Police were called", True), ("There is an election petition", True), ("It rained", False),
                                         ("We saw the policeman", False)])
def test_a_note_that_touches_the_law_holds_the_article(run, words, held):
    code, _, err = run(f'[[quotation]]\ntext = "{words}"\nwho = "a voter"\n', *TELFORD)
    assert code == (3 if held else 0) and ("in the quotation at line 2 of notes.toml" in err) is held


def test_an_article_without_notes_is_a_draft(noted):
    from autobrief.formats import json as article_json
    article, _ = noted(seat="Telford", election="ge2019")
    document = article_json.document(article)
    assert (document["state"], document["held"]) == ("draft", [])


def test_the_contract_knows_pictures_links_and_holds(run):
    text = QUOTATION + LEGAL + '[[picture]]\nfile = "a.jpg"\nalt = "x"\ncaption = "x"\ncredit = "y"\n[[link]]\ntitle = "t"\nurl = "https://example.org"\n'
    out = run(text, *TELFORD, "--format", "json")[1]
    document = json.loads(out)
    contract.read(out)
    jsonschema.Draft202012Validator(contract.schema()).validate(document)
    assert {"picture", "links"} <= {block["kind"] for block in document["blocks"]}
    for path, value in ((("state",), "draft"), (("held", 0, "fact"), "x"), (("held",), [])):
        broken = json.loads(out)
        at = broken
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
        with pytest.raises(ValueError):
            contract.read(json.dumps(broken))


@pytest.mark.parametrize("text, safe", [
    ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"), ("a b/é.jpg", "a%20b/%C3%A9.jpg"), ("a.jpg", "a.jpg"),
    ('a"><script>', "a%22%3E%3Cscript%3E"), ("a)(b", "a%29%28b"), ("javascript:alert(1)", ""), ("JaVaScRiPt:x", ""), ("data:text/html,x", ""),
    ("//example.org/x", ""), ("/etc/passwd", ""), ("../secret", ""), ("a/../../b", ""), ("C:\\x", ""), ("a\\b", ""), ("file:///x", ""),
    ("https:", ""), ("http:///x", ""), ("\x01javascript:x", ""), ("java\nscript:x", ""), ("", "")])
def test_only_the_web_and_relative_paths_are_addresses(text, safe):
    assert address(text) == safe


def test_lines_of_keys_whatever_stands_inside_long_texts():
    found = lines(FAULTY)
    assert found[("quotation", 0, "who")] == 8 and found[("quotation", 1)] == 11 and found[("bylin",)] == 1


def test_the_guide_and_the_example_can_be_followed(run):
    guide = (DOCS / "notes.md").read_text("utf-8")
    code, out, err = run(guide.split("```toml\n")[1].split("```")[0], *MIDLANDS)
    assert code == 3 and "A Telford voter, name supplied" in out.replace("a Telford", "A Telford") and "not used" not in err
    example = (DOCS / "examples" / "midlands-2019-notes.toml").read_text("utf-8")
    assert run(example, *MIDLANDS)[::2] == (0, "")
    assert run(example.replace("# [[legal]]", "[[legal]]").replace("# flag", "flag"), *MIDLANDS)[0] == 3
    keys = {key for model in MODELS.values() for key in model.model_fields} | {*MODELS, "byline"}
    assert all(f"`{key}`" in guide for key in keys)


def test_everything_in_the_example_says_that_it_is_one():
    import tomllib
    example = tomllib.loads((DOCS / "examples" / "midlands-2019-notes.toml").read_text("utf-8"))
    texts = [note.get("text") or note.get("caption") or note["title"] for kind, notes in example.items() if kind != "byline" for note in notes]
    assert texts and all(text.startswith("EXAMPLE: ") for text in texts)


def test_the_house_says_which_words_call_for_a_lawyer(run, tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "terms.toml").write_text('legal = ["tents"]\n', "utf-8")
    note = '[[quotation]]\ntext = "The police had {}"\nwho = "a voter"\n'
    assert run(note.format("tents"), *TELFORD, "--stylebook", "ours")[0] == 3
    assert run(note.format("hats"), *TELFORD, "--stylebook", "ours")[0] == 0
