# ruff: noqa: E501
"""Made cases: what no result on record reaches, in a county that is not on any map.

Each says which message is to be found and what each wording makes of it; `STORIES` are whole nights,
with the headline, standfirst and lead that they should be given.
"""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from autobrief.facts.making import make
from autobrief.model.notes import Note, Noted, Notes
from autobrief.model.text import Correction, Source
from autobrief.model.world import (
    Assignment,
    ByElection,
    Candidacy,
    Contest,
    Election,
    Member,
    Office,
    Parliament,
    Party,
    Person,
    Place,
    Region,
    Winner,
)

PARTIES = {"con": ("Conservative", "Con"), "lab": ("Labour", "Lab"), "ld": ("Liberal Democrat", "LD"), "green": ("Green", "Green"),
           "reform": ("Reform UK", "RUK"), "snp": ("Scottish National Party", "SNP"), "pc": ("Plaid Cymru", "PC"),
           "ukip": ("UK Independence Party", "UKIP"), "ind": ("Independent", "Ind"), "spk": ("Speaker", "Spk")}
NOW = Election("ge2019", "general", "2019 general election", date(2019, 12, 12), datetime(2019, 12, 12, 22, tzinfo=ZoneInfo("Europe/London")),
               "2010-2023", "ge2017", True, "results made for a test")
BEFORE = Election("ge2017", "general", "2017 general election", date(2017, 6, 8), None, "2010-2023")
ESTIMATES = Election("ge2019-notional", "notional", "2017 on new boundaries", date(2017, 6, 8), None, "2010-2023", authors="A. Reckoner",
                     estimates="ge2017")
GREET, HOLM, FELL, MERE = "Greetham", "Holme and Sandby", "Fellside", "Merebank"


class Stood(NamedTuple):
    """A candidate: party, name, votes; `sitting` was a member at the dissolution."""

    party: str
    name: str
    votes: int | None = None
    sitting: bool = False


def _contest(election: Election, name: str, stood, status: str = "declared", first: str = "") -> Contest:
    def person(who: Stood) -> Person:
        given, _, family = who.name.rpartition(" ")
        return Person(f"made/{who.name}", given, family)
    candidacies = tuple(Candidacy(Party(who.party, *PARTIES[who.party]), person(who), who.votes, who.sitting, False, row)
                        for row, who in enumerate(stood, 2))
    return Contest(election.id, f"made-{name}", name, name, "made", "Borsetshire", "England", None, None, 70000, status, candidacies,
                   "", first, 2, f"elections/{election.id}/made.contests.csv", 0, election.kind == "notional")


def county(now: dict, before: dict, *, baseline: Election = BEFORE, undeclared=(), first: dict | None = None, region: str = "borsetshire",
           seat: bool = False, **more) -> Assignment:
    """An assignment on these seats: name -> candidates, most votes first, now and at the baseline."""
    def contest(name, stood):
        if name not in undeclared:
            return _contest(NOW, name, stood, first=(first or {}).get(name, ""))
        return _contest(NOW, name, [who._replace(votes=None) for who in stood], "not_declared")
    contests = tuple(contest(name, stood) for name, stood in now.items())
    previous = {f"made-{name}": _contest(baseline, name, stood) for name, stood in before.items()}
    label = {"borsetshire": "Borsetshire", "united-kingdom": "United Kingdom"}.get(region, region)
    home = Region(region, label, "the" if region == "united-kingdom" else "", "county", tuple(c.seat for c in contests))
    return Assignment(f"{NOW.id}/{'seat' if seat else 'region'}/{region}", "seat" if seat else "region", NOW, home, contests, baseline,
                      previous=previous, **more)


def won(party: str, name: str, votes: int, second: str, other: str, behind: int, *more: Stood) -> tuple[Stood, ...]:
    return (Stood(party, name, votes), Stood(second, other, votes - behind), *more)


def alone(now, before, **more) -> Assignment:
    """One seat."""
    return county({GREET: now}, {GREET: before}, region=GREET, seat=True, **more)


# Seats -------------------------------------------------------------------------------------------

def a_tie():
    return alone((Stood("lab", "Ann Archer", 20000), Stood("con", "Bob Brewer", 20000), Stood("ld", "Cat Cole", 90)),
                 won("con", "Dan Dale", 21000, "lab", "Eve Earl", 4000), first={GREET: "Lab"})


