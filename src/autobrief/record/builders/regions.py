"""regions, region_seats and groups: the named parts of the country and the seats in each."""

from pathlib import Path

from autobrief.record.builders.seats import SETS
from autobrief.record.names import slug
from autobrief.record.tables import read_table, write_table

COLUMNS = ("region", "label", "article", "kind", "parts", "within", "source")

_ENGLISH = ("north-east", "north-west", "yorkshire-and-the-humber", "east-midlands", "west-midlands",
            "east-of-england", "london", "south-east", "south-west")  # fmt: skip
# From north to south and then by nation, as results are read out.
_ORDER = (*_ENGLISH, "wales", "scotland", "northern-ireland")

_LABELS = {
    "yorkshire-and-the-humber": "Yorkshire and the Humber",
    "midlands": "Midlands",
    "the-north": "North of England",
    "the-south-of-england": "South of England",
    "the-south-and-east": "South and East of England",
    "united-kingdom": "United Kingdom",
    "black-country": "Black Country",
    # Two regions of one name could not be told apart, nor a county from its city.
    "west-midlands-county": "West Midlands county",
    "durham": "County Durham",
}
_WITH_ARTICLE = {
    "north-east", "north-west", "east-midlands", "west-midlands", "east-of-england", "south-east", "south-west",
    "midlands", "the-north", "the-south-of-england", "the-south-and-east", "united-kingdom", "black-country",
    "isle-of-wight", "west-midlands-county",
}  # fmt: skip
_GROUP_LABELS = {"Highland & Islands": ("Highlands and Islands", "the")}
_SOURCES = {
    "county": "2010-2023: county in the published results (legacy counties such as Avon); "
    "2024: the county of most of the seat's people",
    "region": "region in the published results",
    "nation": "country in the published results",
}


def build_regions(sources: Path, record: Path) -> None:
    """Write the named regions, the groups of seats in Scotland and Wales, and the seats of each."""
    # A build-time extra: nobody who writes articles needs it.
    import yaml

    named = yaml.safe_load((sources / "regions.yaml").read_text(encoding="utf-8"))["regions"]
    seats = {boundaries: read_table(record / "seats" / f"{boundaries}.csv") for boundaries in SETS}
    groups = _groups(seats)
    _write_groups(record, groups)
    members = {region: _seats_of(region, about, seats) for region, about in named.items()}
    rows = [_region(region, about, named, groups, members) for region, about in named.items()]
    write_table(record / "regions.csv", COLUMNS, rows)
    columns = ("region", "boundaries", "seat")
    listed = [
        (region, boundaries, seat)
        for region, about in named.items()
        if about["kind"] != "composite"
        for boundaries in SETS
        for seat in members[region][boundaries]
    ]
    write_table(record / "region_seats.csv", columns, (dict(zip(columns, row, strict=True)) for row in sorted(listed)))


def _seats_of(region: str, about: dict, seats: dict[str, list[dict[str, str]]]) -> dict[str, list[str]]:
    """The seats of a region on each set of boundaries."""
    if about["kind"] in ("county", "place"):
        return {"2010-2023": sorted(about["constituencies_2010_2023"]), "2024-": sorted(about["constituencies_2024"])}
    parts = about.get("members", [region])
    return {b: [seat["seat"] for seat in seats[b] if seat["region"] in parts] for b in SETS}


def _region(region: str, about: dict, named: dict, groups: dict, members: dict) -> dict[str, str]:
    kind = about["kind"]
    if kind == "composite":
        parts = [part for part in _ORDER if part in about["members"]]
    elif kind in ("county", "place"):
        parts = []
    else:
        counties = [r for r, a in named.items() if a["kind"] == "county" and region in a["in_regions"]]
        parts = sorted(counties, key=lambda county: _label(county, named[county]))
        parts = parts or [group for group, facts in groups.items() if facts["region"] == region]
    return {
        "region": region,
        "label": _label(region, about),
        "article": "the" if region in _WITH_ARTICLE else "",
        "kind": kind,
        "parts": " ".join(parts),
        "within": " ".join(_within(region, about, named, members)),
        "source": _SOURCES.get(kind) or " ".join(about["source"].split()),
    }


def _within(region: str, about: dict, named: dict, members: dict) -> list[str]:
    """The regions that hold all of a region's seats, the smallest first."""
    if about["kind"] == "county":
        return list(about["in_regions"])
    holding = []
    for other, facts in named.items():
        larger = other != region and facts["kind"] not in ("county", "place")
        if larger and all(set(members[region][b]) < set(members[other][b]) for b in SETS):
            holding.append(other)
    return sorted(holding, key=lambda other: (len(members[other]["2024-"]), other))


def _label(region: str, about: dict) -> str:
    return _LABELS.get(region, about["label"])


def _groups(seats: dict[str, list[dict[str, str]]]) -> dict[str, dict]:
    """The groups of seats that Scotland and Wales are parted into, by id, in the order of their labels."""
    found: dict[str, dict] = {}
    for boundaries in SETS:
        for seat in seats[boundaries]:
            if seat["region"] in ("scotland", "wales"):
                label, article = _GROUP_LABELS.get(seat["group"], (seat["group"].replace("&", "and"), ""))
                facts = found.setdefault(slug(label), {"label": label, "article": article, "region": seat["region"]})
                facts.setdefault(boundaries, []).append(seat["seat"])
    return dict(sorted(found.items(), key=lambda item: item[1]["label"]))


def _write_groups(record: Path, groups: dict[str, dict]) -> None:
    rows = [
        {**facts, "region": group, "boundaries": boundaries, "seats": " ".join(facts[boundaries])}
        for group, facts in groups.items()
        for boundaries in SETS
    ]
    write_table(record / "groups.csv", ("region", "label", "article", "boundaries", "seats"), rows)
