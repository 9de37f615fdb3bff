"""Updating a file: find its base, write the next version, merge, and put the result in its place."""

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .errors import InputError, Refused
from .formats.json import version
from .merging import Merged, front, merge
from .merging.corrections import corrections
from .merging.pieces import Part
from .merging.printed import as_printed
from .merging.reading import read
from .merging.remembering import remembering
from .model.text import Article
from .model.world import Assignment
from .pipeline import write
from .record.load import assignment
from .sources.articles import keep_base, kept_base, read_article, read_text, write_text
from .store.opening import StoreError

LONDON = ZoneInfo("Europe/London")
LENGTHS = ("brief", "long")
RULES = ("sitting-member",)
AGAIN = ("the program, the stylebook, the notes or the record are not what they were: give the same --stylebook, --notes, --record, --regions "
         "and --angle as then, or --store with the versions of the watch that wrote it, or --base FILE, the article as it was written, as JSON "
         "or Markdown")


class Writing(NamedTuple):
    """What articles are written with: the record or a feed's results over it, the house's style, and files of an editor's."""

    shelf: object
    house: object
    notes: str | None = None
    regions_file: str | None = None
    angle: str | None = None
    results: object = None
    store: str | None = None


class Updated(NamedTuple):
    """What an update did.  `before` and `after` are the versions; `written` says whether the file changed."""

    file: str
    before: str
    after: str
    merged: Merged
    written: bool
    held: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """For people: what was taken, what was kept, what waits."""
        merged = self.merged
        found = [f"{self.file}:{each.line}: {each.what}: {_short(each.text or each.was)}" for each in merged.taken if not each.text.startswith("|")
                 and not (each.was or "").startswith("|")]
        rows = sum(each.text.startswith("|") or (each.was or "").startswith("|") for each in merged.taken)
        found += [f"{self.file}: {rows} row{'' if rows == 1 else 's'} of tables taken"] if rows else []
        found += [f"{self.file}:{each.line}: kept, {each.what}: {_short(each.text or each.was)}" if each.line else
                  f"{self.file}: kept, {each.what}: {_short(each.was)}" for each in merged.kept]
        found += [f"{self.file}:{flag.line}: flagged: {flag}" for flag in merged.flagged]
        found += [f"{self.file}: held: {reason}" for reason in self.held]
        what = f"updated from version {self.before} to {self.after}" if merged.moved_on else "nothing to update"
        waits = len(merged.flagged)
        return [*found, f"{self.file}: {what}; {len(merged.taken)} taken, {len(merged.kept)} kept, "
                        + (f"{waits} wait{'s' if waits == 1 else ''} for you" if waits else "nothing waits for you")]

    def document(self) -> dict:
        merged = self.merged
        return {"file": self.file, "before": self.before, "after": self.after, "written": self.written,
                "taken": [each._asdict() for each in merged.taken], "kept": [each._asdict() for each in merged.kept],
                "flagged": [flag._asdict() for flag in merged.flagged], "held": list(self.held), "corrections": list(self.corrected)}


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 100 else text[:99] + "…"


def update(writing: Writing, file: str, as_of: str | None = None, base_file: str | None = None, dry_run: bool = False) -> Updated:
    """The file merged with its next version and put in its place, unless nothing moved or nothing is to be written.

    Raises InputError where the file is not one of ours or its base cannot be had, and Refused for an hour before its own.
    """
    text = read_text(file)
    known = front.known(read(text).front)
    asked = _asked(file, known)
    base, base_parts = _base(writing, file, known, asked, base_file)
    _refuse_going_back(file, base, as_of, writing, asked)
    following = _following(writing, base, asked, as_of)
    merged = merge(base, following, text, base_parts)
    new = [each.text for each in following.corrections[len(base.corrections):]]
    written = not dry_run and merged.text != text
    if written:
        if writing.notes or writing.results or writing.store or following.corrections:
            keep_base(file, following)
        write_text(file, merged.text, text)
    held = tuple(cell.text for cell in following.held)
    return Updated(file, version(base), version(following), merged, written, held, tuple(new))


def _asked(file: str, known: dict) -> dict:
    """What the article was asked for, from its id: election, region or seat, length and baseline rule."""
    id = known.get("id")
    steps = id.split("/") if isinstance(id, str) else []
    kind = next((n for n, step in enumerate(steps) if step in ("region", "seat") and 0 < n < len(steps) - 1), None)
    if kind is None or not known.get("version"):
        raise InputError(f"{file}:1: no front matter with the id and version that `autobrief write` puts there",
                         hint="write the article again beside it and copy its first lines over; `update` works on Markdown files")
    rest = steps[kind + 2:]
    return {"election": steps[kind - 1], steps[kind]: steps[kind + 1], "length": next((each for each in rest if each in LENGTHS), "standard"),
            "rule": next((each for each in rest if each in RULES), "general-election")}


