"""Every region and the country, at every election with a baseline, three lengths, and the stages of a night: written and measured.

    make articles                      the whole set (2,343 articles)
    python tests/articles_all.py --election ge2019 --length standard [--hour complete] [--region midlands]
    python tests/articles_all.py --code phrase --texts 40      the worst of one measure
    python tests/articles_all.py --json FILE                   all that was found, for further work

Prints, over the set and by election, length and hour, how many articles are over each limit; the worst by
measure and kind of message with their text; and for headline, standfirst, lead and sentences the most worn
patterns.  Ends with 1 where a limit is broken.
"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from multiprocessing import get_context
from typing import NamedTuple

from autobrief.lint.measures.copy import of_article
from autobrief.lint.measures.distance import neighbours
from autobrief.lint.measures.report import Reading, measures, notes, read, summary, variety
from autobrief.pipeline import write
from autobrief.record import find
from autobrief.record.load import assignment
from autobrief.record.shelf import Shelf
from autobrief.sources.overlay import shipped_files
from autobrief.sources.stylebook import load

LENGTHS = ("brief", "standard", "long")
AT_HOURS = ("ge2010", "ge2019")
HOURS = {"01.00": 3, "02.30": 4.5, "03.30": 5.5, "05.00": 7}
"""After the polls close at 22.00."""
COMPLETE = "complete"


class Ask(NamedTuple):
    """One article to be had."""

    region: str
    election: str
    length: str
    hour: str
    as_of: str | None


class Taken(NamedTuple):
    """An article asked for, and its measures."""

    ask: Ask
    reading: Reading


class KeptShelf(Shelf):
    """A shelf that reads each table of the record once."""

    @lru_cache(4096)  # noqa: B019
    def content(self, name: str):
        return super().content(name)


def asks(regions=None, elections=None, lengths=LENGTHS, hours=None) -> Iterator[Ask]:
    """The set, region by region so that a process uses what it has read; none of a narrowing means all."""
    shelf = Shelf()
    known = [e for e in (find.election(shelf, id) for id in find.election_ids(shelf)) if e.kind == "general"]
    known = [e for e in known if e.baseline and find.election(shelf, e.baseline)]
    for region in [id for id, named in find.regions(shelf).items() if named.kind != "group"]:
        for at in known:
            stages = {COMPLETE: None}
            if at.id in AT_HOURS:
                stages |= {hour: (at.polls_close + timedelta(hours=after)).isoformat() for hour, after in HOURS.items()}
            for hour, as_of in stages.items():
                for length in LENGTHS:
                    if region in (regions or (region,)) and at.id in (elections or (at.id,)) and length in lengths and hour in (hours or (hour,)):
                        yield Ask(region, at.id, length, hour, as_of)


@lru_cache(1)
def _tools():
    import tomllib
    return KeptShelf(), load(), measures(tomllib.loads(shipped_files()["stylebook/fixed_terms.toml"].decode("utf-8")))


def taken(ask: Ask) -> Taken:
    """One article written and measured."""
    shelf, stylebook, by = _tools()
    article = write(assignment(shelf, region=ask.region, election=ask.election, as_of=ask.as_of, length=ask.length), stylebook)
    copy = of_article(article, f"{article.id}@{ask.hour}/{ask.length}")
    return Taken(ask, read(copy._replace(id=f"{ask.election}/{ask.region}", as_of=ask.hour), by))


def _part(part: list[Ask]) -> list[Taken]:
    return [taken(ask) for ask in part]


def all_taken(work: list[Ask]) -> list[Taken]:
    """The set gone through, on every core."""
    load()
    cores = os.cpu_count() or 1
    size = max(len(work) // (cores * 8), 1)
    parts = [work[n:n + size] for n in range(0, len(work), size)]
    if len(parts) < cores * 2:
        return _part(work)
    with get_context("spawn").Pool(cores) as pool:
        return [each for part in pool.imap(_part, parts) for each in part]


def table(all_of: list[Taken]) -> str:
    """Articles over each limit, over the set and by election, hour and length."""
    groups: dict[str, list[Reading]] = defaultdict(list)
    for each in all_of:
        groups["all"].append(each.reading)
        groups[f"{each.ask.election} {each.ask.hour} {each.ask.length}"].append(each.reading)
    by = _tools()[2]
    whole = summary(groups["all"], by)
    lines = [f"{'measure':18}{'limit':>7}{'mean':>8}{'worst':>8}{'over':>7}{'of':>6}   worst article"]
    for line in whole:
        limit = "" if line.limit is None else f"{line.limit:g}"
        lines.append(f"{line.name:18}{limit:>7}{line.mean:8.2f}{line.worst:8.2f}{line.over:7}{line.of:6}   {line.article}")
    lines += ["", *notes(groups["all"]), "", "Articles over the limit, by election, hour and length", ""]
    codes = [line.name for line in whole if line.over]
    lines.append(f"{'':28}{'of':>5}{'words':>7} " + " ".join(f"{code[:12]:>12}" for code in codes))
    for name, readings in groups.items():
        over = {line.name: line.over for line in summary(readings, by)}
        words = sum(reading.words for reading in readings) / len(readings)
        lines.append(f"{name:28}{len(readings):5}{words:7.0f} " + " ".join(f"{over[code]:12}" for code in codes))
    return "\n".join(lines)


def worst_texts(all_of: list[Taken], most: int, code: str | None) -> str:
    """For each code the kinds of message that breach it most, and for each kind its worst text."""
    by_code: dict[str, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    for each in all_of:
        for found in each.reading.found:
            if code in (None, found.code):
                by_code[found.code][found.kind].append(found)
    lines = []
    for name, kinds in sorted(by_code.items()):
        lines += ["", f"== {name}: {sum(map(len, kinds.values()))} times"]
        for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))[:most]:
            lines.append(f"  {kind or '(article)'}: {len(found)}")
            texts = Counter((each.message, each.text) for each in sorted(found, key=lambda each: -each.size))
            shown = list(texts)[:most if code else 2]
            lines += [f"      {next(e.file for e in found if (e.message, e.text) == pair)}: {': '.join(filter(None, pair))}" for pair in shown]
    return "\n".join(lines)


def worn_patterns(all_of: list[Taken], most: int) -> tuple[str, int]:
    """The most worn patterns of each slot, the worst groups first; and how many are over their limit."""
    found = variety(each.reading for each in all_of)
    lines, over = [], 0
    lines.append(f"{'group':32}{'slot':12}{'builds':>7}{'over':>6}{'worst':>7}  pattern")
    for each in found:
        wide = [worn for worn in each.worn if worn.over]
        over += len(wide)
        top = each.worn[0]
        lines.append(f"{' '.join(each.group[1:]):32}{each.slot:12}{each.builds:7}{len(wide):6}{top.part:7.0%}  {' '.join(top.shape)}")
    worst: dict[tuple, list] = defaultdict(list)
    for each in found:
        for worn in each.worn:
            if worn.over:
                worst[each.slot, worn.kinds[0][0]].append((worn.part / worn.limit, each.group, worn))
    lines += ["", "Patterns over the limit, by slot and kind of message (worst group of each):"]
    for (slot, kind), many in sorted(worst.items(), key=lambda item: (item[0][0], -max(each[0] for each in item[1]))):
        _, group, worn = max(many, key=lambda each: each[0])
        lines.append(f"  {slot} {kind}: over in {len({each[1] for each in many})} groups; worst {worn.articles} of {worn.of} ({worn.part:.0%}, "
                     f"limit {worn.limit:.0%}) in {' '.join(group[1:])}")
        lines.append(f"      {' '.join(worn.shape)}   kinds: {', '.join(f'{k} {n}' for k, n in worn.kinds[:4])}")
        lines += [f"      {text}" for text in (worn.example.text, *worn.others)[:most]]
    return "\n".join(lines), over


def common_kinds(all_of: list[Taken]) -> str:
    """Kinds of message in more than half of the articles of a group, with the builds that they have over the whole set."""
    of: dict[tuple, int] = Counter(each.reading.group for each in all_of)
    articles: dict[tuple, set] = defaultdict(set)
    shapes: dict[str, set] = defaultdict(set)
    for each in all_of:
        for shown in each.reading.shown:
            articles[each.reading.group, shown.kind].add(shown.article)
            shapes[shown.kind].add(shown.shape)
    widest: dict[str, float] = defaultdict(float)
    for (group, kind), ids in articles.items():
        widest[kind] = max(widest[kind], len(ids) / of[group])
    lines = [f"{'kind in more than half of a group':34}{'of articles':>12}{'builds':>8}"]
    for kind, part in sorted(widest.items(), key=lambda item: -item[1]):
        if part > 0.5:
            near, builds = neighbours(shapes[kind]), 0
            left = set(near)
            while left:
                left -= near[max(left, key=lambda shape: (len(near[shape] & left), shape))]
                builds += 1
            lines.append(f"{kind:34}{part:12.0%}{builds:8}{'  under four' if builds < 4 else ''}")
    return "\n".join(lines)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--election", action="append")
    asked.add_argument("--region", action="append")
    asked.add_argument("--length", action="append", choices=LENGTHS)
    asked.add_argument("--hour", action="append", choices=(*HOURS, COMPLETE))
    asked.add_argument("--code", help="only what this measure found")
    asked.add_argument("--texts", type=int, default=6, help="kinds of message to a measure, and texts to a kind")
    asked.add_argument("--json", metavar="FILE", help="write all that was found here")
    options = asked.parse_args()
    work = list(asks(options.region, options.election, options.length or LENGTHS, options.hour))
    all_of = all_taken(work)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump([{"ask": each.ask._asdict(), "values": each.reading.values, "found": [f._asdict() for f in each.reading.found],
                        "shown": [s._asdict() for s in each.reading.shown]} for each in all_of], file, ensure_ascii=False)
    print(f"{len(all_of)} articles\n")
    if not options.code:
        print(table(all_of))
    print(worst_texts(all_of, options.texts, options.code))
    over = 0
    if not options.code:
        text, over = worn_patterns(all_of, 3)
        print(f"\n{text}\n\n{common_kinds(all_of)}")
    return 1 if over or any(found.fault for each in all_of for found in each.reading.found) else 0


if __name__ == "__main__":
    sys.exit(main())
