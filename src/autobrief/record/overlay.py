"""The record's contests as a feed has them: its votes and states over their names and people."""

from datetime import datetime

from ..model.results import ADDS, Report, Results
from ..model.world import Contest

TABLE = "results"
"""Where a fact read from a feed says it was read: this and the file's name."""


def with_results(contests: tuple[Contest, ...], results: Results | None) -> tuple[Contest, ...]:
    """The contests as a feed has them; as they are without one."""
    return contests if results is None else tuple(reported(contest, results) for contest in contests)


def digests(results: Results | None) -> dict[str, str]:
    """What an article's inputs say of the feed: the digest of all its reports."""
    return {} if results is None else {TABLE: results.digest}


def rehearsal(results: Results | None) -> str:
    """By which mark it is a rehearsal, blank where it is none."""
    return results.why if results is not None and results.rehearsal else ""


def reported(contest: Contest, results: Results) -> Contest:
    """The contest as the feed has it; what the feed does not have is not declared."""
    report = results.reports.get(contest.seat)
    if report is None:
        return undeclared(contest, "not_declared")
    if report.candidacies and (report.test or not contest.candidacies):
        contest = contest._replace(candidacies=report.candidacies, table=f"{TABLE}/{report.file}", row=report.row)
    if not ADDS[report.status]:
        return undeclared(contest, report.status)
    votes = "votes" in ADDS[report.status]
    candidacies = report.candidacies if votes else tuple(c._replace(votes=None) for c in report.candidacies)
    return contest._replace(
        status=report.status, candidacies=candidacies, declared=report.declared, electorate=report.electorate or contest.electorate,
        official_result="", official_first="", table=f"{TABLE}/{report.file}", row=report.row)


def undeclared(contest: Contest, status: str) -> Contest:
    """The contest before its result: nobody has votes, and candidates stand by name."""
    blank = sorted((c._replace(votes=None, elected=False) for c in contest.candidacies), key=lambda c: (c.person.family, c.row))
    return contest._replace(status=status, candidacies=tuple(blank), declared=None, official_result="", official_first="")


def party_won(report: Report | None, moment: datetime | None) -> str:
    """The winner's party by then, for the national tally; blank where there is none."""
    if report is None or "seat" not in ADDS[report.status] or not report.candidacies:
        return ""
    if moment is not None and (report.declared is None or report.declared > moment):
        return ""
    return (report.winner or report.candidacies[0]).party.id
