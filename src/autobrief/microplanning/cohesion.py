"""Cohesion: what the reader has been told already, and how a sentence is joined to the one before it.

A message whose seat and winner an earlier one told has the fact `told`, one that picks a member out of a
count just given has `among`, one that goes on from a part of the seats just given has `beside`, one that says more of
the seat just told of has `further`; members all told of in one list have `every`: wordings ask for them by name.  A
sentence that stands against its neighbour opens with a word that says so, each such word once an article.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..counting import COUNTED, FUNCTION, RUN, level, longest_run
from ..model.style import Variant
from ..model.text import Choice, Fact, Message, Section, Sentence, Span
from .gathering import follows

COPY = ("lead", "paragraph")
CONTRASTS = {
    ("defector_lost", "defector_won"), ("defector_won", "defector_lost"), ("gains_lead", "against_the_tide"),
    ("largest_loser", "against_the_tide"), ("ground_left", "against_the_tide"), ("votes_and_seats", "shut_out"),
}
"""Kinds that say opposite things, in reading order."""
WORDS = ("But", "By contrast,")
WAYS = {"majority_cut": "down", "majority_grown": "up"}


def _contrast(before: Message, message: Message) -> bool:
    """The messages say opposite things: by their kinds, or of majorities that went the one way and the other."""
    ways = [WAYS.get(m.kind) or ("down" if "shrank" in m.facts else "up") for m in (before, message)
            if m.kind in WAYS or m.kind == "majorities_all"]
    return len(ways) == 2 and ways[0] != ways[1] or (before.kind, message.kind) in CONTRASTS and "ahead" not in before.facts




LEAD = "one_gain_lead"
"""A kind that tells of one seat and of the rest: what follows it says again which it means."""
AGAIN = ("office_kept", "re_elected")
"""Kinds that name members elected again."""
MARKS = ("told", "among", "beside", "further", "every")


def given(sections: tuple[Section, ...], templates: dict) -> tuple[Section, ...]:
    """The drafted sections with these marks on the messages they are true of."""
    told: set[str] = set()
    named: set[str] = set()
    # Who is said later to have opened the night is not named in a list before.
    later = {seat for s in sections for m in s.messages if m.kind == "first_declared" for seat in _tells(m) if _names(m, templates)}
    people: set[str] = set()
    moved: set[str] = set()
    emptied: set[str] = set()
    beaten = _beaten_named(sections)
    made = []
    for section in sections:
        if section.kind in COPY:
            messages, before = [], None
            for message in section.messages:
                message = _unnamed(_untold(_unmoved(message, moved), named | later if message.kind == "re_elected" else told), people)
                message = _with(message, "further", message.facts["seat"], templates) if follows(message, before) and before.kind != LEAD \
                    else _told(message, told, templates)
                message = _beside(_among(message, before, beaten), before, templates)
                message = _without_losses(message, emptied)
                if message.facts.get("items") == ():
                    continue  # Everybody in it was told of before.
                messages.append(message)
                told |= _tells(message)
                named |= _tells(message) if _names(message, templates) else set()
                people |= _beaten(message)
                moved |= {message.facts[name].id for name in ("sat_for", "old_seat", "left") if name in message.must}
                emptied |= {message.facts["party"].value.id for name in ("none_left", "whole") if name in message.facts and message.kind in EMPTYING}
                before = message
            section = section._replace(messages=tuple(messages))
        made.append(section)
    made = [section for section in made if section.messages]
    # A heading with nothing left below it goes too.
    return tuple(s for s, after in zip(made, (*made[1:], None), strict=True) if s.kind != "heading" or after and after.kind == "paragraph")


ROLLS = ("re_elected", "others_elected")
"""Kinds that name all who were elected, where few seats are in."""
LISTING = ("newcomers", *ROLLS, "also_beaten")
"""Kinds that name those whom nothing before has, and perhaps nobody."""
TOLD = "everybody in it is told of already"


def settled(choices: Iterable[Choice], sections: tuple[Section, ...]) -> tuple[Choice, ...]:
    """The choices, a list that was left with nobody to name not among the chosen."""
    said = {message.id for section in sections for message in section.messages}
    return tuple(c._replace(chosen=c.message.id in said, why="names the rest" if c.message.id in said else TOLD)
                 if c.message.kind in LISTING and (c.chosen or c.why == TOLD) else c for c in choices)


def _told(message: Message, told: set[str], templates: dict) -> Message:
    seat = message.facts.get("seat")
    if isinstance(seat, Fact) and seat.value.id in told:
        return _with(message, "told", seat, templates)
    return message


EMPTYING = ("lost_to_lead", "largest_loser")
"""Kinds that say, by `none_left` or `whole`, that a party has lost all its seats."""


def _without_losses(message: Message, emptied: set[str]) -> Message:
    """A party shut out, without what it lost where that was told."""
    if message.kind != "shut_out" or "lost_all" not in message.facts or message.facts["party"].value.id not in emptied:
        return message
    return message._replace(facts={name: fact for name, fact in message.facts.items() if name != "lost_all"}, must=())


def _unmoved(message: Message, moved: set[str]) -> Message:
    """Members who changed seats or came back, without those of whom that was told; no `items` where none are left."""
    name = {"moved_seat": "old_seat", "came_back": "left"}.get(message.kind)
    if not name:
        return message
    if "items" in message.facts:
        items = tuple(i for i in message.facts["items"] if i[name].id not in moved)
        return _alone(message, items[0]) if len(items) == 1 else message._replace(facts=message.facts | {"items": items})
    return message._replace(facts=message.facts | {"items": ()}) if message.facts[name].id in moved else message


def _alone(message: Message, item: dict) -> Message:
    """A list that has come down to one: the message says that one."""
    facts = {name: fact for name, fact in message.facts.items() if name not in ("items", *MARKS)} | item
    return message._replace(facts=facts, must=tuple(n for n in ("same_seat",) if n in facts))


def _untold(message: Message, told: set[str]) -> Message:
    """Members new or elected again, without those told of before, new ones as `part` of the count; no `items` where none are left."""
    if message.kind not in ("newcomers", *ROLLS):
        return message
    if "items" not in message.facts:
        return message._replace(facts=message.facts | {"items": ()}) if message.facts["seat"].value.id in told else message
    items = tuple(item for item in message.facts["items"] if item["seat"].value.id not in told)
    words = sum(len(f"{item['winner'].value.name} in {item['seat'].value.name}".split()) for item in items)
    if message.kind in ROLLS and words > NAMED:
        return message._replace(facts=message.facts | {"items": items[:3], "more": message.facts["party"]}, must=("items", "more"))
    if items == message.facts["items"]:
        return message
    if len(items) == 1:
        return _alone(message, items[0])
    if message.kind in ROLLS or "more" in message.facts:
        return message._replace(facts=message.facts | {"items": items})
    return message._replace(facts=message.facts | {"items": items, "part": message.facts["new"]})


NAMED = 26
"""Most words of names and seats in one sentence on members elected again; past that it names three of them."""
OTHERS = 4
"""Most beaten members that a sentence names after the others."""


def _unnamed(message: Message, people: set[str]) -> Message:
    """Beaten members, without those told of before; `every` where nobody was, and none where they are a crowd."""
    if message.kind != "also_beaten":
        return message
    items = tuple(item for item in message.facts["items"] if item["person"].value.id not in people)
    made = message._replace(facts=message.facts | {"items": items if len(items) <= OTHERS else ()})
    if len(items) < message.facts["number"].value:
        return made
    return made._replace(facts=made.facts | {"every": message.facts["member_party"]}, must=("items", "every"))


def _beaten(message: Message) -> set[str]:
    """The beaten members whom the message names."""
    records = [message.facts, *message.facts.get("items", ())]
    found = [r[name] for r in records for name in ("person", "beaten") if name in r and (name == "person" or "beaten" in message.must)]
    return {fact.value.id for fact in found if isinstance(fact, Fact) and fact.unit == "person"}


def _beaten_named(sections: tuple[Section, ...]) -> Counter[str]:
    """By party, how many of its beaten members the sentences name."""
    messages = [m for s in sections if s.kind in COPY for m in s.messages]
    named = {m.facts["person"].value.id: m.facts["member_party"].value.id for m in messages if m.kind == "member_beaten"}
    for message in messages:
        if message.kind == "also_beaten":
            others = {item["person"].value.id for item in message.facts["items"]} - named.keys()
            named |= dict.fromkeys(others if len(others) <= OTHERS else (), message.facts["member_party"].value.id)
    return Counter(named.values())


def _beside(message: Message, before: Message | None, templates: dict) -> Message:
    """Marked where the sentence before gave the same party's part of the seats here, or named members of the same party elected again."""
    if before and message.kind == "re_elected" and before.kind in AGAIN and before.facts["party"].value.id == message.facts["party"].value.id:
        return _with(message, "beside", message.facts["party"], templates)
    return message


