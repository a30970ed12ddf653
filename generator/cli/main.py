"""Parses the command line, runs one command, and turns what went wrong into an exit code.

Exit codes: 0 fine · 1 findings in the data · 2 wrong use · 3 our own bug · 130 interrupted.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from generator.cli import build, check, compose, explain, export, record, scan, schema, serve
from generator.cli.terminal import complain
from generator.reading import UsageError

FINE, FINDINGS, WRONG_USE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130
_COMMANDS = (check, build, serve, compose, scan, explain, export, record, schema)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs `briefing` with these words (the process's own when None) and returns its exit code."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else WRONG_USE
    try:
        code: int = options.run(options)
    except UsageError as error:
        complain(error.message, error.hint)
        return WRONG_USE
    except KeyboardInterrupt:
        complain("interrupted; nothing was changed")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; say nothing more, also not at exit.
        sys.stderr.close()
        return FINE
    except Exception:  # noqa: BLE001 - the single boundary: whatever gets here is our own bug
        traceback.print_exc()
        complain(
            "this is a bug of the generator, not of your data",
            "report it with the lines above; your files and the last good site are as they were",
        )
        return OUR_BUG
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="A static briefing site in which no number stands without its sentence.",
        epilog="exit codes: 0 fine, 1 findings, 2 wrong use, 3 our own bug, 130 interrupted",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        name = command.__name__.rpartition(".")[2]
        sub = commands.add_parser(name, help=command.HELP, description=command.HELP)
        sub.add_argument(
            "--root", type=Path, default=Path(), help="the project's folder (default: this one)"
        )
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return parser
