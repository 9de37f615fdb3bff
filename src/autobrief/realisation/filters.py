"""The filters that templates may use: each takes a fact, or a list of records, and says it in another form."""

from zlib import crc32

from .. import grammar
from ..errors import StylebookError
from .voice import BETWEEN, CLOSE, MARKED, OPEN, Marked, Slot, place_name


def _fact(value, filter_name: str) -> Slot:
    if not isinstance(value, Slot):
        raise StylebookError(f"the filter {filter_name} takes a fact")
    return value


def of(value, noun: str):
    """A count with its noun: 16 seats, one seat; votes keep figures: 235 votes, one vote."""
    slot = _fact(value, "of")
    if slot.fact.unit == "estimated-votes":
        return slot.marked(f"an estimated {grammar.counted(slot.fact.value, noun, words=False)}")
    words = slot.fact.unit != "votes"
    return slot.marked(grammar.counted(slot.fact.value, noun, slot.voice.stylebook.nouns,
                                       slot.voice.house["words_up_to"], words))


def votes(value):
    return of(value, "vote")


def figures(value):
    slot = _fact(value, "figures")
    return slot.marked(grammar.figures(abs(slot.fact.value)))


def ordinal(value):
    slot = _fact(value, "ordinal")
    return slot.marked(grammar.ordinal(slot.fact.value, slot.voice.house["words_up_to"]))


def adjective(value):
    """A party as an adjective: Conservative, SNP; a place without its article: Midlands."""
    slot = _fact(value, "adjective")
    if slot.fact.unit == "place":
        name = slot.fact.value.name
        return slot.marked(slot.voice.stylebook.terms.get("adjectives", {}).get(name, name))
    return slot.marked(slot.voice.party(slot.fact).adjective)


def bare(value):
    """A name without its article, as headlines have it: Conservatives, Midlands."""
    slot = _fact(value, "bare")
    name = place_name(slot.voice.stylebook, slot.fact.value) if slot.fact.unit == "place" else slot.voice.party(slot.fact).name
    return slot.marked(grammar.sentence_case(name))


def one(value):
    """A party as the loser or winner of one seat: Labour, the Conservatives, an independent."""
    slot = _fact(value, "one")
    if slot.fact.value.id == "ind":
        return slot.marked("an independent")
    return str(slot)


def standing(value):
    """How a candidate stood: for Labour, as an independent, as Speaker."""
    slot = _fact(value, "standing")
    if slot.fact.value.id in ("ind", "spk"):
        return slot.marked("as an independent" if slot.fact.value.id == "ind" else "as Speaker")
    return slot.marked(f"for {slot.voice.text(slot.fact)}")


def verb(value, singular: str, plural: str):
    """The verb that agrees with a party or a count: Labour has, the Conservatives have."""
    slot = _fact(value, "verb")
    many = slot.voice.party(slot.fact).plural if slot.fact.unit == "party" else slot.fact.value != 1
    return slot.marked(plural if many else singular)


def possessive(value):
    """Labour's, the Conservatives'; a person or place in -s takes the whole 's."""
    slot = _fact(value, "possessive")
    text = slot.voice.text(slot.fact)
    return slot.marked(grammar.possessive(text) if slot.fact.unit == "party" else f"{text}'s")


def within(value):
    """A region with its preposition: in the Midlands, in London, on Merseyside; a seat: in Bolsover."""
    slot = _fact(value, "within")
    preposition = slot.voice.stylebook.terms.get("prepositions", {}).get(slot.fact.value.name, "in")
    return slot.marked(slot.voice.prepositional(slot.fact, preposition))


def inside(value):
    """A region after a superlative: the smallest in the UK."""
    slot = _fact(value, "inside")
    preposition = slot.voice.stylebook.terms.get("prepositions", {}).get(slot.fact.value.name, "in")
    return slot.marked(slot.voice.prepositional(slot.fact, "in" if preposition == "across" else preposition))


def roughly(value):
    """A share as a plain fraction: just over half, more than two thirds, nine in ten."""
    slot = _fact(value, "roughly")
    return slot.marked(grammar.fraction(slot.fact.value))


def full(value):
    slot = _fact(value, "full")
    slot.voice.discourse.name(slot.fact.value)
    return slot.marked(slot.fact.value.name)


def a(value):
    """The indefinite article, by sound: an SNP gain, an 8,000 majority."""
    text = str(value)
    found = MARKED.match(text)
    if not found:
        raise StylebookError("the filter a takes a fact or a filtered fact")
    said = grammar.article(found.group(2))
    return Marked(f"{OPEN}{found.group(1)}{BETWEEN}{said} {found.group(2)}{CLOSE}{text[found.end():]}")


