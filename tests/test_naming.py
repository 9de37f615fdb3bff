"""People in an article: called as they are known, matched and kept as they were published."""

import json
from datetime import date

import pytest
from articles import the_stylebook
from feeds import forms
from feeds.forms import results

from autobrief.checking import contract
from autobrief.checking.proof import prove
from autobrief.facts.making import KNOWN_AS
from autobrief.formats.json import render
from autobrief.formats.restoring import restore
from autobrief.merging.corrections import corrections
from autobrief.merging.overtaken import changes
from autobrief.merging.pieces import parts
from autobrief.model.results import Named
from autobrief.model.world import Person
from autobrief.naming import as_published, called, known_by
from autobrief.pipeline import decide, finish
from autobrief.record.accepting import _matched
from autobrief.record.feeds import Feed
from autobrief.record.find import election
from autobrief.record.load import as_stands, assignment, contests_of, recorded
from autobrief.record.mentions import Mentions
from autobrief.record.shelf import Shelf

ED = Person("1510", "Edward", "Miliband", "M")
NAME = known_by({"1510": {"Edward Miliband": ("Ed", "Miliband", 18)}})
DONCASTER = dict(seat="Doncaster North", election="ge2010")


def house(names):
    book = the_stylebook()
    return book._replace(house=book.house | {"names": names})


def made(assigned, names="known"):
    findings, planned = decide(assigned, house(names))
    article = finish(assigned, house(names), findings, planned)
    return article, planned


def words(article):
    cells = [cell.text for block in article.blocks for row in block.rows for cell in row]
    return " ".join([*(block.text for block in article.blocks), *cells])


def test_a_person_keeps_both_names():
    known = NAME(ED)
    assert (known.name, known.published_name, known.id) == ("Ed Miliband", "Edward Miliband", "1510")
    assert NAME(known) is known and as_published(known) == ED
    stranger = ED._replace(id="ge2010/E14000669/Edward Miliband")
    assert NAME(stranger) is stranger and as_published(stranger) is stranger and stranger.published_name == "Edward Miliband"
    assert NAME(ED._replace(family="Vale")).name == "Edward Vale"


@pytest.mark.parametrize("asked, known, published", [
    (DONCASTER, "Ed Miliband", "Edward Miliband"),
    (dict(seat="Rotherham", election="ge2010"), "Denis MacShane", "Denis Macshane"),
    (dict(seat="Stone", election="ge2019"), "Bill Cash", "William Cash"),
    (dict(seat="South West Norfolk", election="ge2019"), "Liz Truss", "Elizabeth Truss"),
    (dict(region="yorkshire-and-the-humber", election="ge2010"), "Ed Miliband", "Edward Miliband"),
    (dict(region="scotland", election="ge2010"), "William Bain", "Wille Bain")])
def test_an_article_calls_people_as_they_are_known_and_says_on_what_ground(asked, known, published):
    article, planned = made(assignment(Shelf(), **asked))
    assert published not in words(article)
    facts = [fact for fact in article.facts.values() if fact.unit == "person" and fact.value.name == known]
    assert bool(facts) == (known in words(article)) and (facts or "region" in asked)
    for fact in facts:
        tables = [source.table for source in fact.sources]
        assert tables[-1] == KNOWN_AS and len(tables) == 2 and fact.value.published_name == published
    assert prove(article, planned, the_stylebook()) == []
    contract.read(render(article))
    assert render(restore(json.loads(render(article)))) == render(article)


def test_a_house_may_have_the_published_names():
    article, planned = made(assignment(Shelf(), **DONCASTER), "published")
    assert "Edward Miliband" in words(article) and "Ed Miliband" not in words(article)
    assert all(source.table != KNOWN_AS for fact in article.facts.values() for source in fact.sources)
    assert prove(article, planned, house("published")) == []
    assert '"published"' not in render(article)


@pytest.mark.parametrize("region, id", [("yorkshire-and-the-humber", "ge2010"), ("scotland", "ge2019"), ("north-west", "ge2024")])
def test_only_the_names_are_other_than_published(region, id):
    base = assignment(Shelf(), region=region, election=id)
    back = called(base, as_published)
    assert back != base
    for now, was in zip(base.contests, back.contests, strict=True):
        assert [c.person.published_name for c in now.candidacies] == [c.person.name for c in was.candidacies]
        assert [(c.person.id, c.votes, c.row) for c in now.candidacies] == [(c.person.id, c.votes, c.row) for c in was.candidacies]
    assert {m.person.id: m.person.published_name for m in base.members.values()} == {m.person.id: m.person.name for m in back.members.values()}


