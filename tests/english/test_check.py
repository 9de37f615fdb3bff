"""The table of explanations and what is made of findings; the checkers themselves run in `make english`."""

import re

import check
import checkers
import pytest
import spread
from check import Explained, checked, explanations, report
from checkers import CHECKERS, Finding, Missing
from spread import PLURAL, Read, _nurses, unread, written

from autobrief.sources.stylebook import load

TEXT = "At 5am two results were in in Kent."
SAID = Read(TEXT, TEXT, "standing_so_far", "903050", "standfirst", "ge2019/kent 05.00")
FOUND = Finding("harper", "RepeatedWords", "in in", "Did you mean to repeat this word?", SAID)


def blind(reads):
    return iter(())


def seeing(reads):
    return (FOUND._replace(of=read) for read in reads if "in in" in read.text)


def test_every_explanation_says_why_and_names_a_checker():
    entries = explanations()
    assert {entry.checker for entry in entries} <= set(CHECKERS)
    assert all(len(entry.why.split()) >= 3 for entry in entries)
    assert all(not entry.pattern.search("") for entry in entries), "an entry that covers anything"


@pytest.mark.parametrize("change", [{"checker": "retext"}, {"rule": "Other"}, {"kind": "closest"}, {"pattern": re.compile("on on")}])
def test_an_explanation_covers_its_own_finding_alone(change):
    entry = Explained("harper", "RepeatedWords", re.compile("^in in$"), "a test", "standing_so_far", "words")
    assert entry.covers(FOUND)
    assert not entry._replace(**change).covers(FOUND)


def test_a_planted_repetition_is_explained_by_nothing():
    assert not [entry for entry in explanations() if entry.covers(FOUND)]


def test_what_is_new_is_told_apart_from_what_is_explained(monkeypatch, capsys):
    monkeypatch.setitem(checkers.CHECKERS, "harper", seeing)
    entry = Explained("harper", "RepeatedWords", re.compile("in in Kent"), "a test")
    other = SAID._replace(text="Two were in in Surrey.")
    everything, new, used = checked([SAID, other], ["harper"], [entry])
    assert [each.of for each in everything] == [SAID, other]
    assert [each.of for each in new] == [other]
    assert used == {entry: 1}
    assert "2 found, 1 not explained" in capsys.readouterr().out


def test_a_checker_that_sees_nothing_is_not_trusted(monkeypatch):
    monkeypatch.setitem(checkers.CHECKERS, "harper", blind)
    with pytest.raises(Missing, match="planted fault"):
        checked([SAID], ["harper"], [])


def test_the_exit_code_tells_what_is_new(monkeypatch, capsys):
    monkeypatch.setitem(checkers.CHECKERS, "harper", seeing)
    monkeypatch.setattr(check, "written", lambda everything: ([SAID], 1))
    monkeypatch.setattr("sys.argv", ["check.py", "--only", "harper"])
    assert check.main() == 1
    assert SAID.text in capsys.readouterr().out
    monkeypatch.setattr(check, "written", lambda everything: ([SAID._replace(text="Nothing is wrong here.")], 1))
    assert check.main() == 0
    monkeypatch.setitem(checkers.CHECKERS, "harper", blind)
    assert check.main() == 2


def test_the_report_groups_by_rule_and_kind():
    text = report([FOUND, FOUND])
    assert "harper RepeatedWords: standing_so_far, 2 sentences (wordings 903050 2)" in text
    assert "ge2019/kent 05.00: At 5am two results were in in Kent.  [in in]" in text


@pytest.mark.parametrize(("printed", "plain"), [
    ("Gains for the Liberal Democrats", "Gains for the nurses"),
    ("The Conservatives was ahead.", "The nurses was ahead."),
    ("Conservatives hold all seven seats", "Nurses hold all seven seats"),
    ("The Liberal Democrat majority grew.", "The Liberal Democrat majority grew."),
])
def test_plural_parties_keep_their_number_in_a_plain_sentence(printed, plain):
    assert PLURAL.sub(_nurses, printed) == plain


def test_cases_are_read_in_wordings_that_no_article_prints(monkeypatch):
    monkeypatch.setattr(spread, "spread", lambda everything: iter(()))
    monkeypatch.setattr(spread, "CASES", spread.CASES / "none")
    reads, articles = written(True)
    assert articles == 0
    assert "The election in Greetham is void." in {read.text for read in reads}
    assert "The election in Ashton is void." in {read.plain for read in reads}
    left = unread(reads)
    assert not {"result_void", "recount_called", "poll_postponed"} & set(left)
    assert left["long_held"] == list(range(1, 1 + len(load().templates["long_held"])))
