"""What an update makes of particular edits, in full text."""

import re

import pytest
from articles import written
from merging.documents import THREE, altered, article, more, number, told, write

from autobrief.formats.markdown import render
from autobrief.merging import merge

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


def values(flags) -> set:
    return {(number(flag.was), number(flag.now)) for flag in flags}


LEAD, SEATS, FIRST = "lead", "so_far_seats/seats", "first_declared/E14000868"
DEFECTOR, KEPT = "defector_lost/E14000865", "successor/E14000812"
SUCCESSORS = ("successor/E14000812", "successor/E14000583")
HEADLINE = f"# {told('headline')}"


def test_an_edited_sentence_stays_and_is_flagged_with_both_values():
    mine = more(told(LEAD))
    merged = update(edited((told(LEAD), mine)))
    assert f"\n\n{mine}\n\n" in merged.text
    assert told(LEAD, HALF_PAST) not in merged.text
    flag, = merged.flagged
    assert (flag.text, flag.fact, number(flag.was), number(flag.now)) == (mine, "ge2019/region/midlands/gains/con", 3, 6)
    assert merged.text.split("\n")[flag.line - 1] == mine


def test_an_edited_sentence_whose_facts_stand_is_kept_without_a_flag():
    merged = update(edited((told(DEFECTOR), more(told(DEFECTOR)))))
    assert more(told(DEFECTOR)) in merged.text
    assert told(DEFECTOR, HALF_PAST) not in merged.text
    assert not merged.flagged


def test_an_added_sentence_stays_after_its_neighbour_and_is_flagged_for_an_old_value():
    merged = update(edited((told(SEATS), f"{told(SEATS)} Labour's seven seats are all in cities.")))
    assert block(merged.text, "all in cities") == f"{told(SEATS, HALF_PAST)} Labour's seven seats are all in cities."
    flag, = merged.flagged
    assert (flag.why, flag.was, number(flag.now)) == ("superseded", "seven", 11)


def test_a_deleted_sentence_stays_deleted_though_its_facts_change():
    merged = update(edited((f"{told(SEATS)}\n\n", "")))
    assert told(SEATS, HALF_PAST) not in merged.text and told(SEATS) not in merged.text
    assert not merged.flagged


def test_a_deleted_message_that_leaves_and_comes_back_stays_deleted():
    three, later, back = article(**THREE), article(**HALF_PAST), article(**THREE)
    text = edited((told(FIRST), ""))
    text = merge(three, later, text).text
    assert f'deleted: ["{FIRST}"]' in text
    assert told(FIRST) not in merge(later, back, text).text


def test_a_moved_paragraph_stays_moved_and_follows_the_facts():
    merged = update(edited((f"{told(SEATS)}\n\n", ""), ("## Seats by party", f"{told(SEATS)}\n\n## Seats by party")))
    assert merged.text.count(told(SEATS, HALF_PAST)) == 1
    assert f"{told(SEATS, HALF_PAST)}\n\n## Seats by party" in merged.text


def test_joined_paragraphs_stay_joined_and_split_ones_split():
    one, other = (told(each) for each in SUCCESSORS)
    merged = update(edited((f"{told(LEAD)}\n\n{told(SEATS)}", f"{told(LEAD)} {told(SEATS)}"), (f"{one} {other}", f"{one}\n\n{other}")))
    assert f"\n\n{told(LEAD, HALF_PAST)} {told(SEATS, HALF_PAST)}\n\n" in merged.text
    one, other = (told(each, HALF_PAST) for each in SUCCESSORS)
    assert f"\n\n{one}\n\n{other}" in merged.text and f"{one} {other}" in render(article(**HALF_PAST))


def test_sentences_made_one_are_kept_and_flagged_for_both():
    mine = f"{told(LEAD).removesuffix('.')}, and {told(SEATS)[0].lower()}{told(SEATS)[1:]}"
    merged = update(edited((f"{told(LEAD)}\n\n{told(SEATS)}", mine)))
    assert mine in merged.text
    assert told(LEAD, HALF_PAST) not in merged.text and told(SEATS, HALF_PAST) not in merged.text
    assert values(merged.flagged) == {(3, 6), (19, 39), (7, 11)}


def test_one_sentence_made_two_stays_two():
    first = re.search(r"19|seven", told(SEATS))
    rest = re.sub(r"^\W*(and |to )?", "", told(SEATS)[first.end():])
    mine = f"{told(SEATS)[:first.end()]}. {rest[0].upper()}{rest[1:]}"
    merged = update(edited((told(SEATS), mine)))
    assert f"\n\n{mine}\n\n" in merged.text
    assert told(SEATS, HALF_PAST) not in merged.text
    assert values(merged.flagged) == {(19, 39), (7, 11)}


