"""A human's file as an article again."""

import json

import pytest
from formats.hostile import HOSTILE, hostile_article
from merging.documents import article

from autobrief.checking import contract
from autobrief.formats.json import render as as_json
from autobrief.formats.markdown import render
from autobrief.merging import merge
from autobrief.merging.edited import as_edited
from autobrief.merging.pieces import parts

ASKED = [dict(region="midlands", election="ge2019"), dict(region="midlands", election="ge2019", as_of="2019-12-13T03:00"),
         dict(seat="Telford", election="ge2019"), dict(region="northern-ireland", election="ge2017"),
         dict(region="united-kingdom", election="ge2019")]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(asked.values()))
def test_a_file_that_nobody_touched_is_the_article(asked):
    was = article(**asked)
    found = as_edited(was, render(was))
    assert {block.id: block for block in found.blocks} == {block.id: block for block in was.blocks}
    assert render(found) == render(was)


def test_an_editors_words_stand_in_the_article_with_no_variant():
    was = article(region="midlands", election="ge2019", as_of="2019-12-13T03:00")
    theirs = next(s.text for block in was.blocks for s in block.sentences if s.message == "defector_lost/E14000865")
    text = render(was).replace(theirs, f"{theirs.removesuffix('.')}, **as** many had foretold.")
    text = text.replace("## Seats by party", "It was a [long night](https://example.org/night).\n\n### In figures\n\n## Seats by party")
    text = text.replace("Wendy Morton", "Wendy Morton (re-elected)").replace(f"# {was.headline}", f"# {was.headline} tonight")
    found = as_edited(was, text)
    assert found.headline == f"{was.headline} tonight"
    told = {s.text: s for block in found.blocks for s in block.sentences}
    mine = told[f"{theirs.removesuffix('.')}, as many had foretold."]
    assert mine.variant == "" and mine.message == "defector_lost/E14000865"
    assert {"Chris Leslie", "Nadia Whittome", "Nottingham East"} <= {mine.text[span.start:span.end] for span in mine.spans}
    assert told["It was a long night."].message == "edit"
    assert [block.kind for block in found.blocks if block.text == "In figures"] == ["heading"]
    results = next(block for block in found.blocks if block.id == "table/results")
    assert (results.rows[0][1].text, results.rows[0][1].fact) == ("Wendy Morton (re-elected)", "")
    assert results.rows[0][3].fact
    contract.read(as_json(found))
    assert json.loads(as_json(found))["id"] == was.id


@pytest.mark.parametrize("name", HOSTILE)
def test_the_pieces_of_an_article_are_what_its_markdown_prints(name):
    """And a file that nobody touched is never taken for an edited one, whatever the names in it."""
    for was in (hostile_article(name), hostile_article(name, as_of=None, byline="")):
        text = render(was)
        body = "\n\n".join(part.text for part in parts(was)) + "\n"
        assert text.endswith(body)
        merged = merge(was, was, text)
        assert merged.text == text and not merged.flagged


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(asked.values()))
def test_the_pieces_of_a_real_article_are_what_its_markdown_prints(asked):
    was = article(**asked)
    assert render(was).split("\n---\n\n", 1)[1] == "\n\n".join(part.text for part in parts(was)) + "\n"
    assert not merge(was, was, render(was)).kept
