"""Parties that are never without their article in a whole sentence: “cost Liberal Democrats a leader”, “gains that Conservatives made”."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .registry import FULL, Found, rule
from .tagging import FINITE, Tag, tags_of

PEOPLE = frozenset(
    "elect elects elected electing return returns returned returning become becomes became remain remains remained include includes included "
    "including call calls called name named choose chose chosen make makes made defeated sitting losing winning outgoing vote voted voting votes "
    "turn turned former lapsed leading standing surviving beaten remaining say says said think thinks thought unite divide divided united".split())
"""After these members of a party may be meant: “returned Liberal Democrats”."""
RESULTS = frozenset(
    "gain gains loss losses hold holds seat seats majority lead swing swings win victory defeat points votes ahead second third went passed".split())
AFTER_RESULT = frozenset("for to from behind over against".split())
CLAUSE = frozenset("that which when where while because although though if after before since until".split())


@rule("no-party-article", kinds=FULL)
def without_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Pushing Liberal Democrats into second place”, “two gains that Conservatives made”, “a gain for Conservatives.”, in whole sentences."""
    text = passage.text.rstrip()
    names = lexicon.articled & lexicon.many
    if not text.endswith((".", "!", "?", "”", '"')) or not any(name in text for name in names):
        return
    tags = tags_of(passage.text, lexicon)
    for at in range(1, len(tags) - 1):
        name = tags[at].word.said.replace("_", " ")
        if name in names and not tags[at].word.owner and _asks(tags, at) and not quoted(passage.text, tags[at].word.at):
            yield Found(tags[at].word.at, f"write “the {name}”")


def _asks(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether the party stands where a verb, a clause or a result needs it, and is none of a bare pair."""
    before, after = tags[at - 1], tags[at + 1]
    if before.low == "and" and after.kind == "num" and tags[at - 2].kind in ("num", "noun") and any(tag.kind == "num" for tag in tags[:at]):
        # "Labour has three and Conservatives two."
        return True
    if after.low in ("and", "or", ",", "alike", "-", "’", "'", "who", "like") or tags[max(0, at - 2)].low in ("and", "or"):
        return False
    if before.low in CLAUSE and before.kind in ("rel", "sub"):
        return after.kind in FINITE | {"pastpart"} and (before.low != "after" or after.kind != "pastpart")
    if before.low in AFTER_RESULT and before.kind in ("p", "to"):
        return at > 1 and tags[at - 2].low in RESULTS and after.low in (".", ";", "in", "at", "on", "since", "by", "with", "after")
    if before.low == "cost":
        return after.kind in ("det", "num", "own") or after.low == "dear"
    return before.kind in ("ing", "past", "pastpart", "third", "base") and before.low not in PEOPLE and (
        after.kind in ("det", "num", "own") or after.low in ("into", "in", "by", "to", "from", "with", "on", "back", "down", "out", ".", ";"))
