"""A declaration is an update, a change of what was declared a correction, a change of wording nothing."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from articles import the_stylebook, written
from merging.documents import article, write

from autobrief.checking import contract
from autobrief.checking.proof import prove
from autobrief.formats import FORMATS
from autobrief.formats.json import digest as contents_digest
from autobrief.formats.json import kept, render
from autobrief.formats.restoring import restore
from autobrief.merging.corrections import corrections
from autobrief.merging.remembering import remembering
from autobrief.pipeline import decide, finish

DAY = date(2019, 12, 14)
SEAT = dict(seat="High Peak", election="ge2019")
REGION = dict(region="midlands", election="ge2019")
HIGH_PEAK = "E14000748"


def with_votes(assigned, **votes):
    """The assignment with these parties' votes in High Peak."""
    def other(contest):
        standing = sorted((c._replace(votes=votes.get(c.party.id, c.votes)) for c in contest.candidacies), key=lambda c: -c.votes)
        return contest._replace(candidacies=tuple(standing))
    return assigned._replace(contests=tuple(other(c) if c.seat == HIGH_PEAK else c for c in assigned.contests))


def with_candidate(assigned, party, **changes):
    def other(contest):
        return contest._replace(candidacies=tuple(
            c._replace(person=c.person._replace(**changes)) if c.party.id == party else c for c in contest.candidacies))
    return assigned._replace(contests=tuple(other(c) if c.seat == HIGH_PEAK else c for c in assigned.contests))


def corrected(base, assigned, on=DAY):
    """The next version with what is due, proved."""
    due = corrections(base, write(assigned)[0], on)
    made, planned = write(assigned._replace(corrections=due))
    made = remembering(base, made)
    assert prove(made, planned, the_stylebook()) == []
    contract.read(render(made))
    assert render(restore(json.loads(render(made)))) == render(made)
    return made


def lines(article):
    return [each.text.removeprefix("Correction, 14 December 2019: ") for each in article.corrections]


def test_the_winner_and_the_majority_stand_at_the_top():
    found = corrected(article(**REGION), with_votes(written(**REGION)[0], lab=24900))
    assert [line for line in lines(found) if "share of the vote" not in line] == [
        "Ruth George won High Peak for Labour, not Robert Largan for the Conservatives.",
        "the majority in High Peak is 56, not 590.",
        "turnout in High Peak was 73.8%, not 72.9%."]
    assert [each.top for each in found.corrections][:3] == [True, True, False]
    kinds = [block.kind for block in found.blocks]
    assert kinds[:5] == ["headline", "standfirst", "correction", "correction", "lead"]
    assert kinds.index("method") < len(kinds) - 1 - kinds[::-1].index("correction")


PLACES = {"text": 1, "docx": 1, "markdown": 2, "html": 2, "html-fragment": 2, "newsml-g2": 2, "json": 3, "ninjs": 3, "ninjs3": 3, "ans": 3,
          "atom": 3, "ninjs-superdesk": 4}
"""Where each format has the lines: in its copy, and once in each field or form of the copy that it has besides."""


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_prints_the_lines_once_in_each_place(name):
    found = corrected(article(**SEAT), with_votes(written(**SEAT)[0], lab=24300))
    content = FORMATS[name](found)
    text = ZipFile(BytesIO(content)).read("word/document.xml").decode("utf-8") if name == "docx" else content
    for line in ("the majority in High Peak is 544, not 590.", "Ruth George had 24,300 votes in High Peak, not 24,254."):
        assert text.count(line) == PLACES[name], line
    if name == "markdown":
        assert text.split("\n---\n", 1)[1].count("the majority in High Peak is 544, not 590.") == 1


def test_a_declaration_is_an_update():
    three, later = (article(**REGION, as_of=f"2019-12-13T0{hour}:00") for hour in (3, 5))
    assert corrections(three, later, DAY) == ()
    assert corrections(later, article(**REGION), DAY) == ()


def test_a_change_of_wording_is_none():
    assigned, _, _, base = written(**REGION)
    house = the_stylebook()
    findings, planned = decide(assigned._replace(length="long"), house)
    assert corrections(base, finish(assigned._replace(length="long"), house, findings, planned), DAY) == ()


def test_a_figure_that_the_article_does_not_print_makes_no_line():
    """Votes of a third party stand in the seat's table, and nowhere in the region's article."""
    assert lines(corrected(article(**REGION), with_votes(written(**REGION)[0], green=1149))) == []
    assert lines(corrected(article(**SEAT), with_votes(written(**SEAT)[0], green=1149))) == [
        "Robert Hodgetts-Haley had 1,149 votes in High Peak, not 1,148."]


