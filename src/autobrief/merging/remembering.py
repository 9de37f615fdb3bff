"""What an article once said of a declared result and does not say now, kept so that a later correction compares with it.

A result that is taken back leaves the text; when it comes again, and otherwise, the reader must be told what it was.
"""

import re
from collections.abc import Iterable

from ..facts.making import make
from ..model.text import Article, Block, Fact, Withdrawn
from .overtaken import printed_words
from .pieces import parts

OF_CONTEST = ("winner", "winner_party", "majority", "turnout", "runner_up", "runner_up_party")
OF_REGION = re.compile(r"turnout|(?:vote_share|share_rise|share_fall)/.+")
VOTES = re.compile(r"candidate_\d+_votes")
TOGETHER = ({"winner", "winner_party"}, {"runner_up", "runner_up_party"})
"""A person and a party that are one answer: neither is kept of an older version where the other is given anew."""


def remembering(base: Article | None, following: Article) -> Article:
    """The next version with what `base`, or any before it, printed and this one does not."""
    if base is None:
        return following
    now = _printed(following)
    given = {key for key in now} | {f"{contest}/{other}" for contest, _, kind in (key.rpartition("/") for key in now)
                                    for pair in TOGETHER if kind in pair for other in pair}
    kept = {_key(each): each for each in base.withdrawn if _key(each) not in given}
    gone = {key: fact for key, fact in _printed(base).items() if key not in given}
    if gone:
        words, facts = printed_words(parts(base)), base.every_fact()
        kept |= {key: _withdrawn(key, fact, facts, words.get(fact, ())) for key, fact in gone.items()}
    return following._replace(withdrawn=tuple(kept[key] for key in sorted(kept)))


def seats_of(article: Article | None) -> set[str]:
    """The codes of the seats of which it keeps something."""
    return {each.of.split("/")[1] for each in article.withdrawn} if article else set()


def _key(each: Withdrawn) -> str:
    """Votes are a candidate's, wherever in the table the candidate stands; all else is known by its fact."""
    return f"{each.of.rpartition('/')[0]}/votes of {each.who}" if each.who else each.of


def _printed(article: Article) -> dict[str, str]:
    """Key -> fact of each declared figure, person and party that the article prints."""
    found, here, regions = {}, f"{article.election}/", f"{article.election}/region/"
    for fact in dict.fromkeys(_facts_in(article.blocks)):
        subject, _, kind = fact.rpartition("/")
        if not subject.startswith(here):
            continue
        if fact.startswith(regions):
            if OF_REGION.fullmatch(fact.split("/", 3)[-1]):
                found[fact] = fact
        elif kind in OF_CONTEST:
            # The majority in the Commons is no contest's.
            if subject.count("/") == 1 and not subject.endswith("/united-kingdom"):
                found[fact] = fact
        elif VOTES.fullmatch(kind) and (who := article.facts.get(fact.removesuffix("_votes"))):
            found[f"{subject}/votes of {who.value.published_name}"] = fact
    return found


def _facts_in(blocks: tuple[Block, ...]) -> Iterable[str]:
    for block in blocks:
        if block.kind != "correction":
            for sentence in (*block.sentences, *filter(None, [block.title])):
                yield from (span.fact for span in sentence.spans)
            for row in block.rows:
                yield from (cell.fact for cell in row)


def _withdrawn(key: str, fact: str, facts: dict[str, Fact], words: tuple[str, ...]) -> Withdrawn:
    who = key.rpartition("/votes of ")[2] if "/votes of " in key else ""
    return Withdrawn(fact, _kept(key, facts[fact]), words, who)


def _kept(key: str, fact: Fact) -> Fact:
    """The fact by a name of its own, with every source that it rests on and no other fact, since those may change."""
    subject, _, kind = key.rpartition("/")
    return make(f"{subject}/withdrawn", kind, fact.value, fact.unit, fact.working, sources=dict.fromkeys(_sources(fact)))


def _sources(fact: Fact):
    yield from fact.sources
    for each in fact.inputs:
        yield from _sources(each)
