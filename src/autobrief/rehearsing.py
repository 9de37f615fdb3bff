"""A rehearsal says so in every block: the word before all else, as a fact with the mark of test data as its working."""

from .facts.making import contest_source, make
from .model.text import Article, Block, Fact, Sentence, Span
from .model.world import Assignment

WORD = "REHEARSAL"
OPENING = f"{WORD}: "


def rehearsal_fact(assignment: Assignment) -> Fact:
    """That it is a rehearsal, resting on the test data it was written from."""
    return make(f"{assignment.election.id}/election", "rehearsal", WORD, "text", assignment.rehearsal,
                sources=contest_source(assignment.contests[0], "test"))


def rehearsed(blocks: tuple[Block, ...], fact: Fact) -> tuple[Block, ...]:
    """Every block with the word at its head: a table's in its caption, a list's in its title, a picture's in its text too."""
    return tuple(_opened(block, fact) for block in blocks)


def _opened(block: Block, fact: Fact) -> Block:
    if block.title:
        title = _with_word(block.title, fact)
        return block._replace(title=title, caption=title.text)
    if block.kind == "table":
        return block._replace(caption=OPENING + block.caption)
    alt = block.alt and block.alt._replace(text=OPENING + block.alt.text)
    return block._replace(sentences=(_with_word(block.sentences[0], fact), *block.sentences[1:]), alt=alt)


def _with_word(sentence: Sentence, fact: Fact) -> Sentence:
    moved = tuple(Span(span.start + len(OPENING), span.end + len(OPENING), span.fact) for span in sentence.spans)
    return sentence._replace(text=OPENING + sentence.text, spans=(Span(0, len(WORD), fact.id), *moved))


def as_live(article: Article) -> Article:
    """The article as it would stand without the word; for checking what else it says."""
    if not article.rehearsal:
        return article
    return article._replace(blocks=tuple(_unopened(block) for block in article.blocks))


def _unopened(block: Block) -> Block:
    alt = block.alt and block.alt._replace(text=block.alt.text.removeprefix(OPENING))
    title = block.title and _without_word(block.title)
    sentences = tuple(_without_word(sentence) for sentence in block.sentences)
    return block._replace(caption=block.caption.removeprefix(OPENING), title=title, sentences=sentences, alt=alt)


def _without_word(sentence: Sentence) -> Sentence:
    if not sentence.text.startswith(OPENING):
        return sentence
    moved = tuple(Span(span.start - len(OPENING), span.end - len(OPENING), span.fact) for span in sentence.spans[1:])
    return sentence._replace(text=sentence.text.removeprefix(OPENING), spans=moved)
