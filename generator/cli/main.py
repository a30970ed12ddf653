"""Parses the command line, runs one command, and turns what went wrong into an exit code.

Exit codes: 0 fine · 1 findings in the data · 2 wrong use · 3 our own bug · 130 interrupted.
A command's file is imported once the command line is known to be right.
"""

import argparse
import gc
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

from generator.cli.commands import COMMANDS, ROOT
from generator.cli.terminal import say

FINE, FINDINGS, WRONG_USE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130
_OBJECTS_A_COLLECTION = 20_000
"""A command makes many records and little garbage: looking for it as often as Python does by itself
takes a tenth of a run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs `briefing` with these words (the process's own when None) and returns its exit code."""
    gc.set_threshold(_OBJECTS_A_COLLECTION)
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else WRONG_USE
    try:
        code: int = import_module(f"generator.cli.{options.command}").run(options)
    except KeyboardInterrupt:
        say("interrupted; nothing was changed")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; say nothing more, also not at exit.
        sys.stderr.close()
        return FINE
    except Exception as error:  # noqa: BLE001 - the one place that catches all
        return _said(error)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="A static briefing site in which no number stands without its sentence.",
        epilog="exit codes: 0 fine, 1 findings, 2 wrong use, 3 our own bug, 130 interrupted",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.help, description=command.help)
        for argument in (ROOT, *command.arguments):
            sub.add_argument(*argument.names, **argument.options)
        sub.set_defaults(command=name)
    return parser


def _said(error: Exception) -> int:
    """Says what wrong use it was, or that the mistake is our own; the exit code."""
    from generator.reading import UsageError  # noqa: PLC0415 - help and wrong use need no seeds

    if isinstance(error, UsageError):
        say(error.message, error.hint)
        return WRONG_USE
    traceback.print_exception(error)
    say(
        "this is a bug of the generator, not of your data",
        "report it with the lines above; your files and the last good site are as they were",
    )
    return OUR_BUG
