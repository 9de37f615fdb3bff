"""The night itself: step after step, telling of each, until somebody ends it."""

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path

from ..errors import AutobriefError
from ..store.alerting import WAYS
from . import wording
from .alerts import Alert
from .following import Rewrite, Step, TooEarly, Watch
from .noticing import changes, until_ended
from .posting import Webhook

LOOK = 0.1
"""Seconds of catching up before the feed is looked at again."""


class Told:
    """Where things are said: data a line at a time to `out`, talk to `err`; as JSON every event goes to `out`."""

    def __init__(self, out: Callable[[str], None], err: Callable[[str], None], as_json: bool):
        self.out, self.err, self.as_json = out, err, as_json
        self.last_complaint = ""
        self.outlets = ()

    def newest(self, versions: dict[str, int]) -> None:
        """These versions are to be delivered, where anything is."""
        for outlet in self.outlets:
            outlet.add(versions)

    def delivered(self, delivery) -> None:
        """How a delivery ended; `delivery` is a contract's own."""
        self.event({"event": "delivery", **{key: str(value) for key, value in delivery._asdict().items() if key != "waits"}, "waits": delivery.waits})
        if not self.as_json:
            self.out(f"{delivery.result} {delivery.article} {delivery.where or delivery.target}")
            if delivery.why:
                self.err(f"autobrief: {delivery.result}: {delivery.article} to {delivery.target}: {delivery.why}")

    def event(self, event: dict) -> None:
        if self.as_json:
            self.out(json.dumps(event, ensure_ascii=False))

    def complain(self, text: str) -> None:
        """Something for a person's eye, said once until something else happens."""
        if text != self.last_complaint:
            self.err(f"autobrief: {text}")
            self.last_complaint = text

    def rewrite(self, rewrite: Rewrite, words: dict[str, str]) -> None:
        """An article that was written again, and the person's files among it."""
        self.newest({rewrite.article: rewrite.number})
        self.event({"event": "rewrite", "article": rewrite.article, "name": rewrite.subject.name, "number": rewrite.number,
                    "version": rewrite.version, "new": rewrite.new, "cause": rewrite.cause, "headline": rewrite.headline,
                    "changed": rewrite.changed, "sentences": rewrite.sentences, "files": list(rewrite.files),
                    "kept": [kept._asdict() for kept in rewrite.kept], "held": list(rewrite.held),
                    "seats": [{"seat": seat, "result": words[seat]} for seat in rewrite.seats]})
        for reason in rewrite.held:
            self.err(f"autobrief: {rewrite.article}: held: {reason}")
        if not self.as_json:
            for kept in rewrite.kept:
                self.err(f"autobrief: {kept.file}: {kept.how}: {kept.why}")

    def step(self, step: Step) -> None:
        """One change in the feed: a line to each article, or one line where a single seat moved."""
        for refusal in step.held:
            self.event({"event": "held", **refusal._asdict()})
            self.err(f"autobrief: held: {refusal}")
        if not self.as_json:
            lines = _lines(step)
            if len(step.seats) == 1 and lines:
                self.out(". ".join(lines))
            else:
                for line in lines:
                    self.out(line)
        for alert in step.alerts:
            self.event(alert.as_data())
            if alert.kind != "held_row":
                self.err(f"autobrief: look: {alert.name + ': ' if alert.name else ''}{alert.reason}")


def _lines(step: Step) -> list[str]:
    """What each article now says that it did not: the seat's result, or how many sentences changed."""
    results = {seat: f"{name}: {said}" for seat, name, said in step.seats}
    lines = [results[seat] for seat in results if len(results) == 1 and not any(r.subject.id == seat for r in step.rewrites) and step.rewrites]
    for rewrite in step.rewrites:
        if rewrite.subject.kind == "seat" and rewrite.subject.id in results:
            lines.append(results[rewrite.subject.id])
        elif rewrite.new:
            lines.append(wording.rewritten(rewrite.subject.name, rewrite.changed, rewrite.sentences, rewrite.first))
        elif rewrite.files:
            lines.append(f"{rewrite.subject.name}: file written again from version {rewrite.number}")
    return lines


