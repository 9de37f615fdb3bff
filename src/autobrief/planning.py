"""Document planning: which messages, in which blocks, in what order.

The outline in the stylebook gives the blocks; weights give the choice within them; nothing is
told twice.  Every decision is kept with its reason, for `explain`.
"""

from collections import Counter

from .angles import led_by
from .microplanning.aggregation import aggregate
from .microplanning.cohesion import TOLD, given, settled
from .microplanning.gathering import PARAGRAPH, TELLING, gathered
from .model.style import Stylebook
from .model.text import Choice, Message, Plan, Section
from .placing import with_corrections, with_links, with_notes
from .rules.common import changes, night
from .rules.findings import Findings

LENGTHS = ("brief", "standard", "long")
ALIKE = (1, 2, 3)
"""Most stories of one kind, by length."""
LIKE = {"majority_cut": (2, 2, 2), "majority_grown": (1, 2, 2), "successor": (1, 2, 3)}
"""Most of a kind in one block, by length, that say the like of one seat after the other."""
NOTES = "notes"
"""The part of the outline that every article has: where an editor's notes go."""
UNHEADED = ("county", "place")
"""Kinds of region whose write-ups are too short for a heading over one sentence."""
HEADLINED = ("member_beaten", "defector_lost", "defector_won")
"""Kinds that tell below it of the person whom a headline names, whatever else there is to tell."""
SPARE_OF_SEATS = ("low_share", "biggest_swing", "three_way")
"""Kinds that say one more thing of a seat: not where two others do so already."""


