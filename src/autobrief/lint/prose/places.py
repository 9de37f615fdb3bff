"""Places with and without their article: in London, in the West Midlands."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon, alternatives
from .patterns import every, match
from .registry import FULL, Found, rule

STOP = r"(?=(?! (?:United|City|Town|Rovers|County)\b)\s*[.,;:)](?!\w)|\s*$| (?:to|in|by|with|since|after|has|had|have|was|were|is|are|won|" \
       r"lost|for|on|at|last|where|but|there|against|as|while|until|before|when|changed|stayed|the|went|than|from|turnout|support|swing|results|" \
       r"Labour|SNP|UKIP|Reform|" \
       r"Conservatives|Liberal|Greens|\d+)\b(?! [a-z]+ers?\b| (?:seats?|MPs?|majorit|candidates?|Democrat |gains?|leads?\b)))"
PREPOSITIONS = r"(?:in|across|throughout|of|from|for|to|outside|around)"


ARTICLED = re.compile(r"(?:Vale|Cit(?:y|ies)|Forest|Isles?|Weald|County|Royal|Borough|Mid|North|South|East|West)\b")
"""Names that may have an article before them."""


@rule("place-article", kinds=FULL)
def place_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“In the London”, “in West Midlands”: an article too many or too few."""
    text = passage.text
    for found in every(rf"\b([Ii]n|{PREPOSITIONS}|[Aa]cross|[Tt]hroughout) the ({alternatives(lexicon.bare_places)})(?![\w'’-]){STOP}", text):
        if not match(r" (?:of|where|he|she|that|I|to [A-Z])\b|,? (?:and|or)\b", text[found.end():]):
            yield Found(found.start() + len(found[1]) + 1, f"{found[2]} has no “the”: write “{found[1]} {found[2]}”")
    for found in every(
            rf"(?:^|(?<=[.?!] ))The ({alternatives(lexicon.bare_places)}) (?:has|was|is|stayed|saw|elected|returned)\b", text):
        yield Found(found.start(), f"{found[1]} has no “the”: write “{found[1]}”")
    for found in every(rf"(?:^|(?<=[.?!] ))The ({alternatives(lexicon.seats)}) (?:was|is) (?:held|won|gained|lost|taken|kept|Labour|"
        rf"Conservative|now)\b",
                             text):
        if f"The {found[1]}" not in lexicon.seats and not ARTICLED.match(found[1]):
            yield Found(found.start(), f"{found[1]} has no “the”: write “{found[1]}”")
    for found in every(r"\b(?:[Ii]n|[Aa]cross|[Oo]f|[Tt]hroughout) (the) (?=(?:North|South)(?: East| West)? (?:England|Wales|Yorkshire|London)"
                             r"(?=\s*[.;]|\s*$| (?:was|is|has|where|since|by|to|from)\b))", text):
        yield Found(found.start(1), "no “the” before this name: take it out")
    the = lexicon.the_places - {name for name in lexicon.the_places if name.endswith("county")}
    for found in every(rf"\b([Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside|[Ii]nside) ({alternatives(the)})(?![\w'’-])(?! (?:Combined|"
                             rf"County|Mayor|Police)){STOP}", text):
        if not match(r" (?:the)\b", text[found.end():]) or found[1][0].isupper():
            yield Found(found.start(2), f"write “{found[1]} the {found[2]}”")
    for found in every(rf"(?:(?<=seats in )|(?<=elsewhere in )|(?<=all of )|(?<=rest of )|(?<=seats of )|"
                             rf"(?<=parts of ))({alternatives(the)})(?![\w'’-]) (?=and\b)", text):
        yield Found(found.start(), f"write “the {found[1]}”")
    for found in every(
            rf"(?:^|(?<=[.?!] ))({alternatives({place for place in the if place not in ('United Kingdom', 'Isle of Wight')})}) (?:has|"
            rf"have|was|is|stayed|saw|elected|returned)\b", text):
        yield Found(found.start(), f"write “The {found[1]}”")


@rule("inverted", kinds=FULL)
def inverted(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A seat's name as a list has it: “Durham, City of”; “Durham, North by”."""
    text = passage.text
    for found in every(r"(?<![\w-])([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*), (City of|County of|Isle of|Vale of|Forest of|Borough of|"
                             r"Cities of|Royal Town of|The)(?=\s*[.,;)]|\s*$| (?:[a-z]))", text):
        if found[2] != "The" or match(r"\s*[.;)]|\s*$| (?:has|was|by|to|from|for|in)\b", text[found.end():]):
            yield Found(found.start(), f"write “{found[2]} {found[1]}”")
    for found in every(r"(?<![\w-])([A-Z][\w'’-]+(?:-[\w]+)*), (North|South|East|West|Central|North East|North West|South East|"
                             r"South West) (?=(?:by|from|for|to|has|was|is|went|stayed)\b)", text):
        yield Found(found.start(), f"write “{found[1]} {found[2]}”")


@rule("style-inverted", kinds=FULL, style=True)
def official_name(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A seat's name with the comma of the ballot paper: “Birmingham, Northfield” for Birmingham Northfield."""
    text = passage.text
    for found in every(rf"(?<=[a-z] )({alternatives(lexicon.inverted)})(?![\w'’-])(?!,? and [A-Z]|,? or [A-Z]|, [A-Z])", text):
        yield Found(found.start(), f"write “{lexicon.inverted[found[1]]}”")
    for found in every(rf"(?:^|(?<=[.?!] ))({alternatives(lexicon.inverted)}) (?:has|was|is|stayed|went|changed|returned|elected)\b", text):
        yield Found(found.start(), f"write “{lexicon.inverted[found[1]]}”")


@rule("style-preposition", kinds=FULL, style=True)
def wrong_preposition(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“In Isle of Wight”, “in the Isle of Wight”, “in Merseyside”: the house has its own word for some places."""
    for place, right in lexicon.words["prepositions"].items():
        if right == "on":
            for found in every(rf"\b([Ii]n)( the)? {re.escape(place)}(?![\w'’-]){STOP}", passage.text):
                yield Found(found.start(), f"write “{'on' if found[1] == 'in' else 'On'}{found[2] or ''} {place}”")
