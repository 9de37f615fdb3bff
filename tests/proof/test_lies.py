"""Lies planted in a true article are caught."""

import marshal

import pytest

from autobrief.checking.proof import prove
from autobrief.checking.replaying import alterations, facts_of
from autobrief.model.text import Cell, Fact, Message, Sentence, Source, Span
from autobrief.model.world import Party
from autobrief.realisation import ENVIRONMENT


def replace(value, **changes):
    return value._replace(**changes)


@pytest.fixture(scope="module")
def midlands(written):
    return written(region="midlands", election="ge2019")


def changed(article, block_id, change):
    """The article with one block changed."""
    return replace(article, blocks=tuple(change(b) if b.id == block_id else b for b in article.blocks))


def with_sentence(article, wanted, change):
    """The article with the first sentence that is wanted changed, and that sentence as it was."""
    block, sentence = next((b, s) for b in article.blocks for s in b.sentences if wanted(b, s))
    sentences = tuple(change(s) if s is sentence else s for s in block.sentences)
    return changed(article, block.id, lambda b: replace(b, sentences=sentences)), sentence


def codes(article, plan, stylebook):
    return {fault.code for fault in prove(article, plan, stylebook)}


def unit_of(article, span):
    return article.facts[span.fact].unit


def test_the_article_is_true(midlands, stylebook):
    assert prove(*midlands, stylebook) == []


def test_a_changed_digit(midlands, stylebook):
    article, plan = midlands

    def lie(sentence):
        at = next(i for i, c in enumerate(sentence.text) if c.isdigit())
        return sentence._replace(text=sentence.text[:at] + ("1" if sentence.text[at] != "1" else "2") + sentence.text[at + 1:])
    lied, _ = with_sentence(article, lambda b, s: b.kind == "paragraph" and any(c.isdigit() for c in s.text), lie)
    assert "rendering" in codes(lied, plan, stylebook)


def people(article, sentence):
    return [span for span in sentence.spans if unit_of(article, span) == "person"]


def swapped(sentence, first, second, with_spans):
    """The two spans' texts in each other's place; `with_spans` lets the spans go with them."""
    a, b, text = sentence.text[first.start:first.end], sentence.text[second.start:second.end], sentence.text
    text = text[:first.start] + b + text[first.end:second.start] + a + text[second.end:]
    spans, grown = [], len(b) - len(a)
    for span in sentence.spans:
        if span == first:
            spans.append(Span(first.start, first.start + len(b), second.fact if with_spans else first.fact))
        elif span == second:
            spans.append(Span(second.start + grown, second.end, first.fact if with_spans else second.fact))
        else:
            move = grown if first.end <= span.start < second.start else 0
            spans.append(Span(span.start + move, span.end + move, span.fact))
    return sentence._replace(text=text, spans=tuple(spans))


@pytest.mark.parametrize("with_spans, code", [(False, "rendering"), (True, "replay")])
def test_two_names_swapped(midlands, stylebook, with_spans, code):
    article, plan = midlands
    lied, _ = with_sentence(article, lambda b, s: b.kind == "paragraph" and len(people(article, s)) > 1,
                            lambda s: swapped(s, *people(article, s)[:2], with_spans))
    assert code in codes(lied, plan, stylebook)


@pytest.mark.parametrize("kind", ["headline", "standfirst", "paragraph", "method"])
def test_a_dropped_span(midlands, stylebook, kind):
    article, plan = midlands

    def figure(sentence):
        return [s for s in sentence.spans if any(c.isdigit() for c in sentence.text[s.start:s.end])]
    lied, _ = with_sentence(article, lambda b, s: b.kind == kind and figure(s),
                            lambda s: s._replace(spans=tuple(span for span in s.spans if span not in figure(s))))
    assert {"digit", "replay"} <= codes(lied, plan, stylebook)


@pytest.mark.parametrize("code, change", [
    ("bounds", lambda s: s._replace(spans=(*s.spans[:-1], s.spans[-1]._replace(end=len(s.text) + 1)))),
    ("bounds", lambda s: s._replace(spans=(*s.spans[:-1], s.spans[-1]._replace(end=s.spans[-1].start)))),
    ("overlap", lambda s: s._replace(spans=s.spans[::-1])),
    ("unknown-fact", lambda s: s._replace(spans=(s.spans[0]._replace(fact="nobody/knows"), *s.spans[1:]))),
    ("no-message", lambda s: s._replace(message="nobody/said")),
    ("no-message", lambda s: s._replace(variant="0" * 16)),
    ("replay", lambda s: s._replace(text=f"{s.text} Voters turned.")),
    ("digit", lambda s: s._replace(text=f"{s.text} 16")),
])
def test_a_spoilt_sentence(midlands, stylebook, code, change):
    article, plan = midlands
    lied, _ = with_sentence(article, lambda b, s: b.kind == "paragraph" and len(s.spans) > 1, change)
    assert code in codes(lied, plan, stylebook)