def nobody_else_stood():
    return alone((Stood("lab", "Ann Archer", 0),), won("lab", "Ann Archer", 19000, "con", "Eve Earl", 3210))


def four_seats_and_a_tie():
    return county({GREET: (Stood("lab", "Ann Archer", 20000), Stood("con", "Bob Brewer", 20000)), HOLM: won("lab", "Fay Ford", 25000, "con", "Gus Gray", 5000),
                   FELL: won("lab", "Ivy Ings", 22000, "con", "Joe Judd", 1500), MERE: won("lab", "Liz Lamb", 23000, "con", "Max Moor", 7000)},
                  {GREET: won("lab", "Dan Dale", 19000, "con", "Eve Earl", 3210), HOLM: won("lab", "Fay Ford", 24000, "con", "Hal Hood", 5100),
                   FELL: won("lab", "Ivy Ings", 21000, "con", "Kim Kerr", 2500), MERE: won("lab", "Liz Lamb", 20000, "con", "Ned Nunn", 4000)},
                  first={GREET: "Lab"})


def the_same_majority():
    return alone(won("con", "Ann Archer", 20000, "lab", "Bob Brewer", 3210), won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210))


def waiting_after_an_unopposed_return():
    return alone((Stood("lab", "Ann Archer"), Stood("con", "Bob Brewer")), (Stood("con", "Dan Dale", 0),), undeclared=(GREET,))


def _member(name: str, elected_for: str, first: date | None) -> Member:
    given, _, family = name.rpartition(" ")
    person = Person(f"made/{name}", given, family)
    return Member(person, f"made-{GREET}", GREET, elected_for, date(2017, 6, 8), "general election", elected_for, "record", first, None)


def a_member_beaten_of_unknown_years():
    member = _member("Dan Dale", "con", None)
    return alone(won("lab", "Ann Archer", 20000, "con", "Dan Dale", 900)[:1] + (Stood("con", "Dan Dale", 19100, True),),
                 won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), members={member.seat: member},
                 members_by_person={member.person.id: member})


def a_member_back_in_new_colours():
    member = _member("Dan Dale", "con", date(2010, 5, 6))
    return alone((Stood("ld", "Dan Dale", 20000, True), Stood("con", "Ann Archer", 18000)),
                 won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), members={member.seat: member},
                 members_by_person={member.person.id: member})


# Counties ----------------------------------------------------------------------------------------

def a_sitting_member_takes_another_seat():
    return county({GREET: (Stood("lab", "Ann Archer", 20000, True), Stood("con", "Bob Brewer", 18800)),
                   HOLM: won("con", "Fay Ford", 25000, "lab", "Gus Gray", 5000)},
                  {GREET: won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), HOLM: won("con", "Fay Ford", 24000, "lab", "Hal Hood", 5100)})


def by_elections_undone():
    by = {f"made-{name}": ByElection(f"by-{year}-made", date(year, 5, 4), f"made-{name}", "ld", Person(f"made/{who}", *who.split()), 2, name, True)
          for name, year, who in ((GREET, 2018, "Ivy Ings"), (HOLM, 2019, "Joe Judd"))}
    return county({GREET: won("con", "Ann Archer", 20000, "ld", "Ivy Ings", 1200), HOLM: won("con", "Fay Ford", 25000, "ld", "Joe Judd", 5000)},
                  {GREET: won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), HOLM: won("con", "Fay Ford", 24000, "lab", "Hal Hood", 5100)},
                  by_elections=by)


_NAMES = [f"{root}{end}" for end in ("by", "ham", "ford") for root in ("Ash", "Birk", "Clee", "Dar", "Els", "Frise", "Gors", "Har")]


def _many(gainers: list[str], kept: int = 0) -> Assignment:
    """The Conservatives lose a seat to each of these, and keep some; Labour loses one to the Liberal Democrats."""
    names = _NAMES[:len(gainers) + kept]
    now = {name: won(to, f"Ann {name}", 20000, "con", f"Bob {name}", 1000 + n)
           for n, (name, to) in enumerate(zip(names, gainers, strict=False))}
    now |= {name: won("con", f"Bob {name}", 21000, "lab", f"Ann {name}", 3000 + n) for n, name in enumerate(names[len(gainers):])}
    now[MERE] = won("ld", "Liz Lamb", 23000, "lab", "Max Moor", 7000)
    before = {name: won("con", f"Bob {name}", 22000, "lab", f"Cat {name}", 5000) for name in names}
    return county(now, before | {MERE: won("lab", "Max Moor", 22000, "ld", "Liz Lamb", 800)})


