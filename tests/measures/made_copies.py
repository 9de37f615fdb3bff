"""Copies of articles made by hand: text with its facts marked as {unit subject/kind|as printed} or {unit subject/kind|as printed|value}."""

import re

from autobrief.lint.measures.copy import Copy, Known, Passage, Told

MARK = re.compile(r"\{(\w+) ([^|}]+)\|([^|}]*)(?:\|([^|}]*))?\}")


def told(marked: str, block: str, message: str, facts: dict) -> Told:
    """One sentence without its marks, with its spans; its facts are added to `facts`."""
    text, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at:found.start()]
        unit, fact, shown = found[1], found[2], found[3]
        spans.append((len(text), len(text) + len(shown), fact))
        text += shown
        at = found.end()
        name = found[4] or shown
        value: object = {"name": name, "given": name.rpartition(" ")[0], "family": name.rpartition(" ")[2]} if unit == "person" else \
            {"id": fact, "name": name} if unit in ("place", "party") else name
        if fact not in facts or found[4]:
            facts[fact] = Known(fact.rpartition("/")[2], unit, value)
    return Told(text + marked[at:], tuple(spans), f"{message}/x", block)


def copy(*paragraphs: str, headline="", standfirst="", lead="", method="", kind="region", stage="complete", length="standard", id="a") -> Copy:
    """An article: each paragraph is text with a line to each sentence, `kind:` before a sentence naming its message."""
    facts: dict = {}
    passages = []
    blocks = [("headline", headline), ("standfirst", standfirst), ("lead", lead), *(("paragraph", text) for text in paragraphs), ("method", method)]
    for number, (block, text) in enumerate(blocks):
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        if lines:
            passages.append(Passage(block, f"{block}/{number}", tuple(told(line, block, "made", facts) for line in lines)))
    return Copy(f"{id}.json", id, kind, "ge2019", "", stage, length, "midlands", tuple(passages), facts)
