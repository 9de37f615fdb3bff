"""Every form of feed, read against the record: the same results whichever form they came in."""

import pytest
from feeds import forms
from feeds.forms import codes, results

from autobrief.record.feeds import read
from autobrief.record.load import contests_of

SEATS = ("E14000639", "E14000641", "E14000663", "S14000027", "N06000002", "E14000739", "E14000608", "E14000556")


@pytest.fixture(scope="module")
def contests(shelf, ge2019):
    found = {c.seat: c for c in contests_of(shelf, ge2019.register.election)}
    return [found[seat] for seat in SEATS]


def _told(found) -> dict:
    return {seat: (r.status, [(c.person.id, c.party.id, c.votes) for c in r.candidacies]) for seat, r in found.reports.items()}


@pytest.fixture(scope="module")
def truth(contests):
    return {c.seat: ("declared", [(x.person.id, x.party.id, x.votes) for x in c.candidacies]) for c in contests}


def test_plain_csv(ge2019, contests, truth):
    found = results(ge2019, {"night.csv": forms.plain(*contests)})
    assert _told(found) == truth and not found.refusals
    assert found.reports[SEATS[0]].declared == contests[0].declared
    assert found.reports[SEATS[1]].candidacies[0].row == len(contests[0].candidacies) + 2


def test_plain_csv_by_name_and_in_its_smallest_form(ge2019, contests, truth):
    for seat in contests:
        lines = ["Seat,Candidate,Party,Votes", *(f'"{seat.name}","{c.person.name}","{c.party.name}","{c.votes:,}"' for c in seat.candidacies)]
        found = results(ge2019, {"one.csv": "\r\n".join(lines) + "\r\n"})
        assert _told(found) == {seat.seat: truth[seat.seat]}, found.refusals


def test_plain_csv_whose_lines_end_with_a_carriage_return_alone(ge2019, contests, truth):
    found = results(ge2019, {"night.csv": forms.plain(*contests).replace("\n", "\r")})
    assert _told(found) == truth and not found.refusals


@pytest.mark.parametrize("header", [True, False])
def test_parliaments_csv(ge2019, contests, truth, header):
    found = results(ge2019, forms.parliament(*contests, header=header))
    assert _told(found) == truth and not found.refusals
    assert [found.reports[c.seat].declared for c in contests] == [c.declared for c in contests]


def test_parliaments_totals_that_disagree_are_held(ge2019, contests):
    files = forms.parliament(contests[0])
    files["constituencies.csv"] = files["constituencies.csv"].replace(f",{sum(c.votes for c in contests[0].candidacies)},", ",31000,")
    found = results(ge2019, files)
    assert not found.reports and codes(found) == ["totals"]


def test_democracy_clubs_csv(ge2019, contests, truth):
    found = results(ge2019, {"dc.csv": forms.democracy_club(*contests, undeclared=contests[:1])})
    assert found.reports[SEATS[0]].status == "not_declared"
    assert {seat: told for seat, told in _told(found).items() if seat != SEATS[0]} == {seat: told for seat, told in truth.items() if seat != SEATS[0]}


def test_democracy_clubs_cancelled_and_local_ballots(ge2019, contests):
    text = forms.democracy_club(*contests[:2], undeclared=contests[:2]).replace(",f,", ",t,", len(contests[0].candidacies))
    text += 'x,A Councillor,local.x.2019-12-12,local.x.y.2019-12-12,2019-12-12,Labour Party,PP53,,Y,f,900,t,,,\n'
    found = results(ge2019, {"dc.csv": text})
    assert [found.reports[c.seat].status for c in contests[:2]] == ["postponed", "not_declared"]
    assert codes(found) == ["other_poll"] and not found.waiting


def test_election_xml(ge2019, contests, truth):
    files = {forms.file_name(c, kind): forms.message(c, kind, number=str(n))
             for n, c in enumerate(contests) for kind in ("nominations", "rush", "result")}
    found = results(ge2019, files)
    assert _told(found) == truth and not found.refusals


def test_election_xml_before_the_figures(ge2019, contests):
    first, second, third = contests[:3]
    found = results(ge2019, {forms.file_name(first, "rush"): forms.message(first, "rush"),
                             forms.file_name(second, "recount", 2): forms.message(second, "recount", 2, number="18"),
                             forms.file_name(third, "nominations"): forms.message(third, "nominations", number="19")})
    assert [found.reports[c.seat].status for c in (first, second, third)] == ["winner_known", "recount", "not_declared"]
    assert found.reports[first.seat].winner.person == first.candidacies[0].person


