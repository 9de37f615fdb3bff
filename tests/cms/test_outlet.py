"""Articles delivered as a watch writes them, against a real server in a thread."""

import pytest
from full import full_article
from plain import Plain, running

from autobrief.cms.contract import Result
from autobrief.cms.delivery import Api
from autobrief.cms.ledger import Ledger
from autobrief.cms.outlet import Outlet
from autobrief.cms.sending import Patience
from autobrief.record.shelf import Shelf
from autobrief.store import open_store

pytest.importorskip("httpx")


class Watched:
    """A store that a watch saves into, and its outlet."""

    def __init__(self, place, url):
        self.place, self.url, self.told = place, url, []
        self.store = open_store(str(place), create=True)

    def outlet(self):
        def target(store):
            return Api("plain", Plain(self.url), Ledger(store, "plain"), patience=Patience(2, 0.01, 0.02, 2.0))
        return Outlet(lambda: open_store(str(self.place)), target, Shelf(), self.told.append)

    def save(self, name, n=1, **changes):
        id = changes.pop("id", f"ge2019/seat/E{n:08}")
        return {id: self.store.save(full_article(name, id=id, election="ge2019", date="2019-12-12", as_of=None, **changes), "test").version.number}


@pytest.fixture
def system():
    with running() as (system, url):
        system.url = url
        yield system


@pytest.fixture
def watched(system, tmp_path):
    made = Watched(tmp_path / "versions.sqlite", system.url)
    yield made
    made.store.close()


def test_the_newest_version_of_each_is_delivered_and_unchanged_ones_cost_no_write(watched, system):
    outlet = watched.outlet()
    for n in range(3):
        outlet.add(watched.save("Mo", n))
    outlet.add(watched.save("Ann", 1))
    outlet.close(drain=True)
    assert sorted(item["fields"]["headline"] for item in system.items.values()) == ["Ann wins", "Mo wins", "Mo wins"]
    assert not outlet.failed and not outlet.waits and {each.result for each in watched.told} <= {Result.CREATED, Result.UPDATED}
    writes, said = system.writes, len(watched.told)
    again = watched.outlet()
    again.add(watched.save("Mo", 0) | watched.save("Ann", 1))
    again.close(drain=True)
    assert (system.writes, len(watched.told)) == (writes, said)


def test_what_a_target_did_not_take_is_left_to_the_next_watch(watched, system):
    system.faults, system.reads = ["500"] * 9, ["500"] * 9
    outlet = watched.outlet()
    outlet.add(watched.save("Mo"))
    outlet.close(drain=True)
    assert outlet.failed and [each.result for each in watched.told] == [Result.FAILED] and not system.items
    system.faults, system.reads = [], []
    again = watched.outlet()
    again.add(watched.save("Mo"))
    again.close(drain=True)
    assert not again.failed and system.only["fields"]["headline"] == "Mo wins"


def test_a_rehearsal_and_a_held_one_are_never_delivered(watched, system):
    outlet = watched.outlet()
    held = watched.save("Mo", 2)
    watched.store.hold(next(iter(held)), held[next(iter(held))], "Ann", "ask the lawyer")
    outlet.add(watched.save("Mo", id="rehearsal/ge2019/seat/E00000001") | held)
    outlet.close(drain=True)
    assert outlet.waits and not system.log and sorted(each.why.partition(":")[0] for each in watched.told) == ["not for publication"] * 2


def test_a_conflict_is_said_once(watched, system):
    outlet = watched.outlet()
    outlet.add(watched.save("Mo"))
    outlet.close(drain=True)
    system.only["state"] = "trashed"
    outlet = watched.outlet()
    for name in ("Ann", "Bo"):
        outlet.add(watched.save(name))
    outlet.close(drain=True)
    assert outlet.waits and [each.result for each in watched.told] == [Result.CREATED, Result.CONFLICT]
