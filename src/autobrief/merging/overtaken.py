"""What the facts have overtaken: which changed between two versions, and where a human's words still say the old value."""

import re
from decimal import Decimal
from typing import NamedTuple

from ..formats.json import plain as value_of
from ..grammar import figures, spelled
from ..model.text import Article, Fact
from ..model.world import Party, Person, Place
from .pieces import Part, Piece
from .reading import plain

FEW = {"no", "none", "both", "one", "a", "an", "the", "the only", "nought", "zero", "all"}
"""Words too common to be taken for a value by themselves."""
MOST_FORMS = 12


class Change(NamedTuple):
    """A fact that changed or is no longer given: its old and new words, and every old form to look for."""

    fact: str
    was: str
    now: str
    forms: tuple[str, ...]
    about: tuple[str, ...] = ()
    size: tuple = ()
    """Old and new value without sign, so that a gain of three and the loss of the same three are told once."""


def printed_words(parts: tuple[Part, ...]) -> dict[str, tuple[str, ...]]:
    """Fact -> the words that it is printed in, in the order of the article."""
    found: dict[str, dict[str, None]] = {}
    for part in parts:
        for piece in part.pieces:
            for fact, words in piece.printed:
                found.setdefault(fact, {})[words] = None
    return {fact: tuple(words) for fact, words in found.items()}


def changes(base: Article, base_parts: tuple[Part, ...], following: Article, next_parts: tuple[Part, ...]) -> dict[str, Change]:
    """Fact -> how it changed, for every fact of the base that did; one that the next version does not give has no new words."""
    before, after = base.every_fact(), following.every_fact()
    old_words, new_words = printed_words(base_parts), printed_words(next_parts)
    found = {}
    for id, fact in before.items():
        now = after.get(id)
        if now is not None and same_value(fact, now) or now is None and id not in old_words:
            continue
        said = old_words.get(id, ())
        was = _telling(said) or usual(fact)
        is_now = (_telling(new_words.get(id, ())) or usual(now)) if now else ""
        if was == is_now:
            continue
        forms = _forms(fact, said) if now is not None else _numbers_only(fact, said)
        current = {form.lower() for form in (_forms(now, new_words.get(id, ())) if now else ())}
        found[id] = Change(id, was, is_now, tuple(form for form in forms if form.lower() not in current), _about(base, before, id),
                           (_size(fact), _size(now) if now else None))
    return found


def _size(fact: Fact):
    return abs(fact.value) if isinstance(fact.value, int | Decimal) else str(value_of(fact.value))


def said_now(following: Article, next_parts: tuple[Part, ...]) -> dict[str, tuple[str, ...]]:
    """Fact -> the words for it in the next version, of every fact there is: the most telling first, then all that it is printed in."""
    words = printed_words(next_parts)
    return {id: (_telling(words.get(id, ())) or usual(fact), *words.get(id, ())) for id, fact in following.every_fact().items()}


def same_value(one: Fact, other: Fact) -> bool:
    if isinstance(one.value, Person) and isinstance(other.value, Person):
        # Known by another name than last time, somebody is who they were.
        return one.value.published_name == other.value.published_name
    return one.value == other.value or value_of(one.value) == value_of(other.value)


def _telling(words: tuple[str, ...]) -> str:
    """The words that say the value, rather than a verb that agrees with it."""
    return next((each for each in words if any(c.isdigit() for c in each)), "") or \
        next((each for each in words if any(c.isupper() for c in each)), "") or max(words, key=len, default="")


def usual(fact: Fact) -> str:
    """A value in plain words, where no article prints it."""
    value = fact.value
    if isinstance(value, Person | Party | Place):
        return value.name
    if fact.unit == "share" and isinstance(value, Decimal):
        return f"{figures(value * 100)}%"
    if isinstance(value, int | Decimal) and fact.unit != "year":
        return figures(abs(value))
    return f"{value:%H:%M}" if fact.unit == "time" else str(value_of(value))


def _forms(fact: Fact, said: tuple[str, ...]) -> tuple[str, ...]:
    """Every form in which an editor may have taken the value over."""
    value, found = fact.value, [form for form in map(plain, said) if _says_something(form)]
    if isinstance(value, bool):
        return ()
    if isinstance(value, int) and fact.unit != "year":
        if abs(value) > 1:
            found += [figures(abs(value)), str(abs(value))]
            found += [spelled(abs(value))] if abs(value) < 1000 else []
    elif isinstance(value, Decimal):
        number = figures(abs(value * 100 if fact.unit == "share" else value))
        found += [f"{number}%", f"{number} per cent"] if fact.unit == "share" else [number]
    elif isinstance(value, Person):
        found += [name for name in (value.name, value.family) if name]
    return tuple(dict.fromkeys(found))[:MOST_FORMS]


def _says_something(form: str) -> bool:
    """It holds a figure, a name or a number in words, and not a verb alone."""
    words = form.lower().split()
    return form.lower() not in FEW and (any(c.isdigit() or c.isupper() for c in form) or any(
        word in NUMBERS or word in COUNTING and len(words) > 1 for word in words))


NUMBERS = {spelled(n) for n in range(2, 100)}
COUNTING = {"one", "no", "both", "only"}


def _numbers_only(fact: Fact, said: tuple[str, ...]) -> tuple[str, ...]:
    """What to look for where the fact is no longer given: the hour, and counts that grow through the night and cannot well be another's.

    A year or a majority that is merely told no more has not been overtaken.
    """
    if fact.kind == "as_of":
        return tuple(plain(words) for words in said if any(c.isdigit() for c in words))
    if fact.unit in ("seats", "people", "count"):
        return tuple(form for form in _forms(fact, said) if sum(c.isdigit() for c in form) > 1)
    return ()


def _about(base: Article, facts: dict[str, Fact], id: str) -> tuple[str, ...]:
    """The names one of which a text must hold before a party or place in it is taken for this fact's."""
    fact = facts[id]
    if isinstance(fact.value, int | Decimal | Person) or fact.unit in ("time", "date", "year") or base.kind == "seat":
        return ()
    subject = id.rpartition("/")[0]
    told = [facts[key].value for key in (f"{subject}/seat", f"{subject}/winner", f"{subject}/name") if key in facts]
    return tuple(name for value in told for name in (getattr(value, "family", ""), getattr(value, "name", "")) if name)


def superseded(text: str, changed: dict[str, Change], own: tuple[Piece, ...] = ()) -> list[tuple[Change, str]]:
    """The old values that a text prints, with the form found; `own` are the base pieces it was made from.

    A form that stands in those for a fact which did not change is that fact's.
    """
    said = plain(text)
    held = {plain(words).lower() for piece in own for fact, words in piece.printed if fact not in changed}
    found = []
    for change in changed.values():
        if change.about and not any(name in said for name in change.about):
            continue
        form = next((form for form in change.forms if form.lower() not in held and stands_in(form, said)), None)
        if form:
            found.append((change, form))
    return found


def stands_in(form: str, text: str) -> bool:
    """The form stands in the text as words of its own: 26 is neither in 126 nor in 26.5 nor in 2,026."""
    if form not in text and form.lower() not in text.lower():
        return False
    name = form[:1].isupper()
    pattern = rf"(?<![\w£])(?<!\d[.,]){re.escape(form)}(?!\w)(?![.,]\d)"
    return re.search(pattern, text, 0 if name else re.I) is not None
