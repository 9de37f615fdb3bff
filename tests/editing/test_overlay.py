"""A stylebook of one's own: what is merged, what is replaced, and every misspelling told with its place."""

import os

import pytest
from house import house, refused

from autobrief.errors import StylebookError
from autobrief.pipeline import write
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.compiling import check_stylebook
from autobrief.sources.overlay import read_overlay, shipped_files
from autobrief.sources.stylebook import load

BLOCK = '[block.headline]\nshape = "{}"\nmost = {}\nkinds = ["{}"]\n'


def test_tables_merge_by_key_and_arrays_replace(tmp_path):
    shipped, mine = load(), load(house(tmp_path, thresholds_toml="close_votes = 5", parties_toml='[con]\nname = "Tories"\n',
                                       outline_toml=BLOCK.format("headline", [1, 1, 1], "headline_waiting")))
    assert mine.thresholds == shipped.thresholds | {"close_votes": 5}
    assert mine.parties["con"] == shipped.parties["con"] | {"name": "Tories"} and mine.parties["lab"] == shipped.parties["lab"]
    assert mine.outline["block"]["headline"]["kinds"] == ["headline_waiting"] and mine.outline["block"]["lead"] == shipped.outline["block"]["lead"]
    assert mine.digest != shipped.digest


def test_a_template_replaces_the_whole_file(tmp_path):
    mine = load(house(tmp_path, closest_j2="{{ winner }} won {{ seat }}.\n"))
    assert [(v.own, v.line) for v in mine.templates["closest"]] == [(True, 1)]
    assert not any(v.own for v in mine.templates["member_beaten"])


def test_a_copy_of_everything_writes_the_same_article(tmp_path):
    for name, content in shipped_files().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "notes.md").write_text("16 things to remember")
    (tmp_path / ".hidden").mkdir()
    try:
        mine = load(tmp_path)
    except StylebookError as error:
        pytest.skip(f"the shipped stylebook itself has faults: {error.faults[0]}")
    work = assignment(Shelf(), region="kent", election="ge2019")
    assert [b.text for b in write(work, mine).blocks] == [b.text for b in write(work, load()).blocks]


def test_windows_line_ends_and_byte_order_marks_are_no_fault(tmp_path):
    mine = load(house(tmp_path, closest_j2=b"\xef\xbb\xbf{{ winner }} won {{ seat }}.\r\n---\r\nIn {{ seat }} {{ winner }} won.\r\n",
                      house_toml=b"\xef\xbb\xbfclock = 24\r\n"))
    assert len(mine.templates["closest"]) == 2 and mine.house["clock"] == 24