def test_a_name_and_a_party():
    assigned, _, _, base = written(**SEAT)
    assert lines(corrected(base, with_candidate(assigned, "con", given="Rob"))) == [
        "Rob Largan stood in High Peak for the Conservatives, and was called Robert Largan."]
    found = corrected(base, with_candidate(assigned, "ld", family="Lomaxe"))
    assert lines(found) == ["David Lomaxe stood in High Peak for the Liberal Democrats, and was called David Lomax."]
    assert [each.top for each in found.corrections] == [False]


def test_two_corrections_of_one_figure_both_stand():
    assigned, _, _, base = written(**SEAT)
    once = corrected(base, with_votes(assigned, lab=24300))
    read_back = restore(json.loads(render(once)))
    twice = corrected(read_back, assigned, date(2019, 12, 15))
    told = [each.text for each in twice.corrections if each.what == "majority"]
    assert told == ["Correction, 14 December 2019: the majority in High Peak is 544, not 590.",
                    "Correction, 15 December 2019: the majority in High Peak is 590, not 544."]
    assert corrections(twice, twice, DAY) == twice.corrections


def in_status(assigned, status):
    """The assignment with High Peak's result taken back to this status."""
    def other(contest):
        standing = tuple(c._replace(votes=None, elected=status == "winner_known" and not n) for n, c in enumerate(contest.candidacies))
        return contest._replace(status=status, candidacies=tuple(sorted(standing, key=lambda c: c.person.family)), declared=None)
    return assigned._replace(contests=tuple(other(c) if c.seat == HIGH_PEAK else c for c in assigned.contests))


def stored(article):
    """The article as it comes back from where versions are kept; what others read says nothing of what was withdrawn."""
    assert "withdrawn" not in json.loads(render(article))
    document = kept(article)
    contract.read(json.dumps(document | {"digest": contents_digest(document)}))
    return restore(json.loads(json.dumps(document)))


@pytest.mark.parametrize("asked", [SEAT, REGION], ids=["seat", "region"])
@pytest.mark.parametrize("between", [("winner_known",), ("winner_known", "winner_known"), ("not_declared",), ("winner_known", "not_declared"),
                                     ("recount",), ("void",)], ids=" then ".join)
def test_a_result_taken_back_and_given_otherwise_is_compared_with_what_was_printed(asked, between):
    assigned = written(**asked)[0]
    now = article(**asked)
    for status in between:
        now = stored(corrected(now, in_status(assigned, status)))
        assert now.corrections == () and now.withdrawn
    again = stored(corrected(now, assigned))
    assert again.corrections == () and not any("/majority" in each.of for each in again.withdrawn)
    changed = with_votes(assigned, lab=24300)
    found = corrected(now, changed)
    told = ["the majority in High Peak is 544, not 590."]
    told += ["Ruth George had 24,300 votes in High Peak, not 24,254."] if asked is SEAT else []
    assert [line for line in lines(found) if "turnout" not in line] == told
    assert lines(corrected(stored(found), changed)) == lines(found)


def test_another_winner_after_the_result_was_taken_back():
    assigned = written(**SEAT)[0]
    other = with_votes(assigned, lab=24900)
    rushed = corrected(article(**SEAT), in_status(other, "winner_known"))
    won = "Ruth George won High Peak for Labour, not Robert Largan for the Conservatives."
    assert lines(rushed) == [won]
    told = lines(corrected(stored(rushed), other))
    assert told[0] == won and told.count(won) == 1
    assert "the majority in High Peak is 56, not 590." in told and "Ruth George had 24,900 votes in High Peak, not 24,254." in told


def test_a_regions_share_and_turnout_have_lines_where_no_seats_line_tells():
    """Ten thousand votes more for a third party: the region's shares move, and its article prints no third party's votes."""
    kent = dict(region="kent", election="ge2019")
    assigned = written(**kent)[0]

    def other(contest):
        return contest._replace(candidacies=tuple(c._replace(votes=c.votes + 1500) if c.party.id == "green" else c for c in contest.candidacies))
    changed = assigned._replace(contests=tuple(other(c) for c in assigned.contests))
    found = corrected(article(**kent), changed)
    told = [each for each in found.corrections if each.fact.startswith("ge2019/region/kent/")]
    assert told and not any(each.top for each in told)
    for each in told:
        assert each.was != each.now and "Kent" in each.text
    assert lines(corrected(stored(found), changed)) == lines(found)
    # While seats are outstanding totals move with every declaration.
    partly = changed._replace(contests=(changed.contests[0]._replace(status="not_declared", candidacies=()), *changed.contests[1:]))
    early = assigned._replace(contests=(partly.contests[0], *assigned.contests[1:]))
    assert not [each for each in corrected(write(early)[0], partly).corrections if each.fact.startswith("ge2019/region/")]
