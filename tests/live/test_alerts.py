"""What an editor should look at: found on real nights, and posted to a real server."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from feeding import declared, feed, moved_votes, put
from watching import until

from autobrief.errors import InputError
from autobrief.live import posting
from autobrief.live.alerts import Alert
from autobrief.live.desk import Asked, Desk
from autobrief.live.files import Folder
from autobrief.live.following import TooEarly, Watch
from autobrief.live.keeping import KeptShelf
from autobrief.live.posting import Webhook
from autobrief.record import find
from autobrief.record.feeds import Feed
from autobrief.sources.stylebook import load
from autobrief.store import open_store
from autobrief.store.alerting import WAYS

NIGHT = dict(declared("ge2019"))


@pytest.fixture(scope="module")
def desk():
    shelf = KeptShelf()
    return Desk(shelf, load(), Asked(find.asked_election(shelf.fresh(), "ge2019"), "standard", "general-election"))


@pytest.fixture
def watch(desk, tmp_path):
    """A watch on the country alone, its feed, and a way to put seats into it."""
    source = tmp_path / "feed.csv"
    store, folder = open_store(str(tmp_path / "s.sqlite"), create=True), Folder(tmp_path / "a")
    followed = Watch(Feed(source, desk.shelf, desk.asked.election), desk, [desk.region("northern-ireland")], store, folder, ("markdown",))
    put(source, [])
    followed.step()
    yield followed, source
    folder.close()
    store.close()


def found(watch, *seats) -> list[Alert]:
    followed, source = watch
    put(source, [(seat, rows) if isinstance(rows, tuple) else (seat, NIGHT[seat]) for seat, rows in
                 ((each, None) if isinstance(each, str) else each for each in seats)])
    return told(followed)


def told(followed) -> list[Alert]:
    """The alerts of a step, crossed off as they are by whoever tells of them."""
    alerts = followed.step().alerts
    followed.kept.sent([alert.number for alert in alerts], *WAYS)
    return list(alerts)


def code_of(desk, name: str) -> str:
    return desk.seat(name).id


def test_a_minister_or_leader_who_lost(watch, desk):
    seat = code_of(desk, "East Dunbartonshire")
    alert, = [a for a in found(watch, seat) if a.kind == "minister_lost"]
    assert alert.seat == seat and "Jo Swinson" in alert.reason and "lost to Amy Callaghan" in alert.reason


def test_a_small_majority(watch, desk):
    alert, = [a for a in found(watch, code_of(desk, "Fermanagh and South Tyrone")) if a.kind == "close"]
    assert alert.reason == "a majority of 57"


def test_a_gain_against_the_tide(watch, desk):
    taken = [code_of(desk, name) for name in ("Bolsover", "Workington", "Blyth Valley", "Leigh", "Sedgefield")]
    assert not [a for a in found(watch, *taken) if a.kind == "against_the_tide"]
    alert, = [a for a in found(watch, *taken, code_of(desk, "Putney")) if a.kind == "against_the_tide"]
    assert alert.name == "Putney" and "5 seats" in alert.reason or "4 seats" in alert.reason


def test_a_corrected_figure_comes_first(watch, desk):
    seat = code_of(desk, "Bolsover")
    found(watch, seat)
    alerts = found(watch, seat, (seat, moved_votes(NIGHT[seat], 250)))
    assert alerts[0].kind == "correction" and "was 5,299" in alerts[0].reason


def test_figures_that_may_be_a_slip(watch, desk):
    seat = code_of(desk, "Bolsover")
    rows = NIGHT[seat]
    last = rows[-1]
    slip = (*rows[:-1], (*last[:3], last[3] + 13_000, *last[4:]))
    assert [a for a in found(watch, (seat, slip)) if a.kind in ("outlier", "held_row")]
    assert not [a for a in found(watch, seat) if a.kind == "outlier"]


def test_a_held_row_is_told_once(watch):
    followed, source = watch
    source.write_text(feed([]) + "Nowhere at All,A B,Conservative,100,2019-12-13T02:00:00+00:00,declared,,1\n")
    step = followed.step()
    assert [a.kind for a in step.alerts] == ["held_row"] and "Nowhere at All" in step.alerts[0].reason
    source.write_text(source.read_text() + "\n")
    again = followed.step()
    assert again is None or not again.alerts


def test_a_whole_night_raises_few_alerts(desk, tmp_path, watch):
    followed, source = watch
    alerts = []
    order = list(declared("ge2019"))
    for count in range(50, len(order) + 1, 100):
        put(source, order[:count])
        alerts += told(followed)
    kinds = [a.kind for a in alerts]
    assert 3 <= kinds.count("minister_lost") <= 40 and kinds.count("close") == 1
    assert kinds.count("outlier") <= 10 and "held_row" not in kinds and "correction" not in kinds
    assert len(alerts) < 100


def test_nothing_is_written_while_the_polls_are_open(desk, tmp_path):
    source = tmp_path / "feed.csv"
    put(source, declared("ge2019")[:1])
    closes = desk.asked.election.polls_close
    store, folder = open_store(str(tmp_path / "s.sqlite"), create=True), Folder(tmp_path / "a")
    early = Watch(Feed(source, desk.shelf, desk.asked.election), desk, [desk.region("northern-ireland")], store, folder, ("markdown",),
                  clock=lambda: closes.replace(hour=closes.hour - 1))
    with pytest.raises(TooEarly, match="before polls close at 22:00 on 12 December 2019"):
        early.step()
    assert not list(tmp_path.rglob("*.md")) and not store.articles()
    early.clock = lambda: closes
    assert early.step().rewrites or early.later
    folder.close()
    store.close()


class Server:
    """A newsroom's server in a thread: answers as it is told to, and remembers what it got."""

    def __init__(self, *answers: int, slow: float = 0.0):
        self.got, waiting = [], list(answers)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(handler):  # noqa: N805
                body = handler.rfile.read(int(handler.headers["Content-Length"]))
                time.sleep(slow)
                answer = waiting.pop(0) if waiting else 200
                self.got.append((answer, json.loads(body)))
                handler.send_response(answer)
                handler.end_headers()

            def log_message(handler, *arguments):  # noqa: N805
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/alerts"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def an_alert(number: int) -> Alert:
    return Alert("close", 50, f"E{number:08}", "Somewhere", f"a majority of {number}")


