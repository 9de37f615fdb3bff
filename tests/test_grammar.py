from datetime import datetime
from decimal import Decimal

import pytest

from autobrief import grammar


@pytest.mark.parametrize("text, article", [
    ("8,000 majority", "an"), ("8.4-point swing", "an"), ("11-point lead", "an"), ("18.4 per cent", "an"),
    ("11,000 majority", "an"), ("1,000 vote lead", "a"), ("1,100 lead", "a"), ("110 vote lead", "a"), ("80-vote", "an"),
    ("SNP gain", "an"), ("UKIP vote", "a"), ("MP", "an"), ("UUP gain", "a"), ("DUP hold", "a"), ("LD hold", "an"),
    ("one-vote majority", "a"), ("hour", "an"), ("unionist", "a"), ("unopposed seat", "an"), ("Ulster Unionist", "an"),
    ("independent", "an"), ("Alliance gain", "an"), ("European seat", "a"), ("Labour hold", "a"), ("180,000", "a"),
    ("18,000", "an"), ("800", "an"),
])
def test_article_follows_the_sound(text, article):
    assert grammar.article(text) == article


def test_lists_use_semicolons_only_where_needed():
    assert grammar.join(["Bath", "Leeds"]) == "Bath and Leeds"
    assert grammar.join(["a", "b", "c"]) == "a, b and c"
    assert grammar.join(["Bath", "Ayr, Carrick and Cumnock", "Leeds"]) == "Bath; Ayr, Carrick and Cumnock; and Leeds"
    assert grammar.join(["Warley", "Warwick and Leamington"]) == "Warley, and Warwick and Leamington"


@pytest.mark.parametrize("count, noun, text", [(1, "vote", "one vote"), (2, "MP", "two MPs"), (16, "seat", "16 seats"),
                                               (3, "by-election", "three by-elections"), (0, "seat", "no seats")])
def test_counted(count, noun, text):
    assert grammar.counted(count, noun) == text


def test_votes_keep_figures():
    assert grammar.counted(8, "vote", words=False) == "8 votes"
    assert grammar.counted(1, "vote", words=False) == "one vote"


def test_rounding_is_half_away_from_zero():
    assert grammar.rounded(Decimal("11.35"), 1) == Decimal("11.4")
    assert grammar.rounded(Decimal("-2.5")) == Decimal("-3")
    assert grammar.percent(Decimal("0.12")) == "12%"
    assert grammar.percent(Decimal("0.1245"), "per cent") == "12.5 per cent"


def test_times_and_ordinals():
    assert grammar.clock(datetime(2019, 12, 13, 3, 5)) == "3.05am"
    assert grammar.clock(datetime(2019, 12, 12, 22, 0)) == "10pm"
    assert grammar.clock(datetime(2019, 12, 13, 0, 30)) == "12.30am"
    assert grammar.clock(datetime(2019, 12, 13, 0, 30), 24) == "00:30"
    assert [grammar.ordinal(n) for n in (1, 3, 11, 21, 112)] == ["first", "third", "11th", "21st", "112th"]
