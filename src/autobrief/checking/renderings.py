"""Which texts are an allowed rendering of a fact, worked out again from the fact's value.

Nothing here asks the realiser: figures come from the value by Decimal, names from the stylebook's
tables.  A text may open with a capital, since it may open a sentence, and with a or an.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from .. import grammar
from ..model.style import Stylebook
from ..model.text import Fact
from ..realisation.offices import office_words
from .vocabulary import Vocabulary

WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PARTS = {"a tenth": Decimal(1) / 10, "a fifth": Decimal(1) / 5, "a quarter": Decimal(1) / 4, "a third": Decimal(1) / 3, "half": Decimal(1) / 2,
         "two fifths": Decimal(2) / 5, "three fifths": Decimal(3) / 5, "two thirds": Decimal(2) / 3, "three quarters": Decimal(3) / 4,
         "four fifths": Decimal(4) / 5, "nine tenths": Decimal(9) / 10}
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
OUTSIDE = {"ind": ("an independent", "the independent", "as an independent", "as independents", "independents", "independent"),
           "spk": ("as Speaker", "Speaker", "the Speaker")}
"""Those who stand for no party, as they are spoken of."""


def allowed(fact: Fact, text: str, stylebook: Stylebook) -> bool:
    """Whether the text says the fact, and nothing but the fact."""
    return Renderings(stylebook).allows(fact, text)


class Renderings:
    """The allowed renderings of facts under one stylebook; make one for many questions."""

    def __init__(self, stylebook: Stylebook):
        self.stylebook, self.house, self.vocabulary = stylebook, stylebook.house, Vocabulary(stylebook)

    def allows(self, fact: Fact, text: str) -> bool:
        says = BY_UNIT.get(fact.unit)
        if says is None or not text:
            return False
        if self.house["quotes"] == "curly":
            if "'" in text or '"' in text:
                return False
            text = text.translate(STRAIGHT)
        small = text[0].lower() + text[1:]
        if says(self, fact, text) or says(self, fact, small):
            return True
        article, _, rest = small.partition(" ")
        return bool(rest) and article in ("a", "an") and article == grammar.article(rest) and says(self, fact, rest)

    # Numbers -------------------------------------------------------------------------------------

    def _count(self, fact: Fact, text: str) -> bool:
        """16, sixteen, 16th; with its noun; or a verb that agrees with it."""
        many = fact.value != 1
        for whole in ("both",) if fact.value == 2 else ("the only",) if fact.value == 1 else tuple(f"all {n}" for n in _numbers(fact.value)):
            if text.startswith(f"{whole} ") and self.vocabulary.is_noun(text.removeprefix(f"{whole} "), many):
                return True
        if text in (*_numbers(fact.value), _ordinal(fact.value, self.house["words_up_to"])):
            return True
        for number in _numbers(fact.value):
            noun = text.removeprefix(f"{number} ")
            if noun != text and noun not in ("vote", "votes") and self.vocabulary.is_noun(noun, many):
                return True
        return self.vocabulary.agrees(text, many)

    def _votes(self, fact: Fact, text: str) -> bool:
        noun = "vote" if fact.value == 1 else "votes"
        return any(text in (number, f"{number} {noun}") for number in _numbers(fact.value))

    def _estimated_votes(self, fact: Fact, text: str) -> bool:
        """An estimate never goes without saying so."""
        return text.startswith("an estimated ") and self._votes(fact, text.removeprefix("an estimated "))

    def _share(self, fact: Fact, text: str) -> bool:
        sign = self.house["percent"]
        return text == _decimal(fact.value * 100) + (sign if sign == "%" else f" {sign}") or _is_roughly(text, fact.value)

    def _points(self, fact: Fact, text: str) -> bool:
        number, _, noun = text.partition(" ")
        size = _decimal(abs(fact.value))
        return number == size and noun in ("", "point" if size == "1" else "points")

    def _year(self, fact: Fact, text: str) -> bool:
        return text == str(fact.value)

    def _date(self, fact: Fact, text: str) -> bool:
        day = f"{fact.value.day} {MONTHS[fact.value.month]}"
        return text in (day, f"{day} {fact.value.year}")

    def _time(self, fact: Fact, text: str) -> bool:
        hour, minute = fact.value.hour, fact.value.minute
        if self.house["clock"] == 24:
            return text == f"{hour:02d}:{minute:02d}"
        past = f".{minute:02d}" if minute else ""
        return text == f"{(hour - 1) % 12 + 1}{past}{'pm' if hour >= 12 else 'am'}"

    # Names ---------------------------------------------------------------------------------------

    def _text(self, fact: Fact, text: str) -> bool:
        return _said(text, (str(fact.value),))

    def _person(self, fact: Fact, text: str) -> bool:
        person = fact.value
        later = person.family
        if self.house["courtesy"] == "title":
            later = {"M": f"Mr {later}", "F": f"Ms {later}"}.get(person.gender) if person.given else later
        names = [name.translate(STRAIGHT) for name in (f"{person.given} {person.family}".strip(), later) if name]
        if text in {"M": ("he", "his"), "F": ("she", "her")}.get(person.gender, ()):
            return True
        return any(text in (name, f"{name}'s") for name in names)

    def _office(self, fact: Fact, text: str) -> bool:
        """By the desk's words for the title, for titles like it, or for the rank."""
        table = self.stylebook.offices
        forms = (office_words(table, fact.value), table["ranks"].get(fact.value.rank, {}).get("words"))
        return _said(text, filter(None, forms))

    def _place(self, fact: Fact, text: str) -> bool:
        place, terms = fact.value, self.stylebook.terms
        preposition = terms.get("prepositions", {}).get(place.name, "in")
        forms = {terms.get("adjectives", {}).get(place.name, place.name)}
        for name in (place.name, terms.get("spoken", {}).get(place.name, place.name)):
            full = f"{'the' if name in terms.get('with_the', ()) else place.article} {name}".strip()
            forms |= {f"in {full}"} if preposition == "across" else set()
            forms |= {name, full, f"{preposition} {full}", f"{name}'s", f"{full}'s"}
        for later in filter(None, (terms.get("later", {}).get(place.name), terms.get("later", {}).get(place.kind))):
            forms |= {later, f"in {later}", f"{later}'s"}
        return _said(text, forms)

    def _party(self, fact: Fact, text: str) -> bool:
        """A party in any of its forms, or a verb that agrees with it; independents may be one or many."""
        entry = self.party_entry(fact.value)
        name, article, adjective = entry["name"], entry.get("article", ""), entry.get("adjective") or entry["name"]
        if self.house["party_names"] == "short" and entry.get("short_name"):
            name, adjective = entry["short_name"], entry.get("short_adjective") or entry["short_name"]
        full = f"{article} {name}".strip()
        forms = {name, full, adjective, f"for {full}", _possessive(name), _possessive(full)}
        if entry.get("plural") and adjective != name:
            forms.add(f"the {adjective}")  # Before a person: the Conservative Mark Fletcher.
        if fact.value.id in OUTSIDE:
            forms.discard(f"for {full}")
            forms.update(OUTSIDE[fact.value.id])
        return _said(text, forms) or self.vocabulary.agrees(text, bool(entry.get("plural"))) \
            or fact.value.id == "ind" and self.vocabulary.agrees(text, False)

    def party_entry(self, party) -> dict:
        """The desk's table for a party by its name then, else by its id, else from the ballot paper."""
        parties = self.stylebook.parties
        entry = parties.get("named", {}).get(party.name) or parties.get(party.id)
        if entry:
            return entry
        has_article = party.name.startswith("The ") or party.name.endswith(("Party", "Alliance", "Coalition"))
        return {"name": party.name.removeprefix("The "), "article": "the" if has_article else "", "short": party.abbreviation}


