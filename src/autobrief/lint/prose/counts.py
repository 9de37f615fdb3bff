"""Numbers and the nouns they count: one vote, two seats, 31 seats."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from ... import grammar
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import Found, rule

WORDS = {grammar.spelled(value): value for value in (*range(1, 100), 100)} | {"no": 0, "nought": 0, "zero": 0}
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{alternatives(set(WORDS) | {word.capitalize() for word in WORDS})})"
FIGURE = rf"(?:\d[\d,.]*\d|\d|{alternatives(set(WORDS) - {'no', 'nought', 'zero'})})"
"""A number in a sentence, any but nought."""
VERBS = frozenset("vote hold gain point swing poll lead share fall rise win change total return result rank place list note state claim stay".split())
NOT_COUNTED = r"(?:No|Nos|Number|number|Article|Section|Route|Channel|Area|Ward|Room|Group|Top|top|League|Band|Tier|Grade|Category|Phase|" \
              r"Radio|BBC|Formula|Schedule|Chapter|Page|page|" \
    r"Level|Platform|Stage|Day|Week|Round|Game|Part|Class|Type|Zone|Year|Title|Clause|January|February|March|April|May|June|July|August|" \
    r"September|October|November|December|" \
    r"Brexit|Under|under)"
FUNCTION = (
    r"(?=\s*(?:[.,;:)!?]|$)| (?:in|to|from|of|for|and|over|with|at|by|than|or|but|on|since|after|before|when|where|while|as|that|which|"
    r"who|there|here|behind|ahead|across|is|was|"
    r"are|were|has|had|have|it|the|this|won|lost|held|changed|went|came|between|against|among|left|until|so|now|stayed|stood|stays|moved|"
    r"fell|rose|took|kept|gained|separated|decided|returned|elected|voted|swung|would|will|could|did|"
    r"chose|backed|saw|made|gave|said|ahead|\w+ed|\w+ing|may|do|each|go|seem|remain|remained|elsewhere|again|compared|still|each|too|yet|down|up)\b)")


def amount(text: str) -> Decimal | None:
    """The value of a number in figures or words."""
    word = text.strip().lower()
    if word in WORDS:
        return Decimal(WORDS[word])
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None


@rule("plural")
def counted_noun(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun in the wrong number for its count: “1 votes”, “one seats”, “two seat”."""
    text = passage.text
    nouns = alternatives(set(lexicon.nouns) | set(lexicon.nouns.values()))
    one_of = {form: noun for noun, form in lexicon.nouns.items()}
    described = lexicon.adjectives | set("more other further new marginal additional percentage former sitting female male".split())
    kind = rf"(?:(?:{alternatives(described)}) )?"
    for found in every(rf"(?<![\w.,'’£$€/:+–-])(?P<number>{NUMBER}) (?P<kind>{kind})(?P<noun>{nouns})(?![\w'’-])", text):
        value, noun, before = amount(found["number"]), found["noun"], text[:found.start()].rstrip()
        if value is None or value == 0 or search(r"\d$", before):
            continue
        year = re.fullmatch(r"1\d{3}|20\d\d", found["number"])
        if value == 1 and noun in one_of:
            if "." in found["number"] or _one_is_no_count(found, before, text, one_of[noun]):
                continue
            yield Found(found.start("noun"), f"one: write “{found['number']} {found['kind']}{one_of[noun]}”")
        elif value != 1 and noun in lexicon.nouns and noun not in one_of and not year:
            if not match(FUNCTION, text[found.end():]) or search(rf"\b{NOT_COUNTED}$", before) or search(r"\bthe$", before, re.I) \
                    and noun in VERBS:
                continue
            if noun == "majority" and value > 100 or noun in ("Conservative", "Liberal Democrat", "Green") and not found["kind"] and match(
                    r"\s*[.,;]|\s*$| and ", text[found.end():]):
                # Three Labour, three Conservative: an adjective.
                continue
            sure = noun == "vote" and match(r"\s*[,.;)]| (?:ahead|behind|more|fewer|short|separated|clear|apart|in it|decided)\b",
                text[found.end():])
            if noun in VERBS and not sure and not search(
                    r"(?:^|\b(?:by|of|from|with|won|lost|took|has|have|had|at|only|just|than|and|to|about|nearly|almost|was|is|another|over|down|up|"
                    r"gained|beat|holds|hold|held|kept|made|saw|brought|produced|were|are))$", before, re.I):
                continue
            if noun in VERBS and noun != "point" and match(r" (?:it|the|this|their|its|on|for|together|as|against|"
                                          r"with)\b", text[found.end():]) and not before.endswith(("by", "of")):
                continue
            if search(r"\b(?:a|an) (?:[\w-]+ )?$", before + " ", re.I):
                continue
            yield Found(found.start("noun"), f"more than one: write “{found['number']} {found['kind']}{lexicon.nouns[noun]}”")
    yield from _determined(text, lexicon, one_of)


