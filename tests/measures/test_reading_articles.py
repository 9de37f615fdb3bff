"""Articles from files, and `autobrief lint --articles`."""

import json

import pytest
from click.testing import CliRunner

from autobrief.cli.lint import command
from autobrief.errors import InputError
from autobrief.formats import FORMATS
from autobrief.lint.measures.copy import of_article, of_json
from autobrief.lint.measures.markdown import of_markdown
from autobrief.lint.measures.sentences import sentences
from autobrief.sources.finished import read_articles


@pytest.fixture(scope="session")
def article():
    from articles import written
    return written(region="west-midlands", election="ge2019")[3]


def written_seat():
    from articles import written
    return written(seat="Bolsover", election="ge2019")[3]


def ran(*asked):
    done = CliRunner().invoke(command, [str(each) for each in asked], catch_exceptions=True)
    if isinstance(done.exception, InputError):
        raise done.exception
    return done


def test_json_says_what_the_article_says(article):
    text = FORMATS["json"](article)
    read, straight = of_json(text, "a.json"), of_article(article)
    assert [(p.kind, p.id, [(t.text, t.spans, t.message) for t in p.told]) for p in read.passages] == \
        [(p.kind, p.id, [(t.text, tuple(map(tuple, t.spans)), t.message) for t in p.told]) for p in straight.passages]
    assert (read.id, read.kind, read.stage, read.group) == (straight.id, straight.kind, straight.stage, straight.group)
    assert {fact: read.facts[fact] for fact in straight.facts} == straight.facts


@pytest.mark.parametrize("again", [lambda text: text, lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=1)])
def test_each_sentence_is_where_the_file_has_it(article, again):
    text = again(FORMATS["json"](article))
    lines = text.splitlines()
    for told in of_json(text, "a.json").body:
        assert lines[told.line - 1][told.col - 1:].startswith(json.dumps(told.text, ensure_ascii=False)[1:-1])


def test_markdown_has_the_same_sentences(article):
    text = FORMATS["markdown"](article)
    read, straight = of_markdown(text, "a.md"), of_article(article)
    for kinds in (("headline",), ("standfirst",), ("lead", "paragraph"), ("method",)):
        assert [told.text for told in read.of(*kinds)] == [told.text for told in straight.of(*kinds)]
    lines = text.splitlines()
    for told in read.body:
        assert lines[told.line - 1][told.col - 1:].startswith(told.text.split()[0])
    assert (read.id, read.length, read.stage) == (article.id, "standard", "complete")


@pytest.mark.parametrize("text, sentences", [
    ("# Head\n\n*Stand.*\n\nOne. Two? “Three!” Four at 3.05am. Mr. Five St. Ives.\n",
     ["One.", "Two?", "“Three!”", "Four at 3.05am.", "Mr. Five St. Ives."]),
    ("# Head\n\nNo standfirst here.\n\n---\n\n*Method.*\n", ["No standfirst here."]),
    ("# Head\n\nAn \\*escaped\\* star\nand a second line.\n", ["An *escaped* star and a second line."]),
    ("One by itself, with no headline", ["One by itself, with no headline"]),
    ("# Head\n\n- a list\n\n> a quotation\n\n| a | table |\n\n```\ncode\n```\n", []),
    ("", []), ("---\n", []), ("---\nid: a\n---\n", []),
    ("---\nbroken: [\n---\n# Head\n\nText.\n", ["Text."]), ("\ufeff# Head\r\n\r\nText.\r\n", ["Text."]),
])
def test_markdown_as_far_as_it_can_be_read(text, sentences):
    assert [told.text for told in of_markdown(text, "a.md").body] == sentences


def test_two_sentences_of_one_message_are_two():
    article = written_seat()
    method = of_article(article).of("method")
    assert len(method) > len(article.block("method").sentences)
    for told in method:
        whole = next(s for s in article.block("method").sentences if told.text in s.text)
        cited = {whole.text[start:end] for start, end, _ in whole.spans}
        assert all(told.text[start:end] in cited for start, end, _ in told.spans)


def test_a_stop_within_a_fact_ends_no_sentence():
    assert sentences("He said: No. We won. They lost.", ((9, 20, "note"),)) == [(0, 20), (21, 31)]


