"""What every format says of an article beside its copy: who and where it is about, its version, its times, whether it may be used."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

from .. import __version__
from ..model.text import Article, Block
from ..model.world import Party, Person, Place
from . import layout
from .json import version

AUTHORITY = "tag:autobrief.invalid,2026:"
"""Stands before an id where a format asks for a URI.  A name under `.invalid` is nobody's."""
DIGITAL_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
TOPIC_SCHEME = "http://cv.iptc.org/newscodes/mediatopic/"
TOPICS = (("11000000", "politics"), ("20000574", "election"), ("20000579", "national elections"))
ONS = "http://statistics.data.gov.uk/id/statistical-geography"
MACHINE = "Written automatically from election results"
NO_PARTY = ("ind", "spk")
WORD = re.compile(r"\S+")
UNFIT = re.compile(r"[^A-Za-z0-9._~/-]")
GENERATOR = f"autobrief {__version__}"


class Issue(NamedTuple):
    """When this version was made, and the first one.  Both carry their offset."""

    now: datetime
    first: datetime


class Named(NamedTuple):
    """A place or party, with its code or id."""

    id: str
    name: str


class Picture(NamedTuple):
    """A picture from an editor's notes; `address` is safe in markup and "" where there was none."""

    address: str
    alt: str
    caption: str
    credit: str


class Particulars(NamedTuple):
    """The same for every format.  Times are whole seconds, UTC; `withheld` says why the article may not be used, else ""."""

    id: str
    uri: str
    version: str
    number: int
    headline: str
    standfirst: str
    byline: str
    language: str
    date: str
    created: str
    first_created: str
    places: tuple[Named, ...]
    parties: tuple[Named, ...]
    people: tuple[str, ...]
    pictures: tuple[Picture, ...]
    corrections: tuple[str, ...]
    withheld: str

    @property
    def usable(self) -> bool:
        return not self.withheld

    @property
    def note(self) -> str:
        """What an editor must know before using it, on one line."""
        kept = f"NOT FOR PUBLICATION: {self.withheld}." if self.withheld else ""
        return " ".join(filter(None, (kept, f"{MACHINE} by {GENERATOR}.", *self.corrections)))


def of(article: Article, issue: Issue | None = None) -> Particulars:
    """The article's particulars.  Left to itself, a version is as old as the moment it was written for, or as the close of poll."""
    issue = issue or Issue(*[_moment(article)] * 2)
    cited = [article.facts[id].value for id in dict.fromkeys(_cited(article)) if id in article.facts]
    places = [Named(article.subject, article.subject_name), *(Named(each.id, each.name) for each in cited if isinstance(each, Place))]
    parties = (Named(each.id, each.name) for each in cited if isinstance(each, Party) and each.id not in NO_PARTY)
    return Particulars(
        id=article.id, uri=uri(article.id), version=version(article), number=int(issue.now.timestamp()),
        headline=layout.line(article.headline), standfirst=layout.line(article.standfirst), byline=layout.line(article.byline),
        language=article.language, date=article.date, created=stamp(issue.now), first_created=stamp(min(issue)),
        places=_once(places), parties=_once(parties),
        people=tuple(dict.fromkeys(filter(None, (layout.line(each.name) for each in cited if isinstance(each, Person))))),
        pictures=tuple(_picture(block) for block in article.blocks if block.kind == "picture"),
        corrections=tuple(layout.line(each.text) for each in article.corrections), withheld=withheld(article))


def stamp(moment: datetime) -> str:
    """A time as every reader takes it: whole seconds, UTC, marked Z.  Fractions and other offsets break some of them."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def uri(name: str) -> str:
    return AUTHORITY + UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), name)


def rehearsal(article: Article) -> bool:
    """It was written from test data, as its id says, and can never be published."""
    return article.id.startswith("rehearsal")


def withheld(article: Article) -> str:
    """Why no reader may see it yet: a rehearsal, or held for a lawyer; "" where it may be used."""
    return "; ".join(filter(None, ("a rehearsal, from test data" if rehearsal(article) else "", layout.held(article))))


def _moment(article: Article) -> datetime:
    # Polls close at 22:00 in London; in UTC that is never later.
    return datetime.fromisoformat(article.as_of or f"{article.date}T22:00:00+00:00")


def _once(found) -> tuple[Named, ...]:
    """Each by its id, as first named; what has no name on one line is left out."""
    named = {}
    for id, name in found:
        if layout.line(name):
            named.setdefault(id, Named(id, layout.line(name)))
    return tuple(named.values())


def _cited(article: Article):
    """Ids of the facts that are printed, in reading order."""
    for block in article.blocks:
        for sentence in filter(None, (block.title, *block.sentences)):
            yield from (span.fact for span in sentence.spans)
        yield from (cell.fact for row in block.rows for cell in row)


def _picture(block: Block) -> Picture:
    address, alt = layout.pictured(block)
    told = {span.fact.rpartition("/")[2]: sentence.text[span.start:span.end] for sentence in block.sentences for span in sentence.spans}
    credit = layout.line(told.get("credit", ""))
    return Picture(address, alt, layout.line(told.get("caption", "") if credit else block.text), credit)


def gss(code: str) -> bool:
    """It is a code of the Office for National Statistics, such as E14000577."""
    return len(code) == 9 and code[0] in "EWSNK" and code[1:].isdecimal()


def words(text: str) -> int:
    return len(WORD.findall(text))
