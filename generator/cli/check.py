"""`briefing check`: read, validate, prove; all findings, sorted by place."""

import argparse

from generator.cli.terminal import FORMATS, print_findings
from generator.pipeline import assemble

HELP = "read, validate and prove everything; print all findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    assembly = assemble(options.root)
    print_findings(assembly, options.format)
    return 1 if assembly.findings else 0