class _Planner:
    """One article's planning.  Not kept: it leaves a Plan."""

    def __init__(self, findings: Findings, messages: tuple[Message, ...], stylebook: Stylebook, angle: str | None):
        self.findings, self.stylebook, self.angle = findings, stylebook, angle
        messages = led_by(angle, messages) if angle else messages
        self.length = LENGTHS.index(findings.assignment.length)
        self.by_kind: dict[str, list[Message]] = {}
        for message in messages:
            self.by_kind.setdefault(message.kind, []).append(message)
        self.told: set[str] = set()
        self.mentions: Counter[str] = Counter()
        self.under_part = False
        self.taken: set[str] = set()
        self.spared: set[str] = set()
        self.choices: list[Choice] = []
        self.sections: list[Section] = []

    def plan(self) -> Plan:
        self.orders, known = self.stylebook.outline["order"], self.stylebook.outline["block"]
        for name in (*self._order(), *self.orders[NOTES]):
            entry = {"name": name, "shape": "paragraph", **known[name]}
            getattr(self, f"_{entry['shape']}", self._paragraphs)(entry, entry["most"][self.length])
        drafted = tuple(gathered(self.sections))
        sections = given(drafted, self.stylebook.templates)
        kept = {(c.message.id, c.chosen): c for c in self.choices if c.chosen or c.message.id not in self.taken}
        changed = changes(self.findings.tally) if self.findings.compared else ()
        listed = any(section.kind == "list" for section in drafted)
        return Plan(sections, settled(kept.values(), sections), self._night(), drafted,
                    frozenset() if listed else frozenset(r.contest.seat for r in changed))

    def _quoted(self, entry: dict, most: int) -> None:
        self.sections = with_notes(self.sections, self._pick(entry, most), "paragraph")

    def _picture(self, entry: dict, most: int) -> None:
        self.sections = with_notes(self.sections, self._pick(entry, most), "picture")

    def _links(self, entry: dict, most: int) -> None:
        self.sections = with_links(self.sections, self._pick(entry, most), entry["name"])

    def _correction(self, entry: dict, most: int) -> None:
        self.sections = with_corrections(self.sections, self._pick(entry, most))

    def _order(self) -> list[str]:
        """The blocks in the region's own order if it has one, else the night's, else the scope's."""
        scope = self.findings.scope
        if scope == "region":
            for name in (self.findings.assignment.region.id, self._night()):
                if name in self.orders:
                    return self.orders[name]
        return self.orders[scope]

    def _night(self) -> str:
        if self.findings.stage != "complete":
            return self.findings.stage
        return night(self.findings) if self.findings.compared else "uncompared"

    def _of(self, entry: dict) -> list[Message]:
        least = entry.get("prominence", 0)
        found = [message for kind in entry["kinds"] for message in self.by_kind.get(kind, ())]
        return [m for m in found if dict(m.weight.reasons).get("prominence", 0) >= least] if least else found

    def _take(self, message: Message, why: str) -> Message:
        self.choices.append(Choice(message, True, why))
        self.taken.add(message.id)
        self.mentions.update(message.seats if message.kind in (*TELLING, *SPARE_OF_SEATS, "closest") else ())
        if message.kind in TELLING or message.kind == "closest":
            self.told.update(message.seats)
        if "kept" in message.facts or "smallest" in message.facts:
            self.spared.update(message.seats)
        return message

    def _leave(self, message: Message, why: str) -> None:
        self.choices.append(Choice(message, False, why))

    def _pick(self, entry: dict, most: int) -> list[Message]:
        """The heaviest `most` of an entry whose seats are not told already, in the outline's order."""
        headlined = self._headlined()

        def first(message: Message) -> bool:
            return message.kind in HEADLINED and bool(headlined.intersection(message.seats))
        found = sorted(self._of(entry), key=lambda m: (not first(m), -m.weight.total, m.kind, m.subject))
        picked: list[Message] = []
        for message in found:
            if message.id in self.taken:
                continue
            if self._led_with(message) or self._tells_by_election(message):
                self._leave(message, TOLD)
                continue
            if first(message):
                # The headline's own person is told of below it, whatever else is told of the seat.
                picked.append(self._take(message, "the headline names this person"))
            elif message.kind in TELLING and message.kind != "member_beaten" and self.told.intersection(message.seats):
                self._leave(message, "its seat is told already")
            elif message.kind in SPARE_OF_SEATS and any(self.mentions[seat] > 1 for seat in message.seats):
                self._leave(message, "its seat is told of twice already")
            elif message.kind == "closest" and self.spared.intersection(message.seats):
                self._leave(message, "its majority is told already")
            elif len(picked) >= most:
                self._leave(message, f"no room: {most} of these in a {LENGTHS[self.length]} article")
            elif message.kind in LIKE and sum(p.kind == message.kind for p in picked) >= LIKE[message.kind][self.length]:
                self._leave(message, "enough like it are told already")
            else:
                picked.append(self._take(message, "among the heaviest of its block"))
        order = {kind: n for n, kind in enumerate(entry["kinds"])}
        counted = any(m.kind == "members_beaten_count" for m in picked)
        # After the count of a party's beaten members come its own, and first the one in the headline.
        return sorted(picked, key=lambda m: (order[m.kind], counted and "other_party" in m.facts, not first(m), -m.weight.total, m.subject))

    # Blocks --------------------------------------------------------------------------------------

    def _one(self, entry: dict, most: int) -> None:
        if picked := self._pick(entry, most):
            self.sections.append(Section(entry["shape"], entry["name"], tuple(picked)))

    _headline = _standfirst = _method = _one

    def _lead(self, entry: dict, most: int) -> None:
        if picked := [*self._angle(), *self._pick(entry, most)]:
            self.sections.append(Section("lead", entry["name"], tuple(picked)))

    def _angle(self) -> list[Message]:
        """The story of the angle asked for, where it is not the lead's own; of the headline's seat where there are several."""
        kind = self.stylebook.outline["angle"].get(self.angle)
        seats = self._headlined()
        found = [m for m in self.by_kind.get(kind, ()) if not seats or seats.intersection(m.seats)]
        return [self._take(found[0], "tells the angle asked for")] if found else []

    def _led_with(self, message: Message) -> bool:
        """The lead is the one change of hands, and has told whom it cost the seat."""
        return message.kind == "member_beaten" and any(
            m.kind == "one_gain_lead" and "beaten" in m.must and m.facts["beaten"].id == message.facts["person"].id
            for s in self.sections if s.kind == "lead" for m in s.messages)

    def _tells_by_election(self, message: Message) -> bool:
        """A by-election that is told with the change of hands it had made already, or with the defeat of who won it."""
        if message.kind == "by_election_undone":
            return any(m.id in self.taken and "by_year" in m.facts and message.subject in m.seats
                       for kind in ("member_beaten", "one_gain_lead") for m in self.by_kind.get(kind, ()))
        few = len(changes(self.findings.tally)) <= self.findings.thresholds["told_one_by_one"]
        alike = [m for m in self.by_kind.get("change_of_hands", ()) if message.kind == "by_election_kept" and "by_year" in m.facts
                 and m.facts["old_seat"].id == message.facts["old_seat"].id]
        return any(m.id in self.taken or few and not self.told.intersection(m.seats) for m in alike)

    def _headlined(self) -> set[str]:
        return {seat for s in self.sections if s.kind == "headline" for m in s.messages for seat in m.seats}

    def _paragraphs(self, entry: dict, most: int) -> None:
        picked = aggregate(tuple(self._pick(entry, most)))
        if picked and entry.get("heading") and self.findings.assignment.region.kind not in UNHEADED:
            self._heading(entry["heading"], "")
        elif picked and self.under_part:
            self._heading("heading_rest", "")
        self.under_part = self.under_part and not picked
        self._add(entry["name"], picked)

    def _add(self, name: str, messages) -> None:
        """Paragraphs of at most three sentences: a town with a crowd of seats takes two."""
        part: list[Message] = []
        for message in (*messages, None):
            size = sum(1 + ("crowd" in m.facts) for m in (*part, message) if m)
            if part and (message is None or size > PARAGRAPH):
                self.sections.append(Section("paragraph", f"{name}/{part[0].kind}/{part[0].subject}", tuple(part)))
                part = []
            if message:
                part.append(message)

    def _heading(self, kind: str, part: str) -> None:
        for message in self.by_kind.get(kind, ()):
            if not part or message.part == part:
                self.sections.append(Section("heading", message.id, (self._take(message, "opens its part"),)))
                return

    def _parts(self, entry: dict, most: int) -> None:
        if self.findings.stage == "waiting":
            return
        changed = changes(self.findings.tally)
        few = len(changed) <= self.findings.thresholds["told_one_by_one"]
        if few:
            self._every_change(entry)
        else:
            self._stories(entry, most)

    def _groups(self) -> list[str]:
        return [part.id for part, _ in self.findings.parts] + [""]

    def _headed(self) -> bool:
        return self.findings.assignment.region.kind in ("composite", "own") and len(self.findings.parts) <= 3

    def _every_change(self, entry: dict) -> None:
        """All changes of hands, part by part: towns together, then seats with a record, then the rest."""
        free = [m for m in self.by_kind.get("change_of_hands", ()) if not self.told.intersection(m.seats)]
        headed = self._headed() and len(free) > 3
        room = (0, 1, 3)[self.length]
        for part in self._groups():
            mine = self._grouped(part, room)
            if mine and headed and part:
                self._heading("heading_part", part)
                self.under_part = True
            self._add(f"changes/{part or 'all'}", mine)

    def _grouped(self, part: str, room: int) -> tuple[Message, ...]:
        taken: list[Message] = []
        for kind, most in (("town_taken", 9), ("long_held", room), ("first_time", room), ("change_of_hands", 99)):
            for message in self._free(kind, part)[:most]:
                if not self.told.intersection(message.seats):
                    taken.append(self._take(message, "every change of hands is named"))
        return aggregate(tuple(taken))

    def _free(self, kind: str, part: str) -> list[Message]:
        """Untold messages of a kind in a part, those to be aggregated side by side."""
        found = [m for m in self.by_kind.get(kind, ()) if self._part(m) == part and not self.told.intersection(m.seats)]
        return sorted(found, key=lambda m: (m.group, -m.weight.total, m.subject))

    def _part(self, message: Message) -> str:
        """The part that a message's first seat is in, else none."""
        return next((part.id for part, _ in self.findings.parts if message.seats and message.seats[0] in part.seats), "")

    def _stories(self, entry: dict, most: int) -> None:
        """Past the limit the copy keeps the changes with a story; a list has them all."""
        whole = {c.message.part for c in self.choices if c.chosen and c.message.kind == "part_whole"}
        summaries = sorted((m for m in self.by_kind.get("part_gains", ()) if m.part not in whole), key=lambda m: (-m.weight.total, m.subject))
        if not self._headed():
            summaries = summaries[:max(most // (2 if self.findings.scope == "nation" else 3), 1)]
        chosen = self._chosen_stories(max(most - len(summaries), most // 2))
        for part in self._groups():
            mine = sorted((m for m in chosen if self._part(m) == part), key=lambda m: (m.kind, m.group, -m.weight.total, m.subject))
            summary = [self._take(m, "what changed in this part") for m in summaries if m.part == part]
            if self._headed() and part and (summary or mine):
                self._heading("heading_part", part)
                self.under_part = True
            self._add(f"changes/{part or 'all'}", (*summary, *aggregate(tuple(mine))))

    def _chosen_stories(self, room: int) -> list[Message]:
        pairs = self.findings.tally.pairs
        rare = {r.contest.seat for readings in pairs.values() if len(readings) <= 2 for r in readings}
        closest = {seat for m in self.by_kind.get("closest", ()) for seat in m.seats}
        stories = [m for kind in ("town_taken", "long_held", "first_time", "change_story") for m in self.by_kind.get(kind, ())
                   if kind != "change_story" or not closest.intersection(m.seats)]
        stories += [m for m in self.by_kind.get("change_of_hands", ()) if m.seats[0] in rare]
        chosen: list[Message] = []
        for message in sorted(stories, key=lambda m: (-m.weight.total, m.kind, m.subject)):
            alike = sum(c.kind == message.kind for c in chosen)
            if self.told.intersection(message.seats):
                self._leave(message, "its seat is told already")
            elif len(chosen) >= room or (message.kind in ("change_story", "first_time", "long_held") and alike >= ALIKE[self.length]):
                self._leave(message, "no room; the seat is in the list")
            else:
                chosen.append(self._take(message, "a change with a story"))
        return chosen

    def _list(self, entry: dict, most: int) -> None:
        """Seats that changed hands, pair by pair, where the copy could not name them all."""
        if len(changes(self.findings.tally)) <= self.findings.thresholds["told_one_by_one"]:
            return
        for caption in sorted(self.by_kind.get("list_caption", ()), key=lambda m: (-m.facts["gains"].value, m.subject)):
            items = [m for m in self.by_kind.get("list_item", ()) if m.group == caption.subject]
            items.sort(key=lambda m: (m.facts["seat"].value.name, m.subject))
            self.sections.append(Section("list", f"list/{caption.subject}", (caption, *items)))


def plan(findings: Findings, messages: tuple[Message, ...], stylebook: Stylebook, angle: str | None = None) -> Plan:
    """Select and order the messages of one article; `angle` is the kind of headline to lead with.

    Raises UnknownName where there is no such angle here.
    """
    return _Planner(findings, messages, stylebook, angle).plan()
