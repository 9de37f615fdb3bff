"""The file of targets and its secrets: every fault by name, and no secret anywhere but where it belongs."""

import subprocess
import sys
from datetime import datetime

import pytest
from full import full_article

pytest.importorskip("httpx")
from autobrief import formats  # noqa: E402
from autobrief.cms import secrets, settings  # noqa: E402
from autobrief.cms.handing import before_close  # noqa: E402
from autobrief.cms.targets import target  # noqa: E402
from autobrief.errors import InputError, Refused, UnknownName  # noqa: E402
from autobrief.record.shelf import Shelf  # noqa: E402

GOOD = """[targets.site]
kind = "wordpress"
url = "https://news.example/"
user = "autobrief"
secret = "env:SITE_SECRET"
categories = ["Elections"]
patience = 30

[targets.outbox]
kind = "folder"
path = "outbox"

[targets.desk]
kind = "drop"
path = "in"
format = "ninjs"
"""


@pytest.fixture
def file(tmp_path):
    def write(text: str):
        path = tmp_path / "targets.toml"
        path.write_text(text)
        return path
    return write


def test_a_good_file(file, tmp_path, monkeypatch):
    found = settings.read(file(GOOD))
    assert found["site"].url == "https://news.example" and found["site"].once().categories == ("Elections",)
    assert target("outbox", None, tmp_path / "targets.toml").place.name == "outbox"
    assert target("desk", None, tmp_path / "targets.toml").format_name == "ninjs"
    assert target("desk", "atom", tmp_path / "targets.toml").format_name == "atom"
    with pytest.raises(Refused):
        target("outbox", "atom", tmp_path / "targets.toml")


@pytest.mark.parametrize("was, now, says", [
    ('kind = "wordpress"', 'kind = "wordpres"', "targets.site: 'wordpres' is not known; did you mean wordpress?"),
    ('kind = "wordpress"\n', "", "targets.site: no kind; kind is one of folder, drop, wordpress"),
    ('user = "autobrief"', 'usr = "autobrief"', "targets.site: 'usr' is not known; did you mean user?"),
    ('user = "autobrief"\n', "", "targets.site: user is missing"), ("patience = 30", 'patience = "long"', "targets.site.patience: "),
    ('secret = "env:SITE_SECRET"', 'secret = "hunter2 hunter2"', "targets.site.secret: write secret ="),
    ('secret = "env:SITE_SECRET"', 'password = "hunter2 hunter2"\nsecret = "env:X"', "'password' is not known"),
    ("https://news.example/", "https://me:hunter2@news.example/", "a password has no place in it"),
    ("https://news.example/", "news.example", "give an address with http:// or https://"),
    ("[targets.desk]", "[target.desk]", "did you mean targets?"),
    ('"Elections"', "7", "targets.site.categories.0: "), ("[targets.site]", "[targets.site", "not TOML"), ('"Elections"', '"hunter2', "not TOML")])
def test_each_fault_is_named_and_no_value_repeated(file, was, now, says):
    path = file(GOOD.replace(was, now))
    with pytest.raises(InputError) as found:
        settings.read(path)
    assert says in str(found.value) and "hunter2" not in str(found.value) and str(path) in str(found.value)


def test_all_faults_at_once(file):
    with pytest.raises(InputError) as found:
        settings.read(file(GOOD.replace("user", "usr").replace('"folder"', '"foldr"').replace("https:", "htps:")))
    assert len(found.value.faults) == 4, found.value.faults


def test_a_target_that_is_not_in_the_file(file):
    with pytest.raises(UnknownName) as found:
        target("siet", None, file(GOOD))
    assert "did you mean site?" in str(found.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError) as found:
        target("site", None, tmp_path / "gone.toml")
    assert "gone.toml" in str(found.value)


# Secrets -----------------------------------------------------------------------------------------

