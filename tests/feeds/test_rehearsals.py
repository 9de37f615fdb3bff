"""Test data is known by every mark, and what is written from it is a rehearsal throughout."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from articles import the_stylebook
from feeds import forms
from feeds.forms import codes, results

from autobrief.checking.contract import read
from autobrief.checking.proof import prove
from autobrief.formats import FORMATS
from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment, contests_of
from autobrief.record.shelf import Shelf


@pytest.fixture(scope="module")
def contests(shelf, ge2019):
    return [c for c in contests_of(shelf, ge2019.register.election) if c.county == "Derbyshire"]


def _name(contest, election="General_Election") -> str:
    return forms.file_name(contest, "result", election=election)


def test_every_mark_is_enough(ge2019, contests):
    one = contests[0]
    marked = {"the file's name at its head": (_name(one, "Test_General_Election"), forms.message(one, "result")),
              "the file's name within": (_name(one, "General_Election_Test"), forms.message(one, "result")),
              "the election's name": (_name(one), forms.message(one, "result", election="General Election Test")),
              "every surname": (_name(one), forms.message(one, "result", surname=" Test")),
              "every surname of a csv": ("night.csv", forms.plain(one._replace(candidacies=tuple(
                  c._replace(person=c.person._replace(family=f"{c.person.family} Test")) for c in one.candidacies))))}
    for mark, (name, text) in marked.items():
        found = results(ge2019, {name: text})
        assert found.rehearsal and found.why, mark
        assert found.reports[one.seat].status == "declared"


def test_what_is_no_mark(ge2019, contests):
    """A folder's name, a part of a word, one candidate of that name, and people of earlier elections."""
    one = contests[0]
    live = forms.message(one, "result")
    first = one.candidacies[0].person.family
    for name, text in ((f"test/Test/{_name(one)}", live), ("results/General_Election_result_Testwood_1.xml", live),
                       ("Latest.csv", forms.plain(one)), ("Contest.csv", forms.plain(one)),
                       (_name(one), live.replace("</FirstPastThePostResult>", '<PreviousElection name="A" date="2017-06-08" type="G"><Constituency '
                        f'number="1" name="X"><Candidate surname="{first} Test" paId="1" />'
                        '</Constituency></PreviousElection></FirstPastThePostResult>'))):
        assert not results(ge2019, {name: text}).rehearsal, name


def test_southampton_test_is_a_seat_and_no_mark(ge2019, shelf):
    seat = next(c for c in contests_of(shelf, ge2019.register.election) if c.name == "Southampton, Test")
    for text in ("result", "rush", "nominations"):
        for name in (forms.file_name(seat, text), f"results/General_Election_{text}_Southampton_Test_1.xml"):
            assert not results(ge2019, {name: forms.message(seat, text)}).rehearsal
    assert not results(ge2019, {"Southampton Test.csv": forms.plain(seat)}).rehearsal
    assert results(ge2019, {forms.file_name(seat, "result", election="Test_General_Election"): forms.message(seat, "result")}).rehearsal


def test_a_rehearsals_date_may_be_a_day_early_and_no_more(ge2019, contests):
    one = contests[0]
    for date, held in (("2019-12-11", []), ("2019-12-09", ["wrong_date"])):
        found = results(ge2019, {_name(one, "Test"): forms.message(one, "result", date=date)})
        assert codes(found) == held


def test_test_data_never_stands_beside_live_messages(ge2019, contests):
    one, two, three = contests[:3]
    live = {_name(c): forms.message(c, "result", number=c.seat) for c in (one, two)}
    found = results(ge2019, live | {_name(three, "Test_General_Election"): forms.message(three, "result")})
    assert not found.rehearsal and set(found.reports) == {one.seat, two.seat} and codes(found) == ["test_data"] and found.waiting
    tests = {_name(c, "Test_General_Election"): forms.message(c, "result", number=c.seat) for c in (one, two)}
    found = results(ge2019, tests | {_name(three): forms.message(three, "result")})
    assert found.rehearsal and set(found.reports) == {one.seat, two.seat} and codes(found) == ["live_in_rehearsal"]


@pytest.fixture(scope="module")
def rehearsal(ge2019, contests):
    return results(ge2019, {_name(c, "Test"): forms.message(c, "result", surname=" Test", number=c.seat) for c in contests[:-1]})


@pytest.mark.parametrize("asked", [{"region": "derbyshire"}, {"seat": "Bolsover"}, {"region": "midlands", "length": "long"},
                                   {"region": "united-kingdom"}])
def test_a_rehearsal_says_so_in_every_block_and_in_its_id(rehearsal, asked):
    assigned = assignment(Shelf(), election="ge2019", results=rehearsal, **asked)
    findings, planned = decide(assigned, the_stylebook())
    article = finish(assigned, the_stylebook(), findings, planned)
    assert article.id.startswith("rehearsal/ge2019/") and article.rehearsal == rehearsal.why
    assert len(article.blocks) > 4
    assert all((block.caption if block.kind in ("table", "list") else block.text).startswith("REHEARSAL: ") for block in article.blocks)
    for block in article.blocks:
        for sentence in block.sentences:
            assert all(0 <= span.start < span.end <= len(sentence.text) and span.fact in article.facts for span in sentence.spans)
    assert not prove(article, planned, the_stylebook())
    document = read(FORMATS["json"](article))
    assert document.rehearsal and document.id.startswith("rehearsal/")
    for form in ("markdown", "html", "text"):
        assert FORMATS[form](article).count("REHEARSAL") >= len(article.blocks)


def test_a_rehearsal_that_forgets_the_word_in_a_block_breaks_the_contract(rehearsal):
    assigned = assignment(Shelf(), election="ge2019", region="derbyshire", results=rehearsal)
    text = FORMATS["json"](finish(assigned, the_stylebook(), *decide(assigned, the_stylebook())))
    document = json.loads(text)
    document["blocks"][2]["text"] = document["blocks"][2]["text"].removeprefix("REHEARSAL: ")
    with pytest.raises(ValueError, match="do not say so"):
        read(json.dumps(document))


def test_a_live_article_says_nothing_of_it(ge2019, contests):
    live = results(ge2019, {_name(c): forms.message(c, "result", number=c.seat) for c in contests})
    assigned = assignment(Shelf(), election="ge2019", region="derbyshire", results=live)
    article = finish(assigned, the_stylebook(), *decide(assigned, the_stylebook()))
    assert not article.rehearsal and article.id == "ge2019/region/derbyshire" and "REHEARSAL" not in FORMATS["json"](article)


def test_an_invented_name_cannot_break_the_text(ge2019, contests):
    """Private-use characters, which mark facts in a rendered text, line ends and markup."""
    one = contests[0]
    names = ("\ue000\ue001", "A\u2028B", "<b>*x*</b>", "\x1b[31mRed")
    odd = one._replace(candidacies=tuple(c._replace(person=c.person._replace(given=names[n % 4], family="Odd Test"))
                                         for n, c in enumerate(one.candidacies)))
    found = results(ge2019, {"night.csv": forms.plain(odd)})
    assert found.rehearsal and found.reports
    assigned = assignment(Shelf(), seat=one.seat, election="ge2019", results=found)
    findings, planned = decide(assigned, the_stylebook())
    article = finish(assigned, the_stylebook(), findings, planned)
    assert not prove(article, planned, the_stylebook())
    for form in FORMATS:
        content = FORMATS[form](article)
        text = ZipFile(BytesIO(content)).read("word/document.xml").decode("utf-8") if isinstance(content, bytes) else content
        assert text and not any("\ue000" <= c <= "\uf8ff" or c == "\x1b" for c in text)
