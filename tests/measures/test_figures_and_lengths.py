"""Figures and lengths: planted breaches found, clean copy let through."""

import pytest
from made_copies import copy

from autobrief.lint.measures import figures, lengths


@pytest.mark.parametrize("text, count", [
    ("The majority fell from 10,435 to 814.", 2),
    ("Labour won 27% of the vote, 4.2 points more.", 2),
    ("By a 12-point swing (18.4) it went.", 2),
    ("On 12 December 2019 and in 2017 nothing changed.", 0),
    ("On 12 and 13 December they counted.", 0),
    ("It declared at 3.05am, the second at 10pm, the third at 03:05 and the last by 04.30.", 0),
    ("Her 21st year, the 3rd member.", 0),
    ("No seat since 1945, or in the 1990s or the '80s.", 0),
    ("It was 1,992 votes, not 2,019.", 2),
    ("There were three in two towns.", 0),
    ("It cost £500.", 1),
    ("The share rose from 19.97 to 20.19%.", 2),
])
def test_what_is_a_figure(text, count):
    assert len(figures.figures(text)) == count


@pytest.mark.parametrize("text, breaks", [
    ("They have 82 of the 105 seats.", False),
    ("They have 82 of the 105 seats on 54.1%.", True),
    ("In 30 seats the share fell from 41.2 to 30.1%.", False),
    ("At 41.2% it was up from 30.1% in 30 seats.", False),
    ("They have 82, 23, 14 and 11.", True),
    ("From 41.2 to 30.1% in 30 seats and 12 towns.", True),
])
def test_three_figures_only_with_a_pair(text, breaks):
    for place in ("headline", "standfirst", "lead", "method"):
        assert bool(figures.in_sentence(copy(**{place: text})).found) == breaks, place
    assert bool(figures.in_sentence(copy(text)).found) == breaks


def words(count: int, *among: str) -> str:
    return " ".join([*among, *["word"] * (count - len(among))]) + "."


def test_one_figure_to_twenty_words_of_the_copy():
    full = copy(words(20, "Word", "11"), words(20, "Word", "12"))
    assert not figures.in_copy(full).found and figures.in_copy(full).value == 1
    over = copy(words(20, "Word", "11"), words(19, "Word", "12"))
    assert [each.code for each in figures.in_copy(over).found] == ["figures-copy"]


def test_headline_standfirst_and_method_are_outside_the_budget():
    apart = {"headline": "Eleven 12 13 14", "standfirst": "They have 82 of 105.", "method": "Of 650 seats."}
    assert not figures.in_copy(copy(words(20, "Word", "11"), **apart)).found


@pytest.mark.parametrize("asked", [{"kind": "seat"}, {"stage": "partial"}, {"stage": "waiting"}])
def test_a_seat_or_a_part_count_has_more_room(asked):
    assert not figures.in_copy(copy(words(12, "Word", "11"), **asked)).found
    assert figures.in_copy(copy(words(11, "Word", "11"), **asked)).found


@pytest.mark.parametrize("text, breaks", [("16 seats went.", True), ("“16 seats went.", True), ("2019 was another year.", True),
                                          ("Sixteen seats went.", False), ("All 16 went.", False)])
def test_no_sentence_opens_with_a_figure(text, breaks):
    assert bool(figures.opening(copy(text)).found) == breaks


def test_the_mean_sentence_is_under_twenty_words():
    assert not lengths.mean_sentence(copy(words(20), words(19))).found
    assert lengths.mean_sentence(copy(words(20), words(20))).found
    assert lengths.mean_sentence(copy("")).value == 0


def test_no_sentence_is_over_thirty_five_words():
    assert not lengths.longest_sentence(copy(words(35))).found
    for place in ("lead", "standfirst", "method"):
        assert [found.size for found in lengths.longest_sentence(copy(**{place: words(36)})).found] == [36], place


def test_a_dash_by_itself_is_no_word():
    assert not lengths.longest_sentence(copy(words(35).replace("word.", "– word."))).found


def test_a_paragraph_has_at_most_three_sentences():
    assert not lengths.paragraphs(copy("One.\nTwo.\nThree.")).found
    assert lengths.paragraphs(copy("One.\nTwo.\nThree.\nFour.")).found


def test_a_headline_has_at_most_ninety_characters():
    assert not lengths.headline(copy(headline="x" * 90)).found
    assert lengths.headline(copy(headline="x" * 91)).value == 91
    assert lengths.headline(copy(headline="x" * 91)).found


@pytest.mark.parametrize("length, most", [("brief", 240), ("standard", 540), ("long", 960)])
def test_an_article_is_about_as_long_as_asked(length, most):
    assert not lengths.article(copy(words(most), length=length)).found
    assert lengths.article(copy(words(most + 1), length=length)).found
    assert not lengths.article(copy(words(9), length=length)).found