def test_a_secret_from_the_environment_and_from_a_file_of_one_s_own(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_SECRET", "abcd efgh\n")
    path = tmp_path / "secret"
    path.write_text("ijkl mnop\r\n")
    path.chmod(0o600)
    assert secrets.secret("env:SITE_SECRET", "site") == "abcd efgh" and secrets.secret(f"file:{path}", "site") == "ijkl mnop"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_file_that_others_may_read_is_refused(tmp_path, mode):
    path = tmp_path / "secret"
    path.write_text("hunter2")
    path.chmod(mode)
    with pytest.raises(InputError) as found:
        secrets.secret(f"file:{path}", "site")
    assert f"{mode:04o}" in str(found.value) and "chmod 600" in str(found.value) and "hunter2" not in str(found.value)


@pytest.mark.parametrize("told, says", [("env:NOT_SET_ANYWHERE", "which is not set"), ("file:/nowhere/at/all", "No such file")])
def test_a_secret_that_is_not_there(told, says):
    with pytest.raises(InputError) as found:
        secrets.secret(told, "site")
    assert says in str(found.value) and "site" in str(found.value)


@pytest.mark.parametrize("content", ["", "\n", "two\nlines", "über"])
def test_a_secret_that_can_be_none(tmp_path, content):
    path = tmp_path / "secret"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(InputError) as found:
        secrets.secret(f"file:{path}", "site")
    assert "über" not in str(found.value)


def test_a_secret_from_the_keyring(monkeypatch):
    keyring = pytest.importorskip("keyring")
    monkeypatch.setattr(keyring, "get_password", lambda service, user: {"autobrief": "abcd"}.get(service))
    assert secrets.secret("keyring:autobrief/desk", "site") == "abcd"
    with pytest.raises(InputError) as found:
        secrets.secret("keyring:other/desk", "site")
    assert "keyring set other desk" in str(found.value)


# On the command line -----------------------------------------------------------------------------

def run(tmp_path, *arguments):
    return subprocess.run([sys.executable, "-m", "autobrief", "publish", *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120)


def test_faults_of_the_file_end_with_4_and_unknown_targets_with_2(tmp_path):
    (tmp_path / "targets.toml").write_text(GOOD.replace("user", "usr"))
    done = run(tmp_path, "--seat", "Bolsover", "--to", "site")
    assert done.returncode == 4 and "'usr' is not known; did you mean user?" in done.stderr
    (tmp_path / "targets.toml").write_text(GOOD)
    assert run(tmp_path, "--seat", "Bolsover", "--to", "sight").returncode == 2
    done = run(tmp_path, "--seat", "Bolsover", "--to", "site")
    assert done.returncode == 4 and "SITE_SECRET, which is not set" in done.stderr


def test_out_of_reach_ends_with_5(tmp_path):
    away = GOOD.replace("https://news.example/", "http://127.0.0.1:9").replace("patience = 30", "patience = 1\ntries = 2")
    (tmp_path / "targets.toml").write_text(away.replace("env:SITE_SECRET", "file:secret"))
    (tmp_path / "secret").write_text("abcd")
    (tmp_path / "secret").chmod(0o600)
    done = run(tmp_path, "--seat", "Bolsover", "--election", "ge2019", "--to", "site")
    assert done.returncode == 5 and done.stdout.startswith("failed\t") and "http://127.0.0.1:9" in done.stderr and "abcd" not in done.stderr
    checked = run(tmp_path, "--check", "site")
    assert checked.returncode == 5 and checked.stdout.startswith("missing\t")


def test_a_target_by_name_that_is_a_folder(tmp_path):
    (tmp_path / "targets.toml").write_text(GOOD)
    assert run(tmp_path, "--seat", "Bolsover", "--election", "ge2019", "--to", "outbox").returncode == 0
    assert (tmp_path / "outbox/ge2019.seat.E14000577/article.html").is_file()
    assert run(tmp_path, "--check", "outbox").stdout.startswith("ok\t") and run(tmp_path, "--check", "desk").returncode == 5


@pytest.mark.parametrize("name", ["folder:out", "drop:in"])
def test_nothing_is_published_before_the_polls_close(tmp_path, name):
    article = full_article(id="ge2999/seat/E14000577", election="ge2999", date="2999-05-02", as_of=None)
    (tmp_path / "early.json").write_text(formats.render("json", article).decode())
    (tmp_path / "in").mkdir()
    done = run(tmp_path, "early.json", "--to", name)
    assert done.returncode == 3 and "before polls close at 22:00 on 02 May 2999" in done.stderr
    assert not (tmp_path / "out").exists() and not [*(tmp_path / "in").iterdir()]


@pytest.mark.parametrize("now, as_of, early", [
    ("2019-12-12T21:59:59+00:00", None, True), ("2019-12-12T22:00:00+00:00", None, False), ("2019-12-12T22:59:59+01:00", None, True),
    ("2026-01-01T00:00:00+00:00", "2019-12-12T21:00:00+00:00", True), ("2026-01-01T00:00:00+00:00", "2019-12-12T22:00:00+00:00", False)])
def test_the_hour_is_the_election_s_own(now, as_of, early):
    article = full_article(id="ge2019/seat/E14000577", election="ge2019", date="2019-12-12", as_of=as_of)
    assert bool(before_close(article, Shelf(), datetime.fromisoformat(now))) is early


def test_our_plugin_is_printed(tmp_path):
    done = run(tmp_path, "--plugin", "wordpress")
    assert done.returncode == 0 and done.stdout.startswith("<?php") and "autobrief/v1" in done.stdout
