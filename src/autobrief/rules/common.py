"""What several rules ask of the findings."""

from math import log10

from ..facts import contest as result
from ..facts import member as service
from ..facts.making import make
from ..facts.reading import Reading
from ..facts.tally import Tally, region_fact
from ..model.text import Fact, Source
from ..model.world import Candidacy
from .findings import Findings


def region(findings: Findings):
    return region_fact(findings.assignment.region, findings.readings)


def gainers(tally: Tally) -> list[str]:
    """Parties that gained a seat, most first; the Speaker stands outside."""
    parties = {to for to, lost_by in tally.pairs if "spk" not in (to, lost_by)}
    return sorted(parties, key=lambda p: (-len(gained(tally, p)), -tally.now[p], p))


def gained(tally: Tally, party: str) -> tuple[Reading, ...]:
    return tuple(r for (to, lost_by), seats in tally.pairs.items() if to == party and lost_by != "spk" for r in seats)


def lost(tally: Tally, party: str) -> tuple[Reading, ...]:
    return tuple(r for (to, lost_by), seats in tally.pairs.items() if lost_by == party and to != "spk" for r in seats)


def changes(tally: Tally) -> tuple[Reading, ...]:
    """Every change of hands but those to or from the Speaker."""
    return tuple(r for (to, lost_by), seats in tally.pairs.items() if "spk" not in (to, lost_by) for r in seats)


def no_ones_night(tally) -> bool:
    """The largest gainer lost as many as it gained, or another gained as many: its gains alone are no fair account."""
    first, *rest = gainers(tally)
    return len(lost(tally, first)) >= len(gained(tally, first)) or bool(rest) and len(gained(tally, rest[0])) == len(gained(tally, first))


def night(findings: Findings) -> str:
    """The kind of night a region had: `quiet`, `landslide` or `three-party` by the stylebook's limits, else `changed`."""
    tally, limits = findings.tally, findings.thresholds
    if not changes(tally):
        return "quiet"
    parties = [p for p in tally.parties() if p not in ("ind", "spk")]
    standing = [tally.now[p] * 100 / tally.total for p in parties]
    took = len(gained(tally, parties[0])) * 100 / tally.total
    if standing[0] >= limits["landslide_seats_percent"] and took >= limits["landslide_gains_percent"]:
        return "landslide"
    return "three-party" if len(standing) > 2 and standing[2] >= limits["three_party_percent"] else "changed"


def unbroken_record(findings: Findings) -> dict:
    """The region's winners at each general election since 2010 up to the one before this; empty where one is missing."""
    record, before = findings.assignment.record or {}, findings.assignment.baseline
    return record if record and before and max(record) == str(before.date.year) else {}


def speaker_seat(findings: Findings):
    """A seat that passed to or from the Speaker, which is no party's gain."""
    found = [r for r in findings.tally.declared if findings.outcomes[r.contest.seat].change == "speaker"
             and findings.outcomes[r.contest.seat].lost_by]
    return result.seat_fact(found[0].contest) if found else None


def returned(findings: Findings, reading: Reading) -> dict:
    """Of a winner who had been a member before: the year `left`, and `same_seat` where it is the seat of then; else empty."""
    won = reading.winner
    service = (findings.assignment.service or {}).get(won.person.id)
    if not won.former or won.sitting or not service:
        return {}
    day = findings.assignment.election.date.isoformat()
    past = [spell for spell in service.spells if spell[2] and spell[2] < day]
    if not past:
        return {}
    seat, _, end = past[-1]
    source = (Source(service.table, "", (service.row,), "seats"),)
    left = make(f"member/{won.person.id}", f"left/{end[:4]}", int(end[:4]), "year", f"{seat} to {end}", sources=source)
    return {"left": left} | ({"same_seat": result.seat_fact(reading.contest)} if seat == reading.contest.name else {})


def won_back(findings: Findings) -> list[Reading]:
    """Seats that count as held, and that another party had come by since; none where the baseline is an estimate."""
    return [r for r in findings.tally.declared if r.winner.party.id == r.holder and not (r.previous and r.previous.estimated)
            and (r.by_election and r.by_election.party != r.holder
                 or any(is_own(r, c) and not is_defector(findings, c) and c.party.id != r.holder for c in r.beaten_members))]