@pytest.mark.parametrize("name", ["Edward Miliband", "Ed Miliband", "MILIBAND, Ed", "Miliband, Edward"])
def test_a_feed_may_have_either_name(name):
    shelf = Shelf()
    feed = Feed(None, shelf, election(shelf, "ge2010"))
    contest = next(c for c in contests_of(shelf, feed.register.election) if c.seat == "E14000669")
    assert contest.candidacies[0].person.name == "Edward Miliband"
    renamed = [c._replace(person=c.person._replace(given="", family=name)) if c.person.family == "Miliband" else c for c in contest.candidacies]
    found = results(feed, {"night.csv": forms.plain(contest._replace(candidacies=tuple(renamed)))})
    assert not found.refusals and [c.person.id for c in found.reports["E14000669"].candidacies] == [c.person.id for c in contest.candidacies]
    article, planned = made(assignment(shelf, **DONCASTER, results=found))
    assert "Ed Miliband" in words(article) and "Edward" not in words(article)
    assert prove(article, planned, the_stylebook()) == []


def test_two_of_one_family_name_and_no_party_are_told_apart_by_the_known_name():
    shelf = Shelf()
    feed = Feed(None, shelf, election(shelf, "ge2019"))
    stone = next(seat for seat in feed.register.seats.values() if seat.name == "Stone")
    will, other = stone.candidacies[0], stone.candidacies[1]._replace(person=Person("x", "Walter", "Cash"))
    seat = stone._replace(candidacies=(will, other))
    assert _matched(Named("Bill Cash", ""), seat, feed.register) == will.row
    assert _matched(Named("William Cash", ""), seat, feed.register) == will.row


@pytest.mark.parametrize("before, after", [("published", "known"), ("known", "published")])
def test_another_name_for_the_same_person_is_no_correction(before, after):
    assigned = assignment(Shelf(), **DONCASTER)
    base, following = made(assigned, before)[0], made(assigned, after)[0]
    assert words(base) != words(following)
    for old in (base, restore(json.loads(render(base)))):
        assert corrections(old, following, date(2010, 5, 8)) == ()
        assert changes(old, parts(old), following, parts(following)) == {}


def test_a_correction_of_such_a_person_is_made_by_the_name_they_are_known_by():
    assigned = assignment(Shelf(), **DONCASTER)
    contest = assigned.contests[0]
    fewer = [c._replace(votes=c.votes - 5) if c.person.family == "Miliband" else c for c in contest.candidacies]
    base = made(assigned, "published")[0]
    following = made(assigned._replace(contests=(contest._replace(candidacies=tuple(fewer)),)))[0]
    found = corrections(base, following, date(2010, 5, 8))
    assert [each.what for each in found] == ["majority", "votes"]
    assert found[1].facts["candidate"].value.name == "Ed Miliband"


def test_the_contests_of_a_base_keep_the_names_that_feeds_are_matched_by():
    shelf = Shelf()
    base = recorded(shelf, region=None, seat="Doncaster North", election="ge2010", length="standard", rule="general-election", regions_file=None)
    assert base.contests[0].candidacies[0].person.name == "Edward Miliband"
    assert as_stands(shelf, base).contests[0].candidacies[0].person.name == "Ed Miliband"
    assert KNOWN_AS in dict(as_stands(shelf, base).digests)


def test_a_newsroom_may_have_a_table_of_its_own(tmp_path):
    (tmp_path / "known_as.csv").write_text("mnis,published,given,family,basis,origin\n1510,Edward Miliband,Teddy,Mili\ue000band,ours,desk\n", "utf-8")
    article, planned = made(assignment(Shelf(tmp_path), **DONCASTER))
    assert "Teddy Miliband" in words(article)
    assert prove(article, planned, the_stylebook()) == []


def test_a_note_may_have_either_name():
    mentions = Mentions(Shelf(), assignment(Shelf(), **DONCASTER))
    assert mentions.person("Ed Miliband") == mentions.person("Edward Miliband")
    assert mentions.person("Ed Miliband")[:2] == ("1510", "Ed Miliband")
