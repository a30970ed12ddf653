"""`briefing check`: read, validate, prove; all findings, sorted by place."""

import argparse

from generator.cli.findings import print_findings
from generator.pipeline import assemble


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    assembly = assemble(options.root)
    print_findings(assembly, options.format)
    return 1 if assembly.findings else 0
