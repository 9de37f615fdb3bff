"""Write the generated documents again: docs/rules.md, docs/text-lint.md, docs/cli.md, and the article in the README."""

import re
import subprocess
import sys
from pathlib import Path

import click

from autobrief.cli import VERBS, group
from autobrief.lint.prose import RULES as TEXT_RULES
from autobrief.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
MARKS = ("<!-- article: begin -->", "<!-- article: end -->")


def rules() -> str:
    lines = ["# Kinds of message", "", "Made from the rules' own docstrings. Each kind has a template of the same name in",
             "`templates/prose/` and a weight in `data/stylebook/weights.toml`.", "",
             "| kind | what it says | where | when | claims |", "|---|---|---|---|---|"]
    for kind, rule in sorted(RULES.items()):
        says = " ".join((rule.find.__doc__ or "").split())
        lines.append(f"| `{kind}` | {says} | {', '.join(rule.scope)} | {', '.join(rule.stages)} | {', '.join(rule.claims)} |")
    return "\n".join(lines) + "\n"


def text_lint() -> str:
    lines = ["# Faults in finished text", "",
             "Made from the rules' own docstrings. `autobrief lint --text FILE` looks for the errors; `--style` for the house's",
             "wishes too. Parties, seats and members are those of the tables; other words are in `data/stylebook/text_lint.toml`.", "",
             "A text is Markdown or plain. Front matter, code, comments and addresses are passed over; a table may hold short names of",
             "parties, and only missing values are told there; headings may drop articles. Besides the rules below, three faults are",
             "found over the whole text: `character` (one that no reader can see), `repeated` (a sentence that was there before) and",
             "`spelling` (one name spelt in two ways)."]
    for title, style in (("Errors", False), ("Style", True)):
        lines += ["", f"## {title}", "", "| code | what it finds |", "|---|---|"]
        lines += [f"| `{code}` | {' '.join(rule.find.__doc__.split()).replace('|', chr(92) + '|')} |"
                  for code, rule in sorted(TEXT_RULES.items()) if rule.style == style]
    return "\n".join(lines) + "\n"


def cli() -> str:
    lines = ["# Commands", "", "Made from `autobrief VERB --help`.", ""]
    for name in VERBS:
        context = click.Context(group, info_name="autobrief", help_option_names=["-h", "--help"])
        lines += _command(group.get_command(context, name), f"autobrief {name}", context)
    return "\n".join(lines)


def _command(command, path: str, parent) -> list[str]:
    # click keeps the help option of a command as it was first asked for, by whomever.
    command._help_option = None
    context = click.Context(command, info_name=path.split()[-1], parent=parent, max_content_width=100, terminal_width=100)
    lines = [f"## {path}", "", "```", command.get_help(context), "```", ""]
    for name in getattr(command, "commands", {}):
        lines += _command(command.commands[name], f"{path} {name}", context)
    return lines


def article() -> str:
    """The newest Midlands article's copy, without front matter and tables."""
    text = subprocess.run([sys.executable, "-m", "autobrief", "write", "--region", "midlands"], check=True,
                          capture_output=True, text=True).stdout
    copy = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    # The README shows the copy; the tables after it are cut, the method note kept.
    head, _, rest = copy.partition("\n## Seats by party")
    note = rest.rsplit("\n---\n", 1)[-1] if rest else ""
    quoted = (head.strip() + "\n\n" + note.strip()).strip()
    return "\n".join(f"> {line}".rstrip() for line in quoted.splitlines())


def documents() -> dict[Path, str]:
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    return {ROOT / "docs" / "rules.md": rules(), ROOT / "docs" / "text-lint.md": text_lint(), ROOT / "docs" / "cli.md": cli(),
            readme: f"{before}{MARKS[0]}\n{article()}\n{MARKS[1]}{after}"}


if __name__ == "__main__":
    for path, text in documents().items():
        path.write_text(text, "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
