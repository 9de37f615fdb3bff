"""Whole nights with every kind of fault, every seat of the country: `python tests/nights_all.py [--region NAME] [--seed N]`.

At each step every figure that stands is the record's, but for a result that was sent wrong and has not been corrected yet; and the last
article is the one that the record alone gives.  It takes minutes, so it is no part of `make test`, which plays counties.
"""

import argparse
import sys
import time

from autobrief.formats import FORMATS
from autobrief.live.keeping import KeptShelf
from autobrief.pipeline import write
from autobrief.record.find import election as election_on_record
from autobrief.record.load import assignment
from autobrief.replay.articles import articles
from autobrief.replay.night import FAULTS, declarations, night
from autobrief.sources.stylebook import load


def play(id: str, region: str, seed: int) -> bool:
    """Play one night and say how it went; whether all was as it should be."""
    shelf, house, began = KeptShelf(), load(), time.monotonic()
    election = election_on_record(shelf.fresh(), id)
    truth = {c.seat: {k.person.id: k.votes for k in c.candidacies} for c in declarations(shelf.fresh(), election)}
    sent_wrong, steps, versions, wrong, written = set(), 0, 0, set(), None
    for written in articles(night(shelf.fresh(), election, FAULTS, seed), shelf.fresh(), election, house, region=region):
        steps, versions = steps + 1, versions + written.new
        sent_wrong |= {message.seat for message in written.step.messages if message.said == "corrected"}
        for seat, report in written.results.reports.items():
            if report.candidacies and report.status != "postponed" and {c.person.id: c.votes for c in report.candidacies} != truth[seat] \
                    and (seat not in sent_wrong or report.revision > 1):
                wrong.add(seat)
    own = write(assignment(shelf.fresh(), region=region, election=id), house)
    same = FORMATS["markdown"](written.article) == FORMATS["markdown"](own)
    print(f"{id}, {region}, seed {seed}: {steps} steps, {versions} versions, {len(wrong)} seats with a wrong figure, the last article "
          f"{'is' if same else 'IS NOT'} the record's; {time.monotonic() - began:.0f} s", flush=True)
    return same and not wrong


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--election", action="append", help="ge2010, ge2017 and ge2019 if left out")
    options.add_argument("--region", default="united-kingdom")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    sys.exit(not all([play(id, asked.region, asked.seed) for id in asked.election or ("ge2010", "ge2017", "ge2019")]))


if __name__ == "__main__":
    main()
