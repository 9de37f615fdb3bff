"""Whole processes timed side by side, in turn, so that a machine's drift falls on all alike.

    python benchmarks/run.py [--runs N] [--against 'COMMAND']

Prints, for each command, the median wall time, the median of CPU time and the peak memory, and its ratio to
the command it is measured against, pair by pair.  `--against` adds any other generator's article, such as one
whose templates were compiled ahead; its ratio is taken from the regional article here.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(sys.executable).parent
AUTOBRIEF = str(HERE / "autobrief")
PYTHON = sys.executable


def commands(against: str | None) -> dict[str, tuple[list[str], str | None]]:
    """Name -> (command, the name it is measured against)."""
    named = {
        "bare imports": ([PYTHON, "-c", "import click, jinja2, pydantic"], None),
        "region": ([AUTOBRIEF, "write", "--region", "midlands", "--election", "ge2019"], "bare imports"),
        "seat": ([AUTOBRIEF, "write", "--seat", "Telford", "--election", "ge2019"], "bare imports"),
        "united kingdom": ([AUTOBRIEF, "write", "--uk", "--election", "ge2019"], "bare imports"),
        "import click": ([PYTHON, "-c", "import click"], None),
        "help": ([AUTOBRIEF, "--help"], "import click"),
    }
    if against:
        named["other generator"] = (shlex.split(against), None)
        named["region again"] = (named["region"][0], "other generator")
    return named


def once(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of one finished process, as the operating system accounts for it."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{shlex.join(command)} ended with {process.returncode}: {complaint.decode()[-400:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--against", metavar="COMMAND")
    asked = options.parse_args()
    named = commands(asked.against)
    measured: dict[str, list] = {name: [] for name in named}
    for turn in range(asked.runs + 1):
        for name, (command, _) in named.items():
            figures = once(command)
            if turn:
                measured[name].append(figures)
    print(f"{'command':<18}{'wall s':>8}{'cpu s':>8}{'MiB':>7}   ratio of wall, of cpu (medians of pairs)")
    for name, (_, base) in named.items():
        wall, cpu, peak = (statistics.median(run[i] for run in measured[name]) for i in range(3))
        ratios = "" if base is None else "   " + " ".join(
            f"{statistics.median(a[i] / b[i] for a, b in zip(measured[name], measured[base], strict=True)):.2f}" for i in (0, 1)
        ) + f" x {base}"
        print(f"{name:<18}{wall:>8.3f}{cpu:>8.3f}{peak:>7.1f}{ratios}")


if __name__ == "__main__":
    main()
