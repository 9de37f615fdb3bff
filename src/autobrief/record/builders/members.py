"""members, vacancies, roles and service: who sat at each dissolution, as what, and since when."""

from datetime import date
from pathlib import Path

from autobrief.record.names import seat_name
from autobrief.record.parties import PartyRegister, read_register
from autobrief.record.tables import read_table, write_table

# The general election that followed each Parliament, by the number of the Parliament.
ELECTIONS = {"54": "ge2010", "55": "ge2015", "56": "ge2017", "57": "ge2019", "58": "ge2024"}
COLUMNS = (
    "mnis", "name", "given", "family", "gender", "seat", "seat_name", "elected_for", "elected_on", "via", "last_party",
    "last_party_basis", "first_elected", "first_seat", "continuous_since", "seat_since",
)  # fmt: skip
_GENDERS = {"M": "M", "F": "F"}

# Sources contradict each other on whether the whip had been lost: neither is believed.
_DISPUTED = {("58", "4615")}

# Posts that the source has wrongly: the shadow international development secretary of 2010 was Andrew Mitchell.
_MISTAKEN_POSTS = {("2010", "249", "Shadow Secretary of State for International Development")}
# Chairs of whole parties stand above other party posts.
_PARTY_CHAIRS = {"Party Chair, Conservative Party": "party chair", "Party Chair, Labour Party": "party chair"}
# Days: no leader of Labour chosen by the party had the post for less than this, no acting one for longer.
_ACTING = 180


def build_members(sources: Path, record: Path) -> None:
    """Write the members who sat when each Parliament was dissolved."""
    register = read_register(record / "parties.csv")
    service = {row["mnis_id"]: row for row in read_table(sources / "service.csv")}
    elected = {(row["parliament"], row["mnis_id"]): row for row in read_table(sources / "members.csv")}
    people = {row["mnis_id"]: row for row in elected.values()}
    unchanged = _seats_before_2010(record)
    rows: dict[str, list[dict[str, str]]] = {election: [] for election in ELECTIONS.values()}
    for row in read_table(sources / "party_at_dissolution.csv"):
        election = ELECTIONS[row["parliament"]]
        mnis = row["mnis_id"]
        entered = elected.get((row["parliament"], mnis), {})
        person = entered or people.get(mnis, {})
        year = election.removeprefix("ge")
        member = _member(row, entered, person, register)
        member |= _served(service[mnis], year)
        member["seat"] = row["ons_code"] or unchanged.get(member["seat_name"], "")
        rows[election].append(member)
    for election, members in rows.items():
        members.sort(key=lambda member: (member["seat"], member["seat_name"], member["mnis"]))
        write_table(record / "members" / f"{election}.csv", COLUMNS, members)


def _member(
    row: dict[str, str], entered: dict[str, str], person: dict[str, str], register: PartyRegister
) -> dict[str, str]:
    """One sitting member; of the Parliament before 2010 it is not on record who was elected for what."""
    disputed = (row["parliament"], row["mnis_id"]) in _DISPUTED
    last = row["party_at_dissolution"]
    return {
        "mnis": row["mnis_id"],
        "name": row["name"],
        "given": person.get("given_name", ""),
        "family": person.get("family_name", ""),
        "gender": _GENDERS.get(person.get("gender", ""), ""),
        "seat_name": seat_name(row["constituency"]),
        "elected_for": register.named(entered["party_at_election"]) if entered else "",
        "elected_on": entered.get("elected_on", ""),
        "via": entered.get("elected_via", ""),
        "last_party": register.named(last) if last and not disputed else "",
        "last_party_basis": "disputed" if disputed else "record" if last else "unknown",
    }


def _served(service: dict[str, str], year: str) -> dict[str, str]:
    return {
        "first_elected": service["first_elected"],
        "first_seat": seat_name(service["first_constituency"]),
        "continuous_since": service[f"continuous_since_at_{year}"],
        "seat_since": service[f"seat_name_since_at_{year}"],
    }


def _seats_before_2010(record: Path) -> dict[str, str]:
    """Seats whose members before 2010 sat for the very seat of 2010: Scotland's, last redrawn in 2005."""
    seats = read_table(record / "seats" / "2010-2023.csv")
    return {seat["name"]: seat["seat"] for seat in seats if seat["country"] == "Scotland"}


def build_vacancies(sources: Path, record: Path) -> None:
    """Write the seats that had no member when Parliament was dissolved, and who sat there last.

    Trap: nothing is known of seats vacant in 2010, when the seats themselves were new.
    """
    register = read_register(record / "parties.csv")
    sitting = {(row["parliament"], row["ons_code"]) for row in read_table(sources / "party_at_dissolution.csv")}
    rows = []
    for row in read_table(sources / "members.csv"):
        key = (row["parliament"], row["ons_code"])
        if row["parliament"] in ELECTIONS and key not in sitting and row["left_before_dissolution"] == "no":
            last = row["party_at_dissolution"] or row["party_at_election"]
            rows.append({
                "election": ELECTIONS[row["parliament"]],
                "seat": row["ons_code"],
                "last_member": row["name"],
                "last_party": register.named(last),
            })  # fmt: skip
    rows.sort(key=lambda row: (row["election"], row["seat"]))
    write_table(record / "vacancies.csv", ("election", "seat", "last_member", "last_party"), rows)


def build_roles(sources: Path, record: Path) -> None:
    """Write the posts that members held at each dissolution, or had held before; of one rank the one held longest first."""
    columns = ("mnis", "rank", "order", "title", "in_post", "side")
    rows: dict[str, dict[tuple[str, ...], int]] = {election: {} for election in ELECTIONS.values()}
    for row in read_table(sources / "roles.csv"):
        title = " ".join(row["title"].split())
        if (row["election"], row["mnis_id"], title) in _MISTAKEN_POSTS:
            continue
        days = _days(row["start"], min(row["end"] or row["dissolved"], row["dissolved"]))
        title, rank = _acting(title, row["rank_class"], days), _PARTY_CHAIRS.get(title, row["rank_class"])
        role = (row["mnis_id"], rank, row["rank_order"], title, row["in_post_at_dissolution"], row["side"])
        held = rows[f"ge{row['election']}"]
        held[role] = held.get(role, 0) + days
    for election, roles in rows.items():
        ordered = sorted(roles, key=lambda role: (int(role[0]), int(role[2]), role[1], -roles[role], role))
        table = (dict(zip(columns, role, strict=True)) for role in ordered)
        write_table(record / "roles" / f"{election}.csv", columns, table)


def _days(start: str, end: str) -> int:
    """How long a post was held; nought where the source does not say."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days if start and end else 0


def _acting(title: str, rank: str, days: int) -> str:
    """Labour's deputy leaders who led until the next leader was chosen are in the source as leaders."""
    return f"Acting {title}" if rank == "former party leader" and title == "Leader of the Labour Party" and days < _ACTING else title


def build_service(sources: Path, record: Path) -> None:
    """Write when everyone on record first entered the Commons, and every spell since."""
    columns = ("mnis", "name", "first_elected", "via", "first_seat", "spells", "seats")
    rows = [
        {
            "mnis": row["mnis_id"],
            "name": row["name"],
            "first_elected": row["first_elected"],
            "via": row["first_elected_via"],
            "first_seat": seat_name(row["first_constituency"]),
            "spells": row["spells"],
            "seats": seat_name(row["seats"]),
        }
        for row in read_table(sources / "service.csv")
    ]
    write_table(record / "service.csv", columns, sorted(rows, key=lambda row: int(row["mnis"])))
