"""A noun that is never without an article, and has none: “won seat”, “in county”, “with majority of 4,000”, “the first”."""

from collections.abc import Iterator

from .clauses import quoted
from .lexicon import Lexicon
from .registry import FULL, Found, rule
from .tagging import FINITE, VERBS, Tag, tags_of

NEVER_BARE = frozenset(
    "seat region constituency county borough majority margin swing lead result contest recount count candidate party by-election electorate "
    "opponent rival winner incumbent predecessor successor stronghold heartland declaration landslide hall centre runner-up referendum total "
    "figure gap exit poll campaign".split()
) - {"exit", "poll", "campaign"}
AS_OBJECT = frozenset(
    "seat region constituency county borough majority margin recount party runner-up gap deposit candidate incumbent stronghold".split()
)
AS_SUBJECT = (NEVER_BARE | frozenset("vote share election member councillor leader minister".split())) - {"swing"}
FREE = {
    "swing": "in",
    "lead": "",
    "party": "by of to from between per on",
    "candidate": "as of for per",
    "majority": "by of",
    "result": "without by for",
    "seat": "by of per",
    "constituency": "by of per",
    "county": "by per",
    "region": "by per",
    "count": "on by",
    "total": "in",
    "centre": "",
    "borough": "by",
    "margin": "on",
    "election": "for of by to on",
}
"""Nouns with the prepositions that they may follow without an article: by seat, in full swing, in total."""
TIMED = frozenset("at since before after until during".split())
"""Before these “election” needs its article."""
NUMBERED = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth largest smallest biggest narrowest closest lowest highest safest "
    "longest youngest oldest fewest".split()
)
OF_THESE = frozenset(
    "attempt woman man person mp party seat win gain defeat majority swing result turnout contest member election declaration region county city "
    "candidate leader loss victory recount share constituency constituencies conservative hold margin".split()
)
NO_OBJECT = frozenset(
    "become becomes became elected named called made declared counting sitting losing winning standing born turned remains remained stays".split())
"""Verbs after which a noun is what somebody is: “elected leader”."""
BETWEEN = frozenset("adj pastpart part".split())


@rule("no-article", kinds=FULL)
def no_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun without its article: “Labour won seat”, “at count in Dudley”, “the first” left out of “becomes first woman to represent”."""
    tags = tags_of(passage.text, lexicon)
    for at, tag in enumerate(tags):
        if quoted(passage.text, tag.word.at):
            continue
        if tag.low in ("recount", "contest", "result") and at and tags[at - 1].kind == "to" and at + 1 < len(tags) and tags[at + 1].kind == "det":
            # An hour to recount the papers: a verb.
            continue
        if tag.kind == "noun" and tag.number == 1 or tag.kind == "nv" and tag.low in NEVER_BARE or tag.kind == "own" and _owner(tag):
            if _bare(tags, at):
                yield Found(tag.word.at, f"“{tag.word.said}” has no article: write “the”, “a” or whose it is")
        if tag.low in NUMBERED and tag.kind == "adj" and _unranked(tags, at):
            yield Found(tag.word.at, f"write “the {tag.word.said}”")


def _owner(tag: Tag) -> bool:
    return tag.word.said.islower() and tag.low[:-2].rstrip("'") in NEVER_BARE


def _bare(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether the noun is a head, nothing determines it, and its place in the sentence asks for that."""
    noun = tags[at].low.removesuffix("'s") if tags[at].kind == "own" else tags[at].low
    start = at
    while start and tags[start - 1].kind in BETWEEN and tags[start - 1].low not in ("last", "next", "more"):
        if tags[start - 1].kind == "pastpart" and start > 1 and tags[start - 2].kind in ("pron", "name", "noun", "rel", "adv", "part"):
            # "She increased party's majority": a verb.
            break
        start -= 1
    while start and tags[start - 1].kind in ("noun", "adj") and tags[start - 1].number != 2 and noun in ("hall", "centre"):
        start -= 1
    before = tags[start - 1] if start else None
    after = tags[at + 1] if at + 1 < len(tags) else None
    if (
        tags[at].kind != "own"
        and after
        and (after.kind in ("noun", "own", "nv", "nsv", "x", "ing") or after.kind == "name" or after.low in ("'", "’", "-", "/"))
    ):
        return False
    if _again(tags, at, noun):
        return False
    if before is None or before.low in (".", "?", "!"):
        return noun in AS_SUBJECT and tags[start].word.capital and (after is None or after.kind != "num") and _main_clause(tags, at)
    if before.kind in ("p", "to") or before.low in TIMED:
        if noun == "election":
            return before.low in TIMED and start < at and tags[start].low == "general"
        return noun in NEVER_BARE and before.low not in FREE.get(noun, "").split() and not _phrase(tags, start, at)
    if (
        before.kind in VERBS - {"be", "have", "do", "modal"}
        and noun in AS_OBJECT
        and before.low not in NO_OBJECT
    ):
        return start == at or before.kind not in ("pastpart", "part")
    if before.kind == "nv" and noun in AS_OBJECT and start == at and start > 1 and tags[start - 2].kind == "name" and tags[start - 2].number == 2:
        return True
    return before.kind == "rel" and before.low in ("where", "when") and noun in AS_OBJECT and after is not None and after.kind in FINITE


def _phrase(tags: tuple[Tag, ...], start: int, at: int) -> bool:
    """In full swing, at short notice; into first place."""
    said = " ".join(tag.low for tag in tags[start - 1 : at + 1])
    return said in ("in full swing", "at parish council", "in common", "from right", "to right", "at county", "to party", "in hung parliament")


def _again(tags: tuple[Tag, ...], at: int, noun: str) -> bool:
    """Seat by seat, from county to county."""
    near = [tag.low for tag in tags[max(0, at - 3) : at + 4]]
    return (
        near.count(noun) > 1 or at + 1 < len(tags) and tags[at + 1].low == "and" and at + 2 < len(tags) and tags[at + 2].kind in ("noun", "nv", "x")
    )


def _main_clause(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether a verb and a full stop follow: no headline, caption or label."""
    finite = None
    for n in range(at + 1, min(len(tags), at + 40)):
        if tags[n].low in (".", "!", "?"):
            return finite is not None
        if tags[n].low in (":", "—", "–", ";") and finite is None:
            return False
        if finite is None and (tags[n].kind in FINITE and tags[n].low not in ("have", "do") or tags[n].kind == "pastpart" and n == at + 1):
            finite = n
        if finite is None and tags[n].kind not in ("p", "det", "name", "own", "adj", "noun", "adv", "num", "x"):
            return False
    return False


def _unranked(tags: tuple[Tag, ...], at: int) -> bool:
    """“Becomes first woman to”, “for first time”, “with largest majority”."""
    if at == 0 or at + 1 >= len(tags):
        return False
    before, head = tags[at - 1], at + 1
    while head + 1 < len(tags) and tags[head].kind in ("adj", "name") and tags[head].low not in NUMBERED:
        head += 1
    noun = tags[head]
    after = tags[head + 1] if head + 1 < len(tags) else None
    if noun.low == "time":
        return (
            before.low == "for" and tags[at].low in ("first", "second", "third") and after is not None and after.low not in ("buyers", "voters", "-")
        )
    if noun.kind not in ("noun", "nv", "name") or noun.low not in OF_THESE or after and after.kind in ("noun", "own", "x") or noun.number == 2:
        return False
    return before.kind == "be" or before.low in ("becomes", "became", "become", "with", "of", "at", "by", "as", "since") and tags[at].low != "last"
