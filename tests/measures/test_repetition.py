"""Phrases, builds, connectives and facts told twice."""

import pytest
from made_copies import copy

from autobrief.lint.measures import repetition
from autobrief.lint.measures.words import pattern

NONE = frozenset()


def test_a_phrase_of_five_words_recurs():
    made = copy("{person a/p|Ann Ash} stood down before the last election.", "In Ely he stood down before the last election too.")
    found = repetition.phrases(made, NONE).found
    assert len(found) == 1 and "stood down before the last election" in found[0].message and found[0].size == 6


@pytest.mark.parametrize("first, second", [
    ("It stood down before the last one.", "She stood down before the next one."),
    ("They won {place a/seat|Ely} from {party p/lab|Labour} in the night.", "They won {place b/seat|Ely} from {party p/lab|Labour} in the night."),
    ("There were {votes a/n|12} of them.", "There were {votes b/n|12} of them."),
])
def test_four_words_or_words_broken_by_a_fact_are_no_phrase(first, second):
    assert not repetition.phrases(copy(first, second), NONE).found


def test_a_phrase_does_not_run_over_the_end_of_a_sentence():
    assert not repetition.phrases(copy("Nobody had won it.\nThere was one more.", "Nobody had won it there.\nWas one more to come?"), NONE).found


def test_set_terms_are_let_through():
    text = "Never a member of the last Parliament."
    assert repetition.phrases(copy(text, text), NONE).found
    assert not repetition.phrases(copy(text, text), frozenset({("the", "last", "parliament")})).found


def test_a_phrase_of_headline_or_method_counts():
    assert repetition.phrases(copy("It has fallen in every one of them.", method="What has fallen in every one of them."), NONE).found


BEATEN = "{person %s/w|%s} beat {person %s/l|%s} in {place %s/seat|%s}."


def beaten(n: int) -> str:
    names = ("Ann Ash", "Bob Bee", "Cat Cole", "Dan Dew", "Eve Elm", "Flo Fen")
    return BEATEN % (n, names[n], n, names[-n - 1], n, ("Ely", "Hull South", "Isle of Wight")[n])


def test_three_neighbours_of_one_build():
    assert not repetition.builds(copy(f"{beaten(0)}\n{beaten(1)}", "Nothing else happened here that night.", beaten(2))).found
    for text in ((f"{beaten(0)}\n{beaten(1)}\n{beaten(2)}",), (f"{beaten(0)}\n{beaten(1)}", beaten(2))):
        found = repetition.builds(copy(*text)).found
        assert [(each.code, each.size) for each in found] == [("build", 3)]


def test_a_longer_run_is_found_once():
    run = "\n".join([beaten(0), beaten(1), beaten(2), beaten(0)])
    assert [each.size for each in repetition.builds(copy(run, "Nothing else happened here that night.")).found] == [4]


def test_the_same_opening_is_the_same_build():
    lines = ["{person a/w|Ann Ash} won {place a/seat|Ely} for {party p/lab|Labour}.",
             "{person b/w|Bob Bee} won {place b/seat|Hull} for {party p/lab|Labour} by {votes b/m|12 votes}, its smallest since {year b/y|1992}.",
             "{person c/w|Cat Cole} won {place c/seat|Rye} for {party p/lab|Labour}, which had not stood there for many years."]
    assert repetition.builds(copy("\n".join(lines))).found


@pytest.mark.parametrize("word", ["meanwhile", "elsewhere"])
def test_a_connective_stands_once(word):
    one = f"{word.title()} Labour won."
    assert not repetition.connectives(copy(one, "The others lost.")).found
    assert repetition.connectives(copy(one, f"The others, {word}, lost.")).found


def test_meanwhile_and_elsewhere_may_stand_once_each():
    assert not repetition.connectives(copy("Meanwhile Labour won.", "Elsewhere it lost.")).found


def test_a_figure_told_twice():
    twice = copy("They had {votes a/n|590 votes}.", "The lead was {votes a/n|590}, no more.")
    assert [each.text for each in repetition.told_twice(twice).found] == ["The lead was 590, no more."]
    assert not repetition.told_twice(copy("They had {votes a/n|590 votes}.", "The lead was {votes b/n|590}.")).found


def test_the_headline_may_be_told_again_and_a_year_too():
    assert not repetition.told_twice(copy("They had {votes a/n|590 votes}.", headline="They have {votes a/n|590 votes}")).found
    assert not repetition.told_twice(copy("In {year a/y|2017} they won.", "In {year a/y|2017} they had more.")).found
    assert not repetition.told_twice(copy("They had {votes a/n|590} of {votes a/n|590}.")).found


def test_a_sentence_with_nothing_new():
    told = "{person a/w|Ann Ash} took {place a/seat|Ely} from {party p/lab|Labour}."
    again = "{place a/seat|Ely} went to {person a/w|Ash|Ann Ash}."
    assert [each.message for each in repetition.told_twice(copy(told, again)).found] == ["no fact in it that was not told before"]
    assert not repetition.told_twice(copy(told, again.replace("went", "went by {votes a/m|12 votes}"))).found


def test_a_person_named_with_their_seat_again_is_listed_and_no_fault():
    told = "{person a/w|Ann Ash} took {place a/seat|Ely}."
    found = repetition.named_twice(copy(told, "{person a/w|Ash|Ann Ash} won {place a/seat|Ely} by {votes a/m|12 votes}.")).found
    assert len(found) == 1 and not found[0].fault
    assert not repetition.named_twice(copy(told, "{person b/w|Bob Bee} won {place a/seat|Ely}.")).found


@pytest.mark.parametrize("one, other", [
    ("{person a/w|Ann Ash} now has {place a/seat|Ely}.", "{person a/w|Bo} has {place a/seat|Isle of Wight}."),
    ("{party a/p|Labour} has won {place a/seat|Ely}, {place b/seat|Hull} and {place c/seat|Rye}.",
     "{party a/p|The Conservatives} have won {place a/seat|Ely}."),
    ("{party a/p|Labour} {party a/p|takes} {seats a/n|16 seats} in {place a/name|the Midlands}.",
     "{party a/p|Greens} {party a/p|takes} {seats a/n|nine seats} {place a/name|in Kent}."),
    ("{party a/p|Labour} really won.", "{party a/p|The Liberal Democrats} won."),
])
def test_names_figures_lists_and_adverbs_do_not_make_a_build(one, other):
    first, second = copy(one), copy(other)
    assert pattern(first.body[0], first) == pattern(second.body[0], second)


def test_verbs_that_agree_with_a_party_are_words_and_no_names():
    made = copy("{party a/p|Conservatives} {party a/p|take} {seats a/n|16 seats}.")
    assert pattern(made.body[0], made) == ("<party>", "take", "<n>", "seats")