@pytest.mark.parametrize("files, told", [
    ({"thresholds_toml": "\nclose_vots = 5"}, "thresholds.toml:2:1 unknown-key unknown key close_vots; did you mean close_votes?"),
    ({"thresholds_toml": 'close_votes = "few"'}, "thresholds.toml:1:1 type close_votes: 'few' is not a number"),
    ({"thresholds_toml": "close_votes = true"}, "thresholds.toml:1:1 type close_votes: True is not a number"),
    ({"thresholds_toml": "close_votes = 0"}, "thresholds.toml:1:1 range close_votes: 0 is out of range"),
    ({"thresholds_toml": "landslide_points = nan"}, "thresholds.toml:1:1 range"),
    ({"weights_toml": "closets = 5"}, "weights.toml:1:1 unknown-key unknown key closets; did you mean closest?"),
    ({"weights_toml": "closest = -1"}, "weights.toml:1:1 range"),
    ({"house_toml": "percent = '%'\npercent = 'per cent'\n"}, "house.toml:2:"),
    ({"house_toml": "clock = "}, "house.toml:1:1 toml Invalid value"),
    ({"house_toml": "clock = 18"}, "house.toml:1:1 type clock: input should be 12 or 24"),
    ({"house_toml": 'party_name = "short"'}, "house.toml:1:1 unknown-key unknown key party_name; did you mean party_names?"),
    ({"house_toml": b'byline = "Ren\xe9e"'}, "house.toml:1:1 toml not UTF-8"),
    ({"house_toml": 'byline = "A\\nB"'}, "house.toml:1:1 character"),
    ({"house_toml": "byline = " + "[" * 5000}, "house.toml:1:1 toml nested too deeply"),
    ({"house_toml": "clock = " + "9" * 5000}, "house.toml:1:1 toml"),
    ({"parties_toml": '[con]\nnaem = "T"'}, "parties.toml:2:1 unknown-key unknown key con.naem; did you mean name?"),
    ({"parties_toml": '[labour]\nname = "L"'}, "parties.toml:1:1 unknown-key no party on record has the id labour; did you mean lab?"),
    ({"parties_toml": "con = 5"}, "parties.toml:1:1 type con: not a table of keys"),
    ({"parties_toml": "named = 5"}, "parties.toml:1:1 type named: not a table"),
    ({"parties_toml": '[named."The Brexit Party"]\nplural = "yes"'}, "parties.toml:2:1 type named.The Brexit Party.plural"),
    ({"parties_toml": '[named."The New Party"]\nshort = "New"'}, "parties.toml:1:1 type named.The New Party.name: field required"),
    ({"offices_toml": "[ranks.cabnet]\nweight = 3"}, "offices.toml:1:1 unknown-key unknown key ranks.cabnet; did you mean cabinet?"),
    ({"offices_toml": "[ranks.cabinet]\nweight = 'high'"}, "offices.toml:2:1 type ranks.cabinet.weight"),
    ({"offices_toml": '[patterns]\n"Minister for " = "{0.__class__} minister"'}, "offices.toml:2:1 pattern"),
    ({"terms_toml": "spoken = 3"}, "terms.toml:1:1 type spoken"),
    ({"terms_toml": "[prepostions]\nKent = 'in'"}, "terms.toml:1:1 unknown-key unknown key prepostions; did you mean prepositions?"),
    ({"nouns_toml": "seat = 3"}, "nouns.toml:1:1 type seat: its plural must be text"),
    ({"fixed_terms_toml": "terms = 'a phrase'"}, "fixed_terms.toml:1:1 type terms"),
    ({"outline_toml": BLOCK.format("headlien", [1, 1, 1], "headline_waiting")}, "outline.toml:2:1 type block.headline.shape"),
    ({"outline_toml": BLOCK.format("headline", [1, 1], "headline_waiting")}, "outline.toml:3:1 type block.headline.most"),
    ({"outline_toml": BLOCK.format("headline", [1, 1, 1], "headline_wating")},
     "outline.toml:4:1 unknown-kind no kind of message is called headline_wating; did you mean headline_waiting?"),
    ({"outline_toml": BLOCK.format("headline", [1, 1, 1], "headline_waiting") + "mots = 1"}, "outline.toml:5:1 unknown-key"),
    ({"outline_toml": '[order]\nregion = ["headline", "leed"]'}, "outline.toml:2:1 unknown-block no block is called leed; did you mean lead?"),
    ({"outline_toml": '[order]\nkent = ["headline", "lead", "lead"]'}, "outline.toml:2:1 twice kent: lead stands here twice"),
    ({"outline_toml": '[order]\nkent = []'}, "outline.toml:2:1 no-headline"),
    ({"outline_toml": "order = 5"}, "outline.toml:1:1 type order"),
    ({"outline_toml": '[order]\nregions = ["headline"]'}, "outline.toml:2:1 unknown-key no order is called regions; did you mean region?"),
    ({"outline_toml": '[angle]\nheadline_closest = "closets"'}, "outline.toml:2:1 unknown-kind no kind of message is called closets"),
    ({"closets_j2": "{{ seat }}"}, "closets.j2:1:1 unknown-file no file of this name in the shipped stylebook; did you mean closest.j2?"),
    ({"weights_yaml": "closest: 5"}, "weights.yaml:1:1 unknown-file"),
    ({"closest_j2": ""}, "closest.j2:1:1 empty"),
    ({"closest_j2": "{# nothing yet #}"}, "closest.j2:1:1 empty has no wording"),
    ({"closest_j2": b"{{ seat }} \xe9"}, "closest.j2:1:1 encoding not UTF-8"),
    ({"closest_j2": "{{ winner }} won.\n---\n{{ winner }} won {{ seet }}."}, "closest.j2:3:21 unknown-name the rule supplies no seet"),
    ({"closest_j2": "{# when: clsoe #}\n{{ winner }} won."}, "closest.j2:1:1 unknown-name the rule supplies no clsoe; did you mean close?"),
])
def test_a_fault_is_told_where_it_stands(tmp_path, files, told):
    faults = refused(tmp_path, **files)
    assert any(fault.startswith(told) for fault in faults), faults


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    faults = refused(tmp_path, thresholds_toml="a = 1\nb = 2", closest_j2="{{ winner }} won 16 seats, {{ x.y }}", house_toml="clock = 5")
    assert [fault.split(" ")[:2] for fault in faults] == [
        ["closest.j2:1:1", "syntax"], ["closest.j2:1:18", "digit"], ["closest.j2:1:31", "unknown-name"],
        ["house.toml:1:1", "type"], ["thresholds.toml:1:1", "unknown-key"], ["thresholds.toml:2:1", "unknown-key"]]


def test_a_shared_run_of_words_keeps_nobody_from_writing(tmp_path):
    made = house(tmp_path, closest_j2="{{ winner }} was nibbling at quiet biscuits in {{ seat }}.",
                 majority_cut_j2="{{ winner }} was nibbling at quiet biscuits in {{ seat }}.")
    load(made)
    found = check_stylebook(shipped_files(), read_overlay(made, shipped_files()))[1]
    assert [(f.code, f.file.rsplit("/")[-1]) for f in found] == [("shared-run", "majority_cut.j2")]


def test_folders_are_laid_out_flat_or_as_shipped_but_not_both(tmp_path):
    for sub in ("prose", "templates/prose"):
        house(tmp_path / "one" / sub, closest_j2="{{ winner }} won {{ seat }}.")
    assert any("is there twice" in fault for fault in refused(tmp_path / "one"))
    house(tmp_path / "two" / "wording", closest_j2="{{ winner }} won {{ seat }}.")
    assert refused(tmp_path / "two")[0].startswith("wording:1:1 unknown-file no folder of a stylebook")
    with pytest.raises(StylebookError, match="no such folder"):
        load(tmp_path / "nowhere")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_never_read(tmp_path):
    os.mkfifo(tmp_path / "closest.j2")
    (tmp_path / "weights.toml").symlink_to("/dev/zero")
    assert [fault.split(":")[0] for fault in refused(tmp_path)] == ["closest.j2", "weights.toml"]


def test_two_folders_of_one_content_keep_their_own_places(tmp_path):
    for name in ("one", "two"):
        made = load(house(tmp_path / name, closest_j2="{{ winner }} won {{ seat }}."))
        assert made.templates["closest"][0].source == str(tmp_path / name / "closest.j2")
