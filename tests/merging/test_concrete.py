"""What an update makes of particular edits, in full text."""

import pytest
from articles import written
from merging.documents import altered, article, write

from autobrief.formats.markdown import render
from autobrief.merging import merge

THREE = dict(region="midlands", election="ge2019", as_of="2019-12-13T03:00")
HALF_PAST = dict(region="midlands", election="ge2019", as_of="2019-12-13T03:30")
WHOLE = dict(region="midlands", election="ge2019")


def edited(*changes: tuple[str, str], asked=THREE) -> str:
    text = render(article(**asked))
    for was, now in changes:
        assert was in text, was
        text = text.replace(was, now, 1)
    return text


def block(text: str, holding: str) -> str:
    return next(part for part in text.split("\n\n")[1:] if holding in part)


def update(text: str, base=THREE, following=HALF_PAST):
    return merge(article(**base), article(**following), text)


def test_an_edited_sentence_stays_and_is_flagged_with_both_values():
    merged = update(edited(("So far three seats in the Midlands have gone from Labour to the Conservatives.",
                            "Three seats here have gone blue so far, from Labour to the Conservatives.")))
    assert "\n\nThree seats here have gone blue so far, from Labour to the Conservatives.\n\n" in merged.text
    assert "So far six seats in the Midlands" not in merged.text
    flag, = merged.flagged
    assert (flag.text, flag.fact, flag.was, flag.now) == ("Three seats here have gone blue so far, from Labour to the Conservatives.",
                                                          "ge2019/region/midlands/gains/con", "three seats", "six seats")
    assert merged.text.split("\n")[flag.line - 1].startswith("Three seats here")


def test_an_edited_sentence_whose_facts_stand_is_kept_without_a_flag():
    merged = update(edited(("elected last time for Labour, stood", "who left Labour in 2019, stood")))
    assert "Chris Leslie, who left Labour in 2019, stood in Nottingham East" in merged.text
    assert not merged.flagged


def test_an_added_sentence_stays_after_its_neighbour_and_is_flagged_for_an_old_value():
    merged = update(edited(("Labour has seven.", "Labour has seven. Labour's seven seats are all in cities.")))
    assert block(merged.text, "all in cities") == ("Of the seats declared, the Conservatives have 39; Labour has 11. "
                                                   "Labour's seven seats are all in cities.")
    flag, = merged.flagged
    assert (flag.why, flag.was, flag.now) == ("superseded", "seven", "11")


def test_a_deleted_sentence_stays_deleted_though_its_facts_change():
    merged = update(edited(("Of the seats declared, the Conservatives have 19; Labour has seven.\n\n", "")))
    assert "Of the seats declared" not in merged.text
    assert not merged.flagged


def test_a_deleted_message_that_leaves_and_comes_back_stays_deleted():
    three, later, back = article(**THREE), article(**HALF_PAST), article(**THREE)
    text = edited(("The first result came from Nuneaton at 1.06am: Marcus Jones kept it for the Conservatives. ", ""))
    text = merge(three, later, text).text
    assert 'deleted: ["first_declared/E14000868"]' in text
    assert "Nuneaton at 1.06am" not in merge(later, back, text).text


def test_a_moved_paragraph_stays_moved_and_follows_the_facts():
    text = edited(("Of the seats declared, the Conservatives have 19; Labour has seven.\n\n", ""),
                  ("## Seats by party", "Of the seats declared, the Conservatives have 19; Labour has seven.\n\n## Seats by party"))
    merged = update(text)
    assert merged.text.count("Of the seats declared, the Conservatives have 39; Labour has 11.") == 1
    assert "Of the seats declared, the Conservatives have 39; Labour has 11.\n\n## Seats by party" in merged.text


def test_joined_paragraphs_stay_joined_and_split_ones_split():
    text = edited(("to the Conservatives.\n\nOf the seats", "to the Conservatives. Of the seats"),
                  ("for the Conservatives. No general election", "for the Conservatives.\n\nNo general election"))
    merged = update(text)
    assert "So far six seats in the Midlands have gone from Labour to the Conservatives. Of the seats declared, the Conservatives" in merged.text
    assert "has 11.\n\nAmong the losers" in merged.text


