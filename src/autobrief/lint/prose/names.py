"""Names of places as they are spelt, and who is called what."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon, alternatives, plain
from .patterns import every, match, search
from .registry import PROSE, Found, rule


@rule("name-case", kinds=PROSE)
def name_case(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A place in the wrong case or without its hyphens: STOKE-ON-TRENT, Stoke-On-Trent, bolsover, Newcastle under Lyme."""
    text = passage.text
    words = [found for found in every(r"[^\W\d_](?:[\w'’-]*[\w’'])?", text)]
    index = 0
    while index < len(words):
        size = _longest(text, words, index, lexicon)
        if size:
            start, end = words[index].start(), words[index + size - 1].end()
            said = text[start:end]
            if right := _misspelt(text, start, said, lexicon, passage.kind):
                yield Found(start, f"write “{right}”")
        index += size or 1
    for found in every(r"(?<=[A-Za-z]-)(On|Upon|Under|Le|In|The|By|Of|And)(?=-[A-Z])", text):
        before = search(r"[\w-]*$", text[:found.start()]).group()
        whole = before + match(r"[\w-]*", text[found.start():]).group()
        if plain(whole) not in lexicon.names and before[:1].isupper():
            yield Found(found.start() - len(before), f"small words in a name have no capital: write “{whole.replace(found[1], found[1].lower())}”")


def _longest(text: str, words: list, index: int, lexicon: Lexicon) -> int:
    """How many words from this one on are a name that is known, however it is written."""
    best = 0
    first = plain(words[index].group()).split()
    if not first or re.sub(r"'s?$", "", first[0]) not in lexicon.openings and first[0] not in lexicon.openings:
        return 0
    for size in range(1, 9):
        if index + size > len(words) or size > 1 and text[words[index + size - 2].end():words[index + size - 1].start()] not in (" ", ", "):
            break
        said = text[words[index].start():words[index + size - 1].end()]
        if plain(said) in lexicon.names or plain(re.sub(r"['’]s?$", "", said)) in lexicon.names:
            best = size
    return best


def _misspelt(text: str, start: int, said: str, lexicon: Lexicon, kind: str) -> str | None:
    """The right spelling of a name that is written otherwise, and is a name here."""
    bare = said if plain(said) in lexicon.names else re.sub(r"['’]s?$", "", said)
    right = lexicon.names[plain(bare)]
    spelling = min(right)
    bare = bare.replace("’", "'")
    if bare in right or kind == "heading" and bare.lower() in {name.lower() for name in right} and bare[0].isupper() and not bare.isupper() \
            and "-" not in bare:
        return None
    if bare.lower() in lexicon.words["compass"]:
        return None
    if any(name in bare for name in ("Democrat", "Labour")) or spelling in lexicon.one | lexicon.many | lexicon.adjectives:
        return None
    if bare.isupper():
        return spelling if len(bare) > 4 and not text.isupper() and not search(r"\b[A-Z]{2,}[ ,]+$", text[:start]) and not match(
            r"[ ,]+[A-Z]{2,}\b", text[start + len(said):]) else None
    common = set(lexicon.words["common_words"])
    parts = re.split(r"[ -]", bare.lower())
    if bare.lower() == bare:
        if "-" in bare and "-" not in spelling:
            return None
        if all(part in common for part in parts) or len(parts) == 1 and len(bare) < 4:
            return None
        return spelling
    if bare.replace("-", " ") in {name.replace("-", " ") for name in right}:
        # Hyphens alone: compass points and the like have both.
        return spelling if search(r"\b(?:on|under|upon|le|in|super)\b", bare) else None
    if right & lexicon.the_places and bare[0].isupper() and kind != "heading" and text[:start].rstrip().lower().endswith("the") \
            and search(r" [a-z]", bare):
        return spelling
    if bare.split(" ")[0][:1].islower() or "-" not in bare and not search(r"\b(?:On|Upon|Under|Of|And|The|"
        r"In)\b", bare[1:]) and all(part in common for part in parts[1:]):
        return None
    return spelling if bare.lower().replace("-", " ") == spelling.lower().replace("-", " ") else None


@rule("plural-form")
def plural_form(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A plural that nobody writes: runner-ups, MPS, Torys, countys; a by election."""
    text = passage.text
    wrong = lexicon.words["wrong_words"]
    for found in every(rf"(?<![\w'’@#/-])({alternatives(wrong)})(?![\w-]|['’]\w)", text, re.I):
        right = wrong[next(key for key in wrong if key.lower() == found[1].lower())]
        if found[1] in right or found[1] == right:
            continue
        yield Found(found.start(), f"write “{right[0].upper() + right[1:] if found[1][0].isupper() else right}”")
    for found in every(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|few|several|former|other|all|both|new|sitting|"
                             r"[Tt]he|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Many|All|Both|Several|Labour|Conservative|Tory|SNP|"
                             r"Democrat|Green|the|of|its|their|more|most) (MPS|MSPS|MEPS|mps)\b"
                             r"(?=(?: (?:who|in|for|were|have|are|elected|beaten|lost|won|from|and|to|of|stood)\b|\s*[.,;]))", text):
        if not search(r"\b[Tt]he MPS", found.group()) or match(r" (?:who|were|have|are|elected|beaten|lost|won|for)\b", text[found.end():]):
            yield Found(found.start(1), f"write “{found[1][:-1].upper()}s”")
    for found in every(r"\b(by|By) (elections?)\b(?! (?:night|day|results?|rules|law|time|commission|officials?|observers?|campaign|"
                             r"to|in the|judges|ballots?|turnout))", text):
        before = text[:found.start()].rstrip()
        if found[2] == "elections" and not search(r"\b(?:chosen|appointed|decided|held|followed|caused|affected|settled|prompted|made|"
                                                     r"triggered|won|picked|filled)$", before) or search(
                r"\b(?:a|an|the|one|two|three|\d+|recent|in|at|each|every|this|that|last|its|since|after|next)$", before):
            yield Found(found.start(), f"write “{found[1]}-{found[2]}”")
    for found in every(r"\b(runner|runners) (up|ups)\b(?! (?:the|a|to))", text):
        if found[2] == "ups" or search(r"\b(?:the|a|was|is|were|as|by|and|its|their)$", text[:found.start()].rstrip()):
            yield Found(found.start(), f"write “{'runner-up' if found.group() == 'runner up' else 'runners-up'}”")
