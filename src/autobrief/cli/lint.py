"""`autobrief lint`: faults in templates and tables of a stylebook, in sets of finished articles, and in finished text."""

import sys

import click

from . import options


@click.command()
@click.option("--text", "texts", metavar="FILE", multiple=True, help="Look through this finished text, Markdown or plain; - is stdin.")
@click.option("--style", is_flag=True, help="With --text: what the house would have otherwise, too.")
@click.option("--articles", is_flag=True, help="Measure finished articles: the files and folders given as PATHS.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--most", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Findings printed of each sort of article fault.")
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.stylebook
@options.record
def command(texts, style, articles, paths, most, format_name, stylebook, record):
    """List the faults of a stylebook, of articles or of finished text as file:line:col, with a fix for each.

    With --text, one text is looked through for what general checkers do not find.

    Without --stylebook the shipped one is looked through. With --articles PATHS, finished articles (JSON or
    Markdown) are held to their budgets instead: figures, lengths, repetition and, from ten articles of one
    election, hour and length on, variety. Ends with 0 where there are no faults, else with 4.
    """
    if style and not texts:
        raise click.UsageError("--style goes with --text FILE")
    if articles or paths:
        if not articles:
            raise click.UsageError(f"what of {paths[0]}? for finished articles give --articles {paths[0]}, for one text --text {paths[0]}")
        if not paths or texts:
            raise click.UsageError("give files or folders of articles after --articles, and no --text beside it")
        from .measured import measure
        sys.exit(4 if measure(paths, format_name, most, stylebook) else 0)
    found, looked = _texts(texts, style, stylebook, record) if texts else _stylebook(stylebook)
    import json
    text = json.dumps([finding._asdict() for finding in found], ensure_ascii=False, indent=2) + "\n" if format_name == "json" \
        else "".join(f"{finding}\n" for finding in found)
    options.put(text, None)
    click.echo(f"{looked} file{'' if looked == 1 else 's'} looked through, {len(found) or 'no'} fault{'' if len(found) == 1 else 's'}", err=True)
    sys.exit(4 if found else 0)


def _stylebook(stylebook) -> tuple[list, int]:
    """The faults of a house's own stylebook or of the shipped one, and how many files there were."""
    from pathlib import Path

    from ..sources.compiling import check_stylebook, lint_shipped
    from ..sources.overlay import read_overlay, shipped_files
    files = shipped_files()
    if stylebook:
        house = read_overlay(Path(stylebook), files)
        return check_stylebook(files, house)[1], len(house.files)
    return lint_shipped(files), len(files)


def _texts(texts, style: bool, stylebook, record) -> tuple[list, int]:
    """The faults of finished texts; a stylebook of one's own has its say first."""
    from pathlib import Path

    from ..errors import StylebookError
    from ..lint.prose import check_text
    from ..record.lexicon import read_lexicon
    from ..sources.compiling import check_stylebook
    from ..sources.overlay import Overlay, read_overlay, shipped_files
    files = shipped_files()
    tables, faults = check_stylebook(files, read_overlay(Path(stylebook), files) if stylebook else Overlay({}, {}, ()))
    if faults:
        raise StylebookError(*map(str, faults), hint="mend the stylebook first: `autobrief lint --stylebook DIR` lists these too")
    lexicon = read_lexicon(tables, options.shelf(record))
    return [finding for name in texts for finding in check_text("stdin" if name == "-" else name, _content(name), lexicon, style)], len(texts)


def _content(name: str) -> str:
    """A text's letters, without a mark of byte order."""
    from ..errors import InputError
    try:
        if name == "-":
            content = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:
                content = file.read()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}", hint="give a text file, or - for stdin") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: not UTF-8", hint="save the text as UTF-8") from error
    if "\0" in text:
        raise InputError(f"{name}:{text[:text.index(chr(0))].count(chr(10)) + 1}: no text but a binary file", hint="give Markdown or plain text")
    if not text.strip():
        raise InputError(f"{name}: nothing to look through", hint="the file is empty: was the article written to it?")
    return text
