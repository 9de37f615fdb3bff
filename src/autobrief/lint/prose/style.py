"""What the house would have otherwise; nothing here is wrong English.  Off unless asked for."""

import re
from collections.abc import Iterator

from ... import grammar
from .counts import WORDS
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import PROSE, Found, rule
from .sentences import sentences

UNITS = r"(?:votes?|points?|per cent|percentage|%|years? old|am|pm|miles|million|billion|metres|degrees)"


@rule("style-percent", style=True)
def percent(passage, lexicon: Lexicon) -> Iterator[Found]:
    """`%` or `per cent`, as the house has it; never `percent`."""
    sign = lexicon.house["percent"]
    other = r"(?<=\d)%" if sign == "per cent" else r"(?<=\d) per cent"
    for found in every(rf"{other}|(?<=\d) percent\b", passage.text):
        yield Found(found.start(), f"the house writes “{sign}”")


@rule("style-quotes", style=True)
def quotes(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Straight or curly quotation marks and apostrophes, as the house has them."""
    wrong = "[“”‘’]" if lexicon.house["quotes"] == "straight" else "[\"']"
    for found in every(wrong, passage.text):
        yield Found(found.start(), f"the house writes {lexicon.house['quotes']} quotation marks")


@rule("style-courtesy", style=True)
def courtesy(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Mr and Ms where the house gives surnames alone."""
    if lexicon.house["courtesy"] == "surname":
        for found in every(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?=[A-Z])", passage.text):
            yield Found(found.start(), "the house writes the surname alone")


@rule("style-number", style=True)
def number(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Numbers in words up to nine and figures from 10, units and votes apart; no sentence opens with a figure."""
    most = lexicon.house["words_up_to"]
    nouns = alternatives(set(lexicon.nouns) | set(lexicon.nouns.values()))
    for found in every(rf"(?<![\w.,£$€/:+–-])(\d{{1,2}}) (?!{UNITS})(?:[\w-]+ )?(?={nouns}\b)", passage.text):
        if 0 <= int(found[1]) <= most and not search(r"\b(?:No|Number|[A-Z][a-z]+) $", passage.text[:found.start()]):
            yield Found(found.start(), f"write “{grammar.number(int(found[1]), most)}” in words")
    large = {word: value for word, value in WORDS.items() if value > most and word != "one hundred"}
    for found in every(rf"(?<=[a-z,] )({alternatives(large)})(?= (?:[\w-]+ )?{nouns}\b)", passage.text):
        yield Found(found.start(), f"write “{grammar.figures(large[found[1]])}” in figures")
    if passage.kind == "paragraph":
        for start, said in sentences(passage.text):
            if match(r"[\"'“‘(]?\d", said) and not match(r"\d+[.)] ", said):
                yield Found(start, "no sentence opens with a figure: write it in words, or turn the sentence round")


@rule("style-word", style=True)
def banned(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Words that judge or dramatise: oust, surge, crush, heartland."""
    for found in every(rf"(?<![\w-])({alternatives(lexicon.words['banned'])})(?![\w-])", passage.text, re.I):
        yield Found(found.start(), f"“{found[1]}”: use a plain word, such as win, hold, gain, lose, rise or fall")


@rule("style-party", style=True)
def party(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Bare Reform before Reform UK, and short names where the house has them in full."""
    for found in every(r"(?<![\w-])Reform(?! UK|\w| Act| Bill| Club| Commission)", passage.text):
        if "Reform UK" not in passage.text[:found.start()]:
            yield Found(found.start(), "write “Reform UK” at first mention")
    if lexicon.house["party_names"] == "full":
        for found in every(r"(?<![\w-])(?:Tories|Tory|Lib Dems?)(?![\w-])", passage.text):
            yield Found(found.start(), "the house writes party names in full")


@rule("style-date", kinds=PROSE, style=True)
def dates(passage, lexicon: Lexicon) -> Iterator[Found]:
    """12 December 2019 and 3.05am, not December 12th and 03:05."""
    months = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    for found in every(rf"\b\d{{1,2}}(?:st|nd|rd|th)(?: of)? {months}\b|\b{months} \d{{1,2}}(?:st|nd|rd|th)?\b(?![:%\d])", passage.text):
        yield Found(found.start(), "the house writes “12 December 2019”")
    twelve = lexicon.house["clock"] == 12
    wrong = r"\b\d{1,2}:\d\d(?: ?[ap]m\b)?|\b\d{1,2}(?:\.\d\d)? (?:[ap]m\b|[ap]\.m\.)|" \
            r"\b\d{1,2}\.00[ap]m\b" if twelve else r"\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.)"
    for found in every(wrong, passage.text):
        yield Found(found.start(), f"the house writes “{'3.05am' if twelve else '03:05'}”")


@rule("style-comma", style=True)
def serial_comma(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A comma before the last “and” of a plain list; “A and B and C”."""
    name = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
    for found in every(rf"{name}, {name}(,) (?:and|or) {name}(?![\w'’-])(?! and )", passage.text):
        if " and " not in found.group()[:found.start(1) - found.start()]:
            yield Found(found.start(1), "no comma before the last “and” of a plain list")


@rule("style-space", style=True)
def two_spaces(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Two spaces after a stop."""
    for found in every(r"(?<=[.?!:;]) {2,}(?=\S)", passage.text):
        yield Found(found.start() + 1, "one space after a stop")


@rule("style-nought", style=True)
def nought(passage, lexicon: Lexicon) -> Iterator[Found]:
    """0 seats where a reader expects “no seats”."""
    for found in every(r"(?<![\w.,])0(?= (?:seats|votes|gains|losses|MPs|candidates|recounts))", passage.text):
        yield Found(found.start(), "write “no”")