def lost_to_all_sides_and_none_left():
    return _many(["lab", "lab", "ld", "green"])


def lost_to_many_sides():
    return _many(["lab", "lab", "lab", "ld", "green", "reform", "pc", "ukip"], 13)


def half_in_and_no_hour():
    return county({GREET: won("lab", "Ann Archer", 20000, "con", "Bob Brewer", 900), HOLM: (Stood("con", "Fay Ford"), Stood("lab", "Gus Gray"))},
                  {GREET: won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), HOLM: won("con", "Fay Ford", 24000, "lab", "Hal Hood", 5100)},
                  undeclared=(HOLM,))


def nothing_in_beside_the_speaker():
    return county({GREET: (Stood("lab", "Ann Archer"), Stood("con", "Bob Brewer")), HOLM: (Stood("spk", "Fay Ford"), Stood("green", "Gus Gray"))},
                  {GREET: won("con", "Dan Dale", 19000, "lab", "Eve Earl", 3210), HOLM: won("spk", "Fay Ford", 24000, "green", "Hal Hood", 5100)},
                  baseline=ESTIMATES, undeclared=(GREET, HOLM))


def three_level():
    return county({GREET: won("lab", "Ann Archer", 20000, "con", "Bob Brewer", 900), HOLM: won("con", "Fay Ford", 25000, "lab", "Gus Gray", 5000),
                   FELL: won("ld", "Ivy Ings", 22000, "con", "Joe Judd", 1500)},
                  {GREET: won("lab", "Dan Dale", 19000, "con", "Eve Earl", 3210), HOLM: won("con", "Fay Ford", 24000, "lab", "Hal Hood", 5100),
                   FELL: won("ld", "Ivy Ings", 21000, "con", "Kim Kerr", 2500)})


def wiped_out_by_one():
    return county({GREET: won("lab", "Ann Archer", 20000, "con", "Bob Brewer", 900), HOLM: won("lab", "Fay Ford", 25000, "con", "Gus Gray", 5000),
                   FELL: won("lab", "Ivy Ings", 22000, "con", "Joe Judd", 1500), MERE: won("lab", "Liz Lamb", 23000, "con", "Max Moor", 7000)},
                  {GREET: won("con", "Bob Brewer", 19000, "lab", "Eve Earl", 3210), HOLM: won("con", "Gus Gray", 24000, "lab", "Hal Hood", 5100),
                   FELL: won("con", "Joe Judd", 21000, "lab", "Kim Kerr", 2500), MERE: won("lab", "Liz Lamb", 20000, "con", "Ned Nunn", 4000)})


def the_speaker_beaten():
    return county({GREET: won("green", "Ann Archer", 20000, "spk", "Bob Brewer", 900), HOLM: won("con", "Fay Ford", 25000, "lab", "Gus Gray", 5000),
                   FELL: won("lab", "Ivy Ings", 22000, "con", "Joe Judd", 1500)},
                  {GREET: won("spk", "Bob Brewer", 19000, "green", "Eve Earl", 3210), HOLM: won("con", "Fay Ford", 24000, "lab", "Hal Hood", 5100),
                   FELL: won("lab", "Ivy Ings", 21000, "con", "Kim Kerr", 2500)})


def nothing_in_at_all():
    now, before = the_speaker_beaten(), three_level()
    blank = {c.name: tuple(Stood(w.party.id, w.person.name) for w in c.candidacies) for c in before.contests}
    then = {c.name: tuple(Stood(w.party.id, w.person.name, w.votes) for w in c.candidacies) for c in before.previous.values()}
    assert now.region == before.region
    return county(blank, then, undeclared=tuple(blank))


