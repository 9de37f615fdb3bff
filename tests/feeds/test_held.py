"""Rows that cannot be used: held with their reason, listed, and the rest goes on."""

import pytest
from feeds import forms
from feeds.forms import codes, results

from autobrief.record.load import contests_of

GOOD, SEAT = "E14000639", "E14000641"


@pytest.fixture(scope="module")
def contests(shelf, ge2019):
    return {c.seat: c for c in contests_of(shelf, ge2019.register.election)}


def _changed(contest, **more):
    return contest._replace(candidacies=tuple(c._replace(**{name: value(c, n) for name, value in more.items()})
                                              for n, c in enumerate(contest.candidacies)))


def _one(contest, old: str, new: str) -> str:
    text = forms.plain(contest)
    assert old in text
    return text.replace(old, new, 1)


CASES = {
    "unknown_seat": lambda c: forms.plain(c).replace(SEAT, "Durham Tower"),
    "unknown_candidate": lambda c: _one(c, c.candidacies[2].person.name, "Somebody Else"),
    "party": lambda c: _one(c, ",Labour,", ",Conservative,"),
    "incomplete": lambda c: "\n".join(forms.plain(c).splitlines()[:-1]) + "\n",
    "no_votes": lambda c: _one(c, f",{c.candidacies[1].votes},", ",,"),
    "winner": lambda c: forms.plain(c).replace(",yes,", ",,").replace("declared,,", "DECLARED,,", 1).replace("declared,,", "declared,yes,", 1),
    "winners": lambda c: forms.plain(c).replace("declared,,1", "declared,yes,1", 1),
    "too_many_votes": lambda c: _one(c, f",{c.candidacies[0].votes},", ",99000,"),
    "turnout": lambda c: forms.plain(_changed(c, votes=lambda c, n: c.votes // 4)),
    "early": lambda c: forms.plain(c).replace(c.declared.isoformat(), "2019-12-12T21:59:00+00:00"),
    "no_winner": lambda c: forms.plain(c).replace("declared,yes", "winner known,").replace("declared,", "winner known,"),
}


@pytest.mark.parametrize("code", CASES)
def test_it_is_held_and_the_rest_goes_on(ge2019, contests, code):
    found = results(ge2019, {"bad.csv": CASES[code](contests[SEAT]), "good.csv": forms.plain(contests[GOOD])})
    assert list(found.reports) == [GOOD]
    assert code in codes(found) and len(found.waiting) >= 1
    assert all(refusal.file == "bad.csv" and refusal.row for refusal in found.refusals)


def test_an_unreadable_row_is_held_by_itself(ge2019, contests):
    text = forms.plain(contests[SEAT]) + "E14000641,Extra Person,Labour,many,,declared,,1\nshort,row\n\"open,,,,,,,\n"
    found = results(ge2019, {"night.csv": text})
    assert list(found.reports) == [SEAT] and sorted(codes(found)) == ["truncated", "unparsable", "unparsable"]


def test_a_last_line_without_its_end_is_held(ge2019, contests):
    found = results(ge2019, {"night.csv": forms.plain(contests[SEAT]).rstrip("\n")})
    assert not found.reports and sorted(codes(found)) == ["incomplete", "unfinished"]


def test_totals_that_disagree(ge2019, contests):
    for more in ({"turnout": 12345}, {"votes": {0: 1}}):
        found = results(ge2019, {"results/a_result_x_1.xml": forms.message(contests[SEAT], "result", **more)})
        assert not found.reports and codes(found)[0] in ("totals", "winner")


def test_a_tie_needs_a_winner_by_lot(ge2019, contests):
    contest = contests[SEAT]
    level = contest.candidacies[0].votes
    tied = contest._replace(candidacies=(contest.candidacies[0], contest.candidacies[1]._replace(votes=level), *contest.candidacies[2:]))
    text = forms.plain(tied)
    assert codes(results(ge2019, {"a.csv": text.replace("declared,yes", "declared,")})) == ["tie"]
    by_lot = text.replace("declared,yes", "declared,")
    second = f"{contest.candidacies[1].person.name},{contest.candidacies[1].party.name},{level},{contest.declared.isoformat()},declared,"
    found = results(ge2019, {"a.csv": by_lot.replace(second, second + "yes")})
    assert found.reports[SEAT].candidacies[0].person == contest.candidacies[1].person


def test_turnout_far_from_its_neighbours(feed_of, shelf):
    """Where no turnout is on record to compare with, the seats declared near it are what there is."""
    feed = feed_of("ge2024")
    near = [c for c in contests_of(shelf, feed.register.election) if c.region == "north-east"][:8]
    assert len(results(feed, {"a.csv": forms.plain(*near)}).reports) == 8
    odd = _changed(near[0], votes=lambda c, n: c.votes // 3)
    found = results(feed, {"a.csv": forms.plain(odd, *near[1:])})
    assert codes(found) == ["turnout"] and near[0].seat not in found.reports and len(found.reports) == 7
    assert list(results(feed, {"a.csv": forms.plain(odd)}).reports) == [odd.seat]


def test_a_wrong_polling_date_is_refused_and_other_polls_are_passed_over(ge2019, contests):
    contest = contests[SEAT]
    wrong = results(ge2019, {"results/a_result_x_1.xml": forms.message(contest, "result", date="2017-06-08")})
    assert codes(wrong) == ["wrong_date"] and wrong.waiting and not wrong.reports
    other = results(ge2019, {"results/a_result_x_1.xml": forms.message(contest, "result", poll="M"),
                             "results/b_result_x_1.xml": forms.message(contest, "result", poll="B")})
    assert codes(other) == ["other_poll"] * 2 and not other.waiting and not other.reports


def test_a_small_partys_candidate_may_be_called_an_independent(ge2019, shelf):
    contest = next(c for c in contests_of(shelf, ge2019.register.election) if c.name == "Ashfield")
    assert any(c.party.name == "Ashfield Independents" for c in contest.candidacies)
    found = results(ge2019, {"a.csv": forms.plain(contest).replace(",Ashfield Independents,", ",Ind,")})
    assert [c.party.name for c in found.reports[contest.seat].candidacies] == [c.party.name for c in contest.candidacies]


def test_people_keep_their_ids_under_other_spellings(ge2019, contests):
    contest = contests[SEAT]
    renamed = _changed(contest, person=lambda c, n: c.person._replace(given=c.person.given[0], family=c.person.family.upper()))
    found = results(ge2019, {"a.csv": forms.plain(renamed)})
    assert [c.person for c in found.reports[SEAT].candidacies] == [c.person for c in contest.candidacies]
