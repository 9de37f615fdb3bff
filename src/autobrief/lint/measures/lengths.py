"""How long: sentences, paragraphs, the headline, the article."""

from ...counting import MEAN, OVER, words
from .copy import BODY, Copy
from .finding import Measured, found

LONGEST = 35
SENTENCES = 3
HEADLINE, HEADLINE_MOST = 65, 90
ABOUT = {"brief": 200, "standard": 450, "long": 800}


def mean_sentence(copy: Copy) -> Measured:
    """Words to a sentence of the copy and standfirst: under twenty."""
    counts = [len(words(told.text)) for told in (*copy.of("standfirst"), *copy.body)]
    mean = sum(counts) / len(counts) if counts else 0.0
    if mean < MEAN:
        return Measured(mean)
    return Measured(mean, (found("sentence-mean", mean, f"{mean:.1f} words to a sentence, under {MEAN} wanted", None, copy),))


def longest_sentence(copy: Copy) -> Measured:
    """No sentence over 35 words, those of the method note among them."""
    breaches, worst = [], 0
    for told in (*copy.of("headline", "standfirst", "method"), *copy.body):
        count = len(words(told.text))
        worst = max(worst, count)
        if count > LONGEST:
            breaches.append(found("sentence-long", count, f"{count} words in a sentence, {LONGEST} at most", told, copy))
    return Measured(worst, tuple(breaches))


def paragraphs(copy: Copy) -> Measured:
    """One to three sentences in a paragraph."""
    worst, breaches = 0, []
    for passage in copy.passages:
        if passage.kind in BODY and passage.kind != "quoted":
            count = len(passage.told)
            worst = max(worst, count)
            if count > SENTENCES or not count:
                breaches.append(found("paragraph", count, f"{count} sentences in a paragraph, {SENTENCES} at most",
                                      passage.told[0] if count else None, copy))
    return Measured(worst, tuple(breaches))


def headline(copy: Copy) -> Measured:
    """Characters of the headline: 90 at most."""
    breaches = [found("headline-length", len(told.text), f"{len(told.text)} characters, {HEADLINE_MOST} at most", told, copy)
                for told in copy.of("headline") if len(told.text) > HEADLINE_MOST]
    return Measured(max((len(told.text) for told in copy.of("headline")), default=0), tuple(breaches))


def article(copy: Copy) -> Measured:
    """Words of headline, standfirst, headings and copy against what the length is about: a fifth over is too long.

    A short one is no fault: a quiet region is not padded.
    """
    count = sum(len(words(told.text)) for told in copy.of("headline", "standfirst", "heading", *BODY))
    about = ABOUT.get(copy.length, 0)
    part = count / about if about else 0.0
    if part <= OVER:
        return Measured(part)
    return Measured(part, (found("length", part, f"{count} words where {copy.length} is about {about}", None, copy),))
