"""Short subjects with the wrong verb: hers were one of six, the four is, both camps was, Bradley, a former minister, were."""

from collections.abc import Iterator

from .clauses import quoted
from .counts import WORDS, amount
from .finite import surnames
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule
from .verbs import TO_MANY, TO_ONE

START = r"(?:^|(?<=[.?!;] )|(?<=, and )|(?<=, but )|(?<=\bthat )|(?<=\bwhere )|(?<=\bbecause ))"
GOVERNS = r"\b(?:of|for|in|to|by|with|from|at|on|between|than|against|among|after|under|over|across|behind|about|since|like|and|or) $"


@rule("short-subject", kinds=FULL)
def short_subject(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A short subject with the wrong verb: “hers were one of six”, “the four is”, “both camps was”, “Bradley, a former minister, were”."""
    text = passage.text
    for found in _every(text, lexicon):
        verb = found["verb"]
        if not quoted(text, found.start("verb")) and not search(GOVERNS, text[:found.start()]):
            yield Found(found.start("verb"), f"write “{TO_ONE.get(verb) or TO_MANY[verb]}”")


def _every(text: str, lexicon: Lexicon) -> Iterator:
    """Each with the verb that is wrong."""
    some = alternatives(word for word in WORDS if word not in ("no", "one", "nought", "zero"))
    done = r"(?=(?:now|all|both|held|won|lost|gained|taken|new|in|from|Labour|Conservative|women|men|still|also|not|already|to|" \
           r"[A-Z][\w'’-]+(?: [A-Z]\w+)?,) ?)"
    whose = r"(?:the|its|his|her|their|our) "
    yield from every(rf"{START}(?:[Hh]ers|[Hh]is|[Tt]heirs|[Ii]ts|[Mm]ine|[Oo]urs) (?P<verb>were|are) (?=one of )", text)
    yield from every(rf"{START}(?:[Tt]he|[Tt]hese|[Tt]hose) {some} (?P<verb>is|was|has) {done}", text)
    for found in every(rf"(?:^|(?<=[.?!;] ))(?:Of|Out of|Among) (?:the|those|its|all) (?P<more>[^;.]{{2,80}}?), (?P<count>all|both|most|many|"
                       rf"several|{some}) (?P<verb>is|was|has) "
                       r"(?!of\b|(?:a|the) )", text):
        if amount(found["more"].split()[0]) is not None or search(r"\b(?:seats|MPs|members|elected|candidates|women|contests)\b", found["more"]):
            yield found
    yield from every(r"(?<![\w-])[Bb]oth [a-z]+s(?: named [A-Z]\w+)? (?P<verb>was|is|has) (?!to )", text)
    yield from every(r"\b[Tt]here (?P<verb>were|are) no (?:seat|MP|member|candidate|gain|recount|declaration|result)(?= (?:for|in|from|to|at|"
                     r"on)\b)", text)
    yield from every(r"(?:^|(?<=[.?!] ))(?:That|This) (?P<verb>are|were|have) (?=[a-z])", text)
    yield from every(r"(?<!of )(?<!the )\b(?:many|those|several|others|ones) (?:that|which|who) (?P<verb>has|was|is)(?= )", text)
    yield from every(rf"(?:^|(?<=[.?!;\"“] ))[Tt]he people of (?:{whose}|this |that )?[\w'’ -]{{3,25}}? (?P<verb>has|is|was) ", text)
    yield from every(r"(?:^|, |[.?!;] )(?:[a-z]+ |[A-Z][a-z]+ )?(?:[Mm]ajorities|[Ss]eats|[Cc]andidates|[Vv]oters|MPs) (?P<verb>has) (?=been|not|"
                     r"now|already)", text)
    yield from every(r"\b[Tt]he (?:majority|seat|lead|share|career) of [A-Z][\w'’-]+ [A-Z][\w'’-]+[^\Ws](?:, [^,.;]{2,60},)? (?P<verb>were|are|"
                     r"have) ", text)
    yield from every(r"(?<![\w.])\d[\d.]*(?:%| per cent) of the vote (?P<verb>were|are|have)(?= (?:enough|not|too|the|a|its|his|her|up|down|won|"
                     r"gone)\b)", text)
    names = surnames(lexicon)
    many = lexicon.one | lexicon.many | lexicon.adjectives
    for found in every(r"(?:^|(?<=[.?!;] ))(?P<name>[A-Z][\w'’-]+[^\Ws])(?:, (?:an?|the|who|for|once|now|first|"
                       r"elected) [^,.;]{2,70},)? (?P<verb>were|are|have) "
                       r"(?!it\b|there\b|the\b)", text):
        if found["name"] in names:
            yield found
    for found in every(r"(?:^|(?<=[.?!;] ))(?P<name>[A-Z][a-z'’-]+ [A-Z][\w'’-]+[^\Ws]), (?:an?|the|who|for|once|now|first|"
                       r"elected) [^,.;]{2,70}, (?P<verb>were|are|have) ", text):
        if found["name"] not in many and found["name"].split()[0] not in many | {"Both", "All", "Two", "Three", "Four", "The", "Some", "Many",
                "Most", "Other"}:
            yield found
