"""The kind of night decides the order, and an angle that is asked for opens the copy."""

import pytest
from articles import the_stylebook, written
from click.testing import CliRunner

from autobrief.cli.preview import command as preview
from autobrief.pipeline import write


@pytest.mark.parametrize("region, election, night", [
    ("midlands", "ge2019", "landslide"),
    ("south-west", "ge2024", "three-party"),
    ("kent", "ge2019", "quiet"),
    ("north-west", "ge2010", "changed"),
])
def test_nights_are_told_apart_by_the_stylebooks_limits(region, election, night):
    _, _, planned, _ = written(region=region, election=election)
    assert planned.night == night


@pytest.mark.parametrize("region, election, order", [
    ("midlands", "ge2019", "landslide"), ("south-west", "ge2024", "three-party"), ("kent", "ge2019", "quiet"),
    ("scotland", "ge2019", "scotland"), ("wales", "ge2017", "wales"), ("northern-ireland", "ge2024", "northern-ireland"),
    ("united-kingdom", "ge2019", "nation"),
])
def test_blocks_stand_in_the_order_of_the_night(region, election, order):
    _, _, planned, _ = written(region=region, election=election)
    wanted = the_stylebook().outline["order"][order]
    names = [section.id.split("/")[0] for section in planned.sections if section.kind in ("headline", "standfirst", "lead", "paragraph")]
    names = [{"changes": "parts"}.get(name, name) for name in names]
    places = [wanted.index(name) for name in names]
    assert places == sorted(places), names


def test_a_region_may_have_an_order_of_its_own():
    assigned, *_ = written(region="kent", election="ge2019")
    book = the_stylebook()
    own = book._replace(outline=book.outline | {"order": book.outline["order"] | {"kent": ["headline", "votes", "lead", "method"]}})
    said = [b.id.split("/")[0] for b in write(assigned, own).blocks if b.kind in ("headline", "paragraph", "lead")]
    assert list(dict.fromkeys(said)) == ["headline", "votes", "lead"]


@pytest.mark.parametrize("region, angle, opens", [
    ("midlands", "headline_closest", "208"), ("midlands", "headline_member_beaten", "Skinner"),
    ("london", "headline_closest", "150"),
])
def test_an_angle_leads_the_copy_and_is_told_once(region, angle, opens):
    assigned, *_ = written(region=region, election="ge2019")
    article = write(assigned, the_stylebook(), angle)
    lead = article.block("lead")
    assert opens in lead.sentences[0].text
    messages = [s.message for b in article.blocks if b.kind in ("lead", "paragraph") for s in b.sentences]
    assert messages.count(lead.sentences[0].message) == 1


def test_preview_shows_what_a_file_of_notes_adds(tmp_path):
    (tmp_path / "notes.toml").write_text('[[quotation]]\nseat = "Telford"\ntext = "It rained."\nwho = "A voter"\n')
    asked = ["quotation", "--region", "midlands", "--election", "ge2019", "--notes", str(tmp_path / "notes.toml")]
    found = CliRunner().invoke(preview, asked)
    assert found.exit_code == 0 and "It rained." in found.output
    assert CliRunner().invoke(preview, asked[:1] + asked[-2:]).exit_code == 2