def estimated(findings: Findings):
    """The name of the baseline where it is an estimate, else None: then nobody is said to have won it."""
    return next((result.seat_fact(r.contest) for r in findings.readings if r.previous and r.previous.estimated), None)


def sources(tally: Tally, party: str) -> list[tuple[str, int]]:
    """From whom a party gained, most first."""
    return [(lost_by, len(seats)) for (to, lost_by), seats in tally.pairs.items() if to == party and lost_by != "spk"]


def counts(tally: Tally, parties, fact) -> tuple[dict, ...]:
    """Records of party and count; `fact` gives the count of a party."""
    return tuple({"party": tally.party_fact(p), "count": fact(p)} for p in parties)


def seniority(findings: Findings, person_id: str) -> float:
    """Between members of the same weight: the higher office, then the longer service; under a hundred."""
    office = highest_office(findings, person_id)
    member = (findings.assignment.members_by_person or {}).get(person_id)
    years = service.years_of_service(member, findings.assignment) if member else 0
    return (30 - office.order if office else 0) + years / 100


FIGURES = 10
"""From here on a number is a figure in every house's style."""
NAMED = 4
"""Most parties that one sentence counts by name."""


def named_and_rest(tally: Tally, parties, fact, most: int = NAMED) -> dict:
    """`others` with the first few parties, and the `rest` added up where there are more."""
    parties = list(parties)
    if len(parties) <= most + 1:
        return {"others": counts(tally, parties, fact)}
    rest = [fact(p) for p in parties[most:]]
    total = make(tally.subject, f"{rest[0].kind.split('/')[0]}/rest", sum(f.value for f in rest), rest[0].unit,
                 " + ".join(str(f.value) for f in rest), inputs=rest)
    return {"others": counts(tally, parties[:most], fact), "rest": total}


def member_facts(findings: Findings, person_id: str) -> dict:
    """`elected` or `back`, and `office` or `former` office, of a member at dissolution, as far as on record."""
    member = (findings.assignment.members_by_person or {}).get(person_id)
    facts = since_when(findings, member) if member else {}
    if (office := highest_office(findings, person_id)):
        facts["office" if office.in_post else "former"] = service.office_fact(office)
    return facts


def since_when(findings: Findings, member) -> dict:
    """The year of first election, or the one since when a member who had been out is `back`; nothing in the year of this election."""
    spells = (findings.assignment.service or {}).get(member.person.id)
    name, year = ("back", service.since_fact(member)) if service.came_back(member, spells) else ("elected", service.first_elected_fact(member))
    return {name: year} if year and year.value < findings.assignment.election.date.year else {}


def highest_office(findings: Findings, person_id: str):
    """The post held at dissolution, or before it, that the copy tells: of a rank with words, then as the stylebook orders them.

    Posts of one rank that it does not tell apart are in the order of the record, the one held longest first.
    """
    return min(_held(findings, person_id), key=lambda o: (*_telling(findings.ranks[o.rank], o), o.row), default=None)


def office_weight(findings: Findings, person_id: str) -> float:
    """The most that any post of this person is worth as news, told or not; nought without one."""
    return max((float(findings.ranks[o.rank]["weight"]) for o in _held(findings, person_id)), default=0.0)


def _held(findings: Findings, person_id: str) -> list:
    return [o for o in (findings.assignment.offices or {}).get(person_id, ()) if findings.ranks.get(o.rank, {}).get("words")]


ACTING = 7
"""What a post that was held as acting is worth at most: more than a department, less than one of the great offices of state."""


def _telling(rank: dict, office) -> tuple:
    """How a post stands among others of one person, the first to be told least."""
    openings = rank.get("telling", ())
    place = next((at for at, opening in enumerate(openings) if office.title.startswith(opening)), len(openings))
    told = rank.get("told", rank["weight"])
    return -min(told, ACTING if office.title.startswith("Acting ") else told), office.order, place