def test_alerts_are_posted_in_order():
    complaints = []
    with Server() as server:
        hook = Webhook(server.url, complaints.append)
        for number in range(5):
            hook.post(an_alert(number))
        hook.close()
        assert [body["reason"] for _, body in server.got] == [f"a majority of {n}" for n in range(5)]
        assert server.got[0][1] == an_alert(0).as_data() and not complaints


def test_a_server_that_is_busy_is_tried_again():
    complaints = []
    with Server(503, 429, 200) as server:
        hook = Webhook(server.url, complaints.append)
        hook.post(an_alert(1))
        until(lambda: len(server.got) == 3, "the third try")
        hook.close()
        assert [answer for answer, _ in server.got] == [503, 429, 200] and not complaints


def test_a_refusal_is_not_repeated_and_is_said_once():
    complaints = []
    with Server(403, 403, 200) as server:
        hook = Webhook(server.url, complaints.append)
        for number in range(3):
            hook.post(an_alert(number))
        hook.close()
        assert [answer for answer, _ in server.got] == [403, 403, 200]
        assert len(complaints) == 2 and "403" in complaints[0] and "again" in complaints[1]


def test_nobody_there_is_said_once_and_ends_in_time(monkeypatch):
    monkeypatch.setattr(posting, "LONGEST", 1.0)
    complaints = []
    with Server() as server:
        url = server.url
    hook = Webhook(url, complaints.append)
    for number in range(20):
        hook.post(an_alert(number))
    hook.close()
    assert not hook._thread.is_alive()
    assert len(complaints) == 1 and "said once" in complaints[0]


def test_a_slow_server_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(posting, "ROOM", 3)
    monkeypatch.setattr(posting, "LAST", 0.1)
    complaints = []
    with Server(slow=1.0) as server:
        hook = Webhook(server.url, complaints.append)
        for number in range(50):
            # Never waits: what finds no room is dropped and said to be.
            hook.post(an_alert(number))
        assert len(server.got) == 0 and len(complaints) == 1 and "dropped" in complaints[0]
        hook.close()


def test_an_address_that_is_none():
    with pytest.raises(InputError, match="not an address"):
        Webhook("newsroom.example.org/alerts", print)