def test_a_seat_is_known_by_its_serial_where_its_name_is_strange(ge2019, contests):
    seat = contests[0]
    strange = forms.message(seat, "result", name="The Cities")
    assert codes(results(ge2019, {"results/a_result_x_1.xml": strange})) == ["unknown_seat"]
    found = results(ge2019, {forms.file_name(seat, "nominations"): forms.message(seat, "nominations"), "results/a_result_x_1.xml": strange})
    assert found.reports[seat.seat].status == "declared"


def test_a_serial_of_two_seats_is_held(ge2019, contests):
    found = results(ge2019, {forms.file_name(c, "result"): forms.message(c, "result") for c in contests[:2]})
    assert not found.reports and codes(found) == ["seat_serial"] * 2


@pytest.mark.parametrize("text, code", [
    ("", "unfinished"), ("<FirstPast", "unfinished"), ("<a><b></a>", "unparsable"), ("<StrangeThing />", "unknown_message"),
    ("<LocalElectionResult />", "other_poll"), ("<TopUpResult />", "other_poll"), ("<FirstPastThePostStateOfParties />", "unparsable"),
    ("<FirstPastThePostResult revision='1' />", "unparsable"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><FirstPastThePostResult>&b;</FirstPastThePostResult>", "unparsable")])
def test_messages_that_cannot_be_used(ge2019, text, code):
    found = results(ge2019, {"results/General_Election_result_X_1.xml": text})
    assert codes(found) == [code] and not found.reports
    assert bool(found.waiting) == (code != "other_poll")


def test_a_message_cut_anywhere_is_never_a_result(ge2019, contests):
    whole = forms.message(contests[0], "result")
    for cut in range(0, len(whole.rstrip()) - 1, 97):
        assert not results(ge2019, {"results/General_Election_result_X_1.xml": whole[:cut]}).reports


def test_a_csv_cut_anywhere_never_has_another_figure(ge2019, contests, truth):
    whole = forms.plain(*contests[:3])
    for cut in range(1, len(whole), 13):
        found = _told(results(ge2019, {"night.csv": whole[:cut]}))
        assert all(truth[seat] == told for seat, told in found.items())


def test_a_name_and_a_message_of_different_revisions_are_distrusted(ge2019, contests):
    found = results(ge2019, {forms.file_name(contests[0], "result", 3): forms.message(contests[0], "result", 2)})
    assert not found.reports and codes(found) == ["unparsable"]


def test_every_seat_of_an_election_is_found_under_its_turned_name(feed_of):
    for id in ("ge2010", "ge2017", "ge2019", "ge2024"):
        register = feed_of(id).register
        assert [seat.name for code, seat in register.seats.items() if register.code(forms.agency_name(seat.name)) != code] == []


def test_a_file_of_no_known_form(ge2019):
    found = results(ge2019, {"results.csv": "a,b,c\n1,2,3\n", "README": "hello", "picture.csv": b"\x89PNG\r\n\x1a\n\x00\xff\xfe"})
    assert codes(found) == ["unknown_form"] * 3 and len(found.waiting) == 2


def test_a_file_that_is_being_written_over_stands_as_it_was(shelf, ge2019, contests, truth, tmp_path):
    """Whoever writes it in place may be seen at any byte: no result comes and goes, and the half is told."""
    from autobrief.record.feeds import Feed
    path = tmp_path / "night.csv"
    feed = Feed(path, shelf, ge2019.register.election)
    one, more = forms.plain(*contests[:2]), forms.plain(contests[2], *contests[:2])
    path.write_text(one)
    assert len(feed.read().reports) == 2
    for cut in [*range(0, len(more) - 1, 61), len(more) - 1]:
        path.write_text(more[:cut])
        found = feed.read()
        assert set(found.reports) >= {c.seat for c in contests[:2]} or more[:cut].endswith("\n"), cut
        assert all(truth[seat] == told for seat, told in _told(found).items())
        assert found.refusals
    path.write_text(more)
    assert len(feed.read().reports) == 3 and not feed.read().refusals
    # One that grows and never ends its last line is used as far as it goes.
    path.write_text(more + forms.plain(*contests[3:]).partition("\n")[2].rstrip("\n"))
    assert len(feed.read().reports) == len(contests) - 1 and "unfinished" in codes(feed.read())


def test_a_folder_with_links_back_to_itself_is_read_once(shelf, ge2019, contests, truth, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "night.csv").write_text(forms.plain(*contests), "utf-8")
    (tmp_path / "in" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "itself").symlink_to("itself")
    (tmp_path / "elsewhere").symlink_to("nowhere")
    found = read(tmp_path, shelf, ge2019.register.election)
    assert _told(found) == truth and not found.refusals
    assert {report.file for report in found.reports.values()} == {"in/night.csv"}
