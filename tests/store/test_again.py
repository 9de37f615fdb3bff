"""Any version is written again byte for byte from what is stored."""

import json

import pytest
from articles import written
from formats.hostile import HOSTILE, hostile_article

from autobrief.formats import FORMATS
from autobrief.formats.json import document
from autobrief.formats.restoring import restore

ASKED = [{"seat": "Telford"}, {"region": "midlands"}, {"region": "northern-ireland"}, {"region": "united-kingdom"}]
HOURS = {"ge2019": (None, "2019-12-13 00:10", "2019-12-13 03:05"), "ge2017": (None, "2017-06-09 02:00"), "ge2024": (None,), "ge2010": (None,)}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(asked.values()))
@pytest.mark.parametrize("election, as_of", [(e, hour) for e, hours in HOURS.items() for hour in hours])
def test_every_format_of_a_stored_article_is_the_same_bytes(asked, election, as_of):
    article = written(**asked, election=election, as_of=as_of)[3]
    again = restore(json.loads(json.dumps(document(article))))
    for name, render in FORMATS.items():
        assert render(again) == render(article), name


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_back_as_they_were(name):
    article = hostile_article(name)
    again = restore(json.loads(json.dumps(document(article))))
    for format_name, render in FORMATS.items():
        assert render(again) == render(article), format_name


def test_from_the_store_too(store):
    articles = [written(region="midlands", election="ge2019", as_of=hour)[3] for hour in ("2019-12-13 01:05", "2019-12-13 03:05", None)]
    for article in articles:
        store.save(article, "results")
    for number, article in enumerate(articles, 1):
        again = store.article(article.id, number)
        assert [render(again) for render in FORMATS.values()] == [render(article) for render in FORMATS.values()]
