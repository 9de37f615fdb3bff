"""What an editor adds to an article: texts with their lines in the notes file."""

import re
from typing import NamedTuple

WEB = re.compile(r"https?://[^/?#\s]", re.I)
SCHEME = re.compile(r"[^/?#]*:")
PLAIN = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&*+,;=%-]")


class Noted(NamedTuple):
    """One text of the notes file, the line it stands on and the key it stands under."""

    text: str
    row: int
    column: str


class Note(NamedTuple):
    """One note.  `kind` is its kind of message, `texts` its texts by the names that templates use.

    `about` are ids of the people and places it is to follow, the best first; `seats` those it
    belongs to.  Without `person`, `place` and `seats` it belongs to any article.  `name` is what the editor called
    its seat, person or place.
    """

    kind: str
    subject: str
    texts: dict
    row: int
    about: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    name: str = ""

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.subject}"


class Notes(NamedTuple):
    """A notes file as read: `table` is its name, `digest` its sha256."""

    table: str
    digest: str
    byline: Noted | None = None
    notes: tuple[Note, ...] = ()


def address(text: str) -> str:
    """A web address or a relative path, fit to stand in any markup; "" for anything else.

    A path may not leave its folder, nor begin at a root: such a one is somebody's own machine.
    """
    text = text.strip()
    if not text or "\\" in text or text.startswith("/") or (SCHEME.match(text) and not WEB.match(text)):
        return ""
    if not WEB.match(text) and ".." in re.split(r"[/?#]", text):
        return ""
    return PLAIN.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), text)
