"""Patterns across a set, and the distance that they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_copies import copy

from autobrief.lint.measures.distance import MOST, neighbours, within
from autobrief.lint.measures.report import measures, read, report, variety

BY = measures({"terms": ["the last Parliament"]})
SHAPE = st.lists(st.sampled_from("abcd"), max_size=9).map(tuple)


def plain_distance(one, other):
    row = list(range(len(other) + 1))
    for n, token in enumerate(one, 1):
        last, row = row, [n]
        for m, theirs in enumerate(other, 1):
            row.append(min(last[m] + 1, row[m - 1] + 1, last[m - 1] + (token != theirs)))
    return row[-1]


@given(SHAPE, SHAPE)
def test_within_is_the_edit_distance(one, other):
    assert within(one, other) == (plain_distance(one, other) <= MOST)


@given(st.lists(SHAPE, max_size=12))
def test_no_neighbour_is_missed(shapes):
    near = neighbours(shapes)
    assert near == {one: {other for other in set(shapes) if plain_distance(one, other) <= MOST} for one in set(shapes)}


SENTENCES = ("{person a/w|Ann Ash} is prime minister, with a majority of {count b/n|80} in the Commons.",
             "There are {seats c/n|12 seats} where nobody who stood had been a member before that.",
             "In {place d/seat|Ely} the vote went by {votes e/m|12 votes} to {person f/w|Bo Bee}, who had not sat until now.",
             "Turnout rose nearly everywhere, by {points g/p|2.5 points}, and only {place h/seat|Hull} saw it drop.",
             "Of those who lost, {person i/l|Cat Cole} had been there longest: since {year j/y|1987}.")


def own_words(n: int) -> str:
    """A sentence of a build like no other's."""
    return " ".join(f"{chr(97 + n // 26)}{chr(97 + n % 26)}{letter}" for letter in "abcdefgh") + "."


def a_set(of: int, same: int, slot: str = "paragraph"):
    """So many articles, of which the first `same` share a build; the others have each their own."""
    made = []
    for n in range(of):
        own = own_words(n)
        text = SENTENCES[0] if n < same else own
        given = {slot: text} if slot != "paragraph" else {}
        made.append(copy(*([] if given else [text]), **given, id=f"a{n}"))
    return [read(each, BY) for each in made]


def over(readings, slot):
    return [worn for each in variety(readings) if each.slot == slot for worn in each.worn if worn.over]


@pytest.mark.parametrize("slot, place, most", [
    ("sentence", "paragraph", 4), ("headline", "headline", 2), ("standfirst", "standfirst", 2), ("lead", "lead", 2)])
def test_a_pattern_worn_out(slot, place, most):
    assert not over(a_set(20, most, place), slot)
    worn = over(a_set(20, most + 1, place), slot)
    assert [(each.articles, each.of) for each in worn] == [(most + 1, 20)]
    assert "majority of" in worn[0].example.text


def test_the_edge_at_seventy_one():
    assert not over(a_set(71, 14), "sentence") and over(a_set(71, 15), "sentence")
    assert not over(a_set(71, 7, "headline"), "headline") and over(a_set(71, 8, "headline"), "headline")


def test_a_small_set_is_not_compared():
    assert not variety(a_set(9, 9))


def test_two_uses_in_one_article_count_once():
    twice = [read(copy(f"{SENTENCES[0]}\n{SENTENCES[0]}" if n < 4 else own_words(n), id=f"a{n}"), BY) for n in range(20)]
    assert not over(twice, "sentence")


def test_patterns_two_tokens_apart_count_as_one():
    near = ("{person a/w|Ann Ash} is prime minister, with a majority of {count b/n|80} in the Commons.",
            "{person a/w|Bo Bee} stays prime minister, with a majority of {count b/n|9} in the Commons.",
            "{person a/w|Cat Cole} is clearly prime minister, with a new majority of {count b/n|172} in the House.")
    made = [read(copy(near[n % 3] if n < 6 else own_words(n), id=f"a{n}"), BY) for n in range(20)]
    assert [each.articles for each in over(made, "sentence")] == [6]


def test_method_notes_and_quotations_are_exempt():
    assert not over([read(copy(method=SENTENCES[1], id=f"a{n}"), BY) for n in range(20)], "sentence")


def test_articles_of_another_hour_length_or_election_are_another_set():
    mixed = [read(copy(SENTENCES[0], id=f"a{n}")._replace(length="brief" if n % 2 else "long"), BY) for n in range(18)]
    assert not variety(mixed)


def test_a_report_counts_what_is_wrong_and_not_what_is_listed():
    told = copy("{person a/w|Ann Ash} took {place a/seat|Ely}, one of very many that went that way on a long and wet night.",
                "{person a/w|Ash|Ann Ash} won {place a/seat|Ely} by {votes a/m|12 votes}.")
    whole = report([read(told, BY)], BY)
    assert [each.code for each in whole.found] == ["named-twice"] and whole.count == 0
    line = next(line for line in whole.lines if line.name == "named-twice")
    assert line.limit is None and line.worst == 1


def test_every_finding_is_of_a_measure_in_the_table():
    bad = copy("16 seats fell, 12 there, 14 here, 15 nowhere.", headline="x" * 91, standfirst=" ".join(["word"] * 36) + ".", length="brief")
    reading = read(bad, BY)
    assert {each.code for each in reading.found} <= {measure.name for measure in BY}
    planted = {"figures-sentence", "figures-copy", "opens-figure", "headline-length", "sentence-long", "sentence-mean"}
    assert planted <= {each.code for each in reading.found}
