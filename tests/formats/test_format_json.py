import hashlib
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hostile import DIGEST, TABLE, hostile_article
from pydantic import ValidationError

from autobrief.checking import contract, contract_facts
from autobrief.formats import json as article_json
from autobrief.model.text import Fact, Source, Span

SCHEMA = Path(__file__).parents[2] / "docs" / "article.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def read(article) -> dict:
    return json.loads(article_json.render(article), parse_float=lambda number: pytest.fail(f"a float: {number}"))


def test_a_real_article_keeps_the_contract(real):
    VALIDATOR.validate(read(real))
    contract.read(article_json.render(real))


def test_a_hostile_article_keeps_the_contract(hostile, name):
    document = read(hostile)
    VALIDATOR.validate(document)
    contract.read(article_json.render(hostile))
    assert document["headline"] == document["standfirst"] == document["byline"] == name
    assert [block["text"] for block in document["blocks"] if block["kind"] == "paragraph"] == [name]


def test_the_committed_schema_is_what_the_module_prints():
    printed = subprocess.run([sys.executable, "-m", "autobrief.checking.contract"], capture_output=True, check=True).stdout
    assert printed.decode("utf-8") == SCHEMA.read_text("utf-8"), "run: python -m autobrief.checking.contract"


def test_the_schema_is_valid_and_describes_every_field():
    schema = contract.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    fields = {f"{name}.{key}": field for name, found in schema["$defs"].items() for key, field in found["properties"].items()}
    assert len(fields) > 50
    assert [name for name, field in fields.items() if not field.get("description")] == []
    assert [name for name, field in fields.items() if not field.get("title") and "$ref" not in str(field)] == []


def test_the_digest_is_of_the_rest_in_canonical_form(real):
    document = read(real)
    digest = document.pop("digest")
    canonical = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    assert digest == hashlib.sha256(canonical).hexdigest() == article_json.digest(document | {"digest": digest})


def test_any_change_changes_the_digest(plain):
    name, known = plain.headline, plain.facts
    other = known | {"x/text": Fact("x/text", "text", "y", "text", sources=known["x/text"].sources)}
    articles = (plain, hostile_article(name, byline="By another"), hostile_article(name, facts=other),
                hostile_article(name, inputs=((TABLE, "cd" * 32),)))
    assert len({article_json.document(article)["digest"] for article in articles}) == 4


def test_the_version_is_of_what_is_read(plain):
    """Another proof of the same text is no new version; another text is."""
    same = hostile_article(plain.headline, inputs=((TABLE, "cd" * 32),))
    assert article_json.version(same) == article_json.version(plain)
    assert article_json.version(hostile_article("Another")) != article_json.version(plain)


def test_the_same_bytes_every_time(plain):
    shuffled = hostile_article(plain.headline, facts=dict(reversed(plain.facts.items())))
    assert list(shuffled.facts) != list(plain.facts)
    assert article_json.render(shuffled) == article_json.render(plain)


def test_spans_slice_to_text_and_every_cited_fact_is_present(real):
    document = read(real)
    known = {fact["id"] for fact in document["facts"]}
    cited = [needed for fact in document["facts"] for needed in fact["inputs"]]
    for block in document["blocks"]:
        cited += [cell["fact"] for row in block.get("rows", ()) for cell in row if cell["fact"]]
        for sentence in block.get("sentences", ()):
            for span in sentence["spans"]:
                assert sentence["text"][span["start"]:span["end"]].strip(), (sentence["id"], span)
                cited.append(span["fact"])
    assert cited and set(cited) <= known
    assert [fact["id"] for fact in document["facts"]] == sorted(known)


def test_every_source_bears_the_digest_of_the_file_that_was_read(real):
    digests = {entry["name"]: entry["digest"] for entry in read(real)["inputs"]}
    sources = [source for fact in read(real)["facts"] for source in fact["sources"]]
    assert sources
    assert all(source["digest"] == digests[source["table"]] for source in sources)


