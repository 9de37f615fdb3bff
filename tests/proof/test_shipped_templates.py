"""The templates that are shipped have no findings."""

import tomllib

from autobrief.lint.supplied import supplied
from autobrief.lint.templates import check_templates
from autobrief.rules import RULES
from autobrief.sources.shipped import shipped


def test_the_shipped_templates_have_no_findings():
    files = {f"prose/{path.name}": path.read_bytes() for path in (shipped("templates") / "prose").glob("*.j2")}
    tables = {path.stem: tomllib.loads(path.read_text()) for path in (shipped("data") / "stylebook").glob("*.toml")}
    found = check_templates(files, tables, RULES, supplied(RULES))
    assert not found, "\n" + "\n".join(f"{f.file}:{f.line}:{f.col}: {f.code}: {f.message}; {f.fix}" for f in found)
