"""What may stand for a fact, and what may not."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from autobrief.checking.renderings import Renderings
from autobrief.model.text import Fact
from autobrief.model.world import Office, Party, Person, Place

CON, LAB, IND = (Party(*p) for p in (("con", "Conservative", "Con"), ("lab", "Labour", "Lab"), ("ind", "Independent", "Ind")))
SPEAKER, YORKSHIRE = Party("spk", "Speaker", "Spk"), Party("yp", "Yorkshire Party", "Yorks")
SKINNER, REES = Person("1", "Dennis", "Skinner", "M"), Person("2", "Christina", "Rees", "F")
MIDLANDS, MERSEYSIDE = Place("midlands", "Midlands", "the", "region"), Place("merseyside", "Merseyside", "", "county")
JUSTICE = Office("1", "cabinet", 2, "Secretary of State for Justice and Lord Chancellor", True)

YES = [
    ("seats", 16, ["16", "16 seats", "16 gains", "16th", "Sixteen seats", "have"]),
    ("seats", 1, ["one", "One seat", "has", "first"]), ("seats", 0, ["no", "no seats"]),
    ("people", 9, ["nine", "nine others"]), ("count", 80, ["80", "an 80"]),
    ("seats", 123, ["One hundred and twenty-three seats"]),
    ("votes", 8000, ["8,000", "8,000 votes", "an 8,000"]), ("votes", 1, ["1", "one vote"]),
    ("estimated-votes", 13600, ["an estimated 13,600 votes"]),
    ("share", Decimal("0.54149"), ["54.1%"]), ("share", Decimal("0.54"), ["54%"]), ("share", Decimal("0.00050"), ["0.1%"]),
    ("points", Decimal("-4.05"), ["4.1", "4.1 points"]), ("year", 1970, ["1970"]), ("text", "the roof", ["the roof", "The roof"]),
    ("date", date(2019, 12, 12), ["12 December 2019"]), ("time", datetime(2019, 12, 13, 3, 5), ["3.05am"]),
    ("time", datetime(2019, 12, 12, 22), ["10pm"]), ("time", datetime(2019, 12, 13, 0, 30), ["12.30am"]),
    ("party", CON, ["the Conservatives", "The Conservatives", "Conservatives", "Conservative", "a Conservative", "have", "their",
                    "for the Conservatives", "Conservatives'", "the Conservatives'", "gained"]),
    ("party", LAB, ["Labour", "has", "its", "for Labour", "Labour's", "a Labour"]),
    ("party", IND, ["an independent", "as an independent", "independents", "have", "has"]), ("party", SPEAKER, ["as Speaker", "the Speaker"]),
    ("party", YORKSHIRE, ["the Yorkshire Party", "for the Yorkshire Party", "a Yorkshire Party"]),
    ("person", SKINNER, ["Dennis Skinner", "Skinner", "Skinner's"]), ("person", REES, ["Christina Rees's"]),
    ("place", MIDLANDS, ["the Midlands", "in the Midlands", "Midlands", "The Midlands"]),
    ("place", MERSEYSIDE, ["on Merseyside"]),
    ("office", JUSTICE, ["the justice secretary", "a cabinet minister"]),
]
NO = [
    ("seats", 16, ["17", "17 seats", "16 seat", "16 votes", "seventeen", "has", "116", "16 zebras", "", "16th seats"]),
    ("seats", 1, ["one seats", "have", "two"]), ("votes", 8000, ["8000", "8,001", "8,000 seats", "a 8,000"]),
    ("estimated-votes", 13600, ["13,600", "13,600 votes"]),
    ("share", Decimal("0.54149"), ["54.2%", "54.1", "54.10%", "54.1 per cent"]),
    ("points", Decimal("4.05"), ["4.0", "4"]), ("year", 1970, ["1,970", "1971"]), ("text", "the roof", ["the floor"]),
    ("date", date(2019, 12, 12), ["13 December 2019", "12 December 2018"]),
    ("time", datetime(2019, 12, 13, 3, 5), ["3.05pm", "3.5am"]),
    ("party", CON, ["Labour", "for Labour", "has", "its", "an Conservative", "an independent"]),
    ("party", LAB, ["have", "the Labour", "as an independent"]), ("party", IND, ["for independents", "Labour"]),
    ("person", SKINNER, ["Mark Fletcher", "Dennis", "skinner"]), ("person", REES, ["Rees'"]),
    ("place", MIDLANDS, ["the West Midlands", "on the Midlands"]), ("place", MERSEYSIDE, ["in Merseyside"]),
    ("office", JUSTICE, ["home secretary"]), ("furlongs", 16, ["16"]),
]


@pytest.fixture(scope="module")
def renderings(stylebook):
    return Renderings(stylebook)


@pytest.mark.parametrize("unit, value, text", [(unit, value, text) for unit, value, texts in YES for text in texts])
def test_a_true_rendering_is_allowed(renderings, unit, value, text):
    assert renderings.allows(Fact("x/y", "y", value, unit), text)


@pytest.mark.parametrize("unit, value, text", [(unit, value, text) for unit, value, texts in NO for text in texts])
def test_anything_else_is_not(renderings, unit, value, text):
    assert not renderings.allows(Fact("x/y", "y", value, unit), text)
