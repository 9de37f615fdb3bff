"""Markdown and plain text as passages: what is prose, and where it stands in the file."""

import pytest

from autobrief.lint.prose.document import STAND_IN, passages

MARKDOWN = """---
title: "None"
id: "ge2019/region/midlands"
---

# Labour holds **all** nine

The *Conservatives* won [all six](https://example.org/a_b "x_y") seats; `code_here`
and <!-- None --> lost none &amp; won 5 \\* 3.

<!-- a comment with None
over two lines -->

| Seat | Winner |
| --- | ---: |
| Ashfield | Con |

- An item
  of two lines
> A quotation.

```
{{ code }}
```

    indented_code None

Title
=====

**Seats that changed hands**
"""


def test_what_is_prose_and_what_kind_it_is():
    told = [(part.kind, part.text.strip()) for part in passages(MARKDOWN)]
    assert told == [
        ("heading", "Labour holds all nine"),
        ("paragraph", f"The Conservatives won all six seats; {STAND_IN} and lost none & won 5 * 3."),
        ("cell", "Seat"), ("cell", "Winner"), ("cell", "Ashfield"), ("cell", "Con"),
        ("paragraph", "An item of two lines"), ("paragraph", "A quotation."), ("heading", "Title"), ("caption", "Seats that changed hands"),
    ]


def test_every_character_has_its_place_in_the_file():
    for part in passages(MARKDOWN):
        for letter, at in zip(part.text, part.places, strict=False):
            assert letter in (STAND_IN, " ", "&", "*") or MARKDOWN[at] == letter


@pytest.mark.parametrize("text, place", [
    ("# Title\n\nIt was *a* **8.4-point** swing.\n", (3, 9)), ("One line here.\nIt was a 8-vote lead.\n", (2, 8)),
    ("---\ntitle: x\n---\n\nSee [the page](http://x.org) on a SNP gain.\n", (5, 33)), ("\r\nIt was a 8-vote lead.\r\n", (2, 8)),
    ("A line that is wrapped by hand at some width, as mail used to be, and a\n8.4-point swing which goes on over the end of the line to "
     "the next and so on.\n", (1, 71)),
    ("| a |\n| --- |\n| b |\n\nIt was a MP.\n", (5, 8)), ("\tIt was a MP.\n", None), ("> It was a MP.\n", (1, 10)), ("- It was a MP.\n", (1, 10)),
])
def test_line_and_column_are_those_of_the_file(text, place, lint):
    assert [(finding.line, finding.col) for finding in lint(text) if finding.code == "article"] == ([place] if place else [])


@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "```\nNone", "<!-- None", "| None", "*", "[", "![", "***", "a" * 5000, "(" * 500, '"' * 500,
        "\ufeff", "- \n- \n", "a b\n" * 500])
def test_odd_texts_are_no_trouble(text, lint):
    lint(text)


def test_marks_of_facts_are_found_anywhere(lint):
    assert [(f.line, f.col, f.code) for f in lint("---\ntitle: \ue000x\n---\n\nLabour \ue001won.\n")] == [(2, 8, "character"), (5, 8, "character")]


def test_a_table_may_hold_codes_but_no_missing_value(lint):
    assert not lint("| Seat | Winner |\n| --- | --- |\n| Ashfield | Con gain from Lab |\n| Bolsover | |\n")
    assert [f.code for f in lint("| Seat | Winner |\n| --- | --- |\n| Ashfield | None |\n")] == ["no-value"]


MARKUP = ["Labour held **Bury\nNorth and Bury** South, and lost none.\n", "```toml\n[[quotation]]\ntext = '<b>x</b>'\n```\n\nLabour held on.\n",
    "Labour held on.<br>\nThe Greens did not.\n", "<div>\n\nLabour held on.\n\n</div>\n", "[[Full results]](https://example.org) are here.\n",
    "Run `autobrief write` to see it.\n", "*Labour* and **Plaid Cymru** held _all_ of them.\n"]


@pytest.mark.parametrize("text", MARKUP)
def test_the_markup_of_markdown_is_no_fault(text, lint):
    assert not lint(text)


@pytest.mark.parametrize("text, place", [("Labour won.</p>\n", (1, 12)), ("# Title\n\nLabour won <b>Bury</b>.\n", (3, 12)),
                                         ("It was `Labour` all round.\n", (1, 8)),
                                         ("It was 5 &amp; 6.\n", (1, 10)), ("Labour held\n**Bury.\n", (2, 1))])
def test_markup_of_a_page_is_found_where_it_stands(text, place, lint):
    assert place in [(finding.line, finding.col) for finding in lint(text) if finding.code == "markup"]