def test_an_edited_headline_keeps_the_place_of_the_next_one():
    merged = update(edited((HEADLINE, "# Blue night in the Midlands: three seats fall")), following=WHOLE)
    assert merged.text.count("\n# ") == 1 and "\n# Blue night in the Midlands: three seats fall\n" in merged.text
    assert f'title: "{told("headline", WHOLE)}"' in merged.text
    assert values(merged.flagged) == {(3, 16)}


def test_a_cell_that_was_changed_stays_and_the_others_of_its_row_follow():
    base, following = article(**THREE), write(altered(written(**THREE)[0], 2))[0]
    text = edited(("| Aldridge-Brownhills | Wendy Morton |", "|Aldridge-Brownhills|Wendy Morton (re-elected)|"))
    row = block(merge(base, following, text).text, "Morton (re-elected)").split("\n")[2]
    assert row.startswith("| Aldridge-Brownhills | Wendy Morton (re-elected) | Con hold | 16,836 |")


def test_an_item_of_a_list_that_was_changed_stays():
    base, following = article(**WHOLE), write(altered(written(**WHOLE)[0], 3))[0]
    text = edited(("Bolsover (Mark Fletcher)", "Bolsover (Mark Fletcher, who is new)"), asked=WHOLE)
    merged = merge(base, following, text)
    assert "; Bolsover (Mark Fletcher, who is new); " in merged.text


def test_an_added_tag_and_a_changed_title_stay_in_the_front_matter():
    merged = update(edited((f'title: "{told("headline")}"',
                            "title: 'Three blue gains'\ntags:\n  - election\n  - Midlands"),
                           ('length: "standard"', "length: standard")))
    assert "title: 'Three blue gains'\ntags:\n  - election\n  - Midlands\n" in merged.text
    assert [(flag.text, flag.fact) for flag in merged.flagged][:1] == [("title: 'Three blue gains'", "ge2019/region/midlands/gains/con")]


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: text.replace("'", "’"),
    lambda text: text.replace(told(SEATS), told(SEATS).replace(" ", "  ", 2).replace(". ", ".\n")[::-1].replace(" ", "\n", 1)[::-1]),
    lambda text: text.replace(f"*{told('standfirst')}*", f"_{told('standfirst')}_"),
    lambda text: text.replace("| --- |", "|:--|"), lambda text: text.replace(f"{HEADLINE}\n\n", f"{HEADLINE}\n")])
def test_what_changes_no_word_is_no_edit(change):
    untouched = render(article(**THREE))
    assert change(untouched) != untouched
    merged = update(change(untouched))
    assert not [each for each in merged.kept if not each.text.startswith("|")] and not merged.flagged
    assert told(SEATS, HALF_PAST).replace("'", "") in merged.text.replace("’", "").replace("'", "")


def test_what_waits_goes_when_it_is_put_right_or_taken_out():
    once = update(edited((HEADLINE, "# Three seats go blue")))
    assert "waiting: [{" in once.text
    righted = merge(article(**HALF_PAST), article(**WHOLE), once.text.replace("# Three seats go blue", "# Blue night"))
    assert [flag.text for flag in righted.flagged] == ["Blue night"]
    reworded = merge(article(**HALF_PAST), article(**HALF_PAST), once.text.replace("# Three seats go blue", "# Now three seats go blue"))
    assert [(flag.text, flag.was, flag.now) for flag in reworded.flagged] == [("Now three seats go blue", once.flagged[0].was, once.flagged[0].now)]
    assert values(reworded.flagged) == {(3, 6)}
    righted = merge(article(**HALF_PAST), article(**HALF_PAST), once.text.replace("# Three seats go blue", "# Six seats go blue"))
    assert not righted.flagged and "waiting:" not in righted.text
    lines = [line for line in once.text.split("\n") if not line.startswith("waiting:")]
    assert not merge(article(**HALF_PAST), article(**HALF_PAST), "\n".join(lines)).flagged
    assert merge(article(**HALF_PAST), article(**HALF_PAST), once.text).flagged == once.flagged


def test_front_matter_that_another_program_wrote_again_is_read_all_the_same():
    import yaml
    once = update(edited((HEADLINE, "# Three seats go blue"),
                         (told(FIRST), "")))
    opening, front, body = once.text.split("---\n", 2)
    again = f"---\n{yaml.safe_dump(yaml.safe_load(front), allow_unicode=True, sort_keys=True)}---\n{body}"
    assert "waiting:\n- " in again
    merged = merge(article(**HALF_PAST), article(**WHOLE), again)
    assert [flag.text for flag in merged.flagged] == ["Three seats go blue"] and values(merged.flagged) == {(3, 16)}
    assert not [each for each in merged.kept if each.what in ("edited", "added") and each.text != "Three seats go blue"]
    found = yaml.safe_load(merged.text.split("---\n", 2)[1])
    assert found["deleted"] == [FIRST] and found["title"] == told("headline", WHOLE)
    assert number(found["waiting"][0]["now"]) == 16


