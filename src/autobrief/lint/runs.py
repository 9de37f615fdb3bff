"""Runs of literal words that two kinds of message share: an article would repeat itself."""

from typing import NamedTuple

from .reading import Finding, Word, covered

LENGTH = 4
"""Words in a run."""


class Told(NamedTuple):
    """The words of one wording, with the kind and file they belong to."""

    kind: str
    file: str
    said: list[Word]


class _Token(NamedTuple):
    """A word of a run, or a fixed term taken as one word."""

    text: str
    word: Word


def check_runs(told: list[Told], terms: list[str]) -> list[Finding]:
    """Every longest run of four words or more that an earlier kind has too."""
    first: dict[tuple[str, ...], tuple[str, str, int]] = {}
    findings: dict[tuple, Finding] = {}
    for kind, file, said in told:
        for tokens in _segments(said, terms):
            runs = [tuple(t.text for t in tokens[i:i + LENGTH]) for i in range(len(tokens) - LENGTH + 1)]
            shared = [run in first and first[run][0] != kind for run in runs]
            for start, end in _stretches(shared):
                phrase = " ".join(t.text for t in tokens[start:end + LENGTH - 1])
                _, other, line = first[runs[start]]
                findings.setdefault((file, phrase), Finding(
                    file, tokens[start].word.line, tokens[start].word.col, "shared-run",
                    f"“{phrase}” is also in {other}:{line}",
                    "reword one of them, or add its noun phrase to terms in fixed_terms.toml"))
            for run, token in zip(runs, tokens, strict=False):
                first.setdefault(run, (kind, file, token.word.line))
    return list(findings.values())


def _segments(said: list[Word], terms: list[str]) -> list[list[_Token]]:
    """Words with no fact and no full stop between them; a fixed term counts as one word."""
    starts = covered(said, terms)
    segments: dict[int, list[_Token]] = {}
    index = 0
    while index < len(said):
        size = starts.get(index, 1)
        if said[index].run >= 0:
            text = " ".join(word.text.lower() for word in said[index:index + size])
            segments.setdefault(said[index].run, []).append(_Token(text, said[index]))
        index += size
    return list(segments.values())


def _stretches(shared: list[bool]) -> list[tuple[int, int]]:
    """(start, end) of each unbroken stretch of true."""
    stretches, start = [], None
    for index, true in enumerate([*shared, False]):
        if true and start is None:
            start = index
        elif not true and start is not None:
            stretches.append((start, index))
            start = None
    return stretches