def _among(message: Message, before: Message | None, beaten: Counter[str]) -> Message:
    """Marked where the sentence before counted the beaten members of the party that this one stood for, and more than are named."""
    party = message.facts.get("member_party")
    if before and before.kind == "members_beaten_count" and isinstance(party, Fact) and message.kind == "member_beaten" \
            and party.value.id == before.facts["member_party"].value.id and before.facts["beaten"].value > beaten[party.value.id]:
        return message._replace(facts=message.facts | {"among": party})
    return message


def _with(message: Message, name: str, fact: Fact, templates: dict) -> Message:
    """With one more fact, which must be used if any wording that can be had knows of it."""
    facts = message.facts | {name: fact}
    known = any(name in v.uses for v in _sayable(message, facts, templates))
    return message._replace(facts=facts, must=(*message.must, name)) if known else message


def _sayable(message: Message, facts: dict, templates: dict) -> Iterator[Variant]:
    """The wordings that can say the message with these facts, and leave out nothing that must be said."""
    return (v for v in templates.get(message.kind, ())
            if v.needs <= facts.keys() and not v.unless & facts.keys() and v.uses.issuperset(message.must))


def _names(message: Message, templates: dict) -> bool:
    """The message names the winner whichever of its wordings is taken."""
    return "winner" not in message.facts or all("winner" in v.uses for v in _sayable(message, message.facts, templates))


