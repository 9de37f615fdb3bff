import pytest
from hostile import hostile_article

from autobrief.formats import text
from autobrief.formats.layout import line
from autobrief.model.text import Block, Cell


def test_names_stand_as_they_are(hostile, name):
    said = line(name)
    found = text.render(hostile).split("\n\n")
    assert found[:9] == [said, said, said, said, said, said, said, f"- {said}\n- {said}", said]
    assert found[-3:-1] == [said, said]
    assert found[-1].startswith("-- \nId: ge2030/region/nowhere\nVersion: ")


def test_paragraphs_are_not_wrapped(real):
    lines = text.render(real).split("\n")
    assert all(block.text in lines for block in real.blocks if block.kind not in ("list", "table"))


def test_columns_are_aligned_words_left_and_figures_right():
    rows = (("Bath", "Jo Li", "1,234", "–"), ("Stoke-on-Trent", "Al", "–", "+3"), ("Ely", "Bo", "5", "−10"))
    table = Block("table", "t", caption="Seats", columns=("Seat", "MP", "Votes", "Net"),
                  rows=tuple(tuple(map(Cell, row)) for row in rows))
    assert text.render(hostile_article("x", blocks=(table,))).split("\n\n", 1)[1].split("\n-- \n")[0] == """\
Seats

Seat            MP     Votes  Net
Bath            Jo Li  1,234    –
Stoke-on-Trent  Al         –   +3
Ely             Bo         5  −10
"""


def test_every_row_of_a_real_table_is_there_in_order(real):
    lines = [line.split() for line in text.render(real).split("\n")]
    for block in real.blocks:
        if block.kind == "table":
            start = lines.index(block.caption.split()) + 2
            shown = [list(block.columns), *([cell.text for cell in row] for row in block.rows)]
            assert lines[start:start + len(shown)] == [" ".join(row).split() for row in shown]


def test_a_row_longer_than_its_headings_is_refused():
    table = Block("table", "table/x", caption="x", columns=("a",), rows=((Cell("1"), Cell("2")),))
    with pytest.raises(ValueError, match="table/x has a row of 2 cells under 1 columns"):
        text.render(hostile_article("x", blocks=(table,)))
