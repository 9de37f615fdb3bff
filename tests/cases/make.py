"""Write the case files: `python tests/cases/make.py [KIND ...]`; read the diff before it is committed.

With `--texts` the cases stay as they are and only their texts are written again: seconds, not minutes,
and enough where a wording was changed and no rule.

For each kind the smallest set of messages on the built-in record that reaches every wording which real
results can reach, and as many of the wordings' optional clauses as fit: at most six.  Messages whose
facts could not stand in each other's place unseen come first, then the smaller region, the newer election.
"""

import json
import sys
import tomllib
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS)]

from cases.saying import chosen, fitting, found, number, say  # noqa: E402
from coverage import Reached, Survey, survey  # noqa: E402

from autobrief.record.load import assignment  # noqa: E402
from autobrief.record.shelf import Shelf  # noqa: E402
from autobrief.rules import RULES  # noqa: E402
from autobrief.sources.stylebook import load  # noqa: E402

FOLDER = Path(__file__).parent
MOST = 6


def smallest(reached: list[Reached], most: int = MOST) -> list[tuple[Reached, list[int]]]:
    """Messages, each with the wordings it is to be said in: greedily, most new wordings first."""
    picked, wordings, goals = [], set(), set()

    def gain(r: Reached) -> tuple[int, int]:
        return len({n for n, _ in r.goals} - wordings), len(r.goals - goals)
    while reached:
        best = min(reached, key=lambda r: (-gain(r)[0], -gain(r)[1], r.order[:-2], str(r.order[-2:])))
        fresh = {n for n, _ in best.goals} - wordings
        if gain(best)[1] == 0 or (not fresh and len(picked) >= most):
            break
        numbers = sorted({n for n, _ in best.goals} | {best.takes})
        picked.append((best, numbers))
        wordings |= {n for n, _ in best.goals}
        goals |= best.goals
    return picked


def case(reached: Reached, numbers: list[int], kind: str, stylebook, shelf) -> dict:
    assigned = assignment(shelf, **reached.ask.asked)
    scope, messages = found(assigned, stylebook)
    message = messages[kind, reached.subject]
    asked = {name: value for name, value in reached.ask.asked.items() if value not in (None, "general-election", "standard")}
    takes = chosen(assigned, scope, message, stylebook)
    assert number(takes, stylebook) == reached.takes
    others = {str(n): say(message, stylebook.templates[kind][n - 1], stylebook) for n in numbers if n != reached.takes}
    return {**asked, "subject": reached.subject, "text": say(message, takes, stylebook)} | ({"others": others} if others else {})


def toml(kind: str, cases: list[dict]) -> str:
    """One kind's file.  `text` is the wording that the article's own choice takes; `others` are wordings by number."""
    lines = [f"# What {kind} says alone. Made by tests/cases/make.py from the built-in record."]
    for told in cases:
        lines += ["", "[[case]]"]
        lines += [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items() if name != "others"]
        if told.get("others"):
            lines += ["[case.others]", *(f"{n} = {json.dumps(text, ensure_ascii=False)}" for n, text in told["others"].items())]
    return "\n".join(lines) + "\n"


def write(whole: Survey, kinds: list[str]) -> None:
    stylebook, shelf = load(), Shelf()
    for kind in kinds:
        reached = [r for (of, _), best in whole.best.items() if of == kind for r in best]
        cases = [case(r, numbers, kind, stylebook, shelf) for r, numbers in smallest(reached)]
        cases.sort(key=lambda told: (told["election"], told.get("region", ""), told.get("seat", ""), told.get("as_of", ""), told["subject"]))
        (FOLDER / f"{kind}.toml").write_text(toml(kind, cases), "utf-8")
        print(f"{kind}: {len(cases)} cases")


def say_again(kinds: list[str]) -> None:
    """The same cases in today's words; a wording that cannot say its case any more is left out, and told."""
    stylebook, shelf = load(), Shelf()
    for kind in kinds:
        path = FOLDER / f"{kind}.toml"
        cases = tomllib.loads(path.read_text("utf-8")).get("case", []) if path.exists() else []
        for told in list(cases):
            asked = {name: value for name, value in told.items() if name not in ("subject", "text", "others")}
            assigned = assignment(shelf, **asked)
            scope, messages = found(assigned, stylebook)
            message = messages.get((kind, told["subject"]))
            if message is None:
                print(f"{kind}: {assigned.id} no longer has {told['subject']}; without --texts another case is looked for")
                cases.remove(told)
                continue
            takes = chosen(assigned, scope, message, stylebook)
            able = {str(number(variant, stylebook)): variant for variant in fitting(message, stylebook) if variant is not takes}
            told["text"] = say(message, takes, stylebook)
            told["others"] = {n: say(message, variant, stylebook) for n, variant in able.items()}
        path.write_text(toml(kind, cases), "utf-8")


def main() -> None:
    texts = "--texts" in sys.argv
    named = [argument for argument in sys.argv[1:] if argument != "--texts"]
    kinds = named or sorted(RULES)
    if unknown := set(kinds) - set(RULES):
        sys.exit(f"no kind of message is called {', '.join(sorted(unknown))}")
    if texts:
        return say_again(kinds)
    write(survey(), kinds)
    if not named:
        for path in FOLDER.glob("*.toml"):
            if path.stem not in RULES:
                path.unlink()
                print(f"{path.name}: removed, no such kind")


if __name__ == "__main__":
    main()