def run(watch: Watch, feed: Path, told: Told, *, once: bool, poll: float | None, webhook: str | None, outlets=()) -> bool:
    """Follow the feed until it is ended, or once; whether something waits for a human.

    `outlets` are told of every version that is the newest, and deliver it in their own time.
    Trouble with the feed or the store in the middle of a night is told and tried again; at the start it is raised.
    """
    hook = Webhook(webhook, told.complain) if webhook else None
    waits = False
    told.outlets = outlets
    with until_ended() as ended:
        watch.stopped = ended.is_set
        try:
            waits = _first(watch, told, hook, once)
            waits |= _catch_up(watch, told, hook, ended, once)
            for note in watch.desk.unplaced():
                told.err(f"autobrief: {note}")
            # What an earlier watch wrote, and was ended before it was delivered.
            told.newest({id: watch.heads[id] for id in watch.last})
            if not once:
                # What was read at the start stays all night: there is no use in looking through it for waste again.
                gc.collect()
                gc.freeze()
                told.event({"event": "following", "feed": str(feed), "articles": len(watch.subjects)})
                told.err(f"autobrief: {len(watch.subjects)} articles follow {feed}")
                for _ in changes(feed, ended, poll):
                    waits |= _again(watch, told, hook)
                    waits |= _catch_up(watch, told, hook, ended, once)
        finally:
            if hook:
                hook.close()
                watch.kept.sent(hook.taken(), "posted")
    return waits


def _catch_up(watch: Watch, told: Told, hook: Webhook | None, ended, once: bool) -> bool:
    """Write what could wait, one by one; whatever moves in the feed meanwhile goes first."""
    waits, looked = False, time.monotonic()
    while watch.later and not ended.is_set():
        try:
            waits |= _told(watch, told, hook, watch.catch_up(told.rewrite))
        except AutobriefError as error:
            if once:
                raise
            told.complain("; ".join(error.faults))
            return True
        if not once and time.monotonic() - looked > LOOK:
            waits |= _again(watch, told, hook)
            looked = time.monotonic()
    return waits


def _once(watch: Watch, told: Told, hook: Webhook | None) -> bool:
    step = watch.step(told.rewrite)
    return step is not None and _told(watch, told, hook, step)


def _told(watch: Watch, told: Told, hook: Webhook | None, step: Step) -> bool:
    """Tell of a step and send its alerts, each crossed off as it is told; whether something in it waits for a human."""
    told.step(step)
    watch.kept.sent([alert.number for alert in step.alerts], *(("told",) if hook else WAYS))
    if hook:
        _post(watch, hook, step.alerts)
    return bool(step.held) or any(rewrite.held or any(kept.flags for kept in rewrite.kept) for rewrite in step.rewrites)


def _post(watch: Watch, hook: Webhook, alerts: tuple[Alert, ...] = ()) -> None:
    """Cross off what the webhook has taken, and give it what waits: while it fails, only what is new."""
    watch.kept.sent(hook.taken(), "posted")
    waiting = {alert.number: alert for alert in alerts} if hook.failing else \
        {number: Alert.of_data(body, number) for number, body in watch.kept.waiting("posted").items()}
    for alert in sorted(waiting.values(), key=lambda alert: -alert.weight):
        hook.post(alert)


def _first(watch: Watch, told: Told, hook: Webhook | None, once: bool) -> bool:
    try:
        return _once(watch, told, hook)
    except TooEarly as early:
        if once:
            raise
        told.complain(early.faults[0])
        return False


def _again(watch: Watch, told: Told, hook: Webhook | None) -> bool:
    try:
        waits = _once(watch, told, hook)
        told.last_complaint = ""
        return waits
    except AutobriefError as error:
        told.complain("; ".join(error.faults) + "; it is tried again")
        return True
