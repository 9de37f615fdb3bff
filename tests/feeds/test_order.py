"""Whatever the order in which messages arrive: the newest stands, and it is always the same one."""

import pytest
from feeds import forms
from feeds.forms import codes, results
from hypothesis import given, settings
from hypothesis import strategies as st

from autobrief.record.load import contests_of

ONE, TWO = "E14000639", "E14000641"


@pytest.fixture(scope="module")
def contests(shelf, ge2019):
    return {c.seat: c for c in contests_of(shelf, ge2019.register.election)}


def _messages(contests) -> list[tuple[str, str]]:
    """A night of two seats: nominations, a recount, rushes, results, a correction, garbage, half a message, a duplicate."""
    one, two = contests[ONE], contests[TWO]
    kinds = [(one, "nominations", 1, {}), (one, "nominations", 2, {}), (one, "rush", 1, {}), (one, "result", 1, {"votes": {2: 5}}),
             (one, "result", 3, {}), (two, "nominations", 1, {}), (two, "recount", 2, {}), (two, "rush", 1, {})]
    found = [(forms.file_name(c, kind, revision), forms.message(c, kind, revision, number="1" if c is one else "2", **more))
             for c, kind, revision, more in kinds]
    return [*found, ("results/again.xml", found[4][1]), ("results/half.xml", found[4][1][:300]), ("other.xml", "<LocalElectionResult/>")]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_permutation_of_messages_gives_the_same_results(ge2019, contests, data):
    messages = _messages(contests)
    shuffled = data.draw(st.permutations(messages))
    expected = results(ge2019, dict(messages))
    found = results(ge2019, dict(shuffled))
    assert found == expected
    assert [found.reports[seat].status for seat in (ONE, TWO)] == ["corrected", "winner_known"]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_stands_only_ever_gets_newer(ge2019, contests, data):
    """A lower revision never undoes a higher, message by message as they come."""
    come, highest = {}, {}
    ranks = {"not_declared": 0, "recount": 1, "winner_known": 2, "declared": 3, "corrected": 3}
    for name, text in data.draw(st.permutations(_messages(contests))):
        come[name] = text
        for seat, report in results(ge2019, come).reports.items():
            now = (ranks[report.status], report.revision)
            assert now >= highest.get(seat, (0, 0))
            highest[seat] = now


def test_a_newer_rush_that_names_another_winner_takes_the_result_back(ge2019, contests):
    one = contests[ONE]
    first = {forms.file_name(one, "result"): forms.message(one, "result"), forms.file_name(one, "rush"): forms.message(one, "rush")}
    assert results(ge2019, first).reports[ONE].status == "declared"
    agreeing = first | {forms.file_name(one, "rush", 2): forms.message(one, "rush", 2)}
    assert results(ge2019, agreeing).reports[ONE].status == "declared"
    other = first | {forms.file_name(one, "rush", 2): forms.message(one, "rush", 2, elected=1)}
    found = results(ge2019, other)
    assert (found.reports[ONE].status, found.reports[ONE].winner.person) == ("winner_known", one.candidacies[1].person)
    assert codes(found) == ["overtaken"]


def test_two_results_of_one_revision_that_differ_are_both_held(ge2019, contests):
    one = contests[ONE]
    wrong = forms.plain(one).replace(f",{one.candidacies[0].votes},", f",{one.candidacies[0].votes - 1},")
    found = results(ge2019, {"a.csv": forms.plain(one), "b.csv": wrong})
    assert not found.reports and codes(found) == ["conflict"] * 2
    newer = forms.plain(one, status="corrected", revision=2)
    assert results(ge2019, {"a.csv": forms.plain(one), "b.csv": wrong, "c.csv": newer}).reports[ONE].status == "corrected"


def test_a_digest_moves_with_the_reports_alone(ge2019, contests):
    one, two = (forms.plain(contests[seat]) for seat in (ONE, TWO))
    assert results(ge2019, {"a.csv": one, "b.csv": two}).digest == results(ge2019, {"z.csv": two + one.partition("\n")[2]}).digest
    assert results(ge2019, {"a.csv": one}).digest != results(ge2019, {"a.csv": one, "b.csv": two}).digest
