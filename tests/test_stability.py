"""What changes when the results move: the sentences whose facts moved, and next to nothing else."""

from datetime import datetime
from functools import lru_cache

import pytest
from articles import the_stylebook, written

from autobrief.model.text import Fact
from autobrief.pipeline import decide, finish
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.rules import determine

MOST = 30
"""Over a night at most one sentence in so many, per declaration, changes with none of its facts changed."""


@lru_cache(4096)
def _article(region: str, election: str, as_of: str | None):
    assigned = assignment(Shelf(), region=region, election=election, as_of=as_of)
    return finish(assigned, the_stylebook(), *decide(assigned, the_stylebook()))


def _sentences(article) -> dict:
    """Sentence id -> (text, the facts it cites with their values), tables left out."""
    return {s.id: (s.text, tuple(sorted((span.fact, str(article.facts[span.fact].value)) for span in s.spans)))
            for block in article.blocks if block.kind != "table" for s in block.sentences}


def _night(region: str, election: str) -> list[str]:
    full = assignment(Shelf(), region=region, election=election)
    return [moment.isoformat() for moment in sorted({c.declared for c in full.contests if c.declared})]


@pytest.mark.parametrize("region, election", [("west-midlands", "ge2019"), ("north-east", "ge2010"), ("wales", "ge2017"), ("essex", "ge2019")])
def test_a_night_changes_little_that_the_results_do_not(region, election):
    told = changed = 0
    before: dict = {}
    for moment in _night(region, election):
        now = _sentences(_article(region, election, moment))
        told += len(now)
        changed += sum(id in before and before[id][0] != text and before[id][1] == facts for id, (text, facts) in now.items())
        before = now
    assert told > 100 and changed * MOST <= told, f"{changed} of {told}"


def _moved(assigned, seat: str, votes: int):
    """The same night with a few votes moved from the seat's runner-up to its winner."""
    def counted(contest):
        if contest.seat != seat:
            return contest
        first, second, *rest = contest.candidacies
        return contest._replace(candidacies=(first._replace(votes=first.votes + votes), second._replace(votes=second.votes - votes), *rest))
    return assigned._replace(contests=tuple(counted(c) for c in assigned.contests))


@pytest.mark.parametrize("region, election", [("midlands", "ge2019"), ("south-west", "ge2024"), ("lancashire", "ge2010")])
def test_a_seats_votes_change_the_sentences_that_cite_them_and_no_others(region, election):
    assigned = assignment(Shelf(), region=region, election=election)
    was = finish(assigned, the_stylebook(), *decide(assigned, the_stylebook()))
    planned = [m.id for s in decide(assigned, the_stylebook())[1].sections for m in s.messages]
    tried = 0
    for contest in assigned.contests[::3]:
        other = _moved(assigned, contest.seat, 7)
        findings, plan = decide(other, the_stylebook())
        now = finish(other, the_stylebook(), findings, plan)
        if [m.id for s in plan.sections for m in s.messages] != planned or _sentences(now).keys() != _sentences(was).keys():
            continue
        tried += 1
        for id, (text, facts) in _sentences(now).items():
            text_before, facts_before = _sentences(was)[id]
            assert text == text_before or facts != facts_before, f"{contest.reads}: {id} says “{text}”, said “{text_before}”"
            same_print = [now.facts[fact].value == was.facts[fact].value for fact, _ in facts if fact in was.facts]
            assert not all(same_print) or text == text_before
    assert tried > 3


def test_the_hours_are_those_of_the_record():
    moments = _night("essex", "ge2019")
    assert moments == sorted(moments) and len(moments) > 10 and datetime.fromisoformat(moments[0]).tzinfo


@pytest.mark.parametrize("region, election", [("london", "ge2019"), ("wales", "ge2024"), ("scotland", "ge2024")])
def test_an_id_is_of_one_fact(region, election):
    """Two members lost in one seat of each of these: Kensington, Clwyd East, Alloa and Grangemouth."""
    _, findings, _, _ = written(region=region, election=election)
    known = {}
    for message in determine(findings, the_stylebook().weights):
        records = [message.facts, *(record for value in message.facts.values() if not isinstance(value, Fact) for record in value or ())]
        for fact in (fact for record in records for fact in record.values() if isinstance(fact, Fact)):
            assert known.setdefault(fact.id, fact).value == fact.value
    assert any(len(reading.beaten_members) > 1 for reading in findings.readings)
