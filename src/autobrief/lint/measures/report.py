"""Every measure over a set of articles: for each the worst, the mean and how many are over; and the worst text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from . import figures, lengths, names, opening, repetition, tone
from .copy import Copy
from .finding import Found, Measured
from .variety import FEWEST, SLOTS, Shown, Worn, shown, worn


class Measure(NamedTuple):
    """One measure by name, what its value is and the most it may be."""

    name: str
    says: str
    limit: float
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
        Measure("told-twice", "sentences that tell a fact again", 0, repetition.told_twice),
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
    """The summary of one measure: worst value, mean, how many articles breach it, of how many; and which is worst."""

    name: str
    says: str
    limit: float
    worst: float
    mean: float
    over: int
    of: int
    article: str


def summary(readings: list[Reading], by: tuple[Measure, ...]) -> list[Line]:
    """A line for each measure."""
    found = []
    for measure in by:
        values = [(reading.values[measure.name], reading.article) for reading in readings]
        codes = [{each.code for each in reading.found} for reading in readings]
        names_of = {"names": {"name-first", "name-again"}}.get(measure.name, {measure.name})
        worst = max(values, default=(0.0, ""))
        found.append(Line(measure.name, measure.says, measure.limit, worst[0], sum(v for v, _ in values) / max(len(values), 1),
                          sum(bool(each & names_of) for each in codes), len(values), worst[1]))
    return found


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
        if len(members) < FEWEST:
            continue
        sentences = [each for member in members for each in member.shown]
        for slot in SLOTS:
            patterns = worn(sentences, len({member.article for member in members}), slot)
            found.append(Variety(group, slot, len(patterns), tuple(patterns[:40])))
    return found
