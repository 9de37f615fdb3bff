"""The syntax that a template may use: output of facts, presence tests, filters."""

import inspect
from collections.abc import Iterator

from jinja2 import nodes

from ..realisation import ENVIRONMENT, FILTERS
from .reading import Finding, Piece, Variant

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const, nodes.If, nodes.Test,
           nodes.Not, nodes.And, nodes.Or, nodes.Concat, nodes.Assign)
IN_TESTS = (nodes.Name, nodes.Not, nodes.And, nodes.Or, nodes.Test)
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
COMPARISON = (nodes.Compare, nodes.Operand)
CALLED = {"getattr": "a dot after a name", "getitem": "square brackets", "call": "a name with brackets after it",
          "condexpr": "an if inside an expression", "fromimport": "an import", "assignblock": "set without =", "callblock": "call"}
"""What a journalist would call it, where the parser's name for it says little."""


def check_syntax(variant: Variant, tokens: list[Piece], tree: nodes.Template) -> Iterator[Finding]:
    """Everything in the tree that is not allowed."""
    for node in tree.find_all(nodes.Node):
        fault = _fault(node) or _filter_fault(node)
        if fault:
            code, near, message, fix = fault
            line = variant.line + (node.lineno or 1) - 1
            yield Finding(variant.file, line, _column(tokens, line, near), code, message, fix)


def _fault(node: nodes.Node) -> tuple[str, str, str, str] | None:
    """(code, text to look for, message, fix), or None where the node is allowed."""
    name = type(node).__name__.lower()
    if isinstance(node, ARITHMETIC):
        return "arithmetic", "", f"a sum in a template ({name})", "let the rule supply the result as a fact"
    if isinstance(node, nodes.Compare):
        return "comparison", "", "a comparison in a template", "let the rule supply a fact whose presence says it"
    if isinstance(node, nodes.Operand):
        return None
    if not isinstance(node, ALLOWED):
        return "syntax", "", f"{CALLED.get(name, name)} is not allowed in a template", "use output, presence tests and filters alone"
    if isinstance(node, nodes.Const) and not isinstance(node.value, str):
        return "constant", "", f"{node.value} is no fact", "print a fact, or test for its presence"
    if isinstance(node, nodes.Test) and node.name not in ENVIRONMENT.tests:
        return "syntax", node.name, f"no test is called {node.name}", "test for presence alone: {% if name %}"
    if isinstance(node, nodes.If) and not _tests_presence(node.test):
        return "syntax", "if", "a test of more than presence", "test for presence alone: {% if name %}"
    if isinstance(node, nodes.Output) and any(isinstance(printed, nodes.Const) for printed in node.nodes):
        return "constant", "", "a constant is printed", "write it as text, or print a fact"
    return None


def _filter_fault(node: nodes.Node) -> tuple[str, str, str, str] | None:
    """A filter that there is not, or with other arguments than it takes: words in quotes where it takes words, else a fact."""
    if not isinstance(node, nodes.Filter):
        return None
    if node.name not in FILTERS:
        return "unknown-filter", node.name, f"no filter is called {node.name}", f"use one of {', '.join(sorted(FILTERS))}"
    takes = list(inspect.signature(FILTERS[node.name]).parameters.values())[1:]
    least = sum(one.default is inspect.Parameter.empty for one in takes)
    plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs) and all(
        isinstance(given, nodes.Const if one.annotation is str else nodes.Name) for one, given in zip(takes, node.args, strict=False))
    if node.node is None or not plain or not least <= len(node.args) <= len(takes):
        names = ", ".join(f'"{one.name}"' if one.annotation is str else one.name for one in takes)
        return "filter", node.name, f"{node.name} is not used so", f"write it as {node.name}" + (f"({names})" if names else "")
    return None


def _tests_presence(test: nodes.Expr) -> bool:
    """Names joined by and, or, not; sums and comparisons are told by themselves."""
    inside = (test, *test.find_all(nodes.Node))
    return all(isinstance(node, IN_TESTS + ARITHMETIC + COMPARISON + (nodes.Const,)) for node in inside)


def _column(tokens: list[Piece], line: int, near: str) -> int:
    """Where on the line the text stands, else the first expression of the line."""
    here = [piece for piece in tokens if piece.line == line]
    named = next((piece.col for piece in here if near and piece.text == near), None)
    opening = next((piece.col for piece in here if piece.kind in ("variable_begin", "block_begin")), 1)
    return named or opening


def names(tree: nodes.Template) -> list[nodes.Name]:
    """The facts that a wording asks for, without names that it sets itself."""
    own = {assign.target.name for assign in tree.find_all(nodes.Assign) if isinstance(assign.target, nodes.Name)}
    return [name for name in tree.find_all(nodes.Name) if name.ctx == "load" and name.name not in own]