def test_inputs_that_are_not_printed_are_given_too(plain):
    assert "x/votes" not in plain.facts
    facts = {fact["id"]: fact for fact in read(plain)["facts"]}
    assert facts["x/share"]["inputs"] == ["x/votes", "x/cast"]
    assert facts["x/cast"]["inputs"] == ["x/votes"]
    assert facts["x/votes"]["sources"] == [{"table": TABLE, "digest": DIGEST, "rows": [2, 3], "column": "votes"}]


def test_a_source_outside_the_inputs_keeps_its_own_digest_or_none():
    sources = (Source("notes.md", "cd" * 32, (1,)), Source("lost.csv", "", (1,)))
    article = hostile_article("x", facts=hostile_article("x").facts | {"x/z": Fact("x/z", "z", "z", "text", sources=sources)})
    assert [source["digest"] for source in read(article)["facts"][-1]["sources"]] == ["cd" * 32, None]


def test_values(plain):
    name = "Mo Farr (Stoke-on-Trent)"
    values = {fact["kind"]: fact["value"] for fact in read(plain)["facts"]}
    assert values == {
        "name": {"name": f"{name} Family", "given": name, "family": "Family"},
        "party": {"id": "p", "name": name, "abbreviation": "P"},
        "place": {"id": "s", "name": name, "kind": "county"}, "text": name, "date": "2030-05-02",
        "time": "2030-05-03T03:05:00+00:00", "points": "100", "all": [1, "0.10"], "unknown": None, "so": True,
        "office": {"title": name, "rank": "cabinet", "in_post": True},
        "share": "61.70", "votes": 1234, "cast": 2000}


@pytest.mark.parametrize("value", [0.5, {"a": 1}, {1}, object(), (1, 0.5)])
def test_a_value_without_a_form_is_refused(value):
    with pytest.raises(TypeError, match="float" if isinstance(value, tuple) else type(value).__name__):
        article_json.plain(value)


def test_a_decimal_keeps_every_digit():
    assert article_json.plain(Decimal("54.12345678901234567890")) == "54.12345678901234567890"


def test_spans_count_code_points():
    text = "😀 é"
    article = hostile_article(text)
    span = read(article)["blocks"][1]["sentences"][0]["spans"][0]
    assert text[span["start"]:span["end"]] == text and span["end"] == 3


def fault(document: dict, path: tuple, value) -> None:
    *way, last = path
    for step in way:
        document = document[step]
    document[last] = value


@pytest.mark.parametrize("path, value, schema_sees_it", [
    (("schema_version",), 2, True), (("extra",), 1, True), (("date",), "2 May", True), (("digest",), "x", True),
    (("stage",), "so far", True), (("kind",), "seat", True), (("blocks", 1, "kind"), "advert", True),
    (("blocks", 0, "rows", 0, 0, "fact"), 1, True), (("facts", 0, "value"), 1.5, True), (("facts", 0, "unit"), None, True),
    (("blocks", 1, "sentences", 0, "spans", 0, "start"), -1, True), (("as_of",), "2030-05-03T03:05:00", True),
    (("blocks", 1, "sentences", 0, "spans", 0, "end"), 99, False), (("facts", 0, "inputs"), ["x/none"], False),
    (("blocks", 0, "rows", 0, 0, "fact"), "x/none", False), (("blocks", 1, "sentences", 0, "spans", 0, "fact"), "x/none", False),
    (("facts", 0, "id"), "y", False), (("facts", 0, "sources"), [], False), (("blocks", 0, "columns"), ["a"], False),
])
def test_the_contract_refuses_what_breaks_it(plain, path, value, schema_sees_it):
    document = read(plain)
    assert VALIDATOR.is_valid(document)
    fault(document, path, value)
    with pytest.raises(ValidationError):
        contract.read(json.dumps(document))
    assert VALIDATOR.is_valid(document) is not schema_sees_it


def test_a_span_is_a_span_of_the_model_and_of_the_contract_alike():
    assert set(contract.Span.model_fields) == set(Span._fields)
    assert set(contract_facts.Source.model_fields) == set(Source._fields)
    assert set(contract_facts.Fact.model_fields) == set(Fact._fields)
