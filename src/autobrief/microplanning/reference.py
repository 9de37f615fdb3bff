"""Referring expressions: who is named in full, and who by surname.

First mention in full, then the surname, or Mr and Ms with it as the house has it, unless two people
of the article share it.
"""

from collections import Counter
from collections.abc import Iterable

from ..model.world import Person

TITLES = {"M": "Mr", "F": "Ms"}


class Discourse:
    """Who has been mentioned so far.  `people` are all the article may name, `courtesy` is "surname" or "title"."""

    def __init__(self, people: Iterable[Person] = (), courtesy: str = "surname"):
        self._courtesy = courtesy
        families = Counter(person.family for person in {p.id: p for p in people}.values())
        self._shared = {family for family, times in families.items() if times > 1}
        self._mentioned: set[str] = set()

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

    def fresh(self) -> "Discourse":
        """A text that is read by itself, such as a headline: nobody mentioned yet."""
        made = Discourse(courtesy=self._courtesy)
        made._shared = self._shared
        return made
