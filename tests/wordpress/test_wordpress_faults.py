"""Whatever goes wrong between a desk and a real WordPress: never two posts for one article, never a lost edit, and a new run finishes."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys

import pytest
from failing_proxy import between
from wordpress_desk import PNG, TARGETS, Desk

from autobrief.cms.contract import Result
from autobrief.cms.sending import Patience

FAULTS = ["drop", "after:502", "503", "429:1", "slow:1.5", "before"]


@pytest.fixture
def proxy(site):
    with between(site.url) as found:
        yield found


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("write", [0, 2])
def test_an_answer_that_is_lost_makes_no_second_post(either, desk, human, proxy, id, fault, write):
    """The first write of these is a picture's, the third the post's."""
    here = desk(either, url=proxy.url, timeout=0.7 if fault.startswith("slow") else 20)
    pictures = {"pictures": {"a.png": PNG + id.encode()}, "address": "a.png"}
    proxy.at(write, fault)
    done = here.send(id, **pictures)
    assert done.result is Result.CREATED, done
    post = human.only(id)
    proxy.at(0, fault)
    assert here.send(id, "Ann", **pictures).result is Result.UPDATED
    assert human.only(id)["id"] == post["id"] and human.only(id)["title"]["raw"] == "Ann wins"
    assert len(human.ask("GET", "/media", params={"search": human.ask("GET", f"/media/{post['featured_media']}")["slug"]})) == 1


def test_a_long_outage_ends_as_failed_and_the_next_run_finishes(either, desk, human, proxy, id):
    here = desk(either, url=proxy.url, patience=Patience(3, 0.01, 0.05, 20.0))
    proxy.at(0, "drop", *["503"] * 50, writes=False)
    assert here.send(id).result is Result.FAILED
    proxy.fault = counted(lambda n: "drop" if n == 0 else "503")
    done = here.send(id)
    assert done.result is Result.FAILED and not done.waits, done
    assert len(human.of(id)) == 1, "it had got through"
    proxy.at(0)
    assert here.send(id).result is Result.CREATED and len(human.of(id)) == 1


def counted(answer):
    """From the first write on, by their number, what goes wrong; look-ups after it too."""
    seen = []

    def fault(method, path):
        if not seen and (method == "GET" or path.endswith("/find")):
            return ""
        seen.append(path)
        return answer(len(seen) - 1)
    return fault


def once(act):
    """Do it at the first write, before it gets there."""
    done = []

    def fault(method, path):
        if method != "GET" and not path.endswith("/find") and not done:
            done.append(path)
            act()
        return ""
    return fault


@pytest.mark.parametrize("merge", [True, False])
def test_an_editor_between_read_and_write_loses_nothing(either, desk, human, proxy, id, merge):
    here = desk(either, url=proxy.url, on_edit="merge" if merge else "report")
    here.send(id)
    post = human.only(id)
    words = post["content"]["raw"].replace("<p>Labour lost.</p>", "<p>Labour lost. It was close.</p>")
    proxy.fault = once(lambda: human.edit(post, content=words))
    done = here.send(id, "Ann")
    now = human.only(id)
    assert "It was close." in now["content"]["raw"], done
    if merge:
        assert done.result is Result.UPDATED and now["title"]["raw"] == "Ann wins"
    else:
        assert done.result is Result.CONFLICT and now["content"]["raw"] == words


def test_an_editor_between_read_and_write_and_then_the_answer_is_lost(either, desk, human, proxy, id):
    here = desk(either, url=proxy.url)
    here.send(id)
    post = human.only(id)
    act = once(lambda: human.edit(post, title="Mine"))
    writes = []

    def fault(method, path):
        if method == "GET" or path.endswith("/find"):
            return ""
        act(method, path)
        writes.append(path)
        return "drop" if len(writes) == 1 else ""
    proxy.fault = fault
    done = here.send(id, "Ann")
    now = human.only(id)
    assert done.result is Result.UPDATED and now["title"]["raw"] == "Mine" and "Ann caption" in now["content"]["raw"], done


@pytest.mark.parametrize("name", ["Mo Farr", "Ann"])
def test_a_second_desk_that_makes_it_at_the_same_moment(either, desk, human, proxy, id, name):
    """Each has a store of its own, so that no lock of ours holds them apart."""
    other = desk(either, store="other")
    proxy.fault = once(lambda: other.send(id, name))
    done = desk(either, url=proxy.url).send(id)
    assert len(human.of(id)) == 1 and human.only(id)["title"]["raw"] == f"{name} wins"
    assert done.result is (Result.UNCHANGED if name == "Mo Farr" else Result.CONFLICT), done


def _one_of_many(site, store, id, results):
    here = Desk(site, store)
    done = here.send(id)
    results.put((str(done.result), done.why))
    here.close()


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "eight stores"])
def test_eight_writers_on_one_article(either, desk, human, tmp_path, id, shared):
    Desk(either, tmp_path / "0.sqlite").close()
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    writers = [context.Process(target=_one_of_many, args=(either, tmp_path / f"{0 if shared else n}.sqlite", id, results)) for n in range(8)]
    for writer in writers:
        writer.start()
    found = sorted(results.get(timeout=200) for _ in writers)
    for writer in writers:
        writer.join()
    [post] = human.of(id)
    if shared:
        assert [result for result, _ in found] == ["created", *["unchanged"] * 7], found
    # Who met another at the very moment of making it may have to look again, and finds the one that stayed.
    assert {result for result, _ in found} <= {"created", "unchanged", "conflict"}, found
    desks = [desk(either, store=str(n)) for n in range(8)]
    assert [each.send(id).result for each in desks] == [Result.UNCHANGED] * 8
    assert desks[0].send(id, "Ann").result is Result.UPDATED and human.only(id)["id"] == post["id"]


# As a desk runs it -------------------------------------------------------------------------------

AUTOBRIEF = [sys.executable, "-m", "autobrief"]


@pytest.fixture(scope="session")
def versions(tmp_path_factory):
    """Two versions of one article, as files."""
    folder = tmp_path_factory.mktemp("versions")
    for name, hour in (("early", "01:30"), ("late", "03:30")):
        subprocess.run([*AUTOBRIEF, "write", "--region", "kent", "--election", "ge2019", "--as-of", f"2019-12-13 {hour}", "--format", "json",
                        "-o", folder / f"{name}.json"], check=True)
    return folder


@pytest.fixture
def newsroom(site, tmp_path, proxy, human):
    """A folder with targets and a secret, and the way to run the program in it.  What an earlier test sent is gone."""
    for post in human.of("ge2019/region/kent"):
        human.ask("DELETE", f"/posts/{post['id']}", params={"force": True})
    (tmp_path / "targets.toml").write_text(TARGETS.format(url=proxy.url))
    (tmp_path / "secret").write_text(site.users["desk"]["password"])
    (tmp_path / "secret").chmod(0o600)

    def run(*arguments, **more):
        return subprocess.run([*AUTOBRIEF, *map(str, arguments)], cwd=tmp_path, capture_output=True, text=True, timeout=200, **more)
    run.folder = tmp_path
    return run


def test_from_the_command_line(site, newsroom, human, versions):
    first = newsroom("publish", versions / "early.json", "--to", "site", "--format", "json")
    assert first.returncode == 0, first.stderr
    [told] = json.loads(first.stdout)
    assert told["result"] == "created" and human.only("ge2019/region/kent")["slug"].startswith("kent-ge2019-")
    assert newsroom("publish", versions / "early.json", "--to", "site").stdout.startswith("unchanged\t")
    dry = newsroom("publish", versions / "late.json", "--to", "site", "--dry-run")
    assert (dry.returncode, dry.stdout[:8]) == (0, "updated\t")
    refused = newsroom("publish", versions / "late.json", "--to", "site", "--status", "publish")
    assert refused.returncode == 3 and "autobrief approve ge2019/region/kent" in refused.stderr
    assert newsroom("approve", "kent", "--by", "Ann").returncode == 0
    done = newsroom("publish", versions / "late.json", "--to", "site", "--status", "publish", "--by", "Ann")
    assert (done.returncode, done.stdout[:8]) == (0, "updated\t"), done.stderr
    assert human.only("ge2019/region/kent")["status"] == "publish" and "published" in newsroom("history", "kent").stdout
    secret = site.users["desk"]["password"]
    assert all(secret.encode() not in path.read_bytes() for path in newsroom.folder.rglob("*") if path.is_file() and path.name != "secret")


def test_the_preflight_from_the_command_line(newsroom):
    done = newsroom("publish", "--check", "site")
    assert done.returncode == 0 and "as editor" in done.stdout and "not registered as meta" in done.stdout, done.stdout + done.stderr
    (newsroom.folder / "secret").write_text("wrong")
    done = newsroom("publish", "--check", "site", "--format", "json")
    assert done.returncode == 5 and "not let in" in done.stdout and json.loads(done.stdout)


@pytest.mark.parametrize("earlier", [(), ("early",)], ids=["made", "brought up to date"])
def test_killed_at_any_moment_and_run_again(either, newsroom, human, proxy, versions, earlier):
    """At each request in turn, from the first look-up on, the program is killed when WordPress has done its part and before it hears of it."""
    for name in earlier:
        assert newsroom("publish", versions / f"{name}.json", "--to", "site").returncode == 0
    file, before = versions / "late.json", [post["id"] for post in human.of("ge2019/region/kent")]
    for moment in range(2, 40):
        process = subprocess.Popen([*AUTOBRIEF, "publish", str(file), "--to", "site"], cwd=newsroom.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        proxy.kill = lambda process=process: os.kill(process.pid, signal.SIGKILL)
        proxy.at(moment, "kill", writes=False)
        process.communicate(timeout=200)
        proxy.at(0)
        assert len(human.of("ge2019/region/kent")) <= 1, moment
        if process.returncode == 0:
            break
        done = newsroom("publish", file, "--to", "site")
        assert done.returncode == 0, (moment, done.stderr)
        [post] = human.of("ge2019/region/kent")
        assert not before or post["id"] == before[0]
        # Back to where it was, for the next moment.
        human.ask("DELETE", f"/posts/{post['id']}", params={"force": True})
        for path in newsroom.folder.glob("autobrief.sqlite*"):
            if path.is_file():
                path.unlink()
        for name in earlier:
            assert newsroom("publish", versions / f"{name}.json", "--to", "site").returncode == 0
        before = [post["id"] for post in human.of("ge2019/region/kent")]
    assert 3 < moment < 39, "it was killed at some moments, and lived in the end"


def test_a_full_disk_stops_it_before_it_writes_and_the_next_run_finishes(newsroom, human, versions):
    """No file of the process may grow any more: the store takes no note, so nothing is sent that nobody would remember."""
    import resource
    assert newsroom("publish", versions / "early.json", "--to", "site").returncode == 0
    size = max(path.stat().st_size for path in newsroom.folder.glob("autobrief.sqlite*") if path.is_file())

    def full():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))
    was = human.only("ge2019/region/kent")["content"]["raw"]
    done = newsroom("publish", versions / "late.json", "--to", "site", preexec_fn=full)
    assert done.returncode in (4, 5) and "Traceback" not in done.stderr and "autobrief.sqlite" in done.stderr, done.stderr
    assert human.only("ge2019/region/kent")["content"]["raw"] == was
    assert newsroom("publish", versions / "late.json", "--to", "site").stdout.startswith("updated\t")


