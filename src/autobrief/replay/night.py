"""An election night again, declaration by declaration, as the messages of a feed; with faults where they are asked for.

Every step is what a reader of the feed would find at that moment: the plain CSV of docs/feeds.md, complete or, where
a fault has it so, not.  The same faults with the same seed are the same night.
"""

import csv
import io
from collections.abc import Container, Iterator
from datetime import datetime
from random import Random
from typing import NamedTuple

from ..errors import Refused
from ..facts.contest import winner
from ..model.world import Contest, Election
from ..record.feeds import polls_close
from ..record.load import contests_of
from ..record.shelf import Shelf

HEADER = "seat,candidate,party,votes,declared,status,elected,revision\n"
FAULTS = ("out-of-order", "duplicated", "corrected", "truncated", "garbage", "test-data")
EVERY = 7
"""One declaration in so many has a fault of each kind asked for."""


ALONE = 5
"""So many declarations come before any test data."""


class Message(NamedTuple):
    """One message: its file's name in a folder, its rows as CSV, and the seat that it is on.

    `said` tells what it is: the result, or the fault that it was sent with.
    """

    name: str
    text: str
    seat: str
    said: str = "result"


class Step(NamedTuple):
    """A moment of the night: the messages that came at it, and how the one last sent breaks off, if it does."""

    moment: datetime
    messages: tuple[Message, ...]
    broken: Message | None = None


def declarations(shelf: Shelf, election: Election) -> list[Contest]:
    """The contests of an election in order of their declarations.  Raises Refused where it has no times on record."""
    contests = [contest for contest in contests_of(shelf, election) if contest.declared]
    if not election.timed or not contests:
        raise Refused(f"the {election.name} has no declaration times on record, so its night cannot be played",
                      hint="`autobrief elections` shows which elections have times")
    return sorted(contests, key=lambda contest: (contest.declared, contest.seat))


def rows(contest: Contest, status: str = "declared", revision: int = 1, votes: dict | None = None) -> str:
    """The contest as rows of a feed; `votes` by row put some candidates' figures otherwise."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    won = winner(contest)
    declared = contest.declared.isoformat() if contest.declared else ""
    for candidacy in contest.candidacies:
        count = (votes or {}).get(candidacy.row, candidacy.votes)
        write([contest.seat, candidacy.person.name, candidacy.party.name, count, declared, status, "yes" if candidacy is won else "", revision])
    return out.getvalue()


def night(shelf: Shelf, election: Election, faults: tuple[str, ...] = (), seed: int = 0, seats: Container[str] | None = None) -> Iterator[Step]:
    """The night's steps in order, of all seats or these: the close of poll first, and after the last everything is in, and put right."""
    random = Random(f"{election.id}/{seed}")
    steps: list[list] = []
    contests = [contest for contest in declarations(shelf, election) if seats is None or contest.seat in seats]
    late: list[tuple[int, Message]] = []
    for number, contest in enumerate(contests):
        messages, broken, later = _sent(contest, faults, random, number, len(contests))
        steps.append([contest.declared, messages, broken])
        late += [(number + after, message) for after, message in later]
    if steps and steps[-1][2]:
        # What breaks off last of all is made whole after it.
        steps.append([steps[-1][0], [], None])
    for at, message in late:
        steps[min(at, len(steps) - 1)][1].append(message)
    yield Step(polls_close(election), tuple(_postponed(contest) for contest in contests if contest.polled))
    yield from (Step(moment, tuple(messages), broken) for moment, messages, broken in steps)


def _sent(contest: Contest, faults: tuple[str, ...], random: Random, number: int,
          most: int) -> tuple[list[Message], Message | None, list[tuple[int, Message]]]:
    """What is sent on a contest: at once, as a message that breaks off, and so many steps later."""
    struck = [fault for fault in FAULTS if random.random() * EVERY < 1 and fault in faults]
    whole = Message(f"{contest.seat}_result_1.csv", rows(contest), contest.seat)
    now, broken, later = [whole], None, []
    if "out-of-order" in struck:
        now, later = [], [(random.randint(1, min(12, most)), whole)]
    if "corrected" in struck and len(contest.candidacies) > 1:
        now, later = _corrected(contest, whole, later, random)
    if "duplicated" in struck:
        later.append((random.randint(1, 9), whole._replace(name=f"{contest.seat}_result_1_again.csv", said="duplicated")))
    if "garbage" in struck:
        now.insert(0, _garbage(contest, random))
    # A night that opened with more test data than results would be a rehearsal.
    if "test-data" in struck and number >= ALONE:
        now.append(_test_data(contest))
    if "truncated" in struck and now and now[-1].seat == contest.seat and now[-1].said == "result":
        # Half of the message stands for one step; the whole of it replaces it at the next.
        last = now.pop()
        cut = random.randint(len(last.text) // 3, len(last.text) - 2)
        broken = last._replace(text=last.text[:cut], said="truncated")
        later.append((1, last))
    return now, broken, later


def _postponed(contest: Contest) -> Message:
    """That a contest has a polling day of its own, known before the night."""
    return Message(f"{contest.seat}_postponed.csv", f"{contest.seat},,,,,postponed,,1\n", contest.seat, "postponed")


def _corrected(contest: Contest, whole: Message, later: list, random: Random) -> tuple[list[Message], list[tuple[int, Message]]]:
    """First with the last candidate's votes wrong, later as it is; a correction may even come before what it corrects."""
    last = contest.candidacies[-1]
    wrong = whole._replace(text=rows(contest, votes={last.row: max(last.votes - random.randint(1, 9), 0)}), said="corrected")
    right = Message(f"{contest.seat}_result_2.csv", rows(contest, "corrected", 2), contest.seat)
    after = random.randint(2, 20)
    return ([], [(later[0][0], wrong), (after, right)]) if later else ([wrong], [(after, right)])


def _garbage(contest: Contest, random: Random) -> Message:
    noise = ("\x00\x07\x7f;;;<html>503</html>\n", '"never closed,,,\n', "E99999999,Nobody At All,Nonesuch,12,,declared,yes,1\n",
             f"{contest.seat},{contest.candidacies[0].person.name},Labour,minus four,,declared,yes,9\n", ",,,,,,,\n,\n")
    return Message(f"{contest.seat}_garbage.csv", random.choice(noise), contest.seat, "garbage")


def _test_data(contest: Contest) -> Message:
    """The same seat as a rehearsal would have it: everybody's surname ends in Test, and the order is turned round."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    for n, candidacy in enumerate(contest.candidacies):
        write([contest.seat, f"{candidacy.person.name} Test", candidacy.party.name, 1000 + n, contest.declared.isoformat(), "declared",
               "yes" if n == len(contest.candidacies) - 1 else "", 5])
    return Message(f"{contest.seat}_Test_result_5.csv", out.getvalue(), contest.seat, "test-data")
