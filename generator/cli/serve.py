"""`briefing serve`: a live preview that follows edits of seeds/ and docs/."""

import argparse

from generator.cli.terminal import complain, print_findings, summary
from generator.pipeline import Assembly
from generator.publish import EngineError, serve_site

HELP = "live preview that follows edits of seeds/ and docs/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")


def run(options: argparse.Namespace) -> int:
    """Runs until interrupted."""

    def report(outcome: Assembly | EngineError) -> None:
        if isinstance(outcome, EngineError):
            for message in outcome.messages:
                complain(message)
        elif outcome.findings:
            print_findings(outcome, "text")
        else:
            complain(f"{summary(outcome)}; preview is up to date")

    def ready(address: str) -> None:
        complain(f"preview at {address} - press Ctrl-C to stop")

    serve_site(options.root.resolve(), options.port, report, ready)
    return 0
