"""An article read back from its JSON is set in every format as it was."""

import json

import pytest
from full import full_article
from hostile import HOSTILE

from autobrief.checking import reading
from autobrief.formats import NAMES, render
from autobrief.formats import json as article_json


def test_a_real_article_comes_back_byte_for_byte_in_every_format(real):
    again = reading.article(render("json", real))
    for name in NAMES:
        assert render(name, again) == render(name, real), name


@pytest.mark.parametrize("said", HOSTILE)
def test_so_does_one_that_has_everything(said):
    article = full_article(said)
    again = reading.article(render("json", article))
    assert [render(name, again) == render(name, article) for name in NAMES] == [True] * len(NAMES)


def test_another_digest_is_refused():
    document = json.loads(render("json", full_article()))
    with pytest.raises(ValueError, match="changed after it was written"):
        reading.article(json.dumps(document | {"digest": "0" * 64}))


def test_facts_that_rest_on_themselves_are_refused():
    document = json.loads(render("json", full_article()))
    document["facts"][0]["inputs"] = [document["facts"][0]["id"]]
    document["digest"] = article_json.digest(document)
    with pytest.raises(ValueError, match="rest on themselves"):
        reading.article(json.dumps(document))
