"""What the tables of Wagtail and Ghost targets take, and how a slip of the pen in one is told."""

import pytest

from autobrief.cms import settings
from autobrief.errors import InputError

WELL = 'url = "https://news.example"\nsecret = "env:TOKEN"\n'


@pytest.fixture
def read(tmp_path):
    def told(kind: str, more: str = "") -> object:
        path = tmp_path / "targets.toml"
        path.write_text(f'[targets.t]\nkind = "{kind}"\n{WELL}{more}', "utf-8")
        return settings.read(path)["t"]
    return told


def test_what_is_left_out_has_a_meaning(read):
    found = read("wagtail")
    assert (found.page_type, found.parent, found.fields.id, found.blocks.table) == ("news.ArticlePage", "/", "autobrief_id", "table")
    assert read("ghost").status == "draft"


def test_a_site_s_own_names_are_taken(read):
    found = read("wagtail", 'parent = "/politics/"\nfields = {standfirst = "intro", byline = ""}\nblocks = {table = "grid"}\n')
    assert (found.parent, found.fields.standfirst, found.fields.byline, found.fields.body, found.blocks.table) == (
        "/politics/", "intro", "", "body", "grid")


@pytest.mark.parametrize("kind, more, says", [
    ("wagtail", 'page_typ = "news.ArticlePage"', "page_type"), ("wagtail", 'page_type = "ArticlePage"', "page_type"),
    ("wagtail", 'parent = "politics"', "parent"), ("wagtail", 'categories = ["Politics"]', "leave it to the editor"),
    ("wagtail", 'author = "Ann"', "leave it to the editor"), ("wagtail", 'fields = {bodi = "body"}', "fields.bodi"),
    ("wagtail", 'fields = {id = ""}', "fields.id"), ("ghost", 'parent = "/"', "parent"), ("ghots", "", "ghost"),
])
def test_a_slip_of_the_pen_is_told_with_its_place(read, kind, more, says):
    with pytest.raises(InputError) as told:
        read(kind, more)
    assert says in str(told.value) + " ".join(told.value.faults)
