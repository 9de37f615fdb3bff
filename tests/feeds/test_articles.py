"""Articles from a feed: the same as from the record when all is in, and true in every state before."""

from random import Random

import pytest
from articles import the_stylebook
from feeds import forms
from feeds.forms import results

from autobrief.checking.contract import read
from autobrief.checking.proof import prove
from autobrief.formats import FORMATS
from autobrief.model.results import ADDS, STATUSES
from autobrief.pipeline import decide, finish, write
from autobrief.record.load import assignment, contests_of
from autobrief.record.shelf import Shelf


@pytest.fixture(scope="module")
def complete(shelf, feed_of):
    def read_all(id: str):
        feed = feed_of(id)
        return results(feed, {"night.csv": forms.plain(*contests_of(shelf, feed.register.election))})
    return read_all


@pytest.mark.parametrize("id, region", [("ge2019", "midlands"), ("ge2019", "united-kingdom"), ("ge2017", "scotland"),
                                        ("ge2010", "yorkshire-and-the-humber"), ("ge2010", "united-kingdom"),
                                        ("ge2024", "northern-ireland"), ("ge2024", "cornwall")])
def test_a_complete_feed_gives_the_records_own_article(complete, id, region):
    found = complete(id)
    assert len(found.reports) == 650 and not found.refusals
    fed = write(assignment(Shelf(), region=region, election=id, results=found), the_stylebook())
    own = write(assignment(Shelf(), region=region, election=id), the_stylebook())
    for form in ("markdown", "html", "text"):
        assert FORMATS[form](fed) == FORMATS[form](own)
    assert fed.blocks == own.blocks
    # What differs is where the figures were read: the facts' sources, and the inputs.
    assert dict(fed.inputs)["results"] == found.digest and set(fed.inputs) - {("results", found.digest)} == set(own.inputs)
    assert {f.id: (f.value, f.unit, f.working) for f in fed.facts.values()} == {f.id: (f.value, f.unit, f.working) for f in own.facts.values()}
    assert any(source.table == "results/night.csv" for fact in fed.facts.values() for source in fact.sources)


def _in_states(found, weights: dict[str, float], random: Random):
    reports = {}
    for seat, report in found.reports.items():
        status = random.choices(STATUSES, [weights.get(s, 0) for s in STATUSES])[0]
        first, *rest = report.candidacies
        standing = (first._replace(elected=True), *rest)
        if "votes" not in ADDS[status]:
            standing = tuple(c._replace(votes=None) for c in standing)
        reports[seat] = report._replace(status=status, candidacies=standing)
    return found._replace(reports=reports)


NIGHTS = {"early": {"not_declared": 8, "winner_known": 1, "recount": 1, "postponed": .2},
          "late": {"declared": 20, "winner_known": 1, "recount": 1, "void": 1, "corrected": 1, "postponed": 1},
          "no figures": {"winner_known": 1}, "nothing certain": {"recount": 1, "void": 1, "postponed": 1},
          "everything": dict.fromkeys(STATUSES, 1)}


@pytest.mark.parametrize("id, night", [("ge2017", "late"), *(("ge2019", night) for night in NIGHTS)])
def test_every_state_is_told_truly_with_every_other(complete, id, night):
    random = Random(f"{id}/{night}")
    found = _in_states(complete(id), NIGHTS[night], random)
    seats = [{"seat": seat} for seat in random.sample(sorted(found.reports), 10)]
    for asked in ({"region": "east-midlands"}, {"region": "northern-ireland"}, {"region": "derbyshire", "length": "long"}, *seats):
        assigned = assignment(Shelf(), election=id, results=found, **asked)
        findings, planned = decide(assigned, the_stylebook())
        article = finish(assigned, the_stylebook(), findings, planned)
        assert not prove(article, planned, the_stylebook()), asked
        assert article.headline, asked
        read(FORMATS["json"](article))


@pytest.mark.parametrize("status, stage, headline", [
    ("not_declared", "waiting", "awaits"), ("recount", "waiting", "ecount"), ("postponed", "waiting", "ostponed|put off"),
    ("void", "waiting", "void"), ("winner_known", "partial", "Mark Fletcher"), ("declared", "complete", "Bolsover"),
    ("corrected", "complete", "Bolsover")])