def test_a_list_made_of_a_paragraph_stays_a_list_and_follows():
    base, following = article(**WHOLE), write(altered(written(**WHOLE)[0], 40, 6000))[0]
    text = render(base)
    listed = block(text, "; Bolsover (Mark Fletcher); ")
    merged = merge(base, following, text.replace(listed, "\n".join(f"- {each}" for each in listed.split("; "))))
    found = block(merged.text, "- Bassetlaw (Brendan Clarke-Smith)").split("\n")
    assert all(line.startswith("- ") for line in found) and len(found) > 3
    assert ";" not in "".join(found)


def test_an_edited_sentence_that_has_left_the_article_is_kept_and_flagged():
    merged = update(edited((told(FIRST), more(told(FIRST)))))
    assert more(told(FIRST)) in merged.text
    assert [(flag.why, flag.fact, flag.now) for flag in merged.flagged] == [("left", FIRST, "")]


HEAVY = """# Tories make early inroads across the Midlands

_By 3am only 26 of the region's 105 seats were in._

The Conservatives have so far taken **three** seats from Labour, which is left with just seven of those declared.

West Bromwich West has gone Conservative for the first time since its record begins in 1974, Shaun Bailey winning it. KEPT

> "I never thought I would see it," said a teller.

## What we are watching

- Bromsgrove, Sajid Javid's seat
- Nuneaton, first with Marcus Jones at 1.06am

Chris Leslie lost in Nottingham East. He was elected last time for Labour and stood for the Independent Group for Change.

"""


def test_a_copy_rewritten_almost_throughout_is_kept_and_what_it_rests_on_flagged():
    text = render(article(**THREE))
    opening, rest = text.split(HEADLINE, 1)
    merged = update(f"{opening}{HEAVY.replace('KEPT', told(KEPT))}## Seats by party{rest.split('## Seats by party', 1)[1]}")
    body = merged.text.split("---\n", 2)[2]
    for mine in HEAVY.replace("KEPT", "\n\n").split("\n\n"):
        assert mine.strip() in body, mine
    assert told(KEPT, HALF_PAST) in body
    found = {(flag.text.split()[0], number(flag.was), number(flag.now)) for flag in merged.flagged if flag.now}
    assert found >= {("Tories", 3, 6), ("By", 26, 50), ("By", "3am", "3.30am"), ("The", 7, 11), ("The", 3, 6)}
    gone = {flag.fact for flag in merged.flagged if not flag.now}
    assert gone == {FIRST}
    assert body.count("\n# ") == 1 and told(SEATS, HALF_PAST) not in body and told(LEAD, HALF_PAST) not in body


@pytest.mark.parametrize("how", [more, lambda text: re.sub(r"\S+", r"**\g<0>**", text, count=1)])
def test_an_edited_standfirst_is_flagged_and_a_second_update_changes_nothing(how):
    """Its facts may be printed in other words elsewhere in the article; and a strong word may open what is set in emphasis."""
    base, following = (dict(region="kent", election="ge2019", length="brief", as_of=f"2019-12-13T{hour}") for hour in ("03:00", "04:30"))
    mine = how(told("standfirst", base))
    merged = update(edited((f"\n*{told('standfirst', base)}*\n", f"\n*{mine}*\n"), asked=base), base, following)
    assert f"\n\n*{mine}*\n\n" in merged.text
    assert {flag.text for flag in merged.flagged} == {mine} and (2, 12) in values(merged.flagged)
    again = update(merged.text, following, following)
    assert (again.text, again.moved_on, again.flagged) == (merged.text, False, merged.flagged)


def test_a_list_at_the_top_is_no_edit_for_its_quotation_marks_and_one_for_a_name():
    base = dict(region="scotland", election="ge2017")
    one, other = article(**base), write(altered(written(**base)[0], 4))[0]
    text = render(one)
    assert "Brendan O'Hara" in text.split("---")[1]
    assert not merge(one, other, text.replace("'", "’")).flagged
    merged = merge(one, other, text.replace('people: ["', 'people: ["A. Nother", "', 1))
    assert '"A. Nother"' in merged.text and merged.flagged
    assert merge(other, other, merged.text).flagged == merged.flagged
