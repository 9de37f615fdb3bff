"""What changed from one version of an article to the next, sentence by sentence, and which facts made it so."""

from bisect import bisect_left
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from .explaining import value_text
from .model.text import Article, Fact, Sentence

ABSENT = "–"


class Move(NamedTuple):
    """A fact that is not what it was; None on the side where the article has no such fact.  `name` says it in words."""

    fact: str
    name: str
    before: Fact | None
    after: Fact | None


class Change(NamedTuple):
    """A sentence or a table's row that was added, removed, changed or moved, with the facts in it that did.

    `of` is `sentence` or `row`; without `causes` the words follow what stands beside them.
    """

    id: str
    of: str
    block: str
    how: str
    before: str
    after: str
    causes: tuple[Move, ...] = ()


class Line(NamedTuple):
    """One sentence or row as it is compared: its words, and the facts that they print."""

    id: str
    of: str
    block: str
    text: str
    facts: tuple[str, ...]


def lines(article: Article) -> dict[str, Line]:
    """Every sentence and every table's row, in order, by id; a row's id is its table's and what its first cell says."""
    found = []
    for block in article.blocks:
        found += [_line(sentence, block.id) for sentence in (*([block.title] if block.title else ()), *block.sentences)]
        found += [Line(f"{block.id}/{row[0].text}", "row", block.id, " | ".join(cell.text for cell in row),
                       tuple(cell.fact for cell in row if cell.fact)) for row in block.rows if row]
    return {line.id: line for line in found}


def _line(sentence: Sentence, block: str) -> Line:
    return Line(sentence.id, "sentence", block, sentence.text, tuple(span.fact for span in sentence.spans))


def differences(before: Article, after: Article) -> tuple[Change, ...]:
    """Every change, in the order of the newer version; what is gone stands last."""
    then, now = lines(before), lines(after)
    moved = _moved(list(then), list(now))
    found = []
    for id, line in now.items():
        was = then.get(id)
        if was is None:
            found.append(Change(id, line.of, line.block, "added", "", line.text, _causes((), line.facts, before, after)))
        elif was.text != line.text:
            found.append(Change(id, line.of, line.block, "changed", was.text, line.text, _causes(was.facts, line.facts, before, after)))
        elif id in moved:
            found.append(Change(id, line.of, line.block, "moved", was.text, line.text))
    return (*found, *(Change(id, line.of, line.block, "removed", line.text, "", _causes(line.facts, (), before, after))
                      for id, line in then.items() if id not in now))


def _moved(then: list[str], now: list[str]) -> set[str]:
    """Ids in both that are no longer in their order: the fewest whose moving explains the rest."""
    place = {id: n for n, id in enumerate(then)}
    order = [place[id] for id in now if id in place]
    # The longest run that rises (patience sorting) stayed where it was.
    tails: list[int] = []
    back: dict[int, int | None] = {}
    for n in order:
        at = bisect_left(tails, n)
        back[n] = tails[at - 1] if at else None
        tails[at:at + 1] = [n]
    stayed, n = set(), tails[-1] if tails else None
    while n is not None:
        stayed.add(n)
        n = back[n]
    return {then[n] for n in order if n not in stayed}


def _causes(was: tuple[str, ...], cited: tuple[str, ...], before: Article, after: Article) -> tuple[Move, ...]:
    """The facts cited on either side that are not what they were, one only on one side among them."""
    ids = tuple(dict.fromkeys((*cited, *was)))
    moves = [Move(id, name_of(id, after if id in after.facts else before), before.facts.get(id), after.facts.get(id)) for id in ids]
    return tuple(move for move in moves if _value(move.before) != _value(move.after))


def _value(fact: Fact | None):
    return None if fact is None else (value_text(fact.value), fact.unit)


def name_of(id: str, article: Article) -> str:
    """A fact's id in words: its kind, and of which seat or region."""
    fact = article.facts[id]
    kind = "time" if fact.unit == "time" else fact.kind.replace("_", " ").replace("/", " ")
    subject = id[:-len(fact.kind) - 1]
    seat = article.facts.get(f"{subject}/seat")
    if seat:
        return f"{kind} of {value_text(seat.value)}"
    return f"{kind} of {article.subject_name}" if subject.endswith(f"/{article.subject}") else f"{kind} of {subject}"


def said(fact: Fact | None) -> str:
    """A fact's value as a reader would write it; a dash where there is none."""
    if fact is None or fact.value is None:
        return ABSENT
    if isinstance(fact.value, bool):
        return "yes" if fact.value else "no"
    if isinstance(fact.value, int) and fact.unit != "year":
        return f"{fact.value:,}"
    if isinstance(fact.value, Decimal) and fact.unit == "share":
        return f"{fact.value * 100:.1f}%"
    if isinstance(fact.value, datetime):
        return fact.value.isoformat(" ", "minutes")
    return value_text(fact.value)


def seats_of(move: Move) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The seats that a count gained and lost, by name, where its working lists them all."""
    then, now = ("" if fact is None else fact.working for fact in (move.before, move.after))
    unit = (move.after or move.before).unit
    if unit not in ("seats", "people") or "…" in then + now:
        return (), ()
    was, now_is = ([name for name in working.split(", ") if name] for working in (then, now))
    return tuple(n for n in now_is if n not in was), tuple(n for n in was if n not in now_is)


def _with_seats(move: Move) -> str:
    more, less = seats_of(move)
    told = [f"with {', '.join(more)}"] * bool(more) + [f"without {', '.join(less)}"] * bool(less)
    return f"{move.name}: {said(move.before)} -> {said(move.after)}" + (f" ({'; '.join(told)})" if told else "")


def sentences(article: Article) -> int:
    """How many sentences there are, tables' rows left out."""
    return sum(len(block.sentences) + bool(block.title) for block in article.blocks)


def as_data(changes: tuple[Change, ...]) -> list[dict]:
    """The changes ready for JSON."""
    return [{"id": c.id, "of": c.of, "block": c.block, "how": c.how, "before": c.before or None, "after": c.after or None,
             "causes": [{"fact": m.fact, "name": m.name, "before": _plain(m.before), "after": _plain(m.after),
                         "seats": {"more": list(seats_of(m)[0]), "fewer": list(seats_of(m)[1])}} for m in c.causes]}
            for c in changes]


def _plain(fact: Fact | None) -> dict | None:
    return fact and {"value": said(fact), "unit": fact.unit, "working": fact.working}


def in_words(changes: tuple[Change, ...]) -> str:
    """For people: the old words, the new ones, and under them the facts that moved."""
    out = []
    for change in changes:
        out.append(f"{change.how} {change.of} {change.id}")
        out += [f"  - {change.before}"] if change.before and change.how != "moved" else []
        out += [f"  + {change.after}"] if change.after else []
        out += [f"      {_with_seats(move)}" for move in change.causes]
        if not change.causes and change.how == "changed":
            out.append("      no fact in it moved; its wording follows what stands beside it")
        out.append("")
    return "\n".join(out)
