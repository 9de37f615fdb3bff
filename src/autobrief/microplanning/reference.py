"""Referring expressions: who and where is named in full, and what is said the next time.

A person: in full, then the surname, or Mr and Ms with it as the house has it, unless two people of the
article share it.  A region or county: by name, then as "the region" where it was named last and no other
has been named since, then by name again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..model.world import Person, Place

TITLES = {"M": "Mr", "F": "Ms"}


class Discourse:
    """Who and where has been mentioned so far.  `people` are all the article may name, `courtesy` is "surname" or "title".

    `later` has the words for a place named before, by its name or its kind: none are used where it is empty.
    """

    def __init__(self, people: Iterable[Person] = (), courtesy: str = "surname", later: Mapping[str, str] | None = None):
        self._courtesy, self._later = courtesy, later or {}
        families = Counter(person.family for person in {p.id: p for p in people}.values())
        self._shared = {family for family, times in families.items() if times > 1}
        self._mentioned: set[str] = set()
        self._area: tuple[str, bool] | None = None

    def name(self, person: Person) -> str:
        """How to name this person here; counts as a mention."""
        if person.id in self._mentioned and person.family not in self._shared:
            if self._courtesy == "surname":
                return person.family
            # Without a title that is on record the full name is the courtesy.
            if person.gender in TITLES:
                return f"{TITLES[person.gender]} {person.family}"
        self._mentioned.add(person.id)
        return person.name

    def area(self, place: Place) -> str | None:
        """Other words for this region, county or city here, None where its name is to be said; counts as a mention."""
        if place.kind == "seat":
            return None
        words = self._later.get(place.name) or self._later.get(place.kind)
        again = bool(words) and self._area == (place.id, True)
        self._area = (place.id, not again)
        return words if again else None

    def fresh(self) -> "Discourse":
        """A text that is read by itself, such as a headline: nobody mentioned yet, and everything by name."""
        made = Discourse(courtesy=self._courtesy)
        made._shared = self._shared
        return made
