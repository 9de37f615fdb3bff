"""Which facts rules can supply, as far as their code tells: enough to find a misspelt name in a template."""

import sys
from collections.abc import Iterable, Mapping
from types import CodeType, FunctionType

from ..microplanning.cohesion import MARKS


def supplied(rules: Mapping) -> dict[str, set[str]]:
    """For each kind, every name that its rule's module and those beside it write down, `items` of aggregation, and the marks of cohesion."""
    packages = {rule.find.__module__.rpartition(".")[0] for rule in rules.values()}
    modules = [module for name, module in list(sys.modules.items()) if name.rpartition(".")[0] in packages]
    functions = [value for module in modules for value in vars(module).values() if isinstance(value, FunctionType)]
    names = {name for name in _strings(function.__code__ for function in functions) if name.isidentifier()}
    return dict.fromkeys(rules, names | {"items", *MARKS})


def _strings(constants: Iterable) -> set[str]:
    """Every string among the constants, in tuples and inner functions too."""
    found = set()
    for constant in constants:
        if isinstance(constant, str):
            found.add(constant)
        elif isinstance(constant, tuple):
            found |= _strings(constant)
        elif isinstance(constant, CodeType):
            found |= _strings(constant.co_consts)
    return found
