"""Headline, standfirst and lead; names; words."""

import pytest
from made_copies import copy

from autobrief.lint.measures import names, opening, tone

HEADLINE = "{party p/con|Conservatives} take {seats r/gains|16 seats} as {person a/l|Ann Ash} loses {place a/seat|Ely}"


def test_every_claim_of_the_headline_has_a_sentence():
    told = "{person a/l|Ann Ash} was beaten in {place a/seat|Ely} by the {party p/con|Conservatives}."
    assert not opening.headline_claims(copy(told, "{seats r/gains|Sixteen seats|16 seats} went.", headline=HEADLINE)).found
    missing = opening.headline_claims(copy(told, headline=HEADLINE)).found
    assert len(missing) == 1 and "16 seats" in missing[0].message


def test_a_claim_may_be_told_by_another_fact_of_the_same_value():
    told = "{person z/l|Ash|Ann Ash} lost {place a/seat|Ely} to the {party p/con|Conservatives}; {seats z/losses|sixteen|16 seats} went."
    assert not opening.headline_claims(copy(told, headline=HEADLINE)).found


def test_the_method_note_is_no_sentence_below():
    assert opening.headline_claims(copy("Nothing.", headline="{votes a/n|12 votes}", method="There were {votes a/n|12 votes}.")).found


def test_the_standfirst_adds_to_the_headline():
    headline = "{party p/con|Conservatives} hold all {seats r/all|six seats|6}"
    assert opening.standfirst_adds(copy(headline=headline, standfirst="The {party p/con|Conservatives} have {seats r/won|six|6} seats.")).found
    adding = copy(headline=headline, standfirst="The {party p/con|Conservatives} have {share r/share|54%} of the vote.")
    assert not opening.standfirst_adds(adding).found


@pytest.mark.parametrize("lead, run, overlap", [
    ("{party p/con|The Conservatives} took {seats r/gains|16 seats} as {person a/l|Ann Ash} lost {place a/seat|Ely}.", True, True),
    ("{person a/l|Ann Ash} lost {place a/seat|Ely} that night, when {party p/con|the Conservatives} took {seats r/gains|16 seats}.", False, True),
    ("{party p/con|The Conservatives} have gained {seats r/gains|16 seats} and lost none.", False, False),
    ("A quarter of the region has changed hands, and with it {place a/seat|Ely}.", False, False),
])
def test_the_lead_does_not_repeat_the_headline(lead, run, overlap):
    made = copy(headline=HEADLINE, lead=lead)
    assert (bool(opening.lead_run(made).found), bool(opening.lead_overlap(made).found)) == (run, overlap)


def test_a_long_name_is_one_word_of_a_run():
    made = copy(headline="{party p/con|Conservatives} hold {place r/name|Yorkshire and the Humber}",
                lead="No change in {place r/name|Yorkshire and the Humber} tonight.")
    assert opening.lead_run(made).value == 1


def test_a_lead_or_headline_that_is_not_there():
    assert opening.lead_run(copy("Text.")).value == opening.lead_overlap(copy(headline="Text")).value == 0


NAME = "{person a/w|Ann Ash} won."


@pytest.mark.parametrize("paragraphs, breaks", [
    ((NAME, "{person a/w|Ash|Ann Ash} had stood before."), False),
    ((NAME, "Then {person a/w|Ann Ash} won again."), True),
    (("{person a/w|Ash|Ann Ash} won.",), True),
    ((NAME, "{person b/w|Bo Ash} lost.", "Then {person a/w|Ann Ash} spoke."), False),
    ((NAME, "{person a/w|Ash's|Ann Ash} seat."), False),
])
def test_full_name_then_surname(paragraphs, breaks):
    assert bool(names.full_then_surname(copy(*paragraphs)).found) == breaks


def test_names_of_headline_and_standfirst_are_no_first_mention():
    assert not names.full_then_surname(copy(NAME, headline=NAME, standfirst=NAME)).found


@pytest.mark.parametrize("word", (
    "scalp scalped sweeps sweeping swept crumble crumbled oust ousted ousting surge surging collapse collapsed crush crushing fail "
    "failed failing failure heartland heartlands Swept stronghold strongholds safe safest marginal close").split())
def test_words_that_are_not_for_the_copy(word):
    text = f"There was a {word} there."
    assert tone.banned(copy(text)).found
    assert tone.banned(copy(headline=text)).found
    assert not tone.banned(copy("There was a {place a/seat|" + word.title() + "} there.")).found


@pytest.mark.parametrize("text", ["The closest result.", "Polls close at 10pm.", "It closed early.", "The sweeper, marginally.", "A safety margin.",
                                  "They insurge.", "A scalpel."])
def test_words_that_are_like_them_and_are_let_through(text):
    assert not tone.banned(copy(text)).found


def test_a_word_with_its_definition_in_print():
    assert not tone.banned(copy("Ely was marginal.", "A marginal seat is one with a majority under 5%.")).found
    assert not tone.banned(copy("Ely was marginal.", method="Marginal means a majority of under 2,000 votes.")).found
    assert tone.banned(copy("Ely was marginal.", "A safe seat is one with a majority over 15%.")).found
