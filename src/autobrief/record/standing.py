"""Which message on each seat stands, in whatever order they came."""

from ..model.results import STATUSES, Refusal, Report
from ..model.world import DECLARED

FIGURES = (*DECLARED, "void")


def standing(reports: list[Report]) -> tuple[dict[str, Report], list[Refusal]]:
    """The report of each seat that stands, by code in order; and results that a newer rush contradicts.

    Two results of the same revision and time that differ cannot both be right, and neither stands.
    """
    by_seat: dict[str, list[Report]] = {}
    for report in reports:
        by_seat.setdefault(report.seat, []).append(report)
    stands, refusals = {}, []
    for seat in sorted(by_seat):
        found, held = _newest(by_seat[seat])
        refusals += held
        if found:
            stands[seat] = found
    return stands, refusals


def _newest(reports: list[Report]) -> tuple[Report | None, list[Refusal]]:
    results = [r for r in reports if r.status in FIGURES]
    rushes = [r for r in reports if r.status == "winner_known"]
    others = [r for r in reports if r.status not in FIGURES and r.status != "winner_known"]
    result, held = _best(results)
    rush, more = _best(rushes)
    if result and rush and rush.revision > result.revision and result.status != "void" and _names(rush) != _names(result):
        held.append(Refusal(result.file, result.row, "overtaken", "a newer message names another winner; its figures are awaited", seat=result.seat))
        result = None
    if result or rush:
        return result or rush, held + (more if not result else [])
    other, more = _best(others)
    return other, held + more


def _best(reports: list[Report]) -> tuple[Report | None, list[Refusal]]:
    """The newest, and those refused because nothing tells which of them is."""
    held: list[Refusal] = []
    for rank in sorted({_rank(r) for r in reports}, reverse=True):
        level = [r for r in reports if _rank(r) == rank]
        if len({_said(r) for r in level}) == 1:
            return min(level, key=lambda r: (r.file, r.row)), held
        held += [Refusal(r.file, r.row, "conflict", "another message of the same revision says otherwise", seat=r.seat) for r in level]
    return None, held


def _rank(report: Report) -> tuple:
    return report.revision, STATUSES.index(report.status), report.declared.timestamp() if report.declared else 0.0


def _said(report: Report) -> tuple:
    return report.electorate, tuple((c.person.id, c.votes, c.elected) for c in report.candidacies)


def _names(report: Report) -> str | None:
    return report.winner.person.id if report.winner else None
