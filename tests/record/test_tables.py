"""The built-in record held against itself: counts, sums, winners, codes and regions."""

import hashlib
from collections import Counter, defaultdict

import pytest
from parliament_files import NEW_FORCE, RECORD, SETS, about, rows_of, table

from autobrief.record.names import reads, seat_name, slug

GENERAL = ("ge2010", "ge2017", "ge2019", "ge2024")
NOTIONAL = ("ge2010-notional", "ge2024-notional")
ALL = sorted(path.name for path in (RECORD / "elections").iterdir())

SEATS_WON = {
    "ge2010": "con 306 lab 258 ld 57 dup 8 snp 6 sf 5 pc 3 sdlp 3 apni 1 green 1 ind 1 spk 1",
    "ge2017": "con 317 lab 262 snp 35 ld 12 dup 10 sf 7 pc 4 green 1 ind 1 spk 1",
    "ge2019": "con 365 lab 202 snp 48 ld 11 dup 8 sf 7 pc 4 sdlp 2 apni 1 green 1 spk 1",
    "ge2024": "lab 411 con 121 ld 72 snp 9 sf 7 ind 6 dup 5 reform 5 green 4 pc 4 sdlp 2 apni 1 spk 1 tuv 1 uup 1",
    "ge2010-notional": "lab 348 con 210 ld 62 dup 9 snp 6 sf 5 sdlp 3 pc 2 ind 1 khhc 1 res 1 spk 1 uup 1",
    "ge2024-notional": "con 372 lab 200 snp 48 dup 8 ld 8 sf 7 pc 2 sdlp 2 apni 1 green 1 spk 1",
}
# Continuing ids of the parties that won a seat, by the abbreviation in the official "First party".
OFFICIAL = {"RUK": "reform", "Respect": "res"}


@pytest.fixture(scope="module")
def members_of(seats):
    """The seats of each region and group, by id and boundary set."""
    found = defaultdict(set)
    for row in table(RECORD / "region_seats.csv"):
        found[row["region"], row["boundaries"]].add(row["seat"])
    for row in table(RECORD / "groups.csv"):
        found[row["region"], row["boundaries"]] = set(row["seats"].split())
    parts = {row["region"]: row["parts"].split() for row in table(RECORD / "regions.csv")}

    def seats_of(region, boundaries):
        if (region, boundaries) in found:
            return found[region, boundaries]
        return set().union(*(seats_of(part, boundaries) for part in parts[region]))

    return seats_of


# Elections -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ALL)
def test_contests_candidacies_and_winners_agree(id, seats):
    contests, candidacies = rows_of(id, "contests"), rows_of(id, "candidacies")
    winners = table(RECORD / "elections" / id / "winners.csv")
    expected = 1 if id.startswith("by-") else 650
    codes = {row["seat"] for row in contests}
    assert len(contests) == len(codes) == len(winners) == expected
    assert codes == {row["seat"] for row in candidacies} == {row["seat"] for row in winners}
    assert codes <= seats[about(id)["boundaries"]].keys()
    votes = defaultdict(list)
    for row in candidacies:
        votes[row["seat"]].append(int(row["votes"]))
    for row in winners:
        ranked = votes[row["seat"]]
        assert ranked == sorted(ranked, reverse=True)
        assert (int(row["valid"]), int(row["votes"])) == (sum(ranked), ranked[0])
        assert row["majority"] in ("", str(ranked[0] - ranked[1]))
        assert int(row["electorate"]) >= sum(ranked)


@pytest.mark.parametrize("id", ALL)
def test_names_of_parties_are_keys(id):
    names = table(RECORD / "elections" / id / "parties.csv")
    known = {row["name"]: row["party"] for row in table(RECORD / "parties.csv")}
    assert len({row["name"] for row in names}) == len(names)
    assert {row["party"] for row in rows_of(id, "candidacies")} == {row["name"] for row in names}
    assert all(known[row["name"]] == row["party"] for row in names)


@pytest.mark.parametrize("id", SEATS_WON)
def test_seats_by_party(id):
    won = Counter(row["party"] for row in table(RECORD / "elections" / id / "winners.csv"))
    assert " ".join(f"{p} {n}" for p, n in sorted(won.items(), key=lambda one: (-one[1], one[0]))) == SEATS_WON[id]


@pytest.mark.parametrize("id", [id for id in ALL if not id.endswith("-notional")])
def test_winners_by_votes_are_the_official_winners(id):
    official = {row["seat"]: row["official_first"] for row in rows_of(id, "contests")}
    for row in table(RECORD / "elections" / id / "winners.csv"):
        first = official[row["seat"]]
        assert row["party"] == OFFICIAL.get(first, first.casefold()), row["seat"]