def listed(value, conjunction: str = "and"):
    """A list of records in prose: each one's only fact, or a seat with its new MP in brackets."""
    return Marked(grammar.join([_record(record) for record in value], conjunction))


def _record(record: dict) -> str:
    if "seat" in record and "winner" in record:
        return f"{record['seat']} ({record['winner']})"
    if "party" in record and "count" in record:
        return f"{record['party']} {record['count']}"
    if "person" in record and "seat" in record:
        return f"{record['person']} ({record['seat']})"
    return "".join(str(slot) for slot in record.values())


def _holder(record: dict) -> str:
    """A party with a verb or a preposition: an independent where it is one.  Beside a bare count it is "independents one"."""
    return one(record["party"]) if record["count"].fact.value == 1 else str(record["party"])


def each(value, singular: str, plural: str = "", conjunction: str = "and", noun: str = ""):
    """Parties with their counts, the verb said once, and the noun if one is given: the Conservatives have 28 (seats), Reform UK three."""
    first, *rest = value
    alone = first["party"].fact.value.id == "ind" and first["count"].fact.value == 1
    verb_text = first["party"].marked(singular) if alone else verb(first["party"], singular, plural or singular)
    counted = of(first["count"], noun) if noun else first["count"]
    counts = [f"{_holder(first)} {verb_text} {counted}"] + [f"{record['party']} {record['count']}" for record in rest]
    return Marked(grammar.join(counts, conjunction) if conjunction else ", ".join(counts))


def tallied(value, conjunction: str = "and", verb_text: str = ""):
    """Parties with their counts: the Conservatives 28 and Reform UK three; an open list with `""` for "and"."""
    counts = [f"{record['party']} {record['count']}" for record in value]
    if verb_text:
        counts[0] = f"{_holder(value[0])} {verb_text} {value[0]['count']}"
    return Marked(grammar.join(counts, conjunction) if conjunction else ", ".join(counts))


def then(value, conjunction: str = "and"):
    """The rest of a list whose first was said already: ", Labour six and Plaid Cymru one", or " and Labour six"."""
    counts = [f"{record['party']} {record['count']}" for record in value]
    return Marked(f" {conjunction} {counts[0]}" if len(counts) == 1 else _after(grammar.join(counts, conjunction)))


def from_each(value):
    """Counts with the parties they came from: 182 from the Conservatives and 34 from the SNP."""
    return Marked(grammar.join([f"{record['count']} from {_holder(record)}" for record in value]))


def holding(party, count):
    """Who has so many: Labour, independents, an independent."""
    return Marked(_holder({"party": party, "count": count}))


def to_each(value, conjunction: str = "and"):
    """Counts with the parties they went to: five to Labour and two to Reform UK; an open list with `""` for "and"."""
    counts = [f"{record['count']} to {_holder(record)}" for record in value]
    return Marked(grammar.join(counts, conjunction) if conjunction else ", ".join(counts))


def then_for(value):
    """The rest of a list of counts for parties: ", three for Labour and one for the Greens", or " and three for Labour"."""
    counts = [f"{record['count']} for {_holder(record)}" for record in value]
    return Marked(f" and {counts[0]}" if len(counts) == 1 else _after(grammar.join(counts)))


def then_to(value):
    """The rest of a list of counts that went to parties: ", three to Labour and one to the Greens", or " and three to Labour"."""
    counts = [f"{record['count']} to {_holder(record)}" for record in value]
    return Marked(f" and {counts[0]}" if len(counts) == 1 else _after(grammar.join(counts)))


def _after(rest: str) -> str:
    """The rest of a list after its first: parted from it as they are from each other."""
    return f"{';' if ';' in rest else ','} {rest}"


def counted_for(value, conjunction: str = "and"):
    """Counts with the parties that have them: three for Plaid Cymru and one for the Greens."""
    counts = [f"{record['count']} for {_holder(record)}" for record in value]
    return Marked(grammar.join(counts, conjunction) if conjunction else ", ".join(counts))


def from_party(value, party):
    """A person with the party: Labour's Ann Davies, the Conservatives' Mark Fletcher, the independent Shockat Adam.

    Of a party whose people have a word of their own, such as the Conservatives, about half are the Conservative Mark
    Fletcher: always the same people, whatever else the article says.  A name with a possessive in it comes
    after the person: Dai Davies of Blaenau Gwent People's Voice.
    """
    slot = _fact(party, "from_party")
    if slot.fact.value.id == "ind":
        return Marked(f"{slot.marked('the independent')} {value}")
    name = slot.voice.party(slot.fact)
    if name.plural and name.adjective != name.name and crc32(_fact(value, "from_party").fact.value.id.encode()) % 2:
        return Marked(f"{slot.marked(f'the {name.adjective}')} {value}")
    if "'s " in name.name:
        return Marked(f"{value} of {slot}")
    return Marked(f"{possessive(slot)} {value}")