def _numbers(value: int) -> tuple[str, ...]:
    """A whole number in figures, and in words under 1,000."""
    return f"{value:,}", "no" if value == 0 else _spelled(value) if value < 1000 else f"{value:,}"


def _ordinal(value: int, up_to: int) -> str:
    tens, ones = divmod(value % 100, 10)
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return PLACES[value] if 0 < value <= up_to else f"{value}{ending}"


def _spelled(value: int) -> str:
    """A number under 1,000 in words: 123 is one hundred and twenty-three."""
    hundreds, rest = divmod(value, 100)
    small = (WORDS[rest] if rest <= 10 else TEENS[rest - 11] if rest < 20
             else "-".join(filter(None, (TENS[rest // 10], WORDS[rest % 10]))))
    large = f"{WORDS[hundreds]} hundred" if hundreds else ""
    return f"{large} and {small}" if large and small else large or small


def _decimal(value: Decimal) -> str:
    """One place, half away from nought, the nought left off."""
    shown = Decimal(value).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{shown:,}".removesuffix(".0")


def _is_roughly(text: str, share: Decimal) -> bool:
    """A fraction in words that is true of the share: just over and under within a point, more than it without another between."""
    if text == "all" or share == 1:
        return text == "all" and share == 1
    for qualifier in ("just over ", "just under ", "nearly ", "more than ", "less than ", ""):
        if (named := text.removeprefix(qualifier)) in PARTS and text.startswith(qualifier):
            gap = Decimal(share) - PARTS[named]
            nearer = any(Decimal("-0.03") <= Decimal(share) - other <= Decimal("0.01") or PARTS[named] < other < share for other in PARTS.values())
            point, three = Decimal("0.01"), Decimal("0.03")
            return {"": abs(gap) < Decimal("1e-9"), "just over ": 0 < gap <= point, "just under ": -point <= gap < 0,
                    "nearly ": -three <= gap < -point, "more than ": gap > point and not nearer,
                    "less than ": named == "a tenth" and gap < -three}[qualifier]
    return False


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _said(text: str, forms) -> bool:
    """One of these forms, which may open with a capital."""
    forms = [form.translate(STRAIGHT) for form in forms] if not any(c in text for c in "‘’“”") else forms
    return any(text in (form, form[:1].upper() + form[1:]) for form in forms)


BY_UNIT: dict[str, Callable[[Renderings, Fact, str], bool]] = {
    "seats": Renderings._count, "people": Renderings._count, "count": Renderings._count, "votes": Renderings._votes,
    "estimated-votes": Renderings._estimated_votes, "office": Renderings._office, "share": Renderings._share,
    "points": Renderings._points, "year": Renderings._year, "date": Renderings._date,
    "time": Renderings._time, "text": Renderings._text, "person": Renderings._person, "place": Renderings._place,
    "party": Renderings._party,
}
