"""Pronouns: a sentence that opens with the one person of the sentence before says he or she."""

from ..model.text import Sentence, Span
from ..model.world import Person

WORDS = {"M": ("He", "His"), "F": ("She", "Her")}


def with_pronouns(sentences: list[Sentence], facts: dict) -> list[Sentence]:
    """The sentences of a paragraph, the record having the person's gender and nobody else standing between."""
    made: list[Sentence] = []
    for sentence in sentences:
        before = _people(made[-1], facts) if made else {}
        opens = next((s for s in sentence.spans if s.start == 0), None)
        person = facts[opens.fact].value if opens and isinstance(facts[opens.fact].value, Person) else None
        if person and set(before) == {person.id} and _people(sentence, facts).keys() == {person.id} and person.gender in WORDS:
            sentence = _said(sentence, opens, person)
        made.append(sentence)
    return made


def _people(sentence: Sentence, facts: dict) -> dict[str, Person]:
    return {facts[s.fact].value.id: facts[s.fact].value for s in sentence.spans if isinstance(facts[s.fact].value, Person)}


def _said(sentence: Sentence, opens: Span, person: Person) -> Sentence:
    name = sentence.text[:opens.end]
    he, his = WORDS[person.gender]
    owns = name.endswith(("'s", "’s"))
    if not owns and sentence.text[opens.end:].startswith((",", " (")):
        # A pronoun takes no clause or bracket after it.
        return sentence
    word = his if owns else he
    shift = len(word) - opens.end
    spans = tuple(Span(0, len(word), s.fact) if s is opens else Span(s.start + shift, s.end + shift, s.fact) for s in sentence.spans)
    return sentence._replace(text=word + sentence.text[opens.end:], spans=spans)