def _one_is_no_count(found: re.Match, before: str, text: str, noun: str) -> bool:
    """No one votes; the number one seats; League 1 clubs."""
    if search(rf"\b(?:no|any|every|some|each|this|that|{NOT_COUNTED})$", before, re.I) and not search(r"\b(?:in|the)$", before):
        return True
    if noun in VERBS and found["number"].lower() == "one" and not found["kind"]:
        if match(rf" in (?:every )?{NUMBER}(?! \w+ships?)(?! (?:19|20)\d\d)", text[found.end():]):
            return False
        return not search(r"\b(?:by|of|to|from|than|with|just|only|won|lost|had|has|have|gained|a|and|at|was|were|is|be|up|down|another|"
            r"majority of)$", before, re.I)
    return False


def _determined(text: str, lexicon: Lexicon, one_of: dict) -> Iterator[Found]:
    """Many seat, each seats, a votes."""
    singular = alternatives(set(lexicon.nouns) - set(one_of) - VERBS - {"other"} | {"vote", "gain"})
    for found in every(rf"(?<![\w'’-])([Mm]any|[Ss]everal|[Ff]ew|[Bb]oth|[Tt]hese|[Tt]hose|[Ff]ewer|various|numerous)(?: of the|"
                             rf" the)? ({singular})(?![\w'’-]){FUNCTION}", text):
        if found[1].lower() == "both" and search(r"\b(?:are|were|is|was) $", text[:found.start()]):
            # They were both Liberal Democrat until 2015.
            continue
        if not search(r"\b(?:a few|an)$", text[:found.start()].rstrip()) and not (found[2] in VERBS and found[1].lower() in ("many", "few",
                "several", "both", "these", "those")
                                                                                    and not match(r"\s*[.,;]", text[found.end():])):
            yield Found(found.start(2), f"more than one: write “{found[1]} {lexicon.nouns[found[2]]}”")
    plurals = alternatives(set(one_of) - {"per cent", "people", "losses"})
    for found in every(rf"(?<![\w.'’&-])([Aa]n?|[Ee]ach|[Ee]very|[Aa]nother|[Tt]his) ({plurals})(?![\w'’-]){FUNCTION}", text):
        verbal = one_of[found[2]] in VERBS
        if found[1] in ("A", "An") and text[:found.start()].strip()[-1:] not in ("", ".", "?", "!") or verbal and found[1].lower() in ("this",
                "each", "another"):
            continue
        if found[1].lower() == "each" and search(r"\b(?:they|we|seats|parties|\w+s)$", text[:found.start()].rstrip()):
            continue
        yield Found(found.start(2), f"one: write “{found[1]} {one_of[found[2]]}”")
    for found in every(rf"\b((?i:dozen|hundred|thousand|million|handful of|couple of|number of|string of|series of|pair of|dozens of|hundreds of|"
                             rf"thousands of)) ({singular})(?![\w'’-]){FUNCTION}", text):
        yield Found(found.start(2), f"more than one: write “{found[1]} {lexicon.nouns[found[2]]}”")
    for found in every(r"\b(?:its|his|her|their|a) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) "
                             r"(seats|gains|wins|MPs|majorities|recounts|defeats|losses|members|votes|holds)\b", text):
        yield Found(found.start(1), f"one: write “{lexicon.single(found[1])}”")
    for found in every(r"\b([Ll]ess) (seats|votes|MPs|members|candidates|voters|losses|gains|deposits|recounts)\b", text):
        yield Found(found.start(1), f"write “fewer {found[2]}”")
    for found in every(r"(?:^|(?<=[.?!] ))(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[2-9]|\d\d+) (seat|vote|gain|loss|MP|"
                             r"candidate)(?= out of\b)", text):
        yield Found(found.start(1), f"more than one: write “{lexicon.more(found[1])}”")
    yield from _compared(text, lexicon)


def _compared(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """More seat, by 300 vote, narrowest of margin, change hand, much votes."""
    for found in every(rf"\b(?:[Mm]ore|[Ff]ewer|[Mm]ost|[Tt]oo many|[Ss]o many|[Aa]s many) (seat|MP|candidate|member|voter|constituency|vote|"
                       rf"deposit|recount|councillor){FUNCTION}", text):
        if not search(r"\b(?:one|a|the|per|each|no) $", text[:found.start()], re.I) and not (
                found[1] == "vote" and match(r" (?:for|in|with|as)\b", text[found.end():])):
            yield Found(found.start(1), f"more than one: write “{lexicon.more(found[1])}”")
    for found in every(rf"\b[Bb]y {NUMBER} (vote)(?![\w'’-])(?! (?:share|swing|lead|margin))", text):
        if amount(found.group().split()[1]) != 1:
            yield Found(found.start(1), "more than one: write “votes”")
    for found in every(r"\bnarrowest of (margin)\b(?!s)", text):
        yield Found(found.start(1), "write “margins”")
    for found in every(r"\bchang(?:ed?|es|ing) (hand)(?![\w'’-])", text):
        yield Found(found.start(1), "write “hands”")
    for found in every(r"\b(much) (seats|votes|MPs|members|candidates|voters)\b", text):
        yield Found(found.start(1), f"write “many {found[2]}”")
