"""Explaining an article: outcomes, facts, weights and choices, as values and in words."""

from .angles import angles
from .microplanning.reference import Discourse
from .model.style import Stylebook
from .model.text import Fact
from .model.world import Assignment, Party, Person, Place
from .naming import as_the_house_names
from .outcomes import grounds
from .pipeline import decide, worded
from .realisation import Voice, render
from .rules import determine
from .rules.findings import Findings
from .wording import fitting


def explanation(assignment: Assignment, stylebook: Stylebook) -> dict:
    """Everything behind an article, ready for JSON: ids, values as text, numbers as numbers."""
    findings, planned = decide(assignment, stylebook, marks=None)
    _, _, planned = worded(assignment, stylebook, findings, planned)
    return {
        "id": assignment.id, "election": assignment.election.id, "stage": findings.stage, "night": planned.night,
        "baseline": {"rule": assignment.rule, "election": assignment.baseline.id if assignment.baseline else None},
        "outcomes": [_outcome(r, findings.outcomes[r.contest.seat]) for r in findings.readings],
        "messages": [_choice(choice) for choice in sorted(planned.choices, key=lambda c: -c.message.weight.total)],
    }


def ranked_angles(assignment: Assignment, stylebook: Stylebook) -> list[dict]:
    """The angles there are, heaviest first, each with its reasons and the headline it would give."""
    findings = Findings(as_the_house_names(assignment, stylebook.house), stylebook.thresholds, stylebook.house["speaker"], stylebook.offices["ranks"])
    messages = determine(findings, stylebook.weights)
    found = []
    for message in angles(messages):
        voice = Voice(stylebook, Discourse())
        variant = fitting(message, stylebook, assignment.region.voice)
        headline = " ".join(s.text for s in render(variant, message.id, message.facts, voice))
        found.append({"angle": message.kind, "subject": message.subject, "weight": message.weight.total, "headline": headline,
                      "reasons": [{"what": what, "adds": adds} for what, adds in message.weight.reasons]})
    return found


def _outcome(reading, outcome) -> dict:
    return {"seat": outcome.seat, "name": reading.contest.name, "change": outcome.change, "winner": outcome.winner,
            "from": outcome.lost_by, "facts": [_fact(f) for f in grounds(reading)],
            "marks": [{"mark": m.name, "facts": [_fact(f) for f in m.facts]} for m in outcome.marks]}


def _choice(choice) -> dict:
    message = choice.message
    facts = [f for value in message.facts.values() for f in ([value] if isinstance(value, Fact) else [x for r in value for x in r.values()])]
    return {"message": message.id, "kind": message.kind, "chosen": choice.chosen, "why": choice.why,
            "weight": message.weight.total, "reasons": [{"what": what, "adds": adds} for what, adds in message.weight.reasons],
            "facts": [_fact(f) for f in facts]}


def _fact(fact: Fact) -> dict:
    return {"id": fact.id, "value": value_text(fact.value), "unit": fact.unit, "working": fact.working,
            "inputs": [f.id for f in fact.inputs],
            "sources": [{"table": s.table, "rows": list(s.rows), "column": s.column} for s in fact.sources]}


def value_text(value) -> str:
    """A fact's value in a word or two."""
    if isinstance(value, (Party, Person, Place)):
        return value.name
    return str(value)


def in_words(found: dict) -> str:
    """For people: seats first, then what was chosen and what was left out."""
    lines = [f"{found['id']} ({found['stage']}, {found['night']}; baseline {found['baseline']['election']}, {found['baseline']['rule']})", ""]
    for outcome in found["outcomes"]:
        lost_by = f" from {outcome['from']}" if outcome["from"] else ""
        lines.append(f"{outcome['name']} ({outcome['seat']}): {outcome['winner'] or '-'} {outcome['change']}{lost_by}")
        lines += [f"    {_line(f)}" for f in outcome["facts"]] if len(found["outcomes"]) == 1 else []
        lines += [f"    {m['mark']}: " + "; ".join(_line(f) for f in m["facts"]) for m in outcome["marks"]]
    for chosen, title in ((True, "Chosen"), (False, "Left out")):
        lines += ["", title]
        for m in (m for m in found["messages"] if m["chosen"] is chosen):
            sums = " + ".join(f"{r['what']} {r['adds']:g}" for r in m["reasons"])
            lines.append(f"{m['weight']:>7.2f}  {m['message']}: {m['why']} ({sums})")
    return "\n".join(lines) + "\n"


def _line(fact: dict) -> str:
    working = f" = {fact['working']}" if fact["working"] else ""
    source = "; ".join(f"{s['table']} {_rows(s['rows'])} {s['column']}".strip() for s in fact["sources"])
    return f"{fact['id']} {fact['value']}{working} [{source}]"


def _rows(rows: list[int]) -> str:
    return "row " + ", ".join(map(str, rows[:4])) + (" …" if len(rows) > 4 else "") if rows else ""
