"""Another value of the same unit, so that a sentence can be tried with it."""

from datetime import timedelta
from decimal import Decimal

from ..model.style import Stylebook
from ..model.text import Fact
from ..model.world import Office, Party, Person, Place
from ..realisation.offices import office_words


def altered(fact: Fact, stylebook: Stylebook) -> Fact:
    """The same fact with a value that must print otherwise.  Raises KeyError for an unknown unit."""
    return fact._replace(value=OTHERS[fact.unit](fact.value, stylebook))


def with_altered(facts: dict, fact_id: str, stylebook: Stylebook) -> dict:
    """A message's facts with the one of this id altered wherever it stands."""
    def other(fact: Fact) -> Fact:
        return altered(fact, stylebook) if fact.id == fact_id else fact
    return {name: other(value) if isinstance(value, Fact) else
            tuple({key: other(fact) for key, fact in record.items()} for record in value)
            for name, value in facts.items()}


def _count(value: int, stylebook: Stylebook) -> int:
    """One for many and many for one, so that a verb which agrees changes too."""
    return 1 if value != 1 else 2


def _party(value: Party, stylebook: Stylebook) -> Party:
    """A party of the other number: plural for singular."""
    entries = {key: entry for key, entry in stylebook.parties.items() if key not in ("named", "ind", "spk", value.id)}
    mine = stylebook.parties.get("named", {}).get(value.name) or stylebook.parties.get(value.id, {})
    other = next(key for key, entry in entries.items()
                 if entry.get("plural", False) != mine.get("plural", False) and entry["name"] != mine.get("name"))
    return Party(other, other, other)


def _office(value: Office, stylebook: Stylebook) -> Office:
    """An office that the desk has other words for."""
    table = stylebook.offices
    mine = (office_words(table, value), table["ranks"].get(value.rank, {}).get("words"))
    others = (value._replace(title=title) for title in table["titles"])
    return next(other for other in others if office_words(table, other) not in mine)


OTHERS = {
    "seats": _count, "people": _count, "count": _count, "votes": _count, "estimated-votes": _count, "office": _office,
    "year": lambda value, stylebook: value + 1,
    "share": lambda value, stylebook: value + Decimal("0.37" if value < Decimal("0.5") else "-0.37"),
    "points": lambda value, stylebook: abs(value) + 1,
    "text": lambda value, stylebook: f"another {value}",
    "date": lambda value, stylebook: value + timedelta(days=1),
    "time": lambda value, stylebook: value + timedelta(minutes=1),
    "place": lambda value, stylebook: Place("elsewhere", "Elsewhere", value.article, value.kind),
    "person": lambda value, stylebook: Person("somebody", "Somebody", "Otherwise", value.gender),
    "party": _party,
}
