"""A night again: no crash, no wrong figure at any step, and the complete article at its end."""

import subprocess
import sys

import pytest
from articles import the_stylebook
from feeds import forms

from autobrief.formats import FORMATS
from autobrief.pipeline import write
from autobrief.record.feeds import Feed
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.replay.articles import articles
from autobrief.replay.feed import put
from autobrief.replay.night import FAULTS, declarations, night

TRUE_FAULTS = tuple(fault for fault in FAULTS if fault != "corrected")


def _text(article) -> str:
    return FORMATS["markdown"](article)


def _some(shelf, id: str, region: str) -> set[str]:
    """The seats of a region, and one in ten of the others: a night that a test has time for."""
    inside = set(assignment(shelf, region=region, election=id).region.seats)
    return inside | {c.seat for c in declarations(shelf, assignment(shelf, region=region, election=id).election)[::10]}


def _truth(shelf, election) -> dict:
    return {c.seat: {x.person.id: x.votes for x in c.candidacies} for c in declarations(shelf, election)}


@pytest.mark.parametrize("id, region", [("ge2010", "cornwall"), ("ge2019", "derbyshire")])
def test_a_night_without_faults_ends_in_the_article_of_the_record(shelf, feed_of, id, region):
    election = feed_of(id).register.election
    *_, last = articles(night(shelf, election), shelf, election, the_stylebook(), region=region)
    own = write(assignment(Shelf(), region=region, election=id), the_stylebook())
    assert _text(last.article) == _text(own) and not last.results.refusals


@pytest.mark.parametrize("id, region, seed", [("ge2010", "devon", 1), ("ge2017", "nottinghamshire", 2), ("ge2019", "leicestershire", 3)])
def test_with_every_fault_there_is_no_wrong_figure_at_any_step(shelf, feed_of, id, region, seed):
    """Each article is the one that a clean feed of the same seats gives; a result later corrected is apart."""
    election, seats = feed_of(id).register.election, _some(shelf, id, region)
    truth = _truth(shelf, election)
    own = {report.seat: report for report in forms.results(feed_of(id), {"a.csv": forms.plain(*declarations(shelf, election))}).reports.values()}
    seen = set()
    for written in articles(night(shelf, election, TRUE_FAULTS, seed, seats), shelf, election, the_stylebook(), region=region):
        for seat, report in written.results.reports.items():
            assert {c.person.id: c.votes for c in report.candidacies} == truth[seat] or report.status == "postponed"
        seen |= {refusal.code for refusal in written.results.refusals}
        assert not written.results.rehearsal
        if written.new:
            clean = written.results._replace(reports={seat: own[seat] if report.candidacies else report
                                                      for seat, report in written.results.reports.items()})
            assert _text(written.article) == _text(write(assignment(Shelf(), region=region, election=id, results=clean), the_stylebook()))
    assert {"incomplete", "test_data", "unparsable"} <= seen and set(written.results.reports) == seats


def test_a_corrected_result_is_put_right_and_said_to_be(shelf, ge2019):
    election, seats = ge2019.register.election, _some(shelf, "ge2019", "derbyshire")
    truth, wrong = _truth(shelf, election), set()
    for written in articles(night(shelf, election, ("corrected", "out-of-order"), 4, seats), shelf, election, the_stylebook(), region="derbyshire"):
        wrong |= {m.seat for m in written.step.messages if m.said == "corrected"}
        for seat, report in written.results.reports.items():
            assert {c.person.id: c.votes for c in report.candidacies} == truth[seat] or (seat in wrong and report.status == "declared")
    assert set(written.results.reports) == seats and wrong
    assert all({c.person.id: c.votes for c in r.candidacies} == truth[seat] for seat, r in written.results.reports.items())
    assert {r.status for seat, r in written.results.reports.items() if seat in wrong} == {"corrected"}


def test_the_same_seed_is_the_same_night_and_another_is_not(shelf, ge2019):
    election = ge2019.register.election
    one, again, other = (list(night(shelf, election, FAULTS, seed)) for seed in (7, 7, 8))
    assert one == again != other


@pytest.mark.parametrize("name", ["night.csv", "folder"])
def test_as_a_feed_it_can_be_read_at_every_step(shelf, ge2019, tmp_path, name):
    election = ge2019.register.election
    truth, feed = _truth(shelf, election), Feed(tmp_path / name, shelf, election)
    seats = [c.seat for c in declarations(shelf, election)][:90]
    for _ in put(night(shelf, election, TRUE_FAULTS, 5, set(seats)), tmp_path / name):
        found = feed.read()
        assert all({c.person.id: c.votes for c in r.candidacies} == truth[seat] for seat, r in found.reports.items())
    assert sorted(found.reports) == sorted(seats)
    assert not [path for path in tmp_path.rglob("*.partial")]


def _run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "autobrief", *map(str, arguments)], capture_output=True, text=True)


def test_the_command_writes_articles_and_feeds(tmp_path):
    played = _run("replay", "--election", "ge2019", "--seat", "Bolsover", "-o", tmp_path / "out")
    assert played.returncode == 0, played.stderr
    assert [line.partition("  ")[0] for line in played.stdout.splitlines()] == ["22:00", "05:05"]
    own = _run("write", "--election", "ge2019", "--seat", "Bolsover").stdout
    assert (tmp_path / "out" / "article.md").read_text("utf-8") == (tmp_path / "out" / "0002.md").read_text("utf-8") == own
    fed = _run("replay", "--election", "ge2019", "--region", "cornwall", "--to", tmp_path / "night.csv", "--format", "json")
    assert fed.returncode == 0 and len(fed.stdout.splitlines()) == 6
    again = _run("write", "--election", "ge2019", "--region", "cornwall", "--results", tmp_path / "night.csv")
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("arguments, code, words", [
    (("--region", "cornwall", "--faults", "garbge"), 2, "did you mean garbage"), ((), 2, "give one of"),
    (("--region", "cornwall", "--to", "a", "-o", "b"), 2, "not both"), (("--region", "cornwall", "--election", "ge2024"), 2, "no declaration times")])
def test_what_cannot_be_played(arguments, code, words):
    done = _run("replay", *([] if "--election" in arguments else ["--election", "ge2019"]), *arguments)
    assert done.returncode == code and words in done.stderr


def test_a_night_begins_with_the_close_of_poll(shelf, feed_of):
    """One seat of 2010 voted three weeks later: the night knows that from its beginning."""
    election = feed_of("ge2010").register.election
    late = next(c.seat for c in declarations(shelf, election) if c.polled)
    first, *rest = articles(night(shelf, election, seats={late, "E14000992"}), shelf, election, the_stylebook(), region="north-yorkshire")
    assert first.step.moment == election.polls_close and first.article.stage == "waiting"
    assert "postponed" in "".join(b.text for b in first.article.blocks) or "another day" in "".join(b.text for b in first.article.blocks)
    assert rest[-1].results.reports[late].status == "declared"


def test_a_night_ends_whole_whatever_the_seed(shelf, ge2019):
    """What breaks off last of all is made whole too."""
    election = ge2019.register.election
    seats = {c.seat for c in declarations(shelf, election)[-3:]}
    for seed in range(40):
        files = {}
        for step in night(shelf, election, TRUE_FAULTS, seed, seats):
            files |= {m.name: forms.HEADER + m.text for m in (*step.messages, *filter(None, [step.broken]))}
        assert set(forms.results(ge2019, files).reports) == seats, seed
