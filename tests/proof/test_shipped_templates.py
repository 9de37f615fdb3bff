"""The templates that are shipped have no findings."""

import sys
import tomllib
from types import CodeType, FunctionType

from autobrief.lint.templates import check_templates
from autobrief.rules import RULES
from autobrief.sources.shipped import shipped


def strings(constants) -> set[str]:
    """Every string among the constants, in tuples and inner functions too."""
    found = set()
    for constant in constants:
        if isinstance(constant, str):
            found.add(constant)
        elif isinstance(constant, tuple):
            found |= strings(constant)
        elif isinstance(constant, CodeType):
            found |= strings(constant.co_consts)
    return found


def supplied() -> dict[str, set[str]]:
    """Every name that rules write down, for each kind: enough to tell a misspelt name in a template."""
    modules = [module for name, module in sys.modules.items() if name.startswith("autobrief.rules.")]
    functions = [value for module in modules for value in vars(module).values() if isinstance(value, FunctionType)]
    # Aggregation gathers the messages of one group as `items`.
    return dict.fromkeys(RULES, strings(function.__code__ for function in functions) | {"items"})


def test_the_shipped_templates_have_no_findings():
    files = {f"prose/{path.name}": path.read_bytes() for path in (shipped("templates") / "prose").glob("*.j2")}
    tables = {path.stem: tomllib.loads(path.read_text()) for path in (shipped("data") / "stylebook").glob("*.toml")}
    found = check_templates(files, tables, RULES, supplied())
    assert not found, "\n" + "\n".join(f"{f.file}:{f.line}:{f.col}: {f.code}: {f.message}; {f.fix}" for f in found)