def with_an_editors_notes():
    def note(kind, subject, row, **texts):
        return Note(kind, subject, {name: Noted(text, row, name) for name, text in texts.items()}, row)
    notes = (note("quotation", "a", 2, quotation="It was the bins", who="Ann Archer", role="the new MP", where="at the count"),
             note("quotation", "b", 3, exclamation="Never again!", who="Bob Brewer"),
             note("local_colour", "c", 4, colour="The cheese market at Fellside opened late", source="the Borsetshire Echo"),
             note("picture", "d", 5, caption="Ann Archer at the count", credit="Pat Pike"),
             note("related_link", "e", 6, title="How Borsetshire voted in 2017"))
    return three_level()._replace(notes=Notes("notes.toml", "", None, notes))


# The nation --------------------------------------------------------------------------------------

def _nation(seats: dict, prime_minister: str | None, government: str, before: str | None = None, larger: bool = False) -> Assignment:
    """The Commons with these seats, told from two of them, neither of which changed hands."""
    now = {GREET: won("lab", "Ann Archer", 20000, "con", "Bob Brewer", 900), HOLM: won("con", "Fay Ford", 25000, "lab", "Gus Gray", 5000)}
    winners = tuple(Winner(f"made-{party}-{n}", "made", party) for party, count in seats.items() for n in range(count))
    rows = [Parliament("ge1970", date(1970, 6, 18), {}, 300, 300, "Labour", "Old Hand", 2)] if larger else []
    rows += [Parliament("ge2017", date(2017, 6, 8), {}, 20, 20, "Labour", before or "Past Leader", 3)]
    if prime_minister:
        rows.append(Parliament("ge2019", NOW.date, {}, None, None, government, prime_minister, 4))
    people = {}
    if before:
        given, _, family = before.rpartition(" ")
        people = {"pm": Member(Person("pm", given, family), "x", "X", "lab", None, "", "lab", "record", None, None)}
    posts = {"pm": (Office("pm", "prime minister", 1, "Prime Minister", True),)} if before else {}
    return county(now, now, region="united-kingdom", winners=winners, parliaments=tuple(rows), members_by_person=people, offices=posts)


MAJORITY = {"lab": 350, "con": 250, "ld": 50}
HUNG = {"lab": 300, "con": 290, "ld": 60}


def a_majority_kept():
    return _nation(MAJORITY, "Ann Archer", "Labour", before="Ann Archer")


def a_majority_for_another():
    return _nation(MAJORITY, "Ann Archer", "Labour", before="Past Leader")


def a_majority_and_no_government_on_record():
    return _nation(MAJORITY, None, "")


def no_majority_and_a_new_prime_minister():
    return _nation(HUNG, "Ann Archer", "Labour", before="Past Leader")


def no_majority_and_no_government_on_record():
    return _nation(HUNG, None, "")

# States between poll and figures -----------------------------------------------------------------

def in_states(*states: str, seat: bool = False, taken: bool = False, compared: bool = True) -> Assignment:
    """Seats in these states, each won by Labour before; `taken` has the Conservatives win those whose winner is known."""
    names = [GREET, HOLM, FELL, MERE, *_NAMES][:len(states)]
    stood = {name: won("con" if taken else "lab", f"Ann {name[:4]}", 20000, "lab" if taken else "con", f"Bob {name[:4]}", 900 + n)
             for n, name in enumerate(names)}
    before = {name: won("lab", f"Cat {name[:4]}", 21000, "con", f"Dan {name[:4]}", 4000) for name in names}
    assigned = county(stood, before, region=GREET if seat else "borsetshire", seat=seat)

    def put(contest, status):
        counted = status in ("declared", "corrected")
        standing = tuple(c._replace(votes=c.votes if counted else None, elected=status == "winner_known" and n == 0)
                         for n, c in enumerate(contest.candidacies))
        return contest._replace(status=status, candidacies=standing)
    assigned = assigned._replace(contests=tuple(map(put, assigned.contests, states)))
    return assigned if compared else assigned._replace(baseline=None, previous={})


def in_state(state: str, several: int, *others: str, **more):
    """A night, named by its states, for a case."""
    def a_night():
        return in_states(*[state] * several, *others, **more)
    a_night.__name__ = f"{state}_{several}"
    return a_night


