"""An agency's state of the parties: held against the seats counted, and never a result."""

from collections import Counter

import pytest
from feeds import forms
from feeds.forms import codes, results

from autobrief.facts.contest import winner
from autobrief.record.load import contests_of


@pytest.fixture(scope="module")
def contests(shelf, ge2019):
    """The Speaker's seat, and others."""
    found = [c for c in contests_of(shelf, ge2019.register.election) if c.county == "Lancashire" or c.county == "Nottinghamshire"]
    assert any(winner(c).party.id == "spk" for c in found) and len(found) > 10
    return found


def folder(contests, **more) -> dict[str, str]:
    return {forms.file_name(c, "result"): forms.message(c, "result", number=str(n), **more) for n, c in enumerate(contests, 1)}


def totals(contests, changed=None, *, results=None, date="2019-12-12", election="General Election", poll="G", speaker="spk", included=True,
           lumped=()) -> str:
    """The state of the parties after these results; `changed` adds seats by party."""
    seats = Counter(winner(c).party.id for c in contests)
    if speaker != "spk":
        seats[speaker] += seats.pop("spk", 0)
    seats.update(changed or {})
    names = {c.party.id: c.party.name for contest in contests for c in contest.candidacies}
    rows = [f'<Party paId="1" name="{names[p]}" abbreviation="{forms.AGENCY.get(p, p.upper())}"{f" totalSeats={chr(34)}{n}{chr(34)}" if n else ""} />'
            for p, n in seats.items() if p not in lumped]
    rows += [f'<Party paId="-9999" name="Others" abbreviation="Others" totalSeats="{sum(seats[p] for p in lumped)}" />'] if lumped else []
    inside = "".join(f'<Constituency number="{n}" name="{forms.agency_name(c.name).replace("&", "&amp;")}" />' for n, c in enumerate(contests, 1))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\r\n<FirstPastThePostStateOfParties numberOfResults="{results or len(contests)}" '
            f'totalNumberOfConstituencies="650" totalVotes="9"><Election name="{election}" date="{date}" type="{poll}" /><Parties>{"".join(rows)}'
            f'</Parties>{f"<ConstituenciesIncluded>{inside}</ConstituenciesIncluded>" if included else ""}</FirstPastThePostStateOfParties>\r\n')


def name(number: int, election: str = "General_Election") -> str:
    return f"results/{election}_SOP_{number}.xml"


@pytest.mark.parametrize("how", [{}, {"included": False}, {"speaker": "con"}, {"lumped": ("spk",)}, {"speaker": "con", "lumped": ("spk",)}], ids=str)
def test_one_that_agrees_waits_for_nobody(ge2019, contests, how):
    found = results(ge2019, folder(contests) | {name(len(contests)): totals(contests, **how)})
    assert len(found.reports) == len(contests) and codes(found) == ["state_of_parties"] and not found.waiting
    assert "agrees" in found.refusals[0].reason


def test_one_that_counts_otherwise_is_told_with_both_numbers_and_changes_nothing(ge2019, contests):
    right = results(ge2019, folder(contests))
    conservative = sum(winner(c).party.id == "con" for c in contests)
    for number in (len(contests), 650):
        text = totals(contests, {"con": -1, "lab": 1}, results=number)
        found = results(ge2019, folder(contests) | {name(number): text})
        assert found.reports == right.reports and found.digest == right.digest
        told, = found.waiting
        assert told.code == "tally" and f"Conservative {conservative - 1}, where the results make it {conservative}" in told.reason
        # The same difference after more results is the same thing to look at.
        assert str(told) == "results/General_Election_SOP: " + told.reason


def test_only_the_newest_counts_and_only_when_its_results_are_here(ge2019, contests):
    old = totals(contests[:3], {"con": -1, "lab": 1})
    found = results(ge2019, folder(contests) | {name(3): old, name(len(contests)): totals(contests)})
    assert codes(found) == ["state_of_parties"] * 2 and not found.waiting
    early = results(ge2019, folder(contests[:-1]) | {name(len(contests)): totals(contests, {"con": -1, "lab": 1})})
    assert codes(early) == ["state_of_parties"] and "not all are here" in early.refusals[0].reason
    # Results beyond those that it counts are no difference.
    assert not results(ge2019, folder(contests) | {name(4): totals(contests[:4])}).waiting


def test_another_polls_and_test_data(ge2019, contests):
    wrong = {"con": -1, "lab": 1}
    files = {name(1, "Scottish_Parliament"): totals(contests, wrong, poll="S"), name(2): totals(contests, wrong, date="2017-06-08"),
             name(3, "Test_General_Election"): totals(contests, wrong), name(4): totals(contests, wrong, election="General Election Test")}
    found = results(ge2019, folder(contests) | files)
    assert sorted(codes(found)) == ["other_poll", "state_of_parties", "state_of_parties", "wrong_date"]
    assert [each.code for each in found.waiting] == ["wrong_date"]
    rehearsed = results(ge2019, folder(contests, surname=" Test") | {name(3, "Test_General_Election"): totals(contests, wrong, date="2019-12-11")})
    assert rehearsed.rehearsal and [each.code for each in rehearsed.waiting] == ["tally"]


@pytest.mark.parametrize("spoil", [lambda t: t.replace('totalSeats="', 'totalSeats="x'), lambda t: t.replace("<Election ", "<Poll "),
                                   lambda t: t.replace('numberOfResults="', 'numberOfResults="-'), lambda t: t[:len(t) // 2]])
def test_one_that_cannot_be_read_is_held(ge2019, contests, spoil):
    found = results(ge2019, folder(contests) | {name(9): spoil(totals(contests))})
    assert len(found.reports) == len(contests) and [each.code for each in found.waiting] in (["unparsable"], ["unfinished"])


def test_cut_or_spoilt_anywhere_it_never_stops_the_results(ge2019, contests):
    text = totals(contests[:2])
    for cut in range(0, len(text), 41):
        for spoilt in (text[:cut], text[:cut] + text[cut + 3:], text[:cut] + "9" + text[cut:]):
            assert len(results(ge2019, folder(contests[:2]) | {name(2): spoilt}).reports) == 2
