"""Compiling a stylebook: checked with pydantic, merged, every variant to a code object."""

import difflib
import marshal
import re
import tomllib
from hashlib import sha256

import jinja2
from jinja2 import nodes

from ..errors import StylebookError
from ..realisation import ENVIRONMENT
from .stylebook import TABLES

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const, nodes.If, nodes.Test,
           nodes.Not, nodes.And, nodes.Or, nodes.Concat, nodes.Assign)
SEPARATOR = "---"
WHEN = re.compile(r"\{#\s*when:\s*([\w, ]+?)\s*#\}")
"""`{# when: held #}`: this wording is for messages that have the fact, printed in it or not."""
UNLESS = re.compile(r"\{#\s*unless:\s*([\w, ]+?)\s*#\}")
"""`{# unless: estimated #}`: this wording is not for messages that have the fact."""


def compile_stylebook(files: dict, house: dict, where: str) -> dict:
    """Tables and templates as plain marshal-able values.  Raises StylebookError with all faults."""
    faults: list[str] = _strangers(files, house, where)
    tables = _tables(files, house, where, faults)
    templates = {}
    merged = {**files, **{name: content for name, content in house.items() if name.endswith(".j2")}}
    for name, content in merged.items():
        if name.startswith("prose/"):
            source = f"{where}/{name}" if name in house else f"templates/{name}"
            kind = name[len("prose/"):-len(".j2")]
            templates[kind] = _variants(kind, content, source, faults)
    if faults:
        raise StylebookError(*faults, hint="put these right; the shipped stylebook is unchanged")
    seen = sha256()
    for layer in (files, house):
        for name, content in layer.items():
            seen.update(name.encode() + b"\0" + content + b"\0")
    return {"tables": tables, "templates": templates, "digest": seen.hexdigest()}


def _strangers(files: dict, house: dict, where: str) -> list[str]:
    """Files of a house's own that stand for nothing shipped: a misspelt name would be silently unused."""
    faults = []
    for name in house:
        if name not in files:
            near = difflib.get_close_matches(name, files, 1)
            meant = f"; did you mean {near[0].split('/')[-1]}?" if near else ""
            faults.append(f"{where}/{name.split('/')[-1]}: no file of this name in the shipped stylebook{meant}")
    return faults


def _tables(files: dict, house: dict, where: str, faults: list) -> dict:
    tables = {}
    for name in TABLES:
        key = f"stylebook/{name}.toml"
        tables[name] = _toml(files.get(key, b""), f"data/{key}", faults)
        if key in house:
            own = _toml(house[key], f"{where}/{name}.toml", faults)
            open_table = name in ("parties", "offices", "nouns", "terms")
            tables[name] = _merged(tables[name], own, f"{where}/{name}.toml", faults, open_table)
    from .gates import check_tables
    faults.extend(check_tables(tables))
    return tables


def _toml(content: bytes, source: str, faults: list) -> dict:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{source}: {error}")
        return {}


def _merged(base: dict, own: dict, source: str, faults: list, open_table: bool, path: str = "") -> dict:
    """Merge by key; arrays replace; an unknown key is a fault with the nearest match."""
    result = dict(base)
    for key, value in own.items():
        if key not in base and not open_table:
            near = difflib.get_close_matches(key, base, 1)
            faults.append(f"{source}: unknown key {path}{key}" + (f"; did you mean {near[0]}?" if near else ""))
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            result[key] = _merged(base[key], value, source, faults, open_table, f"{path}{key}.")
        else:
            result[key] = value
    return result


def split(text: str) -> list[tuple[int, str]]:
    """(line, text) of each variant of a template file; `---` alone on a line stands between them."""
    variants, start, lines = [], 1, []
    for number, line in enumerate(text.splitlines() + [SEPARATOR], 1):
        if line.strip() == SEPARATOR:
            if "".join(lines).strip():
                variants.append((start, "\n".join(lines)))
            start, lines = number + 1, []
        else:
            lines.append(line)
    return variants


def _variants(kind: str, content: bytes, source: str, faults: list) -> list[dict]:
    compiled = []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.append(f"{source}: not UTF-8: {error}")
        return compiled
    for line, body in split(text):
        try:
            tree = ENVIRONMENT.parse(body)
            faults.extend(f"{source}:{line + (node.lineno or 1) - 1}: {type(node).__name__.lower()} is not allowed in a template"
                          for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED))
            needs, uses = _names(tree)
            when, unless = _listed(WHEN, body), _listed(UNLESS, body)
            needs, uses = needs | when, uses | when
            if not _says_something(tree):
                continue
            code = ENVIRONMENT.compile(body, name=kind, filename=f"{source}:{line}")
            compiled.append({"digest": sha256(_wording(body).encode()).hexdigest()[:16], "line": line, "source": source,
                             "needs": tuple(sorted(needs)), "uses": tuple(sorted(uses)), "unless": tuple(sorted(unless)), "opening": _opening(tree),
                             "code": marshal.dumps(code)})
        except jinja2.TemplateSyntaxError as error:
            faults.append(f"{source}:{line + error.lineno - 1}: {error.message}")
    if not compiled and not faults:
        faults.append(f"{source}: has no wording")
    return compiled


def _listed(comment: re.Pattern, body: str) -> set[str]:
    return {name.strip() for found in comment.findall(body) for name in found.split(",") if name.strip()}


def _wording(body: str) -> str:
    return " ".join(body.split())


def _says_something(tree: nodes.Template) -> bool:
    return any(True for _ in tree.find_all(nodes.Name)) or any(d.data.strip() for d in tree.find_all(nodes.TemplateData))


def _names(tree: nodes.Template) -> tuple[set, set]:
    """(needed, used): names tested by `if` are used but not needed, within or without the test."""
    tested = {name.name for test in tree.find_all(nodes.If) for name in test.test.find_all((nodes.Name,))}
    tested |= {test.test.name for test in tree.find_all(nodes.If) if isinstance(test.test, nodes.Name)}
    own = {assign.target.name for assign in tree.find_all(nodes.Assign)}
    printed = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"} - own
    return printed - tested, printed


def _opening(tree: nodes.Template) -> str:
    """What a sentence opens with: its first literal word, or the name of its first fact."""
    for node in tree.find_all((nodes.TemplateData, nodes.Name)):
        if isinstance(node, nodes.Name):
            return f"{{{node.name}}}"
        if node.data.strip():
            return node.data.split()[0].lower()
    return ""
