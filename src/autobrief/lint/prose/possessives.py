"""Its and it's, the owner without an apostrophe, and owners that are nobody's."""

from collections.abc import Iterator
from functools import cache

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import PROSE, Found, rule


@cache
def _without_s(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name[-1] != "s")


@rule("owner", kinds=PROSE)
def owner(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“One of it's closest”, “its the first”, “Lucy Allans majority”, “Plaid Cymrus seats”, “the MPs's seats”."""
    text = passage.text
    for found in every(r"\b(?:of|in|with|by|for|from|held|won|kept|lost|gained|took|has|had|both|defended|defend|hold|lose|keep|all) (it['’]s)"
                             r"(?= (?:\d|\w+est\b|own\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|seats?\b|vote|share|MPs?\b|"
                             r"members?\b|"
                             r"majorit|lead\b|first\b|last\b|only\b|best\b|worst\b|largest\b|stronghold|target|candidate|leader))", text):
        yield Found(found.start(1), "write “its”")
    for found in every(r"\b(?:lost|won|held|kept|gained|took|taken|increased|doubled|halved|cut|defended|improved|extended|lose|of|with|"
        r"from|by|at|in|"
                             r"to|saw|regained|retained|raised|grew|despite|than) (it['’]s)(?= [a-z\d])(?! (?:not|been|a|an|the) )", text):
        yield Found(found.start(1), "write “its”")
    for found in every(rf"(?<![\w'’-])({alternatives(_without_s(lexicon.seats))})(s['’])(?= [A-Z]| [a-z])", text):
        if not quoted(text, found.start()) and not search(r"(?:^|[\s(])['‘][^'’]*$", text[:found.start()]):
            yield Found(found.start(2), f"write “{found[1]}'s”")
    for found in every(r"\bMP(['’]s)(?= (?:will|would|can|could|are|were|have|met|voted|stood|who)\b)(?! will (?:be|is|was) read)|"
                             r"(?<=\w)([`´])s\b", text):
        yield Found(found.start(1) if found[1] else found.start(2), "write “MPs”" if found[1] else "write an apostrophe")
    for found in every(r"\bof (it['’]s)(?= [A-Z][\w-]+ (?:seats|members|MPs|votes|majorit|candidates?|vote|strongholds)\b)", text):
        yield Found(found.start(1), "write “its”")
    for found in every(r"\b[Tt]he (candidates|parties|voters|members)(?= (?:votes|leaders|majorities|manifestos|leader|candidate|seats|"
                             r"deposits) "
                             r"(?:were|was|have|had|are|has|is|resigned|said|fell|rose)\b)", text):
        yield Found(found.start(1), f"write “{found[1]}'”")
    yield from _of_people(text, lexicon)


def _of_people(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """The winners majority, two party's, its the first, Lucy Allans majority, the MPs's, the SNPs."""
    for found in every(r"\b[Tt]he ((?:Speaker|[Pp]rime minister|chancellor|winner|party|leader|candidate|councillor|minister)s) (?=(?:seat|"
        r"majority|"
                             r"constituency|party|share|lead|win|defeat)\b)", text):
        yield Found(found.start(1), f"write “{found[1][:-1]}'s”")
    for found in every(r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat) (region|city|county|country|constituency|seat|town|nation|borough)s "
                             r"(?=(?:turnout|majority|electorate|candidate|winner|share|vote|only|first|largest|biggest|smallest|closest|new) "
                             r"(?:\w+ )?(?:is|was|fell|rose|has|went|stood|in)\b)", text):
        yield Found(found.end(1), f"write “{found[1]}'s”")
    for found in every(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he) ((?:predecessor|successor|government|rival|opponent)s) (?=(?:majority|seat|chief whip|"
                       r"vote|share|party|win|defeat)\b)", text):
        yield Found(found.start(1), f"write “{found[1][:-1]}'s”")
    singular = r"(?:salary|majority|deposit|deposits|wife|husband|choice|(?:vote|lead|share|seat|office|manifesto)(?= (?:is|was|has|had|fell|" \
        r"rose)\b))"
    for found in every(rf"\b[Tt]he (MPs|members|candidates|voters|parties|ministers|leaders|councillors) {singular}(?= |\s*[.,;])", text):
        yield Found(found.start(1), f"write “{found[1]}'”")
    for found in every(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Bb]oth|[Aa]ll|[Tt]hese|[Tt]hose|[Ss]everal|"
        r"[Mm]any|\d+) "
                             r"(party|county|city|seat|member|candidate|region|country|leader|MP|minister|voter)(['’]s) (?=[a-z]+s\b)", text):
        yield Found(found.start(1), f"write “{lexicon.more(found[1])}'”")
    for found in every(r"\b([Ii]t['’]s)(?= (?:\w+est|best|worst|first|only \w+) (?:\w+ )?since\b)", text):
        yield Found(found.start(1), "write “its”")
    for found in every(r"(?:^|(?<=[.?!:;] ))(Its|its)(?= (?:the|a|an|not|been|only the|now|also|clear|likely|possible|"
                             r"expected|close|over|too|difficult|hard|easy)\b(?! \w+(?:ly)? \w+ (?:has|is|was|were|have)\b))", text):
        if not match(r" (?:only|now|also|clear|expected|close|likely|possible|difficult|hard|easy|over|too) \w+", text[found.end():]) \
                or match(r" (?:clear|likely|possible|expected|difficult|hard|easy) (?:that|to)\b|"
                            r" (?:now|also|only|too) (?:the|a|an|close|clear|early|late)\b", text[found.end():]):
            yield Found(found.start(1), f"write “{found[1][:-1]}'s”")
    for found in every(rf"(?<![\w'’-])({alternatives(lexicon.given)} (?:[A-Z][\w-]+ )?[A-Z][\w-]+(?<![vx]i)s) "
                             r"(?=(?:majority|seat|lead|vote share|share|win|defeat|victory|successor|predecessor|margin|gain|loss)\b)",
        text):
        before = text[:found.start()]
        if not search(r"\b(?:[Tt]he|an?|this|that) $", before) and (found[1].split()[1] not in lexicon.one | lexicon.many
                or found[1].split()[1] == "Greens"):
            yield Found(found.end(1), f"write “{found[1][:-1]}'s”, or “{found[1]}'s”")
    for found in every(rf"(?<![\w'’-])({alternatives(set(lexicon.nouns.values()) - {'people', 'women', 'men'})})(['’]s)(?![\w'’])|"
                             rf"\b(?:the|an?|in|of|from|by|and|which|with)(['’]s)(?= |\.|$)", text):
        if found[1] is None or found[1][-1] == "s" and not quoted(text, found.start()):
            yield Found(found.start(2) if found[2] else found.start(3), "no possessive: write the plural's apostrophe alone, or what is missing")
    whole = {name for name in lexicon.one if " " in name or name.isupper()}
    for found in every(rf"(?<![\w'’-])({alternatives(whole)})s(?= [a-z])", text):
        yield Found(found.start(), f"write “{found[1]}'s”, or “{found[1]}”")
