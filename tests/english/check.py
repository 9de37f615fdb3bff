"""General checkers of English over every article and case; what they find is mended in the templates or explained.

    make english                               the articles of `make articles`, seats of each election, every case: some minutes
    python tests/english/check.py --spread     a quarter of the articles, and every case
    python tests/english/check.py --only harper --json FILE

Ends with 0 when all that was found is explained in explained.toml, with 1 and a list by rule and kind of message
when something is new, with 2 when a checker is missing.  Nothing is fetched while it runs.  Wordings that it has
not read, as no article and no case prints them, are told first.
"""

import argparse
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from checkers import CHECKERS, Finding, Missing, found_by  # noqa: E402
from spread import Read, unread, written  # noqa: E402

EXPLAINED = HERE / "explained.toml"
SHOWN = 3
"""Sentences printed of each cluster."""


class Explained(NamedTuple):
    """What is no fault: findings of this checker and rule whose sentence, or the words meant, match; and why.

    `kind` narrows it to one kind of message; `in_` says what the pattern is looked for in: words or sentence.
    """

    checker: str
    rule: str
    pattern: re.Pattern
    why: str
    kind: str = ""
    looked: str = "sentence"

    def covers(self, found: Finding) -> bool:
        text = found.words if self.looked == "words" else found.of.text
        return (found.checker, found.rule) == (self.checker, self.rule) and self.kind in ("", found.of.kind) and bool(self.pattern.search(text))


def explanations(path: Path = EXPLAINED) -> list[Explained]:
    """The table.  Every entry must say why."""
    entries = tomllib.loads(path.read_text("utf-8"))["explained"]
    return [Explained(each["checker"], each["rule"], re.compile(each["pattern"]), each["why"], each.get("kind", ""), each.get("in", "sentence"))
            for each in entries]


def report(new: list[Finding]) -> str:
    """What is not explained, by checker, rule and kind of message, the most first, with the wordings and some sentences."""
    clusters = defaultdict(list)
    for found in new:
        clusters[found.checker, found.rule, found.of.kind].append(found)
    lines = []
    for (checker, rule, kind), many in sorted(clusters.items(), key=lambda item: -len(item[1])):
        wordings = ", ".join(f"{variant} {n}" for variant, n in Counter(found.of.variant for found in many).most_common(6))
        lines += ["", f"{checker} {rule}: {kind}, {len(many)} sentences (wordings {wordings}): {many[0].says}"]
        lines += [f"    {found.of.article}: {found.of.text}" + (f"  [{found.words}]" if found.words != found.of.plain else "")
                  for found in many[:SHOWN]]
    return "\n".join(lines)


def checked(reads: list[Read], names: Iterable[str], known: list[Explained]) -> tuple[list[Finding], list[Finding], Counter]:
    """All that the checkers found, what of it nothing explains, and how often each explanation served."""
    everything, new, used = [], [], Counter()
    for name in names:
        found = found_by(name, reads)
        why = [next((entry for entry in known if entry.covers(each)), None) for each in found]
        left = [each for each, entry in zip(found, why, strict=True) if entry is None]
        print(f"{name}: {len(found)} found, {len(left)} not explained", flush=True)
        used.update(entry for entry in why if entry)
        everything += found
        new += left
    return everything, new, used


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--spread", action="store_true", help="some of the articles in place of all")
    asked.add_argument("--only", action="append", choices=CHECKERS, help="this checker alone")
    asked.add_argument("--json", metavar="FILE", help="write all findings here, explained or not")
    options = asked.parse_args()
    known, names = explanations(), options.only or list(CHECKERS)
    reads, articles = written(not options.spread)
    print(f"{len(reads)} sentences of {articles} articles and of the cases", flush=True)
    for kind, numbers in unread(reads).items():
        print(f"no article and no case prints {kind}, wording {', '.join(map(str, numbers))}", flush=True)
    try:
        found, new, used = checked(reads, names, known)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    if options.json:
        listed = [[each.checker, each.rule, each.words, each.says, *each.of] for each in found]
        Path(options.json).write_text(json.dumps(listed, ensure_ascii=False), "utf-8")
    for entry in known:
        if not options.spread and entry not in used and entry.checker in names:
            print(f"nothing needed explaining by: {entry.checker} {entry.rule} {entry.pattern.pattern!r} {entry.kind}")
    print(report(new))
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
