"""What is said: facts with their proof, messages, the plan, and the article with its spans."""

from typing import Any, NamedTuple


class Source(NamedTuple):
    """Rows of a table of the record, by line number, and the column read."""

    table: str
    digest: str
    rows: tuple[int, ...]
    column: str = ""


class Fact(NamedTuple):
    """One thing known.  `id` is subject/kind; `working` shows the sum; it has sources or inputs.

    Made in `facts/` alone, through `facts.make`, which refuses one without a source.
    """

    id: str
    kind: str
    value: Any
    unit: str
    working: str = ""
    inputs: tuple["Fact", ...] = ()
    sources: tuple[Source, ...] = ()


class Mark(NamedTuple):
    """Something notable about a seat, with the facts that made it true."""

    name: str
    facts: tuple[Fact, ...]


class Outcome(NamedTuple):
    """Exactly one change, and any marks.  `lost_by` is the party a gain was taken from."""

    seat: str
    change: str
    winner: str | None
    lost_by: str | None
    marks: tuple[Mark, ...]

    def mark(self, name: str) -> Mark | None:
        return next((mark for mark in self.marks if mark.name == name), None)


class Weight(NamedTuple):
    """Newsworthiness, a number with its reasons: (what, how much)."""

    total: float
    reasons: tuple[tuple[str, float], ...] = ()


class Message(NamedTuple):
    """Something worth saying.  `facts` are named as templates name them; `claims` are words it may use.

    `must` names the facts without which the story would be lost, `seats` the seats it tells of;
    messages of one kind and `group` may be aggregated.  `about` are ids of the people and places that it is to follow.

    A value in `facts` is a Fact, or a tuple of records (dicts of Facts) for a list.
    """

    kind: str
    subject: str
    facts: dict
    weight: Weight = Weight(0.0)
    claims: tuple[str, ...] = ()
    part: str = ""
    group: str = ""
    must: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.subject}"


class Choice(NamedTuple):
    """What the planner did with a message, and why; for `explain`."""

    message: Message
    chosen: bool
    why: str


class Section(NamedTuple):
    """A planned block before wording: kind of block, id, messages in order."""

    kind: str
    id: str
    messages: tuple[Message, ...]


class Plan(NamedTuple):
    """The article decided: sections in order, and every choice with its reason.

    `drafted` are the sections before it was settled what the reader of each has been told already; `told_in_copy` the
    seats that changed hands where no list has them, so that the copy tells of each.
    """

    sections: tuple[Section, ...]
    choices: tuple[Choice, ...]
    night: str
    drafted: tuple[Section, ...] = ()
    told_in_copy: frozenset[str] = frozenset()


class Span(NamedTuple):
    """Characters start..end of a sentence that render a fact."""

    start: int
    end: int
    fact: str


class Sentence(NamedTuple):
    """One sentence of an article, with the wording it is of; `opening` is the connective that joins it to the one before.

    `alone` is what it says where those before it are taken out, blank where that is the same, and `named` the names that
    only then stand in full.
    """

    id: str
    text: str
    message: str
    spans: tuple[Span, ...] = ()
    variant: str = ""
    opening: str = ""
    alone: str = ""
    named: tuple[str, ...] = ()


class Cell(NamedTuple):
    text: str
    fact: str = ""


LISTED = ("list", "links")
"""Blocks of items, with a caption that is a sentence too."""


class Block(NamedTuple):
    """A headline, standfirst, heading, paragraph, list, table, picture, links, correction or method note.

    A list's caption is also a sentence, `title`.

    A picture has one of `addresses` and its `alt`; links have an address to each sentence.
    """

    kind: str
    id: str
    sentences: tuple[Sentence, ...] = ()
    caption: str = ""
    title: Sentence | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    addresses: tuple[Cell, ...] = ()
    alt: Cell | None = None

    @property
    def text(self) -> str:
        return (" " if self.kind not in LISTED else "\n").join(s.text for s in self.sentences)


class Correction(NamedTuple):
    """A declared figure, name, party or winner that was given otherwise before: a dated line, and what it was and is.

    `what` is winner, party, name, majority, votes, turnout or second; `facts` are named as the template has them.
    `text` is the line as printed, `fact` the id of the fact corrected, `was` and `now` its words.
    """

    id: str
    what: str
    date: str
    top: bool
    facts: dict
    text: str = ""
    fact: str = ""
    was: str = ""
    now: str = ""


class Withdrawn(NamedTuple):
    """A declared figure, person or party that an earlier version printed and this one does not.

    `of` is the id that the fact had, `fact` the same under an id of its own, `words` those it was printed in; `who` the
    candidate whose votes they are, blank for all else.
    """

    of: str
    fact: Fact
    words: tuple[str, ...] = ()
    who: str = ""


class Article(NamedTuple):
    """The finished write-up, every printed fact traceable to its working and source; `held` are the reasons to ask a lawyer first.

    `rehearsal` says by which mark it was written from test data: then it must never be published.  `withdrawn`, and
    `counted`, a digest of which seats have figures, are no part of the text nor of the JSON that others read: the next
    version's corrections compare with them.
    """

    id: str
    kind: str
    election: str
    subject: str
    subject_name: str
    date: str
    as_of: str | None
    stage: str
    baseline: dict | None
    length: str
    language: str
    blocks: tuple[Block, ...]
    facts: dict = {}
    inputs: tuple = ()
    corrections: tuple = ()
    byline: str = ""
    held: tuple[Cell, ...] = ()
    rehearsal: str = ""
    withdrawn: tuple[Withdrawn, ...] = ()
    counted: str = ""

    def block(self, kind: str) -> Block | None:
        return next((block for block in self.blocks if block.kind == kind), None)

    def every_fact(self) -> dict[str, Fact]:
        """The facts by id, and whatever they were worked out from, down to the sources."""
        found: dict[str, Fact] = {}
        waiting = list(self.facts.values())
        for fact in waiting:
            if fact.id not in found:
                found[fact.id] = fact
                waiting += fact.inputs
        return found

    @property
    def headline(self) -> str:
        block = self.block("headline")
        return block.text if block else ""

    @property
    def standfirst(self) -> str:
        block = self.block("standfirst")
        return block.text if block else ""
