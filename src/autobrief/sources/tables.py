"""The TOML tables of a stylebook: read, merged by key, and every fault given its place."""

import difflib
import re
import tomllib
from collections.abc import Callable
from typing import NamedTuple

from ..lint.reading import Finding

OPEN = re.compile(r"parties(\..*)?|nouns|terms\..+|text_lint\..+|outline\.(order|angle|block(\..+)?)"
                  r"|offices\.(titles|former|departments|patterns|ranks\..+)")
"""Where a house may add keys; elsewhere a key that is not shipped is a fault.  Gates know the optional keys."""
WORD = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
HEADER = re.compile(rf"\s*(\[\[?)\s*({WORD}(?:\s*\.\s*{WORD})*)\s*\]")
KEY = re.compile(rf"\s*({WORD}(?:\s*\.\s*{WORD})*)\s*=")
AT = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")
TWICE = ("Cannot overwrite a value", "Cannot declare", "Cannot mutate", "Cannot redefine")


class Flaw(NamedTuple):
    """A fault of a table: the keys that lead to it, what is wrong and how to put it right."""

    table: str
    path: tuple
    code: str
    message: str
    fix: str


def read_table(content: bytes, place: str, findings: list[Finding]) -> dict:
    """A TOML file as a table; one that cannot be read is a finding, and empty."""
    line, col, message = 1, 1, ""
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line, message = content.count(b"\n", 0, error.start) + 1, "not UTF-8"
    except RecursionError:
        message = "nested too deeply"
    except ValueError as error:
        message = AT.sub("", str(error))
        if found := AT.search(str(error)):
            line, col = (int(found[1]), int(found[2])) if found[1] else (content.rstrip().count(b"\n") + 1, 1)
        if message.startswith(TWICE):
            message = "the same key stands here twice"
    findings.append(Finding(place, line, col, "toml", message, "see docs/editing.md, or copy the shipped file again"))
    return {}


def merged(table: str, base: dict, own: dict, flaws: list[Flaw], path: tuple = ()) -> dict:
    """Merge by key; arrays replace; an unknown key is a fault with the nearest match."""
    result = dict(base)
    for key, value in own.items():
        if key not in base and not OPEN.fullmatch(".".join((table, *path))):
            near = difflib.get_close_matches(key, base, 1)
            flaws.append(Flaw(table, (*path, key), "unknown-key", f"unknown key {'.'.join((*path, key))}",
                              f"did you mean {near[0]}?" if near else f"use one of {', '.join(map(str, base))}"))
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            result[key] = merged(table, base[key], value, flaws, (*path, key))
        else:
            result[key] = value
    return result


def placed(flaw: Flaw, source: Callable[[str], tuple[str, str]]) -> Finding:
    """The flaw at its line and column; `source` gives a table's place and text."""
    place, text = source(flaw.table)
    line, col = locate(text, flaw.path)
    return Finding(place, line, col, flaw.code, flaw.message, flaw.fix)


def locate(text: str, path: tuple) -> tuple[int, int]:
    """Line and column of a key, else of the nearest table that it is in."""
    here, counts, best = (), {}, (0, 1, 1)
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.match(line):
            here = _keys(header[2])
            if header[1] == "[[":
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            at = here
        elif key := KEY.match(line):
            at = (*here, *_keys(key[1]))
        else:
            continue
        if at == path[:len(at)] and len(at) > best[0]:
            best = (len(at), number, len(line) - len(line.lstrip()) + 1)
    return best[1:]


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(WORD, text))
