"""On which line of a TOML file each table and key stands, which the parser does not say."""

import re

HEADER = re.compile(r"""\s*\[\[?\s*["']?([\w-]+)["']?\s*\]\]?\s*(?:#.*)?$""")
KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=\s*(.*)$""")
LONG = ('"""', "'''")


def lines(text: str) -> dict[tuple, int]:
    """(table, number from nought, key) -> line; shorter paths for a table of that number and for keys above the tables."""
    found: dict[tuple, int] = {}
    inside: tuple = ()
    counts: dict[str, int] = {}
    closing = ""
    for number, line in enumerate(text.split("\n"), 1):
        if closing:
            closing = "" if closing in line else closing
        elif header := HEADER.match(line):
            name = header[1]
            inside = (name, counts.get(name, 0))
            counts[name] = inside[1] + 1
            found.setdefault(inside[:1], number)
            found[inside] = number
        elif key := KEY.match(line):
            found.setdefault((*inside, key[1]), number)
            closing = next((mark for mark in LONG if key[2].startswith(mark) and mark not in key[2][3:]), "")
    return found
