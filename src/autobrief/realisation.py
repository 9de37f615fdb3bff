"""Surface realisation: sentence specs through templates to text, each printed fact marked.

A printed fact stands between private-use characters that survive macros, `set` and `~`; one pass
after rendering turns them into plain text and character spans.  Nothing but facts and filtered
facts may be printed: `finalize` refuses the rest.
"""

import re

import jinja2

from . import grammar
from .errors import StylebookError
from .microplanning.reference import Discourse
from .model.style import Name, Stylebook, Variant
from .model.text import Fact, Sentence, Span

OPEN, BETWEEN, CLOSE, BASE = "\ue000", "\ue001", "\ue002", 0xE100
MARKED = re.compile(f"{OPEN}(.){BETWEEN}([^{CLOSE}]*){CLOSE}")
SPACES = re.compile(r"\s+")


class Marked(str):
    """Text with its marks."""

    __slots__ = ()


class Slot:
    """One fact as a template sees it.  Printed alone it takes its usual form."""

    __slots__ = ("fact", "voice")

    def __init__(self, fact: Fact, voice: "Voice"):
        self.fact, self.voice = fact, voice

    def __str__(self) -> str:
        return self.voice.usual(self.fact)

    def marked(self, text: str) -> Marked:
        return self.voice.mark(self.fact, text)


class Voice:
    """One article's way of saying facts: house style, the discourse so far, and the facts it printed."""

    def __init__(self, stylebook: Stylebook, discourse: Discourse):
        self.stylebook, self.discourse = stylebook, discourse
        self.house = stylebook.house
        self.facts: list[Fact] = []
        self._index: dict[str, int] = {}

    # Marks ---------------------------------------------------------------------------------------

    def mark(self, fact: Fact, text: str) -> Marked:
        index = self._index.setdefault(fact.id, len(self.facts))
        if index == len(self.facts):
            self.facts.append(fact)
        return Marked(f"{OPEN}{chr(BASE + index)}{BETWEEN}{text}{CLOSE}")

    def usual(self, fact: Fact) -> Marked:
        return self.mark(fact, self.text(fact))

    def text(self, fact: Fact) -> str:
        """The usual form of a fact by its unit."""
        form = FORMS.get(fact.unit)
        if form is None:
            raise StylebookError(f"fact {fact.id} has a unit that cannot be printed: {fact.unit}")
        return form(self, fact)

    def party(self, fact: Fact) -> Name:
        return party_name(self.stylebook, fact.value)

    def slots(self, facts: dict) -> dict:
        """A message's facts as template names; a list becomes a tuple of dicts of slots."""
        return {name: Slot(value, self) if isinstance(value, Fact) else
                tuple({key: Slot(fact, self) for key, fact in record.items()} for record in value)
                for name, value in facts.items()}


def party_name(stylebook: Stylebook, party) -> Name:
    """The desk's name for a party as it was called then, else the ballot's own."""
    entry = stylebook.parties.get("named", {}).get(party.name) or stylebook.parties.get(party.id)
    if entry:
        return Name(entry["name"], entry.get("article", ""), entry.get("adjective", entry["name"]),
                    entry.get("plural", False), entry.get("short", party.abbreviation), entry.get("people", ""))
    article = "the" if party.name.endswith(("Party", "Alliance", "Coalition")) else ""
    return Name(party.name.removeprefix("The "), article or ("the" if party.name.startswith("The ") else ""),
                party.name.removeprefix("The "), False, party.abbreviation)


def office_words(stylebook: Stylebook, office) -> str:
    """An office in the desk's words: by its title, by a pattern of titles, else by its rank."""
    table = stylebook.offices
    if office.title in table["titles"]:
        return table["titles"][office.title]
    for opening, words in table["patterns"].items():
        if office.title.startswith(opening):
            return words.format(office.title.removeprefix(opening).lower())
    return table["ranks"][office.rank]["words"]


def _with_article(article: str, name: str) -> str:
    return f"{article} {name}" if article else name


def _party_text(voice: Voice, fact: Fact) -> str:
    name = voice.party(fact)
    return _with_article(name.article, name.name)


FORMS = {
    "seats": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "people": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "count": lambda voice, fact: grammar.number(fact.value, voice.house["words_up_to"]),
    "votes": lambda voice, fact: grammar.figures(fact.value),
    "year": lambda voice, fact: str(fact.value),
    "share": lambda voice, fact: grammar.percent(fact.value, voice.house["percent"]),
    "points": lambda voice, fact: grammar.figures(abs(fact.value)),
    "text": lambda voice, fact: str(fact.value),
    "date": lambda voice, fact: grammar.day(fact.value),
    "time": lambda voice, fact: grammar.clock(fact.value, voice.house["clock"]),
    "office": lambda voice, fact: office_words(voice.stylebook, fact.value),
    "place": lambda voice, fact: _with_article(fact.value.article, fact.value.name),
    "person": lambda voice, fact: voice.discourse.name(fact.value),
    "party": _party_text,
}


# Filters -----------------------------------------------------------------------------------------

def _fact(value, filter_name: str) -> Slot:
    if not isinstance(value, Slot):
        raise StylebookError(f"the filter {filter_name} takes a fact")
    return value


