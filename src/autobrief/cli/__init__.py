"""The command line: each verb a file that parses, calls and prints.  Loaded only when asked for."""

import gc
import os
import sys
from importlib import import_module

import click

from .. import __version__

VERBS = {
    "write": "Write the article on a region, a seat or the whole country.",
    "publish": "Deliver an article to a folder or a watched file drop.",
    "update": "Bring an edited article up to date, every word of yours kept.",
    "outcomes": "List what happened in every seat.",
    "explain": "Show why: outcomes, facts with their working, messages with their weights.",
    "preview": "Show every wording of one kind of message on real results.",
    "lint": "List the faults of templates and tables.",
    "stylebook": "List what a stylebook is made of, or copy it to edit.",
    "angles": "Rank what an article could lead with.",
    "regions": "List the regions an article can be written on.",
    "seats": "List the seats of an election.",
    "elections": "List the elections on record.",
    "feed": "Say what a feed of results holds, and what of it is held out.",
    "replay": "Play an election night again, as articles or as a feed.",
    "watch": "Follow a feed of results and write again what it moves.",
    "history": "List the versions of an article, and who held or approved them.",
    "diff": "Show what changed between two versions, by sentence, and which fact made it so.",
    "show": "Write a stored version again, byte for byte.",
    "approve": "Answer for a version of an article.",
    "hold": "Keep an article back until somebody clears it.",
    "import": "Bring results into a record of your own.",
}


class Verbs(click.Group):
    """Commands by name; `--help` needs none of their modules."""

    def list_commands(self, context):
        return list(VERBS)

    def get_command(self, context, name):
        if name not in VERBS:
            return None
        return import_module(f".{name}_" if name == "import" else f".{name}", __name__).command

    def format_commands(self, context, formatter):
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(self, context, args):
        if args and args[0] not in VERBS:
            import difflib
            near = difflib.get_close_matches(args[0], VERBS, 1)
            context.fail(f"no command called {args[0]!r}" + (f"; did you mean {near[0]}?" if near else ""))
        return super().resolve_command(context, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="autobrief")
def group():
    """Turn UK election results into regional write-ups, with every figure proved."""


def main() -> None:
    """Run; an error of the user's to mend is a few lines on stderr and its own exit code."""
    from ..errors import AutobriefError
    # One article and out: collecting cycles on the way costs time and frees next to nothing.
    gc.disable()
    try:
        group.main(standalone_mode=True, prog_name="autobrief")
    except AutobriefError as error:
        for fault in error.faults:
            print(f"autobrief: {fault}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def run() -> None:
    """The program's own entry: `main`, and then the end at once.

    The system takes back what the process holds faster than it can be given up piece by piece, which
    is a twelfth of the time an article takes.  A bug still ends with its traceback.
    """
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        pass
    os._exit(code)