def test_a_seat_in_each_state(complete, status, stage, headline):
    import re
    found = _in_states(complete("ge2019"), {status: 1}, Random(1))
    article = write(assignment(Shelf(), seat="Bolsover", election="ge2019", results=found), the_stylebook())
    assert article.stage == stage and re.search(headline, article.headline)
    assert ("votes" in ADDS[status]) == bool(re.search(r"\b5,299\b", "\n".join(b.text for b in article.blocks)))
    assert ("corrected" in "\n".join(b.text for b in article.blocks)) == (status == "corrected")


def test_a_winner_known_adds_a_seat_and_no_votes(complete):
    found = complete("ge2019")
    seat = next(c.seat for c in assignment(Shelf(), seat="Bolsover", election="ge2019").contests)
    report = found.reports[seat]
    bare = tuple(c._replace(votes=None, elected=n == 0) for n, c in enumerate(report.candidacies))
    known = report._replace(status="winner_known", candidacies=bare)
    assigned = assignment(Shelf(), region="derbyshire", election="ge2019", results=found._replace(reports=found.reports | {seat: known}))
    tally = decide(assigned, the_stylebook())[0].tally
    whole = decide(assignment(Shelf(), region="derbyshire", election="ge2019", results=found), the_stylebook())[0].tally
    assert tally.now == whole.now and tally.votes["con"] == whole.votes["con"] - report.candidacies[0].votes
    assert sum(tally.votes_before.values()) < sum(whole.votes_before.values())
    assert sum(winner.party == "con" for winner in assigned.winners) == 365


def test_what_is_not_in_the_feed_is_not_declared(ge2019, shelf):
    one = next(c for c in contests_of(shelf, ge2019.register.election) if c.name == "Bolsover")
    assigned = assignment(Shelf(), region="derbyshire", election="ge2019", results=results(ge2019, {"a.csv": forms.plain(one)}))
    assert [c.name for c in assigned.contests if c.counted] == ["Bolsover"]
    assert [w.seat for w in assigned.winners if w.party] == [one.seat]
    assert all(c.votes is None for contest in assigned.contests if not contest.counted for c in contest.candidacies)


def test_as_of_and_results_together(ge2019, shelf):
    contests = [c for c in contests_of(shelf, ge2019.register.election) if c.county == "Derbyshire"]
    found = results(ge2019, {"a.csv": forms.plain(*contests)})
    fed = assignment(Shelf(), region="derbyshire", election="ge2019", results=found, as_of="2019-12-13 03:30")
    own = assignment(Shelf(), region="derbyshire", election="ge2019", as_of="2019-12-13 03:30")
    assert [c.status for c in fed.contests] == [c.status for c in own.contests]
    assert write(fed, the_stylebook()).blocks == write(own, the_stylebook()).blocks


def test_an_imported_election_takes_a_feed(shelf, feed_of, tmp_path):
    """One that `autobrief import` brought in: here a county of 2017, as an election of its own."""
    import datetime

    from autobrief.record.feeds import read as read_feed
    from autobrief.record.find import election as election_on_record
    from autobrief.record.parliament import import_parliament
    from autobrief.sources.shipped import shipped
    contests = [c for c in contests_of(shelf, feed_of("ge2017").register.election) if c.county == "Derbyshire"]
    published = tmp_path / "published"
    published.mkdir()
    for name, text in forms.parliament(*contests).items():
        (published / name).write_text(text, "utf-8")
    import_parliament(published, id="ge2016", date=datetime.date(2016, 5, 5), into=tmp_path / "record", known=shipped("data") / "record")
    own = Shelf(tmp_path / "record")
    later = [c._replace(declared=c.declared.replace(year=2016, month=5, day=6)) for c in contests]
    (tmp_path / "night.csv").write_text(forms.plain(*later[:3]), "utf-8")
    found = read_feed(tmp_path / "night.csv", own, election_on_record(own, "ge2016"))
    assert not found.refusals and len(found.reports) == 3
    article = write(assignment(own, region="derbyshire", election="ge2016", results=found), the_stylebook())
    assert article.stage == "partial" and article.headline
