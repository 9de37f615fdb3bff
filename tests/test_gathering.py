"""What is said of one seat stands together, and where few seats are in each is told of."""

import pytest
from articles import copy_of, the_stylebook, written

from autobrief.microplanning.gathering import FOLLOWING, PARAGRAPH, follows, gathered
from autobrief.model.text import Section
from autobrief.rules.common import changes

ASKED = [("cleveland", "ge2024"), ("norfolk", "ge2024"), ("london", "ge2010"), ("scotland", "ge2019"), ("south-east", "ge2019"), ("dorset", "ge2024")]


@pytest.mark.parametrize("region, election", ASKED)
def test_what_says_more_of_a_seat_follows_what_tells_of_it(region, election):
    _, _, plan, article = written(region=region, election=election)
    drafted = [m for s in plan.drafted if s.kind == "paragraph" for m in s.messages]
    assert {m.kind for m in drafted} & set(FOLLOWING)
    for section in plan.sections:
        for before, message in zip((None, *section.messages), section.messages, strict=False):
            if "further" in message.facts:
                assert follows(message, before)
                assert message.facts["seat"].value.name not in next(s.text for b in article.blocks for s in b.sentences if s.message == message.id) \
                    or message.kind in ("came_back", "by_election_undone")
    assert all(len(s.messages) <= PARAGRAPH for s in plan.sections if s.kind == "paragraph")


@pytest.mark.parametrize("region, election", ASKED)
def test_nothing_is_lost_or_said_twice_in_gathering(region, election):
    _, findings, plan, _ = written(region=region, election=election)
    apart = [Section("paragraph", f"block/{m.id}", (m,)) for s in plan.drafted if s.kind in ("lead", "paragraph") for m in s.messages]
    together = gathered(apart)
    assert sorted(m.id for s in together for m in s.messages) == sorted(m.id for s in apart for m in s.messages)
    assert len(together) <= len(apart) and len({s.id for s in together}) == len(together)


def test_the_margin_stands_beside_the_result():
    _, _, _, article = written(region="cleveland", election="ge2024")
    paragraph = next(b.text for b in article.blocks if "214 votes" in b.text or "of 214" in b.text)
    assert "Simon Clarke" in paragraph and paragraph.count("Middlesbrough South and East Cleveland") == 1


@pytest.mark.parametrize("region, election, as_of", [
    ("leicester", "ge2019", None), ("coventry", "ge2024", None), ("leicester", "ge2010", None), ("buckinghamshire", "ge2010", "2010-05-07T02:30"),
    ("cumbria", "ge2019", None), ("wiltshire", "ge2019", "2019-12-13T02:30")])
def test_where_few_seats_are_in_every_member_elected_again_is_named(region, election, as_of):
    assigned, findings, _, article = written(region=region, election=election, as_of=as_of)
    copy = copy_of(article)
    again = [r for r in findings.tally.declared if r.winner.sitting and r.member and r.member.person.id == r.winner.person.id]
    assert all(r.winner.person.family in copy for r in again)
    assert "re_elected" in the_stylebook().templates


CUT = [("west-yorkshire", "ge2024"), ("wales", "ge2024"), ("greater-manchester", "ge2019"), ("kent", "ge2010"), ("scotland", "ge2019"),
       ("cumbria", "ge2024")]


@pytest.mark.parametrize("region, election", CUT)
def test_a_short_article_still_tells_of_every_change_of_hands(region, election):
    _, findings, plan, article = written(region=region, election=election, length="brief")
    told = copy_of(article)
    assert plan.told_in_copy or any(s.kind == "list" for s in plan.sections)
    for reading in changes(findings.tally):
        assert reading.contest.seat not in plan.told_in_copy or reading.winner.person.family in told
