"""The open standards' own schemas hold each format; what a schema cannot say is held here."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import docx
import jsonschema
import pytest
from full import full_article
from hostile import HOSTILE, hostile_article
from lxml import etree
from readers import XHTML, fragment
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from autobrief.formats import DATED, NAMES, particulars, render
from autobrief.formats.particulars import Issue
from autobrief.model.text import Cell

SCHEMAS = Path(__file__).parent / "schemas"


def loaded(path: str) -> dict:
    return json.loads((SCHEMAS / path).read_text("utf-8"))


@pytest.fixture(scope="session")
def validators() -> dict:
    """For each format that has a schema, what lists a document's faults."""
    ans = Registry().with_resources((s["id"], Resource(contents=s, specification=DRAFT4))
                                    for s in (json.loads(path.read_text("utf-8")) for path in (SCHEMAS / "ans").rglob("*.json")))
    xsd = etree.XMLSchema(etree.parse(SCHEMAS / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"))

    def by_xsd(content):
        return [] if xsd.validate(etree.fromstring(content)) else list(xsd.error_log)

    def by_json(validator):
        return lambda content: [error.message for error in validator.iter_errors(json.loads(content))]
    checker = jsonschema.FormatChecker()
    return {"newsml-g2": by_xsd, "ninjs": by_json(jsonschema.Draft7Validator(loaded("ninjs/ninjs-schema_1.6.json"), format_checker=checker)),
            "ninjs3": by_json(jsonschema.Draft202012Validator(loaded("ninjs/ninjs-schema_3.1.json"), format_checker=checker)),
            "ans": by_json(jsonschema.Draft4Validator(loaded("ans/0.10.12/story.json"), registry=ans, format_checker=checker))}


VALID = ("newsml-g2", "ninjs", "ninjs3", "ans")


@pytest.mark.parametrize("format_name", VALID)
@pytest.mark.parametrize("said", HOSTILE)
def test_it_is_valid_whatever_the_name(validators, format_name, said):
    for article in (full_article(said), hostile_article(said), full_article(said, held=(Cell(said, "x/name"),)), full_article(said, address="")):
        assert validators[format_name](render(format_name, article)) == []


@pytest.mark.parametrize("format_name", VALID)
def test_real_articles_are_valid(validators, format_name, real):
    assert validators[format_name](render(format_name, real)) == []


@pytest.mark.parametrize("format_name", VALID)
def test_the_schemas_find_faults(validators, format_name):
    content = render(format_name, full_article()).decode()
    broken = content.replace("</itemMeta>", "</itemMeta><x/>") if format_name == "newsml-g2" else json.dumps(json.loads(content) | {"unheard": 1})
    assert validators[format_name](broken.encode())


# Times -------------------------------------------------------------------------------------------

NOW = datetime(2030, 5, 3, 4, 5, 6, 789, tzinfo=timezone(timedelta(hours=1)))


def test_times_are_whole_seconds_of_utc():
    known = particulars.of(full_article(), Issue(NOW, NOW - timedelta(hours=2)))
    assert (known.created, known.first_created) == ("2030-05-03T03:05:06Z", "2030-05-03T01:05:06Z")
    assert known.number == int(NOW.timestamp())


def test_left_to_itself_a_version_is_as_old_as_its_moment_or_the_close_of_poll():
    assert particulars.of(full_article()).created == "2030-05-03T02:05:00Z"
    assert particulars.of(full_article(as_of=None)).created == "2030-05-02T22:00:00Z"


@pytest.mark.parametrize("format_name", NAMES)
def test_only_dated_formats_bear_the_time(format_name):
    early, late = (render(format_name, full_article(), Issue(NOW + timedelta(minutes=n), NOW)) for n in (0, 1))
    assert (early != late) is (format_name in DATED)


def test_a_later_version_has_a_greater_number():
    numbers = [int(etree.fromstring(render("newsml-g2", full_article(), Issue(NOW + timedelta(seconds=n), NOW))).get("version")) for n in (0, 1)]
    assert numbers[1] == numbers[0] + 1


# What a schema cannot say ------------------------------------------------------------------------

def test_topics_are_iptc_media_topics():
    item = json.loads(render("ninjs", full_article()))
    assert {each["scheme"] + each["code"]: each["name"] for each in item["subject"]} == {
        "http://cv.iptc.org/newscodes/mediatopic/11000000": "politics", "http://cv.iptc.org/newscodes/mediatopic/20000574": "election",
        "http://cv.iptc.org/newscodes/mediatopic/20000579": "national elections"}
    tree = etree.fromstring(render("newsml-g2", full_article()))
    assert [each.get("qcode") for each in tree.iter("{*}subject")][:3] == ["medtop:11000000", "medtop:20000574", "medtop:20000579"]


@pytest.mark.parametrize("said", HOSTILE)
def test_the_copy_is_the_same_in_every_markup(said):
    article = full_article(said)
    story = json.loads(render("ninjs", article))["body_xhtml"]
    whole = ["".join(each.itertext()) for each in fragment(story) if each.tag == "p"]
    tree = etree.fromstring(render("newsml-g2", article)).find(f".//{XHTML}body")
    assert ["".join(each.itertext()) for each in tree.findall(f"{XHTML}p")] == whole
    assert {each.tag for each in fragment(story).iter()} - {"DOCUMENT_FRAGMENT"} == {
        "p", "h2", "figure", "img", "figcaption", "ul", "li", "a", "table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert json.loads(render("ninjs-superdesk", article))["body_html"] == json.loads(render("ninjs3", article))["bodies"][0]["value"] == story


def test_tables_are_headed_both_ways_and_pictures_described():
    tree = fragment(render("html-fragment", full_article()).decode())
    assert tree.find(".//table/caption").text == "Mo Farr table"
    assert [each.get("scope") for each in tree.findall(".//th")] == ["col"] * 3 + ["row"] * 2
    assert tree.find(".//figure/img").get("alt") == "Mo Farr alt" and tree.find(".//figure/figcaption") is not None
    assert [each.tag for each in tree.iter() if each.tag in ("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2"]


# Word --------------------------------------------------------------------------------------------

def test_word_has_the_same_bytes_whenever_it_is_written(monkeypatch):
    import time
    first = render("docx", full_article())
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert render("docx", full_article()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as made:
        assert {each.date_time for each in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_has_headings_and_tables_that_are_read_aloud_right():
    document = docx.Document(io.BytesIO(render("docx", full_article(), Issue(NOW, NOW))))
    styles = [each.style.name for each in document.paragraphs]
    assert styles[:2] == ["Title", "Subtitle"] and "Heading 1" in styles and "List Bullet" in styles
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Mo Farr", "Votes", ""], ["Mo Farr", "1,234", ""], ["Ann O'Hara", "–", "x"]]
    assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert document.core_properties.modified == NOW.astimezone(UTC).replace(tzinfo=None, microsecond=0) or \
        document.core_properties.modified == NOW.astimezone(UTC).replace(microsecond=0)


def test_without_its_library_word_says_what_to_install(monkeypatch):
    import sys

    from autobrief.errors import AutobriefError
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(AutobriefError, match="python-docx") as told:
        render("docx", full_article())
    assert "autobrief[docx]" in told.value.hint
