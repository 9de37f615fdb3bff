"""Any edit, then any update: neither is lost, and nothing overtaken passes in silence."""

from functools import lru_cache

import pytest
from articles import written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merging.documents import Bit, Document, Stretch, altered, article, write

from autobrief.merging import merge
from autobrief.merging.overtaken import same_value
from autobrief.merging.pieces import Form, parts
from autobrief.merging.reading import plain

NIGHTS = {
    "midlands": (dict(region="midlands", election="ge2019"), ("2019-12-13T00:30", "2019-12-13T03:00", "2019-12-13T03:30", "2019-12-13T05:00", None)),
    "scotland": (dict(region="scotland", election="ge2017"), ("2017-06-09T02:00", "2017-06-09T03:30", None)),
    "wales": (dict(region="wales", election="ge2010", length="long"), ("2010-05-07T02:00", "2010-05-07T04:00", None)),
    "northern-ireland": (dict(region="northern-ireland", election="ge2019"), ("2019-12-13T02:00", "2019-12-13T04:00", None)),
    "kent": (dict(region="kent", election="ge2019", length="brief"), ("2019-12-13T03:00", "2019-12-13T04:30", None)),
    "telford": (dict(seat="Telford", election="ge2019"), ("2019-12-12T23:00", None)),
}
EXAMPLES = 60


@lru_cache(64)
def at(night: str, hour: int, corrected: int = 0):
    asked, hours = NIGHTS[night]
    asked = asked | ({"as_of": hours[hour]} if hours[hour] else {})
    return write(altered(written(**asked)[0], corrected))[0] if corrected else article(**asked)


@st.composite
def updates(draw):
    """A base and a later version of it."""
    night = draw(st.sampled_from(sorted(NIGHTS)))
    last = len(NIGHTS[night][1]) - 1
    first = draw(st.integers(0, last))
    return (night, first, 0), (night, draw(st.integers(first, last)), draw(st.sampled_from((0, 0, 1, 4))))


# What somebody may do ----------------------------------------------------------------------------

def reword(document, draw):
    stretch = draw(st.sampled_from(document.of_kind("prose", "whole", "items")))
    bit = draw(st.sampled_from(stretch.bits))
    if bit.state != "same" or len(bit.text.split()) < 2 or bit.text == "---":
        return
    words = bit.text.rstrip(".").split()
    how = draw(st.sampled_from(("append", "drop", "swap", "emphasis", "insert")))
    if how == "append":
        words += ["after", "a", "recount"]
    elif how == "drop" and len(words) > 4:
        words = words[:-1]
    elif how == "swap" and len(words) > 4:
        words[1], words[2] = words[2], words[1]
    elif how == "emphasis":
        words[0] = f"**{words[0]}**"
    else:
        words.insert(1, "indeed")
    text = " ".join(words) + ("." if bit.text.endswith(".") else "")
    if plain(text) != plain(bit.text):
        bit.text, bit.state = text, "edited"


def delete_sentence(document, draw):
    stretch = draw(st.sampled_from(document.of_kind("prose", "whole", "items", "rows")))
    if stretch.bits[0].text != "---":
        document.deleted.append(stretch.bits.pop(draw(st.integers(0, len(stretch.bits) - 1))))


def delete_part(document, draw):
    stretch = draw(st.sampled_from(document.of_kind("prose", "whole", "items")))
    if stretch.bits[0].text != "---":
        document.deleted += stretch.bits
        stretch.bits = []


def move_sentence(document, draw):
    one, other = (draw(st.sampled_from(document.copy())) for _ in range(2))
    if one.bits:
        bit = one.bits.pop(draw(st.integers(0, len(one.bits) - 1)))
        other.bits.insert(draw(st.integers(0, len(other.bits))), bit)


def move_part(document, draw):
    if len(document.stretches) > 4:
        stretch = document.stretches.pop(draw(st.integers(2, len(document.stretches) - 2)))
        document.stretches.insert(draw(st.integers(2, len(document.stretches) - 1)), stretch)


def add_sentence(document, draw):
    stretch = draw(st.sampled_from(document.copy()))
    text = draw(st.sampled_from(("Rain fell on Kettering market all night.", "“We queued for hours,” said a voter in Louth.",
                                 "The hall's clock had stopped at noon.", "Nobody had slept; the tea was cold.")))
    if not any(plain(bit.text) == plain(text) for bit in document.bits()):
        stretch.bits.insert(draw(st.integers(0, len(stretch.bits))), Bit(text, "", "added"))


def add_part(document, draw):
    text, form = draw(st.sampled_from((("Analysis by our staff", Form("whole", "### ")), ("A paragraph from the count, by hand.", Form("prose")),
                                       ("> “Never in my life,” she said.", Form("whole")), ("<aside>Related reading</aside>", Form("whole")))))
    if not any(plain(bit.text) == plain(text) for bit in document.bits()):
        document.stretches.insert(draw(st.integers(2, len(document.stretches))), Stretch(form, [Bit(text, "", "added")]))


def join(document, draw):
    copy = document.copy()
    n = draw(st.integers(0, max(len(copy) - 2, 0)))
    if len(copy) > 1:
        copy[n].bits += copy[n + 1].bits
        copy[n + 1].bits = []


