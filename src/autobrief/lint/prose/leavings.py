"""What a program or a page leaves behind: a traceback, an object, a key, half of a pair of marks."""

from collections.abc import Iterator

from .lexicon import Lexicon
from .patterns import every
from .registry import PROSE, Found, rule

OWN_SPELLING = frozenset("iPhone iPhones iPad iPads iPod iPlayer iCloud iTunes eBay eBook eBooks eSports eGov deWinter macOS vonTrapp".split())
"""Names of things that have a capital inside; keys of programs have theirs after three small letters."""


@rule("program", kinds=(*PROSE, "cell"))
def programs_words(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A program's own words: “KeyError:”, “Fact(value=12)”, “{'votes': 1200}”, “Party.LABOUR”, “seatName”, “mnis:4411”, “#REF!”."""
    text = passage.text
    for pattern in (r"\bTraceback(?: \(most recent call last\))?|\b[A-Z]\w+(?:Error|Exception)\b(?::|(?=\s*\())|\bFile \"[^\"]*\", line \d+",
                    r"\b[A-Z]\w*\([a-z_]\w*=", r"<[A-Z]\w*(?::| object| at 0x)[^<>]*>", r"\{\s*['\"“‘][^{}]*[:,][^{}]*\}|\{'\w+'\}",
                    r"\[\s*'[^\[\]]*'\s*\]|\[\s*\"[^\[\]]*\",[^\[\]]*\]", r"\((?:None|True|False|\d+), (?:None|True|False|\d+)\)",
                    r"(?<![\w.])[A-Z][a-z]+\.[A-Z]{2,}(?:_[A-Z]+)*(?!\w|\.\w)", r"(?<![\w./])[a-z_]+\.[a-z_]+\(", r"(?<!\w)0x[0-9a-f]{4,}",
                    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!)", r"(?<![\w/.@#-])[a-z]{2,}:\d{2,}(?![\w:])",
                    r"\b(?:lambda|self)\.\w+|\bdef \w+\(|=>|&&|\|\||(?<=\w)==(?=\w)|(?<=\w) == (?=\w)",
                    r"\b(?:Array|List|Object|Map|Dict|String|Int|Float|Series|DataFrame|Row)[\[(]|(?<=\w)=(?=[\w'\"])|\bmap\[string\]|\bstd::\w+"):
        for found in every(pattern, text):
            yield Found(found.start(), f"“{found.group()}” is a program's: write what a reader is to see")
    for found in every(r"(?<![\w/.@#'’-])[a-z]{3,}(?:[A-Z][a-z]+)+(?![\w/]|\.\w)", text):
        if found.group() not in OWN_SPELLING:
            yield Found(found.start(), f"“{found.group()}” is a key of a program: write what it stands for")


@rule("markup", kinds=PROSE)
def markup(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Marks that lost their other half or their meaning: “**held”, “held__the”, “[held](http:”."""
    text = passage.text
    for found in every(r"\*{2,}(?=\S)|(?<=\S)\*{2,}|(?<= )\*(?=[A-Z][a-z])(?!.*\*)|(?<=\w)__+(?=\w)|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|"
                             r"\]\((?:http|/|#)|~~+|"
                             r"(?<=\w)#+$|^#+(?=\w)|</?[a-z]+ ?/?>", text):
        yield Found(found.start(), f"“{found.group()}” is markup without its other half: take it out, or close it")
