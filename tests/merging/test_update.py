"""`autobrief update` on real files: its base, its exit codes, what it leaves alone."""

import json
import os

import pytest
import yaml
from articles import the_stylebook, written
from click.testing import CliRunner
from merging.documents import THREE, altered, more, number, told

from autobrief import updating
from autobrief.cli import group
from autobrief.errors import AutobriefError
from autobrief.sources.articles import base_beside

NIGHT = ("--region", "midlands", "--election", "ge2019")
LATER = THREE | {"as_of": "2019-12-13T03:30"}
EDIT = (told("defector_lost/E14000865"), more(told("defector_lost/E14000865")))
OVERTAKEN = (told("lead"), more(told("lead")))


def run(*arguments):
    result = CliRunner().invoke(group, [str(each) for each in arguments], standalone_mode=True)
    if isinstance(result.exception, AutobriefError):
        return result.exception.exit_code, "", "\n".join((*result.exception.faults, result.exception.hint))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "article.md"
    assert run("write", *NIGHT, "--as-of", "2019-12-13T03:00", "-o", path)[0] == 0
    return path


def edit(path, *changes):
    text = path.read_text("utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    path.write_text(text, "utf-8")


def front(path):
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def test_an_edited_file_is_updated_in_place_and_another_update_does_nothing(file):
    edit(file, EDIT)
    code, out, said = run("update", file, "--as-of", "2019-12-13T03:30")
    assert (code, out) == (0, "")
    text = file.read_text("utf-8")
    assert EDIT[1] in text and told("lead", LATER) in text
    line = next(n for n, each in enumerate(text.split("\n"), 1) if EDIT[1] in each)
    assert f"article.md:{line}: kept, edited: {EDIT[1][:60]}" in said
    assert "nothing waits for you" in said
    before = file.stat()
    code, _, said = run("update", file, "--as-of", "2019-12-13T03:30")
    assert code == 0 and "nothing to update" in said
    assert file.read_text("utf-8") == text and file.stat().st_mtime_ns == before.st_mtime_ns
    assert os.listdir(file.parent) == ["article.md"]


def test_three_updates_in_a_row_end_as_one_does(file):
    edit(file, EDIT, OVERTAKEN)
    once = file.read_text("utf-8")
    for hour in ("2019-12-13T03:30", "2019-12-13T05:00"):
        assert run("update", file, "--as-of", hour)[0] == 3
    assert run("update", file)[0] == 3
    thrice = file.read_text("utf-8")
    file.write_text(once, "utf-8")
    assert run("update", file)[0] == 3
    assert all(mine in text.split("---\n", 2)[2] for mine in (EDIT[1], OVERTAKEN[1]) for text in (file.read_text("utf-8"), thrice))
    for waiting in (front(file)["waiting"], yaml.safe_load(thrice.split("---\n")[1])["waiting"]):
        assert (OVERTAKEN[1], 3, 16) in {(each["text"], number(each["was"]), number(each["now"])) for each in waiting}


def test_what_waits_ends_with_3_until_it_is_taken_out(file):
    edit(file, OVERTAKEN)
    assert run("update", file, "--as-of", "2019-12-13T03:30")[0] == 3
    code, _, said = run("update", file, "--as-of", "2019-12-13T03:30")
    waiting, = front(file)["waiting"]
    assert code == 3 and f"{waiting['was']} is now {waiting['now']}" in said
    assert (waiting["text"], waiting["why"], waiting["fact"]) == (OVERTAKEN[1], "overtaken", "ge2019/region/midlands/gains/con")
    assert (number(waiting["was"]), number(waiting["now"])) == (3, 6)
    file.write_text("\n".join(line for line in file.read_text("utf-8").split("\n") if not line.startswith("waiting:")), "utf-8")
    assert run("update", file, "--as-of", "2019-12-13T03:30")[0] == 0


def test_a_dry_run_changes_nothing_and_prints_the_merged_file(file):
    edit(file, EDIT)
    before = file.read_text("utf-8")
    code, out, _ = run("update", file, "--as-of", "2019-12-13T03:30", "--dry-run")
    assert code == 0 and EDIT[1] in out and told("lead", LATER) in out
    assert file.read_text("utf-8") == before


def test_json_says_what_was_taken_kept_and_flagged(file):
    edit(file, EDIT, OVERTAKEN)
    code, out, _ = run("update", file, "--as-of", "2019-12-13T03:30", "--format", "json")
    said = json.loads(out)
    assert code == 3 and said["written"] and said["before"] != said["after"]
    assert {each["what"] for each in said["taken"]} == {"changed", "new", "left out"}
    assert [each["what"] for each in said["kept"]] == ["edited", "edited"]
    assert [(number(each["was"]), number(each["now"])) for each in said["flagged"]] == [(3, 6)]


@pytest.mark.parametrize("kind", ["json", "markdown"])
def test_a_base_that_cannot_be_written_again_is_asked_for_and_taken(file, tmp_path, kind):
    """As when the stylebook has changed since."""
    house = tmp_path / "house"
    (house / "templates/prose").mkdir(parents=True)
    (house / "templates/prose/so_far_seats.j2").write_text(
        '{# Seats so far. #}\nIn what is in, {{ leader }} {{ leader | verb("has", "have") }} {{ leader_seats }}; '
        '{{ others | each("has", "have") }}.\n', "utf-8")
    base = tmp_path / ("base.json" if kind == "json" else "base.md")
    assert run("write", *NIGHT, "--as-of", "2019-12-13T03:00", "-o", base, "--format", kind)[0] == 0
    edit(file, EDIT)
    before = file.read_text("utf-8")
    code, _, said = run("update", file, "--as-of", "2019-12-13T03:30", "--stylebook", house)
    assert code == 4 and "was made from version" in said and "--base FILE" in said
    assert file.read_text("utf-8") == before
    code, _, said = run("update", file, "--as-of", "2019-12-13T03:30", "--stylebook", house, "--base", base)
    assert code == 0, said
    text = file.read_text("utf-8")
    assert EDIT[1] in text and "In what is in, " in text and told("so_far_seats/seats", LATER) not in text


def test_another_version_is_no_base(file, tmp_path):
    other = tmp_path / "other.json"
    run("write", *NIGHT, "--as-of", "2019-12-13T02:00", "-o", other, "--format", "json")
    code, _, said = run("update", file, "--base", other)
    assert code == 4 and "give the version that the file was made from" in said


def test_an_hour_before_its_own_is_refused(file):
    code, _, said = run("update", file, "--as-of", "2019-12-13T02:30")
    assert code == 2 and "is before that" in said


@pytest.mark.parametrize("text, complaint", [("# A page\n\nof somebody's.\n", ":1: no front matter"), ("---\nid: x\n---\n", ":1: no front matter")])
def test_a_file_that_is_none_of_ours_is_told_so(tmp_path, text, complaint):
    path = tmp_path / "page.md"
    path.write_text(text, "utf-8")
    code, _, said = run("update", path)
    assert code == 4 and complaint in said


def test_a_file_that_is_not_utf_8_is_told_by_line(file):
    file.write_bytes(file.read_bytes().replace(b"Chris Leslie", b"Chris L\xe9slie"))
    code, _, said = run("update", file)
    assert code == 4 and "article.md:" in said and "not UTF-8" in said


def test_line_ends_mark_and_permissions_are_kept(file):
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    file.chmod(0o640)
    assert run("update", file, "--as-of", "2019-12-13T03:30")[0] == 0
    found = file.read_bytes()
    assert found.startswith(b"\xef\xbb\xbf---\r\n") and found.count(b"\n") == found.count(b"\r\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_saved_meanwhile_is_left_alone(file, monkeypatch):
    merging = updating.merge

    def slowly(*given):
        merged = merging(*given)
        file.write_text(file.read_text("utf-8") + "\nSaved meanwhile.\n", "utf-8")
        return merged
    monkeypatch.setattr(updating, "merge", slowly)
    code, _, said = run("update", file, "--as-of", "2019-12-13T03:30")
    assert code == 4 and "was saved by somebody" in said
    assert file.read_text("utf-8").endswith("Saved meanwhile.\n") and os.listdir(file.parent) == ["article.md"]


def test_corrections_stand_in_the_file_and_in_the_next_update(file, monkeypatch):
    """A seat's figures are altered between updates, twice: both corrections stand, and the base is kept beside the file."""
    at_three = written(region="midlands", election="ge2019", as_of="2019-12-13T03:00")[0]
    results = [altered(at_three, 1, add) for add in (1000, 2500)]
    for assigned in results:
        monkeypatch.setattr(updating, "assignment", lambda *_, assigned=assigned, **asked:
                            assigned if asked["as_of"] == "2019-12-13T03:05" else at_three)
        assert run("update", file, "--as-of", "2019-12-13T03:05")[0] == 0
        monkeypatch.undo()
    text = file.read_text("utf-8")
    assert text.count("*Correction, 13 December 2019: the majority in Aldridge-Brownhills is 18,836, not 19,836.*") == 1
    assert text.count("*Correction, 13 December 2019: the majority in Aldridge-Brownhills is 17,336, not 18,836.*") == 1
    assert text.index("*Correction") < text.index(told("lead"))
    kept = json.loads(base_beside(str(file)).read_text("utf-8"))
    assert [(each["what"], each["was"], each["is"], each["top"]) for each in kept["corrections"]][::2] == [
        ("majority", "19,836", "18,836", True), ("majority", "18,836", "17,336", True)]
    assert the_stylebook()


def feed(path, seats: dict[str, dict]):
    """A feed of these seats as they were in 2019, with other votes where given: seat -> party -> votes."""
    rows = ["seat,candidate,party,votes,declared,revision"]
    for contest in written(region="midlands", election="ge2019")[0].contests:
        votes = seats.get(contest.name)
        for each in contest.candidacies if votes is not None else ():
            revision = 2 if votes else 1
            number = votes.get(each.party.id, each.votes)
            rows.append(f"{contest.seat},{each.person.name},{each.party.name},{number},{contest.declared.isoformat()},{revision}")
    path.write_text("\n".join(rows) + "\n", "utf-8")


def test_a_feed_that_corrects_itself_between_updates(tmp_path):
    results, file = tmp_path / "results.csv", tmp_path / "midlands.md"
    feed(results, {"Bolsover": {}, "Ashfield": {}})
    assert run("write", *NIGHT, "--results", results, "-o", file)[0] == 0
    assert base_beside(str(file)).is_file()
    text = file.read_text("utf-8")
    first = next(line for line in text.split("\n") if line.startswith("# "))
    file.write_text(text.replace(first, "# Bolsover falls at last"), "utf-8")
    feed(results, {"Bolsover": {"lab": 16000}, "Ashfield": {}, "Telford": {}})
    code, _, said = run("update", file, "--results", results)
    assert code in (0, 3), said
    text = file.read_text("utf-8")
    assert "\n# Bolsover falls at last\n" in text and "Lucy Allan" in text
    majority = "the majority in Bolsover is 5,791, not 5,299.*"
    assert text.count(majority) == 1
    assert run("update", file, "--results", results)[0] == code
    assert file.read_text("utf-8") == text
    feed(results, {"Bolsover": {"lab": 16000}, "Ashfield": {}, "Telford": {}, "Amber Valley": {}})
    assert run("update", file, "--results", results)[0] == code
    text = file.read_text("utf-8")
    assert text.count(majority) == 1 and "Nigel Mills" in text and "\n# Bolsover falls at last\n" in text


def test_without_the_base_beside_it_an_article_from_a_feed_that_moved_asks_for_one(tmp_path):
    results, file = tmp_path / "results.csv", tmp_path / "midlands.md"
    feed(results, {"Bolsover": {}})
    run("write", *NIGHT, "--results", results, "-o", file)
    base_beside(str(file)).unlink()
    assert run("update", file, "--results", results)[0] == 0
    feed(results, {"Bolsover": {}, "Ashfield": {}})
    code, _, said = run("update", file, "--results", results)
    assert code == 4 and "--base FILE" in said


def test_a_file_of_a_watch_is_updated_from_the_base_in_its_store(tmp_path):
    """Telford is corrected in the feed while an editor has the watch's file: the base is the version that the store keeps."""
    pytest.importorskip("sqlalchemy")
    results, kept = tmp_path / "results.csv", tmp_path / "kept.sqlite"
    feed(results, {"Telford": {}, "The Wrekin": {}})
    asked = ("watch", results, "--region", "shropshire", "--no-seats", "--election", "ge2019", "-o", tmp_path, "--store", kept, "--once")
    assert run(*asked)[0] == 0
    file = tmp_path / "ge2019/region/shropshire.md"
    text = file.read_text("utf-8")
    first = next(line for line in text.split("\n") if line.startswith("# "))
    mine = tmp_path / "mine.md"
    mine.write_text(text.replace(first, "# The marches declare"), "utf-8")
    feed(results, {"Telford": {"lab": 14700}, "The Wrekin": {}})
    assert run("watch", *asked[1:])[0] == 0
    # Nothing else can give the base: the feed has moved on, and no copy stands beside the file.
    code, _, said = run("update", mine, "--results", results)
    assert code == 4 and "--store" in said
    code, _, said = run("update", mine, "--results", results, "--store", tmp_path / "none.sqlite")
    assert code == 4 and "there is no store" in said
    code, _, said = run("update", mine, "--results", results, "--store", kept)
    assert code in (0, 3), said
    text = mine.read_text("utf-8")
    assert "# The marches declare" in text and text.count("the majority in Telford is 10,846, not 10,941.*") == 1
    assert run("update", mine, "--results", results, "--store", kept)[0] == code and mine.read_text("utf-8") == text
    # A version that the store does not have is told so.
    base_beside(str(mine)).unlink()
    code, _, said = run("update", mine, "--results", results, "--store", kept)
    assert code == 0 or "has no such version" in said