def test_sentences_made_one_are_kept_and_flagged_for_both():
    text = edited(("So far three seats in the Midlands have gone from Labour to the Conservatives.\n\n"
                   "Of the seats declared, the Conservatives have 19; Labour has seven.",
                   "So far three seats in the Midlands have gone from Labour to the Conservatives, and of the seats declared, "
                   "the Conservatives have 19; Labour has seven."))
    merged = update(text)
    assert "So far three seats in the Midlands have gone" in merged.text and "So far six" not in merged.text and "has 11." not in merged.text
    assert {(flag.was, flag.now) for flag in merged.flagged} == {("three seats", "six seats"), ("19", "39"), ("seven", "11")}


def test_one_sentence_made_two_stays_two():
    merged = update(edited(("Of the seats declared, the Conservatives have 19; Labour has seven.",
                            "Of the seats declared, the Conservatives have 19. Labour has seven.")))
    assert "\n\nOf the seats declared, the Conservatives have 19. Labour has seven.\n\n" in merged.text
    assert "has 11" not in merged.text
    assert {(flag.was, flag.now) for flag in merged.flagged} == {("19", "39"), ("seven", "11")}


def test_an_edited_headline_keeps_the_place_of_the_next_one():
    merged = update(edited(("# Conservatives gain three seats in the Midlands from Labour so far", "# Blue night in the Midlands: three seats fall")),
                    following=WHOLE)
    assert merged.text.count("\n# ") == 1 and "\n# Blue night in the Midlands: three seats fall\n" in merged.text
    assert 'title: "Conservatives take 16 seats' in merged.text
    assert [(flag.was, flag.now) for flag in merged.flagged] == [("three seats", "16 seats")]


def test_a_cell_that_was_changed_stays_and_the_others_of_its_row_follow():
    base, following = article(**THREE), write(altered(written(**THREE)[0], 2))[0]
    text = edited(("| Aldridge-Brownhills | Wendy Morton |", "|Aldridge-Brownhills|Wendy Morton (re-elected)|"))
    row = block(merge(base, following, text).text, "re-elected").split("\n")[2]
    assert row.startswith("| Aldridge-Brownhills | Wendy Morton (re-elected) | Con hold | 16,836 |")


def test_an_item_of_a_list_that_was_changed_stays():
    base, following = article(**WHOLE), write(altered(written(**WHOLE)[0], 3))[0]
    text = edited(("Bolsover (Mark Fletcher)", "Bolsover (Mark Fletcher, who is new)"), asked=WHOLE)
    merged = merge(base, following, text)
    assert "; Bolsover (Mark Fletcher, who is new); " in merged.text


def test_an_added_tag_and_a_changed_title_stay_in_the_front_matter():
    merged = update(edited(('title: "Conservatives gain three seats in the Midlands from Labour so far"',
                            "title: 'Three blue gains'\ntags:\n  - election\n  - Midlands"),
                           ('length: "standard"', "length: standard")))
    assert "title: 'Three blue gains'\ntags:\n  - election\n  - Midlands\n" in merged.text
    assert [(flag.text, flag.fact) for flag in merged.flagged][:1] == [("title: 'Three blue gains'", "ge2019/region/midlands/gains/con")]


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: text.replace("'", "’"),
    lambda text: text.replace("Labour has seven.", "Labour  has\nseven."),
    lambda text: text.replace("*In the Midlands", "_In the Midlands").replace("3am.*", "3am._"),
    lambda text: text.replace("| --- |", "|:--|"), lambda text: text.replace("far\n\n*In", "far\n*In")])
def test_what_changes_no_word_is_no_edit(change):
    merged = update(change(render(article(**THREE))))
    assert not [each for each in merged.kept if not each.text.startswith("|")] and not merged.flagged
    assert "Of the seats declared, the Conservatives have 39; Labour has 11." in merged.text


def test_what_waits_goes_when_it_is_put_right_or_taken_out():
    once = update(edited(("# Conservatives gain three seats in the Midlands from Labour so far", "# Three seats go blue")))
    assert "waiting: [{" in once.text
    righted = merge(article(**HALF_PAST), article(**WHOLE), once.text.replace("# Three seats go blue", "# Blue night"))
    assert [flag.text for flag in righted.flagged] == ["Blue night"]
    reworded = merge(article(**HALF_PAST), article(**HALF_PAST), once.text.replace("# Three seats go blue", "# Now three seats go blue"))
    assert [(flag.text, flag.was, flag.now) for flag in reworded.flagged] == [("Now three seats go blue", "three seats", "six seats")]
    righted = merge(article(**HALF_PAST), article(**HALF_PAST), once.text.replace("# Three seats go blue", "# Six seats go blue"))
    assert not righted.flagged and "waiting:" not in righted.text
    lines = [line for line in once.text.split("\n") if not line.startswith("waiting:")]
    assert not merge(article(**HALF_PAST), article(**HALF_PAST), "\n".join(lines)).flagged
    assert merge(article(**HALF_PAST), article(**HALF_PAST), once.text).flagged == once.flagged


