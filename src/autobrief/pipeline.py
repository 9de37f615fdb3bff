"""An article is a pure function of an assignment and a stylebook: the stages in order."""

from hashlib import sha256

from .budgeting import lighter
from .facts.note import byline_fact
from .microplanning.reference import Discourse
from .model.style import Stylebook
from .model.text import Article, Block, Cell, Correction, Plan
from .model.world import Assignment
from .naming import as_the_house_names
from .planning import plan
from .realisation import Voice
from .rehearsing import rehearsal_fact, rehearsed
from .rules import determine
from .rules.findings import CONSULTED, Findings
from .rules.notes import holds
from .tabulation import tables
from .wording import blocks, people_of, standing_alone


def write(assignment: Assignment, stylebook: Stylebook, angle: str | None = None) -> Article:
    """The write-up of this assignment in this house's style, led by an angle if one is asked for."""
    return finish(assignment, stylebook, *decide(assignment, stylebook, angle))


def decide(assignment: Assignment, stylebook: Stylebook, angle: str | None = None,
           marks: frozenset | None = CONSULTED) -> tuple[Findings, Plan]:
    """Outcomes classified, messages found, the document planned; with `marks` None every mark is looked for."""
    assignment = as_the_house_names(assignment, stylebook.house)
    findings = Findings(assignment, stylebook.thresholds, stylebook.house["speaker"], stylebook.offices["ranks"], marks)
    return findings, plan(findings, determine(findings, stylebook.weights), stylebook, angle)


def finish(assignment: Assignment, stylebook: Stylebook, findings: Findings, planned: Plan) -> Article:
    """The plan put into words, with its tables and its proof."""
    voice, body, _ = worded(assignment, stylebook, findings, planned)
    body += tables(findings, voice)
    for each in assignment.corrections:
        for fact in each.facts.values():
            voice.cite(fact)
    before = assignment.baseline if findings.compared else None
    byline, held = _from_the_editor(findings, voice)
    if assignment.rehearsal:
        voice.cite(said := rehearsal_fact(assignment))
        body = rehearsed(body, said)
    return Article(
        id=assignment.id, kind=assignment.kind, election=assignment.election.id, subject=assignment.region.id,
        subject_name=voice_name(assignment), date=assignment.election.date.isoformat(),
        as_of=assignment.as_of.isoformat() if assignment.as_of else None, stage=findings.stage,
        baseline={"rule": assignment.rule, "election": before.id, "name": before.name} if before else None,
        length=assignment.length, language="en-GB", blocks=body, facts={f.id: f for f in voice.facts},
        inputs=(*assignment.digests, ("stylebook", stylebook.digest)), byline=byline, held=held,
        corrections=tuple(_said(each, body) for each in assignment.corrections), rehearsal=assignment.rehearsal,
        counted=_counted(assignment))


def _counted(assignment: Assignment) -> str:
    return sha256(" ".join(sorted(contest.seat for contest in assignment.contests if contest.counted)).encode()).hexdigest()[:12]


def _said(correction: Correction, body: tuple) -> Correction:
    """The correction with its line as it stands in the article."""
    line = next(block.text for block in body if block.kind == "correction" and block.id == f"correction/{correction.id}")
    return correction._replace(text=line)


def worded(assignment: Assignment, stylebook: Stylebook, findings: Findings, planned: Plan) -> tuple[Voice, tuple[Block, ...], Plan]:
    """The plan in words; said again with less where it has more figures, or more words, than a reader bears, and what is left of it."""
    dense = findings.scope == "seat" or findings.stage != "complete"
    while True:
        discourse = Discourse(people_of(planned), stylebook.house["courtesy"], stylebook.terms["later"])
        voice = Voice(stylebook, discourse)
        body = blocks(assignment, planned, stylebook, voice)
        less = lighter(planned, body, {fact.id: fact for fact in voice.facts}, stylebook, assignment.length, dense)
        if less is None:
            return voice, standing_alone(body, planned, stylebook, voice), planned
        planned = less


def _from_the_editor(findings: Findings, voice: Voice) -> tuple[str, tuple[Cell, ...]]:
    """The byline, the house's where no editor gives one; and why a lawyer must see the article first."""
    notes = findings.assignment.notes
    byline = byline_fact(notes) if notes else None
    found = holds(findings, voice.stylebook.terms.get("legal", ()))
    for fact in (byline, *(fact for _, fact in found)):
        if fact:
            voice.mark(fact, "")
    return voice.quoted(byline.value) if byline else voice.house["byline"], tuple(Cell(reason, fact.id) for reason, fact in found)


def voice_name(assignment: Assignment) -> str:
    """The region or seat as it reads in a sentence: the Midlands, Kent."""
    place = assignment.region.place
    return f"{place.article} {place.name}".strip()
