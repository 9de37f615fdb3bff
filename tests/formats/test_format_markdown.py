import pytest
import yaml
from hostile import hostile_article
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from autobrief.formats import markdown
from autobrief.formats.json import version
from autobrief.formats.layout import line

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
KEPT = {"text", "em_open", "em_close", "strong_open", "strong_close"}


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def front(text: str) -> dict:
    return yaml.safe_load(text.removeprefix("---\n").split("\n---\n", 1)[0])


def read_back(text: str) -> list[tuple[str, str]]:
    """Each line of text in the Markdown, by what it stands in; anything but text and emphasis is a failure."""
    found, inside = [], []
    for token in PARSER.parse(body(text)):
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            assert inside.pop() == token.tag
        elif token.type == "hr":
            found.append(("hr", ""))
        else:
            assert token.type == "inline", token
            kinds = [child.type for child in token.children]
            assert set(kinds) <= KEPT, kinds
            marks = [child.tag for child in token.children if child.nesting == 1]
            assert len(marks) <= 1
            content = "".join(child.content for child in token.children)
            found.append(("/".join(tag for tag in inside[-1:] + marks if tag not in ("tr", "thead", "tbody")), content))
    return found


def as_said(name: str) -> list[tuple[str, str]]:
    said = line(name)
    return [
        ("h1", said), ("p/em", said), ("p/em", said), ("p", said), ("h2", said), ("p", said),
        ("p/strong", said), ("p", f"{said}; {said}"), ("h2", said),
        ("th", said), ("th", "Votes"), ("th", said), ("td", said), ("td", "12,345"), ("td", said),
        ("td", "–"), ("td", "–"), ("td", "–"), ("hr", ""), ("p/em", said), ("p/em", said)]


def test_hostile_names_are_read_back_as_they_are(hostile, name):
    assert read_back(markdown.render(hostile)) == as_said(name)


@given(st.text(st.sampled_from("\\`*_~|[]()<>&#!-+=.:;/1a \n\"'é\u00a0"), min_size=1).filter(line))
@settings(max_examples=300, deadline=None)
def test_whatever_the_name_it_is_read_back(name):
    assert read_back(markdown.render(hostile_article(name))) == as_said(name)


def test_front_matter_survives(hostile, name):
    said = line(name)
    assert front(markdown.render(hostile)) == {
        "id": "ge2030/region/nowhere", "version": version(hostile), "title": said, "standfirst": said, "byline": said,
        "date": "2030-05-02", "region": said, "election": "ge2030",
        "baseline": {"rule": "general-election", "election": "ge2026", "name": said},
        "as_of": "2030-05-03T03:05:00+01:00", "stage": "partial", "length": "standard", "generator": "autobrief 0.1.0",
        "language": "en-GB", "places": [said], "people": [f"{said} Family"], "corrections": [said]}


@pytest.mark.parametrize("character", ["\n", "\r\n", "\t", "\x00", "\x1b", "\x85", "\u2028", "\ufffe", "\uffff"])
def test_a_character_that_would_break_a_line_or_a_file_becomes_a_space(character):
    text = markdown.render(hostile_article(f"a{character}# b"))
    assert front(text)["title"] == "a # b"
    assert ("h1", "a # b") in read_back(text)


@pytest.mark.parametrize("prose", [
    "Bolsover (Mark Fletcher)", "Stoke-on-Trent", "16 seats went from Labour.", "54.1% of the vote, up 3.2 points!",
    "The party's largest since 1987; 2.30am", "Brighton & Hove", "+16", "−16", "–", "2019. It was", "Sir Edward Davey: \"no\"",
    "#1", "-16", "C# and F#"])
def test_ordinary_prose_is_left_alone(prose):
    assert markdown._paragraph(prose) == (prose if prose != "2019. It was" else "2019\\. It was")


def test_a_real_article_reads_back_whole(real):
    found = read_back(markdown.render(real))
    said = [text for _, text in found]
    assert found[0] == ("h1", real.headline) and found[1] == ("p/em", real.standfirst)
    assert found[-2:] == [("hr", ""), ("p/em", real.block("method").text)]
    for block in real.blocks:
        if block.kind == "table":
            assert ("h2", block.caption) in found
            assert [text for tag, text in found if tag == "th"].count(block.columns[0]) >= 1
            assert {cell.text for row in block.rows for cell in row} <= set(said)
        elif block.kind == "list":
            assert said[said.index(block.caption) + 1] == "; ".join(s.text for s in block.sentences)
        else:
            assert block.text in said


def test_a_real_article_needs_hardly_an_escape(real):
    assert "\\" not in body(markdown.render(real))


def test_order_is_copy_lists_tables_rule_method(plain):
    text = markdown.render(plain)
    places = [text.index(mark) for mark in ("\n# ", "\n## ", "\n**", "\n| ", "\n---\n\n*")]
    assert places == sorted(places)


def test_what_is_absent_is_left_out():
    text = markdown.render(hostile_article("x", as_of=None, baseline=None, byline="", kind="seat", corrections=()))
    assert not {"as_of", "baseline", "byline", "region"} & set(front(text))
    assert front(text)["seat"] == "x"
    assert [tag for tag, _ in read_back(text)].count("p/em") == 3  # standfirst, method note and a correction