def election_of(file: str) -> str:
    """The id of the election that a file is about."""
    return _asked(file, front.known(read(read_text(file)).front))["election"]


def _written(writing: Writing, asked: dict, as_of: str | None) -> Article:
    return write(_assigned(writing, asked, as_of), writing.house, writing.angle)


def _assigned(writing: Writing, asked: dict, as_of: str | None) -> Assignment:
    assigned = assignment(writing.shelf, **asked, as_of=as_of, regions_file=writing.regions_file, results=writing.results)
    if writing.notes:
        from .record.mentions import Mentions
        from .sources.notes import attach
        assigned = attach(writing.notes, Mentions(writing.shelf, assigned, writing.regions_file), assigned)
    return assigned


def _base(writing: Writing, file: str, known: dict, asked: dict, base_file: str | None) -> tuple[Article, tuple[Part, ...] | None]:
    """The article that the file was made from, and its parts as they were printed where the program words it otherwise now."""
    wanted = str(known["version"])
    if base_file and base_file.endswith(".json"):
        found = read_article(base_file)
        if found.id != known["id"] or version(found) != wanted:
            raise InputError(f"{base_file} is {found.id}, version {version(found)}, and {file} was made from {known['id']}, version {wanted}",
                             hint="give the version that the file was made from")
        return found, None
    if not base_file:
        kept = kept_base(file, wanted) or (_stored(writing.store, known["id"], wanted) if writing.store else None)
        if kept:
            return kept, None
        if writing.store:
            raise InputError(f"{file} was made from version {wanted} of {known['id']}, and {writing.store} has no such version",
                             hint="`autobrief history` lists what is there; leave --store out to have the base written again from the record")
    again = _written(writing._replace(results=None), asked, known.get("as_of"))
    if writing.results and version(again) != wanted:
        # Written from the feed as it stands, then nothing has moved.
        again = _written(writing, asked, known.get("as_of"))
    if base_file:
        return again, _from_markdown(again, base_file, file, known, wanted)
    if version(again) != wanted and (found := _stored(None, known["id"], wanted)):
        return found, None
    if version(again) != wanted:
        raise InputError(f"{file} was made from version {wanted} of {again.id}, and written again it comes out as {version(again)}", hint=AGAIN)
    return again, None


def _stored(where: str | None, article: str, wanted: str) -> Article | None:
    """The version in this store; with None in the one that there is by default, if there is one."""
    try:
        from .store import open_store
        store = open_store(where)
    except StoreError:
        if where:
            raise
        return None
    try:
        numbers = [v.number for v in store.history(article) if v.digest == wanted]
        return store.article(article, numbers[-1]) if numbers else None
    finally:
        store.close()


def _from_markdown(again: Article, base_file: str, file: str, known: dict, wanted: str) -> tuple[Part, ...]:
    printed = read(read_text(base_file))
    mine = front.known(printed.front)
    if (mine.get("id"), str(mine.get("version"))) != (known["id"], wanted):
        raise InputError(f"{base_file}:1: is {mine.get('id')}, version {mine.get('version')}, and {file} was made from {known['id']}, "
                         f"version {wanted}", hint="give the version that the file was made from")
    return as_printed(again, printed)


def _refuse_going_back(file: str, base: Article, as_of: str | None, writing: Writing, asked: dict) -> None:
    """Not to an hour before the one that it is written for: that would be taking results back."""
    if not as_of:
        return
    from .record import find
    moment = find.moment(as_of, find.asked_election(writing.shelf, asked["election"]))
    if base.as_of is None or moment < datetime.fromisoformat(base.as_of):
        written = f"as of {base.as_of}" if base.as_of else "from all results"
        raise Refused(f"{file} is written {written}, and {as_of} is before that", hint="give a later time, or leave --as-of out for all results")


def _following(writing: Writing, base: Article, asked: dict, as_of: str | None) -> Article:
    """The next version, with the corrections that are due: earlier ones carried on, new ones dated by the hour or today."""
    assigned = _assigned(writing, asked, as_of)
    following = write(assigned, writing.house, writing.angle)
    on = date.fromisoformat(following.as_of[:10]) if following.as_of else datetime.now(LONDON).date()
    due = corrections(base, following, on)
    following = write(assigned._replace(corrections=due), writing.house, writing.angle) if due else following
    return remembering(base, following)
