"""The number budget: figures in a sentence, figures in the copy, sentences that open with one."""

import re

from ...counting import figures, words
from .copy import Copy
from .finding import Measured, found

PAIR = re.compile(r"\bfrom\b[^;]*\d[^;]*\bto\b[^;]*\d|\d.*\b(?:up|down) from\b.*\d|\d.*\bbecame\b.*\d|\d.*\bhad been\b.*\d|\bhad been\b.*\d.*\d")
"""A figure then and the same figure now."""
MOST = 3
REGION, CLOSER = 20, 12
"""Words to a figure: in a region or nation; in a seat story or a part-counted report."""


def in_sentence(copy: Copy) -> Measured:
    """At most three in a sentence, and three only where a from-to pair is the story."""
    worst, breaches = 0, []
    for told in (*copy.of("headline", "standfirst", "method"), *copy.body):
        count = len(figures(told.text))
        worst = max(worst, count)
        if count > MOST:
            breaches.append(found("figures-sentence", count, f"{count} figures in a sentence, {MOST} at most", told, copy))
        elif count == MOST and not PAIR.search(told.text):
            breaches.append(found("figures-sentence", count, "three figures with no from-to pair", told, copy))
    return Measured(worst, tuple(breaches))


def in_copy(copy: Copy) -> Measured:
    """Figures to so many words of the copy; the value is the share of the budget used, 1 at most."""
    budget = CLOSER if copy.of_one_seat or copy.stage != "complete" else REGION
    body = copy.body
    count, length = sum(len(figures(told.text)) for told in body), sum(len(words(told.text)) for told in body)
    used = count * budget / length if length else 0.0
    if used <= 1:
        return Measured(used)
    most = max(body, key=lambda told: len(figures(told.text)) / max(len(words(told.text)), 1))
    return Measured(used, (found("figures-copy", used, f"{count} figures in {length} words, one to {budget} at most; most in", most, copy),))


def opening(copy: Copy) -> Measured:
    """No sentence opens with a figure, a year among them."""
    breaches = [found("opens-figure", 1, "opens with a figure", told, copy)
                for told in (*copy.of("headline", "standfirst", "method"), *copy.body) if re.match(r"[\"'“‘(£+−-]*\d", told.text)]
    return Measured(len(breaches), tuple(breaches))
