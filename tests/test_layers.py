"""The house: who may import whom, and what the core must never do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import autobrief

ROOT = Path(autobrief.__file__).parent
ORDER = ("model", "errors", "grammar", "counting", "facts", "outcomes", "rules", "microplanning", "placing", "angles", "planning",
         "realisation", "tabulation",
         "wording", "rehearsing", "budgeting", "naming", "pipeline", "explaining", "previewing", "differing", "formats", "packaging", "merging",
         "checking", "lint", "sources", "record", "replay", "store", "updating", "live", "cms", "cli")
RANK = {name: rank for rank, name in enumerate(ORDER)} | {"errors": 0}
OUTSIDE = ("sources", "record", "replay", "updating", "store", "live", "cms", "cli")
BANNED = {"os", "pathlib", "time", "random", "sqlite3", "urllib", "logging", "tempfile", "subprocess"}
CALLS = {"open", "print", "input"}


def modules():
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] not in ("__init__", "__main__", "_shipped"):
            yield path, parts


def imported(path, parts):
    """(line, top-level module, part of autobrief or None) of every import."""
    package = parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                steps = name.name.split(".")
                yield node.lineno, steps[0], steps[1] if steps[0] == "autobrief" and len(steps) > 1 else None
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[:len(package) - node.level + 1]
                steps = (*base, *(node.module or "").split("."))
                steps = [s for s in steps if s] or [alias.name for alias in node.names]
                yield node.lineno, "autobrief", steps[0]
            else:
                steps = node.module.split(".")
                yield node.lineno, steps[0], steps[1] if steps[0] == "autobrief" and len(steps) > 1 else None


def test_each_layer_imports_only_what_stands_before_it():
    wrong = []
    for path, parts in modules():
        for line, _, part in imported(path, parts):
            if part in RANK and RANK[part] > RANK[parts[0]]:
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {parts[0]} imports {part}")
    assert not wrong, "\n".join(wrong)


def test_the_core_neither_reads_writes_waits_nor_asks_the_time():
    wrong = []
    for path, parts in modules():
        if parts[0] in OUTSIDE:
            continue
        for line, module, _ in imported(path, parts):
            if module in BANNED:
                wrong.append(f"{path.relative_to(ROOT)}:{line}: imports {module}")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called in CALLS and isinstance(node.func, ast.Name) or called in ("now", "today", "utcnow"):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: calls {called}")
    # A module that can be run prints what it is asked for; only its own main may.
    wrong = [w for w in wrong if not w.startswith("checking/contract.py")]
    assert not wrong, "\n".join(wrong)


def test_no_file_and_no_function_is_too_long():
    long = []
    for path, _ in modules():
        text = path.read_text("utf-8")
        if len(text.splitlines()) > 320:
            long.append(f"{path.relative_to(ROOT)}: {len(text.splitlines())} lines")
        long += [f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno} lines"
                 for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)
                 and node.end_lineno - node.lineno > 45]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("verb, never", [
    (["write", "--region", "midlands", "--election", "ge2019", "-o", "-"], ("pydantic", "inflect", "num2words", "sqlite3")),
    (["--help"], ("jinja2", "pydantic", "autobrief.record", "autobrief.rules")),
])
def test_what_a_command_leaves_unimported(verb, never, tmp_path):
    subprocess.run([sys.executable, "-m", "autobrief", *verb], check=True, capture_output=True)
    code = ("import sys\nfrom autobrief.cli import main\nsys.argv[1:] = " + repr(verb) + "\n"
            "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end\n"
            f"print([m for m in {never!r} if m in sys.modules], file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"
