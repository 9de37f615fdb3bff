"""known_as: the name by which a person is known, where some table of the record prints another.

Every name in it was published of that very person, by MNIS id: on a ballot paper's results, in Parliament's list of its
members or in its list of maiden speeches.  None is made up, and nobody is looked up by name.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from autobrief.record.tables import read_table, write_table

COLUMNS = ("mnis", "published", "given", "family", "basis", "origin")
# Where a name was published, those of Parliament itself first: its word is taken for accents and capitals.
MEMBERS, SPEECHES = "Parliament's list of members", "Parliament's list of maiden speeches"
OWN = (MEMBERS, SPEECHES)
_HONOURS = re.compile(r"^(?:Sir|Dame|Dr|Lord|Lady|Rev|Prof)\.? ")
_INITIAL = re.compile(r"(?:^| )[A-Z]\b\.?(?![’'\w])")


class Form(NamedTuple):
    """One published spelling of a person's name and where it was published; `printed` if articles would print it."""

    given: str
    family: str
    origin: str
    printed: bool

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


def build_known_as(sources: Path, record: Path) -> None:
    """Write every printed spelling that is not the name by which that person is known, and what the rule makes of it."""
    forms = published_forms(sources, record)
    bearers = _bearers(record, forms)
    rows = [row for mnis in sorted(forms, key=int) for row in known_rows(mnis, forms[mnis], bearers)]
    write_table(record / "known_as.csv", COLUMNS, rows)


def published_forms(sources: Path, record: Path) -> dict[str, list[Form]]:
    """Every published spelling of everyone with an MNIS id."""
    forms: dict[str, list[Form]] = defaultdict(list)
    for table in sorted((record / "elections").glob("*/*.candidacies.csv")):
        for row in read_table(table):
            if row["mnis"]:
                forms[row["mnis"]].append(Form(row["given"], row["family"], f"results of {table.parent.name}", True))
    whole = [(row["mnis"], row["name"], MEMBERS, False) for row in read_table(record / "service.csv")]
    for table in sorted((record / "members").glob("*.csv")):
        for row in read_table(table):
            whole.append((row["mnis"], row["name"], f"members before {table.stem}", True))
            if row["family"]:
                forms[row["mnis"]].append(Form(row["given"], row["family"], f"members before {table.stem}", True))
    for row in read_table(sources / "raw" / "parliament" / "reference" / "maiden-speeches.csv"):
        family, _, _ = row["Member (list name)"].partition(", ")
        given = " ".join(row["Member "].split()).removesuffix(family).strip()
        if row["MNIS Member ID"] in forms and given:
            forms[row["MNIS Member ID"]].append(Form(given, family, SPEECHES, False))
    for row in read_table(record / "events.csv"):
        whole += [(row["mnis"], row["person"], "results of a by-election", True)]
    for mnis, name, origin, printed in whole:
        if cut := _cut(name, forms.get(mnis, [])):
            forms[mnis].append(Form(*cut, origin, printed))
    return forms


def _cut(name: str, forms: list[Form]) -> tuple[str, str] | None:
    """A whole name as given and family name, where the person's family name is known from another table."""
    words = name.split()
    families = {_plain(form.family) for form in forms}
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return next((cut for cut in cuts if _plain(cut[1]) in families), None)


def _bearers(record: Path, forms: dict[str, list[Form]]) -> Counter[str]:
    """By how many people each first name is borne, with an MNIS id or without."""
    borne = {(mnis, form.given.split()[0]) for mnis, mine in forms.items() for form in mine if form.given}
    for table in sorted((record / "elections").glob("*/*.candidacies.csv")):
        borne |= {(f"{row['given']} {row['family']}", row["given"].split()[0]) for row in read_table(table) if row["given"] and not row["mnis"]}
    return Counter(given for _, given in borne)


def known_rows(mnis: str, forms: list[Form], bearers: Counter[str]) -> Iterator[dict[str, str]]:
    """A row for each printed spelling that is not the known name, the person's several family names each by itself."""
    for group in _by_family(forms):
        family, spelt = _family(group)
        given, basis = _given(group, forms, bearers)
        stands = min(group, key=lambda form: (form.given != given, form.family != family, _rank(form)))
        for name in sorted({form.name for form in group if form.printed} - {f"{given} {family}".strip()}):
            of_given = any(form.given != given for form in group if form.name == name)
            yield {"mnis": mnis, "published": name, "given": given, "family": family, "basis": basis if of_given else spelt, "origin": stands.origin}


def _by_family(forms: list[Form]) -> list[list[Form]]:
    """The spellings by family name: capitals, accents, hyphens, spaces and one slip of the pen make no other family."""
    groups: list[list[Form]] = []
    for form in forms:
        for group in groups:
            if any(_plain(form.family) == _plain(known.family) or _plain(form.given) == _plain(known.given) and _slip(form.family, known.family)
                   for known in group):
                group.append(form)
                break
        else:
            groups.append([form])
    return groups


def _family(group: list[Form]) -> tuple[str, str]:
    """Parliament's spelling; where it lost a capital inside the name, which no machine ever adds, the one that kept it."""
    first = _parliaments(group)[0].family
    own = [form.family for form in group if form.origin in OWN and form.family.casefold() == first.casefold()]
    kept = max((first, *own), key=_inner)
    return (kept, "capital kept") if kept != first else (first, "as Parliament spells it")


def _inner(family: str) -> int:
    return len(re.findall(r"(?<=[a-z])[A-Z]", family))


def _rank(form: Form) -> tuple[bool, bool]:
    return form.origin != MEMBERS, form.origin != SPEECHES


def _parliaments(forms: Iterable[Form]) -> list[Form]:
    """The spellings with Parliament's own first."""
    return sorted(forms, key=_rank)


def _given(group: list[Form], forms: list[Form], bearers: Counter[str]) -> tuple[str, str]:
    """The given name that the person goes by, and by which rule."""
    own = [form for form in _parliaments(forms) if form.origin in OWN]
    plainest = [given for given in dict.fromkeys(form.given for form in _parliaments(group)) if not _dressed(given)]
    found = plainest or list(dict.fromkeys(form.given for form in _parliaments(group)))
    basis = "without initials or honours"
    if len({len(given.split()) for given in found}) > 1:
        words = min((len(form.given.split()) for form in own if not _dressed(form.given)), default=0)
        found, basis = [given for given in found if len(given.split()) == words] or found[:1], "as many names as Parliament gives"
    if len({_plain(given) for given in found}) < 2:
        return found[0], basis if len(found) < len({_plain(form.given) for form in group}) else "as Parliament spells it"
    # Of two as long as each other, Charles and Charlie, the one called in the House.
    called = {form.given for form in group if form.origin == SPEECHES}
    first, short = found[0], min(found, key=lambda given: (len(given), given not in called))
    if _slip(first, short):
        return first, "as Parliament spells it"
    longer = [given for given in found if given != short and bearers[given] > 1]
    if longer and bearers[short] < 2 and not any(_plain(given).startswith(_plain(short)) for given in longer):
        return longer[0], "a name that others bear"
    return short, "the shorter given name"


def _dressed(given: str) -> bool:
    return bool(_HONOURS.search(f"{given} ") or _INITIAL.search(given) and _INITIAL.sub("", given).strip())


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two letters in the wrong order, is all the difference."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if len(long) < 5 or short == long or long.startswith(short):
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short[at + 1:] == long[at + 1:] or (short[at:at + 2] == long[at:at + 2][::-1] and short[at + 2:] == long[at + 2:])
    return short[at:] == long[at + 1:]
