"""`briefing serve`: a live preview that follows edits of seeds/, docs/ and mkdocs.yml."""

import argparse

from generator.cli.reports.findings import print_findings, summary
from generator.cli.terminal import say
from generator.publish import Outcome, serve_site


def run(options: argparse.Namespace) -> int:
    """Runs until interrupted."""

    def report(outcome: Outcome) -> None:
        if outcome.assembly and outcome.assembly.findings:
            print_findings(outcome.assembly)
            return
        for message in outcome.messages:
            say(str(message))
        if outcome.assembly and not outcome.messages:
            say(f"{summary(outcome.assembly)}; preview is up to date")

    def ready(address: str) -> None:
        say(f"preview at {address} - press Ctrl-C to stop")

    serve_site(options.root.resolve(), options.port, report, ready)
    return 0
