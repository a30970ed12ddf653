"""`briefing serve`: a live preview that follows edits of seeds/ and docs/."""

import argparse

from generator.cli.findings import print_findings, summary
from generator.cli.terminal import say
from generator.pipeline import Assembly
from generator.publish import EngineError, serve_site


def run(options: argparse.Namespace) -> int:
    """Runs until interrupted."""

    def report(outcome: Assembly | EngineError) -> None:
        if isinstance(outcome, EngineError):
            for message in outcome.messages:
                say(message)
        elif outcome.findings:
            print_findings(outcome)
        else:
            say(f"{summary(outcome)}; preview is up to date")

    def ready(address: str) -> None:
        say(f"preview at {address} - press Ctrl-C to stop")

    serve_site(options.root.resolve(), options.port, report, ready)
    return 0
