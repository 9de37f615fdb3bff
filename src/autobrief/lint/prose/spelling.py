"""One name in two spellings within a text: Gullis and Gulis, Clarke-Smith and Clark-Smith."""

import re
from collections import Counter
from collections.abc import Iterator

from .lexicon import Lexicon, plain
from .patterns import every

NAME = re.compile(r"(?<![\w'’-])([A-ZÀ-Þ][\w'’-]*[\w]) ((?:(?:[A-ZÀ-Þ][\w'’-]*|de|van|von|al) )?[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])(?![\w-])")


def spellings(texts: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """(number of the text, place, message) of the rarer spelling of a person's name or a party's."""
    names: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for number, text in enumerate(texts):
        for found in NAME.finditer(text):
            family = re.sub(r"['’]s?$", "", found[2])
            if found[1] in lexicon.given and plain(family) not in lexicon.names:
                name = (found[1], family)
                names[name] += 1
                first.setdefault(name, (number, found.start()))
    ordered = sorted(names, key=lambda name: (-(f"{name[0]} {name[1]}" in lexicon.people), -names[name], first[name]))
    for position, name in enumerate(ordered):
        for other in ordered[:position]:
            known = f"{name[0]} {name[1]}" in lexicon.people
            if other[0] == name[0] and not known and _near(other[1], name[1]):
                yield *first[name], f"“{name[0]} {name[1]}” is also spelt “{other[0]} {other[1]}” here: write one of the two"
                break
    yield from _accents(texts, lexicon)
    yield from _parties(texts, lexicon)


def _accents(texts: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Sinn Féin and Sinn Fein in one text."""
    whole = "\n".join(texts)
    for name in sorted(lexicon.one | lexicon.many):
        bare = name.translate(str.maketrans("éèáàóòíìúùôâêîû", "eeaaooiiuuoaeiu"))
        if bare != name and name in whole and bare in whole:
            number = next(number for number, text in enumerate(texts) if bare in text)
            yield number, texts[number].index(bare), f"“{bare}” is also spelt “{name}” here: write “{name}”"


PARTIES = ("Conservatives", "Conservative", "Democrats", "Democrat", "Liberal", "Labour", "Unionist")
NEAR = frozenset("Democratic Liberals Labours Labouring Unionists Laboured".split())


def _parties(texts: list[str], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Conservativs, Labuor, Librel: a letter away from a party's name, and no other word."""
    for number, text in enumerate(texts):
        for found in every(r"(?<![\w'’@#/-])[CDLU][a-z]{4,}(?![\w-])", text):
            word = found.group()
            right = next((name for name in PARTIES if word not in PARTIES and word not in NEAR and _near(word, name)), None)
            if right and plain(word) not in lexicon.names and word not in lexicon.given:
                yield number, found.start(), f"“{word}”: write “{right}”"


def _near(one: str, two: str) -> bool:
    """One letter more, fewer, other, or two exchanged; short names may be two people's."""
    if one == two or min(len(one), len(two)) < 5 or abs(len(one) - len(two)) > 1 or one.lower().rstrip("s") == two.lower().rstrip("s") \
            and one[-1] != two[-1] == "s":
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    a, b = one[head:], two[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