def given_otherwise_before():
    """A seat in which everything that can be corrected was corrected."""
    now = alone((Stood("lab", "Ann Archer", 20400), Stood("con", "Bob Brewer", 20000)), won("con", "Dan Dale", 21000, "lab", "Eve Earl", 4000))
    source = (Source("elections/ge2019/made.candidacies.csv", "", (2,), "votes"),)

    def line(what, **values):
        units = {int: "votes", Decimal: "points" if what in ("rise", "fall") else "share", Party: "party", Person: "person", date: "date", Place: "place"}
        return Correction(what, what, "2019-12-14", False, {name: make(f"made/{what}", name, value, units[type(value)], sources=source)
                                                            for name, value in values.items()})
    day, seat = date(2019, 12, 14), Place("made-Greetham", GREET)
    ann, bob, anne = Person("a", "Ann", "Archer"), Person("b", "Bob", "Brewer"), Person("a", "Anne", "Archer")
    lab, con = (Party(key, *PARTIES[key]) for key in ("lab", "con"))
    shire = Place("borsetshire", "Borsetshire", "", "county")
    return now._replace(corrections=(
        line("winner", date=day, seat=seat, winner=ann, winner_was=bob, winner_party=lab, winner_party_was=con),
        line("party", date=day, seat=seat, candidate=bob, party=con, party_was=Party("ind", *PARTIES["ind"])),
        line("name", date=day, seat=seat, name=ann, name_was=anne, label=lab),
        line("majority", date=day, seat=seat, majority=400, majority_was=40),
        line("votes", date=day, seat=seat, candidate=bob, votes=20000, votes_was=20360),
        line("turnout", date=day, seat=seat, turnout=Decimal("0.577"), turnout_was=Decimal("0.5")),
        line("second", date=day, seat=seat, second=con, second_was=lab),
        line("total", date=day, region=shire, total_turnout=Decimal("0.61"), total_turnout_was=Decimal("0.612")),
        line("share", date=day, region=shire, share_party=lab, share=Decimal("0.4"), share_was=Decimal("0.404")),
        line("rise", date=day, region=shire, share_party=con, rise=Decimal("2.31"), rise_was=Decimal("2.2")),
        line("fall", date=day, region=shire, share_party=lab, fall=Decimal("1"), fall_was=Decimal("1.1"))))


class Made(NamedTuple):
    """A message to be found on a made night, and its text by wording."""

    night: object
    kind: str
    subject: str
    says: dict


