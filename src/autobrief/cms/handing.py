"""An article made ready to be handed to a target: its place in the store, who answered for it, and whether it may go at all."""

from datetime import datetime
from zoneinfo import ZoneInfo

from ..errors import UnknownName
from ..formats.particulars import version
from ..model.text import Article
from ..record import find
from ..record.feeds import polls_close
from ..store.values import PROGRAM
from .contract import Consignment, Delivery, Result

APPROVED = ("approved", "published")


def before_close(article: Article, shelf, now: datetime) -> str:
    """That people are still voting, or were when the article stood so; "" where the polls had closed."""
    try:
        closes = polls_close(find.asked_election(shelf, article.election))
    except UnknownName:
        closes = datetime.fromisoformat(f"{article.date}T22:00").replace(tzinfo=ZoneInfo("Europe/London"))
    stood = datetime.fromisoformat(article.as_of) if article.as_of else now
    if min(now, stood) >= closes:
        return ""
    return f"nothing is published before polls close at {closes:%H:%M on %d %B %Y}"


def stored(consignment: Consignment, store, dry_run: bool = False, now: bool = False) -> Consignment:
    """With its number in the store, where it is saved if it is not there, and what a person said of it there.

    What was written `now` is the newest, even where an older version had the same text; a file may be an older one.  In a dry
    run nothing is saved, and one that is not there is a draft without a number.
    """
    article = consignment.article
    wanted, versions = version(article), store.history(article.id)
    known = next((each for each in reversed(versions[-1:] if now else versions) if each.digest == wanted), None)
    if dry_run and known is None:
        return consignment
    kept = known or store.save(article, "to be published").version
    state = store.states(article.id, kept.number)[-1]
    held = f"held by {state.who}: {state.why or 'no reason given'}" if state.state == "held" and state.who != PROGRAM else ""
    return consignment._replace(number=kept.number, approved=state.state in APPROVED, held="; ".join(filter(None, (consignment.held, held))))


def note_published(store, consignment: Consignment, done: Delivery, who: str) -> None:
    """Readers see this version now: the store says so, once."""
    if not consignment.publish or done.result not in (Result.CREATED, Result.UPDATED, Result.UNCHANGED) or done.waits:
        return
    if store.states(done.article, consignment.number)[-1].state != "published":
        store.published(done.article, consignment.number, who, f"to {done.target}", automatic=not consignment.approved)
