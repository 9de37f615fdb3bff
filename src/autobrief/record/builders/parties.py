"""parties.csv: every party name known to the record, with the continuing party that it stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from autobrief.record.faults import Faults
from autobrief.record.names import slug
from autobrief.record.notional import is_other, party_of, read_notional
from autobrief.record.parliament_form import read_candidacies
from autobrief.record.parties import COLUMNS, OTHER, UCUNF, PartyName
from autobrief.record.tables import read_table, write_table

# One continuing party under several registrations, or one whose abbreviation is another thing's
# elsewhere in the record ("lib" is the Liberal family in the history since 1918).
_CONTINUING = {
    "4": "con", "15": "lab", "17": "ld", "29": "snp", "22": "pc", "8": "ind", "47": "spk", "35": "ukip",
    "1006": "reform", "1036": "reform", "44": "green", "1057": "green", "1113": "green",
    "1": "apni", "7": "dup", "30": "sf", "31": "sdlp", "38": "uup", "16": "liberal", "1004": "igc",
    "182": "yrks", "262": "yrks",
}  # fmt: skip

# Names of sitting members' parties and of other tables, under which nobody stood.
_OTHER_NAMES = (
    PartyName("Labour (Co-op)", "lab", "Lab", "15"),
    PartyName("Respect", "res", "Res", "26"),
    PartyName("Change UK - The Independent Group", "igc", "IGC", "1004"),
    PartyName("The Independent Group for Change (Change UK)", "igc", "IGC", "1004"),
    PartyName("Independent Labour", "independent-labour", "Ind Lab"),
    PartyName("Independent Conservative", "independent-conservative", "Ind Con"),
    PartyName("Your Party", "your-party", "YP"),
    PartyName("Other", OTHER, "Oth"),
    UCUNF,
)


@dataclass(slots=True)
class _Uses:
    """How often a name was published with which abbreviation, MNIS id and registration."""

    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    registrations: Counter[str] = field(default_factory=Counter)
    colour: str = ""

    def count(self, abbreviation: str, mnis: str, registration: str, candidates: int) -> None:
        self.marks[abbreviation.strip(), mnis] += candidates
        if registration:
            self.registrations[registration] += candidates


def build_parties(sources: Path, record: Path) -> None:
    """Gather party names from the list of parties, the candidacies of by-elections and the estimates."""
    names = _published(sources)
    ids = _ids(names)
    known = [replace(name, party=ids[_key(name)]) for name in names]
    published = {name.name for name in names}
    known += [name for name in _OTHER_NAMES if name.name not in published]
    colours: dict[str, str] = {}
    for name in known:
        if name.colour:
            colours.setdefault(name.party, name.colour)
    known = [replace(name, colour=colours.get(name.party, "")) for name in known]
    known.sort(key=lambda name: (name.party, name.name))
    write_table(record / "parties.csv", COLUMNS, map(asdict, known))


def _published(sources: Path) -> list[PartyName]:
    """Every published name once, with the marks that it was used with most."""
    uses: dict[str, _Uses] = defaultdict(_Uses)
    for row in read_table(sources / "parties.csv"):
        candidates = sum(int(number or 0) for column, number in row.items() if column.startswith("candidates_"))
        use = uses[" ".join(row["party_name"].split())]
        use.count(row["abbreviation"], row["mnis_party_id"], row["electoral_commission_id"], candidates)
        use.colour = use.colour or row["colour_hex"]
    for folder in sorted((sources / "raw/parliament").glob("by-elections-parliament-*")):
        for candidacy in read_candidacies(folder, Faults(), _say_nothing):
            uses[candidacy.party].count(candidacy.abbreviation, candidacy.party_mnis, candidacy.commission, 1)
    for path in sorted((sources / "raw/parliament").glob("notional-*/results.csv")):
        for party in map(party_of, read_notional(path, Faults(), _say_nothing)):
            # Estimates are of votes, not of candidates: they add names but no weight.
            if not is_other(party):
                uses[party.name].count(party.abbreviation, party.mnis, "", 0)
    return [_named(name, use) for name, use in uses.items()]


def _say_nothing(remark: str) -> None:
    pass


def _named(name: str, use: _Uses) -> PartyName:
    abbreviation, mnis = use.marks.most_common(1)[0][0]
    registrations = " ".join(code for code, _ in use.registrations.most_common())
    return PartyName(name, "", abbreviation, mnis, registrations, use.colour)


def _key(name: PartyName) -> str:
    return name.mnis or name.name.casefold()


def _ids(names: Iterable[PartyName]) -> dict[str, str]:
    """A continuing id for each MNIS id: its abbreviation, or its name where abbreviations collide."""
    first: dict[str, PartyName] = {}
    for name in names:
        first.setdefault(_key(name), name)
    shared = Counter(slug(name.abbreviation) for name in first.values())
    taken = {*_CONTINUING.values(), OTHER}
    ids = {}
    for key, name in first.items():
        short = slug(name.abbreviation)
        usable = short and shared[short] == 1 and short not in taken
        ids[key] = _CONTINUING.get(key) or (short if usable else slug(name.name))
    return ids
