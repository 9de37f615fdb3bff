"""Its and it's, the owner without an apostrophe, and owners that are nobody's."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .registry import PROSE, Found, rule


@rule("owner", kinds=PROSE)
def owner(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“One of it's closest”, “its the first”, “Lucy Allans majority”, “Plaid Cymrus seats”, “the MPs's seats”."""
    text = passage.text
    for found in re.finditer(r"\b(?:of|in|with|by|for|from|held|won|kept|lost|gained|took|has|had|both|defended|defend|hold|lose|keep|all) (it['’]s)"
                             r"(?= (?:\d|\w+est\b|own\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|seats?\b|vote|share|MPs?\b|"
                             r"members?\b|"
                             r"majorit|lead\b|first\b|last\b|only\b|best\b|worst\b|largest\b|stronghold|target|candidate|leader))", text):
        yield Found(found.start(1), "write “its”")
    for found in re.finditer(r"\b([Ii]t['’]s)(?= (?:\w+est|best|worst|first|only \w+) (?:\w+ )?since\b)", text):
        yield Found(found.start(1), "write “its”")
    for found in re.finditer(r"(?:^|(?<=[.?!:;] ))(Its|its)(?= (?:the|a|an|not|been|only the|now|also|clear|likely|possible|"
                             r"expected|close|over|too|difficult|hard|easy)\b(?! \w+(?:ly)? \w+ (?:has|is|was|were|have)\b))", text):
        if not re.match(r" (?:only|now|also|clear|expected|close|likely|possible|difficult|hard|easy|over|too) \w+", text[found.end():]) \
                or re.match(r" (?:clear|likely|possible|expected|difficult|hard|easy) (?:that|to)\b|"
                            r" (?:now|also|only|too) (?:the|a|an|close|clear|early|late)\b", text[found.end():]):
            yield Found(found.start(1), f"write “{found[1][:-1]}'s”")
    for found in re.finditer(rf"(?<![\w'’-])({alternatives(lexicon.given)} [A-Z][\w-]+(?<![vx]i)s) (?=(?:majority|seat|lead|vote share|share)\b)",
        text):
        before = text[:found.start()]
        if not re.search(r"\b(?:[Tt]he|an?|this|that|[A-Z][\w'’-]+) $", before) and found[1].split()[1] not in lexicon.one | lexicon.many:
            yield Found(found.end(1), f"write “{found[1][:-1]}'s”, or “{found[1]}'s”")
    for found in re.finditer(rf"(?<![\w'’-])({alternatives(set(lexicon.nouns.values()) - {'people', 'women', 'men'})})(['’]s)(?![\w'’])|"
                             rf"\b(?:the|an?|in|of|from|by|and|which|with)(['’]s)(?= |\.|$)", text):
        if found[1] is None or found[1][-1] == "s" and not quoted(text, found.start()):
            yield Found(found.start(2) if found[2] else found.start(3), "no possessive: write the plural's apostrophe alone, or what is missing")
    whole = {name for name in lexicon.one if " " in name or name.isupper()}
    for found in re.finditer(rf"(?<![\w'’-])({alternatives(whole)})s(?= [a-z])", text):
        yield Found(found.start(), f"write “{found[1]}'s”, or “{found[1]}”")