def test_a_surname_before_the_full_name(midlands, stylebook):
    article, plan = midlands

    def lie(sentence):
        span = people(article, sentence)[0]
        family = article.facts[span.fact].value.family
        return sentence._replace(text=sentence.text[:span.start] + family + sentence.text[span.end:],
                                 spans=(Span(span.start, span.start + len(family), span.fact),))
    lied, _ = with_sentence(article, lambda b, s: b.kind == "paragraph" and people(article, s), lie)
    assert "who" in codes(lied, plan, stylebook)


def test_a_fact_without_a_source(midlands, stylebook):
    article, plan = midlands
    name = next(iter(article.facts))
    inner = Fact("a/b", "b", 1, "seats")
    lied = replace(article, facts=article.facts | {name: article.facts[name]._replace(sources=(), inputs=(inner,))})
    assert codes(lied, plan, stylebook) == {"source"}


def test_a_caption_that_miscounts(midlands, stylebook):
    article, plan = midlands
    block = next(b for b in article.blocks if b.kind == "list")
    lied = changed(article, block.id, lambda b: replace(b, caption=b.caption.replace("16", "17")))
    assert codes(lied, plan, stylebook) == {"replay"}


def recut(block, row, column, cell):
    """A table with one cell in another's place."""
    rows = [list(r) for r in block.rows]
    rows[row][column] = cell
    return replace(block, rows=tuple(tuple(r) for r in rows))


@pytest.mark.parametrize("table, row, column, text, code", [
    ("table/parties", 0, 1, "83", "rendering"), ("table/parties", 0, 1, "83", "sum"), ("table/parties", 0, 2, "17", "sum"),
    ("table/parties", 1, 4, "+16", "sum"), ("table/results", 3, 3, "9,999,999", "rendering"),
    ("table/results", 3, 1, "Nobody Else", "rendering"), ("table/results", 3, 2, "Green hold", "rendering"),
])
def test_a_table_that_lies(midlands, stylebook, table, row, column, text, code):
    article, plan = midlands
    lied = changed(article, table, lambda b: recut(b, row, column, Cell(text, b.rows[row][column].fact)))
    assert code in codes(lied, plan, stylebook)


def test_a_figure_in_a_table_without_its_fact(midlands, stylebook):
    article, plan = midlands
    lied = changed(article, "table/results", lambda b: recut(b, 0, 3, Cell("123")))
    assert codes(lied, plan, stylebook) == {"digit"}


def wording(stylebook, text, *names):
    """One variant as a stylebook would compile it, of syntax that no stylebook lets through."""
    some = stylebook.templates["closest"][0]
    return some._replace(kind="planted", needs=frozenset(names), uses=frozenset(names), code=marshal.dumps(ENVIRONMENT.compile(text)))


PARTY = Fact("x/party", "party", Party("lab", "Labour", "Lab"), "party", sources=(Source("t", "", (1,)),))
GAINS = Fact("x/gains", "gains", 5, "seats", sources=(Source("t", "", (1,)),))


@pytest.mark.parametrize("text, code", [
    ("{{ party }} gained {{ gains }}.", None),
    ("{{ party }} {{ party | verb('has', 'have') }} gained.", None),
    ("{{ party }} gained{% if gains %} again{% endif %}.", None),
    ("{{ party | verb('won', 'won') }} {{ gains }}.", "deaf"),
    ("{{ party }} gained {% if gains.fact.value > 3 %}many{% else %}few{% endif %}.", "hidden"),
    ("{{ party }} gained.\n{% if gains.fact.value > 3 %}{{ party }} won.{% endif %}", "hidden"),
])
def test_a_sentence_changes_with_its_facts_alone(stylebook, text, code):
    message = Message("planted", "x", {"party": PARTY, "gains": GAINS})
    assert set(facts_of(message)) == {"x/party", "x/gains"}
    faults = alterations(message, wording(stylebook, text, "party", "gains"), stylebook)
    assert [fault.code for fault in faults] == ([code] if code else [])


def test_two_values_under_one_id(midlands, stylebook):
    article, plan = midlands
    section = next(s for s in plan.sections if s.kind == "paragraph")
    stray = Message("stray", "x", {"total": Fact("ge2019/region/midlands/total", "total", 104, "seats")})
    lied = replace(plan, sections=(*plan.sections, replace(section, messages=(stray,))))
    assert codes(article, lied, stylebook) == {"two-of-one-id"}


def test_two_sentences_of_one_id(midlands, stylebook):
    article, plan = midlands
    block = next(b for b in article.blocks if b.kind == "method")
    assert isinstance(block.sentences[0], Sentence)
    lied = changed(article, block.id, lambda b: replace(b, sentences=(*b.sentences, b.sentences[0])))
    assert "two-of-one-id" in codes(lied, plan, stylebook)
