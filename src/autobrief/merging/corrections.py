"""Corrections: what was declared before, was printed, and is otherwise now.

A new declaration is an update and a change of wording is nothing; neither makes a correction.  What is compared with
is what was last printed, in whatever version that was.  Of a region's totals, seats follow from the winners, whose own
lines say what changed; shares of the vote and turnout, which no line on a seat tells, have lines of their own once
every seat is in.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..facts.making import make
from ..model.text import Article, Correction, Fact
from .overtaken import printed_words
from .pieces import parts
from .remembering import OF_REGION

TOTALS = {"turnout": "total_turnout", "vote_share": "share", "share_rise": "rise", "share_fall": "fall"}
"""What the line on a region's total calls it, by the fact's kind."""


class Sides(NamedTuple):
    """Both versions' facts by id, and the words that each prints them in; `votes` by contest and name where only an older version had them."""

    before: dict[str, Fact]
    after: dict[str, Fact]
    said: dict[str, tuple[str, ...]]
    says: dict[str, tuple[str, ...]]
    headline: frozenset[str]
    votes: dict[tuple[str, str], Fact]


class Found(NamedTuple):
    """One thing to correct: `kind` is the fact's kind, `names` the facts of the line by their names in the template."""

    what: str
    was: Fact
    now: Fact
    names: dict
    top: bool


def corrections(base: Article, following: Article, on: date) -> tuple[Correction, ...]:
    """Every correction that is due: those that the base bears already, in order, then the new ones, dated `on`."""
    sides = _sides(base, following)
    made = list(base.corrections)
    printed = {*(id.rpartition("/")[0] for id in sides.said if id.startswith(f"{base.election}/")), *(contest for contest, _ in sides.votes)}
    for contest in sorted(printed):
        if f"{contest}/winner" in sides.after and f"{contest}/seat" in sides.after:
            for found in _of(sides, contest):
                made.append(_made(sides, contest, found, on, made))
    # Totals that other seats' results have moved are an update.
    if base.stage == following.stage == "complete" and base.counted == following.counted:
        for found in _totals(sides, f"{base.election}/region/"):
            made.append(_made(sides, found.now.id.removesuffix(f"/{found.now.kind}"), found, on, made))
    return tuple(made)


def _sides(base: Article, following: Article) -> Sides:
    """Both versions, the first with all that it or one before it printed."""
    headline = base.block("headline")
    before, said = base.every_fact(), printed_words(parts(base))
    for each in base.withdrawn:
        if not each.who:
            before[each.of] = each.fact
            said[each.of] = said[each.fact.id] = each.words
    votes = {(each.of.rpartition("/")[0], each.who): each.fact for each in base.withdrawn if each.who}
    return Sides(before, following.every_fact(), said, printed_words(parts(following)),
                 frozenset(span.fact for s in (headline.sentences if headline else ()) for span in s.spans), votes)


def _totals(sides: Sides, regions: str) -> Iterator[Found]:
    """Shares of a region's vote, and its turnout, which moved with figures that were corrected."""
    for id in sorted(id for id in sides.said if id.startswith(regions) and OF_REGION.fullmatch(id.split("/", 3)[-1])):
        pair = _pair(sides, id)
        if not pair or _told(sides.said, pair[0]) == _told(sides.says, pair[1]) or id not in sides.says:
            continue
        kind, _, party = id.split("/", 3)[-1].partition("/")
        subject = id.rsplit("/", 2 if party else 1)[0]
        names = {TOTALS[kind]: pair[1], f"{TOTALS[kind]}_was": pair[0]}
        if party:
            names["share_party"] = sides.after.get(f"{subject}/party/{party}") or sides.before.get(f"{subject}/party/{party}")
        region = next((fact for fact in sides.after.values() if fact.unit == "place" and fact.kind == "name"
                       and fact.id == f"region/{subject.rpartition('/')[2]}/name"), None)
        if region and all(names.values()):
            yield Found("share" if party else "turnout", *pair, names | {"region": region}, False)


def _of(sides: Sides, contest: str) -> Iterator[Found]:
    """What is to be corrected of one contest: its winner, then its figures, then its other candidates."""
    won = list(_winner(sides, contest))
    yield from won
    yield from _figures(sides, contest)
    if not any(found.what == "winner" for found in won):
        yield from _second(sides, contest)
    yield from _candidates(sides, contest, {name for found in won for name in _people(found)})


def _people(found: Found) -> list[str]:
    return [fact.value.published_name for fact in (found.was, found.now, *found.names.values()) if fact.unit == "person"]


def _pair(sides: Sides, id: str) -> tuple[Fact, Fact] | None:
    """The fact before and now, where both versions print it."""
    return (sides.before[id], sides.after[id]) if id in sides.said and id in sides.after and id in sides.before else None


def _winner(sides: Sides, contest: str) -> Iterator[Found]:
    person, party = _pair(sides, f"{contest}/winner"), _pair(sides, f"{contest}/winner_party")
    if not person:
        return
    same_party = party is None or party[0].value.id == party[1].value.id
    if person[0].value.published_name == person[1].value.published_name:
        if not same_party:
            yield Found("party", *party, {"candidate": person[1], "party": party[1], "party_was": party[0]},
                        f"{contest}/winner_party" in sides.headline)
    elif same_party and party and not _both_stand(sides, contest, person):
        yield Found("name", *person, {"name": person[1], "name_was": person[0], "label": party[1]}, f"{contest}/winner" in sides.headline)
    elif party:
        yield Found("winner", *person, {"winner": person[1], "winner_was": person[0], "winner_party": party[1],
                                        "winner_party_was": party[0]}, True)


