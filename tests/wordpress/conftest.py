"""The real WordPress, desks that deliver to it, and people who work in it."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

for each in ("formats", "cms"):
    sys.path.append(str(Path(__file__).parents[1] / each))
sys.path.append(str(Path(__file__).parent))
from real_wordpress import HERE, REQUIRED, missing, running  # noqa: E402
from wordpress_desk import Desk, Person  # noqa: E402

ids = itertools.count(1)


@pytest.fixture(scope="session")
def site():
    if not os.environ.get(REQUIRED):
        pytest.skip("`make test-wordpress` starts a real WordPress")
    if missing():
        pytest.fail(f"not installed: {missing()}")
    with running() as found:
        yield found


@pytest.fixture(params=[False, True], ids=["bare", "plugin"])
def either(request, site):
    """The site without our plugin, and with it."""
    site.plugin(request.param)
    yield site
    site.plugin(False)


@pytest.fixture
def human(site):
    """An editor at work in WordPress."""
    return Person(site, "human")


@pytest.fixture
def id():
    """An article that no other test knows."""
    return f"ge2030/seat/E{next(ids):08}"


@pytest.fixture
def desk(tmp_path):
    """Makes a desk with a store of its own name."""
    made = []

    def make(site, user="desk", store="versions", **more):
        made.append(Desk(site, tmp_path / f"{store}.sqlite", user, **more))
        return made[-1]
    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def validator(site):
    """The block editor's own word on contents by name; AUTOBRIEF_JSDOM names the folder where npm put jsdom."""
    modules = os.environ.get("AUTOBRIEF_JSDOM", "")
    if not (Path(modules) / "node_modules/jsdom").is_dir():
        pytest.fail("AUTOBRIEF_JSDOM names no folder with jsdom; `make test-wordpress` installs it")
    scripts = site.folder / "scripts"
    with scripts.open("wb") as file:
        subprocess.run(["php", "-d", "display_errors=0", HERE / "php/scripts.php", site.folder / "site"], stdout=file, check=True)

    def validate(contents: dict[str, str]) -> dict:
        done = subprocess.run(["node", HERE / "blocks.cjs", scripts], input=json.dumps(contents), capture_output=True, text=True, timeout=300,
                              env={**os.environ, "NODE_PATH": str(Path(modules) / "node_modules")})
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)
    return validate


@pytest.fixture(scope="session")
def articles():
    """Real ones, of every kind and length."""
    from autobrief.pipeline import write
    from autobrief.record.load import assignment
    from autobrief.record.shelf import Shelf
    from autobrief.sources.stylebook import load
    house, found = load(None), []
    for asked in ({"region": "midlands"}, {"region": "united-kingdom", "length": "long"}, {"seat": "Bolsover"},
                  {"seat": "Chorley", "length": "brief"}, {"region": "wales", "as_of": "2019-12-13 02:30"}):
        length = asked.pop("length", "standard")
        found.append(write(assignment(Shelf(), **asked, election="ge2019", length=length, rule="general-election"), house))
    return found
