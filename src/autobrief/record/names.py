"""How names of seats, regions and parties are spelt in the record."""

import re
import unicodedata

# Small words that some published tables give a capital: "Stoke-On-Trent", "Isle Of Wight", "Na h-Eileanan An Iar".
_SMALL_WORDS = re.compile(r"(?<=[ -])(On|Upon|Under|Le|In|Of|By|An)(?=[ -])|(?<=-)(The)(?=-)")

# Towns whose old legislated names put the town first: "Birmingham, Northfield".  Elsewhere a comma
# parts the members of a list: "Ayr, Carrick and Cumnock".
_TOWNS_WITH_DIVISIONS = (
    "Birmingham", "Brighton", "Bristol", "Ealing", "Enfield", "Lewisham", "Liverpool",
    "Manchester", "Plymouth", "Sheffield", "Southampton",
)  # fmt: skip

REGION_BY_CODE = {
    "E12000001": "north-east",
    "E12000002": "north-west",
    "E12000003": "yorkshire-and-the-humber",
    "E12000004": "east-midlands",
    "E12000005": "west-midlands",
    "E12000006": "east-of-england",
    "E12000007": "london",
    "E12000008": "south-east",
    "E12000009": "south-west",
    "W92000004": "wales",
    "S92000003": "scotland",
    "N92000002": "northern-ireland",
}


def slug(name: str) -> str:
    """A name as it stands in an id: lower case, plain letters, hyphens ("Ynys Môn" -> "ynys-mon")."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain.casefold())).strip("-")


def seat_name(published: str) -> str:
    """A seat's name as legislated: small words lose the capital that a table gave them.

    Trap: "The" is lowered between hyphens only; "Maidstone and The Weald" is the legislated name.
    """
    name = " ".join(published.split())
    return _SMALL_WORDS.sub(lambda found: found.group().lower(), name)


def reads(name: str) -> str:
    """A seat's name as it reads in a sentence: "Birmingham Northfield", but "Ayr, Carrick and Cumnock"."""
    town, comma, division = name.partition(", ")
    return f"{town} {division}" if comma and town in _TOWNS_WITH_DIVISIONS else name
