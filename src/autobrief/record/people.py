"""Who sat, in what office, since when, and which by-elections there were."""

from datetime import date

from ..errors import Refused
from ..model.world import ByElection, Contest, Election, Member, Office, Person, Service
from .names import reads
from .places import Places
from .shelf import Shelf


def members(shelf: Shelf, at: Election, people: set[str], places: Places) -> tuple[Member, ...]:
    """Members at the dissolution who stood in these seats or sat for them, or were prime minister."""
    table = f"members/{at.id}.csv"
    seats = {row.get("predecessor") or code for code, row in places.details.items()}
    return tuple(
        # Where the record has a name only as a whole, it is never cut to a surname.
        Member(Person(row["mnis"], row["given"], row["family"] or row["name"], row["gender"] or None), row["seat"], reads(row["seat_name"]),
               row["elected_for"] or None, _date(row["elected_on"]), row["via"], row["last_party"] or None,
               row["last_party_basis"], _date(row["first_elected"]), _date(row["continuous_since"]), line, table)
        for line, row in shelf.rows(table, mnis=people, seat=seats))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def refuse_without_members(at: Election, members: tuple[Member, ...]) -> None:
    if not any(m.seat and m.elected_for for m in members):
        raise Refused(f"the record does not say who sat for which seat when Parliament was dissolved before the {at.name}, "
                      "so the sitting-member baseline cannot be used", hint="use --baseline general-election")


def offices(posts: list[tuple[str, ...]], table: str, people: set[str]) -> dict[str, tuple[Office, ...]]:
    """Posts that these people held when Parliament was dissolved, or had held before, by MNIS id."""
    found: dict[str, list] = {}
    holders: dict[tuple, set] = {}
    for mnis, rank, _, title, in_post in posts:
        holders.setdefault((rank, title, in_post), set()).add(mnis)
    for line, (mnis, rank, order, title, in_post) in enumerate(posts, 2):
        if mnis in people:
            found.setdefault(mnis, []).append(Office(mnis, rank, int(order), title, in_post == "yes", line, table,
                                                         in_post == "yes" and len(holders[rank, title, in_post]) > 1))
    return {mnis: tuple(held) for mnis, held in found.items()}


def by_elections(shelf: Shelf, at: Election, before: Election | None, places: Places, names: dict) -> dict[str, ByElection]:
    if before is None:
        return {}
    since = before.date
    old: dict[str, ByElection] = {}
    for line, row in shelf.rows("events.csv", event=("by-election",)):
        if since < date.fromisoformat(row["date"]) < at.date:
            given, _, family = row["person"].rpartition(" ")
            old[row["seat"]] = ByElection(f"by-{row['date']}", date.fromisoformat(row["date"]), row["seat"], row["to_party"],
                                          Person(row["mnis"], given, family), line, names.get(row["seat"], ""), row["changes_party"] == "yes")
    found = {}
    for code, row in places.details.items():
        predecessor = row.get("predecessor") or code
        share = float(row.get("predecessor_share") or 1) if row.get("predecessor") else 1.0
        if predecessor in old and share >= 0.5:
            found[code] = old[predecessor]
    return found


def service(shelf: Shelf, contests: tuple[Contest, ...], sat: dict[str, Member]) -> dict[str, Service]:
    """Spells in the Commons of those who won as former members, and of members who had been out of it in between."""
    people = {id for id, m in sat.items() if m.first_elected and m.continuous_since and m.first_elected.year < m.continuous_since.year}
    people |= {c.person.id for contest in contests for c in contest.candidacies[:1] if c.former and not c.sitting and c.votes is not None}
    found = {}
    if people:
        for number, (mnis, seats) in shelf.keyed("service.csv", people, "mnis", "seats"):
            found[mnis] = Service(mnis, tuple(_spell(spell) for spell in seats.split(" | ")), number)
    return found


def _spell(text: str) -> tuple[str, str, str]:
    seat, _, years = text.rpartition(": ")
    start, _, end = years.partition("..")
    return seat, start, end
