"""Where one sentence ends and the next begins."""

import re

ENDS = re.compile(r"[.?!][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])")
SHORT = re.compile(r"(?:^|[\s(\"'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Rev|Prof|Hon|No|Cllr)\.\s+$")
"""Stops that end no sentence."""


def sentences(text: str, within: tuple = ()) -> list[tuple[int, int]]:
    """Start and end of each sentence: a stop ends one where no small letter follows, and where no fact (`within`: start, end, id) runs on."""
    found, start = [], len(text) - len(text.lstrip())
    for end in ENDS.finditer(text):
        if not SHORT.search(text[start:end.end()]) and not any(a < end.end() - 1 and end.end() <= b for a, b, *_ in within):
            found.append((start, start + len(text[start:end.end()].rstrip())))
            start = end.end()
    last = len(text.rstrip())
    return [*found, (start, last)] if start < last else found
