"""Hostile templates are refused by name, are never run, and never hang."""

import subprocess
import sys
import time

import pytest
from house import house, refused

from autobrief.realisation import sandbox

DOUBLING = "{% set a = seat ~ seat %}" + "{% set a = a ~ a %}" * 40 + "{{ a }} won."
HOSTILE = [
    ("{% for x in range(999999999) %}{{ seat }}{% endfor %}", "for is not allowed"),
    ("{{ ''.__class__.__mro__ }}", "a dot after a name is not allowed"),
    ("{{ seat.fact }}", "a dot after a name is not allowed"),
    ("{{ seat['fact'] }}", "square brackets is not allowed"),
    ("{{ seat|attr('fact') }}", "no filter is called attr"),
    ("{% import 'os' as os %}", "import is not allowed"),
    ("{% from 'x' import y %}", "an import is not allowed"),
    ("{% include '/etc/passwd' %}", "include is not allowed"),
    ("{% extends 'x' %}", "extends is not allowed"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "macro is not allowed"),
    ("{% set x %}{{ seat }}{% endset %}", "is not allowed"),
    ("{% set a, b = seat, winner %}{{ a }}", "tuple is not allowed"),
    ("{{ range(9) }}", "a name with brackets after it is not allowed"),
    ("{{ seat if winner else party }}", "an if inside an expression is not allowed"),
    ("{{ 'x' * 10 ** 10 }}", "a sum in a template"),
    ("{{ 10 ** 10 ** 10 }}", "a sum in a template"),
    ("{{ [seat] * 99 }}", "a sum in a template"),
    ("{{ majority > winner }}", "a comparison"),
    ("{{ seat is divisibleby 3 }}", "no test is called divisibleby"),
    ("{{ true ~ seat }}", "True is no fact"),
    ("{{ majority | of(*items) }}", "of is not used so"),
    ("{{ majority | of }}", "of is not used so"),
    ("{{ majority | of(seat) }}", "of is not used so"),
    ("{{ majority | of('a', 'b') }}", "of is not used so"),
    ("{{ gains | of('\\x31\\x36 seats') }}", "a backslash in a constant"),
    (DOUBLING, "prints more than 100 facts"),
    ("{{ " + " ~ ".join(["seat"] * 29) + " }}" + "{{ seat }}" * 80, "prints more than 100 facts"),
    ("{{ " + "(" * 900 + "seat" + ")" * 900 + " }}", "nested too deeply"),
    ("{{ seat" + " | full" * 200 + " }}", "too long or nested too deeply"),
    ("{{ " + "not " * 500 + "seat }}", "too long or nested too deeply"),
    ("{% if seat %}" * 100 + "{{ seat }}" + "{% endif %}" * 100, "nested too deeply"),
    ("{% if seat %}" * 4 + "{{ seat }}" + "{% if seat %}" * 5 + "{% endif %}" * 9, "nested too deeply"),
    ("{{ winner }} won " + "seats " * 2000, "more than 4000 characters"),
    ("{{ winner }} won.\n---\n" * 120, "more than 100 wordings"),
    ("{{ winner }} won" + "\n" * 300_000, "more than 262,144 bytes"),
    ("{{ winner }} won \ue000\ue100\ue00117\ue002 seats.", "U+E000 cannot be seen"),
    ("{{ winner }} won \u202e{{ seat }}.", "U+202E cannot be seen"),
    ("{{ winner }} won\x00.", "U+0000 cannot be seen"),
    ("{{ winner", "unexpected end of template"),
    ("{% endif %}", "Encountered unknown tag"),
    ("{# {{ winner }} won.", "Missing end of comment tag"),
    ("{{ winner }} won 16 seats.", "a figure in a template: 16"),
    ("{% raw %}{{ 16 }}{% endraw %} {{ seat }}", "a figure in a template"),
]


@pytest.mark.parametrize("text, told", HOSTILE, ids=[told for _, told in HOSTILE])
def test_a_hostile_template_is_refused_by_name(tmp_path, text, told):
    start = time.process_time()
    faults = refused(tmp_path, closest_j2=text)
    assert time.process_time() - start < 5
    assert any(fault.startswith("closest.j2:") and told in fault for fault in faults), faults


def test_a_template_that_gives_a_filter_the_wrong_fact_is_named(tmp_path):
    made = house(tmp_path, closest_j2="{{ winner }} won {{ seat | figures }}.", headline_losses_j2="{{ region | listed }}")
    done = subprocess.run([sys.executable, "-m", "autobrief", "preview", "closest", "--election", "ge2019", "--stylebook", made],
                          capture_output=True, text=True)
    assert done.returncode == 4 and "closest.j2:1: a filter is given what it cannot take" in done.stderr, done.stderr


def test_the_sandbox_is_immutable_and_only_for_a_house_s_own():
    from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
    assert isinstance(sandbox(), ImmutableSandboxedEnvironment)
    with pytest.raises(SecurityError):
        sandbox().from_string("{{ seat.__class__.__mro__ }}").render(seat="x")
    code = ("import sys\nfrom autobrief.sources.stylebook import load\nfrom autobrief.pipeline import write\n"
            "from autobrief.record.load import assignment\nfrom autobrief.record.shelf import Shelf\n"
            "write(assignment(Shelf(), region='kent', election='ge2019'), load())\nprint('jinja2.sandbox' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