@pytest.mark.parametrize("id", ALL)
def test_what_an_election_says_of_itself(id):
    facts = about(id)
    assert facts["id"] == id
    assert facts["kind"] == ("by-election" if id.startswith("by-") else "notional" if id in NOTIONAL else "general")
    assert (facts["polls_close"].hour, facts["polls_close"].date()) == (22, facts["date"])
    assert facts["polls_close"].utcoffset() is not None
    declared = [row["declared"] for row in rows_of(id, "contests")]
    assert facts["timed"] == all(declared)
    assert all(moment[-6:] in ("+00:00", "+01:00") for moment in declared if moment)
    assert facts["source"] and facts["licence"]


def test_baselines():
    assert [about(id).get("baseline") for id in GENERAL] == ["ge2010-notional", "ge2015", "ge2017", "ge2024-notional"]
    assert [about(id).get("baseline") for id in NOTIONAL] == [None, None]
    assert [about(id)["estimates"] for id in NOTIONAL] == ["ge2005", "ge2019"]
    by_elections = Counter(about(id)["parliament_election"] for id in ALL if id.startswith("by-"))
    assert by_elections == {"ge2010": 21, "ge2017": 5, "ge2019": 23, "ge2024": 6}


def test_counts_of_candidacies():
    counts = {id: len(rows_of(id, "candidacies")) for id in (*GENERAL, *NOTIONAL)}
    assert counts == {"ge2010": 4150, "ge2017": 3304, "ge2019": 3320, "ge2024": 4515,
                      "ge2010-notional": 3370, "ge2024-notional": 3529}  # fmt: skip


def test_the_ulster_unionists_of_2010_are_no_independents():
    joint = [row for row in rows_of("ge2010", "candidacies") if row["party"] == NEW_FORCE]
    assert (len(joint), sum(int(row["votes"]) for row in joint)) == (17, 102361)
    names = {row["name"]: row for row in table(RECORD / "elections/ge2010/parties.csv")}
    assert (names[NEW_FORCE]["party"], names[NEW_FORCE]["abbreviation"]) == ("uup", "UCUNF")
    # Lady Hermon stood as an independent and won; she is one still.
    won = {row["seat"]: row for row in table(RECORD / "elections/ge2010/winners.csv")}
    assert (won["N06000013"]["party"], won["N06000013"]["second"]) == ("ind", "uup")


def test_thirsk_and_malton_voted_later():
    later = [(row["seat"], row["polled"]) for row in rows_of("ge2010", "contests") if row["polled"]]
    assert later == [("E14000993", "2010-05-27")]


def test_the_lump_of_others_is_nobody():
    winners = [row for id in NOTIONAL for row in table(RECORD / "elections" / id / "winners.csv")]
    assert "other" not in {row["party"] for row in winners} | {row["second"] for row in winners}
    assert {row["name"] for row in winners if not row["second"]} == {"Glasgow North East", "West Tyrone"}


# Parties -------------------------------------------------------------------------------------------


def test_no_two_parties_share_an_id():
    numbers = defaultdict(set)
    for row in table(RECORD / "parties.csv"):
        if row["mnis"]:
            numbers[row["party"]].add(row["mnis"])
    shared = {party: ids for party, ids in numbers.items() if len(ids) > 1}
    assert shared == {"green": {"44", "1057", "1113"}, "reform": {"1006", "1036"}, "yrks": {"182", "262"}}


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Labour", "lab"), ("Labour and Co-operative", "lab"), ("The Brexit Party", "reform"), ("Reform UK", "reform"),
        ("Scottish Green Party", "green"), ("Green Party Northern Ireland", "green"), ("Sinn Féin", "sf"),
        ("Sinn Fein", "sf"), ("Social Democratic & Labour Party", "sdlp"), ("Alliance", "apni"),
        ("Social Democratic and Labour Party", "sdlp"), (NEW_FORCE, "uup"), ("Independent", "ind"), ("Speaker", "spk"),
        ("Liberal", "liberal"), ("Liberal Democrat", "ld"), ("Cumbria First", "cumbria-first"),
        ("Communist Future", "communist-future"), ("Change UK - The Independent Group", "igc"),
    ],
)  # fmt: skip
def test_continuing_parties(name, party):
    assert {row["name"]: row["party"] for row in table(RECORD / "parties.csv")}[name] == party


# Seats and regions ---------------------------------------------------------------------------------