def says_party(office, party) -> bool:
    """The post is of the party and says so: the leader of the Liberal Democrats, the SNP's deputy leader."""
    return bool(office) and any(name and name in office.title for name in (party.name.removeprefix("The ").rstrip("s"), party.abbreviation))


def beaten_member(reading: Reading, candidacy: Candidacy) -> Fact:
    """A member who lost; a second one who lost the same seat is a fact of its own."""
    return result.person_fact(reading.contest, candidacy, f"beaten_member{_which(reading, candidacy)}")


def beaten_party(reading: Reading, candidacy: Candidacy) -> Fact:
    """The party that a member who lost stood for."""
    return result.party_fact(reading.contest, candidacy, f"beaten_party{_which(reading, candidacy)}")


def _which(reading: Reading, candidacy: Candidacy) -> str:
    place = reading.beaten_members.index(candidacy)
    return f"_{place + 1}" if place else ""


def is_own(reading: Reading, candidacy: Candidacy) -> bool:
    """The candidate sat for this very seat, or for its main predecessor, at the dissolution."""
    return bool(reading.member) and reading.member.person.id == candidacy.person.id


def sat_here(findings: Findings, reading: Reading, candidacy: Candidacy) -> bool:
    """The candidate's own seat; where nobody is on record as its member, by the name of the one the candidate sat for."""
    if reading.member:
        return is_own(reading, candidacy)
    member = (findings.assignment.members_by_person or {}).get(candidacy.person.id)
    return bool(member) and member.seat_name == reading.contest.reads


def by_name(reading: Reading, candidacy: Candidacy) -> bool:
    """The member's own seat, and readers know it by this name: the old one, or one that either name is part of."""
    old, new = (reading.member.seat_name if reading.member else ""), reading.contest.reads
    return is_own(reading, candidacy) and (not old or old in new or new in old)


def is_defector(findings: Findings, candidacy: Candidacy) -> bool:
    """A member at dissolution who stands for another party than the one last elected for."""
    member = (findings.assignment.members_by_person or {}).get(candidacy.person.id)
    # Where only the last party is on record, an independent under another label is no change of side.
    before = member and (member.elected_for or (member.last_party if member.last_party != "ind" else None))
    return bool(before) and before != candidacy.party.id


def prominence(findings: Findings, person_id: str) -> float:
    """Nought to ten: by rank of office, or by years of unbroken service at five to the point, up to eight and a half."""
    member = (findings.assignment.members_by_person or {}).get(person_id)
    years = service.years_of_service(member, findings.assignment) if member else 0
    return round(max(office_weight(findings, person_id), min(years / 5, 8.5)), 2)


def rarity(findings: Findings, measure: str, value: float | None) -> float:
    """Nought to six: how few of all seats on record go as far, two for each nought of "one in ten, a hundred, a thousand"."""
    marks = (findings.assignment.distribution or {}).get(measure)
    if value is None or not marks:
        return 0.0
    below = max((percent for percent, mark in marks if mark <= value), default=0)
    tail = 0.1 if below >= 100 else max(100 - below, 1)
    return round(2 * log10(100 / tail), 2)


def closest_reading(findings: Findings) -> Reading | None:
    """The smallest majority of the seats declared, the Speaker's apart; None under four of them."""
    declared = [r for r in findings.tally.declared if r.majority is not None and r.winner.party.id != "spk"]
    return min(declared, key=lambda r: (r.majority, r.contest.seat)) if len(declared) >= 4 else None


def seat_facts(reading: Reading, winner: Candidacy | None = None) -> dict:
    """The facts of one seat under the names that templates use."""
    contest = reading.contest
    won = winner or reading.winner
    facts = {"seat": result.seat_fact(contest)}
    if won:
        facts |= {"winner": result.person_fact(contest, won, "winner"),
                  "party": result.party_fact(contest, won, "winner_party"),
                  "majority": result.majority_fact(contest)}
    if reading.runner_up:
        facts |= {"runner_up": result.person_fact(contest, reading.runner_up, "runner_up"),
                  "runner_up_party": result.party_fact(contest, reading.runner_up, "runner_up_party")}
    return facts
