"""A process that saves a night's texts in order, as a desk would: STORE ARTICLE SEED."""

import random
import sys

from made_articles import made

from autobrief.store import Overtaken, open_store

LAST = 40


def main() -> None:
    where, id, seed = sys.argv[1:]
    chance = random.Random(int(seed))
    store = open_store(where, create=True)
    known, number = 0, 0
    while number < LAST:
        # A desk may see several results at once, but always everything that another had seen before it wrote.
        number = min(LAST, number + chance.choice((1, 1, 1, 2, 3)))
        while True:
            try:
                known = store.save(made(number, id), f"{number} declared", after=known).version.number
                break
            except Overtaken:
                newest = store.newest(id)
                known, number = newest.number, max(number, int(newest.headline.split()[0]))
    store.close()


if __name__ == "__main__":
    main()
