"""The generated documents are what `make docs` would write now."""

import difflib
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def documents():
    return runpy.run_path(str(ROOT / "docs" / "make.py"))["documents"]()


@pytest.mark.parametrize("name", ["docs/rules.md", "docs/text-lint.md", "docs/cli.md", "README.md"])
def test_a_document_is_up_to_date(documents, name):
    path = ROOT / name
    now, made = path.read_text("utf-8").splitlines(), documents[path].splitlines()
    changes = [line for line in difflib.unified_diff(now, made, name, "as made now", lineterm="", n=0)][:20]
    assert not changes, "\n".join([*changes, "`make docs` writes it again"])


def test_the_article_in_the_readme_is_long_enough_to_be_one(documents):
    assert documents[ROOT / "README.md"].count("\n> ") > 20
