"""From a change in a feed to the files, timed on a running `autobrief watch`, at points of a real night.

    python benchmarks/night.py [--election ge2019] [--declarations 5] [--all]

The night's results stand in a plain CSV feed, as many as had been declared by then; then one seat more is declared, the
feed replaced whole, and the time taken until the seat's story, its regions' articles and the United Kingdom's stand in
their files, each whole, their versions saved.  `--all` follows every article there is: 650 seats and 71 regions.
"""

import argparse
import csv
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autobrief.record import find
from autobrief.record.load import contests_of
from autobrief.record.shelf import Shelf

HEADINGS = ("seat", "candidate", "party", "votes", "declared", "status")
COUNTIES = ("staffordshire", "shropshire", "derbyshire", "leicestershire", "nottinghamshire", "warwickshire", "lincolnshire", "northamptonshire",
            "west-midlands-county", "hereford-and-worcester")
POINTS = {"first hour": 0.02, "early": 0.15, "middle": 0.5, "late": 0.85, "last": 0.99}


def night(election: str) -> list:
    """The election's contests, first declared first."""
    shelf = Shelf()
    contests = [c for c in contests_of(shelf, find.election(shelf, election)) if c.declared]
    return sorted(contests, key=lambda c: (c.declared, c.seat))


def put(feed: Path, contests) -> float:
    """Replace the feed; the moment at which it was in place."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *((c.seat, k.person.name, k.party.name, k.votes, c.declared.isoformat(), "declared")
                                           for c in contests for k in c.candidacies)])
    beside = feed.with_suffix(".new")
    beside.write_text(out.getvalue(), "utf-8")
    beside.replace(feed)
    return time.time()


def followed(feed: Path, folder: Path, election: str, everything: bool) -> subprocess.Popen:
    asked = ["--all"] if everything else ["--region", "midlands", "--region", "west-midlands", "--region", "east-midlands", "--uk"]
    counties = [] if everything else [part for name in COUNTIES for part in ("--region", name)]
    return subprocess.Popen(
        [sys.executable, "-m", "autobrief", "watch", str(feed), *asked, *counties, "--election", election, "-o", str(folder), "--format", "json",
         "--store", str(folder.with_suffix(".sqlite"))], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def until(process: subprocess.Popen, article: str | None) -> list[dict]:
    """The events up to the rewriting of an article, or up to the end of the first writing of everything."""
    found = []
    for line in process.stdout:
        found.append(json.loads(line))
        if found[-1].get("article") == article and found[-1]["event"] == ("rewrite" if article else "following"):
            return found
    raise SystemExit("the watch ended")


def measure(election: str, declarations: int, everything: bool) -> None:
    contests = night(election)
    wanted = [c for c in contests if everything or c.region in ("west-midlands", "east-midlands")]
    country = f"{election}/region/united-kingdom"
    print(f"{election}, {'every article' if everything else 'the Midlands: 105 seats, 13 regions, the UK'}; seconds from the feed to the files")
    print(f"{'night':<12}{'declared':>9}{'seat':>8}{'regions':>9}{'UK':>8}{'slowest':>9}   files each time")
    for point, part in POINTS.items():
        with tempfile.TemporaryDirectory() as folder:
            _point(point, Path(folder), contests, wanted, int(len(wanted) * part), declarations, election, everything, country)


def _point(point, folder, contests, wanted, begin, declarations, election, everything, country) -> None:
    begin = max(1, min(begin, len(wanted) - declarations))
    feed, out = folder / "feed.csv", folder / "out"
    there = [c for c in contests if c.declared <= wanted[begin - 1].declared and c not in wanted[begin:]]
    put(feed, there)
    process = followed(feed, out, election, everything)
    rows = []
    try:
        until(process, None)
        for contest in wanted[begin:begin + declarations]:
            time.sleep(0.5)
            there.append(contest)
            at = put(feed, there)
            events = [e for e in until(process, country) if e["event"] == "rewrite"]
            done = {e["article"]: Path(e["files"][0]).stat().st_mtime - at for e in events}
            seat = done.pop(f"{election}/seat/{contest.seat}")
            uk = done.pop(country)
            rows.append((seat, max(done.values()), uk, len(events)))
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
    seat, regions, uk = (statistics.median(row[i] for row in rows) for i in range(3))
    slowest, files = max(max(row[:3]) for row in rows), statistics.median(row[3] for row in rows)
    print(f"{point:<12}{len(there):>9}{seat:>8.2f}{regions:>9.2f}{uk:>8.2f}{slowest:>9.2f}   {files:.0f}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--election", default="ge2019")
    options.add_argument("--declarations", type=int, default=5)
    options.add_argument("--all", action="store_true")
    asked = options.parse_args()
    measure(asked.election, asked.declarations, asked.all)


if __name__ == "__main__":
    main()
