"""Planted faults, one for each code, and templates with none."""

from types import SimpleNamespace

import pytest

from autobrief.lint.templates import check_templates

TABLES = {
    "fixed_terms": {"capitals": ["Commons", "MP"], "terms": ["the sitting prime minister of the day"], "idioms": ["into one of"]},
    "parties": {"con": {"name": "Conservatives", "adjective": "Conservative", "short": "Con"}, "lab": {"name": "Labour"}},
}


def rules(**claims):
    return {kind: SimpleNamespace(claims=words) for kind, words in claims.items()}


def found(text, *claims, supplied=None):
    findings = check_templates({"prose/story.j2": text}, TABLES, rules(story=claims), supplied)
    return [(f.code, f.line, f.col) for f in findings]


@pytest.mark.parametrize("text, fault", [
    ("{{ party }} won 16 seats.", ("digit", 1, 17)),
    ("{{ party }} won\nseats and ½ a vote.", ("digit", 2, 11)),
    ("{{ gains | of('seat 2') }} went.", ("digit", 1, 21)),
    ("{{ 16 }} went.", ("digit", 1, 4)),
    ("{# 1 #}\n{{ party }} won sixteen seats.", ("number-word", 2, 17)),
    ("{{ party }} won twenty-one seats.", ("number-word", 1, 17)),
    ("{{ party }} won hundreds.", ("number-word", 1, 17)),
    ("{{ gains | of('three seats') }} went.", ("number-word", 1, 16)),
    ("{{ party }} won for the third time.", ("claim", 1, 25)),
    ("{{ party }} won all of {{ seats }}.", ("claim", 1, 17)),
    ("Half the seats went to {{ party }}.", ("claim", 1, 1)),
    ("{{ party }} won{% if x %} again{% endif %}.", ("claim", 1, 27)),
    ("{{ party }} took it from Labour.", ("capital", 1, 26)),
    ("{{ gains | of('Labour seat') }} went.", ("capital", 1, 16)),
    ("{{ party }} won{% if x %}; Now{% else %}. Then{% endif %}.", ("capital", 1, 28)),
    ("Labour lost {{ seat }}.", ("name", 1, 1)),
    ("{{ party }} won. Labour's vote fell.", ("name", 1, 18)),
    ("{% if gains > losses %}{{ party }}{% endif %} won.", ("comparison", 1, 1)),
    ("It is {{ gains + losses }} now.", ("arithmetic", 1, 7)),
    ("It is {{ -gains }} now.", ("arithmetic", 1, 7)),
    ("{% for x in items %}{{ x }}{% endfor %}.", ("syntax", 1, 1)),
    ("{{ party.name }} won.", ("syntax", 1, 1)),
    ("{% if gains | figures %}{{ party }}{% endif %} won.", ("syntax", 1, 4)),
    ("{{ party | upper }} won.", ("unknown-filter", 1, 12)),
    ("{{ 'they' }} won.", ("constant", 1, 1)),
    ("ok {{ party }}.\n---\n{{ party won.", ("syntax", 3, 1)),
])
def test_a_planted_fault_is_found_where_it_is(text, fault):
    assert fault in found(text)


@pytest.mark.parametrize("text, claims", [
    ("{{ party }} took {{ gains | of('seat') }} {{ region | within }}. There it has {{ left }}.", ()),
    ("{# 16 of all, Labour #}{{ party }} won.", ()),
    ("{{ party }} has no seat in the Commons. No MP was left.", ("no",)),
    ("{{ winner }} turned a majority into one of {{ majority }}.", ()),
    ("One seat changed hands: {{ seat }}.", ("one",)),
    ("{% if held %}{{ held }} held it{% else %}{{ party }} won{% endif %}.", ()),
    ("{{ party }} won.{% if x %} Then {{ x }} lost.{% endif %}{% if y %} And {{ y }}.{% endif %}", ()),
    ("{{ party }} won.\nThere is {{ other }} too.\n---\n{% set name = party ~ seat %}{{ name }} won.", ()),
])
def test_a_clean_template_has_no_findings(text, claims):
    assert found(text, *claims) == []


def test_kinds_must_match():
    files = {"prose/lone.j2": "{{ party }} won.", "other.txt": "16"}
    assert [(f.code, f.file) for f in check_templates(files, TABLES, rules(story=()))] == [
        ("no-rule", "prose/lone.j2"), ("no-template", "prose/story.j2")]


def test_names_are_held_to_what_the_rule_supplies():
    text = "{# when: held, kept #}\n{{ party }} won {{ seet }}{% if x %}, too{% endif %}."
    supplied = {"story": {"party", "seat", "held", "x"}}
    assert found(text, supplied=supplied) == [("unknown-name", 1, 1), ("unknown-name", 2, 20)]


def shared(first, second, kind="other"):
    files = {f"prose/{kind}.j2": first, "prose/story.j2": second}
    findings = check_templates(files, TABLES, rules(**{kind: (), "story": ()}))
    return [(f.line, f.message) for f in findings if f.code == "shared-run"]


def test_a_run_of_four_words_is_told_once_and_whole():
    first, second = "{{ party }} was left with hardly a seat.", "{{ x }} and\n{{ y }} was Left with hardly a vote."
    assert shared(first, second) == [(2, "“was left with hardly a” is also in prose/other.j2:1")]


@pytest.mark.parametrize("first, second", [
    ("{{ party }} was left with {{ left }}.", "{{ party }} was left with {{ left }}."),
    ("{{ x }} was left with. A seat.", "{{ x }} was left with a seat."),
    ("Now {{ x }} is the sitting prime minister of the day.", "There {{ x }} is the sitting prime minister of the day."),
])
def test_runs_are_broken_by_facts_full_stops_and_fixed_terms(first, second):
    assert shared(first, second) == []


def test_one_kind_may_share_with_itself():
    assert shared("{{ a }} was left with hardly any.\n---\n{{ b }} was left with hardly any.", "{{ x }} won.") == []


def test_fixed_terms_are_few():
    tables = {"fixed_terms": {"terms": [f"term {n}" for n in range(41)], "idioms": []}}
    assert [f.code for f in check_templates({}, tables, {})] == ["too-many-terms"]