def _tells(message: Message) -> set[str]:
    """The seats whose result the message tells."""
    records = [message.facts, *message.facts.get("items", ())]
    shared = "winner" in message.facts
    return {r["seat"].value.id for r in records if isinstance(r.get("seat"), Fact) and ("winner" in r or shared)}


def joined(section: Section, sentences: list[Sentence], used: set[str]) -> list[Sentence]:
    """The sentences of a section, the first of a message that contrasts with the one before opening with a word for it."""
    known = {message.id: message for message in section.messages}
    made: list[Sentence] = []
    for sentence in sentences:
        before = made[-1] if made else None
        apart = before and before.message != sentence.message and _contrast(known[before.message], known[sentence.message])
        word = next((w for w in WORDS if w not in used and f" {w.lower()} " not in before.text), None) if apart else None
        if word and not before.opening and not sentence.text.startswith(WORDS):
            used.add(word)
            sentence = opened(sentence, word)
        made.append(sentence)
    return made


def opened(sentence: Sentence, word: str) -> Sentence:
    """The sentence after an opening word: a name keeps its capital, and an article before it gives it up."""
    text, first = sentence.text, next((s for s in sentence.spans if s.start == 0), None)
    if first is None or text.startswith(("The ", "A ", "An ", "In ")):
        text = text[0].lower() + text[1:]
    shift = len(word) + 1
    return sentence._replace(text=f"{word} {text}", opening=word,
                             spans=tuple(Span(s.start + shift, s.end + shift, s.fact) for s in sentence.spans))


WORDS_FOR = frozenset("no one two three four five six seven eight nine ten both".split())
LABELS = ("independent", "independents")
"""What a party's fact prints in small letters and is its name all the same."""
TALLIED = ("/gains", "/losses", "/gained", "/lost")
"""Kinds of facts that a lead must not leave out where the headline counts by them."""
CHANGED = "/changed"
"""Where one party lost all that changed hands, its losses stand for this."""


def repeated(headline: Sentence, lead: Sentence) -> int:
    """How much of the headline the lead says again: nought where it is under half of the headline's own words, and no run.

    Figures, names and the seats that are counted are no words of its own.
    """
    theirs, ours = _words(headline), _words(lead)
    again = {level(word) for word, _ in ours}
    own = [word for word, fact in theirs if not fact and word not in FUNCTION and level(word) != COUNTED]
    shared = sum(level(word) in again for word in own)
    run = len(longest_run([level(w) for w, _ in theirs], [level(w) for w, _ in ours]))
    told = {span.fact for span in lead.spans}
    missing = sum(span.fact.rpartition("/")[0].endswith(TALLIED) and span.fact not in told for span in headline.spans)
    missing += any(s.fact.endswith(CHANGED) for s in headline.spans) and not any(CHANGED in fact or "/losses/" in fact for fact in told)
    return 3 * missing + max(0, run - RUN) + (shared if shared and shared * 2 >= len(own) else 0)


def _words(sentence: Sentence) -> list[tuple[str, bool]]:
    """(word, whether it is of a fact) of each word."""
    found, position = [], 0
    for token in sentence.text.split():
        start = sentence.text.index(token, position)
        position = start + len(token)
        word = token.strip(".,;:'\"").lower()
        if word:
            inside = any(s.start <= start < s.end for s in sentence.spans)
            # A verb or noun that agrees with a party or count is printed by its fact, and is a word all the same.
            plain = token.strip(".,;:'\"")
            found.append((word, inside and not (plain.isalpha() and plain.islower() and plain not in WORDS_FOR and plain not in LABELS)))
    return found
