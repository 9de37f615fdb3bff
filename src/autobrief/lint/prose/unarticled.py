"""Parties that are never without their article in a whole sentence: “cost Liberal Democrats a leader”, “gains that Conservatives made”."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon, alternatives
from .patterns import every
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
WHOLE = frozenset({"Liberal Democrats", "Lib Dems"})
"""Never without an article inside a sentence; the other parties' names only after some words, for they are their members too."""
GOVERNS = frozenset("by to from that for with against behind than over in after before until since while where when because although though "
                    "whereas".split())
AGENT = frozenset("by to from".split())
HANDS = frozenset("defeat expense ahead front place favour hands gains loss losses instead part collapse".split())
"""After these “of” governs the party and counts no members."""
FOR_MEMBERS = frozenset("night result results news day year time trouble hope blow vote votes voted voting good bad chance best worst room "
                        "case".split())
"""Before “for” these speak of members: a great night for Liberal Democrats."""
PARTLY = frozenset("number many few some more fewer most half third quarter dozens hundreds thousands majority handful group generation".split())
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
        if name not in names or tags[at].word.owner or quoted(passage.text, tags[at].word.at):
            continue
        if _asks(tags, at) or _stands_bare(tags, at, lexicon):
            yield Found(tags[at].word.at, f"write “the {name}”")
    for found in _told_by_shape(text, lexicon):
        if not quoted(passage.text, found.at):
            yield found


def _told_by_shape(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Stays with Conservatives; Labour lost 15 points and Conservatives gained 8; it was Conservatives' by 4,000; for SNP, which."""
    many = alternatives(lexicon.articled & lexicon.many)
    one = alternatives(lexicon.one)
    for pattern in (rf"\b(?:stays|stayed|remains|remained|lies) with (?P<name>{many})(?=\s*[.,;])",
                    rf"\b(?:largest|smallest|biggest|elected again|also lost|also won|lost|stood|sits|sat) for (?P<name>{many})(?=\s*[.,;]|"
                    rf" (?:was|since|came|in|were)\b)",
                    rf"\bfrom (?P<name>{many}) (?=(?:came|were|included|was) )",
                    rf"\b{one} (?:lost|won|gained|fell|rose|took)\b [^.;]{{0,60}} and (?P<name>{many}) (?=(?:lost|won|gained|fell|rose|"
                    rf"took) (?:by )?\d)",
                    rf"\b(?:was|is|were) (?P<name>{many})['’] (?=by |until |for |in )",
                    rf"; (?P<name>{many})['’] (?=(?:fell|rose|was|by) )",
                    r"(?:^|(?<=[.?!;] ))For (?P<name>SNP|DUP|SDLP|UUP|TUV)(?=,| (?:it|the|this)\b)",
                    rf"(?:^|(?<=[.?!;] ))(?P<name>{many}), (?=who had |which had |with \d)"):
        for found in every(pattern, text):
            yield Found(found.start("name"), f"write “the {found['name']}”")


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


def _stands_bare(tags: tuple[Tag, ...], at: int, lexicon: Lexicon) -> bool:
    """“In Eastleigh, Liberal Democrats have”, “are now held by Liberal Democrats, who”, “lost by Liberal Democrats to the Conservatives”."""
    before, after = tags[at - 1], tags[at + 1]
    name = tags[at].word.said.replace("_", " ")
    start = max((n + 1 for n in range(at) if tags[n].low in (".", "?", "!", ";", ":")), default=0)
    if start == at or _in_a_pair(tags, at, lexicon) or after.kind in ("name", "noun", "own") or after.low in ("-", "’", "'", "like", "alike"):
        return False
    if name not in WHOLE:
        return before.low in AGENT and before.kind in ("p", "to") and _moved(tags[start:at - 1])
    if before.low == "of":
        return tags[at - 2].low in HANDS
    if before.low == "than":
        return not any(tag.low in PARTLY for tag in tags[start:at])
    if before.low == "by" and tags[at - 2].kind in ("pastpart", "past", "part"):
        # "11 of them won by Liberal Democrats": so many members.
        return any(tag.kind == "be" for tag in tags[max(start, at - 5):at - 2])
    if before.low == "for" and tags[at - 2].low in FOR_MEMBERS:
        return False
    if before.low in GOVERNS:
        return after.low != "who"
    goes_on = after.kind in FINITE or after.kind in ("pastpart", "base", "nv") or after.kind == "adv" and tags[at + 2].kind in FINITE | {"pastpart"}
    if before.low == ",":
        return goes_on and not any(tag.kind in FINITE or tag.low in ("(", ",") for tag in tags[start:at - 1])
    return before.low in ("and", "but") and goes_on and any(tag.kind in FINITE | {"pastpart"} for tag in tags[start:at - 1])


def _moved(front: tuple[Tag, ...]) -> bool:
    """Whether a seat or votes passed: “held by Conservatives”, and no talk to members."""
    return any(tag.low in CHANGES for tag in front)


CHANGES = RESULTS | frozenset(
    "won lost held gained took taken kept retained regained beaten defeated fell switched changed moved overtaken ousted unseated".split())


def _in_a_pair(tags: tuple[Tag, ...], at: int, lexicon: Lexicon) -> bool:
    """“Conservatives and Liberal Democrats”, “Labour, Liberal Democrats and Greens”, “between Liberal Democrats and Labour”."""
    parties = lexicon.one | lexicon.many | lexicon.adjectives | {"Independents", "independents"}

    def party(n: int) -> bool:
        return 0 <= n < len(tags) and tags[n].word.said.replace("_", " ") in parties

    joins = ("and", "or", ",", "nor", "to", "from", "versus", "v", "but", "not", "/", "than", "against")
    return tags[at - 1].low in joins and party(at - 2) or tags[at + 1].low in joins and (
        party(at + 2) or tags[at + 2].low == "and" and party(at + 3)) or tags[at - 1].low in ("between", "among", "both")
