"""Switches of house style: what each prints, and that the independent check holds every article written with it."""

from datetime import datetime
from decimal import Decimal

import pytest
from articles import copy_of
from house import house

from autobrief import grammar
from autobrief.checking.proof import prove
from autobrief.checking.renderings import Renderings
from autobrief.microplanning.reference import Discourse
from autobrief.model.text import Fact
from autobrief.model.world import Party, Person
from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.stylebook import load

MAN, WOMAN, UNKNOWN = (Person(str(n), "Sam", family, gender) for n, (family, gender) in
                       enumerate((("O'Neill", "M"), ("Rees", "F"), ("Lee", None))))


@pytest.fixture
def style(tmp_path):
    """A stylebook with these switches."""
    def made(**switches):
        lines = (f'{key} = {value!r}' for key, value in switches.items())
        return load(house(tmp_path / "-".join(switches) / str(len(list(tmp_path.iterdir()))), house_toml="\n".join(lines)))
    return made


def written(stylebook, **asked):
    work = assignment(Shelf(), **asked, rule=stylebook.house["baseline"])
    findings, plan = decide(work, stylebook)
    article = finish(work, stylebook, findings, plan)
    return article, plan


def faults(article, plan, stylebook):
    """Where the check finds what: the shipped wording is held to none elsewhere."""
    return {(f.where, f.code) for f in prove(article, plan, stylebook)}


ALL = {"percent": "per cent", "clock": 24, "words_up_to": 10, "quotes": "curly", "courtesy": "title", "party_names": "short"}


ASKED = [{"seat": "North West Norfolk", "election": "ge2019"}, {"region": "northern-ireland", "election": "ge2017"},
         {"region": "scotland", "election": "ge2010", "as_of": "2010-05-07 02:30"}, {"region": "norfolk", "election": "ge2024"}]


@pytest.mark.parametrize("switches, asked", [({key: value}, ASKED[n % len(ASKED)]) for n, (key, value) in enumerate(ALL.items())]
                         + [(ALL, asked) for asked in ASKED])
def test_the_check_holds_under_every_switch(style, asked, switches):
    plain, mine = load(), style(**switches)
    assert faults(*written(mine, **asked), mine) <= faults(*written(plain, **asked), plain)


def test_per_cent(style):
    asked = {"region": "essex", "election": "ge2024"}
    before, after = (copy_of(written(book, **asked)[0]) for book in (load(), style(percent="per cent")))
    assert "%" in before and "%" not in after and before.replace("%", " per cent") == after


@pytest.mark.parametrize("hours, shown", [(12, "3.05am"), (24, "03:05")])
def test_the_clock(style, hours, shown):
    article, _ = written(style(clock=hours), region="midlands", election="ge2019", as_of="2019-12-13 03:05")
    assert shown in article.block("method").text


@pytest.mark.parametrize("up_to, ten, tenth", [(9, "10", "10th"), (10, "ten", "tenth")])
def test_words_up_to_nine_or_ten(style, up_to, ten, tenth):
    mine = style(words_up_to=up_to)
    assert (grammar.number(10, up_to), grammar.ordinal(10, up_to)) == (ten, tenth)
    fact = Fact("a/b", "b", 10, "seats")
    assert Renderings(mine).allows(fact, ten) and Renderings(mine).allows(fact, tenth)
    article, _ = written(mine, region="kent", election="ge2024")
    assert f"{ten} seats" in article.headline or f"{ten} seats" in copy_of(article)


@pytest.mark.parametrize("courtesy, later", [("surname", ("O'Neill", "Rees", "Lee")), ("title", ("Mr O'Neill", "Ms Rees", "Sam Lee"))])
def test_a_later_mention(courtesy, later):
    discourse = Discourse((MAN, WOMAN, UNKNOWN), courtesy)
    assert [discourse.name(p) for p in (MAN, WOMAN, UNKNOWN)] == [p.name for p in (MAN, WOMAN, UNKNOWN)]
    assert tuple(discourse.name(p) for p in (MAN, WOMAN, UNKNOWN)) == later
    assert discourse.fresh().name(MAN) == MAN.name
    shared = Discourse((MAN, Person("9", "Pat", "O'Neill", "F")), courtesy)
    assert [shared.name(MAN) for _ in range(2)] == [MAN.name] * 2


