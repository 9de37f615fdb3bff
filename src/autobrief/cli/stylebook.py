"""`autobrief stylebook`: what a stylebook is made of, and a copy of it to edit."""

import click

from . import options
from .listing import format_option, rows


@click.group("stylebook")
def command():
    """See what the stylebook is made of, and start one of your own."""


@command.command("list")
@format_option
def list_files(format_name):
    """List the stylebook's files with what each is for."""
    from ..rules import RULES
    from ..sources.overlay import shipped_files
    says = {f"prose/{kind}.j2": rule.find.__doc__ for kind, rule in RULES.items()}
    found = [{"file": name, "for": " ".join((says.get(name) or _first_comment(content.decode("utf-8"))).split())}
             for name, content in shipped_files().items()]
    options.put(rows(("file", "for"), found, format_name), None)


@command.command("copy")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.argument("folder", metavar="DIR")
def copy(files, folder):
    """Copy files of the shipped stylebook to DIR, to be edited there; all of them where no FILE is given.

    FILE is a name such as closest.j2 or house.toml. What is already there is never overwritten.
    """
    from pathlib import Path

    from ..errors import InputError
    from ..sources.overlay import shipped_files
    shipped = shipped_files()
    names = [_named(name, shipped) for name in files] or list(shipped)
    targets = {Path(folder, name): shipped[name] for name in dict.fromkeys(names)}
    there = [str(path) for path in targets if path.exists() or path.is_symlink()]
    if there:
        raise InputError(*(f"{path}: is there already" for path in there), hint="nothing was copied; take it away first, or copy to another folder")
    try:
        for path, content in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as out:
                out.write(content)
    except OSError as error:
        raise InputError(f"{error.filename or folder}: {error.strerror}", hint="give a folder that can be written to") from error
    options.put("".join(f"{path}\n" for path in targets), None)
    click.echo(f"Edit them, then: autobrief lint --stylebook {folder}", err=True)


def _named(asked: str, shipped: dict) -> str:
    """The shipped file of this name, with or without its folder and ending.  Raises UnknownName."""
    import difflib

    from ..errors import UnknownName
    known = {form: name for name in shipped for form in (name, name.split("/")[1], name.split("/")[1].rsplit(".", 1)[0])}
    wanted = asked.removeprefix("templates/").removeprefix("data/")
    if wanted in known:
        return known[wanted]
    near = difflib.get_close_matches(wanted, known, 1)
    raise UnknownName(f"no file of the stylebook is called {asked!r}" + (f"; did you mean {near[0]}?" if near else ""),
                      hint="`autobrief stylebook list` lists them")


def _first_comment(text: str) -> str:
    """What a table is for, as its first lines say."""
    import re
    comment = re.match(r"(?:#.*\n)+", text)
    return comment[0].replace("#", " ") if comment else ""
