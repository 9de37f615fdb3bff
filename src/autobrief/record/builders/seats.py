"""seats, tags, aliases and succession: the seats of both boundary sets and how they are linked."""

import csv
from collections import defaultdict
from pathlib import Path

from autobrief.record.names import REGION_BY_CODE, reads, seat_name
from autobrief.record.tables import read_table, write_table

SETS = ("2010-2023", "2024-")
COLUMNS = (
    "seat", "name", "reads", "country", "region", "county", "type", "group", "city", "leave_share", "leave_basis",
    "settlement", "tidal", "predecessor", "predecessor_share", "voice",
)  # fmt: skip

_LEAVE_BASIS = {
    "": "",
    "Hanretty estimate": "estimate",
    "declared/known ward-level figure": "declared",
    "declared constituency count": "declared",
    "re-estimate on 2024 boundaries": "estimate-2024",
}
# Cities as they are spelt in full; the source shortens them to fit a map.
_CITIES = {
    "Abdn": "Aberdeen", "B'pool": "Blackpool", "Bedf": "Bedford", "Bou.": "Bournemouth", "Cam": "Cambridge",
    "Col.": "Colchester", "Cov.": "Coventry", "Donc.": "Doncaster", "Dun.": "Dundee", "Ex.": "Exeter",
    "Glou.": "Gloucester", "Hull": "Kingston upon Hull", "Ips.": "Ipswich", "Leic.": "Leicester", "Linc": "Lincoln",
    "Liv'pool": "Liverpool", "Lut.": "Luton", "MK": "Milton Keynes", "Manc.": "Manchester", "Midd.": "Middlesbrough",
    "N'hamp": "Northampton", "Newc.": "Newcastle upon Tyne", "Newp.": "Newport", "Nor.": "Norwich",
    "Nottm": "Nottingham", "Ox.": "Oxford", "P'boro": "Peterborough", "Plym.": "Plymouth", "Por.": "Portsmouth",
    "Pre.": "Preston", "Rea.": "Reading", "So'ton": "Southampton", "Sou.": "Southend-on-Sea",
    "Stoke": "Stoke-on-Trent", "Sund.": "Sunderland", "Swan.": "Swansea", "Swin.": "Swindon", "Telf.": "Telford",
    "Warr.": "Warrington", "Wat.": "Watford", "Wolv.": "Wolverhampton",
}  # fmt: skip


def build_seats(sources: Path, record: Path) -> None:
    """Write the seats of each boundary set."""
    places = read_table(sources / "places.csv")
    for boundaries in SETS:
        rows = [_seat(row) for row in places if row["boundary_set"] == boundaries]
        rows.sort(key=lambda row: row["seat"])
        beside: dict[str, int] = defaultdict(int)
        for row in rows:
            home = row["county"] or row["country"]
            row["voice"] = str(beside[home])
            beside[home] += 1
        write_table(record / "seats" / f"{boundaries}.csv", COLUMNS, rows)


def _seat(row: dict[str, str]) -> dict[str, str]:
    name = seat_name(row["name"])
    return {
        "seat": row["ons_code"],
        "name": name,
        "reads": reads(name),
        "country": row["country"],
        "region": REGION_BY_CODE[row["region_code"]],
        "county": row["county"],
        "type": row["seat_type"].strip(),
        "group": row["hocl_group"],
        "city": _CITIES.get(row["city_label"], row["city_label"]),
        "leave_share": row["leave_share"],
        "leave_basis": _LEAVE_BASIS[row["leave_share_basis"]],
        "settlement": row["settlement_dominant"],
        "tidal": row["has_tidal_shoreline"],
        "predecessor": row["main_predecessor_code"],
        "predecessor_share": row["main_predecessor_pop_share"],
    }


def build_tags(sources: Path, record: Path) -> None:
    """Write what seats are called in named sources, such as "red wall" or "former coalfield"."""
    tags = [
        (row["boundary_set"], row["ons_code"], row["tag"], row["basis"], row["source_title"], row["source_address"])
        for row in read_table(sources / "place_tags.csv")
    ]
    tagged = {tag[:3] for tag in tags}
    for row in read_table(sources / "places.csv"):
        key = (row["boundary_set"], row["ons_code"], "former coalfield")
        if row["former_coalfield"] == "yes" and key not in tagged:
            tags.append((*key, "named", row["coalfield_source"], ""))
    columns = ("seat", "tag", "basis", "source_title", "source_address")
    for boundaries in SETS:
        rows = sorted(tag[1:] for tag in set(tags) if tag[0] == boundaries)
        table = (dict(zip(columns, row, strict=True)) for row in rows)
        write_table(record / "tags" / f"{boundaries}.csv", columns, table)


def build_aliases(sources: Path, record: Path) -> None:
    """Write other codes and other spellings of seats, in both boundary sets."""
    aliases = set()
    recoded = _recoded(sources)
    for boundaries in SETS:
        for row in read_table(record / "seats" / f"{boundaries}.csv"):
            for spelling in _spellings(row["name"]) - {row["name"]}:
                aliases.add((boundaries, spelling, row["seat"]))
    for row in read_table(sources / "places.csv"):
        if row["name"] != seat_name(row["name"]):
            aliases.add((row["boundary_set"], row["name"], row["ons_code"]))
    for old, new in recoded.items():
        aliases.add(("2010-2023", new, old))
        aliases.add(("2024-", old, new))
    columns = ("boundaries", "alias", "seat")
    write_table(record / "aliases.csv", columns, (dict(zip(columns, row, strict=True)) for row in sorted(aliases)))


def _spellings(name: str) -> set[str]:
    """Other ways of writing a seat's name: without commas, with an ampersand, in plain letters."""
    plain = name.replace("ô", "o").replace("ŵ", "w")
    spelt = {plain, reads(name), name.replace(",", ""), name.replace(" and ", " & "), name.replace("'", "’")}
    return spelt | {spelling.replace(",", "") for spelling in spelt}


def build_succession(sources: Path, record: Path) -> None:
    """Write how the people of the old seats are shared out among the new ones, as parts of one."""
    recoded = _recoded(sources)
    columns = ("old", "new", "share_of_old", "share_of_new")
    rows = []
    for cells in _lines(sources / "raw/parliament/reference/constituency-area-overlaps.csv"):
        of_old, of_new = float(cells[9]), float(cells[10])
        if max(of_old, of_new) >= 0.001:
            rows.append((cells[1], recoded.get(cells[3], cells[3]), f"{of_old:.4f}", f"{of_new:.4f}"))
    write_table(record / "succession.csv", columns, (dict(zip(columns, row, strict=True)) for row in sorted(rows)))


def _recoded(sources: Path) -> dict[str, str]:
    """The five Scottish seats that kept their boundaries in 2024 under a new code."""
    return {cells[0]: cells[2] for cells in _lines(sources / "raw/parliament/reference/revised_constituency_ids.csv")}


def _lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [cells for cells in csv.reader(lines) if cells]
