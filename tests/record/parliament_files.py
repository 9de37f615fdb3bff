"""Write elections of the record in the form in which UK Parliament publishes them."""

import csv
import io
import tomllib
from datetime import date, datetime
from pathlib import Path

from autobrief.record.parliament import import_parliament

RECORD = Path(__file__).parents[2] / "data" / "record"

REGION_CODES = {
    "north-east": "E12000001", "north-west": "E12000002", "yorkshire-and-the-humber": "E12000003",
    "east-midlands": "E12000004", "west-midlands": "E12000005", "east-of-england": "E12000006",
    "london": "E12000007", "south-east": "E12000008", "south-west": "E12000009", "wales": "W92000004",
    "scotland": "S92000003", "northern-ireland": "N92000002",
}  # fmt: skip
PLACE = ["ONS ID", "ONS region ID", "Constituency name", "County name", "Region name", "Country name",
         "Constituency type"]  # fmt: skip
CONTEST = [*PLACE, "Declaration time", "Member first name", "Member surname", "Member gender", "Result", "First party",
           "Second party", "Electorate", "Valid votes", "Invalid votes", "Majority", "Con", "Lab", "LD", "UKIP",
           "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI", "All other candidates",
           "Of which other winner"]  # fmt: skip
CANDIDACY = [*PLACE, "Party name", "Party abbreviation", "Electoral Commission party ID", "MNIS party ID",
             "Electoral Commission adjunct party ID", "Candidate first name", "Candidate surname", "Candidate gender",
             "Sitting MP", "Former MP", "Member MNIS ID", "Votes", "Share", "Change"]  # fmt: skip
GENDERS = {"M": "Male", "F": "Female", "N": "Non-binary", "": ""}
DAYS = {"ge2010": date(2010, 5, 6), "ge2017": date(2017, 6, 8), "ge2019": date(2019, 12, 12),
        "ge2024": date(2024, 7, 4)}  # fmt: skip
SETS = ("2010-2023", "2024-")
NEW_FORCE = "Ulster Conservatives and Unionists - New Force"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def rows_of(id: str, kind: str, record: Path = RECORD) -> list[dict[str, str]]:
    """All contests or candidacies of an election, each with the region whose table it stands in."""
    found = []
    for path in sorted((record / "elections" / id).glob(f"*.{kind}.csv")):
        found += [row | {"region": path.name.split(".")[0]} for row in table(path)]
    return found


def about(id: str, record: Path = RECORD) -> dict:
    return tomllib.loads((record / "elections" / id / "election.toml").read_text(encoding="utf-8"))


def published(id: str, seats: set[str] | None = None) -> tuple[list[dict], list[dict]]:
    """The rows of constituencies.csv and candidacies.csv of an election, by the published headings."""
    winners = {row["seat"]: row for row in table(RECORD / "elections" / id / "winners.csv")}
    names = {row["name"]: row for row in table(RECORD / "elections" / id / "parties.csv")}
    contests = [row for row in rows_of(id, "contests") if not seats or row["seat"] in seats]
    places = {row["seat"]: _place(row) for row in contests}
    candidacies = [row for row in rows_of(id, "candidacies") if row["seat"] in places]
    day = about(id)["date"].strftime("%d/%m/%Y") if id.startswith("by-") else None
    ulster = {row["seat"]: row["votes"] for row in candidacies if names[row["party"]]["party"] == "uup"}
    made = [_contest(row, places[row["seat"]], winners[row["seat"]], ulster) for row in contests]
    standing = [_candidacy(row, places[row["seat"]], names[row["party"]]) for row in candidacies]
    if day:
        made = [{"By-election date": day, "Writ date": day, **row} for row in made]
        standing = [{"Election date": day, **row} for row in standing]
    return made, standing


def _place(row: dict[str, str]) -> dict[str, str]:
    region = REGION_CODES[row["region"]]
    values = (row["seat"], region, row["name"], row["county"], row["region"], row["country"], row["type"])
    return dict(zip(PLACE, values, strict=True))


def _contest(row: dict, place: dict, winner: dict, ulster: dict) -> dict[str, str]:
    declared = datetime.fromisoformat(row["declared"]).strftime("%d/%m/%Y %H:%M") if row["declared"] else ""
    return dict.fromkeys(CONTEST, "0") | place | {
        "Declaration time": declared, "Member first name": winner["given"], "Member surname": winner["family"],
        "Member gender": "", "Result": row["official_result"], "First party": row["official_first"],
        "Second party": "", "Electorate": row["electorate"], "Valid votes": winner["valid"],
        "Invalid votes": row["invalid"], "Majority": winner["majority"], "UUP": ulster.get(row["seat"], "0"),
    }  # fmt: skip


