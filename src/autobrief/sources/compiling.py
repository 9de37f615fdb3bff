"""Compiling a stylebook: every table and template checked, merged, and each wording made a code object."""

import csv
import marshal
from hashlib import sha256

from jinja2 import nodes

from ..errors import StylebookError
from ..lint.parsing import Reading, readings
from ..lint.reading import UNLESS, WHEN, Finding, listed
from ..lint.syntax import names
from ..realisation import ENVIRONMENT, sandbox
from .overlay import Overlay, shipped_place
from .shipped import shipped
from .stylebook import TABLES
from .tables import Flaw, merged, placed, read_table

READ = (*TABLES, "fixed_terms", "text_lint")
MANNERS = ("shared-run",)
"""Codes of faults that the lint tells and that keep nobody from writing an article."""


def compile_stylebook(files: dict, house: Overlay) -> dict:
    """Tables and templates as plain marshal-able values.  Raises StylebookError with all faults."""
    tables, found = check_stylebook(files, house)
    findings = [finding for finding in found if finding.code not in MANNERS]
    templates = {}
    for name, content in {**files, **house.files}.items():
        if name.startswith("prose/") and not findings:
            templates[name[len("prose/"):-len(".j2")]] = _template(name, content, house, findings)
    if findings:
        raise StylebookError(*map(str, findings), hint="`autobrief lint` lists these too; the shipped stylebook is unchanged")
    seen = sha256()
    for layer in (files, house.files):
        for name, content in layer.items():
            seen.update(name.encode() + b"\0" + content + b"\0")
    return {"tables": {name: tables[name] for name in TABLES}, "templates": templates, "digest": seen.hexdigest()}


def check_stylebook(files: dict, house: Overlay) -> tuple[dict, list[Finding]]:
    """The merged tables, and every fault: of a house's own files where there are any, else of the shipped ones.

    Templates of a house's own are held to the whole lint; the shipped ones are held to it by a test.
    """
    findings, flaws = list(house.findings), []
    base = {name: read_table(files.get(f"stylebook/{name}.toml", b""), shipped_place(f"stylebook/{name}.toml"), findings)
            for name in READ}
    tables = dict(base)
    for name in READ:
        key = f"stylebook/{name}.toml"
        if key in house.files:
            tables[name] = merged(name, base[name], read_table(house.files[key], house.places[key], findings), flaws)
    findings += [placed(flaw, lambda table: _source(table, files, house)) for flaw in _gated(tables, base, files, flaws)]
    if any(name.startswith("prose/") for name in house.files):
        # Tables with a fault may have any shape, so templates are then read by the shipped ones.
        findings += _linted({**files, **house.files}, house, base if findings else tables)
    findings += _undecodable(house)
    return tables, sorted(set(findings))


def lint_shipped(files: dict) -> list[Finding]:
    """Every fault of the shipped stylebook."""
    tables, findings = check_stylebook(files, Overlay({}, {}, ()))
    return findings + _linted(files, Overlay(files, {name: shipped_place(name) for name in files}, ()), tables)


def _gated(tables: dict, base: dict, files: dict, flaws: list[Flaw]) -> list[Flaw]:
    """The flaws so far, and those that the gates find."""
    from .gates import check_tables
    kinds = {name[len("prose/"):-len(".j2")] for name in files if name.startswith("prose/")}
    table = shipped("data") / "record" / "parties.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        parties = {row["party"] for row in csv.DictReader(rows)} | base["parties"].keys()
    return [*flaws, *check_tables(tables, base, kinds, parties)]


def _source(table: str, files: dict, house: Overlay) -> tuple[str, str]:
    """The place and text of a table: a house's own where it has one."""
    key = f"stylebook/{table}.toml"
    content = house.files.get(key, files.get(key, b""))
    return house.places.get(key, shipped_place(key)), content.decode("utf-8-sig", "replace")


def _undecodable(house: Overlay) -> list[Finding]:
    found = []
    for name, content in house.files.items():
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            if name.startswith("prose/"):
                line = content.count(b"\n", 0, error.start) + 1
                found.append(Finding(house.places[name], line, 1, "encoding", "not UTF-8", "save it as UTF-8"))
    return found


def _linted(files: dict, house: Overlay, tables: dict) -> list[Finding]:
    """What the lint finds in a house's templates, the shipped ones read first."""
    from ..lint.supplied import supplied
    from ..lint.templates import check_templates
    from ..rules import RULES
    ordered = {name: files[name].decode("utf-8-sig", "replace") for name in sorted(files, key=lambda name: (name in house.files, name))}
    found = check_templates(ordered, tables, RULES, supplied(RULES))
    return [finding._replace(file=house.places[finding.file]) for finding in found if finding.file in house.places]


def _template(name: str, content: bytes, house: Overlay, findings: list) -> list[dict]:
    """Every wording of a file, compiled; none is compiled that has a fault."""
    place, own = house.places.get(name, shipped_place(name)), name in house.files
    kind = name[len("prose/"):-len(".j2")]
    read = [reading for reading in readings(kind, place, content.decode("utf-8-sig"), findings) if _says_something(reading.tree)]
    if not read and not findings:
        findings.append(Finding(place, 1, 1, "empty", "has no wording", "write one, or take the file away to use the shipped one"))
    return [_variant(reading, own) for reading in read] if not findings else []


def _variant(reading: Reading, own: bool) -> dict:
    variant, tokens, tree = reading
    when, unless = listed(WHEN, tokens), listed(UNLESS, tokens)
    needs, uses = _names(tree)
    environment = sandbox() if own else ENVIRONMENT
    code = environment.compile(variant.body, name=variant.kind, filename=f"{variant.file}:{variant.line}")
    return {"digest": sha256(" ".join(variant.body.split()).encode()).hexdigest()[:16], "line": variant.line, "source": variant.file,
            "needs": tuple(sorted(needs | when.keys())), "uses": tuple(sorted(uses | when.keys())), "unless": tuple(sorted(unless)),
            "opening": _opening(tree), "code": marshal.dumps(code), "own": own}


def _says_something(tree: nodes.Template) -> bool:
    return any(True for _ in tree.find_all(nodes.Name)) or any(d.data.strip() for d in tree.find_all(nodes.TemplateData))


def _names(tree: nodes.Template) -> tuple[set, set]:
    """(needed, used): names tested by `if` are used but not needed, within or without the test."""
    tested = {name.name for test in tree.find_all(nodes.If) for name in test.test.find_all(nodes.Name)}
    tested |= {test.test.name for test in tree.find_all(nodes.If) if isinstance(test.test, nodes.Name)}
    printed = {name.name for name in names(tree)}
    return printed - tested, printed


def _opening(tree: nodes.Template) -> str:
    """What a sentence opens with: its first literal word, or the name of its first fact."""
    for node in tree.find_all((nodes.TemplateData, nodes.Name)):
        if isinstance(node, nodes.Name):
            return f"{{{node.name}}}"
        if node.data.strip():
            return node.data.split()[0].lower()
    return ""
