"""Every measure over a set of articles: for each the worst, the mean and how many are over; and the worst text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from . import figures, lengths, names, opening, repetition, tone
from .copy import Copy
from .finding import Found, Measured
from .variety import FEWEST, SLOTS, Shown, Worn, shown, worn

KEPT = 40
"""Patterns kept of each slot."""


class Measure(NamedTuple):
    """One measure by name, what its value is and the most it may be; with no limit it lists what is no fault."""

    name: str
    says: str
    limit: float | None
    of: Callable[[Copy], Measured]


def measures(fixed_terms: Mapping) -> tuple[Measure, ...]:
    """Every measure; the set terms of a stylebook (`terms` in fixed_terms.toml) may recur."""
    terms = frozenset(tuple(term.lower().split()) for term in fixed_terms.get("terms", ()))
    return (
        Measure("figures-sentence", "figures in a sentence", figures.MOST, figures.in_sentence),
        Measure("figures-copy", "part of the figure budget used", 1, figures.in_copy),
        Measure("opens-figure", "sentences opening with a figure", 0, figures.opening),
        Measure("sentence-mean", "mean words to a sentence", lengths.MEAN, lengths.mean_sentence),
        Measure("sentence-long", "words in the longest sentence", lengths.LONGEST, lengths.longest_sentence),
        Measure("paragraph", "sentences in a paragraph", lengths.SENTENCES, lengths.paragraphs),
        Measure("length", "part of the length asked for", lengths.OVER, lengths.article),
        Measure("headline-length", "characters in the headline", lengths.HEADLINE_MOST, lengths.headline),
        Measure("headline-claim", "claims of the headline alone", 0, opening.headline_claims),
        Measure("standfirst-adds", "standfirsts that add nothing", 0, opening.standfirst_adds),
        Measure("lead-run", "words on end of the headline in the lead", opening.RUN, opening.lead_run),
        Measure("lead-overlap", "part of the headline's words in the lead", opening.OVERLAP, opening.lead_overlap),
        Measure("names", "names in full or short in the wrong place", 0, names.full_then_surname),
        Measure("phrase", "phrases of five words that recur", 0, partial(repetition.phrases, terms=terms)),
        Measure("build", "neighbouring sentences of one build", repetition.NEIGHBOURS, repetition.builds),
        Measure("connective", "uses of meanwhile or elsewhere", 1, repetition.connectives),
        Measure("told-twice", "sentences that tell a figure, or nothing but what was told, again", 0, repetition.told_twice),
        Measure("named-twice", "sentences that name a person with their seat again", None, repetition.named_twice),
        Measure("word", "words that are not for the copy", 0, tone.banned))


class Reading(NamedTuple):
    """One article measured: by name of measure; and its sentences for the comparison with others.  Small enough to pass between processes."""

    article: str
    group: tuple[str, str, str, str]
    words: int
    values: dict[str, float]
    found: tuple[Found, ...]
    shown: tuple[Shown, ...]


def read(copy: Copy, by: tuple[Measure, ...]) -> Reading:
    """One article by every measure."""
    measured = {measure.name: measure.of(copy) for measure in by}
    count = sum(len(told.text.split()) for told in (*copy.of("headline", "standfirst", "heading"), *copy.body))
    return Reading(copy.id, copy.group, count, {name: each.value for name, each in measured.items()},
                   tuple(each for one in measured.values() for each in one.found), tuple(shown(copy)))


class Line(NamedTuple):
    """The summary of one measure: its limit, the mean, the worst value and whose it is, how many articles breach it, of how many."""

    name: str
    says: str
    limit: float | None
    mean: float
    worst: float
    article: str
    over: int
    of: int


def summary(readings: list[Reading], by: tuple[Measure, ...]) -> list[Line]:
    """A line for each measure."""
    codes = [{each.code for each in reading.found} for reading in readings]
    lines = []
    for measure in by:
        values = [(reading.values[measure.name], reading.article) for reading in readings]
        worst, article = max(values, key=lambda value: value[0], default=(0.0, ""))
        mean = sum(value for value, _ in values) / max(len(values), 1)
        lines.append(Line(measure.name, measure.says, measure.limit, round(mean, 3), round(worst, 3), article,
                          sum(measure.name in each for each in codes), len(values)))
    return lines


def notes(readings: list[Reading]) -> list[str]:
    """What is told and is no fault: headlines longer than aimed at, articles shorter than asked for."""
    told = [(reading, lengths.ABOUT[reading.group[3]]) for reading in readings if reading.group[3] in lengths.ABOUT]
    short = sum(reading.words < about / 2 for reading, about in told)
    long = sum(reading.values["headline-length"] > lengths.HEADLINE for reading in readings)
    return [f"{long} of {len(readings)} headlines are over {lengths.HEADLINE} characters",
            f"{short} of {len(told)} articles have fewer than half of the words asked for"]


class Variety(NamedTuple):
    """One slot of one group of articles: how many builds it has, and the patterns, most used first."""

    group: tuple[str, str, str, str]
    slot: str
    builds: int
    worn: tuple[Worn, ...]


def variety(readings: Iterable[Reading]) -> list[Variety]:
    """Each group of ten articles or more, slot by slot."""
    groups: dict[tuple, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.group].append(reading)
    found = []
    for group, members in sorted(groups.items()):
        of = len({member.article for member in members})
        if of < FEWEST:
            continue
        sentences = [each for member in members for each in member.shown]
        for slot in SLOTS:
            patterns = worn(sentences, of, slot)
            found.append(Variety(group, slot, len(patterns), tuple(patterns[:KEPT])))
    return found


class Report(NamedTuple):
    """A set of articles measured."""

    articles: int
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    found: tuple[Found, ...]
    variety: tuple[Variety, ...]

    @property
    def count(self) -> int:
        return sum(each.fault for each in self.found)

    def worst(self, most: int) -> list[Found]:
        """So many of each code, the worst first."""
        by_code: dict[str, list[Found]] = defaultdict(list)
        for each in sorted(self.found, key=lambda each: (-each.size, each.file, each.line, each.col)):
            by_code[each.code].append(each)
        return [each for code in sorted(by_code) for each in by_code[code][:most]]


def report(readings: list[Reading], by: tuple[Measure, ...]) -> Report:
    """Every finding of a set, worn patterns among them, with the summaries."""
    varied = variety(readings)
    found = [each for reading in readings for each in reading.found]
    found += [_worn(each) for one in varied for each in one.worn if each.over]
    return Report(len(readings), tuple(summary(readings, by)), tuple(notes(readings)), tuple(found), tuple(varied))


def _worn(worn_out: Worn) -> Found:
    """A pattern over its limit, as a finding in its example."""
    shape = " ".join(worn_out.shape)
    message = f"{worn_out.articles} of {worn_out.of} articles ({worn_out.part:.0%}, {worn_out.limit:.0%} at most) have the build “{shape}”"
    example = worn_out.example
    return Found(f"variety-{worn_out.slot}", worn_out.part / worn_out.limit, message, example.text, example.kind, example.file, example.article,
                 example.line, example.col)
