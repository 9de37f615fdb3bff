"""Which rules speak and which wordings can be reached: every kind over the whole record, and the made cases.

`make coverage` prints the table, and fails where a wording is reached by neither.  `--all` takes every
seat in place of one in twelve; `--kind NAME` prints one kind.
"""

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "record")]

from cases.saying import alike, chosen, fitting, found, number  # noqa: E402

from autobrief.errors import Refused, UnknownName  # noqa: E402
from autobrief.record import find  # noqa: E402
from autobrief.record.load import assignment  # noqa: E402
from autobrief.record.shelf import Shelf  # noqa: E402
from autobrief.rules import RULES  # noqa: E402
from autobrief.sources.stylebook import load  # noqa: E402

ELECTIONS = ("ge2024", "ge2019", "ge2017", "ge2010")
HOURS = (0.1, 2.5, 4, 5.5, 7.5)
"""After the polls close; the record has times for all general elections but the newest."""
STRIDE = 12
AT_LENGTH = ("united-kingdom", "england", "scotland", "wales", "midlands", "the-north", "south-east", "south-west", "london", "east-sussex")
NOTABLE = {"ge2024": ("Ashfield", "Chorley", "Islington North", "Rochdale", "Clacton", "Hendon"),
           "ge2019": ("Beaconsfield", "Brecon and Radnorshire", "Peterborough", "Chorley", "Buckingham", "Broxtowe"),
           "ge2017": ("North East Fife", "Clacton", "Buckingham", "Richmond Park"),
           "ge2010": ("Buckingham", "Belfast East", "Glasgow North East", "Blaenau Gwent", "North Down", "Barking")}
"""Seats with something rare about them, which a stride would miss."""
KEPT = 4
"""Messages remembered of each sort, best first."""


class Ask(NamedTuple):
    """One article to be had: a region or a seat, an election, maybe an hour, and the baseline rule."""

    place: str
    name: str
    election: str
    as_of: str | None = None
    rule: str = "general-election"
    length: str = "standard"

    @property
    def asked(self) -> dict:
        return {self.place: self.name, "election": self.election, "as_of": self.as_of, "rule": self.rule, "length": self.length}


class Reached(NamedTuple):
    """A message that was found: where, and which wordings can say it.

    `goals` are (wording, optional facts that it would print): a wording may have clauses for facts that are not always there.
    """

    order: tuple
    ask: Ask
    subject: str
    takes: int
    goals: frozenset


class Survey:
    """How often each kind fired and each wording could say it, and the best messages of each sort."""

    def __init__(self):
        self.articles = 0
        self.fired: Counter = Counter()
        self.wordings: Counter = Counter()
        self.unsaid: Counter = Counter()
        self.best: dict[tuple, list[Reached]] = defaultdict(list)

    def add(self, ask: Ask, stylebook, shelf) -> None:
        try:
            assigned = assignment(shelf, **ask.asked)
        except (Refused, UnknownName):
            return
        self.articles += 1
        scope, messages = found(assigned, stylebook)
        for (kind, subject), message in messages.items():
            self.fired[kind] += 1
            variants = fitting(message, stylebook)
            if not variants:
                self.unsaid[kind] += 1
                continue
            goals = frozenset((number(v, stylebook), tuple(sorted((v.uses - v.needs) & message.facts.keys()))) for v in variants)
            self.wordings.update((kind, n) for n, _ in goals)
            newest = ELECTIONS.index(ask.election)
            order = (alike(message), ask.rule != "general-election", ask.length != "standard", len(assigned.contests), newest, ask, subject)
            sort = self.best[kind, goals]
            if len(sort) < KEPT or order < sort[-1].order:
                takes = number(chosen(assigned, scope, message, stylebook), stylebook)
                sort.append(Reached(order, ask, subject, takes, goals))
                sort.sort(key=lambda reached: (reached.order[:-2], str(reached.order[-2:])))
                del sort[KEPT:]

    def join(self, other: "Survey") -> None:
        self.articles += other.articles
        self.fired.update(other.fired)
        self.wordings.update(other.wordings)
        self.unsaid.update(other.unsaid)
        for sort, reached in other.best.items():
            self.best[sort] = sorted(self.best[sort] + reached, key=lambda r: (r.order[:-2], str(r.order[-2:])))[:KEPT]


