"""Brackets and quotation marks that open and do not close."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import PROSE, Found, rule

PAIRS = {")": "(", "]": "[", "}": "{"}


@rule("unclosed", kinds=PROSE, whole=True)
def unclosed(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A bracket or quotation mark without its other half."""
    text = re.sub(r"[:;]-?[()DP](?=\s|$)", lambda found: "\ufffc" * len(found.group()), passage.text)
    # "1)" and "a)" number things.
    text = re.sub(r"(?:^|(?<=[\s;,]))(?:\d{1,3}|[a-z]|[ivx]{1,4})\)(?=\s)", lambda found: "\ufffc" * len(found.group()), text)
    opened: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if letter in "([{":
            opened.append((letter, at))
        elif letter in PAIRS:
            if opened and opened[-1][0] == PAIRS[letter]:
                opened.pop()
            else:
                yield Found(at, f"“{letter}” closes what was never opened: take it out, or open it")
    for letter, at in opened:
        yield Found(at, f"“{letter}” is never closed: close it")
    yield from _double(text, passage.goes_on)
    yield from _single(text)


def _double(text: str, goes_on: bool) -> Iterator[Found]:
    """Straight and curly double marks.  A quotation that goes on in the next paragraph is not closed in this one."""
    straight: list[int] = []
    for found in every(r'"', text):
        # Six feet two inches: a mark after a figure, unless a quotation is open.
        if straight or not search(r"\d['’]?\d*$", text[max(0, found.start() - 12):found.start()]):
            straight.append(found.start())
    if len(straight) % 2 and not (goes_on and text.startswith('"')):
        opening = [at for at in straight if not text[:at].strip() or text[at - 1] in " (\u2014-"]
        yield Found((opening or straight)[-1], "a quotation mark without its other half: close it, or take it out")
    for found in every(r"(?<=\w), (?:he|she|they|[A-Z]\w+) said, (?=[a-z])", text):
        before = text[:found.start()]
        if before.count('"') % 2 or before.count("“") > before.count("”"):
            yield Found(found.start(), "who said it stands inside the quotation: close it before this, and open it again after")
    depth, last = 0, 0
    for found in every("[“”]", text):
        depth += 1 if found.group() == "“" else -1
        if depth < 0:
            yield Found(found.start(), "“”” closes what was never opened: take it out, or open it")
            return
        last = found.start() if found.group() == "“" else last
    if depth > 0 and not (goes_on and text.startswith("“")):
        yield Found(last, "a quotation mark without its other half: close it, or take it out")


def _single(text: str) -> Iterator[Found]:
    """A single mark before a capital with none after a word later on; apostrophes may stand anywhere else."""
    for found in every(r"(?:^|(?<=[\s(]))(?:['‘](?=[A-Z](?:[a-z]| [a-z]))|‘(?=[a-z](?!is\b|was\b|m\b|il\b|n\b|cause\b)))", text):
        rest = text[found.end():found.end() + 20_000]
        if not search(r"[\w.,!?…][’'](?=[\s.,;:!?)\u2014-]|"
                         r"$)", rest) and (found.start() or "’" not in text and "'" not in rest) and not match(r"(?:Tis|Twas|Em|Til|"
                             r"Cause|Arry|Ello)\b", rest):
            yield Found(found.start(), "a quotation mark without its other half: close it, or take it out")
            return
