"""No test here reads or leaves a cache of compiled stylebooks."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOBRIEF_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