class _Kept(Shelf):
    """A shelf that reads each table of the record once."""

    @lru_cache(4096)  # noqa: B019
    def content(self, name: str):
        return super().content(name)


def asks(every_seat: bool = False) -> Iterator[Ask]:
    """Every region, a stride of the seats and the notable ones, at every election, at five hours of those with times.

    The larger regions at length too: there more messages are gathered into one.
    """
    shelf = Shelf()
    stages = []
    for id in ELECTIONS:
        at = find.election(shelf, id)
        stages += [(id, None, "general-election"), (id, None, "sitting-member")]
        if at.timed:
            stages += [(id, (at.polls_close + timedelta(hours=h)).isoformat(), "general-election") for h in HOURS]
    places = [("region", id) for id, named in find.regions(shelf).items() if named.kind != "group"]
    for place, name in places:
        for id, as_of, rule in stages:
            yield Ask(place, name, id, as_of, rule)
    for name in AT_LENGTH:
        for id, as_of, rule in stages:
            if as_of is None:
                yield Ask("region", name, id, as_of, rule, "long")
    for id, names in NOTABLE.items():
        for name in names:
            yield Ask("seat", name, id)
    for id in ELECTIONS:
        codes = [c.seat for c in assignment(shelf, region="united-kingdom", election=id).contests]
        for seat in codes[::1 if every_seat else STRIDE]:
            for at, as_of, rule in stages:
                if at == id and (as_of is None or at != "ge2017"):
                    yield Ask("seat", seat, at, as_of, rule)


def _part(work: tuple[list[Ask]]) -> Survey:
    survey, stylebook, shelf = Survey(), load(), _Kept()
    for ask in work:
        survey.add(ask, stylebook, shelf)
    return survey


def survey(every_seat: bool = False) -> Survey:
    """The whole record gone through, on every core."""
    work, cores = list(asks(every_seat)), os.cpu_count() or 1
    load()
    whole = Survey()
    parts = [work[n::cores * 8] for n in range(cores * 8)]
    with get_context("spawn").Pool(cores) as pool:
        for part in pool.imap(_part, parts):
            whole.join(part)
    return whole


def table(whole: Survey, made: dict[tuple, int], kinds: list[str]) -> tuple[str, list[str]]:
    """The table, and the wordings that nothing reaches."""
    stylebook = load()
    lines, missing = [f"{'kind':28} {'fired':>8}  times each wording could say it, in the order of its file (m: by a made case)"], []
    for kind in kinds:
        cells = []
        for n, variant in enumerate(stylebook.templates.get(kind, ()), 1):
            times, by_hand = whole.wordings[kind, n], made.get((kind, n), 0)
            cells.append(str(times) if times else "m" if by_hand else "NONE")
            if not times and not by_hand:
                missing.append(f"{variant.source}:{variant.line}: wording {n} of {kind} is reached by no case")
        lines.append(f"{kind:28} {whole.fired[kind]:8}  {' '.join(cells)}")
        if whole.unsaid[kind]:
            lines.append(f"{'':28} {whole.unsaid[kind]:8}  could be said by no wording")
    return "\n".join(lines), missing


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--all", action="store_true", help="every seat")
    asked.add_argument("--kind", action="append", help="only this kind")
    options = asked.parse_args()
    from cases.made import reached
    whole = survey(options.all)
    text, missing = table(whole, reached(), sorted(options.kind or RULES))
    print(text)
    print(f"\n{whole.articles} articles looked through, {sum(whole.fired.values())} messages found")
    silent = [kind for kind in sorted(RULES) if not whole.fired[kind]]
    if silent:
        print(f"never fired on the record: {', '.join(silent)}")
    print("\n".join(missing) or "every wording is reached")
    return 1 if missing or sum(whole.unsaid.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
