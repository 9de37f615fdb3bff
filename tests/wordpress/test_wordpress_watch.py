"""`autobrief watch --publish`: articles in a real WordPress as the results come in."""

import json
import subprocess
import sys

import pytest
from failing_proxy import between
from feeding import declared, put
from wordpress_desk import TARGETS

AUTOBRIEF = [sys.executable, "-m", "autobrief"]
REGION = "ge2019/region/shropshire"


@pytest.fixture
def proxy(site):
    with between(site.url) as found:
        yield found


@pytest.fixture
def watch(site, tmp_path, proxy, human):
    """Runs a watch of one region once, on so many declared seats."""
    (tmp_path / "targets.toml").write_text(TARGETS.format(url=proxy.url))
    (tmp_path / "secret").write_text(site.users["desk"]["password"])
    (tmp_path / "secret").chmod(0o600)
    for post in human.of(REGION):
        human.ask("DELETE", f"/posts/{post['id']}", params={"force": True})
    seats = declared(region="shropshire") or declared()

    def run(count: int, *more, code: int = 0):
        put(tmp_path / "feed.csv", seats[:count])
        done = subprocess.run([*AUTOBRIEF, "watch", "feed.csv", "--region", "shropshire", "--no-seats", "--election", "ge2019", "-o", "out",
                               "--once", "--publish", "site", "--format", "json", *more], cwd=tmp_path, capture_output=True, text=True, timeout=240)
        assert done.returncode == code, (done.returncode, done.stdout[-1500:], done.stderr[-1500:])
        return [event for event in map(json.loads, done.stdout.splitlines()) if event["event"] == "delivery"]
    return run


def test_an_article_is_delivered_as_it_changes_and_unchanged_it_costs_no_write(watch, proxy, human):
    [made] = watch(300)
    assert (made["result"], made["article"]) == ("created", REGION)
    before, proxy.log[:] = human.only(REGION), []
    assert watch(300) == [] and proxy.writes == []
    [moved] = watch(650)
    post = human.only(REGION)
    assert moved["result"] == "updated" and post["id"] == before["id"] and post["content"]["raw"] != before["content"]["raw"]


def test_a_site_that_is_away_holds_up_no_article_and_gets_it_from_the_next_watch(watch, proxy, human, tmp_path):
    proxy.fault = lambda method, path: "503"
    [failed] = watch(300, code=5)
    assert failed["result"] == "failed" and (tmp_path / "out" / f"{REGION}.md").is_file()
    proxy.fault = lambda method, path: ""
    [made] = watch(300)
    assert made["result"] == "created" and human.only(REGION)


def test_a_target_with_a_fault_is_told_before_anything_is_written(watch, tmp_path):
    (tmp_path / "secret").chmod(0o644)
    watch(300, code=4)
    assert not (tmp_path / "out").exists()
