"""What an editor should look at now, each with its reason, first things first.

Weights only order what came together.  Thresholds are for a second look, never for what is printed.
"""

from collections import Counter
from hashlib import sha256
from typing import NamedTuple

from ..facts.contest import valid_votes
from ..model.results import Refusal
from ..model.style import Stylebook
from ..model.world import DECLARED, Assignment, Office
from . import wording
from .desk import Happened

CLOSE = 100
"""A majority below this many votes."""
TIDE = 3
"""Seats that a party must be up or down on balance before one the other way is against the tide."""
TURNOUT_MOVE, SHARE_MOVE, ELECTORATE_MOVE = 0.12, 0.35, 0.12
"""Moves since last time, as fractions, beyond which a figure may be a slip."""
POSTS = ("prime minister", "chancellor", "foreign secretary", "home secretary", "cabinet", "attends cabinet", "party leader", "minister", "whip",
         "shadow cabinet", "westminster group leader", "party deputy leader", "speaker or deputy")


UNDONE = {"void": "a declared result is void", "winner_known": "a declared result is taken back, and its figures are awaited"}


class Alert(NamedTuple):
    """One thing to look at: `kind` for machines, `reason` in words; `article` or `seat` says where, "" for neither.

    `about` tells one occasion from another of the same seat, and `number` is its own in the store; nobody reads either.
    """

    kind: str
    weight: int
    seat: str
    name: str
    reason: str
    article: str = ""
    about: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """By this an alert is known, so that it is sent once; a correction's by what it comes to, however it was found."""
        said = "" if self.kind == "correction" else self.reason
        return sha256(repr((self.kind, self.seat, self.article, said, self.about)).encode()).hexdigest()

    @classmethod
    def of_data(cls, data: dict, number: int) -> "Alert":
        """The alert that `as_data` made this of, as the store has kept it."""
        return cls(data["kind"], data["weight"], data["seat"] or "", data["name"] or "", data["reason"], data["article"] or "", number=number)

    def as_data(self) -> dict:
        return {"event": "alert", "kind": self.kind, "weight": self.weight, "seat": self.seat or None, "name": self.name or None,
                "article": self.article or None, "reason": self.reason}


def alerts(news: dict[str, Happened], known: dict[str, Happened], country: Assignment, house: Stylebook) -> list[Alert]:
    """The alerts on the seats that have news; `known` are all seats with a result, these among them."""
    balance = _balance(known)
    found = []
    for seat, happened in news.items():
        said = [*_corrected(happened, house), *_members_lost(happened, country)]
        if happened.report and happened.report.status in (*DECLARED, "winner_known"):
            said += [*_against_the_tide(happened, balance, house), *_close(happened), *_outliers(happened)]
        found += [Alert(kind, weight, seat, happened.reading.contest.reads, reason, about=_occasion(happened)) for kind, weight, reason in said]
    return found


def of_correction(happened: Happened, text: str) -> Alert:
    """A correction that only the articles tell of, since nobody saw the feed before it."""
    return Alert("correction", 100, happened.reading.contest.seat, happened.reading.contest.reads, text, about=_occasion(happened))


def _occasion(happened: Happened) -> str:
    """The report that it is about."""
    report = happened.report
    return repr(report and (report.revision, report.status, report.declared and report.declared.isoformat(),
                            sorted((c.person.id, c.party.id, c.votes or 0, c.elected) for c in report.candidacies)))


def of_refusal(refusal: Refusal, name: str) -> Alert:
    """A row of the feed that was held out; or the agency's count, which is the same alert however many results it is after."""
    if refusal.code == "tally":
        return Alert("tally", 85, "", "", refusal.reason)
    return Alert("held_row", 75, refusal.seat, name, f"held out of the results: {refusal}")


def of_edit(article: str, kept) -> Alert:
    """A person's words that the facts have overtaken."""
    return Alert("edit_overtaken", 80, "", "", f"{kept.file}: " + "; ".join(kept.flags), article)


def _corrected(happened: Happened, house: Stylebook):
    if wording.overruled(happened):
        yield "correction", 100, wording.corrected(happened, house)
    elif wording.undone(happened):
        status = happened.report.status if happened.report else ""
        yield "correction", 100, UNDONE.get(status, "a declared result is withdrawn")


def _members_lost(happened: Happened, country: Assignment):
    """A minister, leader or the like who stood here and lost."""
    if happened.reading.winner is None:
        return
    for beaten in happened.reading.beaten_members:
        posts = [o for o in (country.offices or {}).get(beaten.person.id, ()) if o.in_post and o.rank in POSTS]
        if posts:
            post: Office = min(posts, key=lambda o: o.order)
            yield "minister_lost", max(60, 97 - post.order), f"{beaten.person.name} ({post.title}) lost to {happened.reading.winner.person.name}"


def _balance(known: dict[str, Happened]) -> Counter:
    """Seats gained less seats lost, by party, in what is declared so far."""
    balance: Counter = Counter()
    for happened in known.values():
        if happened.outcome.change == "gain" and happened.outcome.lost_by:
            balance[happened.outcome.winner] += 1
            balance[happened.outcome.lost_by] -= 1
    return balance


def _against_the_tide(happened: Happened, balance: Counter, house: Stylebook):
    outcome, reading = happened.outcome, happened.reading
    if outcome.change != "gain" or not reading.winner_before:
        return
    up, down = wording.adjective(reading.winner.party, house), wording.adjective(reading.winner_before.party, house)
    if balance[outcome.winner] <= -TIDE:
        yield "against_the_tide", 65, f"{up} gain from {down}, where the party is {-balance[outcome.winner]} seats down so far"
    elif outcome.lost_by == reading.winner_before.party.id and balance[outcome.lost_by] >= TIDE:
        yield "against_the_tide", 60, f"{up} gain from {down}, a party {balance[outcome.lost_by]} seats up so far"


def _close(happened: Happened):
    lead = happened.reading.majority
    if lead is not None and lead < CLOSE:
        yield "close", 50 + (CLOSE - lead) // 10, "a tie, settled by lot" if lead == 0 else f"a majority of {lead}"


def _outliers(happened: Happened):
    """Figures that may be true and may be a slip of the keyboard."""
    now, then = happened.reading.contest, happened.reading.previous
    if not now.counted or then is None:
        return
    cast, before = valid_votes(now), valid_votes(then)
    if now.electorate and then.electorate and abs(now.electorate / then.electorate - 1) > ELECTORATE_MOVE:
        yield "outlier", 70, f"an electorate of {now.electorate:,}, last time {then.electorate:,}"
    if now.electorate and then.electorate and abs(cast / now.electorate - before / then.electorate) > TURNOUT_MOVE:
        yield "outlier", 70, f"a turnout of {cast / now.electorate:.1%}, last time {before / then.electorate:.1%}"
    for candidacy in now.candidacies:
        votes = sum(c.votes or 0 for c in then.candidacies if c.party.id == candidacy.party.id)
        if votes and candidacy.party.id not in ("ind", "spk") and abs(candidacy.votes / cast - votes / before) > SHARE_MOVE:
            yield "outlier", 70, f"{candidacy.votes / cast:.1%} of the vote for {candidacy.party.name}, last time {votes / before:.1%}"
    if then.candidacies and happened.reading.winner and happened.outcome.change == "gain":
        places = [c.party.id for c in then.candidacies]
        won = happened.reading.winner.party.id
        if won in places[3:] and won != "ind":
            yield "outlier", 55, f"won by {happened.reading.winner.party.name}, last time in place {places.index(won) + 1}"
