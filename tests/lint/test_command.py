"""`autobrief lint --text`, as a sub-editor runs it."""

import json

from click.testing import CliRunner

from autobrief.cli import group


def run(*given, stdin=None):
    return CliRunner().invoke(group, ["lint", *map(str, given)], input=stdin)


def test_a_file_with_a_fault_and_one_without(tmp_path):
    bad, good = tmp_path / "bad.md", tmp_path / "good.md"
    bad.write_text("# Labour holds\n\nIt was a 8-point swing.\n", "utf-8")
    good.write_text("It was an 8-point swing.\n", "utf-8")
    told = run("--text", bad)
    assert (told.exit_code, told.stdout) == (4, f"{bad}:3:8 article write “an 8-point”\n")
    assert run("--text", good).exit_code == 0
    assert run("--text", bad, "--text", good).stderr.startswith("2 files looked through, 1 fault")


def test_stdin_json_and_style():
    told = run("--text", "-", "--format", "json", stdin="Labour won by -3 votes.\n")
    assert told.exit_code == 4
    assert [(f["file"], f["line"], f["col"], f["code"]) for f in json.loads(told.stdout)] == [("stdin", 1, 15, "direction")]
    assert run("--text", "-", stdin="The Tories won.\n").exit_code == 0
    assert "style-party" in run("--text", "-", "--style", stdin="The Tories won.\n").stdout


def test_what_cannot_be_read_is_told(tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"one\ntw\xff\n")
    assert "Error" not in run("--text", odd).stderr and run("--text", odd).exception is not None
    assert run("--style").exit_code == 2


def test_a_house_has_its_own_words(tmp_path):
    (tmp_path / "text_lint.toml").write_text('banned = ["plum"]\n', "utf-8")
    assert "style-word" in run("--text", "-", "--style", "--stylebook", tmp_path, stdin="It was a plum seat.\n").stdout
    (tmp_path / "text_lint.toml").write_text('baned = ["plum"]\n', "utf-8")
    assert run("--text", "-", "--stylebook", tmp_path, stdin="It won.\n").exception is not None