def of(value, noun: str):
    """A count with its noun: 16 seats, one seat; votes keep figures: 235 votes, one vote."""
    slot = _fact(value, "of")
    words = slot.fact.unit != "votes"
    return slot.marked(grammar.counted(slot.fact.value, noun, slot.voice.stylebook.nouns,
                                       slot.voice.house["words_up_to"], words))


def votes(value):
    return of(value, "vote")


def figures(value):
    slot = _fact(value, "figures")
    return slot.marked(grammar.figures(slot.fact.value))


def ordinal(value):
    slot = _fact(value, "ordinal")
    return slot.marked(grammar.ordinal(slot.fact.value))


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
    name = slot.fact.value.name if slot.fact.unit == "place" else slot.voice.party(slot.fact).name
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
    return slot.marked(f"{preposition} {slot.voice.text(slot.fact)}")


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


def each(value, singular: str, plural: str = ""):
    """Parties with their counts, the verb said once: the Conservatives have 28, Reform UK three."""
    first, *rest = value
    verb_text = verb(first["party"], singular, plural or singular)
    return Marked(grammar.join([f"{first['party']} {verb_text} {first['count']}"]
                               + [f"{record['party']} {record['count']}" for record in rest]))


def tallied(value):
    """Parties with their counts: the Conservatives 28 and Reform UK three."""
    return Marked(grammar.join([f"{record['party']} {record['count']}" for record in value]))


def from_each(value):
    """Counts with the parties they came from: 182 from the Conservatives and 34 from the SNP."""
    return Marked(grammar.join([f"{record['count']} from {record['party']}" for record in value]))


def counted_for(value):
    """Counts with the parties that have them: three for Plaid Cymru and one for the Greens."""
    return Marked(grammar.join([f"{record['count']} for {record['party']}" for record in value]))


def gapped(value, verb_text: str):
    """A list with the verb said once: Nicola Richards won West Bromwich East and Shaun Bailey West Bromwich West."""
    def clause(record, said):
        return f"{record['winner']}{said} {record['seat']}"
    first, *rest = value
    return Marked(grammar.join([clause(first, f" {verb_text}")] + [clause(record, "") for record in rest]))


def people_in_seats(value):
    """People with their seats: Chris Williamson in Derby North and Roger Godsiff in Birmingham Hall Green."""
    return Marked(grammar.join([f"{record['person']} in {record['seat']}" for record in value]))


def names(value):
    """The people of a list of records."""
    return Marked(grammar.join([str(record.get("winner") or record["person"]) for record in value]))


def seats(value):
    """The seats of a list of records."""
    return Marked(grammar.join([str(record["seat"]) for record in value]))


FILTERS = {f.__name__: f for f in (of, votes, figures, ordinal, adjective, bare, one, standing, verb, possessive, within, full,
                                   a, listed, each, tallied, from_each, counted_for, gapped, people_in_seats, names, seats)}


# Rendering ---------------------------------------------------------------------------------------

def finalize(value):
    """Let through only what carries a fact."""
    if isinstance(value, Slot):
        return str(value)
    if isinstance(value, str) and OPEN in value:
        return value
    raise StylebookError(f"only facts can be printed, not {value!r}")


def environment() -> jinja2.Environment:
    made = jinja2.Environment(undefined=jinja2.StrictUndefined, finalize=finalize, autoescape=False, cache_size=0,
                              trim_blocks=True, lstrip_blocks=True)
    made.filters = FILTERS
    made.globals = {}
    made.tests = {"defined": jinja2.tests.TESTS["defined"]}
    return made


ENVIRONMENT = environment()


def render(variant: Variant, message_id: str, facts: dict, voice: Voice) -> tuple[Sentence, ...]:
    """One message in one wording: each line of the template is a sentence.

    Raises StylebookError by file and line where the template asks for what is not there.
    """
    template = jinja2.Template.from_code(ENVIRONMENT, variant.code, ENVIRONMENT.globals)
    try:
        # A name that a wording only tests for is None where the fact is absent; printing it is still refused.
        context = dict.fromkeys(variant.uses) | voice.slots(facts)
        marked = "".join(template.root_render_func(template.new_context(context)))
    except jinja2.UndefinedError as error:
        raise StylebookError(f"{variant.source}:{variant.line}: {error.message}") from error
    except StylebookError as error:
        raise StylebookError(f"{variant.source}:{variant.line}: {error}") from error
    lines = [line for line in marked.split("\n") if line.strip()]
    return tuple(unmark(line, f"{message_id}/{n}" if len(lines) > 1 else message_id, message_id, voice, variant.digest)
                 for n, line in enumerate(lines))


def unmark(marked: str, sentence_id: str, message_id: str, voice: Voice, digest: str) -> Sentence:
    """Marked text to plain text and the spans of its facts; the first letter becomes a capital."""
    text, spans, position = "", [], 0
    for found in MARKED.finditer(marked):
        text += _tidy(marked[position:found.start()], text)
        start = len(text)
        text += found.group(2)
        spans.append(Span(start, len(text), voice.facts[ord(found.group(1)) - BASE].id))
        position = found.end()
    text = (text + _tidy(marked[position:], text)).rstrip()
    return Sentence(sentence_id, grammar.sentence_case(text), message_id, tuple(spans), digest)


def _tidy(piece: str, before: str) -> str:
    piece = SPACES.sub(" ", piece)
    return piece.lstrip() if not before or before.endswith(" ") else piece