def _both_stand(sides: Sides, contest: str, person: tuple[Fact, Fact]) -> bool:
    """Both names are candidates' now: one party's or two independents', the winner is another."""
    names = {fact.value.published_name for id, fact in sides.after.items() if fact.unit == "person" and id.startswith(f"{contest}/")}
    return {fact.value.published_name for fact in person} <= names


def _figures(sides: Sides, contest: str) -> Iterator[Found]:
    for what in ("majority", "turnout"):
        pair = _pair(sides, f"{contest}/{what}")
        if pair and pair[0].value != pair[1].value and _told(sides.said, pair[0]) != _told(sides.says, pair[1]):
            yield Found(what, *pair, {what: pair[1], f"{what}_was": pair[0]}, what == "majority")


def _told(words: dict[str, tuple[str, ...]], fact: Fact) -> set[str]:
    """The figures that a fact is printed in."""
    return {word for said in words.get(fact.id, ()) for word in said.split() if any(c.isdigit() for c in word)} or {str(fact.value)}


def _second(sides: Sides, contest: str) -> Iterator[Found]:
    """Who came second, by name where that is printed, else by party."""
    person, party = _pair(sides, f"{contest}/runner_up"), _pair(sides, f"{contest}/runner_up_party")
    if person and person[0].value.published_name != person[1].value.published_name and _both_stand(sides, contest, person):
        yield Found("second", *person, {"second": person[1], "second_was": person[0]}, f"{contest}/runner_up" in sides.headline)
    elif not person and party and party[0].value.id != party[1].value.id:
        yield Found("second", *party, {"second": party[1], "second_was": party[0]}, f"{contest}/runner_up_party" in sides.headline)


def _candidates(sides: Sides, contest: str, told: set[str]) -> Iterator[Found]:
    """Votes, names and parties of candidates, each found again by name, else by party: never by place in the table."""
    old, new = (_standing(facts, contest, words) for facts, words in ((sides.before, sides.said), (sides.after, sides.says)))
    for (of, name), votes in sides.votes.items():
        if of == contest and name not in old and name in new:
            old[name] = (*new[name][:2], votes)
    for name, (person, party, votes) in old.items():
        now = new.get(name)
        if now is None:
            heirs = [each for other, each in new.items() if other not in old and each[1].value.id == party.value.id]
            now = heirs[0] if len(heirs) == 1 else None
            if now and name not in told:
                yield Found("name", person, now[0], {"name": now[0], "name_was": person, "label": now[1]}, _named_above(sides, contest, name))
        elif party.value.id != now[1].value.id and name not in told:
            yield Found("party", party, now[1], {"candidate": now[0], "party": now[1], "party_was": party}, _named_above(sides, contest, name))
        votes = votes or sides.votes.get((contest, name))
        if now and votes and now[2] and votes.value != now[2].value:
            yield Found("votes", votes, now[2], {"candidate": now[0], "votes": now[2], "votes_was": votes}, votes.id in sides.headline)


def _standing(facts: dict[str, Fact], contest: str, words: dict) -> dict[str, tuple[Fact, Fact, Fact | None]]:
    """Name -> person, party and votes of every candidate of the table."""
    found, n = {}, 1
    while f"{contest}/candidate_{n}" in words:
        ids = [f"{contest}/candidate_{n}{rest}" for rest in ("", "_party", "_votes")]
        found[facts[ids[0]].value.published_name] = (facts[ids[0]], facts[ids[1]], facts.get(ids[2]))
        n += 1
    return found


def _named_above(sides: Sides, contest: str, name: str) -> bool:
    """The headline names this candidate."""
    return any(id in sides.headline and fact.unit == "person" and fact.value.published_name == name for id, fact in sides.before.items()
               if id.startswith(f"{contest}/"))


def _made(sides: Sides, contest: str, found: Found, on: date, earlier: list[Correction]) -> Correction:
    """The correction with facts of its own, so that it stands whatever becomes of the figure afterwards."""
    who = found.names.get("candidate") or found.names.get("name_was")
    named = who.value.published_name if who and found.what in ("votes", "party", "name") else ""
    named = named or (found.names["share_party"].value.name if "share_party" in found.names else "")
    subject = f"{contest}/{found.what}" + f"/{named}" * bool(named)
    number = 1 + sum(each.id.rpartition("/")[0] == subject for each in earlier)
    facts = {name: _kept(f"{subject}/{number}", name, fact) for name, fact in found.names.items()}
    facts["date"] = make(f"{subject}/{number}", "date", on, "date", inputs=(found.now,))
    if "region" not in facts:
        facts["seat"] = sides.after[f"{contest}/seat"]
    was, now = (_words(words, fact) for words, fact in ((sides.said, found.was), (sides.says, found.now)))
    return Correction(f"{subject}/{number}", found.what, on.isoformat(), found.top, facts, "", found.now.id, was, now)


def _kept(subject: str, name: str, fact: Fact) -> Fact:
    return make(subject, name, fact.value, fact.unit, fact.working, fact.inputs, fact.sources)


def _words(words: dict[str, tuple[str, ...]], fact: Fact) -> str:
    said = words.get(fact.id, ())
    if fact.unit in ("person", "party"):
        return fact.value.name
    return next((each for each in said if any(c.isdigit() for c in each)), str(fact.value))
