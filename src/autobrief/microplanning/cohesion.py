"""Cohesion: what the reader has been told already, and how a sentence is joined to the one before it.

A message whose seat and winner an earlier one told has the fact `told`, and one that picks a member out of a
count just given has `among`: wordings ask for them by name.  A sentence that stands against its neighbour opens
with a word that says so, each such word once an article.
"""

from ..counting import COUNTED, RUN, longest_run
from ..model.text import Fact, Message, Section, Sentence, Span

COPY = ("lead", "paragraph")
CONTRASTS = {
    ("majority_cut", "majority_grown"), ("majority_grown", "majority_cut"), ("majorities_all", "majority_grown"),
    ("defector_lost", "defector_won"), ("defector_won", "defector_lost"), ("gains_lead", "against_the_tide"),
    ("largest_loser", "against_the_tide"), ("ground_left", "against_the_tide"), ("votes_and_seats", "shut_out"),
}
"""Kinds that say opposite things, in reading order."""
WORDS = ("But", "By contrast,")


def given(sections: tuple[Section, ...], templates: dict) -> tuple[Section, ...]:
    """The sections with `told` and `among` on the messages they are true of."""
    told: set[str] = set()
    made = []
    for section in sections:
        if section.kind in COPY:
            messages, before = [], None
            for message in section.messages:
                messages.append(_among(_told(message, told, templates), before, templates))
                told |= _tells(message)
                before = message
            section = section._replace(messages=tuple(messages))
        made.append(section)
    return tuple(made)


def _told(message: Message, told: set[str], templates: dict) -> Message:
    seat = message.facts.get("seat")
    if isinstance(seat, Fact) and seat.value.id in told:
        return _with(message, "told", seat, templates)
    return message


def _among(message: Message, before: Message | None, templates: dict) -> Message:
    """Marked where the sentence before counted the beaten members of the party that this one stood for."""
    party = message.facts.get("member_party")
    if before and before.kind == "members_beaten_count" and isinstance(party, Fact) and message.kind == "member_beaten" \
            and party.value.id == before.facts["member_party"].value.id:
        return message._replace(facts=message.facts | {"among": party})
    return message


def _with(message: Message, name: str, fact: Fact, templates: dict) -> Message:
    """With one more fact, which must be used if any wording that can be had knows of it."""
    facts = message.facts | {name: fact}
    known = any(name in v.uses and v.needs <= facts.keys() and not v.unless & facts.keys() and v.uses.issuperset(message.must)
                for v in templates.get(message.kind, ()))
    return message._replace(facts=facts, must=(*message.must, name)) if known else message


def _tells(message: Message) -> set[str]:
    """The seats whose winner the message names."""
    records = [message.facts, *message.facts.get("items", ())]
    shared = "winner" in message.facts
    return {r["seat"].value.id for r in records if isinstance(r.get("seat"), Fact) and ("winner" in r or shared)}


def joined(section: Section, sentences: list[Sentence], used: set[str]) -> list[Sentence]:
    """The sentences of a section, the first of a message that contrasts with the one before opening with a word for it."""
    kinds = {message.id: message.kind for message in section.messages}
    made: list[Sentence] = []
    for sentence in sentences:
        before = made[-1] if made else None
        pair = (kinds[before.message], kinds[sentence.message]) if before and before.message != sentence.message else None
        word = next((w for w in WORDS if w not in used), None) if pair in CONTRASTS else None
        if word and not sentence.text.startswith(WORDS):
            used.add(word)
            sentence = opened(sentence, word)
        made.append(sentence)
    return made


def opened(sentence: Sentence, word: str) -> Sentence:
    """The sentence after an opening word: a name keeps its capital, and "The" of a party or place gives it up."""
    text, first = sentence.text, next((s for s in sentence.spans if s.start == 0), None)
    if first is None or text.startswith("The ") or text.startswith("In "):
        text = text[0].lower() + text[1:]
    shift = len(word) + 1
    return sentence._replace(text=f"{word} {text}", opening=word,
                             spans=tuple(Span(s.start + shift, s.end + shift, s.fact) for s in sentence.spans))


STEM = 4
WORDS_FOR = frozenset("no one two three four five six seven eight nine ten both".split())
SMALL = frozenset("a an and as at by for from has have in is its it of on so the to was were with".split())
TALLIED = ("/gains", "/losses", "/gained", "/lost")
"""Kinds of facts that a lead must not leave out where the headline counts by them."""


def repeated(headline: Sentence, lead: Sentence) -> int:
    """How much of the headline the lead says again: nought where it is half of the headline's own words or fewer, and no run.

    Figures, names and the seats that are counted are no words of its own.
    """
    theirs, ours = _words(headline), _words(lead)
    own = [word for word, fact in theirs if not fact and word not in SMALL and word != COUNTED]
    shared = sum(word in {w for w, _ in ours} for word in own)
    run = len(longest_run([w for w, _ in theirs], [w for w, _ in ours]))
    told = {span.fact for span in lead.spans}
    missing = sum(span.fact.rpartition("/")[0].endswith(TALLIED) and span.fact not in told for span in headline.spans)
    return 3 * missing + max(0, run - RUN) + (shared if own and shared * 2 > len(own) and shared > 1 else 0)


def _words(sentence: Sentence) -> list[tuple[str, bool]]:
    """(stem, whether it is of a fact) of each word."""
    found, position = [], 0
    for token in sentence.text.split():
        start = sentence.text.index(token, position)
        position = start + len(token)
        word = token.strip(".,;:'\"").lower()
        if word:
            inside = next((sentence.text[s.start:s.end] for s in sentence.spans if s.start <= start < s.end), "")
            # A verb that agrees with a party is printed by its fact, and is a word all the same.
            found.append((word[:STEM], bool(inside) and not (inside.isalpha() and inside.islower() and inside not in WORDS_FOR)))
    return found
