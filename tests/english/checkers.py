"""The three checkers, each offline: sentences in, findings out."""

import bisect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from spread import Read

HERE = Path(__file__).parent
TOGETHER = 100
"""Sentences that harper reads at a time, a paragraph each."""

PARSER = ["link-parser", "en", "-spell=0", "-timeout=5", "-limit=100", "-graphics=0", "-echo=1", "-verbosity=1", "-panic=0", "-null=0"]
"""Nothing guessed for an unknown word, and no second, laxer try."""


PLANTED = Read("There is an nurse in in Ashton was.", "There is an nurse in in Ashton was.", "planted", "", "lead", "")
"""Faults that each checker must find, or it is not working."""


class Missing(Exception):
    """A checker is not installed, or not working; says how to have it."""


class Finding(NamedTuple):
    """What a checker said of one sentence: its rule, the words it means and what it says of them."""

    checker: str
    rule: str
    words: str
    says: str
    of: Read


def harper(reads: list[Read]) -> Iterator[Finding]:
    """Grammar and usage, in British English; not spelling, since most words that it does not know are names."""
    try:
        from harper import Dialect, Language, Linter
    except ImportError:
        raise Missing("harper-py is not installed: pip install harper-py") from None
    linter = Linter(dialect=Dialect.BRITISH)
    linter.set_lint_config({**linter.get_lint_config(), "SpellCheck": False})
    for first in range(0, len(reads), TOGETHER):
        part = reads[first:first + TOGETHER]
        starts, text = [], ""
        for read in part:
            starts.append(len(text))
            text += read.text + "\n\n"
        for rule, lints in linter.organized_lints(text, language=Language.PLAINTEXT).items():
            for lint in lints:
                yield Finding("harper", rule, lint.problem_text, lint.message, part[bisect.bisect_right(starts, lint.span.start) - 1])


def retext(reads: list[Read]) -> Iterator[Finding]:
    """Articles before figures and names, words printed twice, spacing, quotation marks, accents."""
    modules = Path(os.environ.get("RETEXT", HERE)) / "node_modules"
    if not modules.is_dir():
        raise Missing(f"retext is not installed in {modules.parent}: npm install there, with the package.json of tests/english")
    script = modules.parent / "retext.mjs"
    said = _said(["node", str(script)], "".join(json.dumps(read.text) + "\n" for read in reads))
    for line in said.splitlines():
        number, rule, words, says = json.loads(line)
        yield Finding("retext", rule, words, says, reads[number])


def link_grammar(reads: list[Read]) -> Iterator[Finding]:
    """Sentences with no full parse, names apart: each build with plain names once; headlines and captions are no sentences."""
    builds = {}
    for read in reads:
        if read.plain.endswith(".") and not read.plain.startswith(("!", "%")):
            builds.setdefault(_one_number(read.plain), read)
    said = _said(PARSER, "".join(build + "\n" for build in builds))
    current = None
    for line in said.splitlines():
        current = builds.get(line, current)
        if current and line.startswith("No complete linkages found"):
            yield Finding("link-grammar", "no-parse", current.plain, "no full parse", current)
            current = None


def _one_number(text: str) -> str:
    """Vote figures and decimals all alike, so that sentences which differ in them are parsed once."""
    return re.sub(r"\b\d+\.\d(?=%| )", "5.5", re.sub(r"\b\d+,\d{3}\b", "1,500", text))


def _said(command: list[str], given: str) -> str:
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    except FileNotFoundError:
        package = {"link-parser": "link-grammar of Debian", "node": "Node.js"}[command[0]]
        raise Missing(f"{command[0]} is not installed: it is in {package}") from None
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def found_by(name: str, reads: list[Read]) -> list[Finding]:
    """What one checker finds.  Raises Missing where it is not there, or blind to a planted fault."""
    found = list(CHECKERS[name]([*reads, PLANTED]))
    if not any(each.of is PLANTED for each in found):
        raise Missing(f"{name} does not find a planted fault: {PLANTED.text!r}; is it the version that the Makefile installs?")
    return [each for each in found if each.of is not PLANTED]


CHECKERS: dict[str, Callable[[list[Read]], Iterator[Finding]]] = {"harper": harper, "retext": retext, "link-grammar": link_grammar}
