"""One name, five places: every kind is a function, a template, a weight, a case and a docstring, and stands in the outline.

And every case says what its file says it does.  `python tests/cases/make.py` writes the files again.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest
from articles import the_stylebook
from cases import made
from cases.saying import chosen, fitting, found, number, say

from autobrief.pipeline import write
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.rules import RULES
from autobrief.sources.shipped import shipped

CASES = Path(__file__).parent / "cases"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")).get("case", []) for path in sorted(CASES.glob("*.toml"))}
NOT_SAID = ("subject", "text", "others")


def test_the_five_places_name_the_same_kinds():
    cases = {kind for kind, told in FILES.items() if told} | {case.kind for case in made.CASES}
    places = {
        "a function in src/autobrief/rules": set(RULES),
        "a template in templates/prose": {path.stem for path in (shipped("templates") / "prose").glob("*.j2")},
        "a weight in data/stylebook/weights.toml": set(tomllib.loads((shipped("data") / "stylebook/weights.toml").read_text("utf-8"))),
        "a case in tests/cases (or in made.py)": cases,
        "a docstring of one sentence or more": {kind for kind, rule in RULES.items() if (rule.find.__doc__ or "").strip().endswith(".")},
    }
    known = set().union(*places.values())
    missing = [f"{kind} lacks {place}" for place, there in places.items() for kind in sorted(known - there)]
    assert not missing, "\n".join(missing)


def test_every_kind_has_a_file_of_cases():
    """One without a case on record has an empty file, which says so, and a made case."""
    missing = [f"tests/cases/{kind}.toml" for kind in sorted(RULES.keys() - FILES.keys())]
    stray = [f"tests/cases/{kind}.toml is of no kind" for kind in sorted(FILES.keys() - RULES.keys())]
    assert not missing + stray, "\n".join(missing + stray)


def test_every_kind_stands_in_the_outline_of_each_scope_that_it_speaks_in():
    """Headings stand over a block of the outline; a heading of a part, over each part."""
    outline = the_stylebook().outline
    holds = {name: {*block["kinds"], *([block["heading"]] if block.get("heading") else ()),
                    *(["heading_part", "heading_rest"] if block.get("shape") == "parts" else ())}
             for name, block in outline["block"].items()}
    standing = {name: {kind for each in blocks for kind in holds[each]} for name, blocks in outline["order"].items()}
    anywhere = standing.get("notes", set())
    missing = [f"{kind} speaks for a {scope} and is not in its outline" for kind, rule in RULES.items() for scope in rule.scope
               if kind not in standing[scope] | anywhere]
    unknown = [f"the outline of {name} has {kind}, which is no rule's" for name, kinds in standing.items() for kind in sorted(kinds - set(RULES))]
    assert not missing + unknown, "\n".join(missing + unknown)


@lru_cache(400)
def _found(**asked):
    assigned = assignment(Shelf(), **asked)
    return assigned, found(assigned, the_stylebook())


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_case_says_what_its_file_says(kind):
    stylebook, faults = the_stylebook(), []
    for case in FILES[kind]:
        assigned, (scope, messages) = _found(**{name: value for name, value in case.items() if name not in NOT_SAID})
        message = messages.get((kind, case["subject"]))
        if message is None:
            faults.append(f"{assigned.id}: nothing is found of {case['subject']}")
            continue
        takes = chosen(assigned, scope, message, stylebook)
        faults += _differ(assigned.id, say(message, takes, stylebook), case["text"])
        able = {number(variant, stylebook): variant for variant in fitting(message, stylebook)}
        for n, text in case.get("others", {}).items():
            if int(n) not in able:
                faults.append(f"{assigned.id}: wording {n} can no longer say {case['subject']}")
            else:
                faults += _differ(f"{assigned.id}, wording {n}", say(message, able[int(n)], stylebook), text)
    assert not faults, "\n".join([*faults, "if the new text is right: python tests/cases/make.py --texts " + kind])


def _differ(where: str, now: str, expected: str) -> list[str]:
    return [] if now == expected else [f"{where}:\n  now      {now}\n  expected {expected}"]


@pytest.mark.parametrize("case", made.CASES, ids=lambda case: f"{case.kind}-{case.night.__name__}")
def test_every_made_case_says_what_it_should(case):
    stylebook = the_stylebook()
    message = found(case.night(), stylebook).messages[case.kind, case.subject]
    able = {number(variant, stylebook): variant for variant in fitting(message, stylebook)}
    assert {n: say(message, able[n], stylebook) if n in able else None for n in case.says} == case.says


@pytest.mark.parametrize("night", made.STORIES, ids=lambda night: night.__name__)
def test_a_made_night_is_told_from_its_headline_to_its_lead(night):
    article = write(night(), the_stylebook())
    assert {kind: article.block(kind).text for kind in made.STORIES[night]} == made.STORIES[night]
    assert all(block.text.strip() for block in article.blocks if block.kind != "table")
