"""A party and what it owns, a person and what the relative clause says: its, their, who has."""

from collections.abc import Iterator

from .agreement import EITHER
from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, search
from .registry import FULL, Found, rule
from .tagging import tags_of
from .verbs import TO_ONE

OWNED = r"(?:(?:overall |Commons |local |own |slim |narrow )?majority|vote share|share of the vote|deposit|lead|grip|support)"
LOST = r"(?:lost|increased|doubled|trebled|extended|defended|retained|kept|improved|saw|built on|strengthened|held on to|squandered|threw away|" \
    r"lose|loses|losing|increase|increases|has lost|has increased|has doubled)"
OF_A_PARTY = frozenset(
    "tally total majority majorities share vote lead leader deputy deposit deposits candidates manifesto support supporters strongholds targets "
    "representation grip hold ranks footing campaign presence number fortunes standing losses gains record best worst lowest highest own".split())
"""What “its” and “their” may mean of a party, where nothing else has been named."""
BETWEEN = frozenset("have adv past pastpart part base third to ing p nv nsv be modal sub num".split())


@rule("pronoun", kinds=FULL)
def pronoun(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“The Conservatives lost its majority”, “Labour increased their majority”, “Ms Smith, who have”, “Labour and its voters, who has”."""
    text = passage.text
    opens = r"(?:^|(?<=[.?!;] )|(?<=\bwhile )|(?<=\bbut )|(?<=\bthat )|(?<=, and )|(?<=\b[Ww]here )|(?<=, ))"
    for found in every(rf"{opens}(?:[Tt]he )?{alternatives(lexicon.many)} (?:have |also |now |had )?{LOST} (its)(?= {OWNED}\b)", text):
        if not quoted(text, found.start()):
            yield Found(found.start(1), "the party is plural: write “their”")
    for found in every(rf"{opens}(?:[Tt]he )?{alternatives(lexicon.one)} (?:has |also |now |had )?{LOST} (their)(?= {OWNED}\b)", text):
        if not quoted(text, found.start()):
            yield Found(found.start(1), "the party takes the singular: write “its”")
    yield from _far(passage, lexicon)
    for found in every(r"(?:(?<=[a-z], )|(?<=, ))(whom) (?:won|lost|held|has|had|is|was|gained|took|kept|beat)\b", text):
        yield Found(found.start(1), "write “who”")
    for found in every(rf"(?:^|(?<=[.?!] )){alternatives(lexicon.given)} [A-Z][\w'’-]+(,) (?:held|won|lost|gained|took|kept|beat|polled) "
                             rf"(?=on\b|[A-Z]|the\b|by\b|\d)"
                             r"[^,]*$", text):
        yield Found(found.start(1), "no comma between a name and its verb: take it out")
    person = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|" \
        rf"{alternatives(lexicon.given)} [A-Z][\w'’-]+)"
    for found in every(rf"(?<![\w'’-]){person}, who (have|are|were)\b", text):
        if not search(r"(?:\band|\bor|,|\bboth|\bof) (?:the )?$", text[:found.start()]) and not quoted(text, found.start()):
            yield Found(found.start(1), f"only one: write “{TO_ONE[found[1]]}”")


def _far(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“The Liberal Democrats have more than quadrupled its tally”: nothing but verbs between a party and what it owns."""
    tags = tags_of(passage.text, lexicon)
    for at, tag in enumerate(tags):
        said = tag.word.said.replace("_", " ")
        many = said in lexicon.many
        if not many and said not in lexicon.one - frozenset(EITHER) or tag.word.owner or quoted(passage.text, tag.word.at):
            continue
        start = at - (at > 0 and tags[at - 1].low == "the")
        if start and tags[start - 1].low not in (".", "?", "!", ";", "but", "while", "that"):
            continue
        end = at + 1
        while end < len(tags) and (tags[end].kind in BETWEEN or tags[end].low in ("more", "than")):
            end += 1
        if end > at + 1 and end + 1 < len(tags) and tags[end].low == ("its" if many else "their") and tags[end + 1].low in OF_A_PARTY:
            yield Found(tags[end].word.at, f"the party {'is plural: write “their”' if many else 'takes the singular: write “its”'}")
