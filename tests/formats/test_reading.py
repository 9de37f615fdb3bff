"""An article read back from its JSON is set in every format as it was."""

import json

import pytest
from full import full_article
from hostile import HOSTILE

from autobrief.formats import NAMES, render
from autobrief.formats.restoring import restore


def test_a_real_article_comes_back_byte_for_byte_in_every_format(real):
    again = restore(json.loads(render("json", real)))
    for name in NAMES:
        assert render(name, again) == render(name, real), name


@pytest.mark.parametrize("said", HOSTILE)
def test_so_does_one_that_has_everything(said):
    article = full_article(said)
    again = restore(json.loads(render("json", article)))
    assert [render(name, again) == render(name, article) for name in NAMES] == [True] * len(NAMES)