def test_seats_of_both_sets(seats):
    for boundaries in SETS:
        assert len(seats[boundaries]) == 650
        assert len({row["name"] for row in seats[boundaries].values()}) == 650
        beside = defaultdict(list)
        for row in seats[boundaries].values():
            beside[row["county"] or row["country"]].append(int(row["voice"]))
        assert all(voices == list(range(len(voices))) for voices in beside.values())


def test_commas_in_names(seats):
    inverted = {row["name"] for b in SETS for row in seats[b].values() if row["reads"] != row["name"]}
    lists = {row["name"] for b in SETS for row in seats[b].values() if "," in row["reads"]}
    assert len(inverted) == 27 and {name.split(",")[0] for name in inverted} == {
        "Birmingham", "Brighton", "Ealing", "Enfield", "Lewisham", "Liverpool", "Manchester", "Plymouth", "Sheffield",
        "Southampton",
    }  # fmt: skip
    assert all(" and " in name.split(",")[-1] for name in lists) and len(lists) == 20


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("Stoke-On-Trent Central", "Stoke-on-Trent Central"), ("Newcastle Upon Tyne East", "Newcastle upon Tyne East"),
        ("Ashton-Under-Lyne", "Ashton-under-Lyne"), ("Isle Of Wight", "Isle of Wight"), ("The Wrekin", "The Wrekin"),
        ("South Holland and The Deepings", "South Holland and The Deepings"),
        ("Houghton-Le-Spring", "Houghton-le-Spring"),
    ],
)  # fmt: skip
def test_capitals(published, name):
    assert seat_name(published) == name


def test_prose_names_and_slugs():
    assert reads("Sheffield, Brightside and Hillsborough") == "Sheffield Brightside and Hillsborough"
    assert reads("Ruislip, Northwood and Pinner") == "Ruislip, Northwood and Pinner"
    assert slug("Queen's Park and Maida Vale") == "queens-park-and-maida-vale"
    assert slug("Montgomeryshire and Glyndŵr") == "montgomeryshire-and-glyndwr"


def test_parts_partition_their_regions(members_of, seats):
    regions = table(RECORD / "regions.csv")
    assert len(regions) == len({row["region"] for row in regions}) == 71
    for row in regions:
        for boundaries in SETS:
            whole = members_of(row["region"], boundaries)
            assert whole and whole <= seats[boundaries].keys()
            parts = [members_of(part, boundaries) for part in row["parts"].split()]
            if parts:
                assert sum(map(len, parts)) == len(whole) and set().union(*parts) == whole, row["region"]
    assert all(len(members_of("united-kingdom", boundaries)) == 650 for boundaries in SETS)


def test_labels_tell_regions_apart():
    labels = [row["label"] for row in table(RECORD / "regions.csv")]
    assert len(set(labels)) == 71
    assert not [label for label in labels if label.startswith("the ")]


def test_aliases_lead_to_one_seat(seats):
    aliases = table(RECORD / "aliases.csv")
    keys = [(row["boundaries"], row["alias"].casefold()) for row in aliases]
    assert len(set(keys)) == len(keys)
    names = {(b, row["name"].casefold()): code for b in SETS for code, row in seats[b].items()}
    for row in aliases:
        assert row["seat"] in seats[row["boundaries"]]
        assert names.get((row["boundaries"], row["alias"].casefold()), row["seat"]) == row["seat"]


def test_succession_shares_out_all_people(seats):
    of_old, of_new = defaultdict(float), defaultdict(float)
    for row in table(RECORD / "succession.csv"):
        of_old[row["old"]] += float(row["share_of_old"])
        of_new[row["new"]] += float(row["share_of_new"])
    assert of_old.keys() == seats["2010-2023"].keys() and of_new.keys() == seats["2024-"].keys()
    assert all(abs(share - 1) < 0.002 for share in (*of_old.values(), *of_new.values()))


@pytest.mark.parametrize("boundaries", SETS)
def test_tables_of_seats_know_their_seats(boundaries, seats):
    for folder in ("held", "tags"):
        assert {row["seat"] for row in table(RECORD / folder / f"{boundaries}.csv")} <= seats[boundaries].keys()


# The layer -----------------------------------------------------------------------------------------


def test_digests_cover_every_file():
    listed = dict(reversed(line.split("  ", 1)) for line in (RECORD / "SHA256SUMS").read_text().splitlines())
    files = {path.relative_to(RECORD).as_posix(): path for path in RECORD.rglob("*") if path.is_file()}
    del files["SHA256SUMS"]
    assert list(listed) == sorted(files)
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_tables_are_small_and_plain():
    paths = [path for path in RECORD.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in paths) < 4_000_000
    for path in paths:
        content = path.read_bytes()
        assert b"\r" not in content and not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n")