def test_the_check_knows_titles_by_gender_alone(style):
    fact = lambda person: Fact("a/b", "b", person, "person")  # noqa: E731
    title, surname = Renderings(style(courtesy="title")), Renderings(load())
    for person, said in ((MAN, "Mr O'Neill"), (WOMAN, "Ms Rees's"), (UNKNOWN, "Sam Lee")):
        assert title.allows(fact(person), said)
    for person, said in ((MAN, "Ms O'Neill"), (WOMAN, "Rees"), (UNKNOWN, "Mr Lee"), (UNKNOWN, "Ms Lee"), (UNKNOWN, "Lee")):
        assert not title.allows(fact(person), said)
    assert surname.allows(fact(MAN), "O'Neill") and not surname.allows(fact(MAN), "Mr O'Neill")


@pytest.mark.parametrize("straight, curly", [
    ("Labour's", "Labour’s"), ("the Conservatives' seats", "the Conservatives’ seats"), ("'Never again', she said", "‘Never again’, she said"),
    ('"We won," he said ("again")', "“We won,” he said (“again”)"), ("the '97 election", "the ’97 election"), ("\"'Tis so\"", "“‘Tis so”"),
    ("O'Neill's", "O’Neill’s"), ("Already “curly”, isn’t it", "Already “curly”, isn’t it"), ("won—'so'", "won—‘so’"),
])
def test_quotes_are_curled_in_their_places(straight, curly):
    assert grammar.curly(straight) == curly and len(straight) == len(curly)


def test_curly_quotes_move_no_span(style):
    asked = {"region": "norfolk", "election": "ge2019"}
    (before, _), (after, _) = written(load(), **asked), written(style(quotes="curly"), **asked)
    pairs = [(a, b) for one, two in zip(before.blocks, after.blocks, strict=True) for a, b in zip(one.sentences, two.sentences, strict=True)]
    assert all(a.spans == b.spans for a, b in pairs)
    texts = [b.text for _, b in pairs] + [cell.text for block in after.blocks for row in block.rows for cell in row]
    assert not any("'" in text or '"' in text for text in texts)
    assert any("’" in text for text in [b.text for _, b in pairs])


def test_short_party_names_are_for_the_copy(style):
    mine = style(party_names="short")
    article, _ = written(mine, region="midlands", election="ge2019")
    copy = copy_of(article)
    assert "Tories" in article.headline and "Conservative" not in copy
    assert "Con" in {row[0].text for block in article.blocks if block.id == "table/parties" for row in block.rows}
    con, ld = (Fact("a/b", "b", Party(*p), "party") for p in (("con", "Conservative", "Con"), ("ld", "Liberal Democrat", "LD")))
    for fact, said in ((con, "the Tories"), (con, "a Tory"), (ld, "the Lib Dems"), (ld, "Lib Dem")):
        assert Renderings(mine).allows(fact, said) and not Renderings(load()).allows(fact, said)
    assert not Renderings(mine).allows(con, "the Conservatives")


@pytest.mark.parametrize("rule, majority", [("opposed", "80"), ("left-out", "81")])
def test_the_rule_for_the_commons_majority(style, rule, majority):
    article, _ = written(style(speaker=rule), region="midlands", election="ge2019")
    fact = next(fact for fact in article.facts.values() if "majority" in fact.id and fact.id.startswith("ge2019/") and fact.value in (80, 81))
    assert str(fact.value) == majority


def test_the_baseline_is_the_house_s(tmp_path):
    import json
    import subprocess
    import sys
    made = house(tmp_path, house_toml='baseline = "sitting-member"')
    done = subprocess.run([sys.executable, "-m", "autobrief", "write", "--region", "midlands", "--election", "ge2019", "--format", "json",
                           "--stylebook", made], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["baseline"]["rule"] == "sitting-member"


def test_shares_and_times_are_held_to_the_switch(style):
    share, time = Fact("a/b", "b", Decimal("0.54"), "share"), Fact("a/c", "c", datetime(2019, 12, 13, 3, 5), "time")
    mine = Renderings(style(percent="per cent", clock=24))
    assert mine.allows(share, "54 per cent") and not mine.allows(share, "54%")
    assert mine.allows(time, "03:05") and not mine.allows(time, "3.05am")
