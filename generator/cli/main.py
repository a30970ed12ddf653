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
from pathlib import Path
from typing import Any

from generator.cli.terminal import say, set_up_streams
from generator.commands import COMMANDS, EXIT_CODES, ROOT, SHELLS, Command

FINE, FINDINGS, WRONG_USE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130
_OBJECTS_A_COLLECTION = 20_000
"""A command makes many records and little garbage: looking for it as often as Python does by itself
takes a tenth of a run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs `briefing` with these words (the process's own when None) and returns its exit code."""
    gc.set_threshold(_OBJECTS_A_COLLECTION)
    set_up_streams()
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
    codes = ", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="A static briefing site in which no number stands without its sentence.",
        epilog=f"exit codes: {codes}; briefing COMMAND --help shows examples",
    )
    parser.add_argument(*ROOT.names, **ROOT.options, default=Path())
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.add_argument(
        "--print-completion",
        action=_Completion,
        choices=SHELLS,
        help="print what makes a shell complete commands and options, for its start-up file",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=command.help,
            description=command.help,
            epilog=_examples(command),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # Without a default of its own: else it would undo what stands before the command.
        sub.add_argument(*ROOT.names, **ROOT.options, default=argparse.SUPPRESS)
        for argument in command.arguments:
            sub.add_argument(*argument.names, **argument.options)
        sub.set_defaults(command=name)
    return parser


def _examples(command: Command) -> str | None:
    """Command lines with what they are good for."""
    lines = [f"  {line}\n      {why}" for line, why in command.examples.items()]
    return "\n".join(["examples:", *lines]) if lines else None


class _Version(argparse.Action):
    """Prints the version of what is installed, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            number = version("briefing")
        except PackageNotFoundError:
            number = "of this folder, not installed"
        sys.stdout.write(f"briefing {number}\n")
        parser.exit(FINE)


class _Completion(argparse.Action):
    """Prints what makes a shell complete the command line, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, _: Any, shell: Any, *__: Any) -> None:
        import shtab  # noqa: PLC0415 - nothing else needs it

        for one in _all_actions(parser):
            if one.type is Path:
                one.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            elif one.dest == "articles":
                one.complete = shtab.FILE  # type: ignore[attr-defined]
        sys.stdout.write(f"{shtab.complete(parser, shell)}\n")
        parser.exit(FINE)


def _all_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    actions = list(parser._actions)  # noqa: SLF001 - argparse has no other way to them
    subs = [one.choices for one in actions if isinstance(one.choices, dict)]
    return [*actions, *(one for sub in subs for each in sub.values() for one in each._actions)]  # noqa: SLF001


def _said(error: Exception) -> int:
    """Says what wrong use it was, or that the mistake is our own; the exit code."""
    from generator.reading import NO_MEMORY, UsageError, cure_of  # noqa: PLC0415 - help needs none

    if isinstance(error, UsageError):
        say(error.message, error.hint)
        return WRONG_USE
    if isinstance(error, OSError) and (cure := cure_of(error)):
        where = error.filename2 or error.filename or "a file"
        say(f"{where} cannot be used: {error.strerror}", cure)
        return WRONG_USE
    if isinstance(error, MemoryError):
        say("there is not enough memory", NO_MEMORY)
        return WRONG_USE
    traceback.print_exception(error)
    say(
        "this is a bug of the generator, not of your data",
        "report it with the lines above; your files and the last good site are as they were",
    )
    return OUR_BUG
