"""A word, a phrase or a stop that stands twice."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .counts import WORDS
from .lexicon import Lexicon, alternatives, plain
from .patterns import every, match, search
from .registry import PROSE, Found, rule

WORD = r"[^\W\d_][\w'’-]*"
SMALL = frozenset("the a an in on at of to from by for with and or but who what which has have was were had".split())
BE = frozenset("is was are were has have had will can must may might could would does did".split())


@rule("doubled-word", kinds=(*PROSE, "cell"))
def doubled_word(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A word or a short phrase twice in a row: “the the”, “from Labour from Labour”."""
    text = passage.text
    pattern = re.compile(rf"(?<![\w'’-])({WORD}|\d[\d,.]*\d|\d) +(\1)(?![\w'’%-])", re.I)
    found = pattern.search(text)
    while found:
        if not _meant(text, found, lexicon):
            yield Found(found.start(2), f"“{found[1]} {found[2]}”: take one out")
        # The second of two may be the first of the next two: "May may may".
        found = pattern.search(text, found.start(2))
    for found in every(r"(?<![\w.,])(\d[\d,.]*%) (\1)", text):
        yield Found(found.start(2), f"“{found.group()}”: take one out")
    for found in every(rf"(?<![\w'’-])({WORD}(?: {WORD}){{1,4}}),? (\1)(?![\w'’-])", text, re.I):
        words = found[1].lower().split()
        if len(set(words)) == 1 or words[-1] in ("and", "by", "on", "to", "or", "after", "for") and len(words) == 2 or words in (["no", "more"],
                ["had", "had"]):
            continue
        if words[0] in BE and search(r"\b(?:what(?:ever)?|who(?:ever)?|all that|all there|everything that) $", text[:found.start()], re.I):
            continue
        ends = text[found.end():found.end() + 1]
        if found.group().count(",") > 1 or "," in found.group() and ends in (",", "\"", "”") and quoted(text, found.start()):
            # "The noise, the noise": said for effect.
            continue
        if found.group().count(",") and not any(word in ("the", "in", "from", "of", "to", "by", "has", "was") for word in words):
            continue
        yield Found(found.start(2), f"“{found[1]}” stands twice: take one out")
    for found in every(rf"(?<![\w-])((?:the )?{alternatives(lexicon.one | lexicon.many)})(?:,)? (?:and|or|to) (?:\1)(?![\w'’-])", text):
        if not match(r"\s+(?:[A-Z(]|again\b)", text[found.end():]) and not (
                ", and" in found.group() and match(r" (?:also |now )?(?:lost|held|won|gained|has|have|had|took|kept|was|were|is|are|came|fell|"
                                        r"rose)\b",
                                                      text[found.end():])):
            if ", and" in found.group() and match(r" (?:to|from) (?:the )?[A-Z]", text[found.end():]):
                # Lost votes to Labour, and Labour to the Greens.
                continue
            yield Found(found.start(), f"“{found.group()}” names one party twice: write the other one, or take it out")
    for found in every(r"\b((?:in|since|from|by|at) \d[\d,]*) (\1)(?![\w%.,]\d)\b", text):
        yield Found(found.start(2), f"“{found[1]}” stands twice: take one out")
    for found in every(r"(?:^|(?<=[.?!] ))A (A)(?= [a-z])", text):
        yield Found(found.start(1), "“A” stands twice: take one out")
    yield from _listed_twice(text, lexicon)