CASES = (
    *(Made(given_otherwise_before, "correction", what, {n: f"Correction, 14 December 2019: {text}"}) for n, (what, text) in enumerate({
        "winner": "Ann Archer won Greetham for Labour, not Bob Brewer for the Conservatives.",
        "party": "Bob Brewer stood in Greetham for the Conservatives, not as an independent.",
        "name": "Ann Archer stood in Greetham for Labour, and was called Anne Archer.",
        "majority": "the majority in Greetham is 400, not 40.",
        "votes": "Bob Brewer had 20,000 votes in Greetham, not 20,360.",
        "turnout": "turnout in Greetham was 57.7%, not 50%.",
        "second": "second place in Greetham went to the Conservatives, not Labour.",
        "total": "turnout in Borsetshire was 61%, not 61.2%.",
        "share": "Labour's share of the vote in Borsetshire was 40%, not 40.4%.",
        "rise": "the Conservatives' share of the vote in Borsetshire rose by 2.3 points, not 2.2.",
        "fall": "Labour's share of the vote in Borsetshire fell by 1 point, not 1.1.",
    }.items(), 1)),
    Made(a_tie, "seat_result", "made-Greetham", {
        6: "Ann Archer won Greetham for Labour by lot, after a tie with Bob Brewer.",
    }),
    Made(a_tie, "seat_headline", "made-Greetham", {
        9: "Ann Archer wins Greetham for Labour by lot, the votes level",
    }),
    Made(nobody_else_stood, "seat_headline", "made-Greetham", {
        10: "Ann Archer returned unopposed in Greetham for Labour",
    }),
    Made(nobody_else_stood, "seat_result", "made-Greetham", {
        7: "Nobody stood against Ann Archer, who was returned for Greetham for Labour.",
    }),
    Made(four_seats_and_a_tie, "closest", "made-Greetham", {
        11: "Greetham was a tie, and Ann Archer won it for Labour by lot.",
    }),
    Made(the_same_majority, "seat_majority_before", "made-Greetham", {
        5: "The majority was the same last time, 3,210.",
    }),
    Made(waiting_after_an_unopposed_return, "seat_waiting", "made-Greetham", {
        2: "Greetham has yet to declare; the Conservatives won it in 2017.",
    }),
    Made(a_member_beaten_of_unknown_years, "seat_member", "made-Greetham", {
        5: "Dan Dale, who had sat in the last Parliament, lost.",
    }),
    Made(a_member_back_in_new_colours, "seat_member", "made-Greetham/returned", {
        8: "Dan Dale sat in the last Parliament, elected for the Conservatives.",
    }),
    Made(a_sitting_member_takes_another_seat, "change_of_hands", "made-Greetham", {
        25: "Ann Archer, an MP until now, won Greetham for Labour from the Conservatives.",
    }),
    Made(by_elections_undone, "by_election_undone", "made-Greetham+", {
        6: "The Liberal Democrats did not keep Greetham (2018), and Holme and Sandby (2019), won at by-elections.",
    }),
    Made(lost_to_all_sides_and_none_left, "headline_losses", "con", {
        2: "Four losses for Conservatives in Borsetshire",
        6: "Conservatives lose four seats in Borsetshire and have none left",
    }),
    Made(lost_to_many_sides, "losses_lead", "con", {
        3: "The Conservatives lost eight seats in Borsetshire; Labour gained three, the Liberal Democrats two, the Greens one, Plaid Cymru one and smaller parties two.",
    }),
    Made(half_in_and_no_hour, "method_so_far", "so far", {
        2: "Written with one of two seats declared; this report changes as more are declared.",
    }),
    Made(half_in_and_no_hour, "standing_so_far", "declared", {
        5: "One of the two seats in Borsetshire has declared so far.",
    }),
    Made(nothing_in_beside_the_speaker, "waiting_lead", "before", {
        37: "Estimates for 2017 put the Conservatives ahead in one of them.",
    }),
    Made(a_majority_kept, "headline_majority", "lab", {
        3: "Labour wins 350 seats and majority of 50",
    }),
    Made(a_majority_kept, "national_majority", "majority", {
        5: "Ann Archer remains prime minister, with a Labour majority of 50 in the Commons.",
    }),
    Made(a_majority_for_another, "national_majority", "majority", {
        13: "Ann Archer becomes prime minister, with a Labour majority of 50 in the Commons.",
    }),
    Made(a_majority_and_no_government_on_record, "national_majority", "majority", {
        17: "Labour has a Commons majority of 50.",
    }),
    Made(no_majority_and_a_new_prime_minister, "national_no_majority", "hung", {
        12: "No party has a Commons majority. Labour is the largest with 300 seats, and Ann Archer later became prime minister.",
    }),
    Made(no_majority_and_no_government_on_record, "national_no_majority", "hung", {
        13: "No party has a Commons majority. Labour is the largest with 300 seats.",
    }),
    Made(with_an_editors_notes, "quotation", "a", {
        1: "\"It was the bins,\" said Ann Archer, the new MP, at the count.",
        2: "Ann Archer, the new MP, at the count, said: \"It was the bins.\"",
    }),
    Made(with_an_editors_notes, "quotation", "b", {
        3: "\"Never again!\" said Bob Brewer.",
        4: "Bob Brewer said: \"Never again!\"",
    }),
    Made(with_an_editors_notes, "local_colour", "c", {
        1: "The cheese market at Fellside opened late, according to the Borsetshire Echo.",
        2: "The cheese market at Fellside opened late (source: the Borsetshire Echo).",
    }),
    Made(with_an_editors_notes, "picture", "d", {
        1: "Ann Archer at the count (picture: Pat Pike)",
    }),
    Made(with_an_editors_notes, "links_caption", "links", {
        1: "Related",
    }),
    Made(with_an_editors_notes, "related_link", "e", {
        1: "How Borsetshire voted in 2017",
    }),
    Made(in_state("winner_known", 1, "declared", "not_declared"), "winner_known", "known", {
        1: "Ann Gree has won Greetham for Labour; the votes are not yet announced.",
        2: "Greetham has gone to Labour's Ann Gree, the count of votes still to be published.",
    }),
    Made(in_state("winner_known", 2, "not_declared"), "winner_known", "known", {
        3: "Winners without figures as yet: Greetham, and Holme and Sandby.",
        4: "The winners in Greetham, and Holme and Sandby are named, though not their votes.",
    }),
    Made(in_state("winner_known", 6, "not_declared"), "winner_known", "known", {
        5: "Winners have been named in six seats without their votes.",
    }),
    Made(in_state("winner_known", 2, "declared"), "standing_figures_due", "figures", {
        1: "Every seat in Borsetshire has a winner, with the votes of two unannounced.",
        2: "Winners are known in every seat in Borsetshire; two lack figures as yet.",
    }),
    Made(in_state("winner_known", 1, "declared"), "standing_figures_due", "figures", {
        1: "Every seat in Borsetshire has a winner, with the votes of one unannounced.",
        2: "Winners are known in every seat in Borsetshire; one lacks figures as yet.",
    }),
    Made(in_state("winner_known", 2, "declared"), "method_figures_due", "figures", {
        1: "Written without the votes of two seats; it will change when they come.",
        2: "The votes of two seats were missing when this was written.",
    }),
    Made(in_state("recount", 1, "declared", "declared"), "recount_called", "recount", {
        1: "Greetham is having a recount.",
        2: "Votes are being recounted in Greetham.",
    }),
    Made(in_state("recount", 2, "declared", "declared"), "recount_called", "recount", {
        3: "Recounts are under way in Greetham, and Holme and Sandby.",
        4: "Greetham, and Holme and Sandby have gone to a recount.",
    }),
    Made(in_state("recount", 6, "declared", "declared"), "recount_called", "recount", {
        5: "Six seats in Borsetshire are being recounted.",
    }),
    Made(in_state("postponed", 1, "declared", "declared"), "poll_postponed", "postponed", {
        1: "Greetham did not vote with the rest: its poll was postponed.",
        2: "Polling in Greetham was put off to another day.",
    }),
    Made(in_state("postponed", 2, "declared", "declared"), "poll_postponed", "postponed", {
        3: "Polls were postponed in Greetham, and Holme and Sandby.",
        4: "Greetham, and Holme and Sandby are to vote on another day.",
    }),
    Made(in_state("postponed", 6, "declared", "declared"), "poll_postponed", "postponed", {
        5: "Six seats in Borsetshire had polling postponed.",
    }),
    Made(in_state("void", 1, "declared", "declared"), "result_void", "void", {
        1: "Greetham stays vacant, its election being void.",
        2: "The election in Greetham is void.",
    }),
    Made(in_state("void", 2, "declared", "declared"), "result_void", "void", {
        3: "Elections are void in Greetham, and Holme and Sandby.",
        4: "Greetham, and Holme and Sandby stay vacant, their elections void.",
    }),
    Made(in_state("void", 6, "declared", "declared"), "result_void", "void", {
        5: "Elections in six seats in Borsetshire are void.",
    }),
    Made(in_state("corrected", 1, "declared", "declared"), "result_corrected", "corrected", {
        1: "Greetham is told here by its corrected result.",
        2: "A corrected result was issued for Greetham.",
    }),
    Made(in_state("corrected", 2, "declared", "declared"), "result_corrected", "corrected", {
        3: "Corrected results were issued for Greetham, and Holme and Sandby.",
        4: "Greetham, and Holme and Sandby are told here by their corrected results.",
    }),
    Made(in_state("corrected", 6, "declared", "declared"), "result_corrected", "corrected", {
        5: "Corrected results were issued for six seats.",
    }),
    Made(in_state("corrected", 1, seat=True), "result_corrected", "corrected", {
        1: "Greetham is told here by its corrected result.",
        2: "A corrected result was issued for Greetham.",
    }),
    Made(in_state("winner_known", 1, seat=True), "headline_state", "state", {
        1: "Ann Gree wins Greetham for Labour, votes to follow",
        2: "Greetham goes to Ann Gree for Labour",
    }),
    Made(in_state("winner_known", 1, seat=True, taken=True), "seat_state", "state", {
        2: "Ann Gree has been elected in Greetham for the Conservatives; the votes are awaited. In 2017 it was won by Labour.",
    }),
    Made(in_state("winner_known", 1, seat=True), "seat_state", "state", {
        3: "Ann Gree has kept Greetham for Labour; the votes are awaited.",
    }),
    Made(in_state("recount", 1, seat=True), "headline_state", "state", {
        3: "Recount in Greetham",
        4: "Greetham goes to a recount",
    }),
    Made(in_state("recount", 1, seat=True), "seat_state", "state", {
        5: "Greetham, won by Labour in 2017, is being recounted and has yet to be decided.",
    }),
    Made(in_state("postponed", 1, seat=True), "headline_state", "state", {
        5: "Greetham poll postponed",
        6: "Polling put off in Greetham",
    }),
    Made(in_state("postponed", 1, seat=True), "seat_state", "state", {
        7: "Greetham, won by Labour in 2017, votes later, its poll put off.",
    }),
    Made(in_state("void", 1, seat=True), "headline_state", "state", {
        7: "Election void in Greetham",
        8: "Greetham election is void",
    }),
    Made(in_state("void", 1, seat=True), "seat_state", "state", {
        9: "Greetham, won by Labour in 2017, is left unfilled, the election being void.",
    }),
    Made(in_state("winner_known", 1, seat=True, compared=False), "seat_state", "state", {
        1: "Ann Gree has been elected in Greetham for Labour; the votes are awaited.",
    }),
    Made(in_state("recount", 1, seat=True, compared=False), "seat_state", "state", {
        4: "Greetham is being recounted and has yet to be decided.",
    }),
    Made(in_state("postponed", 1, seat=True, compared=False), "seat_state", "state", {
        6: "Greetham votes later, its poll put off.",
    }),
    Made(in_state("void", 1, seat=True, compared=False), "seat_state", "state", {
        8: "Greetham is left unfilled, the election being void.",
    }),
)
STORIES = {
    three_level: {
        "headline": "Same parties, same seats in Borsetshire: one of three for Conservatives",
        "standfirst": "In Borsetshire, one of the three seats now has a Conservative member; Labour has one and the Liberal Democrats one.",
        "lead": "There was no gain or loss for any party in Borsetshire.",
    },
    wiped_out_by_one: {
        "headline": "Conservatives are out of Borsetshire, losing three seats",
        "standfirst": "With all four seats in Borsetshire won by Labour, the Conservatives came second each time.",
        "lead": "Labour added three seats in Borsetshire at the expense of the Conservatives.",
    },
    the_speaker_beaten: {
        "headline": "No party takes a seat from another in Borsetshire",
        "standfirst": "In Borsetshire, one of the three seats now has a Conservative member; Labour has one and the Greens one.",
        "lead": "Leaving out Greetham, which was the Speaker's, every seat in Borsetshire was held.",
    },
    nothing_in_at_all: {
        "headline": "The wait in Borsetshire is for three results",
        "standfirst": "Counting goes on in Borsetshire for all three seats.",
        "lead": "The Conservatives won one of these seats in 2017; Labour won one and the Liberal Democrats one.",
    },
    lost_to_many_sides: {
        "headline": "Conservatives lose eight seats in Borsetshire, keeping 13",
        "standfirst": "Seats in Borsetshire now number 13 for the Conservatives, three for Labour, two for the Liberal Democrats, one for the Greens, one for Plaid Cymru and two for others.",
        "lead": "The Conservatives lost eight seats in Borsetshire; Labour gained three, the Liberal Democrats two, the Greens one, Plaid Cymru one and smaller parties two.",
    },
    nothing_in_beside_the_speaker: {
        "headline": "The wait in Borsetshire is for two results",
        "standfirst": "Counting goes on in Borsetshire for both seats.",
        "lead": "Estimates for 2017 put the Conservatives ahead in one of them.",
    },
    half_in_and_no_hour: {
        "headline": "Only Greetham moves so far in Borsetshire, from Conservatives to Labour",
        "standfirst": "So far in Borsetshire, one seat has declared and one has not.",
        "lead": "Among the seats declared in Borsetshire, the Conservatives have lost one to Labour.",
    },
}
"""Nights whose headline, standfirst and lead are held."""


def reached() -> Counter:
    """(kind, wording) -> how many made messages it can say, over every night made here."""
    from autobrief.sources.stylebook import load

    from .saying import fitting, found, number
    stylebook, counts = load(), Counter()
    nights = dict.fromkeys([case.night for case in CASES] + list(STORIES))
    for night in nights:
        for message in found(night(), stylebook).messages.values():
            counts.update((message.kind, number(variant, stylebook)) for variant in fitting(message, stylebook))
    return counts
