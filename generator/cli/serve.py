"""`briefing serve`: a live preview that follows edits of seeds/, docs/ and mkdocs.yml.

What editors' programs know of the ids follows as well.
"""

import argparse
from pathlib import Path

from generator.cli.reports.findings import print_findings, summary
from generator.cli.schema import renew
from generator.cli.terminal import say
from generator.publish import Outcome, serve_site


def run(options: argparse.Namespace) -> int:
    """Runs until interrupted."""
    root: Path = options.root.resolve()

    def report(outcome: Outcome) -> None:
        if outcome.assembly:
            renew(root, outcome.assembly.seeds)
        if outcome.assembly and outcome.assembly.findings:
            print_findings(outcome.assembly)
            return
        for message in outcome.messages:
            say(str(message))
        if outcome.assembly and not outcome.messages:
            say(f"{summary(outcome.assembly)}; preview is up to date")

    def ready(address: str) -> None:
        say(f"preview at {address} - press Ctrl-C to stop")

    serve_site(root, options.port, report, ready)
    return 0