def _listed_twice(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """A place that a list holds twice."""
    name = rf"(?:{'[A-Z]'}[\w'’-]+(?: [A-Z][\w'’-]+)*)"
    for found in every(rf"{name}(?:[,;] {name})+[,;]? (?:and|or) {name}(?![\w'’-])", text):
        items = re.split(r"[,;] (?:and |or )?| and | or ", found.group())
        if search(rf"{alternatives(lexicon.inverted)}", found.group()) or len(set(items)) == 1:
            # Brighton, Kemptown; Brighton, Pavilion: names of ballot papers.
            continue
        twice = next((item for number, item in enumerate(items) if item in items[:number] and plain(item) in lexicon.names), None)
        if twice:
            yield Found(found.start() + found.group().rfind(twice), f"“{twice}” stands twice in the list: take one out")


def _meant(text: str, found: re.Match, lexicon: Lexicon) -> bool:
    """Words that English may say twice, and names."""
    first, second = found[1], found[2]
    low, before, after = first.lower(), text[:found.start()], text[found.end():]
    if f"{first} {second}" in lexicon.words["twice_named"]:
        return True
    if low[0].isdigit():
        return first == second and bool(search(r"\d[ ,]*$", before) or match(r"[ ,]*\d", after))
    if first[0].islower() and second[0].isupper() and low not in ("the", "a", "in", "of", "to", "from", "labour"):
        return True
    if low == "had":
        return not match(r" (?:been|never|not(?! (?:an?|one|only|just|the|much|many|any)\b))\b", after)
    if low == "that":
        return not match(r" (?:the|a|an|its|their|his|her|Labour|it|they|he|she|there|in|no|all|[A-Z])\b", after)
    if low == "is":
        return bool(search(r"\b(?:what|how|who|where|all|\w+ever|point|problem|thing|question)\b", before.rpartition(",")[2], re.I))
    if search(r"\b(?:who|whoever|what|whatever) $", before, re.I) and not match(r" (?:the|a|an)\b", after) and low not in SMALL:
        return True
    named = _of_a_person(first, second, after, lexicon)
    if named is not None:
        return named
    if low in ("will", "can"):
        return first[0] != second[0] or bool(search(r"\b(?:the|his|her|its|their|a|free|good|ill|political|this|that|popular|tin) $", before,
            re.I))
    if low == "in" and match(r" (?:ones|twos|threes|dozens|droves)\b", after):
        return True
    if low == "in" and search(r"(?:^|[.;] )(?:It|This|That) (?:was|is) $", before):
        return False
    if low == "in":
        return bool(search(PHRASAL_IN, before, re.I))
    if low in ("on", "up", "out", "off", "over", "by", "down", "through"):
        return _of_a_verb(low, before)
    if low == "there":
        return not match(r" (?:was|were|is|are|has|have|had|will|in (?:19|20)\d\d|since|last)\b", after)
    if low in ("far", "one") and search(r"\bso $" if low == "far" else r"\b(?:no|any|every|some) $", before, re.I):
        return False
    if low == "her":
        return bool(search(
            r"\b(?:g[ai]ves?|given|tell|told|cost|w[io]ns?|earn\w*|hand\w*|made|offer\w*|show\w*|wish\w*|taught|sent|bought|promis\w*|"
            r"lost|got|brought|asked|let|saw|had|call\w*|den(?:y|ied)|owed?|deprived|for|by|with|to|beside|behind|like|left) $", before))
    if low in lexicon.words["twice_meant"]:
        return True
    if low in WORDS or low in lexicon.nouns or low in lexicon.nouns.values():
        return False
    return _is_a_name(first, second, before, lexicon)


PHRASAL_IN = r"\b(?:c[ao]m(?:e|es|ing)|gave|giv(?:e|en|es|ing)|sworn|vot(?:e|ed|ing)|br(?:ought|ing\w*)|usher\w*|settl\w*|mov(?:e|ed|es|ing)|" \
    r"step(?:s|p\w+)?|hand\w*|w[eo]nt|go|goes|going|gone|g[eo]t|put|tun(?:e|ed|es|ing)|kick\w*|fit\w*|log\w*|turn\w*|t[ao]ken?|took|taking|" \
    r"join\w*|liv(?:e|ed|es|ing)|phas\w*|call\w*|draft\w*|pitch\w*|parachut\w*|lock\w*|wad(?:e|ed|ing)|weigh\w*|pull\w*|dr[ao]w\w*|drop\w*|" \
    r"pil(?:e|ed|ing)|pour\w*|s[uw]ept|sweep\w*|roll\w*|trickl\w*|chip\w*|cav(?:e|ed|es|ing)|break\w*|broken?|carried|press\w*|fill\w*|send\w*|" \
    r"sent|sign\w*|phon\w*|stay\w*|let|check\w*|clock\w*|dial\w*|cash\w*|hem\w*|box\w*|snow\w*|" \
    r"(?:it|he|she|they|we|I|you) (?:was|were|is|are|had been|stood|sat|fought|ran)|" \
    r"(?:results|votes|figures|returns|boxes|numbers|declarations|ballots) (?:all |now |finally )?(?:are|were|had been|been)?|" \
    r"(?:(?:br[io]\w+|le[dt]|put|sent?d?|took|take|taken|call\w*|vot\w*|hand\w*|turn\w*|fill\w*|sw[eo]\w+) (?!by\b|from\b|with\b)[\w'’-]+))\s$"
"""What an “in” of its own goes with: came in in 1997, sworn in in July, all the results were in in Kent."""


def _is_a_name(first: str, second: str, before: str, lexicon: Lexicon) -> bool:
    """Duran Duran: a word with a capital that is nobody's and no place's name."""
    if first[0].isupper() and first == second and plain(first) not in lexicon.names \
            and not any(plain(first) in name.split() for name in lexicon.names) and first not in lexicon.one | lexicon.many | lexicon.adjectives:
        opened = not search(rf"\b(?:{'|'.join(map(re.escape, lexicon.given))}) $", before) if search(r"[A-Z]\w+ $", before) else True
        return opened and first.lower() not in (
            "the", "in", "it", "they", "he", "she", "at", "by", "for", "from", "with", "and", "but", "mp", "mps", "mr", "ms")
    return False


@rule("doubled-stop")
def doubled_stop(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Two stops where one belongs: “..”, “,,”, “,.”."""
    text = passage.text
    for found in every(r"(?<![.\s])\.\.(?!\.)|(?<=\w) \.\.(?=\s*$)|,\s*,|,\s*\.(?![\d.\w])|, \.(?=[a-z])|(?<!\.)\.\s*,|;\s*[;,.]|,\s*;|:\s*[:;,.]|"
                             r"[,.;]\s*:(?![-)(DP])|"
                             r"[?!]\.(?!\.)|[?!],(?=\s)|,\s*[?!]|"
                             r"(?<!\.)\.\s*;|!!+|(\([^()]+\))\s*\1|££+|\$\$+|€€+|%\s%|(?<![\d.])-\s?-(?=\d)|\+-(?=\d)|"
                             r"(?<=[^.\s])\s\.\s\.(?!\s?\.)|(?<=[\w%)])\. \.(?=\s[^.]|\s*$)|--\s*--|[–—]\s*[–—]|(?<=[a-z])''(?=[a-z\s])", text):
        before = text[:found.start() + 1]
        if found.group()[0] == "." and found.group()[1:].strip() in (",", ";", ":") and search(
                r"(?:\b(?:etc|al|Inc|Ltd|Co|Corp|Jr|Sr|No|St|Bros|approx|vs?|Mr|Mrs|Dr|p|pp|Ph\.D|[A-Z]|[a-z])\.)$", before):
            continue
        if found.group()[0] in "?!" and search(r"(?:Ho|Yahoo|Jeopardy|Oliver|Mamma Mia|Wham)!$", before):
            continue
        yield Found(found.start(), f"“{found.group()}”: write one stop, or what is missing between the two")


def _of_a_person(first: str, second: str, after: str, lexicon: Lexicon) -> bool | None:
    """Mrs May may; Will Will win; Nadia Nadia Whittome.  None where it is nobody's name."""
    low = first.lower()
    if first[0].isupper() and second[0].islower() and (low in ("will", "may", "might", "can", "mark", "march", "bill", "grant", "rob", "sue", "drew")
            and not match(r" (?:the|a|an|of)\b", after)):
        return True
    if first == second == "Will" or first == second == "May":
        return bool(match(r" [a-z]", after))
    if first in lexicon.given and first == second and match(r" [A-Z]\w", after):
        return False
    return None


def _of_a_verb(low: str, before: str) -> bool:
    """He gave in in the end; she passed the box on on her way."""
    if low in ("in", "on", "up", "off") and search(
            r"\b(?:pass|put|turn|log|carry|carri|mov|sign|hand|br[io]ng|brought|let|voted|voting|fill|call|phon|send|sent|switch|take|took|taken|go|"
            r"went)\w*(?: (?!by\b|from\b|with\b)[\w'’-]+){1,3} $", before):
        return True
    if low in ("up", "out", "off", "over", "down", "through") and search(r"\b(?:is|was|were|be|been|are) $", before):
        return False
    return bool(search(r"\b(?:came|come|comes|coming|(?:he|she|they|it|we) stood|voted|got|get|brought|moved|settled|let|sworn|ushered|handed|"
        r"went|go|going|"
                              r"put|stepped|written|was|were|is|"
                              r"be|been|carried|carry|went|goes|gone|log|logged|turned|took|taken|live|lived|passed|pressed|"
                              r"gave|give|given|gives|cave|tune|tunes|kick|kicks|break|broke|broken|drop|dropping|fit|fits|held|hold|hang|"
                              r"signed|joined|hung|(?!gained|elected|declared|counted|retained|changed|recorded)\w+ed) $", before, re.I))