def known_for(value):
    """What a member was known for, after the name: a minister; first elected in 1997; back in the Commons since 2017; by-election winner in 2021."""
    slot = _fact(value, "known_for")
    before = {"first_elected": "first elected in ", "continuous_since": "back in the Commons since ", "year": "by-election winner in "}
    return Marked(f"{before.get(slot.fact.kind, '')}{slot}")


def standing_many(value):
    """How several candidates stood: for Labour, as independents."""
    slot = _fact(value, "standing_many")
    return slot.marked("as independents") if slot.fact.value.id == "ind" else standing(value)


def people_in_seats(value):
    """People with their seats, what they once were, and where one sat until now: Flick Drummond in Winchester (until now the MP for
    Meon Valley); Ken Clarke, a former chancellor, in Rushcliffe."""
    before = [f" (until now the MP for {record['sat_for']})" if "sat_for" in record else "" for record in value]
    office = [f", {record['former']}," if "former" in record else "" for record in value]
    said = [f"{record['person']}{held} in {record['seat']}{known}" for record, held, known in zip(value, office, before, strict=True)]
    return _parted(said) if any(office) else Marked(grammar.join(said))


def winners_in_seats(value):
    """Winners with their seats: Lisa Nandy in Wigan and Yvonne Fovargue in Makerfield."""
    return Marked(grammar.join([f"{record['winner']} in {record['seat']}" for record in value]))


def _parted(said: list[str]):
    """Members of a list that have commas of their own."""
    return Marked("; and ".join(said) if len(said) < 3 else f"{'; '.join(said[:-1])}; and {said[-1]}")


def officers_in_seats(value, when: str = ""):
    """Winners, or candidates, with their offices, and words for when they held those, and seats: Andy Burnham, until now
    the health secretary, in Leigh; and Hazel Blears, a former minister, in Salford."""
    people = [record.get("winner") or record["person"] for record in value]
    said = [f"{person}, {f'{when} ' if when else ''}{record.get('office') or record['former']}, in {record['seat']}"
            for person, record in zip(people, value, strict=True)]
    return _parted(said)


def moved(value):
    """Winners who sat for other seats: Mike Wood, from Dudley South to Kingswinford and South Staffordshire."""
    said = [f"{record['winner']}, from {record['old_seat']} to {record['seat']}" for record in value]
    return _parted(said)


def shared(value, name: str):
    """What all records of a list have: the year that all of them left."""
    return value[0][name]


def people_for_seats(value):
    """Winners with their seats: Amanda Solloway (Derby North) and Karl McCartney (Lincoln)."""
    return Marked(grammar.join([f"{record['winner']} ({record['seat']})" for record in value]))


def all_of(value, noun: str):
    """A whole: all three seats, both seats, the only seat."""
    slot = _fact(value, "all_of")
    count = slot.fact.value
    if count == 1:
        return slot.marked(f"the only {noun}")
    nouns = grammar.plural(noun, 2, slot.voice.stylebook.nouns)
    number = grammar.number(count, slot.voice.house["words_up_to"])
    return slot.marked(f"both {nouns}" if count == 2 else f"all {number} {nouns}")


def by_elections(value):
    """Seats with the year of their by-election: Tamworth (2023) and Wellingborough (2024)."""
    return Marked(grammar.join([f"{record['old_seat']} ({record['by_year']})" for record in value]))


def from_to(value, verb_text: str = "", noun: str = ""):
    """Seats by who lost and who won them: one (seat went) from Labour to an independent and one from the Conservatives to Labour."""
    said = [f"{record['count']} from {one(record['lost_by'])} to {one(record['party'])}" for record in value]
    if verb_text:
        counted = of(value[0]["count"], noun) if noun else value[0]["count"]
        said[0] = f"{counted} {verb_text} from {one(value[0]['lost_by'])} to {one(value[0]['party'])}"
    return Marked(grammar.join(said))


def names(value):
    """The people of a list of records."""
    return Marked(grammar.join([str(record.get("winner") or record["person"]) for record in value]))


def seats(value):
    """The seats of a list of records."""
    return Marked(grammar.join([str(record["seat"]) for record in value]))


FILTERS = {f.__name__: f for f in (
    of, votes, figures, ordinal, adjective, bare, one, standing, verb, possessive, within, inside, roughly, full, a, listed, each, tallied,
    then, then_for, then_to, from_each, to_each, holding, counted_for, from_party, known_for, standing_many, people_in_seats, winners_in_seats,
    officers_in_seats, moved, shared, people_for_seats, all_of, by_elections,
    from_to, names, seats)}
