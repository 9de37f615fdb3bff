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
    odd.write_bytes(b"one\ntw\0o\n")
    assert "binary" in str(run("--text", odd).exception)
    odd.write_bytes(b"\n")
    assert "nothing to look through" in str(run("--text", odd).exception)
    assert "No such file" in str(run("--text", tmp_path / "none").exception)


def test_columns_count_letters_after_names_with_accents_line_ends_of_windows_and_a_mark_of_byte_order(tmp_path):
    text = tmp_path / "text.txt"
    text.write_bytes("\ufeffSinn Féin held Ynys Môn by a 8-point swing.\r\n\r\nIt was the the end.\r\n".encode())
    assert run("--text", text).stdout.splitlines() == [
        f"{text}:1:28 article write “an 8-point”", f"{text}:3:12 doubled-word “the the”: take one out"]


def test_a_passage_of_any_length_keeps_its_columns():
    line = "Labour held the seat. " * 400 + "It was a 8-point swing, she said, and (as ever) it was close."
    told = run("--text", "-", stdin=line + "\n").stdout.splitlines()
    assert f"stdin:1:{line.index('a 8-point') + 1} article write “an 8-point”" in told


def test_a_house_has_its_own_words(tmp_path):
    (tmp_path / "text_lint.toml").write_text('banned = ["plum"]\n', "utf-8")
    assert "style-word" in run("--text", "-", "--style", "--stylebook", tmp_path, stdin="It was a plum seat.\n").stdout
    (tmp_path / "text_lint.toml").write_text('baned = ["plum"]\n', "utf-8")
    assert run("--text", "-", "--stylebook", tmp_path, stdin="It won.\n").exception is not None
