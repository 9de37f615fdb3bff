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
    worst, breaches, start = min(1, len(body)), [], 0
    for at in range(1, len(body) + 1):
        if at < len(body) and all(alike(shapes[at], shapes[earlier]) for earlier in range(start, at)):
            continue
        run = at - start
        worst = max(worst, run)
        if run > NEIGHBOURS:
            breaches.append(found("build", run, f"{run} neighbouring sentences of one build, {NEIGHBOURS} at most; the last", body[at - 1], copy))
        # The next run may begin inside this one.
        start = at
        while at < len(body) and start > 0 and alike(shapes[at], shapes[start - 1]):
            start -= 1
            if at - start >= NEIGHBOURS:
                break
    return Measured(worst, tuple(breaches))


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


def told_twice(copy: Copy) -> Measured:
    """A figure, or a person together with their seat, that two sentences below the headline tell."""
    first: dict[object, Told] = {}
    breaches: list[Found] = []
    for told in (*copy.of("standfirst"), *copy.body):
        here = _tellings(told, copy)
        repeated = {key: what for key, what in here.items() if key in first}
        if repeated:
            key = next(iter(repeated))
            breaches.append(found("told-twice", len(repeated), f"tells again {'; '.join(repeated.values())}, as in “{first[key].text}”", told, copy))
        for key in here:
            first.setdefault(key, told)
    return Measured(len(breaches), tuple(breaches))


def _tellings(told: Told, copy: Copy) -> dict[object, str]:
    """What the sentence tells: each figure by its fact, each person with each seat of one contest."""
    found_here: dict[object, str] = {}
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for start, end, fact in told.spans or ():
        known = copy.facts.get(fact)
        if not known:
            continue
        shown = told.text[start:end]
        if known.unit not in NAMES:
            if any(c.isdigit() for c in shown) and known.unit != "year":
                found_here[fact] = shown
        elif known.unit in ("person", "place", "seat") and known.kind != "name":
            named[fact.rpartition("/")[0]][known.unit] = f"{fact}\t{shown}"
    for subject, sorts in named.items():
        if "person" in sorts and len(sorts) > 1:
            (who, shown), where = sorts["person"].split("\t"), next(v for k, v in sorts.items() if k != "person").split("\t")[1]
            found_here[subject, who] = f"{shown} in {where}"
    return found_here
