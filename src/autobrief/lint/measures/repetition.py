"""Repetition within one article: phrases, builds of neighbours, connectives, facts told twice."""

from collections import defaultdict
from collections.abc import Iterator

from .copy import Copy, Told
from .distance import within
from .finding import Found, Measured, found
from .words import NAMES, Token, pattern, tokens

RUN = 5
NEIGHBOURS = 2
OPENING = 4
"""Masked words that, the same at the start, make two sentences of one build."""
ONCE = ("meanwhile", "elsewhere")


def phrases(copy: Copy, terms: frozenset[tuple[str, ...]]) -> Measured:
    """No phrase of five words or more twice; a name, a figure or a set term ends a phrase."""
    first: dict[tuple[str, ...], tuple[Told, int]] = {}
    breaches = []
    for told in (*copy.of("headline", "standfirst", "heading"), *copy.body, *copy.of("method")):
        if told.block == "quoted":
            continue
        for run in _runs(tokens(told, copy), terms):
            at = 0
            while at + RUN <= len(run):
                key = tuple(run[at:at + RUN])
                if key not in first:
                    first[key] = told, at
                    at += 1
                    continue
                end = at + RUN
                while end < len(run) and tuple(run[end - RUN + 1:end + 1]) in first:
                    end += 1
                breaches.append(found("phrase", end - at, f"“{' '.join(run[at:end])}” recurs; first in “{first[key][0].text}”", told, copy))
                at = end
    return Measured(len(breaches), tuple(breaches))


def _runs(said: tuple[Token, ...], terms: frozenset[tuple[str, ...]]) -> Iterator[list[str]]:
    """Stretches of words with no fact and no set term in them."""
    masked = [token.said if not token.is_fact else None for token in said]
    for term in terms:
        for at in range(len(masked) - len(term) + 1):
            if tuple(masked[at:at + len(term)]) == term:
                masked[at:at + len(term)] = [None] * len(term)
    run: list[str] = []
    for word in (*masked, None):
        if word is None:
            if len(run) >= RUN:
                yield run
            run = []
        else:
            run.append(word)


def builds(copy: Copy) -> Measured:
    """No more than two neighbouring sentences of the copy share a build."""
    body = [told for told in copy.body if told.block != "quoted"]
    shapes = [pattern(told, copy) for told in body]
    # Where the run begins that ends with each sentence, every two in it alike.
    begins: list[int] = []
    for at, shape in enumerate(shapes):
        unlike = [n for n in range(begins[-1] if begins else 0, at) if not alike(shape, shapes[n])]
        begins.append(unlike[-1] + 1 if unlike else begins[-1] if begins else 0)
    runs = [(begin, at + 1) for at, begin in enumerate(begins) if at + 1 == len(begins) or begins[at + 1] > begin]
    breaches = [found("build", end - begin, f"{end - begin} neighbouring sentences of one build, {NEIGHBOURS} at most; the last",
                      body[end - 1], copy) for begin, end in runs if end - begin > NEIGHBOURS]
    return Measured(max((end - begin for begin, end in runs), default=0), tuple(breaches))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two tokens of edit apart at most, or opening with the same four."""
    return len(one) > OPENING and one[:OPENING] == other[:OPENING] or within(one, other)


def connectives(copy: Copy) -> Measured:
    """`Meanwhile` and `elsewhere` at most once each."""
    breaches, worst = [], 0
    for word in ONCE:
        using = [told for told in (*copy.of("headline", "standfirst"), *copy.body) for token in tokens(told, copy) if token.said == word]
        worst = max(worst, len(using))
        if len(using) > 1:
            breaches.append(found("connective", len(using), f"“{word}” {len(using)} times, once at most; the last", using[-1], copy))
    return Measured(worst, tuple(breaches))


GENERAL = ("party", "place")
"""A sentence of parties and places alone says something of them in general, in words of its own."""


def told_twice(copy: Copy) -> Measured:
    """A figure that two sentences below the headline print, or a sentence with no fact that was not told before."""
    first: dict[str, Told] = {}
    seen: set[str] = set()
    breaches: list[Found] = []
    for told in _below(copy):
        again, cited = {}, set()
        for start, end, fact in told.spans or ():
            shown, known = told.text[start:end], copy.facts.get(fact)
            if known and known.unit not in (*NAMES, "year") and any(c.isdigit() for c in shown):
                if fact in first:
                    again[fact] = shown
                first.setdefault(fact, told)
            cited.add(fact)
        again = {fact: shown for fact, shown in again.items() if first[fact] is not told}
        if again:
            message = f"{', '.join(again.values())} again, as in “{first[next(iter(again))].text}”"
            breaches.append(found("told-twice", len(again), message, told, copy))
        elif len(cited) > 1 and cited <= seen and any(copy.facts[f].unit not in GENERAL for f in cited if f in copy.facts):
            breaches.append(found("told-twice", 1, "no fact in it that was not told before", told, copy))
        seen |= cited
    return Measured(len(breaches), tuple(breaches))


def named_twice(copy: Copy) -> Measured:
    """A person and their seat named together in two sentences: listed, and no fault where the second tells something new."""
    first: dict[tuple[str, str], Told] = {}
    listed: list[Found] = []
    for told in _below(copy):
        people: dict[str, dict[str, str]] = defaultdict(dict)
        seats: dict[str, str] = {}
        for start, end, fact in told.spans or ():
            subject, known = fact.rpartition("/")[0], copy.facts.get(fact)
            if known and known.unit == "person":
                people[subject][fact] = told.text[start:end]
            elif known and known.kind == "seat":
                seats[subject] = told.text[start:end]
        pairs = {(subject, who): f"{shown} in {seats[subject]}" for subject in people.keys() & seats for who, shown in people[subject].items()}
        again = {key: shown for key, shown in pairs.items() if key in first}
        if again:
            message = f"{'; '.join(again.values())} again, as in “{first[next(iter(again))].text}”"
            listed.append(found("named-twice", len(again), message, told, copy)._replace(fault=False))
        for key in pairs:
            first.setdefault(key, told)
    return Measured(len(listed), tuple(listed))


def _below(copy: Copy) -> list[Told]:
    """Everything below the headline but quotations."""
    return [told for told in (*copy.of("standfirst"), *copy.body) if told.block != "quoted"]
