"""English as this field needs it: a/an, plurals, possessives, lists, numbers, dates and times.

The words of election reporting are here because general libraries get them wrong
("a 8,000 majority", MPS, runner-ups).  Values in, text out; no state.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

WORDS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PLURALS = {
    "MP": "MPs", "Tory": "Tories", "runner-up": "runners-up", "by-election": "by-elections", "majority": "majorities",
    "county": "counties", "city": "cities", "party": "parties", "ministry": "ministries", "per cent": "per cent",
    "woman": "women", "man": "men", "person": "people", "seat": "seats", "vote": "votes", "other": "others",
    "loss": "losses", "hold": "holds", "gain": "gains", "candidate": "candidates", "member": "members", "point": "points",
    "independent": "independents", "deposit": "deposits", "recount": "recounts", "year": "years", "leader": "leaders",
}
# Letters whose names open with a vowel sound: "an SNP gain", but "a UKIP vote" since U is "you".
VOWEL_LETTERS = frozenset("AEFHILMNORSX")
SPOKEN_WORDS = frozenset({"UKIP", "RESPECT", "TUSC", "COVID", "NATO"})
SILENT_H = ("hour", "honest", "honour", "heir")
CONSONANT_VOWELS = ("uni", "use", "usu", "euro", "one", "once", "ukrain", "ukip", "utili", "ubiq")


def plural(noun: str, count: int = 2, nouns: dict | None = None) -> str:
    """The noun for this count: plural unless the count is one.  `nouns` adds a desk's own."""
    if count == 1:
        return noun
    known = (nouns or {}).get(noun) or PLURALS.get(noun)
    if known:
        return known
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def article(text: str) -> str:
    """`a` or `an` before this text, by how it is said: an 8,000 majority, an SNP gain, a UKIP vote."""
    word = text.lstrip("'\"£(").split(" ")[0].split("-")[0]
    if not word:
        return "a"
    if word[0].isdigit():
        return "an" if _number_opens_with_a_vowel(word) else "a"
    letters = word.rstrip("'s.,")
    if letters.isupper() and letters not in SPOKEN_WORDS and len(letters) > 1 or len(letters) == 1 and letters.isupper():
        return "an" if letters[0] in VOWEL_LETTERS else "a"
    low = word.lower()
    if low.startswith(SILENT_H):
        return "an"
    if low.startswith(CONSONANT_VOWELS) and not low.startswith("unin"):
        return "a"
    return "an" if low[0] in "aeiou" else "a"


def _number_opens_with_a_vowel(word: str) -> bool:
    whole = word.replace(",", "").split(".")[0].rstrip("%stndrh")
    if whole.startswith("8"):
        return True
    # Eleven and eighteen, and with thousands after them: 11,000 but not 110 or 1,100.
    return whole.startswith(("11", "18")) and len(whole) % 3 == 2


def possessive(name: str) -> str:
    """Labour's, the Conservatives': for names of parties and groups, plural in form when they end in -s."""
    return name + ("'" if name.endswith("s") else "'s")


def join(items: list[str], conjunction: str = "and") -> str:
    """A list in prose: semicolons where a member holds a comma or `and` and there are three or more."""
    if len(items) < 2:
        return "".join(items)
    awkward = any("," in item or " and " in item for item in items)
    if len(items) == 2:
        return f"{items[0]}{',' if awkward else ''} {conjunction} {items[1]}"
    mark = ";" if awkward else ","
    return f"{(mark + ' ').join(items[:-1])}{mark if awkward else ''} {conjunction} {items[-1]}"


def figures(value: int | Decimal) -> str:
    """8,000; 12.5; whole decimals lose the nought."""
    if isinstance(value, Decimal):
        value = rounded(value, 1)
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,}"
    return f"{value:,}"


def number(value: int, up_to: int = 9) -> str:
    """In words up to nine (or as the house has it), else in figures."""
    return WORDS[value] if 0 < value <= min(up_to, 10) else "no" if value == 0 else figures(value)


TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(value: int) -> str:
    """A whole number under 1,000 in words, for the opening of a sentence; larger ones stay figures."""
    if value <= 10:
        return number(value, 10)
    if value < 20:
        return TEENS[value - 11]
    if value < 100:
        return TENS[value // 10] + (f"-{WORDS[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{WORDS[value // 100]} hundred" + (f" and {spelled(value % 100)}" if value % 100 else "")
    return figures(value)


def ordinal(value: int, up_to: int = 10) -> str:
    """first to tenth in words, or as far as the house has words, then 11th, 12th, 21st."""
    if 0 < value <= min(up_to, 10):
        return ORDINALS[value]
    tail = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{tail}"


def counted(value: int, noun: str, nouns: dict | None = None, up_to: int = 9, words: bool = True) -> str:
    """`16 seats`, `one vote`, `235 votes`; units such as votes keep figures above one."""
    if isinstance(value, Decimal):
        shown = figures(abs(value))
        return f"{shown} {noun if shown == '1' else plural(noun, 2, nouns)}"
    shown = number(value, up_to) if words or value <= 1 else figures(value)
    return f"{shown} {plural(noun, value, nouns)}"


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """Half away from zero, once, at the end."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percent(share: Decimal, sign: str = "%", places: int = 1) -> str:
    """A share of one as `43.6%` or `43.6 per cent`; a whole figure loses its nought."""
    value = figures(rounded(share * 100, places))
    return f"{value}{sign}" if sign == "%" else f"{value} {sign}"


def day(value: date, year: bool = True) -> str:
    """12 December 2019."""
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")
    return f"{value.day} {months[value.month - 1]}" + (f" {value.year}" if year else "")


def clock(value: datetime, hours: int = 12) -> str:
    """3.05am, 10pm, or 03:05 by the 24-hour clock."""
    if hours == 24:
        return f"{value.hour:02}:{value.minute:02}"
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def sentence_case(text: str) -> str:
    """The first letter as a capital, and nothing else touched."""
    return text[:1].upper() + text[1:]


OPENING = r"""(?<![^\s(\[“‘"'—–-])(["'])(?=["']*[^\W\d_])"""
"""A quotation mark with a word after it and none before; before a figure it is an apostrophe: the '90s."""


def curly(text: str) -> str:
    """Straight quotation marks and apostrophes made curly, each in its place."""
    opened = re.sub(OPENING, lambda found: "“" if found[1] == '"' else "‘", text)
    return opened.replace('"', "”").replace("'", "’")


FRACTIONS = (("a tenth", 1, 10), ("a fifth", 1, 5), ("a quarter", 1, 4), ("a third", 1, 3), ("two fifths", 2, 5), ("half", 1, 2),
             ("three fifths", 3, 5), ("two thirds", 2, 3), ("three quarters", 3, 4), ("four fifths", 4, 5), ("nine tenths", 9, 10))
ALMOST = Decimal("0.03")
"""Within three points under, a share is nearly a fraction."""
NEAR = Decimal("0.01")
"""Within a point either way a fraction may be named with "just"."""


def fraction(share: Decimal) -> str:
    """A share in plain words: exactly a fraction, just over or under within a point, nearly one within three, else more than the one below.

    >>> fraction(Decimal("0.826")), fraction(Decimal("0.495")), fraction(Decimal("0.32")), fraction(Decimal("0.05"))
    ('more than four fifths', 'just under half', 'nearly a third', 'less than a tenth')
    """
    if share == 1:
        return "all"
    below = None
    for words, part, whole in FRACTIONS:
        apart = share * whole - part
        if abs(apart) <= NEAR * whole:
            return words if abs(apart) < Decimal("1e-9") else f"just {'over' if apart > 0 else 'under'} {words}"
        if apart < 0 and -apart <= ALMOST * whole:
            return f"nearly {words}"
        below = words if apart > 0 else below
    return f"more than {below}" if below else f"less than {FRACTIONS[0][0]}"