def _candidacy(row: dict, place: dict, party: dict) -> dict[str, str]:
    # In 2010 the published table calls these candidates independents.
    mislabelled = row["party"] == NEW_FORCE
    return dict.fromkeys(CANDIDACY, "") | place | {
        "Party name": "Independent" if mislabelled else row["party"],
        "Party abbreviation": "Ind" if mislabelled else party["abbreviation"],
        "Electoral Commission party ID": party["commission"].split(" ")[0],
        "MNIS party ID": "8" if mislabelled else party["mnis"],
        "Candidate first name": row["given"], "Candidate surname": row["family"],
        "Candidate gender": GENDERS[row["gender"]], "Sitting MP": "Yes" if row["sitting"] else "No",
        "Former MP": "Yes" if row["former"] else "No", "Member MNIS ID": row["mnis"], "Votes": row["votes"],
    }  # fmt: skip


def write(path: Path, rows: list[dict], header: bool = True, encoding: str = "utf-8", end: str = "\n") -> None:
    """One published table, with or without its header row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator=end)
    if header:
        writer.writeheader()
    writer.writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))


def write_election(folder: Path, id: str, seats: set[str] | None = None, **form) -> Path:
    contests, candidacies = published(id, seats)
    return write_rows(folder, contests, candidacies, **form)


def write_rows(folder: Path, contests: list[dict], candidacies: list[dict], **form) -> Path:
    write(folder / "constituencies.csv", contests, **form)
    write(folder / "candidacies.csv", candidacies, **form)
    return folder


def write_notional_2005(path: Path, seats: set[str] | None = None) -> Path:
    """The layout of the estimates of 2005: a header row, NA for the lump of unnamed others."""
    names = {row["name"]: row for row in table(RECORD / "elections" / "ge2010-notional" / "parties.csv")}
    contests = {row["seat"]: row for row in rows_of("ge2010-notional", "contests")}
    votes = [row for row in rows_of("ge2010-notional", "candidacies") if not seats or row["seat"] in seats]
    totals = _totals(votes)
    rows = []
    for row in votes:
        party = names[row["party"]]
        lump = party["party"] == "other"
        rows.append({
            "constituency_id": row["seat"], "constituency_name": contests[row["seat"]]["name"],
            "mnis_party_id": "NA" if lump else party["mnis"], "mnis_party_name": "NA" if lump else row["party"],
            "mnis_party_abbrev": "NA" if lump else party["abbreviation"], "votes": row["votes"],
            "total_votes": totals[row["seat"]], "electorate": contests[row["seat"]]["electorate"], "share": "",
        })  # fmt: skip
    write(path, rows, end="\r\n")
    return path


def write_notional_2019(path: Path, seats: set[str] | None = None, old_codes: dict[str, str] | None = None) -> Path:
    """The layout of the estimates of 2019: no header row, and two rows of sums in each seat."""
    names = {row["name"]: row for row in table(RECORD / "elections" / "ge2024-notional" / "parties.csv")}
    contests = {row["seat"]: row for row in rows_of("ge2024-notional", "contests")}
    votes = [row for row in rows_of("ge2024-notional", "candidacies") if not seats or row["seat"] in seats]
    totals = _totals(votes)
    rows = []
    for row in votes:
        contest, party = contests[row["seat"]], names[row["party"]]
        code = (old_codes or {}).get(row["seat"], row["seat"])
        start = [contest["name"], contest["name"], code, "1", "XX", contest["country"], contest["type"], "60",
                 contest["electorate"], totals[row["seat"]], ""]  # fmt: skip
        rows.append([*start, f"V{party['mnis']}", row["votes"], party["abbreviation"], row["party"], party["mnis"]])
        if row["party"] == "Conservative Party":
            rows.append([*start, "TOTOTHV", "999", "NA", "NA", "NA"])
            rows.append([*start, "MAXOTHV", "998", "NA", "NA", "NA"])
    write(path, [dict(enumerate(row)) for row in rows], header=False)
    return path


def _totals(votes: list[dict]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for row in votes:
        totals[row["seat"]] = totals.get(row["seat"], 0) + int(row["votes"])
    return totals


def import_(folder: Path, into: Path, id: str | None = "ge2019", **more) -> list[str]:
    """Import a folder as an election of the record, with the record known."""
    day = DAYS.get(id) if id else None
    return import_parliament(folder, id=id, date=more.pop("date", day), into=into, known=RECORD, **more)


def old_codes() -> dict[str, str]:
    """The five Scottish seats of 2024 that were published under two codes: the record's, and the other."""
    rows = table(RECORD / "aliases.csv")
    return {
        row["seat"]: row["alias"] for row in rows if row["boundaries"] == "2024-" and row["alias"].startswith("S14")
    }