def split(document, draw):
    stretch = draw(st.sampled_from(document.copy()))
    if len(stretch.bits) > 1:
        at = draw(st.integers(1, len(stretch.bits) - 1))
        document.stretches.insert(document.stretches.index(stretch) + 1, Stretch(stretch.form, stretch.bits[at:]))
        stretch.bits = stretch.bits[:at]


EDITS = (reword, delete_sentence, delete_part, move_sentence, move_part, add_sentence, add_part, join, split)


def edited(article, draw):
    document = Document(article)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5)):
        if document.copy():
            edit(document, draw)
    return document


def noise(draw, text: str) -> str:
    """What editors and systems do to a file without a word being changed."""
    for change in draw(st.lists(st.sampled_from(("crlf", "bom", "curly", "spaces", "wrap")), max_size=2, unique=True)):
        if change == "curly":
            text = text.replace("'", "’")
        elif change == "spaces":
            text = text.replace("\n\n", "\n\n\n").replace(". ", ".  ")
        elif change == "wrap":
            text = "\n".join(line if line.startswith(("|", "#", "---")) or ":" in line[:12] else line.replace(". ", ".\n")
                             for line in text.split("\n"))
        elif change == "crlf":
            text = text.replace("\n", "\r\n")
        else:
            text = "\ufeff" + text
    return text


# What must then be so ----------------------------------------------------------------------------

def held(text: str) -> str:
    return "\x1f".join(plain(block) for block in text.split("---", 2)[2].replace("\r\n", "\n").split("\n\n"))


def stands(piece, said: str) -> bool:
    """The piece is there; where an edit took away the name that it leans on, it says the name itself."""
    return any(plain(each).strip("|") in said for each in (piece.text, piece.alone) if each)


def told(text: str, others) -> bool:
    """One of the others is the text, or says it and more: a headline grows at its end as results come in."""
    return any(plain(text) in plain(other) for other in others)


def check(base, following, document, merged):
    said = held(merged.text)
    old = {piece.id: piece for part in parts(base) for piece in part.pieces}
    new = {piece.id: piece for part in parts(following) for piece in part.pieces}
    flagged = {(flag.text and plain(flag.text), flag.fact) for flag in merged.flagged}
    touched = {bit.id for bit in document.bits() if bit.state != "same"} | {bit.id for bit in document.deleted}
    facts, now, printed = base.facts, following.facts, {each for piece in new.values() for each in piece.printed}
    for bit in document.bits():
        if bit.state != "same":
            assert plain(bit.text) in said, f"an edit is lost: {bit.text}"
        elif bit.id in new:
            assert stands(new[bit.id], said), f"a fact update is lost: {new[bit.id].text}"
        elif len(bit.text) > 30 and not told(bit.text, (piece.text for piece in new.values())):
            assert plain(bit.text) not in said, f"has left the article, and stands: {bit.text}"
        if bit.state == "edited":
            # A share that moved by less than it is rounded to reads as it did, and is not overtaken.
            changed = [fact for fact, words in old[bit.id].printed
                       if fact in now and not same_value(facts[fact], now[fact]) and (fact, words) not in printed]
            righted = {plain(each.text) for each in new.values()}
            for fact in changed if plain(bit.text) not in righted else ():
                assert any(text == plain(bit.text) for text, _ in flagged), f"overtaken by {fact} in silence: {bit.text}"
    standing = [bit.text for bit in document.bits()]
    standing += [form for b in document.bits() if b.id in new for form in (new[b.id].text, new[b.id].alone) if form]
    for bit in document.deleted:
        for was in (bit.text, new[bit.id].text if bit.id in new else ""):
            if bit.id and len(was) > 30 and not told(was, standing):
                assert plain(was) not in said, f"was deleted, and is back: {was}"
    messages, slots = ({getattr(old[id], name) for id in touched if id} for name in ("message", "block"))
    for id, piece in new.items():
        replaced = piece.block in slots and piece.block in ("headline", "standfirst", "lead", "byline")
        if id not in old and piece.message not in messages and not replaced:
            assert stands(piece, said), f"a new message is lost: {piece.text}"


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_edit_then_any_update_loses_neither(data):
    base, following = (at(*key) for key in data.draw(updates()))
    document = edited(base, data.draw)
    text = noise(data.draw, document.text())
    merged = merge(base, following, text)
    check(base, following, document, merged)
    again = merge(following, following, merged.text)
    assert (again.text, again.moved_on, len(again.flagged)) == (merged.text, False, len(merged.flagged))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_edits_stay_edits_through_three_updates(data):
    night = data.draw(st.sampled_from(["midlands", "scotland", "northern-ireland", "kent"]))
    hours = range(len(NIGHTS[night][1]))
    versions = [at(night, hour) for hour in hours]
    document = edited(versions[0], data.draw)
    text = document.text()
    for one, other in zip(versions, versions[1:], strict=False):
        text = merge(one, other, text).text
    said = held(text)
    for bit in document.bits():
        if bit.state != "same":
            assert plain(bit.text) in said, f"an edit is lost: {bit.text}"


@pytest.mark.parametrize("night", sorted(NIGHTS))
def test_without_an_edit_the_merged_file_is_the_next_version(night):
    from autobrief.formats.markdown import render
    versions = [at(night, hour) for hour in range(len(NIGHTS[night][1]))] + [at(night, len(NIGHTS[night][1]) - 1, 3)]
    for n, one in enumerate(versions):
        for other in versions[n:]:
            merged = merge(one, other, render(one))
            assert merged.text == render(other)
            assert not merged.kept and not merged.flagged
