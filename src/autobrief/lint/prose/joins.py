"""Sentences and names side by side with nothing that joins them: a stop, a comma or an “and” that is missing."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .registry import FULL, Found, rule
from .tagging import FINITE, Tag, tags_of

STOPS = frozenset('. ? ! ; : — – ( ) " “ ”'.split())
TAKES_CLAUSE = frozenset(
    "say says said saying think thinks thought thinking believe believes believed know knows knew known hope hopes hoped hoping fear fears "
    "feared show shows showed "
    "shown mean means meant meaning suggest suggests suggested claim claims claimed admit admits admitted insist insists insisted argue argues "
    "argued expect expects "
    "expected feel feels felt find finds found understand understands understood see sees saw seen hear hears heard tell tells told assume assumes "
    "assumed ensure ensures ensured prove proves proved reveal reveals revealed report reports reported warn warns warned predict predicts "
    "predicted agree agrees agreed accept accepts accepted decide decided realise realised remember remembered confirm confirms confirmed "
    "announce announced "
    "promise promised vow vowed concede conceded estimate estimated clear likely sure certain confident glad sorry wish wishes wished forecast guess "
    "bet stress stressed reckon reckons reckoned note notes noted that once every everywhere moment day time way reason year "
    "wonder wondered doubt pity chance evidence proof".split()
)
PERSONAL = frozenset("it he she they we".split())


@rule("joins", kinds=FULL)
def joins(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“Turnout was down the Liberal Democrats were third”, “Colin Rallings Michael Thrasher”, “Labour the Conservatives and the SNP”."""
    tags = tags_of(passage.text, lexicon)
    start = 0
    for at in range(len(tags) + 1):
        if at == len(tags) or tags[at].low in STOPS and not (tags[at].low == "." and at + 1 < len(tags) and tags[at + 1].word.said.islower()):
            if at - start > 5:
                found = _second_clause(tags, start, at)
                if found is not None and not quoted(passage.text, tags[found].word.at):
                    yield Found(tags[found].word.at, "another sentence begins here: write a full stop or what joins the two")
            start = at + 1
    yield from _side_by_side(tags, lexicon)


def _second_clause(tags: tuple[Tag, ...], start: int, end: int) -> int | None:
    """Where a clause with a subject and a verb of its own begins, without a word or a comma between it and the first."""
    first = _verb(tags, start, end)
    if first is None or _verb_opens(tags, start, first):
        return None
    for at in range(first + 2, end - 1):
        if (
            tags[at].kind in ("rel", "sub", "cc")
            or tags[at].low in TAKES_CLAUSE
            or tags[at].low in ("than", "as", "since", "after", "before", "until")
        ):
            if tags[at].low not in ("since", "after", "before", "until") or at + 1 < end and tags[at + 1].kind != "num":
                return None
            continue
        verb = _subject(tags, at, end)
        if tags[at].low == ",":
            return None
        if verb is None or tags[first].low in TAKES_CLAUSE:
            continue
        before = tags[at - 1]
        if (
            before.kind in ("num", "adv", "name")
            and before.low not in ("one", "then", "there", "so", "only", "not", "also", "now", "still")
            or before.kind in ("noun",)
            and tags[verb].kind == "be"
            and verb + 1 < end
            and tags[verb + 1].kind in ("det", "num", "adv")
            and tags[verb + 1].low != "one"
            and before.low not in ("one", "ones")
            and tags[at].kind in ("pron", "det", "own")
            and any(tag.kind in ("noun", "num") for tag in tags[verb + 2 : end])
        ):
            if (
                before.kind == "name"
                and tags[at].kind in ("name",)
                or before.kind == "num"
                and tags[at].kind == "name"
                and tags[at - 2].low in ("in", "by", "since")
            ):
                return None
            return at
    return None


def _verb(tags: tuple[Tag, ...], start: int, end: int) -> int | None:
    """The verb of the clause that opens here: finite beyond doubt, or a past form straight after its subject."""
    for at in range(start + 1, end):
        if tags[at].kind in ("rel", "sub", "cc") or tags[at].low == ",":
            return None
        if tags[at].kind in FINITE - {"modal"} or tags[at].kind == "modal" and tags[at].low not in ("will", "may", "might", "can", "must"):
            return at
        if tags[at].kind == "pastpart":
            return at if tags[at - 1].kind in ("name", "pron") or at == start + 1 and tags[start].kind in ("noun", "nv") else None
        if tags[at].kind in ("base", "ing", "to", "part"):
            return None
    return None


def _verb_opens(tags: tuple[Tag, ...], start: int, verb: int) -> bool:
    """Questions, and “Had Reform not stood”, begin otherwise."""
    return (
        verb == start
        or tags[start].kind in ("rel", "sub")
        or tags[start].low in ("the", "had", "were", "should")
        and any(tag.word.low in ("more", "less", "fewer", "day", "moment", "time", "way") for tag in tags[start:verb])
    )


def _subject(tags: tuple[Tag, ...], at: int, end: int) -> int | None:
    """The verb of a clause whose subject begins here: a pronoun, a noun with its article, a party or a person."""
    tag = tags[at]
    n = at + 1
    if tag.kind == "pron" and tag.low in PERSONAL:
        pass
    elif tag.kind in ("det", "own") and tag.low in ("the", "its", "his", "her", "their", "this"):
        while n < end and tags[n].kind in ("adj", "own"):
            n += 1
        if n >= end or tags[n].kind not in ("noun", "nv", "name", "nsv"):
            return None
        while n < end and tags[n].kind == tags[n - 1].kind == "name" or n < end and tags[n].kind in ("noun", "name", "nv", "nsv") and n < at + 5:
            n += 1
    elif tag.kind == "name" and tag.number and tags[at - 1].kind != "name":
        while n < end and tags[n].kind == "name":
            n += 1
    else:
        return None
    while n < end and tags[n].kind == "adv" and n < at + 6:
        n += 1
    return n if n < end and tags[n].kind in ("be", "have") else None


def _side_by_side(tags: tuple[Tag, ...], lexicon: Lexicon) -> Iterator[Found]:
    """Two people or two parties without a comma or an “and”."""
    parties = lexicon.one | lexicon.many
    at = 0
    while at < len(tags):
        end = at
        while end < len(tags) and tags[end].kind == "name" and "_" not in tags[end].word.said:
            end += 1
        run = [tag.word.said for tag in tags[at:end]]
        if 4 <= len(run) <= 7 and run[0] in lexicon.given:
            second = next(
                (n for n in range(2, len(run) - 1) if run[n] in lexicon.given and run[n] not in parties and run[n - 1] not in lexicon.given), None
            )
            if second and not any(word in parties or word in lexicon.seats or word in ("MP", "Party", "Sir", "Dame") for word in run):
                yield Found(tags[at + second].word.at, "two people without a comma or an “and” between them")
        at = max(end, at + 1)
    for at in range(1, len(tags) - 3):
        said = tags[at].word.said.replace("_", " ")
        if (
            said in parties
            and tags[at + 1].low == "the"
            and tags[at + 2].word.said.replace("_", " ") in parties
            and tags[at + 3].low in ("and", ",", "or")
        ):
            before = tags[at - 1 - (tags[at - 1].low == "the")]
            if before.kind in ("be", "p", "mark", "rel") or before.low in ("include", "includes", "are"):
                yield Found(tags[at + 1].word.at, "two parties without a comma between them")
