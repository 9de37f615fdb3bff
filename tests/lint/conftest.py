"""The lint of finished text with the shipped words and the built-in record, read once."""

import pytest

from autobrief.lint.prose import check_text
from autobrief.record.lexicon import read_lexicon
from autobrief.record.shelf import Shelf
from autobrief.sources.compiling import check_stylebook
from autobrief.sources.overlay import Overlay, shipped_files


@pytest.fixture(scope="session")
def tables():
    return check_stylebook(shipped_files(), Overlay({}, {}, ()))[0]


@pytest.fixture(scope="session")
def lexicon(tables):
    return read_lexicon(tables, Shelf())


@pytest.fixture(scope="session")
def lint(lexicon):
    """lint(text): the findings; lint(text, style=True): those of style too."""
    return lambda text, style=False: check_text("text", text, lexicon, style)
