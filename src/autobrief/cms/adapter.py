"""What the author of an adapter writes: one content system's API behind a few plain calls.

The adapter looks up, writes and reads back.  When that may be done, and what becomes of what a human changed, is decided for all
of them in `delivery`.  docs/cms/contract.md says it with an example.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from ..model.text import Article


class Standing(StrEnum):
    """Who can see it there.  A scheduled one counts as live: nobody has to touch it again before readers see it."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    TRASHED = "trashed"


class Sought(NamedTuple):
    """What to look up: by our id for the article, and by the system's own where the ledger knows it.

    `name` is what the article is about, for an address that people can read; it may be spelt otherwise another time.  Without
    either, everything that bears the id is wanted, by whatever way it is surest to be found.
    """

    external: str
    remote: str = ""
    name: str = ""


class Remote(NamedTuple):
    """An article as the system has it.

    `fields` are those that the program owns (headline, standfirst, body …), exactly as the system gives them back; what changes by
    itself from read to read is left out by the adapter, since their digest tells whether a human was there.  `revision` is the
    newest revision's id, or its time.  `untouched` is true only where the system itself vouches that nobody else wrote.
    """

    id: str
    fields: Mapping[str, str]
    standing: Standing = Standing.DRAFT
    revision: str = ""
    where: str = ""
    untouched: bool = False


class Once(NamedTuple):
    """What is sent when the article is made, and then left to the editor."""

    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    at: datetime | None = None


class Parcel(NamedTuple):
    """One write.  `fields` as `compose` made them; none where only the standing is to change.

    `publish` asks for it to be seen by readers (from `once.at` on, where that is given); else the standing stays, and a new one
    is a draft.  `once` counts for `create`, its time also where a draft is published.  With `anew` one in the trash is none.
    """

    external: str
    version: str
    fields: Mapping[str, str]
    publish: bool
    once: Once
    article: Article
    pictures: Mapping[str, bytes]
    anew: bool = False


class Finding(NamedTuple):
    """One line of a preflight: whether it is well, what was found, and what to do where it is not.  `fatal` where nothing can be sent."""

    well: bool
    what: str
    do: str = ""
    fatal: bool = False


class Adapter(Protocol):
    """One system.  Every call may raise Unreached, Declined or Moved (see `failing`), and tries nothing twice by itself."""

    alone: bool
    """The system itself makes but one of each external id, whoever asks; else it is looked for after it was made."""

    def find(self, sought: Sequence[Sought]) -> Mapping[str, Sequence[Remote]]:
        """For each external id everything that bears it or has the remote id, in every state, the trash too; nothing for none.

        Called before every try, with up to a hundred at once.  What is found by the remote id alone is given too.
        """

    def compose(self, article: Article, pictures: Mapping[str, bytes], write: bool) -> dict[str, str]:
        """The fields that the article becomes.  Pictures that they need are sent up only with `write`, and each only once."""

    def create(self, parcel: Parcel) -> Remote:
        """Make it, with its external id, and give it as the system then has it."""

    def update(self, remote: Remote, parcel: Parcel) -> Remote:
        """Write these fields over those, leaving all else alone.  Raises Moved where the system can tell that `remote` is no longer so."""

    def overwritten(self, after: Remote, since: str) -> Remote | None:
        """What somebody else saved after the revision `since` and before ours, newest, or None: an editor between read and write.

        A system that raises Moved in `update` always answers None.
        """

    def remove(self, remote: Remote) -> None:
        """Take back what was made a moment ago, since another writer had made one of the same id."""

    def alike(self, fields: Mapping[str, str]) -> str:
        """A digest that is the same for what is sent and what the system makes of it, and differs with every word and mark."""

    def check(self) -> Sequence[Finding]:
        """The preflight: may the user log in, write, send pictures; what is missing, in plain words."""

    # Only where an editor's words are to be merged; else set `merges` to False and leave these two out.

    merges: bool

    def text(self, remote: Remote, base: Article) -> str | None:
        """The remote's fields as our Markdown below the front matter; None where that would lose something of it."""

    def composed(self, text: str, remote: Remote, base: Article, article: Article) -> dict[str, str] | None:
        """The fields that this Markdown becomes, merged from `text(remote, base)` and the article; None where something of the remote's is lost."""
