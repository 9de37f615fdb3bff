"""What a watch writes, keeps, says and leaves alone."""

import json
import shutil
import signal
import subprocess
import sys

import pytest
from feeding import declared, feed, moved_votes, put
from watching import WATCH, Running, command, events, histories, once, store_of, until, written

from autobrief.live.files import Folder

pytest.importorskip("watchfiles")
TELFORD = "E14000989"
NIGHT = declared("ge2019", "west-midlands")
SHROPSHIRE = ("--region", "shropshire", "--election", "ge2019")


def seats(*codes):
    return [each for each in NIGHT if each[0] in codes]


def contents(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.md")}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A feed with ten seats declared, Telford not among them, and what a first watch made of it."""
    place = tmp_path_factory.mktemp("first")
    put(place / "feed.csv", [each for each in NIGHT if each[0] != TELFORD][:10])
    once(place / "feed.csv", place / "articles")
    return place


@pytest.fixture
def at(first, tmp_path):
    """The first watch's feed, folder and store, to go on from."""
    shutil.copytree(first, tmp_path, dirs_exist_ok=True)
    return tmp_path / "feed.csv", tmp_path / "articles"


def standfirst(source) -> str:
    """As the region's article has it, from the feed as it stands."""
    return json.loads(written(source, "--region", "west-midlands", "--format", "json"))["standfirst"]


def add(source, *codes):
    put(source, [each for each in NIGHT if each[0] != TELFORD][:10] + seats(*codes))


def test_the_files_are_what_write_makes_of_the_same_feed(at):
    source, folder = at
    found = contents(folder)
    assert len(found) == 59 + 3
    assert found["ge2019/region/west-midlands.md"] == written(source, "--region", "west-midlands")
    assert found["ge2019/region/united-kingdom.md"] == written(source, "--uk")
    assert found[f"ge2019/seat/{TELFORD}.md"] == written(source, "--seat", "Telford")


def test_one_declaration_moves_its_seat_its_regions_and_the_country_and_nothing_else(at):
    source, folder = at
    before = contents(folder)
    add(source, TELFORD)
    done = once(source, folder)
    after = contents(folder)
    moved = {name for name in after if after[name] != before[name]}
    assert moved == {f"ge2019/seat/{TELFORD}.md", *(f"ge2019/region/{r}.md" for r in ("shropshire", "west-midlands", "united-kingdom"))}
    assert "Telford: Conservative hold, 10,941" in done.stdout and " sentences changed" in done.stdout
    for name in moved:
        history = histories(folder)[name.removesuffix(".md")]
        assert len(history) == 2 and history[-1].cause == "Telford: Conservative hold, 10,941"


def test_a_new_start_on_the_same_feed_makes_no_version_and_touches_no_file(at):
    source, folder = at
    versions, stats = histories(folder), {path: path.stat().st_mtime_ns for path in folder.rglob("*.md")}
    assert once(source, folder).stdout == ""
    assert histories(folder) == versions and {path: path.stat().st_mtime_ns for path in folder.rglob("*.md")} == stats


def test_a_file_that_is_gone_is_written_again_from_its_version(at):
    source, folder = at
    path = folder / "ge2019/region/shropshire.md"
    was = path.read_bytes()
    path.unlink()
    assert "file written again from version 1" in once(source, folder).stdout
    assert path.read_bytes() == was and len(histories(folder)["ge2019/region/shropshire"]) == 1


def test_what_a_killed_process_left_half_written_is_cleared_away(at):
    source, folder = at
    left = folder / "ge2019/region/.shropshire.md.unfinished"
    left.write_text("half")
    once(source, folder)
    assert not left.exists()


def test_events_as_json_lines(at):
    source, folder = at
    add(source, TELFORD)
    found = events(once(source, folder, *WATCH, "--format", "json"))
    rewrites = {each["article"]: each for each in found if each["event"] == "rewrite"}
    assert set(rewrites) == {f"ge2019/seat/{TELFORD}", *(f"ge2019/region/{r}" for r in ("shropshire", "west-midlands", "united-kingdom"))}
    midlands = rewrites["ge2019/region/west-midlands"]
    assert midlands["number"] == 2 and 0 < midlands["changed"] <= midlands["sentences"]
    assert midlands["seats"] and midlands["files"] == [str(folder / "ge2019/region/west-midlands.md")]


def test_every_format_that_is_asked_for(tmp_path):
    put(tmp_path / "feed.csv", seats(TELFORD))
    once(tmp_path / "feed.csv", tmp_path / "a", *SHROPSHIRE, "--no-seats", "--as", "html", "--as", "json", "--as", "text")
    found = sorted(path.name for path in (tmp_path / "a/ge2019/region").iterdir())
    assert found == ["shropshire.html", "shropshire.json", "shropshire.txt"]
    assert json.loads((tmp_path / "a/ge2019/region/shropshire.json").read_text())["id"] == "ge2019/region/shropshire"


def test_an_editors_words_stay_and_the_rest_follows(at):
    source, folder = at
    path = folder / "ge2019/region/west-midlands.md"
    text, ten = path.read_text("utf-8"), standfirst(source)
    assert f"\n*{ten}*\n" in text
    path.write_text(text.replace("\n---\n\n*", "\nOur reporter was there.\n\n---\n\n*", 1), "utf-8")
    add(source, TELFORD)
    done = once(source, folder, code=0)
    merged = path.read_text("utf-8")
    assert "Our reporter was there." in merged and "merged" in done.stderr
    assert f"\n*{standfirst(source)}*\n" in merged and ten not in merged
    newest = histories(folder)["ge2019/region/west-midlands"][-1]
    assert newest.number == 2 and f'version: "{newest.digest}"' in merged
    add(source, TELFORD, "E14000992")
    once(source, folder)
    assert "Our reporter was there." in path.read_text("utf-8") and f"\n*{standfirst(source)}*\n" in path.read_text("utf-8")


def test_a_file_saved_while_it_is_written_is_looked_at_again(tmp_path):
    folder = Folder(tmp_path)
    folder.write("a/b", "markdown", b"one", None)
    (tmp_path / "a/b.md").write_bytes(b"a person's")
    assert folder.write("a/b", "markdown", b"two", b"one") is None
    assert (tmp_path / "a/b.md").read_bytes() == b"a person's" and not list(tmp_path.rglob("*.unfinished"))
    assert folder.write("a/b", "markdown", b"two", b"a person's") == tmp_path / "a/b.md"
    folder.close()


def test_an_edited_figure_that_is_overtaken_is_kept_and_flagged(at):
    source, folder = at
    path = folder / "ge2019/region/west-midlands.md"
    text = path.read_text("utf-8")
    whole = f"\n*{standfirst(source)}*\n"
    assert whole in text
    path.write_text(text.replace(whole, "\n*Just ten of the 59 seats have come in.*\n"), "utf-8")
    add(source, TELFORD)
    done = once(source, folder, code=3)
    assert "Just ten of the 59 seats have come in." in path.read_text("utf-8")
    assert "look: " in done.stderr and "Just ten" in done.stderr


def test_an_edited_file_that_cannot_be_merged_is_left_and_said_to_be(tmp_path):
    source, folder = tmp_path / "feed.csv", tmp_path / "a"
    put(source, seats("E14000992"))
    asked = (*SHROPSHIRE, "--no-seats", "--as", "html")
    once(source, folder, *asked)
    path = folder / "ge2019/region/shropshire.html"
    path.write_text(path.read_text("utf-8") + "<!-- mine -->", "utf-8")
    was = path.read_bytes()
    put(source, seats("E14000992", TELFORD))
    assert "left" in once(source, folder, *asked, code=3).stderr
    assert path.read_bytes() == was and len(histories(folder)["ge2019/region/shropshire"]) == 2


def test_a_corrected_figure_is_a_correction_and_an_alert(at):
    source, folder = at
    add(source, TELFORD)
    once(source, folder)
    (code, rows), = seats(TELFORD)
    put(source, [*(each for each in NIGHT if each[0] != TELFORD)][:10] + [(code, rows), (code, moved_votes(rows, 100))])
    done = once(source, folder, *WATCH, "--format", "json")
    text = (folder / f"ge2019/seat/{TELFORD}.md").read_text("utf-8")
    assert "11,041" in text and "10,941" in text
    alerts = [each for each in events(done) if each["event"] == "alert"]
    # A new start cannot know what was declared before but from the versions, and those say it in the article.
    assert not [each for each in alerts if each["kind"] == "held_row"]


def test_held_rows_are_listed_and_the_rest_goes_on(at):
    source, folder = at
    text = source.read_text() + "E14000989,Nobody At All,Conservative,100,2019-12-13T02:00:00+00:00,declared,,1\n"
    source.write_text(text)
    done = once(source, folder, *WATCH, "--format", "json", code=3)
    held = [each for each in events(done) if each["event"] == "held"]
    assert held and held[0]["seat"] == TELFORD and "Nobody At All" in held[0]["reason"]
    assert [each["kind"] for each in events(done) if each["event"] == "alert"] == ["held_row"] * len(held)
    assert done.stderr.count("Nobody At All") == 1


def test_a_rehearsal_has_its_own_place_and_is_never_approved(tmp_path):
    source, folder = tmp_path / "Test_feed.csv", tmp_path / "a"
    (code, rows), = seats(TELFORD)
    put(source, [(code, tuple((row[0], f"{row[1]} Test", *row[2:]) for row in rows))])
    once(source, folder, *SHROPSHIRE, "--no-seats")
    assert [str(path.relative_to(folder)) for path in folder.rglob("*.md")] == ["rehearsal/ge2019/region/shropshire.md"]
    done = subprocess.run([sys.executable, "-m", "autobrief", "approve", "rehearsal/ge2019/region/shropshire", "--store", store_of(folder)],
                          capture_output=True, text=True)
    assert done.returncode == 2 and "never approved" in done.stderr


@pytest.mark.parametrize("how, more", [(signal.SIGTERM, ()), (signal.SIGINT, ("--poll", "0.1"))])
def test_it_follows_until_it_is_ended(tmp_path, how, more):
    source, folder = tmp_path / "feed.csv", tmp_path / "a"
    put(source, seats("E14000992"))
    running = Running(source, folder, *SHROPSHIRE, *more).ready()
    put(source, seats("E14000992", TELFORD))
    until(lambda: "Telford: Conservative hold, 10,941. Shropshire: " in running.said(), "the line on Telford")
    with open(source, "a") as appended:
        appended.write("".join(feed(seats("E14000926")).partition("\n")[2]))
    until(lambda: "Shrewsbury and Atcham: Conservative hold" in running.said(), "the line on Shrewsbury")
    assert running.end(how) == 0
    assert "Traceback" not in running.said()
    assert (folder / "ge2019/region/shropshire.md").read_bytes() == written(source, "--region", "shropshire")


def test_a_folder_of_results_is_followed_too(tmp_path):
    source, folder = tmp_path / "results", tmp_path / "a"
    source.mkdir()
    put(source / "1.csv", seats("E14000992"))
    running = Running(source, folder, *SHROPSHIRE).ready()
    put(source / "2.csv", seats(TELFORD))
    until(lambda: "Telford: Conservative hold, 10,941" in running.said(), "the line on Telford")
    assert running.end(signal.SIGTERM) == 0


def test_two_watches_into_one_folder_are_refused_and_into_two_share_a_store(tmp_path):
    source, folder = tmp_path / "feed.csv", tmp_path / "a"
    put(source, seats("E14000992"))
    first = Running(source, folder, *SHROPSHIRE).ready()
    refused = subprocess.run(command(source, folder, *SHROPSHIRE), capture_output=True, text=True, timeout=60)
    assert refused.returncode == 2 and "another process writes into" in refused.stderr
    other = Running(source, tmp_path / "b", *SHROPSHIRE, "--store", store_of(folder)).ready()
    for n in range(1, 4):
        put(source, seats("E14000992", *[code for code, _ in declared("ge2019", "west-midlands") if code in (TELFORD, "E14000926", "E14000799")][:n]))
        until(lambda n=n: all(len(histories(folder)["ge2019/region/shropshire"]) >= n + 1 for _ in "1"), f"version {n + 1}")
    both = [path / "ge2019/region/shropshire.md" for path in (folder, tmp_path / "b")]
    until(lambda: both[0].read_bytes() == both[1].read_bytes() == written(source, "--region", "shropshire"), "both folders alike")
    assert [first.end(signal.SIGTERM), other.end(signal.SIGTERM)] == [0, 0]
    for history in histories(folder).values():
        assert len({v.digest for v in history}) == len(history)


def test_nothing_to_follow_is_a_mistake_that_says_what_next(tmp_path):
    put(tmp_path / "feed.csv", [])
    assert "--region" in once(tmp_path / "feed.csv", tmp_path / "a", "--election", "ge2019", code=2).stderr
    assert "no such file" in once(tmp_path / "none.csv", tmp_path / "a", *SHROPSHIRE, code=4).stderr
    assert "did you mean" in once(tmp_path / "feed.csv", tmp_path / "a", "--region", "Shropshyr", "--election", "ge2019", code=2).stderr \
        or (tmp_path / "a").exists()


def test_an_editors_notes_go_into_the_articles_that_they_belong_to(at, tmp_path):
    source, folder = at
    add(source, TELFORD)
    notes = tmp_path / "notes.toml"
    notes.write_text('byline = "By our own desk"\n\n[[quotation]]\ntext = "I sat in the car first."\nwho = "A Telford voter"\nseat = "Telford"\n\n'
                     '[[legal]]\nflag = "a complaint"\nseat = "The Wrekin"\n\n'
                     '[[quotation]]\ntext = "Nobody asked."\nwho = "A Kent voter"\nseat = "Ashford"\n', "utf-8")
    done = once(source, folder, *WATCH, "--notes", notes, code=3)
    said = "I sat in the car first"
    for article in (f"seat/{TELFORD}", "region/shropshire", "region/united-kingdom"):
        assert said in (folder / f"ge2019/{article}.md").read_text("utf-8"), article
    wrekin = (folder / "ge2019/seat/E14000992.md").read_text("utf-8")
    assert said not in wrekin
    assert "By our own desk" in wrekin
    assert "ge2019/seat/E14000992: held: a complaint" in done.stderr
    assert histories(folder)["ge2019/seat/E14000992"][-1].state == "held"
    assert histories(folder)[f"ge2019/seat/{TELFORD}"][-1].state == "draft"
    assert (folder / "ge2019/region/shropshire.md").read_bytes() == written(source, "--region", "shropshire", "--notes", str(notes), code=3)
    # With the country followed, Kent's voter has a place too.
    assert "not used" not in done.stderr
    other = once(source, tmp_path / "b", "--seat", "Telford", "--election", "ge2019", "--notes", notes)
    assert "notes.toml:12: not used" in other.stderr and "notes.toml:8: not used" in other.stderr
    assert once(source, folder, *WATCH, "--notes", notes, "--format", "json").stdout == ""


def test_a_fault_in_the_notes_is_told_before_anything_is_written(at, tmp_path):
    source, folder = at
    notes = tmp_path / "notes.toml"
    notes.write_text('[[quotation]]\ntext = "Well."\nwho = "A voter"\nseat = "Telfrod"\n', "utf-8")
    done = once(source, folder, *WATCH, "--notes", notes, code=4)
    assert "notes.toml:4" in done.stderr and "Telford" in done.stderr
