"""An article as somebody edits it: pieces in parts, each remembering what it was; and articles with results altered."""

from dataclasses import dataclass, field

from articles import the_stylebook, written

from autobrief.formats.markdown import front_matter
from autobrief.grammar import spelled
from autobrief.merging.pieces import Form, parts
from autobrief.pipeline import decide, finish


@dataclass
class Bit:
    """One piece: `id` of the base, "" for an addition; `state` is same, edited or added."""

    text: str
    id: str = ""
    state: str = "same"


@dataclass
class Stretch:
    """One part of the file."""

    form: Form
    bits: list[Bit] = field(default_factory=list)


class Document:
    """The file that a human has open."""

    def __init__(self, article):
        self.front = front_matter(article)
        self.stretches = [Stretch(part.form, [Bit(piece.text, piece.id) for piece in part.pieces]) for part in parts(article)]
        self.deleted: list[Bit] = []

    def text(self) -> str:
        whole = [s.form.before + s.form.between.join(bit.text for bit in s.bits) + s.form.after for s in self.stretches if s.bits]
        return "\n\n".join([self.front, *whole]) + "\n"

    def bits(self) -> list[Bit]:
        return [bit for stretch in self.stretches for bit in stretch.bits]

    def of_kind(self, *kinds: str) -> list[Stretch]:
        return [s for s in self.stretches if s.form.kind in kinds and s.bits]

    def copy(self) -> list[Stretch]:
        """Paragraphs of sentences, the standfirst and the notes at the end left out."""
        return [s for s in self.of_kind("prose") if not s.form.before]


def altered(assigned, seats: int, add: int = 3000):
    """The same assignment with the runner-up's votes raised in so many of its declared seats."""
    found, left = [], seats
    for contest in assigned.contests:
        if left and contest.counted and len(contest.candidacies) > 1 and not contest.official_first.startswith("Spk"):
            left -= 1
            first, second, *rest = contest.candidacies
            standing = sorted((first, second._replace(votes=second.votes + add), *rest), key=lambda c: -c.votes)
            contest = contest._replace(candidacies=tuple(standing), electorate=contest.electorate and contest.electorate + add)
        found.append(contest)
    return assigned._replace(contests=tuple(found))


def write(assigned):
    findings, planned = decide(assigned, the_stylebook())
    return finish(assigned, the_stylebook(), findings, planned), planned


def article(**asked):
    return written(**asked)[3]


THREE = dict(region="midlands", election="ge2019", as_of="2019-12-13T03:00")


def told(message: str, asked=THREE) -> str:
    """What the file says for a message, or for a block of one place such as the lead."""
    found = [piece.text for part in parts(article(**asked)) for piece in part.pieces if message in (piece.message, piece.block)]
    assert found, message
    return " ".join(found)


def more(text: str) -> str:
    """The sentence with an editor's words at its end."""
    return f"{text.removesuffix('.')}, as our reporter saw."


def number(words: str) -> int | str:
    """The number that a flag's words say, in figures or in letters, else the words."""
    spelt = {spelled(n): n for n in range(1000)}
    found = [spelt.get(word.lower()) or int(word) for word in words.replace(",", "").split() if word.isdigit() or word.lower() in spelt]
    return found[0] if found else words