def test_a_folder_is_searched_and_the_json_of_a_pair_taken(article, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.json").write_text(FORMATS["json"](article), "utf-8")
    (tmp_path / "in" / "one.md").write_text(FORMATS["markdown"](article), "utf-8")
    (tmp_path / "other.json").write_text('{"name": "package"}', "utf-8")
    (tmp_path / "other.txt").write_text("not read", "utf-8")
    found, passed = read_articles((str(tmp_path),))
    assert [copy.file for copy in found] == [str(tmp_path / "in" / "one.json")]
    assert len(passed) == 2 and any("other.json" in what for what in passed)


def test_the_same_article_twice_is_two(article, tmp_path):
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text(FORMATS["json"](article), "utf-8")
    assert len({copy.id for copy in read_articles((str(tmp_path),))[0]}) == 2


@pytest.mark.parametrize("name, content, said", [
    ("a.json", b"{", "a.json: not an article"), ("a.json", b"[]", "not an article"), ("a.json", b'{"kind": "region"}', "Field required"),
    ("a.md", b"\xff\xfe", "a.md: not UTF-8 at byte 0"), ("a.txt", b"text", "not .json or .md"), ("a.html", b"<p>", "not .json or .md"),
])
def test_a_file_that_is_no_article(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as refused:
        ran("--articles", tmp_path / name)
    assert said in str(refused.value)


def test_all_that_cannot_be_read_is_told_at_once(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as refused:
        ran("--articles", tmp_path / "gone.json", tmp_path / "empty", tmp_path / "a.txt")
    assert len(refused.value.faults) == 3


def test_the_command_prints_findings_and_a_summary(article, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(FORMATS["json"](article), "utf-8")
    done = ran("--articles", path)
    reading = json.loads(ran("--articles", path, "--format", "json").stdout)
    assert reading["articles"] == 1 and reading["variety"] == []
    assert done.exit_code == (4 if any(found["fault"] for found in reading["found"]) else 0)
    listed = [line for line in done.stdout.splitlines() if line.startswith(f"{path}:")]
    assert len(listed) == len(reading["found"])
    assert all(any(line.startswith(f"{path}:{found['line']}:{found['col']} {found['code']} ") for line in listed) for found in reading["found"])
    assert "measure " in done.stdout and "1 article measured" in done.stderr


def test_a_clean_article_ends_with_nought_and_a_planted_word_with_four(tmp_path):
    clean = "# Labour holds Ely\n\n*Nobody else came near, and the count was quick.*\n\n" \
        "The seat stayed as it was, after a night with little to say for itself.\n"
    path = tmp_path / "a.md"
    path.write_text(clean, "utf-8")
    assert ran("--articles", path).exit_code == 0
    path.write_text(clean.replace("stayed as it was", "was swept up"), "utf-8")
    done = ran("--articles", path)
    assert done.exit_code == 4 and f"{path}:5:1 word “swept” is not for the copy" in done.stdout


@pytest.mark.parametrize("asked", [["a.json"], ["--articles"]])
def test_usage(asked):
    assert ran(*asked).exit_code == 2


def test_most_bounds_what_is_printed_and_not_what_is_counted(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Head\n\n" + "\n\n".join(f"It was swept {n} ways." for n in ("one", "two", "three")) + "\n", "utf-8")
    done = ran("--articles", path, "--most", 1)
    assert done.stdout.count(" word “swept”") == 1
    assert len([f for f in json.loads(ran("--articles", path, "--format", "json", "--most", 1).stdout)["found"] if f["code"] == "word"]) == 3


def test_a_house_may_set_its_own_terms(tmp_path):
    path, style = tmp_path / "a.md", tmp_path / "style"
    style.mkdir()
    path.write_text("# Head\n\nit is the office of the lord\n\nit is the office of the lord\n", "utf-8")
    assert " phrase " in ran("--articles", path).stdout
    (style / "fixed_terms.toml").write_text('terms = ["the office of the lord"]\n', "utf-8")
    assert " phrase " not in ran("--articles", path, "--stylebook", style).stdout
