"""Before the first result: an election of which none is on record, and feeds of nominations alone."""

import csv
import datetime

import pytest
from articles import the_stylebook
from feeds import forms
from feeds.test_commands import _run

from autobrief.errors import InputError
from autobrief.formats import FORMATS
from autobrief.pipeline import write
from autobrief.record.feeds import read as read_feed
from autobrief.record.find import election as election_on_record
from autobrief.record.load import assignment, contests_of
from autobrief.record.parliament import import_parliament
from autobrief.record.shelf import Shelf
from autobrief.sources.shipped import shipped

DAY = datetime.date(2026, 5, 7)


@pytest.fixture(scope="module")
def contests(shelf, feed_of):
    """The seats of Kent in 2024, as those of an election to come."""
    return [c for c in contests_of(shelf, feed_of("ge2024").register.election) if c.county == "Kent"]


def published(contests, folder, candidates=True, cell="") -> None:
    """Parliament's two tables as they can be made before an election: nobody has votes."""
    folder.mkdir()
    tables = {"constituencies.csv": [["ONS ID", "Constituency name", "Country name", "Declaration time", "Valid votes", "Majority"],
                                     *([c.seat, c.name, c.country, "", "", ""] for c in contests)]}
    if candidates:
        tables["candidacies.csv"] = [["ONS ID", "Party name", "Party abbreviation", "Candidate first name", "Candidate surname", "Votes"],
                                     *([c.seat, k.party.name, k.party.abbreviation, k.person.given, k.person.family, cell if n == 0 else ""]
                                       for c in contests for n, k in enumerate(c.candidacies))]
    for name, rows in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def imported(folder, record) -> Shelf:
    import_parliament(folder, id="ge2026", date=DAY, into=record, known=shipped("data") / "record")
    return Shelf(record)


@pytest.fixture(scope="module", params=(True, False), ids=("candidates on record", "candidates from the feed"))
def coming(request, contests, tmp_path_factory):
    """The record of the election to come, and a folder of its nominations."""
    place = tmp_path_factory.mktemp("coming")
    published(contests, place / "published", request.param)
    imported(place / "published", place / "record")
    for number, contest in enumerate(contests):
        path = place / "feed" / forms.file_name(contest, "nominations")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(forms.message(contest, "nominations", date=DAY.isoformat(), number=str(number)), "utf-8")
    return place


def nothing_declared(text: str, contest) -> None:
    assert 'stage: "waiting"' in text
    assert contest.name in text
    for candidacy in contest.candidacies:
        assert f"| {candidacy.person.name} |" in text


def test_write_knows_who_stands_and_that_nothing_is_declared(coming, contests):
    shelf, one = Shelf(coming / "record"), contests[0]
    found = read_feed(coming / "feed", shelf, election_on_record(shelf, "ge2026"))
    assert not found.refusals and {r.status for r in found.reports.values()} == {"not_declared"} and len(found.reports) == len(contests)
    nothing_declared(FORMATS["markdown"](write(assignment(shelf, seat=one.seat, election="ge2026", results=found), the_stylebook())), one)
    article = write(assignment(shelf, region="kent", election="ge2026", results=found), the_stylebook())
    assert article.stage == "waiting" and "Kent" in article.headline


def test_without_a_feed_too(coming, contests):
    done = _run("write", "--seat", contests[0].seat, "--election", "ge2026", "--record", coming / "record")
    assert (done.returncode, done.stderr) == (0, "") and 'stage: "waiting"' in done.stdout
    # A table without a row is none.
    on_record = bool(Shelf(coming / "record").rows("elections/ge2026/south-east.candidacies.csv"))
    assert ("## Candidates" in done.stdout) == on_record


def test_watch_writes_it_and_then_the_first_declaration(coming, contests, tmp_path):
    pytest.importorskip("sqlalchemy")
    feed, one = tmp_path / "feed", contests[0]
    feed.symlink_to(coming / "feed")
    asked = ("watch", feed, "--region", "kent", "--election", "ge2026", "--record", coming / "record", "-o", tmp_path / "articles",
             "--store", tmp_path / "kept.sqlite", "--once")
    done = _run(*asked)
    assert done.returncode == 0, done.stderr
    file = tmp_path / f"articles/ge2026/seat/{one.seat}.md"
    nothing_declared(file.read_text("utf-8"), one)
    declared = one._replace(declared=datetime.datetime(2026, 5, 8, 1, tzinfo=datetime.UTC))
    result = coming / "feed" / forms.file_name(one, "result")
    result.parent.mkdir(exist_ok=True)
    result.write_text(forms.message(declared, "result", date=DAY.isoformat(), number="0"), "utf-8")
    try:
        done = _run(*asked)
    finally:
        result.unlink()
    assert done.returncode == 0 and f"{one.reads}: " in done.stdout, done.stderr
    assert 'stage: "complete"' in file.read_text("utf-8")
    assert 'stage: "partial"' in (tmp_path / "articles/ge2026/region/kent.md").read_text("utf-8")


def test_nothing_is_written_of_an_election_whose_polls_are_open(contests, tmp_path):
    published(contests, tmp_path / "published")
    day = datetime.date.today() + datetime.timedelta(days=400)
    import_parliament(tmp_path / "published", id="ge2099", date=day, into=tmp_path / "record", known=shipped("data") / "record")
    done = _run("write", "--region", "kent", "--election", "ge2099", "--record", tmp_path / "record")
    assert done.returncode == 2 and "before polls close" in done.stderr and not done.stdout


def test_some_votes_of_a_seat_and_not_others_are_a_fault(contests, tmp_path):
    published(contests[:1], tmp_path / "published", cell="100")
    with pytest.raises(InputError, match=r"candidacies\.csv:3: Votes: is blank"):
        imported(tmp_path / "published", tmp_path / "record")