def test_front_matter_that_another_program_wrote_again_is_read_all_the_same():
    import yaml
    once = update(edited(("# Conservatives gain three seats in the Midlands from Labour so far", "# Three seats go blue"),
                         ("The first result came from Nuneaton at 1.06am: Marcus Jones kept it for the Conservatives. ", "")))
    opening, front, body = once.text.split("---\n", 2)
    again = f"---\n{yaml.safe_dump(yaml.safe_load(front), allow_unicode=True, sort_keys=True)}---\n{body}"
    assert "waiting:\n- " in again
    merged = merge(article(**HALF_PAST), article(**WHOLE), again)
    assert [(flag.text, flag.was, flag.now) for flag in merged.flagged] == [("Three seats go blue", "three seats", "16 seats")]
    assert not [each for each in merged.kept if each.what in ("edited", "added") and each.text != "Three seats go blue"]
    found = yaml.safe_load(merged.text.split("---\n", 2)[1])
    assert found["deleted"] == ["first_declared/E14000868"] and found["title"].startswith("Conservatives take 16 seats")
    assert found["waiting"][0]["now"] == "16 seats"


def test_a_list_made_of_a_paragraph_stays_a_list_and_follows():
    base, following = article(**WHOLE), write(altered(written(**WHOLE)[0], 40, 6000))[0]
    text = render(base)
    listed = block(text, "; Bolsover (Mark Fletcher); ")
    merged = merge(base, following, text.replace(listed, "\n".join(f"- {each}" for each in listed.split("; "))))
    found = block(merged.text, "- Bassetlaw (Brendan Clarke-Smith)").split("\n")
    assert all(line.startswith("- ") for line in found) and len(found) > 3
    assert ";" not in "".join(found)


def test_an_edited_sentence_that_has_left_the_article_is_kept_and_flagged():
    merged = update(edited(("The first result came from Nuneaton at 1.06am: Marcus Jones kept it for the Conservatives.",
                            "First to declare was Nuneaton, at 1.06am, where Marcus Jones kept it for the Conservatives.")))
    assert "First to declare was Nuneaton" in merged.text
    assert [(flag.why, flag.fact, flag.now) for flag in merged.flagged] == [("left", "first_declared/E14000868", "")]


HEAVY = """# Tories make early inroads across the Midlands

_By 3am only 26 of the region's 105 seats were in._

The Conservatives have so far taken **three** seats from Labour, which is left with just seven of those declared.

West Bromwich West has gone Conservative for the first time since its record begins in 1974, Shaun Bailey winning it. Jane Stevenson and \
Stuart Anderson took Wolverhampton North East and South West from Labour for the Conservatives.

> "I never thought I would see it," said a teller.

## What we are watching

- Bromsgrove, Sajid Javid's seat
- Broxtowe

Chris Leslie lost in Nottingham East. He was elected last time for Labour and stood for the Independent Group for Change.

"""


def test_a_copy_rewritten_almost_throughout_is_kept_and_what_it_rests_on_flagged():
    text = render(article(**THREE))
    opening, rest = text.split("# Conservatives gain", 1)
    merged = update(f"{opening}{HEAVY}## Seats by party{rest.split('## Seats by party', 1)[1]}")
    body = merged.text.split("---\n", 2)[2]
    taken = "Jane Stevenson and Stuart Anderson took Wolverhampton North East and South West from Labour for the Conservatives."
    for mine in HEAVY.replace(taken, "\n\n").split("\n\n"):
        assert mine.strip() in body, mine
    assert "Jane Stevenson and Stuart Anderson won North East and South West for the Conservatives, but Labour kept" in body
    assert {(flag.text.split()[0], flag.was, flag.now) for flag in merged.flagged if flag.now} == {
        ("Tories", "three seats", "six seats"), ("By", "26", "50"), ("By", "3am", "3.30am"), ("The", "19", "39"), ("The", "seven", "11"),
        ("The", "three", "six seats")}
    assert [flag.fact for flag in merged.flagged if not flag.now] == ["first_time/E14001030"]
    assert body.count("\n# ") == 1 and "Of the seats declared" not in body and "gone from Labour" not in body
